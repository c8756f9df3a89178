"""Contradictions that speak against each other: a figure of the tables that the prose contradicts with several others.

A release that states a wrong figure states one. Where sentences hold two different numbers against the same figure,
they speak of something else: of one segment after another, under headings that were not understood. One beside which
its sentence states the very figure means it all the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from auditor.model.binding import Candidate
from auditor.model.claim import CHANGES, Claim
from auditor.model.finding import Judgement
from auditor.rulebook.context import Context
from auditor.rulebook.judging import Weighed, agreed_beside
from auditor.rulebook.slips import slipped

AT_ODDS = "other numbers of the text contradict the same figure differently, so that none of them surely means it"


def outvoted(context: Context, weighed: Mapping[str, Weighed]) -> frozenset[str]:
    """The claims whose contradiction is not believed, by id."""
    against: dict[tuple[str, frozenset[str]], list[Claim]] = defaultdict(list)
    for claim in context.claims:
        for candidate in _set_against(weighed.get(claim.id)):
            against[claim.kind, frozenset(f.id for f in candidate.facts)].append(claim)
    out: set[str] = set()
    for group in filter(_differ, against.values()):
        often = Counter(c.sentence.start for c in group)
        held = (c for c in group if weighed[c.id].judgement.verdict == "disagrees")
        out.update(c.id for c in held if not _meant(c, often[c.sentence.start] == 1, weighed, context))
    return frozenset(out)


def _set_against(found: Weighed | None) -> Iterator[Candidate]:
    """The reading that a claim contradicts, and those that it surely would if they were not too far off."""
    if found is None:
        return
    if found.judgement.verdict == "disagrees" and found.candidate is not None:
        yield found.candidate
    elif found.judgement.verdict == "unsupported":
        yield from (c for c, _ in found.failed if c.strength == "sure" and c.facts)


def _meant(claim: Claim, alone: bool, weighed: Mapping[str, Weighed], context: Context) -> bool:
    """Whether something shows that a claim means the figure that it contradicts, whatever others mean. `alone`: no
    other number of its sentence contradicts the same figure, as the ends of "$118 million to $123 million" do."""
    if _stated_beside(claim, weighed, context):
        return True
    evaluation = weighed[claim.id].evaluation
    return alone and evaluation is not None and slipped(claim, evaluation.expected, context)


def _stated_beside(claim: Claim, weighed: Mapping[str, Weighed], context: Context) -> bool:
    """Whether its sentence states one of the very figures that a claim contradicts; a percentage may meet them by
    chance."""
    mine = weighed[claim.id].candidate
    facts = {f.id for f in mine.facts} if mine else set()
    return any(
        other.measure == claim.measure
        and other.kind not in CHANGES
        and not facts.isdisjoint(f.id for f in reading.facts)
        for other, reading in agreed_beside(claim, weighed, context)
    )


def _differ(group: list[Claim]) -> bool:
    first = group[0].quantity.magnitude()
    return any(not first.meets(c.quantity.magnitude()) for c in group[1:])


def unsure(claim: str) -> Weighed:
    return Weighed(Judgement(claim, "unsupported", None, AT_ODDS))
