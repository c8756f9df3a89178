"""What a percentage is a share of."""

from tests.binding.tiny import audited, verdicts

COSTS = """
In thousands         | Quarter Ended June 30, 2025 | Quarter Ended June 30, 2024
Sales                | 75,034                      | 70,969
Food costs           | 20,224                      | 19,039
Payroll              | 25,934                      | 25,363
"""


def test_a_share_of_two_things_together_is_that_of_neither() -> None:
    said = "Food costs and payroll in the second quarter of 2025 were 61.5% of sales.\n"
    assert verdicts(said + COSTS)["61.5%"] == "agrees"
    assert not audited(said + COSTS).findings


HALF = """
In thousands | Three Months Ended June 30, 2025 | Six Months Ended June 30, 2025
Sales        | 75,034                           | 150,510
EBITDA       | 12,007                           |
"""


def test_a_share_is_of_the_amount_beside_it_where_no_table_gives_that_for_its_period() -> None:
    said = "For the six months ended June 30, 2025, EBITDA was $24.5 million, or 16.3% of sales.\n"
    assert verdicts(said + HALF)["16.3%"] == "agrees"
    assert verdicts(said.replace("16.3%", "13.6%") + HALF)["13.6%"] != "agrees"


def test_an_amount_that_rises_may_stay_the_same_share() -> None:
    said = "EBITDA rose to $12.0 million, or 16.0% of sales, compared to $11.4 million, or 16.0% of sales.\n"
    table = """
In thousands | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Sales        | 75,034                           | 71,000
EBITDA       | 12,007                           | 11,362
"""
    assert not [f for f in audited(said + table).findings if f.rule.startswith("D")]


def test_an_expense_in_per_cent_is_a_share_of_the_revenue() -> None:
    table = """
In thousands      | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Revenue           | 320,112                          | 386,138
Selling expenses  | 107,922                          | 128,228
"""
    assert verdicts("Selling expenses 33.7% compared to 33.2%\n" + table) == {"33.7%": "agrees", "33.2%": "agrees"}
    assert verdicts("Selling expenses 37.3% compared to 33.2%\n" + table)["37.3%"] == "unsupported"


def test_what_a_share_of_six_months_came_down_from_is_one_of_six_months() -> None:
    table = """
In thousands             | Q2 2025        | Q2 2024        | H1 2025        | H1 2024
Revenue                  | 332,948        | 278,786        | 650,504        | 542,646
Stock-based compensation |  61,240        |  58,914        | 121,885        | 114,260
"""
    said = (
        "For the first six months of 2025, stock-based compensation was $121.9 million, or 18.7% of revenue, "
        "down from 21.1%.\n"
    )
    audit = audited(said + table)
    evidence = audit.judgements[audit.claims[-1].id].evidence
    assert {e.text for e in evidence} == {"114,260", "542,646"}


def test_a_margin_of_a_part_of_the_revenue_is_of_that_part() -> None:
    table = """
In thousands      | Three Months Ended June 30, 2025
Service revenues  | 214,806
Total revenues    | 242,920
Adjusted EBITDA   | 73,403
"""
    said = "Adjusted EBITDA was $73.4 million, representing a margin of {} of service revenues.\n"
    assert verdicts(said.format("34.2%") + table)["34.2%"] == "agrees"
    assert verdicts(said.format("43.2%") + table)["43.2%"] == "disagrees"


def test_a_part_is_a_share_of_all_and_not_of_itself() -> None:
    table = """
In millions   | Q2 2025 | Q2 2024
Revenue:
Nordic        | 2,310   | 1,122
Baltic        | 1,896   | 1,866
Total revenue | 4,206   | 2,988
"""
    audit = audited("Nordic revenue was 45% of revenue in the second quarter of 2025.\n" + table)
    assert [f.expected for f in audit.findings if f.level == "error"] == ["54.9%"]


POSITION = """
In thousands                | June 30, 2025 | June 30, 2024
Cash and cash equivalents   | 732,016       | 978,936
Short-term investments      | 2,354,904     | 2,228,424
Total assets                | 6,869,614     | 6,832,421
"""


def test_the_share_of_what_rows_add_up_to() -> None:
    said = "At June 30, 2025, cash and investments represented {} of total assets.\n"
    assert verdicts(said.format("45%") + POSITION) == {"45%": "agrees"}
    assert verdicts(said.format("54%") + POSITION) == {"54%": "unsupported"}
