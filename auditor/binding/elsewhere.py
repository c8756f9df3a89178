"""What the prose itself offers for a claim that no table supports: the same fact stated again, and products of the figures
beside it ("1,000,000 shares at an average cost of $46 for a total of $46 million")."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from itertools import islice

from auditor.binding.said import Said
from auditor.model.binding import Candidate, Operand, Strength
from auditor.model.claim import Claim
from auditor.model.quantity import Quantity
from auditor.model.source import Document, Span
from auditor.vocabulary.words import content_words

_WINDOW = 70  # characters on both sides whose words make two statements the same fact
_TOTAL = re.compile(r"\b(?:totals?|totall?ed|totall?ing|aggregate|combined)\s+(?:\w+\s+){0,3}?$", re.I)
_OF_PARTS = re.compile(
    r"\b(?:through|consist\w+\s+of|compris\w+(?:\s+of)?|made\s+up\s+of|includ(?:es|ed|ing)\s+both)\b", re.I
)
_PARTS = 6  # amounts of one sentence, the total and its parts
_AVERAGE = re.compile(r"\baverage\s+(?:\w+\s+)?(?:cost|price)\b", re.I)
_WHOLE = Decimal(100)  # per cent, as of many things
_TELLING = 100  # units of its last digit that a number has which two sentences do not share by chance
_ONE_DIGIT = 10
_NAMED = 3  # words that narrow a measure: narrowed by so many it is the same where it is named again
_SHORT = 15  # units of its last digit below which a number says little
_MOST = 40  # statements of one number that are looked at
_BASES = frozenset(("basic", "diluted", "adjusted", "constant-currency", "organic"))
_COMMON = frozenset(
    "million billion thousand percent quarter year compared increase decrease was were approximately total "
    "first second third fourth ended".split()
)


class Elsewhere:
    """What the prose offers for a claim: the same fact in another sentence, products and sums of its own."""

    def __init__(self, document: Document, said: Said) -> None:
        self._document = document
        self._said = said
        self._by_value: dict[tuple[Decimal, str, str], list[Claim]] = defaultdict(list)
        for c in said.claims:
            self._by_value[c.quantity.value, c.quantity.unit, c.kind].append(c)
        self._around: dict[str, frozenset[str]] = {}
        self._averages: dict[int, bool] = {}

    def of(self, claim: Claim) -> tuple[Candidate, ...]:
        return self._again(claim) + self._product(claim) + self._sum(claim)

    def _again(self, claim: Claim) -> tuple[Candidate, ...]:
        """The same fact in another sentence: the same number, and most of the words around the rarer one."""
        repeated = claim.kind in ("level", "change", "per-share", "count")
        if not (repeated or claim.kind == "change-percent" and claim.measure) or says_little(claim):
            return ()
        mine, needed = self.words(claim), 2 if claim.measure else 3
        alike = self._by_value[claim.quantity.value, claim.quantity.unit, claim.kind]
        for other in islice(alike, _MOST):
            if other.sentence == claim.sentence or not _same_fact(claim, other):
                continue
            theirs = self.words(other)
            shared = len(mine & theirs)
            if _named_alike(claim, other) or shared >= needed and shared * 2 >= min(len(mine), len(theirs)):
                quote = " ".join(other.quote.split())
                said = Operand(
                    other.quantity, (), f"{quote}, said again in line {self._document.line(other.span.start)}"
                )
                return (
                    Candidate(
                        {"now": said} if claim.kind != "change" else {"stated": said},
                        "likely",
                        "the same fact stated twice",
                    ),
                )
        return ()

    def words(self, claim: Claim) -> frozenset[str]:
        if claim.id not in self._around:
            self._around[claim.id] = self._words_around(claim)
        return self._around[claim.id]

    def _words_around(self, claim: Claim) -> frozenset[str]:
        text, span, sentence = self._document.text, claim.span, claim.sentence
        around = (
            text[max(sentence.start, span.start - _WINDOW) : span.start]
            + " "
            + text[span.end : min(sentence.end, span.end + _WINDOW)]
        )
        return telling(" ".join(around.split()))

    def _sum(self, claim: Claim) -> tuple[Candidate, ...]:
        """Total = parts, of one sentence that says so: "a total of $7 million through buybacks of $5 million and dividends of
        $2 million"."""
        unit = claim.quantity.unit
        if claim.kind != "level" or claim.outlook:
            return ()
        told = (c for c in self._said.claims_of(claim) if c.quantity.unit == unit)
        amounts = list(islice((c for c in told if c.kind == "level" and not c.outlook), _PARTS + 1))
        if not 3 <= len(amounts) <= _PARTS:
            return ()
        total, *parts = amounts
        text = self._document.text
        if not (
            _TOTAL.search(text[total.sentence.start : total.span.start])
            and _OF_PARTS.search(text[total.span.end : parts[0].span.start])
        ):
            return ()
        others = [c for c in parts if c is not claim]
        now = (
            _added([c.quantity for c in others])
            if claim is total
            else _added([total.quantity, *(c.quantity.negated() for c in others)])
        )
        sign = " + " if claim is total else " − "
        quotes = sign.join(" ".join(c.quote.split()) for c in (others if claim is total else [total, *others]))
        strength: Strength = "sure" if claim is total else "likely"
        return (
            Candidate({"now": Operand(now, (), f"{quotes} of the sentence")}, strength, "the sentence's own figures"),
        )

    def _product(self, claim: Claim) -> tuple[Candidate, ...]:
        """Shares x price = amount, of one sentence that speaks of an average cost or price."""
        if not self._averaged(claim.sentence):
            return ()
        sentence = self._said.claims_of(claim)
        shares = [c for c in sentence if c.quantity.unit == "shares"]
        prices = [c for c in sentence if c.quantity.unit.endswith("/share")]
        amounts = [c for c in sentence if c.kind == "level" and len(c.quantity.unit) == 3]
        if not (len(shares) == len(prices) == len(amounts) == 1) or claim not in (shares[0], prices[0], amounts[0]):
            return ()
        n, p, m = shares[0].quantity, prices[0].quantity, amounts[0].quantity
        if not n.value or not p.value or None in (n.low, n.high, p.low, p.high, m.low, m.high):
            return ()
        now = (
            _product_of(n, p, m)
            if claim is amounts[0]
            else _quotient(m, p, n.unit)
            if claim is shares[0]
            else _quotient(m, n, p.unit)
        )
        quotes = " x ".join(" ".join(c.quote.split()) for c in (shares[0], prices[0]))
        return (
            Candidate(
                {"now": Operand(now, (), f"{quotes} = {' '.join(amounts[0].quote.split())}")},
                "sure",
                "the sentence's own figures",
            ),
        )

    def _averaged(self, sentence: Span) -> bool:
        if sentence.start not in self._averages:
            self._averages[sentence.start] = _AVERAGE.search(self._document.slice(sentence)) is not None
        return self._averages[sentence.start]


def telling(text: str) -> frozenset[str]:
    """The words of a text that tell one fact from another."""
    return frozenset(w for w in content_words(text) if w not in _COMMON and len(w) > 2)


def says_little(claim: Claim) -> bool:
    """Whether a number of nothing known is so short that many facts have it: "an impact of 2%". One of a measure
    that no table has says as little, unless the name is long."""
    steps = abs(claim.quantity.value) / claim.quantity.step if claim.quantity.step else _TELLING
    if claim.measure is None:
        return steps < _SHORT or claim.quantity.unit == "percent" and claim.quantity.value == _WHOLE
    common = bool(claim.foreign) and len(claim.measure.qualifiers) < _NAMED
    return common and claim.kind == "change-percent" and steps < _ONE_DIGIT


def _same_fact(a: Claim, b: Claim) -> bool:
    """Whether two claims may speak of one fact. Growth of a part is none of the whole, nor that of another period."""
    if a.kind != "change-percent":
        return _key(a) == _key(b)
    apart = a.dated and b.dated and a.period is not None and b.period is not None and not a.period.same(b.period)
    return _key(a) == _key(b) and not apart and bool(_part(a)) == bool(_part(b))


def _named_alike(a: Claim, b: Claim) -> bool:
    """Whether two sentences say of when and of what their number is with the same meaning, and of so many digits that it is no
    chance."""
    known = a.measure is not None and a.measure.known and a.measure == b.measure and a.kind == "level"
    when = a.period is not None and b.period is not None and a.period.same(b.period)
    return known and when and not (a.doubt or b.doubt) and a.quantity.step * _TELLING <= abs(a.quantity.value)


def _key(claim: Claim) -> str:
    return claim.measure.key if claim.measure else ""


def _part(claim: Claim) -> frozenset[str]:
    return claim.measure.qualifiers - _BASES if claim.measure else frozenset()


def _added(quantities: Sequence[Quantity]) -> Quantity:
    value = sum((q.value for q in quantities), Decimal(0))
    lows, highs = [q.low for q in quantities], [q.high for q in quantities]
    low = None if None in lows else sum((x for x in lows if x is not None), Decimal(0))
    high = None if None in highs else sum((x for x in highs if x is not None), Decimal(0))
    return Quantity(value, low, high, quantities[0].unit)


def _product_of(n: Quantity, p: Quantity, m: Quantity) -> Quantity:
    assert n.low is not None and n.high is not None and p.low is not None and p.high is not None
    return Quantity(n.value * p.value, n.low * p.low, n.high * p.high, m.unit)


def _quotient(m: Quantity, d: Quantity, unit: str) -> Quantity:
    assert m.low is not None and m.high is not None and d.low is not None and d.high is not None
    return Quantity(m.value / d.value, m.low / d.high, m.high / d.low, unit)
