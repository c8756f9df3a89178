"""What cells print."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.tables.values import figure, is_absent, is_year

PRINTED = {
    "$(10,419)": ("-10419", "1", ""),
    "(0.10)": ("-0.10", "0.01", ""),
    "( 0.38)": ("-0.38", "0.01", ""),
    "49,632)": ("-49632", "1", ""),
    "-$5.0": ("-5.0", "0.1", ""),
    "$1, 465,000": ("1465000", "1", ""),
    "$.001": ("0.001", "0.001", ""),
    "1,234(1)": ("1234", "1", ""),
    "13,8": ("13.8", "0.1", ""),
    "12.3%": ("12.3", "0.1", "percent"),
    "(12.3%)": ("-12.3", "0.1", "percent"),
    "(5)%": ("-5", "1", "percent"),
    "(1.2)pts": ("-1.2", "0.1", "points"),
    "12 bps": ("12", "1", "bps"),
    "1.2x": ("1.2", "0.1", "ratio"),
    "5.7 years": ("5.7", "0.1", "years"),
}


@pytest.mark.parametrize("text", PRINTED)
def test_a_figure_is_read_with_its_sign_and_mark(text: str) -> None:
    value, step, mark = PRINTED[text]
    found = figure(text)
    assert found is not None
    assert (found.value, found.step, found.mark) == (Decimal(value), Decimal(step), mark)


@pytest.mark.parametrize("text", ["—", "--", "$—", "-", "$ -", "—%", "nil", "-0-"])
def test_dashes_are_nil(text: str) -> None:
    found = figure(text)
    assert found is not None
    assert found.nil
    assert found.value == 0


@pytest.mark.parametrize("text", ["N/M", "NM", "n/a", "N/A", "*", "(a)", "30-59", "Level 3", "", "2006 and 2005"])
def test_words_and_ranges_are_no_figures(text: str) -> None:
    assert figure(text) is None


def test_signs_of_absence_and_years() -> None:
    assert is_absent("N/M")
    assert not is_absent("12")
    assert is_year("2006")
    assert not is_year("2,006")


def test_a_scale_word_in_the_cell() -> None:
    found = figure("$(22) million")
    assert found is not None
    assert (found.value, found.power, found.currency) == (Decimal(-22), 6, "USD")


amounts = st.decimals(min_value=-(10**12), max_value=10**12, places=2, allow_nan=False, allow_infinity=False)


@given(amounts, st.sampled_from(["", "$", "€", "£"]), st.booleans(), st.sampled_from(["", "%", "x"]))
def test_printing_then_reading_gives_the_amount_back(value: Decimal, sign: str, parentheses: bool, mark: str) -> None:
    digits = f"{abs(value):,.2f}"
    if value >= 0:
        printed = f"{sign}{digits}{mark}"
    elif parentheses:
        printed = f"{sign}({digits}){mark}"
    else:
        printed = f"-{sign}{digits}{mark}"
    found = figure(printed)
    assert found is not None
    assert found.value == value
    assert found.step == Decimal("0.01")
