"""The verdict on a claim: which of its readings explains the number, or whether a sure one contradicts it.

A claim agrees when some reading gives its number. It disagrees only when a sure reading gives another one, even
with a unit more of room in the last digits of the tables. Otherwise it is unsupported, and the working says why.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import get_args

from auditor.binding.said import OWN
from auditor.frozen import dataclass, replace
from auditor.model.binding import Binding, Candidate
from auditor.model.claim import Claim
from auditor.model.digits import printed_in, telling
from auditor.model.finding import Evidence, How, Judgement
from auditor.model.later import Later
from auditor.model.quantity import WIDE, ZERO
from auditor.rulebook.causes import TIMES, mistyped, slip_of_claim
from auditor.rulebook.context import Context
from auditor.rulebook.evaluating import Evaluation, applies, evaluate, loosened, worked
from auditor.rulebook.hedged import far_beyond
from auditor.rulebook.language.compiling import Names
from auditor.rulebook.language.figures import FRACTIONS, dimension, figure
from auditor.rulebook.language.types import Value
from auditor.rulebook.misread import SUSPECT, loosely_told, misread
from auditor.rulebook.rule import Rule
from auditor.rulebook.siblings import Agreed, confirms
from auditor.rulebook.subjects.prose import named, operand
from auditor.rulebook.working import derivations

FARTHEST = Decimal("3")  # times its size that a figure may be from what was meant and no slip tells
_APART = {"change-percent": Decimal("0.15"), "share-of": Decimal("0.15"), "change-points": Decimal("0.02")}
"""Or so far apart for small rates, of which none is more than this many times the other:"""
FARTHEST_RATE = Decimal("12")
_FEW_UNITS = 20  # of the last digit
_TAXED = re.compile(r"\bnet\s+of\s+(?:income\s+)?tax|\bafter[\s-]tax", re.I)
VAGUE = 4  # units of a number's last digit, or
NARROW = Decimal("0.1")  # of its value, over which a computed figure may spread and still tell something
PRECISE = 10  # units of its last digit that a figure needs before a slip by a power of ten is believed
_AGREED = {
    "exact": "{0}, as stated",
    "rounding": "{0}, which rounds to {1}",
    "interval": "{0}; unrounded figures can give {1}",
    "slack": "{0}; figures off by one unit in the last digit give {1}",
}


Cause = Callable[[Candidate], Evaluation | None]
"""From a reading that contradicts a claim to what a rule makes of it that names its cause; None where it names none."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A judgement with the reading that it rests on (None where there is none), and the readings that failed. `turned`:
    readings that give the number, but move the other way than the sentence says. `vague`: readings that give it among
    many others. `suspect`: a reading that contradicts the claim, unless the sentence means another row or column, which
    has the very number."""

    judgement: Judgement
    candidate: Candidate | None = None
    evaluation: Evaluation | None = None
    failed: tuple[tuple[Candidate, Evaluation], ...] = ()
    turned: tuple[Candidate, ...] = ()
    vague: tuple[Candidate, ...] = ()
    suspect: tuple[Candidate, Evaluation] | None = None

    @property
    def agreed(self) -> Candidate | None:
        """The reading that the claim agrees with."""
        return self.candidate if self.judgement.verdict == "agrees" else None


def agreed_beside(claim: Claim, weighed: Mapping[str, Weighed], context: Context) -> Agreed:
    """The other numbers of a claim's sentence that agree."""
    beside = (c for c in context.by_sentence[claim.sentence.start] if c.id != claim.id and c.id in weighed)
    return [(c, reading) for c in beside if (reading := weighed[c.id].agreed) is not None]


def judge(rule: Rule, claim: Claim, context: Context, causes: Sequence[Cause] = ()) -> Weighed:
    """The verdict of a rule that decides verdicts. A contradiction that one of the `causes` explains is believed,
    how far the figures may be apart."""
    binding = context.bindings.get(claim.id) or Binding(claim.id)
    tried, vague = list[tuple[Candidate, Evaluation]](), list[tuple[Candidate, Evaluation]]()
    known = any(c.strength == "sure" for c in binding.candidates)
    for candidate in binding.candidates:
        evaluation = _evaluated(rule, claim, candidate, context, False)
        told = _tells(claim, evaluation) and not (known and loosely_told(claim, candidate, evaluation.expected))
        told = told or _just_so(claim, candidate, evaluation, known)
        near = evaluation.holds and told and not far_beyond(claim, candidate, evaluation)
        if near and not _turned(claim, candidate) and not _by_chance(rule, claim, candidate, evaluation, context):
            return _agreed(claim, candidate, evaluation, evaluation.truth.how if evaluation.truth else None, context)
        if evaluation.holds and candidate.strength == "sure" and not far_beyond(claim, candidate, evaluation):
            vague.append((candidate, evaluation))
        tried.append((candidate, evaluation))
    sure, unsure = _contradicting(claim, tried, causes, context)
    if vague and not any(_tells(claim, e) for _, e in sure):
        return _agreed(claim, *vague[0], "interval", context)
    for candidate, evaluation in sure:
        if _of_rounded_rates(claim, candidate, evaluation):
            return _agreed(claim, candidate, evaluation, "slack", context)
        one = not _computed(candidate) and not _finer(claim, candidate)
        if one or _of_printed_rates(claim, candidate) or _slight(claim, candidate):
            continue  # what one cell prints is that figure, to its last digit; no table is adjusted in its rates
        loose = _evaluated(rule, claim, candidate, context, True)
        if loose.holds and _tells(claim, loose):
            return _agreed(claim, candidate, evaluation, "slack", context)
    failed = tuple((c, e) for c, e in tried if e.fails and id(c) not in unsure)
    if sure:
        slipped = next(((c, e) for c, e in sure if _slipped(claim, e)), sure[0])
        return replace(_contradicted(claim, *slipped, context), failed=failed)
    for candidate, evaluation in tried:
        if candidate.strength == "sure" and evaluation.fails and _in_points(claim, candidate, exactly=True):
            return _agreed_in_points(claim, candidate, evaluation, context)
    turned = tuple(c for c, e in tried if e.holds and _tells(claim, e) and _turned(claim, c))
    return Weighed(
        Judgement(claim.id, "unsupported", None, next(iter(unsure.values()), "") or _unsupported(binding, tried)),
        failed=failed,
        turned=turned,
        vague=tuple(c for c, e in tried if e.holds and not _tells(claim, e)),
        suspect=next(((c, e) for c, e in tried if unsure.get(id(c)) in SUSPECT), None),
    )


def _contradicting(
    claim: Claim, tried: Sequence[tuple[Candidate, Evaluation]], causes: Sequence[Cause], context: Context
) -> tuple[list[tuple[Candidate, Evaluation]], dict[int, str]]:
    """The readings that surely say otherwise, and why others seem to for which the sentence was rather misread."""
    sure = [
        (c, e)
        for c, e in tried
        if c.strength == "sure"
        and e.fails
        and not _in_points(claim, c)
        and not _after_tax(claim, c)
        and (plausible(claim, e) or any(cause(c) for cause in causes))
    ]
    unsure = {id(c): why for c, e in sure if (why := misread(claim, c, e.expected, context))}
    return [(c, e) for c, e in sure if id(c) not in unsure], unsure


def reconsider(claim: Claim, weighed: Weighed, agreed: Agreed, context: Context) -> Weighed:
    """The verdict on a claim that no reading surely contradicts, once the other numbers of its sentence are judged."""
    if claim.kind == "change" and claim.base is None and claim.quantity.unit.startswith("count"):
        return weighed  # customers may have been added in the quarter, or in the year
    allowed = {c.rows for c in weighed.vague}  # by two figures of so few digits that they give other numbers as well
    for candidate, evaluation in weighed.failed:
        if candidate.rows not in allowed and confirms(claim, candidate, agreed, context):
            return _contradicted(claim, candidate, evaluation, context)
    return weighed


def held_against(rule: Rule, claim: Claim, candidate: Candidate, context: Context) -> Weighed:
    """The contradiction of a claim by a reading that something else than its own sentence makes sure."""
    return _contradicted(claim, candidate, _evaluated(rule, claim, candidate, context, False), context)


def agreeing(rules: Sequence[Rule], claim: Claim, context: Context) -> list[tuple[Candidate, How]]:
    """The readings that give a claim's number, under the rules that decide its verdict; those that give it exactly
    stand before those that rounding explains."""
    found: list[tuple[Candidate, How]] = []
    binding = context.bindings.get(claim.id) or Binding(claim.id)
    for rule in rules:
        if not rule.verdict or (rule.of and claim.kind not in rule.of):
            continue
        if not applies(rule, Names({"claim": claim}, context.lookup)):
            continue
        for candidate in binding.candidates:
            evaluation = _evaluated(rule, claim, candidate, context, False)
            if evaluation.holds:
                found.append((candidate, (evaluation.truth.how if evaluation.truth else None) or "exact"))
    return sorted(found, key=lambda item: get_args(How).index(item[1]))


def _by_chance(rule: Rule, claim: Claim, candidate: Candidate, evaluation: Evaluation, context: Context) -> bool:
    """Whether a number is met by some figure that may be meant, and surely means another: one of few digits, where the
    sentence itself tells both figures that it lies between, neither of which is of the row, or where figures of another
    length of time are surely meant; one that only unrounded figures could give, where a slip makes it of a figure that
    is surely meant."""
    if candidate.strength == "sure":
        return False
    sure = [c for c in context.bindings[claim.id].candidates if c.strength == "sure"]
    if evaluation.truth is not None and evaluation.truth.how == "interval":
        cells = (_evaluated(rule, claim, c, context, False).expected for c in sure if not _computed(c))
        if any(e is not None and telling(printed_in(claim.quote)) and mistyped(claim, e) for e in cells):
            return True
    if candidate.note == OWN or telling(printed_in(claim.quote)):
        return False
    here = [o.quantity.magnitude() for o in candidate.operands.values()]
    own = (c for c in sure if c.note == OWN)
    others = [c for c in own if not any(q.meets(o.quantity.magnitude()) for q in here for o in c.operands.values())]
    if claim.dated or claim.role == "base":  # else the sentence may have gone over to another time
        others += [
            c for c in sure if _of_other_lengths(c, candidate) and _called(claim, c) >= _called(claim, candidate)
        ]
    readings = (_evaluated(rule, claim, c, context, False) for c in others)
    return any(e.fails and plausible(claim, e) for e in readings)


def _called(claim: Claim, candidate: Candidate) -> bool:
    """Whether a reading is of a row that is called just what the claim calls it."""
    return any(f.label.casefold() == claim.subject.casefold() for f in candidate.facts)


def _of_other_lengths(one: Candidate, other: Candidate) -> bool:
    """Whether the figures of two readings are of periods of other lengths."""
    here, there = (
        {f.period.months for f in c.facts if f.period is not None and not f.period.instant} for c in (one, other)
    )
    return bool(here and there) and here.isdisjoint(there)


def _turned(claim: Claim, candidate: Candidate) -> bool:
    """Whether a reading that is not sure moves the other way than the sentence says: another row, met by chance."""
    if candidate.strength == "sure" or claim.role != "change" or not {"now", "before"} <= set(candidate.operands):
        return False
    now, before = (candidate.operands[name].quantity.value for name in ("now", "before"))
    if now * before <= 0 or now == before:
        return False
    return claim.direction == ("down" if abs(now) > abs(before) else "up")


def _slight(claim: Claim, candidate: Candidate) -> bool:
    """Whether an amount of change is only a few units of the figures' last digit, of which one more would explain too
    much: from 48.3 to 50.0 it is no 1.5."""
    now, before = candidate.operands.get("now"), candidate.operands.get("before")
    if claim.kind != "change" or now is None or before is None:
        return False
    return abs(abs(now.quantity.value) - abs(before.quantity.value)) < _FEW_UNITS * now.quantity.step


def _in_points(claim: Claim, candidate: Candidate, exactly: bool = False) -> bool:
    """Whether the change of a rate is given in percent for the points that it is: ambiguous, and no contradiction;
    where the printed rates give just that (`exactly`), it is what is meant."""
    now, before = candidate.operands.get("now"), candidate.operands.get("before")
    if claim.kind != "change-percent" or now is None or before is None:
        return False
    if {now.quantity.unit, before.quantity.unit} != {"percent"}:
        return False
    difference = abs(now.quantity.value - before.quantity.value)
    apart = abs(difference - abs(claim.quantity.value))
    return 2 * apart < claim.quantity.step if exactly else apart <= max(now.quantity.step, claim.quantity.step)


def _after_tax(claim: Claim, candidate: Candidate) -> bool:
    """Whether a row of its own name is said to be net of tax, and the sentence does not say so: it may mean the amount
    before tax."""
    if claim.measure is None or claim.measure.known or _TAXED.search(claim.subject):
        return False
    return any(_TAXED.search(f.label) for o in candidate.operands.values() for f in o.facts)


def _of_rounded_rates(claim: Claim, candidate: Candidate, evaluation: Evaluation) -> bool:
    """Whether points are the difference of two computed rates as they are printed, each rounded before: 16.88 % and
    14.83 % are 2.05 points apart, but 16.9 % and 14.8 % are 2.1."""
    rates = candidate.operands.values()
    if claim.kind != "change-points" or not all(o.derivation for o in rates):
        return False
    expected, stated = evaluation.expected, figure(claim.quantity).quantity
    return expected is not None and abs(abs(expected.value) - abs(stated.value)) <= stated.step


def _of_printed_rates(claim: Claim, candidate: Candidate) -> bool:
    """Whether points are the difference of two rates that cells print."""
    rates = candidate.operands.values()
    return claim.kind == "change-points" and all(len(o.facts) == 1 and o.quantity.unit == "percent" for o in rates)


def _just_so(claim: Claim, candidate: Candidate, evaluation: Evaluation, known: bool) -> bool:
    """Whether points are just the difference of two printed rates, however few digits those have: 1,800 basis points
    from 23 % to 41 %; or, where no table surely is `known` to give it, a percentage just what two amounts that the
    sentence itself states give: 6.8 % from $0.44 to $0.47; or what two numbers of single things give, which are not
    rounded: 3.4 % from 146 to 151 stores."""
    expected = evaluation.expected
    if expected is None:
        return False
    stated = figure(claim.quantity)
    apart = abs(abs(expected.value) - abs(stated.value))
    told = {"now", "before"} <= set(candidate.operands) and not candidate.facts
    if claim.kind == "change-percent" and (told and not known or _of_single_things(candidate)):
        return 2 * apart <= stated.quantity.step
    return not apart and _of_printed_rates(claim, candidate)


def _of_single_things(candidate: Candidate) -> bool:
    """Whether the figures that a change lies between are cells that count things one by one."""
    both = [candidate.operands.get(name) for name in ("now", "before")]
    return all(
        o is not None and len(o.facts) == 1 and o.quantity.unit.startswith("count") and o.quantity.step == 1
        for o in both
    )


def _finer(claim: Claim, candidate: Candidate) -> bool:
    """Whether an amount is told to more digits than its figure is printed with, which may be cut off, or rounded so
    that its column adds up: $5,043,504 beside 5,043 thousand."""
    now = candidate.operands.get("now")
    step = now.quantity.step if now is not None and claim.kind == "level" else ZERO
    return claim.quantity.step < step and WIDE.remainder(claim.quantity.value, step) != 0


def _computed(candidate: Candidate) -> bool:
    """Whether a reading follows from several printed figures."""
    return len(candidate.operands) > 1 or any(len(o.facts) > 1 for o in candidate.operands.values())


def _tells(claim: Claim, evaluation: Evaluation) -> bool:
    """Whether a reading gives hardly any number but one. "1 million against 1 million" does not: rounding lets it mean
    any change. Such a reading supports a number only where it is sure and no other sure one speaks against it."""
    expected = evaluation.expected
    if expected is None:
        return True
    width = expected.quantity.step
    if dimension(expected.unit) == "ratio":
        width /= FRACTIONS.get(claim.quantity.unit, Decimal(1))
    return width <= max(VAGUE * claim.quantity.step, abs(claim.quantity.value) * NARROW)


def plausible(claim: Claim, evaluation: Evaluation) -> bool:
    """Whether the figure that is expected can be the one that was meant: of the claim's size, or a slip of the hand
    away from it. Otherwise the sentence was not understood, and a contradiction would be too strong a word."""
    expected = evaluation.expected
    if expected is None:
        return True
    wanted, stated = abs(expected.value), abs(figure(claim.quantity).value)
    low, high = sorted((wanted, stated))
    near = high - low <= _APART.get(claim.kind, ZERO) and high <= FARTHEST_RATE * low
    if near or low and high <= FARTHEST * low:
        return True
    if mistyped(claim, expected):
        return True
    slip = slip_of_claim(claim, expected)
    return slip is not None and slip.endswith(TIMES) and expected.quantity.step * PRECISE <= wanted


def _slipped(claim: Claim, evaluation: Evaluation) -> bool:
    """Whether one slip of the hand makes a number of what is expected: of several figures of one name that is the one
    which was meant."""
    expected = evaluation.expected
    return expected is not None and telling(printed_in(claim.quote)) and mistyped(claim, expected)


def _evaluated(rule: Rule, claim: Claim, candidate: Candidate, context: Context, loose: bool) -> Evaluation:
    operands = named(candidate)
    names: dict[str, Value] = {"claim": claim, **(loosened(operands) if loose else operands)}
    return evaluate(rule, Names(names, context.lookup))


def said(claim: Claim) -> str:
    """The claim's number as printed, on one line."""
    return " ".join(claim.quote.split())


def _agreed(claim: Claim, candidate: Candidate, evaluation: Evaluation, how: How | None, context: Context) -> Weighed:
    told = _AGREED[how or "exact"]

    def working() -> str:
        return _lines(candidate, told.format(worked(evaluation) or said(claim), said(claim)))

    judgement = Judgement(claim.id, "agrees", how or "exact", working, _evidence(candidate, context))
    return Weighed(judgement, candidate, evaluation)


def _agreed_in_points(claim: Claim, candidate: Candidate, evaluation: Evaluation, context: Context) -> Weighed:
    """Agreement of a change of a rate that is told in per cent with its difference in points."""
    now, before = (operand(candidate.operands[name]).text for name in ("now", "before"))
    working = f"{now} − {before}, the points that “{said(claim)}” gives in per cent"
    judgement = Judgement(claim.id, "agrees", "rounding", working, _evidence(candidate, context))
    return Weighed(judgement, candidate, evaluation)


def _contradicted(claim: Claim, candidate: Candidate, evaluation: Evaluation, context: Context) -> Weighed:
    working = _lines(candidate, f"{worked(evaluation)}, but the text says {said(claim)}")
    judgement = Judgement(claim.id, "disagrees", None, working, _evidence(candidate, context))
    return Weighed(judgement, candidate, evaluation)


def _evidence(candidate: Candidate, context: Context) -> Later[Evidence]:
    return Later(lambda: context.evidence(candidate.facts))


def _lines(candidate: Candidate, last: str) -> str:
    return "\n".join([*derivations(candidate.operands), last])


def _unsupported(binding: Binding, tried: Sequence[tuple[Candidate, Evaluation]]) -> str:
    if binding.reason:
        return binding.reason
    for _, evaluation in tried:
        if evaluation.skipped:
            return f"not checked: {evaluation.skipped}"
    return "no figure of the tables is surely meant"
