"""Rows that the figures of a sentence name together, where its words do not."""

from tests.binding.tiny import verdicts

TABLE = """
In thousands          | December 31, 2025 | December 31, 2024
Demand deposits       | 358,329           | 367,412
Certificates of deposit | 651,611         | 585,731
Other liabilities     | 12,204            | 10,875
"""


def test_two_figures_of_one_row_name_it() -> None:
    assert verdicts(
        "Checking balances were $358 million at December 31, 2025, compared to $367 million at December 31, 2024.\n"
        + TABLE
    ) == {"$358 million": "agrees", "$367 million": "agrees"}


def test_one_figure_that_happens_to_equal_a_cell_is_no_support() -> None:
    assert verdicts("Backlog was $358 million at December 31, 2025.\n" + TABLE) == {"$358 million": "unsupported"}


def test_one_figure_is_supported_by_the_row_that_its_words_name() -> None:
    assert verdicts("In certificates the bank held $651.6 million at December 31, 2025.\n" + TABLE) == {
        "$651.6 million": "agrees"
    }


def test_figures_of_two_rows_name_none() -> None:
    assert verdicts(
        "Checking balances were $358 million at December 31, 2025, compared to $586 million at December 31, 2024.\n"
        + TABLE
    ) == {"$358 million": "unsupported", "$586 million": "unsupported"}


def test_a_figure_of_many_digits_tells_its_cell_without_any_word() -> None:
    assert verdicts("Backlog was $358,329,000 at December 31, 2025.\n" + TABLE) == {"$358,329,000": "agrees"}
