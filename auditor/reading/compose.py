"""Pieces, raw tables and page breaks become a `Document`: its text, paragraphs with their kinds, and grids."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from auditor.model.source import Block, Cell, Document, Grid, Paragraph, ParagraphKind, Span
from auditor.reading.flatten import flatten
from auditor.reading.gridding import Layout
from auditor.reading.kinds import Prose, Sorted, sort
from auditor.reading.placing import Row
from auditor.reading.raw import Item

POINTS_PER_CHARACTER = 4.5

_HEADLINE = re.compile(
    r"\b(?:report|announce|result|earning|record|post|deliver|quarter|fiscal|full.year)", re.IGNORECASE
)
_NO_HEADLINE = re.compile(
    r"commission|form (?:8-k|6-k|10-)|pursuant|date of|telephone|consolidated|exhibit|release", re.IGNORECASE
)


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

    def add(self, text: str, blocks: Iterable[Block]) -> None:
        """Appends a document's text and blocks, its grids numbered on."""
        self._part()
        start = self.size
        self.write(text)
        for block in blocks:
            self.blocks.append(_moved(block, start, self.grids + 1))
            self.grids += isinstance(block, Grid)


def _moved(block: Block, by: int, number: int) -> Block:
    span = Span(block.span.start + by, block.span.end + by)
    if isinstance(block, Paragraph):
        return Paragraph(span, block.kind)
    cells = tuple(replace(c, span=Span(c.span.start + by, c.span.end + by)) for c in block.cells)
    return replace(block, id=f"t{number}", span=span, cells=cells)


def compose(items: list[Item], name: str, form: str, title: str = "") -> Document:
    """The document that `items` make up. `form` is its format for `Document.format`."""
    return written(sort(flatten(items)), name, form, title)


def written(parts: Iterable[Sorted], name: str, form: str, title: str = "") -> Document:
    """The document of paragraphs and grids in order."""
    composer = Composer()
    for part in parts:
        if isinstance(part, Prose):
            composer.paragraph(part.text, part.kind)
        elif isinstance(part, Layout):
            composer.grid(part)
        else:
            from auditor.reading.text import read_text

            inner = read_text(part.text, name)
            composer.add(inner.text, inner.blocks)
    text, blocks = "".join(composer.parts), tuple(composer.blocks)
    return Document(name, text, blocks, format=form, title=title_of(text, blocks, title))


def title_of(text: str, blocks: Sequence[Block], given: str) -> str:
    """The headline of the release; else the title that the file gives itself."""
    shown = [b for b in blocks[:60] if isinstance(b, Paragraph) and b.kind in ("heading", "prose")]
    for kind in ("heading", "prose"):
        for block in shown:
            words = " ".join(text[block.span.start : block.span.end].split())
            if block.kind == kind and 20 <= len(words) <= 200 and words[-1] not in ".:;":
                if _HEADLINE.search(words) and not _NO_HEADLINE.search(words):
                    return words
    return given
