"""Levels that a sentence compares in so many words that their numbers must go together: "$30.5 million, up 12% from $27.3
million", "rose 12% to $30.5 million from $27.3 million". Where four numbers tell it, three show which one is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from auditor.binding.operands import SIGNS, WHOLE, combined, divided
from auditor.binding.said import ANYTHING, OWN, in_one_unit, in_sentence
from auditor.binding.within import Within
from auditor.frozen import dataclass
from auditor.model.binding import Candidate, Operand
from auditor.model.claim import Claim
from auditor.model.quantity import Quantity

_LEVELS = ("level", "count", "per-share")
_FROM = re.compile(
    r"[\s,]*(?:[\w-]+\s+){0,2}?(?:from|than|over|below|above|against|versus|vs\.?|compared\s+(?:with|to))"
    r"\s+(?P<base>[^.,;:()]{0,60})",
    re.I,
)
_TO = re.compile(r"[\s,]*(?:[\w-]+\s+){0,4}?to\s+(?:[\w-]+\s+){0,4}\D{0,2}", re.I)
_WHEN = (
    r"(?:\s+(?:for|in|during)\s+the\s+(?:[\w-]+\s+){0,3}(?:quarter|half|year|period)"
    r"(?:\s+of\s+(?:fiscal\s+)?\d{4})?(?=,))?"
)
_MOVED = re.compile(_WHEN + r"[\s,]*(?:[\w-]+\s+){0,6}?(?:of\s+|by\s+)?\D{0,3}", re.I)
_APPOSED = re.compile(
    r"^[^;.]*,\s+an?\s+(?:increase\s+of\s+|decrease\s+of\s+)?$", re.I
)  # "… of its stock, a 50% reduction"
_OF_OTHERS = re.compile(
    r"\b(?:and|or|while|whereas|but|of\s+which|respectively|(?:due|owing|related|thanks|attributable)\s+to)\b", re.I
)
_CHANGED = re.compile(r"\b(?:loss|losses|gains?|\w*creases?|decline|growth|additions?|reduction)\b", re.I)
_BASIS = re.compile(
    r"\b(?:constant|cer|currency|organic\w*|exclud\w+|exclusive|comparable|adjusted|pro\s?forma|like-for-like|same[\s-](?!period|quarter|year|time|three|six|nine|month)\w+|per\s+day|"
    r"daily|annuali[sz]ed|average|underlying|normali[sz]ed|core|FTE|tax-equivalent|net\s+of|including|without)\b",
    re.I,
)  # what makes a rate one of something else than the two amounts beside it
_SURELY = 2  # times the roundings by which numbers differ that are surely not the same
_HEDGED = 3  # units of the last digit that one may be off that is said to be "about" so much


@dataclass(frozen=True, slots=True)
class Told:
    """A level, the one that it is compared with, and the change between them."""

    level: Claim
    base: Claim
    change: Claim


def compared(told: Sequence[Claim], text: str) -> Iterator[Told]:
    """The comparisons of a sentence whose numbers stand right beside each other in the words of a comparison, on no basis
    of their own. `text` is the document's."""
    sentence = told[0].sentence
    if _BASIS.search(text, sentence.start, sentence.end):
        return
    for one, two, three in zip(told, told[1:], told[2:], strict=False):
        first, second = text[one.span.end : two.span.start], text[two.span.end : three.span.start]
        behind = _FROM.fullmatch(second)
        if behind is None or _CHANGED.search(behind["base"]) or _OF_OTHERS.search(first + second):
            continue
        if (_MOVED.fullmatch(first) or _APPOSED.search(first)) and _go_together(one, three, two):
            yield Told(one, three, two)
        elif _TO.fullmatch(first) and _go_together(two, three, one):
            yield Told(two, three, one)


def of_comparison(claim: Claim, told: Sequence[Claim], text: str) -> Iterator[Candidate]:
    """A change beside the two levels that a sentence compares in so many words, whatever it names them."""
    for found in compared(told, text):
        if found.change is claim:
            yield Candidate({"now": in_sentence(found.level), "before": in_sentence(found.base)}, "likely", OWN)


def fourfold(told: Sequence[Claim], within: Within) -> Iterator[tuple[Claim, Operand, Sequence[Claim]]]:
    """Of a level, the one that it came from, and the change between them in money and in per cent, the number that the
    other three, which go together, contradict; with what they give for it, and all four."""
    for level in told:
        if level.role != "current" or level.quantity.unit == "percent" or level.negative:
            continue
        moves = list(within.moved(level))
        amounts = [(base, c) for base, c in moves if c.kind == "change" and not base.negative]
        rates = [c for _, c in moves if c.kind == "change-percent"]
        if len(amounts) != 1 or len(rates) != 1 or amounts[0][1].direction != rates[0].direction:
            continue
        four = (level, *amounts[0], rates[0])
        yield from ((claim, given, four) for claim, given in _odd_one(*four))


def _odd_one(level: Claim, base: Claim, amount: Claim, rate: Claim) -> Iterator[tuple[Claim, Operand]]:
    """The one of four numbers without which the others go together; the first, where the roundings leave open which."""
    now, before, moved = (in_sentence(c) for c in (level, base, amount))
    sign = SIGNS[rate.direction or ""]
    earlier, later = combined((now, moved), (1, -sign)), combined((before, moved), (1, sign))
    grown = (
        (level, ratio(later, before, sign), later),
        (base, ratio(now, earlier, sign), earlier),
        (amount, ratio(now, before, sign), combined((now, before), (sign, -sign))),
    )
    odd = [(c, given) for c, rose, given in grown if rose is not None and rose.quantity.meets(rate.quantity)]
    if later.quantity.meets(level.quantity):
        rose = ratio(now, before, sign)
        odd += [(rate, rose)] if rose is not None else []
    # that the other three go together leaves less to doubt than what two give
    if odd and all(surely_apart(c, given.quantity, within=True) for c, given in odd):
        yield odd[0]


def _go_together(level: Claim, base: Claim, change: Claim) -> bool:
    """Whether two levels are of one kind and unit, neither of them a loss or a limit, and the third number moves them."""
    if level.kind not in _LEVELS or base.kind != level.kind or not _of_one_unit(level, base):
        return False
    if change.direction not in SIGNS or change.kind not in ("change", "change-percent"):
        return False
    if change.kind == "change" and change.quantity.unit != level.quantity.unit or level.quantity.unit == "percent":
        return False
    three = (level, base, change)
    return all(c.hedge in (None, "about") and not c.negative and c.quantity.value > 0 for c in three)


def ratio(now: Operand, before: Operand, sign: int) -> Operand | None:
    """By how many per cent a figure is above another, or (`sign` −1) below it."""
    quotient = divided(now, before, 100, "percent")
    return combined((quotient, WHOLE), (sign, -sign)) if quotient is not None else None


def _of_one_unit(level: Claim, base: Claim) -> bool:
    """What is counted a base need not say again, but the level must: "1,240,000 readers, up 30% from 957,000"."""
    return in_one_unit(level, base) and base.quantity.unit in (level.quantity.unit, ANYTHING)


def surely_apart(claim: Claim, given: Quantity, within: bool = False) -> bool:
    """Whether a number is farther from what others give for it than any rounding of them explains. `within`: one that is
    rounded as they are lies within what they give, but for a unit of its last digit."""
    low, high, step = given.low, given.high, claim.quantity.step
    if low is None or high is None:
        return False
    room = (step if within else high - low + step) * _SURELY + (step * _HEDGED if claim.hedge else 0)
    return not low - room <= claim.quantity.value <= high + room
