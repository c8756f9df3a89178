"""What did not follow a change: the numbers of the prose and the other tables that still say what a figure said.

A number of the prose rests on the figures that it agreed with in the old draft. It is judged once more on the same
figures with their new values: where it no longer agrees, and is printed as before, it was left behind. One that its
own rounding still explains has nothing to follow.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from auditor.binding import bind
from auditor.model.binding import Binding, Candidate
from auditor.model.claim import CHANGES, Claim
from auditor.model.fact import Fact
from auditor.model.quantity import Quantity
from auditor.rulebook import Context, Rulebook
from auditor.rulebook.judging import agreeing
from auditor.vocabulary import Vocabulary

PRECISE = 100  # units of its last digit that a figure has, to be known again in another table under its own label
UNLIKE = 1000  # and under another label


def kin(fact: Fact, facts: Iterable[Fact]) -> Iterator[Fact]:
    """The other cells that print the same figure: of one period and unit, with values that agree. Either the measure
    is the same too, or the value has so many digits that it is no chance."""
    for other in facts:
        if other.id != fact.id and _alike(fact, other) and _agree(fact.quantity, other.quantity):
            if _same_measure(fact, other) or _no_chance(fact, other):
                yield other


def _alike(a: Fact, b: Fact) -> bool:
    """Whether two cells are of one kind, one period and one unit."""
    kinds = {a.kind, b.kind}
    if len(kinds) > 1 and kinds != {"amount", "rate"}:  # one yield in two tables, in a column of yields in one of them
        return False
    if a.quantity.unit != b.quantity.unit or a.origin != b.origin or a.period is None:
        return False
    if b.period is None or (a.base is None) != (b.base is None):
        return False
    return a.period.instant == b.period.instant and a.period.same(b.period)


def _agree(a: Quantity, b: Quantity) -> bool:
    """Whether one is the other, or the other rounded. The sign may be printed either way."""
    if not a.value:
        return False
    if a.step == b.step:
        return abs(a.value) == abs(b.value)
    return a.magnitude().meets(b.magnitude())


def _same_measure(a: Fact, b: Fact) -> bool:
    if a.measure is None or a.measure != b.measure or a.qualifiers != b.qualifiers:
        return False
    return _label(a) == _label(b) or (a.table != b.table and a.measure.known)


def _no_chance(a: Fact, b: Fact) -> bool:
    """A statement of adjusted results repeats the lines that nothing is adjusted in; a segment table the total."""
    if a.table == b.table and _label(a) != _label(b):
        return False
    named = _label(a) == _label(b) or (
        a.measure is not None and b.measure is not None and a.measure.key == b.measure.key
    )
    units = PRECISE if named else UNLIKE
    return abs(a.quantity.value) == abs(b.quantity.value) and all(
        abs(f.quantity.value) >= units * f.quantity.step > 0 for f in (a, b)
    )


def _label(fact: Fact) -> list[str]:
    return fact.label.lower().split()


def carries(old: Fact, new: Fact, other: Fact) -> bool:
    """Whether `other` still prints what `old` said and not what `new` says. A sign may be printed either way."""
    figure = other.quantity.magnitude()
    same_side = (old.quantity.value < 0) == (new.quantity.value < 0)
    return not (same_side and figure.meets(new.quantity.magnitude()))


# ---------------------------------------------------------------------------------------------------- prose


def readings(context: Context, rules: Rulebook) -> Mapping[str, tuple[Candidate, ...]]:
    """The readings by which each claim agrees with figures of the tables: the best one, and where a column of changes
    states what two other columns give, the best of either."""
    found: dict[str, tuple[Candidate, ...]] = {}
    for claim in context.claims:
        best: dict[bool, Candidate] = {}
        for candidate, _ in agreeing(rules.rules, claim, context):
            if candidate.facts and (not best or candidate.strength == "sure"):
                best.setdefault("stated" in candidate.operands, candidate)
        if best:
            found[claim.id] = tuple(best.values())
    return found


def still_agree(
    context: Context,
    readings: Mapping[str, tuple[Candidate, ...]],
    values: Mapping[str, Fact],
    rules: Rulebook,
    vocabulary: Vocabulary,
) -> frozenset[str]:
    """The claims that agree in every reading, when some facts, given by their ids, have other values."""
    facts = tuple(values.get(fact.id, fact) for fact in context.facts)
    claims = [claim for claim in context.claims if claim.id in readings]
    anew = bind(context.document, context.claims, facts, vocabulary, context.calendar)

    def agrees(claim: Claim, reading: Candidate) -> bool:
        bindings = {claim.id: _only(anew[claim.id], reading)}
        return bool(agreeing(rules.rules, claim, replace(context, facts=facts, bindings=bindings)))

    return frozenset(c.id for c in claims if all(agrees(c, reading) for reading in readings[c.id]))


def computed(claim: Claim, readings: Iterable[Candidate]) -> bool:
    """Whether a claim follows from figures, instead of stating one."""
    if claim.kind in (*CHANGES, "share-of"):
        return True
    return all(len(c.operands["now"].facts) > 1 for c in readings if "now" in c.operands)


def _only(binding: Binding, reading: Candidate) -> Binding:
    """The binding with the reading that rests on the same figures as before."""
    return replace(binding, candidates=tuple(c for c in binding.candidates if _ids(c) == _ids(reading)))


def _ids(candidate: Candidate) -> dict[str, tuple[str, ...]]:
    return {name: tuple(fact.id for fact in operand.facts) for name, operand in candidate.operands.items()}


def moved(old: Fact, new: Fact, other: Fact) -> Fact:
    """`other`, a cell that prints the same figure, as it would be printed after the change."""
    turned = (old.quantity.value < 0) != (other.quantity.value < 0)
    quantity = new.quantity.negated() if turned else new.quantity
    return replace(other, quantity=quantity, text=new.text)


def same_statement(a: Claim, b: Claim) -> bool:
    """Whether two numbers of one draft state one thing."""
    if a.measure is None or a.measure != b.measure or a.kind != b.kind or a.whole != b.whole or a.outlook != b.outlook:
        return False
    if a.period is None or b.period is None or (a.base is None) != (b.base is None):
        return False
    # “at the end of the quarter” here, “in the quarter” there
    if not a.period.same(b.period) and (a.period.instant == b.period.instant or a.period.end != b.period.end):
        return False
    if a.base is not None and b.base is not None and not a.base.same(b.base):
        return False
    return a.quantity.unit == b.quantity.unit and a.quantity.meets(b.quantity)
