"""Columns of percentages and of points: changes between two other columns, and shares of a row whose share is 100 per
cent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from auditor.frozen import dataclass
from auditor.model.fact import Column, Fact, Table
from auditor.tables.footings.block import COUNTED
from auditor.tables.footings.model import Relation
from auditor.vocabulary.words import content_words

_ADJUSTED = re.compile(
    r"\b(?:oper|operational|organic|constant|CER|currency|neutral|adjusted|comparable|underlying)\b", re.I
)
ROWS = 3
SAID = 2  # rows that are enough where the header says what the column is
CHANGES = ("change", "percent-change")
_OF_A_PART = frozenset("cost expense gross profit margin".split())  # what the label of a row says of a part
SAMPLE = 8  # of so many rows one at least must hold before all are tried
_UNITS = ("percent", "points", "bps")
NEAR = 6  # columns to look at on each side


@dataclass(frozen=True, slots=True)
class Printed:
    """A figure with its value and the worth of its last digit as floats, for it is tried with many others."""

    fact: Fact
    value: float
    step: float


@dataclass(frozen=True, slots=True)
class Case:
    """A row: the stated percentage and the two figures that it may follow from."""

    stated: Printed
    first: Printed
    second: Printed


Grid = Mapping[tuple[int, int], Printed]
"""The figures of a table by row and column."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a column follows from others: `pair` are the two columns of a change, or a column and the row of 100."""

    column: int
    change: bool
    pair: tuple[int, int]
    holds: tuple[Case, ...]
    fails: tuple[Case, ...]


def relations(table: Table) -> Iterator[Relation]:
    """The relations of all percentage columns of a table, one a row."""
    counted = [c.index for c in table.columns if c.kind in COUNTED]
    by_column: dict[tuple[int, bool], list[Fact]] = {}
    for fact in table.facts:
        if fact.origin == "cell" and fact.quantity.unit in _UNITS and fact.quantity.value:
            by_column.setdefault((fact.column, fact.quantity.unit != "percent"), []).append(fact)
    told = {
        key: stated
        for key, stated in by_column.items()
        if len(stated) >= ROWS
        and stated[0].kind != "rate"
        and not _ADJUSTED.search(table.column[key[0]].header if key[0] in table.column else "")
    }
    grid = {place: _printed(fact) for place, fact in table.at.items()} if told else {}
    best: dict[tuple[bool, tuple[int, int]], Reading] = {}
    for (column, _), stated in told.items():
        reading = _read(grid, column, [_printed(fact) for fact in stated], counted, table.column)
        if reading is not None:  # of two columns for one pair of periods, the other is at constant rates or so
            key = (reading.change, reading.pair)
            if key not in best or len(reading.holds) > len(best[key].holds):
                best[key] = reading
    for reading in best.values():
        yield from _instances(table, reading)


def _printed(fact: Fact) -> Printed:
    return Printed(fact, float(fact.quantity.value), float(fact.quantity.step))


def _read(
    grid: Grid, column: int, stated: Sequence[Printed], counted: Sequence[int], columns: Mapping[int, Column]
) -> Reading | None:
    """The reading of a column that most rows support; fewer are needed for the change that its header says it is."""
    near = sorted((c for c in counted if c != column), key=lambda c: abs(c - column))[:NEAR]
    best: Reading | None = None
    for change, pair, cases in _options(grid, stated, near):
        test = _CHANGES[_in_points(stated[0])] if change else _is_share
        tested = [(case, test(case)) for case in cases]
        holds = tuple(case for case, held in tested if held)
        few = change and said_change(columns, column, pair)
        if len(holds) < (SAID if few else ROWS) or (best is not None and len(holds) <= len(best.holds)):
            continue
        fails = tuple(case for case, held in tested if not (held or _explained(grid, case, pair[0], change)))
        if len(fails) <= max(1, len(holds) // 4):
            best = Reading(column, change, pair, holds, fails)
    return best


def _explained(grid: Grid, case: Case, column: int, change: bool) -> bool:
    """Whether a percentage that does not fit is of another kind than those around it."""
    return _difference(case) if change else _of_own_part(grid, case, column)


def _of_own_part(grid: Grid, case: Case, column: int) -> bool:
    """Whether a share is one of another row that its label names too: the "Cost of entertainment" of the "Entertainment
    revenues"."""
    words = set(content_words(case.first.fact.label))
    part = words - _OF_A_PART
    if not part or part == words:
        return False
    others = (other for (_, c), other in grid.items() if c == column and other.value and other is not case.first)
    named = (other for other in others if part <= set(content_words(other.fact.label)))
    return any(_is_share(Case(case.stated, case.first, other)) for other in named)


def said_change(columns: Mapping[int, Column], total: int, pair: tuple[int, int]) -> bool:
    """Whether the header of a column says that it is the change between two others: of its period, from its base."""
    own, (a, b) = columns.get(total), (columns.get(c) for c in pair)
    if own is None or a is None or b is None or own.kind not in CHANGES or own.base is None or own.period is None:
        return False
    return a.kind == b.kind == "amount" and (a.period, b.period) == (own.period, own.base)


def _options(
    grid: Grid, stated: Sequence[Printed], near: Sequence[int]
) -> Iterator[tuple[bool, tuple[int, int], list[Case]]]:
    moved = _CHANGES[_in_points(stated[0])]
    for a in near:
        for b in near:
            if a != b and abs(a - b) <= 4 and any(moved(case) for case in _pairs(grid, stated[:SAMPLE], a, b)):
                yield True, (a, b), list(_pairs(grid, stated, a, b))
        for base in _bases(grid, stated, a):
            yield False, (a, base.fact.row), list(_shares(grid, stated, a, base))


def _instances(table: Table, reading: Reading) -> Iterator[Relation]:
    holds, fails = len(reading.holds), len(reading.fails)
    name = f"{table.id}:{'change' if reading.change else 'share'}:{reading.column}"
    for failing, cases in ((False, reading.holds), (True, reading.fails)):
        for case in cases:
            yield Relation(
                ("points-change" if _in_points(case.stated) else "percent-change") if reading.change else "percent-of",
                case.stated.fact,
                case.first.fact,
                case.second.fact,
                name,
                holds - (not failing),
                fails - failing,
                fails <= 1 + holds // 10,
            )


def _pairs(grid: Grid, stated: Sequence[Printed], a: int, b: int) -> Iterator[Case]:
    for printed in stated:
        first, second = grid.get((printed.fact.row, a)), grid.get((printed.fact.row, b))
        if first is not None and second is not None and second.value:
            unit = first.fact.quantity.unit
            if unit == second.fact.quantity.unit and (unit == "percent") == _in_points(printed):
                yield Case(printed, first, second)


def _bases(grid: Grid, stated: Sequence[Printed], a: int) -> Iterator[Printed]:
    """The figures in column `a` of rows whose share is 100 per cent."""
    for printed in stated:
        if printed.fact.quantity.value == 100:
            base = grid.get((printed.fact.row, a))
            if base is not None and base.value and base.fact.quantity.unit != "percent":
                yield base


def _shares(grid: Grid, stated: Sequence[Printed], a: int, base: Printed) -> Iterator[Case]:
    for printed in stated:
        first = grid.get((printed.fact.row, a))
        if first is not None and first.fact.quantity.unit == base.fact.quantity.unit and first is not base:
            yield Case(printed, first, base)


def _changes(case: Case) -> bool:
    return _fits(case, abs(case.first.value / case.second.value - 1) * 100)


def _difference(case: Case) -> bool:
    """Whether a row gives the change itself among percentages: a number of rooms, in digits as they are printed."""
    first, second, stated = (printed.fact.quantity for printed in (case.first, case.second, case.stated))
    if first.step != second.step or stated.step != 1:
        return False
    return abs(first.value - second.value) / first.step == abs(stated.value)


def _in_points(printed: Printed) -> bool:
    return printed.fact.quantity.unit != "percent"


def _apart(case: Case) -> bool:
    """Whether two percentages are so many points apart."""
    first, second, stated = case.first, case.second, case.stated
    unit = 0.01 if stated.fact.quantity.unit == "bps" else 1.0
    gap = abs(abs(first.value - second.value) - abs(stated.value) * unit)
    return gap <= stated.step * unit / 2 + (first.step + second.step) / 2 + 1e-9


def _is_share(case: Case) -> bool:
    return _fits(case, abs(case.first.value / case.second.value) * 100)


def _fits(case: Case, percent: float) -> bool:
    """Whether the stated percentage can be this one, computed from the two figures as they are printed."""
    first, second, stated = case.first, case.second, case.stated
    slack = (first.step + abs(first.value / second.value) * second.step) / abs(second.value) * 50
    return abs(abs(stated.value) - percent) <= stated.step * 0.5 + slack + 1e-9


_CHANGES = {False: _changes, True: _apart}  # by whether the change is stated in points
