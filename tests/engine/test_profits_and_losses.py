"""A profit that became a loss, and back: what was turned into what, and whose result a bare "loss" is."""

from functools import partial

import pytest

from tests.engine import releases

TITLE = "Acme Inc. Reports Third Quarter 2024 Results"
verdicts, loud = partial(releases.verdicts, title=TITLE), partial(releases.loud, title=TITLE)
_QUARTERS = " | ".join(f"Three Months Ended September 30, {year}" for year in (2024, 2023))
TURNED = f"""
(in millions)           | {_QUARTERS}
Revenue                 | 390.0 | 350.0
Operating income (loss) | (2.4) | 4.0
Net income (loss)       | 7.1   | (3.2)
"""
RIGHT = [
    "The company turned a loss of $3.2 million into a profit of $7.1 million in the third quarter.",
    "Acme swung to a net profit of $7.1 million from a net loss of $3.2 million.",
    "Operating income turned to a loss of $2.4 million from a profit of $4.0 million.",
]


@pytest.mark.parametrize("said", RIGHT)
def test_what_turned_into_what_agrees(said: str) -> None:
    assert verdicts(TURNED, said) == ["agrees", "agrees"]
    assert loud(TURNED, said) == []


@pytest.mark.parametrize(
    "said",
    [
        "The company turned a loss of $3.2 million into a profit of $1.7 million in the third quarter.",
        "The company swung to a profit of $7.7 million from a net loss of $3.2 million.",
        "Operating income turned to a loss of $2.4 million from a profit of $4.9 million.",
        "The company swung to a loss of $7.1 million from a profit of $3.2 million.",
        "Operating income was $2.4 million, compared to an operating loss of $4.0 million.",
        "Net loss was $7.1 million.",
    ],
)
def test_a_wrong_figure_or_word_is_found(said: str) -> None:
    assert loud(TURNED, said) and set(loud(TURNED, said)) <= {"C001", "D011"}


def test_what_a_segment_swung_to_is_no_net_loss() -> None:
    assert loud(TURNED, "The pumps division swung to a loss of $1.5 million.") == []


def test_a_row_of_losses_needs_no_brackets() -> None:
    losses = TURNED.replace("Net income (loss)       | 7.1   | (3.2)", "Net loss                | 7.1   | 3.2")
    assert loud(losses, "Net loss was $7.1 million.") == []


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("Revenue was over $380 million.", "agrees"),
        ("Revenue was over $350 million.", "agrees"),
        ("Revenue was over $300 million.", "agrees"),
        ("Revenue was over $389 million.", "agrees"),
        ("Revenue was over $370 million.", "unsupported"),
        ("Revenue was over $388 million.", "unsupported"),
        ("Revenue was over $391 million.", "disagrees"),
    ],
)
def test_what_a_figure_has_passed_is_the_last_number_as_round(said: str, verdict: str) -> None:
    assert verdicts(TURNED, said) == [verdict]


def test_a_loss_that_shrank_is_shown_by_the_amounts_though_the_results_by_the_share_fit_as_well() -> None:
    audit = releases.audited(
        f"""
(in thousands, except per share)   | {_QUARTERS}
Net loss                           | (2)    | (536)
Diluted earnings (loss) per share  | (0.00) | (0.07)
""",
        "Net loss for the third quarter was $2,000 or $0.00 diluted earnings per share compared to a net loss of"
        " $536,000 or $0.07 diluted earnings per share a year ago, an increase of $534,000 or 99.6%.",
        title=TITLE,
    )
    assert {f.message.partition("tables show ")[2] for f in audit.findings} == {"down: (536) thousand to (2) thousand"}
