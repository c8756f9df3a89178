"""An effect that a sentence tells in money and in per cent of what it is on: "the acquisition increased sales by $37.6 million, or
5.3%". The percentage is of the figure of the year before, or of the period itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.binding.operands import Found, divided
from auditor.binding.said import in_sentence
from auditor.binding.search import Search
from auditor.binding.within import share_of
from auditor.claims.place import EFFECT
from auditor.model.binding import Candidate
from auditor.model.claim import CHANGES, Claim
from auditor.model.fact import Measure
from auditor.model.period import Period
from auditor.model.quantity import is_money

_OR = re.compile(r",?\s*(?:or|\()\s*(?:(?:approximately|about|nearly)\s+)?", re.I)
_NOTE = "an effect in money and in per cent"
_MOST = 3


def effects(claim: Claim, search: Search) -> tuple[Candidate, ...]:
    """The percentage as the amount beside it makes it of a figure of the tables, or the amount as the percentage does."""
    told = search.said.claims_of(claim)
    at = next(k for k, c in enumerate(told) if c.id == claim.id)
    first = at - 1 if claim.quantity.unit == "percent" else at
    if first < 0 or first + 1 == len(told):
        return ()
    amount, rate = told[first], told[first + 1]
    if not is_money(amount.quantity.unit) or rate.quantity.unit != "percent":
        return ()
    if EFFECT not in (amount.doubt, rate.doubt) or not _OR.fullmatch(search.text, amount.span.end, rate.span.start):
        return ()
    return tuple(_readings(claim, amount, rate, search))


def _readings(claim: Claim, amount: Claim, rate: Claim, search: Search) -> Iterator[Candidate]:
    name = "stated" if claim.kind in CHANGES or claim.kind == "share-of" else "now"
    for whole, _ in _wholes(amount, rate, search):
        if whole.quantity.unit != amount.quantity.unit:
            continue
        stated = in_sentence(amount)
        found = divided(stated, whole, 100, "percent") if claim.id == rate.id else share_of(whole, in_sentence(rate))
        if found is not None:
            yield Candidate({name: found}, "likely", _NOTE)


def _wholes(amount: Claim, rate: Claim, search: Search) -> Found:
    """What the effect may be in per cent of: the figures of the measure that the sentence names, of the year before and now."""
    measure, period = rate.measure or amount.measure, amount.period or rate.period
    if measure is None or period is None or period.instant:
        return []
    plain = Measure(measure.key, frozenset(), True)
    return [w for when in (period.years_before(), period) for w in _of_period(plain, when, search)[:_MOST]]


def _of_period(measure: Measure, period: Period, search: Search) -> Found:
    """The figures that the tables print, else the amounts that the prose states."""
    printed = search.index.figures(measure, frozenset(), "money", period)
    return printed or [(search.elsewhere.stated(c), "likely") for c in search.said.levels_of(measure, period)]
