"""Printed numbers as intervals of `Decimal`.

`2.9 million` is [2.85, 2.95] million, `2,946` in thousands [2,945,500, 2,946,500]. Two quantities agree when their
intervals meet, as in XBRL Calculations 1.1.
"""

from __future__ import annotations

from dataclasses import field
from decimal import Context, Decimal

from auditor.frozen import dataclass

ZERO = Decimal(0)
HALF = Decimal("0.5")
WIDE = Context(prec=100)
"""For rounding: of as many digits as a draft may print."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in base units with the interval that its printing leaves open.

    `low` and `high` bound it (None: open on that side). `unit` is an ISO 4217 code, `USD/share`, `percent`
    (48% is 48), `points`, `bps`, `shares`, `ratio` or `count:NOUN`.
    """

    value: Decimal
    low: Decimal | None = field(hash=False)  # the hash of a decimal takes long, and the value tells nearly all apart
    high: Decimal | None = field(hash=False)
    unit: str

    @property
    def units(self) -> Decimal:
        """How many units of its last digit it has; 0 where it is exact."""
        return abs(self.value) / self.step if self.step else ZERO

    @classmethod
    def printed(cls, value: Decimal, step: Decimal, unit: str) -> Quantity:
        """`value` printed to a last digit worth `step`."""
        half = step * HALF
        return cls(value, value - half, value + half, unit)

    @classmethod
    def exact(cls, value: Decimal, unit: str) -> Quantity:
        return cls(value, value, value, unit)

    def meets(self, other: Quantity) -> bool:
        """Whether the intervals share more than an end: 0.07 and 0.08 touch in 0.075 and are not the same. Two exact
        figures are when they are equal, and an exact one meets an interval that it lies in."""
        low, high = self.low, self.high
        if low is None or other.low is not None and other.low > low:
            low = other.low
        if high is None or other.high is not None and other.high < high:
            high = other.high
        if low is None or high is None or low < high:
            return True
        return low == high and (self.low == self.high or other.low == other.high)

    def negated(self) -> Quantity:
        low = None if self.high is None else -self.high
        high = None if self.low is None else -self.low
        return Quantity(-self.value, low, high, self.unit)

    def magnitude(self) -> Quantity:
        """The absolute value, as prose speaks of losses and decreases."""
        if self.low is not None and self.low >= 0:
            return self
        if self.high is not None and self.high <= 0:
            return self.negated()
        if self.low is None or self.high is None:
            return Quantity(abs(self.value), ZERO, None, self.unit)
        return Quantity(abs(self.value), ZERO, max(-self.low, self.high), self.unit)

    def widened(self, by: Decimal) -> Quantity:
        return Quantity(
            self.value,
            None if self.low is None else self.low - by,
            None if self.high is None else self.high + by,
            self.unit,
        )

    def scaled(self, power: int, unit: str) -> Quantity:
        """The quantity times a power of ten, in another unit or the same."""
        low, high = (None if end is None else end.scaleb(power) for end in (self.low, self.high))
        return Quantity(self.value.scaleb(power), low, high, unit)

    @property
    def step(self) -> Decimal:
        """The width of the interval: the worth of the last printed digit for a plain printed number."""
        if self.low is None or self.high is None:
            return ZERO
        return self.high - self.low


def is_money(unit: str) -> bool:
    """Whether a unit is the code of a currency."""
    return len(unit) == 3 and unit.isupper()


def last_digit(printed: Decimal) -> Decimal:
    """What one unit of the last digit of a printed number is worth."""
    exponent = printed.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def plain(value: Decimal) -> str:
    """Plain decimal notation without exponent, trailing zeros kept as computed: `2900000`, `-0.10`."""
    return format(value, "f")
