"""Amounts in the notes below a table, which count as the table does: "(a) Includes a $7 charge" below one in millions."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from auditor.claims.draft import Draft
from auditor.claims.sentences import even
from auditor.model.digits import printed_in
from auditor.model.fact import Fact
from auditor.model.quantity import is_money
from auditor.model.source import Document, Paragraph

_MARK = re.compile(r"\s*(?:\((?:\w|\d\d)\)|\[\w\]|\*+)\s*[A-Z]")
_FARTHEST = 4000  # characters between a table and the last of its notes
_IN_FULL = 100_000  # an amount as large as this is printed in full in any table
_EACH = re.compile(r"\s*(?:per\b|a\s+share|each\b|an?\s+(?:ounce|barrel|ton)\b)", re.I)
SCALED = ("money", "shares")
Powers = Mapping[str, int]
"""How a table counts: the powers of ten of its money and of its shares."""


class Tables:
    """Where the tables of a document end and how they count."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        cells = [f for f in facts if f.origin == "cell" and not f.document]
        self._ends: list[int] = []
        self._powers: list[Powers] = []
        for _, group in groupby(cells, key=lambda f: f.table):
            own = list(group)
            self._ends.append(max(f.span.end for f in own))
            self._powers.append({unit: _power(own, unit) for unit in SCALED})

    def above(self, document: Document, paragraph: Paragraph) -> Powers:
        """How the table counts of which a paragraph is a note; empty for other text."""
        k = bisect_left(self._ends, paragraph.span.start) - 1
        if k < 0 or paragraph.kind == "heading" or paragraph.span.start - self._ends[k] > _FARTHEST:
            return {}
        return self._powers[k] if _MARK.match(even(document.slice(paragraph.span))) else {}


def power_in(d: Draft, unit: str, text: str, powers: Powers) -> int:
    """The power of ten by which a note's number counts; 0 for one that is printed in full."""
    n = d.number
    if n.scaled or abs(n.value) >= _IN_FULL or _EACH.match(text, n.end):
        return 0
    if unit == "shares":
        return powers.get("shares", 0)
    return powers.get("money", 0) if n.kind == "money" and is_money(unit) else 0


def _power(facts: Iterable[Fact], kind: str) -> int:
    """The commonest power of ten of a table's figures."""
    found: Counter[int] = Counter()
    for f in facts:
        unit = "money" if is_money(f.quantity.unit) else f.quantity.unit
        printed = printed_in(f.text) if unit == kind else 0
        if printed and f.quantity.value:
            found[(abs(f.quantity.value) / printed).adjusted()] += 1
    return found.most_common(1)[0][0] if found else 0
