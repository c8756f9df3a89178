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


GAINS = """
In thousands               | Three Months Ended December 31, 2025 | Three Months Ended December 31, 2024
Loss on the sale of mills  | (4,312)                              | -
Restructuring, net         | (1,208)                              | (958)
"""


def test_one_word_of_a_row_that_few_rows_have_names_it() -> None:
    said = "In the fourth quarter of 2025 a loss of $4.3 million was booked as the northern works closed.\n"
    assert verdicts(said + GAINS) == {"$4.3 million": "agrees"}
    assert verdicts(said.replace("$4.3", "$4.7") + GAINS) == {"$4.7 million": "unsupported"}


GROWN = """
In millions          | 2025 | 2024 | % Change
Base marine revenues | 41.2 | 35.3 | 16.7
Base river revenues  | 12.8 | 14.0 | (8.6)
"""


def test_growth_stands_in_the_column_of_changes_in_a_row_that_the_words_name() -> None:
    said = "Fleet results reflect growth in the marine base business of 16.7% in 2025.\n"
    assert verdicts(said + GROWN)["16.7%"] == "agrees"
    assert verdicts(said.replace("16.7%", "17.6%") + GROWN)["17.6%"] == "unsupported"


def test_a_fall_is_no_growth_of_as_much() -> None:
    assert verdicts("Results reflect growth in the river base business of 8.6% in 2025.\n" + GROWN)["8.6%"] != "agrees"


YEAR = """
In thousands                | Three Months Ended December 31, 2025 | Year Ended December 31, 2025
Revenue                     | 81,200                               | 310,400
Gain on the sale of a wharf | -                                    | 34,812
"""


def test_an_item_may_be_of_the_year_where_the_sentence_names_no_time() -> None:
    said = "As a result of the transaction, a gain of {} million was recorded when the old wharf changed hands.\n"
    assert verdicts(said.format("$34.8") + YEAR) == {"$34.8 million": "agrees"}
    assert verdicts(said.format("$38.4") + YEAR) == {"$38.4 million": "unsupported"}
