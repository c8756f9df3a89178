"""Headers over several lines and spans, and the periods that they give their columns."""

from auditor.tables.columns import spoken
from tests.tables.drawn import periods, read, table, told


def test_a_date_over_three_lines() -> None:
    found = table("""
# Statements of Operations (in thousands)

        | Three Months Ended | <    | Six Months Ended | <
        | September 30,      | <    | September 30,    | <
        | 2006               | 2005 | 2006             | 2005
Revenue | 2,946              | 5,705 | 9,512           | 9,000
""")
    assert [c.header for c in found.columns] == [
        "Three Months Ended September 30, 2006",
        "Three Months Ended September 30, 2005",
        "Six Months Ended September 30, 2006",
        "Six Months Ended September 30, 2005",
    ]
    assert [str(c.period) for c in found.columns] == [
        "2006-07-01/2006-09-30",
        "2005-07-01/2005-09-30",
        "2006-04-01/2006-09-30",
        "2005-04-01/2005-09-30",
    ]


def test_a_balance_sheet_has_instants() -> None:
    assert periods("""
# Balance Sheets

             | June 30, | March 31,
             | 2025     | 2025
Total assets | 900      | 880
Total liabilities | 300 | 290
""") == ["2025-06-30", "2025-03-31"]


def test_the_title_gives_the_length_that_columns_leave_open() -> None:
    assert periods("""
# Statements of Income

# For the three months ended March 31,

           | 2024 | 2023
Revenue    | 10   | 9
Income tax | 1    | 1
Net income | 2    | 1
""") == ["2024-01-01/2024-03-31", "2023-01-01/2023-03-31"]


def test_the_title_s_length_is_not_the_balance_date_s() -> None:
    assert periods("""
# Results for the three months ended June 30, 2025

          | June 30, 2025 | December 31, 2024
Inventory | 40            | 42
""") == ["2025-06-30", "2024-12-31"]


def test_a_header_in_the_middle_switches_the_columns() -> None:
    assert told("""
# Sales (in millions)

      | Three Months Ended June 30, | <
      | 2025 | 2024
East  | 10   | 9
      | Six Months Ended June 30, | <
      | 2025 | 2024
East  | 21   | 18
""") == [
        "East: 10000000 USD, 2025-04-01/2025-06-30",
        "East: 9000000 USD, 2024-04-01/2024-06-30",
        "East: 21000000 USD, 2025-01-01/2025-06-30",
        "East: 18000000 USD, 2024-01-01/2024-06-30",
    ]


def test_headings_in_the_body_date_the_rows_below() -> None:
    assert told("""
# Sales by market

      | Home | Abroad
Three Months Ended June 30, 2025 |
Sales | $10  | $20
Three Months Ended June 30, 2024 |
Sales | $9   | $18
""") == [
        "Sales: 10 USD, 2025-04-01/2025-06-30",
        "Sales: 20 USD, 2025-04-01/2025-06-30",
        "Sales: 9 USD, 2024-04-01/2024-06-30",
        "Sales: 18 USD, 2024-04-01/2024-06-30",
    ]


def test_years_beside_the_labels_date_the_rows() -> None:
    assert told("""
# Segments (in millions)

      |      | Three Months Ended September 30 | <
      |      | Sales | Profit
North | 2025 | $40   | $4
      | 2024 | 38    | 3
South | 2025 | 20    | 2
      | 2024 | 19    | 1
""")[:4] == [
        "North: 40000000 USD, 2025-07-01/2025-09-30",
        "North: 4000000 USD, 2025-07-01/2025-09-30",
        "North: 38000000 USD, 2024-07-01/2024-09-30",
        "North: 3000000 USD, 2024-07-01/2024-09-30",
    ]


def test_a_table_goes_on_without_its_header() -> None:
    found = read("""
# Balance Sheets (in thousands)

             | June 30, 2025 | March 31, 2025
Cash         | 10            | 11
Total assets | 90            | 80

Payables          | 20 | 21
Total liabilities | 40 | 41
""")
    assert [str(c.period) for c in found.tables[1].columns] == ["2025-06-30", "2025-03-31"]
    assert found.tables[1].facts[0].quantity.value == 20_000


def test_named_quarters_follow_the_fiscal_calendar() -> None:
    assert periods("""
Lumen Tools today reported results for its first quarter ended October 31, 2025, of fiscal 2026.

# Sales

      | Q1 FY26 | Q4 FY25 | FY25
Sales | $10     | $9      | $38
""") == ["2025-08-01/2025-10-31", "2025-05-01/2025-07-31", "2024-08-01/2025-07-31"]


def test_of_two_dates_in_the_introduction_the_one_of_the_column_s_year() -> None:
    assert periods("""
Inventories as of June 30, 2025 and December 31, 2024, were as follows (in millions):

      | 2025 | 2024
Parts | $10  | $9
""") == ["2025-06-30", "2024-12-31"]


def test_columns_between_two_balance_dates_run_from_one_to_the_other() -> None:
    assert periods("""
# Goodwill (in millions)

      | June 30, 2024 | Additions | Other | June 30, 2025
North | $10           | $2        | $(1)  | $11
""") == ["2024-06-30", "2024-07-01/2025-06-30", "2024-07-01/2025-06-30", "2025-06-30"]


def test_the_days_of_one_cell_over_two_columns_are_of_one_each() -> None:
    assert periods("""
# Statements of Operations (in thousands)

        | Three Months            | <
        | Ended July 4, June 28,  | <
        | 2015        | 2014
Revenue | 2,946       | 2,705
""") == ["2015-04-05/2015-07-04", "2014-03-30/2014-06-28"]


def test_signs_in_a_header_narrow_nothing() -> None:
    """ "Net Earnings/(Loss)" over a column is net income, and no part of it."""
    assert spoken("Three Months Ended September 30 Net Earnings/(Loss)").words == "Net Earnings"
