"""Columns of percentages and of points: changes between two other columns, and shares of a row whose share is 100 per
cent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from auditor.frozen import dataclass
from auditor.model.fact import Fact, Table
from auditor.tables.footings.block import COUNTED, Block
from auditor.tables.footings.model import Relation

_ADJUSTED = re.compile(
    r"\b(?:oper|operational|organic|constant|currency|neutral|adjusted|comparable|underlying)\b", re.I
)
ROWS = 3
SAMPLE = 8  # of so many rows one at least must hold before all are tried
_UNITS = ("percent", "points", "bps")
NEAR = 6  # columns to look at on each side


@dataclass(frozen=True, slots=True)
class Case:
    """A row: the stated percentage and the two figures that it may follow from."""

    stated: Fact
    first: Fact
    second: Fact


@dataclass(frozen=True, slots=True)
class Reading:
    """How a column follows from others: `pair` are the two columns of a change, or a column and the row of 100."""

    column: int
    change: bool
    pair: tuple[int, int]
    holds: tuple[Case, ...]
    fails: tuple[Case, ...]


def relations(table: Table, found: Sequence[Block]) -> Iterator[Relation]:
    """The relations of all percentage columns of a table, one a row."""
    counted = [c.index for c in table.columns if c.kind in COUNTED]
    headers = {c.index: c.header for c in table.columns}
    by_column: dict[tuple[int, bool], list[Fact]] = {}
    for fact in table.facts:
        if fact.origin == "cell" and fact.quantity.unit in _UNITS and fact.quantity.value:
            by_column.setdefault((fact.column, fact.quantity.unit != "percent"), []).append(fact)
    best: dict[tuple[bool, tuple[int, int]], Reading] = {}
    for (column, _), stated in by_column.items():
        if len(stated) < ROWS or stated[0].kind == "rate" or _ADJUSTED.search(headers.get(column, "")):
            continue
        reading = _read(table, column, stated, counted)
        if reading is not None:  # of two columns for one pair of periods, the other is at constant rates or so
            key = (reading.change, reading.pair)
            if key not in best or len(reading.holds) > len(best[key].holds):
                best[key] = reading
    for reading in best.values():
        yield from _instances(table, reading)


def _read(table: Table, column: int, stated: Sequence[Fact], counted: Sequence[int]) -> Reading | None:
    """The reading of a column that most rows support."""
    near = sorted((c for c in counted if c != column), key=lambda c: abs(c - column))[:NEAR]
    best: Reading | None = None
    for change, pair, cases in _options(table, stated, near):
        test = _CHANGES[_in_points(stated[0])] if change else _is_share
        tested = [(case, test(case)) for case in cases]
        holds = tuple(case for case, held in tested if held)
        if len(holds) < ROWS or (best is not None and len(holds) <= len(best.holds)):
            continue
        fails = tuple(case for case, held in tested if not held and not (change and _difference(case)))
        if len(fails) <= max(1, len(holds) // 4):
            best = Reading(column, change, pair, holds, fails)
    return best


def _options(
    table: Table, stated: Sequence[Fact], near: Sequence[int]
) -> Iterator[tuple[bool, tuple[int, int], list[Case]]]:
    moved = _CHANGES[_in_points(stated[0])]
    for a in near:
        for b in near:
            if a != b and abs(a - b) <= 4 and any(moved(case) for case in _pairs(table, stated[:SAMPLE], a, b)):
                yield True, (a, b), list(_pairs(table, stated, a, b))
        for base in _bases(table, stated, a):
            yield False, (a, base.row), list(_shares(table, stated, a, base))


def _instances(table: Table, reading: Reading) -> Iterator[Relation]:
    holds, fails = len(reading.holds), len(reading.fails)
    name = f"{table.id}:{'change' if reading.change else 'share'}:{reading.column}"
    for failing, cases in ((False, reading.holds), (True, reading.fails)):
        for case in cases:
            yield Relation(
                ("points-change" if _in_points(case.stated) else "percent-change") if reading.change else "percent-of",
                case.stated,
                case.first,
                case.second,
                name,
                holds - (not failing),
                fails - failing,
                fails <= 1 + holds // 10,
            )


def _pairs(table: Table, stated: Sequence[Fact], a: int, b: int) -> Iterator[Case]:
    for fact in stated:
        first, second = table.at.get((fact.row, a)), table.at.get((fact.row, b))
        if first and second and second.quantity.value and first.quantity.unit == second.quantity.unit:
            if (first.quantity.unit == "percent") == _in_points(fact):
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


def _difference(case: Case) -> bool:
    """Whether a row gives the change itself among percentages: a number of rooms, in digits as they are printed."""
    first, second, stated = case.first.quantity, case.second.quantity, case.stated.quantity
    if first.step != second.step or stated.step != 1:
        return False
    return abs(first.value - second.value) / first.step == abs(stated.value)


def _in_points(fact: Fact) -> bool:
    return fact.quantity.unit != "percent"


def _apart(case: Case) -> bool:
    """Whether two percentages are so many points apart."""
    first, second = case.first.quantity, case.second.quantity
    unit = 0.01 if case.stated.quantity.unit == "bps" else 1.0
    gap = abs(abs(float(first.value) - float(second.value)) - abs(float(case.stated.quantity.value)) * unit)
    return gap <= float(case.stated.quantity.step) * unit / 2 + (float(first.step) + float(second.step)) / 2 + 1e-9


def _is_share(case: Case) -> bool:
    first, second = case.first.quantity, case.second.quantity
    ratio = float(first.value) / float(second.value)
    slack = (float(first.step) + abs(ratio) * float(second.step)) / abs(float(second.value)) * 50
    return _fits(case.stated, abs(ratio) * 100, slack)


def _fits(stated: Fact, value: float, slack: float) -> bool:
    return abs(abs(float(stated.quantity.value)) - value) <= float(stated.quantity.step) * 0.5 + slack + 1e-9


_CHANGES = {False: _changes, True: _apart}  # by whether the change is stated in points
