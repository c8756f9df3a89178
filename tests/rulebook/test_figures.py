"""Arithmetic on figures: units, intervals, and the law that no true result lies outside."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.model.quantity import Quantity
from auditor.rulebook.language import figures as f
from auditor.rulebook.language.figures import Figure, Missing, Truth
from tests.rulebook.tiny import quantity

numbers = st.decimals(-1000, 1000, places=2)


@st.composite
def printed(draw: st.DrawFn) -> tuple[Figure, Decimal]:
    """A printed figure, and a true value that may hide behind it."""
    value, share = draw(numbers), draw(st.decimals(-1, 1, places=3))
    step = draw(st.sampled_from([Decimal("0.01"), Decimal(1), Decimal(10)]))
    return Figure(Quantity.printed(value, step, "USD")), value + share * step / 2


def holds(figure: Figure | Missing, value: Decimal) -> bool:
    if isinstance(figure, Missing):
        return True
    q, room = figure.quantity, Decimal("1e-15")
    return (q.low is None or q.low - room <= value) and (q.high is None or value <= q.high + room)


@given(printed(), printed())
def test_a_true_result_lies_in_the_interval(a: tuple[Figure, Decimal], b: tuple[Figure, Decimal]) -> None:
    (x, p), (y, q) = a, b
    assert holds(f.add(x, y), p + q)
    assert holds(f.subtract(x, y), p - q)
    assert holds(f.multiply(x, y), p * q)
    if q:
        assert holds(f.divide(x, y), p / q)
    assert holds(f.magnitude(x), abs(p))


@given(printed(), printed())
def test_agreement_is_symmetric(a: tuple[Figure, Decimal], b: tuple[Figure, Decimal]) -> None:
    one, other = f.agree(a[0], b[0]), f.agree(b[0], a[0])
    assert isinstance(one, Truth) and isinstance(other, Truth)
    assert one.holds == other.holds


@pytest.mark.parametrize(
    ("left", "right", "how"),
    [
        (quantity("12500", "1000"), quantity("12500", "1000"), "exact"),
        (quantity("12500000", "100000"), quantity("12519000", "1000"), "rounding"),
        (quantity("12500000", "100000"), quantity("12550400", "1000"), "interval"),
        (quantity("12500000", "100000"), quantity("12560000", "1000"), None),
    ],
)
def test_how_two_figures_agree(left: Quantity, right: Quantity, how: str | None) -> None:
    truth = f.agree(Figure(left), Figure(right))
    assert isinstance(truth, Truth)
    assert (truth.holds, truth.how) == (how is not None, how)


def unit_of(value: Figure | Missing) -> str:
    return value.reason if isinstance(value, Missing) else value.unit


def of(unit: str) -> Figure:
    return f.figure(quantity("8", "1", unit))


@pytest.mark.parametrize(
    ("value", "unit"),
    [
        (f.add(of("USD"), of("USD")), "USD"),
        (f.add(of("USD"), of("shares")), "USD and shares cannot be added"),
        (f.add(of("USD"), of("EUR")), "USD and EUR cannot be added"),
        (f.subtract(of("percent"), f.number(Decimal(1))), "ratio"),
        (f.divide(of("USD"), of("USD")), "ratio"),
        (f.divide(of("USD"), of("shares")), "USD/share"),
        (f.divide(of("USD"), of("USD/share")), "shares"),
        (f.multiply(of("USD/share"), of("shares")), "USD"),
        (f.multiply(of("USD"), of("percent")), "USD"),
        (f.divide(of("USD"), of("percent")), "USD"),
    ],
)
def test_units_of_results(value: Figure | Missing, unit: str) -> None:
    assert unit_of(value) == unit


def test_percentages_are_fractions() -> None:
    assert f.figure(quantity("48", "1", "percent")).value == Decimal("0.48")
    assert f.figure(quantity("210", "1", "bps")).value == Decimal("0.0210")


def test_a_divisor_that_may_be_zero_gives_nothing() -> None:
    assert f.divide(of("USD"), Figure(quantity("0"))) == Missing("the divisor may be zero")


def test_figures_of_different_units_are_not_compared() -> None:
    assert f.agree(of("USD"), of("shares")) == Missing("USD cannot be held against shares")
