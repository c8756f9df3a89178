"""Printed figures of cells: `$(10,419)`, `( 0.38)`, `49,632)`, `—`, `12.3%`, `(1.2)pts`, `1.2x`.

figure ::= [sign] [currency] [sign] digits [")"] [mark] [")"] [footnote-mark]
nil    ::= [currency] dashes | "nil"
mark   ::= "%" | "pts" | "bps" | "x" | "¢" | "p" | "c" | "cents" | "days" | "years" | "million" | "billion"
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from auditor.frozen import dataclass
from auditor.grammar.numbers import CURRENCIES
from auditor.model.quantity import ZERO, last_digit


@dataclass(frozen=True, slots=True)
class Figure:
    """A printed figure: `value` with its sign and `step`, the worth of its last digit, both as printed (no table
    scale). `mark` is `percent`, `points`, `bps`, `ratio`, `days`, `years`, … or empty; `power` that of a scale word."""

    value: Decimal
    step: Decimal
    mark: str = ""
    currency: str = ""
    nil: bool = False
    power: int = 0

    @property
    def decimals(self) -> int:
        exponent = self.step.as_tuple().exponent
        return -exponent if isinstance(exponent, int) and exponent < 0 else 0


_MARKS = {
    "%": "percent", "pts": "points", "pt": "points", "ppts": "points", "ppt": "points", "pp": "points", "p.p": "points",
    "points": "points", "point": "points", "bps": "bps", "bp": "bps", "basis points": "bps", "x": "ratio", "×": "ratio",
    "times": "ratio", "¢": "cents", "p": "cents", "pence": "cents", "c": "cents", "cents": "cents",
    "days": "days", "day": "days", "years": "years", "year": "years", "yrs": "years",
    "yr": "years", "months": "months", "month": "months",
}  # fmt: skip
_SCALES = {"thousand": 3, "million": 6, "billion": 9, "m": 6, "b": 9, "bn": 9, "k": 3, "mm": 6}
_CURRENCY = "|".join(re.escape(c) for c in sorted(CURRENCIES, key=len, reverse=True))
_DASH = "[-–—−]"
_FIGURE = re.compile(
    rf"""[<>~+]?\s*(?P<open>\(\s*)?(?P<minus>{_DASH}\s?)?(?P<currency>{_CURRENCY})?\s*
    (?P<inner>\(\s*|{_DASH}\s?)?(?P<after>{_CURRENCY})?\s*
    (?P<digits>\d{{1,3}}(?:\s\d{{3}})+(?:\.\d+)?|\d+(?:,\s?\d{{3}})*(?:\.\d*)?|\d[\d,]*(?:\.\d*)?|\.\d+)\s*(?P<closed>\))?\s*
    (?P<mark>%|ppts?\b\.?|pp\b|p\.\s?p\.|pts?\b\.?|points?\b|bps?\b|basis\ points\b|x\b|×|times\b
        |¢|(?<=\d)[pc]\b|pence\b|cents\b|days?\b|years?\b|yrs?\b|months?\b
        |(?P<scale>thousand|million|billion|bn|mm)\b|(?P<letter>[KMB])\b)?\s*(?P<late>\))?\s*%?
    (?:\s*(?:\(\w{{1,2}}\)|\*{{1,3}}|†|‡))?""",
    re.X | re.I,
)
_NIL = re.compile(
    rf"\(?\s*(?P<currency>{_CURRENCY})?\s*(?:{_DASH}{{1,5}}|{_DASH}\s?0\s?{_DASH}|nil)\s*"
    r"(?P<mark>%|x|pts\b|bps\b)?\s*\)?\s*%?",
    re.I,
)
_DIGIT = re.compile(r"\d")
_DASHED = re.compile(rf"{_DASH}|nil", re.I)
_ABSENT = re.compile(
    r"(?:N\s?/?\s?[MA]|n\.?[ma]\.?|n\.a\.|not meaningful|\*{1,3}|\(\w\)|\(\w\)/\(\w\)|NMF?|>\s?\d+\s?%)", re.I
)
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s?(?:\(\w{1,2}\)|\*{1,3}|[EA]))?")


_DECIMAL_COMMA = re.compile(r"\d+,\d")  # "13,8": no thousands
_LONGEST = 18  # digits of an amount: what has more is a code, or columns run together
_PENCE = 1000  # no amount for a share is as much
_DAY = 3  # characters of the day of a date with its comma


@lru_cache(maxsize=65536)
def figure(text: str) -> Figure | None:
    """The figure that a cell prints, or None for words, ranges, `N/M`."""
    if len(text) > 40:
        return None
    m = _FIGURE.fullmatch(text) if _DIGIT.search(text) else None
    if m is None:
        return _nil(text)
    if text[-1] == "," and len(text) <= _DAY:
        return None  # "June 30," parted between two lines of a header
    g = m.groupdict()
    printed = g["digits"].replace(",", ".") if _DECIMAL_COMMA.fullmatch(g["digits"]) else g["digits"].replace(",", "")
    digits = "".join(printed.split()).rstrip(".")
    if len(digits) > _LONGEST:
        return None
    value = Decimal(digits)
    step = last_digit(value)
    negative = bool(g["open"] or g["minus"] or g["inner"]) or bool((g["closed"] or g["late"]) and "(" not in text)
    code = CURRENCIES.get((g["currency"] or g["after"] or "").lower(), "")
    mark = "percent" if "%" in text else _MARKS.get((g["mark"] or "").lower().rstrip("."), "")
    if mark == "cents" and abs(value) >= _PENCE:
        mark = ""  # a letter that refers to a note: "1,204p", preliminary
    power = _SCALES.get((g["scale"] or g["letter"] or "").lower(), 0)
    return Figure(-value if negative else value, step, mark, code, False, power)


def _nil(text: str) -> Figure | None:
    m = _NIL.fullmatch(text) if _DASHED.search(text) else None
    if m is None:
        return None
    code = CURRENCIES.get((m["currency"] or "").lower(), "")
    mark = "percent" if "%" in text else _MARKS.get((m["mark"] or "").lower(), "")
    return Figure(ZERO, Decimal(1), mark, code, True)


@lru_cache(maxsize=8192)
def is_absent(text: str) -> bool:
    """A printed sign that there is no figure: `N/M`, `NA`, `*`, `(a)/(b)`."""
    return len(text) < 16 and _ABSENT.fullmatch(text) is not None


@lru_cache(maxsize=8192)
def is_year(text: str) -> bool:
    return text[:2] in ("19", "20") and len(text) < 12 and _YEAR.fullmatch(text) is not None
