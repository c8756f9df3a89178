"""Units and scales, from notes, labels, headings, neighbours and figures."""

import pytest

from tests.tables.drawn import facts, read, told

STATEMENT = """
# Statements of Operations (In thousands, except per share data)

                                | Three Months Ended June 30, 2025
Revenue                         | $12,000
Income before taxes             | 1,500
Income tax                      | 300
Net income                      | $1,200
Net income per share:           |
  Basic                         | $0.12
  Diluted                       | 0.11
Weighted average shares:        |
  Basic                         | 10,050
  Diluted                       | 10,900
Effective tax rate              | 20.0%
Stores open at end              | 41
"""


def test_a_statement() -> None:
    assert [f"{f.label}: {f.quantity.value} {f.quantity.unit}" for f in facts(STATEMENT)] == [
        "Revenue: 12000000 USD",
        "Income before taxes: 1500000 USD",
        "Income tax: 300000 USD",
        "Net income: 1200000 USD",
        "Basic: 0.12 USD/share",
        "Diluted: 0.11 USD/share",
        "Basic: 10050000 shares",
        "Diluted: 10900000 shares",
        "Effective tax rate: 20.0 percent",
        "Stores open at end: 41 count:stores",
    ]


def test_measures_come_from_label_and_headings() -> None:
    keys = [(f.measure.key, sorted(f.measure.qualifiers)) for f in facts(STATEMENT) if f.measure]
    assert keys[4:8] == [
        ("eps", ["basic"]), ("eps", ["diluted"]),
        ("weighted-average-shares", ["basic"]), ("weighted-average-shares", ["diluted"]),
    ]  # fmt: skip


def test_the_interval_is_the_worth_of_the_last_printed_digit() -> None:
    revenue = facts(STATEMENT)[0].quantity
    assert (revenue.low, revenue.high) == (11_999_500, 12_000_500)


def test_shares_printed_in_full_in_a_table_of_thousands() -> None:
    text = STATEMENT.replace("10,050", "10,050,000").replace("10,900", "10,900,000")
    assert "Basic: 10050000 shares, 2025-04-01/2025-06-30" in told(text)


def test_shares_beside_amounts() -> None:
    found = facts("""
# Statements of Stockholders' Equity (in millions; shares in thousands)

                          | Common Stock | <      | Retained Earnings
                          | Shares       | Amount |
Balance at March 31, 2025 | 9,000        | $9     | $400
Shares issued             | 50           | 1      | —
Balance at June 30, 2025  | 9,050        | $10    | $420
""")
    assert [f"{f.quantity.value} {f.quantity.unit} {f.period}" for f in found] == [
        "9000000 shares 2025-03-31", "9000000 USD 2025-03-31", "400000000 USD 2025-03-31",
        "50000 shares 2025-04-01/2025-06-30", "1000000 USD 2025-04-01/2025-06-30", "0 USD 2025-04-01/2025-06-30",
        "9050000 shares 2025-06-30", "10000000 USD 2025-06-30", "420000000 USD 2025-06-30",
    ]  # fmt: skip


def test_a_row_between_two_rows_of_shares_counts_shares() -> None:
    assert [
        f.quantity.unit
        for f in facts("""
# Earnings per share (in millions, except per share amounts)

                                        | Three Months Ended June 30, 2025
Net income                              | $12
Weighted average shares, basic          | 100
Effect of stock options                 | 4
Weighted average shares, diluted        | 104
""")
    ] == ["USD", "shares", "shares", "shares"]


def test_a_row_between_two_amounts_per_share_is_per_share() -> None:
    assert [
        f.quantity.unit
        for f in facts("""
# Reconciliation (in millions, except per share amounts)

                             | Three Months Ended June 30, 2025
Diluted EPS                  | $0.50
Restructuring                | 0.04
Tax effect                   | (0.01)
Adjusted diluted EPS         | $0.53
""")
    ] == ["USD/share"] * 4


def test_percentages_in_a_share_column_leave_the_amounts_alone() -> None:
    found = facts("""
# Loans (in thousands)

         | Dec 31, 2025 | %
Home     | 71,300       | 71%
Business | 28,700       | 29%
""")
    assert [f.quantity.unit for f in found] == ["USD", "percent", "USD", "percent"]


def test_a_table_that_says_nothing_counts_as_its_document_does() -> None:
    found = read("""
# Statements of Income (in thousands)

           | Year ended December 31, 2025
Revenue    | 12,000
Income tax | 30
Net income | 400

The parts of revenue follow.

      | 2025
North | 7,000
South | 5,000
""")
    assert [f.quantity.value for f in found.tables[1].facts] == [7_000_000, 5_000_000]


def test_a_document_that_says_nothing_is_held_against_its_prose() -> None:
    text = """
Sales were $12.0 million and net income was $400,000 for the quarter.

# Statements of Income

           | Three months ended June 30, 2025
Sales      | {sales}
Net income | {income}
"""
    assert facts(text.format(sales="12,000", income="400"))[0].quantity.value == 12_000_000
    assert facts(text.format(sales="12,000,000", income="400,000"))[0].quantity.value == 12_000_000


def test_the_parenthetical_balance_sheet() -> None:
    assert [
        f"{f.quantity.value} {f.quantity.unit}"
        for f in facts("""
# Balance Sheets (Parenthetical) (in thousands, except share and per share data)

                                       | June 30, 2025
Common stock, par value                | $0.01
Common stock, shares authorized        | 40,000,000
Common stock, shares issued            | 10,250,000
""")
    ] == ["0.01 USD/share", "40000000 shares", "10250000 shares"]


def test_terms_are_years() -> None:
    assert [
        f.quantity.unit
        for f in facts("""
# Leases (in millions)

                                             | June 30, 2025
Weighted average remaining lease term (years) | 5.2
Weighted average discount rate               | 4.1%
Lease liabilities                            | $52
""")
    ] == ["count:years", "percent", "USD"]


def test_shares_left_out_of_the_diluted_result() -> None:
    assert [
        f.quantity.unit
        for f in facts("""
Potential common shares excluded from the diluted result because they were antidilutive follow (in thousands):

              | Three Months Ended June 30, 2025
Stock options | 120
Convertible notes | 30
Total         | 150
""")
    ] == ["shares"] * 3


def test_barrels_are_counted_and_costs_of_each_are_prices() -> None:
    assert [
        f"{f.text}: {f.quantity.value} {f.quantity.unit} of {f.measure}"
        for f in facts("""
# Selected Financial and Operating Data ($ in thousands)

                         | Three Months Ended June 30, 2025
Revenue                  | 91,004
Pipeline fees            | 8,459
Combined volumes (MBoe)  | 1,579
Daily volumes (Boe/d)    | 17,354
Average Costs (per Boe): |
Lifting                  | 11.38
""")
    ] == [
        "91,004: 91004000 USD of revenue",
        "8,459: 8459000 USD of pipeline-fee",
        "1,579: 1579 count:items of combined-volume-mboe",
        "17,354: 17354 count:items of daily-volume-boe-d",
        "11.38: 11.38 USD of boe lifting",
    ]


def test_a_table_of_factors_of_earnings_per_share_counts_by_the_share() -> None:
    assert told("""
# Factors Impacting EPS

(In millions)

                      | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Consolidated earnings | $0.24                            | $0.22
Weather               | 0.01                             | (0.02)
""")[:2] == [
        "Consolidated earnings: 0.24 USD/share, 2025-04-01/2025-06-30",
        "Consolidated earnings: 0.22 USD/share, 2024-04-01/2024-06-30",
    ]


def test_references_to_notes_narrow_nothing() -> None:
    found = facts("""
# Statements of Income

(In millions)

                                    | 2025 (Notes) | 2024 (Note 3)
Net income as reported (see Note 2) | 204          | 125
""")
    assert [(str(f.measure), sorted(f.qualifiers)) for f in found] == [("net-income", []), ("net-income", [])]


def test_a_result_that_leaves_items_out_is_adjusted_also_below_its_heading() -> None:
    found = facts("""
# Financial Highlights

                               | Three Months Ended June 30, 2025
Basic earnings per share       |
- Excluding one-time items     | $0.24
- As reported                  | $0.27
""")
    assert [str(f.measure) for f in found] == ["adjusted basic eps", "basic eps"]


RECONCILED = """
# Adjusted net income and earnings per share (in thousands, except per share)

                                   | Three Months Ended June 30, 2025
Adjusted net income and earnings per share: |
  Net income                       | 3,882
  Legal settlement                 | 4,529
  Adjusted net income              | 8,411
  Diluted shares                   | 4,091
  Adjusted diluted earnings per share | 2.06
"""


def test_amounts_under_a_heading_that_names_the_result_by_the_share_as_well() -> None:
    assert [f"{f.label}: {f.quantity.unit}" for f in facts(RECONCILED)] == [
        "Net income: USD",
        "Legal settlement: USD",
        "Adjusted net income: USD",
        "Diluted shares: shares",
        "Adjusted diluted earnings per share: USD/share",
    ]


SILENT = """
# Reconciliation (dollars in thousands)

           | Three Months Ended June 30, 2025
Net income | 1,200
EBITDA     | 2,100

# Statements of Operations

                                   | Three Months Ended June 30, 2025
Revenue                            | 12,000
Net income                         | 1,200
Weighted average shares: diluted   | 10,900,345
"""


def test_shares_in_full_do_not_make_a_silent_table_one_of_single_dollars() -> None:
    assert told(SILENT)[:2] == [
        "Revenue: 12000000 USD, 2025-04-01/2025-06-30",
        "Net income: 1200000 USD, 2025-04-01/2025-06-30",
    ]


BY_QUARTER = """
Net interest income was $14.5 billion, compared with $14.1 billion.

In millions         | Quarter Ended June 30, 2025 | Quarter Ended June 30, 2024
Noninterest income  | 9,012                       | 8,430
Noninterest expense | 16,787                      | 15,731

# Net Interest Income

     | Amount
2Q24 | $14.1
2Q25 | $14.5
"""


@pytest.mark.parametrize(("said", "counted"), [("billion", 14_500_000_000), ("million", 14_500_000)])
def test_a_silent_table_of_decimals_counts_a_thousand_times_as_much_where_the_prose_says_so(
    said: str, counted: int
) -> None:
    last = read(BY_QUARTER.replace("billion", said)).facts[-1]
    assert (last.label, str(last.measure), last.quantity.value) == ("2Q25", "net-interest-income", counted)


MEMBERS = """
# Halden Health (in thousands)

Ending membership  | June 30, 2025 | June 30, 2024
Fully insured      | 1,999.8       | 2,286.5
Total membership   | 3,170.8       | 3,305.1
"""


def test_a_corner_says_what_a_table_without_a_sign_of_money_counts() -> None:
    assert [f"{f.label}: {f.quantity.value} {f.quantity.unit}" for f in facts(MEMBERS)[::2]] == [
        "Fully insured: 1999800 count:items",
        "Total membership: 3170800 count:items",
    ]
    assert facts(MEMBERS.replace("1,999.8", "$1,999.8"))[0].quantity.unit == "USD"


VISITORS = """
# Key figures (in millions, except per share and per capita amounts)

                     | Three Months Ended June 30, 2025
Revenue              | $490.2
Admission per capita | 40.31
"""


def test_an_amount_per_capita_is_printed_in_full() -> None:
    assert told(VISITORS)[1] == "Admission per capita: 40.31 USD, 2025-04-01/2025-06-30"


EACH = """
# Key figures (in millions)

         | Three Months Ended June 30, 2025
Revenues | 1,686

# Details

(per worker per month) | Three Months Ended June 30, 2025
Gross billings         | 11,895
Revenues               | 1,838
"""


def test_a_corner_may_say_of_each_of_what_a_table_is() -> None:
    assert told(EACH) == [
        "Gross billings: 11895 USD, 2025-04-01/2025-06-30",
        "Revenues: 1838 USD, 2025-04-01/2025-06-30",
    ]


SELLERS = """
# Sellers

                                 | June 30, 2025
Sales Leaders
Nordic                           | 1,203
Total Sales Leaders              | 26,998
Paid Affiliates
Total Paid Affiliates            | 120,291
"""


def test_those_who_sell_are_counted() -> None:
    assert told(SELLERS)[-2:] == [
        "Total Sales Leaders: 26998 count:items, 2025-06-30",
        "Total Paid Affiliates: 120291 count:items, 2025-06-30",
    ]


MARGINS_BESIDE = """
# Reconciliation (in millions, except per share)

              | Three Months Ended June 30, 2025
              | Operating Income | % Net Sales | Net Income
As reported   | 139.8            | 22.7%       | 105.0
As adjusted   | 18.1             | 2.9%        | 9.4
"""


def test_a_column_of_per_cent_of_sales_beside_a_result_is_its_margin() -> None:
    assert [(str(f.measure), f.text) for f in facts(MARGINS_BESIDE)] == [
        ("operating-income", "139.8"),
        ("operating-margin", "22.7%"),
        ("net-income", "105.0"),
        ("adjusted operating-income", "18.1"),
        ("adjusted operating-margin", "2.9%"),
        ("adjusted net-income", "9.4"),
    ]


QUOTED = """
# Operating expenses (in millions)

                                             | Three Months Ended June 30, 2025
Selling, general and administrative ("SG&A") | 44.6
Revenue from Continuing Operations           | 161.0
"""


def test_a_short_name_in_quotation_marks_narrows_nothing() -> None:
    assert [str(f.measure) for f in facts(QUOTED)] == ["selling-general-administrative", "revenue"]


def test_an_amount_to_the_cent_is_none_of_thousands_where_nothing_is_said() -> None:
    found = facts("""
# Statements of Operations (In thousands)

                        | Three Months Ended June 30, 2025
Revenue                 | $242,920
Net income              | 6,942

# Operating Statistics

                        | Three Months Ended June 30, 2025
Cost of each connection | $21.94
CPGA                    | $381
""")
    assert [str(f.quantity.value) for f in found] == ["21.94", "381"]


def test_units_behind_a_label_are_counted() -> None:
    (printers,) = facts("""
# Supplemental data (In thousands, except units)

                         | Three Months Ended June 30, 2025
Printers shipped (units) | 41,207
""")
    assert (str(printers.quantity.value), printers.quantity.unit) == ("41207", "count:units")


def test_users_and_payers_are_counted() -> None:
    found = facts("""
# Key metrics (In thousands)

                          | Three Months Ended June 30, 2025
Average DAUs              | 8,412
Average monthly payers    | 1,684
Net paid additions        | 340
ABPDAU                    | $0.42
""")
    assert [(str(f.quantity.value), f.quantity.unit) for f in found] == [
        ("8412000", "count:items"),
        ("1684000", "count:items"),
        ("340000", "count:items"),
        ("0.42", "USD"),
    ]


HOTELS = """
                                                                 | Three Months Ended June 30, 2025
($ amounts in thousands, except hotel statistics and per share amounts) |
  Net income                     | 15,157
  Number of hotels               | 30
  Average daily rate             | 285.71
  RevPAR                         | 206.54
  Hotel EBITDA                   | 84,869
"""


def test_the_thousands_of_a_block_are_none_of_its_prices() -> None:
    values = {f.label: f.quantity.value for f in facts(HOTELS)}
    assert (str(values["Average daily rate"]), str(values["RevPAR"])) == ("285.71", "206.54")
    assert values["Hotel EBITDA"] == 84_869_000


def test_another_table_below_one_in_thousands_counts_its_stores_in_full() -> None:
    found = facts("""
# Balance Sheets (In thousands)

             | June 30, 1998 | June 30, 1997
Cash         | $4,120        | $3,377
Total assets | $92,334       | $75,027

Store data                    | Quarter Ended June 30, 1998 | Quarter Ended June 30, 1997
Stores at beginning of period | 204                         | 171
  Opened                      | 11                          | 9
  Closed                      | (2)                         | (1)
Stores at end of period       | 213                         | 179
""")
    assert [f"{f.label}: {f.quantity.value} {f.quantity.unit}" for f in found[::2]] == [
        "Stores at beginning of period: 204 count:stores",
        "Opened: 11 count:stores",
        "Closed: -2 count:stores",
        "Stores at end of period: 213 count:stores",
    ]


def test_a_heading_that_notes_a_volume_counts_its_rows() -> None:
    found = facts("""
# Operating Statistics

                                 | Three Months Ended June 30, 2001
Electric sales (millions of kWh) |
  Residential                    | 1,102
  Commercial                     | 1,231
""")
    assert [f"{f.quantity.value} {f.quantity.unit}" for f in found] == [
        "1102000000 count:items",
        "1231000000 count:items",
    ]


def test_statistics_below_a_statement_in_thousands_are_counted_in_full() -> None:
    found = facts("""
# Statements of Income (In thousands, except per share data)

                          | Three Months Ended June 30, 1997
Operating revenue         | $74,218
Net earnings              | 2,718
Operating statistics:     |
Operating ratio           | 92.4%
Total miles (000s)        | 56,910
Loads                     | 118,402
Tractors at end of period | 2,310
""")
    assert [f"{f.quantity.value} {f.quantity.unit}" for f in found[2:]] == [
        "92.4 percent",
        "56910000 count:items",
        "118402 count:items",
        "2310 count:items",
    ]
