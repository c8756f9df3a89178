"""Ways in which companies of several kinds speak, held against small tables: what is right agrees, one wrong figure or
word is found, and what the tables do not surely speak of is left open."""

import pytest

from tests.engine.releases import audited, loud

HEALTH_PLAN = """
(In thousands)           | Three Months Ended September 30, 2024 | Three Months Ended September 30, 2023
Premiums                 | 40,000 | 38,000
Medical expense ratio
Employer                 | 82.4%  | 83.9%
Public                   | 81.3%  | 85.2%
Consolidated             | 81.9%  | 84.6%
"""
PROPERTIES = """
(In millions)               | Three Months Ended September 30, 2017 | Three Months Ended September 30, 2016
Net revenues                |       |
Desert Crown                | 318.4 | 301.2
River Queen                 | 88.9  | 84.0
Total net revenues          | 407.3 | 385.2
Adjusted Property EBITDA    |       |
Desert Crown                | 98.7  | 89.5
River Queen                 | 22.8  | 20.1
Total Adjusted Property EBITDA | 121.5 | 109.6
"""
_HEADER = " | ".join(
    f"{length} Ended December 31, {year}" for length in ("Three Months", "Year") for year in (2016, 2015)
)
STATEMENT = f"""
(In millions)               | {_HEADER}
Sales                       | 2,788 | 2,676 | 10,763 | 10,393
Interest charges            | 39.0  | 41.0  | 160.0  | 166.0
Operating income            | 264.0 | 259.0 | 1,027  | 1,021
Stock compensation          | 4.1   | 3.9   | 16.2   | 15.1
General and administrative expenses | 14.3 | 13.0 | 58.2 | 54.0
Net earnings                | 187.0 | 179.0 | 727.0  | 703.0
"""
CUSTOMERS = """
(In thousands)     | March 31, 2022 | December 31, 2021 | March 31, 2021
Internet customers | 2,914 | 2,902 | 2,868
Video customers    | 1,506 | 1,541 | 1,660
"""
HALVES = """
in € million          | H1 2013 | H1 2012
Revenue               | 828.7   | 810.8
Operating profit (EBIT) | 103.0 | 101.7
Net profit            | 69.1    | 66.4
"""
WELLS = """
(In thousands)               | Three Months Ended June 30, 2012 | Three Months Ended June 30, 2011
Lease operating expenses     | $26,580 | $23,105
Total revenues               | 158,701 | 158,000
Costs per Boe:               |         |
Lease operating expenses     | $9.48   | $9.16
"""


def verdicts(table: str, *paragraphs: str) -> list[str]:
    """The verdict on each number of the prose, then the rules of what is wrong in the tables."""
    found = audited(table, *paragraphs)
    in_tables = [f.rule for f in found.findings if f.level != "note" and f.claim is None]
    return [found.judgements[c.id].verdict for c in found.claims] + in_tables


def test_debt_is_what_is_due_soon_and_late_together() -> None:
    owed = """
(In millions)                                         | September 30, 2024 | December 31, 2023
Short-term debt and current portion of long-term debt | 31.2  | 28.0
Long-term debt                                        | 118.5 | 120.4
"""
    said = "Gross consolidated debt was $149.7 million at September 30, 2024."
    assert verdicts(owed, said) == ["agrees"]


def test_the_ratio_of_medical_costs_of_each_segment_has_rows_of_its_own() -> None:
    said = "The Employer Segment MER of 82.4 percent was 150 basis points below the MER of 83.9 percent a year ago."
    assert verdicts(HEALTH_PLAN, said) == ["agrees"] * 3
    assert verdicts(HEALTH_PLAN, said.replace("82.4", "86.4"))[0] == "disagrees"


def test_a_name_before_the_first_sentence_is_a_heading() -> None:
    said = "Desert Crown. Net revenues were $318.4 million, up from $301.2 million in the third quarter of 2016."
    assert verdicts(PROPERTIES, said) == ["agrees", "agrees"]
    assert loud(PROPERTIES, said.replace("318.4", "381.4")) == ["C001"]


def test_a_measure_with_words_of_its_own_is_of_the_segment_spoken_of() -> None:
    said = "Desert Crown. Adjusted Property EBITDA was $98.7 million compared with $89.5 million."
    assert verdicts(PROPERTIES, said) == ["agrees", "agrees"]
    both = "River Queen net revenues rose 5.8% and Adjusted Property EBITDA rose 13.4%, to $22.8 million."
    assert verdicts(PROPERTIES, both) == ["agrees", "agrees", "agrees"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Sales in the fourth quarter of 2016 rose to $2,788 million from $2,676 million.",
        "Interest charges in the fourth quarter of 2016 were $39.0 million, down from $41.0 million.",
        "Sales in the fourth quarter of 2016 increased $112 million, or 4.2%.",
    ],
)
def test_a_direction_is_held_against_the_figures_of_its_own_sentence(sentence: str) -> None:
    assert loud(STATEMENT, sentence) == []
    turned = sentence.replace("rose", "fell").replace("down from", "up from").replace("increased", "decreased")
    assert set(loud(STATEMENT, turned)) == {"D001"}


def test_a_figure_of_no_named_period_may_be_of_any() -> None:
    said = "In the fourth quarter of 2016, sales rose to $2,788 million from $2,676 million."
    assert verdicts(STATEMENT, said) == ["agrees", "agrees"]


def test_a_statement_behind_a_semicolon_has_a_period_of_its_own() -> None:
    said = "Fourth quarter sales of $2,788 million, up 4.2%; full year sales of $10,763 million."
    assert verdicts(STATEMENT, said) == ["agrees", "agrees", "agrees"]


def test_a_bare_year_may_be_the_quarter_of_it() -> None:
    said = "Fourth quarter operating income was $264 million, compared with $259 million in 2015."
    assert verdicts(STATEMENT, said) == ["agrees", "agrees"]
    assert verdicts(STATEMENT, said.replace("$259", "$1,021")) == ["agrees", "agrees"]


def test_a_quarter_stays_the_one_reported_after_a_comparison() -> None:
    said = (
        "Interest charges were $39.0 million in the fourth quarter of 2016 and $41.0 million in the fourth quarter "
        "of 2015. "
        "Net earnings for the quarter were $187.0 million."
    )
    assert verdicts(STATEMENT, said) == ["agrees", "agrees", "agrees"]


def test_a_verb_behind_an_aside_with_a_figure_has_the_subject_before_it() -> None:
    said = "General and administrative expenses, including stock compensation of $4.1 million, were $14.3 million."
    assert verdicts(STATEMENT, said) == ["agrees", "agrees"]


def test_what_leaves_something_out_is_no_plain_figure() -> None:
    said = "Operating income in the fourth quarter of 2016, before restructuring, was $271 million."
    assert verdicts(STATEMENT, said) == ["unsupported"]


def test_customers_are_counted_as_their_table_says() -> None:
    assert verdicts(CUSTOMERS, "Internet customers were 2,914,000 at March 31, 2022.") == ["agrees"]
    assert loud(CUSTOMERS, "Internet customers were 2,941,000 at March 31, 2022.") == ["C007"]


def test_customers_that_are_added_are_not_those_that_there_are() -> None:
    assert loud(CUSTOMERS, "The company added 12,000 internet customers in the first quarter of 2022.") == []
    lost = "Video customers declined by 35,000 to 1,506,000, compared to a loss of 31,000 in the prior year quarter."
    assert loud(CUSTOMERS, lost) == []


def test_halves_and_what_stands_in_brackets_beside_them() -> None:
    said = "Revenue was €828.7 million (H1 2012: €810.8 million) and the EBIT margin was 12.4% (H1 2012: 12.5%)."
    assert verdicts(HALVES, said) == ["agrees"] * 4
    assert loud(HALVES, said.replace("810.8", "801.8")) == ["C001"]


def test_a_cost_of_each_barrel_is_not_scaled() -> None:
    said = "Lease operating expenses were $9.48 per Boe, compared with $9.16 per Boe a year ago."
    assert verdicts(WELLS, said) == ["agrees", "agrees"]


def test_two_rows_named_for_one_measure_are_none_of_them() -> None:
    table = """
(In millions)               | Three Months Ended June 30, 2012 | Three Months Ended June 30, 2011
Sales                       |       |
Natural gas liquids         | 13.3  | 16.6
Natural gas                 | 12.2  | 25.3
Total sales                 | 25.5  | 41.9
"""
    said = "Oil, natural gas liquids and natural gas sales were $158.7 million in the second quarter of 2012."
    assert loud(table, said) == []


def test_what_is_expected_of_a_year_is_of_all_of_it() -> None:
    table = """
                               | Three Months Ended September 30, 2018 | Three Months Ended September 30, 2017
Net earnings per diluted share | $0.75 | $0.71
"""
    said = "We expect 2018 earnings of $3.02 to $3.08 per diluted share and are on track for growth of 5 to 7 percent."
    assert loud(table, said) == []


OWNERS = """
In millions                                 | Six Months Ended June 30, 2013 | Six Months Ended June 30, 2012
Revenue:                                    |       |
Subscription                                | 765.0 | 712.0
Advertising                                 | 52.6  | 61.3
Total revenue                               | 817.6 | 773.3
Net profit for the period                   | 69.1  | 66.4
Attributable to non-controlling interests   | 1.6   | 1.2
Attributable to shareholders of Halden Ridge | 67.5 | 65.2
"""


def test_the_result_of_the_owners_is_not_the_whole_result() -> None:
    assert loud(OWNERS, "Net profit attributable to shareholders was $67.5 million in the first half of 2013.") == []
    assert verdicts(OWNERS, "Net profit in the first half of 2013 was $69.1 million.") == ["agrees"]


def test_advertising_under_revenue_is_no_expense() -> None:
    said = "Advertising revenue in the first half of 2013 was $52.6 million."
    assert verdicts(OWNERS, said) == ["agrees"]
    assert loud(OWNERS, said.replace("52.6", "56.2")) == ["C001"]


def test_a_segment_may_be_called_one() -> None:
    said = "Net revenues for the Desert Crown segment were $318.4 million in the third quarter of 2017."
    assert verdicts(PROPERTIES, said) == ["agrees"]
    assert loud(PROPERTIES, said.replace("318.4", "381.4")) == ["C001"]


def test_what_a_part_contributes_is_not_the_whole() -> None:
    table = """
In millions        | Three Months Ended September 30, 2018 | Three Months Ended September 30, 2017
Electric utility   | 122.1 | 114.8
Midstream          | 14.2  | 13.0
Net income         | 136.3 | 127.8
"""
    assert loud(table, "Midstream contributed $14.2 million of net income in the third quarter of 2018.") == []


def test_guidance_is_about_the_future_by_its_name() -> None:
    (claim,) = audited(OWNERS, "The company raised its revenue guidance to $840 million.").claims
    assert claim.outlook


def test_a_day_may_stand_before_its_month() -> None:
    table = """
In millions    | 30.06.2013 | 31.12.2012
Total assets   | 1,522.8    | 1,524.8
Equity         | 689.2      | 671.3
"""
    assert verdicts(table, "Total assets at 30 June 2013 were $1,522.8 million.") == ["agrees"]


FLEET = """
(In thousands of U.S. dollars)      | Three Months Ended March 31, 2022 | Three Months Ended March 31, 2021
Vessel revenue                      | 46,912 | 32,104
Vessel operating expenses           | 13,276 | 11,393

                                    | Three Months Ended March 31, 2022 | Three Months Ended March 31, 2021
Ownership days                      | 1,840  | 1,656
Daily vessel operating expenses ($) | 7,215  | 6,880
"""
MINES = """
(In millions of U.S. dollars)       | Three Months Ended June 30, 2023 | Three Months Ended June 30, 2022
Revenue                             | 215.1 | 172.1

                                    | Three Months Ended June 30, 2023 | Three Months Ended June 30, 2022
Larder Bay                          | 71,200 | 60,150
Rio Verde                           | 41,210 | 38,570
Average realized price ($ per ounce) | 1,938 | 1,731
Cash costs ($ per ounce)            | 872 | 918
"""
CARS = """
                   | Three Months Ended September 30, 2023 | Three Months Ended September 30, 2022
Vehicles delivered | 1,412 | 903
"""


def test_days_are_counted_and_daily_costs_are_not_scaled() -> None:
    said = "Daily vessel operating expenses rose 4.9% to $7,215, as ownership days rose to 1,840 from 1,656."
    assert verdicts(FLEET, said) == ["agrees"] * 4


def test_a_figure_that_another_number_states_is_not_this_ones() -> None:
    said = (
        "Revenue was $215.1 million at an average realized price of $1,938 per ounce, compared to $172.1 million "
        "at $1,731 per ounce a year ago."
    )
    assert "disagrees" not in verdicts(MINES, said)


def test_cash_costs_are_no_cash_and_those_under_the_name_of_a_mine_are_its_own() -> None:
    assert verdicts(MINES, "Cash costs were $872 per ounce, compared with $918 per ounce a year ago.") == ["agrees"] * 2
    assert verdicts(MINES, "Rio Verde", "Cash costs declined 2.5% to $995 per ounce.") == ["unsupported"] * 2


def test_what_was_made_and_what_was_delivered_are_two_counts() -> None:
    assert verdicts(CARS, "We produced 1,550 vehicles and delivered 1,412.") == ["unsupported", "agrees"]


FLOWS = """
In millions                               | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Revenue                                   | 60.2   | 51.0
Net cash provided by operating activities | 52.2   | 41.0
Capital expenditures                      | (22.1) | (19.0)
"""


def test_free_cash_flow_is_held_against_its_parts_where_the_release_defines_it() -> None:
    wrong = "Free cash flow was $31.2 million in the quarter ended June 30, 2025."
    defined = "Free cash flow is defined as net cash provided by operating activities less capital expenditures."
    assert loud(FLOWS, wrong) == []
    assert loud(FLOWS, wrong, defined) == ["C001"]
    assert loud(FLOWS, wrong.replace("31.2", "30.1"), defined) == []
    assert loud(FLOWS, wrong, defined.replace("expenditures.", "expenditures and dividends.")) == []


HOMES = """
(dollars in thousands)   | Three Months Ended December 31, 2025 | Three Months Ended December 31, 2024 | Change
Home sales revenue                       | 945,900 | 1,222,000 | (276,100)
Gross margin                             | 182,600 | 284,700   | (102,100)
SG&A expense                             | 106,900 | 125,900   | (19,000)
Adjusted gross margin %                  | 24.1%   | 26.8%     | (2.7)%
Net new home orders                      | 928     | 940       | (12)
New homes delivered                      | 1,364   | 1,748     | (384)
Backlog (homes)                          | 1,093   | 1,517     | (424)
Backlog (dollar value)                   | 850,200 | 1,193,900 | (343,700)
"""
LOSSES = """
Condensed Balance Sheets (in thousands)

                                           | June 30, 2026 | December 31, 2025
Cash and cash equivalents                  | 99,485    | 175,295
Restricted cash                            | 26,891    | 26,924
Goodwill                                   | 101,946   | 6,160
Total assets                               | 228,322   | 208,379
Accounts payable                           | 40,533    | 19,992
Long-term debt                             | 13,455    | 9,300
Total liabilities                          | 53,988    | 29,292
Common stock                               | 9         | 8
Additional paid-in capital                 | 1,094,141 | 1,039,338
Accumulated deficit                        | (920,140) | (860,620)
Equity attributable to stockholders of Halden Ridge | 174,010 | 178,726
Equity attributable to noncontrolling interests     | 324     | 361
Total stockholders' equity                 | 174,334   | 179,087
Total liabilities and stockholders' equity | 228,322   | 208,379
"""
INSURER = """
(Dollars in thousands)    | Three Months Ended September 30, 2014 | Three Months Ended September 30, 2013
Net investment income     | 14,200 | 13,650
Underwriting income       | 30,400 | 32,500
Combined ratio            | 82.9   | 79.8
Net earnings              | 32,810 | 37,320
"""


def test_homes_are_counted_in_a_table_of_dollars() -> None:
    said = (
        "Net new home orders for the fourth quarter of 2025 were 928, compared to 940.",
        "New home deliveries of 1,364 homes compared to 1,748 homes a year ago.",
        "Backlog units at quarter end of 1,093 homes.",
        "Dollar value of backlog at quarter end of $850.2 million.",
    )
    assert verdicts(HOMES, *said) == ["agrees"] * 6
    assert loud(HOMES.replace("(424)", "(454)")) == ["T009"]


def test_what_is_left_out_is_no_result_and_the_result_without_it_may_be_on_another_basis() -> None:
    said = (
        "Net income for the fourth quarter of 2025 was $60.2 million. Excluding inventory charges of $11.8 million, "
        "gross margin was 20.6%.",
        "Excluding interest, adjusted gross margin was 24.1%.",
    )
    assert verdicts(HOMES, *said) == ["unsupported", "unsupported", "unsupported", "agrees"]


def test_a_balance_sheet_of_piled_up_losses_balances() -> None:
    assert loud(LOSSES) == []
    total = "Total liabilities and stockholders' equity | 228,322"
    assert {"S001", "S035"} <= set(loud(LOSSES.replace(total, total.replace("228", "258"))))
    assert verdicts(LOSSES, "Cash, cash equivalents, and restricted cash totaled $126 million at June 30, 2026.") == [
        "agrees"
    ]


def test_a_combined_ratio_needs_no_sign() -> None:
    said = (
        "Underwriting income was $30.4 million in the third quarter of 2014 on an 82.9 combined ratio, compared to "
        "$32.5 million on a 79.8 combined ratio in 2013."
    )
    assert verdicts(INSURER, said) == ["agrees"] * 4
    assert "C007" in loud(INSURER, said.replace("79.8", "79.3"))


def test_an_increase_that_results_from_something_is_no_change_of_all() -> None:
    said = (
        "There was a $15.3 million increase in underwriting income resulting from favorable development in the third "
        "quarter of 2014."
    )
    assert verdicts(INSURER, said) == ["unsupported"]


def test_a_loss_is_no_profit_of_the_year_to_date() -> None:
    table = """
                                        | Three Months Ended June 30, 2026 | Six Months Ended June 30, 2026
Net income (loss) (in thousands)        | (2,430) | 4,826
Diluted net income (loss) per share     | (0.02)  | 0.04
Earnings Per Diluted Share              | Three Months Ended June 30, 2026 | Six Months Ended June 30, 2026
Operating earnings                      | 0.11    | 0.23
"""
    said = "Net loss was $(2.4) million, or $(0.02) per diluted share, in the second quarter of 2026."
    assert verdicts(table, said) == ["agrees", "agrees"]
    assert "C006" in loud(table, said.replace("0.02", "0.04"))


BANK = """
(In thousands)                         | Three Months Ended December 31, 2018 | Three Months Ended December 31, 2017
Total interest income                  | 11,799 | 9,420
Total interest expense                 | 2,233  | 1,381
Net interest income                    | 9,566  | 8,039

(In thousands)                         | December 31, 2018 | September 30, 2018
Interest earning assets                | 1,021,000 | 955,000
Subordinated debt                      | 19,700    | 19,661
"""
SHOWS = """
Statements of Operations (in thousands)

                          | Three Months Ended June 30, 2026 | Three Months Ended June 30, 2025
Revenues                  | 23,245 | 19,012
Operating expenses
Cost of revenues          | 6,313  | 8,864
Advertising and marketing | 1,900  | 3,275
General and administrative | 5,852 | 6,393
                          | 14,065 | 18,532
Operating income          | 9,180  | 480
"""


def test_what_weighed_on_a_result_is_a_part_of_its_measure() -> None:
    said = (
        "Net income for the quarter ended December 31, 2018 was impacted by interest expense of $245,000 from the "
        "issuance of $20.0 million of subordinated debt."
    )
    assert verdicts(BANK, said) == ["unsupported", "unsupported"]


def test_an_average_balance_is_no_balance() -> None:
    said = (
        "Interest income for the quarter ended December 31, 2018 rose due to an increase in the average balance of "
        "interest-earning assets of $130.5 million, from $859.3 million for 2017 to $989.8 million for 2018."
    )
    assert verdicts(BANK, said) == ["agrees", "agrees", "agrees"]  # by each other, whatever the balance is
    assert verdicts(BANK, said.replace("130.5", "180.5")) == ["disagrees", "unsupported", "unsupported"]
    assert loud(BANK, said.replace("130.5", "180.5")) == ["C002"]


def test_a_total_without_a_label_is_that_of_its_heading() -> None:
    said = "Reduced operating expenses by $4.5 million, or 24.1%, compared to the second quarter of 2025."
    assert verdicts(SHOWS, said) == ["agrees", "agrees"]
    assert loud(SHOWS, said.replace("4.5", "4.8")) == ["C002"]


def test_what_an_adjusted_figure_leaves_out_is_told_beside_it() -> None:
    table = """
(In thousands)                     | Three Months Ended June 30, 2021 | Three Months Ended June 30, 2020
Operating expenses                 | 103,600 | 74,600
Stock-based compensation expense   | 31,240  | 20,370
Non-GAAP operating expenses        | 72,360  | 54,230
"""
    said = (
        "Non-GAAP operating expenses were $72.4 million for the quarter ended June 30, 2021, excluding $31.2 million "
        "for stock-based compensation expense, compared with $54.2 million for the quarter ended June 30, 2020."
    )
    assert verdicts(table, said) == ["agrees"] * 3
    assert loud(table, said.replace("54.2", "58.2")) == ["C001"]
    assert loud(table, "Non-GAAP operating expenses were $77.4 million, excluding stock-based compensation.") == [
        "C001"
    ]
