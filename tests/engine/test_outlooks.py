"""What is expected is never held against what was: outlooks as releases announce and word them."""

import pytest

from tests.engine.releases import audited, loud

TABLE = """
| In thousands, except per share | Three Months Ended September 30, 2018 | Three Months Ended September 30, 2017 |
|---|---|---|
| Revenue | 122,300 | 111,000 |
| Operating income | 20,000 | 18,000 |
| Interest expense | 980 | 1,020 |
| Net income | 14,200 | 23,800 |
| Diluted earnings per share | $0.61 | $1.02 |
"""
ANNOUNCED = [
    "## Outlook",
    "## Fourth Quarter 2018 Outlook",
    "## Fourth Quarter 2018",
    "## Full Year 2018",
    "## Fiscal 2019 Framework",
    "## Looking Ahead",
    "## Financial Targets",
    "## 2018 View",
    "## What We Expect",
    "Based on current trends, the company provides the following for the fourth quarter of 2018:",
    "For 2018, we now anticipate the following:",
    "Management's assumptions for the fourth quarter include:",
    "The mills reiterated their targets for 2018:",
]
WORDED = [
    "- Revenue: $480 million",
    "- Revenue of $111 million to $115 million",
    "- Revenue growth of 8% to 9%",
    "- Operating margin of 6.5% to 7%",
    "- Diluted earnings per share of approximately $2.40",
    "- Interest expense of about $1.2 million",
    "Revenue $111 - $115 million",
]
SAID = [
    "Revenue is expected to be $111 million to $115 million.",
    "Operating income of $25 million is anticipated.",
    "Operating income is targeted at $25 million.",
    "Revenue of $480 million is our target.",
    "Revenue should grow 8%.",
    "Revenue could reach $480 million.",
    "We see revenue of $111 million.",
    "Our plan calls for revenue of $480 million.",
    "Management believes revenue will approach $480 million.",
    "Consensus calls for revenue of $111 million.",
    "Net income is likely to fall to $9 million.",
]


def outlook(*paragraphs: str) -> list[tuple[str, str]]:
    """What an audit makes of numbers that stand after a true one: their verdicts, with what it says."""
    stated, call = "Revenue was $122.3 million.", ("## Conference Call", "The call is on Monday.")
    title = "Brook Mills Reports Third Quarter 2018 Results"
    found = audited(TABLE, stated, *paragraphs, *call, title=title, name="draft.md")
    verdicts = [(found.judgements[claim.id].verdict, "outlook" if claim.outlook else "past") for claim in found.claims]
    assert verdicts[0] == ("agrees", "past")
    return verdicts[1:]


@pytest.mark.parametrize("announced", ANNOUNCED)
def test_an_outlook_is_known_by_what_stands_above_it(announced: str) -> None:
    for worded in WORDED:
        assert set(outlook(announced, worded)) == {("unsupported", "outlook")}, worded


@pytest.mark.parametrize("said", SAID)
def test_an_outlook_is_known_by_its_words(said: str) -> None:
    assert all(verdict == "unsupported" for verdict, _ in outlook(said))


def test_a_list_of_what_was_is_no_outlook() -> None:
    assert outlook("Results exceeded our guidance for the quarter:", "- Operating income of $20.0 million") == [
        ("agrees", "past")
    ]


def test_what_a_change_is_due_to_is_no_outlook() -> None:
    assert outlook("The better result is due to an $11.3 million increase in revenue.") == [("agrees", "past")]


def test_what_an_outlook_is_raised_from_is_no_outlook_of_the_past() -> None:
    table = """
In thousands | Three Months Ended June 30, 2026 | Three Months Ended June 30, 2025
Net sales    | 585,312                          | 568,204
"""
    said = "We expect EPS growth of 14% to 16% year-over-year, an increase from the 12% to 14% of previous guidance."
    assert loud(table, said) == []
