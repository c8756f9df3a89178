"""Headings without pipes stay inside a pipe table."""

import auditor

TEXT = """Halden Ridge Reports Results

In thousands | June 30, 2025 | December 31, 2024
Assets
Current assets
Cash | 100 | 90
Inventory | 50 | 40
Total current assets | 150 | 130
"""


def test_a_heading_between_rows_does_not_end_the_table() -> None:
    result = auditor.audit(auditor.read_document(TEXT.encode(), "draft.txt"), auditor.load_rules())
    assert [(f.label, f.text, str(f.period)) for t in result.tables for f in t.facts if f.column == 1] == [
        ("Cash", "100", "2025-06-30"),
        ("Inventory", "50", "2025-06-30"),
        ("Total current assets", "150", "2025-06-30"),
    ]


def headed(*lines: str) -> list[tuple[str, int, int]]:
    """The headings of a pipe table of four columns, with the first column and how many each covers."""
    rows = [*lines, "| Sales | 10 | 20 | 30 | 40 |", "| Costs | 5 | 6 | 7 | 8 |"]
    document = auditor.read_document("\n".join(["Halden Ridge", "", *rows, ""]).encode(), "draft.md")
    (grid,) = document.grids
    figured = next(c.row for c in grid.cells if c.text == "10")
    return [(c.text, c.column, c.colspan) for c in grid.cells if c.row < figured and c.column and not c.text.isdigit()]


YEARS = "|  | 2025 | 2024 | 2025 | 2024 |"


def test_headings_of_two_lines_reach_to_the_next_one() -> None:
    assert headed(
        "|  | Three Months |  | Six Months |  |", "|---|---|---|---|---|", "|  | ended |  | ended |  |", YEARS
    ) == [
        ("Three Months", 1, 2),
        ("Six Months", 3, 2),
        ("ended", 1, 2),
        ("ended", 3, 2),
    ]


def test_units_below_the_years_are_those_of_all_columns() -> None:
    assert headed(YEARS, "|---|---|---|---|---|", "|  | (in thousands) |  |  |  |") == [("(in thousands)", 1, 4)]


def test_a_heading_that_leaves_the_first_column_out_stands_over_its_own() -> None:
    assert headed("|  |  | $ Change |  | $ Change |", "|---|---|---|---|---|", YEARS) == [
        ("$ Change", 2, 1),
        ("$ Change", 4, 1),
    ]
