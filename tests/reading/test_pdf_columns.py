"""Pages of a PDF that are set in columns."""

from hypothesis import given
from hypothesis import strategies as st

from auditor.reading.pdf_columns import column_order
from auditor.reading.pdf_page import Sheet, TextLine, Word
from tests.reading.make_pdf import right, text
from tests.reading.test_pdf import prose, read, table_page
from tests.reading.text_shown import only_table, outline

LEFT, RIGHT = 50, 330
SIX = "abcdef"


def test_two_columns_are_read_one_after_the_other():
    left = [f"The left column has line {k} of its prose" for k in "abcdefghij"]
    aside = [f"The right column has line {k} of its prose" for k in "abcdefghij"]
    page = [*prose(left, 100, LEFT), *prose(aside, 100, RIGHT)]
    text_of = read(page).text.replace("\n", " ")
    assert text_of.index("left column has line j") < text_of.index("right column has line a")


def test_a_table_under_two_columns_keeps_its_labels():
    left = [f"The left column has line {k} of its prose" for k in "abcdefghij"]
    aside = [f"The right column has line {k} of its prose" for k in "abcdefghij"]
    over = [text(72, 240, "Below stand the figures of both columns, in one line over the whole width of this page")]
    found = outline(read([*prose(left, 100, LEFT), *prose(aside, 100, RIGHT), *over, *table_page(270)]))
    assert found[-1] == "[t1]"
    assert found[-2] == "prose: Below stand the figures of both columns, in one line over the whole width of this page"


def column(side: str, letters: str = "abcdefghij") -> list[str]:
    return [f"The {side} column has line {k} of prose" for k in letters]


def shown(*pieces: list[bytes]) -> list[str]:
    return outline(read([piece for part in pieces for piece in part]))


def test_lines_of_columns_need_not_stand_on_one_base_line():
    found = shown(prose(column("left"), 100, LEFT), prose(column("right"), 105, RIGHT))
    assert found == ["prose: " + " ".join(column("left")), "prose: " + " ".join(column("right"))]


def test_three_columns():
    sides = [prose(column(side, SIX), 100, x) for side, x in (("1st", 15), ("2nd", 215), ("3rd", 415))]
    assert shown(*sides) == ["prose: " + " ".join(column(side, SIX)) for side in ("1st", "2nd", "3rd")]


def test_a_paragraph_goes_on_in_the_next_column():
    first = ["The mills sold more cloth than in all the", "years before, and they bought the wool of"]
    rest = ["the hills at lower prices than those of", "the valleys."]
    left = [*prose(column("left", SIX), 100, LEFT), *prose(first, 190, LEFT)]
    aside = [*prose(rest, 100, RIGHT), *prose(column("right", SIX), 140, RIGHT)]
    assert "prose: " + " ".join(first + rest) in shown(left, aside)


def test_a_headline_over_both_columns_parts_nothing():
    over = [text(72, 60, "Brook Mills sold more cloth in this second quarter than in any other of its history")]
    found = shown(over, prose(column("left"), 100, LEFT), prose(column("right"), 100, RIGHT))
    assert [line[:24] for line in found] == [
        "prose: Brook Mills sold ",
        "prose: The left column h",
        "prose: The right column ",
    ]


def test_a_title_under_the_columns_belongs_to_the_table_below():
    title = [text(200, 245, "PROFIT OF BROOK MILLS, INC.", bold=True)]
    found = shown(prose(column("left"), 100, LEFT), prose(column("right"), 100, RIGHT), title, table_page(270))
    assert found[-2:] == ["heading: PROFIT OF BROOK MILLS, INC.", "[t1]"]


def test_headings_on_the_right_of_the_gutter_belong_to_the_table_below():
    heads = [text(340, 222, "Quarter ended"), text(450, 222, "Quarter ended")]
    days = [text(50, 234, "(in thousands)"), text(340, 234, "June 30, 2026"), text(450, 234, "June 30, 2025")]
    rows = [
        piece
        for k, label in enumerate(("Sales", "Costs", "Profit"))
        for piece in (
            text(50, 266 + 12 * k, label),
            right(405, 266 + 12 * k, f"1{k}"),
            right(515, 266 + 12 * k, f"2{k}"),
        )
    ]
    titles = [text(50, 254, "Revenue:")]
    page = read([*prose(column("left"), 100, LEFT), *prose(column("right"), 100, RIGHT), *heads, *days, *titles, *rows])
    assert only_table(page)[:2] == [
        ". | Quarter ended | Quarter ended",
        "(in thousands) | June 30, 2026 | June 30, 2025",
    ]


def small_table(x: float, y: float) -> list[bytes]:
    rows = [("2024", "2023"), ("Sales of cloth", "120", "110"), ("Costs of wool", "90", "85"), ("Profit", "30", "25")]
    return [
        piece
        for k, row in enumerate(rows)
        for piece in (
            *([text(x, y + 14 * k, row[0])] if len(row) == 3 else []),
            right(x + 120, y + 14 * k, row[-2]),
            right(x + 165, y + 14 * k, row[-1]),
        )
    ]


def test_a_table_in_a_column_is_one_of_its_own():
    left = [*prose(column("left"), 100, LEFT)]
    aside = [*small_table(RIGHT, 100), *prose(column("right", SIX), 180, RIGHT)]
    assert [line[:24] for line in shown(left, aside)] == [
        "prose: The left column h",
        "[t1]",
        "prose: The right column ",
    ]


def test_tables_side_by_side_are_two():
    found = shown(*[small_table(x, y) for x in (LEFT, RIGHT) for y in (100, 170)], prose(["Both are of 2024."], 300))
    assert found.count("[t2]") == 1 and "[t1]" in found


def test_lines_stretched_to_their_margins_are_no_table():
    words = "Sales of 9 mills in 2024 rose to the sum of 12,400 at once".split()
    stretched = [text(LEFT + 19 * k, 100, word, 4.5) for k, word in enumerate(words)]
    assert "[t1]" not in shown(stretched, prose(column("left"), 112, LEFT))


def test_a_table_over_the_whole_width_is_no_pair_of_columns():
    labels = [f"Sales of the cloth number {k} in the quarter" for k in SIX]
    rows = [
        piece
        for k, label in enumerate(labels)
        for piece in (
            text(72, 100 + 14 * k, label),
            right(470, 100 + 14 * k, f"{k + 1},200"),
            right(540, 100 + 14 * k, f"{k + 2},100"),
        )
    ]
    assert shown(rows) == ["[t1]"]


def test_columns_may_be_set_with_wide_gaps_between_their_lines():
    left, aside = (prose(column(side, SIX), y, x, 30) for side, y, x in (("left", 100, LEFT), ("right", 112, RIGHT)))
    found = shown(left, aside)
    assert [line[:24] for line in found] == ["prose: The left column h"] * 6 + ["prose: The right column "] * 6


WORDS = st.sampled_from(["Sales", "of", "woollen", "cloth", "1,200", "$", "(85)", "2024", "quarter.", "INC"])
PLACED = st.tuples(st.integers(0, 58), WORDS)


@given(st.lists(st.tuples(st.integers(6, 30), st.lists(PLACED, min_size=1, max_size=9)), min_size=1, max_size=40))
def test_every_word_of_a_page_is_read_once(rows: list[tuple[int, list[tuple[int, str]]]]) -> None:
    lines, y = [], 40.0
    for gap, words in rows:
        y += gap
        placed = sorted({10.0 * x: word for x, word in words}.items())
        lines.append(TextLine(y, 10, [Word(w, x, x + 4.0 * len(w), y, 10, False) for x, w in placed]))
    bands = column_order(Sheet(612, 792, lines, []))
    read = sorted(id(word) for band in bands for line in band.lines for word in line.words)
    assert read == sorted(id(word) for line in lines for word in line.words)
