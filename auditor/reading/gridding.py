"""A raw table becomes a grid: pieces of values joined, spacer columns dropped, spans counted in value columns.

Shared by the readers of HTML and Word. A table's columns are found from its cells: the places of the narrow cells
are the columns, wide cells span those whose digits they cover.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field

from auditor.reading.css import DOUBLE_LINE, NO_LINE
from auditor.reading.raw import Piece, RawCell, RawTable, unmarked
from auditor.reading.values import (
    is_left,
    is_nil,
    is_number,
    is_right,
    is_rule,
    is_value,
    is_year,
    without_label_marks,
    without_value_marks,
)

POINTS_PER_CHARACTER = 4.5


@dataclass(slots=True)
class Printed:
    """A printed cell: `full` with marks, `bare` without; it stands in raw columns `start` to `end`, digits ending in
    `core`. `parts` are the raw texts that were joined."""

    full: str
    bare: str
    start: int
    end: int
    core: int
    value: bool
    rowspan: int = 1
    indent: float = 0.0
    bold: bool = False
    piece: bool = False  # a part of a value that found no value beside it
    column: int = 0
    colspan: int = 1


@dataclass(slots=True)
class Row:
    cells: list[Printed] = field(default_factory=list)
    above: int = NO_LINE
    below: int = NO_LINE


@dataclass(slots=True)
class Layout:
    """The rows of a table with something printed in them, their cells placed in `columns` columns."""

    rows: list[Row]
    columns: int
    ruled: frozenset[int]
    double_ruled: frozenset[int]


def lay_out(table: RawTable) -> Layout:
    rows = _joined_rows(table)
    clusters = _clusters(rows)
    columns = _assign(rows, clusters)
    ruled, doubled = _rules(rows)
    return Layout(rows, columns, ruled, doubled)


# ---------------------------------------------------------------------------------------------------- rows and pieces


def text_of(cell: RawCell) -> str:
    """All text of a cell, in one line."""
    items = cell.items
    if len(items) == 1 and isinstance(items[0], Piece):
        text = items[0].text
    else:
        text = " ".join(_texts(items))
    return text.replace("\n", " ") if "\n" in text else text


def _texts(items: list) -> list[str]:  # type: ignore[type-arg]
    out: list[str] = []
    for item in items:
        if isinstance(item, Piece):
            out.append(item.text)
        elif isinstance(item, RawTable):
            out.extend(text for row in item.rows for cell in row if (text := text_of(cell)))
    return out


def _joined_rows(table: RawTable) -> list[Row]:
    """Rows that print something; the rule lines of the others go to the row before."""
    rows: list[Row] = []
    taken: dict[int, list[tuple[int, int]]] = {}
    pending = NO_LINE
    for index, raw in enumerate(table.rows):
        row, ruled = _row(raw, index, taken)
        if row.cells:
            row.above = max(row.above, pending)
            pending = NO_LINE
            rows.append(row)
        else:
            line = max(row.above, row.below, ruled)
            if rows and (line == DOUBLE_LINE or (line and pending)):
                rows[-1].below = DOUBLE_LINE
            pending = max(pending, line)
    return rows


def _row(raw: list[RawCell], index: int, taken: dict[int, list[tuple[int, int]]]) -> tuple[Row, int]:
    row = Row()
    at, rule = 0, NO_LINE
    busy = taken.pop(index, None)
    for place, cell in enumerate(raw):
        if busy:
            at = _free(at, busy)
        start, at = at, at + cell.colspan
        if cell.rowspan > 1:
            for below in range(index + 1, index + min(cell.rowspan, 200)):
                taken.setdefault(below, []).append((start, at))
        text = text_of(cell) if cell.items else ""
        if text and is_rule(text) and not is_nil(text):
            rule = max(rule, DOUBLE_LINE if "=" in text else 1)
            text = ""
        printed = _printed(cell, text, start, at) if text else None
        if place or (printed is not None and printed.value):
            if cell.line_above > row.above:
                row.above = cell.line_above
            if cell.line_below > row.below:
                row.below = cell.line_below
        if printed is not None:
            row.cells.append(printed)
    row.cells = _joined(row.cells)
    return row, rule


def _free(at: int, busy: list[tuple[int, int]]) -> int:
    moved = True
    while moved:
        moved = False
        for start, end in busy:
            if start <= at < end:
                at, moved = end, True
    return at


def _printed(cell: RawCell, text: str, start: int, end: int) -> Printed:
    bare = unmarked(text)
    value = is_value(bare)
    if not value and bare:
        stripped = without_value_marks(bare)
        if stripped is not bare and is_value(stripped):
            bare, value = stripped, True
    elif value:
        bare = without_value_marks(bare)
    if not value:
        bare = without_label_marks(bare)
    bold, indent = False, cell.indent
    first = cell.items[0]
    if isinstance(first, Piece):
        bold, indent = first.look.bold, indent + first.look.indent
    return Printed(text, bare, start, end, end - 1, value, cell.rowspan, indent, bold)


def _joined(cells: list[Printed]) -> list[Printed]:
    """The cells of a row with `$`, `(`, `)`, `%` and footnote marks joined to their values."""
    if len(cells) < 2:
        return cells
    out: list[Printed] = []
    waiting: Printed | None = None
    for cell in cells:
        bare = cell.bare
        last = out[-1] if out else None
        if waiting is not None:
            if cell.value and not is_year(bare) and cell.start - waiting.end <= 2:
                cell = _join(waiting, cell)
                waiting = None
                out.append(cell)
                continue
            waiting.piece = True
            out.append(waiting)
            waiting, last = None, out[-1]
        if cell.value:
            out.append(cell)
        elif not bare:  # a raised footnote mark alone
            out.append(cell)
            if last is not None:
                out[-2:] = [_join(last, cell, mark=True)]
        elif is_left(bare):
            waiting = cell
        elif is_right(bare) and last is not None and last.value and _completes(last, bare, cell.start):
            out[-1] = _join(last, cell)
        else:
            cell.piece = is_right(bare)
            out.append(cell)
    if waiting is not None:
        waiting.piece = True
        out.append(waiting)
    return out


def _completes(last: Printed, bare: str, start: int) -> bool:
    """Whether `bare` is the rest of the value before it."""
    if start - last.end > 2:
        return False
    if ")" in bare and last.bare.count("(") > last.bare.count(")"):
        return True
    return ")" not in bare and not is_year(last.bare)


def _join(left: Printed, right: Printed, mark: bool = False) -> Printed:
    main = left if left.value or mark else right
    return Printed(
        left.full + right.full,
        left.bare if mark else left.bare + right.bare,
        left.start,
        left.end if mark and not left.value else right.end,
        main.core,
        main.value,
        max(left.rowspan, right.rowspan),
        left.indent,
        main.bold,
    )


# ---------------------------------------------------------------------------------------------------- columns


@dataclass(slots=True)
class Cluster:
    """A column at work: raw columns `start` to `end`."""

    start: int
    end: int


def _clusters(rows: list[Row]) -> list[Cluster]:
    """Disjoint raw ranges, in order: one for each column of the grid."""
    found: list[Cluster] = []
    places = {(c.end - c.start, c.start) for row in rows for c in row.cells if not c.piece}
    for width, start in sorted(places):
        end = start + width
        k = bisect_left(found, start + 1, key=lambda c: c.end)
        if k == len(found) or found[k].start >= end:
            found.insert(k, Cluster(start, end))
        elif k + 1 == len(found) or found[k + 1].start >= end:
            found[k].start, found[k].end = min(found[k].start, start), max(found[k].end, end)
    return _merged(rows, found)


def _merged(rows: list[Row], clusters: list[Cluster]) -> list[Cluster]:
    """Clusters that are one column after all: stepped labels, headers that stand beside their values."""
    if len(clusters) < 2:
        return clusters
    first_values = next((r for r, row in enumerate(rows) if any(is_number(c.bare) for c in row.cells)), len(rows))
    ends = [c.end for c in clusters]
    used: list[set[int]] = [set() for _ in clusters]
    valued = [False] * len(clusters)
    for r, row in enumerate(rows):
        for cell in row.cells:
            k = bisect_left(ends, cell.start + 1)
            if k < len(clusters) and cell.end <= clusters[k].end:
                used[k].add(r)
                valued[k] = valued[k] or (cell.value and (r >= first_values or is_number(cell.bare)))
    out = [clusters[0]]
    rows_of, has_values = used[0], valued[0]
    labels = not valued[0]
    for k in range(1, len(clusters)):
        apart = not rows_of & used[k]
        in_body = any(r >= first_values for r in used[k])
        stepped = labels and not valued[k] and in_body and len(out) == 1
        beside = bool(used[k]) and bool(rows_of) and len(out) > 1 and (
            (not has_values and valued[k] and max(rows_of) < first_values)
            or (has_values and not valued[k] and not in_body)
        )
        if apart and (stepped or beside):
            out[-1] = Cluster(out[-1].start, clusters[k].end)
            rows_of, has_values = rows_of | used[k], has_values or valued[k]
        else:
            out.append(clusters[k])
            rows_of, has_values = used[k], valued[k]
    return out


def _assign(rows: list[Row], clusters: list[Cluster]) -> int:
    """Gives every cell its column and its span in columns; returns the number of columns."""
    if not clusters:
        return 0
    cores = _cores(rows, clusters)
    ends = [c.end for c in clusters]
    shift = 1 if _starts_with_values(rows, clusters[0]) else 0
    for row in rows:
        free = 0
        for cell in row.cells:
            k = min(bisect_left(ends, cell.start + 1), len(clusters) - 1)
            last = k
            while last + 1 < len(clusters) and clusters[last + 1].start < cell.end:
                last += 1
            covered = [j for j in range(k, last + 1) if cell.start <= cores[j] < cell.end]
            if covered:
                k, last = covered[0], covered[-1]
            elif last > k:
                last = k
            if k < free <= last:
                k = free
            elif k < free:
                k = last = free
            k, last = min(k, len(clusters) - 1), min(max(k, last), len(clusters) - 1)
            cell.column, cell.colspan = k + shift, last - k + 1
            free = last + 1
    return len(clusters) + shift


def _cores(rows: list[Row], clusters: list[Cluster]) -> list[int]:
    """For each cluster the raw column in which its digits end, most often."""
    ends = [c.end for c in clusters]
    counts: list[Counter[int]] = [Counter() for _ in clusters]
    for row in rows:
        for cell in row.cells:
            k = bisect_left(ends, cell.core + 1)
            if k < len(clusters) and clusters[k].start <= cell.start and cell.end <= clusters[k].end:
                counts[k][cell.core] += 3 if cell.value else 1
    return [c.most_common(1)[0][0] if c else clusters[k].start for k, c in enumerate(counts)]


def _starts_with_values(rows: list[Row], cluster: Cluster) -> bool:
    """Whether the leftmost column holds values, so that the table has no column of labels."""
    values = labels = 0
    for row in rows:
        if row.cells and row.cells[0].start < cluster.end:
            if is_number(row.cells[0].bare):
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
        numbers = any(is_number(c.bare) or is_nil(c.bare) for c in row.cells[1:])
        figures += numbers
        if r and after_values and (row.above or rows[r - 1].below):
            ruled.add(r)
        if numbers and (row.below == DOUBLE_LINE or (r + 1 < len(rows) and rows[r + 1].above == DOUBLE_LINE)):
            doubled.add(r)
        if numbers:
            after_values = True
        elif len(row.cells) > 1:
            after_values = False
    if figures >= 6 and len(ruled) > 0.6 * figures:
        ruled = set()
    return frozenset(ruled), frozenset(doubled)
