"""The document: its text, and the paragraphs and grids that stand in it, in reading order.

All places are half-open character ranges of `Document.text`, the text as the reader normalised it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import field
from functools import cached_property
from operator import attrgetter
from typing import Literal

from auditor.frozen import dataclass

MARK = "\u200b"
"""Stands on both sides of a superscript footnote mark in `Document.text`, so that the mark is not read as digits of
the number before it; readers remove every other zero-width space."""

ParagraphKind = Literal["prose", "heading", "bullet", "footnote", "furniture"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` to `end` (exclusive) of the document's text."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def holds(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of prose, a heading, a list item, a footnote, or furniture (page numbers, running heads)."""

    span: Span
    kind: ParagraphKind = "prose"


@dataclass(frozen=True, slots=True)
class Cell:
    """A printed cell of a grid. `row` and `column` count from 0; spans are at least 1.

    `text` is the cell's text with white space squeezed; `span` covers it in the document (for a value whose
    `$` or `)` stood in a neighbouring cell of the source, all of the parts). `indent` is in characters or
    their equivalent, for the hierarchy of row labels.
    """

    row: int
    column: int
    text: str
    span: Span
    colspan: int = 1
    rowspan: int = 1
    indent: int = 0
    bold: bool = False


@dataclass(frozen=True)
class Grid:
    """A table as printed: its non-empty cells in reading order.

    Column 0 holds row labels; spacer columns are gone. `ruled` are the rows that have a rule line directly
    above them (a total is expected there), `double_ruled` those with a double line directly below.
    """

    id: str
    span: Span
    cells: tuple[Cell, ...]
    rows: int
    columns: int
    ruled: frozenset[int] = frozenset()
    double_ruled: frozenset[int] = frozenset()

    @cached_property
    def by_row(self) -> tuple[tuple[Cell, ...], ...]:
        rows: list[list[Cell]] = [[] for _ in range(self.rows)]
        for cell in self.cells:
            rows[cell.row].append(cell)
        return tuple([tuple(sorted(row, key=attrgetter("column"))) for row in rows])


Block = Paragraph | Grid


class Spans:
    """Places in the order of a text, none of which reaches over another."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = tuple(spans)
        self._starts = [span.start for span in self._spans]

    def index(self, place: Span) -> int | None:
        """The number of the span that a place stands in; None where it stands in none, or reaches beyond."""
        k = bisect_right(self._starts, place.start) - 1
        return k if k >= 0 and self._spans[k].holds(place) else None

    def around(self, place: Span) -> Span | None:
        """The span that a place stands in."""
        k = self.index(place)
        return None if k is None else self._spans[k]


@dataclass(frozen=True)
class Document:
    """A release as read.

    `origins` maps places of `text` to the source file: sorted (offset in text, line in source, 1-based column
    in source) marks; a place belongs to the last mark at or before it and counts lines from there. Empty when
    the text is the source itself.
    """

    name: str
    text: str
    blocks: tuple[Block, ...]
    sha256: str = ""
    format: str = "text"
    title: str = ""
    notes: tuple[str, ...] = ()
    origins: tuple[tuple[int, int, int], ...] = field(default=(), repr=False)

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        at = self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return starts

    def position(self, offset: int) -> tuple[int, int]:
        """(line, column), both 1-based, of a place, in the source where the reader kept track of it."""
        line = bisect_right(self._line_starts, offset)
        column = offset - self._line_starts[line - 1] + 1
        if not self.origins:
            return line, column
        k = bisect_right(self.origins, (offset, 1 << 60, 1 << 60)) - 1
        if k < 0:
            return line, column
        mark, source_line, source_column = self.origins[k]
        mark_line = bisect_right(self._line_starts, mark)
        if line == mark_line:
            return source_line, source_column + offset - mark
        return source_line + line - mark_line, column

    def line(self, offset: int) -> int:
        """The line of a place, as in `position`: every figure of the document is asked for it."""
        line = bisect_right(self._line_starts, offset)
        if not self.origins:
            return line
        marks, shifts = self._shifts
        k = bisect_right(marks, offset) - 1
        return line + shifts[k] if k >= 0 else line

    @cached_property
    def _shifts(self) -> tuple[list[int], list[int]]:
        """The marks of `origins`, and by how many lines the source is ahead of the text from each of them on."""
        marks = [mark for mark, _, _ in self.origins]
        return marks, [line - bisect_right(self._line_starts, mark) for mark, line, _ in self.origins]

    def slice(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def block_at(self, span: Span) -> Block | None:
        """The paragraph or grid that a place stands in; None where it stands in none, or reaches beyond."""
        k = self.block_spans.index(span)
        return None if k is None else self.blocks[k]

    @cached_property
    def block_spans(self) -> Spans:
        """The places of the blocks, numbered as they are."""
        return Spans(block.span for block in self.blocks)

    @property
    def paragraphs(self) -> Iterator[Paragraph]:
        return (b for b in self.blocks if isinstance(b, Paragraph))

    @property
    def grids(self) -> Iterator[Grid]:
        return (b for b in self.blocks if isinstance(b, Grid))
