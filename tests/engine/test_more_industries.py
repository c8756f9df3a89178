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


_YEARS = " | ".join(
    f"{length} Ended December 31, {year}" for length in ("Three Months", "Year") for year in (2024, 2023)
)
PIPES = f"""
(In millions, except per unit amounts) | {_YEARS}
Revenues:
  Liquids Pipelines               | 118.4 | 104.9 | 451.2 | 398.6
  Terminals                       | 39.8  | 37.2  | 155.1 | 141.9
Total revenues                    | 158.2 | 142.1 | 606.3 | 540.5
Distributable cash flow           | 119.8 | 105.7 | 460.0 | 410.0
Distribution declared per unit    | $0.630 | $0.590 | $2.460 | $2.310

Segment Adjusted EBITDA

(In millions)                     | {_YEARS}
Liquids Pipelines                 | 64.9  | 56.2  | 245.8 | 213.4
Terminals                         | 24.3  | 22.6  | 94.1  | 85.7
Adjusted EBITDA                   | 89.2  | 78.8  | 339.9 | 299.1

Operating Data

Statistic                         | Three Months Ended December 31, 2024 | Three Months Ended December 31, 2023
Gathered volumes (MMcf/d)         | 1,184 | 1,102
"""


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        (
            "TULSA, Okla. – Feb. 18, 2025 – Halden Ridge today reported fourth-quarter 2024 Adjusted EBITDA of $89.2 "
            "million and distributable cash flow of $119.8 million, up 13.2% and 13.3%, respectively, from "
            "the fourth quarter of 2023.",
            ("13.2%", "18.2%"),
        ),
        ("The quarterly cash distribution of $0.630 per unit was 6.8% higher than a year ago.", ("0.630", "0.640")),
        ("Liquids Pipelines. Segment Adjusted EBITDA increased $8.7 million to $64.9 million.", ("64.9", "69.4")),
        (
            "Terminals. Revenue of $39.8 million for the quarter and $155.1 million for the year compared with $37.2 "
            "million and $141.9 million, respectively, in 2023.",
            ("37.2", "32.7"),
        ),
        ("Terminals. Revenue was $39.8 million, and Adjusted EBITDA margin was 61.1%.", ("61.1", "66.1")),
        ("Terminals. Adjusted EBITDA rose to $24.3 million, and margin rose to 61.1% from 60.8%.", ("61.1", "66.1")),
        ("Gathered volumes averaged 1,184 MMcf/d, compared to 1,102 MMcf/d.", ("1,184", "1,884")),
    ],
)
def test_a_pipeline_is_read(said: str, wrong: tuple[str, str]) -> None:
    assert set(verdicts(PIPES, said)) == {"agrees"}
    assert loud(PIPES, said.replace(*wrong)) != []


def test_a_distribution_at_a_yearly_rate_is_not_that_of_the_quarter() -> None:
    said = "The quarterly cash distribution of $0.630 per unit, or $2.52 on an annualized basis, was paid in February."
    assert loud(PIPES, said) == []


_LATE = " | ".join(
    f"{length} Months Ended October {day}" for length in ("Three", "Nine") for day in ("29, 2024", "31, 2023")
)
SHOPS = f"""
(In thousands)                | {_LATE}
Sales
  Nordic                      | 81,284  | 71,172 | 231,000 | 209,000
  Baltic                      | 88,591  | 100,038 | 234,725 | 258,090
Total sales                   | 169,875 | 171,210 | 465,725 | 467,090
Operating income
  Nordic                      | 9,754   | 7,900  | 25,000 | 22,000
  Baltic                      | 5,416   | 10,445 | 8,005 | 12,455
Total operating income        | 15,170  | 18,345 | 33,005 | 34,455
Operating expenses
  Fuel                        | 8,215   | 8,960  | 24,000 | 26,000
  Inventory write-down        | 6,800   | 1,200  | 6,800  | 1,200

Balance sheet data (in thousands) | October 29, 2024 | January 31, 2024 | October 31, 2023
Short-term debt               | 12,500  | 10,000 | 15,000
Long-term debt                | 100,000 | 95,000 | 110,000
"""


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        (
            "Nordic sales were $81.3 million. Operating income rose to $9.8 million, and operating margin was 12.0%.",
            ("9.8", "8.9"),
        ),
        (
            "Nordic sales were $81.3 million. Operating income rose to $9.8 million, and operating margin was 12.0%.",
            ("12.0%", "21.0%"),
        ),
        ("Fuel expense fell 8.3%, or $0.7 million, from a year ago.", ("8.3", "3.8")),
        ("The quarter includes an inventory write-down of $6.8 million.", ("6.8", "6.3")),
        ("Inventory write-downs were $6.8 million, and fuel expense was cut by 8.3%.", ("8.3", "3.8")),
    ],
)
def test_what_stands_below_a_heading_or_behind_the_sales_of_a_segment(said: str, wrong: tuple[str, str]) -> None:
    assert set(verdicts(SHOPS, said)) == {"agrees"}
    if "includes" not in said:
        assert loud(SHOPS, said.replace(*wrong)) != []


@pytest.mark.parametrize(
    "said",
    [
        "Nordic sales were $81.3 million. Operating income decreased to $15.2 million.",
        "For the nine months, sales were $465.7 million, 0.3% below the $467.1 million of fiscal 2023.",
        "Total debt was $112.5 million.",
        "In last year's third quarter operating income was $18.3 million. Sales were $169.9 million, 0.8% lower than "
        "the $171.2 million reported in the prior year period.",
    ],
)
def test_what_may_be_of_the_whole_or_of_another_length_agrees(said: str) -> None:
    assert set(verdicts(SHOPS, said)) == {"agrees"}


def test_debt_that_was_reduced_is_set_against_the_day_before_the_time_that_it_took() -> None:
    said = "Total debt was reduced by $12.5 million over the twelve months to $112.5 million."
    assert verdicts(SHOPS, said) == ["agrees", "agrees"]


def test_a_change_on_a_basis_of_its_own_is_no_change_of_the_figures_reported() -> None:
    said = "Revenue was $169.9 million, down 0.8%; on a constant currency basis, up 0.6%."
    assert verdicts(CONSTANT, said) == ["agrees"] * 3


GROWN = """
(In thousands)  | Three Months Ended June 30, 2024 | Three Months Ended June 30, 2023
United States   | 48,215 | 41,870
EMEA            | 17,340 | 17,985
Total revenue   | 65,555 | 59,855

Constant Currency Revenue Growth

Three Months Ended June 30, 2024 compared to 2023

              | Reported Growth | Currency Impact | Constant Currency Growth
United States | 15.2%  | 0.0%   | 15.2%
EMEA          | (3.6)% | (9.8)% | 6.2%
Total         | 9.5%   | (3.0)% | 12.5%
"""


def test_a_table_of_growth_says_of_what_it_is_in_its_title() -> None:
    said = (
        "Revenue grew 9.5%, or 12.5% in constant currency. EMEA revenue fell 3.6% and rose 6.2% in constant currency."
    )
    assert set(verdicts(GROWN, said)) == {"agrees"}
    assert loud(GROWN, said.replace("12.5", "15.2")) != []


FEES = """
(In thousands)             | Three Months Ended June 30, 2024 | Three Months Ended June 30, 2023
Net interest income        | 18,638 | 17,622
Total noninterest income   | 7,925  | 6,345
"""


def test_a_figure_without_what_the_sentence_leaves_out_is_the_difference() -> None:
    said = "Excluding securities gains of $215,000, noninterest income was $7.7 million."
    assert verdicts(FEES, said)[1] == "agrees"
    assert loud(FEES, said) == []


_LINKED = " | ".join(f"Three Months Ended {day}" for day in ("June 30, 2024", "March 31, 2024", "June 30, 2023"))
LOANS = f"""
(In thousands)        | {_LINKED}
Net interest income   | 18,638    | 18,331    | 17,622
Average loans         | 1,318,400 | 1,289,650 | 1,241,300
Yield on average loans | 5.41%    | 5.43%     | 5.56%

Balances (in thousands) | June 30, 2024 | March 31, 2024
Consumer loans        | 143,600   | 140,200
Total backlog         | 71,930    | 94,170
"""


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("Average loans grew 2.2% from the prior quarter and 6.2% from a year ago.", ("2.2%", "2.4%")),
        ("The yield on average loans declined to 5.41% from 5.43% in the prior quarter.", ("5.41", "5.14")),
        ("Consumer loans edged up to $143.6 million.", ("143.6", "134.6")),
        ("Total backlog was $71.9 million.", ("71.9", "79.1")),
    ],
)
def test_a_bank_is_read(said: str, wrong: tuple[str, str]) -> None:
    assert set(verdicts(LOANS, said)) == {"agrees"}
    assert loud(LOANS, said.replace(*wrong)) != []


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        (
            "For the nine months, sales were $465.7 million, down 0.3% from $467.1 million, and Nordic sales held up.",
            ("467.1", "476.1"),
        ),
        (
            "Nordic sales increased 14.2% as customers came back, while Baltic sales fell by $11.4 million.",
            ("11.4", "14.1"),
        ),
        ("The decline was in Baltic sales, which fell $11.4 million.", ("11.4", "14.1")),
        (
            "Nordic sales grew 14.2% and Baltic sales fell 11.4%, to $81.3 million and $88.6 million, respectively.",
            ("81.3", "83.1"),
        ),
        ("Baltic sales held up better, slipping only 11.4% to $88.6 million.", ("88.6", "86.8")),
    ],
)
def test_a_clause_is_not_held_back_by_another(said: str, wrong: tuple[str, str]) -> None:
    assert set(verdicts(SHOPS, said)) == {"agrees"}
    assert loud(SHOPS, said.replace(*wrong)) != []


def test_a_share_and_unit_is_a_share() -> None:
    table = FUNDS.replace("per diluted share ", "per diluted share and unit ")
    said = "Adjusted FFO was $61.1 million, or $0.88 per diluted share and unit."
    assert verdicts(table, said) == ["agrees", "agrees"]
    assert loud(table, said.replace("0.88", "0.98")) != []


TOYS = f"""
Summary of Earnings
(In millions)                            | {_YEARS}
Net sales                                | 588.7 | 643.8 | 1,745.8 | 1,807.6
Advertising and promotion expenses       | 88.6  | 94.3  | 212.7   | 214.9
Other selling and administrative expenses | 104.2 | 101.8 | 388.1  | 371.6
Personnel costs                          | 60.1  | 58.0  | 220.4   | 212.9
Operating income                         | 64.4  | 105.1 | 152.6   | 238.4
Net income                               | 40.4  | 75.8  | 87.9    | 164.6

(In millions)            | December 31, 2024 | December 31, 2023
Accounts receivable, net | 311.6 | 342.9
Servicing portfolio      | 321.4 | 298.6
"""


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        (
            "Other selling and administrative expenses rose $2.4 million to $104.2 million and, for the full year, "
            "$16.5 million, or 4.4%, to $388.1 million.",
            ("104.2", "142.0"),
        ),
        (
            "Other selling and administrative expenses rose $2.4 million to $104.2 million and, for the full year, "
            "$16.5 million, or 4.4%, to $388.1 million.",
            ("4.4%", "9.4%"),
        ),
        (
            "Operating income was $64.4 million in the quarter, against $105.1 million in the prior year, and $152.6 "
            "million for the year, a decline of 36%.",
            ("152.6", "156.2"),
        ),
        (
            "At year-end, accounts receivable were $311.6 million, or $31.3 million lower.",
            ("311.6", "316.1"),
        ),
        ("Net sales were $588.7 million, 9% below a year ago.", ("9%", "6%")),
        ("Advertising as a share of net sales was 15.1%.", ("15.1", "11.5")),
        ("Personnel costs were $60.1 million, compared to $58.0 million a year ago.", ("60.1", "61.0")),
    ],
)
def test_a_maker_of_toys_is_read(said: str, wrong: tuple[str, str]) -> None:
    assert set(verdicts(TOYS, said)) == {"agrees"}
    assert loud(TOYS, said.replace(*wrong)) != []


SCHOOL = """
(In thousands)   | Three Months Ended May 31, 2024 | Three Months Ended May 31, 2023
Revenue          | 184,620 | 151,240
Bad debt expense | 8,615   | 5,840

Other Data

                              | May 31, 2024 | May 31, 2023
Total enrollment              | 82,415 | 68,940
New student starts (quarter)  | 24,815 | 22,640
Revenue per student (quarter) | $2,240 | $2,194
"""


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("Total enrollment at May 31, 2024 was 82,415, up from 68,940 a year before.", ("82,415", "84,215")),
        ("New student starts grew 9.6%, to 24,815.", ("24,815", "28,415")),
        ("Bad debt expense was $8.6 million, or 4.7% of revenue.", ("4.7%", "7.4%")),
    ],
)
def test_a_school_is_read(said: str, wrong: tuple[str, str]) -> None:
    assert set(verdicts(SCHOOL, said)) == {"agrees"}
    assert loud(SCHOOL, said.replace(*wrong)) != []


DEBTS = """
(In millions)                 | Year Ended December 31, 2024 | Year Ended December 31, 2023
Net sales                     | 3,910 | 4,280
Net income                    | 226   | 195

Adjusted EBITDA
(In millions)                 | Year Ended December 31, 2024 | Year Ended December 31, 2023
Net income                    | 226   | 195
Depreciation and amortization | 181   | 190
Interest and taxes            | 143   | 161
Stock-based compensation      | 26    | 15
Adjusted EBITDA               | 576   | 561

Capitalization
(In millions) | December 31, 2024 | December 31, 2023
Total debt    | 1,482 | 1,611
Net debt      | 1,268 | 1,443
"""


@pytest.mark.parametrize(
    "said",
    [
        "Net debt was $1.27 billion at year-end, 2.2 times Adjusted EBITDA, compared with 2.6 times a year ago.",
        "Debt to full-year Adjusted EBITDA was 2.6 times, compared with 2.9 times at the end of 2023.",
    ],
)
def test_so_many_times_another_is_a_quotient(said: str) -> None:
    assert set(verdicts(DEBTS, said)) == {"agrees"}
    assert set(verdicts(DEBTS, said.replace("2.2", "3.2").replace("2.6", "3.6"))) != {"agrees"}


def test_a_margin_told_behind_an_amount_and_the_rows_that_lead_to_an_adjusted_one() -> None:
    said = "Adjusted EBITDA was $576 million, a margin of 14.7%. Stock-based compensation totaled $26 million."
    assert verdicts(DEBTS, said) == ["agrees"] * 3
    assert loud(DEBTS, said.replace("14.7", "17.4")) != []
    assert loud(DEBTS, said.replace("$26", "$62")) == ["C001"]


RATIOS = f"""
(In millions)     | {_YEARS}
Net premiums      | 322.4 | 288.9 | 1,246.7 | 1,121.5
OIBDA             | 84.0  | 73.8  | 310.2   | 290.4
Revenue           | 231.2 | 209.8 | 905.1   | 860.3

Ratios

                  | {_YEARS}
Loss ratio        | 60.8% | 62.4% | 64.4% | 60.6%
Expense ratio     | 31.2% | 32.0% | 31.0% | 31.5%
Combined ratio    | 92.0% | 94.4% | 95.4% | 92.1%

Subscribers (in thousands)

                         | December 31, 2024 | December 31, 2023
Basic subscribers        | 1,284.6 | 1,302.9
Revenue generating units | 2,416.5 | 2,222.9
"""


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        (
            "For the full year, the combined ratio was 95.4%, consisting of a loss ratio of 64.4% and an expense ratio "
            "of 31.0%, compared to 92.1%, 60.6% and 31.5%, respectively, in 2023.",
            ("60.6", "66.0"),
        ),
        ("OIBDA margin was 36.3%, as compared with 35.2% in the fourth quarter of 2023.", ("36.3", "33.6")),
        ("Revenue generating units totaled 2.42 million, an increase of 8.7%.", ("8.7", "7.8")),
    ],
)
def test_an_insurer_and_a_cable_operator_are_read(said: str, wrong: tuple[str, str]) -> None:
    assert set(verdicts(RATIOS, said)) == {"agrees"}
    assert loud(RATIOS, said.replace(*wrong)) != []


def test_a_heading_that_names_what_all_of_an_insurer_does_names_no_segment() -> None:
    table = RATIOS.replace("OIBDA  ", "General and administrative underwriting expenses")
    said = "The combined ratio was 92.0%, compared to 94.4% a year ago."
    assert verdicts(table, "UNDERWRITING RESULTS", said) == ["agrees", "agrees"]
    assert loud(table, "UNDERWRITING RESULTS", said.replace("92.0", "90.2")) == ["C001"]
