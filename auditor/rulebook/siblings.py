"""What the other numbers of a sentence confirm.

Of "costs were $4.1 million, compared with $3.8 million a year ago" the first may agree with a row that the words alone
do not surely name. The row is then the one that the sentence speaks of, and the second number can be held against it.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from auditor.binding.rows import another_subject
from auditor.claims.place import SECTION, UNDER_HEADING
from auditor.model.binding import Candidate
from auditor.model.claim import Claim
from auditor.model.fact import SIDES, Fact, Measure
from auditor.rulebook.context import Context

_COARSE = Decimal("0.1")  # of its value that a number's last digit may be worth, for it to confirm anything
_WHOSE = ("", SECTION, UNDER_HEADING)  # doubts of which part a figure is of, which a row that is known answers
_MOST_FIGURES = 2  # what is computed from more of them may be computed otherwise than the company does
Agreed = Sequence[tuple[Claim, Candidate]]
"""Numbers that agree, each with its reading."""


def confirms(claim: Claim, candidate: Candidate, agreed: Agreed, context: Context) -> bool:
    """Whether the numbers of its sentence that agree make a reading of a claim a sure one."""
    if claim.doubt not in _WHOSE or not _of_its_period(claim, candidate):
        return False
    telling = [(other, chosen) for other, chosen in agreed if _tells(other)]
    if claim.doubt or not _of_its_measure(claim, candidate):  # a percentage meets a row of any part by chance
        telling = [(other, chosen) for other, chosen in telling if other.quantity.unit != "percent"]
    if claim.foreign and candidate.strength != "sure":
        return False  # of something that no table names: that others of its numbers meet a row is chance
    if candidate.strength == "sure":
        return not claim.doubt and any(_beside(claim, candidate, other, chosen) for other, chosen in telling)
    rows = candidate.rows
    telling = [(other, chosen) for other, chosen in telling if _of_rows_alone(chosen)]
    same = any(_same_measure(claim, other, context) and chosen.rows == rows for other, chosen in telling)
    simple = all(len(o.facts) <= _MOST_FIGURES for o in candidate.operands.values())
    return (
        bool(rows)
        and simple
        and same
        and not (_taken(claim, candidate, agreed, context) or _stands_in(claim, rows, context))
    )


def _of_rows_alone(candidate: Candidate) -> bool:
    """Whether no figure of a reading is a row's less an amount of the sentence: "excluding X of $4, sales were $9"."""
    return all(
        len(o.facts) != 1 or o.quantity.magnitude().meets(o.facts[0].quantity.magnitude())
        for o in candidate.operands.values()
    )


def _taken(claim: Claim, candidate: Candidate, agreed: Agreed, context: Context) -> bool:
    """Whether another number of the sentence states the very figures, or surely means them: they are then not what this
    one should be."""
    own = {f.id for f in candidate.facts}
    beside = context.by_sentence[claim.sentence.start]
    for other in (c for c in beside if c.kind == claim.kind and c.id != claim.id):
        meant = (c for c in context.bindings[other.id].candidates if c.strength == "sure")
        if any({f.id for f in c.facts} == own for c in meant):
            return True
    any_kind = "stated" in candidate.operands  # a rate that is told as the level that it is is no change
    same = (o for o in agreed if any_kind or o[0].kind == claim.kind)
    alike = (chosen for other, chosen in same if other.sentence == claim.sentence)
    return any({f.id for f in chosen.facts} == own for chosen in alike)


def _of_its_measure(claim: Claim, candidate: Candidate) -> bool:
    """Whether the figures are of the measure that the words name, and not of a row that some of the words name."""
    key = claim.measure.key if claim.measure else ""
    return all(fact.measure is not None and fact.measure.key == key for fact in candidate.facts)


def _tells(claim: Claim) -> bool:
    """Whether a number is printed with so many digits that it hardly agrees by chance."""
    q = claim.quantity
    return q.value != 0 and q.step <= abs(q.value) * _COARSE


def _beside(claim: Claim, candidate: Candidate, other: Claim, chosen: Candidate) -> bool:
    """Of two numbers that restate each other, the figures of one column or one period of a statement."""
    if other.group != claim.group or other.sentence != claim.sentence or chosen.strength != "sure":
        return False
    mine, theirs = candidate.facts, chosen.facts
    return any(
        a.table == b.table and (a.column == b.column or a.row == b.row) or a.period == b.period
        for a in mine
        for b in theirs
    )


def _same_measure(a: Claim, b: Claim, context: Context) -> bool:
    """Whether two numbers of a sentence are of one measure; where none is named, with no other subject between."""
    if _plain(a.measure) != _plain(b.measure) or a.sentence != b.sentence:
        return False
    return a.measure is not None or not another_subject(context.document.text, a, b)


def _plain(measure: Measure | None) -> tuple[str, frozenset[str]]:
    return (measure.key, measure.qualifiers - SIDES) if measure else ("", frozenset())


def _of_its_period(claim: Claim, candidate: Candidate) -> bool:
    """Whether the figures for the claim's own period are those that it names."""
    if claim.period is None:
        return False
    operand = candidate.operands.get("now") or candidate.operands.get("part") or candidate.operands.get("stated")
    facts = operand.facts if operand is not None else ()
    return bool(facts) and all(_ends_with(f, claim) for f in facts)


def _ends_with(fact: Fact, claim: Claim) -> bool:
    period = claim.period
    if fact.period is None or period is None:
        return False
    if fact.period.instant == period.instant and not fact.period.same(period):
        return False
    return fact.period.ends_with(period)


def _stands_in(claim: Claim, rows: frozenset[tuple[str, int]], context: Context) -> bool:
    """Whether the number stands in another column of the rows: the period was then misunderstood, not misprinted."""
    stated = claim.quantity.magnitude()
    printed = (f for row in rows for f in context.known.at.get(row, ()))
    return any(f.quantity.unit == stated.unit and stated.meets(f.quantity.magnitude()) for f in printed)
