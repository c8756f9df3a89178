"""The values that expressions compute with: figures as intervals, truths that say how, and what is missing.

Percentages are fractions here (48% is 0.48), so that `now / before - 1` can be held against a stated percentage.
Interval arithmetic treats each operand as independent of the others: write each fact once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal, DivisionByZero, InvalidOperation
from functools import lru_cache
from itertools import chain

from auditor.frozen import dataclass
from auditor.model.fact import Fact
from auditor.model.finding import How
from auditor.model.quantity import Quantity

FRACTIONS = {"percent": Decimal("0.01"), "points": Decimal("0.01"), "bps": Decimal("0.0001")}
PURE = ""  # the unit of a number written in a rule
INFINITE = Decimal("Infinity")


@dataclass(frozen=True, slots=True)
class Missing:
    """A value that cannot be had; `reason` completes “not checked: …”."""

    reason: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with the facts it comes from. `text` is how it is printed, for a figure that is printed as it is.

    `quantity` is in base units, percentages as fractions; its unit is kept (`percent`), for messages.
    """

    quantity: Quantity
    facts: tuple[Fact, ...] = ()
    text: str = ""

    @property
    def value(self) -> Decimal:
        return self.quantity.value

    @property
    def unit(self) -> str:
        return self.quantity.unit


@dataclass(frozen=True, slots=True)
class Truth:
    """The outcome of a condition. For `~`, `how` says how the two sides agree, and the sides are kept."""

    holds: bool
    how: How | None = None
    left: Figure | None = None
    right: Figure | None = None


_TRUE, _FALSE = Truth(True), Truth(False)


def truth(holds: bool) -> Truth:
    """A condition that compares no figures."""
    return _TRUE if holds else _FALSE


def figure(quantity: Quantity, facts: tuple[Fact, ...] = (), text: str = "") -> Figure:
    """A printed quantity as expressions take it: percentages, points and basis points as fractions."""
    factor = FRACTIONS.get(quantity.unit)
    return Figure(scaled(quantity, factor) if factor else quantity, facts, text)


def of_fact(fact: Fact) -> Figure:
    return figure(fact.quantity, (fact,), fact.text)


def number(value: Decimal, unit: str = PURE) -> Figure:
    return Figure(Quantity.exact(value, unit))


def scaled(quantity: Quantity, factor: Decimal) -> Quantity:
    """`quantity` times a positive factor, its unit kept."""
    low = None if quantity.low is None else quantity.low * factor
    high = None if quantity.high is None else quantity.high * factor
    return Quantity(quantity.value * factor, low, high, quantity.unit)


_TIMES = frozenset(f"count:{time}" for time in ("days", "weeks", "months", "years"))


@lru_cache(maxsize=256)
def dimension(unit: str) -> str:
    """Units that may be compared share a dimension: all fractions and ratios do, and all counts of things: a
    table seldom repeats the noun that a sentence counts."""
    if unit in FRACTIONS or unit == "ratio":
        return "ratio"
    return "count" if unit.startswith("count:") and unit not in _TIMES else unit


def merged(*groups: Iterable[Fact]) -> tuple[Fact, ...]:
    """All facts, each once, in order of first mention."""
    return tuple({fact.id: fact for fact in chain.from_iterable(groups)}.values())


def _both(a: tuple[Fact, ...], b: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """The facts of two figures, each once; most are of one fact, or of none."""
    if not b and len(a) < 2:
        return a
    return b if not a and len(b) < 2 else merged(a, b)


# ---------------------------------------------------------------------------------------------------- arithmetic


def _sum_unit(a: Figure, b: Figure) -> str | None:
    if a.unit == b.unit:
        return a.unit
    da, db = dimension(a.unit), dimension(b.unit)
    if da == db:
        return a.unit
    if PURE in (a.unit, b.unit):
        other = b.unit if a.unit == PURE else a.unit
        return "ratio" if dimension(other) == "ratio" else other
    return None


@lru_cache(maxsize=256)
def _product_unit(a: str, b: str) -> str:
    da, db = dimension(a), dimension(b)
    if da in (PURE, "ratio"):
        return b if da == PURE or db not in (PURE, "ratio") else "ratio"
    if db in (PURE, "ratio"):
        return a
    for per, by in ((da, db), (db, da)):
        if per.endswith("/share") and by == "shares":
            return per.removesuffix("/share")
    return f"{da}·{db}"


@lru_cache(maxsize=256)
def _quotient_unit(a: str, b: str) -> str:
    da, db = dimension(a), dimension(b)
    if da == db:
        return "ratio"
    if db in (PURE, "ratio"):
        return a
    if db == "shares":
        return f"{da}/share"
    if db.endswith("/share") and db.removesuffix("/share") == da:
        return "shares"
    return f"{da}/{db}"


def _bounds(q: Quantity) -> tuple[Decimal, Decimal]:
    return (-INFINITE if q.low is None else q.low), (INFINITE if q.high is None else q.high)


def _quantity(value: Decimal, corners: Iterable[Decimal], unit: str) -> Quantity:
    ends = [c for c in corners if not c.is_nan()]
    low, high = min(ends), max(ends)
    return Quantity(value, low if low.is_finite() else None, high if high.is_finite() else None, unit)


def _product(x: Decimal, y: Decimal) -> Decimal:
    return Decimal(0) if x == 0 or y == 0 else x * y


def add(a: Figure, b: Figure) -> Figure | Missing:
    unit = _sum_unit(a, b)
    if unit is None:
        return Missing(f"{name_of(a.unit)} and {name_of(b.unit)} cannot be added")
    p, q = a.quantity, b.quantity
    low = None if p.low is None or q.low is None else p.low + q.low
    high = None if p.high is None or q.high is None else p.high + q.high
    return Figure(Quantity(p.value + q.value, low, high, unit), _both(a.facts, b.facts))


def total(figures: Sequence[Figure]) -> Figure | Missing:
    """The sum of at least one figure."""
    quantities = [figure.quantity for figure in figures]
    unit = quantities[0].unit
    if len({q.unit for q in quantities}) > 1:
        whole: Figure | Missing = figures[0]
        for figure in figures[1:]:
            whole = whole if isinstance(whole, Missing) else add(whole, figure)
        return whole
    value = sum([q.value for q in quantities], Decimal(0))
    low, high = _summed([q.low for q in quantities]), _summed([q.high for q in quantities])
    return Figure(Quantity(value, low, high, unit), merged(*[figure.facts for figure in figures]))


def _summed(ends: Sequence[Decimal | None]) -> Decimal | None:
    """The sum of some ends, None where one of them is open."""
    known = [end for end in ends if end is not None]
    return sum(known, Decimal(0)) if len(known) == len(ends) else None


def negate(a: Figure) -> Figure:
    return Figure(a.quantity.negated(), a.facts)


def subtract(a: Figure, b: Figure) -> Figure | Missing:
    return add(a, negate(b))


def multiply(a: Figure, b: Figure) -> Figure | Missing:
    unit, facts = _product_unit(a.unit, b.unit), _both(a.facts, b.facts)
    p, q = a.quantity, b.quantity
    if p.low is not None and p.high is not None and q.low is not None and q.high is not None:
        ends: tuple[Decimal, ...] = (p.low * q.low, p.low * q.high)
        if p.low is not p.high:  # else it is exact: a number that a rule gives
            ends += (p.high * q.low, p.high * q.high)
        return Figure(Quantity(p.value * q.value, min(ends), max(ends), unit), facts)
    (al, ah), (bl, bh) = _bounds(p), _bounds(q)
    corners = (_product(al, bl), _product(al, bh), _product(ah, bl), _product(ah, bh))
    return Figure(_quantity(p.value * q.value, corners, unit), facts)


def divide(a: Figure, b: Figure) -> Figure | Missing:
    p, q = a.quantity, b.quantity
    (al, ah), (bl, bh) = _bounds(q), _bounds(p)
    if q.value == 0 or (al <= 0 <= ah):
        what = b.facts[0].label if b.facts else "the divisor"
        return Missing(f"{what} may be zero")
    try:
        corners = (bl / al, bl / ah, bh / al, bh / ah)
        value = p.value / q.value
    except (DivisionByZero, InvalidOperation):
        return Missing("a division has no meaning")
    unit, facts = _quotient_unit(p.unit, q.unit), _both(a.facts, b.facts)
    if p.low is None or p.high is None or q.low is None or q.high is None:
        return Figure(_quantity(value, corners, unit), facts)
    return Figure(Quantity(value, min(corners), max(corners), unit), facts)


def magnitude(a: Figure) -> Figure:
    q = a.quantity.magnitude()
    if q is a.quantity and a.text and q.value >= 0:
        return a  # a printed figure without a sign is its own magnitude
    return Figure(q, a.facts, a.text if a.quantity.value >= 0 else "")


# ---------------------------------------------------------------------------------------------------- comparison


def comparable(a: Figure, b: Figure) -> bool:
    one, other = a.quantity.unit, b.quantity.unit
    return one == other or PURE in (one, other) or dimension(one) == dimension(other)


def agree(a: Figure, b: Figure) -> Truth | Missing:
    """Whether `a`, as printed, can be `b`, and how: exactly, by the rounding of `a`, or only by that of `b` too."""
    if not comparable(a, b):
        return Missing(f"{name_of(a.unit)} cannot be held against {name_of(b.unit)}")
    p, q = a.quantity, b.quantity
    if p.value == q.value and p.low is not None and p.high is not None:
        return Truth(True, "exact", a, b)
    if p.meets(Quantity.exact(q.value, q.unit)):
        return Truth(True, "rounding", a, b)
    meets = p.meets(q)
    return Truth(meets, "interval" if meets else None, a, b)


def compare(test: Callable[[Decimal, Decimal], bool]) -> Callable[[Figure, Figure], Truth | Missing]:
    """A comparison of the values as printed."""

    def compared(a: Figure, b: Figure) -> Truth | Missing:
        if not comparable(a, b):
            return Missing(f"{name_of(a.unit)} cannot be compared with {name_of(b.unit)}")
        return Truth(test(a.quantity.value, b.quantity.value), None, a, b)

    return compared


_NAMES = {
    "percent": "per cent",
    "points": "percentage points",
    "bps": "basis points",
    "ratio": "a ratio",
    PURE: "a number",
}


def name_of(unit: str) -> str:
    if unit.endswith("/share"):
        return f"{unit.removesuffix('/share')} a share"
    return _NAMES.get(unit, unit.removeprefix("count:"))
