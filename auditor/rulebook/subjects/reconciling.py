"""Reconciliations: the columns of a table that lead from a figure of the statements to an adjusted one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from auditor.model.fact import Fact, Measure
from auditor.model.period import Period
from auditor.rulebook.context import Context, Subject, once
from auditor.rulebook.language.figures import Figure, Missing, number, truth
from auditor.rulebook.language.types import Value
from auditor.rulebook.subjects.naming import named
from auditor.tables.footings import Footing

_ALLOWED = re.compile(
    r"\b(?:interest|financ(?:e|ial|ing)\s+(?:results?|costs?|expenses?|income|charges?)|factoring|tax"
    r"(?:es|ation)?|depletion"
    r"|depreciation|amortization|accretion|net\s+(?:loss|earnings)|income|ebit)\b",
    re.I,
)
_NET = re.compile(r"\bnet\s+of\s+(?:income\s+)?tax(?:es)?\b|\bafter[- ]tax\b", re.I)
STATEMENTS = ("income-statement", "cash-flow", "balance-sheet")


def reconciliations(context: Context, of: tuple[str, ...], rest: frozenset[str]) -> Iterator[Subject]:
    """Each sum of a reconciliation with the figure that it starts from and the one of the statements."""
    for table in context.tables:
        if table.kind != "reconciliation":
            continue
        first = min((fact.row for fact in table.facts if fact.origin == "cell"), default=-1)
        for footing in context.arithmetic[table.id].footings:
            if footing.kind == "rows" and len(footing.parts) > 1:
                yield _reconciliation(context, footing, footing.parts[0][1].row == first)


def _reconciliation(context: Context, footing: Footing, opens: bool) -> Subject:
    start, total = footing.parts[0][1], footing.total
    others = [fact for _, fact in footing.parts[1:] if not _ALLOWED.search(fact.label)]
    names: dict[str, Value] = {
        "start": context.known.figure(start),
        "total": context.known.figure(total),
        "statement": _in_statements(context, start),
        "opens": truth(opens),
        "others": number(Decimal(len(others))),
        "other": others[0].label if others else "",
        "net_of_tax": next((f.label for _, f in footing.parts[1:] if _NET.search(f.label)), ""),
        "table": context.table[total.table],
    }
    return Subject(named(total), start.span, names, context.lookup, (start, total), f"{total.table}:{total.row}")


@once
def _stated(context: Context) -> Mapping[tuple[Measure, str], Mapping[tuple[Period, Decimal], Fact]]:
    """What the statements print, by measure and unit: the first figure of each period and value."""
    found: dict[tuple[Measure, str], dict[tuple[Period, Decimal], Fact]] = {}
    for fact in (f for facts in context.known.by_key.values() for f in facts):
        if context.table[fact.table].kind in STATEMENTS and fact.period is not None and fact.measure is not None:
            same = found.setdefault((fact.measure, fact.quantity.unit), {})
            same.setdefault((fact.period, fact.quantity.value), fact)
    return found


def _in_statements(context: Context, start: Fact) -> Value:
    """The figure of the statements of the measure and period that a reconciliation starts from."""
    if start.measure is None or not start.measure.known or start.period is None or start.measure.qualifiers:
        return Missing("the figure that the reconciliation starts from is not one of the statements")
    found: dict[str, Figure] = {}
    for (period, value), fact in _stated(context).get((start.measure, start.quantity.unit), {}).items():
        if period.same(start.period):
            found.setdefault(str(value), context.known.figure(fact))
    if len(found) != 1:
        return Missing(f"the statements give no one figure of {start.label} {start.period.when}")
    return next(iter(found.values()))
