"""Releases of the nineties in fixed width: what is right agrees, one wrong figure is found."""

import pytest

from tests.engine.releases import audited, loud, verdicts

HOMES = """
                     (In thousands, except per share data)
                                      Three Months Ended     Nine Months Ended
                                         September 30,         September 30,
                                        1998       1997       1998       1997
                                      --------   --------   --------   --------
Revenues                              $184,216   $152,870   $497,335   $431,118
Net income                               9,131      5,856     21,363     14,897
Net income per share                  $   0.81   $   0.52   $   1.90   $   1.31


                                 OPERATING DATA

                                      Three Months Ended     Nine Months Ended
                                         September 30,         September 30,
                                        1998       1997       1998       1997
                                      --------   --------   --------   --------
NET NEW ORDERS (units)
Arizona                                    212        188        688        561
Colorado                                   164        171        540        522
                                      --------   --------   --------   --------
  Total                                    376        359      1,228      1,083
                                      ========   ========   ========   ========
Average price of homes closed         $285,164   $268,193   $280,512   $264,770
"""


def test_a_heading_in_units_narrows_nothing_and_its_total_is_of_all() -> None:
    right = "The company took 376 net new orders in the third quarter, compared with 359 a year ago."
    assert verdicts(HOMES, right) == ["agrees", "agrees"]
    assert loud(HOMES, right.replace("376", "396"))


def test_average_prices_in_full_are_in_no_thousands_whatever_the_statement_above_is_in() -> None:
    right = "The average price of homes closed in the third quarter was $285,164, versus $268,193 last year."
    assert verdicts(HOMES, right) == ["agrees", "agrees"] and not loud(HOMES, right)
    assert loud(HOMES, right.replace("285,164", "258,164"))


def test_amounts_by_the_share_that_are_ten_times_too_great_are_told_by_their_digits() -> None:
    assert verdicts(HOMES, "Net income per share was $0.81 for the third quarter.") == ["agrees"]
    assert loud(HOMES, "Net income per share was $8.10 for the third quarter.") == ["C006"]


AREAS = """
(Dollars in millions)    | Quarter Ended March 31, 1997 | Quarter Ended March 31, 1996 | Quarter Ended December 31, 1996
Sales:
  Resins                 | 71.3  | 64.8  | 70.9
  Pigments               | 58.9  | 60.2  | 64.4
  Other products         | 88.2  | 79.9  | 91.4
    Total                | 218.4 | 204.9 | 226.7
Sales by geographic area:
  North America          | 121.8 | 112.6 | 124.9
  Europe                 | 60.3  | 59.8  | 65.1
  Elsewhere              | 36.3  | 32.5  | 36.7
    Total                | 218.4 | 204.9 | 226.7
"""


def test_rows_by_area_are_parts_of_what_their_heading_divides() -> None:
    right = "Sales in North America increased 8% to $121.8 million in the first quarter of 1997."
    assert verdicts(AREAS, right) == ["agrees", "agrees"]
    assert loud(AREAS, right.replace("8%", "6%"))


@pytest.mark.parametrize("column", ["218.4", "204.9", "226.7"])
def test_a_wrong_total_is_found_though_it_is_told_again_below(column: str) -> None:
    first = AREAS.index("Total")
    at = AREAS.index(column, first)
    assert not loud(AREAS)
    assert loud(AREAS[:at] + column.replace("2", "3", 1) + AREAS[at + len(column) :])


_ENDED = " | ".join(
    f"{length} Ended December 31, {year}" for length in ("Three Months", "Year") for year in (1999, 1998)
)
YEAR = f"""
(In thousands)       | {_ENDED}
Net income           | 5,355 | 4,344 | 16,778 | 13,492
Net income per share | 0.51  | 0.42  | 1.61   | 1.31
"""


def test_a_headline_of_a_quarter_and_its_year_may_speak_of_either() -> None:
    title = "Halden Ridge Announces Record Fourth Quarter and Fiscal 1999 Results; Net Income Up {}%"
    for rate in (23, 24):
        assert not loud(YEAR, title=title.format(rate))
    found = audited(YEAR, title=title.format(23))
    assert [found.judgements[c.id].verdict for c in found.claims] != ["disagrees"]


_LENGTHS = " | ".join(
    f"{length} Ended December 31, {year}" for length in ("Three Months", "Year") for year in (1995, 1994)
)
PIPES = f"""
(Millions of dollars) | {_LENGTHS}
Operating revenues    | 410.0 | 344.8 | 1,417.0 | 1,294.2
Net income            | 49.8  | 25.4  | 201.9   | 140.9
"""


def test_a_headline_begins_with_the_name_of_the_company_which_narrows_nothing() -> None:
    said = "OMAHA -- Halden-Ridge Transmission Company today announced its results."
    title = "HALDEN-RIDGE FOURTH QUARTER NET INCOME RISES 96 PERCENT"
    assert not loud(PIPES, said, title=title)
    assert loud(PIPES, said, title=title.replace("96", "98")) == ["C003"]


def test_a_year_whose_amount_follows_is_not_that_of_the_change_before_it() -> None:
    right = "Operating revenues for the quarter were $410.0 million, up 18.9 percent, and for the year $1.42 billion."
    assert verdicts(PIPES, right) == ["agrees"] * 3
    assert loud(PIPES, right.replace("18.9", "16.9"))


_WEEKS = " | ".join(f"{n} Weeks Ended July {day}" for n in (12, 40) for day in ("5, 1997", "6, 1996"))
FIVE_YEARS = f"""
(In millions) | {_WEEKS}
Sales         | 418.6 | 401.3 | 1,381.0 | 1,322.6

Five-Year Summary

(In millions) | 1996    | 1995    | 1994    | 1993    | 1992
Sales         | 1,741.8 | 1,688.3 | 1,612.9 | 1,540.4 | 1,497.7
"""


def test_five_columns_of_bare_years_are_years_in_the_report_of_a_quarter_too() -> None:
    found = audited(FIVE_YEARS, "Sales were $1,741.8 million in fiscal 1996.")
    assert [found.judgements[c.id].verdict for c in found.claims] == ["agrees"]
    assert loud(FIVE_YEARS, "Sales were $1,714.8 million in fiscal 1996.")


STATISTICS = """
                        SUMMARY CONSOLIDATED OPERATING RESULTS
                                (In thousands)

                                    Three Months Ended
                                       September 30,
                                      2000       1999
                                    --------   --------
REVENUES                              75,409     66,156
EXPENSES
  Programming                         17,210     15,340
  Selling, general and administrative 13,220     12,105
                                    --------   --------
TOTAL EXPENSES                        30,430     27,445
                                    ========   ========

                         SUBSCRIBER STATISTICS
                  (IN THOUSANDS, EXCEPT PERCENTAGES AND
                         REVENUE PER SUBSCRIBER)

                                    9/30/00    6/30/00    9/30/99
                                   --------   --------   --------
Basic subscribers                     522.9      519.4      508.6
Basic penetration                     64.4%      64.2%      64.0%
"""


def test_a_note_of_units_over_two_lines_is_no_title_and_operating_results_are_no_measure_that_rows_divide() -> None:
    facts = {f.label: f.measure for f in audited(STATISTICS).facts}
    assert facts["Programming"].key == "programming" and facts["Basic subscribers"].key == "basic-subscriber"
    right = "Basic subscribers were 522,900 at September 30, 2000."
    assert verdicts(STATISTICS, right) == ["agrees"]
    assert loud(STATISTICS, right.replace("522", "552"))


FISCAL = " | ".join(f"{length} Ended June 30, {year}" for length in ("Three Months", "Year") for year in (1998, 1997))
AVIATION = f"""
(Millions of dollars)    | {FISCAL}
Sales                    | 86.9 | 75.4 | 319.4 | 287.0
Research and development | 3.6  | 3.2  | 13.4  | 12.1
Net income               | 5.6  | 2.9  | 14.8  | 8.7
"""


@pytest.mark.parametrize(
    "sentence",
    [
        "Sales in the quarter were $86.9 million. Research and development for the year totaled $13.4 million.",
        "Sales for the fourth quarter of fiscal 1998, ended June 30, were $86.9 million. Net income was $5.6 million.",
    ],
)
def test_the_length_of_time_that_a_sentence_names_is_heard(sentence: str) -> None:
    assert verdicts(AVIATION, sentence) == ["agrees", "agrees"]
    assert loud(AVIATION, sentence.replace("5.6", "6.5").replace("13.4", "14.4")) == ["C001"]


def test_sales_of_the_fiscal_year_stand_behind_those_of_the_quarter_in_a_headline() -> None:
    title = "Fourth-Quarter Sales of $86.9 Million; Fiscal-Year Sales Up 11 Percent to $319.4 Million"
    assert not loud(AVIATION, title=title)
    assert loud(AVIATION, title=title.replace("Up 11", "Up 17"))


DEBT = """
(Millions)           | June 30, 1998 | June 30, 1997
Total debt           | 88.4          | 97.6
Shareholders' equity | 131.7         | 116.2
"""


def test_a_share_of_what_no_table_gives_behind_a_change_is_no_growth() -> None:
    right = "Total debt was reduced by $9.2 million to $88.4 million, or 40 percent of total capital."
    assert not loud(DEBT, right)
    assert verdicts(DEBT, right)[:2] == ["agrees", "agrees"]


ORDERS = """
Title Orders  | Three Months Ended June 30, 1997 | Three Months Ended June 30, 1996
Title orders opened | 133,368 | 105,352
Title orders closed | 94,906  | 77,258
"""


def test_what_one_part_is_compared_with_is_no_base_of_another() -> None:
    right = (
        "Title orders opened in the quarter totaled 133,368, 27 percent more than the 105,352 opened in the same "
        "quarter last year, and orders closed were 94,906, up 23 percent."
    )
    assert not loud(ORDERS, right)


INSURER = """
(In thousands)       | Three Months Ended June 30, 1997 | Three Months Ended June 30, 1996
Revenues             | 262,060 | 206,151
Personnel costs      | 78,915  | 62,240
Provision for claims | 13,184  | 10,392
"""


def test_a_share_that_says_of_what_it_is_is_not_of_what_the_one_before_was() -> None:
    right = (
        "Personnel costs were 30.1 percent of revenues, versus 30.2 percent, and the provision for claims was $13.2 "
        "million, or 6.0 percent of title premiums, compared with 6.1 percent."
    )
    assert not loud(INSURER, right)
    assert loud(INSURER, right.replace("30.1", "31.0"))


SHIFTED = """
                 (Dollars in thousands)

                                      Three Months Ended        Nine Months Ended
                                           March 31,                 March 31,
                                      2002        2001         2002         2001
                                     --------------------    ----------------------
                                                     (Unaudited)
Loans                           $    9,412  $    8,870  $   27,806  $   25,940
Securities                           1,105       1,240       3,422       3,790
Total interest income               10,517      10,110      31,228      29,730
"""


def test_two_lengths_of_time_share_the_columns_evenly_though_their_words_stand_to_the_right() -> None:
    right = "Total interest income for the nine months ended March 31, 2002 was $31.2 million."
    assert verdicts(SHIFTED, right) == ["agrees"]
    assert loud(SHIFTED, right.replace("31.2", "32.1"))


LEAF = """
              (Dollars in millions)

                             Fourth Quarter                   Year
                            ----------------   Percent  ----------------   Percent
                              1998      1997   Change     1998      1997   Change
                            ------    ------   -------  ------    ------   -------
Leaf                          $    412  $    398       4%   $  1,648  $  1,601       3%
Cigars                             118       104      13%        441       392      13%
                                  -----     -----               -----     -----
  Net sales                        530       502       6%      2,089     1,993       5%
Cost of products sold              248       236       5%        982       960       2%
"""


def test_a_heading_right_above_the_middle_of_the_next_line_s_is_of_its_column() -> None:
    right = (
        "Net sales were $530 million in the fourth quarter, compared with $502 million in the fourth quarter of 1997."
    )
    assert verdicts(LEAF, right) == ["agrees", "agrees"]
    assert loud(LEAF, right.replace("502", "520"))


def test_rows_over_their_total_are_its_parts_beside_columns_of_percentages_too() -> None:
    facts = {f.label: f.measure for f in audited(LEAF).facts}
    assert facts["Cigars"].key == "revenue" and facts["Cigars"].qualifiers == {"cigar"}
    right = "Sales of cigars were $441 million for the year 1998, up from $392 million."
    assert not loud(LEAF, right)
    assert loud(LEAF, right.replace("441", "414"))


def test_a_growth_that_two_lengths_of_time_share_tells_neither_from_the_other() -> None:
    title = "Halden Ridge Reports 1998 Results"
    assert not loud(LEAF, "CIGARS. Sales of $118 million were 13% higher than a year ago.", title=title)


PRODUCTS = """
(In thousands)      | Three Months Ended June 30, 2026 | Three Months Ended June 30, 2025 | % Change
Lorvax              | 17,021 | 18,329 | (7%)
Tandrel             | 21,410 | 12,006 | 78%
Royalties           | 31,077 | 28,650 | 8%
Total revenues      | 69,508 | 58,985 | 18%
"""


def test_a_sentence_that_begins_with_the_name_of_another_part_leaves_that_of_its_heading() -> None:
    right = "Lorvax (tablets) Oral Solution generated $17.0 million in net sales for the second quarter of 2026."
    assert verdicts(PRODUCTS, "Tandrel", right) == ["agrees"]
