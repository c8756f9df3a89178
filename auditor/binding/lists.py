"""Wholes and their parts beyond one sentence: the parts that a row is said to consist of ("Cost of sales consisted of $66.1 million
of plant costs and $155.2 million of service costs"), and lists whose items add up to the amount of the line above them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from auditor.binding.operands import combined, printed
from auditor.binding.said import in_sentence
from auditor.binding.search import Search
from auditor.binding.within import adds_up, of_parts
from auditor.model.binding import Candidate, Operand
from auditor.model.claim import Claim
from auditor.model.digits import slipped_from
from auditor.model.fact import Measure
from auditor.model.quantity import Quantity, is_money

_CONSISTED = re.compile(
    r"(?P<name>[A-Z][\w\s,&'’()-]{2,80}?)\s+(?:consist(?:s|ed)\s+of|(?:was|were|is|are)\s+(?:comprised|composed|made\s+up)\s+of"
    r"|comprised)\s+(?:(?:approximately|about)\s+)?$"
)
_FEW = range(2, 8)  # parts of one whole
_FIRST = 24  # characters in which an item begins with its amount
_REST = "the row less the other parts of the sentence"
_ITEM = re.compile(r"[\s•◦▪§*–-]*")
_FIRST_WORDS = re.compile(r"[\s•◦▪§*–-]*(?:(?:an?|the|approximately|about)\s+)*$", re.I)


def lists(claim: Claim, search: Search) -> tuple[Candidate, ...]:
    """What a row gives for its parts, and the line above a list for its items."""
    if claim.outlook or claim.kind not in ("level", "change") or not is_money(claim.quantity.unit):
        return ()
    return _of_row(claim, search) + _of_list(claim, search)


# ------------------------------------------------------------------ the parts of a row
def _of_row(claim: Claim, search: Search) -> tuple[Candidate, ...]:
    parts = search.within.alike(claim)
    if len(parts) not in _FEW or claim not in parts or claim.period is None:
        return ()
    told = _CONSISTED.search(search.text, claim.sentence.start, parts[0].span.start)
    named = search.vocabulary.measure(told["name"]) if told else None
    if named is None or not named.known:
        return ()
    others = [in_sentence(c) for c in parts if c is not claim]
    for whole in _figures(named, claim, search):
        rest = combined([whole, *others], (1, *(-1 for _ in others)))
        near = Quantity.printed(rest.quantity.value, claim.quantity.step, rest.quantity.unit)
        # not as far apart as the roundings of all parts together allow
        met, slip = near.meets(claim.quantity), slipped_from(claim.quote, claim.quantity, near)
        if met or slip:
            return (Candidate({"now": replace(rest, quantity=near)}, "likely" if met else "sure", _REST),)
    return ()


def _figures(measure: Measure, claim: Claim, search: Search) -> Sequence[Operand]:
    periods = search.periods.of(claim)[:1]
    return [
        o
        for p in periods
        for o, s in search.index.figures(measure, frozenset(), "money", p)
        if printed(o) and s == "sure"
    ]


# ------------------------------------------------------------------ the items of a list
def _of_list(claim: Claim, search: Search) -> tuple[Candidate, ...]:
    """A whole as the sum of its items, or an item as the whole less the others: "Charges of $16.5 million:" and below it
    "$8.1 million of restructuring", "$5.8 million of amortization" and "$2.6 million of other costs"."""
    rest = search.said.sentences_from(claim)
    head = next((k for k in range(len(rest)) if _heads(rest[k], search.text)), None)
    if head is None:
        return ()
    whole = next(c for c in rest[head] if is_money(c.quantity.unit))
    items: list[Claim] = []
    before = rest[head]
    for own in rest[head + 1 :]:
        first = own[0]
        if not _follows(before[0], first, search.text):
            break
        items.append(first)
        before = own
    if len(items) not in _FEW or claim not in (whole, *items) or not adds_up(whole, items):
        return ()
    return (of_parts(claim, whole, items, "likely"),)


def _heads(told: Sequence[Claim], text: str) -> bool:
    """Whether a sentence states one amount and ends as a line above a list does."""
    amounts = [c for c in told if is_money(c.quantity.unit) and c.kind in ("level", "change")]
    return len(amounts) == len(told) == 1 and text[told[0].sentence.start : told[0].sentence.end].rstrip().endswith(":")


def _follows(before: Claim, item: Claim, text: str) -> bool:
    """Whether a sentence is the next item of a list, and begins with its amount."""
    gap = text[before.sentence.end : item.sentence.start]
    own_line = "\n" in text[before.span.end : item.span.start] and _ITEM.fullmatch(gap) is not None
    front = text[item.sentence.start : item.span.start]
    begins = len(front) <= _FIRST and _FIRST_WORDS.fullmatch(front) is not None
    return own_line and begins and item.kind in ("level", "change") and is_money(item.quantity.unit)
