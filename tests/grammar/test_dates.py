"""Header dates: what each spelling says of the period, and what says none."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.grammar.dates import SILENT, Stated, is_period, part, parts_in, rest_of, stated

SAYS = {
    "September 30, 2006": Stated(month=9, day=30, year=2006),
    "Sept. 30, 2006": Stated(month=9, day=30, year=2006),
    "30 September 2006": Stated(month=9, day=30, year=2006),
    "9/30/06": Stated(month=9, day=30, year=2006),
    "2006-09-30": Stated(month=9, day=30, year=2006),
    "SEPTEMBER 30,": Stated(month=9, day=30),
    "Jun-25": Stated(month=6, year=2025),
    "September 2006": Stated(month=9, year=2006),
    "2006": Stated(year=2006),
    "2006 (unaudited)": Stated(year=2006),
    "Fiscal 2024": Stated(year=2024, fiscal=True),
    "FY24": Stated(year=2024, fiscal=True),
    "Three Months Ended September 30,": Stated(months=3, month=9, day=30),
    "Three Months Ended September 30, 2006": Stated(months=3, month=9, day=30, year=2006),
    "Twelve Months Ended Jun 30, 2005": Stated(months=12, month=6, day=30, year=2005),
    "For the 13 Weeks Ended": Stated(weeks=13),
    "Thirty-nine weeks ended November 2, 2024": Stated(weeks=39, month=11, day=2, year=2024),
    "Quarter ended": Stated(months=3),
    "Fiscal Year Ended": Stated(months=12),
    "Nine months 2025": Stated(months=9, year=2025),
    "Q3 2025": Stated(quarter=3, year=2025),
    "Q3'24": Stated(quarter=3, year=2024),
    "10–12/2024": Stated(months=3, month=12, day=31, year=2024),
    "YTD'24": Stated(to_date=True, year=2024),
    "9M18": Stated(months=9, year=2018),
    "9M FY18": Stated(months=9, year=2018),
    "3Q25": Stated(quarter=3, year=2025),
    "2025 Q3": Stated(quarter=3, year=2025),
    "Third Quarter Fiscal 2007": Stated(quarter=3, year=2007, fiscal=True),
    "First Half 2025": Stated(half=1, year=2025),
    "Year-to-Date": Stated(to_date=True),
    "Six months to June 30, 2025": Stated(months=6, month=6, day=30, year=2025),
    "Period from January 1, 2024 through June 30, 2024": Stated(months=6, month=6, day=30, year=2024),
    "Oct–Dec 2024": Stated(months=3, month=12, day=31, year=2024),
    "January - June": Stated(months=6, month=6, day=30),
    "As of June 30, 2023": Stated(month=6, day=30, year=2023, instant=True),
    "Balance, June 30, 2023": Stated(month=6, day=30, year=2023, instant=True),
    "At and For the Three Months Ended March 31, 2024": Stated(months=3, month=3, day=31, year=2024, instant=True),
}


@pytest.mark.parametrize("text", SAYS)
def test_a_header_says_its_period(text: str) -> None:
    assert stated(text) == SAYS[text]


@pytest.mark.parametrize(
    "text",
    ["Notes due 2027", "3 months or less", "Greater than 12 months", "Within 1 year", "401(k)", "1-4 family", "Level 3",
     "$2,006", "2,006", "20.06%", "Change", "Gross Unrealized Losses"],
)  # fmt: skip
def test_what_says_no_period(text: str) -> None:
    assert stated(text) == SILENT


def test_of_two_days_the_one_of_the_column_s_year() -> None:
    spanning = "For the 13 Weeks Ended July 3, 2004 and June 28, 2003"
    assert stated(f"{spanning} 2004") == Stated(weeks=13, month=7, day=3, year=2004)
    assert stated(f"{spanning} 2003") == Stated(weeks=13, month=6, day=28, year=2003)


def test_a_year_called_by_its_beginning_keeps_the_printed_day() -> None:
    assert stated("52 Weeks Ended February 3, 2024 2023").on() == date(2024, 2, 3)


def test_what_is_left_open_comes_from_the_header_above() -> None:
    assert Stated(year=2023).within(stated("Three Months Ended June 30,")) == stated("Three Months Ended June 30, 2023")
    assert stated("December 31, 2022").within(SILENT) == stated("December 31, 2022")


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Three Months Ended June 30, 2023 As Restated", "Restated"),
        ("June 30, 2023 Gross Carrying Amount", "Gross Carrying Amount"),
        ("Three Month Change", "Change"),
        ("June 30, 2023 (unaudited)", ""),
    ],
)
def test_the_rest_names_the_column(text: str, rest: str) -> None:
    assert rest_of(text) == rest


def test_headings_that_are_nothing_but_a_period() -> None:
    assert is_period("Three Months Ended June 30, 2023")
    assert is_period("2022")
    assert not is_period("Fiscal 2023 acquisitions")
    assert not is_period("As of")


STYLES = ["%B %d, %Y", "%b. %d, %Y", "%d %B %Y", "%m/%d/%Y", "%Y-%m-%d"]


@given(st.dates(date(1990, 1, 1), date(2049, 12, 31)), st.sampled_from(STYLES))
def test_any_printed_day_reads_back(day: date, style: str) -> None:
    assert stated(day.strftime(style)).on() == day


@given(st.sampled_from(sorted(SAYS)))
def test_parts_lie_in_order_and_apart(text: str) -> None:
    places = [(p.start, p.end) for p in parts_in(text)]
    assert all(a < b for a, b in places)
    assert all(first[1] <= second[0] for first, second in zip(places, places[1:], strict=False))


def test_the_grammar_names_what_it_wanted() -> None:
    assert str(part()) == "part of a period"
    assert part().parse_string("Three Months Ended")[0] == "Three Months Ended"


def test_days_in_brackets_are_weeks() -> None:
    assert stated("Quarter Ended February 15, 2026 (84 days)").weeks == 12
    assert stated("Two Quarters Ended February 15, 2026 (168 days)").weeks == 24
    assert stated("Past due (90 days)").weeks is None
