"""What a sentence says beside its statement: asides, causes, what was expected, what is left out."""

import pytest

from tests.engine.releases import audited, loud, verdicts

QUARTERS = """
(In millions)                            | Three Months Ended June 30, 2026 | Three Months Ended June 30, 2025
Pump sales                               | 516.0   | 538.0
Rental revenue                           | 22.0    | 34.0
Base revenue                             | 1,050.0 | 1,000.0
Total revenue                            | 1,120.0 | 1,088.0
Selling and administrative               | 342.0   | 362.0
Adjusted EBITDA                          | 89.6    | 97.9
Net loss                                 | (28.0)  | (40.0)
Purchase of treasury shares              | (87.0)  | (10.0)
Weighted average diluted shares          | 55.7    | 65.5
"""


@pytest.mark.parametrize(
    "sentence",
    [
        "Pump sales of $516 million, which includes spares and the sale of valves, decreased 4% from a year ago.",
        "Pump sales, which represent 46% of total revenue and exclude the sale of valves, decreased 4%.",
        "Rental revenue, derived from the fleet and our yards in Norway, declined 35% to $22 million.",
    ],
)
def test_a_verb_behind_an_aside_is_that_of_the_subject(sentence: str) -> None:
    assert set(verdicts(QUARTERS, sentence)) == {"agrees"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Total revenue was $1,120 million, up 3% from the second quarter of 2025 and $8 million above the high end of "
        "our second quarter outlook range, driven by 5% growth in base revenue, partially offset by a 35% decrease in "
        "rental revenue.",
        "Adjusted EBITDA was $89.6 million, $6 million above the top end of our guidance, representing an 8% adjusted "
        "EBITDA margin.",
    ],
)
def test_what_exceeded_the_guidance_is_past(sentence: str) -> None:
    found = audited(QUARTERS, sentence)
    assert not any(c.outlook for c in found.claims)
    assert [found.judgements[c.id].verdict for c in found.claims].count(
        "unsupported"
    ) == 1  # what was expected is not told
    assert "C001" in loud(QUARTERS, "Base revenue was $1,040 million, above the midpoint of our guidance, and rose 5%.")


def test_guidance_itself_is_expected_still() -> None:
    said = "Total revenue exceeded our guidance, which was $1,110 million to $1,115 million, and rose 3%."
    assert [c.outlook for c in audited(QUARTERS, said).claims] == [True, True, False]


def test_what_is_told_twice_of_an_expectation_is_not_supported_by_it() -> None:
    first = "Total revenue of $1,120 million was $8.25 million above the high end of our outlook range."
    again = "Total revenue rose 3% to $1,120 million, $8.25 million above the high end of our outlook range."
    found = audited(QUARTERS, first, again)
    held = [found.judgements[c.id].verdict for c in found.claims if c.quote == "$8.25 million"]
    assert held == ["unsupported", "unsupported"]


def test_what_the_calculation_of_earnings_assumes_is_no_forecast() -> None:
    said = (
        "(b) The calculation of diluted earnings per share assumes the conversion of notes resulting in 12,921 shares."
    )
    assert not audited(QUARTERS, said).claims[0].outlook


def test_a_figure_that_was_is_no_forecast_beside_one_that_will_be() -> None:
    said = (
        "We expect to hire less, which will help results, particularly net loss, which was $28 million in the quarter."
    )
    found = audited(QUARTERS, said)
    assert (found.claims[0].outlook, found.judgements["c1"].verdict) == (False, "agrees")


def test_the_period_of_a_later_clause_is_not_that_of_the_first() -> None:
    said = "Combined with 5% growth in base revenue and a new yard, we enter the second half with a larger fleet."
    assert verdicts(QUARTERS, said) == ["agrees"]


def test_the_year_of_a_cause_is_not_that_of_the_change() -> None:
    first = (
        "Net loss was $28 million in the second quarter of 2026 compared to $40 million in the second quarter of 2025."
    )
    said = "The decrease of $12 million was primarily due to a licence sold in 2025 and lower costs."
    assert verdicts(QUARTERS, first, said) == ["agrees", "agrees", "unsupported"]  # another paragraph
    assert verdicts(QUARTERS, f"{first} {said}") == ["agrees"] * 3


def test_a_reduction_behind_its_percentage_is_a_change() -> None:
    said = "We bought back shares, contributing to a 15% year-over-year reduction in weighted average diluted shares."
    assert verdicts(QUARTERS, said) == ["agrees"]


def test_a_margin_is_that_of_the_amount_beside_it() -> None:
    said = (
        "Adjusted EBITDA was $89.6 million, representing a margin of 8.0%, compared to $97.9 million and a margin of "
        "9.0% in the second quarter of 2025."
    )
    assert set(verdicts(QUARTERS, said)) == {"agrees"}
    assert "C001" in loud(QUARTERS, said.replace("9.0%", "9.6%"))


def test_a_subject_of_its_own_is_not_the_one_spoken_of_before() -> None:
    first = "Pension liabilities of the Leeds plant were $4 million."
    said = (
        "Excluding these charges, and a $5 million charge incurred in the second quarter of 2025, yard costs decreased "
        "6%, or $20 million, compared to the prior year's second quarter."
    )
    told = audited(QUARTERS, f"{first} {said}").claims[1:]
    assert {c.subject for c in told} == {""}
    assert [c.period.end.year for c in told if c.period] == [2025, 2026, 2026]


def test_selling_and_administrative_costs_are_called_by_their_initials() -> None:
    said = "S&A expenses decreased 6%, or $20 million, compared to the prior year's second quarter."
    assert verdicts(QUARTERS, said) == ["agrees", "agrees"]


def test_shares_bought_for_an_amount() -> None:
    said = "In the second quarter, the company purchased 8.5 million shares for approximately $87 million."
    assert verdicts(QUARTERS, said)[-1] == "agrees"
    assert "C001" in loud(QUARTERS, said.replace("$87 million", "$97 million"))


def test_growth_told_on_two_bases_is_of_what_is_named_behind() -> None:
    said = "Results reflect growth of 5.0% as reported, 5.3% currency-neutral, in base revenue."
    found = audited(QUARTERS, said)
    assert [c.kind for c in found.claims] == ["change-percent", "change-percent"]
    assert {c.subject for c in found.claims} == {"base revenue"}
    assert not loud(QUARTERS, said.replace("Results", "Total revenue"))


def test_what_was_better_than_expected_was() -> None:
    said = "Pump sales of $516 million were better than expected; total revenue was $1,120 million."
    assert verdicts(QUARTERS, said) == ["agrees", "agrees"]
