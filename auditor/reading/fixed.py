"""Fixed-width tables: a block of lines becomes a grid.

`regions` finds where tables stand, `grid_of` reads one. Both work on any lines whose columns line up, also on the
layout text of a page of another format: `lines_of(text)` makes such lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field, replace

from auditor.frozen import dataclass
from auditor.model.source import Cell, Grid, Span
from auditor.reading.columns import Band, band_at
from auditor.reading.datalines import figures
from auditor.reading.headings import Piece, headings, reaching, underlined
from auditor.reading.heads import STROKE
from auditor.reading.labels import LabelLine, chains
from auditor.reading.lines import Line, lines_of
from auditor.reading.regions import Region, label_extent, regions
from auditor.reading.sides import halves, only
from auditor.reading.tokens import Segment, figure_text, trailing_values
from auditor.reading.values import without_label_marks, without_value_marks

__all__ = ["Region", "grid_of", "lines_of", "regions"]


@dataclass(slots=True)
class _Row:
    """A grid row in the making: the lines of its label, and the pieces beside it with the lines they stand on."""

    labels: list[LabelLine]
    pieces: list[tuple[int, Piece]]
    data: bool
    ruled: bool = False
    double_ruled: bool = False
    inset: int = 0  # where the labels of its half of the table begin


@dataclass(slots=True)
class _Reading:
    """What the walk over the lines of a table collects."""

    labels: list[LabelLine] = field(default_factory=list)
    pieces: dict[int, list[Piece]] = field(default_factory=dict)
    ruled_above: set[int] = field(default_factory=set)
    double_below: set[int] = field(default_factory=set)


def grid_of(lines: Sequence[Line], region: Region, name: str) -> Grid:
    """The table that `region` marks out in `lines`, as a grid with id `name`."""
    rows, columns = _stacked(lines, region)
    cells: list[Cell] = []
    for r, row in enumerate(rows):
        cells += _cells(lines, r, row)
    first, last = lines[region.start], lines[region.end - 1]
    return Grid(
        name,
        Span(first.start, last.start + max(last.end, len(last.text.rstrip()))),
        tuple(cells),
        len(rows),
        columns + 1,
        frozenset(r for r, row in enumerate(rows) if row.ruled),
        frozenset(r for r, row in enumerate(rows) if row.double_ruled),
    )


def _stacked(lines: Sequence[Line], region: Region) -> tuple[list[_Row], int]:
    """The rows of a table, and how many columns it has. Where two halves stand side by side, the rows of the second
    follow those of the first, under the headings of that."""
    both = halves(lines, region)
    if both is None:
        bands = _with_text_columns(lines, region)
        return _rows(_walk(lines, region, bands), region), len(bands)
    rows: list[_Row] = []
    (_, first), (middle, second) = both
    for half, start, end in ((first, 0, middle), (second, middle, None)):
        own = list(lines)
        own[region.start : region.end] = (only(line, start, end) for line in lines[region.start : region.end])
        found = _rows(_walk(own, half, half.bands), half)
        if start:
            dated = [row for row in found if not row.data and any(piece.column for _, piece in row.pieces)]
            found = [row for row in found if row not in dated]
        rows += [replace(row, inset=start) for row in found]
    return rows, len(first.bands)


def _with_text_columns(lines: Sequence[Line], region: Region) -> tuple[Band, ...]:
    """The value columns, and those of words (dates, names) that stand apart from the labels in several rows."""
    found: dict[int, list[Segment]] = {}
    count = 0
    for k in range(region.data, region.end):
        line = lines[k]
        if line.kind not in ("row", "columns"):
            continue
        count += 1
        for segment in line.segments[1:]:
            if not segment.value and segment.start > 16:
                found.setdefault(segment.start, []).append(segment)
    bands = list(region.bands)
    for start, texts in sorted(found.items()):
        right = max(t.end for t in texts)
        if len(texts) >= max(2, count // 4) and not any(b.overlap(start, right) > 0 for b in bands):
            bands.append(Band(start, right, right))
    return tuple(sorted(bands, key=lambda b: b.left)) if len(bands) > len(region.bands) else region.bands


def _walk(lines: Sequence[Line], region: Region, bands: Sequence[Band]) -> _Reading:
    reading = _Reading()
    gap, ruled, seen_data, last = True, False, False, -1
    columns = underlined(lines, region, bands)
    above, over = list[Piece](), lines[region.start]
    for k in range(region.start, region.end):
        line = lines[k]
        if line.kind in ("blank", "tag", "break", "furniture"):
            gap = True
        elif line.kind in ("rule", "double-rule"):
            gap = True
            if line.kind == "double-rule":
                reading.double_below.add(last)
            else:
                ruled = seen_data
        else:
            head = k < region.data
            pieces = headings(lines, k, region, bands, columns) if head else _data(line, bands)
            if head:
                pieces = reaching(line, pieces, over, above, bands)
                above, over = pieces, line
            start, end = _label(line, pieces)
            words = " ".join(line.text[start:end].split())
            reading.labels.append(LabelLine(k, words, start, end, bool(pieces), gap))
            reading.pieces[k] = pieces
            if ruled:
                reading.ruled_above.add(k)
            gap, ruled, last = False, bool(pieces) and seen_data and _stroked(line, bands), k
            seen_data = seen_data or bool(pieces) and not head
    return reading


def _stroked(line: Line, bands: Sequence[Band]) -> bool:
    """Whether strokes stand beside the words of a line, over the columns."""
    return "---" in line.text and any(m.start() >= bands[0].left - 4 for m in STROKE.finditer(line.text))


def _data(line: Line, bands: Sequence[Band]) -> list[Piece]:
    """The figures of one line, each in its column; texts that stand in a column too."""
    if not line.segments:
        return _tight(line, (), bands)
    leading = figures(line)
    if len(leading) == len(bands) and _one_each(leading, bands):
        return [Piece(c, s.start, s.end, 1, True) for c, s in enumerate(leading, 1)]
    taken: dict[int, Piece] = {}
    label_end = label_extent(line, bands)[1]
    for segment in line.segments:
        if segment.value and (
            segment not in leading or segment.end < bands[0].left - 2 and segment.start <= line.indent
        ):
            continue
        if not segment.value and segment.end <= max(label_end, bands[0].left):
            continue
        if not segment.value and segment.start <= line.indent:
            continue
        column = _column(bands, segment, taken) if segment.value else _beside(bands, segment)
        _put(taken, column, segment)
    pieces = [taken[k] for k in sorted(taken)]
    return _tight(line, pieces, bands) + pieces


def _one_each(tokens: Sequence[Segment], bands: Sequence[Band]) -> bool:
    """Whether the figures of a line fill the columns one by one: the usual case, told quickly."""
    return all(
        -4 < t.edge - b.edge < 4 and t.start < b.right and b.left < t.end for t, b in zip(tokens, bands, strict=True)
    )


def _column(bands: Sequence[Band], segment: Segment, taken: dict[int, Piece]) -> int:
    column = band_at(bands, segment) + 1
    while column in taken and column < len(bands) and taken[column].end <= segment.start - 2:
        column += 1
    return column


def _beside(bands: Sequence[Band], segment: Segment) -> int:
    """The column that a text stands in: the one it overlaps most."""
    return max(range(len(bands)), key=lambda k: bands[k].overlap(segment.start, segment.end)) + 1


def _put(taken: dict[int, Piece], column: int, segment: Segment) -> None:
    before = taken.get(column)
    start = segment.start if before is None else before.start
    taken[column] = Piece(column, start, segment.end, 1, segment.value)


def _tight(line: Line, pieces: Sequence[Piece], bands: Sequence[Band]) -> list[Piece]:
    """Figures that only one blank parts from the label, where they end exactly as their column does."""
    if line.segments:
        texts = [s for s in line.segments if not s.value and (not pieces or s.end <= pieces[0].start)]
        if not texts:
            return []
        last = texts[-1]
    else:
        last = Segment(line.indent, line.end, line.end, "text", False)
    if last.end < bands[0].edge:
        return []
    limit = pieces[0].column if pieces else len(bands) + 1
    found: list[Piece] = []
    for value in reversed(trailing_values(line.text, last)):
        column = band_at(bands, value) + 1
        if column >= limit or abs(bands[column - 1].edge - value.edge) > 1:
            break
        found.append(Piece(column, value.start, value.end, 1, True))
        limit = column
    return found[::-1] if pieces or len(found) > 1 else []


def _label(line: Line, pieces: Sequence[Piece]) -> tuple[int, int]:
    if not pieces:
        return line.indent, line.end
    start = line.indent
    if pieces[0].start <= start:
        return start, start
    return start, len(line.text[: pieces[0].start].rstrip())


def _rows(reading: _Reading, region: Region) -> list[_Row]:
    rows: list[_Row] = []
    for chain in chains(reading.labels, region.data):
        bearing = next((one.line for one in chain if one.figures), chain[0].line)
        pieces = [(bearing, piece) for piece in reading.pieces[bearing]]
        words = [one for one in chain if one.words]
        if rows and not words and not chain[0].gap and _completes(rows[-1], pieces):
            rows[-1].pieces += pieces
            continue
        row = _Row(words, pieces, bearing >= region.data)
        row.ruled = any(one.line in reading.ruled_above for one in chain)
        row.double_ruled = any(one.line in reading.double_below for one in chain)
        rows.append(row)
    return rows


def _completes(row: _Row, pieces: Sequence[tuple[int, Piece]]) -> bool:
    """Whether figures without a label fill the columns that the row above left empty at its right."""
    return row.data and bool(row.pieces) and bool(row.labels) and row.pieces[-1][1].column < pieces[0][1].column


_SPELT = 2_000  # lines that are searched for the spelling of a word
_HYPHENED = re.compile(r"([A-Za-z]+)- ([a-z]+)")


def _whole(label: str, lines: Sequence[Line]) -> str:
    """A label with the words made whole that a line's end parted: as the rest of the text spells them, else with
    their hyphen."""

    def spelled(match: re.Match[str]) -> str:
        if match[2] in ("and", "or", "to"):
            return match.group()
        plain = (match[1] + match[2]).lower()
        return (
            match[1] + match[2]
            if any(plain in line.text.lower() for line in lines[:_SPELT])
            else f"{match[1]}-{match[2]}"
        )

    return _HYPHENED.sub(spelled, label) if "- " in label else label


def _cells(lines: Sequence[Line], r: int, row: _Row) -> list[Cell]:
    cells: list[Cell] = []
    if row.labels:
        first, last = row.labels[0], row.labels[-1]
        text = without_label_marks(_whole(" ".join(one.words for one in row.labels), lines))
        span = Span(lines[first.line].start + first.indent, lines[last.line].start + last.end)
        cells.append(Cell(r, 0, text, span, indent=max(0, first.indent - row.inset)))
    for k, piece in row.pieces:
        line = lines[k]
        printed = line.text[piece.start : piece.end]
        shown = without_value_marks(figure_text(printed)) if piece.value else " ".join(printed.split())
        span = Span(line.start + piece.start, line.start + piece.end)
        cells.append(Cell(r, piece.column, shown, span, piece.colspan))
    return cells
