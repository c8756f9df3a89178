"""Prose and tables of several segments, each below its heading, and other forms in which banks report."""

from tests.engine import releases

QUARTERS = (
    "Three Months Ended September 30, 2025 | Three Months Ended June 30, 2025 | Three Months Ended September 30, 2024"
)
SECTIONS = """
Retail Lending¹

Net income of $282 million

Revenue of $1.06 billion², up 3%, driven by fees

Provision for credit losses of $125 million decreased 11%

# Financial Results

($ in millions)             | Sept. 30, 2025 | June 30, 2025 | Sept. 30, 2024
Total revenue²              | $1,064         | $1,041        | $1,033
Provision for credit losses | 125            | 130           | 141
Income tax expense          | 94             | 90            | 92
Net income                  | $282           | $269          | $277

# Business Highlights

($ in billions)             | Sept. 30, 2025 | June 30, 2025 | Sept. 30, 2024
Average deposits            | $94.2          | $93.8         | $95.9

Harbour Finance

Net income of $117 million

Revenue of $600 million2 increased 15%

# Financial Results

($ in millions)             | Sept. 30, 2025 | June 30, 2025 | Sept. 30, 2024
Total revenue²              | $600           | $576          | $522
Provision for credit losses | 3              | 7             | 6
Income tax expense          | 39             | 35            | 34
Net income                  | $117           | $106          | $102
"""


def segments(text: str = SECTIONS) -> list[str]:
    return releases.verdicts(text, "Third quarter 2025 results by segment are as follows.")


def test_each_segment_has_the_figures_below_its_heading() -> None:
    assert segments() == ["agrees"] * 8


def test_the_figure_of_another_segment_is_not_taken_for_one() -> None:
    told = SECTIONS.replace("Net income of $117", "Net income of $282")
    assert "agrees" not in segments(told)[5:6]


RESULTS = f"""
In millions | {QUARTERS}
Net interest income | 900 | 880 | 800
Provision for credit losses | 190 | 210 | 245
Net charge-offs | 220 | 205 | 200
Hedging gains (losses) | (19) | (8) | (132)
Ferry revenue | 2,500 | 2,300 | 2,100
Ferry revenue (excl. tolls) | 2,200 | 2,050 | 1,947
"""


def test_lists_of_several_measures_stand_under_the_periods_before_them() -> None:
    said = (
        "For the three months ended September 30, 2025, June 30, 2025 and September 30, 2024, hedging gains (losses)"
        " were ($19) million, ($8) million and ($132) million, and net interest income was $900 million, $880 million"
        " and $800 million, respectively."
    )
    assert releases.verdicts(RESULTS, said) == ["agrees"] * 6
    assert releases.loud(RESULTS, said.replace("$880", "$808")) == ["C001"]


def test_a_reserve_is_built_by_what_the_provision_exceeds_the_charge_offs() -> None:
    said = "The net reserve release was $30 million, compared with a net reserve build of $45 million a year ago."
    assert releases.verdicts(RESULTS, said) == ["agrees", "agrees"]
    assert releases.verdicts(RESULTS, said.replace("$45", "$54"))[1] != "agrees"


def test_what_is_left_out_within_brackets_is_not_what_rose() -> None:
    for aside in ("(ex. Tolls, up 13%)", "(excluding tolls, up 13%)", "(excl. net interest income, up 13%)"):
        found = releases.audited(RESULTS, f"Ferry revenue increased 19% {aside} to $2,500 million.")
        assert [str(c.measure) for c in found.claims] == ["ferry revenue"] * 3, aside
    assert releases.verdicts(RESULTS, "Ferry revenue of $2,500 million ($2,200 million ex. tolls)") == ["agrees"] * 2


EQUIVALENT = """
# Net Interest Income (FTE)

In billions | Net Interest Income (GAAP) | FTE Adjustment | Total
3Q24        | $14.0                      | $0.2           | $14.2
2Q25        | $13.7                      | $0.2           | $13.9
3Q25        | $14.4                      | $0.1           | $14.5
"""


def test_the_tax_equivalent_basis_is_that_of_its_own_column() -> None:
    said = "Net interest income on an FTE basis was $14.5 billion, compared to $14.2 billion in 3Q24."
    assert releases.verdicts(EQUIVALENT, said, title="Halden Ridge Reports 3Q25 Results") == ["agrees", "agrees"]
    wrong = said.replace("$14.5", "$14.4")
    assert "disagrees" in releases.verdicts(EQUIVALENT, wrong, title="Halden Ridge Reports 3Q25 Results")
