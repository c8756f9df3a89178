"""Ways of saying met on releases of kinds not seen before: what is right agrees, one wrong figure is found."""

import pytest

from tests.engine.releases import audited, loud, verdicts

_COLUMNS = " | ".join(f"{length} Months Ended June 30, {year}" for length in ("Three", "Six") for year in (2024, 2023))
HALVES = f"""
(In millions)         | {_COLUMNS}
Net revenues          | 2,041.7 | 1,902.3 | 4,062.9 | 3,811.6
Salaries and benefits | 912.4   | 868.1   | 1,820.3 | 1,739.9
Net income            | 67.4    | 45.5    | 121.2   | 102.1
EBITDA                | 312.0   | 272.0   | 600.0   | 560.0
"""


@pytest.mark.parametrize(
    "sentence",
    [
        "Salaries and benefits decreased 90 basis points to 44.7% of net revenues.",
        "Salaries and benefits were 44.7% of net revenues, an improvement of 90 basis points from 45.6% a year ago.",
        "Salaries and benefits were 44.7% of net revenues, 90 basis points lower than 45.6% a year ago.",
        "Salaries and benefits as a percentage of net revenues fell 90 basis points to 44.7% from 45.6% a year ago.",
    ],
)
def test_points_are_held_against_the_share_that_moved(sentence: str) -> None:
    assert set(verdicts(HALVES, sentence)) == {"agrees"}
    assert "C004" in loud(HALVES, sentence.replace("90 basis", "190 basis"))


@pytest.mark.parametrize(
    "sentence",
    [
        "Net revenues were $2,041.7 million for the quarter and $4,062.9 million year to date, compared to $1,902.3 "
        "million and $3,811.6 million, respectively, in the prior year.",
        "Net revenues were $2,041.7 million for the second quarter and $4,062.9 million year to date, against $1,902.3 "
        "million and $3,811.6 million in the respective periods of 2023.",
        "Net revenues were $2,041.7 million for the second quarter of 2024 and $4,062.9 million for the six months, as "
        "against $1,902.3 million and $3,811.6 million a year ago.",
    ],
)
def test_two_figures_answer_two_of_different_lengths(sentence: str) -> None:
    assert verdicts(HALVES, sentence) == ["agrees"] * 4
    assert loud(HALVES, sentence.replace("1,902.3", "1,920.3")) == ["C001"]


def test_the_period_of_the_next_statement_is_not_that_of_the_one_before() -> None:
    said = "EBITDA margin improved by 98 basis points, and year-to-date revenue passed the $4,060 million mark."
    assert verdicts(HALVES, said) == ["agrees", "agrees"]
    assert loud(HALVES, said.replace("98", "118")) == ["C004"]


def test_a_period_behind_both_ends_of_a_move_is_that_of_the_end_it_reached() -> None:
    said = (
        "In the prior year costs were high. "
        "Salaries as a percentage of net revenues fell to 44.7% from 45.6% in the quarter."
    )
    table = HALVES.replace("Salaries and benefits", "Salaries")
    assert verdicts(table, said) == ["agrees", "agrees"]


def test_the_title_of_a_release_that_raises_its_guidance_says_nothing_of_the_future() -> None:
    said = "Net revenues were $2,041.7 million for the quarter."
    title = "Halden Ridge Reports Second Quarter Results and Raises Full-Year Guidance"
    assert verdicts(HALVES, said, title=title) == ["agrees"]


CANADIAN = """
(in thousands of Canadian dollars) | Three Months Ended June 30, 2024 | Three Months Ended June 30, 2023
Revenue                            | 141,206 | 128,940
Diluted earnings per share         | 0.30    | 0.27
"""


def test_a_dollar_is_the_one_that_the_tables_count_in() -> None:
    said = "Revenue was $141.2 million, up from $128.9 million a year ago, and diluted earnings per share were $0.30."
    assert verdicts(CANADIAN, said) == ["agrees"] * 3
    assert verdicts(CANADIAN, said.replace("$141.2", "US$141.2"))[0] == "unsupported"
    assert loud(CANADIAN, said.replace("141.2", "142.2")) == ["C001"]


_QUARTERS = " | ".join(f"Three Months Ended {day}" for day in ("June 30, 2024", "March 31, 2024", "June 30, 2023"))
MARKETS = f"""
(in thousands)   | {_QUARTERS}
Net revenue      | 48,213 | 44,107 | 52,890
Operating income | 5,012  | 4,000  | 3,000
Inventory        | 38,114 | 41,220 | 40,000

NET REVENUE BY END MARKET (in thousands)

(in thousands) | {_QUARTERS}
Data center    | 19,842 | 16,011 | 20,115
Industrial     | 15,107 | 15,890 | 18,240
Automotive     | 9,120  | 8,402  | 8,011
Consumer       | 4,144  | 3,804  | 6,524
Net revenue    | 48,213 | 44,107 | 52,890
"""


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        (
            "Data center revenue grew 24% sequentially, and Automotive set another record at $9.1 million.",
            ("9.1", "9.8"),
        ),
        ("Industrial is still working through inventory and was down 4.9% from the prior quarter.", ("4.9%", "7.9%")),
        ("In Industrial, revenue was $15.1 million, down 17% from a year ago.", ("15.1", "51.1")),
        ("We saw 9% sequential growth in Automotive.", ("9%", "19%")),
    ],
)
def test_a_part_is_named_by_the_label_of_its_row(sentence: str, wrong: tuple[str, str]) -> None:
    assert set(verdicts(MARKETS, sentence)) == {"agrees"}
    assert loud(MARKETS, sentence.replace(*wrong)) != []


def test_what_is_said_in_a_part_is_not_held_against_the_whole() -> None:
    assert loud(MARKETS, "In Automotive, operating income was $1.2 million.") == []


PREMIUMS = """
NET PREMIUMS WRITTEN ($ in millions)

($ in millions)            | Three Months Ended June 30, 2024 | Three Months Ended June 30, 2023
Commercial Lines           | 642.8 | 560.1
Personal Lines             | 203.7 | 195.9
Total net premiums written | 846.5 | 756.0
"""


def test_a_total_said_in_one_of_its_rows_is_that_row() -> None:
    said = "In Commercial Lines, net premiums written were $642.8 million, an increase of $82.7 million."
    assert verdicts(PREMIUMS, said) == ["agrees", "agrees"]
    assert loud(PREMIUMS, said.replace("642.8", "624.8")) == ["C001"]
    listed = "Net premiums written grew 12.0%, with growth of 14.8% in Commercial Lines and 4.0% in Personal Lines."
    assert verdicts(PREMIUMS, listed) == ["agrees"] * 3


CONTRACTS = """
Average Daily Volume (contracts in millions)

Product line              | Three Months Ended September 30, 2023 | Three Months Ended September 30, 2022
Energy contracts          | 2.18   | 1.93
Average rate per contract | $0.684 | $0.661
"""


def test_a_rate_by_the_piece_is_printed_in_full_and_what_is_counted_in_millions() -> None:
    said = "The average rate per contract was $0.684, compared with $0.661. Energy contracts were 2.18 million."
    assert verdicts(CONTRACTS, said) == ["agrees"] * 3
    assert loud(CONTRACTS, said.replace("0.684", "0.864")) == ["C001"]


EXPENSES = """
(In millions)                       | Three Months Ended September 30, 2023 | Three Months Ended September 30, 2022
Revenue                             | 913.2  | 848.7
Expenses:                           |        |
Operating                           | 563.4  | 527.9
Selling, general and administrative | 100.0  | 90.0
Total expenses                      | 663.4  | 617.9
Interest expense                    | (49.1) | (43.2)
Interest income                     | 31.0   | 12.8
Operating ratio                     | 89.3%  | 87.0%
"""


def test_a_row_called_by_the_words_that_the_total_lacks_may_be_meant() -> None:
    said = "Operating expenses were 61.7% of revenue, as compared to 62.2% in the third quarter of 2022."
    assert verdicts(EXPENSES, said) == ["agrees", "agrees"]


def test_net_interest_expense_is_less_the_income_that_has_a_row_of_its_own() -> None:
    said = "Net interest expense decreased by $12.3 million to $18.1 million."
    assert verdicts(EXPENSES, said) == ["agrees", "agrees"]


def test_year_to_date_through_a_date_is_one_period() -> None:
    said = (
        "Year-to-date revenue through June 30, 2024 was $4,062.9 million, up 7% from $3,811.6 million for the same "
        "period in 2023."
    )
    assert verdicts(HALVES, said) == ["agrees"] * 3


def test_a_figure_with_a_comparison_of_its_own_is_compared_with_nothing_before_it() -> None:
    said = (
        "Revenue was $2,041.7 million, compared with $1,902.3 million a year ago, and $4,062.9 million year to date "
        "versus $3,811.6 million."
    )
    assert verdicts(HALVES, said) == ["agrees"] * 4


def test_an_increase_at_the_midpoint_is_no_midpoint() -> None:
    said = (
        "For 2024, the company expects revenue of $8.15 billion to $8.30 billion, an increase of $30 million at the "
        "midpoint."
    )
    assert loud(HALVES, said) == []


def test_a_target_that_was_met_is_no_outlook_of_a_period_that_ended() -> None:
    said = "EBITDA margin was 14.1% in the first half of 2023, which was within our target margin range of 13% to 15%."
    assert "O005" not in loud(HALVES, said)


def test_a_split_is_no_range() -> None:
    said = "The company expects a split of shipments of close to 50% to 50%, compared to a 60% to 40% split in 2023."
    assert loud(HALVES, said) == []


def test_by_how_much_a_midpoint_was_raised_is_no_midpoint() -> None:
    said = (
        "The company expects revenue of $207 million to $212 million for the year, raising the midpoint by $1 million."
    )
    assert loud(HALVES, said) == []


def test_a_margin_is_not_of_what_it_is_taken_on() -> None:
    said = "EBITDA margin on net revenue was 15.3%, compared to 14.3% a year ago."
    assert verdicts(HALVES, said) == ["agrees", "agrees"]
    assert loud(HALVES, said.replace("15.3", "13.5")) == ["C001"]


BRITISH = """
£m                                        | Six months to 30 September 2023 £m | Six months to 30 September 2022 £m
Revenue                                   | 612.4 | 571.9
Underlying operating profit               | 74.2  | 66.8
Amortisation of acquired intangibles      | (9.4) | (8.8)
Exceptional items                         | (3.1) | (12.6)
Operating profit                          | 61.7  | 45.4
Profit before tax                         | 53.5  | 39.5
Taxation                                  | (12.8) | (9.6)
Basic earnings per share (pence)          | 19.0  | 14.0
Interim dividend per share (pence)        | 8.1   | 7.4

Segmental revenue

£m              | H1 2023/24 | H1 2022/23
Distribution    | 188.3 | 180.6
Electrification | 241.9 | 214.8
Sensors         | 182.2 | 176.5
Group revenue   | 612.4 | 571.9
"""


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("Underlying operating profit of £74.2m, up 11% (H1 2022/23: £66.8m).", ("74.2", "72.4")),
        ("Basic earnings per share of 19.0p (H1 2022/23: 14.0p).", ("19.0p", "19.8p")),
        ("Interim dividend increased by 9% to 8.1p per share (H1 2022/23: 7.4p).", ("8.1p", "8.4p")),
        ("Underlying operating margin was 12.1% (H1 2022/23: 11.7%).", ("12.1%", "12.9%")),
        ("Statutory profit before tax was £53.5m (H1 2022/23: £39.5m).", ("39.5", "35.9")),
        ("The effective tax rate was 23.9% (H1 2022/23: 24.3%).", ("23.9%", "29.3%")),
        ("Distribution revenue was £188.3m (H1 2022/23: £180.6m).", ("188.3", "183.8")),
        ("Electrification again led the way, with revenue growing by 13%.", ("13%", "31%")),
        (
            "Statutory operating profit, after amortisation of £9.4m and exceptional items of £3.1m (H1 2022/23: "
            "£12.6m), was £61.7m, against £45.4m a year ago.",
            ("61.7", "67.1"),
        ),
    ],
)
def test_a_british_half_year(sentence: str, wrong: tuple[str, str]) -> None:
    dated = "14 November 2023. Half-year results for the six months ended 30 September 2023."
    assert set(verdicts(BRITISH, dated, sentence)) == {"agrees"}
    assert loud(BRITISH, dated, sentence.replace(*wrong)) != []


BALANCES = """
($ in millions)             | September 30, 2023 | June 30, 2023
Total loans                 | 10,642 | 10,518
Total deposits              | 11,890 | 11,745
Total debt                  | 505    | 510
Total stockholders' equity  | 1,402  | 1,389

($ in millions)             | Three Months Ended September 30, 2023 | Three Months Ended September 30, 2022
Average daily rate          | $186.42 | $178.05
Occupancy                   | 74.8%   | 72.9%
Cash dividends paid         | (174.5) | (159.8)
Repurchases of common stock | (60.2)  | (35.0)
"""


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("Loan-to-deposit ratio of 89.5%, compared to 89.6% at June 30, 2023.", ("89.5", "85.9")),
        ("The debt-to-equity ratio was 0.36x at September 30, 2023.", ("0.36", "0.63")),
        ("We returned $235 million to shareholders through dividends and share repurchases.", ("235", "253")),
        ("We returned $235 million, including $175 million in cash dividends.", ("175", "157")),
        ("ADR rose 4.7% to $186.42.", ("186.42", "168.42")),
        ("Occupancy improved 1.9 points to 74.8%.", ("74.8", "78.4")),
        ("There was a 1.9 point gain in occupancy.", ("1.9", "2.9")),
    ],
)
def test_what_follows_from_rows_of_other_names(sentence: str, wrong: tuple[str, str]) -> None:
    assert "disagrees" not in verdicts(BALANCES, sentence)
    assert verdicts(BALANCES, sentence)[-1] == "agrees"
    assert loud(BALANCES, sentence) == []
    assert "agrees" not in verdicts(BALANCES, sentence.replace(*wrong))[-1:] or loud(BALANCES, sentence.replace(*wrong))


_THREE = " | ".join(
    f"Three Months Ended {day}" for day in ("September 30, 2023", "June 30, 2023", "September 30, 2022")
)
_NINE = " | ".join(f"Nine Months Ended September 30, {year}" for year in (2023, 2022))
PERIODS = f"""
(in millions)       | {_THREE} | {_NINE}
Market data revenue | 182.6 | 180.0 | 168.9 | 541.1 | 498.7
Total revenues      | 913.2 | 840.0 | 848.7 | 2,776.4 | 2,607.6
Investment income   | 61.4 | 50.0 | 28.7 | 170.2 | 52.9
Net income          | 130.9 | 120.0 | 112.2 | 370.9 | 356.2
Net cash provided by operating activities | 241.6 | 200.0 | 226.8 | 690.4 | 655.0
Capital expenditures | (104.9) | (100.0) | (118.3) | (318.6) | (332.2)
Free cash flow      | 136.7 | 100.0 | 108.5 | 371.8 | 322.8
Cash dividends paid | (174.5) | (100.0) | (159.8) | (400.0) | (390.0)
Repurchases of common stock | (60.2) | (10.0) | (35.0) | (100.0) | (95.0)
"""


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("Revenue was $913.2 million, an 8.7% increase from the prior quarter.", ("8.7%", "9.7%")),
        ("Revenue was $913.2 million, a 7.6% increase from the comparable period of 2022.", ("7.6%", "6.7%")),
        (
            "Net income for the nine months ended September 30, 2023 was $370.9 million, as against $356.2 million.",
            ("356.2", "353.2"),
        ),
        ("Market data revenue totaled $183 million for third-quarter 2023.", ("183", "138")),
        ("Investment income more than doubled to $61.4 million from $28.7 million.", ("28.7", "25.7")),
        ("The company paid dividends of $174.5 million and repurchased $60.2 million of its stock.", ("60.2", "65.2")),
        (
            "Free cash flow, which we define as net cash provided by operating activities less capital expenditures, "
            "was $136.7 million.",
            ("136.7", "133.7"),
        ),
    ],
)
def test_what_is_said_plainly_is_doubted_by_nothing(sentence: str, wrong: tuple[str, str]) -> None:
    dated = "Halden Ridge announced results for the third quarter ended September 30, 2023."
    assert set(verdicts(PERIODS, dated, sentence)) == {"agrees"}
    assert loud(PERIODS, dated, sentence.replace(*wrong)) != []


def test_an_increase_in_something_else_stays_doubted() -> None:
    assert (
        loud(PERIODS, "Revenue was $913.2 million, with a 40% increase in volume and a 30% increase from prices.") == []
    )


GEOGRAPHY = """
(In thousands)                        | Three Months Ended June 30, 2017 | Three Months Ended June 30, 2016
Salaries, wages and employee benefits | 21,093 | 18,206
Net earnings                          | 8,345  | 7,495

REVENUE BY GEOGRAPHY (in thousands)

(in thousands) | Q2-17   | Q2-16
Canada         | 78,412  | 73,260
United States  | 62,794  | 55,680
Total          | 141,206 | 128,940
"""


def test_revenue_from_a_part_is_that_of_the_part() -> None:
    said = (
        "Revenue from Canada was $78.4 million in the quarter (Q2 2016 - $73.3 million) and revenue from the United "
        "States was $62.8 million (Q2 2016 - $55.7 million)."
    )
    assert verdicts(GEOGRAPHY, said) == ["agrees"] * 4
    assert loud(GEOGRAPHY, said.replace("78.4", "87.4")) == ["C001"]


def test_a_year_to_date_of_an_earlier_year_is_what_is_compared_with() -> None:
    said = (
        "Year-to-date 2024 revenue was $4,062.9 million, an increase of $251.3 million or 6.6% over YTD 2023. "
        "Net income YTD 2024 was $121.2 million as compared to $102.1 million YTD 2023."
    )
    assert verdicts(HALVES, said) == ["agrees"] * 5
    assert loud(HALVES, said.replace("102.1", "120.1")) == ["C001"]


def test_the_order_of_columns_is_noted_once_a_table() -> None:
    years = " | ".join(f"Year Ended December 31, {year}" for year in (2021, 2022, 2023))
    newer = " | ".join(f"Three Months Ended December 31, {year}" for year in (2023, 2022, 2021))
    table = f"""
Consolidated Statements of Income

In thousands    | {newer}
Revenue         | 43,512 | 41,007 | 40,000
Cost of revenue | 26,582 | 26,005 | 25,000
Net income      | 6,104  | 5,318  | 5,000

Consolidated Balance Sheets

In thousands      | {newer}
Cash              | 12,410 | 10,277 | 9,000
Total assets      | 93,913 | 90,132 | 88,000
Total liabilities | 48,472 | 49,599 | 48,000

Consolidated Statements of Cash Flows

In thousands                              | {years}
Net cash provided by operating activities | 14,874  | 14,120  | 15,000
Net cash used in investing activities     | (6,219) | (4,640) | (5,000)
"""
    notes = [f.rule for f in audited(table, "Revenue was $43.5 million.").findings if f.rule == "W005"]
    assert notes == ["W005"]


FUNDS = """
(in millions, except per share amounts) | Three Months Ended September 30, 2018 | Three Months Ended September 30, 2017
Adjusted FFO                            | 81.8 | 76.1
Adjusted FFO per diluted share          | 0.78 | 0.72
"""


def test_a_change_of_an_amount_by_the_share_that_no_vocabulary_knows() -> None:
    said = "Adjusted FFO per diluted share rose 8.3%."
    assert verdicts(FUNDS, said) == ["agrees"]
    assert loud(FUNDS, said.replace("8.3", "3.8")) == ["C003"]


STORES = """
(In millions)                   | Three Months Ended June 30, 2024 | Three Months Ended June 30, 2023
Net revenues                    | 2,041.7 | 1,902.3
Same store revenue              | 104.0   | 100.0
Same store net operating income | 63.0    | 60.0
"""


@pytest.mark.parametrize(
    "sentence",
    [
        "On a same-store basis, net operating income increased 5.0% and revenue increased 4.0%.",
        "Net operating income increased 5.0% on a same-store basis.",
    ],
)
def test_a_basis_that_a_sentence_names_is_that_of_its_measures(sentence: str) -> None:
    assert set(verdicts(STORES, sentence)) == {"agrees"}
    assert loud(STORES, sentence.replace("5.0%", "6.0%")) == ["C003"]


def test_what_was_expected_is_held_against_the_figure_before_it_alone() -> None:
    said = "Net revenues were $2,041.7 million, which was above the midpoint of our guidance and up 7% from a year ago."
    assert verdicts(HALVES, said) == ["agrees", "agrees"]
    ranged = (
        "Net revenues were $2,041.7 million, above the high end of our guidance of $1,900 million to $2,000 million."
    )
    assert loud(HALVES, ranged) == []


def test_a_balance_under_months_is_not_held_against_the_year_before() -> None:
    table = """
(In millions)        | Three Months Ended March 31, 2014 | Three Months Ended March 31, 2013
Net income           | 91.0  | 154.0
Book value per share | 37.73 | 35.41
"""
    said = "Book value per share was $37.73 at March 31, 2014, up {} from {}."
    assert loud(table, said.format("1 percent", "December 31, 2013")) == []
    assert loud(table, said.format("9 percent", "March 31, 2013")) == ["C003"]


_YEARS = " | ".join(f"{length} Ended June 30, {year}" for length in ("Three Months", "Year") for year in (2024, 2023))
YEARS = f"""
(In millions) | {_YEARS}
Revenue       | 283.9 | 239.4 | 1,154.6 | 1,058.8
Net income    | 12.0  | 10.0  | 60.0    | 50.0
"""


def test_the_year_under_its_own_heading() -> None:
    said = "Quarter Highlights", "Revenue increased 18.6% to $283.9 million.", "Fiscal Year Highlights"
    assert loud(YEARS, *said, "Revenue increased 9.1% to $1,154.6 million versus the prior year.") == []
    assert loud(YEARS, *said, "Revenue increased 9.1% to $1,554.6 million versus the prior year.") == ["C001"]


def test_a_year_behind_the_second_number_alone_is_a_year() -> None:
    said = "Fourth quarter net income was $12.0 million, and ${} million in 2024."
    assert verdicts(YEARS, said.format("60.0")) == ["agrees", "agrees"]
    assert loud(YEARS, said.format("61.0")) == ["C001"]


def test_what_a_segment_had_is_no_second_figure_of_the_company() -> None:
    said = (
        'Halden Ridge ("Halden") and Nordic Casualty Corp. ("Nordic") report operating income of $307 million for the '
        "quarter ended June 30, 2024.",
        "Record operating income of $309 million in the Personal Lines segment was reported.",
    )
    assert "C011" not in loud(HALVES, *said)


def test_text_between_two_names_in_marks_is_no_quotation() -> None:
    said = (
        'Nordic ("the Company") reported net income of $67.4 million for the quarter ended June 30, 2024, and '
        'merged with Casualty ("the Bank").',
        "Net income for the quarter ended June 30, 2024 was $69.4 million.",
    )
    found = audited(HALVES.replace("Net income ", "Other income "), *said).findings
    assert not [f.rule for f in found if f.rule == "C011"]


def test_the_points_between_two_margins_are_no_margin() -> None:
    table = """
(In thousands)     | Three Months Ended June 30, 2024 | Three Months Ended June 30, 2023 | Change
Revenue            | 945,900 | 1,222,000 | (276,100)
Gross margin %     | 19.3 %  | 23.3 %    | (4.0) pts
Operating margin % | 8.1 %   | 9.6 %     | (1.5) pts
EBITDA margin %    | 11.3 %  | 10.3 %    | 1.0 pts
"""
    assert loud(table, "Revenue was lower.") == []


_HOTEL = " | ".join(f"Quarter Ended December 31, {year}" for year in (2023, 2022, 2019))
HOTELS = f"""
(In millions)                | {_HOTEL} | Change From 2022 | Change From 2019
Revenues                     | 261.3   | 260.2   | 237.4   | 0.4%    | 10.1%
Hotel EBITDA                 | 64.6    | 77.4    | 66.0    | (16.5)% | (2.1)%
Net income                   | 11.0    | 18.4    | 13.6    | (40.2)% | (19.1)%
Adjusted EBITDA              | 57.3    | 67.4    | 62.7    | (15.0)% | (8.6)%
Available Rooms (number of)  | 887,428 | 885,776 | 883,660 | 1,652   | 3,768
"""


def test_a_quarter_is_held_against_that_quarter_of_the_year_it_is_compared_with() -> None:
    said = "Revenues were $261.3 million, a 0.4% increase over 2022 and a {}% increase over 2019."
    assert loud(HOTELS, said.format("10.1")) == []
    assert loud(HOTELS, said.format("10.7")) == ["C003"]


def test_a_number_in_a_column_of_percentages_is_the_change_itself() -> None:
    assert loud(HOTELS, "Revenues rose.") == []
    assert loud(HOTELS.replace("(40.2)%", "(42.2)%"), "Revenues rose.") == ["T003"]


def test_a_book_value_is_not_held_against_average_shares() -> None:
    table = """
(In thousands, except shares) | Quarter Ended June 30, 2025 | Quarter Ended March 31, 2025 | Quarter Ended Dec. 31, 2024
Net income                        | 1,346     | 1,049     | 743
Average basic shares outstanding  | 3,744,562 | 3,744,562 | 3,737,111
Book value at period end          | $15.24    | $14.98    | $14.87
Shareholders' equity              | 57,083    | 56,079    | 55,688
"""
    assert loud(table, "Revenues rose.") == []


def test_the_assets_that_were_sold_are_not_all_of_them() -> None:
    table = "\n(In millions) | June 30, 2024 | December 31, 2023\nTotal assets  | 940.1 | 912.4\n"
    assert loud(table, "Results include a gain of $8.9 million on the sale of assets, equal to $0.16 a share.") == []


def test_a_headline_without_a_verb_compares_with_two_years() -> None:
    said = "Full Year Revenue 9.1% Above 2023"
    assert verdicts(YEARS, said) == ["agrees"]


def test_revenue_per_available_room() -> None:
    row = "RevPAR                       | 193.69  | 194.91  | 182.59  | (0.6)%  | 6.1%\n"
    said = "RevPAR was ${}, and total revenue was $261.3 million."
    assert verdicts(HOTELS + row, said.format("193.69")) == ["agrees", "agrees"]
    assert loud(HOTELS + row, said.format("139.69")) == ["C001"]


def test_a_row_that_only_names_a_part_gives_no_orders_of_it() -> None:
    """Rows of parts are of revenue where nothing else is said; what was booked may have grown otherwise."""
    tables = """
    In millions     | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024 | % Change
    Total revenue   | 441.9 | 476.0 | (7)%
    Excursions      | 278.6 | 270.5 | 3%
    Lodging         | 163.3 | 205.5 | (21)%
    """
    told = "Excursion bookings increased {} in the quarter ended June 30, 2025 from the prior year quarter.\n"
    for growth in ("5%", "3%"):
        audit = audited(tables, told.format(growth), title="Acme Inc. Reports Second Quarter 2025 Results")
        assert not [f for f in audit.findings if f.level == "error"]


ARCADE = """
In thousands       | Three Months Ended June 30, 2025 | % of Revenue
Games revenue      | 34,512                           | 79.3%
Food revenue       | 9,000                            | 20.7%
Total revenue      | 43,512                           | 100.0%
Cost of games      | 2,730                            | 7.9%
Cost of food       | 2,205                            | 24.5%
Wages              | 8,214                            | 18.9%
Rent               | 6,012                            | 13.8%
Marketing          | 1,310                            | 3.0%
Depreciation       | 4,205                            | 9.7%
Administration     | 10,120                           | 23.3%
Operating income   | 8,716                            | 20.0%
"""


def test_the_cost_of_a_part_may_be_a_share_of_that_part() -> None:
    assert loud(ARCADE, "Total revenue was $43.5 million.") == []
    assert loud(ARCADE.replace("18.9%", "19.8%"), "Total revenue was $43.5 million.") == ["T004"]
