"""Parts that sentences call a division, quarters that they name by their end, points that they tell in per cent."""

from tests.engine.releases import audited, loud, verdicts

DIVISIONS = """
             | Twelve Months Ended December 31, 2024 | Twelve Months Ended December 31, 2023
Revenue:     |                                       |
Halden       | $1,515,744                            | $1,378,598
Nordic       | 73,580                                | 82,006
             | $1,589,324                            | $1,460,604
Gross profit |                                       |
Halden       | $1,355,878                            | $1,238,878
Nordic       | 66,637                                | 76,776
             | $1,422,515                            | $1,315,654
"""


def test_a_part_that_bears_the_company_s_name_is_a_part_where_it_is_called_one() -> None:
    said = (
        "For the year ended December 31, 2024, the company reported revenue of $1,589,324. The Halden division "
        "generated revenue of $1,515,744, an increase of $137,146 over 2023. Gross profit was $1,355,878."
    )
    assert verdicts(DIVISIONS, said) == ["agrees"] * 4


_ENDED = " | ".join(f"{n} Months Ended December 31, {year}" for n in ("Three", "Nine") for year in (2024, 2023))
MARCH_YEARS = f"""
(in thousands)      | {_ENDED}
Revenue             | 94,074  | 115,973 | 315,384 | 384,019
Net earnings (loss) | (1,152) | 1,184   | 740     | 12,387
"""


def test_a_quarter_may_be_named_by_the_year_in_which_it_ended() -> None:
    said = (
        "For the quarter ended December 31, 2024 (the “2024 quarter”), the third quarter of fiscal 2025, the company "
        "had a net loss of $1.2 million, compared to net earnings of $1.2 million for the quarter ended December 31, "
        "2023 (the “2023 quarter”)."
    )
    assert verdicts(MARCH_YEARS, said) == ["agrees", "agrees"]
    assert verdicts(MARCH_YEARS, said, "For the 2024 quarter, sales were $94.1 million.")[2:] == ["agrees"]
    assert verdicts(MARCH_YEARS, said, "For the 2023 quarter, sales were $116.0 million.")[2:] == ["agrees"]


RATES = """
                 | Year Ended December 31, 2024 | Year Ended December 31, 2023
Revenue          | 400,000                      | 380,000
Efficiency ratio | 73%                          | 67%
"""


def test_points_that_are_told_in_per_cent_are_the_points() -> None:
    said = "The efficiency ratio increased {} to 73% for the year ended December 31, 2024, compared to 67% a year ago."
    found = audited(RATES, said.format("6%"))
    assert [found.judgements[c.id].verdict for c in found.claims] == ["agrees"] * 3
    assert found.judgements[found.claims[0].id].working == "73% − 67%, the points that “6%” gives in per cent"
    assert verdicts(RATES, said.format("9%"))[0] == "agrees"  # 73 / 67 − 1
    assert verdicts(RATES, said.format("5%"))[0] != "agrees"


SILENT = """
             | March 31, 2025 | December 31, 2024
Total loans  | $307,716       | $288,101
Total assets | $559,697       | $542,965
"""


def test_one_exact_amount_tells_how_silent_tables_count() -> None:
    assert verdicts(SILENT, "Total assets were $559.7 million at March 31, 2025.") == ["agrees"]
    assert verdicts(SILENT, "Total assets were $955.7 million and loans $307.7 million at March 31, 2025.") == [
        "disagrees",
        "agrees",
    ]


_COUNTED = (
    "9,864,120 shares issued and 9,236,987 shares outstanding at June 30, 2025, and 9,222,157 shares outstanding at "
    "December 31, 2024"
)
SHARES = f"""
In thousands, except share data | June 30, 2025 | December 31, 2024
Cash                            | 12,410        | 14,277
Total assets                    | 12,410        | 14,277
Common stock, $.01 par value; {_COUNTED} | 99 | 99
Treasury stock, 641,963 shares  | (2,118)       | (2,118)
Retained earnings               | 14,429        | 16,296
Total liabilities and equity    | 12,410        | 14,277
"""


def test_shares_issued_of_one_date_are_not_held_against_those_outstanding_of_two() -> None:
    assert loud(SHARES, "The company makes hulls.") == []


LOSSES = """
In thousands       | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Revenue            | 43,512                           | 41,007
Catastrophe losses | 8,122                            | 10
"""


def test_a_line_that_was_next_to_nothing_a_year_ago_is_no_slip_of_scale() -> None:
    assert loud(LOSSES, "The company insures hulls.") == []


RETAILER = """
In thousands  | Three Months Ended May 3, 2025 | Three Months Ended May 4, 2024
Retail sales  | 168,419                        | 175,272
Other revenue | 1,823                          | 1,827
Total revenues | 170,242                       | 177,099
SG&A          | 55,325                         | 56,752
"""


def test_sales_alone_are_the_row_of_sales_above_all_revenues() -> None:
    assert verdicts(RETAILER, "Sales for the quarter ended May 3, 2025 were $168.4 million.") == ["agrees"]
    assert verdicts(RETAILER, "SG&A was 32.8% of sales for the quarter ended May 3, 2025.") == ["agrees"]
    assert verdicts(RETAILER, "Revenues for the quarter ended May 3, 2025 were $170.2 million.") == ["agrees"]


HIGHLIGHTS = """
In thousands           | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Results of Operations: |                                  |
Net income             | 3,216                            | 5,701
Dividends              | 1,100                            | 1,000
Merger charges:        |                                  |
Net income             | 3,216                            | 5,701
Charges                | 4,612                            | 632
"""


def test_the_heading_of_a_whole_statement_is_none_of_a_part() -> None:
    assert verdicts(HIGHLIGHTS, "Net income for the quarter ended June 30, 2025 was $3.2 million.") == ["agrees"]


_TOLD = (
    "22,273,373 shares issued and 17,153,424 outstanding, and 21,972,432 shares issued and 17,194,091 outstanding "
    "as of June 30, 2025 and December 31, 2024, respectively"
)
RESPECTIVELY = f"""
In thousands, except share data | June 30, 2025 | December 31, 2024
Cash                            | 12,410        | 14,277
Total assets                    | 12,410        | 14,277
Common stock, $.01 par value; {_TOLD} | 223 | 220
Treasury stock, 5,119,949 and 4,778,341 shares, respectively | (2,118) | (2,118)
Retained earnings               | 14,305        | 16,175
Total liabilities and equity    | 12,410        | 14,277
"""


def test_shares_of_two_dates_that_are_told_respectively() -> None:
    assert loud(RESPECTIVELY, "The company makes hulls.") == []
    wrong = RESPECTIVELY.replace("17,153,424", "17,513,424")
    assert loud(wrong, "The company makes hulls.") == ["S009"]


CORNERS = """
Coastal Ferries (CF)   | Three Months Ended June 30, 2024 | Three Months Ended June 30, 2023
Net sales              | $201.9 | $204.1
Adjusted EBITDA margin | 17.6%  | 17.1%

Harbour Towing (HT)    | Three Months Ended June 30, 2024 | Three Months Ended June 30, 2023
Net sales              | $330.3 | $321.8
Adjusted EBITDA margin | 15.3%  | 13.2%
"""


def test_the_company_s_margin_is_none_of_a_segment_that_the_corner_of_a_table_names() -> None:
    assert loud(CORNERS, "Adjusted EBITDA margin was 14.1% in the second quarter of 2024.") == []
    said = "Harbour Towing's adjusted EBITDA margin was 15.9% in the second quarter of 2024."
    assert loud(CORNERS, said) == ["C001"]
