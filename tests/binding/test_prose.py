"""What other sentences state of a claim's measure, where no table gives it."""

from tests.binding.tiny import verdicts

TABLE = """
In thousands, except shares     | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Revenue                         | 26,718                           | 21,774
Diluted weighted average shares | 14,464,461                       | 14,301,220
"""
ADJUSTED = "Adjusted EBITDA was $11.2 million for the quarter ended June 30, 2025.\n\n"


def test_a_margin_is_the_stated_amount_over_the_revenue_of_the_table() -> None:
    assert verdicts(ADJUSTED + "The adjusted EBITDA margin was 42% for the quarter.\n" + TABLE)["42%"] == "agrees"
    assert verdicts(ADJUSTED + "The adjusted EBITDA margin was 47% for the quarter.\n" + TABLE)["47%"] == "disagrees"


def test_a_result_by_the_share_is_the_stated_result_over_the_shares_of_the_table() -> None:
    assert (
        verdicts(
            "Adjusted net income was $7.2 million for the quarter ended June 30, 2025.\n\n"
            "Adjusted diluted earnings per share were $0.50 for the quarter.\n" + TABLE
        )["$0.50"]
        == "agrees"
    )


def test_a_change_lies_between_the_two_levels_that_another_sentence_states() -> None:
    told = (
        "Net income was $2.139 million for the quarter ended June 30, 2025, compared to $2.017 million "
        "for the quarter ended June 30, 2024.\n\n"
    )
    found = verdicts(told + "Net income increased $122 thousand, or 6.0%, to $2.1 million for the quarter.\n" + TABLE)
    assert found["$122 thousand"] == found["6.0%"] == found["$2.1 million"] == "agrees"


def test_a_move_began_where_its_percentage_says_if_a_table_gives_its_end() -> None:
    said = "Revenue in the second quarter of 2025 rose 4% versus $25.7 million in the first quarter of 2025.\n"
    assert verdicts(said + TABLE) == {"4%": "agrees", "$25.7 million": "agrees"}
    assert verdicts(said.replace("$25.7", "$22.7") + TABLE)["$22.7 million"] != "agrees"


def test_a_margin_of_two_amounts_that_only_the_prose_states() -> None:
    bare = "\nIn thousands | June 30, 2025 | June 30, 2024\nInventories  | 4,318         | 4,211\n"
    said = (
        "Revenue was $161 million in the quarter ended June 30, 2025.\n\n"
        "Operating loss was $4.2 million in the quarter ended June 30, 2025.\n\n"
        "Operating margin was {} for the quarter.\n"
    )
    assert verdicts(said.format("(2.6)%") + bare)["(2.6)%"] == "agrees"
    assert verdicts(said.format("(3.1)%") + bare)["(3.1)%"] != "agrees"
