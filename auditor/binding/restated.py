"""An amount, and the share of another one that restates it, where that other one is told or stands in the tables: "operating income
was $19.6 million, or 31.2% of segment revenues" behind "segment revenues of $63.0 million"."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.binding.operands import SIGNS, WHOLE, Found, combined, divided
from auditor.binding.said import OWN, in_sentence
from auditor.binding.search import Search
from auditor.binding.shares import restates
from auditor.binding.within import share_of
from auditor.model.binding import Candidate, Operand
from auditor.model.claim import Claim
from auditor.model.quantity import is_money

BEFORE = "the amount that is told before it"
_FAR = 2500  # characters before a share in which the amount that it is of is told last
_BEHIND = 40  # characters behind a share that say what it is of
_TELLING = 10  # units of its last digit that a share has which says something


def restated(claim: Claim, search: Search) -> tuple[Candidate, ...]:
    """What an amount and its share of another one give for each other."""
    if claim.role == "base" and not claim.outlook:
        pairs = _compared(claim, search)
    elif claim.role != "current" or claim.outlook:
        return ()
    elif claim.kind == "share-of":
        pairs = [(amount, claim) for amount in _amounts(claim, search)]
    elif claim.kind == "level" and is_money(claim.quantity.unit):
        pairs = [(claim, share) for share in _shares(claim, search)]
    else:
        return ()
    return tuple(c for amount, share in pairs for c in _given(claim, amount, share, search))


def _compared(claim: Claim, search: Search) -> list[tuple[Claim, Claim]]:
    """The amount and the share that another amount and its share are compared with: "$9 million compared to $8 million, or 31%
    of revenue compared to 29%"."""
    amounts = search.said.amounts_of(claim)
    shares = [c for c in search.said.claims_of(claim) if c.kind == "share-of"]
    if [c.role for c in amounts] != ["current", "base"] or [c.role for c in shares] != ["current", "base"]:
        return []
    return [(amounts[1], shares[1])] if restates(amounts[0], shares[0], search) else []


def _amounts(share: Claim, search: Search) -> Iterator[Claim]:
    return (c for c in search.said.amounts_of(share) if restates(c, share, search))


def _shares(amount: Claim, search: Search) -> Iterator[Claim]:
    told = search.said.claims_of(amount)
    return (c for c in told if c.kind == "share-of" and c.role == "current" and restates(amount, c, search))


def _given(claim: Claim, amount: Claim, share: Claim, search: Search) -> Iterator[Candidate]:
    if share.whole is None or abs(share.quantity.value) < _TELLING * share.quantity.step:
        return
    for whole, _ in _wholes(share, search):
        if whole.quantity.unit != amount.quantity.unit:
            continue
        note = OWN if whole.facts else BEFORE
        if claim is share:
            yield Candidate({"part": in_sentence(amount), "whole": whole}, "likely", note)
        elif (own := share_of(whole, in_sentence(share))) is not None:
            yield Candidate({"now": own}, "likely", note)


def _wholes(share: Claim, search: Search) -> Found:
    """The amount that a share is of, as it was told last, and as the tables give it."""
    told = _told_last(share, search) if share.role == "current" else _before_it(share, search)
    period = next(iter(search.periods.of(share)), None)
    found: Found = []
    if period is not None and share.whole is not None:
        plain = (
            share.measure is None
        )  # of all of it, whatever the amount is of: "expenses were $7.3 million, or 9.9% of revenues"
        found = (
            search.index.figures(share.whole, frozenset(), "money", period)
            if plain
            else search.values.wholes(share, period)
        )
    return [(o, "likely") for o in (told, *(o for o, _ in found)) if o is not None]


def _before_it(share: Claim, search: Search) -> Operand | None:
    """What the amount that was told last was before the change told beside it: "net sales declined 4.8% to $122.4 million"."""
    last = _last(share, search)
    if last is None:
        return None
    rates = [c for c in search.said.claims_of(last) if c.kind == "change-percent" and c.measure == last.measure]
    if len(rates) != 1 or rates[0].direction not in SIGNS or not _of_the_year_before(last, rates[0]):
        return None
    return divided(
        _told(last), combined((WHOLE, in_sentence(rates[0])), (1, SIGNS[rates[0].direction])), 100, last.quantity.unit
    )


def _of_the_year_before(level: Claim, rate: Claim) -> bool:
    """Whether a change is one from the year before, so far as its sentence says."""
    if rate.base is None or level.period is None:
        return True
    return rate.base.same(level.period.years_before())


def _told_last(share: Claim, search: Search) -> Operand | None:
    """The last amount before a share that the prose tells of what it is a share of, where it is of the same time."""
    last = _last(share, search)
    if last is None or last.period is None or share.period is None or not last.period.same(share.period):
        return None
    return _told(last)


def _told(level: Claim) -> Operand:
    quote = " ".join(level.quote.split())
    return Operand(level.quantity, (), f"{quote} told before", quote)


def _last(share: Claim, search: Search) -> Claim | None:
    """The last amount before a share that the prose tells of what it is a share of; of several by that very name: "revenues" and
    not the "sales" of a few shops, where it is a share of "segment revenues"."""
    assert share.whole is not None
    last: Claim | None = None
    behind = search.text[share.span.end : share.span.end + _BEHIND].lower()
    for c in search.said.claims_back(share):
        if share.span.start - c.span.start > _FAR:
            break
        current = c.kind == "level" and c.role == "current" and not c.outlook
        if not current or c.measure is None or c.measure.key != share.whole.key:
            continue
        last = last or c
        if c.subject and c.subject.lower().split()[-1] in behind:
            return c
    return last
