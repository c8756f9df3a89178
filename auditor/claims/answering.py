"""Numbers that *respectively* shares out among the periods of the sentence before: "…, compared with $37 million in the
linked quarter and $36 million a year ago. The margin was 57%, compared with 56% and 53%, respectively"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from auditor.claims.tokens import Tagged
from auditor.model.claim import Claim
from auditor.model.period import Period

_SEVERAL = 2


def periods_told(claims: Iterable[Claim]) -> tuple[Period, ...]:
    """The periods of claims, each once, in the order in which they are named."""
    out: list[Period] = []
    for claim in claims:
        if claim.period is not None and not any(claim.period.same(p) for p in out):
            out.append(claim.period)
    return tuple(out)


def as_before(found: Sequence[Claim], tagged: Tagged, before: Sequence[Claim]) -> list[Claim]:
    """The claims of a sentence that names no period, those of its list with the periods of the sentence `before`: what is
    compared with has those of what was compared with there, a list without a comparison those of all."""
    if "R" not in tagged.tags or "T" in tagged.tags or not before:
        return list(found)
    listed = [c for c in found if c.role == "base"]
    told = periods_told(c for c in before if c.role == "base")
    if not listed:
        listed, told = [c for c in found if c.role == "current" and c.kind != "change"], periods_told(before)
    if not _SEVERAL <= len(listed) == len(told) or len({c.measure for c in listed}) > 1:
        return list(found)
    of = {c.id: period for c, period in zip(listed, told, strict=True)}
    return [replace(c, period=_like(of[c.id], c.period), dated=True) if c.id in of else c for c in found]


def _like(period: Period, own: Period | None) -> Period:
    """A period, or its end where a claim is about an instant."""
    return period.at_end() if own is not None and own.instant else period
