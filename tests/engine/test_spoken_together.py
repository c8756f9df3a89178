"""Numbers that a sentence states of something else than the row which it names first: of two rows together, of the
result by the share, of a part that no table has. They agree with what they are of, and contradict nothing."""

import pytest

from tests.engine.releases import loud, verdicts

FULL = """
                       | Year Ended December 31, 2024 | Year Ended December 31, 2023
Revenue                | 7,606,532 | 5,757,686
Salaries               | 1,854,322 | 1,544,773
Employee benefits      | 687,116   | 500,932
Occupancy              | 570,456   | 374,775
Equipment              | 292,767   | 183,126
Net income             | 964,651   | 802,318
Earnings per share, diluted | $0.25 | $0.23
Expense ratio          | 37.1%     | 34.4%
"""


def test_beside_amounts_in_full_a_number_in_thousands_is_rounded() -> None:
    said = "Revenue for 2024 increased $1,849,000 to $7,607,000 from $5,758,000 for 2023."
    assert verdicts(FULL, said) == ["agrees"] * 3
    assert loud(FULL, said.replace("7,607", "7,706")) == ["C001"]


@pytest.mark.parametrize(
    "said",
    [
        "Expenses rose due to a $305,322 increase in occupancy and equipment costs in 2024 compared with 2023.",
        "Expenses rose due to a $495,733 increase in salaries and benefits in 2024 compared with 2023.",
        "The Harbour segment generated net income of $510,000 in 2024.",
        "Currency translation had a positive impact on revenue and net income for the year of $2.9 million and "
        "$.5 million, respectively.",
    ],
)
def test_what_is_of_more_or_less_than_a_row_is_not_held_against_it(said: str) -> None:
    assert loud(FULL, said) == []


def test_growth_to_a_result_by_the_share_is_that_of_the_result_by_the_share() -> None:
    said = "Net income grew 8.7% to $0.25 per share in 2024 from $0.23 per share in 2023."
    assert verdicts(FULL, said) == ["agrees"] * 3
    assert loud(FULL, said.replace("8.7", "18.7")) == ["C003"]


def test_growth_behind_both_is_that_of_the_result_by_the_share_where_it_is_no_other() -> None:
    said = (
        "Net income was $964,651, or $0.25 per diluted share, compared with $802,318, or $0.23 per diluted share, "
        "for 2023, representing {} growth."
    )
    assert verdicts(FULL, said.format("8.7%"))[-1] == "agrees"
    assert verdicts(FULL, said.format("20.2%"))[-1] == "agrees"
    assert loud(FULL, said.format("31.4%")) == ["C003"]


QUARTERS = """
                         | Three Months Ended March 31, 2026 | Three Months Ended March 31, 2025
(In thousands)
Revenue                  | 24,153 | 28,349
Combined expense ratio   | 37.1%  | 34.4%
"""


def test_a_period_that_begins_the_clause_of_a_reason_dates_nothing_before_it() -> None:
    said = "Revenue decreased 15% to $24.2 million, as Q1 2025 included a renewal of two licences."
    assert verdicts(QUARTERS, said) == ["agrees", "agrees"]
    assert loud(QUARTERS, said.replace("24.2", "24.7")) == ["C001"]


PRODUCTS = """
(In thousands)           | Three Months Ended March 31, 2026 | Three Months Ended March 31, 2025
Deep Harbor              | 36,146 | 92,696
Sports                   | 6,659  | 8,083
Net product revenue      | 42,805 | 100,779
"""


def test_a_change_in_revenue_for_a_row_is_that_of_the_row() -> None:
    said = "This was driven by a decrease of $56.6 million, or 61%, in net product revenue for Deep Harbor products."
    assert verdicts(PRODUCTS, said) == ["agrees", "agrees"]
    assert verdicts(PRODUCTS, said.replace("61%", "58%"))[-1] != "agrees"


def test_gross_profit_and_cost_of_revenue_that_no_table_has_are_the_revenue_less_each_other() -> None:
    said = "Cost of revenue was $14.1 million for the quarter.\n\nGross profit was {} for the quarter."
    assert verdicts(QUARTERS, said.format("$10.1 million")) == ["agrees", "agrees"]
    assert verdicts(QUARTERS, said.format("$11.1 million")) == ["unsupported", "unsupported"]


def test_occupancy_under_two_names_is_two_figures() -> None:
    said = (
        "Achieved portfolio occupancy of {}, up 10 basis points year-over-year.\n\n"
        "Economic occupancy ended the quarter at 93.6%, a 90-basis-point year-over-year increase."
    )
    assert loud(QUARTERS, said.format("96.3%")) == []
