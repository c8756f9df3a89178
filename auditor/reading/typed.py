"""Paragraphs of a Word file whose columns are set with blanks, as when a text was pasted or opened in it: a line each,
read as the text that they were."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from auditor.frozen import dataclass
from auditor.reading.raw import Fixed, Item, Look, PageBreak, Piece
from auditor.reading.tabbed import Tabbed

FEWEST_ROWS = 3  # whose figures stand in columns
LONGEST = 150  # characters of a line; longer ones are paragraphs as Word sets them
POINTS_PER_SPACE = 4.5

_ROW = re.compile(r"\S[ \u00a0.]{3,}[$€£]?[ \u00a0]*\(?[\d.,]*\d\)?%?(?:[ \u00a0]|$)")


@dataclass(frozen=True, slots=True)
class Typed:
    """A paragraph without tabs: its text as it stands, empty perhaps."""

    text: str
    look: Look


def pieces_of(typed: Typed) -> Iterator[Piece]:
    """The paragraph as one that Word sets: white space squeezed, blanks before it as an indent."""
    text, look = typed.text, typed.look
    if text.strip():
        spaces = len(text) - len(text.lstrip(" \u00a0"))
        look = look._replace(indent=look.indent + POINTS_PER_SPACE * spaces) if spaces else look
        lines = [" ".join(line.split()) for line in text.split("\n")]
        yield Piece("\n".join(line for line in lines if line), look)


def as_fixed(items: Sequence[Item | Tabbed | Typed]) -> list[Item | Tabbed]:
    """The items, of which typed lines with columns among them, and the lines beside these, are text as typed."""
    out: list[Item | Tabbed] = []
    for is_line, run in groupby(items, _is_line):
        members = list(run)
        lines = [item.text if isinstance(item, Typed) else "\f" for item in members] if is_line else []
        if sum(_ROW.search(line) is not None for text in lines for line in text.split("\n")) >= FEWEST_ROWS:
            out.append(Fixed("\n".join(lines)))
            continue
        for item in members:
            if isinstance(item, Typed):
                out += pieces_of(item)
            else:
                out.append(item)
    return out


def _is_line(item: Item | Tabbed | Typed) -> bool:
    if isinstance(item, Typed):
        return not item.look.item and all(len(line) <= LONGEST for line in item.text.split("\n"))
    return isinstance(item, PageBreak)
