"""Rows of related parties, which a sentence may count in."""

from tests.binding.tiny import verdicts

TABLE = """
In thousands                    | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Voyage expenses                 | 8,122                            | 13,470
Voyage expenses - related party | 338                              | 348
"""


def test_a_sentence_may_state_a_row_with_that_of_related_parties() -> None:
    assert verdicts(
        "Voyage expenses for the three months ended June 30, 2025 were $8.5 million, compared to $13.8 million for the "
        "three months ended June 30, 2024, a decrease of $5.4 million.\n" + TABLE
    ) == {"$8.5 million": "agrees", "$13.8 million": "agrees", "$5.4 million": "agrees"}


def test_or_the_row_alone() -> None:
    text = "Voyage expenses for the three months ended June 30, 2025 were $8.1 million.\n" + TABLE
    assert verdicts(text) == {"$8.1 million": "agrees"}
