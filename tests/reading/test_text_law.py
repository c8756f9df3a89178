"""The law of fixed-width tables: what is printed is read back, cell for cell."""

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.reading.text import read_text
from tests.reading.text_shown import spans_hold, table

WORDS = ["Sales", "Cost of pumps", "Gross profit", "Research", "Interest, net", "Income taxes", "Net income", "Rents"]
WRAPPED = [
    "Selling, general and administrative costs of the yard and its offices",
    "Trade receivables, net of an allowance of $805 in the year and $858 before it",
    "Common stock, 104,765 shares issued and outstanding at the end of the year",
]


@dataclass(frozen=True)
class Printed:
    lines: list[str]
    cells: list[str]


def amount(value: int, style: str) -> str:
    if value == 0:
        return "--"
    digits = f"{abs(value):,}" if style != "rate" else f"{abs(value) / 100:.2f}"
    shown = f"({digits})" if value < 0 else digits + " " * (style == "amount")
    return shown


@st.composite
def printed_tables(draw: st.DrawFn) -> Printed:
    columns = draw(st.integers(1, 5))
    width, gap = draw(st.integers(11, 16)), draw(st.integers(2, 5))
    label = draw(st.integers(26, 44))
    dollars = draw(st.booleans())
    years = [str(2009 - k) for k in range(columns)]
    lines = [" " * label + "".join(" " * gap + year.rjust(width - 1) + " " for year in years).rstrip()]
    cells = [" | ".join([".", *years])]
    if draw(st.booleans()):
        lines.append(" " * label + (" " * gap + "-" * width) * columns)
    for words in draw(st.lists(st.sampled_from([*WORDS, *WRAPPED]), min_size=3, max_size=9)):
        values = [draw(st.integers(-9_999_999, 9_999_999).filter(lambda v: abs(v) > 2100 or v == 0)) for _ in years]
        shown = [amount(value, "amount") for value in values]
        first = dollars and len(cells) == 1
        texts = [("$" if first else " ") + text.rjust(width - 1) for text in shown]
        wrapped = wrap(words, label - 2)
        lines += wrapped[:-1]
        lines.append((wrapped[-1].ljust(label) + "".join(" " * gap + text for text in texts)).rstrip())
        read = [("$" if first else "") + text.strip() for text in shown]
        cells.append(" | ".join([words, *read]))
    return Printed(lines, cells)


def wrap(words: str, width: int) -> list[str]:
    """`words` over lines of at most `width` characters, continued at an indent of one."""
    lines = [""]
    for word in words.split():
        if lines[-1].strip() and len(lines[-1]) + 1 + len(word) > width:
            lines.append(" ")
        lines[-1] += (" " if lines[-1].strip() else "") + word
    return lines


@settings(max_examples=150)
@given(printed_tables(), st.sampled_from([0, 4]))
def test_a_printed_table_is_read_back_cell_for_cell(printed: Printed, margin: int):
    text = "\n".join(" " * margin + line for line in printed.lines)
    document = read_text(f"Some prose stands above it.\n\n{text}\n\nAnd some stands below it, too.\n", "a.txt")
    spans_hold(document)
    (grid,) = document.grids
    assert table(grid) == printed.cells


@settings(max_examples=100)
@given(st.text(alphabet="ab1 $.,()-|%\n<S>#*=\t", max_size=400))
def test_any_text_is_read_without_overlap(text: str):
    document = read_text("x" + text, "a.txt")
    ends = [(block.span.start, block.span.end) for block in document.blocks]
    assert all(end <= start for (_, end), (start, _) in zip(ends, ends[1:], strict=False))
    assert all(0 <= start <= end <= len(document.text) for start, end in ends)
    for grid in document.grids:
        assert all(0 <= cell.row < grid.rows and 0 <= cell.column < grid.columns for cell in grid.cells)
        assert all(grid.span.holds(cell.span) for cell in grid.cells)
