"""What a slip leaves of a printed number."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from auditor.model.digits import kept, printed_in, slipped, slipped_within


def test_digits_behind_the_first_that_a_slip_changed_are_kept() -> None:
    assert kept(Decimal("79.4"), Decimal("29.4")) == 2
    assert kept(Decimal("79.0"), Decimal("29.0")) == 1  # a zero at the end tells nothing
    assert kept(Decimal("464.2"), Decimal("446.2")) == 2
    assert kept(Decimal("446.3"), Decimal("446.2")) == 0


def test_the_figure_is_rounded_as_the_number_is() -> None:
    assert kept(Decimal("79.4"), Decimal("29.438")) == 2
    assert kept(Decimal("79.4"), Decimal("29.462")) == 0


def test_two_changes_and_another_length_are_no_slip() -> None:
    assert kept(Decimal("351.2"), Decimal("446.2")) == 0
    assert kept(Decimal("211"), Decimal("11")) == 0


def test_the_number_of_a_text_is_read_in_the_scale_of_its_print() -> None:
    assert printed_in("$1,234.5 million") == Decimal("1234.5")
    assert printed_in("no number") == 0


@given(st.integers(100, 10**9))
def test_a_number_is_no_slip_of_itself(value: int) -> None:
    assert kept(Decimal(value), Decimal(value)) == 0


def test_the_zero_before_a_point_is_a_digit() -> None:
    assert kept(Decimal("5.02"), Decimal("0.52")) == 2
    assert slipped(Decimal("5.02"), Decimal("0.52"))


def test_a_slip_tells_where_digits_enough_are_left() -> None:
    assert slipped(Decimal("758.5"), Decimal("258.5"))
    assert not slipped(Decimal("75"), Decimal("25"))  # of two digits, many are a slip apart
    assert not slipped(Decimal("38.9"), Decimal("39.9"))
    assert not slipped(Decimal("26.9"), Decimal("26.4"))


def test_rates_share_their_first_digits_without_a_slip() -> None:
    assert slipped(Decimal("38.7"), Decimal("34.7"))
    assert not slipped(Decimal("38.7"), Decimal("34.7"), first=True)
    assert slipped(Decimal("83.7"), Decimal("38.7"), first=True)


def test_of_a_wide_interval_the_first_digits_are_compared() -> None:
    assert slipped_within(Decimal("248008000"), Decimal("424900000"), Decimal("429300000"))
    assert not slipped_within(Decimal("250"), Decimal("100"), Decimal("400"))
