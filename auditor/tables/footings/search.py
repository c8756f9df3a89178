"""The door to the arithmetic of a table."""

from __future__ import annotations

from auditor.frozen import dataclass
from auditor.model.fact import Table
from auditor.tables.footings.across import columns_of
from auditor.tables.footings.balance import balances
from auditor.tables.footings.block import blocks
from auditor.tables.footings.mirrored import mirrored
from auditor.tables.footings.model import Footing, Relation
from auditor.tables.footings.percents import relations
from auditor.tables.footings.prices import prices
from auditor.tables.footings.quotients import quotients
from auditor.tables.footings.sums import row_footings


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """All equations of one table, in order of the figures on their left."""

    footings: tuple[Footing, ...] = ()
    relations: tuple[Relation, ...] = ()


def arithmetic(table: Table) -> Arithmetic:
    """The equations between the figures of a table that its print and its votes support."""
    found = list(blocks(table))
    by_block = [(block, list(row_footings(block))) for block in found]
    sums = [f for _, footings in by_block for f in footings]
    sums += mirrored(by_block) if len(found) > 1 else ()
    twins = [f for block in found for f in balances(block)]
    across = list(columns_of(found))
    return Arithmetic((*sums, *twins, *across), (*relations(table), *quotients(table), *prices(table)))


def footings(table: Table) -> tuple[Footing, ...]:
    """Every total found in a table with its parts."""
    return arithmetic(table).footings
