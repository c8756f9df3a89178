"""A column of changes in amounts, and one of another period, beside a column of changes in per cent."""

import auditor

TEXT = """Halden Ridge Reports Third Quarter Results

In millions, except per share data | Q3 2025 | vs. Q3 2024 | Change | Change (%)
Net sales | 43.9 | 38.8 | 5.1 | 13%
Gross profit | 13.9 | 13.7 | 0.2 | 1%
Gross margin | 31.7% | 35.3% | -3.6% | -10%
Net income per diluted share | 0.22 | 0.16 | 0.06 | 38%
"""


def test_amounts_beside_a_column_of_per_cent_are_amounts() -> None:
    result = auditor.audit(auditor.read_document(TEXT.encode(), "draft.txt"), auditor.load_rules())
    (table,) = result.tables
    assert [c.kind for c in table.columns if c.header] == ["amount", "amount", "change", "percent-change"]
    assert [f.quantity.unit for f in table.facts if f.label.startswith("Net income")] == [
        "USD/share",
        "USD/share",
        "USD/share",
        "percent",
    ]
