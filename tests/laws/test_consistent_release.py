"""The law of the generated release: nothing is found in a consistent one, and one planted error is found."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from hypothesis import assume, given, settings
from hypothesis import strategies as st

import auditor
from auditor.model.finding import Finding

RULES = auditor.load_rules()


@dataclass(frozen=True)
class Year:
    revenue: int
    cost: int
    expenses: int
    tax: int

    @property
    def gross(self) -> int:
        return self.revenue - self.cost

    @property
    def pretax(self) -> int:
        return self.gross - self.expenses

    @property
    def net(self) -> int:
        return self.pretax - self.tax


@st.composite
def years(draw: st.DrawFn) -> tuple[Year, Year]:
    """Two profitable quarters, in thousands; revenue grows."""
    found = []
    floor = 20_000
    for _ in range(2):
        revenue = draw(st.integers(floor, floor * 2))
        cost = draw(st.integers(revenue // 4, revenue // 2))
        expenses = draw(st.integers(revenue // 10, revenue // 4))
        tax = draw(st.integers(200, (revenue - cost - expenses) // 2))
        found.append(Year(revenue, cost, expenses, tax))
        floor = revenue + revenue // 10
    return found[1], found[0]


def rounded(value: Decimal, places: str) -> Decimal:
    return value.quantize(Decimal(places), ROUND_HALF_UP)


def release(now: Year, before: Year, revenue: str | None = None, gross: str | None = None) -> str:
    """A release of the two quarters; `revenue` and `gross` stand in for the figures of the text and the table."""
    growth = rounded(Decimal(now.revenue) / before.revenue * 100 - 100, "0.1")
    said = revenue or str(rounded(Decimal(now.revenue) / 1000, "0.1"))
    earned = rounded(Decimal(now.net) / 1000, "0.1")
    lines = [
        ("Revenue", now.revenue, before.revenue),
        ("Cost of revenue", now.cost, before.cost),
        ("Gross profit", gross or now.gross, before.gross),
        ("Operating expenses", now.expenses, before.expenses),
        ("Income before income taxes", now.pretax, before.pretax),
        ("Provision for income taxes", now.tax, before.tax),
        ("Net income", now.net, before.net),
    ]
    rows = "\n".join(f"{label:27}| {_printed(a):>10} | {_printed(b):>10}" for label, a, b in lines)
    return (
        f"Revenue for the quarter ended June 30, 2025 was ${said} million, an increase of {growth}% from the prior "
        f"year quarter. Net income was ${earned} million.\n\n"
        "In thousands               | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024\n"
        f"{rows}\n"
    )


def _printed(value: int | str) -> str:
    return value if isinstance(value, str) else f"{value:,}"


def loud(text: str) -> list[Finding]:
    audit = auditor.audit(auditor.read_document(text.encode(), "release.txt"), RULES)
    return [f for f in audit.findings if f.level in ("error", "warning")]


@settings(max_examples=30)
@given(years())
def test_nothing_is_found_in_a_consistent_release(pair: tuple[Year, Year]) -> None:
    assert loud(release(*pair)) == []


@settings(max_examples=30)
@given(years(), st.integers(3, 9))
def test_a_wrong_figure_of_the_text_is_found(pair: tuple[Year, Year], by: int) -> None:
    now, before = pair
    wrong = str(rounded(Decimal(now.revenue) / 1000, "0.1") + by)
    assert any(f"${wrong} million" in f.message for f in loud(release(now, before, revenue=wrong)))


@settings(max_examples=30)
@given(years(), st.integers(1, 9))
def test_a_wrong_figure_of_the_table_is_found(pair: tuple[Year, Year], by: int) -> None:
    now, before = pair
    wrong = f"{now.gross + by * 1000:,}"
    assume(wrong != f"{now.gross:,}")
    assert any(wrong in str(f) for f in loud(release(now, before, gross=wrong)))
