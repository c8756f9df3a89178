"""Balance sheets that balance: two grand totals, that of the assets and that of the liabilities and equity."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from auditor.model.fact import Measure
from auditor.tables.footings.block import TOTAL_ASSETS, Block, Line
from auditor.tables.footings.model import Footing
from auditor.tables.footings.slips import digit_gap

_TWO = (TOTAL_ASSETS, Measure("liabilities-and-equity", frozenset(), True))
_LIABILITIES = re.compile(r"liabilit", re.I)


def balances(block: Block) -> Iterator[Footing]:
    """The grand totals of a balance sheet, one footing a column; none elsewhere."""
    if len(block.unit) != 3 or not any(_LIABILITIES.search(line.label) for line in block.lines):
        return
    grand = [line for line in block.lines if _grand(line, block)]
    for k, other in enumerate(grand):
        for assets in grand[:k]:
            columns = [c for c in block.columns if c in assets.values and c in other.values]
            equal = [c for c in columns if assets.values[c] == other.values[c]]
            if equal and len(columns) - len(equal) <= max(1, len(columns) // 4):
                yield from _instances(block, assets, other, columns, equal)
                return


def _grand(line: Line, block: Block) -> bool:
    """Whether a total is called one of the two, or is the greatest figure of nearly all of its columns: where losses
    have piled up, the capital that was paid in is greater."""
    if not (line.row.total or line.ruled):
        return False
    if line.row.measure in _TWO:
        return True
    greatest = sum(1 for c, v in line.values.items() if abs(v) >= max(abs(x.values.get(c, 0)) for x in block.lines))
    return greatest * 2 >= len(line.values) and greatest > 0


def _instances(
    block: Block, assets: Line, other: Line, columns: Sequence[int], equal: Sequence[int]
) -> Iterator[Footing]:
    for column in columns:
        holds = column in equal
        certain = holds or len(equal) > 1 or _LIABILITIES.search(other.label) is not None
        certain = certain or digit_gap(assets.values[column] - other.values[column], 1)
        yield Footing(
            "balance",
            other.facts[column],
            ((1, assets.facts[column]),),
            f"{block.table.id}:balance",
            len(equal) - holds,
            len(columns) - len(equal) - (not holds),
            certain,
        )
