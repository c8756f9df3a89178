"""Ways of the discussion in quarterly reports: lengths told again for the year before, segments listed under one
measure, results of segments, changes named as nouns, rates of taxes, parts of a figure."""

from functools import partial

import pytest

from tests.engine import releases

TITLE = "Acme Inc. Reports Second Quarter 2025 Results"
audited, verdicts = partial(releases.audited, title=TITLE), partial(releases.verdicts, title=TITLE)

NOW, AGO = "Three Months Ended June 30, 2025", "Three Months Ended June 30, 2024"
SIX, SIX_AGO = "Six Months Ended June 30, 2025", "Six Months Ended June 30, 2024"
COMPANY = f"""
In millions                  | {NOW} | {AGO}   | {SIX}   | {SIX_AGO}
Revenue                      | 800.0 | 760.0   | 1,600.0 | 1,500.0
Gross profit                 | 240.0 | 209.0   | 464.0   | 405.0
Selling and administrative   | 104.0 | 100.0   | 208.0   | 201.0
Other income (expense), net  | 36.0  | (7.0)   | 81.0    | (36.0)
Income before income taxes   | 50.0  | (60.0)  | 110.0   | (90.0)
Income tax expense (benefit) | 12.0  | 3.0     | 27.5    | 4.5
"""
SEGMENTS = f"""
In millions      | {NOW}   | {AGO}
Net sales
Pumps            | 1,700.0 | 1,600.0
Garden Care      | 4,100.0 | 3,900.0
Seeds            | 1,100.0 | 1,000.0
Valves           | 900.0   | 1,000.0
Total net sales  | 7,800.0 | 7,500.0
Net earnings
Pumps            | 421.0   | 405.0
Garden Care      | 689.0   | 615.0
Seeds            | 36.0    | 30.0
Valves           | (46.0)  | (20.0)
Total net earnings | 1,100.0 | 1,030.0
"""


def test_the_two_lengths_of_the_sentence_before_are_told_again_for_the_year_before() -> None:
    said = (
        "Other income, net for the three and six months ended June 30, 2025 was $36.0 million and $81.0 million, "
        "respectively. "
        "Other expense, net for the prior year period was {} million and $36.0 million, respectively."
    )
    assert verdicts(COMPANY, said.format("$7.0")) == ["agrees"] * 4
    assert verdicts(COMPANY, said.format("$9.0")) == ["agrees", "agrees", "disagrees", "agrees"]


def test_a_sentence_goes_on_with_the_period_of_a_change() -> None:
    said = (
        "During the six months ended June 30, 2025, gross profit increased $59.0 million, or 14.6%, compared to the "
        "prior year. "
        "Gross profit as a percentage of revenue increased to 29.0%, compared to {} in the prior year."
    )
    assert verdicts(COMPANY, said.format("27.0%")) == ["agrees"] * 4
    assert verdicts(COMPANY, said.format("25.0%"))[-1] == "disagrees"


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Gross margin expansion of 250 basis points compared to the prior year quarter came from prices.", "agrees"),
        (
            "Gross margin expansion of 350 basis points compared to the prior year quarter came from prices.",
            "disagrees",
        ),
        (
            "Selling and administrative expenses as a percentage of revenue decreased 20 basis points compared "
            "to the prior year quarter.",
            "agrees",
        ),
        (
            "Selling and administrative expenses as a percentage of revenue decreased 70 basis points compared "
            "to the prior year quarter.",
            "disagrees",
        ),
        ("Overhead as a percentage of revenue increased 40 basis points.", "unsupported"),
    ],
)
def test_points_of_margins_and_of_shares_of_revenue(said: str, found: str) -> None:
    assert verdicts(COMPANY, said) == [found]


def test_a_percentage_that_restates_taxes_is_their_rate() -> None:
    said = (
        "We recorded income tax expense of $12.0 million, or {}, for the three months ended June 30, 2025, "
        "compared to income "
        "tax expense of $3.0 million, or (5.0)%, for the three months ended June 30, 2024."
    )
    assert verdicts(COMPANY, said.format("24.0%")) == ["agrees"] * 4
    assert verdicts(COMPANY, said.format("42.0%"))[1] == "disagrees"


def test_what_is_a_part_of_a_figure_does_not_contradict_what_is_named_behind_it() -> None:
    said = (
        "Open tax positions were $95.0 million, $64.0 million of which would change our income tax expense "
        "if they were settled."
    )
    assert "disagrees" not in verdicts(COMPANY, said)


def test_numbers_listed_for_as_many_segments() -> None:
    said = (
        "Net sales in our Pumps, Garden Care, and Seeds segments increased by {}, 5.1%, and 10.0% compared "
        "to the prior year."
    )
    assert verdicts(SEGMENTS, said.format("6.3%")) == ["agrees"] * 3
    assert verdicts(SEGMENTS, said.format("8.3%")) == ["disagrees", "agrees", "agrees"]
    both = "Net sales in our Pumps and Garden Care segments increased by 6.3% and 5.1%, respectively."
    assert verdicts(SEGMENTS, both) == ["agrees"] * 2


def test_one_number_for_several_segments_is_that_of_none() -> None:
    assert verdicts(SEGMENTS, "Net sales in our Pumps and Garden Care segments increased by 5.1%.") == ["unsupported"]


def test_net_income_below_the_heading_of_a_segment_is_its_own() -> None:
    said = (
        "## Pumps\n\nPumps net sales increased 6%.\n\nNet earnings increased 4% to {} million on the net sales growth."
    )
    assert verdicts(SEGMENTS, said.format("$421.0")) == ["agrees"] * 3
    assert verdicts(SEGMENTS, said.format("$481.0"))[-1] == "disagrees"


def test_a_loss_of_a_segment_that_grew_is_a_decrease_of_its_earnings() -> None:
    audit = audited(SEGMENTS, "Valves net earnings decreased $26.0 million to a loss of $46.0 million for the quarter.")
    assert [f.rule for f in audit.findings if f.level == "error"] == []


def test_a_label_narrowed_by_what_it_is_on_is_not_contradicted() -> None:
    table = """
    In millions            | June 30, 2025 | December 31, 2024
    Customer reimbursables | 8,267         | 8,063
    Cash                   | 100           | 90
    """
    said = "Customer reimbursables on unpaid claims at June 30, 2025 increased by $130 million over December 31, 2024."
    assert "disagrees" not in verdicts(table, said)


FLOWS = f"""
In millions                          | {SIX}     | {SIX_AGO}
Net cash provided by operations      | 9,100     | 8,400
Capital expenditures                 | (1,700)   | (1,500)
Repurchases of common stock          | (5,050)   | (4,100)
Cash dividends                       | (4,242)   | (4,040)
Amortization                         | 1,500     | 1,100
Stock-based compensation expense     | 657       | 491

In millions                          | June 30, 2025 | December 31, 2024
Current assets                       | 5,000         | 6,000
Current liabilities                  | 6,200         | 5,500
"""
COSTS = f"""
In millions                      | {NOW} | {AGO} | {SIX} | {SIX_AGO}
Amortization                     | 6.0   | 5.0   | 15.0  | 11.0
Stock-based compensation expense | 3.0   | 2.0   | 7.0   | 5.0
Depreciation                     | 4.0   | 3.0   | 9.0   | 8.0
"""


def test_dividends_of_millions_in_a_row_that_is_named_for_dividends_by_the_share() -> None:
    said = "In the first six months of 2025, dividends paid were {} million."
    assert verdicts(FLOWS, said.format("$4,242")) == ["agrees"]
    assert verdicts(FLOWS, said.format("$4,422")) == ["disagrees"]


def test_by_how_much_one_figure_exceeded_another_is_not_the_other() -> None:
    said = "As of June 30, 2025, our current liabilities exceeded current assets by $1,200 million."
    assert "disagrees" not in verdicts(FLOWS, said)


def test_pairs_of_numbers_are_of_what_is_named_behind_them() -> None:
    said = (
        "For the three and six months ended June 30, 2025, costs included $6.0 million and $15.0 million of "
        "amortization, {} million and $7.0 million of stock-based compensation expense, and $4.0 million and $9.0 "
        "million of depreciation, respectively."
    )
    assert verdicts(COSTS, said.format("$3.0")) == ["agrees"] * 6
    assert verdicts(COSTS, said.format("$8.0"))[2] == "unsupported", "they may be a part of it"


def test_two_days_behind_one_length_are_the_ends_of_two_periods() -> None:
    table = """
    In millions  | Three Months Ended July 1, 2025 | Three Months Ended June 25, 2024
    Gross profit | 240.0                           | 209.0
    """
    audit = audited(
        table,
        "Gross profit was $240.0 million and $209.0 million for the three months ended July 1, 2025 and June 25, 2024.",
    )
    assert [str(claim.period) for claim in audit.claims] == ["2025-04-02/2025-07-01", "2024-03-26/2024-06-25"]


def test_a_month_in_which_something_was_decided_is_no_period_of_its_figure() -> None:
    table = f"""
    In millions, except per share | {NOW} | {AGO}
    Revenue                       | 800.0 | 760.0
    Cash dividends per share      | 0.25  | 0.20
    """
    audit = audited(
        table, "In February 2025, the board raised the quarterly cash dividend from $0.20 to $0.25 per share."
    )
    assert [finding.rule for finding in audit.findings] == []


def test_a_segment_of_two_words_owns_its_result() -> None:
    said = (
        "Garden Care's net earnings for the three months ended June 30, 2025 and June 30, 2024 were {} million and "
        "$615.0 million, respectively."
    )
    assert verdicts(SEGMENTS, said.format("$689.0")) == ["agrees"] * 2
    assert verdicts(SEGMENTS, said.format("$698.0")) == ["disagrees", "agrees"]


BY_SEGMENT = f"""
Nordic

In millions      | {NOW} | {AGO}
Net sales        | 1,700 | 1,600
Pumps            | 810   | 750
Operating income | 300   | 280

Baltic

In millions      | {NOW} | {AGO}
Net sales        | 4,100 | {{baltic}}
Pumps            | 2,000 | 1,900
Operating income | 500   | 520

The company

In millions      | {NOW} | {AGO}
Nordic           | 1,700 | 1,600
Baltic           | 4,100 | 3,900
Total net sales  | 5,800 | 5,500
Operating income | 800   | 800
"""


def test_a_table_below_the_name_of_a_segment_is_of_that_segment() -> None:
    tables = BY_SEGMENT.format(baltic="3,900")
    assert verdicts(tables, "Baltic operating income decreased 4% to $500 million.") == ["agrees"] * 2
    assert verdicts(tables, "Baltic operating income decreased 6% to $500 million.") == ["disagrees", "agrees"]
    assert verdicts(tables, "Operating income was $800 million.") == ["agrees"]


def test_a_table_whose_figures_differ_from_those_of_the_segment_that_titles_it_is_left_alone() -> None:
    audit = audited(BY_SEGMENT.format(baltic="3,800"), "Sales rose.")
    assert {fact.table: fact.qualifiers for fact in audit.facts if fact.measure and fact.measure.key == "revenue"} == {
        "t1": frozenset({"nordic"}),
        "t2": frozenset(),
        "t3": frozenset(),
    }


def test_unit_sales_are_no_revenue() -> None:
    tables = BY_SEGMENT.format(baltic="3,900")
    assert "disagrees" not in verdicts(tables, "Unit sales of pumps in Nordic decreased 3%.")
