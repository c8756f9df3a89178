"""Rows that follow from two other rows of their column: earnings a share from a result and shares, margins and rates
from two amounts.

For each such row the pairs of rows are sought whose quotient it is; columns vote, and the labels count as evidence.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from math import log2
from typing import Literal

from auditor.frozen import dataclass
from auditor.model.fact import SIDES, Fact, Row, Table
from auditor.tables.footings.model import Relation
from auditor.tables.footings.slips import digit_gap

MARGINS = {
    "gross-margin": "gross-profit", "operating-margin": "operating-income", "net-margin": "net-income",
    "ebitda-margin": "ebitda",
}  # fmt: skip
"""The result that each margin is of revenue."""
_DEFINED = 8.0  # bits that the rows' own measures say for it
_BY_SHARE = 5.0  # or for earnings a share
ENOUGH = 9.0
Kind = Literal["percent-change", "per-share", "ratio"]
PER_SHARE, RATIO, CHANGE = "per-share", "ratio", "percent-change"
KINDS: Mapping[str, Kind] = {PER_SHARE: "per-share", RATIO: "ratio", CHANGE: "percent-change"}
_WORDS = re.compile(r"[a-z]{3,}")
_EMPTY = frozenset(
    "and the per share total net percent percentage ratio rate basic diluted before after average income loss".split()
)
_RESULT = re.compile(r"\b(?:income|loss|earnings|profit|result|equity|dividends?|value|margin|ffo|deficit)\b", re.I)
_GROWTH = re.compile(r"\b(?:change|growth|increase|decrease|y/y|yoy)\b", re.I)
_FOR_SHARES = re.compile(
    r"\bnumerator|\b(?:used|for|in)\s+(?:\w+\s+){0,3}?(?:comput|calculat|per[\s-]share)|\bdilut|\bassum", re.I
)  # the result that earnings a share are computed of: after the interest of notes that are taken as converted
_NET = re.compile(r"\bnet\s+(?:income|loss|earnings|profit)\b", re.I)


@dataclass(frozen=True, slots=True)
class Strip:
    """A row with its figures as floats by column, and how far each may be from its true value."""

    row: Row
    facts: dict[int, Fact]
    values: dict[int, float]
    open: dict[int, float]


@dataclass(frozen=True, slots=True)
class Reading:
    kind: str
    stated: Strip
    first: Strip
    second: Strip
    holds: tuple[int, ...]
    fails: tuple[int, ...]
    evidence: float
    others: tuple[Strip, ...] = ()
    """Further rows that the quotient may be of: revenue as it is adjusted, the result that diluted shares earn."""


def quotients(table: Table) -> Iterator[Relation]:
    """The quotients of a table, one a row and column."""
    if not any(f.quantity.unit == "percent" or f.quantity.unit.endswith("/share") for f in table.facts):
        return
    by_unit = _strips(table)
    shares = by_unit.get("shares", [])
    for unit, strips in by_unit.items():
        if unit.endswith("/share"):
            every = by_unit.get(unit.removesuffix("/share"), [])
            money = [s for s in every if _RESULT.search(s.row.label)]
            for stated in strips:
                best = _best(PER_SHARE, stated, money, shares, every)
                if best is not None:
                    yield from _instances(best)
        elif unit == "percent":
            money = max((s for u, s in by_unit.items() if len(u) == 3), key=len, default=[])
            whole = _merged(s for u, strips in by_unit.items() if u != "percent" for s in strips)
            for stated in strips:
                yield from _of_percent(stated, money, whole)


def _of_percent(stated: Strip, money: Sequence[Strip], whole: Sequence[Strip]) -> Iterator[Relation]:
    """A percentage is a quotient of two amounts, or the change from one row to another, whichever is borne out
    better."""
    options = ((RATIO, money), (CHANGE, whole))
    found = [r for kind, strips in options if (r := _best(kind, stated, strips, strips)) is not None]
    if found:
        yield from _instances(max(found, key=lambda r: r.evidence))


def _strips(table: Table) -> dict[str, list[Strip]]:
    """The rows by the unit of their figures."""
    amounts = frozenset(c.index for c in table.columns if c.kind in ("amount", "average"))
    rows: dict[tuple[str, int], dict[int, Fact]] = {}
    for fact in table.facts:
        if fact.origin == "cell" and fact.quantity.value and _usable(fact, amounts):
            rows.setdefault((fact.quantity.unit, fact.row), {})[fact.column] = fact
    by_index = {row.index: row for row in table.rows}
    out: dict[str, list[Strip]] = {}
    for (unit, index), facts in rows.items():
        values = {c: float(f.quantity.value) for c, f in facts.items()}
        slack = {c: float(f.quantity.step) / 2 for c, f in facts.items()}
        out.setdefault(unit, []).append(Strip(by_index[index], facts, values, slack))
    return out


def _usable(fact: Fact, amounts: frozenset[int]) -> bool:
    """Whether a figure is its row's own: a percentage may be a change that the row, not the column, is of."""
    return fact.kind in ("amount", "average", "rate") or (fact.kind == "percent-change" and fact.column in amounts)


def _merged(strips: Iterable[Strip]) -> list[Strip]:
    """One strip a row, whatever the units of its figures."""
    by_row: dict[int, Strip] = {}
    for s in strips:
        one = by_row.get(s.row.index)
        if one is None:
            by_row[s.row.index] = s
        else:
            by_row[s.row.index] = Strip(
                s.row, {**one.facts, **s.facts}, {**one.values, **s.values}, {**one.open, **s.open}
            )
    return list(by_row.values())


def _best(
    kind: str, stated: Strip, firsts: Sequence[Strip], seconds: Sequence[Strip], every: Sequence[Strip] = ()
) -> Reading | None:
    """The best borne out reading of a row, where it is borne out well enough. `every`: the amounts whatever their rows
    are called."""
    if len(stated.values) < 2 or not firsts or not seconds:
        return None
    price = log2(len(firsts) * len(seconds))
    best: Reading | None = None
    for first, second in _candidates(kind, stated, firsts, seconds):
        reading = _reading(kind, stated, first, second)
        if reading is not None and (best is None or reading.evidence > best.evidence):
            best = reading
    if best is None or best.evidence - price < ENOUGH or len(best.fails) > max(1, len(best.holds) // 4):
        return None
    return replace(best, others=_others(best, every or firsts, seconds)) if best.fails else best


def _others(reading: Reading, firsts: Sequence[Strip], seconds: Sequence[Strip]) -> tuple[Strip, ...]:
    """The rows beside those of a reading of which the stated figures may as well be the quotient."""
    if reading.kind == PER_SHARE:
        return tuple(s for s in firsts if s is not reading.first and _FOR_SHARES.search(_told(s.row)))
    key = reading.second.row.measure.key if reading.second.row.measure else ""
    if reading.kind != RATIO or key != "revenue":
        return ()
    return tuple(s for s in seconds if s is not reading.second and s.row.measure and s.row.measure.key == key)


def _told(row: Row) -> str:
    """The label of a row below the headings above it."""
    return " ".join((*row.path, row.label))


def _explained(reading: Reading, column: int) -> bool:
    """Whether one of the further rows gives in a column the quotient that is stated."""
    for other in reading.others:
        if column in other.values:
            first, second = (other, reading.second) if reading.kind == PER_SHARE else (reading.first, other)
            gap, slack, _ = _gap(reading.kind, reading.stated, first, second, column)
            if gap <= slack:
                return True
    return False


def _quotient(kind: str, stated: Strip, column: int) -> tuple[float, float]:
    """The quotient that a stated figure means, and how far it may be off."""
    value, slack = stated.values[column], stated.open[column]
    if kind == CHANGE:
        return abs(1 + value / 100), slack / 100
    return (abs(value) / 100, slack / 100) if kind == RATIO else (abs(value), slack)


def _candidates(
    kind: str, stated: Strip, firsts: Sequence[Strip], seconds: Sequence[Strip]
) -> Iterator[tuple[Strip, Strip]]:
    """Pairs whose quotient is the stated one in the first columns at least once."""
    seen: set[tuple[int, int]] = set()
    for column in list(stated.values)[:3]:
        value, slack = _quotient(kind, stated, column)
        ordered = sorted((abs(s.values[column]), k) for k, s in enumerate(seconds) if column in s.values)
        if value <= slack:
            continue
        for i, first in enumerate(firsts):
            if column not in first.values or first is stated:
                continue
            size, room = abs(first.values[column]), first.open[column]
            low = bisect_left(ordered, ((size - room) / (value + slack) * 0.999, -1))
            high = bisect_right(ordered, ((size + room) / (value - slack) * 1.001, len(seconds)))
            for _, k in ordered[low:high]:
                if seconds[k] is not first and (i, k) not in seen:
                    seen.add((i, k))
                    yield first, seconds[k]


def _reading(kind: str, stated: Strip, first: Strip, second: Strip) -> Reading | None:
    holds: list[int] = []
    fails: list[int] = []
    evidence = _labels(kind, stated.row, first.row, second.row)
    seen: set[float] = set()
    for column, value in stated.values.items():
        if column not in first.values or column not in second.values:
            continue
        gap, slack, size = _gap(kind, stated, first, second, column)
        if gap > slack:
            fails.append(column)
            continue
        holds.append(column)
        if value not in seen:
            seen.add(value)
            evidence += max(0.0, log2(max(size / slack, 1.0)))
    if not holds or len(fails) > len(holds):
        return None
    return Reading(kind, stated, first, second, tuple(holds), tuple(fails), evidence - 4 * len(fails))


def _gap(kind: str, stated: Strip, first: Strip, second: Strip, column: int) -> tuple[float, float, float]:
    """How far the quotient that is stated is from the one of the two figures, how far it may be, and its size."""
    value, slack = _quotient(kind, stated, column)
    a, b = abs(first.values[column]), abs(second.values[column])
    room = (first.open[column] + a / b * second.open[column]) / b
    size = abs(stated.values[column]) / 100 if kind == CHANGE else value
    return abs(value - a / b), slack + room + 1e-12, size


def _labels(kind: str, stated: Row, first: Row, second: Row) -> float:
    """What the labels say for a reading, in bits."""
    own, top, bottom = (_content(row.label, row.path) for row in (stated, first, second))
    if kind == CHANGE:
        return (5.0 if _GROWTH.search(stated.label) else 0.0) + (5.0 if top and top == bottom else 0.0)
    said = 4.0 if own & top - _EMPTY else 0.0
    if kind == RATIO:
        distance = abs(stated.index - first.index)
        said += _DEFINED if stated.measure and _of(stated, first, second) else 0.0
        return said + (3.0 if own & bottom - _EMPTY else 0.0) + (1.0 if distance <= 3 else 0.0)
    for side, other in (("basic", "diluted"), ("diluted", "basic")):
        if side in own and other not in own:
            said += 3.0 if side in bottom else -4.0 if other in bottom else 0.0
    if any(word in own and word not in top for word in ("continuing", "discontinued", "extraordinary")):
        said -= 20.0  # the result of other operations than those that the figure is of
    if _NET.search(first.label):
        said += 4.0
    if "weighted" in bottom or "average" in bottom or "computing" in bottom:
        said += 3.0
    if stated.measure is not None and stated.measure.key == "eps":
        said += _BY_SHARE if _by_the_share(stated, first, second) else 1.0
    return said


def _by_the_share(stated: Row, first: Row, second: Row) -> bool:
    """Whether earnings a share stand with the whole net result and the shares of their own side."""
    measures = [row.measure for row in (stated, first, second)]
    if any(m is None or not m.known for m in measures):
        return False
    each, result, shares = (m for m in measures if m is not None)
    named = (result.key, shares.key) == ("net-income", "weighted-average-shares")
    return named and not result.qualifiers and each.qualifiers <= SIDES and each.qualifiers == shares.qualifiers


def _of(stated: Row, first: Row, second: Row) -> bool:
    """Whether a margin stands with its result and the revenue that it is of, each of them the company's own."""
    measures = [row.measure for row in (stated, first, second)]
    if any(m is None or not m.known for m in measures):
        return False
    margin, result, whole = (m for m in measures if m is not None)
    alike = margin.qualifiers == result.qualifiers and not whole.qualifiers
    return alike and MARGINS.get(margin.key) == result.key and whole.key == "revenue"


@lru_cache(maxsize=4096)
def _content(label: str, path: tuple[str, ...]) -> frozenset[str]:
    """The words of a row and of the headings above it."""
    return frozenset(_WORDS.findall(" ".join((label, *path)).lower()))


def _instances(reading: Reading) -> Iterator[Relation]:
    stated, first, second = reading.stated, reading.first, reading.second
    group = f"{stated.facts[reading.holds[0]].table}:{reading.kind}:row{stated.row.index}"
    for column in (*reading.holds, *reading.fails):
        failing = column in reading.fails
        if failing and _explained(reading, column):
            continue
        yield Relation(
            KINDS[reading.kind],
            stated.facts[column],
            first.facts[column],
            second.facts[column],
            group,
            len(reading.holds) - (not failing),
            len(reading.fails) - failing,
            len(reading.holds) >= 2 or _slipped(reading, column),
        )


def _slipped(reading: Reading, column: int) -> bool:
    """Whether the gap in a column is that of one wrong digit in one of the three figures."""
    stated, first, second = reading.stated, reading.first, reading.second
    value, _ = _quotient(reading.kind, stated, column)
    a, b = abs(first.values[column]), abs(second.values[column])
    factor = 1.0 if reading.kind == PER_SHARE else 100.0
    part = stated.open[column] / factor / value  # how far the quotient may be off, as a part of it
    for shown, wanted, unit in (
        (value * factor, a / b * factor, stated.open[column]),
        (a, value * b, first.open[column]),
        (b, a / value, second.open[column]),
    ):
        if unit and digit_gap(round((shown - wanted) / unit), round(part * wanted / unit) + 2):
            return True
    return False
