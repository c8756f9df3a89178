"""Changes that tables state."""

from tests.binding.tiny import audited, verdicts

GROWTH = """
                 | Sequential growth Q2 2025 | Year-over-year growth Q2 2025
Temporary staff  | 2.4%                      | 6.0%
Permanent staff  | (5.6)%                   | 5.7%
"""


def test_growth_over_the_quarter_before_is_none_over_the_year_before() -> None:
    said = (
        "Temporary staff revenue increased 2.4% sequentially and 6.0% year over year in the second quarter of 2025.\n"
    )
    assert verdicts(said + GROWTH) == {"2.4%": "agrees", "6.0%": "agrees"}
    assert not audited(said + GROWTH).findings
