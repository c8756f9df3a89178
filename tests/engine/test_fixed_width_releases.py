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
