"""Pairs of numbers for two lengths of time, and numbers that a sentence does not surely tell apart."""

from datetime import date

import pytest

from auditor.claims.conflicts import UNTOLD
from auditor.model.calendar import FiscalCalendar
from auditor.model.claim import Claim
from auditor.model.period import months_ended
from tests.claims.tiny import extracted

CALENDAR = FiscalCalendar(12, True, False, (), months_ended(date(2025, 6, 30), 3))
QUARTER, HALF = "2025-04-01/2025-06-30", "2025-01-01/2025-06-30"
YEAR_AGO = ("2024-04-01/2024-06-30", "2024-01-01/2024-06-30")


def claims(text: str) -> tuple[Claim, ...]:
    return extracted(CALENDAR, ("prose", text)).claims


@pytest.mark.parametrize(
    "text",
    [
        "Interest expense for the three and six months ended June 30, 2025 was $28 million and $53 million, respectively, "
        "compared to $25 million and $38 million, respectively, for the prior year period.",
        "Interest expense in the second quarter and first six months of 2025 was $28 million and $53 million, respectively, "
        "compared with $25 million and $38 million, respectively, in the same periods of 2024.",
    ],
)
def test_what_two_lengths_are_compared_with_is_of_the_same_lengths(text: str) -> None:
    assert [(str(c.period), c.role) for c in claims(text)] == [
        (QUARTER, "current"), (HALF, "current"), (YEAR_AGO[0], "base"), (YEAR_AGO[1], "base"),
    ]  # fmt: skip


def test_percentages_restate_the_pair_of_amounts_before_them() -> None:
    found = claims(
        "During the three and six months ended June 30, 2025, operating expenses decreased $65.0 million and $171.5 million, "
        "or 16.8% and 20.4%, respectively, compared to the prior year."
    )
    assert [(c.kind, str(c.period), c.direction) for c in found] == [
        ("change", QUARTER, "down"), ("change", HALF, "down"),
        ("change-percent", QUARTER, "down"), ("change-percent", HALF, "down"),
    ]  # fmt: skip


def test_two_restated_changes_are_of_the_two_lengths() -> None:
    found = claims(
        "During the three and six months ended June 30, 2025, operating expenses increased $118 million, or 4 percent, and "
        "increased $336 million, or 5 percent, respectively, versus the prior year."
    )
    assert [str(c.period) for c in found] == [QUARTER, QUARTER, HALF, HALF]


def test_of_numbers_listed_for_one_period_none_is_sure() -> None:
    found = claims("Other expense, net for the prior year period was $4 million and $46 million, respectively.")
    assert [c.doubt for c in found] == [UNTOLD, UNTOLD]


def test_what_brought_a_change_about_is_in_doubt_and_the_change_is_not() -> None:
    first, second = claims("Revenue increased 6% as higher pricing of revenue added a 9% increase in revenue.")
    assert not first.doubt
    assert second.doubt


def test_a_level_named_twice_apart_is_not_in_doubt() -> None:
    found = claims("Deposits topped the $5 billion threshold ending the quarter at $1.01 billion.")
    assert [c.doubt for c in found] == ["", ""]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "The outflow was due to higher share repurchases of $9 million compared to $7 million in the prior year.",
            "level",
        ),
        ("The outflow was due to higher share repurchases of $9 million.", "change"),
    ],
)
def test_an_adjective_before_a_measure_is_no_change_where_two_levels_are_compared(text: str, kind: str) -> None:
    assert claims(text)[0].kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "Results included stock-based compensation expense and $34 million of acquisition-related costs.",
        "The benefit related to stock-based compensation expense was $17 million.",
        "Currencies decreased operating expenses by 3 percent and 4 percent, respectively.",
        "Cash equivalents were $8.1 billion.",
        "The decrease in operating expenses was due to a decrease of $20.1 million in labor costs.",
        "The debt to equity ratio was 28.7% excluding unrealized losses.",
    ],
)
def test_what_is_of_something_beside_the_measure_contradicts_nothing(text: str) -> None:
    assert all(c.doubt for c in claims(text) if c.measure is not None)
