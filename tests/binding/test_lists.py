"""Parts of a row that a sentence lists, and lists below the amount that their items add up to."""

from tests.binding.tiny import verdicts

COSTS = """
In thousands  | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Sales         | 301,440                          | 287,120
Cost of sales | 221,297                          | 214,025
"""


def test_the_parts_that_a_row_consists_of() -> None:
    said = (
        "Cost of sales consisted of {} of quarry costs, $1.4 million from kilns, $140.7 million related to haulage,"
        " $8.8 million related to rentals and $4.3 million in royalties.\n"
    )
    assert verdicts(said.format("$66.1 million") + COSTS) == dict.fromkeys(
        ("$66.1 million", "$1.4 million", "$140.7 million", "$8.8 million", "$4.3 million"), "agrees"
    )
    slipped = verdicts(said.format("$61.6 million") + COSTS)
    assert slipped.pop("$61.6 million") == "disagrees"
    assert set(slipped.values()) == {"unsupported"}
    assert set(verdicts(said.format("$58.2 million") + COSTS).values()) == {"unsupported"}  # and others besides


def test_parts_that_are_not_all_of_a_row() -> None:
    said = "Cost of sales consisted primarily of $66.1 million of quarry costs and $155.2 million of haulage.\n"
    assert set(verdicts(said + COSTS).values()) == {"unsupported"}


LIST = """Special charges of {}:

- $8.1 million of restructuring charges

- $5.8 million of amortization

- $2.6 million of costs of the change of chief executive

Sales rose in the quarter.
"""


def test_the_items_of_a_list_add_up_to_the_line_above() -> None:
    assert set(verdicts(LIST.format("$16.5 million") + COSTS).values()) == {"agrees"}
    assert set(verdicts(LIST.format("$15.6 million") + COSTS).values()) == {"unsupported"}
