"""Figures put together: which stand in one row or column, their quotients, sums and differences, as strong as the weakest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from auditor.binding.index import same_label, unit_class
from auditor.model.binding import Operand, Strength
from auditor.model.claim import Claim
from auditor.model.quantity import Quantity

WHOLE = Operand(Quantity.exact(Decimal(100), "percent"))
"""All of something, in per cent."""
SIGNS = {"up": 1, "down": -1}
"""By the direction of a change, its sign."""
WEAKNESS = {"sure": 0, "likely": 1, "weak": 2}
Found = list[tuple[Operand, Strength]]
"""Figures, each with how surely it is the one that a claim speaks of."""


def weaker(strength: Strength, claim: Claim, rank: int) -> Strength:
    """How surely a figure is the one meant: less where its period is not the first one that the claim may mean, or in doubt."""
    added = claim.kind == "change" and unit_class(claim.quantity.unit) == "count"  # in the quarter, or in the year
    if strength == "sure" and (rank > 0 or claim.carried or claim.doubt or added):
        return "likely"
    return strength


def row_of(operand: Operand) -> tuple[str, str, frozenset[str]]:
    """The row that a figure stands in, and what its column says of it beside the period (adjusted, a segment)."""
    first = operand.facts[0] if operand.facts else None
    return (first.table, first.label, first.qualifiers) if first else ("", "", frozenset())


def by_row(found: Found) -> dict[tuple[str, str, frozenset[str]], Found]:
    """Figures by the row that they stand in."""
    rows: dict[tuple[str, str, frozenset[str]], Found] = {}
    for operand, strength in found:
        rows.setdefault(row_of(operand), []).append((operand, strength))
    return rows


def same_row_first(left: Operand, found: Found) -> Found:
    """The figures of the very row of another, where there are any; else those of the rows of its name in its table, as
    where a table prints one period below the other."""
    row = left.facts[0].row if left.facts else 0
    return [(o, s) for o, s in found if o.facts and o.facts[0].row == row] or found


def _beside(left: Operand, rights: Found) -> Found:
    """What a figure may be computed with: the figures of its own column where there are such, of its own table, or else
    one of each value: that a document prints a figure in several tables makes no new results."""
    column = [(o, s) for o, s in rights if column_of(o) == column_of(left)]
    table = [(o, s) for o, s in rights if column_of(o)[0] == column_of(left)[0]]
    return (
        _totals(column)
        or column
        or table
        or list({o.quantity.value: (o, s) for o, s in reversed(rights)}.values())[::-1]
    )


def _totals(column: Found) -> Found:
    """Of several rows of one measure in a column those that are its total: no share is of "Sales" above "Total revenues".
    What is net of something below that may be meant as well: "Net revenues" after interest expense."""
    if len(column) < 2:
        return []
    totals = [(o, s) for o, s in column if o.facts[0].label.lower().startswith("total")]
    last = max((o.facts[0].row for o, _ in totals), default=0)
    net = [(o, s) for o, s in column if o.facts[0].row > last and o.facts[0].label.lower().startswith("net ")]
    return totals + net if totals else []


def across_documents(a: Operand, before: Mapping[tuple[str, str, frozenset[str]], Found]) -> Found:
    """The figures that stand in a row of the same label in another document."""
    return [(b, s) for found in before.values() for b, s in found if two_documents(a, b)]


def two_documents(a: Operand, b: Operand) -> bool:
    """Whether two figures stand in rows of one label of two documents."""
    if not a.facts or not b.facts or a.facts[0].document == b.facts[0].document:
        return False
    return same_label(a.facts[0], b.facts[0])


def paired(lefts: Found, rights: Found) -> list[tuple[tuple[Operand, Strength], tuple[Operand, Strength]]]:
    """Each figure with those that it may be computed with."""
    return [(left, right) for left in lefts for right in _beside(left[0], rights)]


def printed(operand: Operand) -> bool:
    """Whether a figure is what one cell prints, and not computed."""
    return len(operand.facts) == 1 and not operand.derivation


def column_of(operand: Operand) -> tuple[str, int]:
    """The table and column that a figure stands in."""
    return (operand.facts[0].table, operand.facts[0].column) if operand.facts else ("", 0)


def divided(a: Operand, b: Operand, factor: int, unit: str) -> Operand | None:
    """The quotient as an interval, times `factor`; None where the divisor may be nothing."""
    p, w = a.quantity.magnitude(), b.quantity.magnitude()
    if not w.value or p.low is None or p.high is None or w.low is None or w.high is None or w.low <= 0:
        return None
    text = f"{_grouped(a)} / {_grouped(b)}"
    quotient = Quantity(p.value / w.value * factor, p.low / w.high * factor, p.high / w.low * factor, unit)
    turned = (a.quantity.value < 0) != (b.quantity.value < 0)
    return Operand(quotient.negated() if turned else quotient, a.facts + b.facts, text)


def combined(operands: Sequence[Operand], signs: Sequence[int]) -> Operand:
    """The sum of figures, each with its sign, as wide as their roundings together."""
    value = sum(
        (o.quantity.value * s for o, s in zip(operands, signs, strict=True)), start=operands[0].quantity.value * 0
    )
    half = sum(((o.quantity.step / 2) for o in operands), start=operands[0].quantity.value * 0)
    text = text_of(operands[0]) + "".join(
        f" {'+' if sign > 0 else '−'} {text_of(o)}" for o, sign in zip(operands[1:], signs[1:], strict=True)
    )
    return Operand(
        Quantity(value, value - half, value + half, operands[0].quantity.unit),
        tuple(f for o in operands for f in o.facts),
        text,
    )


def _grouped(operand: Operand) -> str:
    text = text_of(operand)
    return f"({text})" if " + " in text or " − " in text else text


def text_of(operand: Operand) -> str:
    """A figure as a working shows it: how it was reckoned, else as it is printed."""
    return operand.derivation or (operand.facts[0].text if operand.facts else str(operand.quantity.value))
