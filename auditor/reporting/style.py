"""How text looks on a terminal."""

from __future__ import annotations

import re
import unicodedata
from textwrap import shorten

from auditor.frozen import dataclass

CODES = {"error": "1;31", "warning": "1;33", "note": "1;36", "good": "1;32", "strong": "1", "dim": "2"}
# Control characters and the marks that reorder text: a document must not steer the reader's terminal.
UNSAFE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
BLANK = re.compile(r"[\t\x0b-\x0d\x85\xa0\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Style:
    """`width` is the number of columns; without `colour` nothing but text is written."""

    colour: bool = False
    width: int = 100

    def paint(self, text: str, kind: str) -> str:
        return f"\x1b[{CODES[kind]}m{text}\x1b[0m" if self.colour and text else text


PLAIN = Style()


def safe(text: str) -> str:
    """`text` of a document as it may be shown: control characters become `�`, white space spaces; no place moves."""
    return text if text.isprintable() else UNSAFE.sub("\ufffd", BLANK.sub(" ", text))


def short(text: str, most: int) -> str:
    """`text` in one line of at most so many characters; one that is longer ends after a word, with an ellipsis."""
    line = " ".join(text.split())
    return line if len(line) <= most else shorten(line, most, placeholder=" …")


def columns(text: str) -> int:
    """How many columns `text` takes on a terminal."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
