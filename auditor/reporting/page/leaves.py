"""The page in leaves: what the browser styles and lays out together, when it comes near to the reader's eyes.

What lies beyond the first screen waits: the page's script puts it in place once the first screen is painted. Until
then a leaf takes the room that is foreseen here, so that the scroll bar tells where it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

from auditor.frozen import dataclass
from auditor.reporting.page.grids import TableView
from auditor.reporting.page.prose import Piece

HEIGHTS = (4, 8, 12, 18, 27, 40, 60, 90, 135, 200)
"""In rem, each with a class of the style."""
SHEET, PANEL = 34.0, 38.0
"""Rem of the release and of the panel on a first screen of a thousand pixels, which are in place from the start."""
FULL = 27.0  # rem; about half a screen
LINE = 80  # characters
LINE_HEIGHT = 1.75  # rem, of a paragraph
ROW_HEIGHT = 1.5  # rem, of a table
TABLE_ROOM = 3.0  # rem, above a table and for the line of its checks
PARAGRAPH_ROOM = 0.875  # rem, above a paragraph

Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (`pieces`) or a table."""

    kind: str
    id: str
    pieces: tuple[Piece, ...] = ()
    table: TableView | None = None

    @property
    def height(self) -> float:
        """The room that it is likely to take on a screen, in rem."""
        if self.table:
            return TABLE_ROOM + ROW_HEIGHT * len(self.table.rows)
        return PARAGRAPH_ROOM + lines(sum(len(piece.text) for piece in self.pieces), LINE, LINE_HEIGHT)


@dataclass(frozen=True, slots=True)
class Leaf(Generic[Part]):
    """Parts that follow each other; `height` is one of HEIGHTS; `later`: beyond the first screen."""

    parts: tuple[Part, ...]
    height: int
    later: bool


class Column:
    """A column of the page, filled with leaves from its top; `room` is what the first screen has left, in rem."""

    def __init__(self, room: float) -> None:
        self._room = room

    def leaves(
        self, parts: Iterable[Part], height: Callable[[Part], float], alone: Callable[[Part], bool] = lambda _: False
    ) -> Iterator[Leaf[Part]]:
        """All parts in order: together up to half a screen and to the end of the first one, or each `alone`."""
        held: list[Part] = []
        filled = 0.0
        for part in parts:
            more = height(part)
            if held and (alone(part) or alone(held[-1]) or filled + more > self._most()):
                yield self._leaf(held, filled)
                held, filled = [], 0.0
            held.append(part)
            filled += more
        if held:
            yield self._leaf(held, filled)

    def _most(self) -> float:
        return min(FULL, self._room) if self._room > 0 else FULL

    def _leaf(self, parts: list[Part], height: float) -> Leaf[Part]:
        later = self._room <= 0
        self._room -= height
        return Leaf(tuple(parts), min(HEIGHTS, key=lambda known: abs(known - height)), later)


def blocks_in_leaves(blocks: Iterable[Block], room: float) -> tuple[Leaf[Block], ...]:
    """Paragraphs up to half a screen, each table alone."""
    return tuple(Column(room).leaves(blocks, lambda block: block.height, lambda block: block.table is not None))


def lines(characters: int, line: int, height: float) -> float:
    """The room of a text of so many characters, in lines of `line` characters, each `height` high."""
    return height * (1 + characters // line)
