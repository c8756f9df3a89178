"""The reasons of a change, which add up to it."""

from tests.binding.tiny import verdicts

TABLE = """
In thousands | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Revenue      | 26,718                           | 21,774
"""


def test_the_reasons_of_the_change_before_add_up_to_it() -> None:
    said = (
        "Upkeep of the yards rose by $30.2 million. The increase was driven by rents of {} million and wages of "
        "$3.3 million, partially offset by a decrease in taxes of $0.1 million.\n"
    )
    assert verdicts(said.format("$27.0") + TABLE) == {
        "$30.2 million": "unsupported",
        "$27.0 million": "agrees",
        "$3.3 million": "agrees",
        "$0.1 million": "agrees",
    }
    assert "agrees" not in verdicts(said.format("$27.4") + TABLE).values()


def test_the_reasons_of_a_change_in_one_sentence() -> None:
    said = "Upkeep of the yards rose by $7.4 million, due to rents of $5.1 million and wages of {} million.\n"
    assert list(verdicts(said.format("$2.3") + TABLE).values()) == ["unsupported", "agrees", "agrees"]
    assert "agrees" not in verdicts(said.format("$2.0") + TABLE).values()


def test_reasons_of_another_paragraph_are_not_those_of_the_change() -> None:
    said = (
        "Upkeep of the yards rose by $7.4 million.\n\nThe increase in fees was due to rents of $5.1 million and "
        "wages of $2.3 million.\n"
    )
    assert "agrees" not in verdicts(said + TABLE).values()


def test_of_reasons_that_are_all_told_one_is_a_slip_away() -> None:
    said = "Carton sales increased 2.3%, driven {}by a {} increase in volume and a 9.4% decrease in price.\n"
    assert verdicts(said.format("", "11.7%") + TABLE)["11.7%"] == "agrees"
    assert verdicts(said.format("", "41.7%") + TABLE)["41.7%"] == "disagrees"
    assert verdicts(said.format("primarily ", "41.7%") + TABLE)["41.7%"] == "unsupported"
    assert verdicts(said.format("", "10.2%") + TABLE)["10.2%"] == "unsupported"  # of something else besides
