"""Numbers of one sentence that cannot all be of the measure and period that they were understood to be of."""

from __future__ import annotations

import re
from collections.abc import Sequence
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
    for i, j in combinations(range(len(claims)), 2):
        a, b = claims[i], claims[j]
        if _conflict(a, b):
            listed = _LISTED.fullmatch(text[a.span.end : b.span.start]) is not None
            doubted.update((i, j) if listed else (j,) if a.kind in _CHANGES else ())
    return [replace(c, doubt=UNTOLD) if k in doubted and not c.doubt else c for k, c in enumerate(claims)]


def _conflict(a: Claim, b: Claim) -> bool:
    """Whether two numbers say different things of one measure and period."""
    if a.measure is None or a.outlook or b.outlook or (a.measure, a.period, a.base) != (b.measure, b.period, b.base):
        return False
    same = (a.kind, a.role, a.quantity.unit, a.whole) == (b.kind, b.role, b.quantity.unit, b.whole)
    return same and not a.quantity.magnitude().meets(b.quantity.magnitude())
