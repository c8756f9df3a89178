"""Text under the name of a part, whose figures a table gives "by segment": its rows are parts of what it names."""

import pytest

from tests.engine import releases

TABLE = """
The following table shows Adjusted EBITDA by segment (in thousands):

                         | Three Months Ended September 30, 2024 | Three Months Ended September 30, 2023
Overnight Cargo          | $1,981                                | $1,902
Ramp Equipment Sales     | 223                                   | (485)
Corporate and Other      | 488                                   | (1,528)
Adjusted EBITDA          | $2,692                                | $(111)
"""
FREIGHT = "Adjusted EBITDA for this segment was $2.0 million, an increase of $0.1 million from the prior year quarter."
RAMP = (
    "Adjusted EBITDA* profit for this segment was $0.2 million, an increase of $0.7 million compared to the prior year"
    " quarter's Adjusted EBITDA* loss of $0.5 million."
)
TOLD = ("Overnight Cargo", FREIGHT, "Ramp Equipment Sales (“RES”)", RAMP)


def test_parts_of_a_table_by_segment_are_told_under_their_names() -> None:
    assert releases.verdicts(TABLE, *TOLD) == ["agrees"] * 5
    assert releases.loud(TABLE, *TOLD) == []


@pytest.mark.parametrize(("right", "wrong"), [("$0.2 million", "$2.0 million"), ("loss of $0.5", "loss of $0.8")])
def test_a_wrong_figure_of_a_part_is_found(right: str, wrong: str) -> None:
    assert "disagrees" in releases.verdicts(TABLE, *TOLD[:3], RAMP.replace(right, wrong))


SILENT = """
In thousands | Three Months Ended September 30, 2024 | Three Months Ended September 30, 2023
Sales        | 10,100                                | 9,800
"""


@pytest.mark.parametrize(
    ("level", "change", "base", "verdict"),
    [
        ("$0.2 million", "$0.7 million", "net loss", "agrees"),
        ("$0.2 million", "$0.3 million", "net loss", "disagrees"),
        ("$0.7 million", "$0.2 million", "net income", "agrees"),
    ],
)
def test_a_profit_after_a_loss_changed_by_both(level: str, change: str, base: str, verdict: str) -> None:
    said = f"Net income was {level}, an increase of {change} from the prior year's {base} of $0.5 million."
    assert releases.verdicts(SILENT, said)[1] == verdict
