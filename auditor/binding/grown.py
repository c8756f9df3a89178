"""Growth told behind an amount and the amount by the share: "net income was $54 million, or $1.33 a share, down 24%"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from auditor.binding.changes import changes
from auditor.binding.said import moved_so, spoken_key
from auditor.binding.search import Search
from auditor.model.binding import Candidate
from auditor.model.claim import Claim


def grown_by_the_share(claim: Claim, found: Sequence[Candidate], search: Search) -> list[Candidate]:
    """The change of the result by the share, where that is the figure which a percentage stands behind, and where it grew so
    while none of the amounts `found` did: either may be meant."""
    before = [c for c in search.said.claims_of(claim) if c.span.end <= claim.span.start and c.role != "change"]
    beside = before[-1] if before else None
    if beside is None or beside.kind != "per-share" or spoken_key(beside) != spoken_key(claim):
        return []
    if any(moved_so(claim, c.operands) for c in found):
        return []
    return [
        replace(c, strength="sure")
        for c in changes(replace(claim, measure=beside.measure), search)
        if moved_so(claim, c.operands)
    ]
