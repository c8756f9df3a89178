"""Small facts, claims and rules for tests of the rule book, made by hand."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from auditor.model.binding import Binding, Candidate, Operand
from auditor.model.calendar import FiscalCalendar
from auditor.model.claim import Claim
from auditor.model.fact import Fact, Measure
from auditor.model.period import Period, month_end, months_ended
from auditor.model.quantity import Quantity
from auditor.model.source import Document, Span
from auditor.rulebook import Context, Rulebook, load_rules

QUARTER = months_ended(month_end(2025, 6), 3)
YEAR_AGO = QUARTER.years_before()
NOWHERE = Span(0, 0)


def quantity(value: str, step: str = "1", unit: str = "USD") -> Quantity:
    return Quantity.printed(Decimal(value), Decimal(step), unit)


def fact(
    key: str,
    value: str,
    period: Period = QUARTER,
    step: str = "1000",
    unit: str = "USD",
    text: str = "",
    column: int = 1,
) -> Fact:
    """A figure printed in thousands, unless `step` says otherwise."""
    printed = text or f"{Decimal(value) / Decimal(step):,.0f}"
    return Fact(
        f"{key}-{period}-{column}", "t1", 1, column, key.replace("-", " ").capitalize(), str(period.end.year), printed,
        quantity(value, step, unit), Measure(key, frozenset(), True), period, "amount", NOWHERE, 10,
    )  # fmt: skip


def claim(quote: str, value: str, step: str, kind: str = "level", unit: str = "USD", **more: object) -> Claim:
    return Claim("c1", Span(0, len(quote)), Span(0, len(quote)), quote, quantity(value, step, unit), kind, **more)  # type: ignore[arg-type]


def cell(one: Fact) -> Operand:
    return Operand(one.quantity, (one,))


def context(
    one: Claim, operands: Mapping[str, Operand] | None = None, strength: str = "sure", reason: str = "", *facts: Fact
) -> Context:
    """A document of one claim with at most one reading."""
    candidates = (Candidate(operands, strength),) if operands is not None else ()  # type: ignore[arg-type]
    known = tuple(f for operand in (operands or {}).values() for f in operand.facts)
    return Context(
        Document("tiny.txt", one.quote, ()), (), (*known, *facts), (one,),
        {one.id: Binding(one.id, candidates, reason)}, FiscalCalendar(),
    )  # fmt: skip


HEAD = """\
id: X001
name: a-rule
level: error
summary: Something is wrong.
why: It matters.
"""
EXAMPLES = """\
examples:
  - fails: |
      Wrong.
  - passes: |
      Right.
"""


def rulebook(body: str, name: str = "a-rule", examples: str = EXAMPLES) -> Rulebook:
    """A rule book of one rule, from the fields that `HEAD` and `EXAMPLES` leave open."""
    return load_rules([(f"{name}.yaml", f"{HEAD.replace('a-rule', name)}{body}{examples}")])
