"""The rows of a table as an outline: which headings stand over which row, which rows are totals.

Indentation decides where it is used; a heading at the same indentation as its rows governs them until a total closes
it or another heading follows. Headings that only name a period are no part of the outline; they date the rows below.
"""

from __future__ import annotations

import re
from dataclasses import field
from decimal import Decimal
from functools import lru_cache

from auditor.frozen import dataclass
from auditor.grammar.dates import SILENT, Stated, is_period, rest_of, stated
from auditor.grammar.folding import Hinted
from auditor.model.source import Cell, Span
from auditor.tables.scales import Scale, scale_in
from auditor.tables.sketch import Sketch
from auditor.tables.values import Figure, figure, is_year

_TOTAL = Hinted(r"^(?:sub-?\s*)?totals?\b|\btotal$|^(?:grand|net)\s+total\b", "total")
_BY_SHARE = re.compile(
    r"(?:(?:(?:net|basic|diluted)\s+)*(?:earnings|income|loss|results?|amounts?)\s+(?:\(loss\)\s+)?)?per\s+"
    r"(?:[\w-]+\s+){0,3}?shares?"
    r"(?:\s+(?:data|amounts?))?\W*$",
    re.I,
)
_SIDE = re.compile(r"(?:basic|diluted)(?:\s+and\s+(?:basic|diluted))?\W*", re.I)
_WORD = re.compile(r"[a-z]{3,}")
_ASIDE = re.compile(r"\(.*\)|in \w+", re.I)
_SEVERAL = 2  # rows that a total sums
_MARKS = (")", "*", "†", "‡", "\u200b")
_MARK = re.compile(r"\s*(?:\((?:\d{1,2}|[a-z])\)|\*{1,3}|†|‡|\u200b[^\u200b]*\u200b)+\s*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the body. `section` is the period that the nearest period heading above it states, or its own label if
    it says nothing else and no header dates a column (`dating`); `scale` what the unit notes of headings above it
    say; `extra` the words of text cells beside the label."""

    index: int
    label: str
    path: tuple[str, ...]
    level: int
    span: Span
    cells: tuple[Cell, ...]
    heading: bool
    total: bool
    bold: bool
    section: Stated
    scale: Scale
    extra: str = ""
    dating: bool = False


@dataclass(slots=True)
class _Heading:
    text: str
    indent: int
    major: bool
    child: int | None = None  # indentation of the first row below it
    printed: int | None = None  # its own indentation, where its rows stand further out


_PARTED = re.compile(
    r"^(?:total\s+|net\s+|gross\s+|operating\s+|adjusted\s+|segment\s+)*(?:revenues?|sales|profit|income|earnings|ebitda)\b(?!\s+tax)",
    re.I,
)


@dataclass(slots=True)
class _Outline:
    stack: list[_Heading] = field(default_factory=list)
    section: Stated = SILENT
    scale: Scale = Scale()
    last: str = ""  # the label of the row above, where years stand beside the labels
    pending: str = ""  # a heading right above, in case its figures stand on the next line
    opened: bool = False  # the line above is a heading, which no total can sum yet
    scaled: int | None = None  # the indentation of the heading whose own words hold the unit note, with its rows
    summed: list[Decimal] = field(default_factory=list)  # the first figures of the rows below the last heading

    def path(self) -> tuple[str, ...]:
        return tuple(h.text for h in self.stack)


def lines(sketch: Sketch) -> list[Line]:
    """The body rows of a grid, headings included, in order."""
    outline = _Outline()
    out: list[Line] = []
    for index, (cells, role) in enumerate(zip(sketch.grid.by_row, sketch.roles, strict=True)):
        if role in ("header", "caption"):
            if role == "header" and out:
                outline.section = SILENT if any(s != SILENT for s in sketch.head(index).stated) else outline.section
            _corner(outline, cells)
            continue
        if not cells:
            continue
        line = _heading(index, cells, outline) if role == "heading" else _row(index, cells, outline, sketch)
        out.append(line)
    return out


def _corner(outline: _Outline, cells: tuple[Cell, ...]) -> None:
    """The words beside a header may say that all rows below are results by the share: "Earnings per diluted share"."""
    text = cells[0].text if cells and not cells[0].column else ""
    if text and _BY_SHARE.match(text):
        outline.stack[:] = [_Heading(clean(text), -1, True)]


def clean(text: str) -> str:
    """A label without footnote marks and closing colon."""
    marked = text.rstrip()[-1:] in _MARKS
    return (_MARK.sub("", text) if marked else text).rstrip(" :")


def _heading(index: int, cells: tuple[Cell, ...], outline: _Outline) -> Line:
    cell = cells[0]
    text = " ".join(c.text for c in cells)
    note = scale_in(text)
    section = outline.section
    outline.pending = ""
    if _dates(text):
        outline.section = stated(text)
        outline.stack.clear()
    else:
        if stated(text).whole:
            outline.section = stated(text)
        if not note.silent:
            outline.scale, outline.scaled = note, None if _ASIDE.fullmatch(text.strip()) else cell.indent
        elif outline.scaled is not None and cell.indent <= outline.scaled:
            outline.scale, outline.scaled = Scale(), None  # "Orders" behind "Revenues (in thousands)"
        outline.summed.clear()
        if note.silent or not _ASIDE.fullmatch(text.strip()):
            _open(outline, _Heading(clean(text), cell.indent, _major(text, cell)))
            outline.opened = True
            outline.pending = "" if text.rstrip().endswith(":") else clean(text)
    above = tuple(h.text for h in outline.stack if h.text != clean(text))
    return Line(index, text, above, cell.indent, cell.span, cells, True, False, cell.bold, section, outline.scale)


@lru_cache(maxsize=8192)
def _dates(text: str) -> bool:
    """Whether a heading only names a period: "Six Months Ended June 30, 2023", "2022"."""
    said = stated(text)
    if said == SILENT or not (said.year or said.spans or said.month):
        return False
    if is_period(text) or not scale_in(text).silent:
        return True
    return said.whole and len(_WORD.findall(rest_of(text).lower())) <= 1


def _major(text: str, cell: Cell) -> bool:
    """A heading of the first order: in capitals, or bold without a colon."""
    letters = [c for c in text if c.isalpha()]
    capitals = len(letters) > 3 and all(c.isupper() for c in letters)
    return capitals or (cell.bold and not text.rstrip().endswith(":"))


def _of_parts(heading: str) -> bool:
    """Whether a heading names what the rows of parts below it are of: "Gross profit:", above "Building materials:"."""
    return _PARTED.search(heading) is not None


def _open(outline: _Outline, heading: _Heading) -> None:
    stack = outline.stack
    while stack:
        top = stack[-1]
        outer = top.indent if top.printed is None else top.printed
        sided = _SIDE.fullmatch(heading.text) and not _SIDE.fullmatch(top.text) and _BY_SHARE.match(top.text)
        within = outline.opened and top.child is None and _of_parts(top.text) and not _of_parts(heading.text)
        nested = outer < heading.indent or (
            outer == heading.indent and (top.major and not heading.major or sided or within)
        )
        if nested:
            break
        if top.child is None and top.indent > heading.indent and top.major and not heading.major:
            top.indent = -1  # a centred title
            break
        stack.pop()
    stack.append(heading)


def _row(index: int, cells: tuple[Cell, ...], outline: _Outline, sketch: Sketch) -> Line:
    cell = cells[0]
    label = cell.text if cell.column == 0 and not _is_figure(cell) else ""
    label = label or _amid(cells)
    section = outline.section
    if sketch.years:
        year = next((c.text[:4] for c in cells if c.column in sketch.years and is_year(c.text)), "")
        section = Stated(year=int(year)).within(section) if year else section
        label = label or outline.last
        outline.last = label
    indent = cell.indent if label else (outline.stack[-1].indent if outline.stack else 0)
    if not label and outline.pending:
        label = outline.pending
        if outline.stack and outline.stack[-1].text == label:
            outline.stack.pop()
    else:
        summing = bool(label) and not _words_of_total(label) and _sums(outline, indent, cells)
        _close(outline, indent, bool(label) and not summing)
    outline.pending = ""
    outline.summed += [first.value] if (first := _first_figure(cells)) is not None else []
    path = outline.path()
    dating = bool(label) and _dates_row(label) and all(s == SILENT for s in sketch.head(index).stated[1:])
    section = stated(label).within(section) if dating else section
    total = bool(_TOTAL.search(label)) or (not label and index in sketch.grid.ruled)
    extra = " ".join(c.text for c in cells[1:] if c.column and _wordy(c.text)) if len(cells) > 2 else ""
    extra = "" if extra == label else extra
    line = Line(
        index, label, path, indent, cell.span, cells, False, total, cell.bold, section, outline.scale, extra, dating
    )
    if total and label and not outline.opened:
        _total(outline, label)
    outline.opened = False
    return line


@lru_cache(maxsize=8192)
def _dates_row(label: str) -> bool:
    """Whether the label of a row is a length of time and nothing else: "Year ended June 30, 2024". In a year alone
    something may be due."""
    return stated(label).spans and is_period(label)


def _amid(cells: tuple[Cell, ...]) -> str:
    """The label of a row that stands between its figures, as where two periods share it; else empty."""
    if len(cells) < 3 or figure(cells[0].text) is None:
        return ""
    words = [c for c in cells[1:-1] if _wordy(c.text)]
    return words[0].text if len(words) == 1 and figure(cells[-1].text) is not None else ""


def _close(outline: _Outline, indent: int, labelled: bool) -> None:
    """Headings that a row at `indent` has left behind end."""
    stack = outline.stack
    while stack and labelled:
        top = stack[-1]
        if top.indent < indent or top.indent < 0:
            break
        if top.indent == indent and (top.child is None or top.child == indent):
            break
        if top.indent > indent and top.child is None and top.major:
            top.indent = -1
            break
        if top.indent > indent and top.child is None:
            top.printed, top.indent = top.indent, indent
            break
        stack.pop()
    for heading in stack:
        if heading.child is None:
            heading.child = indent


def _words_of_total(label: str) -> set[str]:
    """The words of a total that say of what it is; none of a bare "Total"."""
    return set(_WORD.findall(label.lower())) - {"total", "totals", "net", "and", "the", "subtotal"}


def _first_figure(cells: tuple[Cell, ...]) -> Figure | None:
    """The first figure beside a label."""
    return next((f for f in (figure(c.text) for c in cells[1:]) if f is not None), None)


def _sums(outline: _Outline, indent: int, cells: tuple[Cell, ...]) -> bool:
    """Whether a bare total that stands as far out as a heading is of the rows below that: their sum, or as with prices
    no more than the greatest of them."""
    top, rows = outline.stack[-1] if outline.stack else None, outline.summed
    own = _first_figure(cells)
    if top is None or own is None or top.indent != indent or top.child is None or top.child <= indent:
        return False
    if len(rows) < _SEVERAL or not _TOTAL.search(cells[0].text):
        return False
    return abs(sum(rows) - own.value) <= own.step * len(rows) or min(rows) <= own.value <= max(rows)


def _total(outline: _Outline, label: str) -> None:
    """A total ends the heading that it sums; a bare "Total" the innermost."""
    words = _words_of_total(label)
    stack = outline.stack
    if not words:
        if stack:
            stack.pop()
        return
    for k in range(len(stack) - 1, -1, -1):
        named = set(_WORD.findall(stack[k].text.lower())) - {"and", "the", "net"}
        if named and (named <= words or words <= named):
            del stack[k:]
            return


def _is_figure(cell: Cell) -> bool:
    return figure(cell.text) is not None and any(ch in cell.text for ch in "$€£¥%,.")


def _wordy(text: str) -> bool:
    return len(text) > 3 and not any(ch.isdigit() for ch in text) and bool(_WORD.search(text.lower()))
