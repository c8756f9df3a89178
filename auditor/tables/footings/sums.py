"""Rows that add up: for each row, which of the rows above it are its parts.

The rows not yet summed lie on a stack. A total takes a run of them from the top, all added, or the first less the
others, or with a few turned round or left out; it then stands for them, so that cascades (gross profit, operating
income, net income) and nested totals come out by themselves. A reading is accepted for the evidence of the columns in
which it foots, in bits, less the number of readings tried; layout (a rule line, the word total, a heading above the
first part) counts as evidence too. The column that fails where others foot is then the error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from math import log2

from auditor.frozen import dataclass, replace
from auditor.tables.footings.block import TOTAL_ASSETS, Block, Line, bits
from auditor.tables.footings.model import Footing
from auditor.tables.footings.slips import digit_gap

ENOUGH = 10.0  # bits that make a reading accepted
SURE = 13.0  # bits that make a failing column an error
DEEPEST = 48
_NEAR = 3  # rows
_MOST_FLOWS = 5  # of cash: from its three sections, by rates of exchange, of what was discontinued
PRECISE = 2000  # half units: a figure with digits enough that a slip in it is no chance
SECTIONS = frozenset(
    ("operating-cash-flow", "investing-cash-flow", "financing-cash-flow", "net-change-in-cash", "current-assets",
     "current-liabilities", "total-liabilities", "stockholders-equity", "liabilities-and-equity",
     "operating-expenses", "gross-profit", "pretax-income", "ebitda", "comprehensive-income")
)  # fmt: skip
"""Measures that are sums by what they are."""
_OF_CASH = frozenset(("operating-cash-flow", "investing-cash-flow", "financing-cash-flow"))
"""Those which may have but one line: all that was invested may be capital expenditures."""
_TOTALISH = re.compile(
    r"\b(?:totals?|net|gross|subtotal|income(?!\s+tax)|loss|earnings|profit|margin|balance|end|ending|adjusted|"
    r"non-gaap|ebitda|"
    r"increase|decrease|change|equity|cash|assets|liabilities|result)\b",
    re.I,
)
_REMAINS = re.compile(
    r"other\b", re.I
)  # "Other assets" are what is left: they equal two rows above them by chance alone
_TURNED = re.compile(
    r"\b(?:less|costs?|expenses?|provision|tax(?:es)?|loss(?:es)?|interest|dividends?|depreciation|"
    r"amortization|minority|"
    r"noncontrolling|deduct|discount|allowance|charges?|treasury|benefit)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a row as a total: `signs` of the stack's items from `start` on (0: left out)."""

    start: int
    signs: tuple[int, ...]
    foots: tuple[int, ...]
    fails: tuple[int, ...]
    evidence: float
    price: float = 0.0
    """The bits that the number of readings costs of which this is one; a few are plain sums, hundreds are not."""


def row_footings(block: Block) -> Iterator[Footing]:
    """The footings of a block's rows, one a total and column."""
    stack: list[Line] = []
    used: set[int] = set()
    for line in block.lines:
        reading = _best(line, stack, block)
        if reading is not None:
            parts = stack[reading.start :]
            yield from _instances(line, parts, reading, block)
            del stack[reading.start :]
            used.update(part.row.index for part in (line, *parts))
        stack.append(line)
        if len(stack) > 2 * DEEPEST:
            del stack[:DEEPEST]
    yield from _totals_on_top(block, used)


def _totals_on_top(block: Block, used: set[int]) -> Iterator[Footing]:
    """Totals whose parts stand below them, deeper in the outline; the rows `used` belong to totals below already."""
    stack: list[Line] = []
    for line in reversed(block.lines):
        deeper = bool(stack) and stack[-1].row.level > line.row.level
        if line.row.index not in used and len(stack) >= 2 and (deeper or line.row.total):
            columns = [c for c in block.columns if c in line.values]
            found = _plain(line, stack, columns, True)
            reading = _chosen(found, columns, ENOUGH + (0 if deeper else 4))
            if reading is not None:
                yield from _instances(line, stack[reading.start :], reading, block)
                del stack[reading.start :]
        stack.append(line)
        if len(stack) > 2 * DEEPEST:
            del stack[:DEEPEST]


def _instances(total: Line, parts: Sequence[Line], reading: Reading, block: Block) -> Iterator[Footing]:
    group = f"{block.table.id}:{block.unit}:row{total.row.index}"
    foots, fails = len(reading.foots), len(reading.fails)
    sure = reading.evidence >= SURE and (foots > fails or total.row.total or total.ruled)
    used = [(s, p) for s, p in zip(reading.signs, parts, strict=True) if s]
    blank = any(not _complete(used, column) for column in reading.foots)
    for column in (*reading.foots, *reading.fails):
        failing = column in reading.fails
        certain = sure or _slipped(total, used, column)
        if failing and not _complete(used, column):
            # a blank is nil where it is so in other columns; else it may stand for a figure that is not given
            certain = (blank or abs(total.values[column]) >= PRECISE) and _slipped(total, used, column)
            if not certain or sum(1 for _, p in used if column in p.facts) < 2:
                continue
        if failing and not certain and min(reading.signs) <= 0:
            continue  # too much of the reading is guessed
        if failing and _given_below(total, used, column, block):
            continue
        present = tuple((s, p.facts[column]) for s, p in used if column in p.facts)
        yield Footing(
            "rows", total.facts[column], present, group, foots - (not failing), fails - failing, certain or not failing
        )


def _given_below(total: Line, parts: Sequence[tuple[int, Line]], column: int, block: Block) -> bool:
    """Whether a total below is what the parts give, so that this one is but a part: the equity of the shareholders
    where others have an interest in it too, as a row between the two says. Else the total is only told again."""
    if total.row.measure is None:
        return False
    wanted, key = sum(s * p.values.get(column, 0) for s, p in parts), total.row.measure.key
    gap, between = wanted - total.values[column], set[int]()
    for line in (x for x in block.lines if x.row.index > total.row.index):
        same = line.row.measure is not None and line.row.measure.key == key
        if wanted and same and line.values.get(column) == wanted:
            return gap in between
        between.add(line.values.get(column, 0))
    return False


def _complete(parts: Sequence[tuple[int, Line]], column: int) -> bool:
    return all(column in part.facts for _, part in parts)


def _slipped(total: Line, parts: Sequence[tuple[int, Line]], column: int) -> bool:
    """Whether the gap in a column is that of one wrong digit in a figure."""
    gap = total.values[column] - sum(s * p.values.get(column, 0) for s, p in parts)
    return digit_gap(gap, total.open[column] + sum(p.open.get(column, 0) for _, p in parts))


def _best(total: Line, stack: Sequence[Line], block: Block) -> Reading | None:
    # a column in which none of the rows above has a figure has no sum, as that of the figures at constant rates
    near = stack[-_NEAR:]
    columns = [c for c in block.columns if c in total.values and any(c in line.values for line in near)]
    if not stack or not columns or len(stack) < 2 and not _whole_section(total, stack[-1]):
        return None
    found = _plain(total, stack, columns, block.balance)
    if block.balance and _REMAINS.match(total.label) and not (total.row.total or total.ruled):
        found = [r for r in found if not r.fails]
    plain = _chosen(found, columns, ENOUGH)
    if any(not r.fails for r in found) or not _looks_total(total):
        return plain
    turned = _adjusted(total, stack, columns, _below_assets(stack) if block.balance else 0)
    return _chosen([*found, *turned], columns, ENOUGH) or plain or _meant(total, stack, columns)


def _meant(total: Line, stack: Sequence[Line], columns: Sequence[int]) -> Reading | None:
    """The change in cash as the sum of the three flows before it, which it is by what it means, though no column foots:
    one wrong digit explains the only one."""
    if total.row.measure is None or total.row.measure.key != "net-change-in-cash":
        return None
    keys = [part.row.measure.key if part.row.measure is not None else "" for part in stack]
    start = max((k for k, key in enumerate(keys) if key == "operating-cash-flow"), default=len(stack))
    run = stack[start:]
    if not _OF_CASH.issubset(keys[start:]) or len(run) > _MOST_FLOWS:
        return None
    slipped = all(_slipped(total, [(1, part) for part in run], c) for c in columns)
    return Reading(start, (1,) * len(run), (), tuple(columns), ENOUGH) if slipped else None


def _chosen(found: Sequence[Reading], columns: Sequence[int], enough: float) -> Reading | None:
    """The best of the readings, where its evidence outweighs the number of readings that were tried."""
    best = max(found, key=lambda r: r.evidence - 9 * len(r.fails), default=None)
    if best is None or best.evidence - best.price < enough or len(best.fails) > max(1, len(columns) // 5):
        return None
    return best


def _looks_total(line: Line) -> bool:
    return line.row.total or line.ruled or not line.label.strip() or _totalish(line.label)


@lru_cache(maxsize=4096)
def _totalish(label: str) -> bool:
    return _TOTALISH.search(label) is not None


def _plain(total: Line, stack: Sequence[Line], columns: Sequence[int], added_only: bool) -> list[Reading]:
    """Runs that are all added, or of which the first is lessened by the others. Balance sheets are `added_only`, for
    capital is always what is left of the assets; there a pair may still be a figure and what is taken off it."""
    found: list[Reading] = []
    stated, added = total.values, dict.fromkeys(columns, 0)
    slack = {c: total.open[c] for c in columns}
    lowest = max(0, len(stack) - DEEPEST)
    total_like = _looks_total(total)
    enough = (len(columns) + 1) // 2
    for start in range(len(stack) - 1, lowest - 1, -1):
        values, opens = stack[start].values, stack[start].open
        plus = minus = 0  # columns in which all add up, in which the first less the others does: mostly none
        for c in columns:
            value, rest = values.get(c, 0), added[c]
            room = slack[c] = slack[c] + opens.get(c, 0)
            added[c] = rest + value
            plus += -room <= stated[c] - value - rest <= room
            minus += -room <= stated[c] - value + rest <= room
        if plus < enough and minus < enough:
            continue
        size = len(stack) - start
        sums: list[tuple[dict[int, int], tuple[int, ...]]] = []
        if plus >= enough and (size >= 2 or _whole_section(total, stack[start])):
            sums.append((added, (1,) * size))
        if minus >= enough and total_like and (size == 2 or size > 2 and not added_only):
            less = {c: 2 * values.get(c, 0) - added[c] for c in columns}
            sums.append((less, (1, *(-1,) * (size - 1))))
        for run, signs in sums:
            reading = _read(total, stack, start, signs, run, slack, columns)
            if reading is not None:
                found.append(reading)
    return _priced(found, 2 * max(0, len(stack) - lowest - 1))


def _priced(found: Sequence[Reading], tried: int) -> list[Reading]:
    return [replace(reading, price=log2(max(tried, 1))) for reading in found]


def _read(
    total: Line, stack: Sequence[Line], start: int, signs: tuple[int, ...], sums: dict[int, int], slack: dict[int, int],
    columns: Sequence[int],
) -> Reading | None:  # fmt: skip
    foots = [c for c in columns if abs(total.values[c] - sums[c]) <= slack[c]]
    if not foots or 2 * len(foots) < len(columns):
        return None
    parts = stack[start:]
    evidence = 0.0
    fewest = 1 if _whole_section(total, parts[0]) else 2
    seen: set[int] = {0}
    for c in foots:
        value = total.values[c]
        sizes = [abs(p.values.get(c, 0)) for s, p in zip(signs, parts, strict=True) if s]
        if value not in seen and sum(1 for v in sizes if v) >= fewest:
            evidence += bits(max(*sizes, abs(value)), slack[c])
            seen.add(value)
    if not evidence:
        return None
    fails = tuple(c for c in columns if c not in foots)
    return Reading(start, signs, tuple(foots), fails, evidence + _layout(total, stack, start, signs))


def _whole_section(total: Line, first: Line) -> bool:
    """Whether a run from `first` to a total is all of a section of the cash flow statement."""
    return first.opens and total.row.measure is not None and total.row.measure.key in _OF_CASH


def _layout(total: Line, stack: Sequence[Line], start: int, signs: tuple[int, ...]) -> float:
    """What the print says for a reading, in bits."""
    said = 0.0
    if total.row.total or (total.row.measure is not None and total.row.measure.key in SECTIONS):
        said += 4
    elif not total.label.strip():
        said += 4
    elif _adjusts(total, stack[start]):
        said += 6
    elif _totalish(total.label):
        said += 2
    if total.ruled:
        said += 3
    if stack[start].opens or start == 0:
        said += 2
    for sign, part in zip(signs[1:], stack[start + 1 :], strict=True):
        if sign == -1 and not _TURNED.search(part.label) and sum(signs) != 2 - len(signs):
            said -= 3
        elif sign == 0:
            said -= 4
    return said


def _adjusts(total: Line, first: Line) -> bool:
    """Whether a row is the adjusted figure of what the first of its parts is."""
    to, of = total.row.measure, first.row.measure
    if to is None or of is None or not to.known or to.key != of.key:
        return False
    return "adjusted" in to.qualifiers and "adjusted" not in of.qualifiers


def _below_assets(stack: Sequence[Line]) -> int:
    """The first row below the total of the assets, of which any claim is what the others leave."""
    return next((k + 1 for k, line in enumerate(stack) if line.row.measure == TOTAL_ASSETS), 0)


def _adjusted(total: Line, stack: Sequence[Line], columns: Sequence[int], first: int) -> list[Reading]:
    """Runs of which one or two are turned round, or one is left out; none begins before row `first`."""
    found: list[Reading] = []
    tried = 0
    gaps, slack = ({c: of[c] for c in columns} for of in (total.values, total.open))
    for start in range(len(stack) - 1, max(first - 1, len(stack) - 12), -1):
        values, opens = stack[start].values, stack[start].open
        for c in columns:
            gaps[c] -= values.get(c, 0)
            slack[c] += opens.get(c, 0)
        parts = stack[start:]
        size = len(parts)
        if size < 3:
            continue
        tried += 2 * size + (size * (size - 1) // 2 if size <= 9 else 0)
        for changes in _changes(parts, gaps, slack, columns):
            signs = tuple(changes.get(k, 1) for k in range(size))
            new = {c: sum(s * p.values.get(c, 0) for s, p in zip(signs, parts, strict=True)) for c in columns}
            reading = _read(total, stack, start, signs, new, slack, columns)
            if reading is not None:
                found.append(reading)
    return _priced(found, tried + 2 * max(0, min(len(stack), DEEPEST) - 1))


def _changes(
    parts: Sequence[Line], gaps: dict[int, int], slack: dict[int, int], columns: Sequence[int]
) -> Iterator[dict[int, int]]:
    """Which parts to turn round (-1) or leave out (0) so that the gap closes in at least half of the columns."""
    needed = (len(columns) + 1) // 2

    def closes(times: int, one: dict[int, int], other: dict[int, int]) -> bool:
        missing = len(columns) - needed
        for c in columns:
            if abs(gaps[c] + times * (one.get(c, 0) + other.get(c, 0))) > slack[c]:
                missing -= 1
                if missing < 0:
                    return False
        return True

    values = [p.values for p in parts]
    for k in range(1, len(parts)):
        if closes(1, values[k], {}):
            yield {k: 0}
        if closes(2, values[k], {}):
            yield {k: -1}
    if len(parts) <= 9:
        for i, k in combinations(range(1, len(parts)), 2):
            if closes(2, values[i], values[k]):
                yield {i: -1, k: -1}
