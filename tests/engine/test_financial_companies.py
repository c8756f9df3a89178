"""Banks, insurers and property companies: their words, and the rows of their statements."""

import pytest

from tests.engine.releases import audited, loud, verdicts

BANK = """
(In thousands)                 | Three Months Ended September 30, 2025 | Three Months Ended June 30, 2025
Interest income:               |        |
Loans, including fees          | 71,842 | 69,410
Investment securities          | 8,214  | 8,056
Interest-bearing balances      | 2,310  | 2,144
Total interest income          | 82,366 | 79,610
Interest expense:              |        |
Deposits                       | 26,914 | 26,788
Federal Home Loan Bank advances | 2,487 | 2,612
Total interest expense         | 29,401 | 29,400

(In thousands)  | September 30, 2025 | June 30, 2025
Total loans     | 4,419,674 | 4,353,358
Total deposits  | 4,625,850 | 4,566,328
"""


def test_a_balance_under_interest_is_the_interest_on_it() -> None:
    said = "Interest expense on deposits rose $126 thousand from the linked quarter."
    assert verdicts(BANK, said) == ["agrees"]
    assert loud(BANK, said.replace("126", "162")) == ["C002"]
    facts = {f.label: f.measure.key for f in audited(BANK, said).facts if f.measure is not None}
    assert facts["Deposits"] == "deposit-interest" and facts["Total deposits"] == "deposits"
    assert facts["Investment securities"] == facts["Interest-bearing balances"] == "interest-income"
    assert facts["Federal Home Loan Bank advances"] == "interest-expense"


@pytest.mark.parametrize(
    "sentence",
    [
        "Loans grew at an annualized rate of {}% in the third quarter of 2025.",
        "Total loans increased $66.3 million from June 30, 2025, or {}% annualized.",
    ],
)
def test_growth_at_the_rate_of_a_year(sentence: str) -> None:
    assert set(verdicts(BANK, sentence.format("6.1"))) == {"agrees"}
    assert "unsupported" in verdicts(BANK, sentence.format("1.5"))


HALVES = """
(In thousands, except per share amounts) | Three Months Ended June 30, 2016 | Three Months Ended June 30, 2015 | Six Months Ended June 30, 2016 | Six Months Ended June 30, 2015
Total revenues                           | 80,855 | 75,848 | 162,145 | 153,108
General and administrative               | 5,618  | 5,302  | 11,490  | 10,877
Net income                               | 27,173 | 17,072 | 51,255  | 37,889
Net income attributable to the Trust     | 26,772 | 16,806 | 50,500  | 37,279
Net income attributable to common shareholders | 23,491 | 13,525 | 43,938 | 30,717

FFO per NAREIT                           | 39,177 | 35,971 | 78,763 | 70,260
Core FFO                                 | 40,409 | 36,159 | 80,630 | 72,172
Adjusted FFO                             | 34,661 | 30,792 | 70,072 | 62,696
Core FFO per diluted share               | $0.47  | $0.44  | $0.95  | $0.88
Adjusted FFO per diluted share           | $0.41  | $0.37  | $0.83  | $0.76
"""  # noqa: E501


def test_growth_of_two_amounts_of_few_digits_that_the_sentence_states() -> None:
    said = (
        "We generated Core FFO of $0.47 per diluted share for the quarter, a 6.8% increase over second quarter 2015 "
        "Core FFO of $0.44 per diluted share."
    )
    assert verdicts(HALVES, said) == ["agrees"] * 3
    assert loud(HALVES, said) == []


def test_a_share_beside_an_amount_moves_with_no_other_amount() -> None:
    said = (
        "General and administrative expense was $5.6 million, or 6.9% of total revenues, for the quarter, up from $5.3 "
        "million, or 7.0%."
    )
    assert loud(HALVES, said) == []


def test_adjusted_and_core_funds_from_operations_are_two() -> None:
    said = (
        'Adjusted FFO ("AFFO") per diluted share was $0.41 and $0.37 for the second quarters of 2016 and 2015, '
        "respectively."
    )
    assert verdicts(HALVES, said) == ["agrees", "agrees"]
    assert loud(HALVES, said.replace("0.41", "0.47")) == ["C006"]


def test_the_row_of_just_the_name_is_meant_and_no_other_owner() -> None:
    said = "Net income attributable to common shareholders for the three months ended June 30, 2016 was ${} million."
    assert verdicts(HALVES, said.format("23.5")) == ["agrees"]
    assert loud(HALVES, said.format("43.9")) == ["C001"]


def test_what_is_told_of_another_length_of_time_is_not_the_same_fact() -> None:
    said = "FFO for the second quarter totaled $39.2 million. Year-to-date FFO was $39.2 million."
    assert loud(HALVES, said) == ["C001"]


def test_a_change_behind_a_semicolon_has_no_base_before_it() -> None:
    said = (
        "Core FFO was $40.4 million in the quarter against $36.2 million in the second quarter of 2015; for the first "
        "six months it increased 11.7% to $80.6 million."
    )
    assert verdicts(HALVES, said) == ["agrees"] * 4
    assert loud(HALVES, said.replace("11.7%", "17.1%")) == ["C003"]


DEBT = """
(In thousands)          | June 30, 2016 | December 31, 2015
Unsecured notes payable | 700,000       | 600,000
Total assets            | 2,455,558     | 2,385,856
"""


def test_what_a_debt_runs_to_dates_no_figure() -> None:
    said = "In May we issued $100 million of senior notes due 2026, bringing unsecured notes to $700.0 million."
    claims = audited(DEBT, said).claims
    assert [c.outlook for c in claims] == [False, False]
    assert verdicts(DEBT, said)[1] == "agrees"


INSURER = """
($ in millions)      | Quarter Ended December 31, 2012 | Quarter Ended December 31, 2011 | Year Ended December 31, 2012 | Year Ended December 31, 2011
Net premiums written | $410.4 | $373.9 | $1,694.2 | $1,540.9
Net premiums earned  | 415.5  | 384.0  | 1,608.9  | 1,493.0
Underwriting income (loss) before dividends | (17.3) | 11.2 | (21.1) | (32.5)
Net income (loss)    | (2.0)  | 23.2   | 42.7     | 40.1

Loss ratio                  | 73.8%  | 64.8% | 69.8%  | 72.0%
Combined ratio              | 106.9% | 97.7% | 103.0% | 105.3%
Catastrophe losses (points) | 8.8%   | 2.5%  | 6.0%   | 8.0%
"""  # noqa: E501


def test_points_are_what_catastrophe_losses_are_worth() -> None:
    said = "Catastrophe losses, net of reinsurance, were $36.4 million pre-tax, or 8.8 points, in the quarter."
    assert verdicts(INSURER, said)[1] == "agrees"
    assert loud(INSURER, said.replace("8.8", "8.3")) == ["C004"]


def test_a_ratio_of_costs_deteriorates_upwards() -> None:
    said = "The loss ratio deteriorated 9.0 points from the fourth quarter of 2011."
    assert verdicts(INSURER, said) == ["agrees"] and loud(INSURER, said) == []


def test_a_further_change_of_another_time() -> None:
    said = "Net premiums written rose 10% in the quarter to $410.4 million and 10% for the year to $1.69 billion."
    assert verdicts(INSURER, said) == ["agrees"] * 4
    assert loud(INSURER, said.replace("10% for", "16% for")) == ["C003"]


def test_a_clause_of_its_own_has_its_own_time() -> None:
    said = (
        "The combined ratio for the quarter was 106.9%, up from 97.7%, and for the year it was 103.0%, a 2.3-point "
        "improvement."
    )
    assert verdicts(INSURER, said) == ["agrees"] * 4


def test_the_years_of_reserves_date_no_figure() -> None:
    said = "Favorable prior year casualty reserve development was $6.2 million in the quarter."
    period = audited(INSURER, said).claims[0].period
    assert period is not None and period.end.year == 2012


def test_a_result_before_dividends_pays_none() -> None:
    assert loud(INSURER, "Net loss was $2.0 million in the quarter.") == []


def test_positive_prices_are_no_profits_in_a_row() -> None:
    assert loud(INSURER, "It was our fifteenth consecutive quarter of positive pricing.") == []
    assert loud(INSURER, "It was our fifteenth consecutive quarter of positive net income.") == ["D009"]


LINES = """
NET PREMIUMS WRITTEN

($ in millions)            | Three Months Ended June 30, 2024 | Three Months Ended June 30, 2023
Commercial Lines           | 642.8 | 560.1
Personal Lines             | 203.7 | 195.9
Total net premiums written | 846.5 | 756.0
"""


def test_growth_in_parts_that_are_told_in_turn() -> None:
    said = "Net premiums written grew 12.0%, with growth of 14.8% in Commercial Lines and 4.0% in Personal Lines."
    assert verdicts(LINES, said) == ["agrees"] * 3
    assert loud(LINES, said.replace("4.0%", "14.0%")) == ["C003"]


LEASES = """
(In thousands)  | Three Months Ended June 30, 2016 | Three Months Ended June 30, 2015
Minimum rents   | 61,244 | 57,890
Total revenues  | 80,855 | 75,848

LEASING ACTIVITY

             | Number of Leases | Square Feet | New Rent per Sq. Ft. | Prior Rent per Sq. Ft.
New leases   | 22               | 118,204     | $21.44               | $17.61
Renewals     | 61               | 402,933     | $19.38               | $17.92

LEASED RATES

                                | June 30, 2016 | June 30, 2015
Anchor (10,000 sq. ft. and over) | 98.1%        | 97.6%

2016 GUIDANCE

               | Low   | High
FFO per share  | $1.36 | $1.40
"""


def test_leases_are_counted_and_rents_are_of_a_square_foot() -> None:
    facts = audited(LEASES, "Minimum rents were $61.2 million in the quarter.").facts
    leases = [(str(f.quantity.value), f.quantity.unit) for f in facts if f.label == "New leases"]
    assert leases == [("22", "count:items"), ("118204", "count:items"), ("21.44", "USD"), ("17.61", "USD")]
    assert [f.text for f in facts if f.label.startswith("Anchor")] == ["98.1%", "97.6%"]


def test_guidance_of_a_year_is_of_the_year() -> None:
    facts = audited(LEASES, "Minimum rents were $61.2 million in the quarter ended June 30, 2016.").facts
    assert {str(f.period) for f in facts if f.label == "FFO per share"} == {"2016-01-01/2016-12-31"}


FUND = """
(In thousands, except per share data) | Three Months Ended March 31, 2019 | Three Months Ended March 31, 2018
Total investment income               | 28,014 | 25,958
Net investment income                 | 11,482 | 11,192
Net change in unrealized appreciation (depreciation) | 5,188 | (1,205)
Net investment income per share       | $0.39  | $0.38

(In thousands)            | March 31, 2019 | December 31, 2018
Revolving credit facility | 246,500        | 222,500
Net assets                | 486,450        | 483,955
Net asset value per share | $16.35         | $16.28

(In thousands)          | Fair Value | % of Total
Senior secured debt     | 732,785    | 77.3%
Second lien             | 128,820    | 13.6%
Subordinated debt       | 38,122     | 4.0%
Equity and warrants     | 48,483     | 5.1%
"""


def test_what_a_document_calls_by_letters_is_what_it_says() -> None:
    said = "Net investment income (“NII”) rose. NII was $11.5 million, or $0.39 per share, in the quarter."
    assert verdicts(FUND, said) == ["agrees", "agrees"]
    assert loud(FUND, said.replace("11.5", "15.1")) == ["C001"]


def test_the_size_of_a_facility_is_not_what_is_drawn() -> None:
    said = "At March 31, 2019, $246.5 million was drawn on our $350.0 million revolving credit facility."
    assert loud(FUND, said) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Net unrealized appreciation was {5.2} million in the first quarter of 2019.",
        "Net unrealized depreciation was {1.2} million in the first quarter of 2018.",
        "Total investment income was {28.0} million in the first quarter of 2019.",
        "Net asset value was {486.5} million at March 31, 2019.",
        "Net asset value per share was {16.35} at March 31, 2019.",
    ],
)
def test_measures_of_a_fund(sentence: str) -> None:
    said = sentence.replace("{", "$").replace("}", "")
    assert verdicts(FUND, said) == ["agrees"]


def test_parts_listed_behind_their_shares() -> None:
    said = (
        "By fair value, the portfolio comprised 77.3% senior secured debt, 13.6% second lien, 4.0% subordinated debt "
        "and 5.1% equity and warrants at March 31, 2019."
    )
    assert [str(c.measure) for c in audited(FUND, said).claims][2:] == [
        "subordinated total-debt",
        "stockholders-equity",
    ]
    assert verdicts(FUND, said)[:3] == ["agrees"] * 3


def test_what_is_drawn_with_other_things_is_no_slip_of_it() -> None:
    said = "At March 31, 2019, we had {} of outstanding standby letters of credit{} outside of our line of credit."
    both = said.format("$13.6 million", " and other bank guarantees"), said.format("$10.6 million", "")
    assert loud(FUND, *both) == []
    assert loud(FUND, both[0].replace(" and other bank guarantees", ""), both[1]) == ["C016"]


SAVINGS = """
(Dollars in thousands)    | June 30, 1999 | December 31, 1998
Loans receivable          | 318,704       | 301,887
Allowance for loan losses | (2,410)       | (2,266)
Loans receivable, net     | 316,294       | 299,621

(Dollars in thousands)     | Three Months Ended June 30, 1999 | Three Months Ended June 30, 1998
Gain on sale of loans      | 131 | 204
Gain on sale of securities | 64  | 58
"""


def test_what_a_balance_is_net_of_did_not_grow() -> None:
    said = "Loans receivable, net of the allowance for loan losses, grew by $16.7 million from December 31, 1998."
    assert verdicts(SAVINGS, said) == ["agrees"]
    assert [str(c.measure) for c in audited(SAVINGS, said).claims] == ["total-loans"]


def test_gains_are_of_what_was_sold() -> None:
    audit = audited(SAVINGS, "Gains on the sale of loans were $131,000, down from $204,000 a year ago.")
    assert {str(c.measure) for c in audit.claims} == {"loan gain-on-sale"}
    facts = {f.label: str(f.measure) for f in audit.facts if f.label.startswith("Gain")}
    assert facts == {
        "Gain on sale of loans": "loan gain-on-sale",
        "Gain on sale of securities": "security gain-on-sale",
    }


BUSINESSES = """
RESULTS OF BUSINESSES
Three months ended - in millions

                    | December 31, 2003 | September 30, 2003 | December 31, 2002
INVESTMENT ADVISORY |      |      |
Noninterest income  | 164  | 152  | 139
Total revenue       | 182  | 169  | 155
Earnings            | $33  | $27  | $22
RETAIL BANKING      |      |      |
Noninterest income  | 236  | 231  | 214
Total revenue       | 648  | 636  | 612
Earnings            | $149 | $142 | $129
"""


def test_a_bare_length_above_columns_of_days_is_theirs() -> None:
    facts = audited(BUSINESSES, "Retail Banking earnings were $149 million for the quarter.").facts
    assert {str(f.period) for f in facts if f.column == 1} == {"2003-10-01/2003-12-31"}


def test_a_segment_may_be_called_by_words_that_measures_have() -> None:
    said = (
        "For the fourth quarter of 2003, Investment Advisory earnings increased to $33 million. Noninterest income of "
        "$164 million grew $25 million from a year ago."
    )
    assert verdicts(BUSINESSES, said) == ["agrees"] * 3
    assert loud(BUSINESSES, said.replace("$25", "$15")) == ["C002"]


MANAGER = """
(In thousands, except per share amounts) | Three Months Ended March 31, 2022 | Three Months Ended December 31, 2021
Investment management fees          | 182,411 | 195,308
Adjusted net income                 | $54,154 | $73,443
Adjusted earnings per diluted share | $1.33   | $1.76
Average fee rate (basis points)     | 49.3    | 51.2

(In millions)                   | March 31, 2022 | December 31, 2021
Ending assets under management  | $143,476 | $154,310
"""


def test_growth_behind_an_amount_by_the_share_may_be_that_of_it() -> None:
    said = "Adjusted net income was $54.2 million, or $1.33 per diluted share, down {}% sequentially."
    assert verdicts(MANAGER, said.format("24")) == verdicts(MANAGER, said.format("26")) == ["agrees"] * 3
    assert loud(MANAGER, said.format("42")) == ["C003"]


def test_a_rate_in_basis_points() -> None:
    said = "The average fee rate was {} basis points as compared with 51.2 basis points in the prior quarter."
    assert verdicts(MANAGER, said.format("49.3")) == ["agrees", "agrees"]
    assert {f.quantity.unit for f in audited(MANAGER, said).facts if f.label.startswith("Average fee")} == {"bps"}


def test_assets_under_management_and_the_fees_on_them() -> None:
    said = "Ending AUM was $143.5 billion at March 31, 2022. Asset management fees were $182.4 million in the quarter."
    keys = [c.measure.key for c in audited(MANAGER, said).claims if c.measure]
    assert keys == ["assets-under-management", "asset-management-fees"]
    assert verdicts(MANAGER, said) == ["agrees", "agrees"]
    assert loud(MANAGER, said.replace("143.5", "154.3")) == ["C001"]


LENDER = """
(Dollars in millions)       | September 30, 2010 | June 30, 2010 | September 30, 2009
LOANS                       |          |          |
Credit card                 | $6,214.8 | $6,402.3 | $6,688.0
Auto                        | $3,188.1 | $3,102.7 | $2,904.4
Personal loans              | $1,102.5 | $1,066.9 | $988.2
Total loans                 | $10,505.4 | $10,571.9 | $10,580.6
NET CHARGE-OFF RATE         |          |          |
Credit card                 | 7.83%    | 8.94%    | 9.61%
Auto                        | 1.88%    | 2.02%    | 3.05%
Personal loans              | 3.91%    | 4.20%    | 5.16%
Total                       | 5.64%    | 6.42%    | 7.25%

(Dollars in millions) | Three Months Ended September 30, 2010 | Three Months Ended September 30, 2009
Marketing             | 41.7 | 27.3
Total expense         | 203.0 | 181.2
"""


def test_rows_under_the_name_of_a_rate_are_of_it() -> None:
    facts = audited(LENDER, "Total expense was $203.0 million in the quarter.").facts
    told = {str(f.measure) for f in facts if f.quantity.unit == "percent"}
    assert {t.split()[-1] for t in told} == {"net-charge-off-rate"}
    assert {str(f.measure) for f in facts if f.label == "Total"} == {"net-charge-off-rate"}


def test_a_rate_of_the_quarter_in_columns_of_days() -> None:
    said = "The total net charge-off rate for the third quarter of 2010 fell to {}% from 7.25% a year ago."
    assert verdicts(LENDER, said.format("5.64")) == ["agrees", "agrees"]
    assert loud(LENDER, said.format("5.46")) == ["C001"]


def test_the_total_rate_is_not_that_of_the_part_spoken_of_before() -> None:
    said = (
        "The credit card net charge-off rate was 7.83% in the third quarter of 2010. The auto net charge-off rate was "
        "1.88%, and the total net charge-off rate fell to 5.64%."
    )
    claims = audited(LENDER, said).claims
    assert str(claims[-1].measure) == "net-charge-off-rate"


def test_a_balance_changed_during_a_quarter_since_it_began() -> None:
    said = "Auto loans grew $85 million, or {}%, during the third quarter of 2010 to $3.2 billion."
    assert verdicts(LENDER, said.format("2.8")) == ["agrees"] * 3
    assert loud(LENDER, said.format("9.8")) == ["C003"]


def test_what_is_spent_to_do_something_is_no_part_of_it() -> None:
    said = "The increase was driven by a ${} million increase in marketing to support new account growth."
    assert verdicts(LENDER, said.format("14.4")) == ["agrees"]
    assert loud(LENDER, said.format("41.4")) == ["C002"]


TRUST = """
(Dollars in thousands)            | Three Months Ended June 30, 2023 | Three Months Ended June 30, 2022
Interest expense:                 |        |
Deposits                          | 3,411  | 3,520
Borrowings                        | 744    | 640
Total interest expense            | 4,155  | 4,160
Economic return on common equity  | (2.0)% | (1.4)%
Dividends declared per common share | $0.60 | $0.65
"""


def test_interest_on_something_is_not_all_interest() -> None:
    said = "Interest expense on {} rose {}% in the quarter."
    assert verdicts(TRUST, said.format("borrowings", "16.3")) == ["agrees"]
    assert loud(TRUST, said.format("borrowings", "13.6")) == ["C003"]
    assert loud(TRUST, said.format("repurchase agreements", "10.0")) == []


@pytest.mark.parametrize("rate", ["(2.0)%", "-2.0%"])
def test_a_rate_below_zero_before_its_name_has_not_fallen(rate: str) -> None:
    said = f"$0.60 dividends declared per common share for the quarter; {rate} economic return on common equity"
    claims = audited(TRUST, said).claims
    assert [c.kind for c in claims] == ["per-share", "level"]
    assert verdicts(TRUST, said) == ["agrees", "agrees"]


def test_shares_of_a_quarter_are_not_those_at_its_end() -> None:
    table = "(In thousands)     | June 30, 2026 | June 30, 2025\nShares outstanding | 11,181        | 10,991\n"
    said = (
        "In the second quarter of 2026, net loss per share was based on approximately 11.1 million shares outstanding."
    )
    assert loud(table, said) == []


PROCESSOR = """
(In thousands) | Three Months Ended December 31, 2015 | Three Months Ended December 31, 2014
Revenue        | 710,751 | 640,994
Network fees   | 371,204 | 330,982
Net income     | 21,572  | 19,373

(In thousands)     | Three Months Ended December 31, 2015 | Three Months Ended December 31, 2014
Revenue            | 710,751   | 640,994
Less: network fees | (371,204) | (330,982)
Net revenue        | 339,547   | 310,012
"""


def test_net_revenue_is_no_revenue_where_a_table_has_both() -> None:
    said = "Net revenue was ${} million in the fourth quarter, as compared to $310.0 million in the prior year period."
    assert verdicts(PROCESSOR, said.format("339.5")) == ["agrees", "agrees"]
    assert loud(PROCESSOR, said.format("393.5")) == ["C001"]


def test_an_amount_in_full_is_none_by_the_share() -> None:
    said = (
        "Earnings were $11,482,000 for the quarter ended March 31, 2019, or $0.39 per share, versus $11,192,000, or "
        "$0.38 per share, in the first quarter of 2018."
    )
    table = """
(In thousands, except per share data) | Three Months Ended March 31, 2019 | Three Months Ended March 31, 2018
Net income                            | 11,482 | 11,192
Earnings per share                    | $0.39  | $0.38
"""
    assert verdicts(table, said) == ["agrees"] * 4
    assert loud(table, said) == []


def test_the_linked_and_year_ago_quarters_are_two() -> None:
    table = """
(In thousands)              | Three Months Ended September 30, 2025 | Three Months Ended June 30, 2025 | Three Months Ended September 30, 2024
Provision for credit losses | 388 | 379 | 360
"""  # noqa: E501
    said = (
        "The provision for credit losses was $388 thousand for the third quarter of 2025, compared to $379 thousand "
        "and $360 thousand for the linked and year-ago quarters, respectively."
    )
    assert verdicts(table, said) == ["agrees"] * 3
    assert loud(table, said.replace("379", "397")) == ["C001"]
