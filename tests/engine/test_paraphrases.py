"""One fact in many words: each way of saying it agrees with the table, and contradicts it where a digit is changed."""

from decimal import Decimal

import pytest

import auditor

TABLE = """
| In thousands, except per share | Three Months Ended September 30, 2018 | Three Months Ended September 30, 2017 |
|---|---|---|
| Revenue                     | 122,300 | 111,000 |
| General and administrative  | 11,800  | 11,100  |
| Operating income            | 20,000  | 18,000  |
| Net income                  | 14,200  | 23,800  |
| Diluted earnings per share  | $ 0.61  | $ 1.02  |
"""
PERIODS = [
    "the third quarter of 2017", "Q3 of 2017", "Q3 2017", "3Q17", "Q3/17", "Q3 of fiscal 2017", "Q3 last year",
    "Q3 a year ago", "the comparable 2017 quarter", "the same 2017 period", "the 2017 third quarter",
    "the fiscal third quarter of the prior year", "the corresponding 2017 three-month period",
    "the three months to September 30, 2017", "the quarter ended 30 September 2017",
]  # fmt: skip
COMPARISONS = [
    "compared with", "versus", "as against", "relative to", "in comparison with", "which compares to", "set against",
]  # fmt: skip
VERBS = ["was", "came to", "amounted to", "stood at", "equaled", "registered at", "came in at", "worked out at"]
SIDES = [
    "per diluted share", "per share on a diluted basis", "per share (diluted)", "per share, diluted",
    "per fully diluted share",
]  # fmt: skip
SCALES = ["million", "mn", "MM", "mil.", "M"]
JOINTS = [", or", ", equal to", ", equivalent to", ", which is equal to", ", or the equivalent of"]


def verdicts(sentence: str) -> list[str]:
    text = f"Acme Inc. Reports Third Quarter 2018 Results\n\n{sentence}\n{TABLE}"
    audit = auditor.audit(auditor.read_document(text.encode(), "release.md"))
    return [audit.judgements[claim.id].verdict for claim in audit.claims]


def holds(sentence: str, claims: int) -> None:
    """All claims agree, and one of them no longer where a figure is another one."""
    assert verdicts(sentence) == ["agrees"] * claims, sentence
    figure = next(known for known in ("14.2", "11.8", "122.3") if known in sentence)
    assert "disagrees" in verdicts(sentence.replace(figure, f"{Decimal(figure) + Decimal(3)}")), sentence


@pytest.mark.parametrize("period", PERIODS)
def test_periods(period: str) -> None:
    holds(f"Net income was $14.2 million, compared with $23.8 million in {period}.", 2)


@pytest.mark.parametrize("compared", COMPARISONS)
def test_comparisons(compared: str) -> None:
    now, before = "$11.8 million, or 9.6% of revenue", "$11.1 million, or 10.0% of revenue"
    holds(f"General and administrative expenses were {now}, {compared} {before}, in the prior year period.", 4)


@pytest.mark.parametrize("verb", VERBS)
def test_verbs(verb: str) -> None:
    holds(
        f"Revenue {verb} $122.3 million, operating income {verb} $20.0 million and net income {verb} $14.2 million, "
        "compared to $111.0 million, $18.0 million and $23.8 million, respectively, in the third quarter of 2017.",
        6,
    )
    holds(f"Net income for the quarter {verb} $14.2 million.", 1)


@pytest.mark.parametrize("side", SIDES)
def test_by_the_share(side: str) -> None:
    holds(
        f"Net income was $14.2 million ($0.61 {side}) on revenue of $122.3 million, versus $23.8 million "
        f"($1.02 {side}) on revenue of $111.0 million.",
        6,
    )


@pytest.mark.parametrize("joint", JOINTS)
def test_restatements(joint: str) -> None:
    holds(
        f"Net income was $14.2 million{joint} $0.61 per diluted share, against $23.8 million{joint} $1.02 per diluted "
        "share in the third quarter of 2017.",
        4,
    )


@pytest.mark.parametrize("moved", ["increased", "significantly increased", "climbed sharply", "advanced", "rebounded"])
def test_adverbs(moved: str) -> None:
    holds(f"Revenue for the third quarter {moved} 10.2 percent to $122.3 million.", 2)


@pytest.mark.parametrize("scale", SCALES)
def test_scales(scale: str) -> None:
    gap = "" if scale == "M" else " "
    holds(
        f"In the quarter, net income was $14.2{gap}{scale} ($0.61 per diluted share) on revenue of "
        f"$122.3{gap}{scale}, versus $23.8{gap}{scale} ($1.02 per diluted share) on revenue of $111.0{gap}{scale} in "
        "the third quarter of 2017.",
        6,
    )


def test_a_base_without_a_period_is_of_the_length_of_what_is_compared_with_it() -> None:
    """The table has no nine months: nothing is known of them, and the quarter's figure contradicts nothing."""
    said = "For the first nine months of 2018, revenue grew 9.5% to $350.4 million from $320.1 million."
    assert "disagrees" not in verdicts(said)
    assert "disagrees" in verdicts("For the third quarter, revenue grew to $122.3 million from $320.1 million.")


@pytest.mark.parametrize("line", ["($000s)", "($000's)", "In $ 000", "(000s omitted)", "(in 000's)"])
def test_a_line_that_gives_the_scale_states_nothing(line: str) -> None:
    assert verdicts(line) == []
