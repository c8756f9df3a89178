"""Prose as releases print it: paragraphs, headings, bullets, page breaks, Markdown, and pipe tables."""

from textwrap import dedent

import pytest

from auditor.errors import ReadingError
from auditor.reading.text import read_text
from tests.reading.text_shown import outline, spans_hold, table


def read(text):
    document = read_text(dedent(text).strip("\n") + "\n", "a.txt")
    spans_hold(document)
    return document


def test_wrapped_lines_are_one_paragraph():
    assert outline(
        read("""
        The pumps of the company sold well in
    the quarter. Sales rose by 8% to
    $2.9 million.

        Costs fell.
    """)
    ) == [
        "prose: The pumps of the company sold well in the quarter. Sales rose by 8% to $2.9 million.",
        "prose: Costs fell.",
    ]


def test_an_indented_line_begins_a_paragraph_without_a_blank_line():
    assert outline(
        read("""
       The pumps of the company sold well in the quarter that has just ended,
    and its sales rose by 8% to $2.9 million from $2.7 million, as was said.
       Costs of the yard fell by 2% to $1.9 million, since fewer men were needed
    there than in the past.
    """)
    ) == [
        "prose: The pumps of the company sold well in the quarter that has just ended, and its sales rose by 8% to "
        "$2.9 million from $2.7 million, as was said.",
        "prose: Costs of the yard fell by 2% to $1.9 million, since fewer men were needed there than in the past.",
    ]


def test_headings_are_told_from_prose():
    assert outline(
        read("""
                 ACME PUMPS REPORTS RECORD RESULTS FOR THE YEAR
                           THAT ENDED IN JUNE 2006

    Acme Pumps, Inc.

    FINANCIAL SUMMARY

    Sales rose by 8% in the year:
    they were $5 million.
    """)
    ) == [
        "heading: ACME PUMPS REPORTS RECORD RESULTS FOR THE YEAR THAT ENDED IN JUNE 2006",
        "heading: Acme Pumps, Inc.",
        "heading: FINANCIAL SUMMARY",
        "prose: Sales rose by 8% in the year: they were $5 million.",
    ]


def test_a_headline_and_the_line_below_it_are_two_headings():
    assert outline(
        read("""
    Acme Pumps Holdings Announces Results for the Quarter
    Sales increased 8.4% to $412.6 million; orders from towns up 3.1%

    The company sells pumps. It does so well.
    """)
    )[:2] == [
        "heading: Acme Pumps Holdings Announces Results for the Quarter",
        "heading: Sales increased 8.4% to $412.6 million; orders from towns up 3.1%",
    ]


@pytest.mark.parametrize("mark", ["-", "--", "*", "o", "•", "·"])
def test_bullets_lose_their_mark(mark):
    assert outline(
        read(f"""
    In the quarter:

       {mark}  Sales rose by 8% to $2.9 million, more than
          was hoped for
       {mark}  Costs fell
    """)
    ) == [
        "heading: In the quarter:",
        "bullet: Sales rose by 8% to $2.9 million, more than was hoped for",
        "bullet: Costs fell",
    ]


def test_a_quote_keeps_its_marks():
    assert outline(
        read("""
    "We sold more pumps," said the founder,
    "than ever."
    """)
    ) == ['prose: "We sold more pumps," said the founder, "than ever."']


PAGES = """
    The company is closely watching its yard, and believes that it may be
    monitoring three

                                   (more)
    <PAGE>

    Acme Pumps Reports Results
    Page 2

    rivers in the year to come. Sales rose by 8%.

    Costs fell.
                                   (more)
    <PAGE>

    Acme Pumps Reports Results
    Page 3

    Profit rose.
"""


def test_a_paragraph_is_joined_over_a_page_break_and_the_furniture_follows_it():
    document = read(PAGES)
    assert outline(document) == [
        "prose: The company is closely watching its yard, and believes that it may be monitoring three "
        "rivers in the year to come. Sales rose by 8%.",
        "furniture: (more)",
        "furniture: Acme Pumps Reports Results",
        "furniture: Page 2",
        "prose: Costs fell.",
        "furniture: (more)",
        "furniture: Acme Pumps Reports Results",
        "furniture: Page 3",
        "prose: Profit rose.",
    ]


def test_a_form_feed_is_a_page_break():
    paged = dedent(PAGES).replace("<PAGE>\n\n", "\f")
    assert outline(read_text(paged, "a.txt")) == outline(read(PAGES))


def test_places_are_those_of_the_source_also_where_lines_moved():
    source = dedent(PAGES).strip("\n")
    document = read(PAGES)
    for words in ("monitoring", "rivers", "Page 2", "Costs", "Profit"):
        line, column = document.position(document.text.index(words))
        assert source.split("\n")[line - 1][column - 1 :].startswith(words)


def test_places_are_those_of_the_source_with_other_newlines():
    document = read_text("One line of text here.\r\n\r\nAnother has 5 words.\r\n", "a.txt")
    assert document.text == "One line of text here.\n\nAnother has 5 words.\n"
    assert document.position(document.text.index("Another")) == (3, 1)


def test_markdown_is_plain_text_with_marks():
    document = read("""
    # Acme Reports Results

    **Sales grew 12%** to $112.0 million.

    - Margin was 40%

    ## Statement

    | | Three months ended | |
    |---|---:|---:|
    | | 2025 | 2024 |
    | Net income | $ 5 | $ 4 |
    | **Total** | **9** | 8 |
    """)
    assert outline(document) == [
        "heading: Acme Reports Results",
        "prose: **Sales grew 12%** to $112.0 million.",
        "bullet: Margin was 40%",
        "heading: Statement",
        "[t1]",
    ]
    (grid,) = document.grids
    assert table(grid) == [
        ". | Three months ended <2> | .",
        ". | 2025 | 2024",
        "Net income | $5 | $4",
        "Total | 9 | 8",
    ]
    assert [cell.text for cell in grid.cells if cell.bold] == ["Total", "9"]


def test_pipes_without_outer_pipes_or_rule():
    document = read("""
    Revenue grew 12% year over year.

    $ millions | Q3 2025 | Q3 2024
    Revenue    |   112.0 |   103.0
      Services |    12.0 |    13.0
    ---------- | ------- | -------
    Total      |   124.0 |   116.0
    ========== | ======= | =======

               |    2025 |    2024
    Shares     |   1,000 |   1,100
    """)
    first, second = document.grids
    assert table(first) == [
        "$ millions | Q3 2025 | Q3 2024",
        "Revenue | 112.0 | 103.0",
        "Services | 12.0 | 13.0",
        "Total | 124.0 | 116.0",
    ]
    assert (first.ruled, first.double_ruled) == ({3}, {3})
    assert [cell.indent for cell in first.cells if cell.text == "Services"] == [2]
    assert table(second) == [". | 2025 | 2024", "Shares | 1,000 | 1,100"]


def test_pipes_with_signs_in_cells_of_their_own():
    document = read("""
    | | | 2025 | | | 2024 | |
    |---|---|---|---|---|---|---|
    | Loss | $ | (5 | ) | $ | (4 | ) |
    | Rate | | 12 | % | | 13 | % |
    """)
    assert [table(grid) for grid in document.grids] == [[". | 2025 | 2024", "Loss | $(5) | $(4)", "Rate | 12% | 13%"]]


def test_the_title_is_the_headline():
    assert (
        read("""
    Exhibit 99.1

    FOR IMMEDIATE RELEASE

    Acme Pumps Reports Results for the Year

    Sales rose.
    """).title
        == "Acme Pumps Reports Results for the Year"
    )


def test_a_blank_text_is_refused():
    with pytest.raises(ReadingError, match="a.txt"):
        read_text(" \n\n", "a.txt")


def test_a_line_in_bold_of_markdown_is_a_heading_without_its_marks():
    grid = "| | Q1 2024 |\n|---|---:|\n| Wafers | 618 |\n"
    text = f"# Acme\n\n{grid}\n**Operating data**\n\n{grid}"
    document = read_text(text, "draft.md")
    assert [document.slice(p.span) for p in document.paragraphs if p.kind == "heading"] == ["Acme", "Operating data"]


def test_prose_typed_with_a_blank_line_between_its_lines_is_closed_up_beside_tables_that_are_not():
    document = read("""
                                 PUMPS IN TOWN

          The company sold more pumps than in the year before, and its

    sales rose by 8% to $5,000 in the quarter ended June 30. Costs were

    $3,000.

          Its yard, which stands by the old bridge, was open each day of

    the quarter, and its income was $2,000, up from $1,730 a year ago.

                                              2006      2005
    Sales                                    5,000     4,630
    Costs                                    3,000     2,900
    Income                                   2,000     1,730
    """)
    assert outline(document) == [
        "heading: PUMPS IN TOWN",
        "prose: The company sold more pumps than in the year before, and its sales rose by 8% to $5,000 in the quarter "
        "ended June 30. Costs were $3,000.",
        "prose: Its yard, which stands by the old bridge, was open each day of the quarter, and its income was $2,000, "
        "up from $1,730 a year ago.",
        "[t1]",
    ]


def test_lines_with_a_blank_line_between_that_were_not_wrapped_are_paragraphs_of_their_own():
    document = read("""
    Sales rose by 8% to $5,000 in the quarter that ended on June 30.

    Costs were $3,000.

    Income was $2,000, and the pumps of the company sold in all towns.

    The yard was closed.
    """)
    assert len(outline(document)) == 4


def test_a_first_line_set_in_so_far_that_it_stands_in_the_middle_begins_its_paragraph():
    assert outline(
        read("""
            The sales of the company for the thirteen weeks ended June 30 rose 8.6%
    to $118.6 million, as towns bought more pumps.
    """)
    ) == [
        "prose: The sales of the company for the thirteen weeks ended June 30 rose 8.6% to $118.6 million, as towns "
        "bought more pumps."
    ]
