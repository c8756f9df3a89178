"""Laws of printed numbers as intervals."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from auditor.model.quantity import Quantity, plain

VALUES = st.decimals(min_value=-(10**9), max_value=10**9, places=2)
STEPS = st.sampled_from([Decimal("0.01"), Decimal("0.1"), Decimal(1), Decimal(1000)])


@given(VALUES, STEPS)
def test_a_printed_number_agrees_with_what_it_was_rounded_from(value: Decimal, step: Decimal) -> None:
    rounded = (value / step).to_integral_value() * step
    assert Quantity.printed(rounded, step, "USD").meets(Quantity.exact(value, "USD"))


@given(VALUES, STEPS, VALUES, STEPS)
def test_agreement_is_mutual(a: Decimal, s: Decimal, b: Decimal, t: Decimal) -> None:
    one, other = Quantity.printed(a, s, "USD"), Quantity.printed(b, t, "USD")
    assert one.meets(other) == other.meets(one)


@given(VALUES, STEPS)
def test_two_steps_away_never_agrees(value: Decimal, step: Decimal) -> None:
    assert not Quantity.printed(value, step, "USD").meets(Quantity.printed(value + 2 * step, step, "USD"))


@given(VALUES, STEPS)
def test_negation_is_its_own_inverse(value: Decimal, step: Decimal) -> None:
    quantity = Quantity.printed(value, step, "USD")
    assert quantity.negated().negated() == quantity


@given(VALUES, STEPS)
def test_a_magnitude_is_never_negative(value: Decimal, step: Decimal) -> None:
    magnitude = Quantity.printed(value, step, "USD").magnitude()
    assert magnitude.low is not None
    assert magnitude.low >= 0


@given(VALUES)
def test_plain_notation_reads_back_and_has_no_exponent(value: Decimal) -> None:
    assert Decimal(plain(value)) == value
    assert "E" not in plain(value.normalize())
