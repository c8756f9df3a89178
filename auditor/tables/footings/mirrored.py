"""Sums of the rows of one unit that hold for those of another too: a reconciliation has amounts and amounts by the
share side by side, and what adds up in the one columns does in the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.frozen import replace
from auditor.tables.footings.block import Block, Line
from auditor.tables.footings.model import Footing
from auditor.tables.footings.slips import digit_gap

Sum = tuple[int, tuple[tuple[int, int], ...]]
"""The row of a total, and its parts as (sign, row)."""
LEAST = 2  # parts


def mirrored(found: Sequence[tuple[Block, Sequence[Footing]]]) -> Iterator[Footing]:
    """The footings of blocks that those of another one, none of which fails, say hold here: where a column fails by
    what looks like a slip, it is wrong."""
    for block, own in found:
        totals = {f.total.row for f in own}
        lines = {line.row.index: line for line in block.lines}
        for total, parts in _told_by_others(block, found):
            if total not in totals and total in lines and all(row in lines for _, row in parts):
                yield from _instances(block, lines[total], [(sign, lines[row]) for sign, row in parts])


def _told_by_others(block: Block, found: Sequence[tuple[Block, Sequence[Footing]]]) -> Iterator[Sum]:
    for other, footings in found:
        if other is block:
            continue
        failed = {f.total.row for f in footings if f.failed}
        seen: set[int] = set()
        for f in footings:
            if f.total.row in failed or f.total.row in seen or len(f.parts) < LEAST:
                continue
            seen.add(f.total.row)
            yield f.total.row, tuple((sign, part.row) for sign, part in f.parts)


def _instances(block: Block, total: Line, parts: Sequence[tuple[int, Line]]) -> Iterator[Footing]:
    columns = [c for c in block.columns if c in total.values and all(c in part.values for _, part in parts)]
    gaps = {c: total.values[c] - sum(sign * part.values[c] for sign, part in parts) for c in columns}
    slack = {c: total.open[c] + sum(part.open[c] for _, part in parts) for c in columns}
    holds = [c for c in columns if abs(gaps[c]) <= slack[c]]
    fails = [c for c in columns if c not in holds]
    if not holds or len(fails) > 1 or not all(digit_gap(gaps[c], slack[c]) for c in fails):
        return
    group = f"{block.table.id}:{block.unit}:row{total.row.index}"
    footing = Footing("rows", total.facts[columns[0]], (), group, 0, 0, True)
    for c in columns:
        failing = c in fails
        present = tuple((sign, part.facts[c]) for sign, part in parts)
        others = len(holds) - (not failing), len(fails) - failing
        yield replace(footing, total=total.facts[c], parts=present, held=others[0], failed=others[1])
