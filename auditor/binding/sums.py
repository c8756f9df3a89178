"""What measures that are named together add up to, and the change of that."""

from __future__ import annotations

from itertools import product

from auditor.binding.index import unit_class
from auditor.binding.operands import combined
from auditor.binding.search import Search
from auditor.model.binding import Candidate, Operand
from auditor.model.claim import Claim
from auditor.model.period import Period

_MOST_SUMMED = 5  # measures named together


def of_several(claim: Claim) -> bool:
    """Whether a claim names several measures together, so that it is hardly of one of them alone."""
    return any(claim.measure is None or m.key != claim.measure.key for m in claim.also)


def sums(claim: Claim, search: Search) -> list[Operand]:
    """One number for several measures named together."""
    unit = unit_class(claim.quantity.unit)
    return [o for period in search.periods.of(claim) for o in summed(claim, unit, period, search)]


def changes_of_sum(claim: Claim, search: Search) -> list[Candidate]:
    """A change of several measures named together: "direct premiums and escrow fees of $853 million, up 11%"."""
    return [
        Candidate({"now": a, "before": b}, "likely", "the sum of the measures named")
        for now in search.periods.of(claim)
        for base in search.periods.bases(claim, now)
        for a, b in product(summed(claim, "money", now, search)[:3], summed(claim, "money", base, search)[:3])
    ]


def summed(claim: Claim, unit: str, period: Period, search: Search) -> list[Operand]:
    """What the measures that a claim names together add up to in a period."""
    columns = [
        [o for o, s in search.index.figures(m, claim.foreign, unit, period) if s == "sure"]
        for m in (*claim.also, claim.measure)
        if m is not None
    ]
    if not all(columns) or len(columns) > _MOST_SUMMED:
        return []
    return [combined(group, (1,) * len(group)) for group in product(*(c[:3] for c in columns))]
