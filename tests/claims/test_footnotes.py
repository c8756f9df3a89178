"""Amounts in the notes below a table."""

from tests.binding.tiny import audited

TABLE = """
In millions, except per share data | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Revenue                            | 412                              | 380
Net income                         | 51                               | 44

"""


def amounts(text: str) -> list[tuple[str, int]]:
    return [(c.quote, int(c.quantity.value)) for c in audited(TABLE + text).claims]


def test_they_count_as_the_table_does() -> None:
    assert amounts("(a) Includes a $7 charge for leases and a $12 gain on the sale of land.") == [
        ("$7", 7000000),
        ("$12", 12000000),
    ]


def test_what_is_said_in_words_or_of_each_is_printed_in_full() -> None:
    assert amounts("(a) Includes a charge of $7 million, or $3 per home sold.") == [
        ("$7 million", 7000000),
        ("$3", 3),
    ]


def test_other_text_below_a_table_counts_in_full() -> None:
    assert amounts("The company paid a filing fee of $450.") == [("$450", 450)]
