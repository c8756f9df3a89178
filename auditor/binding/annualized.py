"""Growth that is told as the rate of a year: "loans rose 6.1% annualized from June 30"."""

from __future__ import annotations

import re
from decimal import Decimal

from auditor.binding.operands import combined, divided
from auditor.binding.search import Search
from auditor.model.binding import Candidate, Operand
from auditor.model.claim import Claim
from auditor.model.period import Period
from auditor.model.quantity import Quantity

_SAID = re.compile(r"\bannuali[sz]ed\b", re.I)
_MARK = re.compile(r"[,;:.()]\s|\d")
_NEAR = 80  # characters
_YEAR, _DAYS = 12, 365
_PARTS_OF_YEAR = (3, 6, 9)  # months


def _clause(claim: Claim, text: str) -> str:
    """The words around a number up to the next mark or number."""
    before = _MARK.split(text[max(claim.sentence.start, claim.span.start - _NEAR) : claim.span.start])[-1]
    return before + " " + _MARK.split(text[claim.span.end : min(claim.sentence.end, claim.span.end + _NEAR)])[0]


def yearly(claim: Claim, search: Search) -> bool:
    """Whether a number is the rate that an amount or a change would have if its period went on for a year."""
    return _SAID.search(_clause(claim, search.text)) is not None


def parts_of_year(months: int, days: int) -> tuple[Decimal, ...]:
    """How many times a period goes into a year: by the quarters, as some take it, or by the days. Which is meant is not said."""
    if days <= 0 or months not in _PARTS_OF_YEAR:
        return ()
    return Decimal(_YEAR) / months, Decimal(_DAYS) / days, Decimal(_DAYS + 1) / days


def at_that_rate(found: Candidate) -> list[Candidate]:
    """The growth between two figures as the rate of a year. None contradicts the number: by the quarters or by the days, either
    may be meant."""
    now, before = found.operands.get("now"), found.operands.get("before")
    if now is None or before is None or not now.facts or not before.facts or not before.quantity.value:
        return []
    grown = combined((now, before), (1, -1))
    return [
        Candidate({"stated": rate}, "likely", "annualized")
        for factor in _factors(now.facts[0].period, before.facts[0].period)
        if (rate := _at(grown, before, factor)) is not None
    ]


def _factors(period: Period | None, base: Period | None) -> tuple[Decimal, ...]:
    if period is None or base is None:
        return ()
    months = (period.end.year - base.end.year) * _YEAR + period.end.month - base.end.month
    return parts_of_year(months, (period.end - base.end).days)


def _at(grown: Operand, before: Operand, factor: Decimal) -> Operand | None:
    rate = divided(grown, before, 100, "percent")
    return times(rate, factor) if rate is not None else None


def times(part: Operand, factor: Decimal) -> Operand:
    """A figure of a part of a year as it would be for the whole."""
    q, text = part.quantity, part.derivation or part.facts[0].text
    low, high = (None if b is None else b * factor for b in (q.low, q.high))
    return Operand(Quantity(q.value * factor, low, high, q.unit), part.facts, f"{text} × {factor:.2f}")
