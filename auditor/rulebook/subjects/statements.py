"""Subjects of the statements: a column, and the two balance sheets around a period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.model.fact import Fact, Table
from auditor.model.period import Period
from auditor.model.source import Span
from auditor.rulebook.context import Context, Subject
from auditor.rulebook.language.figures import truth
from auditor.rulebook.language.lookup import Lookup
from auditor.rulebook.language.types import Value

_DIVIDENDS = ("dividends-per-share", "dividends-paid")


def columns(context: Context, of: tuple[str, ...], rest: frozenset[str]) -> Iterator[Subject]:
    """The columns of amounts of the tables of some kinds. The columns of one table vote together."""
    for table in context.tables:
        if of and table.kind not in of:
            continue
        for column in table.columns:
            facts = [f for f in table.facts if f.column == column.index and f.kind == "amount"]
            if column.kind != "amount" or not facts:
                continue
            place = f"in {column.header}" if column.header else f"in column {column.index}"
            names: dict[str, Value] = {"column": column, "table": table}
            title = f"{table.title or table.kind}, {column.header}"
            yield Subject(title, facts[0].span, names, Lookup(context.known, facts, place), group=table.id)


def roll_forwards(context: Context, of: tuple[str, ...], rest: frozenset[str]) -> Iterator[Subject]:
    """Pairs of balance sheet columns for which some column of amounts covers just the time between;
    `dividends_told`: the prose tells of dividends."""
    printed = {c.period for t in context.tables for c in t.columns if c.period is not None and not c.period.instant}
    durations = sorted(printed, key=lambda p: p.end)
    told = truth(any(c.measure is not None and c.measure.key in _DIVIDENDS for c in context.claims))
    for table in context.tables:
        if table.kind != "balance-sheet":
            continue
        instants = [c.period for c in table.columns if c.kind == "amount" and c.period is not None and c.period.instant]
        for closing in instants:
            for opening in instants:
                between = _between(opening, closing, durations)
                if between is not None:
                    names: dict[str, Value] = {
                        "opening": opening, "closing": closing, "between": between, "dividends_told": told,
                    }  # fmt: skip
                    title = f"{table.title or table.kind}, {opening} to {closing}"
                    yield Subject(title, start_of(table), names, context.lookup, group=table.id)


def _between(opening: Period, closing: Period, durations: Sequence[Period]) -> Period | None:
    """The duration from one instant to the other, where a column has it."""
    if opening.end >= closing.end:
        return None
    for period in durations:
        if period.start is None or abs((period.end - closing.end).days) > 10:
            continue
        if abs((period.start - opening.end).days) <= 10:
            return period
    return None


def start_of(table: Table) -> Span:
    facts: tuple[Fact, ...] = table.facts
    return facts[0].span if facts else table.grid.span
