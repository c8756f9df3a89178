"""Prices by the piece: what an amount comes to for each of a number of pieces, where a table prints all three.

The three stand in rows of one column ("Cash costs", "Gold sold (ounces)", "Cash costs per ounce"), or in columns of one
row ("Homes", "Dollars", "Average price"). The others of the row, or the rows of the columns, vote.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product
from math import log2

from auditor.frozen import dataclass
from auditor.model.fact import Fact, Table
from auditor.tables.footings.model import Relation
from auditor.tables.footings.slips import digit_gap

_PRICED = re.compile(r"\bper\s+(?!share|cent\b)[a-z]|/\s?[a-z]|\baverage\b.*\bprices?\b|\bASP\b", re.I)
_WORDS = re.compile(r"[a-z]{3,}")
_EMPTY = frozenset("the per and average total net price".split())
_LIKE = 4.0  # bits that a word says which two labels share
_SAME = 6.0  # that their measure says
_FAILED = 4.0
ENOUGH = 10.0
_SURE = 3  # cases that hold, beside which one that fails is a fault
_FEW = 48  # lines of one unit that are tried with one another


@dataclass(frozen=True, slots=True)
class Line:
    """The figures of a row by column, or those of a column by row."""

    at: int
    facts: Mapping[int, Fact]

    @property
    def first(self) -> Fact:
        return next(iter(self.facts.values()))


@dataclass(frozen=True, slots=True)
class Reading:
    price: Line
    amount: Line
    pieces: Line
    holds: tuple[int, ...]
    fails: tuple[int, ...]
    evidence: float


def prices(table: Table) -> Iterator[Relation]:
    """The prices of a table, one a figure."""
    facts = [f for f in table.facts if f.origin == "cell" and f.quantity.value and f.kind in ("amount", "average")]
    if not any(f.quantity.unit.startswith("count") for f in facts):
        return
    for side in ("row", "column"):
        money = _lines(facts, side, lambda f: len(f.quantity.unit) == 3)
        pieces = _lines(facts, side, lambda f: f.quantity.unit.startswith("count"))
        for stated in (line for line in money if _is_price(line, side)):
            amounts = [line for line in money if line is not stated]
            best = _best(stated, amounts[:_FEW], pieces[:_FEW], side)
            if best is not None:
                yield from _instances(best, side)


def _lines(facts: Sequence[Fact], side: str, wanted: Callable[[Fact], bool]) -> list[Line]:
    """The rows, or the columns, of the figures that are wanted."""
    found: dict[int, dict[int, Fact]] = {}
    for f in facts:
        if wanted(f):
            at, across = (f.row, f.column) if side == "row" else (f.column, f.row)
            found.setdefault(at, {})[across] = f
    return [Line(at, line) for at, line in found.items() if len(line) > 1]


def _name(line: Line, side: str) -> str:
    return line.first.label if side == "row" else line.first.header


def _is_price(line: Line, side: str) -> bool:
    return _PRICED.search(_name(line, side)) is not None


def _best(stated: Line, amounts: Sequence[Line], pieces: Sequence[Line], side: str) -> Reading | None:
    """The best borne out pair of an amount and a number of pieces, where it is borne out well enough."""
    pairs = [(a, b) for a, b in product(amounts, pieces) if side == "row" or _beside(stated, a, b)]
    found = [r for a, b in pairs if (r := _reading(stated, a, b, side)) is not None]
    best = max(found, key=lambda r: r.evidence, default=None)
    if best is None or best.evidence - log2(len(pairs)) < ENOUGH:
        return None
    return best if len(best.fails) <= max(1, len(best.holds) // 4) else None


def _beside(*lines: Line) -> bool:
    """Whether columns are of one period."""
    periods = [line.first.period for line in lines]
    return all(p == periods[0] for p in periods)


def _reading(stated: Line, amount: Line, pieces: Line, side: str) -> Reading | None:
    holds: list[int] = []
    fails: list[int] = []
    evidence = _said(stated, amount, pieces, side)
    seen: set[float] = set()
    for k, fact in stated.facts.items():
        if k not in amount.facts or k not in pieces.facts:
            continue
        gap, slack, value = _gap(fact, amount.facts[k], pieces.facts[k])
        if gap > slack:
            fails.append(k)
            continue
        holds.append(k)
        if value not in seen:
            seen.add(value)
            evidence += max(0.0, log2(max(value / slack, 1.0)))
    if not holds or len(fails) > len(holds):
        return None
    return Reading(stated, amount, pieces, tuple(holds), tuple(fails), evidence - _FAILED * len(fails))


def _gap(stated: Fact, amount: Fact, pieces: Fact) -> tuple[float, float, float]:
    """How far a price is from the quotient of its two figures, how far it may be, and its value."""
    value, a, b = (abs(float(f.quantity.value)) for f in (stated, amount, pieces))
    slack, of_a, of_b = (float(f.quantity.step) / 2 for f in (stated, amount, pieces))
    return abs(value - a / b), slack + (of_a + a / b * of_b) / b + 1e-12, value


def _said(stated: Line, amount: Line, pieces: Line, side: str) -> float:
    """What the names of the three say for their being meant, in bits."""
    own, top, bottom = (_content(_name(line, side)) for line in (stated, amount, pieces))
    keys = [line.first.measure.key if line.first.measure else "" for line in (stated, amount)]
    same = side == "row" and keys[0] == keys[1] != ""
    return (_SAME if same else _LIKE if own & top else 0.0) + (_LIKE if own & bottom else 0.0)


def _content(name: str) -> frozenset[str]:
    """The words of a name, without the s of a plural."""
    return frozenset(w.removesuffix("s") for w in _WORDS.findall(name.lower())) - _EMPTY


def _instances(reading: Reading, side: str) -> Iterator[Relation]:
    stated, amount, pieces = reading.price, reading.amount, reading.pieces
    group = f"{stated.first.table}:price:{side}{stated.at}"
    for k in (*reading.holds, *reading.fails):
        failing = k in reading.fails
        figures = stated.facts[k], amount.facts[k], pieces.facts[k]
        certain = not failing or len(reading.holds) >= _SURE or _slipped(*figures)
        held, failed = len(reading.holds) - (not failing), len(reading.fails) - failing
        yield Relation("price", *figures, group, held, failed, certain)


def _slipped(stated: Fact, amount: Fact, pieces: Fact) -> bool:
    """Whether the gap is that of one wrong digit in one of the three figures."""
    value, a, b = (abs(float(f.quantity.value)) for f in (stated, amount, pieces))
    _, slack, _ = _gap(stated, amount, pieces)
    for shown, wanted, fact in ((value, a / b, stated), (a, value * b, amount), (b, a / value, pieces)):
        unit = float(fact.quantity.step) / 2
        if unit and digit_gap(round((shown - wanted) / unit), round(slack / value * wanted / unit) + 2):
            return True
    return False
