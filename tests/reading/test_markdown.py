"""Markdown as people and programs write it: what only sets the text is no part of it; grid tables; tables set apart by
blank lines."""

import auditor
from tests.reading.text_shown import only_table, outline, spans_hold


def read(text):
    document = auditor.read_document(text.strip("\n").encode(), "draft.md")
    spans_hold(document)
    return document


def test_breaks_entities_and_raised_marks_in_a_pipe_table():
    document = read("""
Acme Reports Results

| ($ in thousands) | Three months<br>ended<br/>June 30,<br>2025 | Three months<br>ended<br>June 30,<br>2024 |
|:---|---:|---:|
| Net sales<sup>(1)</sup> | \\$112.0 | \\$100.0 |
| &nbsp;&nbsp;R&amp;D | 9 | 8 |
""")
    assert document.format == "text"
    assert only_table(document) == [
        "($ in thousands) | Three months ended June 30, 2025 | Three months ended June 30, 2024",
        "Net sales | $112.0 | $100.0",
        "R&D | 9 | 8",
    ]


def test_escapes_links_and_quotations_in_prose():
    document = read("""
Sales were \\$9.0&nbsp;million, see [the report](https://a.example/r).

> "Sales grew 12\\% in all," said Jane Roe.
""")
    assert outline(document) == [
        "prose: Sales were $9.0 million, see the report.",
        'prose: "Sales grew 12\\% in all," said Jane Roe.',
    ]


def test_a_page_with_a_line_break_is_still_a_page():
    assert auditor.read_document(b"Sales were $9 million.<br>Costs were $5 million.", "a.htm").format == "html"


def test_a_grid_table_with_wrapped_cells_and_drawn_spans():
    document = read("""
+--------------------+---------------------+
| In thousands       | Three months ended  |
+--------------------+----------+----------+
|                    | 2025     | 2024     |
+====================+==========+==========+
| Net sales          | $112.0   | $100.0   |
+--------------------+----------+----------+
| Gain on disposal   | 9        | 8        |
| of a plant         |          |          |
+--------------------+----------+----------+
""")
    assert only_table(document) == [
        "In thousands | Three months ended <2> | .",
        ". | 2025 | 2024",
        "Net sales | $112.0 | $100.0",
        "Gain on disposal of a plant | 9 | 8",
    ]


def test_in_a_table_with_blank_lines_between_all_rows_the_lines_below_figures_end_their_label():
    document = read("""
-------------------------------------------
                          December  December
                                31        31
                              2025      2024
------------------------  --------  --------
Income from continuing        $.82      $.48
Operations attributable
to common stockholders

Discontinued operations        .71       .04

Regular dividends             .735       .67

Net income for common        $1.53      $.52
Stockholders
-------------------------------------------
""")
    assert only_table(document) == [
        ". | December | December",
        ". | 31 | 31",
        ". | 2025 | 2024",
        "Income from continuing Operations attributable to common stockholders | $.82 | $.48",
        "Discontinued operations | .71 | .04",
        "Regular dividends | .735 | .67",
        "Net income for common Stockholders | $1.53 | $.52",
    ]
    found = auditor.audit(document)
    assert {str(fact.period) for fact in found.facts} >= {"2025-12-31", "2024-12-31"}
    assert [fact.text for fact in found.facts][0] == "$.82"


def test_tables_as_html_between_paragraphs_as_typed():
    document = read("""
Acme sold more rope in this quarter than in any before,
and **net sales** were \\$112 million.

The mills of the north ran on three shifts.

<div class="wide">

<table><tbody>
<tr><td></td><td colspan="2">Quarter ended June 30,</td></tr>
<tr><td></td><td>2025</td><td>2024</td></tr>
<tr><td>Net sales</td><td>$112</td><td>$100</td></tr>
<tr><td>Costs</td><td>90</td><td>85</td></tr>
</tbody></table>

</div>

Costs rose less than sales.
""")
    assert outline(document) == [
        "prose: Acme sold more rope in this quarter than in any before, and **net sales** were $112 million.",
        "prose: The mills of the north ran on three shifts.",
        "[t1]",
        "prose: Costs rose less than sales.",
    ]
    assert only_table(document)[:2] == [". | Quarter ended June 30, <2> | .", ". | 2025 | 2024"]


def test_a_page_whose_paragraphs_are_tagged_is_no_markdown():
    rows = "<table><tr><td>Sales</td><td>1</td></tr></table>"
    document = auditor.read_document(f"<p>Acme sold rope.</p>\n\nIn Ohio\n\n<p>and Iowa.</p>{rows}".encode(), "a.htm")
    assert document.format == "html"


def test_a_bullet_and_its_text_laid_out_as_a_table_are_a_bullet():
    document = read("""
|     |     |                                                          |
|-----|-----|----------------------------------------------------------|
|     | •   | Net sales of \\$112 million, up 12% from the year before; |
""")
    assert outline(document) == ["bullet: Net sales of $112 million, up 12% from the year before;"]


def test_percent_beside_a_year_is_the_heading_of_a_column():
    document = read("""
|        | 2025 | %    | 2024 | %    |
|--------|------|------|------|------|
| Sales  | 112  |      | 100  |      |
| Profit | 22   | 19.6 | 15   | 15.0 |
""")
    assert only_table(document)[0] == ". | 2025 | % | 2024 | %"


def test_a_sign_in_the_column_of_the_years_leaves_the_figures_below_these():
    document = read("""
|        |  | 2025 |     |  | 2024 |     |
|--------|--|------|-----|--|------|-----|
| Sales  |  | $    | 112 |  | $    | 100 |
| Profit |  |      | 22  |  |      | 15  |
""")
    assert only_table(document) == [". | 2025 | 2024", "Sales | $112 | $100", "Profit | 22 | 15"]


def test_headings_typed_in_fewer_cells_than_the_rows_share_these_evenly():
    rows = "| 2025| 2024| 2025| 2024  \nSales| 112| 100| 210| 190  \nProfit| 22| 15| 40| 28  \n"
    document = read(f"| Three Months| Six Months  \n---|---|---  \n{rows}")
    assert only_table(document)[:2] == [
        ". | Three Months <2> | . | Six Months <2> | .",
        ". | 2025 | 2024 | 2025 | 2024",
    ]
    document = read(f"| Three Months| As of June 30  \n---|---|---  \n{rows}")
    assert "Months" not in " ".join(only_table(document))


def test_cells_in_fewer_columns_than_the_full_rows_stand_in_turn():
    document = read("| 2025| 2024  \n---|---|---  \nSales| $| 112|  | $| 100|   \nProfit| 22|  | 15|   \n")
    assert only_table(document)[1:] == ["Sales | $112 | $100", "Profit | 22 | 15"]


def test_rows_of_a_table_that_were_wrapped_are_one_where_two_blanks_end_each():
    head = "Mills| Sales of rope| Sales of\ntwine  \n---|---|---  \nNorth| 12| 3  \n"
    document = read(head + "South of the river and\nits hills| 9| 2  \nWest| 8| 1  \nEast| 7| 1  \n")
    assert only_table(document)[:3] == [
        "Mills | Sales of rope | Sales of twine",
        "North | 12 | 3",
        "South of the river and its hills | 9 | 2",
    ]


def test_a_number_between_dashes_is_that_of_a_page_wherever_it_stands():
    document = read("""
Sales of rope were $12 million, and those of twine $3 million.

- 3 -

---

Profit was $2 million.
""")
    assert [line.split(":")[0] for line in outline(document)] == ["prose", "furniture", "prose"]
