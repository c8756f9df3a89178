"""Rows as an outline."""

import pytest

from tests.tables.drawn import facts, table


def outline(text: str) -> list[str]:
    return [" / ".join([*row.path, row.label]) + (" *" if row.total else "") for row in table(text).rows]


def test_indentation_and_totals() -> None:
    assert outline("""
# Balance Sheets

                           | June 30, 2025
                    ASSETS |
Current assets:            |
  Cash                     | $10
  Inventories              | 20
    Total current assets   | 30
Equipment                  | 15
    Total assets           | $45
""") == [
        "ASSETS",
        "ASSETS / Current assets",
        "ASSETS / Current assets / Cash",
        "ASSETS / Current assets / Inventories",
        "ASSETS / Current assets / Total current assets *",
        "ASSETS / Equipment",
        "ASSETS / Total assets *",
    ]


def test_headings_without_indentation() -> None:
    assert outline("""
# Statements of Income

                      | 2025
Net income per share: |
Basic                 | $0.10
Diluted               | $0.09
Weighted shares:      |
Basic                 | 100
""") == [
        "Net income per share",
        "Net income per share / Basic",
        "Net income per share / Diluted",
        "Weighted shares",
        "Weighted shares / Basic",
    ]


def test_figures_on_the_line_after_their_label() -> None:
    assert [
        f.label
        for f in facts("""
# Statements of Income

                                           | Year ended December 31, 2025
Revenue                                    | 10
Income before the effect of a change in accounting |
                                           | 7
""")
    ] == ["Revenue", "Income before the effect of a change in accounting"]


def test_a_ruled_row_without_a_label_is_a_total() -> None:
    rows = table("""
# Statements of Income

        | Year ended December 31, 2025
Selling | 10
General | 7
--------|---
        | 17
""").rows
    assert [row.total for row in rows] == [False, False, True]


def test_a_heading_that_stands_further_in_than_its_rows() -> None:
    assert outline("""
# Statements of Income

                       | 2025
Net earnings           | $910
   Earnings per share: |
Before changes         | $0.60
Net earnings           | $0.55
   Shares:             |
Average                | 1,650
""") == [
        "Net earnings",
        "Earnings per share",
        "Earnings per share / Before changes",
        "Earnings per share / Net earnings",
        "Shares",
        "Shares / Average",
    ]


def test_a_label_may_stand_between_the_figures() -> None:
    found = facts("""
       |        |        | (In thousands) |        |
       | 2024   | 2023   |                | 2022   | 2021
       | 45,210 | 41,020 | Revenue        | 38,400 | 36,150
       | 3,105  | 2,790  | Net income     | 2,010  | 1,205
""")
    assert [(f.label, f.text) for f in found][:3] == [
        ("Revenue", "45,210"),
        ("Revenue", "41,020"),
        ("Revenue", "38,400"),
    ]


def test_a_heading_of_parts_stands_below_the_heading_of_what_they_are_of() -> None:
    found = facts("""
                        | 2024  | 2023
Gross profit:           |       |
Building materials:     |       |
Gravel                  | 379   | 326
Asphalt                 | 25    | 27
Total building materials | 404  | 353
Specialties             | 25    | 22
""")
    assert [f"{f.label}: {f.measure}" for f in found if f.column == 1] == [
        "Gravel: gravel gross-profit",
        "Asphalt: asphalt gross-profit",
        "Total building materials: building material gross-profit",
        "Specialties: specialty gross-profit",
    ]


@pytest.mark.parametrize(("total", "measure"), [("400", "operating-expenses"), ("500", "None")])
def test_a_row_without_a_label_is_what_its_heading_says_only_where_it_sums_the_rows(total: str, measure: str) -> None:
    last = facts(f"""
In thousands           | Quarter Ended June 30, 2025
Operating expenses:
  Wages                | 300
  Rent                 | 100
                       | {total}
""")[-1]
    assert str(last.measure) == measure


HOMES = """
# Operating Data

                                                      | June 30, 2025 | June 30, 2024
Homes delivered                                       |
  North                                               | 412           | 468
  South                                               | 688           | 640
Total                                                 | 1,100         | 1,108
Home sales revenues (in thousands)                    |
  North                                               | $262,310      | $301,204
  South                                               | 301,882       | 296,110
Total                                                 | $564,192      | $597,314
Average sales price of homes delivered (in thousands) |
  North                                               | $637          | $644
  South                                               | $439          | $463
Total                                                 | $513          | $539
Net new home orders                                   |
  North                                               | 398           | 288
  South                                               | 702           | 411
Total                                                 | 1,100         | 699
"""


def test_a_bare_total_that_stands_further_out_is_of_the_rows_that_it_sums() -> None:
    totals = [(str(f.measure), f.quantity.value) for f in facts(HOMES) if f.label == "Total"][::2]
    assert totals == [
        ("deliveries", 1100),
        ("home revenue", 564192000),
        ("average-selling-price", 513000),
        ("orders", 1100),
    ]


def test_a_unit_note_in_a_heading_ends_with_the_rows_of_that() -> None:
    assert [f.quantity.value for f in facts(HOMES) if str(f.measure) == "north orders"] == [398, 288]


def test_a_bare_total_that_does_not_sum_the_last_rows_is_of_no_heading() -> None:
    assert (
        outline("""
# Orders

         | 2025
North    |
  Pumps  | 10
  Valves | 20
South    |
  Pumps  | 30
  Valves | 40
Total    | 100
""")[-1]
        == "Total *"
    )
