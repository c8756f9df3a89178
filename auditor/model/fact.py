"""Facts: the figures of the tables, with the measure, period and unit that their row and column give them."""

from __future__ import annotations

from dataclasses import field
from functools import cached_property
from typing import Literal

from auditor.frozen import dataclass
from auditor.model.period import Period
from auditor.model.quantity import Quantity
from auditor.model.source import Grid, Span

SIDES = frozenset(("basic", "diluted"))
"""The words that narrow a result by the share to one of its two."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What a figure measures: a key of the vocabulary (`revenue`) or, where it has no entry, the label's own words
    joined by hyphens (`accrued-warranty-reserve`); and the words that narrow it (`services`, `europe`, `adjusted`,
    `diluted`)."""

    key: str
    qualifiers: frozenset[str] = frozenset()
    known: bool = field(default=False, hash=False)  # looked up all the time, and the key tells it

    def __str__(self) -> str:
        return " ".join([*sorted(self.qualifiers), self.key]) if self.qualifiers else self.key

    @property
    def words(self) -> frozenset[str]:
        """The words of its key, and those that narrow it."""
        return self.qualifiers.union(self.key.split("-"))


ColumnKind = Literal["amount", "change", "percent-change", "percent-of", "points-change", "rate", "average", "other"]
"""amount: the measure itself; change: a difference between two periods; percent-change; percent-of: per cent of a total
(of revenue, of total); points-change; rate: a yield or other percentage; average: an average balance."""


@dataclass(frozen=True, slots=True)
class Column:
    """A value column: its header as printed (top to bottom, joined by spaces), and what it says."""

    index: int
    header: str
    kind: ColumnKind = "amount"
    period: Period | None = None
    base: Period | None = None
    qualifiers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled row. `path` are the headings above it, outermost first; `level` its depth of indentation."""

    index: int
    label: str
    path: tuple[str, ...]
    level: int
    measure: Measure | None
    span: Span
    heading: bool = False
    total: bool = False


Origin = Literal["cell", "label", "derived", "prose"]


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure of a table. `text` is as printed (`$(10,419)`), `quantity` in base units with its sign.

    `origin` is `label` for a figure that stands inside a row label ("net of allowance of $805 …"), `prose` for a number
    that the prose of another document states: it stands in no table, and its label is the words around it.
    """

    id: str
    table: str
    row: int
    column: int
    label: str
    header: str
    text: str
    quantity: Quantity
    measure: Measure | None
    period: Period | None
    kind: ColumnKind
    span: Span
    line: int
    base: Period | None = None
    qualifiers: frozenset[str] = frozenset()
    origin: Origin = "cell"
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Range:
    """A range that a cell prints, or a figure with a hedge: what a table of guidance expects. `low` and `high` are its
    ends in base units."""

    row: int
    column: int
    label: str
    header: str
    text: str
    low: Quantity
    high: Quantity
    measure: Measure | None
    period: Period | None
    span: Span


StatementKind = Literal[
    "income-statement", "balance-sheet", "cash-flow", "equity", "reconciliation", "segment", "key-figures", "other"
]


@dataclass(frozen=True)
class Table:
    """A grid as understood. `facts` and `ranges` in reading order; `scale` is the power of ten of money by default."""

    id: str
    title: str
    kind: StatementKind
    grid: Grid
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    facts: tuple[Fact, ...]
    scale: int = 0
    currency: str = "USD"
    ranges: tuple[Range, ...] = ()

    @cached_property
    def column(self) -> dict[int, Column]:
        """Columns by their index."""
        return {c.index: c for c in self.columns}

    @cached_property
    def at(self) -> dict[tuple[int, int], Fact]:
        """Cell facts by (row, column)."""
        return {(f.row, f.column): f for f in self.facts if f.origin == "cell"}
