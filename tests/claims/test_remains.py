"""Rows of a table that was not read as one claim nothing, wherever they stand in the prose."""

import auditor
from auditor.engine import audit


def quotes(text: str) -> list[str]:
    document = auditor.read_document(text.encode(), "acme.txt")
    return [claim.quote for claim in audit(document, auditor.load_rules(), auditor.load_vocabulary()).claims]


def test_three_figures_in_a_row_are_those_of_a_table():
    rows = "Net sales $120 $110 (9.1)% and costs 90 85 5.9 per cent of net sales were told. Net sales rose to $120 million."
    assert quotes(rows) == ["$120 million"]


def test_figures_with_words_or_signs_between_are_claims():
    assert quotes("Net sales were $120 million, $110 million and $95 million in 2025, 2024 and 2023.") == [
        "$120 million",
        "$110 million",
        "$95 million",
    ]
    assert quotes("Gross margin was 18.7% (20.1%) in the second quarter of 2025.")[0] == "18.7%"
