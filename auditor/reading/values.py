"""What a cell's text looks like: a value, a piece of one (`$`, `)`, `%`), or a footnote mark."""

from __future__ import annotations

import re
from functools import lru_cache

CURRENCY = r"(?:US\$|C\$|A\$|HK\$|NT\$|R\$|[$€£¥₩₹]|USD|EUR|GBP|RMB|JPY|CAD|CHF|SEK|NOK|DKK|INR|Rs\.?)"
_AMOUNT = rf"""[-–—−+~<>(\s]*{CURRENCY}?[-–—−+(\s]*{CURRENCY}?\s*
    (?:\d{{1,3}}(?:\s\d{{3}})+(?:\.\d+)?|\d(?:[\d,]|,\s|\s(?=,))*(?:\.\s?\d*)?|\.\s?\d+)
    [)\s]*(?:%|x|X|×|¢|pts?\.?|ppts?|pp|bps|bp|points?|basis\ points|times|days|million|billion)?[)\s]*"""
_MARKED = r"(?:\(\w{1,2}\)|\*+|†)?"
_VALUE = re.compile(f"{_AMOUNT}{_MARKED}", re.VERBOSE)
_RANGE = re.compile(
    rf"(?!(?:19|20)\d\d\s?[-–—]){_AMOUNT}(?:(?<=\s)(?:[-–—−]|to|and)\s|[-–—](?=[$€£¥])|(?<=%)[-–—]){_AMOUNT}{_MARKED}",
    re.VERBOSE,
)  # what is expected: "$1.05 - $1.10", "5% to 7%"
_NIL = re.compile(
    rf"[(]?\s*{CURRENCY}?\s*(?:[-–—−]{{1,3}}|[-–—−] ?[-–—−]|-0-|nil|NM|N/M|NA|N/A|n\.?m\.?f?|n/?a|\*+)\s*%?\s*[)]?%?",
    re.IGNORECASE,
)
_DAY = re.compile(r"\d{1,2},")  # of a date whose month and year stand in other lines
_YEAR = re.compile(r"(?:FY\s?|CY\s?)?(?:19|20)\d\d[A-Z]?")
_LEFT = re.compile(rf"[-–—−(]{{0,2}}\s*{CURRENCY}?\s*[-–—−(]{{0,2}}")
_RIGHT = re.compile(r"\)?\s*(?:%|x|X|×|¢|pts?\.?|ppts?|pp|bps|bp)?\s*\)?")
_MARKS = re.compile(r"(?:\((?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})\)[,\s]*)+|\*{1,3}|†|‡|§")
_TRAILING_MARK = re.compile(r"(?<=[\d)%])\s*(?:(?:\((?:\d{1,2}|[a-z])\)[,\s]*)+|\*{1,3}|†|‡)$")
_LABEL_MARK = re.compile(r"(?<=[\w.)%])\s*(?:(?:\((?:\d{1,2}|[a-z])\)[,\s]*)+|\*{1,3}|†|‡)$")
_LEADERS = re.compile(r"(?:\s*[.…]){4,}$|…+$")
_RULE = re.compile(r"[-–—_=\s]{3,}")


TEXT, NIL, YEAR, NUMBER, LEFT, RIGHT, RULE, EMPTY = range(8)
VALUES = (NIL, YEAR, NUMBER)


@lru_cache(maxsize=65536)
def sort_of(text: str) -> int:
    """What a cell's text is, squeezed and without raised marks.

    NIL (`—`, `NM`), YEAR and NUMBER (also a range of them) are values; LEFT belongs to the value on its right (`$`,
    `(`), RIGHT to the one on its left (`)`, `%`, `pts`); RULE is a line drawn with characters; the rest is TEXT, or
    EMPTY.
    """
    if not text:
        return EMPTY
    if len(text) >= 40:
        return RULE if _RULE.fullmatch(text) else TEXT
    if _NIL.fullmatch(text):
        return NIL
    if _YEAR.fullmatch(text):
        return YEAR
    if text[-1] == "," and _DAY.fullmatch(text):
        return TEXT
    if _VALUE.fullmatch(text) or text[-1] in "0123456789%)n" and _RANGE.fullmatch(text):
        return NUMBER
    if len(text) < 7 and not _RULE.fullmatch(text):
        if _LEFT.fullmatch(text):
            return LEFT
        if _RIGHT.fullmatch(text):
            return RIGHT
    return RULE if _RULE.fullmatch(text) else TEXT


def is_value(text: str) -> bool:
    return sort_of(text) in VALUES


def is_number(text: str) -> bool:
    """A printed figure that is not a year."""
    return sort_of(text) == NUMBER


def is_left(text: str) -> bool:
    """A piece of the value on its right: `$`, `(`, `$(`."""
    return sort_of(text) == LEFT


def is_right(text: str) -> bool:
    """A piece of the value on its left: `)`, `%`, `)%`, `x`, `pts`."""
    return sort_of(text) == RIGHT


def is_only_marks(text: str) -> bool:
    return len(text) < 16 and _MARKS.fullmatch(text) is not None


def without_value_marks(text: str) -> str:
    """`1,234(1)` without its trailing footnote mark."""
    if text[-1:] in ")*†‡":
        bare = _TRAILING_MARK.sub("", text)
        if bare.count("(") == bare.count(")"):
            return bare
    return text


def without_label_marks(text: str) -> str:
    """A label without its trailing footnote mark and without leader dots."""
    if text[-1:] == "." and (bare := _LEADERS.sub("", text)):
        text = bare
    return _LABEL_MARK.sub("", text) if text[-1:] in ")*†‡" else text
