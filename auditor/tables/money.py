"""How a table counts: thousands, millions or single units, where it says so, and where it does not.

A table that is silent counts as most of its document does, unless its figures would then dwarf all others, or are
printed with decimals and are what the prose gives in a thousand times as much. A document that is silent altogether is
held against the amounts that its prose gives in full. The scale of share counts is
settled by net income = earnings per share x shares, where a table prints all three.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from auditor.grammar.numbers import numbers_in
from auditor.model.source import Document, Paragraph
from auditor.tables.drafts import Draft
from auditor.tables.rows import Line
from auditor.tables.units import Money, spoken_unit
from auditor.tables.values import figure

DWARFS = 3
# A statement is of the whole company: in single units it would dwarf another by its scale, a thousandfold and more.
_STATEMENTS = {"balance-sheet": 150, "cash-flow": 30, "income-statement": 30}
_ENOUGH = 2  # amounts of the prose, or one that no other power explains and that has
_EXACT = 1000  # units of its last digit


def money_of(document: Document, tables: Sequence[Draft]) -> tuple[Money, ...]:
    """For each table how it counts."""
    stated = Counter[int]()
    for t in tables:
        if t.scale.money is not None:
            stated[t.scale.money] += 1 + len(t.lines)
    currencies = Counter(t.scale.currency for t in tables if t.scale.currency)
    currency = max(currencies, key=lambda c: (currencies[c], c)) if currencies else _printed_currency(tables)
    currency = currency or _spoken_currency(document)
    largest = max((_largest(t).scaleb(t.scale.money) for t in tables if t.scale.money is not None), default=Decimal(0))
    default = max(stated, key=lambda p: (stated[p], -p)) if stated else _from_prose(document, tables)
    counts = [_money(t, default, largest, currency, bool(stated)) for t in tables]
    if stated and default and not all(money.own for money in counts):
        amounts = _prose_amounts(document)
        counts = [_greater(t, money, amounts) for t, money in zip(tables, counts, strict=True)]
    return tuple(counts)


def _greater(table: Draft, money: Money, amounts: Sequence[tuple[Decimal, Decimal, str]]) -> Money:
    """How a silent table counts whose amounts are all printed with decimals: a thousand times as much as the others,
    where the prose says so of several: "$14.5 billion" beside "$14.5", where the others count in millions."""
    if money.own or not money.power or table.scale.tells:
        return money
    found = [f for line in table.lines for c in line.cells if c.column and (f := figure(c.text)) is not None]
    if not found or not all(f.decimals and f.currency for f in found if not f.nil):
        return money
    printed = sorted(abs(f.value) for f in found if f.value)
    greater = money.power + 3
    hits = {
        power: sum(_printed(v.scaleb(-power), step.scaleb(-power), printed) for v, step, _ in amounts)
        for power in (money.power, greater)
    }
    much = hits[greater] >= _ENOUGH and hits[greater] > hits[money.power]
    return replace(money, power=greater) if much else money


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


def _printed_currency(tables: Sequence[Draft]) -> str:
    """The currency whose sign the tables print most; empty where they print none."""
    counted = Counter[str]()
    for t in tables:
        for line in t.lines[:40]:
            for c in line.cells:
                if c.column and (f := figure(c.text)) is not None and f.currency:
                    counted[f.currency] += 1
    return max(counted, key=lambda c: (counted[c], c)) if counted else ""


def _spoken_currency(document: Document) -> str:
    """The currency of most of the first amounts of the prose: tables without any sign count in it."""
    counted = Counter(unit for _, _, unit in _prose_amounts(document))
    return max(counted, key=lambda c: (counted[c], c)) if counted else "USD"


def _from_prose(document: Document, tables: Sequence[Draft]) -> int:
    """The power of ten under which most amounts of the prose are found in the tables, 0 where none are."""
    cells = (c for t in tables for line in t.lines for c in line.cells if c.column)
    values = {abs(f.value) for c in cells if (f := figure(c.text)) is not None and not f.mark}
    printed = sorted(values - {Decimal(0)})
    if not printed:
        return 0
    amounts = _prose_amounts(document)
    hits = Counter[int]()
    for power in (0, 3, 6):
        hits[power] = sum(_printed(value.scaleb(-power), step.scaleb(-power), printed) for value, step, _ in amounts)
    best = max((0, 3, 6), key=lambda p: (hits[p], -p))
    only = hits.total() == 1 and any(
        value >= _EXACT * step and _printed(value.scaleb(-best), step.scaleb(-best), printed)
        for value, step, _ in amounts
    )
    return best if hits[best] >= _ENOUGH or only else 0


def _printed(value: Decimal, step: Decimal, figures: Sequence[Decimal]) -> bool:
    """Whether one of some figures, which are in order, lies within half a step of a value."""
    at = bisect_left(figures, value - step / 2)
    return at < len(figures) and figures[at] <= value + step / 2


def _prose_amounts(document: Document) -> list[tuple[Decimal, Decimal, str]]:
    """The first amounts of money of the prose, in full: (value, worth of the last digit, currency)."""
    out: list[tuple[Decimal, Decimal, str]] = []
    for block in document.blocks:
        if isinstance(block, Paragraph) and block.kind in ("prose", "bullet"):
            for number in numbers_in(document.text, block.span.start, block.span.end):
                if number.kind == "money" and abs(number.value) >= 1000:
                    out.append((abs(number.value), number.step, number.unit))
            if len(out) > 40:
                break
    return out
