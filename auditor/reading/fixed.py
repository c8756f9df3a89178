"""Fixed-width tables: a block of lines becomes a grid.

`regions` finds where tables stand, `grid_of` reads one. Both work on any lines whose columns line up, also on the
layout text of a page of another format: `lines_of(text)` makes such lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field

from auditor.frozen import dataclass
from auditor.model.source import Cell, Grid, Span
from auditor.reading.columns import Band, band_at, place
from auditor.reading.labels import LabelLine, chains
from auditor.reading.lines import Line, lines_of
from auditor.reading.regions import STROKE, Region, figures, heading_texts, label_extent, regions, strokes
from auditor.reading.tokens import Segment, figure_text, trailing_values
from auditor.reading.values import without_label_marks, without_value_marks

__all__ = ["Region", "grid_of", "lines_of", "regions"]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A cell of one line before rows are put together: columns counted from 0 (the labels)."""

    column: int
    start: int
    end: int
    colspan: int = 1
    value: bool = False


@dataclass(slots=True)
class _Row:
    """A grid row in the making: the lines of its label, and the pieces beside it with the lines they stand on."""

    labels: list[LabelLine]
    pieces: list[tuple[int, _Piece]]
    data: bool
    ruled: bool = False
    double_ruled: bool = False


@dataclass(slots=True)
class _Reading:
    """What the walk over the lines of a table collects."""

    labels: list[LabelLine] = field(default_factory=list)
    pieces: dict[int, list[_Piece]] = field(default_factory=dict)
    ruled_above: set[int] = field(default_factory=set)
    double_below: set[int] = field(default_factory=set)


def grid_of(lines: Sequence[Line], region: Region, name: str) -> Grid:
    """The table that `region` marks out in `lines`, as a grid with id `name`."""
    bands = _with_text_columns(lines, region)
    reading = _walk(lines, region, bands)
    rows = _rows(reading, region)
    cells: list[Cell] = []
    for r, row in enumerate(rows):
        cells += _cells(lines, r, row)
    first, last = lines[region.start], lines[region.end - 1]
    return Grid(
        name,
        Span(first.start, last.start + max(last.end, len(last.text.rstrip()))),
        tuple(cells),
        len(rows),
        len(bands) + 1,
        frozenset(r for r, row in enumerate(rows) if row.ruled),
        frozenset(r for r, row in enumerate(rows) if row.double_ruled),
    )


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
    columns = _underlined(lines, region, bands)
    gap, ruled, seen_data, last = True, False, False, -1
    above, over = list[_Piece](), lines[region.start]
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
            pieces = _heading(lines, k, bands, columns) if head else _data(line, bands)
            if head:
                pieces = _units_under(line, _days_under(line, pieces, above), over, above, len(bands))
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


def _underlined(lines: Sequence[Line], region: Region, bands: Sequence[Band]) -> list[tuple[int, int]]:
    """The strokes of the last rule line above the figures, where it underlines the heading of each column."""
    for k in range(region.data - 1, min(region.data + 2, region.end)):
        found = [(m.start(), m.end()) for m in STROKE.finditer(lines[k].text)] if lines[k].kind == "rule" else []
        if len(found) == len(bands) > 1 and all(b.overlap(*s) > 0 for b, s in zip(bands, found, strict=True)):
            return found
    return []


def _heading(lines: Sequence[Line], k: int, bands: Sequence[Band], columns: Sequence[tuple[int, int]]) -> list[_Piece]:
    """The headings of one line, each over its columns; `columns` are the strokes below them, one a column."""
    texts = heading_texts(lines[k], bands)
    if not lines[k].segments and lines[k].indent < bands[0].left - 20:
        return []
    below = strokes(lines, k)
    texts = [
        part
        for t in texts
        for part in ([t] if _whole_over(t, below, columns) else _by_strokes(lines[k].text, t, columns))
    ]
    texts = [part for text in texts for part in _parted(lines[k].text, text, bands)]
    placed = place(texts, bands, below)
    return [_Piece(p.first + 1, p.start, p.end, p.last - p.first + 1) for p in placed]


def _days_under(line: Line, pieces: list[_Piece], above: Sequence[_Piece]) -> list[_Piece]:
    """Days without a year reach as far as the headings right above them: `June 30,` under `Three Months Ended`."""
    if len(pieces) != len(above) or not all(_MONTH_DAY.fullmatch(line.text[p.start : p.end]) for p in pieces):
        return pieces
    pairs = list(zip(pieces, above, strict=True))
    if any(p.column < a.column or p.column + p.colspan > a.column + a.colspan for p, a in pairs):
        return pieces
    return [_Piece(a.column, p.start, p.end, a.colspan) for p, a in pairs]


def _units_under(line: Line, pieces: list[_Piece], over: Line, above: Sequence[_Piece], columns: int) -> list[_Piece]:
    """The units in brackets under years alone are those of all columns: `(in thousands)` under `2004  2003`."""
    years = len(above) > 1 and all(_DATE_LIKE.fullmatch(over.text[p.start : p.end]) for p in above)
    if len(pieces) != 1 or not years or not _ALL_UNITS.match(line.text, pieces[0].start, pieces[0].end):
        return pieces
    return [_Piece(1, pieces[0].start, pieces[0].end, columns)]


_ALL_UNITS = re.compile(r"\(.*\b(?:thousands|millions|billions)\b", re.I)
_DATE_LIKE = re.compile(
    r"[A-Z][a-z]{2,8}\.? \d{1,2},? (?:19|20)\d\d\*?|[A-Z][a-z]{2,8}\.? \d{1,2},?"
    r"|[A-Z][a-z]{2,8}\.? (?:19|20)\d\d\*?|(?:19|20)\d\d\*?"
    r"|\d{1,2}/\d{1,2}/(?:\d\d){1,2}|Q[1-4] ?'?\d{2,4}|[1-4]Q ?'?\d{2,4}|Quarter|Month|Year|Ended|Change|Actual|Total|%"
)
_MONTH_DAY = re.compile(r"[A-Z][a-z]{2,8}\.? \d{1,2},?")

_WORDS, _DIGITS = re.compile(r"[A-Za-z]+\.?"), re.compile(r"\d+")


def _by_strokes(line: str, text: tuple[int, int], columns: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """A heading text parted between columns of which each has its own stroke, where the parts stand over these alike:
    all at their right, all at their left, or all in their middle."""
    over = [c for c in columns if c[0] < text[1] and text[0] < c[1]]
    if len(over) < _SEVERAL:
        return [text]
    words = [(text[0] + m.start(), text[0] + m.end()) for m in _PRINTED.finditer(line[text[0] : text[1]])]
    parts: list[tuple[int, int]] = []
    for start, end in over:
        own = [w for w in words if start - 1 <= w[0] and w[1] <= end + 1]
        parts += [(own[0][0], own[-1][1])] if own else []
    if len(parts) < len(over) or sum(len(line[a:b].split()) for a, b in parts) != len(words):
        return [text]
    pairs = list(zip(parts, over, strict=True))
    right = all(abs(p[1] - c[1]) <= 1 for p, c in pairs)
    left = all(abs(p[0] - c[0]) <= 1 for p, c in pairs)
    middle = all(abs(p[0] + p[1] - c[0] - c[1]) <= 2 for p, c in pairs)
    return parts if right or left or middle else [text]


def _whole_over(text: tuple[int, int], below: Sequence[tuple[int, int]], columns: Sequence[tuple[int, int]]) -> bool:
    """Whether one stroke right below underlines all of a heading, over several columns."""
    for start, end in below:
        over = [c for c in columns if c[0] < end and start < c[1]]
        if start < text[1] and text[0] < end and len(over) >= _SEVERAL:
            return not any(s < text[1] and text[0] < e for s, e in below if (s, e) != (start, end))
    return False


def _parted(line: str, text: tuple[int, int], bands: Sequence[Band]) -> list[tuple[int, int]]:
    """A heading text parted where it is several headings with one blank between: `Jun 30, Mar 31, Jun 30,`."""
    start, end = text
    over = [b for b in bands if b.overlap(start, end) > 0]
    if len(over) < 2:
        return [text]
    parts = [(start + m.start(), start + m.end()) for m in _DATE_LIKE.finditer(line[start:end])]
    covered = "".join(line[a:b] for a, b in parts)
    if len(parts) < 2 or len(parts) > len(over) + 1 or covered.replace(" ", "") != line[start:end].replace(" ", ""):
        return [text]
    if len(parts) == 2 and _MONTH_DAY.fullmatch(line[parts[0][0] : parts[0][1]]) and not line[parts[1][0]].isdigit():
        return parts
    shapes = {_WORDS.sub("a", _DIGITS.sub("9", line[a:b])) for a, b in parts}
    same = len({line[a:b] for a, b in parts}) == 1 or "9" in next(iter(shapes))
    return parts if len(shapes) == 1 and same else [text]


def _data(line: Line, bands: Sequence[Band]) -> list[_Piece]:
    """The figures of one line, each in its column; texts that stand in a column too."""
    if not line.segments:
        return _tight(line, (), bands)
    leading = figures(line)
    if len(leading) == len(bands) and _one_each(leading, bands):
        return [_Piece(c, s.start, s.end, 1, True) for c, s in enumerate(leading, 1)]
    taken: dict[int, _Piece] = {}
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


def _column(bands: Sequence[Band], segment: Segment, taken: dict[int, _Piece]) -> int:
    column = band_at(bands, segment) + 1
    while column in taken and column < len(bands) and taken[column].end <= segment.start - 2:
        column += 1
    return column


def _beside(bands: Sequence[Band], segment: Segment) -> int:
    """The column that a text stands in: the one it overlaps most."""
    return max(range(len(bands)), key=lambda k: bands[k].overlap(segment.start, segment.end)) + 1


def _put(taken: dict[int, _Piece], column: int, segment: Segment) -> None:
    before = taken.get(column)
    start = segment.start if before is None else before.start
    taken[column] = _Piece(column, start, segment.end, 1, segment.value)


def _tight(line: Line, pieces: Sequence[_Piece], bands: Sequence[Band]) -> list[_Piece]:
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
    found: list[_Piece] = []
    for value in reversed(trailing_values(line.text, last)):
        column = band_at(bands, value) + 1
        if column >= limit or abs(bands[column - 1].edge - value.edge) > 1:
            break
        found.append(_Piece(column, value.start, value.end, 1, True))
        limit = column
    return found[::-1] if pieces or len(found) > 1 else []


def _label(line: Line, pieces: Sequence[_Piece]) -> tuple[int, int]:
    if not pieces:
        return line.indent, line.end
    start = line.indent
    if pieces[0].start <= start:
        return start, start
    return start, len(line.text[: pieces[0].start].rstrip())


def _rows(reading: _Reading, region: Region) -> list[_Row]:
    rows: list[_Row] = []
    for chain in chains(reading.labels):
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


def _completes(row: _Row, pieces: Sequence[tuple[int, _Piece]]) -> bool:
    """Whether figures without a label fill the columns that the row above left empty at its right."""
    return row.data and bool(row.pieces) and bool(row.labels) and row.pieces[-1][1].column < pieces[0][1].column


_SEVERAL = 2
_PRINTED = re.compile(r"\S+")
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
        cells.append(Cell(r, 0, text, span, indent=first.indent))
    for k, piece in row.pieces:
        line = lines[k]
        printed = line.text[piece.start : piece.end]
        shown = without_value_marks(figure_text(printed)) if piece.value else " ".join(printed.split())
        span = Span(line.start + piece.start, line.start + piece.end)
        cells.append(Cell(r, piece.column, shown, span, piece.colspan))
    return cells
