"""A raw table becomes a grid: pieces of values joined, spacer columns dropped, spans counted in value columns.

Shared by the readers of HTML and Word. A table's columns are found from its cells: the places of the narrow cells
are the columns, wide cells span those whose digits they cover.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from auditor.reading.css import DOUBLE_LINE, LINE, NO_LINE
from auditor.reading.placing import Printed, Row, clusters, place
from auditor.reading.raw import START, Item, Piece, RawCell, RawTable, Reading, unmarked
from auditor.reading.values import (
    EMPTY,
    LEFT,
    NIL,
    NUMBER,
    RIGHT,
    RULE,
    TEXT,
    VALUES,
    YEAR,
    is_only_marks,
    sort_of,
    without_label_marks,
    without_value_marks,
)

FARTHEST_PIECE = 2  # raw columns between a value and its `$` or `)`
TALLEST_SPAN = 200
FEWEST_STACKED = 3  # lines of cells that are columns


@dataclass(slots=True)
class Layout:
    """The rows of a table with something printed in them, their cells placed in `columns` columns."""

    rows: list[Row]
    columns: int
    ruled: frozenset[int]
    double_ruled: frozenset[int]


def lay_out(table: RawTable) -> Layout:
    """The grid that a raw table prints."""
    return placed(_rows(table))


def placed(rows: list[Row], on_page: bool = False) -> Layout:
    """The grid of rows whose cells stand in raw columns: columns of the source, or points on a page (`on_page`)."""
    columns = place(rows, clusters(rows, on_page))
    ruled, doubled = _rules(rows)
    return Layout(rows, columns, ruled, doubled)


def row_of(cells: list[Printed], above: int = NO_LINE, below: int = NO_LINE, reach: int = FARTHEST_PIECE) -> Row:
    """A row of printed cells, from left to right, with the pieces of values joined over at most `reach` raw columns."""
    row = Row()
    row.above, row.below = above, below
    row.cells = _joined(cells, reach) if len(cells) > 1 else cells
    row.figures = any(c.sort == NUMBER or c.sort == NIL for c in row.cells[1:])
    return row


# ---------------------------------------------------------------------------------------------------- rows and pieces


def text_of(cell: RawCell) -> str:
    """All text of a cell, in one line."""
    return (cell.reading or read(cell)).full if cell.items else ""


def read(cell: RawCell) -> Reading:
    """The reading of a cell, kept in it."""
    first = cell.items[0]
    if len(cell.items) == 1 and isinstance(first, Piece):
        full = first.text
        if "\n" in full:
            full = full.replace("\n", " ")
    else:
        full = " ".join(_texts(cell.items))
    look = first.look if isinstance(first, Piece) else None
    indent = cell.indent + (look.indent if look else 0.0)
    cell.reading = reading_of(full, indent, look is not None and look.bold)
    return cell.reading


def reading_of(full: str, indent: float, bold: bool) -> Reading:
    """The reading of a cell's text, in one line."""
    bare = unmarked(full)
    sort = sort_of(bare)
    if bare[-1:] in ".)*†‡" and sort != RIGHT:
        shorter = without_value_marks(bare)
        if shorter != bare and sort_of(shorter) in VALUES:
            bare, sort = shorter, sort_of(shorter)
        elif sort == TEXT and (shorter := without_label_marks(bare)) != bare:
            bare, sort = shorter, sort_of(shorter)
            sort = sort if sort in (LEFT, RIGHT) else TEXT
    return Reading(full, bare, sort, indent, bold)


def _texts(items: list[Item]) -> list[str]:
    out: list[str] = []
    for item in items:
        if isinstance(item, Piece):
            out.append(item.text.replace("\n", " "))
        elif isinstance(item, RawTable):
            out.extend(text for row in item.rows for cell in row if (text := text_of(cell)))
    return out


def _rows(table: RawTable) -> list[Row]:
    """Rows that print something; the lines of the others belong to the rows around them."""
    rows: list[Row] = []
    taken: dict[int, list[tuple[int, int]]] = {}
    pending = NO_LINE
    for index, raw in enumerate(_unstacked(table.rows)):
        row = _row(raw, index, taken)
        if row.cells:
            row.above = max(row.above, pending)
            pending = NO_LINE
            rows.append(row)
        else:
            line = max(row.above, row.below)
            if rows and (line == DOUBLE_LINE or (line and pending)):
                rows[-1].below = DOUBLE_LINE
            pending = max(pending, line)
    return rows


def _unstacked(rows: list[list[RawCell]]) -> Iterator[list[RawCell]]:
    """Rows, with those whose cells stack many lines one upon the other, a column of a table each, taken apart."""
    for row in rows:
        printed = [cell for cell in row if cell.items]
        stacks = [_lines(cell) for cell in printed if len(cell.items) > 1 or "\n" in _first_text(cell)]
        height = len(stacks[0]) if stacks else 0
        alike = len(stacks) == len(printed) > 1 and all(len(stack) == height for stack in stacks)
        if not alike or height < FEWEST_STACKED or not any(all(sort_of(v) in VALUES for v in s) for s in stacks):
            yield row
            continue
        look = printed[0].items[0].look if isinstance(printed[0].items[0], Piece) else START
        for k in range(height):
            lines = iter(stacks)
            yield [RawCell(c.colspan, 1, [Piece(next(lines)[k], look)] if c.items else []) for c in row]


def _first_text(cell: RawCell) -> str:
    return cell.items[0].text if isinstance(cell.items[0], Piece) else ""


def _lines(cell: RawCell) -> list[str]:
    return [line for item in cell.items if isinstance(item, Piece) for line in item.text.split("\n")]


def _row(raw: list[RawCell], index: int, taken: dict[int, list[tuple[int, int]]]) -> Row:
    """A row with its pieces joined. `taken` are the raw columns that cells from above reach into, by row."""
    at = above = below = 0
    busy = taken.pop(index, None) if taken else None
    printed: list[Printed] = []
    for index_in_row, cell in enumerate(raw):
        if busy:
            at = _free(at, busy)
        start = at
        at += cell.colspan
        if cell.rowspan > 1:
            for lower in range(index + 1, index + min(cell.rowspan, TALLEST_SPAN)):
                taken.setdefault(lower, []).append((start, at))
        value = False
        if cell.items:
            reading = cell.reading or read(cell)
            value = reading.sort in VALUES
            if reading.sort == RULE:
                below = max(below, DOUBLE_LINE if "=" in reading.bare else LINE)
            elif reading.full:
                printed.append(Printed(reading, start, at, cell.rowspan))
        if index_in_row or value:
            if cell.line_above > above:
                above = cell.line_above
            if cell.line_below > below:
                below = cell.line_below
    return row_of(printed, above, below)


def _free(at: int, busy: list[tuple[int, int]]) -> int:
    """The first raw column from `at` that no cell from above reaches into."""
    moved = True
    while moved:
        moved = False
        for start, end in busy:
            if start <= at < end:
                at, moved = end, True
    return at


def _joined(cells: list[Printed], reach: int) -> list[Printed]:
    """The cells of a row with `$`, `(`, `)`, `%` and raised marks joined to their values."""
    out: list[Printed] = []
    waiting: Printed | None = None
    for cell in cells:
        sort = cell.sort
        if waiting is not None:
            if (sort == NUMBER or sort == NIL) and cell.start - waiting.end <= reach:
                _join_left(waiting, cell)
            elif sort == LEFT and cell.start - waiting.end <= reach:
                _join_left(waiting, cell)  # `$` and `(` in cells of their own
            else:
                out.append(waiting)
            waiting = None
        if sort == LEFT:
            waiting = cell
        elif out and (sort == EMPTY or (sort == RIGHT and _completes(out[-1], cell, reach)) or _marks(out[-1], cell)):
            _join_right(out[-1], cell)
        else:
            out.append(cell)
    if waiting is not None:
        out.append(waiting)
    return out


def _marks(last: Printed, mark: Printed) -> bool:
    """Whether `mark` is a footnote letter in a cell of its own, right after a value."""
    return last.sort in VALUES and mark.start == last.end and mark.sort == TEXT and is_only_marks(mark.bare)


def _completes(last: Printed, piece: Printed, reach: int) -> bool:
    """Whether `piece` is the rest of the value before it."""
    if last.sort not in VALUES or piece.start - last.end > reach:
        return False
    if ")" in piece.bare:
        return last.bare.count("(") > last.bare.count(")")
    return last.sort != YEAR


def _join_left(piece: Printed, value: Printed) -> None:
    value.full = piece.full + value.full
    value.bare = piece.bare + value.bare
    value.start = piece.start


def _join_right(value: Printed, piece: Printed) -> None:
    value.full += piece.full
    if piece.sort == RIGHT:
        value.bare += piece.bare
    if value.sort in VALUES:
        value.end = piece.end


# ---------------------------------------------------------------------------------------------------- rule lines


def _rules(rows: list[Row]) -> tuple[frozenset[int], frozenset[int]]:
    """Rows with a line directly above, rows with a double line directly below; lines under headers do not count."""
    ruled: set[int] = set()
    doubled: set[int] = set()
    after_values = False
    figures = 0
    for r, row in enumerate(rows):
        figures += row.figures
        if after_values and (row.above or rows[r - 1].below):
            ruled.add(r)
        if row.figures and (row.below == DOUBLE_LINE or (r + 1 < len(rows) and rows[r + 1].above == DOUBLE_LINE)):
            doubled.add(r)
        after_values = row.figures or (after_values and len(row.cells) == 1)
    if figures >= 6 and len(ruled) > 0.6 * figures:
        ruled = set()  # lines between all rows say nothing
    return frozenset(ruled), frozenset(doubled)
