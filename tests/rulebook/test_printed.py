"""The figures of tables by their size."""

from decimal import Decimal

from auditor.model.quantity import Quantity
from auditor.rulebook.printed import Printed
from tests.rulebook.tiny import YEAR_AGO, fact, quantity

SALES, LOSS, EPS = (
    fact("sales", "43512000"),
    fact("loss", "-370000"),
    fact("eps", "0.35", step="0.01", unit="USD/share"),
)
PRINTED = Printed([SALES, LOSS, EPS, fact("sales", "43512000"), fact("sales", "41007000", YEAR_AGO)])


def test_a_rounded_number_is_printed_by_the_figure_that_rounds_to_it() -> None:
    assert list(PRINTED.of(quantity("43500000", "100000"))) == [SALES]
    assert list(PRINTED.of(quantity("43600000", "100000"))) == []


def test_signs_do_not_count_and_units_do() -> None:
    assert list(PRINTED.of(quantity("370000", "10000"))) == [LOSS]
    assert list(PRINTED.of(quantity("0.35", "0.01", "USD/share"))) == [EPS]
    assert list(PRINTED.of(quantity("0.35", "0.01"))) == []


def test_a_number_open_to_one_side_is_printed_by_all_beyond() -> None:
    over = Quantity(Decimal(42000000), Decimal(42000000), None, "USD")
    assert list(PRINTED.of(over)) == [SALES]
