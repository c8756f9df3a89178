"""Pieces, raw tables and page breaks become a `Document`: its text, paragraphs with their kinds, and grids.

A table that only lays out prose becomes paragraphs; one-row tables of a bullet and its text become bullets.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from auditor.model.source import Block, Cell, Document, Grid, Paragraph, ParagraphKind, Span
from auditor.reading.gridding import Layout, Row, lay_out, text_of
from auditor.reading.raw import Fixed, Item, PageBreak, Piece, RawCell, RawTable, unmarked
from auditor.reading.values import is_number, is_only_marks, is_value

POINTS_PER_CHARACTER = 4.5
BULLETS = "•·●▪◦‣■□○◾◼►▶➢❖✓✔§Øo–—-*\uf0b7\uf0a7\uf0d8\uf02d\uf0fc\uf076"

_BULLET = re.compile(rf"[{re.escape(BULLETS)}]|\(?(?:\d{{1,2}}|[a-zA-Z]|[ivx]{{1,4}})[.)]")
_LEADS = re.compile(r"(?:[•·●▪◦‣■□►▶➢❖✓✔\uf0b7\uf0a7\uf0d8]|[-–*o](?=\s))\s*\S")
_NOTE = re.compile(r"(?:\u200b|\(\d{1,2}\)\s|\([a-z]\)\s|\*{1,3}\s?(?=[A-Z])|[†‡]\s?)")
_PAGE_NUMBER = re.compile(
    r"(?:[-–—\s]*(?:page\s*)?(?:[A-Z]-)?\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?[-–—\s]*|[-–—\s]*[ivxl]{1,5}[-–—\s]*)", re.IGNORECASE
)
_ENDING = re.compile(r"(?:[(\[–—-]*\s*more\s*[)\]–—-]*|(?:#\s*){1,4}|table of contents|index|\*\s*\*\s*\*.*)", re.IGNORECASE)
LONG = 160  # a text longer than this is prose, not a label
SENTENCE = 70


@dataclass(slots=True)
class Composer:
    """Writes the text and notes what stands where."""

    parts: list[str] = field(default_factory=list)
    size: int = 0
    blocks: list[Block] = field(default_factory=list)
    grids: int = 0

    def write(self, text: str) -> Span:
        start = self.size
        self.parts.append(text)
        self.size += len(text)
        return Span(start, self.size)

    def paragraph(self, text: str, kind: ParagraphKind) -> None:
        self._part()
        self.blocks.append(Paragraph(self.write(text), kind))

    def _part(self) -> None:
        if self.size:
            self.write("\n\n")

    def grid(self, layout: Layout) -> None:
        self._part()
        start = self.size
        cells: list[Cell] = []
        for r, row in enumerate(layout.rows):
            if r:
                self.write("\n")
            self._row(r, row, cells)
        self.grids += 1
        self.blocks.append(
            Grid(
                f"t{self.grids}",
                Span(start, self.size),
                tuple(cells),
                len(layout.rows),
                layout.columns,
                layout.ruled,
                layout.double_ruled,
            )
        )

    def _row(self, r: int, row: Row, cells: list[Cell]) -> None:
        parts, at = self.parts, self.size
        if row.cells[0].column:
            parts.append("\t")
            at += 1
        for k, cell in enumerate(row.cells):
            if k:
                parts.append("\t")
                at += 1
            parts.append(cell.full)
            end = at + len(cell.full)
            indent = round(cell.indent / POINTS_PER_CHARACTER) if cell.indent and not cell.column else 0
            cells.append(
                Cell(r, cell.column, cell.bare, Span(at, end), cell.colspan, cell.rowspan, max(indent, 0), cell.bold)
            )
            at = end
        self.size = at

    def document(self, name: str, form: str, title: str) -> Document:
        return Document(name, "".join(self.parts), tuple(self.blocks), format=form, title=title)


# ---------------------------------------------------------------------------------------------------- flattening

Flat = Piece | PageBreak | Layout | Fixed


def flatten(items: list[Item]) -> list[Flat | tuple[Piece, ParagraphKind]]:
    """Items with layout tables taken apart, and data tables laid out."""
    out: list[Flat | tuple[Piece, ParagraphKind]] = []
    work: list[Item | tuple[Piece, ParagraphKind] | Layout] = list(reversed(items))
    while work:
        item = work.pop()
        if isinstance(item, RawTable):
            work.extend(reversed(_table(item)))
        else:
            out.append(item)
    return out


def _table(table: RawTable) -> list[Item | tuple[Piece, ParagraphKind] | Layout]:
    """A data table as a layout, with the prose before and after it; a layout table as what it holds."""
    rows = [[c for c in row if c.items] for row in table.rows]
    if any(_nested(cell) for row in rows for cell in row):
        return [item for row in rows for cell in row for item in cell.items]
    widest = max((len(row) for row in rows), default=0)
    if widest <= 1:
        return [item for row in rows for cell in row for item in cell.items]
    first = last = None
    for r, row in enumerate(rows):
        if len(row) > 1 and not _listed(row):
            first = r if first is None else first
            last = r
    if first is None or last is None:
        return [piece for row in rows for piece in _list_row(row)]
    if _is_prose(rows):
        return [piece for row in rows for piece in _list_row(row)]
    while first > 0 and not (rows[first - 1] and _is_long(rows[first - 1])):
        first -= 1
    while last + 1 < len(rows) and not _is_note(rows[last + 1]):
        last += 1
    before = [piece for row in rows[:first] for piece in _list_row(row)]
    after = [piece for row in rows[last + 1 :] for piece in _list_row(row)]
    layout = lay_out(RawTable(table.rows[first : last + 1]))
    middle: list[Layout] = [layout] if layout.rows else []
    return [*before, *middle, *after]


def _nested(cell: RawCell) -> bool:
    """Whether a cell holds a table of more than one printed cell, or blocks of fixed text."""
    for item in cell.items:
        if isinstance(item, Fixed):
            return True
        if isinstance(item, RawTable) and sum(bool(c.items) for row in item.rows for c in row) > 1:
            return True
    return False


def _listed(row: list[RawCell]) -> bool:
    """A bullet or a footnote mark with its text."""
    if len(row) != 2:
        return False
    mark = text_of(row[0])
    if len(mark) > 12:
        return False
    text, mark = text_of(row[1]), unmarked(mark)
    if not mark or is_only_marks(mark):
        return not is_value(text)
    return len(mark) < 6 and _BULLET.fullmatch(mark) is not None and not is_value(text) and (len(text) > 25 or " " in text)


def _list_row(row: list[RawCell]) -> list[Item | tuple[Piece, ParagraphKind] | Layout]:
    if not row:
        return []
    if not _listed(row):
        return [item for cell in row for item in cell.items]
    mark = text_of(row[0])
    kind: ParagraphKind = "bullet"
    if is_only_marks(unmarked(mark)) or not unmarked(mark):
        kind = "footnote"
    rest = [item for item in row[1].items if isinstance(item, Piece)]
    lead, *others = rest or [Piece(text_of(row[1]))]
    return [(Piece(f"{mark} {lead.text}", lead.look), kind), *((o, kind) for o in others)]


def _is_long(row: list[RawCell]) -> bool:
    return len(row) == 1 and len(text_of(row[0])) > LONG


def _is_note(row: list[RawCell]) -> bool:
    """A row after the figures that is a footnote or prose."""
    if not row:
        return False
    if _listed(row):
        return True
    text = text_of(row[0])
    return len(row) == 1 and (len(text) > LONG or _NOTE.match(text) is not None or (len(text) > SENTENCE and text.endswith(".")))


def _is_prose(rows: list[list[RawCell]]) -> bool:
    """A table that lays out text: few figures, long texts."""
    figures = long = 0
    for row in rows:
        for cell in row:
            text = text_of(cell)
            if len(text) > SENTENCE and (len(text) > LONG or text.endswith((".", ":", ";"))):
                long += 1
            elif len(text) < 40 and is_number(unmarked(text)):
                figures += 1
    return long > 0 and figures < 2 * long and figures < 6


# ---------------------------------------------------------------------------------------------------- kinds


def compose(items: list[Item], name: str, form: str, title: str = "") -> Document:
    """The document that `items` make up. `form` is its format for `Document.format`."""
    flat = flatten(items)
    furniture = _furniture(flat)
    composer = Composer()
    after_grid = False
    for k, item in enumerate(flat):
        if isinstance(item, Layout):
            composer.grid(item)
            after_grid = True
        elif isinstance(item, tuple):
            composer.paragraph(item[0].text, item[1])
        elif isinstance(item, Piece):
            kind = "furniture" if k in furniture else _kind(item, after_grid)
            composer.paragraph(item.text, kind)
            after_grid = after_grid and kind in ("footnote", "furniture")
        elif isinstance(item, Fixed):
            composer.paragraph(item.text, "prose")
    document = composer.document(name, form, "")
    return Document(name, document.text, document.blocks, format=form, title=title_of(document, title))


def _kind(piece: Piece, after_grid: bool) -> ParagraphKind:
    text = piece.text
    look = piece.look
    if look.item or _LEADS.match(text):
        return "bullet"
    if _NOTE.match(text) and (after_grid or text[0] in "\u200b*†‡"):
        return "footnote"
    if look.heading:
        return "heading"
    if len(text) < 300 and (look.bold or ((look.stressed or look.centred) and not text.endswith("."))):
        return "heading"
    return "prose"


def _furniture(flat: list[Flat | tuple[Piece, ParagraphKind]]) -> set[int]:
    """Page numbers, running heads and `(more)` lines, as indexes."""
    found: set[int] = set()
    at_edge: dict[int, str] = {}
    for k, item in enumerate(flat):
        if isinstance(item, Piece):
            if len(item.text) < 40 and (_PAGE_NUMBER.fullmatch(item.text) or _ENDING.fullmatch(item.text)):
                found.add(k)
        elif isinstance(item, PageBreak):
            for j in (*range(max(0, k - 3), k), *range(k + 1, min(len(flat), k + 4))):
                near = flat[j]
                if isinstance(near, Piece) and len(near.text) < 100:
                    at_edge[j] = near.text
    seen = Counter(at_edge.values())
    found |= {k for k, text in at_edge.items() if seen[text] >= 3}
    return found


def title_of(document: Document, given: str) -> str:
    """The first headline of the text; else the title that the file gives itself."""
    for block in document.blocks[:40]:
        if isinstance(block, Paragraph) and block.kind == "heading":
            text = " ".join(document.slice(block.span).split())
            if len(text) >= 25 and " " in text:
                return text
    return given
