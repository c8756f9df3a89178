"""Unit notes."""

import pytest

from auditor.tables.scales import Scale, scale_in, without_note
from tests.tables.drawn import table

NOTES = {
    "(In thousands, except per share data)": (3, None, {"per-share"}),
    "(In thousands, except share amounts)": (3, None, {"shares"}),
    "(Dollars in millions, except per share amounts)": (6, None, {"per-share"}),
    "($ in millions; shares in thousands)": (6, 3, set()),
    "($ and shares in millions)": (6, 6, set()),
    "($ in thousands, except share and per share data)": (3, None, {"shares", "per-share"}),
    "(000's)": (3, None, set()),
    "(in 000s, except share data)": (3, None, {"shares"}),
    "$000s": (3, None, set()),
    "(millions)": (6, None, set()),
    "(Thousands of dollars)": (3, None, set()),
    "€ million": (6, None, set()),
    "$M": (6, None, set()),
    "shares in millions": (None, 6, set()),
    "(For the three months ended September 30, in millions)": (6, None, set()),
    "The following table shows sales by region (in millions):": (6, None, set()),
    "(in whole dollars)": (0, None, set()),
}


@pytest.mark.parametrize("text", NOTES)
def test_a_note_says_how_the_table_counts(text: str) -> None:
    money, shares, exact = NOTES[text]
    found = scale_in(text)
    assert (found.money, found.shares) == (money, shares)
    assert found.exact == exact


@pytest.mark.parametrize(
    "text",
    ["Sales were $5 million in the quarter", "the loss of $ 1.5 million in 2023", "Number of Shares", "1,000,000"],
)
def test_amounts_are_no_notes(text: str) -> None:
    assert scale_in(text) == Scale()


def test_currency_of_a_note() -> None:
    assert scale_in("(U.S. dollars in millions)").currency == "USD"
    assert scale_in("in millions of euros").currency == "EUR"
    assert scale_in("(in thousands)").currency == ""


def test_a_header_without_its_note() -> None:
    assert without_note("July 1, 2023 (In millions, except per share amounts)").strip() == "July 1, 2023"


def test_a_note_on_rows_that_stands_over_one_column_is_of_the_table() -> None:
    found = table("""
# Results for the three months ended June 30

                     | (in thousands, except per share data) 2025 | 2024
Revenue              | 83,303                                     | 75,123
Net income per share | 0.25                                       | 0.21
""")
    assert [str(f.quantity.value) for f in found.facts] == ["83303000", "75123000", "0.25", "0.21"]


def test_a_note_of_one_measure_leaves_the_other_columns_in_full() -> None:
    found = table("""
(Revenues in thousands)

             | Three Months Ended June 30, 2025
Region       | Home revenues | Home closings | Average price
North        | 71,375        | 203           | 351,601
South        | 59,605        | 121           | 492,603
""")
    assert [str(f.quantity.value) for f in found.facts] == ["71375000", "203", "351601", "59605000", "121", "492603"]


def test_a_note_behind_the_moment_of_a_row_says_how_it_counts() -> None:
    found = table("""
                                                 | Fourth Quarter 2025 | Fourth Quarter 2024
Gross square footage at end of period (in thousands) | 2,341           | 2,190
""")
    assert [str(f.quantity.value) for f in found.facts] == ["2341000", "2190000"]


def test_prices_that_a_note_excepts_are_printed_in_full() -> None:
    found = table("""
(In thousands, except average selling prices and units)

                      | Three Months Ended June 30, 2025
Revenue               | $148,212
Average selling price | $2,214
""")
    assert [str(f.quantity.value) for f in found.facts] == ["148212000", "2214"]
