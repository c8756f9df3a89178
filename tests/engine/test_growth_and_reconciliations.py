"""Bridges of growth, reconciliations in two units, and the sentences that lean on them: what is right agrees, one wrong
figure is found."""

import pytest

from tests.engine.releases import audited, loud, verdicts

SALES = """
In millions   | Three Months Ended September 30, 2025 | Three Months Ended September 30, 2024
Pumps         | 253.0                                 | 233.6
Valves        | 159.6                                 | 164.7
Total revenue | 412.6                                 | 398.3
"""
BRIDGE = """
Revenue growth factors, three months ended September 30, 2025

                 | Pumps | Valves | Total
Organic          | 4.9%  | (4.0)% | 1.2%
Acquisitions     | 2.3%  | —      | 1.4%
Foreign currency | 1.1%  | 0.9%   | 1.0%
Total            | 8.3%  | (3.1)% | 3.6%
"""


def test_a_bridge_of_growth_adds_up() -> None:
    said = "Pumps revenue rose 8.3%."
    assert loud(SALES + BRIDGE, said) == []
    assert loud(SALES + BRIDGE.replace("4.9%", "4.4%"), said) == ["T010"]
    assert loud(SALES + BRIDGE.replace("0.9%", "2.9%"), said) == ["T010"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Pumps revenue was $253.0 million, up 8.3% (4.9% organic).",
        "Pumps revenue rose 8.3%, or 4.9% organically.",
        "Pumps revenue rose 8.3%, with organic growth of 4.9%.",
    ],
)
def test_organic_growth_is_held_against_its_row(sentence: str) -> None:
    assert set(verdicts(SALES + BRIDGE, sentence)) == {"agrees"}
    assert loud(SALES + BRIDGE, sentence.replace("4.9%", "4.4%")) == ["C003"]


def test_what_something_contributed_is_not_the_growth_told_before() -> None:
    said = (
        "Revenue rose 3.6%, with organic growth of 1.2%, a 1.4% contribution from acquisitions and 1.0% from currency."
    )
    found = audited(SALES + BRIDGE, said)
    assert [c.measure for c in found.claims if c.quote in ("1.4%", "1.0%")] == [None, None]


def test_a_change_as_reported_is_told_again_at_constant_rates() -> None:
    table = SALES + "\nThree months ended September 30, 2025 | Growth %\nConstant currency revenue growth | 3.0%\n"
    said = "Revenue grew 3.6% year over year on a reported basis and 3.0% on a constant currency basis."
    assert verdicts(table, said) == ["agrees", "agrees"]


PARTS = """
In millions      | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
REVENUE
Rail             | 244.9                            | 231.6
Marine           | 312.4                            | 298.1
Total revenue    | 557.3                            | 529.7
SEGMENT EARNINGS
Rail             | 48.2                             | 42.6
Marine           | 51.7                             | 50.2
Total segment earnings | 99.9                       | 92.8
Net earnings     | 61.3                             | 57.8
"""


def test_bare_earnings_beside_the_sales_of_a_part_are_its_own() -> None:
    said = "Rail revenue was up 5.7% and earnings improved by $5.6 million to $48.2 million."
    assert verdicts(PARTS, said) == ["agrees"] * 3
    assert loud(PARTS, said.replace("$48.2", "$43.2")) == ["C001"]


UTILITY = """
In millions                         | Year Ended December 31, 2019 | Year Ended December 31, 2018
Electric revenues                   | 9,575                        | 9,719
Operating and maintenance expenses  | 2,338                        | 2,318
Depreciation                        | 1,765                        | 1,642
Taxes (other than income taxes)     | 569                          | 556
Total operating expenses            | 4,672                        | 4,516
Operating income                    | 4,903                        | 5,203
Income before income taxes          | 4,903                        | 5,203
Income tax expense                  | 981                          | 1,093
Net income                          | 3,922                        | 4,110
"""


def test_a_total_is_wrong_where_one_of_two_columns_fails() -> None:
    said = "Electric revenues were $9,575 million."
    assert loud(UTILITY, said) == []
    assert "S011" in loud(UTILITY.replace("2,338", "2,738"), said)


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("Income tax expense decreased $112 million for 2019.", ("112", "142")),
        ("O&M expenses increased $20 million, or 0.9%, for 2019 to $2,338 million.", ("2,338", "2,383")),
        ("The ETR was 20.0% for 2019, compared with 21.0% for 2018.", ("20.0%", "20.9%")),
        ("GAAP and ongoing earnings for 2019 were $3,922 million.", ("3,922", "3,292")),
    ],
)
def test_what_a_utility_calls_its_lines(sentence: str, wrong: tuple[str, str]) -> None:
    assert set(verdicts(UTILITY, sentence)) == {"agrees"}
    assert loud(UTILITY, sentence.replace(*wrong)) != []


def test_what_a_share_is_of_is_no_part_of_the_next_measure() -> None:
    table = """
In millions          | December 31, 2019
Total debt           | 18,704
Common equity        | 13,239
Total capitalization | 31,943
"""
    said = "At year end, total debt was 59% of total capitalization, and common equity was $13.2 billion."
    assert loud(table, said) == []
    assert loud(table, said.replace("13.2", "13.8")) == ["C001"]


RECONCILED = """
Reconciliation of non-GAAP measures (in millions, except per share data)

                                         | Three Months Ended June 30, 2024 | Three Months Ended June 30, 2023
Adjusted EBITDA
Net income                               | $195.6                           | $159.7
Income taxes                             | 37.8                             | 33.6
Interest expense                         | 47.2                             | 53.6
Depreciation and amortization            | 133.2                            | 141.6
Adjusted EBITDA                          | $413.8                           | $388.5
Adjusted net income and adjusted EPS
Net income                               | $195.6                           | $159.7
Amortization                             | 98.4                             | 110.2
Restructuring                            | 18.6                             | 9.4
Adjusted net income                      | $312.6                           | $279.3
Adjusted earnings per share              | $3.76                            | $3.38
"""


def test_net_income_below_what_it_leads_to_is_not_adjusted() -> None:
    said = "Net income was $195.6 million; adjusted net income rose 11.9% to $312.6 million."
    assert verdicts(RECONCILED, said) == ["agrees"] * 3
    assert loud(RECONCILED, said.replace("312.6", "372.6")) == ["C001"]


BESIDE = """
Reconciliation of net income (in millions, except per share amounts)

                     | Three Months Ended June 30,
                     | 2024 | | 2023 |
                     | Amount | Per Diluted Share | Amount | Per Diluted Share
Net income           | $232 | $3.98  | $169 | $2.90
Amortization         | 15   | 0.26   | 13   | 0.22
Acquisition expenses | 7    | 0.12   | 12   | 0.21
Income tax effect    | (5)  | (0.09) | (6)  | (0.10)
Adjusted net income  | $249 | $4.27  | $188 | $3.23
"""


def test_what_adds_up_by_the_share_adds_up_in_money() -> None:
    said = "Net income was $232 million."
    assert loud(BESIDE, said) == []
    assert "$249" in audited(BESIDE.replace("| 15 ", "| 65 "), said).findings[0].message
    assert loud(BESIDE.replace("| 15 ", "| 65 "), said) != []


BACKLOG = """
Selected backlog information (dollars in millions)

                     | Three Months Ended June 30, 2024
Beginning backlog    | $24,512.4
Gross business wins  | 2,894.1
Cancellations        | (318.5)
Net business wins    | 2,575.6
Revenue recognized   | (2,131.4)
Ending backlog       | $24,956.6
"""


def test_what_stands_between_an_opening_and_a_closing_balance_bears_its_own_name() -> None:
    said = "We had solid bookings, with gross business wins of $2,894.1 million and cancellations of $318.5 million."
    assert verdicts(BACKLOG, said) == ["agrees", "agrees"]
    assert loud(BACKLOG, said.replace("2,894.1", "2,984.1")) == ["C001"]


CARE = """
In millions | Three Months Ended June 30, | | |
            | 2024 | | 2023 |
            | Premiums | MCR | Premiums | MCR
Harbor      | 6,165 | 88.8% | 5,337 | 88.6%
Island      | 925   | 87.9% | 848   | 86.6%
Total       | 7,090 | 88.7% | 6,185 | 88.3%

Summary of membership

                             | June 30, 2024 | June 30, 2023
Ending membership by segment
Harbor                       | 4,712,000     | 4,329,000
Island                       | 503,000       | 799,000
Total                        | 5,215,000     | 5,128,000
"""


def test_a_part_that_a_sentence_says_its_ratio_is_in() -> None:
    said = "In Harbor, the second quarter 2024 MCR was 88.8%, compared with 88.6% a year ago."
    assert verdicts(CARE, said) == ["agrees", "agrees"]
    assert loud(CARE, said.replace("88.6%", "88.1%")) == ["C001"]


def test_members_are_the_membership_of_the_tables() -> None:
    said = (
        "As of June 30, 2024, we served 5.2 million members, an increase of 87,000 members compared to June 30, 2023."
    )
    assert verdicts(CARE, said) == ["agrees", "agrees"]
    assert loud(CARE, said.replace("87,000", "97,000")) != []


def test_a_column_of_dashes_repeats_no_header() -> None:
    table = """
                      | 2024 | 2024 | 2024 | 2023 | 2023 | 2023
Dividends per share   | $0.62 | – | $0.68 | $0.56 | – | $0.62
Interest rates        | 2.0%  | – | 5.4%  | 0.03% | – | 3.6%
"""
    assert "W003" not in loud(table, "Interest rates were 2.0% at the least.")


NETWORKS = """
In millions                                     | Three Months Ended June 30, 2024 | Three Months Ended June 30, 2023
Revenue                                         | 400.0                            | 407.0
Operating income                                | 90.0                             | 84.0
Net income                                      | 140.0                            | 130.0
Noncontrolling interests                        | 5.0                              | 4.0
Net income attributable to Halden stockholders  | 135.0                            | 126.0
"""


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("Revenue was $400.0 million, down 1.7%, and an operating margin of 22.5%.", ("22.5%", "25.2%")),
        ("NET INCOME ATTRIBUTABLE TO STOCKHOLDERS OF $135 MILLION; REVENUE OF $400 MILLION", ("$135", "$153")),
    ],
)
def test_what_is_named_right_before_its_figure(sentence: str, wrong: tuple[str, str]) -> None:
    assert set(verdicts(NETWORKS, sentence)) == {"agrees"}
    assert loud(NETWORKS, sentence.replace(*wrong)) == ["C001"]


CRUISES = """
Statistical information

                                     | Three Months Ended August 31,
                                     | 2024 | 2023
STATISTICAL INFORMATION
Passenger cruise days ("PCDs") (in millions) | 28.1 | 25.8
ALBDs (in millions)                  | 25.2 | 23.7

Costs were computed as follows (dollars in millions, except costs per ALBD data)

                                              | Three Months Ended August 31,
                                              | 2024 | 2024 Constant Currency | 2023
Cruise costs                                  | $4,711 | | $4,219
Less: Commissions                             | (1,051) | | (823)
Onboard costs                                 | (957) | | (845)
Adjusted cruise costs excluding fuel          | $2,703 | $2,707 | $2,551
ALBDs (in millions)                           | 25.2 | 25.2 | 23.7
Adjusted cruise costs excluding fuel per ALBD | $107.26 | $107.42 | $107.64
"""


def test_costs_of_a_berth_at_constant_rates_and_as_reported() -> None:
    said = "Adjusted cruise costs excluding fuel per ALBD (in constant currency) decreased 0.2%."
    assert verdicts(CRUISES, said) == ["agrees"]
    assert loud(CRUISES, said) == []
    told = "Adjusted cruise costs excluding fuel were $2.7 billion, or $107.26 per ALBD, versus $107.64 in 2023."
    assert verdicts(CRUISES, told) == ["agrees"] * 3


def test_what_is_counted_in_millions_by_its_own_note() -> None:
    said = "Passenger cruise days (“PCDs”) grew 8.9% to 28.1 million on 25.2 million ALBDs in the third quarter."
    assert verdicts(CRUISES, said) == ["agrees"] * 3
    assert loud(CRUISES, said.replace("28.1", "21.8")) == ["C007"]


def test_a_column_without_parts_is_no_column_of_the_sum() -> None:
    said = "Cruise costs were $4,711 million."
    assert loud(CRUISES, said) == []
    assert loud(CRUISES.replace("(845)", "(895)"), said) != []


UNNAMED = """
In millions                | Three Months Ended June 30, 2024 | Three Months Ended June 30, 2023
Operating expenses
Payroll                    | 4,398                            | 3,908
Selling and administrative | 763                              | 713
Depreciation               | 651                              | 596
                           | 5,812                            | 5,217
"""


def test_a_row_without_a_name_is_a_total() -> None:
    said = "Payroll was $4,398 million."
    assert loud(UNNAMED, said) == []
    assert loud(UNNAMED.replace("763", "793"), said) != []


BY_SHARE = """
Reconciliation of earnings per share

                            | Three Months Ended June 30, 2024 | Three Months Ended June 30, 2023
Earnings per share          | $1.18                            | $0.76
Debt extinguishment costs   | 0.01                             | 0.06
Restructuring               | 0.01                             | 0.02
Adjusted earnings per share | $1.20                            | $0.84
"""


def test_an_adjusted_figure_is_the_total_of_its_reconciliation() -> None:
    said = "Earnings per share were $1.18."
    assert loud(BY_SHARE, said) == []
    assert loud(BY_SHARE.replace("$1.20", "$1.60"), said) != []


LIQUIDITY = """
In millions          | June 30, 2024 | June 30, 2023
Cash                 | 1,522         | 2,842
Facility             | 2,996         | 2,870
Liquidity            | 4,518         | 5,712
"""


def test_what_a_quarter_ended_with_stood_at_its_end() -> None:
    said = (
        "The company reported for the quarter ended June 30, 2024. It ended the quarter with $4.5 billion of liquidity."
    )
    assert verdicts(LIQUIDITY, said) == ["agrees"]
    assert loud(LIQUIDITY, said.replace("4.5", "4.9")) == ["C001"]


def test_a_high_of_revenue_is_revenue() -> None:
    said = "Revenue for the quarter was an all-time high of $400.0 million."
    assert verdicts(NETWORKS, said) == ["agrees"]
    assert loud(NETWORKS, said.replace("400.0", "404.0")) == ["C001"]


RAIL = """
                         | Three Months Ended March 31, 2013 | Three Months Ended March 31, 2012
Operating revenues       | $881                              | $865
Operating expenses       | 657                               | 654
Operating ratio          | 74.6%                             | 75.6%

Freight statistics (dollars in millions)

                             | Three Months Ended March 31, 2013 | Three Months Ended March 31, 2012
Revenue carloads (thousands)
Coal                         | 48.7                              | 60.1
Other                        | 298.8                             | 290.2
Total                        | 347.5                             | 350.3
"""


def test_a_record_told_in_an_aside_leaves_the_subject() -> None:
    said = "Operating ratio of 74.6%, an all-time first quarter record, improved 1.0 points."
    assert verdicts(RAIL, said) == ["agrees", "agrees"]
    assert loud(RAIL, said.replace("1.0", "1.4")) == ["C004"]


def test_carloads_are_counted() -> None:
    found = audited(RAIL, "Operating ratio was 74.6%.")
    assert {f.quantity.unit for f in found.facts if "Coal" in f.label} == {"count:items"}


MEDICINES = """
(in millions of euros) | H1 2022 | H1 2021 | % change | % change at CER
Nervexa                | 614     | 538     | 14.1%    | 7.9%
Dermivane              | 237     | 251     | (5.6)%   | (9.9)%
Oncolar                | 482     | 411     | 17.3%    | 10.2%
Total sales            | 1,333   | 1,200   | 11.1%    | 5.0%
"""


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("Dermivane sales of €237 million were down 5.6%, or 9.9% at CER, on generics.", ("9.9%", "9.4%")),
        ("Total sales growth of 11.1% as reported, or 5.0% at CER.", ("5.0%", "5.6%")),
        ("Nervexa sales grew 7.9% at CER to €614 million.", ("7.9%", "9.7%")),
    ],
)
def test_growth_at_constant_exchange_rates_by_its_initials(sentence: str, wrong: tuple[str, str]) -> None:
    opening = "The company reported for the first half of 2022, which ended on 30 June 2022."
    assert set(verdicts(MEDICINES, opening, sentence)) == {"agrees"}
    assert loud(MEDICINES, opening, sentence.replace(*wrong)) == ["C003"]


LENDER = """
                                                                         | Three Months Ended
In millions                                                              | March 31, 2024 | December 31, 2023
Net investment income                                                    | 25.0                              | 24.5
Net realized gains (losses) on investments                               | (3.1)                             | 0.4
Net change in unrealized appreciation (depreciation) on investments      | (2.6)                             | 3.9
Net increase in net assets resulting from operations                     | 19.3                              | 28.8
Weighted average yield on debt investments                               | 12.1%                             | 12.0%
"""


def test_what_a_lender_calls_its_lines() -> None:
    assert verdicts(LENDER, "Net realized and unrealized losses were $5.7 million.") == ["agrees"]
    said = "The weighted average yield on debt investments was 12.1%."
    assert verdicts(LENDER, said) == ["agrees"]
    assert loud(LENDER, said.replace("12.1", "11.2")) == ["C001"]


def test_an_amount_goes_on_with_no_rate_of_the_sentence_before() -> None:
    said = "The weighted average yield on debt investments was 12.1%. During the quarter, we funded $212.3 million."
    assert [c.measure for c in audited(LENDER, said).claims][1] is None
