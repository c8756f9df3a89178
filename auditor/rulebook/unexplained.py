"""Contradictions that nothing explains, of a figure that the prose states rightly elsewhere.

People mistype a number, miscalculate it a little, or take it from another column. A number that is another one
altogether is rather of something else: of the segment of a heading, of a part that was spoken of before. Where the
prose tells the figure rightly in another place, or several numbers of the sentence are at odds with the tables, that is
taken for granted, and the difference is only noted.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from auditor.model.claim import Claim
from auditor.model.fact import SIDES
from auditor.model.finding import Judgement
from auditor.rulebook.causes import slip_of_claim
from auditor.rulebook.context import Context
from auditor.rulebook.judging import Weighed
from auditor.rulebook.language.figures import figure
from auditor.rulebook.misread import of_another_column

UNEXPLAINED = "no slip of the hand explains the difference, and the sentence may mean another figure"
_MISCALCULATED = Decimal("0.01")  # of a rate
_SEVERAL = 2
_SIDES = SIDES | {"adjusted"}


def unexplained(context: Context, weighed: Mapping[str, Weighed]) -> Iterator[tuple[str, Weighed]]:
    """The claims whose contradiction is only worth a note, by id, with what takes its place."""
    odd = [c for c in context.claims if _at_odds(c, weighed, context)]
    often = Counter(c.sentence.start for c in odd)
    told: dict[object, list[Claim]] = defaultdict(list)
    for claim in context.claims:
        if claim.id in weighed and weighed[claim.id].agreed is not None:
            told[claim.kind, claim.measure].append(claim)
    for claim in odd:
        if often[claim.sentence.start] >= _SEVERAL or _told_rightly(claim, told[claim.kind, claim.measure]):
            yield claim.id, _noted(claim, weighed[claim.id])
    for claim in context.claims:
        if _contradicted(claim, weighed) and claim not in odd and _both_sides(claim, weighed, context):
            yield claim.id, _noted(claim, weighed[claim.id])


def _at_odds(claim: Claim, weighed: Mapping[str, Weighed], context: Context) -> bool:
    """Whether a claim contradicts figures of the tables, and no slip of the hand, no rounded figures, and no other
    column of their rows explain its number."""
    found = weighed[claim.id] if _contradicted(claim, weighed) else None
    if found is None or found.candidate is None or found.evaluation is None:
        return False
    expected, candidate = found.evaluation.expected, found.candidate
    if expected is None or slip_of_claim(claim, expected) is not None:
        return False
    wanted, stated = abs(expected.value), abs(figure(claim.quantity).value)
    miscalculated = claim.kind == "change-percent" and abs(wanted - stated) <= _MISCALCULATED * wanted
    return not miscalculated and not of_another_column(claim, candidate, context)


def _contradicted(claim: Claim, weighed: Mapping[str, Weighed]) -> bool:
    """Whether figures of the tables contradict a claim; what a sentence itself states is of what it speaks of."""
    found = weighed.get(claim.id)
    return (
        found is not None
        and found.judgement.verdict == "disagrees"
        and found.candidate is not None
        and bool(found.candidate.facts)
    )


def _both_sides(claim: Claim, weighed: Mapping[str, Weighed], context: Context) -> bool:
    """Whether the other side of a measure, told beside it, is at odds with the tables as well: "GAAP and adjusted
    margin were 6.4% and 6.5%, respectively" is of a segment where neither is the company's."""
    return any(
        claim.measure is not None
        and other.measure is not None
        and (other.measure.key, other.kind, other.role) == (claim.measure.key, claim.kind, claim.role)
        and claim.measure.qualifiers ^ other.measure.qualifiers
        and _SIDES.issuperset(claim.measure.qualifiers ^ other.measure.qualifiers)
        and abs(claim.group - other.group) <= 1
        and other.id in weighed
        and weighed[other.id].agreed is None
        and (_contradicted(other, weighed) or any(c.strength == "sure" for c, _ in weighed[other.id].failed))
        for other in context.by_sentence[claim.sentence.start]
        if other.id != claim.id
    )


def _told_rightly(claim: Claim, told: list[Claim]) -> bool:
    """Whether another sentence tells the same of the same period, and agrees with the tables."""
    period = claim.period
    return any(
        other.sentence != claim.sentence
        and period is not None
        and other.period is not None
        and other.period.same(period)
        for other in told
    )


def _noted(claim: Claim, found: Weighed) -> Weighed:
    assert found.candidate is not None and found.evaluation is not None
    return replace(
        found,
        judgement=Judgement(claim.id, "unsupported", None, UNEXPLAINED),
        candidate=None,
        suspect=(found.candidate, found.evaluation),
    )
