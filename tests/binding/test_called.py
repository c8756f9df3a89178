"""Rows that a sentence calls by their whole name."""

from tests.binding.tiny import audited, verdicts

TABLE = """
In thousands                         | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Gain on settlement of supply dispute | 4,318                            | 211
Residential                          | 52,110                           | 50,154
Sundry leasing income                | 289                              | 164
Marketable claims                    | 81,407                           | 80,115
"""


def test_a_row_called_by_its_whole_name_supports_also_a_number_of_few_digits() -> None:
    assert verdicts("Sundry leasing income was $0.3 million in the second quarter of 2025.\n" + TABLE) == {
        "$0.3 million": "agrees"
    }


def test_it_gives_the_growth_of_its_two_figures() -> None:
    assert verdicts("In the second quarter of 2025, residential use of the network rose 3.9 percent.\n" + TABLE) == {
        "3.9 percent": "agrees"
    }


def test_a_number_one_slip_away_from_its_figure_contradicts_it() -> None:
    text = "The gain on settlement of the supply dispute came to $4,813 thousand in the second quarter of 2025.\n"
    audit = audited(text + TABLE)
    assert [(f.rule, f.message) for f in audit.findings if f.level == "error"] == [
        (
            "C001",
            "“$4,813 thousand” is stated for gain on settlement of the supply dispute, "
            "but the tables give 4,318 thousand",
        )
    ]


def test_a_last_digit_alone_is_no_slip_that_tells() -> None:
    assert verdicts(
        "The settlement of a supply dispute brought a gain of $4,317 thousand in the second quarter of 2025.\n" + TABLE
    ) == {"$4,317 thousand": "unsupported"}


def test_a_part_of_what_is_called_is_another_figure() -> None:
    assert verdicts(
        "At the end of the second quarter of 2025, marketable claims included $18.407 million of pledged ones.\n"
        + TABLE
    ) == {"$18.407 million": "unsupported"}


def test_no_slip_makes_a_part_of_the_row_that_is_the_whole() -> None:
    table = """
In thousands    | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Service revenue | 191,272                          | 193,965
"""
    said = "Inland aviation service revenue of $151.3 million was down in the second quarter of 2025.\n"
    assert verdicts(said + table) == {"$151.3 million": "unsupported"}


PARTS = """
# Revenue of the segments

In thousands         | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Revenue:
Nordic               | 324,316                          | 303,111
Baltic               | 113,601                          | 99,685
Consolidated Revenue | 437,917                          | 402,796

# Expenses of the segments

In thousands                     | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Direct operating and SG&A expenses:
Nordic                           | 182,000                          | 175,510
Baltic                           | 83,745                           | 75,338
Consolidated operating and SG&A  | 265,745                          | 250,848
"""


def test_a_segment_before_a_colon_narrows_what_follows() -> None:
    said = "Revenue for the second quarter of 2025 compared to the same period in 2024:\n\nNordic: Revenue up {}:\n"
    assert verdicts(said.format("7.0%") + PARTS)["7.0%"] == "agrees"
    assert verdicts(said.format("7.9%") + PARTS)["7.9%"] == "disagrees"
