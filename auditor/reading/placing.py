"""Cells of rows are given their columns: the places of narrow cells are the columns, wide cells span them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

from auditor.reading.css import NO_LINE
from auditor.reading.raw import Reading
from auditor.reading.values import LEFT, NUMBER, RIGHT, VALUES


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


Ranges = list[tuple[int, int]]
"""Disjoint raw ranges in order, one for each column of the grid."""


def clusters(rows: list[Row], loose: bool = False) -> Ranges:
    """The ranges of the columns. `loose`: the places are those of a page, where a dash need not stand below digits."""
    found: Ranges = []
    places = {(c.end - c.start, c.start) for row in rows for c in row.cells if c.sort != LEFT and c.sort != RIGHT}
    for width, start in sorted(places):
        end = start + width
        k = bisect_left(found, start + 1, key=_end)
        if k == len(found) or found[k][0] >= end:
            found.insert(k, (start, end))
        elif k + 1 == len(found) or found[k + 1][0] >= end:
            found[k] = (min(found[k][0], start), max(found[k][1], end))
    return _merged(rows, found, loose) if len(found) > 1 else found


def _end(place: tuple[int, int]) -> int:
    return place[1]


@dataclass(slots=True)
class _Use:
    """In which rows a range has cells of its own, and whether values, and figures, are among them."""

    rows: set[int]
    valued: bool = False
    figured: bool = False


def _merged(rows: list[Row], ranges: Ranges, loose: bool) -> Ranges:
    """Ranges that are one column after all: stepped labels, headers and (`loose`) dashes that stand beside values."""
    body = next((r for r, row in enumerate(rows) if any(c.sort == NUMBER for c in row.cells)), len(rows))
    uses = _uses(rows, ranges, body)
    out, last = [ranges[0]], uses[0]
    for k in range(1, len(ranges)):
        use = uses[k]
        in_body = any(r >= body for r in use.rows)
        stepped = len(out) == 1 and not last.valued and not use.valued and in_body
        header_before = len(out) > 1 and use.valued and not last.valued and last.rows and max(last.rows) < body
        header_after = len(out) > 1 and last.valued and not use.valued and use.rows and not in_body
        dashes = loose and len(out) > 1 and last.valued and use.valued and last.figured != use.figured
        if (stepped or header_before or header_after or dashes) and not last.rows & use.rows:
            out[-1] = (out[-1][0], ranges[k][1])
            last = _Use(last.rows | use.rows, last.valued or use.valued, last.figured or use.figured)
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
                uses[k].figured = uses[k].figured or cell.sort == NUMBER
    return uses


def place(rows: list[Row], ranges: Ranges) -> int:
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
