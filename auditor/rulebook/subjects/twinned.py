"""Sentences that tell the same over again, word for word but for a number or two of their words: the highlight that a
release repeats in its text. Where all their numbers but one are the same, the one is no other figure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import prod

from auditor.claims.place import PLANNED
from auditor.model.claim import Claim
from auditor.model.digits import printed_in
from auditor.rulebook.context import Context
from auditor.vocabulary.words import content_words

_SAME = 0.8  # of the words of two sentences that make them one told twice
_SEVERAL = 2  # numbers that two such sentences have in common, and
_TELLING = 300  # units of their last digits together, which two segments do not share by chance
_MOST = 40  # sentences of one form that are looked at
_Told = tuple[Sequence[Claim], frozenset[str]]


def twinned(context: Context) -> Mapping[str, Claim]:
    """By the id of a claim, the one in its place in a sentence before it that is nearly the same, and has another
    number there alone."""
    forms: dict[object, list[_Told]] = defaultdict(list)
    found: dict[str, Claim] = {}
    for told in context.by_sentence.values():
        if any(c.outlook or c.doubt == PLANNED for c in told):
            continue
        here = told, _words(told, context)
        before = forms[tuple((c.kind, c.quantity.unit, c.role) for c in told)]
        for there in before[:_MOST]:
            odd = _odd_one(there, here)
            if odd is not None:
                found.setdefault(odd[1].id, odd[0])
        before.append(here)
    return found


def _words(told: Sequence[Claim], context: Context) -> frozenset[str]:
    return frozenset(content_words(context.document.slice(told[0].sentence)))


def _odd_one(there: _Told, here: _Told) -> tuple[Claim, Claim] | None:
    """The two numbers by which alone two sentences differ that are one."""
    (before, said), (now, words) = there, here
    odd = [(a, b) for a, b in zip(before, now, strict=True) if a.quantity.value != b.quantity.value]
    if len(odd) != 1 or len(said & words) < _SAME * len(said | words):
        return None
    alike = [c for c in now if c is not odd[0][1]]
    if len(alike) < _SEVERAL or prod(c.quantity.units for c in alike if c.quantity.step) < _TELLING:
        return None
    return odd[0] if all(map(_of_one_time, before, now)) and _alike_printed(*odd[0]) else None


def _of_one_time(a: Claim, b: Claim) -> bool:
    if a.period is None or b.period is None:
        return a.period is b.period
    return a.period.at_one_time(b.period) and a.direction == b.direction


def _alike_printed(a: Claim, b: Claim) -> bool:
    """Whether two numbers are printed to the same digit, so that neither is the other rounded."""
    one, other = printed_in(a.quote), printed_in(b.quote)
    return one.as_tuple().exponent == other.as_tuple().exponent and a.hedge == b.hedge
