"""What a reader of marked-up files hands on before it is laid out: pieces of text, raw tables, page breaks.

A superscript footnote mark stands between two `MARK` characters (a zero-width space), in `Piece.text` as in the
document's text, so that it can be seen to be one and does not run into the number or word before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from auditor.model.source import MARK
from auditor.reading.css import NO_LINE

_MARKED = re.compile(f"{MARK}[^{MARK}]*{MARK}")
_FOOTNOTE = re.compile(r"\s*(?:\(?(?:\d{1,2}|[a-zA-Z]{1,2}|[ivx]{1,4}|[*†‡§¶]+)\)?[,;\s]*)+$")
_NOT_MARKS = frozenset({"st", "nd", "rd", "th", "tm", "sm", "®", "™", "r"})


class Look(NamedTuple):
    """How text looks, as an element hands it down to those inside. `indent` of the first line, in points."""

    bold: bool = False
    stressed: bool = False  # italic, underlined or bold
    underlined: bool = False
    centred: bool = False
    heading: bool = False
    item: bool = False
    quoted: bool = False
    raised: bool = False
    indent: float = 0.0


START = Look()


@dataclass(slots=True)
class Piece:
    """A paragraph as it stands: white space squeezed, line breaks as newlines."""

    text: str
    look: Look = START


@dataclass(slots=True)
class PageBreak:
    """The end of a page, where the source says so."""


@dataclass(slots=True)
class Fixed:
    """Text whose lines and columns are as typed (`<pre>`)."""

    text: str


class RawCell:
    """A cell of a table as the source has it; lines along it as in `css`. Cells written alike may be one object.

    `reading` is kept by `gridding` once the cell was read.
    """

    __slots__ = ("colspan", "indent", "items", "line_above", "line_below", "reading", "rowspan")

    def __init__(
        self,
        colspan: int = 1,
        rowspan: int = 1,
        items: list[Item] | None = None,
        line_above: int = NO_LINE,
        line_below: int = NO_LINE,
        indent: float = 0.0,
    ) -> None:
        self.colspan, self.rowspan = colspan, rowspan
        self.items: list[Item] = [] if items is None else items
        self.line_above, self.line_below, self.indent = line_above, line_below, indent
        self.reading: Reading | None = None


class Reading(NamedTuple):
    """A cell's text `full`, with footnote marks, and `bare`, without; `sort` as in `values`."""

    full: str
    bare: str
    sort: int
    indent: float
    bold: bool


@dataclass(slots=True)
class RawTable:
    rows: list[list[RawCell]] = field(default_factory=list)


Item = Piece | PageBreak | Fixed | RawTable


def is_mark(text: str) -> bool:
    """Whether raised text is a footnote mark: `(1)`, `a`, `*`, `1, 2`; not the `th` of `10th` nor `TM`."""
    text = text.strip()
    return len(text) <= 12 and text.lower() not in _NOT_MARKS and _FOOTNOTE.match(text) is not None


def unmarked(text: str) -> str:
    """`text` without its footnote marks, squeezed."""
    if MARK in text:
        text = _MARKED.sub(" ", text).replace(MARK, "")
        return " ".join(text.split())
    return text
