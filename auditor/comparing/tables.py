"""The tables of two drafts side by side: which cell became which."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from auditor.frozen import dataclass
from auditor.model.fact import Fact, Row, Table

ALIKE = 0.4  # of two tables, from which on one may have become the other
REWORDED = 0.6  # of two labels
_NUMBER = re.compile(r"\d[\d,.]*")


@dataclass(frozen=True)
class PairedFacts:
    """Facts of both drafts that stand in one cell, and those that stand in one draft only."""

    both: tuple[tuple[Fact, Fact], ...]
    removed: tuple[Fact, ...]
    added: tuple[Fact, ...]


def paired_facts(old: Sequence[Table], new: Sequence[Table]) -> PairedFacts:
    both: list[tuple[Fact, Fact]] = []
    for before, after in _tables(old, new):
        both += _facts(before, after)
    known_old, known_new = {a.id for a, _ in both}, {b.id for _, b in both}
    return PairedFacts(
        tuple(both),
        tuple(f for table in old for f in _printed(table) if f.id not in known_old),
        tuple(f for table in new for f in _printed(table) if f.id not in known_new),
    )


def _printed(table: Table) -> Iterator[Fact]:
    return (f for f in table.facts if f.origin != "derived")


# ---------------------------------------------------------------------------------------------------- tables


def _tables(old: Sequence[Table], new: Sequence[Table]) -> list[tuple[Table, Table]]:
    """Tables with the one they became: the most alike first, and of those equally alike the nearest in order."""
    olds, news = [_signature(t) for t in old], [_signature(t) for t in new]
    ranked = sorted(
        (-_likeness(a, b), abs(i - j), i, j)
        for i, a in enumerate(olds)
        for j, b in enumerate(news)
        if _likeness(a, b) >= ALIKE
    )
    left_old, left_new = set(range(len(old))), set(range(len(new)))
    found: list[tuple[Table, Table]] = []
    for _, _, i, j in ranked:
        if i in left_old and j in left_new:
            left_old.remove(i)
            left_new.remove(j)
            found.append((old[i], new[j]))
    return found


def _signature(table: Table) -> Counter[str]:
    """The words that a table is known by: its labels, headers and title."""
    words = [_even(row.label) for row in table.rows] + [_even(column.header) for column in table.columns]
    return Counter([*words, _even(table.title)])


def _likeness(a: Counter[str], b: Counter[str]) -> float:
    shared = sum((a & b).values())
    return 2 * shared / (sum(a.values()) + sum(b.values()))


# ---------------------------------------------------------------------------------------------------- cells


def _facts(old: Table, new: Table) -> Iterator[tuple[Fact, Fact]]:
    rows = _matched([_row_key(r) for r in old.rows], [_row_key(r) for r in new.rows], REWORDED)
    row_of = {old.rows[i].index: new.rows[j].index for i, j in rows}
    columns = _matched([_even(c.header) for c in old.columns], [_even(c.header) for c in new.columns], 0)
    column_of = {old.columns[i].index: new.columns[j].index for i, j in columns}
    there = _by_cell(new)
    for cell, fact in _by_cell(old).items():
        row, column, origin, number = cell
        # a figure of a label stands in no column
        at = column if origin == "label" else column_of.get(column, -1)
        partner = there.get((row_of.get(row, -1), at, origin, number))
        if partner is not None:
            yield fact, partner


def _by_cell(table: Table) -> dict[tuple[int, int, str, int], Fact]:
    """Facts by row, column, origin and number within the cell."""
    seen: Counter[tuple[int, int, str]] = Counter()
    found: dict[tuple[int, int, str, int], Fact] = {}
    for fact in _printed(table):
        place = (fact.row, fact.column, fact.origin)
        found[(*place, seen[place])] = fact
        seen[place] += 1
    return found


def _row_key(row: Row) -> str:
    """A row's label under its heading. Figures in a label may change, as in “authorised 1,000 shares”."""
    return _NUMBER.sub("0", " / ".join([*(_even(heading) for heading in row.path[-1:]), _even(row.label)]))


def _matched(old: list[str], new: list[str], alike: float) -> Iterator[tuple[int, int]]:
    """The places of one list with their places in the other, in order; reworded ones too, if they are `alike`."""
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from zip(range(a, b), range(c, d), strict=True)
        elif tag == "replace":
            at = c
            for i in range(a, b):
                ranked = [(_alike(old[i], new[j]), -j) for j in range(at, d)]
                if ranked and max(ranked)[0] >= alike:
                    at = 1 - max(ranked)[1]
                    yield i, at - 1


def _alike(a: str, b: str) -> float:
    return SequenceMatcher(None, a, b, autojunk=False).ratio()


def _even(text: str) -> str:
    return " ".join(text.lower().split())
