"""Whose a result is, when its cause was, which segment is meant: what is of another is no contradiction."""

import pytest

from tests.engine.releases import audited, loud, verdicts

_QUARTERS = " | ".join(f"Three Months Ended June 30, {year}" for year in (2025, 2024))
MILL = f"""
(In millions, except per share)                                 | {_QUARTERS}
Net sales                                                       | 929.2  | 832.9
Operating income (loss)                                         | (74.5) | 66.4
Net earnings (loss) attributable to controlling interest        | (57.5) | 55.7
Diluted earnings (loss) per share attributable to controlling interest | (1.15) | 1.10
"""


def test_a_controlling_interest_is_no_interest_paid() -> None:
    said = "Net loss attributable to controlling interest was ${} million compared to net earnings of $55.7 million."
    assert verdicts(MILL, said.format("57.5")) == ["agrees", "agrees"]
    assert loud(MILL, said.format("75.5")) == ["C001"]
    assert loud(MILL, "We drilled a well with a 98% working interest, and interest is high.") == []


def test_when_the_cause_was_is_not_when_the_figure_was() -> None:
    said = (
        "Operating loss was $74.5 million compared to operating income of ${} million due primarily to impairments in "
        "the second quarter of 2025."
    )
    assert verdicts(MILL, said.format("66.4")) == ["agrees", "agrees"]
    assert loud(MILL, said.format("69.4")) == ["C001"]


def test_a_result_of_all_owners_is_not_that_of_the_company_beside_it() -> None:
    said = (
        "Net earnings were $57.7 million in the prior-year quarter; net earnings attributable to controlling interest "
        "were $55.7 million in the prior-year quarter."
    )
    assert verdicts(MILL, said) == ["unsupported", "agrees"]


def test_a_result_of_another_owner_is_not_that_of_the_company() -> None:
    table = f"\n(In millions) | {_QUARTERS}\nNet income    | 35.4 | 55.2\n"
    said = "There was no net income attributable to Baltic Sound, compared to $9.1 million a year earlier."
    assert verdicts(table, *["Halden Ridge, a maker of pumps, reported results."] * 8, said) == ["unsupported"]
    said = "Net income attributable to Halden Ridge was $35.4 million, compared to ${} million a year earlier."
    assert verdicts(table, said.format("55.2")) == ["agrees", "agrees"]
    assert loud(table, said.format("52.2")) == ["C001"]


PARTS = f"""
(In thousands)      | {_QUARTERS}
Revenue
Northern            | 18,998 | 18,640
Corporate           | 733    | 1,215
Total revenue       | 67,807 | 67,121
Software revenue
License             | 3,632  | 2,394
Maintenance         | 8,938  | 9,125
Total software revenue | 12,570 | 11,519
"""


def test_a_word_that_elsewhere_means_the_whole_names_a_division() -> None:
    assert verdicts(PARTS, "Enterprise Division revenue rose to $48.1 million.") == ["unsupported"]
    assert loud(PARTS, "Enterprise revenue rose to $48.1 million.") == ["C001"]


@pytest.mark.parametrize(("percent", "verdict"), [("52%", "agrees"), ("58%", "unsupported")])
def test_a_row_below_a_heading_is_called_by_its_own_words(percent: str, verdict: str) -> None:
    assert verdicts(PARTS, f"License revenue grew {percent} from the second quarter of 2024.") == [verdict]


DIVISION = f"""
Baltic Services

(In millions)   | {_QUARTERS}
Revenues        | 98.4 | 15.1
Adjusted EBITDA | 34.4 | 7.7
"""


def test_changes_of_two_measures_that_one_period_is_compared_with() -> None:
    said = (
        "Revenues and Adjusted EBITDA increased in the second quarter of 2025 by $83.3 million and ${} million, "
        "respectively, as compared to the same prior year period."
    )
    assert verdicts(DIVISION, said.format("26.7")) == ["agrees", "agrees"]
    assert loud(DIVISION, said.format("29.7")) == ["C002"]


def test_a_consolidated_balance_may_be_more_than_a_current_one() -> None:
    table = "\n(In thousands)   | June 30, 2025 | December 31, 2024\nDeferred revenue | 92,950 | 106,534\n"
    assert verdicts(table, "Consolidated deferred revenue was $96.0 million at June 30, 2025.") == ["unsupported"]
    assert loud(table, "Deferred revenue was $96.0 million at June 30, 2025.") == ["C001"]


WELLS = f"""
                                | {_QUARTERS}
Net income ($MM)                | $64.8  | $20.6
Lease operating expenses ($MM)  | $18.4  | $20.2
Lease operating expenses ($/Boe)| $10.12 | $10.45
"""


def test_units_in_brackets_behind_a_name_are_no_part_of_it() -> None:
    assert (
        verdicts(WELLS, "Net income was $64.8 million, and lease operating expense was $18.4 million.")
        == ["agrees"] * 2
    )
    assert loud(WELLS, "Net income was $68.4 million.") == ["C001"]


def test_an_amount_for_each_unit_is_not_in_millions() -> None:
    said = "Lease operating expense was ${} per Boe, below first quarter levels."
    assert verdicts(WELLS, said.format("10.12")) == ["agrees"]
    assert loud(WELLS, said.format("10.72")) == ["C001"]


def test_a_loss_in_brackets_finds_its_row_by_its_words() -> None:
    table = f"""
(In thousands)                            | {_QUARTERS}
Change in fair value of warrant liability | (18,583) | 4,537
Net loss                                  | (27,233) | (11,366)
"""
    said = "Net loss includes a $(18.6) million adjustment as a result of the change in fair value of warrants."
    assert verdicts(table, said) == ["agrees"]


def test_all_of_one_thing_says_nothing_of_another() -> None:
    said = (
        "A well (100% working interest) was drilled in Baltic County.",
        "Two wells (100% working interest) were drilled in Nordic County.",
    )
    assert [c.measure for c in audited(WELLS, *said).claims] == [None, None]
    assert verdicts(WELLS, *said) == ["unsupported", "unsupported"]


MARGINS = f"""
(In millions, except per share) | {_QUARTERS}
Net sales                       | 168.0  | 188.4
Gross profit                    | 27.2   | 33.9
Net income (loss)               | (13.4) | 3.0
Net income (loss) per share     | (0.71) | 0.15
"""


def test_the_same_period_is_the_one_spoken_of_where_another_is_compared_with_it() -> None:
    said = (
        "Gross profit for the second quarter of 2025 was $27.2 million.",
        "Gross margin for the same period was {} compared with 18.0% a year ago.",
    )
    assert verdicts(MARGINS, said[0], said[1].format("16.2%")) == ["agrees"] * 3
    assert loud(MARGINS, said[0], said[1].format("17.2%")) == ["C001"]


def test_what_speaks_against_an_amount_speaks_against_it_by_the_share() -> None:
    said = "Net loss was impacted by one-time items of $2.3 million, or $0.12 per share."
    assert set(verdicts(MARGINS, said)) == {"unsupported"}


def test_a_nominal_amount_per_share_is_no_figure() -> None:
    said = "Net loss was $13.4 million, a nominal amount per share, compared to net income of $3.0 million a year ago."
    assert verdicts(MARGINS, said) == ["agrees", "agrees"]


def test_the_share_of_an_amount_that_only_the_sentence_states() -> None:
    said = "Adjusted EBITDA was $21.0 million, or {} of net sales."
    assert verdicts(MARGINS, said.format("12.5%")) == ["agrees", "agrees"]  # each is the other's evidence
    assert loud(MARGINS, said.format("15.2%")) == ["C005"]


def test_one_figure_under_one_name_in_two_sentences() -> None:
    said = "Adjusted EBITDA was $53.7 million, up sharply.", "We are pleased with the $53.7 million of Adjusted EBITDA."
    assert verdicts(MARGINS, *said) == ["agrees", "agrees"]
    assert verdicts(MARGINS, said[0], said[1].replace("53.7", "54.7")) == ["unsupported", "unsupported"]


def test_cash_below_the_name_of_a_segment_is_the_company_s() -> None:
    table = f"""
(In millions)     | {_QUARTERS}
Service revenue   | 191.3 | 193.9
Equipment revenue | 31.5  | 32.1
Total revenue     | 222.8 | 226.0
Net cash provided by operating activities | 32.3 | 36.7
"""
    said = (
        "Service revenue",
        "Service revenue was $191.3 million.",
        "Net cash provided by operating activities was $32.3 million.",
    )
    assert verdicts(table, *said) == ["agrees", "agrees"]


def test_the_equity_of_the_shareholders_is_a_part_where_others_have_an_interest_too() -> None:
    table = """
(In millions)                              | June 30, 2025 | December 31, 2024
Total assets                               | 11,050.0 | 6,670.2
Total liabilities                          | 9,534.5  | 6,030.2
Total Halden stockholders' equity          | 1,509.7  | 640.0
Noncontrolling interest in subsidiaries    | 5.8      | —
Total stockholders' equity                 | {}  | 640.0
Total liabilities and stockholders' equity | 11,050.0 | 6,670.2
"""
    assert loud(table.format("1,515.5"), "Sales rose.") == []
    assert loud(table.format("1,551.5"), "Sales rose.") != []


def test_interest_income_and_expense_net_is_no_net_income() -> None:
    table = f"""
(In thousands)                 | {_QUARTERS}
Income (loss) from operations  | 4,196 | (2,203)
Interest income (expense), net | (30)  | 76
Net income (loss)              | 3,085 | (1,409)
"""
    said = "Net income was $3.1 million, compared with a net loss of ${} million in the second quarter of 2024."
    assert verdicts(table, said.format("1.4")) == ["agrees", "agrees"]
    assert loud(table, said.format("1.3")) == ["C001"]


CHANGES = """
                                  | Three Months Ended June 30, |       |
(In millions)                     | 2025  | 2024  | Increase (decrease)
Revenues                          | 475.3 | {}    | 41.2
Net income attributable to Halden | 13.1  | 1.9   | 11.2
Adjusted EBITDA                   | 69.6  | 43.6  | 26.0
"""


def test_a_column_that_is_called_the_change_needs_few_rows() -> None:
    assert loud(CHANGES.format("434.1"), "Sales rose.") == []
    assert loud(CHANGES.format("734.1"), "Sales rose.") == ["T009"]
    percents = CHANGES.replace("Increase (decrease)", "% Change").replace("41.2", "9.5%").replace("11.2", "589.5%")
    percents = percents.replace("26.0", "59.6%")
    assert loud(percents.format("434.1"), "Sales rose.") == []
    assert loud(percents.format("734.1"), "Sales rose.") == ["T003"]


def test_one_figure_of_a_product_that_no_table_names() -> None:
    first = "Halden Reports Velorin Net Revenues of $21.3 Million"
    said = "Velorin net revenues were ${} million."
    assert loud(MARGINS, first, "Halden makes Velorin.", said.format("21.3")) == []
    assert loud(MARGINS, first, "Halden makes Velorin.", said.format("23.1")) == ["C009"]


FLOWS = f"""
(In millions)                             | {_QUARTERS}
Net revenues                              | 11,972 | 11,325
Net cash provided by operating activities | 4,629  | 4,546
"""


def test_a_change_behind_the_figures_of_two_periods_lies_between_them() -> None:
    said = (
        "Net cash provided by operating activities during the second quarter of 2025 and 2024 was $4,629 million and "
        "$4,546 million, respectively, an increase of {}, or 2%."
    )
    assert verdicts(FLOWS, said.format("$83 million")) == ["agrees"] * 4
    assert loud(FLOWS, said.format("$38 million")) == ["C002"]


def test_changes_behind_figures_of_two_lengths_do_not_lie_between_them() -> None:
    table = """
                     | Three Months Ended June 30, | | Six Months Ended June 30, |
(In millions)        | 2025  | 2024  | 2025  | 2024
Net written premiums | 2,022 | 1,743 | 5,499 | 4,868
"""
    said = (
        "Net written premiums of $2.02 billion and $5.50 billion in the second quarter and first six months of 2025, "
        "respectively, increased by 16% and {}, respectively, over the same periods of 2024."
    )
    assert verdicts(table, said.format("13%")) == ["agrees"] * 4


def test_a_second_list_says_nothing_of_the_periods_of_the_first() -> None:
    said = (
        "During the three and six months ended June 30, 2025, expenses were $24 million and $51 million, respectively, "
        "and during the three and six months ended June 30, 2024 they were $19 million and $29 million, respectively."
    )
    years = [c.period.end.year for c in audited(FLOWS, said).claims if c.period]
    assert years == [2025, 2025, 2024, 2024]


def test_what_an_impact_was_on_has_a_verb_of_its_own_behind_which() -> None:
    said = "Weak currencies had an impact on net revenues, which increased 6% or $647 million from a year ago."
    assert verdicts(FLOWS, said) == ["agrees", "agrees"]
    assert verdicts(FLOWS, "Weak currencies had an impact of 6% on net revenues.") == ["unsupported"]


def test_a_hedge_that_is_open_to_one_side_is_no_support_far_off() -> None:
    said = "The authority intends to tax over $9 billion of net revenues of the years before."
    assert verdicts(FLOWS, said) == ["unsupported"]
    assert verdicts(FLOWS, "Net revenues were over $11 billion.") == ["agrees"]
    assert [c.measure for c in audited(FLOWS, "The Internal Revenue Service asked for $9 billion.").claims] == [None]


def test_small_percentages_of_things_without_a_table_are_not_the_same_fact() -> None:
    said = "Concentrate sales volume grew 8% in Nordic markets.", "Concentrate sales volume grew 8% in Baltic markets."
    assert verdicts(FLOWS, *said) == ["unsupported", "unsupported"]


def test_a_small_percentage_of_a_measure_with_a_long_name_of_its_own_is_the_same_where_it_is_named_again() -> None:
    said = (
        "Garden tools and outdoor furniture revenue increased 5%.\n\n"
        "Garden tools and outdoor furniture revenue increased 5% on demand from new homes."
    )
    assert verdicts(MILL, said) == ["agrees", "agrees"]


def test_a_segment_whose_name_ends_with_s_owns_its_result() -> None:
    table = f"""
(In millions)                | {_QUARTERS}
Net revenues
  Baltic Ventures            | 784   | 744
  Nordic Foods               | 4,000 | 3,900
Operating income (loss)
  Baltic Ventures            | 78    | 44
  Nordic Foods               | 1,216 | 840
"""
    said = "Baltic Ventures' operating income for the second quarter of 2025 was ${} million."
    assert verdicts(table, said.format("78")) == ["agrees"]
    assert loud(table, said.format("87")) == ["C001"]


def test_when_a_company_was_bought_is_not_when_its_charge_was() -> None:
    said = "The charge in conjunction with the Velorin acquisition in 2020 was $62 million."
    assert [c.period.end.year for c in audited(FLOWS, said).claims if c.period] == [2025]


def test_a_row_below_revenue_that_is_spoken_of_by_its_label() -> None:
    table = f"""
(In millions)     | {_QUARTERS}
Revenues
  Premiums        | 9,718 | 8,615
  Fee income      | 112   | 104
Total revenues    | 9,830 | 8,719
"""
    by_segment = f"""
Business Insurance

(In millions)     | {_QUARTERS}
Fee income        | 102   | 96
Segment income    | 439   | 506
"""
    said = "Fee income was ${} million, $8 million higher than in the second quarter of 2024."
    assert verdicts(table + by_segment, said.format("112")) == ["agrees", "agrees"]


def test_a_heading_of_other_revenues_is_no_segment_called_other() -> None:
    table = f"""
(In millions)    | {_QUARTERS}
Revenue
  Nordic         | 772  | 704
  Baltic         | 500  | 490
  Other          | 100  | 90
Operating income
  Nordic         | 72   | 64
  Baltic         | 50   | 49
  Other          | (10) | (9)
"""
    nordic = "# Nordic", "It did well.", "# Other revenues", "These rose.", "Operating income was $72 million."
    baltic = "# Baltic", "It did well.", "# Other revenues", "These rose.", "Operating income was $50 million."
    found = audited(table, *nordic, *baltic, name="draft.md")
    assert [found.judgements[c.id].verdict for c in found.claims] == ["agrees", "agrees"]


def test_revenue_before_something_is_the_row_of_that_name() -> None:
    table = f"""
(In thousands)                | {_QUARTERS}
Revenue before reimbursements | 67,843 | 76,231
Reimbursements                | 954    | 1,634
Total revenue                 | 68,797 | 77,865
Net income                    | 4,281  | 3,143
"""
    said = "Total revenue was $68.8 million and revenue before reimbursements was ${} million."
    assert verdicts(table, said.format("67.8")) == ["agrees", "agrees"]
    assert loud(table, said.format("76.8")) == ["C001"]


def test_revenue_without_something_is_not_all_of_it() -> None:
    assert verdicts(FLOWS, "Net revenues before pass-through costs were $9,100 million.") == ["unsupported"]


def test_nearly_is_not_far_below() -> None:
    said = "License revenue grew nearly {} from the second quarter of 2024."
    table = f"\n(In thousands) | {_QUARTERS}\nLicense revenue | 3,632 | 2,394\nTotal revenue | 17,798 | 17,246\n"
    assert verdicts(table, said.format("52%")) == verdicts(table, said.format("55%")) == ["agrees"]
    assert loud(table, said.format("59%")) == ["C003"]
    assert verdicts(table, "License revenue grew less than 59% from the second quarter of 2024.") == ["agrees"]
