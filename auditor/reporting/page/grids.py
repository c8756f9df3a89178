"""Grids as rows of cells, laid out as their readers see them, each figure with its mark and its links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from auditor.frozen import dataclass
from auditor.model.fact import Table
from auditor.model.source import Cell, Grid
from auditor.reporting.page.anchors import Anchors, Place
from auditor.reporting.page.marks import CellMark
from auditor.reporting.page.proofs import Proofs, TableProofs
from auditor.reporting.style import safe, short

MOST_INDENT = 6
MOST_TITLE = 90  # characters; the title of some tables is the sentence before them
FIGURE = re.compile(r"[\d—–-]")


@dataclass(frozen=True, slots=True)
class CellView:
    """`tag` is td, th-row or th-column; `kinds` are those of the cell's marks, with blanks between them; `links` are
    (name, href) of the claims and findings that rest on it."""

    text: str
    tag: str
    colspan: int = 1
    rowspan: int = 1
    indent: int = 0
    number: bool = False
    bold: bool = False
    id: str = ""
    kinds: str = ""
    links: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class RowView:
    cells: tuple[CellView, ...]
    head: bool
    ruled: bool
    double_ruled: bool


@dataclass(frozen=True, slots=True)
class TableView:
    id: str
    name: str
    rows: tuple[RowView, ...]
    proofs: TableProofs | None


class Grids:
    def __init__(self, anchors: Anchors, marks: Mapping[Place, CellMark], proofs: Proofs) -> None:
        self._anchors = anchors
        self._marks = marks
        self._proofs = proofs

    def view(self, grid: Grid, number: int) -> TableView:
        """`number` counts the grids of the document from 1; it names a table that has no title."""
        table = self._anchors.tables.get(grid.id)
        head = _head_rows(table)
        steps = sorted({cell.indent for cell in grid.cells if cell.column == 0})
        tall = [cell for cell in grid.cells if cell.rowspan > 1]
        rows = tuple(self._row(grid, row, row < head, steps, _reached_down(tall, row)) for row in range(grid.rows))
        title = short(safe(table.title), MOST_TITLE) if table else ""
        name = title or f"Table {number}"
        shown = tuple(row for row in rows if row.cells)
        return TableView(self._anchors.table(grid.id), name, shown, self._proofs.of(grid.id))

    def _row(self, grid: Grid, row: int, head: bool, steps: list[int], taken: set[int]) -> RowView:
        cells = tuple(self._cells(grid, row, head, steps, taken)) if grid.by_row[row] else ()
        return RowView(cells, head, row in grid.ruled, row in grid.double_ruled)

    def _cells(self, grid: Grid, row: int, head: bool, steps: list[int], taken: set[int]) -> Iterator[CellView]:
        """The cells of a row, gaps filled with empty ones; `taken` are columns that a cell above reaches down into."""
        at = 0
        for cell in grid.by_row[row]:
            if cell.column > at:
                yield from _gap(column for column in range(at, cell.column) if column not in taken)
            if cell.column >= at:
                yield self._cell(grid, cell, head, steps)
                at = cell.column + cell.colspan
        yield from _gap(column for column in range(at, grid.columns) if column not in taken)

    def _cell(self, grid: Grid, cell: Cell, head: bool, steps: list[int]) -> CellView:
        place = (grid.id, cell.row, cell.column)
        mark = self._marks.get(place)
        label = cell.column == 0
        prefix = self._anchors.prefix
        links: tuple[tuple[str, str], ...] = ()
        if mark:
            links = tuple((name, self._anchors.finding(name)) for name in mark.findings)
            links += tuple((name, prefix + name) for name in mark.claims)
        return CellView(
            text=safe(cell.text),
            tag="th-column" if head else "th-row" if label else "td",
            colspan=max(1, min(cell.colspan, grid.columns - cell.column)),
            rowspan=max(1, min(cell.rowspan, grid.rows - cell.row)),
            indent=min(MOST_INDENT, steps.index(cell.indent)) if label and not head else 0,
            number=not label and not head and bool(FIGURE.search(cell.text)),
            bold=cell.bold,
            id=self._anchors.cell(place) if mark else "",
            kinds=mark.kinds if mark else "",
            links=links,
        )


def _head_rows(table: Table | None) -> int:
    """How many rows stand above the first that is labelled or holds a figure of the table."""
    if table is None:
        return 0
    body = [row.index for row in table.rows] + [fact.row for fact in table.facts if fact.origin == "cell"]
    return min(body, default=0)


def _gap(columns: Iterable[int]) -> Iterator[CellView]:
    """Empty cells in the place of `columns`, one for each run of neighbours."""
    for _, run in groupby(enumerate(columns), lambda pair: pair[1] - pair[0]):
        yield CellView("", "td", colspan=len(list(run)))


def _reached_down(tall: list[Cell], row: int) -> set[int]:
    return {
        column
        for cell in tall
        if cell.row < row < cell.row + cell.rowspan
        for column in range(cell.column, cell.column + cell.colspan)
    }
