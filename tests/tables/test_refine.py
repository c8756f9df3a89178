"""What a table says as a whole of its figures."""

from tests.tables.drawn import facts, read

SEGMENTS = """
# Segment Information (in thousands)

                 | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Truckload        |         |
Revenue          | 214,306 | 214,002
Operating income | 17,300  | 22,900
Dedicated        |         |
Revenue          | 142,908 | 119,300
Operating income | 14,100  | 12,200
"""

STATISTICS = """
# Statements of Income (in thousands)

                          | Three Months Ended June 30, 2025
Revenue                   | 412,600
Net income                | 21,400

# Operating Statistics

                          | Three Months Ended June 30, 2025
Operating ratio           | 92.4%
Tractors in service       | 2,987
Revenue per tractor per week | $4,010
"""


def test_rows_that_repeat_are_told_apart_by_the_headings_above_them() -> None:
    assert [f"{f.text} {'/'.join(f.qualifiers)} {f.measure}" for f in facts(SEGMENTS)][::2] == [
        "214,306 truckload revenue",
        "17,300 truckload operating-income",
        "142,908 dedicated revenue",
        "14,100 dedicated operating-income",
    ]


def test_statistics_without_a_unit_line_are_no_thousands() -> None:
    assert [f"{f.quantity.value} {f.quantity.unit}" for f in facts(STATISTICS)] == [
        "92.4 percent",
        "2987 count:items",
        "4010 USD",
    ]


def test_a_title_that_names_an_adjusted_row_and_another_adjusts_that_row_alone() -> None:
    table = """
# Adjusted EBITDA and Free Cash Flow (in millions)

                | Three Months Ended June 30, 2025
Net income      | 21
Adjusted EBITDA | 48
Free cash flow  | 30
"""
    assert [f"{f.text} {'/'.join(f.qualifiers)}" for f in facts(table)] == ["21 ", "48 ", "30 "]
    assert [f"{f.text} {'/'.join(f.qualifiers)}" for f in facts(table.replace(" and Free Cash Flow", ""))] == [
        "21 adjusted",
        "48 adjusted",
        "30 adjusted",
    ]


SIBLINGS = """
# Third Quarter Segments Summary

                 | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Net revenues     | 274.7 | 371.7
Operating income | 5.7   | 16.0

# Caravans and Tents

                 | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Net revenues     | 314.2 | 291.2
Operating income | 16.0  | 9.1

# Boats

                 | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Net revenues     | 95.1  | 100.7
Operating income | 8.9   | 9.4
"""


def test_tables_of_the_same_rows_are_of_the_parts_that_stand_over_them() -> None:
    tables = read(SIBLINGS).tables
    assert [sorted(t.facts[0].qualifiers) for t in tables] == [["segment"], ["caravan", "tent"], ["boat"]]
    plain = read(SIBLINGS.replace("314.2", "274.7").replace("291.2", "371.7")).tables  # one and the same, told twice
    assert [sorted(t.facts[0].qualifiers) for t in plain] == [[], [], []]


CORNERS = """
# Second Quarter 2025 Results

Coastal Ferries (CF) | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Net sales            | 201.9 | 204.1
Operating income     | 35.7  | 34.2

Harbour Towing (HT)  | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Net sales            | 330.3 | 321.8
Operating income     | 50.2  | 42.6
"""


def test_tables_of_the_same_rows_are_of_the_parts_that_their_corners_name() -> None:
    tables = read(CORNERS).tables
    assert [sorted(t.facts[0].qualifiers) for t in tables] == [["coastal", "ferry"], ["harbour", "towing"]]
    units = read(CORNERS.replace("Coastal Ferries (CF)", "In millions").replace("Harbour Towing (HT)", "In millions"))
    assert [sorted(t.facts[0].qualifiers) for t in units.tables] == [[], []]


GROWTH = """
# Key figures

                                        | Three Months Ended June 30, 2025
Comparable sales growth (decline):      |
  Domestic company-owned restaurants    | (8.9)%
  International restaurants             | 1.5%
"""


def test_a_heading_of_growth_makes_changes_of_the_rows_below() -> None:
    assert [f"{f.kind} {f.measure}" for f in facts(GROWTH)] == [
        "percent-change domestic owned restaurant comparable-sales",
        "percent-change international restaurant comparable-sales",
    ]


def test_the_row_that_says_it_is_as_reported_is_not_adjusted_by_the_title() -> None:
    found = facts("""
# Adjusted EPS

                                | Three Months Ended June 30, 2025
As reported (GAAP) diluted EPS  | $0.53
Supply chain program            | 0.04
Adjusted EPS (non-GAAP)         | $0.57
""")
    adjusted = [bool({"adjusted"} & (f.measure.qualifiers | f.qualifiers)) for f in found if f.measure]
    assert (adjusted[0], adjusted[-1]) == (False, True)


def test_a_row_that_says_only_of_what_it_is_a_percentage_is_of_the_row_above() -> None:
    found = facts("""
(in millions)

                    | Three Months Ended June 30, 2025
Revenue             | $4,206
Gross margin        | 1,604
percent of revenue  | 38.1%
Operating expenses  | 611
percent of revenue  | 14.5%
""")
    assert [(str(f.measure), f.kind) for f in found if f.quantity.unit == "percent"] == [
        ("gross-margin", "amount"),
        ("operating-expenses", "percent-of"),
    ]
