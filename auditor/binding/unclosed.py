"""Numbers of one sentence of which each should follow from the others, and does not: a whole and its parts, a level with what
it came from and the change between them, shares with their price and the amount.

How a sentence is understood may be wrong. That one slip of the hand makes such numbers go together is hardly chance, where it
leaves digits behind the one that it changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from auditor.binding.operands import SIGNS, combined
from auditor.binding.said import Said, in_sentence
from auditor.binding.told_so import compared, fourfold, ratio, surely_apart
from auditor.binding.within import EXHAUSTED, OF, Within, adds_up, before_rise, made, of_parts, of_product, risen
from auditor.frozen import dataclass
from auditor.model.binding import Operand
from auditor.model.claim import Claim
from auditor.model.digits import slipped_from
from auditor.model.source import Document

_FEW = 3  # amounts: a whole and two parts
_MOST = 6
_INCLUDING = re.compile(r"\binclud(?:es|ed|ing)\b[^.;:]*$|[:–—]\s*$", re.I)
_LESS = re.compile(r"^[^.;]*\b(?:less|minus)\s+(?:\w+\s+){0,4}\D{0,2}$", re.I)
_Given = Sequence[tuple[Claim, Operand]]
"""Numbers that should follow from each other, each with what the others give for it."""


@dataclass(frozen=True, slots=True)
class Relation:
    """Numbers of a sentence that should follow from each other: one of them, what the others give for it, and whether they
    do. Of numbers that do not, it is the one of which a slip made what it is."""

    claim: Claim
    given: Operand
    claims: tuple[Claim, ...]
    closes: bool


def relations(document: Document, said: Said) -> Iterator[Relation]:
    """The relations of all sentences that close, or would but for a slip."""
    within = Within(document, said)
    for told in said.by_sentence.values():
        if len(told) >= _FEW and not any(c.outlook for c in told):
            yield from _sums(told, within, document)
            yield from _differences(told, within, document)
            moved = [*_moves(told, within, document)]
            yield from moved
            if all(relation.closes for relation in moved):
                yield from _compared(told, within, document)
            yield from _rises(told, within, document)
            yield from _products(told, within)


def _sums(told: Sequence[Claim], within: Within, document: Document) -> Iterator[Relation]:
    """A whole that is said to consist of the parts that follow it, or to include the only two that do. What it is compared
    with, and what comes behind that, is of another time."""
    alike = [*takewhile(lambda c: c.role != "base", _alike(told, within))]
    for k in range(len(alike) - 2):
        whole, parts = alike[k], alike[k + 1 : k + _MOST]
        link = document.text[whole.span.end : parts[0].span.start]
        exhausted = EXHAUSTED.search(link) is not None
        included = _INCLUDING.search(link) or OF.search(document.text, whole.sentence.start, whole.span.start)
        if not exhausted and not (included and len(alike) == _FEW):
            continue
        if any(c.quantity.value <= 0 for c in (whole, *parts)):
            continue
        ways = [_by_parts(whole, parts[:n]) for n in range(2, len(parts) + 1)]
        closing = next((n for n in range(2, len(parts) + 1) if adds_up(whole, parts[:n])), None)
        counted = exhausted and all(c.kind == "count" for c in (whole, *parts))
        yield from _related(ways, None if closing is None else ways[closing - 2], counted)


def _differences(told: Sequence[Claim], within: Within, document: Document) -> Iterator[Relation]:
    """What is left of an amount less another."""
    alike = _alike(told, within)
    for left, whole, less in zip(alike, alike[1:], alike[2:], strict=False):
        if _LESS.search(document.text[whole.span.end : less.span.start]):
            way = _by_parts(whole, (left, less))
            yield from _related([way], way if adds_up(whole, (left, less)) else None)


def _moves(told: Sequence[Claim], within: Within, document: Document) -> Iterator[Relation]:
    """A level, the one that it came from, and the change between them."""
    for claim in told:
        if claim.role != "current" or claim.quantity.unit == "percent":
            continue
        for mate, change in within.moved(claim):
            if _apart((claim, mate, change), document):
                continue
            now, before = made(claim, mate, change), made(mate, claim, change)
            yield from _in_threes((claim, now), (mate, before), (change, _moved(claim, mate, change)))


def _compared(told: Sequence[Claim], within: Within, document: Document) -> Iterator[Relation]:
    """What four numbers, or a level, the change to it and the one that it is compared with, told one right behind the
    other, contradict by more than any rounding."""
    for claim, given, four in fourfold(told, within):
        yield Relation(claim, given, tuple(four), False)
        return
    for found in compared(told, document.text):
        level, base, change = found.level, found.base, found.change
        moved = _moved(level, base, change)
        if moved is None or not surely_apart(change, moved.quantity):
            continue
        way = [(c, o) for c, o in ((level, made(level, base, change)), (base, made(base, level, change))) if o]
        slip = next(((c, o) for c, o in way if slipped_from(c.quote, c.quantity, o.quantity)), (change, moved))
        yield _relation([*way, (change, moved)], *slip, False)


def _rises(told: Sequence[Claim], within: Within, document: Document) -> Iterator[Relation]:
    """A level, with the amount and the rate of the change to it."""
    for rate in told:
        rise = within.rise(rate) if rate.kind == "change-percent" else None
        if rise is None or _apart(rise, document):
            continue
        level, amount, _ = rise
        moved = ratio(in_sentence(level), before_rise(rise), SIGNS[rate.direction or ""])
        yield from _in_threes((level, risen(level, rise)), (amount, risen(amount, rise)), (rate, moved))


def _in_threes(*given: tuple[Claim, Operand | None]) -> Iterator[Relation]:
    """The relation of three numbers of which each follows from the other two, where that can be reckoned; they close where
    one of them is within what the others give for it."""
    way = [(c, o) for c, o in given if o is not None]
    if len(way) == len(given):
        closes = any(o.quantity.meets(c.quantity) for c, o in way)
        yield from _related([way], way if closes else None)


def _apart(claims: Sequence[Claim], document: Document) -> bool:
    """Whether a semicolon parts numbers, behind which a sentence speaks of something else."""
    spans = [c.span for c in claims]
    return ";" in document.text[min(s.start for s in spans) : max(s.end for s in spans)]


def _moved(claim: Claim, mate: Claim, change: Claim) -> Operand | None:
    """The change between two levels, in money or in per cent."""
    now, before = in_sentence(claim), in_sentence(mate)
    sign = SIGNS[change.direction or ""]
    if change.kind == "change":
        return combined((now, before), (sign, -sign))
    return ratio(now, before, sign)


def _products(told: Sequence[Claim], within: Within) -> Iterator[Relation]:
    """Shares, their average price, and the amount."""
    for claim in told:
        three = within.priced(claim) if claim.quantity.unit == "shares" else None
        if three is not None:
            way = [(c, found.operands["now"]) for c in three for found in of_product(c, *three, "likely")]
            if way:  # of nothing there is no price
                yield from _related([way], way if all(o.quantity.meets(c.quantity) for c, o in way) else None)


def _alike(told: Sequence[Claim], within: Within) -> list[Claim]:
    """The amounts of a sentence, or its numbers of things, whichever come first and are enough."""
    return next((found for c in told if len(found := within.alike(c)) >= _FEW), [])


def _by_parts(whole: Claim, parts: Sequence[Claim]) -> _Given:
    return [(c, of_parts(c, whole, parts, "likely").operands["now"]) for c in (whole, *parts)]


def _related(ways: Sequence[_Given], closing: _Given | None, counted: bool = False) -> Iterator[Relation]:
    """The way in which numbers close; or the one in which they would but for a slip. `counted`: single things, which are all
    told, so that no slip is needed."""
    if closing is not None:
        met = next(((c, o) for c, o in closing if o.quantity.meets(c.quantity)), closing[0])
        yield _relation(closing, *met, True)
        return
    for way in ways:
        for claim, given in way:
            if slipped_from(claim.quote, claim.quantity, given.quantity):
                yield _relation(way, claim, given, False)
                return
    if counted:
        yield _relation(ways[-1], *ways[-1][0], False)


def _relation(way: _Given, claim: Claim, given: Operand, closes: bool) -> Relation:
    return Relation(claim, given, tuple(c for c, _ in way), closes)
