"""Pages of a PDF put together: running heads and feet set aside, tables that go on over a page joined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from auditor.reading import notes
from auditor.reading.flatten import Listed, Part
from auditor.reading.kinds import PAGE_NUMBER
from auditor.reading.pages import STAMP
from auditor.reading.pdf_columns import Band, column_order, page_band
from auditor.reading.pdf_grids import columns_of, grid
from auditor.reading.pdf_page import Sheet, Stroke, TextLine
from auditor.reading.pdf_prose import paragraphs, setting_of, tells_pitch
from auditor.reading.pdf_tables import (
    FEW_LABELS,
    CutLine,
    Region,
    cut,
    header_lines,
    is_table,
    labels_only,
    regions,
    row_gap,
    tells_when,
    values_from,
)
from auditor.reading.raw import PageBreak
from auditor.reading.values import YEAR

EDGE = 3  # lines at the top and the bottom of a page among which running heads and feet stand
MOST_ROWS = 12  # of the top of a page that tell where its columns stand
TITLE_GAP = 1.7  # heights of letters, at least, from a table to the title of the next one
NEAR = 8.0  # points between figures of one column that stand beside each other, as a dash behind the digits does

_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"[A-Za-z]+")


@dataclass(slots=True)
class Table:
    """Lines of a table, perhaps of several pages, and the rule lines between them. `tail`: headings of rows with which
    the page ended, which belong to the table if it goes on."""

    lines: list[CutLine]
    strokes: list[Stroke]
    open: bool = False  # the page ended with it
    tail: Sequence[CutLine] = ()


@dataclass(slots=True)
class Book:
    """Collects the parts of all pages. `known`: the words of the document; `middle`: between its margins, in points."""

    known: set[str]
    middle: float
    parts: list[Part | Table] = field(default_factory=list)
    pitch: float = 0.0
    """The usual distance of lines on the last page of prose, in heights of letters."""

    def add(self, sheet: Sheet, furniture: Sequence[str]) -> None:
        """Adds a page, whose running heads and feet are given apart."""
        if self.parts:
            self.parts.append(PageBreak())
        bands = column_order(sheet)
        for k, band in enumerate(bands):
            if k:
                self.parts.append(PageBreak())  # a paragraph may go on in the next column, as on the next page
            self._band(band, sheet, first=k == 0, last=k == len(bands) - 1)
        self.parts += [Listed(text, "furniture") for text in furniture]

    def _band(self, band: Band, sheet: Sheet, first: bool, last: bool) -> None:
        """Adds a band of a page; a table may go on over the page's end from its last one into the next's first."""
        space, lines = sheet.space, band.lines
        cuts = [cut(line, space) for line in lines]
        tables = regions(cuts, (band.middle, self.middle))
        at = 0
        if first and tables:
            at = self._continued(cuts, tables, sheet)
        inside = {k for table in tables for k in range(table.start, table.end)}
        prose = [line for k, line in enumerate(lines) if k not in inside]
        setting = setting_of(prose, band, self.pitch)
        if tells_pitch(prose):
            self.pitch = setting.pitch / setting.size
        for table in tables:
            rows = cuts[table.start : table.end]
            ends = last and table is tables[-1] and labels_only(cuts[table.end :], values_from(rows))
            if not is_table(rows) and not ends:
                continue
            self.parts += paragraphs(lines[at : table.start], setting, self.known.__contains__)
            self.parts.append(Table(rows, sheet.strokes, ends, cuts[table.end :] if ends else ()))
            at = len(cuts) if ends else table.end
        self.parts += paragraphs(lines[at:], setting, self.known.__contains__)

    def _continued(self, cuts: Sequence[CutLine], tables: list[Region], sheet: Sheet) -> int:
        """Joins the page's first table to the one that the page before ended with, header lines that it repeats set
        apart; the line after it."""
        last = next((p for p in reversed(self.parts) if not isinstance(p, (PageBreak, Listed))), None)
        first = tables[0]
        if (
            not isinstance(last, Table)
            or not last.open
            or not labels_only(cuts[: first.start], values_from(last.lines))
        ):
            return 0
        repeated = _repeated(last.lines, cuts[: first.end])
        rows = cuts[repeated : first.end]
        if header_lines(rows) or not _alike(last.lines, rows) or repeated and _is_titled(last):
            return 0
        self.parts += [Listed(row.line.text, "furniture") for row in cuts[:repeated]]
        last.lines += last.tail
        last.tail = ()
        end, start = last.lines[-1].line, rows[0].line
        shift = end.y + max(1.4 * start.size, row_gap(last.lines)) - start.y
        last.strokes = [s for s in last.strokes if s.y < end.y + end.size]
        last.strokes += [replace(s, y=s.y + shift) for s in sheet.strokes if s.y > start.y - start.size]
        last.lines += [_moved(row, shift) for row in rows]
        last.open = first.end == len(cuts)
        tables.pop(0)
        return first.end

    def finished(self, width: float) -> list[Part]:
        """The parts, with the grids of the tables."""
        out: list[Part] = []
        for part in self.parts:
            if not isinstance(part, Table):
                out.append(part)
                continue
            rest = [line.line for line in part.tail]
            if is_table(part.lines):
                out.append(grid(part.lines, part.strokes))
            else:
                rest = [line.line for line in part.lines] + rest
            if rest:
                out += paragraphs(rest, setting_of(rest, page_band(rest, width)), self.known.__contains__)
        return out


def _is_titled(table: Table) -> bool:
    """Whether what the page ended with below a table is set off from it as a title: that of another one."""
    if not table.tail:
        return False
    end, first = table.lines[-1].line, table.tail[0].line
    return first.y - end.y > max(TITLE_GAP * first.size, 1.5 * row_gap(table.lines))


def _moved(row: CutLine, by: float) -> CutLine:
    return replace(row, line=TextLine(row.line.y + by, row.line.size, row.line.words))


def _repeated(above: Sequence[CutLine], below: Sequence[CutLine]) -> int:
    """How many lines a table begins with that stand in the header of another."""
    heads = {row.line.text for row in takewhile(lambda row: not row.numbers, above)}
    return sum(1 for _ in takewhile(lambda row: not row.numbers and row.line.text in heads, below))


def _alike(above: Sequence[CutLine], below: Sequence[CutLine]) -> bool:
    """Whether the figures of both stand in the same columns."""
    columns, found = columns_of(above), columns_of(below)
    return bool(found) and all(_over_one(cell, columns, 0.0) or _over_one(cell, columns, NEAR) for cell in found)


def _over_one(cell: tuple[float, float], columns: Sequence[tuple[float, float]], near: float) -> bool:
    """Whether figures stand over one column alone, or not farther from it than `near`."""
    start, end = cell
    return sum(start < right + near and left - near < end for left, right in columns) == 1


def middle_of(sheets: Sequence[Sheet]) -> float:
    """The middle between the margins."""
    lines = [line for sheet in sheets for line in sheet.lines]
    return (min(line.x0 for line in lines) + max(line.x1 for line in lines)) / 2 if lines else 0.0


def words_of(sheets: Sequence[Sheet]) -> set[str]:
    return {word for sheet in sheets for line in sheet.lines for word in _WORD.findall(line.text)}


def set_apart(sheets: Sequence[Sheet]) -> list[list[str]]:
    """Takes running heads, feet and page numbers, and lines that a page cut through, out of the pages; their texts."""
    seen = Counter(key for sheet in sheets for key in {_key(line) for line in _edges(sheet)})
    often = max(3, len(sheets) // 3)
    texts: list[list[str]] = []
    for sheet in sheets:
        edges = {id(line) for line in _edges(sheet) if seen[_key(line)] >= often and _may_run(line)}
        edges |= {
            id(line) for line in _edges(sheet, 2) if PAGE_NUMBER.fullmatch(line.text) or STAMP.fullmatch(line.text)
        }
        texts.append([line.text for line in sheet.lines if id(line) in edges])
        sheet.lines = [line for line in sheet.lines if id(line) not in edges]
    for sheet, following in zip(sheets, sheets[1:], strict=False):
        if sheet.lines and following.lines and _cut_through(sheet.lines[-1], following.lines[0]):
            sheet.lines.pop()
    return texts


def keep_headers(sheets: Sequence[Sheet]) -> None:
    """Moves the header of a table with which a page ends to its rows at the top of the next page."""
    for sheet, following in zip(sheets, sheets[1:], strict=False):
        cuts = [cut(line, following.space) for line in following.lines[:MOST_ROWS]]
        first = next((k for k, row in enumerate(cuts) if row.numbers), 0)
        rows = list(takewhile(lambda row: row.numbers, cuts[first:]))
        values, right = values_from(rows), max((row.line.x1 for row in rows), default=0.0)
        if rows and labels_only([row for row in cuts[:first] if not _over(row, values, right)], values):
            over = _headers_last(sheet, values, right)
            top = following.lines[0]
            shift = top.y - 1.4 * top.size - over[-1].y if over else 0.0
            following.lines[:0] = [replace(line, y=line.y + shift) for line in over]
            del sheet.lines[len(sheet.lines) - len(over) :]


def _headers_last(sheet: Sheet, values: float, right: float) -> list[TextLine]:
    """The lines over values from `values` to `right` with which a page ends, where they tell of a time."""
    over: list[TextLine] = []
    for above, line in zip([*sheet.lines[-2::-1], None], sheet.lines[::-1], strict=False):
        row = cut(line, sheet.space)
        if row.numbers and any(segment.sort != YEAR for segment in row.segments):
            break
        if _beside(line, above, over) and labels_only([row], values):
            over.insert(0, line)  # the label of the header
            continue
        if all(labels_only([cut(label, sheet.space)], values) for label in (line, *over)) and len(over) < FEW_LABELS:
            over.insert(0, line)  # the heading of the rows that follow on the next page
            continue
        if not _over(row, values, right):
            break
        over.insert(0, line)
    return over if any(tells_when(line.text) for line in over) else []


def _over(row: CutLine, values: float, right: float) -> bool:
    """Whether a line has headings over values from `values` to `right`, or the units alone."""
    heads = row.segments[1:] if _aside(row, values) else row.segments
    return not heads or heads[0].x0 >= values - 0.25 * (right - values)


def _beside(line: TextLine, above: TextLine | None, below: Sequence[TextLine]) -> bool:
    """Whether a line stands nearer to the one above or below it than letters are high, so that it stands beside it."""
    gaps = [line.y - above.y] if above else []
    return any(gap < 0.85 * line.size for gap in [*gaps, *(other.y - line.y for other in below[:1])])


def _aside(row: CutLine, values: float) -> bool:
    """Whether a line has the units, "($ in thousands)", on the left of its headings, or nothing else."""
    first = row.segments[0]
    return first.x1 < values and notes.NOTE.match(first.text) is not None


def _edges(sheet: Sheet, lines: int = EDGE) -> list[TextLine]:
    return [*sheet.lines[:lines], *sheet.lines[max(lines, len(sheet.lines) - lines) :]]


def _key(line: TextLine) -> str:
    return _DIGITS.sub("0", line.text)


def _may_run(line: TextLine) -> bool:
    """Whether a repeated line may be a running head: not the units of a table nor figures."""
    return not line.text.startswith("(") and sum(c.isalpha() for c in line.text) * 2 >= len(line.text)


def _cut_through(last: TextLine, first: TextLine) -> bool:
    """Whether the last line of a page is what its lower edge left of the first line of the next page: letters of its
    words, in their places."""
    shorter = len(last.text.replace(" ", ""))
    return 3 < shorter < len(first.text.replace(" ", "")) and all(
        any(word.x0 < whole.x1 and whole.x0 < word.x1 and _left_of(word.text, whole.text) for whole in first.words)
        for word in last.words
    )


def _left_of(part: str, whole: str) -> bool:
    """Whether the letters of `part` are some of `whole`, in their order."""
    rest = iter(whole)
    return all(c in rest for c in part)
