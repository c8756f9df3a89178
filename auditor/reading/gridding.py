"""A raw table becomes a grid: pieces of values joined, spacer columns dropped, spans counted in value columns.

Shared by the readers of HTML and Word. A table's columns are found from its cells: the places of the narrow cells
are the columns, wide cells span those whose digits they cover.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

from auditor.reading.css import DOUBLE_LINE, LINE, NO_LINE
from auditor.reading.raw import Item, Piece, RawCell, RawTable, Reading, unmarked
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


class Printed:
    """A printed cell, its pieces joined: raw columns `start` to `end`, its digits ending in `core`."""

    __slots__ = ("bare", "bold", "colspan", "column", "core", "end", "full", "indent", "rowspan", "sort", "start")

    def __init__(self, reading: Reading, start: int, end: int, rowspan: int) -> None:
        self.full, self.bare, self.sort, self.indent, self.bold = reading
        self.start, self.end, self.core, self.rowspan = start, end, end - 1, rowspan
        self.column, self.colspan = 0, 1

    @property
    def value(self) -> bool:
        return self.sort in VALUES


class Row:
    """The printed cells of a row and the lines along it."""

    __slots__ = ("above", "below", "cells", "figures")

    def __init__(self) -> None:
        self.cells: list[Printed] = []
        self.above = self.below = NO_LINE
        self.figures = False


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


def placed(rows: list[Row]) -> Layout:
    """The grid of rows whose cells stand in raw columns: columns of the source, or points on a page."""
    columns = _place(rows, _clusters(rows))
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
    if bare[-1:] in ")*†‡" and sort != RIGHT:
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
    for index, raw in enumerate(table.rows):
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


def _row(raw: list[RawCell], index: int, taken: dict[int, list[tuple[int, int]]]) -> Row:
    """A row with its pieces joined. `taken` are the raw columns that cells from above reach into, by row."""
    at = above = below = 0
    busy = taken.pop(index, None) if taken else None
    printed: list[Printed] = []
    for place, cell in enumerate(raw):
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
        if place or value:
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


# ---------------------------------------------------------------------------------------------------- columns

Ranges = list[tuple[int, int]]
"""Disjoint raw ranges in order, one for each column of the grid."""


def _clusters(rows: list[Row]) -> Ranges:
    found: Ranges = []
    places = {(c.end - c.start, c.start) for row in rows for c in row.cells if c.sort != LEFT and c.sort != RIGHT}
    for width, start in sorted(places):
        end = start + width
        k = bisect_left(found, start + 1, key=_end)
        if k == len(found) or found[k][0] >= end:
            found.insert(k, (start, end))
        elif k + 1 == len(found) or found[k + 1][0] >= end:
            found[k] = (min(found[k][0], start), max(found[k][1], end))
    return _merged(rows, found) if len(found) > 1 else found


def _end(place: tuple[int, int]) -> int:
    return place[1]


@dataclass(slots=True)
class _Use:
    """In which rows a range has cells of its own, and whether values are among them."""

    rows: set[int]
    valued: bool = False


def _merged(rows: list[Row], ranges: Ranges) -> Ranges:
    """Ranges that are one column after all: stepped labels, headers that stand beside their values."""
    body = next((r for r, row in enumerate(rows) if any(c.sort == NUMBER for c in row.cells)), len(rows))
    uses = _uses(rows, ranges, body)
    out, last = [ranges[0]], uses[0]
    for k in range(1, len(ranges)):
        use = uses[k]
        in_body = any(r >= body for r in use.rows)
        stepped = len(out) == 1 and not last.valued and not use.valued and in_body
        header_before = len(out) > 1 and use.valued and not last.valued and last.rows and max(last.rows) < body
        header_after = len(out) > 1 and last.valued and not use.valued and use.rows and not in_body
        if (stepped or header_before or header_after) and not last.rows & use.rows:
            out[-1] = (out[-1][0], ranges[k][1])
            last = _Use(last.rows | use.rows, last.valued or use.valued)
        else:
            out.append(ranges[k])
            last = use
    return out


def _uses(rows: list[Row], ranges: Ranges, body: int) -> list[_Use]:
    uses = [_Use(set()) for _ in ranges]
    ends = [end for _, end in ranges]
    for r, row in enumerate(rows):
        for cell in row.cells:
            k = bisect_left(ends, cell.start + 1)
            if k < len(ranges) and cell.end <= ends[k]:
                uses[k].rows.add(r)
                if cell.sort == NUMBER or (r >= body and cell.sort in VALUES):
                    uses[k].valued = True
    return uses


def _place(rows: list[Row], ranges: Ranges) -> int:
    """Gives every cell its column and its span in columns; returns the number of columns."""
    if not ranges:
        return 0
    places = _Places(rows, ranges)
    shift = 1 if _starts_with_values(rows, ranges[0]) else 0
    for row in rows:
        free = 0
        for cell in row.cells:
            first, last = places[cell.start, cell.end]
            if first < free:
                first, last = free, max(free, last)
                if first >= len(ranges):
                    first = last = len(ranges) - 1
            cell.column, cell.colspan = first + shift, last - first + 1
            free = last + 1
    return len(ranges) + shift


class _Places(dict[tuple[int, int], tuple[int, int]]):
    """The first and the last column that a cell in raw columns start to end covers."""

    def __init__(self, rows: list[Row], ranges: Ranges) -> None:
        super().__init__()
        self._ranges = ranges
        self._ends = [end for _, end in ranges]
        self._cores = self._digits(rows)

    def __missing__(self, place: tuple[int, int]) -> tuple[int, int]:
        start, end = place
        first = last = min(bisect_left(self._ends, start + 1), len(self._ranges) - 1)
        while last + 1 < len(self._ranges) and self._ranges[last + 1][0] < end:
            last += 1
        covered = [k for k in range(first, last + 1) if start <= self._cores[k] < end]
        self[place] = found = (covered[0], covered[-1]) if covered else (first, first)
        return found

    def _digits(self, rows: list[Row]) -> list[int]:
        """For each column the raw column in which its digits end, most often."""
        counts: list[Counter[int]] = [Counter() for _ in self._ranges]
        for row in rows:
            for cell in row.cells:
                k = bisect_left(self._ends, cell.core + 1)
                if k < len(self._ranges) and self._ranges[k][0] <= cell.start and cell.end <= self._ends[k]:
                    counts[k][cell.core] += 3 if cell.sort in VALUES else 1
        return [c.most_common(1)[0][0] if c else self._ranges[k][0] for k, c in enumerate(counts)]


def _starts_with_values(rows: list[Row], leftmost: tuple[int, int]) -> bool:
    """Whether the leftmost column holds values, so that the table has no column of labels."""
    values = labels = 0
    for row in rows:
        if row.cells and row.cells[0].start < leftmost[1]:
            if row.cells[0].sort == NUMBER:
                values += 1
            elif len(row.cells) > 1:
                labels += 1
    return values > labels


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
