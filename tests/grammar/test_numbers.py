"""Spellings of numbers, grouped by what they mean, and what must not be read as one."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.grammar.identifiers import identifiers_in
from auditor.grammar.numbers import numbers_in

SAME = {
    ("2900000", "USD"): [
        "$2.9 million",
        "$ 2.9 million",
        "$2.9M",
        "US$2.9 million",
        "2.9 million dollars",
        "$2,900,000",
        "$2.9-million",
    ],
    ("0.10", "USD/share"): [
        "$0.10 per share",
        "$.10 per diluted common share",
        "10 cents a share",
        "10 cents per share",
        "$0.10 per basic share",
    ],
    ("48", "percent"): ["48%", "48 percent", "48 per cent"],
    ("9.25", "percent"): ["9-1/4%", "9 1/4%", "9-1/4 percent"],
    ("120", "bps"): ["120 basis points", "120 bps", "120 basis-points"],
    ("3.5", "points"): ["3.5 percentage points", "3.5 points", "3.5 pts"],
    ("-10400000", "USD"): ["$(10.4) million", "-$10.4 million", "negative $10.4 million"],
    ("-3.2", "percent"): ["(3.2)%", "-3.2%", "negative 3.2%"],
    ("2.3", "ratio"): ["2.3x", "2.3 times"],
    ("1465000", "USD"): ["$1,465,000", "$1, 465,000"],
    ("3400000000", "EUR"): ["€3.4 billion", "€3.4bn"],
    ("8213000000", "SEK"): ["SEK 8 213 million", "SEK 8\u00a0213 million"],
}
FIRST_OF_RANGE = {
    "$10 to $12 million": "10000000",
    "$1.20 to $1.30 per share": "1.20",
    "4-5%": "4",
    "$5.0 - $6.0 million": "5000000",
}
NO_NUMBERS = [
    "Form 10-Q", "a Form 8-K/A", "SFAS 123(R)", "ASC 606", "ISO 9001:2000", "Rule 10b-5", "Section 21E", "call 800-555-0199", "(555) 555-0100", "1:45 p.m.", "10 a.m.",
    "the S&P 500", "a 401(k) plan", "Exhibit 99.1", "Note 5", "open 24/7", "www.example7.com", "passcode 1234567", "17 CFR 230.425", "1200 Harbor Street",
    "at Week 24", "at Weeks 12 and 24", "p<0.001", "p = 0.03", "the 300 mg dose",
]  # fmt: skip


@pytest.mark.parametrize(("text", "value", "unit"), [(t, v, u) for (v, u), texts in SAME.items() for t in texts])
def test_each_spelling_means_the_same(text: str, value: str, unit: str) -> None:
    (number,) = numbers_in(f"it was {text} in all")
    assert (number.value, number.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(("text", "value"), FIRST_OF_RANGE.items())
def test_the_first_of_a_range_takes_scale_and_unit_from_the_second(text: str, value: str) -> None:
    first, second = numbers_in(text)
    assert first.value == Decimal(value)
    assert first.unit == second.unit


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_what_is_no_statement_of_an_amount(text: str) -> None:
    sentence = f"see {text} for more"
    ranges = identifiers_in(sentence)
    assert all(any(a <= n.digits < b for a, b in ranges) for n in numbers_in(sentence))


@given(st.integers(0, 10**9), st.integers(0, 3))
def test_a_printed_amount_is_read_back(units: int, decimals: int) -> None:
    value = Decimal(units).scaleb(-decimals)
    (number,) = numbers_in(f"${value:,f}")
    assert number.value == value
    assert number.step == Decimal(1).scaleb(-decimals)


@given(st.decimals(min_value=0, max_value=999, places=1), st.sampled_from(["thousand", "million", "billion"]))
def test_a_scale_word_scales_value_and_last_digit(value: Decimal, word: str) -> None:
    (number,) = numbers_in(f"${value} {word}")
    factor = {"thousand": 10**3, "million": 10**6, "billion": 10**9}[word]
    assert (number.value, number.step) == (value * factor, Decimal("0.1") * factor)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("sales were EUR 53.1 (57.6) million", [("53100000", "EUR"), ("57600000", "EUR")]),
        ("sales were EUR 723.7 million (808.8)", [("723700000", "EUR"), ("808800000", "EUR")]),
        ("7.5 (7.6)% of sales", [("7.5", "percent"), ("7.6", "percent")]),
        ("EUR 0.31 (0.20)", [("0.31", "EUR"), ("0.20", "EUR")]),
        ("EUR 0.31 (-0.20)", [("0.31", "EUR"), ("-0.20", "EUR")]),
        ("19.9% (19.7)", [("19.9", "percent"), ("19.7", "percent")]),
        ("sales of $582 million (2024)", [("582000000", "USD"), ("2024", "")]),
        ("sales of $12.4 million (1)", [("12400000", "USD"), ("1", "")]),
    ],
)
def test_a_number_in_brackets_behind_another_takes_what_is_printed_once_for_both(
    text: str, told: list[tuple[str, str]]
) -> None:
    assert [(format(n.value, "f"), n.unit) for n in numbers_in(text)] == told
