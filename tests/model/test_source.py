"""Where a place of the text stands."""

import pytest

from auditor.model.source import Document, Grid, Paragraph, Span

HEADING, TABLE, NOTE = Paragraph(Span(0, 5), "heading"), Grid("t1", Span(7, 20), (), 0, 0), Paragraph(Span(20, 24))
DOCUMENT = Document("r.txt", "Sales\n\nRevenue 10 12\nNote", (HEADING, TABLE, NOTE))


@pytest.mark.parametrize(
    ("place", "block"),
    [
        (Span(0, 5), HEADING),
        (Span(7, 14), TABLE),
        (Span(19, 20), TABLE),
        (Span(20, 24), NOTE),
        (Span(5, 7), None),  # between two blocks
        (Span(4, 8), None),  # reaches from one into the next
        (Span(24, 25), None),  # behind the last
    ],
)
def test_a_place_stands_in_the_block_that_holds_all_of_it(place, block):
    assert DOCUMENT.block_at(place) == block


def test_no_place_of_an_empty_document_stands_in_a_block():
    assert Document("r.txt", "", ()).block_at(Span(0, 0)) is None
