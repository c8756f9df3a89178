"""Numbers taken from the column of another length of time, which the numbers beside them tell.

Of "for the nine months, net income was $6.2 million, or $0.66 per share" the first is that of the quarter where the
second is that of the nine months: a figure of another column of its own row alone would make it agree.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from auditor.binding.said import moved_so
from auditor.model.binding import Candidate
from auditor.model.claim import Claim
from auditor.model.fact import Fact
from auditor.model.period import Period
from auditor.rulebook.context import Context
from auditor.rulebook.judging import Weighed

_KINDS = ("level", "per-share", "count")
_TELLING = 500  # units of the last digit of one number times those of the other, so that both hardly agree by chance


def of_another_length(context: Context, weighed: Mapping[str, Weighed]) -> Iterator[tuple[Claim, Candidate]]:
    """The claims that agree only with the column of another length than the numbers beside them, each with the reading
    that it contradicts."""
    for claim in context.claims:
        found = weighed.get(claim.id)
        if found is None or found.agreed is None or found.agreed.strength == "sure" or claim.kind not in _KINDS:
            continue
        meant = _of_own_length(claim, found, context)
        if meant is not None and _told_beside(claim, meant, found.agreed, weighed, context):
            yield claim, meant


def _of_own_length(claim: Claim, found: Weighed, context: Context) -> Candidate | None:
    """The sure reading of the very row that a claim agrees with, in the column of its own period."""
    agreed = _fact(found.agreed)
    if agreed is None or agreed.period is None or claim.doubt:
        return None
    for candidate in context.bindings[claim.id].candidates:
        fact = _fact(candidate)
        if candidate.strength != "sure" or fact is None or fact.period is None:
            continue
        of_row = (fact.table, fact.row, fact.qualifiers) == (agreed.table, agreed.row, agreed.qualifiers)
        if of_row and _other_length(fact.period, agreed.period):
            return candidate
    return None


def _fact(candidate: Candidate | None) -> Fact | None:
    """The one cell that a reading rests on."""
    facts: Sequence[Fact] = candidate.facts if candidate is not None else ()
    return facts[0] if len(facts) == 1 and facts[0].origin == "cell" else None


def _other_length(one: Period, other: Period) -> bool:
    return not (one.instant or other.instant) and one.months != other.months


def _told_beside(
    claim: Claim, meant: Candidate, agreed: Candidate, weighed: Mapping[str, Weighed], context: Context
) -> bool:
    """Whether a number that restates this one, or that it is compared with, surely agrees with a figure of the length
    that the sentence speaks of, and none of them speaks for the other length."""
    own, other = _fact(meant), _fact(agreed)
    if own is None or other is None or own.period is None or other.period is None:
        return False
    told = []
    for beside in context.by_sentence[claim.sentence.start]:
        reading = weighed[beside.id].agreed if beside.id in weighed else None
        if beside.id == claim.id or reading is None or not _one_statement(claim, beside):
            continue
        periods = [f.period for f in reading.facts if f.period is not None and not f.period.instant]
        if any(p.months == other.period.months for p in periods) or _grew_so_too(beside, other.period, context):
            return False
        telling = reading.strength == "sure" and claim.quantity.units * beside.quantity.units >= _TELLING
        told += [telling and p.months == own.period.months for p in periods]
    return any(told)


def _grew_so_too(change: Claim, other: Period, context: Context) -> bool:
    """Whether a growth is that of the other length as well, and so tells nothing: sales that rose 13% in both."""
    if change.kind != "change-percent":
        return False
    found = (c for c in context.bindings[change.id].candidates if any(_months(f) == other.months for f in c.facts))
    return any(moved_so(change, candidate.operands) for candidate in found)


def _months(fact: Fact) -> int | None:
    return None if fact.period is None or fact.period.instant else fact.period.months


def _one_statement(claim: Claim, other: Claim) -> bool:
    """Whether two numbers of a sentence are of one statement: one restates the other, or is its base or change."""
    if claim.group == other.group:
        return True
    beside = "current" in (claim.role, other.role) and claim.role != other.role
    return beside and abs(claim.group - other.group) == 1 and claim.measure == other.measure
