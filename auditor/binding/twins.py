"""Tables printed twice, once for each period: one of homes closed in a quarter, and below it one of those of the year before."""

from __future__ import annotations

from collections.abc import Mapping

from auditor.binding.index import same_label
from auditor.binding.operands import Found, row_of
from auditor.model.binding import Operand

_Row = tuple[str, str, frozenset[str]]


def twins(now: Operand, before: Mapping[_Row, Found]) -> Found:
    """The figures of an earlier period in a row of the same name in another table, where the figure's own table has none of that
    period: only those of one table, as two may give the measure in two ways."""
    if len(now.facts) != 1 or now.derivation or any(row[0] == row_of(now)[0] for row in before):
        return []
    found = [(b, s) for same in before.values() for b, s in same if twin_tables(now, b)]
    return found if len({b.quantity for b, _ in found}) == 1 else []


def twin_tables(now: Operand, before: Operand) -> bool:
    """Whether two figures stand in rows of one name, in two tables of one document."""
    if len(now.facts) != 1 or len(before.facts) != 1 or now.facts[0].table == before.facts[0].table:
        return False
    a, b = now.facts[0], before.facts[0]
    return a.document == b.document and same_label(a, b) and a.label.lower() == b.label.lower()
