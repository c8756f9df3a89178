"""Any grid at all is read without a fault, each figure at its place."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tables.drawn import document, read

LABELS = [
    "", "Revenue", "  Basic", "Total", "ASSETS", "Balance, February 30, 2024", "2024", "Fiscal 2023", "1-4 family",
    "$5", "Common stock, $.01 par value; 10 and 11 shares issued", "(in thousands)",
    "Shares at end of period", "% Change",
]  # fmt: skip
CELLS = [
    "", "1,000", "$(5)", "—", "12%", "2024", "June 31, 2024", "Three Months Ended", "Change", "N/M", "0.07", "shares",
    "<", "#", ".", "Q5", "% of sales", "52 Weeks Ended", "H1 25", "1.2x", "9/31", "Average Balance", "$ Change",
    "31 February 2023", "(a)", "12345678901234567890123456",
]  # fmt: skip
TITLES = ["", "# Cash Flows (in millions)", "As of June 30, 2024:", "# Q3"]

row = st.tuples(st.sampled_from(LABELS), st.lists(st.sampled_from(CELLS), min_size=1, max_size=4))
rows = st.lists(row, min_size=1, max_size=9)


def drawn(grid: list[tuple[str, list[str]]]) -> str:
    return "\n".join(f"{label} | {' | '.join(cells)}".replace("| <", "| x", 1) for label, cells in grid)


@settings(max_examples=150)
@given(st.lists(rows, min_size=1, max_size=3), st.sampled_from(TITLES))
def test_any_grid(grids: list[list[tuple[str, list[str]]]], title: str) -> None:
    blocks = [drawn(grid) for grid in grids]
    text = "\n\n".join([title, *blocks] if title else blocks)
    found = read(text)
    source = document(text)
    for fact in found.facts:
        assert source.slice(fact.span) == fact.text
        low, high = fact.quantity.low, fact.quantity.high
        assert low is not None
        assert high is not None
        assert low <= fact.quantity.value <= high
    assert [f.id for f in found.facts] == [f"f{k}" for k in range(1, len(found.facts) + 1)]
    assert read(text) == found
