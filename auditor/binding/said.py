"""Figures that the sentence of a claim states itself."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from auditor.binding.index import unit_class
from auditor.binding.operands import WHOLE, combined, divided
from auditor.model.binding import Candidate, Operand
from auditor.model.claim import CHANGES, Claim
from auditor.model.fact import Measure
from auditor.model.period import Period
from auditor.model.quantity import is_money
from auditor.vocabulary import PER_SHARE_KEYS

OWN = "the sentence's own figures"
_WITHIN = re.compile(
    r"\b(?:during|in|within|over)\s+(?:the|this|that)\s+(?:[\w-]+\s+)?(?:quarter|month|half|year|period|week)\b", re.I
)
_BESIDES = re.compile(r"\b(?:(?:up|down)\s+(?:\w+\s+)?from|compared\s+(?:to|with)|versus)\s", re.I)
ANYTHING = "count:number"  # where nothing is said of what is counted
_THOUSAND = Decimal(1000)
_ONE_CHANGE = 3  # claims of a sentence that says nothing but what a figure was, is, and by how much it changed


class Said:
    """The claims of a document, in its order and by the starts of their sentences."""

    def __init__(self, claims: Sequence[Claim], text: str = "") -> None:
        self.claims, self._text = claims, text
        self.by_sentence: dict[int, list[Claim]] = {}
        self._levels: dict[Measure, dict[Period, list[Claim]]] = {}
        for c in claims:
            self.by_sentence.setdefault(c.sentence.start, []).append(c)
            if c.measure is not None and c.period is not None and c.kind == "level" and not (c.doubt or c.outlook):
                self._levels.setdefault(c.measure, {}).setdefault(c.period, []).append(c)
        self._starts = sorted(self.by_sentence)

    def claims_of(self, claim: Claim) -> Sequence[Claim]:
        """The claims of a claim's sentence, itself among them."""
        return self.by_sentence[claim.sentence.start]

    def amounts_of(self, claim: Claim) -> list[Claim]:
        """The amounts of money that a claim's sentence states, itself among them where it is one."""
        return [c for c in self.claims_of(claim) if c.kind == "level" and is_money(c.quantity.unit)]

    def claims_before(self, claim: Claim) -> Sequence[Claim]:
        """The claims of the sentence before a claim's own, where one states any."""
        k = bisect_left(self._starts, claim.sentence.start)
        return self.by_sentence[self._starts[k - 1]] if k else ()

    def claims_back(self, claim: Claim) -> Iterator[Claim]:
        """The claims of the sentences before a claim's own, the nearest first."""
        for k in range(bisect_left(self._starts, claim.sentence.start) - 1, -1, -1):
            yield from reversed(self.by_sentence[self._starts[k]])

    def sentences_from(self, claim: Claim, reach: int = 8) -> list[list[Claim]]:
        """The claims of a claim's sentence, of the few before it and of those behind it, sentence by sentence."""
        k = bisect_left(self._starts, claim.sentence.start)
        return [self.by_sentence[start] for start in self._starts[max(0, k - reach) : k + reach]]

    def levels_of(self, measure: Measure, period: Period) -> Iterator[Claim]:
        """The amounts that the prose states for a measure in a period, without any doubt of which it is."""
        told = self._levels.get(measure, {})
        return (c for own, claims in told.items() if own.same(period) for c in claims)

    def before(self, claim: Claim) -> dict[str, Operand]:
        """The figure from which the sentence itself says that a level has moved: "rose to $62.8 million from $58.4 million"."""
        told = self.claims_of(claim)
        alike = [c for c in told if c.kind == claim.kind and c.quantity.unit == claim.quantity.unit]
        mine = [c for c in alike if c.group == claim.group]
        theirs = [c for c in alike if c.group == claim.group + 1]
        after = next((b for a, b in zip(mine, theirs, strict=False) if a.id == claim.id), None)
        if after is None or after.role != "base" or after.measure != claim.measure or after.negative != claim.negative:
            return {}
        earlier = [c for c in alike if c.group == claim.group - 1 and c.role == "base"]
        if any(c.measure == claim.measure for c in earlier):
            return {}  # "one rose from 8% to 10%, the other from 11% to 13%"
        return {"before": in_sentence(after)}

    def changes(self, claim: Claim, found: Iterable[Candidate]) -> tuple[Candidate, ...]:
        """A change beside the two figures it lies between, all stated by the sentence itself."""
        if claim.kind not in CHANGES:
            return ()
        levels = [c for c in self.comparable(claim) if c.role == "current" and _narrowing(c) == _narrowing(claim)]
        every = [c for c in self.comparable(claim) if c.role == "base"]
        bases = [c for c in every if _of_its_base(claim, c) and _narrowing(c) <= _narrowing(claim)]
        known = any(c.strength != "weak" for c in found)
        told = claim.measure is not None or len(self.claims_of(claim)) == _ONE_CHANGE
        plain = told and not known and not claim.doubt
        one = len(levels) == len(bases) == 1 and (len(every) == 1 or claim.hedge is None)
        sure = one and (plain or self._together(claim, levels[0], bases[0]))
        out = []
        for a in levels:
            for b in bases:
                if in_one_unit(a, b) and _moves(claim, a):
                    stated = _signed if a.negative != b.negative else in_sentence
                    operands = {"now": _in_thousands(stated(a)), "before": _in_thousands(stated(b))}
                    certain = sure and not self._of_a_shorter_time(claim, a, b)
                    out.append(Candidate(operands, "sure" if certain else "likely", OWN))
        return tuple(out)

    def _of_a_shorter_time(self, change: Claim, level: Claim, base: Claim) -> bool:
        """Whether a change is said to be one within a time, and the level behind it is compared with another base besides:
        "grew by 510,000 during the quarter to 1.4 million, up from 212,000 a year earlier"."""
        within = _WITHIN.search(self._text, change.span.end, max(level.span.start, change.span.end))
        return within is not None and _BESIDES.search(self._text, level.span.end, base.span.start) is not None

    def by_the_share(self, claim: Claim, found: Iterable[Candidate]) -> list[Candidate]:
        """The change of an amount as that of the results by the share which the sentence gives beside it: "$98 million, or $1.65 a
        share, compared with $91 million, or $1.57 a share, growth of 5.1%"; where none of the amounts `found` grew so."""
        if any(moved_so(claim, c.operands) for c in found):
            return []
        return [
            replace(c, strength="sure")
            for c in self.changes(claim, ())
            if c.operands["now"].quantity.unit.endswith("/share") and grew_so(claim, **c.operands)
        ]

    def _together(self, *three: Claim) -> bool:
        """Whether the sentence states a change and its two figures side by side: "rose 12% to $8.1 million from $7.2
        million"."""
        told = self.claims_of(three[0])
        places = sorted(told.index(c) for c in three)
        measures = {c.measure for c in three}
        return len(measures) == 1 and None not in measures and places[-1] - places[0] == len(three) - 1

    def comparable(self, claim: Claim) -> list[Claim]:
        """The levels of the claim's own measure in its sentence; a base may name the measure more shortly."""
        key = spoken_key(claim)
        return [
            c for c in self.claims_of(claim)
            if c.id != claim.id and c.kind in ("level", "per-share", "count") and spoken_key(c) == key
        ]  # fmt: skip


def in_sentence(claim: Claim) -> Operand:
    """The figure that a sentence itself states."""
    text = " ".join(claim.quote.split())
    return Operand(claim.quantity, (), f"{text} in the sentence", text)


def _signed(claim: Claim) -> Operand:
    """The figure of a sentence that tells of a profit and of a loss, which is below zero: "$0.2 million, an increase of $0.7
    million compared to a loss of $0.5 million"."""
    told = in_sentence(claim)
    if not claim.negative or told.quantity.value < 0:
        return told
    return replace(told, quantity=told.quantity.negated(), text=f"(−{told.text})")


def _in_thousands(told: Operand) -> Operand:
    """A figure of a sentence as it may be rounded: "$516,000" to thousands."""
    step, value = told.quantity.step, told.quantity.value
    if not value or step >= _THOUSAND or value % _THOUSAND:
        return told
    return replace(told, quantity=told.quantity.widened((_THOUSAND - step) / 2))


def in_one_unit(a: Claim, b: Claim) -> bool:
    """Whether two figures are in one unit; what is counted is said once: "1,842 customers, up from 1,514"."""
    one, other = a.quantity.unit, b.quantity.unit
    return one == other or unit_class(one) == unit_class(other) == "count" and ANYTHING in (one, other)


def _moves(claim: Claim, level: Claim) -> bool:
    """Whether a change may be one of a level: points of a rate, money of an amount, per cent of anything."""
    if claim.kind == "change-points":
        return level.quantity.unit == "percent"
    return claim.kind == "change-percent" or level.quantity.unit == claim.quantity.unit


def moved_so(claim: Claim, operands: Mapping[str, Operand]) -> bool:
    """Whether the move from one figure to another, within their roundings, is the one that a claim states, by size."""
    if not {"now", "before"} <= operands.keys():
        return False
    now, before = operands["now"], operands["before"]
    if claim.kind == "change-percent":
        return grew_so(claim, now, before)
    moved = combined((now, before), (1, -1)).quantity
    if now.quantity.unit == "percent" and claim.kind == "change-points":
        moved = moved.scaled(2 if claim.quantity.unit == "bps" else 0, claim.quantity.unit)
    return moved.unit == claim.quantity.unit and moved.magnitude().meets(claim.quantity.magnitude())


def grew_so(claim: Claim, now: Operand, before: Operand) -> bool:
    """Whether the growth from one figure to another, within their roundings, is the one that a claim states."""
    quotient = divided(now, before, 100, "percent")
    if quotient is None:
        return False
    grown = combined((quotient, WHOLE), (1, -1)).quantity
    return grown.magnitude().meets(claim.quantity.magnitude())


def _of_its_base(change: Claim, base: Claim) -> bool:
    """Whether what is compared with may be of the period that a change began in."""
    return not (change.base and base.period) or base.period.same(change.base)


def _narrowing(claim: Claim) -> frozenset[str]:
    return claim.measure.qualifiers - {"diluted", "basic"} if claim.measure else frozenset()


def spoken_key(claim: Claim) -> str | None:
    """The measure as a sentence speaks of it: a result and the result by the share are one ("book value")."""
    if claim.measure is None:
        return None
    return PER_SHARE_KEYS.get(claim.measure.key, (claim.measure.key.removesuffix("-per-share"), ()))[0]
