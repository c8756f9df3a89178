"""Where one table gives a measure several figures of one period, none is surely meant: rows of one name under two
headings, a cost beside a fair value. Together they may be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import combinations

from auditor.model.binding import Candidate, Operand
from auditor.model.fact import SIDES, Fact
from auditor.model.quantity import Quantity

ONE_OF = "one of several figures that a table gives for it"
_AGREEING = 2  # tables that give one figure, beside which another table with several leaves no doubt


def settled(found: Sequence[Candidate]) -> list[Candidate]:
    """The readings, none of them sure where the sure ones are of rows or columns that one table tells apart; but where
    several other tables agree on one figure, that figure stays sure."""
    groups = _groups(found)
    mixed = {facts[0].table for facts in groups if _apart(facts)}
    if not mixed:
        return list(found)
    clear = [facts[0] for facts in groups if facts[0].table not in mixed]
    agreed = len({f.table for f in clear}) >= _AGREEING and len({f.period for f in clear}) == 1 and not _apart(clear)
    out = [c if agreed and not _in_tables(c, mixed) else _one_of(c) for c in found]
    return list({_read(c): c for c in reversed(out)}.values())[::-1]


def _one_of(candidate: Candidate) -> Candidate:
    return replace(candidate, strength="likely", note=ONE_OF) if candidate.strength == "sure" else candidate


def _read(candidate: Candidate) -> object:
    """What tells readings apart; a table may be asked for in several periods that are one."""
    return candidate.strength, tuple((name, *(f.id for f in o.facts)) for name, o in candidate.operands.items())


def _in_tables(candidate: Candidate, tables: Set[str]) -> bool:
    return any(f.table in tables for operand in candidate.operands.values() for f in operand.facts)


def unsure(candidate: Candidate) -> Candidate:
    """A reading that is likely at most."""
    return replace(candidate, strength="likely") if candidate.strength == "sure" else candidate


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


def changes_together(found: Sequence[Candidate]) -> list[Candidate]:
    """The changes of the sum of rows of one name in one table: amortization that stands in the cost of sales and again
    among the operating expenses."""
    pairs: dict[object, dict[int, tuple[Fact, Fact]]] = defaultdict(dict)
    for candidate in found:
        now, before = candidate.operands["now"], candidate.operands["before"]
        if candidate.strength == "sure" and len(now.facts) == len(before.facts) == 1:
            a, b = now.facts[0], before.facts[0]
            if (a.table, a.row) == (b.table, b.row):
                pairs[a.table, a.column, b.column][a.row] = (a, b)
    sums = [
        list(rows.values()) for rows in pairs.values() if 2 <= len(rows) <= 3 and _apart([a for a, _ in rows.values()])
    ]
    return [
        Candidate(
            {"now": _sum([a for a, _ in rows]), "before": _sum([b for _, b in rows])},
            "likely",
            "the rows of that name together",
        )
        for rows in sums
    ]


def _groups(found: Sequence[Candidate]) -> list[list[Fact]]:
    """The cells of the sure readings by table, period and side (basic or diluted)."""
    groups: dict[object, dict[str, Fact]] = defaultdict(dict)
    for candidate in found:
        now = candidate.operands.get("now")
        if candidate.strength == "sure" and now is not None and len(now.facts) == 1 and not now.derivation:
            fact = now.facts[0]
            sides = (fact.qualifiers | (fact.measure.qualifiers if fact.measure else frozenset())) & SIDES
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
