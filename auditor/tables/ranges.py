"""Ranges that cells print: the outlook of a table of guidance.

range  ::= figure separator figure | hedge figure | figure "±" figure
separator ::= "-" | "to" | "and"
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from auditor.tables.values import Figure, figure, is_year

_LONGEST = 60  # characters of a cell
_BETWEEN = re.compile(
    r"(?:between\s+|from\s+)?(?P<low>.*?[\d%)MKBmnx])\s*(?:-|–|—|−|\bto\b|\band\b)\s*(?P<high>[-–−]?[~($€£¥\d.].*)",
    re.I,
)
_AROUND = re.compile(r"(?P<middle>.*?)\s*(?:\+\s?/\s?[-–−]|±|\bplus or minus\b)\s*(?P<width>.*)", re.I)
_HEDGED = re.compile(
    r"(?:[~≈<>≤≥]|approx\.|approximately|about|around|roughly|circa|up to|at least|at most|in excess of|over|under"
    r"|above|below|(?:more|less|greater|fewer) than)\s*(?P<figure>.*?)"
    r"|(?P<more>.*?)\s*(?:\+|or\s+(?:more|less|higher|lower|better))",
    re.I,
)
_TIMES = ("days", "months", "years")  # of which a heading speaks: "30 - 59 days"
_DIGIT = re.compile(r"\d")


@lru_cache(maxsize=8192)
def range_in(text: str) -> tuple[Figure, Figure] | None:
    """The ends of the range that a cell prints, or None: `$1.05 - $1.10`, `5% to 7%`, `~ $520`. The end that is printed
    without currency, mark or scale takes those of the other; years side by side are none."""
    if len(text) > _LONGEST or not _DIGIT.search(text) or figure(text) is not None:
        return None
    text = " ".join(text.split())
    if (m := _BETWEEN.fullmatch(text)) and not is_year(m["low"]):
        low, high = figure(m["low"]), figure(m["high"])
        if low is None or high is None or high.mark in _TIMES:
            return None
        return _like(low, high), _like(high, low)
    if m := _AROUND.fullmatch(text):
        middle, width = figure(m["middle"]), figure(m["width"])
        return _around(middle, width) if middle is not None and width is not None else None
    if m := _HEDGED.fullmatch(text):
        one = figure(m["figure"] or m["more"] or "")
        return (one, one) if one is not None and not one.nil else None
    return None


def _like(one: Figure, other: Figure) -> Figure:
    return replace(
        one, mark=one.mark or other.mark, currency=one.currency or other.currency, power=one.power or other.power
    )


def _around(middle: Figure, width: Figure) -> tuple[Figure, Figure]:
    step = min(middle.step, width.step)
    apart = width.value / 100 if width.mark == "bps" and middle.mark == "percent" else width.value
    low, high = (replace(middle, value=middle.value + sign * apart, step=step) for sign in (-1, 1))
    return low, high
