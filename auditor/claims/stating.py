"""What a number states: its interval, its kind, its direction, its role in the comparison."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import get_args

from auditor.claims.draft import Draft
from auditor.grammar.numbers import Number
from auditor.model.claim import ClaimKind, ClaimRole, Direction, Hedge
from auditor.model.fact import Measure
from auditor.model.quantity import WIDE, Quantity
from auditor.vocabulary import Vocabulary

_AS_BEFORE = re.compile(
    r"\b(?:compared\s+(?:with|to)|versus|against)\s+[\d.,]+\s*(?:basis\s+points|bps)\s(?:in|at|for|during)\s[^.;,]*\band\s+$",
    re.I,
)  # "was 49 basis points, compared with 51 basis points in the fourth quarter and 48 basis points a year ago"
_AMOUNTS_TO = re.compile(
    r"(?:\b(?:was|were|is|to|from|at|than|with|versus|averaged|reached)|\bvs\.)\s+(?:(?:about|approximately|nearly|over)\s+)?$",
    re.I,
)
_RANGE = re.compile(r"\d\s+to\s+$")  # "an improvement of 50 to 70 basis points"
_NEAR = 30  # characters before a number that say that something amounts to it
_THOUSAND = Decimal(1000)
_ABOUT = Decimal("0.55")  # of the last digit: "approximately" says little more than that the figure is rounded


def quantity_of(d: Draft, unit: str, to_the_unit: bool = False) -> Quantity:
    """The number as an interval: its rounding, wider to the side that a hedge leaves open. `to_the_unit`: the tables print
    amounts in full, beside which "$965,000" is rounded to thousands."""
    n = d.number
    value, half = n.value, n.step / 2
    if to_the_unit and n.kind == "money" and n.step == 1 and not n.scaled and not WIDE.remainder(n.value, _THOUSAND):
        half = _THOUSAND / 2
    low: Decimal | None = value - half
    high: Decimal | None = value + half
    if d.hedge in ("over", "at-least"):
        high = value + max(n.step * 10, abs(value))  # true of any greater figure, though not of ten times as much
    elif d.hedge in ("under", "at-most"):
        low = value - n.step * 10
    elif d.hedge == "nearly":
        low = value - min(n.step * 10, max(n.step * 2, abs(value) / 10))
    elif d.hedge == "about":
        step = _rounded_to(n) * _ABOUT
        low, high = value - step, value + step
    return Quantity(value, low, high, unit)


def _rounded_to(n: Number) -> Decimal:
    """What "approximately" rounds a number to that is printed in full: "approximately $61,000" to thousands. Two digits
    are meant at least."""
    if n.scaled or n.step != 1 or n.kind not in ("money", "count"):
        return n.step
    digits = str(int(abs(n.value)))
    zeros = len(digits) - len(digits.rstrip("0"))
    return Decimal(1).scaleb(max(0, min(zeros, len(digits) - 2)))


def kind_of(d: Draft, unit: str, measure: Measure | None, vocabulary: Vocabulary, text: str) -> ClaimKind:
    """Level, change, share or count, by its unit and its role in the sentence of a `text`."""
    kind = d.number.kind
    if kind == "points":
        return "level" if unit == "bps" and _stands(d, measure, vocabulary, text) else "change-points"
    if d.role == "change":
        return "change-percent" if kind == "percent" else "change"
    if kind == "percent":
        entry = vocabulary.entry(measure.key) if measure else None
        if (
            entry is not None
            and entry.ratio is not None
            and d.whole is not None
            and entry.ratio[1] == d.whole.measure.key
        ):
            return "level"  # "gross margin of 49% of revenue": the margin itself
        return "share-of" if d.role in ("share", "base") and d.whole is not None else "level"
    if unit.endswith("/share"):
        return "per-share"
    if kind == "count":
        return "count"
    return "ratio" if kind == "ratio" else "level"


def _stands(d: Draft, measure: Measure | None, vocabulary: Vocabulary, text: str) -> bool:
    """Whether basis points are what a rate amounts to, and not by how much it changed: "the spread was 285 basis points"."""
    entry = vocabulary.entry(measure.key) if measure is not None else None
    if d.role in ("change", "share") or entry is not None and entry.unit != "percent":
        return False
    if _RANGE.search(text, max(0, d.number.start - _NEAR), d.number.start):
        return False
    if _AS_BEFORE.search(text, 0, d.number.start):
        return True
    named = d.mention is not None and text[d.mention.end : d.number.start].strip() == "of"
    return named or _AMOUNTS_TO.search(text, max(0, d.number.start - _NEAR), d.number.start) is not None


def direction_of(d: Draft, nature: str, negative: bool) -> Direction | None:
    """Up or down; "better" and "worse" by the nature of the measure, for a lower cost is a better one."""
    plain: Direction | None = next((w for w in get_args(Direction) if w == d.direction), None)
    if plain is not None:
        return plain
    if d.direction in ("better", "worse") and nature not in ("other", "shares", "flow"):
        falls = nature in ("expense", "liability") or negative
        return "down" if (d.direction == "better") == falls else "up"
    return None


def hedge_of(d: Draft) -> Hedge | None:
    """The hedge before the number, where it is one that the model knows."""
    said = "under" if d.hedge == "nearly" else d.hedge
    return next((h for h in get_args(Hedge) if h == said), None)


def role_of(d: Draft) -> ClaimRole:
    """Whether it changes, is compared with, or is the figure that the sentence is about."""
    if d.role == "change":
        return "change"
    return "base" if d.role in ("base", "from") or d.head_role in ("base", "from") else "current"
