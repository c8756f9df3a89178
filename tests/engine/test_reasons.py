"""Why a number could not be checked, in the words of the release."""

from tests.engine.releases import audited

TABLE = """
(In millions)    | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Net sales
  Nordic Foods   | 404.0 | 390.0
  Retail         | 300.0 | 310.0
Total net sales  | 704.0 | 700.0
Operating income
  Nordic Foods   | 40.4  | 39.0
  Retail         | 30.0  | 31.0
Operating income | 70.4  | 70.0
"""


def reasons(*paragraphs: str, name: str = "draft.txt") -> list[str]:
    found = audited(TABLE, *paragraphs, name=name)
    return [str(found.judgements[c.id].working) for c in found.claims]


def test_a_measure_of_a_segment_is_called_as_the_text_calls_both() -> None:
    said = "# {}", "It did well.", "The gross margin rate declined to 27.4 percent."
    for name in ("Nordic Foods", "Retail"):
        found = reasons(said[0].format(name), *said[1:], name="draft.md")
        assert found == [f"no table gives gross margin rate of {name}"]


def test_a_period_that_no_column_has_is_told_in_words() -> None:
    said = "Net sales for the six months ended June 30, 2025 were $1,400 million."
    assert reasons(said) == ["no figure of Net sales for the 6 months to June 30, 2025"]


def test_a_check_says_what_the_table_lacks() -> None:
    held = "Common stock, $.01 par value; 21,083,500 shares outstanding at June 30, 2025"
    table = f"""
Consolidated Balance Sheets

In thousands, except share data | June 30, 2025
Cash                            | 12,410
Total assets                    | 12,410
Total liabilities               | 12,199
{held} | 211
Total stockholders' equity      | 211
"""
    checks = [c for c in audited(table, "Sales rose.").checks if c.rule == "S009"]
    assert [c.why for c in checks] == ["not checked: the line does not say how many shares are issued"]
