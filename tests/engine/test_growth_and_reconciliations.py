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
