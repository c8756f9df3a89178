"""The page in leaves: what the browser styles and lays out together, when it comes near to the reader's eyes.

Until then a leaf takes the room that is foreseen here, so that few are laid out on opening and the scroll bar tells
where one is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from auditor.reporting.page.grids import TableView
from auditor.reporting.page.prose import Piece

HEIGHTS = (4, 8, 12, 18, 27, 40, 60, 90, 135, 200)
"""In rem, each with a class of the style."""
FULL = 27.0  # rem; about half a screen
LINE = 80  # characters
LINE_HEIGHT = 1.75  # rem, of a paragraph
ROW_HEIGHT = 1.5  # rem, of a table
TABLE_ROOM = 3.0  # rem, above a table and for the line of its checks
PARAGRAPH_ROOM = 0.875  # rem, above a paragraph


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (`pieces`) or a table."""

    kind: str
    id: str
    pieces: tuple[Piece, ...] = ()
    table: TableView | None = None


@dataclass(frozen=True, slots=True)
class Leaf:
    """Paragraphs that follow each other, or one table; `height` is one of HEIGHTS."""

    blocks: tuple[Block, ...]
    height: int


def leaves(blocks: Iterable[Block]) -> Iterator[Leaf]:
    """All blocks in order: paragraphs up to half a screen, each table alone."""
    held: list[Block] = []
    for block in blocks:
        if held and (block.table or held[-1].table or sum(map(_height, held)) + _height(block) > FULL):
            yield _leaf(held)
            held = []
        held.append(block)
    if held:
        yield _leaf(held)


def _leaf(blocks: list[Block]) -> Leaf:
    return Leaf(tuple(blocks), nearest(sum(map(_height, blocks))))


def nearest(height: float) -> int:
    """The class for a height in rem."""
    return min(HEIGHTS, key=lambda known: abs(known - height))


def _height(block: Block) -> float:
    """The room that a block is likely to take on a screen, in rem."""
    if block.table:
        return TABLE_ROOM + ROW_HEIGHT * len(block.table.rows)
    characters = sum(len(piece.text) for piece in block.pieces)
    return PARAGRAPH_ROOM + LINE_HEIGHT * (1 + characters // LINE)
