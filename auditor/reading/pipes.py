"""Pipe tables: Markdown's, and columns typed with `|` or a tab between them, with or without outer pipes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from auditor.frozen import dataclass
from auditor.model.source import Cell, Grid, Span
from auditor.reading import notes
from auditor.reading.datalines import PERIOD
from auditor.reading.lines import Line
from auditor.reading.tokens import figure_text
from auditor.reading.values import (
    YEAR,
    is_left,
    is_number,
    is_right,
    is_value,
    sort_of,
    without_label_marks,
    without_value_marks,
)

_STROKES = re.compile(r"[\s|+:]*(?:[-–—]{2,}|={2,}|_{2,})[-–—=_\s|+:]*")
_PIPE = re.compile(r"(?<!\\)\||\t")
_HEADING, _HEADINGS = 70, 4  # characters of a heading; lines that are looked through for the next row
_LENGTH = re.compile(r"\b(?:months?|weeks?|quarters?|years?)\b", re.I)
_EMPHASIS = re.compile(r"(\*\*|__|\*|_)(.+)\1")


@dataclass(frozen=True, slots=True)
class PipeRegion:
    """Lines `start` to `end` (exclusive) are one pipe table; `outer` says that every line begins with a pipe, `drawn`
    that strokes stand between its rows."""

    start: int
    end: int
    outer: bool
    drawn: bool = False


@dataclass(frozen=True, slots=True)
class Typed:
    """A printed cell: the column it was typed in and how many it covers there, its text without emphasis, its place."""

    column: int
    text: str
    start: int
    end: int
    indent: int = 0
    bold: bool = False
    colspan: int = 1


def pipe_regions(lines: Sequence[Line]) -> list[PipeRegion]:
    """The pipe tables of `lines`: at least two adjoining lines with pipes, one of them not a rule."""
    found: list[PipeRegion] = []
    k = 0
    while k < len(lines):
        if not _piped(lines[k]):
            k += 1
            continue
        start = k
        while k < len(lines) and (
            _piped(lines[k])
            or k > start
            and (_is_stroke(lines[k]) and k + 1 < len(lines) and _piped(lines[k + 1]) or _heads_rows(lines, k))
        ):
            k += 1
        typed = [line for line in lines[start:k] if not _is_stroke(line)]
        if len(typed) > 1 and max(len(_PIPE.findall(line.text)) for line in typed) > 0:
            found.append(PipeRegion(start, k, all(line.words.startswith("|") for line in typed if _piped(line))))
    return found


def _piped(line: Line) -> bool:
    return line.kind != "pipe" and ("|" in line.text or "\t" in line.text)


def _heads_rows(lines: Sequence[Line], k: int) -> bool:
    """Whether a line without pipes is a heading between two rows, or the first of a few: "Current assets"."""
    for j in range(k, min(k + _HEADINGS, len(lines))):
        words = lines[j].words
        if _piped(lines[j]):
            return j > k
        if not words or len(words) > _HEADING or words.endswith((".", "!", "?")):
            return False
    return False


def _is_stroke(line: Line) -> bool:
    return _STROKES.fullmatch(line.text) is not None


def as_pipes(lines: list[Line], found: Sequence[PipeRegion]) -> None:
    """Marks the lines of pipe tables, in place, so that nothing else claims them."""
    for region in found:
        for k in range(region.start, region.end):
            lines[k] = replace(lines[k], kind="pipe", segments=())


def pipe_grid(lines: Sequence[Line], region: PipeRegion, name: str) -> Grid:
    """The pipe table that `region` marks out, as a grid with id `name`."""
    rows: list[tuple[int, list[Typed]]] = []
    ruled: set[int] = set()
    double: set[int] = set()
    data = False
    for k in range(region.start, region.end):
        if _is_stroke(lines[k]):
            if data:
                (double.add(len(rows) - 1) if "=" in lines[k].text else ruled.add(len(rows)))
            continue
        if lines[k].words == "|":
            continue  # where a wrapped row was joined
        pieces = _joined(_pieces(lines[k], region.outer))
        data = data or any(is_value(p.text) for p in pieces[1:])
        rows.append((k, pieces))
    first, last = lines[region.start], lines[region.end - 1]
    span = Span(first.start + first.indent, last.start + last.end)
    typed = [pieces for _, pieces in rows]
    return assembled(_evened(typed, [len(_PIPE.findall(lines[k].text)) for k, _ in rows]), name, span, ruled, double)


def _evened(rows: Sequence[list[Typed]], edges: Sequence[int]) -> list[list[Typed]]:
    """The rows, of which those typed in fewer cells, as converters leave them that know of no cell over several
    columns, have their cells where the full rows have them. `edges`: how many pipes each row has."""
    first = next((r for r, row in enumerate(rows) if any(is_number(p.text) for p in row[1:])), 0)
    most = max(edges[first:], default=0)
    full = [row for row, n in zip(rows[first:], edges[first:], strict=True) if n == most]
    columns = sorted({p.column for row in full for p in row if p.column})
    out: list[list[Typed]] = []
    for r, row in enumerate(rows):
        cells = [p for p in row if p.column]
        if edges[r] < most and cells:
            cells = _shared(cells, columns) if r < first else _in_turn(cells, columns)
        out.append([*(p for p in row if not p.column), *cells])
    return out


def _in_turn(cells: list[Typed], columns: Sequence[int]) -> list[Typed]:
    """The cells of a row, one for each column, if they are as many."""
    if len(cells) != len(columns):
        return cells
    return [replace(p, column=at) for p, at in zip(cells, columns, strict=True)]


def _shared(heads: list[Typed], columns: Sequence[int]) -> list[Typed]:
    """Headings that share out columns evenly; as they are where they do not go up in these. Of times that do not, or
    are not alike, nobody knows over which columns each stands: they are none."""
    share, rest = divmod(len(columns), len(heads))
    times = [PERIOD.search(p.text) is not None for p in heads]
    if rest or len({_LENGTH.search(p.text) is None for p in heads}) > 1:
        return [] if any(times) else heads
    reach = [*(columns[k * share] for k in range(1, len(heads))), columns[-1] + 1]
    starts = (columns[k * share] for k in range(len(heads)))
    return [replace(p, column=at, colspan=end - at) for p, at, end in zip(heads, starts, reach, strict=True)]


def assembled(rows: Sequence[Sequence[Typed]], name: str, span: Span, ruled: set[int], double: set[int]) -> Grid:
    """The grid of rows of typed cells, with id `name`."""
    columns = _columns(rows)
    width = max(columns.values(), default=0) + 1
    first_figures = next((r for r, row in enumerate(rows) if any(is_number(p.text) for p in row[1:])), 0)
    cells: list[Cell] = []
    for r, pieces in enumerate(rows):
        below = rows[r + 1 : first_figures]
        spans = _spans(pieces, below, columns, width) if r < first_figures else [1] * len(pieces)
        cells += [_cell(r, columns[p.column], p, n) for p, n in zip(pieces, spans, strict=True)]
    ruled = {r for r in ruled if r < len(rows)}
    return Grid(name, span, tuple(cells), len(rows), width, frozenset(ruled), frozenset(double))


def _pieces(line: Line, outer: bool) -> list[Typed]:
    """The non-empty cells of one line, columns counted from 0 (the labels)."""
    text = line.text
    edges = [m.start() for m in _PIPE.finditer(text)]
    outer = outer and bool(edges)
    starts = [e + 1 for e in edges] if outer else [0, *(e + 1 for e in edges)]
    ends = [*(edges[1:] if outer else edges), len(text)]
    found: list[Typed] = []
    for column, (start, end) in enumerate(zip(starts, ends, strict=True)):
        words = text[start:end].strip()
        if not words:
            continue
        at = start + len(text[start:end]) - len(text[start:end].lstrip())
        indent = max(at - start - (1 if start else 0), 0)
        bare, skipped, bold = without_emphasis(words)
        at += line.start + skipped
        found.append(Typed(column, bare, at, at + len(bare), indent, bold))
    return found


def without_emphasis(words: str) -> tuple[str, int, bool]:
    """A cell's text without signs of emphasis, the characters left out before it, and whether it is bold."""
    skipped, bold = 0, False
    while (match := _EMPHASIS.fullmatch(words)) is not None:
        bold = bold or len(match[1]) == 2
        skipped, words = skipped + len(match[1]), match[2].strip()
    return words, skipped, bold


def _joined(pieces: list[Typed]) -> list[Typed]:
    """Signs in cells of their own (`$`, `)`, `%`) joined to their figure."""
    found: list[Typed] = []
    for piece in pieces:
        last = found[-1] if found else None
        if last is not None and last.column and is_left(last.text) and is_value(piece.text):
            found[-1] = replace(piece, text=last.text + piece.text, start=last.start)
        elif last is not None and last.column and is_right(piece.text) and _is_figure(last.text):
            found[-1] = replace(last, text=last.text + piece.text, end=piece.end)
        else:
            found.append(piece)
    return found


def _is_figure(text: str) -> bool:
    """A printed figure or a dash for nil: a year is a heading, of which the next may be `%`."""
    return is_value(text) and sort_of(text) != YEAR


def _columns(rows: Sequence[Sequence[Typed]]) -> dict[int, int]:
    """Typed column to column of the grid: empty ones left out, a heading's joined to the figures beside it."""
    used: dict[int, set[int]] = {}
    figures: set[int] = set()
    for r, row in enumerate(rows):
        for piece in row:
            used.setdefault(piece.column, set()).add(r)
            if _is_figure(piece.text):
                figures.add(piece.column)
    found: dict[int, int] = {0: 0}
    number, members = 0, set[int]()
    before = -1
    for column in sorted(c for c in used if c):
        joins = (
            before > 0 and column - before <= 2 and members.isdisjoint(used[column]) and not {before, column} <= figures
        )
        if joins:
            members |= used[column]
        else:
            number, members = number + 1, set(used[column])
        found[column] = number
        before = column
    return found


def _spans(row: Sequence[Typed], below: Sequence[Sequence[Typed]], columns: dict[int, int], width: int) -> list[int]:
    """The columns that each heading covers: as many as are drawn below it; one above a full line of headings reaches to
    the next one, and so do the units, which may stand below that line."""
    at = [columns[p.column] for p in row]
    if any(p.colspan > 1 for p in row):
        ends = [max((n for c, n in columns.items() if c < p.column + p.colspan), default=0) for p in row]
        return [max(end - start + 1, 1) for start, end in zip(at, ends, strict=True)]
    full = any(sum(p.column > 0 for p in line) >= width - 1 for line in below)
    units = all(notes.IN_SCALE.search(p.text) for p, column in zip(row, at, strict=True) if column)
    first = next((column for column in at if column), 0)
    if first != 1 or not (full or units) or sum(c > 0 for c in at) == width - 1:
        return [1] * len(row)
    ends = [*at[1:], width]
    return [end - start if start else 1 for start, end in zip(at, ends, strict=True)]


def _cell(row: int, column: int, piece: Typed, colspan: int) -> Cell:
    text = " ".join(piece.text.replace("\\|", "|").split())
    text = without_value_marks(figure_text(text)) if column else without_label_marks(text)
    span = Span(piece.start, piece.end)
    return Cell(row, column, text, span, colspan, indent=0 if column else piece.indent, bold=piece.bold)
