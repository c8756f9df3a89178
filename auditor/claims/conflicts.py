"""Numbers of one sentence that cannot all be of the measure and period that they were understood to be of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from auditor.claims.place import NARROWED
from auditor.model.claim import CHANGES, Claim

UNTOLD = "the sentence gives several numbers for it and does not surely tell which is of what"
ANOTHER_BASIS = "the text states an adjusted figure of it on another basis"
_CALLED = re.compile(r"\b(?:adjusted|non-gaap|normalized|underlying|core|ongoing|pro\s?forma)\b", re.I)
_LISTED = re.compile(r"[\s,]*(?:or\s+[\d.]+\s*(?:%|percent)[\s,]*)?(?:and\s+)?(?:\w+ed\s+)?(?:by\s+)?", re.I)


def untold(claims: Sequence[Claim], text: str) -> list[Claim]:
    """The claims of a sentence, those in doubt that are listed with one that contradicts them. Of changes, the first is
    the measure's own and later ones are what brought it about. `text` is the document's."""
    doubted: set[int] = set()
    for i, j in _conflicts(claims):
        a, b = claims[i], claims[j]
        listed = _LISTED.fullmatch(text[a.span.end : b.span.start]) is not None
        doubted.update((i, j) if listed else (j,) if a.kind in CHANGES else ())
    return [replace(c, doubt=UNTOLD) if k in doubted and not c.doubt else c for k, c in enumerate(claims)]


def _conflicts(claims: Sequence[Claim]) -> Iterator[tuple[int, int]]:
    """The pairs of numbers, by their places, that say different things of one measure and period."""
    alike: dict[object, list[int]] = {}
    for k, c in enumerate(claims):
        if c.measure is not None and not c.outlook:
            key = (c.measure, c.period, c.base, c.kind, c.role, c.quantity.unit, c.whole)
            alike.setdefault(key, []).append(k)
    for places in alike.values():
        if len({claims[k].quantity.value for k in places}) > 1:  # however often it is said, one number is no conflict
            told = [(k, claims[k].quantity.magnitude()) for k in places]
            yield from ((i, j) for (i, a), (j, b) in combinations(told, 2) if not a.meets(b))


def on_another_basis(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, those in doubt that a sentence states without some items, where the text gives another number for what it
    calls adjusted: that one may leave out more."""
    called: dict[object, list[Claim]] = {}
    for c in claims:
        if c.measure is not None and "adjusted" in c.measure.qualifiers and _CALLED.search(c.subject):
            called.setdefault(_said(c), []).append(c)
    claims = list(_bases_too(claims))
    if not called:
        return claims
    return [replace(c, doubt=ANOTHER_BASIS) if _differs(c, called) else c for c in claims]


def _bases_too(claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims; what a figure is compared with is narrowed by the words that narrow that: "costs, excluding marketing, were
    $899,000, compared to $849,000"."""
    before: Claim | None = None
    for c in claims:
        mate = before is not None and before.sentence == c.sentence and before.measure == c.measure
        if mate and c.role == "base" and not c.doubt:
            c = replace(c, doubt=NARROWED)
        if c.role == "current" and c.kind == "level":
            before = c if c.doubt == NARROWED and c.measure is not None else None
        yield c


def _said(c: Claim) -> tuple[object, ...]:
    return c.measure, c.period, c.kind, c.quantity.unit


def _differs(c: Claim, called: dict[object, list[Claim]]) -> bool:
    if c.measure is None or c.doubt or "adjusted" not in c.measure.qualifiers or _CALLED.search(c.subject):
        return False
    others = called.get(_said(c), ())
    return bool(others) and not any(o.quantity.magnitude().meets(c.quantity.magnitude()) for o in others)
