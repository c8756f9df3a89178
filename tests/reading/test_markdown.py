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
