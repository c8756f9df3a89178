"""Where one table gives a measure several figures of one period, none is surely meant: rows of one name under two
headings, a cost beside a fair value. Together they may be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from auditor.model.binding import Candidate, Operand
from auditor.model.fact import Fact
from auditor.model.quantity import Quantity

_SIDES = frozenset(("basic", "diluted"))


def settled(found: Sequence[Candidate]) -> list[Candidate]:
    """The readings, none of them sure where the sure ones are of rows or columns that one table tells apart."""
    groups = _groups(found)
    if not any(_apart(facts) for facts in groups):
        return list(found)
    return [replace(c, strength="likely") if c.strength == "sure" else c for c in found]


def together(found: Sequence[Candidate]) -> list[Candidate]:
    """The sums of rows of one name in one table and column."""
    out: list[Candidate] = []
    for facts in _groups(found):
        columns: dict[int, list[Fact]] = defaultdict(list)
        for fact in facts:
            columns[fact.column].append(fact)
        for rows in columns.values():
            if 2 <= len(rows) <= 3 and _apart(rows):
                out.append(Candidate({"now": _sum(rows)}, "likely", "the rows of that name together"))
    return out


def _groups(found: Sequence[Candidate]) -> list[list[Fact]]:
    """The cells of the sure readings by table, period and side (basic or diluted)."""
    groups: dict[object, dict[str, Fact]] = defaultdict(dict)
    for candidate in found:
        now = candidate.operands.get("now")
        if candidate.strength == "sure" and now is not None and len(now.facts) == 1 and not now.derivation:
            fact = now.facts[0]
            sides = (fact.qualifiers | (fact.measure.qualifiers if fact.measure else frozenset())) & _SIDES
            groups[fact.table, fact.period, sides][fact.id] = fact
    return [list(facts.values()) for facts in groups.values()]


def _apart(facts: Sequence[Fact]) -> bool:
    return any(not a.quantity.magnitude().meets(b.quantity.magnitude()) for a, b in combinations(facts, 2))


def _sum(rows: Sequence[Fact]) -> Operand:
    quantities = [f.quantity for f in rows]
    value = sum((q.value for q in quantities[1:]), start=quantities[0].value)
    half = sum((q.step / 2 for q in quantities[1:]), start=quantities[0].step / 2)
    text = " + ".join(f.text for f in rows)
    return Operand(Quantity(value, value - half, value + half, quantities[0].unit), tuple(rows), text)
