"""An amount, and the share of another one that restates it, where that other one is told or stands in the tables: "operating income
was $19.6 million, or 31.2% of segment revenues" behind "segment revenues of $63.0 million"."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.binding.operands import Found
from auditor.binding.said import OWN, in_sentence
from auditor.binding.search import Search
from auditor.binding.shares import restates
from auditor.binding.within import share_of
from auditor.model.binding import Candidate, Operand
from auditor.model.claim import Claim
from auditor.model.quantity import is_money

_FAR = 2500  # characters before a share in which the amount that it is of is told last
_TELLING = 10  # units of its last digit that a share has which says something


def restated(claim: Claim, search: Search) -> tuple[Candidate, ...]:
    """What an amount and its share of another one give for each other."""
    if claim.role != "current" or claim.outlook:
        return ()
    if claim.kind == "share-of":
        pairs = [(amount, claim) for amount in _amounts(claim, search)]
    elif claim.kind == "level" and is_money(claim.quantity.unit):
        pairs = [(claim, share) for share in _shares(claim, search)]
    else:
        return ()
    return tuple(c for amount, share in pairs for c in _given(claim, amount, share, search))


def _amounts(share: Claim, search: Search) -> Iterator[Claim]:
    told = search.said.claims_of(share)
    return (c for c in told if c.kind == "level" and is_money(c.quantity.unit) and restates(c, share, search))


def _shares(amount: Claim, search: Search) -> Iterator[Claim]:
    told = search.said.claims_of(amount)
    return (c for c in told if c.kind == "share-of" and c.role == "current" and restates(amount, c, search))


def _given(claim: Claim, amount: Claim, share: Claim, search: Search) -> Iterator[Candidate]:
    if share.whole is None or abs(share.quantity.value) < _TELLING * share.quantity.step:
        return
    for whole, _ in _wholes(share, search):
        if whole.quantity.unit != amount.quantity.unit:
            continue
        if claim is share:
            yield Candidate({"part": in_sentence(amount), "whole": whole}, "likely", OWN)
        elif (own := share_of(whole, in_sentence(share))) is not None:
            yield Candidate({"now": own}, "likely", OWN)


def _wholes(share: Claim, search: Search) -> Found:
    """The amount that a share is of, as it was told last, and as the tables give it."""
    told = _told_last(share, search)
    period = next(iter(search.periods.of(share)), None)
    found = search.values.wholes(share, period) if period is not None and share.measure is not None else []
    return [(o, "likely") for o in (told, *(o for o, _ in found)) if o is not None]


def _told_last(share: Claim, search: Search) -> Operand | None:
    """The last amount before a share that the prose tells of what it is a share of."""
    assert share.whole is not None
    for c in search.said.claims_back(share):
        if share.span.start - c.span.start > _FAR:
            return None
        current = c.kind == "level" and c.role == "current" and not c.outlook
        if current and c.measure is not None and c.measure.key == share.whole.key:
            alike = c.period is not None and share.period is not None and c.period.same(share.period)
            quote = " ".join(c.quote.split())
            return Operand(c.quantity, (), f"{quote} told before", quote) if alike else None
    return None
