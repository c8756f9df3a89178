"""Streaks and superlatives of the prose: of which measure and period they are."""

from datetime import date

import pytest

from auditor.claims import Extraction
from auditor.model.calendar import FiscalCalendar
from auditor.model.period import months_ended
from tests.claims.tiny import extracted

QUARTER = months_ended(date(2025, 6, 30), 3)
CALENDAR = FiscalCalendar(12, True, False, (), QUARTER)


def said(text: str) -> Extraction:
    return extracted(CALENDAR, ("prose", text))


@pytest.mark.parametrize(
    ("text", "measure", "turn", "basis"),
    [
        ("It was the fifth consecutive quarter of year-over-year revenue growth.", "revenue", "up", "year-before"),
        ("Revenue fell for the third straight quarter.", "revenue", "down", None),
        (
            "This is our second consecutive quarter of sequential growth in net income.",
            "net-income",
            "up",
            "period-before",
        ),
        ("It is our third consecutive quarter of operating profit.", "operating-income", "profit", None),
        ("We achieved five consecutive quarters of non-GAAP profitability.", "adjusted net-income", "profit", None),
    ],
)
def test_a_streak(text: str, measure: str, turn: str, basis: str | None) -> None:
    (found,) = said(text).streaks
    assert (str(found.measure), found.turn, found.basis) == (measure, turn, basis)


def test_a_streak_of_something_that_does_not_rise_has_no_direction() -> None:
    (found,) = said("This is the 84th consecutive quarterly dividend.").streaks
    assert found.turn is None


def test_a_streak_is_of_the_quarter_reported() -> None:
    (streak,) = said("Revenue grew for the third consecutive quarter.").streaks
    assert (streak.period, streak.count, streak.quote) == (QUARTER, 3, "third consecutive quarter")


@pytest.mark.parametrize(
    ("text", "since", "shown"),
    [
        ("Revenue for the quarter was the highest in two years.", date(2023, 6, 30), False),
        ("Revenue was the highest quarterly revenue since the third quarter of 2022.", date(2022, 9, 30), False),
        ("Revenue was the highest of the four quarters shown.", None, True),
        ("We posted the highest quarterly revenue in our history.", None, False),
    ],
)
def test_a_superlative(text: str, since: date | None, shown: bool) -> None:
    (top,) = said(text).superlatives
    assert (str(top.measure), top.period, top.highest, top.since, top.shown) == ("revenue", QUARTER, True, since, shown)


@pytest.mark.parametrize(
    "text",
    [
        "We serve the largest customers.",
        "Revenue and net income were the highest in two years.",  # of which of the two the tables are asked is not said
        "Revenue grew as the highest priority of our team.",
        "Our largest market had revenue of $5 million.",
    ],
)
def test_what_surely_ranks_no_figure(text: str) -> None:
    assert said(text).superlatives == ()
