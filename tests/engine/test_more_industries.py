"""Ways of saying met on releases of further industries: what is right agrees, a wrong figure is found, nothing true is
contradicted."""

import pytest

from tests.engine.releases import loud, verdicts

_COLUMNS = " | ".join(
    f"{length} Months Ended September 30, {year}" for length in ("Three", "Nine") for year in (2024, 2023)
)
NINE = f"""
(In thousands)           | {_COLUMNS}
Revenue                  | 40,000 | 38,000 | 118,000 | 110,000
Gross profit             | 16,000 | 15,000 | 47,000  | 43,000
Segment operating income | 6,300  | 6,000  | 19,260  | 18,000
Distributable cash flow  | 5,100  | 4,800  | 15,300  | 14,100
Distributions            | 3,100  | 2,900  | 9,000   | 8,600
Maintenance capital expenditures | 900 | 800 | 2,700 | 2,500
"""


def test_a_length_behind_through_is_the_period_to_date() -> None:
    said = "Segment operating income is up 7% through nine months."
    assert verdicts(NINE, said) == ["agrees"]
    assert loud(NINE, said.replace("7%", "5%")) == ["C003"]


def test_what_an_increase_is_over_is_no_hedge() -> None:
    said = "Revenue for the first nine months was $118.0 million, a 7% increase over $110.0 million in 2023."
    assert verdicts(NINE, said) == ["agrees"] * 3
    assert loud(NINE, said.replace("7%", "9%")) == ["C003"]


@pytest.mark.parametrize(
    "said",
    [
        "Distributable cash flow exceeded distributions by $2.0 million.",
        "Maintenance capital expenditures were $0.9 million; growth capital was $12.4 million.",
    ],
)
def test_a_difference_or_a_new_subject_is_not_held_against_the_measure_before(said: str) -> None:
    assert loud(NINE, said) == []


RATIO = """
Operating Statistics

                               | Three Months Ended March 31, 2024 | Three Months Ended March 31, 2023
Operating ratio                | 89.4%  | 92.6%
Tractors at end of period      | 1,642  | 1,475
  Owner-operator tractors      | 412    | 318
Revenue per total mile         | $1.260 | $1.248
"""


def test_a_quarter_among_which_a_figure_is_the_best_dates_nothing() -> None:
    said = "The operating ratio improved to 89.4% from 92.6%, its best first quarter since 2014."
    assert verdicts(RATIO, said) == ["agrees", "agrees"]
    assert loud(RATIO, said.replace("92.6", "92.9")) == ["C001"]


def test_what_answers_a_number_of_another_row_is_not_held_against_the_row() -> None:
    assert loud(RATIO, "The owner-operator fleet expanded to 412 tractors from 318.") == []
    assert loud(RATIO, "The fleet expanded to 1,642 tractors from 1,745.") != []


CONSTANT = """
(In thousands)             | Three Months Ended June 30, 2024 | Three Months Ended June 30, 2023
Total revenue              | 169,875 | 171,210
Impact of foreign currency | (2,410) | (6,120)
Constant currency revenue  | 172,285 | 177,330
"""


@pytest.mark.parametrize("growth", ["up 0.6%", "down 2.8%"])
def test_revenue_at_constant_rates_is_set_against_what_was_reported(growth: str) -> None:
    assert loud(CONSTANT, f"Revenue was $169.9 million, down 0.8% ({growth} in constant currency).") == []


def test_growth_in_constant_currency_agrees_with_the_reported_base() -> None:
    said = "Revenue was $169.9 million. Revenue in constant currency was up 0.6%."
    assert verdicts(CONSTANT, said) == ["agrees", "agrees"]


BANK = """
(In thousands)         | Three Months Ended June 30, 2024 | Three Months Ended June 30, 2023
Interest on deposits   | 1,620     | 2,480
Interest on borrowings | 845       | 935
Total interest expense | 2,465     | 3,415
Net charge-offs        | 965       | 1,420
Average loans          | 1,318,400 | 1,289,650
"""


def test_the_interest_on_deposits_is_a_row_of_its_own() -> None:
    said = "Deposit interest expense was 34.7% lower than a year ago."
    assert verdicts(BANK, said) == ["agrees"]
    assert loud(BANK, said.replace("34.7", "27.8")) == ["C003"]


def test_a_share_that_is_annualized_is_that_of_a_year() -> None:
    said = "Net charge-offs were $0.97 million, or 0.29% of average loans annualized."
    assert verdicts(BANK, said) == ["agrees", "agrees"]
    assert loud(BANK, said.replace("0.29", "0.49")) == []


GUIDED = """
(In millions)           | Three Months Ended December 31, 2024 | Year Ended December 31, 2024
Adjusted EBITDA         | 153.9 | 583.4
Distributable cash flow | 119.8 | 460.0
"""


def test_a_range_of_growth_is_of_what_stands_before_it() -> None:
    said = "For 2025, the company expects adjusted EBITDA of $640 million to $670 million and {} of 6% to 8%."
    assert loud(GUIDED, said.format("distribution growth")) == []
    assert loud(GUIDED, said.format("growth")) == ["O003"]


LIFO = """
Adjusted EBITDA and Gross Profit, Excluding LIFO
(In thousands)                   | Three Months Ended June 30, 2024 | Three Months Ended June 30, 2023
Revenue                          | 698,415 | 601,290
Operating income                 | 54,985  | 44,240
LIFO expense                     | 28,400  | 21,600
Adjusted EBITDA, excluding LIFO  | 83,385  | 65,840
Gross profit                     | 157,175 | 138,475
LIFO expense                     | 28,400  | 21,600
Gross profit, excluding LIFO     | 185,575 | 160,075
"""


def test_a_title_calls_adjusted_only_the_row_that_it_names_so() -> None:
    said = "Gross margin was 22.5%; excluding LIFO, gross margin was 26.6%."
    assert loud(LIFO, said) == []
    assert loud(LIFO, said.replace("22.5", "25.2")) == ["C001"]


FUNDS = """
(In thousands, except per share data)             | Three Months Ended June 30, 2024 | Three Months Ended June 30, 2023
Revenue                                           | 209,265 | 202,185
FFO available to common shares and units          | 60,200  | 57,340
Adjusted FFO available to common shares and units | 61,115  | 58,580
Adjusted FFO per diluted share                    | $0.88   | $0.85
"""


def test_what_a_result_is_available_to_is_no_part_of_its_name() -> None:
    said = "FFO was $60.2 million, and Adjusted FFO was $61.1 million, or $0.88, compared to $58.6 million, or $0.85."
    assert verdicts(FUNDS, said) == ["agrees"] * 5
    assert loud(FUNDS, said.replace("60.2", "62.0")) == ["C001"]
    assert loud(FUNDS, said.replace("0.88", "0.89")) != []
