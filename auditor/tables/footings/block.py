"""The figures of one unit in a table as whole numbers, so that thousands of sums can be tried.

One unit of these numbers is half of the last digit of the finest figure: a figure printed to that digit is open by 1
to both sides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from math import log2

from auditor.frozen import dataclass
from auditor.model.fact import Fact, Measure, Row, Table
from auditor.model.quantity import is_money
from auditor.tables.pieces import PRICE

_LIABILITIES = re.compile(r"^total\s+(?:current\s+)?liabilit", re.I)
TOTAL_ASSETS = Measure("total-assets", frozenset(), True)
_UNNAMED = "count:items"  # what nothing says of what it is a number
COUNTED = frozenset({"amount", "change", "average"})


@dataclass(frozen=True, slots=True)
class Line:
    """A row with its figures by column: `values`, and `open`, how far each may be from its true value."""

    row: Row
    facts: dict[int, Fact]
    values: dict[int, int]
    open: dict[int, int]
    ruled: bool
    opens: bool  # the first row with figures below a heading

    @property
    def label(self) -> str:
        return self.row.label


@dataclass(frozen=True)
class Block:
    """All rows of a table that hold figures of one unit, in columns of amounts."""

    table: Table
    unit: str
    lines: tuple[Line, ...]
    columns: tuple[int, ...]

    @cached_property
    def balance(self) -> bool:
        """Whether it is a balance sheet."""
        return self.table.kind == "balance-sheet" or any(_LIABILITIES.search(line.label) for line in self.lines)


def blocks(table: Table) -> Iterator[Block]:
    """A block a unit, where it has rows and figures enough for any arithmetic."""
    counted = [c.index for c in table.columns if c.kind in COUNTED]
    units: dict[str, list[Fact]] = {}
    columns = frozenset(counted)
    priced = _priced(table)
    for fact in table.facts:
        if _is_price(fact) and fact.row in priced:
            continue
        if fact.origin == "cell" and fact.column in columns and (fact.kind in COUNTED or _grown(fact)):
            units.setdefault(fact.quantity.unit, []).append(fact)
    _named_by_total(table, units)
    for unit, facts in units.items():
        if len(facts) >= 3:
            yield _block(table, unit, facts, counted)


def _priced(table: Table) -> frozenset[int]:
    """The rows that print amounts beside what they come to by the piece, in a column of prices, which have no total."""
    amounts = {f.row for f in table.facts if is_money(f.quantity.unit) and not _is_price(f)}
    return frozenset(f.row for f in table.facts if _is_price(f) and f.row in amounts)


def _is_price(fact: Fact) -> bool:
    return fact.measure is not None and fact.measure.key == PRICE


def _named_by_total(table: Table, units: dict[str, list[Fact]]) -> None:
    """Takes rows that do not say what they count to the total that alone does: *North*, *South* and *Total stores*."""
    totals = {row.index for row in table.rows if row.total}
    counts = [unit for unit in units if unit.startswith("count:") and unit != _UNNAMED]
    if _UNNAMED in units and len(counts) == 1 and all(f.row in totals for f in units[counts[0]]):
        units[counts[0]] = sorted((*units.pop(_UNNAMED), *units[counts[0]]), key=lambda f: (f.row, f.column))


def _grown(fact: Fact) -> bool:
    """Whether a figure in a column of amounts is a growth, as that which acquisitions and currency make up."""
    return fact.kind == "percent-change" and fact.quantity.unit == "percent"


def _block(table: Table, unit: str, facts: list[Fact], columns: list[int]) -> Block:
    steps = {fact.id: fact.quantity.step for fact in facts}
    finest = min((step for step in steps.values() if step > 0), default=Decimal(1))
    by_row: dict[int, dict[int, Fact]] = {}
    for fact in facts:
        by_row.setdefault(fact.row, {})[fact.column] = fact
    even = all(step == finest for step in steps.values())  # as in most blocks
    half = finest / 2
    lines: list[Line] = []
    headed = True
    for row in table.rows:
        cells = by_row.get(row.index)
        if cells is None:
            headed = headed or row.heading
            continue
        values = {c: int(f.quantity.value / half) for c, f in cells.items()}
        slack = dict.fromkeys(cells, 1) if even else {c: _slack(f, steps[f.id], finest) for c, f in cells.items()}
        lines.append(Line(row, cells, values, slack, row.index in table.grid.ruled, headed))
        headed = False
    used = {c for line in lines for c in line.facts}
    return Block(table, unit, tuple(lines), tuple(c for c in columns if c in used))


def _slack(fact: Fact, step: Decimal, finest: Decimal) -> int:
    return int(step / finest) if fact.quantity.value else 1


def bits(size: int, slack: int) -> float:
    """How surprising it is that a number of this size is met within the slack by chance, in bits."""
    return log2(size / slack) if size > slack > 0 else 0.0
