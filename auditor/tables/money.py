"""How a table counts: thousands, millions or single units, where it says so, and where it does not.

A table that is silent counts as most of its document does, unless its figures would then dwarf all others, or are
printed with decimals and are what the prose gives in a thousand times as much. A document that is silent altogether is
held against the amounts that its prose gives in full. The scale of share counts is
settled by net income = earnings per share x shares, where a table prints all three.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache

from auditor.frozen import dataclass, replace
from auditor.grammar.numbers import numbers_in
from auditor.model.source import Document, Paragraph
from auditor.tables.drafts import Draft
from auditor.tables.rows import Line
from auditor.tables.units import Money, spoken_unit
from auditor.tables.values import Figure, figure

DWARFS = 3
# A statement is of the whole company: in single units it would dwarf another by its scale, a thousandfold and more.
_STATEMENTS = {"balance-sheet": 150, "cash-flow": 30, "income-statement": 30}
_ENOUGH = 2  # amounts of the prose, or one that no other power explains and that has
_EXACT = 1000  # units of its last digit


@dataclass(frozen=True, slots=True)
class _Amount:
    """An amount of the prose in full, the worth of its last digit, and its currency."""

    value: Decimal
    step: Decimal
    currency: str

    def printed_in(self, figures: Sequence[Decimal], power: int) -> bool:
        """Whether one of some figures, in order and counting in a power of ten, lies within half a step of it."""
        value, half = self.value.scaleb(-power), self.step.scaleb(-power) / 2
        at = bisect_left(figures, value - half)
        return at < len(figures) and figures[at] <= value + half


def money_of(document: Document, tables: Sequence[Draft]) -> tuple[Money, ...]:
    """For each table how it counts."""
    amounts = cache(lambda: _amounts(document))  # most documents need none
    stated = Counter[int]()
    for t in tables:
        if t.scale.money is not None:
            stated[t.scale.money] += 1 + len(t.lines)
    currency = (
        _most(Counter(t.scale.currency for t in tables if t.scale.currency))
        or _most(Counter(f.currency for t in tables for f in _figures(t.lines[:40]) if f.currency))
        or _most(Counter(a.currency for a in amounts()))
        or "USD"
    )
    largest = max((_largest(t).scaleb(t.scale.money) for t in tables if t.scale.money is not None), default=Decimal(0))
    default = max(stated, key=lambda p: (stated[p], -p)) if stated else _from_prose(amounts, tables)
    counts = [_money(t, default, largest, currency, bool(stated)) for t in tables]
    if stated and default and not all(money.own for money in counts):
        counts = [_greater(t, money, amounts()) for t, money in zip(tables, counts, strict=True)]
    return tuple(counts)


def _most(codes: Counter[str]) -> str:
    """The currency that is named most; empty where none is."""
    return max(codes, key=lambda c: (codes[c], c), default="")


def _figures(lines: Iterable[Line]) -> Iterator[Figure]:
    """What rows print beside their labels."""
    return (f for line in lines for c in line.cells if c.column and (f := figure(c.text)) is not None)


def _greater(table: Draft, money: Money, amounts: Sequence[_Amount]) -> Money:
    """How a silent table counts whose amounts are all printed with decimals: a thousand times as much as the others,
    where the prose says so of several: "$14.5 billion" beside "$14.5", where the others count in millions."""
    if money.own or not money.power or table.scale.tells:
        return money
    found = list(_figures(table.lines))
    if not found or not all(f.decimals and f.currency for f in found if not f.nil):
        return money
    printed = sorted(abs(f.value) for f in found if f.value)
    plain, greater = (sum(a.printed_in(printed, power) for a in amounts) for power in (money.power, money.power + 3))
    return replace(money, power=money.power + 3) if greater >= _ENOUGH and greater > plain else money


def _money(table: Draft, default: int, largest: Decimal, currency: str, stated: bool) -> Money:
    scale = table.scale
    code = scale.currency or currency
    if scale.money is not None or scale.shares is not None:
        power = default if scale.money is None else scale.money
        shares = 0 if "shares" in scale.exact else power if scale.shares is None else scale.shares
        said = scale.shares is not None or "shares" in scale.exact
        return Money(power, shares, code, True, scale.exact, said, bool(scale.currency))
    power = default
    if stated and power and _largest(table).scaleb(power) > _STATEMENTS.get(table.kind, DWARFS) * largest:
        power = 0
    return Money(power, power, code, False, frozenset())


def _largest(table: Draft) -> Decimal:
    """The largest figure that a table prints as money: no count of shares, which many print in full."""
    most = Decimal(0)
    for line in table.lines:
        found = (figure(c.text) for c in line.cells if c.column)
        own = max((abs(f.value) for f in found if f is not None and not f.mark), default=Decimal(0))
        if own > most and not _of_shares(line):
            most = own
    return most


def _of_shares(line: Line) -> bool:
    """Whether a row, or the heading above it, counts shares."""
    return any(spoken_unit(words) == "shares" for words in (line.label, *line.path[-1:]))


def _from_prose(amounts: Callable[[], Sequence[_Amount]], tables: Sequence[Draft]) -> int:
    """The power of ten under which most amounts of the prose are found in the tables, 0 where none are."""
    values = {abs(f.value) for t in tables for f in _figures(t.lines) if not f.mark}
    printed = sorted(values - {Decimal(0)})
    if not printed:
        return 0
    hits = Counter({power: sum(a.printed_in(printed, power) for a in amounts()) for power in (0, 3, 6)})
    best = max(hits, key=lambda p: (hits[p], -p))
    only = hits.total() == 1 and any(a.value >= _EXACT * a.step and a.printed_in(printed, best) for a in amounts())
    return best if hits[best] >= _ENOUGH or only else 0


def _amounts(document: Document) -> list[_Amount]:
    """The first amounts of money of the prose."""
    out: list[_Amount] = []
    for block in document.blocks:
        if isinstance(block, Paragraph) and block.kind in ("prose", "bullet"):
            for number in numbers_in(document.text, block.span.start, block.span.end):
                if number.kind == "money" and abs(number.value) >= 1000:
                    out.append(_Amount(abs(number.value), number.step, number.unit))
            if len(out) > 40:
                break
    return out
