"""Effects in money and in per cent, and what else a sentence gives for its own numbers."""

from tests.engine.releases import verdicts

SALES = """
In thousands | Three Months Ended June 30, 2026 | Three Months Ended June 30, 2025
Net sales    | 585,312                          | 568,204
Net income   | 6,000                            | 5,000
"""


def test_an_effect_is_in_per_cent_of_the_figure_of_the_year_before() -> None:
    said = "The Nordic acquisition increased sales by {} million, or {}."
    assert verdicts(SALES, said.format("$37.6", "6.6 percent")) == ["agrees", "agrees"]
    assert verdicts(SALES, said.format("$37.6", "9.6 percent"))[1:] == ["unsupported"]
    said = "Foreign currency translation unfavorably impacted net sales by $4.3 million, or 0.8%."
    assert verdicts(SALES, said)[1:] == ["agrees"]


def test_an_amount_may_represent_its_share() -> None:
    said = "Adjusted EBITDA of $24.4 million, representing {} of net sales."
    assert verdicts(SALES, said.format("4.2%"))[1:] == ["agrees"]
    assert verdicts(SALES, said.format("4.9%"))[1:] == ["disagrees"]


def test_of_several_amounts_that_for_which_shares_were_bought_is_theirs() -> None:
    said = (
        "The company returned $6.7 million, having repurchased {} shares at an average price of $27.63 per share for a "
        "total of $2.4 million and having paid $4.3 million in cash dividends."
    )
    assert verdicts(SALES, said.format("86,115"))[1:4] == ["agrees"] * 3


def test_free_cash_flow_of_what_its_own_sentence_states() -> None:
    said = (
        "The company generated $25.6 million in cash provided by operating activities, with capital expenditures of "
        "$5.7 million resulting in free cash flow of {} million."
    )
    assert verdicts(SALES, said.format("$20.0"))[2:] == ["agrees"]
    assert verdicts(SALES, said.format("$31.2"))[2:] == ["unsupported"]


def test_debt_is_what_is_due_soon_and_what_is_due_late() -> None:
    owed = """
In thousands                           | June 30, 2026 | December 31, 2025
Current portion of long-term debt      | 2,866         | 7,861
Long-term debt, net of current portion | 99,172        | 128,288
"""
    assert verdicts(owed, "Total debt was $102.0 million at June 30, 2026.") == ["agrees"]
