"""What the prose of earlier documents offers for a claim: the same fact, stated before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from auditor.binding.elsewhere import Elsewhere, says_little, telling
from auditor.model.binding import Candidate, Operand
from auditor.model.claim import Claim
from auditor.model.fact import ColumnKind, Fact
from auditor.model.period import Period

_SHARED = 3  # words that two statements of one fact share at least
_MOST = 40  # statements of one number that are looked at
_CHANGES = {"change": "change", "change-percent": "percent-change", "change-points": "points-change"}


class Earlier:
    """The numbers of the prose of other documents by their value. That a number was stated before supports it; that
    another was stated says nothing, for the words of two documents may speak of two things."""

    def __init__(self, published: Iterable[Fact], elsewhere: Elsewhere, reported: Period) -> None:
        self._elsewhere, self._reported = elsewhere, reported
        self._stated: dict[tuple[Decimal, str, str], list[Fact]] = defaultdict(list)
        for fact in published:
            if fact.origin == "prose":
                self._stated[fact.quantity.value, fact.quantity.unit, _kind(fact.kind)].append(fact)

    def of(self, claim: Claim) -> tuple[Candidate, ...]:
        kind = _kind(_CHANGES.get(claim.kind, "amount"))
        stated = self._stated.get((claim.quantity.value, claim.quantity.unit, kind), ())
        same = [fact for fact in stated[-_MOST:] if self._same(claim, fact)]
        if not same:
            return ()
        last = same[-1]
        said = Operand(last.quantity, (last,), f"{last.text}, stated in line {last.line} of {last.document}")
        return (Candidate({"stated" if claim.kind in _CHANGES else "now": said}, "likely", "stated before"),)

    def _same(self, claim: Claim, fact: Fact) -> bool:
        """Whether both speak of one time, and in the same words."""
        dated = claim.dated and claim.period is not None and fact.period is not None
        if dated and not _one_time(claim.period, fact.period):
            return False
        past = claim.role == "base" or (claim.dated and claim.period is not None and self._is_past(claim.period))
        if not past or (says_little(claim) and not dated):
            return False
        mine, theirs = self._elsewhere.words(claim), telling(fact.label)
        shared = len(mine & theirs)
        return shared >= _SHARED and shared * 2 >= min(len(mine), len(theirs))

    def _is_past(self, period: Period) -> bool:
        return period.end < self._reported.end


def _kind(kind: ColumnKind | str) -> str:
    """Percentages are compared whatever they are of: the words around tell."""
    return "percent" if kind in ("percent-change", "percent-of") else kind


def _one_time(a: Period | None, b: Period | None) -> bool:
    """The same period, or a date and a period that ends on it."""
    return a is not None and b is not None and (a.same(b) or a.ends_with(b) or b.ends_with(a))
