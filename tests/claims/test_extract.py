"""Sentences become claims: who is "it", which period, compared with what."""

from datetime import date

import pytest

from auditor.claims.place import EFFECT, LIMIT, NARROWED, OTHER, SECTION
from auditor.model.calendar import FiscalCalendar
from auditor.model.claim import Claim
from auditor.model.period import months_ended
from tests.claims.tiny import extracted

CALENDAR = FiscalCalendar(3, True, False, (), months_ended(date(2025, 9, 30), 3))  # second quarter of fiscal 2026
NOW, YEAR_AGO, BEFORE = "2025-07-01/2025-09-30", "2024-07-01/2024-09-30", "2025-04-01/2025-06-30"


def claims(text: str) -> tuple[Claim, ...]:
    return extracted(CALENDAR, ("prose", text)).claims


def told(text: str) -> list[str]:
    """Each claim as `quote: kind of measure, period < base, direction`."""
    out = []
    for c in claims(text):
        against = f" < {c.base}" if c.base else ""
        out.append(
            f"{' '.join(c.quote.split())}: {c.kind} of {c.measure}, {c.period}{against}{f', {c.direction}' if c.direction else ''}"
        )
    return out


def test_a_level_and_two_changes_against_two_bases() -> None:
    assert told(
        "Revenue for the second quarter was $4.1 million, a decrease of 12% from the prior year quarter and a decrease of 3% from the prior quarter."
    ) == [
        f"$4.1 million: level of revenue, {NOW}",
        f"12%: change-percent of revenue, {NOW} < {YEAR_AGO}, down",
        f"3%: change-percent of revenue, {NOW} < {BEFORE}, down",
    ]


def test_an_improvement_in_a_cost_is_a_decrease() -> None:
    assert told(
        "Research and development costs were $2.6 million, an improvement of $0.1 million, or 5%, from the prior year quarter and $0.2 million, or 8%, from the prior quarter."
    ) == [
        f"$2.6 million: level of research-and-development, {NOW}",
        f"$0.1 million: change of research-and-development, {NOW} < {YEAR_AGO}, down",
        f"5%: change-percent of research-and-development, {NOW} < {YEAR_AGO}, down",
        f"$0.2 million: change of research-and-development, {NOW} < {BEFORE}, down",
        f"8%: change-percent of research-and-development, {NOW} < {BEFORE}, down",
    ]


def test_a_loss_per_share_beside_the_loss() -> None:
    assert told(
        "Net loss was $10.4 million, or $0.10 per diluted share, compared to a net loss of $9.3 million, or $0.09 per diluted share, in the prior quarter."
    ) == [
        f"$10.4 million: level of net-income, {NOW}",
        f"$0.10 per diluted share: per-share of diluted eps, {NOW}",
        f"$9.3 million: level of net-income, {BEFORE}",
        f"$0.09 per diluted share: per-share of diluted eps, {BEFORE}",
    ]


def test_a_share_of_revenue() -> None:
    (level, share) = claims("Gross profit was $3 million, or 45% of revenue.")
    assert (share.kind, str(share.measure), str(share.whole)) == ("share-of", "gross-profit", "revenue")
    assert level.group == share.group


def test_respectively_resolves_periods_and_measures() -> None:
    assert told(
        "Net income for the three months ended September 30, 2025 and 2024 was $5 million and $4 million, respectively."
    ) == [
        f"$5 million: level of net-income, {NOW}",
        f"$4 million: level of net-income, {YEAR_AGO}",
    ]
    assert told("Interest expense and income taxes were $5 million and $3 million, respectively.") == [
        f"$5 million: level of interest-expense, {NOW}",
        f"$3 million: level of income-taxes, {NOW}",
    ]


def test_words_that_narrow_a_measure_are_kept() -> None:
    (claim,) = claims("Product sales to Nordic harbours fell $2.3 million from the prior quarter.")
    assert claim.measure is not None
    assert claim.measure.key == "revenue"
    assert claim.foreign == {"product", "nordic", "harbour"}


@pytest.mark.parametrize(
    "text",
    ["We expect revenue of $20 million in the third quarter.", "For the third quarter, revenue should be $20 million."],
)
def test_the_future_is_outlook(text: str) -> None:
    assert all(c.outlook for c in claims(text))


def test_a_subject_is_carried_to_a_sentence_that_begins_with_this() -> None:
    first, second = claims("Revenue was $5 million. This compares with $4 million in the prior year quarter.")
    assert second.measure == first.measure
    assert not second.carried  # the one figure that it can be compared with


def test_a_subject_that_is_one_of_two_is_carried_only() -> None:
    *_, last = claims("Revenue was $5 million and net income was $1 million. This compares with $4 million a year ago.")
    assert last.carried


@pytest.mark.parametrize(
    "text",
    [
        "The call is at 1:45 p.m. on November 9.",
        "It is kept for 90 days at 800-555-0199.",
        "As required by SFAS 123(R) and Form 10-Q.",
        "Since 2001 we have grown.",
    ],
)
def test_sentences_without_a_claim(text: str) -> None:
    assert told(text) == []


def test_the_sentence_holds_the_quote_where_the_span_says() -> None:
    text = "Revenue was\n$4.1\nmillion."
    (claim,) = claims(text)
    assert text[claim.span.start : claim.span.end] == claim.quote == "$4.1\nmillion"


def test_a_ratio_that_a_part_represents_is_the_parts_own() -> None:
    assert told("Nordic gross profit was $7.2 million, representing a gross margin of 63.5%.") == [
        f"$7.2 million: level of nordic gross-profit, {NOW}",
        f"63.5%: level of nordic gross-margin, {NOW}",
    ]


def test_a_company_earns_its_net_result_whatever_is_named_behind() -> None:
    assert told("The Company earned $43.8 million, or $1.06 a share, on revenue of $752.4 million.") == [
        f"$43.8 million: level of net-income, {NOW}",
        f"$1.06 a share: per-share of eps, {NOW}",
        f"$752.4 million: level of revenue, {NOW}",
    ]


def test_a_result_by_the_diluted_share_is_one_name() -> None:
    assert told("Non-GAAP net income per diluted share was $0.20.") == [
        f"$0.20: per-share of adjusted diluted eps, {NOW}"
    ]


def test_what_a_base_rests_on_is_of_its_period_too() -> None:
    assert told(
        "Net loss per share was $0.16, based on 84.1 million weighted average shares outstanding, compared to $0.37, based on 80.6 million weighted average shares outstanding, in the prior year quarter."
    ) == [
        f"$0.16: per-share of eps, {NOW}",
        f"84.1 million: count of weighted-average-shares, {NOW}",
        f"$0.37: per-share of eps, {YEAR_AGO}",
        f"80.6 million: count of weighted-average-shares, {YEAR_AGO}",
    ]


def test_what_is_counted_is_no_amount_of_money_named_before() -> None:
    assert told("Customers with revenue above $100,000 numbered 1,214, an increase of 19% from 1,020 a year earlier.")[
        1:
    ] == [
        f"1,214: count of None, {NOW}",
        f"19%: change-percent of None, {NOW} < {YEAR_AGO}, up",
        f"1,020: count of None, {YEAR_AGO}",
    ]


def test_since_year_end_is_since_the_last_one() -> None:
    assert told("Long-term debt was $188.0 million, down $22.0 million since year-end.")[1] == (
        "$22.0 million: change of long-term-debt, 2025-09-30 < 2025-03-31, down"
    )


def test_flat_with_a_figure_is_a_comparison() -> None:
    assert told("Revenue was $214.3 million, essentially flat with $214.0 million in the prior year quarter.")[1] == (
        f"$214.0 million: level of revenue, {YEAR_AGO}"
    )
    assert told("Gross margin was flat at 44.1%.") == [f"44.1%: level of gross-margin, {NOW}"]


def test_a_small_whole_number_is_a_change_beside_a_verb_of_change() -> None:
    assert [line.split(",")[0] for line in told("Headcount increased by 118, or 4.1%, to 2,987.")] == [
        "118: change of headcount",
        "4.1%: change-percent of headcount",
        "2",
    ]


def test_the_cost_of_some_sales_is_no_revenue() -> None:
    assert told("Cost of home sales was $384.6 million.") == [f"$384.6 million: level of home cost-of-revenue, {NOW}"]


def test_a_number_that_nothing_came_before_is_not_compared_with() -> None:
    assert told("We operated from 142 offices at quarter end, compared to 131 a year earlier.") == [
        "142: count of None, 2025-09-30",
        "131: count of None, 2024-09-30",
    ]


def test_an_aside_of_the_subject_ends_at_its_verb() -> None:
    assert told("Services revenue excluding fuel increased 8%.") == [
        f"8%: change-percent of service revenue, {NOW}, up"
    ]


def test_a_result_by_the_share_of_what_has_no_such_name() -> None:
    assert told("Funds from operations per share of $1.17 increased 9.3% from $1.07 in the prior year quarter.") == [
        f"$1.17: per-share of funds-from-operations-per-share, {NOW}",
        f"9.3%: change-percent of funds-from-operations-per-share, {NOW} < {YEAR_AGO}, up",
        f"$1.07: per-share of funds-from-operations-per-share, {YEAR_AGO}",
    ]


def test_above_a_figure_is_higher_than_it() -> None:
    assert told("Revenue was $1.04 million, 8.3% above the $0.96 million of the prior year quarter.")[1:] == [
        f"8.3%: change-percent of revenue, {NOW} < {YEAR_AGO}, up",
        f"$0.96 million: level of revenue, {YEAR_AGO}",
    ]


def test_an_amount_had_in_what_follows() -> None:
    assert told("The Company ended the quarter with $44.6 million in cash.") == [
        "$44.6 million: level of cash-and-equivalents, 2025-09-30"
    ]


def test_both_ends_of_a_range_are_of_the_period_behind_it() -> None:
    assert [
        str(c.period) for c in claims("The Company expects revenue of $44 to $46 million in the fourth quarter.")
    ] == [
        "2026-01-01/2026-03-31",
        "2026-01-01/2026-03-31",
    ]


def test_a_quarter_that_is_expected_is_one_to_come() -> None:
    assert [str(c.period) for c in claims("Revenue is expected to increase 5% in the first quarter.")] == [
        "2026-04-01/2026-06-30"
    ]


def test_days_are_counted_whatever_is_named_behind_them() -> None:
    assert told("Days sales outstanding were 44 days and inventory was $14.2 million.") == [
        f"44: count of days-sales-outstanding, {NOW}",
        "$14.2 million: level of inventories, 2025-09-30",
    ]


def test_a_later_quarter_that_is_compared_with_is_the_one_before() -> None:
    assert told("Revenue was $4.1 million, up 5.3% from the fourth quarter.")[1] == (
        f"5.3%: change-percent of revenue, {NOW} < 2025-01-01/2025-03-31, up"
    )


def test_results_on_revenues_against_results_on_revenues() -> None:
    assert told(
        "Net income was $71.3 million on revenue of $862.9 million, versus $74.9 million on revenue of $795.4 million in the prior year quarter."
    ) == [
        f"$71.3 million: level of net-income, {NOW}",
        f"$862.9 million: level of revenue, {NOW}",
        f"$74.9 million: level of net-income, {YEAR_AGO}",
        f"$795.4 million: level of revenue, {YEAR_AGO}",
    ]


def test_what_follows_a_rise_from_a_figure_is_of_now() -> None:
    assert told("The Company had cash of $5 million, up from $4 million at year-end, and total debt of $9 million.")[
        2
    ] == ("$9 million: level of total-debt, 2025-09-30")


def test_sales_of_the_united_states_are_a_part() -> None:
    assert told("U.S. sales fell 3.5%.") == [f"3.5%: change-percent of us revenue, {NOW}, down"]


def test_a_base_restated_has_the_period_of_the_base() -> None:
    assert (
        told(
            "Income tax expense was $3.8 million, or an effective tax rate of 23.0%, in the second quarter, compared to $3.6 million, or an effective tax rate of 25.0%, in the prior year quarter."
        )[-1]
        == f"25.0%: level of tax-rate, {YEAR_AGO}"
    )
    assert (
        told(
            "Net income was $29.3 million, or $1.46 per diluted share, compared with $10.9 million in the prior year quarter, or $0.54 per diluted share."
        )[-1]
        == f"$0.54 per diluted share: per-share of diluted eps, {YEAR_AGO}"
    )


def test_an_amount_that_another_was_earned_on() -> None:
    assert (
        told("Net income was $9.2 million on record sales of $54.1 million.")[-1]
        == f"$54.1 million: level of revenue, {NOW}"
    )
    assert told(
        "This compares with net income of $7.3 million on $43.1 million in sales in the prior year quarter."
    ) == [
        f"$7.3 million: level of net-income, {YEAR_AGO}",
        f"$43.1 million: level of revenue, {YEAR_AGO}",
    ]


def test_costs_without_a_row_as_a_share_of_sales_are_no_sales() -> None:
    shares = claims(
        "Import costs as a percentage of net sales rose to 11.1% from 9.5%, and freight as a percentage of net sales fell to 4.0%."
    )
    assert [(c.kind, c.measure, str(c.whole)) for c in shares] == [("share-of", None, "revenue")] * 3


def test_the_end_of_the_prior_fiscal_year_is_no_quarter_before() -> None:
    assert told("Inventories were $84.6 million at the end of the prior fiscal year.") == [
        "$84.6 million: level of inventories, 2025-03-31"
    ]


def test_a_share_that_another_is_compared_with_is_its_base() -> None:
    found = claims("Capital expenditures were $2.0 million, or 4.6% of revenue, up from 5.4% of revenue a year ago.")
    assert [(c.quote, c.kind, c.role) for c in found] == [
        ("$2.0 million", "level", "current"),
        ("4.6%", "share-of", "current"),
        ("5.4%", "share-of", "base"),
    ]
    assert found[1].direction == "up"


def test_the_date_of_an_event_is_not_that_of_the_figures() -> None:
    assert told("Interest expense decreased 6% following the refinancing completed in March 2025.") == [
        f"6%: change-percent of interest-expense, {NOW}, down"
    ]


def test_the_period_may_stand_between_a_level_and_what_it_rose_from() -> None:
    assert told("Interest expense was $2.4 million in the second quarter, up from $1.9 million.")[0] == (
        f"$2.4 million: level of interest-expense, {NOW}, up"
    )


def test_respectively_counts_the_periods_before_it() -> None:
    assert told(
        "The effective tax rate was 24.8% and 20.5% in the second quarter of fiscal 2026 and 2025, respectively, with the increase due to benefits recognized in the prior year period."
    ) == [f"24.8%: level of tax-rate, {NOW}", f"20.5%: level of tax-rate, {YEAR_AGO}"]


def test_an_increase_over_a_figure_is_no_hedge() -> None:
    assert told(
        "Net sales were $158.1 million, a 19% increase over the $132.5 million of the corresponding period last year."
    ) == [
        f"$158.1 million: level of revenue, {NOW}",
        f"19%: change-percent of revenue, {NOW} < {YEAR_AGO}, up",
        f"$132.5 million: level of revenue, {YEAR_AGO}",
    ]


def test_the_period_goes_on_behind_a_balance_at_its_end() -> None:
    assert (
        told(
            "Revenue rose 3% in the second quarter, and inventories were $10.0 million at the end of the quarter. Net income was $35.0 million."
        )[-1]
        == f"$35.0 million: level of net-income, {NOW}"
    )


def test_the_whole_is_not_surely_meant_in_a_paragraph_about_a_part() -> None:
    (_, total) = claims(
        "Nordland net sales rose 24% in the second quarter. Net sales for the first six months rose 28%."
    )
    assert total.measure is not None and total.doubt == "the text around it speaks of a segment"


def test_constant_currency_may_be_said_behind_the_comparison() -> None:
    assert told("The company grew revenue 0.6% year-on-year on a constant currency basis in the second quarter.")[
        0
    ].startswith("0.6%: change-percent of constant-currency revenue")


def test_what_a_measure_is_said_without_is_not_what_the_number_is_of() -> None:
    text = "Operating expenses excluding restructuring charges fell 22%. Our debt less cash was $27.3 million."
    assert [str(c.measure) for c in claims(text)] == ["None", "None"]


def test_a_figure_of_the_year_before_does_not_date_what_follows() -> None:
    text = "Revenue was $20 million, more than $8 million in the year- ago quarter. Net income was $4.9 million."
    assert [str(c.period) for c in claims(text)] == [NOW, YEAR_AGO, NOW]


def test_a_negative_share_restates_the_loss_before_it() -> None:
    found = claims("Operating income was $14 million, compared to a loss of $2.1 million, or negative 2% of revenue.")
    assert [(c.quote, c.role, c.group) for c in found][1:] == [("$2.1 million", "base", 2), ("2%", "base", 2)]


def test_a_bare_margin_is_that_of_the_result_before_it() -> None:
    assert [str(c.measure) for c in claims("Operating income fell to $32 million, reflecting an 8% margin.")] == [
        "operating-income",
        "operating-margin",
    ]


def test_a_base_whose_name_ends_with_a_comma() -> None:
    assert told("Other income, net was $2.3 million, compared with other expenses, net, of $0.9 million a year ago.")[
        -1
    ] == (f"$0.9 million: level of other-income, {YEAR_AGO}")


def test_a_loss_that_a_clause_ends_with_is_the_net_one() -> None:
    text = "We had interest expense of $2 million, resulting in a loss of $4 million, or $0.39 per share."
    assert [str(c.measure) for c in claims(text)] == ["interest-expense", "net-income", "eps"]


def test_the_period_at_the_end_of_a_sentence_is_that_of_all_its_numbers() -> None:
    text = "Net income was $34.7 million and earnings per share were $0.74 for the quarter ended September 30, 2024."
    assert [str(c.period) for c in claims(text)] == [YEAR_AGO, YEAR_AGO]


def test_a_base_behind_what_is_left_out_is_of_the_measure() -> None:
    text = (
        "Non-GAAP operating expenses were $70.3 million in the third quarter, excluding $31.2 million for stock-based "
        "compensation, compared with $50.7 million a year ago."
    )
    assert told(text)[-1] == f"$50.7 million: level of adjusted operating-expenses, {YEAR_AGO}"


def test_shares_told_behind_a_result_by_the_share_are_no_name_of_it() -> None:
    text = (
        "Net income was $1.96 million, or $0.26 per diluted share (on 7.60 million average diluted shares outstanding)."
    )
    assert [str(c.measure) for c in claims(text)][:2] == ["net-income", "diluted eps"]


def test_the_most_recent_quarter_is_the_reported_one_whatever_was_spoken_of() -> None:
    text = (
        "A year ago, sales for the same quarter were $4 million. Net income for the most recent quarter was $2 million."
    )
    assert [str(c.period) for c in claims(text)] == [YEAR_AGO, NOW]


def test_a_year_over_which_something_rose_is_its_base() -> None:
    assert told("Second quarter net income was up 26 percent over fiscal 2025.") == [
        f"26 percent: change-percent of net-income, {NOW} < 2024-04-01/2025-03-31, up"
    ]
    assert told("Second quarter net income was up 26 percent over 2024.")[0].endswith(f"{NOW} < {YEAR_AGO}, up")


def test_a_bare_year_behind_each_number_is_that_of_the_quarter_before_them() -> None:
    text = "The gross margin for the first quarter was 30.4% in 2025 and 30.5% in 2024."
    assert [str(c.period) for c in claims(text)] == ["2024-04-01/2024-06-30", "2023-04-01/2023-06-30"]


def test_what_a_name_stands_behind_is_compared_with_nothing() -> None:
    text = "Diluted earnings per share from core operations were 10 cents, a decline of 44 percent from 18 cents a year ago."
    assert [c.role for c in claims(text)] == ["current", "change", "base"]
    text = "Products of less than three years accounted for 57 percent of total sales, up from 48 percent a year ago."
    assert [c.role for c in claims(text)] == ["current", "base"]


def test_a_change_from_one_quarter_to_another() -> None:
    text = "Sales rose by $1.4 million from the June 2025 quarter to the most recent quarter."
    assert told(text) == [f"$1.4 million: change of revenue, {NOW} < {BEFORE}, up"]


def test_gains_that_total_an_amount_are_no_change() -> None:
    assert claims("Realized capital gains totaled $17 million for the quarter.")[0].kind == "level"


def test_what_a_figure_leaves_out_is_not_what_it_is_compared_with() -> None:
    text = "Free cash flow was $45 million, which excludes impairment charges, compared to $44 million a year ago."
    assert told(text)[1] == f"$44 million: level of free-cash-flow, {YEAR_AGO}"


def test_words_between_commas_before_a_period_interrupt_the_subject() -> None:
    text = "Net income per share, basic and diluted, for the second quarter was $0.31."
    assert str(claims(text)[0].measure) == "eps"


def test_a_list_of_bases_has_the_dates_behind_it_and_not_those_of_both_sides() -> None:
    text = (
        "At September 30, 2025, inventories were $53 million and deposits were $12 million, down from $54 million and $13 "
        "million, respectively, at June 30, 2025."
    )
    assert [str(c.period) for c in claims(text)] == ["2025-09-30"] * 2 + ["2025-06-30"] * 2


def test_a_list_of_bases_answers_the_periods_of_one_measure() -> None:
    text = (
        "The gross margin was 38.4% for the quarter and 33.8% for the six months, compared to 40.3% and 38.5%, "
        "respectively, for the same periods in 2024."
    )
    assert [str(c.period) for c in claims(text)][2:] == [YEAR_AGO, "2024-04-01/2024-09-30"]


def test_a_figure_in_a_segment_is_not_surely_the_company_s() -> None:
    assert claims("Operating income was $78 million in the Personal Lines segment.")[0].doubt
    assert not claims("Operating income was $78 million in the second quarter.")[0].doubt


def test_short_names_of_periods_in_brackets_state_nothing() -> None:
    assert not claims("In the second quarter (2Q) and the first six months (6M) of 2025, changes were as follows.")


def test_a_quarter_and_a_year_that_end_on_one_day() -> None:
    text = "Operating expenses for the quarter and year ended March 31, 2025 were $6 million and $26 million, respectively."
    assert [str(c.period) for c in claims(text)] == ["2025-01-01/2025-03-31", "2024-04-01/2025-03-31"]


def test_the_prior_year_quarter_may_name_its_day() -> None:
    text = (
        "For the prior year second quarter ended September 30, 2024, the company recorded a net loss of $12.3 million."
    )
    assert [str(c.period) for c in claims(text)] == [YEAR_AGO]


def test_the_second_year_of_a_day_is_that_day_of_it() -> None:
    text = "At September 30, 2025 and 2024, cash was $5 million and $4 million, respectively."
    assert [str(c.period) for c in claims(text)] == ["2025-09-30", "2024-09-30"]


def test_what_a_named_level_was_lower_by() -> None:
    text = (
        "Net cash used in operations in the second quarter of $9.4 million was $3.7 million, or 28.2% lower than the $13.1 "
        "million in the second quarter of 2024."
    )
    assert [c.kind for c in claims(text)] == ["level", "change", "change-percent", "level"]
    assert [c.kind for c in claims("Sales were $5 million, or 4% higher than last year.")] == [
        "level",
        "change-percent",
    ]


def test_both_changes_have_the_base_behind_the_second() -> None:
    text = (
        "Net sales increased 16.7 percent for the second quarter and 23.0 percent for the first six months compared to the "
        "same periods a year earlier."
    )
    assert [c.kind for c in claims(text)] == ["change-percent"] * 2
    assert str(claims(text)[1].base) == "2024-04-01/2024-09-30"


def test_an_aside_that_names_the_whole_is_no_measure() -> None:
    text = (
        "Gross margin was 37.1% (of sales) for the second quarter compared to 36.7% for the prior year second quarter."
    )
    assert [str(c.measure) for c in claims(text)] == ["gross-margin"] * 2


def test_the_loss_that_a_sentence_goes_on_about() -> None:
    text = (
        "The company reported a second quarter net loss of $9.7 million. The second quarter loss represents a $4.9 million "
        "improvement compared to the $14.6 million loss in the second quarter of 2024."
    )
    assert [str(c.measure) for c in claims(text)] == ["net-income"] * 3


def test_what_a_measure_leaves_out_stands_before_its_amount() -> None:
    text = "The company reported adjusted net income, which excludes stock compensation expense, of $61.0 million."
    assert str(claims(text)[0].measure) == "adjusted net-income"


def test_a_period_in_brackets_is_the_one_before_it() -> None:
    assert told(
        "Northvale posted EPS of $0.44 for the quarter ended September 30, 2025 (2Q26) compared to EPS of $0.40 for the "
        "quarter ended September 30, 2024 (2Q25), an increase of 10 percent."
    ) == [
        f"$0.44: per-share of eps, {NOW}",
        f"$0.40: per-share of eps, {YEAR_AGO}",
        f"10 percent: change-percent of eps, {NOW} < {YEAR_AGO}, up",
    ]


@pytest.mark.parametrize("moved", ["increased year-over-year by", "represent year-over-year growth of", "rose"])
def test_changes_are_shared_out_among_the_figures_that_moved(moved: str) -> None:
    tail = "" if "year-over-year" in moved else " from the prior-year quarter"
    assert told(
        f"Revenue of $8.4 million and operating income of $1.3 million {moved} 9% and 4%, respectively{tail}."
    ) == [
        f"$8.4 million: level of revenue, {NOW}",
        f"$1.3 million: level of operating-income, {NOW}",
        f"9%: change-percent of revenue, {NOW} < {YEAR_AGO}, up",
        f"4%: change-percent of operating-income, {NOW} < {YEAR_AGO}, up",
    ]


def test_profit_on_a_comparable_basis_is_adjusted() -> None:
    assert told(
        "“On a comparable basis, our diluted earnings per share of 72 cents in the quarter rose over diluted earnings per "
        "share of 61 cents in the prior-year quarter,” said the chair."
    ) == [
        f"72 cents: per-share of adjusted diluted eps, {NOW}",
        f"61 cents: per-share of adjusted diluted eps, {YEAR_AGO}",
    ]
    assert told("On a comparable basis, revenue was $9 million.") == [f"$9 million: level of comparable revenue, {NOW}"]


def test_a_rate_beside_what_a_tax_is_compared_with_is_of_then() -> None:
    assert told(
        "Income tax expense was $0.2 million, an effective rate of 5.1%, as compared to $0.6 million for the second quarter "
        "of fiscal 2025, an effective rate of 17.2%."
    )[2:] == [
        f"$0.6 million: level of income-taxes, {YEAR_AGO}",
        f"17.2%: level of tax-rate, {YEAR_AGO}",
    ]


@pytest.mark.parametrize("than", ["compared to $5 million", "compared to breaking even"])
def test_what_the_base_was_earned_on_is_of_the_base(than: str) -> None:
    assert (
        told(
            f"Operating income was $6 million on sales of $48 million, {than} in the second quarter of fiscal 2025 on sales of "
            "$41 million."
        )[-1]
        == f"$41 million: level of revenue, {YEAR_AGO}"
    )


def test_a_bare_amount_before_sales_of_then_is_of_the_first_measure() -> None:
    assert (
        told(
            "Operating income was $6 million on sales of $48 million, compared to $5 million in the prior-year quarter on sales "
            "of $41 million."
        )[2]
        == f"$5 million: level of operating-income, {YEAR_AGO}"
    )


def test_the_year_of_a_dated_subject_is_that_of_its_quarter() -> None:
    assert told("For the first quarter, operating income in fiscal 2025 was $3 million.") == [
        "$3 million: level of operating-income, 2024-04-01/2025-03-31"
    ]
    assert told("For the first quarter, operating income in 2025 was $3 million.") == [
        "$3 million: level of operating-income, 2024-04-01/2024-06-30"
    ]


def test_respectively_tells_basic_from_diluted_in_the_list_and_in_what_it_is_compared_with() -> None:
    assert told(
        "Earnings per share, basic and diluted, for the three months ended September 30, 2025 amounted to $0.10 and $0.09, "
        "respectively, compared to earnings per share, basic and diluted, of $0.08 and $0.07 for the three months ended "
        "September 30, 2024."
    ) == [
        f"$0.10: per-share of basic eps, {NOW}",
        f"$0.09: per-share of diluted eps, {NOW}",
        f"$0.08: per-share of basic eps, {YEAR_AGO}",
        f"$0.07: per-share of diluted eps, {YEAR_AGO}",
    ]


def test_a_change_from_the_year_to_date_before_is_of_the_year_to_date() -> None:
    assert told("Net income was $17 million, a 9% decrease compared to the prior year-to-date period.") == [
        "$17 million: level of net-income, 2025-04-01/2025-09-30",
        "9%: change-percent of net-income, 2025-04-01/2025-09-30 < 2024-04-01/2024-09-30, down",
    ]


@pytest.mark.parametrize("told_of", ["As expected", "As anticipated"])
def test_what_came_as_expected_is_past(told_of: str) -> None:
    (claim,) = claims(f"{told_of}, revenue was $5 million in the quarter.")
    assert not claim.outlook
    assert claims("Expected revenue is $5 million.")[0].outlook


def test_a_year_that_something_was_flat_to_dates_nothing_behind_it() -> None:
    assert told("Full-year revenue of $97 million was flat to 2024, and net income of $12 million was down 25%.")[
        1:
    ] == [
        "$12 million: level of net-income, 2025-04-01/2026-03-31",
        "25%: change-percent of net-income, 2025-04-01/2026-03-31, down",
    ]


def test_a_measure_of_a_quarter_that_was_increased_so_much_changed() -> None:
    assert told("Increased second quarter net income 17.2% over the same quarter in 2024") == [
        f"17.2%: change-percent of net-income, {NOW} < {YEAR_AGO}, up"
    ]


def test_of_two_lengths_a_change_is_compared_with_its_own() -> None:
    assert (
        told(
            "Revenue increased by 22% for the three months ended September 30, 2025, and decreased by 9% for the six months ended "
            "September 30, 2025, as compared to the three and six months ended September 30, 2024, respectively."
        )[1]
        == "9%: change-percent of revenue, 2025-04-01/2025-09-30 < 2024-04-01/2024-09-30, down"
    )


def test_what_stands_beside_nil_is_of_the_second_year() -> None:
    assert told(
        "Impairment loss for the quarters ended September 30, 2025 and 2024 stood at nil and $9.0 million."
    ) == [f"$9.0 million: level of impairment, {YEAR_AGO}"]


def test_a_participle_narrows_no_margin() -> None:
    assert told("The business grew quickly, while delivering operating margins of 25 percent.") == [
        f"25 percent: level of operating-margin, {NOW}"
    ]


def test_debt_net_of_cash_is_net_debt() -> None:
    found = claims("Gross consolidated debt was $1.9 billion, and debt, net of cash, was $1.7 billion.")
    assert [str(c.measure) for c in found] == ["total-debt", "net-debt"]


def test_revenue_from_something_is_what_it_is_compared_with_by_nobody() -> None:
    (level, change) = claims(
        "Net revenue from Harbor Pumps of $36 million, a decrease of 18% from the second quarter of 2025."
    )
    assert (level.role, change.role) == ("current", "change")


def test_the_adverb_of_a_move_says_what_its_beginning_is_of() -> None:
    assert told("Gross margin improved sequentially to 61% from 58% on a richer mix.") == [
        f"61%: level of gross-margin, {NOW} < {BEFORE}, up",
        f"58%: level of gross-margin, {BEFORE}",
    ]


def test_half_a_year_of_the_year_before() -> None:
    assert told(
        "Gross margin was 43.9% in the first six months of fiscal 2026 and 42.6% in the first six months last year."
    ) == [
        "43.9%: level of gross-margin, 2025-04-01/2025-09-30",
        "42.6%: level of gross-margin, 2024-04-01/2024-09-30",
    ]
    assert told("Gross margin was 42.3% in the second half of last year.") == [
        "42.3%: level of gross-margin, 2024-10-01/2025-03-31"
    ]


def test_the_basis_right_behind_a_measure_is_that_of_its_numbers() -> None:
    assert told("Revenue on a constant currency basis was $326.4 million, growing 0.2%.") == [
        f"$326.4 million: level of constant-currency revenue, {NOW}",
        f"0.2%: change-percent of constant-currency revenue, {NOW}, up",
    ]


def test_the_basis_that_a_sentence_opens_with_is_that_of_its_numbers() -> None:
    assert told("From a regional view in constant currency, revenue decreased 18.2%.") == [
        f"18.2%: change-percent of constant-currency revenue, {NOW}, down"
    ]


def test_another_name_between_commas_is_no_subject() -> None:
    assert told("Gross profit, or revenue less cost of sales, was $64.2 million in the second quarter.") == [
        f"$64.2 million: level of gross-profit, {NOW}"
    ]


def test_what_is_not_audited_is_compared_all_the_same() -> None:
    assert told("Earnings of $1.3 million compare to unaudited second quarter 2025 net income of $1.1 million.")[
        -1
    ] == ("$1.1 million: level of net-income, 2024-07-01/2024-09-30")


def test_what_was_done_beside_the_guidance_has_happened() -> None:
    done = claims(
        "We delivered sales above the high end of our guidance range, won 312 orders, and generated $33 million in free "
        "cash flow."
    )
    assert not done[-1].outlook
    passed = claims(
        "We had a strong quarter, exceeding the high end of our guidance range with revenue of $234 million."
    )
    assert [c.outlook for c in passed] == [False]
    beyond = claims("Exceeded Revenue guidance, with gross profit increasing 28% versus a year ago to $5 million.")
    assert [c.outlook for c in beyond] == [False, False]
    ahead = claims("We expect sales within our guidance, and generated $33 million in free cash flow.")
    assert [c.outlook for c in ahead] == [True]


def test_the_result_by_the_share_is_on_the_basis_of_the_result() -> None:
    assert told("The company reported adjusted net income of $16.9 million, or $0.26 net income per share.") == [
        f"$16.9 million: level of adjusted net-income, {NOW}",
        f"$0.26: per-share of adjusted eps, {NOW}",
    ]


def test_a_change_told_again_for_the_year_to_date_is_one() -> None:
    found = claims("Reduced inventories in the quarter by $59 million and $50 million year to date.")
    assert [(c.quote, c.kind, c.direction) for c in found] == [
        ("$59 million", "change", "down"), ("$50 million", "change", "down"),
    ]  # fmt: skip


def test_a_name_that_a_bracket_parts() -> None:
    assert told("Reported an adjusted (non-GAAP) net loss of $22 million for the second quarter.") == [
        f"$22 million: level of adjusted net-income, {NOW}"
    ]


def test_an_increase_of_two_measures_is_shared_out() -> None:
    assert told("Gross margin was 50% and adjusted gross margin 58%, an expansion of 1,400 and 900 bps, respectively.")[
        2:
    ] == [
        f"1,400: change-points of gross-margin, {NOW}, up",
        f"900 bps: change-points of adjusted gross-margin, {NOW}, up",
    ]


def test_a_percentage_in_a_bracket_behind_a_semicolon_is_a_change() -> None:
    assert told("Revenue $320.1 million; (17.1)%") == [
        f"$320.1 million: level of revenue, {NOW}",
        f"(17.1)%: change-percent of revenue, {NOW}, down",
    ]


def test_a_loss_that_worsens() -> None:
    assert told("Net loss of $180.2 million, worsening 140% versus the prior year.")[1:] == [
        f"140%: change-percent of net-income, {NOW} < {YEAR_AGO}, up"
    ]


def test_what_was_bought_in_a_quarter_that_has_ended_is_past_below_an_outlook() -> None:
    found = extracted(
        CALENDAR,
        ("heading", "Financial Outlook"),
        ("prose", "We expect revenue of $364 million to $372 million."),
        (
            "prose",
            "During the second quarter of 2026, Cordell repurchased approximately 16.5 million shares of its common stock "
            "for $90.3 million, including commissions, at an average price of $5.45 per share.",
        ),
    ).claims
    assert [c.outlook for c in found] == [True, True, False, False, False]


def test_what_airlines_earn_and_spend_by_the_seat_mile() -> None:
    assert told("RASM increased 28% to 11.52 cents, and CASM, excluding fuel, was 7.42 cents.")[:2] == [
        f"28%: change-percent of revenue-per-seat-mile, {NOW}, up",
        f"11.52 cents: level of revenue-per-seat-mile, {NOW}, up",
    ]


def test_brackets_of_footnote_marks_part_no_name_from_its_number() -> None:
    said = (
        "Adjusted EBITDA(1) was $41.0 million resulting in an adjusted EBITDA margin(1) of 21.7% in the second quarter "
        "compared to adjusted EBITDA(1) of $29.3 million and an adjusted EBITDA margin(1) of 18.8% during the same "
        "period last year."
    )
    assert told(said)[2:] == [
        f"$29.3 million: level of adjusted ebitda, {YEAR_AGO}",
        f"18.8%: level of adjusted ebitda-margin, {YEAR_AGO}",
    ]


def test_the_month_of_an_event_is_no_period_of_a_figure() -> None:
    assert told("Gross profit decreased 36% to $68 million due to the February 2024 divestiture of the plant.") == [
        f"36%: change-percent of gross-profit, {NOW}, down",
        f"$68 million: level of gross-profit, {NOW}, down",
    ]


def test_the_same_period_is_the_one_that_the_sentence_has_given_a_figure_of() -> None:
    said = (
        "Net income for the year ended March 31, 2025 totaled $31.3 million, and core net income for the same period "
        "totaled $38.9 million."
    )
    assert told(said)[1:] == ["$38.9 million: level of adjusted net-income, 2024-04-01/2025-03-31"]
    assert claims(said)[1].doubt == ""


def test_a_full_year_that_ended_on_a_day() -> None:
    assert told("Sales were $301.3 million, compared to $295.5 million for the full year ended March 31, 2025.")[
        1:
    ] == ["$295.5 million: level of revenue, 2024-04-01/2025-03-31"]


def test_a_base_is_of_the_measure_that_its_sentence_has_given_a_figure_of() -> None:
    said = "The loss ratio was 25.7%, comprised of a catastrophe loss ratio of 5.6%, compared to a loss ratio of 19.1%."
    assert [str(c.measure) for c in claims(said)] == ["loss-ratio", "catastrophe loss-ratio", "loss-ratio"]


def test_guidance_of_accountants_and_the_rate_of_a_year_are_no_outlook() -> None:
    assert not any(
        c.outlook
        for said in (
            "Under the accounting guidance, the company reversed an allowance, and income taxes were $1.9 million.",
            "Income taxes were $1.9 million, based upon the expected annual effective tax rate of 22.33%.",
            "Cash Position and Guidance: Cash as of September 30, 2025 was $1.5 billion.",
        )
        for c in claims(said)
    )
    assert all(c.outlook for c in claims("Guidance: Cash of $1.5 billion."))


def test_a_ratio_that_indicates_something_is_a_limit() -> None:
    (limit,) = claims("A combined ratio over 100% generally indicates an underwriting loss.")
    assert limit.doubt == LIMIT


def test_net_income_that_is_advancing() -> None:
    assert told("Revenue increased 6.6%, with net income advancing 23%.")[1:] == [
        f"23%: change-percent of net-income, {NOW}, up"
    ]


def test_a_line_above_a_list_names_the_basis_of_its_results() -> None:
    listed = ("bullet", "Revenue of $173.3 million; gross margin of 49.3%; net income of $27.9 million")
    for lead in (("prose", "On a non-GAAP basis:"), ("heading", "Non-GAAP Results")):
        found = extracted(CALENDAR, lead, listed).claims
        assert [str(c.measure) for c in found] == ["revenue", "adjusted gross-margin", "adjusted net-income"]
    found = extracted(CALENDAR, ("prose", "On a non-GAAP basis:"), ("prose", "On a GAAP basis:"), listed).claims
    assert [str(c.measure) for c in found] == ["revenue", "gross-margin", "net-income"]


def test_what_a_measure_leaves_out_its_share_and_its_base_leave_out_too() -> None:
    said = (
        "Costs of revenue, excluding freight in the quarter, were $899,000, or 12.5% of revenue, compared to $849,000."
    )
    assert {c.doubt for c in claims(said)} == {NARROWED}


def test_a_result_adjusted_for_something_is_adjusted() -> None:
    assert told("Adjusting net income in both years for merger charges, net income amounted to $7.8 million.") == [
        f"$7.8 million: level of adjusted net-income, {NOW}"
    ]


def test_the_margin_on_something_is_that_of_a_part() -> None:
    assert claims("The quarter saw lower gross margins on housing to 18% from 26%.")[0].doubt == NARROWED
    assert claims("Gross margin on sales was 31%.")[0].doubt == ""


def test_what_is_achieved_or_passed_in_something_is_of_it() -> None:
    for verb in ("achieved", "delivered", "reached", "posted", "generated"):
        assert told(f"Halden {verb} $585.3 million in net sales.") == [f"$585.3 million: level of revenue, {NOW}"]
    for verb in ("surpassed", "surpasses", "topped", "exceeded", "crossed"):
        (claim,) = claims(f"Halden {verb} $585.0 million in net sales.")
        assert (str(claim.measure), claim.hedge) == ("revenue", "over")


def test_an_expense_together_with_another_is_not_it_alone() -> None:
    said = "Restructuring expense, mostly in Europe, and a litigation settlement, totaled $12.0 million."
    assert claims(said)[0].doubt == OTHER


def test_a_sentence_that_begins_with_the_name_of_a_part_is_of_that() -> None:
    assert claims("For Specialty Boat Solutions, net sales of $540.8 million were up.")[0].doubt == SECTION
    for whole in (
        "For the third quarter, net sales of $540.8 million were up.",
        "In October, net sales were $540.8 million.",
    ):
        assert claims(whole)[0].doubt != SECTION


def test_recurring_revenue_is_not_all_revenue() -> None:
    assert [str(c.measure) for c in claims("Recurring revenue was $3.6 million.")] == ["recurring-revenue"]


def test_a_verb_before_a_measure_is_no_part_of_its_name() -> None:
    (claim,) = claims("Currency translation unfavorably impacted net sales by $4.3 million.")
    assert (str(claim.measure), claim.doubt) == ("revenue", EFFECT)


def test_a_refund_that_is_expected_makes_no_outlook() -> None:
    said = "EBITDA was $46.9 million, which includes a benefit from the expected refund of tariffs, compared to $41.0 million."
    assert not any(c.outlook for c in claims(said))


def test_a_bar_parts_two_statements() -> None:
    assert told("GAAP gross margin 36% | Non-GAAP gross margin 37%") == [
        f"36%: level of gross-margin, {NOW}",
        f"37%: level of adjusted gross-margin, {NOW}",
    ]


def test_a_month_in_which_something_closes_is_no_period_of_an_outlook() -> None:
    said = "Assuming the acquisition closes in early July, the company expects net sales of $1.43 billion to $1.48 billion."
    assert {str(c.period) for c in claims(said)} == {NOW}


def test_cash_that_operations_used_is_not_their_result() -> None:
    assert claims("Discontinued operations used $40.8 million in cash.")[0].doubt == OTHER


def test_the_margin_of_the_sales_of_something_is_that_of_a_part() -> None:
    assert claims("New and used equipment sales gross margin increased 130 basis points.")[0].doubt == SECTION


def test_a_change_that_another_is_compared_with_is_of_the_period_behind_it() -> None:
    assert told("Net sales rose 5%, compared with a decline of 1% in the prior year quarter.")[1] == (
        f"1%: change-percent of revenue, {YEAR_AGO}, down"
    )
    assert told("Net sales rose 5% versus 3% growth in the second quarter of fiscal 2025. Gross profit rose 2%.")[
        1:
    ] == [
        f"3%: change-percent of revenue, {YEAR_AGO}, up",
        f"2%: change-percent of gross-profit, {NOW}, up",
    ]
    assert told("Net sales rose $5 million, versus a $3 million increase a year ago.")[1] == (
        f"$3 million: change of revenue, {YEAR_AGO}, up"
    )


def test_a_change_on_top_of_one_of_the_year_before() -> None:
    assert told("Comparable sales rose 5% on top of a 3% increase the year before.")[1] == (
        f"3%: change-percent of comparable-sales, {YEAR_AGO}, up"
    )


def test_a_growth_that_is_the_subject_itself_accelerates_from_one_rate_to_another() -> None:
    assert told("Net sales growth accelerated to 15% from 9% in the prior quarter.") == [
        f"15%: change-percent of revenue, {NOW}, up",
        f"9%: change-percent of revenue, {BEFORE}, up",
    ]


def test_what_is_expected_of_a_part_in_an_aside_leaves_the_figure_one_of_today() -> None:
    said = "Backlog, most of which we expect to ship within 90 days, {} $45.0 million."
    assert [c.outlook for c in claims(said.format("was"))] == [False]
    assert [c.outlook for c in claims("We expect backlog, most of which is domestic, to be $45.0 million.")] == [True]


def test_cash_that_is_expected_to_last_is_there_today() -> None:
    for said in (
        "Cash and cash equivalents of $372.2 million, expected to fund operations into the second half of fiscal 2028.",
        "We expect that cash and cash equivalents of $372.2 million will be sufficient to fund operations into fiscal 2028.",
    ):
        assert [(c.outlook, str(c.period)) for c in claims(said)] == [(False, "2025-09-30")]
    assert [c.outlook for c in claims("We expect cash and cash equivalents of $250 million at year-end.")] == [True]


def test_a_charge_is_for_the_expense_that_is_named_behind_it() -> None:
    said = "Interest expense was $2 million. We recorded a $3.4 million pre-tax charge for restructuring."
    assert told(said)[1] == f"$3.4 million: level of restructuring, {NOW}"
    (claim,) = claims("We recorded a $4 million charge for inventory.")
    assert claim.doubt == OTHER


def test_the_year_of_an_agreement_is_no_period() -> None:
    (claim,) = claims("We received revenue of $10.0 million under the 2020 license agreement.")
    assert str(claim.period) == NOW


def test_days_are_counted_whatever_stands_behind_them() -> None:
    assert told("Days sales outstanding were 43, and inventories fell.") == [
        f"43: count of days-sales-outstanding, {NOW}"
    ]


def test_earnings_a_share_that_are_compared_with_diluted_ones_are_diluted() -> None:
    said = "Net income was $5.0 million, or $1.34 per diluted share, versus $4.0 million, or $1.27, in the prior year quarter."
    assert told(said)[-1] == f"$1.27: per-share of diluted eps, {YEAR_AGO}"


def test_a_rate_told_again_on_another_basis_is_a_change_too() -> None:
    assert (
        told(
            "Net sales were $5.0 million, an increase of 7.5% over the prior year quarter, or 8.1% on a constant currency basis."
        )[-1]
        == f"8.1%: change-percent of constant-currency revenue, {NOW} < {YEAR_AGO}, up"
    )
    assert told("Net sales of $5.0 million, up 8.5% reported and 8.8% constant currency.")[-1].startswith(
        "8.8%: change-percent of "
    )


def test_churn_that_improves_falls() -> None:
    assert told("Churn improved to 2.1% ~ Adjusted EBITDA up 35%") == [
        f"2.1%: level of churn, {NOW}, down",
        f"35%: change-percent of adjusted ebitda, {NOW}, up",
    ]


def test_what_stood_on_a_later_day_is_no_outlook() -> None:
    assert [c.outlook for c in claims("Backlog stood at $2.4 million on November 15, 2025.")] == [False]
    assert [c.outlook for c in claims("Revenue will be $2.4 million on March 31, 2026.")] == [True]


def test_projects_that_are_paid_for_are_no_forecast() -> None:
    said = "The company invested $41.5 million in capital projects and ended the quarter with revenue of $34.0 million."
    assert [c.outlook for c in claims(said)] == [False, False]
    assert [c.outlook for c in claims("The company projects revenue of $34.0 million.")] == [True]


def test_days_that_days_are_compared_with_are_counted_too() -> None:
    said = "Days in accounts receivable were 52 at September 30, 2025, compared with 54 at June 30, 2025."
    assert [c.quote for c in claims(said)] == ["52", "54"]


def test_a_base_behind_what_the_figure_includes_is_of_the_figure() -> None:
    said = "Operating income was $57.7 million, including a goodwill impairment of $16.4 million, compared to $121.9 million."
    assert str(claims(said)[-1].measure) == "operating-income"


def test_what_the_extra_week_of_the_year_before_added_leaves_the_text_where_it_is() -> None:
    said = "Revenue rose 3%. The extra week contributed $17.6 million of revenue in the prior year quarter. Gross profit rose 2%."
    assert told(said)[-1] == f"2%: change-percent of gross-profit, {NOW}, up"


def test_the_basis_that_a_sentence_begins_with_is_that_of_its_figures() -> None:
    said = "On an as adjusted basis, operating income was $89.7 million."
    assert told(said) == [f"$89.7 million: level of adjusted operating-income, {NOW}"]


def test_where_both_sides_are_told_the_first_of_the_base_is_no_diluted_one() -> None:
    said = (
        "Net income was $5.0 million, or $2.37 per share ($2.35 per share on a diluted basis), compared with $6.0 million, or "
        "$2.83 per share ($2.81 per share on a diluted basis), in the prior year quarter."
    )
    assert [str(c.measure) for c in claims(said) if c.kind == "per-share"] == [
        "eps",
        "diluted eps",
        "eps",
        "diluted eps",
    ]


def test_a_level_that_has_been_compared_is_answered_by_no_later_list() -> None:
    said = (
        "Gross margin was 38%, up from 33% in the prior quarter and 24% a year ago; operating margin was 39% compared to 34% "
        "and 25%, respectively."
    )
    assert [str(c.measure) for c in claims(said)[-2:]] == ["operating-margin", "operating-margin"]


def test_a_rate_told_again_behind_the_time_of_a_change() -> None:
    assert told("Revenue increased $6.3 million sequentially, or 16.3%, versus the first quarter.")[1] == (
        f"16.3%: change-percent of revenue, {NOW} < {BEFORE}, up"
    )
    assert told("Net sales +65%; the backlog is long.")[0].startswith("65%: change-percent of revenue")


def test_what_is_compared_with_is_in_what_stands_behind_it() -> None:
    found = claims(
        "The company ended the quarter with cash and investments of $169.8 million and no debt, compared to $167.3 million in"
        " cash and investments and no debt a year ago."
    )
    assert [str(c.measure) for c in found] == ["cash-and-investments", "cash-and-investments"]


def test_asides_before_what_a_number_is_compared_with() -> None:
    found = claims(
        "Operating loss of $8.6 million, a 5% improvement, on lower sales, from $9.0 million in the prior fiscal year."
    )
    assert [str(c.measure) for c in found] == ["operating-income"] * 3
    found = claims("Operating margin (18.5)% or 6.1% excluding impairment charges compared to 8.0%")
    assert [str(c.measure) for c in found] == ["operating-margin"] * 3
    found = claims("Working capital, defined as current assets less current liabilities, was $160.5 million.")
    assert [str(c.measure) for c in found] == ["working-capital"]


def test_a_bar_between_two_headlines() -> None:
    found = claims("Net income $0.37 per diluted share | Revenue $41.2 million")
    assert [str(c.measure) for c in found] == ["diluted eps", "revenue"]


def test_when_a_charge_was_recorded_does_not_date_what_it_left() -> None:
    said = (
        "For the six months ended September 30, 2025, revenue was $9.1 million. A charge of $0.4 million for the early retirement of debt "
        "was recorded in the first quarter, leaving net income of $1.3 million."
    )
    assert told(said)[-1] == "$1.3 million: level of net-income, 2025-04-01/2025-09-30"


def test_an_amount_told_again_by_the_share_has_no_direction_of_its_own() -> None:
    said = "Net income was $4.6 million, or $0.90 a share, up from $4.4 million, or $0.91 a share, a year ago."
    assert [c.direction for c in claims(said)[:2]] == ["up", None]


def test_the_mark_of_a_footnote_is_no_part_of_a_name() -> None:
    assert [str(c.measure) for c in claims("EBITDA1 for the quarter amounted to $6.4 million.")] == ["ebitda"]


def test_what_a_share_is_of_may_be_stated_behind_it() -> None:
    found = claims("The payment equals about 40% of adjusted net income of $0.52 per share for the second quarter.")
    assert str(found[-1].measure) == "adjusted eps"


def test_growth_named_behind_two_words_of_time() -> None:
    assert told("Halden reports 47% Year Over Year Second Quarter Revenue Growth")[0] == (
        f"47%: change-percent of revenue, {NOW} < {YEAR_AGO}, up"
    )


def test_cash_that_one_has_just_over_so_much_of() -> None:
    assert [str(c.measure) for c in claims("With just over $50 million in cash, we can wait.")] == [
        "cash-and-equivalents"
    ]


def test_a_second_level_and_its_own_earlier_period_behind_a_comma() -> None:
    found = told(
        "Net income for the quarter ended September 30, 2025 was $122.2 million, or $0.61 per share, and $123.7 million, or $0.63"
        " per share, for the prior year's quarter."
    )
    assert found[2:] == [
        f"$123.7 million: level of net-income, {YEAR_AGO}",
        f"$0.63 per share: per-share of eps, {YEAR_AGO}",
    ]


def test_the_change_that_was_told_before() -> None:
    found = claims("Net sales rose to $166.2 million. Higher prices accounted for most of the $10.9 million increase.")
    assert str(found[-1].measure) == "revenue" and found[-1].carried


def test_a_bare_margin_and_what_it_is_compared_with() -> None:
    found = claims("Gross profit was $1.4 million, generating a margin of 89% versus 90% in the prior year quarter.")
    assert [str(c.measure) for c in found] == ["gross-profit", "gross-margin", "gross-margin"]


def test_what_was_expected_has_come() -> None:
    (_, base) = claims("Gross margin of 35.5%, reflecting an expected decrease from 39.3% in the prior year quarter.")
    assert not base.outlook and str(base.measure) == "gross-margin"


def test_a_quarter_that_one_enters_dates_nothing() -> None:
    found = claims("We generated $21 million of operating cash flow and enter the third quarter with momentum.")
    assert [str(c.period) for c in found] == [NOW]


def test_a_quarter_that_is_expected_by_its_month_is_still_to_come() -> None:
    assert told("We expect revenue of $26 million in the December quarter.") == [
        "$26 million: level of revenue, 2025-10-01/2025-12-31"
    ]


@pytest.mark.parametrize(
    ("verb", "direction"),
    [("climb", "up"), ("jump", "up"), ("soar", "up"), ("slide", "down"), ("slip", "down"), ("off", "down")],
)
def test_headlines_move_in_the_present(verb: str, direction: str) -> None:
    found = claims(f"Pump makers report: net sales {verb} 11.2%")
    assert [(c.kind, str(c.measure), c.direction) for c in found] == [("change-percent", "revenue", direction)]


def test_a_rate_that_is_compared_by_itself_behind_a_compared_amount() -> None:
    found = claims(
        "Income tax was $2.1 million compared to $0.7 million or an effective rate of 24.7% compared to 15.3%."
    )
    assert [c.role for c in found] == ["current", "base", "current", "base"]


def test_what_was_approved_after_the_period_is_no_outlook() -> None:
    (found,) = claims("On November 18, 2025, the board approved an additional $80.0 million of share repurchases.")
    assert not found.outlook


def test_the_result_before_the_cumulative_effect_of_a_change_is_no_effect() -> None:
    said = "Income before the cumulative effect of an accounting change rose 29% to $10.8 million, or $0.66 per diluted share."
    assert [(str(c.measure), c.doubt) for c in claims(said)] == [
        ("income-before-accounting-change", ""),
        ("income-before-accounting-change", ""),
        ("diluted income-before-accounting-change-per-share", ""),
    ]
