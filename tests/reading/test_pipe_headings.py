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
