"""What stands in a printed line: runs of text, and value tokens with the places of their digits.

A segment is a run of words with single blanks; two or more blanks part segments. A segment that consists of value
tokens alone (`$(370) (694)`, `--`, `N/A`) is split into them, and signs that printers set apart (`$   2,946`,
`49,632 )`, `12 %`) are joined to their figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_CURRENCY = r"(?:(?:US|CA?|AU?|NZ|HK|SG?|R)?\$|[€£¥₹]|(?:USD|EUR|GBP|CAD|CHF|JPY)(?= ))"
_CORE = r"(?:\d{1,3}(?:, ?\d{3})+(?!\d)|\d+)(?:\.\d+)?|\.\d+"
_SUFFIX = r"(?: ?(?:%|[bB][pP][sS]?|pp?ts?\.?|[xX]|¢|cents?)(?![^\s)]))?"
_MARKS = r"(?: ?\((?:\d{1,2}|[a-z])\)(?=\s|$)|[*†‡§¹²³]+)*"
NUMBER = (
    rf"[-+–−]?(?:{_CURRENCY} ?)?[-+–−(]{{0,2}} ?(?:{_CURRENCY} ?)?[-+–−]?(?:{_CORE})"
    rf"(?: ?\))?{_SUFFIX}\)?(?: (?:million|billion|thousand)\)?)?{_MARKS}"
)
_NIL = rf"(?:{_CURRENCY} ?)?\(?(?:-{{1,4}}|[–—−]{{1,2}}|-0-)\)?(?: ?%)?{_MARKS}"
_ABSENT = r"(?:[Nn]/?[AaMm]|[Nn]\.[AaMm]\.?|NMF|[Nn]il|\*{1,3})(?: ?%)?"
_SMALL = r"[1-9]\d?(?:\.\d+)?%?"
_JOINED = rf"(?=[^ ]*[$%][^ ]*[-–—]){NUMBER}[-–—]{NUMBER}|{_SMALL}[-–]{_SMALL}"
_BOUND = rf"(?:At [Ll]east|Up to|Approximately|Approx\.|About) {NUMBER}"  # what is expected
_END = r"(?= |$)"

SEGMENT = re.compile(r"\S+(?: \S+)*")
# Most tokens are numbers; what else a token may be is compiled when one is met that is none.
_PLAIN = re.compile(rf"{NUMBER}{_END}")
_RANGE_FOLLOWS = (" - ", " – ", " — ", " to ", " TO ")
_FIRST = frozenset("$€£¥₹(-+.0123456789–—−*UCANHSREGJn")
_OPENING = frozenset(("$", "($", "$(", "(", "€", "£", "¥", "US$", "C$", "A$", "R$", "-$", "$-"))
_HANGING = re.compile(r"(?: (?=\$)|(?<=\))(?=\$)|(?<=\d \)) |(?<=\d\)) )(\$|\( ?\$|\$ ?\(|\()$")
_LETTERED = frozenset(f"({letter})" for letter in "abcdefghijklmn")  # marks set apart from their figure
_CLOSING = frozenset((")", "%", ")%", "%)", ") %", "x", "pts", "bps"))
_TAIL = 160  # characters at the end of a text that may hold figures
_SHORT = 24  # a longer piece that begins with a letter holds words
_REACH = 16  # blanks that may part a currency sign from its figure
YEAR = re.compile(r"(?:19|20)\d\d(?:[AE]|\*+| ?\(\w\))*\Z")


class Segment(NamedTuple):
    """Columns `start` to `end` of a line. `edge` is the place after the last digit, the one that printers align.
    `kind` is `number`, `year`, `nil` (a dash, N/A) or `text`; all but text are values."""

    start: int
    end: int
    edge: int
    kind: str
    value: bool = True


def segments(line: str) -> tuple[Segment, ...]:
    """The segments of `line`, left to right."""
    found: list[Segment] = []
    opening = -1
    for match in SEGMENT.finditer(line):
        piece, start = match.group(), match.start()
        if piece in _OPENING:
            if opening >= 0:
                found.append(Segment(opening, opening + 1, opening + 1, "text", False))
            opening = start
            continue
        if piece in _LETTERED and found and found[-1].kind == "number" and start - found[-1].end <= 4:
            found[-1] = found[-1]._replace(end=match.end())
            continue
        if piece in _CLOSING and found and found[-1].kind == "number" and start - found[-1].end <= 4:
            found[-1] = found[-1]._replace(end=match.end())
            continue
        hanging = _HANGING.search(piece)  # the sign of the next column's figure
        pendant = start + hanging.start(1) if hanging else -1
        fresh = list(_split(piece[: hanging.start()].rstrip() if hanging else piece, start))
        if opening >= 0:
            if fresh[0].value and fresh[0].start - opening <= _REACH:
                fresh[0] = fresh[0]._replace(start=opening)
            else:
                found.append(Segment(opening, opening + 1, opening + 1, "text", False))
        opening = pendant
        found += fresh
    if opening >= 0:
        found.append(Segment(opening, opening + 1, opening + 1, "text", False))
    return tuple(found)


def _split(piece: str, start: int) -> Iterator[Segment]:
    may_be_values = piece[0] in _FIRST and (len(piece) < _SHORT or not piece[0].isalpha())
    tokens = _tokens(piece) if may_be_values else []
    if not tokens:
        yield Segment(start, start + len(piece), start + len(piece), "text", False)
    for match in tokens:
        yield _value(match.group(), start + match.start())


def _tokens(piece: str) -> list[re.Match[str]]:
    """The value tokens of a piece that holds nothing else, with one blank between two; none for any other piece."""
    found: list[re.Match[str]] = []
    at = 0
    while at < len(piece):
        match = _token(piece, at)
        if match is None:
            return []
        found.append(match)
        at = match.end() + 1
    return found


def _value(token: str, start: int) -> Segment:
    end = start + len(token)
    if token[-1].isdigit() and not (len(token) == 4 and token[:2] in ("19", "20")):
        return Segment(start, end, end, "number")
    if YEAR.match(token):
        return Segment(start, end, start + 4, "year")
    edge = len(_BEYOND_DIGITS.sub("", token))
    return Segment(start, end, start + edge, "number") if edge else Segment(start, end, end, "nil")


_BEYOND_DIGITS = re.compile(r"(?:(?<=\d|\)|\s|%)\((?:\d{1,2}|[a-z])\))*[^\d]*\Z")


def figure_text(printed: str) -> str:
    """A figure as printed, without the blanks that printers leave within one: `$(10,419)`, `$1,465,000`, `12%`."""
    return _LOOSE.sub("", " ".join(printed.split())) if " " in printed else printed


_LOOSE = re.compile(r"(?<=[$€£¥₹(])\s+(?=[\d(.$–—-])|(?<=\d,)\s+(?=\d{3}(?!\d))|\s+(?=[)%])")


def _token(piece: str, at: int) -> re.Match[str] | None:
    """The value token that begins at a place and ends before a blank or the end."""
    match = None if piece.startswith("-- ", at) else _PLAIN.match(piece, at)  # "-- 191.3": nothing, and a figure
    if match is None:
        return _other().match(piece, at)
    if piece.startswith(_RANGE_FOLLOWS, match.end()):
        return _range().match(piece, at) or match
    return match


@lru_cache(maxsize=1)
def _range() -> re.Pattern[str]:
    return re.compile(rf"{NUMBER}(?: [-–—] | to | TO ){NUMBER}{_END}")


@lru_cache(maxsize=1)
def _other() -> re.Pattern[str]:
    return re.compile(rf"(?:{_JOINED}|{_NIL}|{_ABSENT}|{_BOUND}){_END}")


@lru_cache(maxsize=1)
def _trailing() -> re.Pattern[str]:
    """Compiled when it is first needed, which in most documents is never: it is long."""
    return re.compile(rf"(?<= )(?:{NUMBER}|{_NIL})(?: (?:{NUMBER}|{_NIL}))*$")


def trailing_values(line: str, segment: Segment) -> tuple[Segment, ...]:
    """Value tokens at the end of a text segment that only one blank parts from its words (`Total $ 1,234`)."""
    start = max(segment.start, segment.end - _TAIL)
    match = _trailing().search(line[start : segment.end])
    if not match:
        return ()
    at = start + match.start()
    return tuple(_value(m.group(), at + m.start()) for m in _tokens(match.group()))
