"""Printed figures become quantities: value and interval in base units."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from auditor.model.fact import ColumnKind
from auditor.model.quantity import WIDE, ZERO, Quantity
from auditor.tables.columns import Spoken
from auditor.tables.labels import LabelFigure
from auditor.tables.units import Money, RowUnit, unit_of
from auditor.tables.values import Figure

ONE = Decimal(1)
CENT = Decimal("0.01")
_AMOUNTS = ("money", "per-share", "shares", "count", "price")
IN_FULL = 1_000_000  # share counts of this size are printed in full unless the scale of shares is certain


def quantity(figure: Figure, row: RowUnit, column: Spoken, money: Money) -> Quantity:
    """The quantity of a cell. A nil is 0, as wide as a unit of the table's last digit, or a cent a share."""
    unit, power = _unit(figure, row, column, money)
    if figure.nil:
        return Quantity.printed(ZERO, CENT if unit.endswith("/share") else ONE.scaleb(power), unit)
    return scaled(figure.value, figure.step, power, unit)


def kind_of(amount: Quantity, row: RowUnit, column: Spoken) -> ColumnKind:
    """The kind of one figure: a column of changes may give those of rates in points and those of amounts per cent."""
    if column.kind == "percent-change" and amount.unit in ("points", "bps"):
        return "points-change"
    if column.kind == "points-change" and amount.unit == "percent" and row.unit in _AMOUNTS:
        return "percent-change"
    return column.kind


def label_quantity(figure: LabelFigure, beside: Sequence[LabelFigure], money: Money) -> Quantity:
    """The quantity of a figure inside a label. Its share counts are all printed in full, or none of them is."""
    least = min((f.value for f in beside if f.unit == "shares" and f.power is None), default=ZERO)
    unit, power = _label_unit(figure, money, least)
    return scaled(figure.value, figure.step, power, unit)


def scaled(value: Decimal, step: Decimal, power: int, unit: str) -> Quantity:
    if power:
        value, step = value.scaleb(power), step.scaleb(power)
        if step >= 1:
            value, step = value.quantize(ONE, context=WIDE), step.quantize(ONE)
    return Quantity.printed(value, step, unit)


def _unit(figure: Figure, row: RowUnit, column: Spoken, money: Money) -> tuple[str, int]:
    bare = not figure.currency and not figure.mark
    if column.kind in ("percent-change", "percent-of", "rate") and bare:
        return "percent", 0
    if column.kind == "points-change" and bare and column.unit.unit == "bps":
        return "bps", 0
    unit, power = unit_of(figure, row, column.unit, money)
    if column.kind in ("change", "points-change") and unit == "percent" and row.unit == "percent":
        return "points", 0
    if column.kind == "points-change" and unit == "percent" and row.unit not in _AMOUNTS:
        return "points", 0
    if column.kind == "points-change" and bare:
        return "points" if figure.decimals else "bps", 0
    return unit, power


def _label_unit(figure: LabelFigure, money: Money, least: Decimal) -> tuple[str, int]:
    if figure.unit == "percent":
        return "percent", 0
    if figure.unit == "per-share":
        return f"{money.currency}/share", 0
    unit = "shares" if figure.unit == "shares" else money.currency
    if figure.power is not None:
        return unit, figure.power
    if unit != "shares":
        return unit, money.power
    return unit, money.shares if money.certain or least < IN_FULL else 0
