"""PDF files: words, paragraphs, tables by position, pages."""

import re

import pytest

from auditor.errors import ReadingError
from auditor.model.source import MARK
from auditor.reading.pdf import read_pdf
from auditor.reading.pdf_repair import UNKNOWN, without_unknowns
from tests.reading.make_pdf import PICTURE, dot, pdf, right, rule, text
from tests.reading.text_shown import only_table, outline

LINES = [
    "Brook Mills sold more cloth in the second quarter than ever before, and it",
    "bought wool at lower prices than it had paid in the same quarter a year ago,",
    "so that profit rose to $3 million.",
]


def prose(lines: list[str], y: float = 100, x: float = 72, step: float = 12) -> list[bytes]:
    return [text(x, y + step * k, line) for k, line in enumerate(lines)]


def read(*pages: list[bytes]):
    return read_pdf(pdf(*pages), "brook.pdf")


def test_lines_join_to_paragraphs():
    second = [
        "The company also said that it would pay a dividend of ten cents for each share",
        "to all holders in May.",
    ]
    document = read([*prose(LINES), *prose(second, 148)])
    assert outline(document) == ["prose: " + " ".join(LINES), "prose: " + " ".join(second)]
    assert document.format == "pdf"


def test_headings_and_bullets():
    page = [
        text(72, 60, "Second quarter results", bold=True),
        *prose(["• Sales rose 4% to $12 million, with growth in every one of the regions that", "the mills serve"], 90),
        *prose(["• Costs fell"], 114),
        *prose(LINES, 150),
    ]
    assert [line.split(":")[0] for line in outline(read(page))] == ["heading", "bullet", "bullet", "prose"]


def test_a_bullet_that_is_drawn_is_one():
    page = [
        text(72, 60, "Second quarter", bold=True),
        dot(76, 90),
        *prose(["Sales rose 4% to $12 million, with growth in every one of the regions"], 90, 90),
        dot(76, 102),
        *prose(["Costs fell"], 102, 90),
        *prose(LINES, 114),
    ]
    assert [line.split(":")[0] for line in outline(read(page))] == ["heading", "bullet", "bullet", "prose"]


def test_a_short_item_without_its_bullet_ends_before_prose_that_stands_further_left():
    page = [
        *prose(["Costs fell again"], 100, 100),
        *prose(['"We sold more,” said the chairman of the mills at Brook.'], 112),
    ]
    assert len(outline(read([*page, *prose(LINES, 200)]))) == 3


def test_paragraphs_of_one_line_are_as_far_apart_as_any():
    items = [f"The {part} of the company is described on a page of its own" for part in ("yarn", "wool", "past")]
    page = [piece for k, item in enumerate(items) for piece in prose([item], 60 + 22 * k)]
    assert (
        len(outline(read([*page, *prose(["Brook Mills sold more cloth than it had ever", "sold before"], 140)]))) == 4
    )


def test_a_line_that_stands_alone_and_is_written_like_a_title_is_one():
    page = [*prose(LINES, 60), *prose(["Outlook for the Year"], 130), *prose(LINES, 160)]
    assert outline(read(page))[1] == "heading: Outlook for the Year"


def test_a_centred_text_of_two_lines_is_one():
    first, second = "The profit of the second quarter rose to a record of $58.9", "million"
    page = [text(306 - 2.5 * len(line), 60 + 12 * k, line, bold=True) for k, line in enumerate((first, second))]
    assert outline(read([*page, *prose(LINES, 120)]))[0] == f"heading: {first} {second}"


def test_superscripts_are_marks():
    page = [
        *prose(LINES),
        text(72, 160, "Sales rose by four percent"),
        text(202, 156, "(1)", 6),
        text(225, 160, "in May."),
    ]
    assert f"percent {MARK}(1){MARK} in May." in read(page).text


@pytest.mark.parametrize(
    "lines, printed",
    [
        (["It reconciled all of the amounts that were printed before to the restate-", "ment of May."], "restate-ment"),
        (
            ["It printed a restatement of the earlier amounts, and explained the restate-", "ment in May."],
            "restatement in",
        ),
        (["It printed all of the amounts of the quarter once more on a basis of non-", "GAAP measures."], "non-GAAP"),
    ],
)
def test_hyphens_go_when_the_word_is_printed_elsewhere(lines, printed):
    assert printed in read(prose([*lines[:1], *lines[1:]])).text


def table_page(top: float = 100) -> list[bytes]:
    return [
        text(330, top, "Three Months Ended", bold=True),
        right(370, top + 14, "2024"),
        right(470, top + 14, "2023"),
        text(72, top + 28, "Sales"),
        text(300, top + 28, "$"),
        right(370, top + 28, "1,200"),
        text(400, top + 28, "$"),
        right(470, top + 28, "1,100"),
        text(82, top + 42, "Costs of wool and"),
        text(82, top + 54, "cotton"),
        right(370, top + 54, "(900)"),
        right(470, top + 54, "(850)"),
        rule(300, 480, top + 58),
        text(72, top + 70, "Profit"),
        right(370, top + 70, "300"),
        right(470, top + 70, "250"),
        rule(300, 480, top + 73),
        rule(300, 480, top + 75),
    ]


def test_tables_by_position():
    document = read([*prose(LINES, 60), *table_page(130)])
    assert only_table(document) == [
        ". | Three Months Ended <2> | .",
        ". | 2024 | 2023",
        "Sales | $1,200 | $1,100",
        "Costs of wool and cotton | (900) | (850)",
        "Profit | 300 | 250",
    ]
    grid = next(document.grids)
    assert (sorted(grid.ruled), sorted(grid.double_ruled)) == ([4], [4])
    assert [cell.indent for cell in grid.cells if cell.column == 0] == [0, 2, 0]


def test_a_title_on_the_left_with_its_unit_begins_another_table():
    below = [text(72, 196, "Balance of the Mills"), text(72, 208, "(in thousands)"), *table_page(222)]
    assert outline(read([*table_page(100), *below])) == [
        "[t1]",
        "prose: Balance of the Mills (in thousands)",
        "[t2]",
    ]


def test_two_times_that_stand_close_head_two_columns():
    page = table_page(130)[1:]
    heads = text(300, 130, "Three Months Ended June 30, Nine Months Ended June 30,", 6)
    assert only_table(read([heads, *page]))[0] == ". | Three Months Ended June 30, | Nine Months Ended June 30,"


def test_headings_over_rows_of_the_next_page_go_over_with_what_stands_beside_them():
    heads = [text(72, 738, "Reconciliation of the"), text(330, 744, "Three Months Ended"), text(72, 750, "profit:")]
    first = [*prose(LINES, 60), *heads, right(370, 768, "2024"), right(470, 768, "2023")]
    second = [right(370, 48, "Amount"), right(470, 48, "Amount"), *table_page(34)[3:]]
    assert only_table(read(first, second))[:4] == [
        "profit: | Three Months Ended <2> | .",
        ". | 2024 | 2023",
        ". | Amount | Amount",
        "Sales | $1,200 | $1,100",
    ]


def test_the_last_label_of_a_page_is_no_remnant_of_a_row_that_ends_with_its_words():
    first = [*prose(LINES, 60), *table_page(640), text(72, 724, "Profit before tax and"), text(72, 736, "costs")]
    first += [right(370, 730, "300"), right(470, 730, "250")]
    second = [text(72, 60, "Tax and other costs"), right(370, 60, "40"), right(470, 60, "30")]
    assert only_table(read(first, second))[-2:] == [
        "Profit before tax and costs | 300 | 250",
        "Tax and other costs | 40 | 30",
    ]


def test_a_title_in_the_middle_of_the_page_is_no_header():
    title = text(306 - 2.5 * len("BALANCE SHEETS"), 100, "BALANCE SHEETS", bold=True)
    assert outline(read([title, *table_page(120)]))[:2] == ["heading: BALANCE SHEETS", "[t1]"]


def test_tables_go_on_over_pages():
    first = [*prose(LINES, 60), *table_page(640), text(300, 770, "1")]
    more = [
        right(370, 60, "40"),
        right(470, 60, "30"),
        text(72, 60, "Tax"),
        right(370, 74, "260"),
        right(470, 74, "220"),
    ]
    second = [*more, text(72, 74, "Net profit"), *prose(LINES, 300), text(300, 770, "2")]
    document = read(first, second)
    assert only_table(document)[-2:] == ["Tax | 40 | 30", "Net profit | 260 | 220"]
    assert outline(document)[-1] == "furniture: 2"


def test_prose_goes_on_over_pages_and_running_heads_are_furniture():
    bodies = [prose(LINES[:2], 700), prose(LINES[2:], 60)]
    bodies += [
        prose([f"The {part} of the company is described on a page of its own."], 60) for part in ("yarn", "past")
    ]
    pages = [
        [text(72, 30, "Brook Mills second quarter"), *body, text(300, 770, str(number))]
        for number, body in enumerate(bodies, 1)
    ]
    found = outline(read(*pages))
    assert found[0] == "prose: " + " ".join(LINES)
    assert found.count("furniture: Brook Mills second quarter") == 4
    assert [f"furniture: {number}" in found for number in range(1, 5)] == [True] * 4


def test_a_header_that_the_next_page_repeats_does_not_end_a_table():
    first = [*prose(LINES, 60), *table_page(640)]
    second = [
        text(330, 60, "Three Months Ended", bold=True),
        text(72, 74, "Tax"),
        right(370, 74, "40"),
        right(470, 74, "30"),
        text(72, 88, "Net profit"),
        right(370, 88, "260"),
        right(470, 88, "220"),
    ]
    document = read(first, second)
    assert only_table(document)[-2:] == ["Tax | 40 | 30", "Net profit | 260 | 220"]
    assert outline(document)[-1] == "furniture: Three Months Ended"


def test_a_label_that_ends_with_an_abbreviation_is_no_prose():
    label = text(72, 184, "Profit from continuing parts that is attributable to Brook Inc.", 7)
    row = [text(78, 194, "common holders", 7), right(370, 194, "290", 7), right(470, 194, "240", 7)]
    assert len(only_table(read([*table_page(100), label, *row]))) == 6


def test_columns_of_headings_that_stand_close_are_cut():
    page = [
        right(338, 100, "Wool"),
        right(372, 100, "Linen"),
        text(72, 114, "Sales"),
        right(340, 114, "1,200"),
        right(372, 114, "90"),
        text(72, 128, "Costs"),
        right(340, 128, "1,000"),
        right(372, 128, "80"),
    ]
    assert only_table(read(page))[0] == ". | Wool | Linen"


def test_ligatures_without_a_name_are_spelled_out():
    words = [
        f"{UNKNOWN}rst",
        f"bene{UNKNOWN}ts,",
        f"e{UNKNOWN}ective",
        f"in{UNKNOWN}ation",
        f"con{UNKNOWN}ict",
        "waffle",
    ]
    words.append(f"wa{UNKNOWN}e")
    found = without_unknowns(words)
    assert [found[word] for word in words if word in found] == [
        "first", "benefits,", "effective", "inflation", "conflict", "waffle",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "data, says",
    [
        (pdf([PICTURE], [PICTURE]), "scanned"),
        (pdf([b""]), "no text"),
        (pdf(prose(LINES))[:200], "damaged or truncated"),
        (b"%PDF-1.7\n%\xe2\xe3\n1 0 obj\n<<", "damaged or truncated"),
        (
            pdf(
                prose(LINES),
                trailer=b"/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>"
                % (b"41" * 32, b"42" * 32),
            ),
            "protected",
        ),
    ],
)
def test_bad_files(data, says):
    with pytest.raises(ReadingError) as error:
        read_pdf(data, "brook.pdf")
    assert str(error.value).startswith("brook.pdf: ") and says in str(error.value)
    assert "\n" not in str(error.value)


def values(y: float, now: str, before: str) -> list[bytes]:
    return [right(370, y, now), right(470, y, before)]


def figures(y: float, label: str, now: str, before: str) -> list[bytes]:
    return [text(72, y, label), *values(y, now, before)]


def test_the_day_of_a_wrapped_heading_is_no_figure():
    page = [
        text(335, 100, "Three Months Ended June"),
        text(385, 112, "30,"),
        right(370, 126, "2024"),
        right(470, 126, "2023"),
        *figures(140, "Sales", "1,200", "1,100"),
        *figures(154, "Costs", "900", "850"),
    ]
    assert only_table(read(page)) == [
        ". | Three Months Ended June 30, <2> | .",
        ". | 2024 | 2023",
        "Sales | 1,200 | 1,100",
        "Costs | 900 | 850",
    ]


def test_a_table_goes_on_where_a_page_ends_or_starts_with_a_heading_of_rows():
    rows = [text(72, 754, "Profit per share:")]
    ended = read([*prose(LINES, 60), *table_page(650), *rows], [*figures(60, "Basic", "0.30", "0.25")])
    started = read([*prose(LINES, 60), *table_page(650)], [text(72, 40, "Per share:"), *figures(60, "Basic", "3", "2")])
    assert only_table(ended)[-2:] == ["Profit per share:", "Basic | 0.30 | 0.25"]
    assert only_table(started)[-2:] == ["Per share:", "Basic | 3 | 2"]


def test_a_header_at_the_end_of_a_page_goes_to_its_rows():
    header = [text(363, 742, "Three Months Ended"), right(370, 756, "2024"), right(470, 756, "2023")]
    rows = [*figures(54, "Sales", "1,200", "1,100"), *figures(68, "Costs", "900", "850")]
    document = read([*prose(LINES, 60), *header], [text(72, 40, "Mills:"), *rows])
    assert only_table(document) == [
        ". | Three Months Ended <2> | .",
        ". | 2024 | 2023",
        "Mills:",
        "Sales | 1,200 | 1,100",
        "Costs | 900 | 850",
    ]


def test_a_header_and_the_first_heading_of_rows_at_the_end_of_a_page_go_to_their_rows():
    header = [right(370, 742, "2024"), right(470, 742, "2023"), text(72, 756, "Mills:")]
    rows = [*figures(54, "Sales", "1,200", "1,100"), *figures(68, "Costs", "900", "850")]
    document = read([*prose(LINES, 60), *header], rows)
    assert only_table(document) == [". | 2024 | 2023", "Mills:", "Sales | 1,200 | 1,100", "Costs | 900 | 850"]


def test_a_heading_at_the_end_of_a_page_stays_one_where_no_table_goes_on():
    document = read([*prose(LINES, 60), *table_page(640), text(72, 740, "Outlook")], prose(LINES, 60))
    assert only_table(document)[-1] == "Profit | 300 | 250"
    assert [line.split(": ")[-1] for line in outline(document)].index("Outlook") == 2


def test_figures_that_stand_out_by_a_bracket_are_of_the_same_column_on_the_next_page():
    more = [
        *figures(60, "Gains", "-", "30"),
        right(380, 74, "(1,260)"),
        text(72, 74, "Net profit"),
        right(470, 74, "220"),
    ]
    document = read([*prose(LINES, 60), *table_page(650)], more)
    assert only_table(document)[-2:] == ["Gains | - | 30", "Net profit | (1,260) | 220"]


def test_a_dash_behind_the_digits_is_of_their_column():
    page = [*table_page(100), text(72, 184, "Gains"), right(380, 184, "-"), right(470, 184, "30")]
    assert only_table(read(page))[-1] == "Gains | - | 30"


def test_a_currency_sign_close_to_a_label_is_its_values():
    page = [*table_page(100), text(212, 184, "Profit per bale $"), right(370, 184, "30"), right(470, 184, "25")]
    assert only_table(read(page))[-1] == "Profit per bale | $30 | 25"


def test_a_label_whose_values_stand_between_its_lines_is_one():
    dollars = [text(300, 190, "$"), right(370, 190, "7,100"), text(400, 190, "$"), right(470, 190, "6,900")]
    page = [*table_page(100), text(72, 184, "Cash, deposits and marketable"), *dollars, text(72, 196, "securities")]
    assert only_table(read(page))[-1] == "Cash, deposits and marketable securities | $7,100 | $6,900"


def test_labels_of_two_lines_whose_values_stand_between_them_in_every_row():
    page = [
        right(370, 100, "2024"),
        right(470, 100, "2023"),
        *(
            piece
            for k, (first, last) in enumerate(
                (("Profit of the mills", "per bale"), ("Closing", "costs"), ("Profit", "after tax"))
            )
            for piece in (
                text(72, 120 + 27 * k, first),
                right(370, 127 + 27 * k, f"{710 - k}"),
                right(470, 127 + 27 * k, f"{690 - k}"),
                text(72, 134 + 27 * k, last),
            )
        ),
    ]
    assert only_table(read([*prose(LINES, 40), *page]))[1:] == [
        "Profit of the mills per bale | 710 | 690",
        "Closing costs | 709 | 689",
        "Profit after tax | 708 | 688",
    ]


def test_a_title_between_unequal_margins_is_no_header():
    wide = [
        text(60, 40 + 12 * k, "These lines of prose run from one margin to the other, and on" + " on" * 14)
        for k in range(3)
    ]
    title = text(313 - 2.5 * len("SEGMENTS"), 130, "SEGMENTS", bold=True)
    assert "heading: SEGMENTS" in outline(read([*wide, title, *table_page(150)]))


def test_labels_that_stand_below_their_values_are_theirs():
    page = [
        *prose(LINES, 60),
        right(370, 120, "2024"),
        right(470, 120, "2023"),
        *values(150, "1,200", "1,100"),
        text(72, 157, "Sales"),
        *values(187, "900", "850"),
        text(72, 194, "Costs of cloth that was sold to"),
        text(72, 206, "other mills"),
        *values(236, "300", "250"),
        text(72, 243, "Profit"),
    ]
    assert only_table(read(page)) == [
        ". | 2024 | 2023",
        "Sales | 1,200 | 1,100",
        "Costs of cloth that was sold to other mills | 900 | 850",
        "Profit | 300 | 250",
    ]


def test_dates_that_stand_close_head_a_column_each():
    dates = text(305, 100, "June 30, 2024 March 31, 2024 June 30, 2023", 8)
    rows = [
        (text(72, y, label), right(345, y, a), right(410, y, b), right(465, y, c))
        for y, label, a, b, c in ((114, "Wool", "90", "80", "70"), (128, "Cloth", "40", "30", "20"))
    ]
    page = [*prose(LINES, 60), dates, *(cell for row in rows for cell in row)]
    assert only_table(read(page))[0] == ". | June 30, 2024 | March 31, 2024 | June 30, 2023"


def test_headings_of_different_heights_side_by_side_are_one_row():
    page = [
        *prose(LINES, 60),
        text(447, 114, "Six months ended"),
        text(292, 120, "Three months ended"),
        *(right(x, 134, year) for x, year in ((320, "2024"), (380, "2023"), (470, "2024"), (530, "2023"))),
        *(text(72, y, label) for y, label in ((148, "Sales"), (162, "Costs"))),
        *(right(x, y, "1,200") for x in (320, 380, 470, 530) for y in (148, 162)),
    ]
    assert only_table(read(page))[0] == ". | Three months ended <2> | . | Six months ended <2> | ."


def test_a_currency_sign_close_to_the_value_before_it_is_the_next_values():
    page = [*table_page(100), text(72, 184, "Gains"), text(345, 184, "(98) $"), right(470, 184, "30")]
    assert only_table(read(page))[-1] == "Gains | (98) | $30"


def test_units_beside_the_headings_go_with_them_to_the_next_page():
    header = [text(72, 756, "(In thousands)"), right(370, 756, "June 2024"), right(470, 756, "June 2023")]
    rows = [*figures(54, "Sales", "1,200", "1,100"), *figures(68, "Costs", "900", "850")]
    document = read([*prose(LINES, 60), *header], rows)
    assert only_table(document)[0] == "(In thousands) | June 2024 | June 2023"


LONG_LABEL = "Common stock, par value $0.01, 9,000,000 shares authorized and 8,000,000 shares issued and sold"


def small(y: float, label: str, *values: str) -> list[bytes]:
    cells = [right(x, y, value, 5) for x, value in zip((370, 470), values, strict=False)]
    return [text(72, y, label, 5), *cells]


def test_a_label_as_long_as_prose_belongs_to_the_figures_close_below_it():
    rows = [("Equity", "2024", "2023"), ("Capital", "90", "80"), (LONG_LABEL + ",",), ("at cost", "80", "79")]
    page = [piece for k, row in enumerate([*rows, ("Deficit", "(20)", "(10)")]) for piece in small(100 + 6 * k, *row)]
    assert only_table(read(page))[-2:] == [f"{LONG_LABEL}, at cost | 80 | 79", "Deficit | (20) | (10)"]


def test_a_table_goes_on_with_a_label_as_long_as_prose():
    label = [text(72, 40, LONG_LABEL + ",", 5), text(72, 46, "at cost", 5), *values(46, "80", "79")]
    document = read([*prose(LINES, 60), *table_page(650)], [*label, *figures(60, "Deficit", "(20)", "(10)")])
    assert only_table(document)[-2:] == [f"{LONG_LABEL}, at cost | 80 | 79", "Deficit | (20) | (10)"]


def test_one_row_that_ends_a_table_stands_at_the_top_of_a_page():
    def row(y: float, label: str, *cells: str) -> list[bytes]:
        return [text(72, y, label), *(right(x, y, cell) for x, cell in zip((370, 412), cells, strict=True))]

    first = [*row(640, "Wool", "2024", "2023"), *row(654, "Sales", "120,000", "110,000"), *row(668, "Costs", "9", "8")]
    document = read([*prose(LINES, 60), *first], [*row(40, "Profit", "300", "250"), *prose(LINES, 100)])
    assert only_table(document)[-1] == "Profit | 300 | 250"


def test_the_year_of_a_date_ends_the_label_that_breaks_off_before_it():
    label = [text(72, 184, "Preferred stock, none issued as of December 31,"), text(72, 195, "2024")]
    page = [*table_page(100), *label, right(370, 195, "-"), right(470, 195, "-")]
    assert only_table(read(page))[-1] == "Preferred stock, none issued as of December 31, 2024 | - | -"


def test_a_currency_behind_a_comma_is_the_unit_of_its_row():
    page = [*table_page(100), text(72, 184, "Profit per bale, EUR"), right(370, 184, "0.30"), right(470, 184, "0.25")]
    assert only_table(read(page))[-1] == "Profit per bale, EUR | 0.30 | 0.25"


def over_cells(*heads: tuple[float, str]) -> list[bytes]:
    """Rows of four figures that stand on the right of wide cells, below headings that are centred over these."""
    columns = (250, 350, 450, 550)
    years = [right(x, 114, year) for x, year in zip(columns, ("2024", "2023") * 2, strict=True)]
    rows = [
        piece
        for k, label in enumerate(("Sales", "Costs"))
        for piece in (text(72, 128 + 14 * k, label), *(right(x, 128 + 14 * k, f"{x + k}") for x in columns))
    ]
    return [*(text(x - 2.5 * len(words), 100, words) for x, words in heads), *years, *rows]


def test_headings_are_centred_over_cells_whose_figures_stand_on_the_right():
    page = over_cells((250, "Three Months"), (450, "Six Months"))
    assert only_table(read(page))[0] == ". | Three Months <2> | . | Six Months <2> | ."


def test_a_heading_that_ends_with_the_figures_of_one_column_stands_over_it():
    page = over_cells((235, "Mills"), (535, "Others"))
    assert only_table(read(page))[0] == ". | Mills | . | . | Others"


def test_days_stand_below_their_months_beside_a_whole_date():
    page = [
        text(325, 100, "March 31,"),
        text(425, 100, "December"),
        text(330, 112, "2025"),
        text(425, 112, "31, 2024"),
        *figures(126, "Cash", "1,200", "1,100"),
        *figures(140, "Wool", "900", "850"),
    ]
    assert only_table(read(page))[:2] == [". | March 31, | December 31, 2024", ". | 2025"]


def test_a_space_that_only_the_reader_of_the_file_guesses_parts_no_number():
    from auditor.reading.pdf_page import Glyph, _apart

    def apart(gap: float, spaced: bool = False, guessed: bool = False) -> bool:
        last, glyph = (Glyph("1", x, x + 5, 100, 10, 400, spaced, guessed) for x in (0.0, 5.0 + gap))
        return _apart(last, glyph, 100, 10)

    assert [apart(0.1, guessed=True), apart(2.0, guessed=True), apart(2.0), apart(0.1, spaced=True)] == [
        False,
        True,
        False,
        True,
    ]


def test_dashes_in_the_middle_of_a_cell_stand_in_the_column_of_its_figures():
    rows = [("Sales", "1,200", "1,100"), ("Gains", "-", "30"), ("Costs", "(900)", "-")]
    page = [right(370, 100, "2024"), right(470, 100, "2023")]
    for k, (label, *cells) in enumerate(rows):
        y = 114 + 14 * k
        page.append(text(72, y, label))
        page += [text(x - 50, y, c) if c == "-" else right(x, y, c) for x, c in zip((370, 470), cells, strict=True)]
    assert only_table(read(page)) == [
        ". | 2024 | 2023",
        "Sales | 1,200 | 1,100",
        "Gains | - | 30",
        "Costs | (900) | -",
    ]


def test_a_label_and_two_times_that_stand_close_are_a_header():
    page = table_page(130)[1:]
    heads = text(
        72, 130, "($ in millions, except per share amounts) Three Months Ended June 30 Six Months Ended June 30", 6
    )
    found = only_table(read([heads, *page]))
    assert (
        found[0] == "($ in millions, except per share amounts) | Three Months Ended June 30 | Six Months Ended June 30"
    )


def test_a_figure_a_mere_space_from_its_label_ends_as_its_column_does():
    page = [
        *table_page(100),
        text(72, 184, "Weighted average shares of the Mills 4,656,370"),
        right(470, 184, "4,675,067"),
    ]
    assert only_table(read(page))[-1] == "Weighted average shares of the Mills 4,656,370 | . | 4,675,067"
    page[-2] = right(370, 184, "Weighted average shares of the Mills 4,656,370")
    assert only_table(read(page))[-1] == "Weighted average shares of the Mills | 4,656,370 | 4,675,067"


def test_what_a_browser_prints_at_the_edges_of_a_page_is_furniture():
    stamps = [text(24, 22, "11/27/26, 8:33 PM"), text(24, 780, "file:///tmp/mills.html 1/2")]
    document = read([*stamps, *prose(LINES, 60)])
    assert [p.kind for p in document.paragraphs] == ["prose", "furniture", "furniture"]


def test_a_page_of_few_lines_has_the_distance_of_those_before():
    few = [text(72, 81, "* With a gift of wool in the third quarter."), text(72, 102, "WOOL SUMMARY")]
    document = read([*prose(LINES * 3, 60)], [*few, *table_page(130)])
    assert "prose: WOOL SUMMARY" not in outline(document)
    assert [line for line in outline(document) if "WOOL" in line] == ["heading: WOOL SUMMARY"]


def test_a_heading_whose_letters_are_set_apart_is_made_of_its_words():
    def spread(x: float, y: float, words: str) -> list[bytes]:
        return [text(x + 9 * k, y, letter) for k, letter in enumerate(words) if letter != " "]

    document = read([*spread(72, 60, "SECOND QUARTER 2026"), *prose(LINES)])
    assert outline(document) == ["heading: SECOND QUARTER 2026", "prose: " + " ".join(LINES)]
    document = read([*[text(72 + 40 * k, 60, letter) for k, letter in enumerate("ABCDEFGH")], *prose(LINES)])
    assert outline(document)[0].endswith(": A B C D E F G H")


def lengths_page(y: float = 100) -> list[bytes]:
    """Rows below two lengths of time, which end where the last figures below them do, and four years."""
    years = [right(x, y + 12, year) for x, year in ((330, "2026"), (390, "2025"), (450, "2026"), (510, "2025"))]
    rows = [("Sales", "120", "110", "240", "230"), ("Costs", "90", "85", "180", "170")]
    page = [right(390, y, "Quarter ended"), right(510, y, "Year ended"), *years]
    for k, (label, *figures) in enumerate(rows):
        page += [text(72, y + 26 + 12 * k, label)]
        page += [right(x, y + 26 + 12 * k, figure) for x, figure in zip((330, 390, 450, 510), figures, strict=True)]
    return page


def test_headings_that_end_with_their_columns_share_these_evenly():
    assert only_table(read(lengths_page()))[:2] == [
        ". | Quarter ended <2> | . | Year ended <2> | .",
        ". | 2026 | 2025 | 2026 | 2025",
    ]


def test_borders_of_cells_of_which_some_are_empty_do_not_tell_how_far_a_heading_reaches():
    borders = [rule(x - 50, x + 10, 103) for x in (330, 390, 450, 510)]
    assert only_table(read([*lengths_page(), *borders]))[0] == ". | Quarter ended <2> | . | Year ended <2> | ."


def test_two_lengths_of_time_a_mere_space_apart_are_two_headings():
    page = [piece for piece in lengths_page() if b"ended" not in piece]
    page += [text(290, 100, "Quarter Ended June 30, Six Months Ended June 30,", 9)]
    assert only_table(read(page))[0] == ". | Quarter Ended June 30, <2> | . | Six Months Ended June 30, <2> | ."


def years_and_rows(y: float = 112) -> list[bytes]:
    return [piece for piece in lengths_page(y - 12) if b"ended" not in piece]


def test_headings_that_begin_with_the_cells_of_their_columns_stand_over_these():
    page = [*years_and_rows(), text(306, 100, "Quarter ended"), text(425, 100, "Year ended")]
    assert only_table(read(page))[0] == ". | Quarter ended <2> | . | Year ended <2> | ."
    page = [*years_and_rows(), text(306, 100, "Quarter ended")]
    assert only_table(read(page))[0] == ". | Quarter ended <4> | . | . | ."


def test_days_go_to_the_one_of_two_times_a_mere_space_apart_that_they_stand_below():
    heads = text(310, 88, "Three Months Ended June Six Months Ended June", 7)
    page = [*years_and_rows(), heads, text(310, 100, "30,", 7), text(394, 100, "30,", 7)]
    assert only_table(read(page))[0] == ". | Three Months Ended June 30, <2> | . | Six Months Ended June 30, <2> | ."


def test_times_side_by_side_below_figures_head_another_table():
    page = [*lengths_page(100), right(400, 150, "June 30, 2026"), right(510, 150, "March 31, 2026")]
    page += [piece for k in (0, 1) for piece in figures(162 + 12 * k, "Cash", f"1{k}", f"2{k}")]
    assert outline(read(page)) == ["[t1]", "[t2]"]


def test_whole_figures_a_mere_space_apart_are_those_of_two_columns():
    def row(y: float, words: str) -> list[bytes]:
        return [text(72, y, words.split("  ")[0]), text(300, y, words.split("  ")[1])]

    page = [*row(100, "Mills  2026   2025"), *row(112, "Wool  $1,120 $1,110"), *row(124, "Flax  (1,090) (1,080)")]
    assert only_table(read(page))[1:] == ["Wool | $1,120 | $1,110", "Flax | (1,090) | (1,080)"]


TYPEWRITTEN = """\
                              2026    2025

Sales of wool ............... $ 120   $ 110
Costs .......................    90      85
                             ------- -------
Net loss .................... $ (30) $  (25)
Shares ......................    10      10"""


def test_dots_that_lead_to_a_figure_end_its_label_and_typed_strokes_are_no_title():
    page = [
        text(72 + 5 * m.start(), 100 + 12 * k, m.group())
        for k, line in enumerate(TYPEWRITTEN.split("\n"))
        for m in re.finditer(r"\S+", line)
    ]
    assert only_table(read(page))[1:] == [
        "Sales of wool | $ 120 | $ 110", "Costs | 90 | 85", "Net loss | $ (30) | $(25)", "Shares | 10 | 10",
    ]  # fmt: skip


def test_a_title_with_which_a_page_ends_is_that_of_the_table_below_though_its_header_is_the_same():
    first = [*lengths_page(650), text(72, 720, "Brook Mills and Subsidiaries")]
    assert outline(read([*prose(LINES), *first], lengths_page(60))) == [
        "prose: " + " ".join(LINES), "[t1]", "heading: Brook Mills and Subsidiaries", "[t2]",
    ]  # fmt: skip


def test_a_label_goes_on_where_its_line_was_full_or_breaks_off():
    def row(y: float, label: str, *figures: str) -> list[bytes]:
        return [text(72, y, label), *(right(x, y, f) for x, f in zip((370, 470), figures, strict=False))]

    page = [
        *row(100, "", "2026", "2025"), *row(114, "Sales of pumps and valves", "120", "110"),
        *row(128, "Income before taxes-"), *row(142, "Pumps and", "90", "80"),
        *row(156, "Total of pumps, Americas &"), *row(168, "Asia", "30", "25"),
        *row(182, "Valves of Europe, Africa"), *row(194, "Asia and Arabia", "6", "5"), *row(208, "Other", "1", "1"),
    ]  # fmt: skip
    assert [line.split(" | ")[0] for line in only_table(read(page))[1:]] == [
        "Sales of pumps and valves", "Income before taxes-", "Pumps and", "Total of pumps, Americas & Asia",
        "Valves of Europe, Africa Asia and Arabia", "Other",
    ]  # fmt: skip
