"""Which columns the headings of a PDF table stand over, told by their places.

A heading over several columns is centred over them: over their figures or, where these stand on the right of wide
cells, over the cells.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from auditor.frozen import dataclass
from auditor.reading.gridding import Layout
from auditor.reading.pdf_tables import tells_when
from auditor.reading.placing import Printed
from auditor.reading.values import VALUES

PARTED, CENTRED = 8.0, 5.0  # points that a heading may be off the middle of its columns
PADDING = 6.0  # points that the border of a cell may be from its text
FLUSH = 2.0  # points that a heading may end before or behind figures that it stands over on the right
ALONE = 0.12  # of the width of all columns: so far may a heading be off that stands over them alone
FAR = 1000.0  # points: farther than any heading from its columns


@dataclass(frozen=True, slots=True)
class Column:
    """Where the figures of a column stand, in points; `left`: between which places its cell begins."""

    start: float
    end: float
    left: tuple[float, float]

    def under(self, head: Printed) -> bool:
        return head.start < self.end and self.start < head.end


Columns = Mapping[int, Column]


def span_headers(layout: Layout) -> None:
    """Gives the headings of a table the columns that they stand over."""
    columns = _columns(layout)
    head: list[list[Printed]] = []
    for row in layout.rows:
        if row.figures:
            break
        head.append([c for c in row.cells if c.column])
    for k, heads in enumerate(head):
        full = any(len(below) == len(columns) for below in head[k + 1 :])
        if full and (shares := _flush(heads, columns) or _flush_left(heads, columns)):
            for cell, share in zip(heads, shares, strict=True):
                cell.column, cell.colspan = share[0], len(share)
        elif heads and len(heads) < len(columns):
            _span(heads, columns)


def _flush(heads: Sequence[Printed], columns: Columns) -> list[list[int]]:
    """The columns shared out evenly among headings that each end where the last column of their share does; none where
    they do not stand so."""
    share, rest = divmod(len(columns), len(heads)) if heads else (0, 0)
    if rest or share < 2:
        return []
    numbers = sorted(columns)
    shares = [numbers[k * share : (k + 1) * share] for k in range(len(heads))]
    short = [columns[own[-1]].end - head.end for head, own in zip(heads, shares, strict=True)]  # alike for all of them
    ends = min(short) > -FLUSH and max(short) < PADDING and max(short) - min(short) < FLUSH
    over = any(head.start < columns[own[-1]].start - FLUSH for head, own in zip(heads, shares, strict=True))
    return shares if ends and over else []


def _flush_left(heads: Sequence[Printed], columns: Columns) -> list[list[int]]:
    """The columns that the headings of a row share when each begins where the cell of its first column does: behind the
    figures on its left, and not behind its own; none where they do not stand so, or where they are in the middle."""
    numbers = sorted(columns)
    firsts: list[int] = []
    for head in heads:
        k = next((k for k, number in enumerate(numbers) if head.start < columns[number].end), -1)
        if k < 0 or head.start > columns[numbers[k]].start + FLUSH or k and head.start < columns[numbers[k - 1]].end:
            return []
        firsts.append(k)
    if not firsts or firsts[0] or firsts != sorted(set(firsts)) or len(firsts) == len(numbers):
        return []
    shares = [numbers[a:b] for a, b in zip(firsts, [*firsts[1:], len(numbers)], strict=True)]
    if any(len(own) == 1 for own in shares) or len(heads) == 1 and not tells_when(heads[0].bare):
        return []
    inside = all(head.end < columns[own[-1]].end + PADDING for head, own in zip(heads, shares, strict=True))
    middle = all(_off(head, own, columns) < CENTRED for head, own in zip(heads, _shares(heads, columns), strict=True))
    return shares if inside and not middle else []


def _columns(layout: Layout) -> dict[int, Column]:
    """The columns by their numbers, from left to right."""
    places: dict[int, tuple[int, int]] = {}
    for row in layout.rows:
        full = sum(cell.column > 0 for cell in row.cells) == layout.columns - 1
        for cell in row.cells:
            if cell.column and cell.colspan == 1 and (full or row.figures or cell.sort in VALUES):
                start, end = places.get(cell.column, (cell.start, cell.end))
                places[cell.column] = min(start, cell.start), max(end, cell.end)
    ordered = sorted(places)
    ends = [places[column][1] for column in ordered]
    widths = [b - a for a, b in zip(ends, ends[1:], strict=False)]
    if not widths:
        return {column: Column(start, end, (start, start)) for column, (start, end) in places.items()}
    lefts = [(ends[0] - max(widths), ends[0] - min(widths)), *((end, end) for end in ends)]
    return {column: Column(*places[column], left) for column, left in zip(ordered, lefts, strict=False)}


def _span(heads: Sequence[Printed], columns: Columns) -> None:
    """Parts all columns among the headings of a row if each stands over its share; else each gets the fewest that it is
    centred over, or those that it reaches over."""
    shares = _shares(heads, columns)
    near = PARTED
    if len(heads) == 1:
        near = max(PARTED, ALONE * (columns[max(columns)].end - columns[min(columns)].start))
    whole = all(share and _is_over(head, share, columns, near) for head, share in zip(heads, shares, strict=True))
    few = len(heads) == 1 or any(len(share) == 1 for share in shares)
    for head, share in zip(heads, shares, strict=True):
        over = _alone(head, share, columns) if few else []
        if not over:
            over = share if whole else _fewest(head, share, columns) or _reached(head, share, columns)
        if len(over) > 1 and over[-1] - over[0] == len(over) - 1:
            head.column, head.colspan = over[0], len(over)


def _shares(heads: Sequence[Printed], columns: Columns) -> list[list[int]]:
    """The columns parted among the headings of a row, from left to right, so that each heading is as near as can be to
    the middle of its share, and none has a column that another one alone reaches over."""
    numbers = sorted(columns)
    over = {number: [k for k, head in enumerate(heads) if columns[number].under(head)] for number in numbers}

    def cost(head: int, share: Sequence[int]) -> float:
        strange = sum(len(over[number]) == 1 and over[number] != [head] for number in share)
        return _off(heads[head], share, columns) + FAR * strange if share else FAR

    @cache
    def parted(head: int, end: int) -> tuple[float, tuple[int, ...]]:
        """What it costs to part the columns up to `end` among the headings up to `head`, and where the shares end."""
        if not head:
            return cost(0, numbers[:end]), (end,)
        return min(
            (before + cost(head, numbers[start:end]), (*ends, end))
            for start in range(end + 1)
            for before, ends in (parted(head - 1, start),)
        )

    ends = parted(len(heads) - 1, len(numbers))[1]
    return [numbers[start:end] for start, end in zip((0, *ends), ends, strict=False)]


def _is_over(head: Printed, share: Sequence[int], columns: Columns, near: float) -> bool:
    """Whether the place of a heading tells that it stands over all columns of its share."""
    if len(share) == 1 and columns[share[0]].under(head):
        return True
    return _off(head, share, columns) < near or _reached(head, sorted(columns), columns) == list(share)


def _off(head: Printed, share: Sequence[int], columns: Columns) -> float:
    """How far a heading is from the middle of columns, in points."""
    first, end = columns[share[0]], columns[share[-1]].end
    start = head.start + head.end - end  # of what the heading would be in the middle of
    cell = min(max(start, first.left[0]), first.left[1])
    return min(abs(start - first.start), abs(start - cell)) / 2


def _reached(head: Printed, share: Sequence[int], columns: Columns) -> list[int]:
    """Those of several columns that a heading reaches over, if they are more than one; else none."""
    over = [number for number in share if columns[number].under(head)]
    inside = len(over) > 1 and columns[over[0]].end > head.start + 2 and columns[over[-1]].start < head.end - 2
    return over if inside else []


def _alone(head: Printed, share: Sequence[int], columns: Columns) -> list[int]:
    """The one column of a share that a heading stands over, if it reaches over no other and is centred over it, or ends
    where its figures do."""
    over = [number for number in share if columns[number].under(head)]
    if len(over) != 1:
        return []
    return over if abs(head.end - columns[over[0]].end) < FLUSH or _off(head, over, columns) < CENTRED else []


def _fewest(head: Printed, share: Sequence[int], columns: Columns) -> list[int]:
    """The fewest columns of a share, side by side, that the heading is centred over."""
    for width in range(1, len(share) + 1):
        for k in range(len(share) - width + 1):
            over = list(share[k : k + width])
            if _off(head, over, columns) < CENTRED:
                return over
    return []
