"""Columns of percentages: changes between two other columns, and shares of a row whose share is 100 per cent."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from auditor.model.fact import Fact, Table
from auditor.tables.footings.block import COUNTED, Block
from auditor.tables.footings.model import Relation

ROWS = 3
NEAR = 6  # columns to look at on each side


@dataclass(frozen=True, slots=True)
class Case:
    """A row: the stated percentage and the two figures that it may follow from."""

    stated: Fact
    first: Fact
    second: Fact


def relations(table: Table, found: Sequence[Block]) -> Iterator[Relation]:
    """The relations of all percentage columns of a table, one a row."""
    counted = [c.index for c in table.columns if c.kind in COUNTED]
    by_column: dict[int, list[Fact]] = {}
    for fact in table.facts:
        if fact.origin == "cell" and fact.quantity.unit == "percent" and fact.quantity.value:
            by_column.setdefault(fact.column, []).append(fact)
    for column, stated in by_column.items():
        if len(stated) >= ROWS and stated[0].kind != "rate":
            yield from _of_column(table, column, stated, counted)


def _of_column(table: Table, column: int, stated: Sequence[Fact], counted: Sequence[int]) -> Iterator[Relation]:
    """The reading of a column that most rows support."""
    near = sorted((c for c in counted if c != column), key=lambda c: abs(c - column))[:NEAR]
    options: list[tuple[str, list[Case]]] = []
    for a in near:
        for b in near:
            if a != b and abs(a - b) <= 4:
                options.append((f"change:{a}:{b}", list(_pairs(table, stated, a, b))))
        for base in _bases(table, stated, a):
            options.append((f"share:{a}:{base.row}", list(_shares(table, stated, a, base))))
    best: tuple[int, str, list[Case], list[Case]] | None = None
    for name, cases in options:
        test = _changes if name.startswith("change") else _is_share
        holds = [case for case in cases if test(case)]
        fails = [case for case in cases if case not in holds] if len(holds) >= ROWS else cases
        if len(holds) >= ROWS and len(fails) <= max(1, len(holds) // 4) and (best is None or len(holds) > best[0]):
            best = (len(holds), name, holds, fails)
    if best is not None:
        yield from _instances(table, column, *best[1:])


def _instances(table: Table, column: int, name: str, holds: list[Case], fails: list[Case]) -> Iterator[Relation]:
    kind = "percent-change" if name.startswith("change") else "percent-of"
    certain = len(fails) <= 1 + len(holds) // 10
    for case in (*holds, *fails):
        failing = case in fails
        yield Relation(
            "percent-change" if kind == "percent-change" else "percent-of",
            case.stated, case.first, case.second, f"{table.id}:{name}:{column}",
            len(holds) - (not failing), len(fails) - failing, certain,
        )  # fmt: skip


def _pairs(table: Table, stated: Sequence[Fact], a: int, b: int) -> Iterator[Case]:
    for fact in stated:
        first, second = table.at.get((fact.row, a)), table.at.get((fact.row, b))
        if first and second and second.quantity.value and first.quantity.unit == second.quantity.unit != "percent":
            yield Case(fact, first, second)


def _bases(table: Table, stated: Sequence[Fact], a: int) -> Iterator[Fact]:
    """The figures in column `a` of rows whose share is 100 per cent."""
    for fact in stated:
        if fact.quantity.value == 100:
            base = table.at.get((fact.row, a))
            if base and base.quantity.value and base.quantity.unit != "percent":
                yield base


def _shares(table: Table, stated: Sequence[Fact], a: int, base: Fact) -> Iterator[Case]:
    for fact in stated:
        first = table.at.get((fact.row, a))
        if first and first.quantity.unit == base.quantity.unit and first.id != base.id:
            yield Case(fact, first, base)


def _changes(case: Case) -> bool:
    first, second = case.first.quantity, case.second.quantity
    ratio = float(first.value) / float(second.value)
    slack = (float(first.step) + abs(ratio) * float(second.step)) / abs(float(second.value)) * 50
    return _fits(case.stated, abs(ratio - 1) * 100, slack)


def _is_share(case: Case) -> bool:
    first, second = case.first.quantity, case.second.quantity
    ratio = float(first.value) / float(second.value)
    slack = (float(first.step) + abs(ratio) * float(second.step)) / abs(float(second.value)) * 50
    return _fits(case.stated, abs(ratio) * 100, slack)


def _fits(stated: Fact, value: float, slack: float) -> bool:
    return abs(abs(float(stated.quantity.value)) - value) <= float(stated.quantity.step) * 0.5 + slack + 1e-9


Test = Callable[[Case], bool]
