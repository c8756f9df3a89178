"""Balances among flows, roll-forwards, and the fiscal calendar that the tables imply."""

from datetime import date

import pytest

from auditor.model.calendar import UNKNOWN, FiscalCalendar
from auditor.model.period import Period, months_ended
from auditor.tables.periods import is_stock, moment
from tests.tables.drawn import facts, read, told


def test_cash_at_the_beginning_and_the_end() -> None:
    found = facts("""
# Statements of Cash Flows

                                    | Six Months Ended June 30, 2025
Net cash from operating activities  | 30
Net cash used in investing activities | (10)
Cash, beginning of period           | 100
Cash, end of period                 | 120
""")
    assert [str(f.period) for f in found] == [
        "2025-01-01/2025-06-30", "2025-01-01/2025-06-30", "2024-12-31", "2025-06-30",
    ]  # fmt: skip


def test_rows_between_dated_balances_run_from_one_to_the_other() -> None:
    assert (
        told("""
# Statements of Stockholders' Equity

                          | Total
Balance at March 31, 2025 | $100
Net income                | 20
Balance at June 30, 2025  | $120
""")[1]
        == "Net income: 20 USD, 2025-04-01/2025-06-30"
    )


def test_a_roll_forward_under_a_date_runs_from_the_beginning_of_the_year() -> None:
    found = read("""
# Statements of Income

           | Six Months Ended June 30, 2025
Revenue    | 10
Income tax | 1
Net income | 2

The table rolls the warranty reserve forward.

                  | June 30, 2025
Beginning balance | $8
Additions         | 3
Ending balance    | $9
""")
    assert [str(f.period) for f in found.tables[1].facts] == ["2024-12-31", "2025-01-01/2025-06-30", "2025-06-30"]


@pytest.mark.parametrize(
    ("label", "when"),
    [
        ("Cash at beginning of year", "begin"),
        ("Balance, end of period", "end"),
        ("Shares outstanding at period-end", "end"),
        ("Gains recognized during the period on stock held at the end of the period", ""),
        ("Pending sales", ""),
        ("Lending income", ""),
    ],
)
def test_the_moment_of_a_label(label: str, when: str) -> None:
    assert moment(label) == when


def test_balances_by_their_words() -> None:
    assert is_stock("Identifiable operating assets")
    assert not is_stock("Depreciation of operating assets")


# ---------------------------------------------------------------------------------------------- the calendar


def test_a_fiscal_year_that_ends_in_march() -> None:
    calendar = FiscalCalendar(3)
    assert calendar.quarter(2007, 2) == months_ended(date(2006, 9, 30), 3)
    assert calendar.year(2007) == Period(date(2006, 4, 1), date(2007, 3, 31))
    assert calendar.half(2007, 1) == Period(date(2006, 4, 1), date(2006, 9, 30))
    assert calendar.to_date(2007, 3) == Period(date(2006, 4, 1), date(2006, 12, 31))
    assert calendar.place(date(2006, 9, 30)) == (2007, 2)
    assert calendar.before(calendar.quarter(2007, 1)) == calendar.quarter(2006, 4)
    assert calendar.year_before(calendar.quarter(2007, 2)) == calendar.quarter(2006, 2)


def test_weeks_end_on_the_printed_days() -> None:
    ends = (date(2023, 10, 28), date(2024, 2, 3), date(2024, 11, 2))
    calendar = FiscalCalendar(1, named_for_end=False, weeks=True, ends=ends)
    assert calendar.quarter(2024, 3) == Period(date(2024, 8, 4), date(2024, 11, 2))
    assert calendar.year(2023).end == date(2024, 2, 3)
    assert calendar.place(date(2024, 2, 3)) == (2023, 4)


def test_the_document_tells_its_calendar() -> None:
    calendar = read("""
# Statements of Operations

        | Three Months Ended September 30, | <    | Six Months Ended September 30, | <
        | 2025 | 2024 | 2025 | 2024
Revenue | 10   | 9    | 21   | 18
""").calendar
    assert (calendar.year_end, calendar.weeks) == (3, False)
    assert calendar.reported == months_ended(date(2025, 9, 30), 3)
    assert calendar.fiscal_year_of(calendar.reported.end) == 2026


def test_fiscal_years_called_by_their_beginning() -> None:
    calendar = read("""
Net sales of fiscal 2024 rose, as they did in the third quarter of fiscal 2024 ended November 2, 2024.

# Statements of Income

          | Thirteen Weeks Ended | <                | Thirty-Nine Weeks Ended | <
          | November 2, 2024     | October 28, 2023 | November 2, 2024        | October 28, 2023
Net sales | 10 | 9 | 30 | 28
""").calendar
    assert (calendar.year_end, calendar.named_for_end, calendar.weeks) == (1, False, True)


def test_a_year_that_ends_in_autumn_is_called_by_its_end() -> None:
    calendar = read("""
Net sales for the year ended October 31, 2025 rose. The rule adopted in fiscal 2024 reduced fiscal year 2024 earnings.

# Statements of Income

          | Three Months Ended | <                | Years Ended      | <
          | October 31, 2025   | October 31, 2024 | October 31, 2025 | October 31, 2024
Net sales | 10 | 9 | 30 | 28
""").calendar
    assert calendar.fiscal_year_of(calendar.reported.end) == 2025


def test_a_year_is_called_as_the_headline_calls_it_though_the_one_before_is_told_of_more() -> None:
    calendar = read("""
# Halden Schools Reports Fiscal 2025 Results

Revenue rose from that of fiscal 2024. Costs rose from those of fiscal 2024, and a charge of fiscal 2024 did not recur.

# Statements of Income

        | Three Months Ended May 31, | <    | Years Ended May 31, | <
        | 2025                       | 2024 | 2025                | 2024
Revenue | 10 | 9 | 30 | 28
""").calendar
    assert calendar.fiscal_year_of(calendar.reported.end) == 2025


def test_a_document_without_dates_reports_nothing_known() -> None:
    assert read("Sales rose.").calendar.reported == UNKNOWN


def test_maturities_are_owed_at_the_balance_date() -> None:
    found = read("""
# Balance Sheets

                  | June 30, 2025 | December 31, 2024
Total assets      | 90            | 80
Total liabilities | 40            | 30

Maturities of lease liabilities follow.

Remainder of 2025 | $10
2026              | 20
2027              | 5
Thereafter        | 4
""")
    assert {str(f.period) for f in found.tables[1].facts} == {"2025-06-30"}


def test_a_text_without_dated_headers_reports_the_quarter_that_it_names() -> None:
    reported = read("""
Halden, January 29, 2009. Net income in the fourth quarter of 2008 was $4 million, compared to $6 million in the fourth
quarter of 2007. Growth is expected in the first quarter of 2009.
""").calendar.reported
    assert str(reported) == "2008-10-01/2008-12-31"


def test_a_text_that_names_no_quarter_reports_the_year_that_it_names() -> None:
    assert str(read("Net income for fiscal 2008 was $4 million.").calendar.reported) == "2008-01-01/2008-12-31"


def test_a_year_that_ended_on_a_day_ended_its_last_quarter() -> None:
    reported = read("""
Results for the fourth quarter and full year of fiscal year 2024, which ended on June 30, 2024, follow.
""").calendar.reported
    assert str(reported) == "2024-04-01/2024-06-30"


def test_the_day_of_release_is_the_latest_date_near_the_beginning() -> None:
    reported = read("""
Total debt was $5 million as of June 30, 2026. Net sales in the second quarter of 2026 were $4 million, compared to $3
million in the second quarter of 2025.
""").calendar.reported
    assert str(reported) == "2026-04-01/2026-06-30"


def test_a_day_in_a_list_of_days_is_none_of_release() -> None:
    reported = read("""
Sales were $4 million, $3 million and $2 million for the three months ended June 30, 2025, March 31, 2025 and June 30,
2024, respectively.

In thousands | Three months ended June 30, 2025 | Three months ended March 31, 2025
Sales        | 4,012                            | 3,007
""").calendar.reported
    assert str(reported) == "2025-04-01/2025-06-30"


def test_weeks_that_ended_on_a_day_tell_what_is_reported() -> None:
    reported = read("""
Net sales for the 13 weeks ended October 27, 2012 were $4 million compared to $3 million for the 13 weeks ended
October 29, 2011. Sales rose during the third quarter.
""").calendar.reported
    assert reported.end.isoformat() == "2012-10-27"


def test_months_that_ended_later_than_the_quarter_most_spoken_of() -> None:
    reported = read("""
For the prior year second quarter ended June 30, 2012, the net loss was $4 million. Without charges it was $3 million
for the second quarter ended June 30, 2012. For the six months ended June 30, 2013, net income was $5 million.
""").calendar.reported
    assert str(reported) == "2013-04-01/2013-06-30"


RELEASED = """
Halden reports its second quarter

PORT ALDEN, July 29, 2025 - Halden reported its results.

# Statements of Income

           | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Revenue    | 412 | 380

# Outlook

           | Three Months Ended September 30, 2025
Revenue    | 420
Net income | 30

# More of the outlook

           | Three Months Ended September 30, 2025
Shares     | 40
"""


def test_no_quarter_is_reported_that_ends_after_the_day_of_the_release() -> None:
    assert str(read(RELEASED).calendar.reported) == "2025-04-01/2025-06-30"


def test_the_quarter_of_bare_years_is_the_one_that_the_text_names_where_their_year_had_not_ended() -> None:
    text = """FOR IMMEDIATE RELEASE - April 27, 2004

Halden Power Reports First Quarter Earnings

Halden Power today reported first quarter 2004 earnings of $0.68 per share.

           | Quarter Ended |
           | 2004          | 2003
Electric   | 878           | 823
Gas        | 350           | 398
Net income | 124           | 163
"""
    (grid,) = read(text).tables
    assert [str(c.period) for c in grid.columns] == ["2004-01-01/2004-03-31", "2003-01-01/2003-03-31"]


def test_twelve_months_beside_their_four_quarters_are_no_fiscal_year() -> None:
    lengths = ["Three Months Ended"] * 4 + ["Twelve Months Ended"]
    ends = ["June 30, 2021", "September 30, 2021", "December 31, 2021", "March 31, 2022", "March 31, 2022"]
    heads = " | ".join(f"{length} {end}" for length, end in zip(lengths, ends, strict=True))
    text = f"""
# Adjusted EBITDA (in thousands)

In thousands    | {heads}
Net income      | 10 | 11 | 12 | 13 | 46
Taxes           | 1  | 2  | 3  | 4  | 10

# Balance Sheets (in thousands)

               | March 31, 2022 | December 31, 2021
Cash           | 20             | 18
Total assets   | 90             | 80
Total liabilities | 50          | 45
Total equity   | 40             | 35
"""
    assert read(text).calendar.year_end == 12


def test_rows_that_are_lengths_of_time_date_figures_of_what_their_columns_are_called() -> None:
    found = facts("""
In thousands                     | Revenue | Net income
Three months ended June 30, 2025 | $43,512 | $3,104
Six months ended June 30, 2024   | 81,007  | 5,904
Year ended December 31, 2024     | 163,044 | 11,213
""")
    assert [(str(f.measure), str(f.period)) for f in found] == [
        ("revenue", "2025-04-01/2025-06-30"), ("net-income", "2025-04-01/2025-06-30"),
        ("revenue", "2024-01-01/2024-06-30"), ("net-income", "2024-01-01/2024-06-30"),
        ("revenue", "2024-01-01/2024-12-31"), ("net-income", "2024-01-01/2024-12-31"),
    ]  # fmt: skip


def test_rows_that_are_days_date_balances_of_what_their_columns_are_called() -> None:
    found = facts("""
In thousands      | Total assets | Total deposits
June 30, 2025     | $53,512      | $43,504
December 31, 2024 | 51,007       | 41,004
""")
    assert [(str(f.measure), str(f.period)) for f in found] == [
        ("total-assets", "2025-06-30"), ("deposits", "2025-06-30"),
        ("total-assets", "2024-12-31"), ("deposits", "2024-12-31"),
    ]  # fmt: skip


def test_thirty_six_weeks_in_quarters_of_twelve_begin_with_the_year() -> None:
    calendar = read("""
Results for the third quarter ended September 5, 1998.

           | 12 Weeks Ended 9/5/98 | 12 Weeks Ended 9/6/97 | 36 Weeks Ended 9/5/98 | 36 Weeks Ended 9/6/97
Revenue    | 259.6                 | 280.3                 | 831.1                 | 889.2
Net income | 23.6                  | (16.5)                | 69.3                  | 30.5
""").calendar
    assert calendar.year_end == 12
    assert str(calendar.to_date(1998, 3)) == "1997-12-28/1998-09-05"
