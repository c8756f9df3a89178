"""Ranges that cells print, as in tables of guidance."""

import pytest

from auditor.model.fact import Range
from auditor.tables.ranges import range_in
from tests.tables import drawn

PRINTED = {
    "$1.05 - $1.10": "1.05 1.10 USD",
    "$1.05–$1.10": "1.05 1.10 USD",
    "5% to 7%": "5 7 percent",
    "20 - 21%": "20 21 percent",
    "(2)% to 0%": "-2 0 percent",
    "$145 - $155 million": "145 155 USD",
    "between 63 and 65": "63 65",
    "approximately 2%": "2 2 percent",
    "50% +/- 1%": "49 51 percent",
    "53.0% plus or minus 50 bps": "52.5 53.5 percent",
    "$400 or more": "400 400 USD",
}


@pytest.mark.parametrize("text", PRINTED)
def test_both_ends_of_a_range_have_its_unit(text: str) -> None:
    ends = range_in(text)
    assert ends is not None
    low, high = ends
    assert (low.mark, low.currency, low.power) == (high.mark, high.currency, high.power)
    assert " ".join(filter(None, (str(low.value), str(high.value), low.currency, low.mark))) == PRINTED[text]


@pytest.mark.parametrize(
    "text", ["1,234", "(1,234)", "2019 - 2020", "2019-20", "30 - 59 days", "Level 1 - 2", "from 5", "—", "N/M - N/M"]
)
def test_figures_years_and_lengths_of_time_are_none(text: str) -> None:
    assert range_in(text) is None


GUIDANCE = """
# 2025 Guidance

In millions, except per share data | Q2 2025             | 2025
Revenue                            | $202.0 - $204.0     | $834 - $840
Revenue growth                     | 18% to 19%          | approximately 20%
Earnings per share                 | $0.33 - $0.35       | $1.38 - $1.43
"""


def _said(found: Range) -> str:
    return f"{found.label}, {found.header}: {found.low.value} to {found.high.value} {found.low.unit}"


def test_a_table_of_guidance_gives_ranges_in_base_units_and_no_figure() -> None:
    table = drawn.table(GUIDANCE)
    assert not table.facts
    assert [_said(r) for r in table.ranges] == [
        "Revenue, Q2 2025: 202000000 to 204000000 USD",
        "Revenue, 2025: 834000000 to 840000000 USD",
        "Revenue growth, Q2 2025: 18 to 19 percent",
        "Revenue growth, 2025: 20 to 20 percent",
        "Earnings per share, Q2 2025: 0.33 to 0.35 USD/share",
        "Earnings per share, 2025: 1.38 to 1.43 USD/share",
    ]
