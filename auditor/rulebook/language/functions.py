"""The functions of the language, each with the types it takes and gives. There are no others."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from operator import attrgetter
from typing import Any

from auditor.frozen import dataclass
from auditor.model.fact import Fact, Measure
from auditor.model.period import Period
from auditor.model.quantity import Quantity
from auditor.rulebook.language.figures import (
    PURE,
    Figure,
    Missing,
    comparable,
    divide,
    magnitude,
    merged,
    number,
    total,
    truth,
)
from auditor.rulebook.language.lookup import Lookup
from auditor.rulebook.language.types import Type, Value
from auditor.tables.footings.slips import digit_gap
from auditor.tables.restated import previously_reported, restated

_VALUE = attrgetter("quantity.value")
_PLAIN_WORD = re.compile(r"[\w$€£%&'’-]+")


@dataclass(frozen=True, slots=True)
class Function:
    """`takes` are the types of the arguments; the last `optional` ones may be left out; `repeats`: the last may come
    any number of times. `summary` is for the documentation."""

    takes: tuple[Type, ...]
    gives: Type
    call: Callable[..., Value]
    summary: str
    optional: int = 0
    repeats: bool = False


def _fact(lookup: Lookup, measure: str | Measure, period: Period | None = None) -> Value:
    return lookup.fact(measure, period)


def _rows(lookup: Lookup, measure: str | Measure) -> Value:
    return lookup.rows(measure)


def _sum(lookup: Lookup, *values: Figure | tuple[Figure, ...]) -> Value:
    figures = _flat(values)
    return total(figures) if figures else Missing("there is nothing to add up")


def _flat(values: tuple[Figure | tuple[Figure, ...], ...]) -> tuple[Figure, ...]:
    if len(values) == 1:
        (only,) = values
        return only if isinstance(only, tuple) else (only,)
    return tuple(f for value in values for f in (value if isinstance(value, tuple) else (value,)))


def _average(lookup: Lookup, *values: Figure | tuple[Figure, ...]) -> Value:
    figures = _flat(values)
    whole = total(figures) if figures else Missing("there is nothing to add up")
    return whole if isinstance(whole, Missing) else divide(whole, number(Decimal(len(figures))))


def _extreme(pick: Callable[..., Any]) -> Callable[..., Value]:
    def extreme(lookup: Lookup, *values: Figure | tuple[Figure, ...]) -> Value:
        figures = _flat(values)
        if len(figures) < 2:
            return figures[0] if figures else Missing("there is nothing to compare")
        quantities = [f.quantity for f in figures]
        if len({q.unit for q in quantities}) > 1 and not all(comparable(figures[0], other) for other in figures):
            return Missing("figures of different units cannot be compared")
        chosen: Figure = pick(figures, key=_VALUE)
        low, high = _ends(pick, [q.low for q in quantities]), _ends(pick, [q.high for q in quantities])
        facts = merged(*[f.facts for f in figures])
        return Figure(Quantity(chosen.quantity.value, low, high, chosen.quantity.unit), facts, chosen.text)

    return extreme


def _ends(pick: Callable[..., Any], ends: Sequence[Decimal | None]) -> Decimal | None:
    """The least or greatest of the ends, None where one of them is open."""
    known = [end for end in ends if end is not None]  # `None in ends` would compare decimals, which takes longer
    return pick(known) if len(known) == len(ends) else None


def _abs(lookup: Lookup, value: Figure) -> Value:
    return magnitude(value)


def _plain(lookup: Lookup, value: Figure) -> Value:
    q = value.quantity
    return Figure(Quantity(q.value, q.low, q.high, PURE), value.facts, value.text)


def _sign(lookup: Lookup, value: Figure) -> Value:
    return number(Decimal((value.value > 0) - (value.value < 0)), PURE)


def _round(lookup: Lookup, value: Figure, places: Figure | None = None) -> Value:
    step = Decimal(1).scaleb(-int(places.value) if places else 0)
    rounded = (value.value / step).to_integral_value(ROUND_HALF_UP) * step
    return Figure(Quantity.exact(rounded, value.unit), value.facts)


def _days(lookup: Lookup, period: Period) -> Value:
    return number(Decimal(period.days))


def _months(lookup: Lookup, period: Period) -> Value:
    return number(Decimal(period.months))


def _count(lookup: Lookup, values: tuple[Figure, ...]) -> Value:
    return number(Decimal(len(values)))


def _movement(lookup: Lookup, now: Figure, before: Figure) -> Value:
    """`up`, `down`, or `flat` where the two are equal as printed; missing where rounding leaves it open."""
    if now.value == before.value:
        return "flat"
    if now.quantity.meets(before.quantity):
        return Missing("rounding leaves open which of the two is greater")
    return "up" if now.value > before.value else "down"


def _year_before(lookup: Lookup, period: Period) -> Value:
    return lookup.document.calendar.year_before(period)


def _opening(lookup: Lookup, period: Period) -> Value:
    if period.start is None:
        return Missing("an instant has no opening balance")
    return Period(None, lookup.document.calendar.opening(period))


def _slip(lookup: Lookup, a: Figure, b: Figure) -> Value:
    """Whether two figures differ by one digit changed or two transposed, in the finer one's last digit."""
    step = max(a.quantity.step, max((f.quantity.step for f in a.facts), default=Decimal(0)))
    if step <= 0:
        return truth(False)
    return truth(digit_gap(int((abs(a.value) - abs(b.value)) / step * 2), int(b.quantity.step / step) + 1))


def _series(lookup: Lookup, value: Figure) -> Value:
    """The amounts of a figure's row whose periods are as long as its own."""
    if len(value.facts) != 1 or value.facts[0].period is None:
        return Missing("a computed figure stands in no row")
    fact, months = value.facts[0], value.facts[0].period.months
    row = lookup.document.by_row.get((fact.table, fact.row), ())
    return tuple(lookup.document.figure(f) for f in row if f.period is not None and f.period.months == months)


def _restated(lookup: Lookup, value: Figure) -> Value:
    """The figure that a restatement puts in the place of one as previously reported."""
    fact = value.facts[0] if len(value.facts) == 1 else None
    if fact is None or not previously_reported(fact):
        return Missing("the figure is not one that was restated")
    others = [f for f in _beside(lookup, fact) if restated(f)]
    return lookup.document.figure(others[0]) if len(others) == 1 else Missing("no restated figure stands beside it")


def _as_reported(lookup: Lookup, value: Figure) -> Value:
    """The figure as previously reported, of the measure and period of one that was restated."""
    fact = value.facts[0] if len(value.facts) == 1 else None
    if fact is None or fact.measure is None or fact.period is None:
        return Missing("a computed figure was not reported before")
    before = lookup.document.reported_before.get(fact.measure.key, ())
    found = [f for f in before if _one_figure(f, fact)]
    values = {f.quantity.value for f in found} - {fact.quantity.value}
    return (
        lookup.document.figure(found[0])
        if len(values) == 1
        else Missing("the tables show no figure as previously reported")
    )


def _beside(lookup: Lookup, fact: Fact) -> list[Fact]:
    """The figures of a fact's row that are of its period."""
    row = lookup.document.by_row.get((fact.table, fact.row), ())
    return [f for f in row if f.id != fact.id and f.period == fact.period and f.quantity.unit == fact.quantity.unit]


def _one_figure(a: Fact, b: Fact) -> bool:
    """Whether two figures are of one row's name, one unit and one period."""
    if a.period is None or b.period is None or a.measure is None or b.measure is None:
        return False
    same = a.label.casefold() == b.label.casefold() or a.measure == b.measure
    return same and a.period.same(b.period) and a.quantity.unit == b.quantity.unit


def _contains(lookup: Lookup, text: str, part: str) -> Value:
    return truth(part.casefold() in " ".join(text.split()).casefold())


def _says(lookup: Lookup, text: str, *phrases: str) -> Value:
    held = padded(text)
    return truth(any(padded(phrase) in held for phrase in phrases))


@lru_cache(maxsize=4096)  # a sentence is asked for by many rules
def padded(text: str) -> str:
    """The words of a text in lower case with one blank around each; punctuation parts words and is left out."""
    return f" {' '.join(_PLAIN_WORD.findall(text.casefold()))} "


def _multiple(lookup: Lookup, a: Figure, b: Figure) -> Value:
    return Missing("nothing is a multiple of zero") if b.value == 0 else truth(a.value % b.value == 0)


def _closing(lookup: Lookup, period: Period) -> Value:
    return period.at_end()


FUNCTIONS: Mapping[str, Function] = {
    "fact": Function(
        ("measure", "period"),
        "figure",
        _fact,
        "the figure of a measure, in the column at hand or of a period",
        optional=1,
    ),
    "rows": Function(("measure",), "figures", _rows, "all figures of a measure in the column at hand"),
    "sum": Function(("figures",), "figure", _sum, "the sum of figures or of lists of them", repeats=True),
    "average": Function(("figures",), "figure", _average, "the mean of figures or of lists of them", repeats=True),
    "min": Function(("figures",), "figure", _extreme(min), "the smallest of the figures", repeats=True),
    "max": Function(("figures",), "figure", _extreme(max), "the greatest of the figures", repeats=True),
    "abs": Function(("figure",), "figure", _abs, "the figure without its sign"),
    "plain": Function(("figure",), "figure", _plain, "the figure as a number, without its unit"),
    "sign": Function(("figure",), "figure", _sign, "1, 0 or -1"),
    "round": Function(
        ("figure", "figure"), "figure", _round, "rounded to places after the point (none: whole)", optional=1
    ),
    "days": Function(("period",), "figure", _days, "the length of a period in days"),
    "months": Function(("period",), "figure", _months, "the length of a period in months"),
    "count": Function(("figures",), "figure", _count, "how many figures a list holds"),
    "movement": Function(
        ("figure", "figure"), "text", _movement, "“up”, “down” or “flat”, from the second to the first"
    ),
    "slip": Function(
        ("figure", "figure"), "truth", _slip, "whether one wrong digit, or two transposed, part two figures"
    ),
    "series": Function(("figure",), "figures", _series, "the amounts of a figure's row of periods as long as its own"),
    "restated": Function(
        ("figure",), "figure", _restated, "the restated figure beside one that is printed as previously reported"
    ),
    "as_reported": Function(
        ("figure",), "figure", _as_reported, "the figure as previously reported, of the measure and period of another"
    ),
    "contains": Function(("text", "text"), "truth", _contains, "whether a text holds another, in whatever case"),
    "says": Function(
        ("text", "text"), "truth", _says, "whether a text holds one of the phrases, word for word", repeats=True
    ),
    "multiple": Function(
        ("figure", "figure"), "truth", _multiple, "whether the first is a whole multiple of the second"
    ),
    "year_before": Function(("period",), "period", _year_before, "the same period of the year before"),
    "opening": Function(("period",), "period", _opening, "the instant at which a period begins"),
    "closing": Function(("period",), "period", _closing, "the instant at which a period ends"),
}

LAZY: Mapping[str, tuple[Type, str]] = {
    "first": ("any", "the first of its arguments that is not missing"),
    "given": ("truth", "whether its argument is not missing"),
}
"""Functions that look at their arguments themselves, for they accept missing ones."""
