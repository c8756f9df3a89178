"""Facts of labels and cells together: places, order, determinism."""

from tests.tables.drawn import document, facts, read, told

SHEET = """
# Balance Sheets (in thousands, except share data)

                                                                  | June 30, 2025 | March 31, 2025
Receivables, net of allowance of $80 at June 30, 2025 and $95 at March 31, 2025 | 2,500 | 5,800
Total assets                                                      | 9,000 | 9,900
Total liabilities                                                 | 4,000 | 4,100
Common stock, $.01 par value; 40,000,000 shares authorized; 10,250,000 and 10,100,000 shares issued | 103 | 101
"""


def test_figures_of_labels_come_before_those_of_their_row() -> None:
    assert told(SHEET)[:4] == [
        "Receivables, net of allowance of $80 at June 30, 2025 and $95 at March 31, 2025: 80000 USD, 2025-06-30",
        "Receivables, net of allowance of $80 at June 30, 2025 and $95 at March 31, 2025: 95000 USD, 2025-03-31",
        "Receivables, net of allowance of $80 at June 30, 2025 and $95 at March 31, 2025: 2500000 USD, 2025-06-30",
        "Receivables, net of allowance of $80 at June 30, 2025 and $95 at March 31, 2025: 5800000 USD, 2025-03-31",
    ]


def test_par_value_and_shares_in_full() -> None:
    common = [f for f in facts(SHEET) if f.label.startswith("Common")]
    assert [f"{f.text} {f.quantity.value} {f.quantity.unit} {f.period}" for f in common] == [
        "$.01 0.01 USD/share 2025-06-30",
        "40,000,000 40000000 shares 2025-06-30",
        "10,250,000 10250000 shares 2025-06-30",
        "10,100,000 10100000 shares 2025-03-31",
        "103 103000 USD 2025-06-30",
        "101 101000 USD 2025-03-31",
    ]
    assert [f.origin for f in common] == ["label"] * 4 + ["cell"] * 2


def test_every_fact_stands_where_it_says() -> None:
    text = document(SHEET)
    for fact in facts(SHEET):
        assert text.slice(fact.span) == fact.text


def test_the_row_is_named_by_the_head_of_its_label() -> None:
    cells = [f for f in facts(SHEET) if f.label.startswith("Receivables") and f.origin == "cell"]
    assert {f.measure.key for f in cells if f.measure} == {"accounts-receivable"}


def test_the_same_document_gives_the_same_tables() -> None:
    assert read(SHEET) == read(SHEET)


def test_a_dash_is_a_nil() -> None:
    assert (
        told("""
# Statements of Income (in thousands)

           | Year ended December 31, 2025
Revenue    | 10
Impairment | —
""")[1]
        == "Impairment: 0 USD, 2025-01-01/2025-12-31"
    )


def test_nothing_to_read() -> None:
    assert read("No table here.").tables == ()
    assert read("Name | Place\nA | B").facts == ()


def test_a_book_value_is_a_balance_whatever_heads_its_column() -> None:
    found = facts("""
# Financial Highlights

                                    | Three Months Ended June 30, 2025
Net income                          | $91
Per share                           |
Book value per share                | $37.73
""")
    assert {str(f.period) for f in found if f.label == "Book value per share"} == {"2025-06-30"}


def test_a_heading_may_say_that_its_rows_are_balances_and_a_first_total_does_not_end_it() -> None:
    found = facts("""
# Selected Data (in thousands)

                                              | Quarter Ended June 30, 2025
Net income                                    | 8,686
Book value per common share at period-end     |
Total                                         | 7.25
Tangible                                      | 5.31
""")
    assert [f"{f.label}: {f.quantity.value} {f.quantity.unit}, {f.period}" for f in found[1:]] == [
        "Total: 7.25 USD/share, 2025-06-30",
        "Tangible: 5.31 USD/share, 2025-06-30",
    ]


def test_rows_under_units_are_counted_in_a_table_of_money() -> None:
    found = facts("""
# Selected Data (in thousands)

              | Quarter Ended June 30, 2025
Revenue       | $332,478
Units:        |
New contracts | 1,163
""")
    assert [f.quantity.unit for f in found] == ["USD", "count:units"]


def test_shares_at_the_end_of_a_period_are_no_average() -> None:
    found = facts("""
# Selected Data (in thousands)

                                               | Quarter Ended June 30, 2025
Net income                                     | $8,686
Shares used in computing earnings per share    |
Basic shares                                   | 45,362
End of period common shares outstanding        | 45,392
""")
    assert [str(f.measure) for f in found[1:]] == ["basic weighted-average-shares", "shares-outstanding"]


def test_balances_under_their_heading_in_a_table_of_quarters() -> None:
    found = facts("""
# Financial Supplement (in thousands)

                             | Quarter Ended June 30, 2025
EARNINGS STATEMENT DATA:     |
Net interest income          | 4,998
BALANCE SHEET DATA:          |
Total assets                 | 601,400
AVERAGE BALANCE SHEET DATA:  |
Total assets                 | 598,100
""")
    assert [str(f.period) for f in found] == ["2025-04-01/2025-06-30", "2025-06-30", "2025-04-01/2025-06-30"]
