"""What an adjusted result leaves out."""

from tests.binding.tiny import verdicts

BOTH = """
                                    | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Diluted earnings per share          | $0.14                            | $0.11
Adjusted diluted earnings per share | $0.16                            | $0.12
"""


def test_the_charges_by_the_share_are_the_difference_of_the_two_results() -> None:
    said = "Diluted earnings per share for the quarter were $0.14, including $0.02 for charges taken in the quarter.\n"
    assert verdicts(said + BOTH)["$0.02"] == "agrees"
    assert verdicts(said.replace("$0.02", "$0.03") + BOTH)["$0.03"] == "unsupported"


def test_an_amount_by_the_share_of_something_else_is_none() -> None:
    assert verdicts("The fee of the registrar is $0.02 per share.\n" + BOTH)["$0.02 per share"] == "unsupported"


def test_the_amount_behind_one_after_tax_is_of_the_same_period() -> None:
    said = (
        "Results include charges of $9.3 million after tax, or $0.09 per diluted share, compared to charges of "
        "$1.4 million after tax, or $0.01 per diluted share, in the prior-year quarter.\n"
    )
    assert verdicts(said + BOTH)["$0.01 per diluted share"] == "agrees"


COUNTED = """
In thousands, except shares     | Three Months Ended June 30, 2025
Net loss                        | (13,421)
Diluted weighted average shares | 18,922,938
"""


def test_an_item_by_the_share_is_the_amount_beside_it_over_the_shares() -> None:
    said = "The quarter was burdened by one-time items of $2.3 million, or {} per share.\n"
    assert verdicts(said.format("$0.12") + COUNTED)["$0.12 per share"] == "agrees"
    assert verdicts(said.format("$0.21") + COUNTED)["$0.21 per share"] == "unsupported"
