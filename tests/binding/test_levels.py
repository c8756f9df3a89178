"""Which figures a level may be."""

from tests.binding.tiny import audited, verdicts

BALANCES = """
In thousands              | June 30, 2025
Cash and cash equivalents | 233,651
Investments               | 236,392
Total debt                | 219,500
"""


def test_net_cash_is_no_cash() -> None:
    assert verdicts("Net cash was $14.2 million at June 30, 2025.\n" + BALANCES)["$14.2 million"] == "agrees"
    said = "Net cash was $12.9 million at June 30, 2025, before leases.\n"
    assert not [f for f in audited(said + BALANCES.replace("Total debt", "Rents")).findings if f.level == "error"]


def test_cash_and_investments_where_the_row_says_no_more_than_investments() -> None:
    said = "Cash, cash equivalents and investments were {} million at June 30, 2025.\n"
    assert verdicts(said.format("$470.0") + BALANCES)["$470.0 million"] == "agrees"
    assert verdicts(said.format("$407.0") + BALANCES)["$407.0 million"] == "unsupported"


FLOWS = """
In thousands                              | Three Months Ended June 30, 2025
Net cash inflow from operating activities | 8,828
Purchase of property and equipment        | (5,267)
"""


def test_an_inflow_from_operating_activities_is_the_operating_cash_flow() -> None:
    assert verdicts("Free cash flow for the quarter was $3.6 million.\n" + FLOWS)["$3.6 million"] == "agrees"


BOTH = """
In millions                | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
GAAP Financial Measures
Revenue                    | 298.6 | 187.1
Gross profit               | 173.4 | 102.7
Non-GAAP Financial Measures
Gross profit               | 185.8 | 104.7
"""


def test_rows_below_a_heading_that_says_gaap_are_the_reported_ones() -> None:
    said = "{} for the second quarter was {} million.\n"
    assert verdicts(said.format("Gross profit", "$173.4") + BOTH) == {"$173.4 million": "agrees"}
    assert verdicts(said.format("Gross profit", "$178.4") + BOTH) == {"$178.4 million": "disagrees"}
    assert verdicts(said.format("Adjusted gross profit", "$185.8") + BOTH) == {"$185.8 million": "agrees"}


POSITION = """
                          | June 30, 2025 | December 31, 2024
Total current assets      | 3,865,664     | 2,951,445
Total current liabilities | 3,178,322     | 4,658,540
"""


def test_working_capital_is_the_difference_of_its_totals() -> None:
    said = "At June 30, 2025, working capital was {}.\n"
    assert verdicts(said.format("$687,342") + POSITION) == {"$687,342": "agrees"}
    assert verdicts(said.format("$678,342") + POSITION) == {"$678,342": "disagrees"}
    net = "At June 30, 2025, net working capital was {}.\n"
    assert verdicts(net.format("$678,342") + POSITION) == {"$678,342": "unsupported"}


SEGMENT = """
In millions     | FQ3-25 | FQ2-25 | FQ3-24
Memory Modules: |
Revenue         | 1,204  | 1,156  | 1,240
Gross margin    | 32%    | 26%    | 18%
Storage:        |
Revenue         | 3,002  | 2,555  | 1,748
Gross margin    | 40%    | 36%    | 28%
Total revenue   | 4,206  | 3,711  | 2,988
"""


def test_a_margin_behind_the_revenue_of_a_segment_is_of_the_segment() -> None:
    said = "Third quarter Memory Modules revenue was $1,204 million, up 4% sequentially, with a gross margin of {}.\n"
    assert set(verdicts(said.format("32%") + SEGMENT).values()) == {"agrees"}
    assert verdicts(said.format("38.1%") + SEGMENT)["38.1%"] != "agrees"


def test_a_margin_that_is_said_to_be_gaap_is_not_the_adjusted_one() -> None:
    table = """
In millions           | Q2 2025
Revenue               | 4,206
Gross profit          | 1,604
Non-GAAP gross profit | 1,652
"""
    assert verdicts("GAAP gross margin was 38.1% in the second quarter of 2025.\n" + table) == {"38.1%": "agrees"}
    assert verdicts("GAAP gross margin was 39.3% in the second quarter of 2025.\n" + table) == {"39.3%": "disagrees"}
    assert verdicts("Gross margin was 39.3% in the second quarter of 2025.\n" + table) == {"39.3%": "agrees"}


DEBT = """
In millions                       | June 30, 2025 | June 30, 2024
Cash and cash equivalents         | 123.2         | 77.1
Current portion of long-term debt | 697.8         | 55.6
Long-term debt                    | 1,154.1       | 908.8
"""


def test_net_debt_of_debt_that_two_rows_give() -> None:
    said = "At June 30, 2025, net debt was {}.\n"
    assert verdicts(said.format("$1,728.7 million") + DEBT) == {"$1,728.7 million": "agrees"}
    assert verdicts(said.format("$1,782.7 million") + DEBT) == {"$1,782.7 million": "unsupported"}


STORES = """
In thousands       | Quarter Ended May 3, 2025 | % Sales | Quarter Ended May 4, 2024 | % Sales
Retail sales       | $168,419                  | 100.0%  | $175,272                  | 100.0%
Other revenue      | 1,823                     | 1.1%    | 1,827                     | 1.0%
Total revenues     | 170,242                   | 101.1%  | 177,099                   | 101.0%
Gross margin       | 59,101                    | 35.1%   | 62,767                    | 35.8%
"""


def test_a_margin_that_stands_in_a_column_headed_per_cent_of_sales() -> None:
    said = "Gross margin was {} in the quarter ended May 3, 2025 and {} in the quarter ended May 4, 2024.\n"
    assert set(verdicts(said.format("35.1%", "35.8%") + STORES).values()) == {"agrees"}
    assert verdicts(said.format("35.1%", "38.5%") + STORES)["38.5%"] != "agrees"


KINDS = """
In millions                    | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Interest expense, floor plan   | (1.6)                            | (2.9)
Interest expense – other       | (17.9)                           | (19.4)
Loss before taxes              | (7.9)                            | (4.8)
"""


def test_the_kinds_of_an_expense_together() -> None:
    said = "Interest expense decreased $2.8 million year over year to {} in the quarter.\n"
    assert verdicts(said.format("$19.5 million") + KINDS) == {"$2.8 million": "agrees", "$19.5 million": "agrees"}
    assert verdicts(said.format("$15.9 million") + KINDS)["$15.9 million"] == "disagrees"


REPORTED = """
                            | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Diluted earnings per share  | $0.54                            | $0.63
"""


def test_an_adjusted_result_may_be_compared_with_a_reported_one() -> None:
    said = "Diluted EPS would have been $0.62 without the charge, as compared to second quarter 2024 EPS of {}.\n"
    assert verdicts(said.format("$0.63") + REPORTED)["$0.63"] == "agrees"
    assert verdicts(said.format("$0.36") + REPORTED)["$0.36"] != "agrees"


CONTINUING = """
In thousands                                                        | Three Months Ended June 30, 2025
Net cash provided by operating activities of continuing operations  | 26,720
Net cash provided by operating activities                           | 26,204
"""


def test_a_sentence_may_mean_continuing_operations_without_saying_so() -> None:
    said = "Cash flow from operations was {} in the second quarter of 2025.\n"
    assert verdicts(said.format("$26.7 million") + CONTINUING)["$26.7 million"] == "agrees"
    assert verdicts(said.format("$26.2 million") + CONTINUING)["$26.2 million"] == "agrees"
    assert verdicts(said.format("$27.6 million") + CONTINUING)["$27.6 million"] != "agrees"


PARTED = """
In millions            | Three Months Ended June 30, 2025
Revenues:              |
Parts sales            | 75.6
Service revenues       | 63.8
Total revenues         | 139.4
Cost of revenues:      |
Parts sales            | 50.6
Service revenues       | 24.6
Total cost of revenues | 75.2
"""


def test_the_margin_of_a_part_whose_cost_bears_the_name_of_its_revenue() -> None:
    said = "Service gross margin was {} in the second quarter of 2025.\n"
    assert verdicts(said.format("61.4%") + PARTED) == {"61.4%": "agrees"}
    assert verdicts(said.format("64.1%") + PARTED)["64.1%"] != "agrees"


BUILDER = """
In thousands          | June 30, 2025 | December 31, 2024
Notes payable, net    | 1,580,907     | 1,656,803
Total equity          | 2,132,656     | 2,096,289
"""


def test_notes_payable_are_debt_where_no_row_is_called_so() -> None:
    said = "At June 30, 2025, the debt-to-capital ratio was {}.\n"
    assert verdicts(said.format("42.6%") + BUILDER) == {"42.6%": "agrees"}
    assert verdicts(said.format("46.2%") + BUILDER) == {"46.2%": "unsupported"}


SHARES = """
In thousands, except per share    | Three Months Ended June 30, 2025
Net loss                          | (3,134)
Basic loss per share              | $(0.28)
Weighted average shares: basic    | 11,135
"""


def test_shares_outstanding_of_a_quarter_are_the_average() -> None:
    said = (
        "Net loss was $3.1 million in the quarter, or $0.28 a share, based on {} shares of common stock outstanding.\n"
    )
    assert verdicts(said.format("11.1 million") + SHARES)["11.1 million"] == "agrees"
    assert verdicts(said.format("11.7 million") + SHARES)["11.7 million"] != "agrees"


AIRLINE = """
                                               | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Operating revenue yield per ASM (cents)        | 9.28                             | 9.15
Operating expenses per ASM, excluding fuel     | 6.54                             | 6.43
"""


def test_unit_revenue_and_unit_costs_of_an_airline() -> None:
    said = "Second quarter unit revenue growth of {} was solid. Unit costs, excluding fuel, rose {} over last year.\n"
    assert verdicts(said.format("1.4%", "1.7%") + AIRLINE) == {"1.4%": "agrees", "1.7%": "agrees"}
    assert verdicts(said.format("4.1%", "7.1%") + AIRLINE)["4.1%"] != "agrees"
