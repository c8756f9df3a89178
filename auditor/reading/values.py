"""What a cell's text looks like: a value, a piece of one (`$`, `)`, `%`), or a footnote mark."""

from __future__ import annotations

import re
from functools import lru_cache

CURRENCY = r"(?:US\$|C\$|A\$|HK\$|NT\$|R\$|[$€£¥₩₹]|USD|EUR|GBP|RMB|JPY|CAD|Rs\.?)"
_VALUE = re.compile(
    rf"""[-–—−+~<>(\s]*{CURRENCY}?[-–—−+(\s]*{CURRENCY}?\s*
    (?:\d[\d,\s]*(?:\.[\d\s]*)?|\.\d+)
    [)\s]*(?:%|x|X|×|¢|pts?\.?|ppts?|pp|bps|bp|points?|basis\ points|times|days|million|billion)?[)\s]*
    (?:\(\w{{1,2}}\)|\*+|†)?""",
    re.X,
)
_NIL = re.compile(rf"[(]?\s*{CURRENCY}?\s*(?:[-–—−]{{1,3}}|nil|NM|N/M|NA|N/A|n\.?m\.?|n/?a|\*+)\s*%?\s*[)]?%?", re.I)
_YEAR = re.compile(r"(?:FY\s?|CY\s?)?(?:19|20)\d\d[A-Z]?")
_LEFT = re.compile(rf"[-–—−(]*\s*{CURRENCY}?\s*[-–—−(]*")
_RIGHT = re.compile(r"\)?\s*(?:%|x|X|×|¢|pts?\.?|ppts?|pp|bps|bp)?\s*\)?")
_MARKS = re.compile(r"(?:\((?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})\)[,\s]*)+|\*{1,3}|†|‡|§")
_TRAILING_MARK = re.compile(r"(?<=[\d)%])\s*(?:(?:\((?:\d{1,2}|[a-z])\)[,\s]*)+|\*{1,3}|†|‡)$")
_LABEL_MARK = re.compile(r"(?<=[\w.)])\s*(?:(?:\((?:\d{1,2}|[a-z])\)[,\s]*)+|\*{1,3}|†|‡)$")
_RULE = re.compile(r"[-–—_=\s]{3,}")


@lru_cache(maxsize=32768)
def is_value(text: str) -> bool:
    """A printed figure or a nil (`—`, `NM`); `text` squeezed and without marks."""
    return len(text) < 40 and (_VALUE.fullmatch(text) is not None or _NIL.fullmatch(text) is not None)


def is_number(text: str) -> bool:
    """A printed figure that is not a year."""
    return len(text) < 40 and _VALUE.fullmatch(text) is not None and not is_year(text)


def is_nil(text: str) -> bool:
    return len(text) < 12 and _NIL.fullmatch(text) is not None


def is_year(text: str) -> bool:
    return len(text) < 9 and _YEAR.fullmatch(text) is not None


def is_left(text: str) -> bool:
    """A piece that belongs to the value on its right: `$`, `(`, `$(`."""
    return len(text) < 7 and _LEFT.fullmatch(text) is not None and not text.isspace() and not is_nil(text)


def is_right(text: str) -> bool:
    """A piece that belongs to the value on its left: `)`, `%`, `)%`, `x`, `pts`."""
    return len(text) < 7 and _RIGHT.fullmatch(text) is not None


def is_rule(text: str) -> bool:
    """A line drawn with characters: `-----`, `=====`."""
    return _RULE.fullmatch(text) is not None


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
    return _LABEL_MARK.sub("", text) if text[-1:] in ")*†‡" else text
