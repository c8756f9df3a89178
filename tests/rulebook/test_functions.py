"""Each function of the language, and what is missing."""

from dataclasses import replace
from decimal import Decimal

import pytest

from auditor.model.calendar import FiscalCalendar
from auditor.model.period import Period
from auditor.rulebook.language.compiling import Names, compiled
from auditor.rulebook.language.figures import Figure, Missing, Truth, of_fact
from auditor.rulebook.language.functions import FUNCTIONS, LAZY
from auditor.rulebook.language.grammar import parse
from auditor.rulebook.language.lookup import Facts, Lookup
from auditor.rulebook.language.types import Value
from tests.rulebook.tiny import QUARTER, YEAR_AGO, fact

REVENUE, BEFORE = fact("revenue", "43512000"), fact("revenue", "41007000", YEAR_AGO, column=2)
COST = fact("cost-of-revenue", "26582000")
REPORTED = replace(fact("net-income", "5318000"), id="old", row=2, column=3, header="As previously reported")
RESTATED = replace(fact("net-income", "5207000"), id="new", row=2, column=4, header="As restated")
LOOKUP = Lookup(Facts((REVENUE, BEFORE, COST, REPORTED, RESTATED), (), FiscalCalendar()))
NAMES: dict[str, Value] = {
    "now": of_fact(REVENUE),
    "before": of_fact(BEFORE),
    "cost": of_fact(COST),
    "was": of_fact(REPORTED),
    "is_now": of_fact(RESTATED),
    "parts": (of_fact(REVENUE), of_fact(BEFORE)),
    "quarter": QUARTER,
    "gone": Missing("no revenue for Q1"),
}


def run(text: str, lookup: Lookup = LOOKUP) -> Value:
    return compiled(parse(text))(Names(NAMES, lookup))


def said(value: Value) -> object:
    """A value in short: numbers as text, truths as booleans, what is missing as its reason."""
    match value:
        case Figure():
            return f"{value.value.normalize():f}"
        case Truth():
            return value.holds
        case Missing():
            return f"not checked: {value.reason}"
        case Period():
            return str(value)
        case _:
            return value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('fact("revenue", quarter)', "43512000"),
        ('fact("revenue", year_before(quarter))', "41007000"),
        ('fact("revenue")', "not checked: 2 different figures for revenue"),
        ('fact("gross-profit", quarter)', "not checked: no gross profit for the 3 months to June 30, 2025"),
        ('count(rows("revenue"))', "2"),
        ("sum(parts)", "84519000"),
        ("sum(now, before, cost)", "111101000"),
        ("average(parts)", "42259500"),
        ("min(parts)", "41007000"),
        ("max(now, before)", "43512000"),
        ("abs(before - now)", "2505000"),
        ("plain(now) + plain(days(quarter))", "43512091"),
        ("sign(before - now)", "-1"),
        ("round(2.549, 1)", "2.5"),
        ("round(2.5)", "3"),
        ("days(quarter)", "91"),
        ("months(quarter)", "3"),
        ("movement(now, before)", "up"),
        ("movement(before, now)", "down"),
        ("movement(now, now)", "flat"),
        ("slip(now, 43152000)", True),
        ("slip(now, 41007000)", False),
        ("restated(was)", "5207000"),
        ("restated(now)", "not checked: the figure is not one that was restated"),
        ("as_reported(is_now)", "5318000"),
        ("as_reported(now)", "not checked: the tables show no figure as previously reported"),
        ("multiple(91, 7)", True),
        ("count(series(now))", "3"),
        ("contains(now.label, 'even')", True),
        ("contains(now.label, 'odd')", False),
        ("says('was flat, at about', 'flat at', 'unchanged')", True),
        ("says('was flat at', 'la', 'lat at')", False),
        ("multiple(92, 7)", False),
        ("opening(quarter)", "2025-03-31"),
        ("closing(quarter)", "2025-06-30"),
        ("first(gone, now)", "43512000"),
        ("first(gone, gone)", "not checked: no revenue for Q1"),
        ("given(now)", True),
        ("given(gone)", False),
        ("now > before", True),
        ("now = before", False),
        ("not (now > before)", False),
        ("gone + now", "not checked: no revenue for Q1"),
        ("gone > now or now > before", True),
        ("gone > now and now < before", False),
        ("gone > now and now > before", "not checked: no revenue for Q1"),
        ("now.label", "Revenue"),
        ("now.column", "2025"),
        ("(now + before).label", "not checked: a computed figure has no label"),
        ("now.measure is 'revenue'", True),
        ("quarter is year_before(quarter)", False),
    ],
)
def test_functions(text: str, value: object) -> None:
    assert said(run(text)) == value


def test_every_function_has_a_test() -> None:
    tested = {text for marks in test_functions.pytestmark for text, _ in marks.args[1]}  # type: ignore[attr-defined]
    untested = [name for name in (*FUNCTIONS, *LAZY) if not any(f"{name}(" in text for text in tested)]
    assert untested == []


def test_in_a_column_facts_are_those_of_the_column() -> None:
    column = Lookup(LOOKUP.document, (REVENUE, COST), "in 2025")
    assert said(run('fact("revenue") - fact("cost-of-revenue")', column)) == "16930000"
    assert said(run('fact("income-taxes")', column)) == "not checked: no income taxes in 2025"


def test_a_change_is_as_wide_as_its_figures_leave_it() -> None:
    change = run("now / before - 1")
    assert isinstance(change, Figure)
    assert round(change.value, 4) == Decimal("0.0611")
    assert change.quantity.step < Decimal("0.0001")
    assert change.facts == (REVENUE, BEFORE)
