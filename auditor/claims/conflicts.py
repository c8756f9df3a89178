"""Numbers of one sentence that cannot all be of the measure and period that they were understood to be of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from auditor.model.claim import Claim

UNTOLD = "the sentence gives several numbers for it and does not surely tell which is of what"
_CHANGES = ("change", "change-percent", "change-points")
_LISTED = re.compile(r"[\s,]*(?:or\s+[\d.]+\s*(?:%|percent)[\s,]*)?(?:and\s+)?(?:\w+ed\s+)?(?:by\s+)?", re.I)


def untold(claims: Sequence[Claim], text: str) -> list[Claim]:
    """The claims of a sentence, those in doubt that are listed with one that contradicts them. Of changes, the first is
    the measure's own and later ones are what brought it about. `text` is the document's."""
    doubted: set[int] = set()
    for i, j in _conflicts(claims):
        a, b = claims[i], claims[j]
        listed = _LISTED.fullmatch(text[a.span.end : b.span.start]) is not None
        doubted.update((i, j) if listed else (j,) if a.kind in _CHANGES else ())
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
