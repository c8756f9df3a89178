"""Figures that two sentences tell in the same words, a slip of the hand apart.

What a measure is called, the words around the number and its last digits are the same, and its first are not: numbers
that have nothing to do with each other have the last digits in common by chance only.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from auditor.binding.elsewhere import key_of, words_around
from auditor.claims.place import EFFECT, PART
from auditor.model.claim import Claim
from auditor.model.digits import digits_of, kept, printed_in, slipped, telling
from auditor.model.fact import Measure
from auditor.model.period import Period
from auditor.model.source import Document
from auditor.rulebook.context import Context, once
from auditor.rulebook.subjects.twinned import twinned

_MOST = 40  # claims of one form, or of one number, that are looked at
_FOUR = 4  # digits
_MANY = 4  # words in common that tell one thing whatever measure each is held for
_HALF, _TWO_THIRDS = Decimal(1) / 2, Decimal(2) / 3
_TELLING = 100  # units of its last digit that a number has which two sentences do not share by chance
_OPEN = frozenset(("over", "under", "at-least", "at-most"))
_OWED = re.compile(
    r"(?<!ly\s)(?<!\bis\s)(?<!\bwas\s)(?<!\bwere\s)\b(?:due|owed|payable|receivable)\s+(?P<way>to|from|by)\b", re.I
)  # but "primarily due to"
_PART = re.compile(r"\b(?:segment|division|subsidiary|business\s+unit)\b", re.I)
_APART = (EFFECT, PART)  # reasons for which a number is surely not the one that is told without them
_OTHERS = re.compile(r"[^,.;$%]{0,70}?\band\s+other\b", re.I)
_BASES = frozenset(("adjusted", "organic", "constant-currency"))
_SAME_BASIS = frozenset(("basic", "diluted"))  # one word for both, where they are the same


@once
def retold(context: Context) -> Mapping[str, Claim]:
    """By the id of a claim, the one of a sentence before it that tells the same, rather one of the same number than one
    of a number that a slip parts from it."""
    told = _Told(context)
    claims = [c for c in context.claims if not c.outlook and c.hedge not in _OPEN and printed_in(c.quote)]
    for claim in claims:
        told.take(claim)
    again = {c.id: told.again(c) for c in claims}
    return {**twinned(context), **{id_: earlier for id_, earlier in again.items() if earlier is not None}}


class _Told:
    """The claims by the form and the digits of their numbers."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._keys: dict[str, tuple[object, str]] = {}
        self._by_form: dict[object, list[Claim]] = defaultdict(list)
        self._by_digits: dict[tuple[object, str], list[Claim]] = defaultdict(list)

    def take(self, claim: Claim) -> None:
        form, digits = self._keys[claim.id] = _form(claim), digits_of(printed_in(claim.quote))
        self._by_form[form].append(claim)
        for key in (digits, *_masked(digits)):
            self._by_digits[form, key].append(claim)

    def again(self, claim: Claim) -> Claim | None:
        """The claim before this one that tells the same."""
        form, digits = self._keys[claim.id]
        same = self._before(claim, form, [digits])
        slips = self._before(claim, form, [*_masked(digits), *_swapped(digits)])
        found = next((c for c in same if _one_figure(c, claim, self._context)), None)
        if found is not None:
            return found
        printed = printed_in(claim.quote)
        near = (c for c in slips if self._slipped(claim, c, printed) and _one_figure(c, claim, self._context))
        return next((c for c in near if _one_story(c, claim, self._context) or not self._third(c, claim)), None)

    def _slipped(self, claim: Claim, other: Claim, printed: Decimal) -> bool:
        """Whether a slip parts two numbers; of two digits only beside others that both sentences state."""
        if slipped(printed, printed_in(other.quote)):
            return True
        short = not telling(printed) and kept(printed, printed_in(other.quote)) > 0
        return short and _one_story(claim, other, self._context)

    def _before(self, claim: Claim, form: object, keys: Sequence[str]) -> Iterator[Claim]:
        """The first claims of other sentences before a claim that have some of its digits."""
        for key in keys:
            for other in self._by_digits.get((form, key), ())[:_MOST]:
                if other.span.start < claim.span.start and other.sentence != claim.sentence:
                    yield other

    def _third(self, one: Claim, other: Claim) -> bool:
        """Whether the same words tell a third number, so that they are of several things."""
        numbers = {printed_in(c.quote) for c in (one, other)}
        others = (c for c in self._by_form[self._keys[one.id][0]][:_MOST] if printed_in(c.quote) not in numbers)
        return any(_one_figure(c, other, self._context) for c in others)


def _masked(digits: str) -> list[str]:
    """The digits with one left out; the last may be rounded."""
    return [f"{digits[:k]}*{digits[k + 1 :]}" for k in range(len(digits) - 1)]


def _swapped(digits: str) -> list[str]:
    return [digits[:k] + digits[k + 1] + digits[k] + digits[k + 2 :] for k in range(len(digits) - 1)]


def unit_of(claim: Claim) -> str:
    """The unit of a number, one for all counts: what is counted is not always said."""
    return "count" if claim.kind == "count" else claim.quantity.unit


def _form(claim: Claim) -> object:
    printed = printed_in(claim.quote)
    scale = abs(claim.quantity.value) / printed if printed else None
    return claim.kind, claim.role, unit_of(claim), scale, printed.as_tuple().exponent


def _one_figure(one: Claim, other: Claim, context: Context) -> bool:
    """Whether two claims are of one measure and time, and told in the same words."""
    if not (_of_one_time(one.period, other.period) and _of_one_time(one.base, other.base)):
        return False
    if {one.direction, other.direction} == {"up", "down"} or (one.doubt in _APART) != (other.doubt in _APART):
        return False
    if any(told(one, context.document) != told(other, context.document) for told in (_owed, of_a_part, _with_others)):
        return False
    a, b = (words_around(context.document, c) for c in (one, other))
    shared, fewer = len(a & b), min(len(a), len(b))
    if key_of(one) != key_of(other):
        return not (one.measure and other.measure) and shared >= _MANY and shared >= _TWO_THIRDS * fewer
    if one.measure is not None and other.measure is not None:
        more = _qualified(one.measure) ^ _qualified(other.measure)
        if not more:
            return shared > 0
        # "the average price" and "the price"
        return len(more) == 1 < shared and not more & _BASES and _has_four_digits(one)
    return shared > 1 and shared >= _HALF * fewer


def _one_story(one: Claim, other: Claim, context: Context) -> bool:
    """Whether the sentences of two claims state another long number alike, so that they tell one thing."""
    a, b = (
        {(c.kind, c.quantity.unit, abs(c.quantity.value)) for c in context.by_sentence[start] if _long(c)}
        for start in (one.sentence.start, other.sentence.start)
    )
    return bool(a & b)


def _long(claim: Claim) -> bool:
    return claim.quantity.value != 0 and claim.quantity.step * _TELLING <= abs(claim.quantity.value)


def _has_four_digits(claim: Claim) -> bool:
    """Whether a number has four digits or more."""
    return len(digits_of(printed_in(claim.quote)).rstrip("0")) >= _FOUR


def _of_one_time(a: Period | None, b: Period | None) -> bool:
    if a is None or b is None:
        return a is b
    return a.at_one_time(b)


def _qualified(measure: Measure) -> frozenset[str]:
    return measure.qualifiers - _SAME_BASIS


def _owed(claim: Claim, document: Document) -> str:
    """Whether what a claim states is due to somebody or from somebody."""
    found = _OWED.search(document.text, claim.sentence.start, claim.span.start)
    return found["way"].lower() if found else ""


def _with_others(claim: Claim, document: Document) -> bool:
    """Whether a number counts other things in: "$13.6 million of letters of credit and other guarantees"."""
    return _OTHERS.match(document.text, claim.span.end, claim.sentence.end) is not None


def of_a_part(claim: Claim, document: Document) -> bool:
    """Whether the words before a number say that it is of a part of the company."""
    return _PART.search(document.text, claim.sentence.start, claim.span.start) is not None
