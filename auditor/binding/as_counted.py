"""Rows that no sign or word says to count things, which the prose does: "New contracts rose to 1,731" beside a row *New
contracts* with 1,731 in a table of dollars."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from auditor.binding.index import unit_class
from auditor.model.claim import Claim
from auditor.model.digits import printed_in
from auditor.model.fact import Fact, Measure
from auditor.model.quantity import Quantity, is_money

_TELLING = 100  # what a number is at least that no cell has by chance
_SIGNS = "$€£¥"


def as_counted(facts: Iterable[Fact], claims: Sequence[Claim]) -> tuple[Fact, ...]:
    """The facts; those of rows of their own names as counts, where the prose prints a figure of the very row as one."""
    every = tuple(facts)
    told = [c for c in claims if c.kind == "count" and c.measure is not None and _whole(c.quantity) >= _TELLING]
    if not told:
        return every
    rows: dict[tuple[str | None, str, int], list[Fact]] = defaultdict(list)
    for fact in every:
        if fact.origin == "cell" and fact.measure is not None and not fact.measure.known:
            rows[fact.document, fact.table, fact.row].append(fact)
    counted = {f.id for row in rows.values() if _plain(row) and _told(row, told) for f in row}
    return tuple(_count(f) if f.id in counted and is_money(f.quantity.unit) else f for f in every)


def _plain(row: Sequence[Fact]) -> bool:
    """Whether the amounts of a row are printed as whole numbers, without a sign of money."""
    amounts = [f for f in row if is_money(f.quantity.unit)]
    printed = all(not set(_SIGNS) & set(f.text) and "." not in f.text and "(" not in f.text for f in amounts)
    return bool(amounts) and printed


def _told(row: Sequence[Fact], told: Iterable[Claim]) -> bool:
    """Whether a number of the prose that a name of the row tells of is what one of its cells prints."""
    name = row[0].measure
    return name is not None and any(
        c.measure is not None and _called(c.measure, name) and printed_in(f.text) == _whole(c.quantity)
        for c in told
        for f in row
    )


def _called(measure: Measure, row: Measure) -> bool:
    """Whether a sentence's measure is a row's own, or narrowed by a word or two: "case volume" of a row *Cases*."""
    return not measure.known and row.words <= measure.words


def _whole(quantity: Quantity) -> Decimal:
    """A number of things as it is; 0 where it is rounded or no count."""
    single = unit_class(quantity.unit) == "count" and quantity.step == 1
    return quantity.value if single else Decimal(0)


def _count(fact: Fact) -> Fact:
    value = printed_in(fact.text)
    return replace(fact, quantity=Quantity.printed(value, Decimal(1), "count:items"))
