"""What the numbers of one sentence give for each other: a whole its parts, shares and their price the amount, a change and the
new level the growth."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from auditor.binding.index import unit_class
from auditor.binding.operands import SIGNS, WHOLE, combined, divided, text_of
from auditor.binding.said import OWN, Said, in_sentence
from auditor.model.binding import Candidate, Operand, Strength
from auditor.model.claim import Claim
from auditor.model.quantity import Quantity, is_money
from auditor.model.source import Document, Span

_TOTAL = re.compile(r"\b(?:totals?|totall?ed|totall?ing|aggregate|combined)\s+(?:\w+\s+){0,3}?$", re.I)
EXHAUSTED = re.compile(
    r"\b(?:through|consist\w+\s+of|compris\w+(?:\s+of)?|made\s+up\s+of|in\s+the\s+form\s+of|includ(?:es|ed|ing)\s+both)\b",
    re.I,
)
_OF_PARTS = re.compile(rf"{EXHAUSTED.pattern}|\b(?:includ(?:es|ed|ing)|of\s+which)\b|[:–—]", re.I)
OF = re.compile(r"\bof\s+(?:the|our|its|their|this|these)\s+(?:total\s+)?$", re.I)  # "Of the 520 stores, 310 were …"
_ALL = Decimal(100)  # per cent
_AMOUNTS = ("level", "count", "change")
_PARTS = 6  # amounts of one sentence, the total and its parts
_MOVE = 2  # numbers behind the one that a move is told with first: its change, its beginning and its end
_TAKEN = re.compile(r"^[^.;]*\b(?:less|minus|net\s+of)\b[^.;]*$", re.I)
_NET = re.compile(
    r"\bnet\s+(?:of|proceeds)\b|\b(?:after|including|excluding)\s+(?:\w+\s+){0,2}(?:fees|commissions|taxes)\b", re.I
)
_PRICE_OF = re.compile(r"\b(?:cost|price)\s+(?:per\s+share\s+)?(?:of|was)\s+$", re.I)
_PAID_FOR = re.compile(
    r"\bfor\s+(?:(?:an?\s+)?(?:total|aggregate)\s+(?:\w+\s+)?(?:of\s+)?)?(?:approximately\s+|about\s+)?$", re.I
)
_LEAD = 40  # characters before an amount that say what it was paid for
_NEAR = 24  # characters before a number that say that it is a price
_AVERAGE = re.compile(r"\baverage\s+(?:\w+\s+)?(?:cost|price)\b", re.I)


class Within:
    """What the other numbers of a claim's own sentence give for it."""

    def __init__(self, document: Document, said: Said) -> None:
        self._document = document
        self._said = said
        self._averages: dict[int, bool] = {}

    def of(self, claim: Claim) -> tuple[Candidate, ...]:
        if claim.outlook:
            return ()
        return self._product(claim) + tuple(self._sums(claim)) + tuple(self._less(claim)) + tuple(self._grown(claim))

    # ------------------------------------------------------------------ a whole and its parts
    def _sums(self, claim: Claim) -> Iterator[Candidate]:
        """Total = parts, of one sentence that says so: "liquidity of $468 million, including cash of $61 million and $407
        million of availability". A total that is said to be one of all that follows is surely their sum."""
        alike = self.alike(claim)
        for k, whole in enumerate(alike[:-2]):
            parts = alike[k + 1 : k + _PARTS]
            link = self._document.text[whole.span.end : parts[0].span.start]
            before = self._document.text[whole.sentence.start : whole.span.start]
            if claim.span.start < whole.span.start or not (_OF_PARTS.search(link) or OF.search(before)):
                continue
            for n in range(2, len(parts) + 1):
                if claim in (whole, *parts[:n]) and adds_up(whole, parts[:n]):
                    yield of_parts(claim, whole, parts[:n], "likely")
                    return
            if claim is whole and k == 0 and _TOTAL.search(before) and EXHAUSTED.search(link) and len(alike) <= _PARTS:
                yield of_parts(claim, whole, parts, "sure")

    def _less(self, claim: Claim) -> Iterator[Candidate]:
        """What is left of one amount without another, of one sentence: "net bank debt was $99.7 million, reflecting a loan of
        $118.8 million less cash of $19.1 million"."""
        alike = self.alike(claim)
        for left, whole, less in zip(alike, alike[1:], alike[2:], strict=False):
            taken = _TAKEN.search(self._document.text[whole.span.end : less.span.start])
            if claim in (left, whole, less) and taken and adds_up(whole, (left, less)):
                yield of_parts(claim, whole, (left, less), "likely")
                return

    def alike(self, claim: Claim) -> list[Claim]:
        """The amounts, or the numbers of things, of a claim's sentence, where it is one of them."""
        if claim.kind not in _AMOUNTS or claim.quantity.unit == "percent":
            return []
        unit = unit_class(claim.quantity.unit)
        told = self._said.claims_of(claim)
        return [c for c in told if c.kind in _AMOUNTS and unit_class(c.quantity.unit) == unit and not c.outlook]

    # ------------------------------------------------------------------ growth
    def _grown(self, claim: Claim) -> Iterator[Candidate]:
        """The growth of a level by the amount that is stated beside it: "rose $35.5 million, or 5.9%, to $636.5 million"."""
        rise = self.rise(claim) if claim.kind == "change-percent" else None
        if rise is not None:
            now, before = in_sentence(rise[0]), before_rise(rise)
            plain = claim.measure is not None and not claim.doubt and not claim.carried
            yield Candidate({"now": now, "before": before}, "sure" if plain else "likely", OWN)

    def rise(self, claim: Claim) -> tuple[Claim, Claim, Claim] | None:
        """The level that a sentence says has been reached, the amount and the rate of the change to it, of which a claim is
        one; None where it states several of a measure."""
        beside = [c for c in self._said.claims_of(claim) if c.measure == claim.measure and not c.outlook]
        levels = [c for c in beside if c.kind == "level" and c.role == "current" and c.quantity.unit != "percent"]
        rates = [c for c in beside if c.kind == "change-percent" and c.direction in SIGNS]
        amounts = [c for c in beside if c.kind == "change" and rates and c.direction == rates[0].direction]
        if not len(levels) == len(amounts) == len(rates) == 1 or levels[0].quantity.unit != amounts[0].quantity.unit:
            return None
        return (levels[0], amounts[0], rates[0]) if claim in (levels[0], amounts[0], rates[0]) else None

    def closed(self, claim: Claim) -> Iterator[Candidate]:
        """A level, or the one that it is compared with, as the other one and the change between them give it, all three of one
        sentence: "rose $30.2 million to $615.5 million, compared to $585.3 million"."""
        for mate, change in self.moved(claim):
            own = made(claim, mate, change)
            if own is not None and own.quantity.meets(claim.quantity):
                yield Candidate({"now": own}, "likely", OWN)
                return

    def moved(self, claim: Claim) -> Iterator[tuple[Claim, Claim]]:
        """The level from which, or to which, a sentence says that a level has moved, and the change between them."""
        if claim.kind not in ("level", "count", "per-share") or claim.role not in ("current", "base"):
            return
        told = self._said.claims_of(claim)
        other = "base" if claim.role == "current" else "current"
        mates = [c for c in told if c.role == other and c.kind == claim.kind and _same_thing(c, claim)]
        if len(mates) == 1 and mates[0].quantity.unit == claim.quantity.unit:
            changes = (c for c in told if c.kind in ("change", "change-percent") and c.direction in SIGNS)
            yield from ((mates[0], c) for c in changes if _same_thing(c, claim))

    # ------------------------------------------------------------------ shares and their price
    def _product(self, claim: Claim) -> tuple[Candidate, ...]:
        """Shares x price = amount, of one sentence that speaks of an average cost or price; of several such the numbers
        stand in the same order."""
        own = self.priced(claim)
        if own is None:
            return ()
        amounts = [c for c in self._said.claims_of(claim) if self._is_amount(c)]
        # else each has the amount that stands nearest; what is left after fees is not quite the product
        each = len(amounts) == sum(c.quantity.unit == "shares" for c in self._said.claims_of(claim))
        paid = each or self._paid_for(own[2])
        counted = paid and _NET.search(self._document.slice(claim.sentence)) is None
        return of_product(claim, *own, "sure" if counted else "likely")

    def priced(self, claim: Claim) -> tuple[Claim, Claim, Claim] | None:
        """The shares, the price and the amount, of which a claim is one."""
        if not self._averaged(claim.sentence):
            return None
        sentence = self._said.claims_of(claim)
        shares = [c for c in sentence if c.quantity.unit == "shares"]
        prices = [c for c in sentence if c.quantity.unit.endswith("/share") or self._is_price(c)]
        amounts = [c for c in sentence if self._is_amount(c)]
        if len(shares) != len(prices) or not amounts:
            return None
        each = len(amounts) == len(shares)
        paid = amounts if each else [min(amounts, key=lambda m: self._far_from(m, n)) for n in shares]
        return next((three for three in zip(shares, prices, paid, strict=True) if claim in three), None)

    def _far_from(self, amount: Claim, shares: Claim) -> tuple[bool, int]:
        """How far an amount is from shares; one that is paid "for" them, or "for a total of", is their own."""
        return not self._paid_for(amount), abs(amount.span.start - shares.span.start)

    def _paid_for(self, amount: Claim) -> bool:
        start = amount.span.start
        return _PAID_FOR.search(self._document.text, max(amount.sentence.start, start - _LEAD), start) is not None

    def _is_amount(self, claim: Claim) -> bool:
        return claim.kind == "level" and is_money(claim.quantity.unit) and not self._is_price(claim)

    def _is_price(self, claim: Claim) -> bool:
        """Whether an amount is one of each share, which the sentence leaves unsaid: "at an average share price of $14.98"."""
        start = claim.span.start
        return is_money(claim.quantity.unit) and _PRICE_OF.search(self._document.text, start - _NEAR, start) is not None

    def _averaged(self, sentence: Span) -> bool:
        if sentence.start not in self._averages:
            self._averages[sentence.start] = _AVERAGE.search(self._document.slice(sentence)) is not None
        return self._averages[sentence.start]


def before_rise(rise: tuple[Claim, Claim, Claim]) -> Operand:
    """What a level was before it rose or fell by an amount."""
    level, amount, rate = rise
    return combined((in_sentence(level), in_sentence(amount)), (1, -SIGNS[rate.direction or ""]))


def risen(claim: Claim, rise: tuple[Claim, Claim, Claim]) -> Operand | None:
    """A level, or the amount that it rose or fell by, as the other one and the rate give it."""
    level, amount, rate = (in_sentence(c) for c in rise)
    sign, p = SIGNS[rise[2].direction or ""], rate.quantity
    if p.low is None or p.high is None or p.low <= 0 or p.high >= _ALL:
        return None
    given = amount if claim.id == rise[0].id else level
    low, high = given.quantity.low, given.quantity.high
    if low is None or high is None:
        return None
    # the amount is a part p / (100 ± p) of the level
    ends = [Decimal(x) / (_ALL + sign * x) for x in (p.low, p.value, p.high)]
    if claim.id == rise[0].id:
        value, bounds = given.quantity.value / ends[1], (low / ends[2], high / ends[0])
        told = f"{text_of(amount)} / ({text_of(rate)} / (100 {'+' if sign > 0 else '−'} {text_of(rate)}))"
    else:
        value, bounds = given.quantity.value * ends[1], (low * ends[0], high * ends[2])
        told = f"{text_of(level)} × {text_of(rate)} / (100 {'+' if sign > 0 else '−'} {text_of(rate)})"
    return Operand(Quantity(value, *bounds, given.quantity.unit), (), told)


def _same_thing(one: Claim, other: Claim) -> bool:
    """Whether two numbers of a sentence are of one measure, none of which has another subject begun between them."""
    return one.measure == other.measure and abs(one.group - other.group) <= _MOVE


def made(claim: Claim, mate: Claim, change: Claim) -> Operand | None:
    """A level, of the other one that a change leads to or from."""
    sign = SIGNS[change.direction or ""] if claim.role == "current" else -SIGNS[change.direction or ""]
    if change.kind == "change":
        alike = change.quantity.unit == mate.quantity.unit
        return combined((in_sentence(mate), in_sentence(change)), (1, sign)) if alike else None
    rate = combined((WHOLE, in_sentence(change)), (1, SIGNS[change.direction or ""]))
    if claim.role == "base":
        return divided(in_sentence(mate), rate, 100, mate.quantity.unit)
    return share_of(in_sentence(mate), rate)


def share_of(whole: Operand, rate: Operand) -> Operand | None:
    """So many per cent of an amount."""
    a, b = whole.quantity, rate.quantity
    if None in (a.low, a.high, b.low, b.high):
        return None
    assert a.low is not None and a.high is not None and b.low is not None and b.high is not None
    value = Quantity(a.value * b.value / 100, a.low * b.low / 100, a.high * b.high / 100, a.unit)
    return Operand(value, whole.facts + rate.facts, f"{text_of(whole)} × {text_of(rate)}")


def adds_up(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Whether parts, none of which is all of it, give the whole within their roundings. Single things are not rounded."""
    if not all(0 < c.quantity.value < whole.quantity.value for c in parts):
        return False
    if all(c.kind == "count" and c.quantity.step == 1 for c in (whole, *parts)):
        return sum(c.quantity.value for c in parts) == whole.quantity.value
    return _added([c.quantity for c in parts]).meets(whole.quantity)


def of_parts(claim: Claim, whole: Claim, parts: Sequence[Claim], strength: Strength) -> Candidate:
    """The whole as the sum of its parts, or a part as the whole less the others."""
    others = [c for c in parts if c is not claim]
    terms = others if claim is whole else [whole, *others]
    sign = 1 if claim is whole else -1
    now = _added([terms[0].quantity, *(c.quantity if sign > 0 else c.quantity.negated() for c in terms[1:])])
    quotes = (" + " if sign > 0 else " − ").join(_quoted(c) for c in terms)
    return Candidate({"now": Operand(now, (), f"{quotes} of the sentence")}, strength, OWN)


def of_product(claim: Claim, shares: Claim, price: Claim, amount: Claim, strength: Strength) -> tuple[Candidate, ...]:
    n, p, m = shares.quantity, price.quantity, amount.quantity
    if not n.value or not p.value or None in (n.low, n.high, p.low, p.high, m.low, m.high):
        return ()
    if claim is amount:
        now = product_of(n, p, m)
    else:
        now = _quotient(m, p, n.unit) if claim is shares else _quotient(m, n, p.unit)
    told = f"{_quoted(shares)} x {_quoted(price)} = {_quoted(amount)}"
    return (Candidate({"now": Operand(now, (), told)}, strength, OWN),)


def _quoted(claim: Claim) -> str:
    return " ".join(claim.quote.split())


def _added(quantities: Sequence[Quantity]) -> Quantity:
    value = sum((q.value for q in quantities), Decimal(0))
    lows, highs = [q.low for q in quantities], [q.high for q in quantities]
    low = None if None in lows else sum((x for x in lows if x is not None), Decimal(0))
    high = None if None in highs else sum((x for x in highs if x is not None), Decimal(0))
    return Quantity(value, low, high, quantities[0].unit)


def product_of(n: Quantity, p: Quantity, m: Quantity) -> Quantity:
    assert n.low is not None and n.high is not None and p.low is not None and p.high is not None
    return Quantity(n.value * p.value, n.low * p.low, n.high * p.high, m.unit)


def _quotient(m: Quantity, d: Quantity, unit: str) -> Quantity:
    assert m.low is not None and m.high is not None and d.low is not None and d.high is not None
    return Quantity(m.value / d.value, m.low / d.high, m.high / d.low, unit)
