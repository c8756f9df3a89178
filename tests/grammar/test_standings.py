"""Words that rank a figure among those of other periods."""

import pytest

from auditor.grammar.standings import Reach, ranks, reach_of, streaks_in, superlatives_in


@pytest.mark.parametrize(
    ("text", "count", "unit", "direction"),
    [
        ("the fifth consecutive quarter of growth", 5, "quarter", ""),
        ("our 12th straight year of higher sales", 12, "year", ""),
        ("five consecutive quarters of profitability", 5, "quarter", ""),
        ("the third straight increase in net income", 3, "", "up"),
        ("a second successive quarterly decline", 2, "quarter", "down"),
        ("THE SIXTH CONSECUTIVE FISCAL QUARTER", 6, "quarter", ""),
    ],
)
def test_a_streak_says_how_often_in_a_row(text: str, count: int, unit: str, direction: str) -> None:
    (found,) = streaks_in(text)
    assert (found.count, found.unit, found.direction) == (count, unit, direction)


@pytest.mark.parametrize(
    "text", ["consecutive quarters", "the first consecutive quarter", "a straight answer", "84 quarters"]
)
def test_what_is_no_streak(text: str) -> None:
    assert list(streaks_in(text)) == []


@pytest.mark.parametrize(
    ("text", "highest", "unit", "yearly"),
    [
        ("the highest quarterly revenue", True, "quarter", False),
        ("our lowest annual loss", False, "year", False),
        ("the largest ever", True, "", False),
        ("our highest third quarter revenue", True, "quarter", True),
    ],
)
def test_a_superlative_names_an_end_and_a_length(text: str, highest: bool, unit: str, yearly: bool) -> None:
    (found,) = superlatives_in(text)
    assert (found.highest, found.unit, found.yearly) == (highest, unit, yearly)


@pytest.mark.parametrize(
    "text",
    [
        "the second-highest revenue",
        "one of the highest margins",
        "at the highest end",
        "the highest quality",
        "high revenue",
    ],
)
def test_what_is_no_superlative(text: str) -> None:
    assert list(superlatives_in(text)) == []


@pytest.mark.parametrize(
    ("text", "reach"),
    [
        (" revenue in two years", Reach(months=24, span=(9, 21))),
        (" in more than six quarters", Reach(months=18, span=(1, 26))),
        (" of the four quarters shown", Reach(shown=True, span=(1, 27))),
        (" since the third quarter of 2022", Reach(since=11, span=(1, 11))),
        (" in our history", Reach(span=(1, 15))),
        (" for the company", Reach()),
    ],
)
def test_the_words_behind_say_how_far_back_it_looks(text: str, reach: Reach) -> None:
    assert reach_of(text) == reach


def test_most_sentences_are_not_read_further() -> None:
    assert not ranks("Revenue was $43.5 million.")
    assert ranks("It was the Highest revenue.")
