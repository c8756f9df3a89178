"""Contradictions that speak against each other: a figure of the tables that the prose contradicts with several others.

A release that states a wrong figure states one. Where sentences hold two different numbers against the same figure,
they speak of something else: of one segment after another, under headings that were not understood.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from auditor.model.claim import Claim
from auditor.model.finding import Judgement
from auditor.rulebook.judging import Weighed

AT_ODDS = "other numbers of the text contradict the same figure differently, so that none of them surely means it"


def outvoted(claims: Iterable[Claim], weighed: Mapping[str, Weighed]) -> frozenset[str]:
    """The claims whose contradiction is not believed, by id."""
    against: dict[tuple[str, frozenset[str]], list[Claim]] = defaultdict(list)
    for claim in claims:
        found = weighed.get(claim.id)
        if found is not None and found.candidate is not None and found.judgement.verdict == "disagrees":
            facts = frozenset(f.id for f in found.candidate.facts)
            against[claim.kind, facts].append(claim)
    return frozenset(c.id for group in against.values() if _differ(group) for c in group)


def _differ(group: list[Claim]) -> bool:
    first = group[0].quantity.magnitude()
    return any(not first.meets(c.quantity.magnitude()) for c in group[1:])


def unsure(claim: str) -> Weighed:
    return Weighed(Judgement(claim, "unsupported", None, AT_ODDS))
