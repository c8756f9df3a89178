"""Columns that add up: parts to a total, a quarter and what went before to the year to date, GAAP figures and
adjustments to adjusted ones, two periods to their difference.

A run of columns beside another is its sum, or the first less the second, where nearly every row says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from auditor.frozen import dataclass
from auditor.model.fact import Column
from auditor.tables.footings.block import Block, Line, bits
from auditor.tables.footings.model import Footing
from auditor.tables.footings.percents import SAID, said_change

ROWS = 3  # at least so many rows must hold that could have failed
ENOUGH = 24.0
LEAST = 12.0  # bits where the header says what the column is
WIDEST = 8


@dataclass(frozen=True, slots=True)
class Reading:
    total: int
    parts: tuple[tuple[int, int], ...]  # sign, column
    holds: tuple[Line, ...]
    fails: tuple[Line, ...]
    evidence: float
    known: bool = False  # by the rows of another unit


_BEFORE = re.compile(
    r"\b(?:previously|originally|as)\s+(?:reported|filed|issued|stated)\b|\bbefore\s+(?:restatement|adjust)", re.I
)
_PUT_RIGHT = re.compile(r"\b(?:adjust\w*|corrections?|restatements?|effects?|impacts?|reclassif\w*)\b", re.I)
_AFTER = re.compile(r"\bas\s+(?:restated|revised|corrected|adjusted|recast|reclassified)\b", re.I)
Changes = dict[int, tuple[tuple[int, int], ...]]
"""By a column of changes, the columns with their signs whose difference it is."""


def columns_of(blocks: Sequence[Block]) -> Iterator[Footing]:
    """The footings of the columns of a table's blocks. What the rows of one unit say of a column of changes holds for
    those of the others, which are often few: customers and prices below the amounts."""
    changes: Changes = {}
    for block in sorted(blocks, key=lambda b: -len(b.lines)):
        yield from _of_block(block, changes)


def _of_block(block: Block, changes: Changes) -> Iterator[Footing]:
    """The footings of a block's columns, one a row; the columns of changes among them are added to `changes`."""
    taken: set[frozenset[int]] = set()
    kinds = block.table.column
    readings = [r for group in _groups(block, kinds) for r in _readings(block, group, kinds)]
    readings += [r for total, parts in changes.items() for r in _known(block, total, parts)]
    for reading in sorted(readings, key=lambda r: _preference(r, kinds)):
        columns = frozenset({reading.total, *(c for _, c in reading.parts)})
        if any(len(columns & other) > 1 for other in taken):
            continue
        taken.add(columns)
        if kinds[reading.total].kind == "change":
            changes.setdefault(reading.total, reading.parts)
        yield from _instances(reading, block)


def _known(block: Block, total: int, parts: tuple[tuple[int, int], ...]) -> Iterator[Reading]:
    """The reading of a column of changes that rows of another unit bore out, where no more rows of this one fail it
    than bear it out too."""
    rows = [(line, _row(line, total, parts, True)) for line in block.lines]
    holds = tuple(line for line, verdict in rows if verdict)
    fails = tuple(line for line, verdict in rows if verdict == 0.0)
    if holds and len(fails) <= len(holds):
        yield Reading(total, parts, holds, fails, ENOUGH, True)


def _preference(reading: Reading, kinds: dict[int, Column]) -> tuple[int, bool, int, int, int]:
    """Of equal evidence, columns of changes first, sums before differences, and totals on the right."""
    turned = sum(1 for sign, _ in reading.parts if sign < 0)
    other = kinds[reading.total].kind != "change"
    return (-round(reading.evidence), other, turned, len(reading.parts), -reading.total)


def _groups(block: Block, kinds: dict[int, Column]) -> list[tuple[int, ...]]:
    """The columns in print order; and those of one period, where the periods alternate."""
    groups = {block.columns}
    periods: dict[object, list[int]] = {}
    for c in block.columns:
        periods.setdefault(kinds[c].period, []).append(c)
    groups.update(tuple(columns) for columns in periods.values())
    several = [g for g in groups if len(g) >= 3]
    if block.unit.endswith("/share"):  # quarters' earnings a share do not add up to the year's
        several = [g for g in several if len({kinds[c].period for c in g}) == 1]
    return sorted(several)


def _readings(block: Block, group: Sequence[int], kinds: dict[int, Column]) -> Iterator[Reading]:
    for k, total in enumerate(group):
        for run in (list(group[k + 1 : k + 1 + WIDEST]), list(reversed(group[max(0, k - WIDEST) : k]))):
            for size in range(2, len(run) + 1):
                yield from _tried(block, total, [(1, c) for c in run[:size]], kinds)
        for a, b in zip(group, group[1:], strict=False):
            if total not in (a, b):
                yield from _tried(block, total, [(1, a), (-1, b)], kinds)


def _tried(block: Block, total: int, parts: list[tuple[int, int]], kinds: dict[int, Column]) -> Iterator[Reading]:
    """The reading, where most rows support it."""
    difference = kinds[total].kind == "change" or parts[1][0] < 0
    changed = difference and len(parts) == 2 and said_change(kinds, total, (parts[0][1], parts[1][1]))
    said = changed or not difference and _restates(kinds, total, [c for _, c in parts])
    holds: list[Line] = []
    fails: list[Line] = []
    evidence = 0.0
    for after, line in enumerate(block.lines, 1 - len(block.lines)):
        verdict = _row(line, total, parts, difference)
        if verdict is None:
            continue
        if verdict == 0.0:
            fails.append(line)
            if len(fails) > 3 + len(holds) or len(fails) * (2 if said else 4) > len(holds) - after:
                return  # the rows to come cannot make it up
        else:
            holds.append(line)
            evidence += min(verdict, 12.0)
    enough = len(holds) >= ROWS and evidence >= ENOUGH and len(fails) * 4 <= len(holds)
    if enough or said and len(holds) >= SAID and evidence >= LEAST and len(fails) * 2 <= len(holds):
        yield Reading(total, tuple(parts), tuple(holds), tuple(fails), evidence - 20 * len(fails), said)


def _restates(kinds: dict[int, Column], total: int, parts: Sequence[int]) -> bool:
    """Whether headers say that a figure reported before and its corrections give the one as it is restated."""
    headers = [kinds[c].header for c in parts]
    before = [h for h in headers if _BEFORE.search(h)]
    put_right = [h for h in headers if _PUT_RIGHT.search(h) and h not in before]
    whole = len(before) == 1 and len(before) + len(put_right) == len(headers)
    return whole and _AFTER.search(kinds[total].header) is not None


def _row(line: Line, total: int, parts: Sequence[tuple[int, int]], difference: bool) -> float | None:
    """The evidence of a row: bits where it holds, 0 where it fails, None where it can say nothing."""
    values = line.values
    stated = values.get(total)
    if stated is None:
        return None
    present, gap, slack = 0, 0, line.open[total]
    for sign, column in parts:  # some ten thousand times a release: no list is made
        value = values.get(column)
        if value:
            present += 1
            gap += sign * value
            slack += line.open[column]
    if present < 2:
        return None
    if abs(stated - gap) <= slack or (difference and abs(stated + gap) <= slack):
        size = max(abs(stated), *[abs(values.get(column, 0)) for _, column in parts])
        return max(bits(size, slack), 0.01)
    return 0.0


def _instances(reading: Reading, block: Block) -> Iterator[Footing]:
    group = f"{block.table.id}:{block.unit}:column{reading.total}"
    holds, fails = len(reading.holds), len(reading.fails)
    few = fails <= 1 + holds // 10
    for line in (*reading.holds, *reading.fails):
        failing = line in reading.fails
        certain = (holds >= ROWS or reading.known) and few and (not failing or _additive(line, reading))
        parts = [(s, c) for s, c in reading.parts if c in line.facts]
        signs = _turned(line, reading.total, parts)
        yield Footing(
            "columns", line.facts[reading.total], tuple((signs * s, line.facts[c]) for s, c in parts), group,
            holds - (not failing), fails - failing, certain,
        )  # fmt: skip


def _turned(line: Line, total: int, parts: Sequence[tuple[int, int]]) -> int:
    """-1 where a difference is printed the other way round (as favourable or unfavourable)."""
    if len(parts) != 2 or parts[1][0] > 0:
        return 1
    gap = sum(s * line.values[c] for s, c in parts)
    return -1 if abs(line.values[total] + gap) < abs(line.values[total] - gap) else 1


def _additive(line: Line, reading: Reading) -> bool:
    """Whether a failing row is one that should add up: balances and averages repeat or lie among their parts."""
    if any(c not in line.values for _, c in reading.parts):
        return False
    parts = [s * line.values[c] for s, c in reading.parts]
    total, added = line.values[reading.total], sum(parts)
    if total in parts:
        return False
    if reading.known:
        return True  # a column of changes, whatever the row is
    return abs(abs(total) - abs(added)) < 0.45 * max(abs(added), max(map(abs, parts)) / 2)
