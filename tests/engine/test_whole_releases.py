"""Ways of printing and saying met in releases that were read whole, statements and all."""

import pytest

import auditor
from tests.engine.releases import audited, loud, verdicts
from tests.engine.test_read_cold import HALVES

_THREE = " | ".join(f"Three Months Ended June 30, {year}" for year in (2024, 2023))
RESULTS = f"""
(In thousands, except share and per share data)                            | {_THREE}
Net sales                                                                  | 37,254     | 29,702
Net income (loss)                                                          | (1,528)    | 2,410
Net income (loss) attributable to Halden Ridge Corporation                 | (1,610)    | 2,302
Diluted income (loss) per share                                            | (0.13)     | 0.18
Weighted average shares used for computation of:
Basic earnings per share                                                   | 12,550,128 | 12,719,440
Diluted earnings per share                                                 | 12,550,128 | 12,902,118
"""


def test_rows_below_shares_used_for_something_are_shares() -> None:
    assert loud(RESULTS, "Net sales were $37.3 million.") == []


@pytest.mark.parametrize("opening", ["After adjusting for", "Even after adjusting for", "After excluding"])
def test_what_is_left_after_an_adjustment_is_no_figure_of_the_table(opening: str) -> None:
    said = f"{opening} that acquisition, net sales increased approximately 14%."
    assert loud(RESULTS, said) == []
    assert loud(RESULTS, "Net sales increased approximately 14%.") == ["C003"]


def test_a_record_that_a_figure_sets_stands_between_it_and_its_change() -> None:
    said = "Net sales were $37.3 million, setting a record, representing an increase of {}% over the prior year."
    assert verdicts(RESULTS, said.format("25.4")) == ["agrees", "agrees"]
    assert loud(RESULTS, said.format("52.4")) == ["C003"]


@pytest.mark.parametrize(
    "said",
    [
        "Net loss attributable to Halden Ridge of ${} million compared to net income of $2.3 million a year ago.",
        "Net loss attributable to Halden Ridge was ${} million, down from prior-year income of $2.3 million.",
    ],
)
def test_a_result_is_the_companys_own_and_what_it_fell_from_that_of_the_year_before(said: str) -> None:
    assert verdicts(RESULTS, said.format("1.6")) == ["agrees", "agrees"]
    assert loud(RESULTS, said.format("6.1")) == ["C001"]


def test_a_day_after_over_is_what_a_change_is_compared_with() -> None:
    table = "\n(In millions) | June 30, 2024 | March 31, 2024 | June 30, 2023\nTotal loans | 940.1 | 931.0 | 890.0\n"
    said = "Total loans were $940.1 million at June 30, 2024, an increase of {}% over June 30, 2023."
    assert verdicts(table, said.format("5.6")) == ["agrees", "agrees"]
    assert loud(table, said.format("6.5")) == ["C003"]


def test_cash_used_or_provided_is_a_flow_whichever_is_put_in_brackets() -> None:
    row = "Net cash (used in) provided by operating activities from continuing operations"
    table = f"\n(In millions) | {_THREE}\n{row} | (60.2) | 92.4\nNet sales | 837.0 | 829.0\n"
    said = "Net cash used in operating activities from continuing operations was ${} million."
    assert verdicts(table, said.format("60.2")) == ["agrees"]
    assert loud(table, said.format("62.0")) == ["C001"]


def test_a_balance_sheet_without_a_unit_line_counts_as_the_other_statement_does() -> None:
    sheet = "\nBalance Sheet\n\n | June 30, 2024 | March 31, 2024\nCash | 33,275 | 21,436\n"
    sheet += "Total assets | 328,618 | 326,620\n"
    found = audited(RESULTS + sheet, "The quarter ended with $33.3 million in cash.")
    assert [found.judgements[c.id].verdict for c in found.claims] == ["agrees"]


def test_nothing_is_no_name_of_what_follows_it() -> None:
    said = "Net income was nil and EBITDA was $312.0 million."
    assert "agrees" in verdicts(HALVES, said)


def test_a_bracket_around_a_signed_change_is_not_part_of_it() -> None:
    found = audited(RESULTS, "Net sales were $37.3 million (+25%).")
    assert [c.quote for c in found.claims] == ["$37.3 million", "25%"]


def test_what_a_clause_leaves_out_is_no_part_of_its_figure_nor_of_its_period() -> None:
    said = "No land was sold in 2024, and excluding the $2.0 million of such sales in 2023, net sales increased 34%."
    assert loud(RESULTS, said) == []
    assert loud(RESULTS, "No land was sold in 2024, and net sales increased 34%.") == ["C003"]


def test_a_result_restated_by_the_share_is_still_the_result_it_is_compared_with() -> None:
    said = (
        "Net income attributable to Halden Ridge was $(1.6) million, or $(0.13) loss per diluted share, as compared to "
        "the ${} million, or $0.18 income per diluted share, reported in the second quarter of 2023."
    )
    assert verdicts(RESULTS, said.format("2.3"))[2:] == ["agrees", "agrees"]
    assert loud(RESULTS, said.format("3.2")) == ["C001"]


BUYING = f"""
(In thousands)                                                | {_THREE}
Net cash provided by operating activities                     | 9,654   | 8,176
Repurchases of common stock under share repurchase program    | (7,400) | (2,100)
Net cash used in financing activities                         | (8,506) | (4,983)
Cash and cash equivalents at end of period                    | 49,972  | 43,557
"""


def test_what_was_returned_through_one_thing_is_that() -> None:
    said = "$50.0 million in cash and no debt; returned ${} million to shareholders through share repurchases"
    assert verdicts(BUYING, said.format("7.4")) == ["agrees", "agrees"]
    assert verdicts(BUYING, said.format("4.7")) == ["agrees", "unsupported"]


def test_cash_after_an_offering_is_not_that_of_the_statement() -> None:
    said = "With no debt and more than $160 million in cash following our recently completed offering, we can grow."
    assert loud(BUYING, said) == []
    assert loud(BUYING, "We ended the quarter with $94.9 million in cash.") == ["C001"]


def test_a_bullet_that_begins_a_list_dates_it() -> None:
    said = (
        "Financial Outlook",
        "- Full Year 2024 Outlook:",
        "- Net income is projected to be $104.8 million to $109.9 million, or $1.26 to $1.32 per diluted share",
        "- Third Quarter of 2024 Outlook:",
        "- Net income is projected to be $24.5 million to $26.7 million, or $0.30 to $0.33 per diluted share",
    )
    assert loud(HALVES, "Net revenues were $2,041.7 million in the second quarter of 2024.", *said) == []


def test_the_row_that_says_whose_a_result_is_is_meant_also_by_what_it_is_compared_with() -> None:
    said = "Net loss attributable to Halden Ridge of $1.6 million compared to net income of ${} million a year ago."
    assert verdicts(RESULTS, said.format("2.3")) == ["agrees", "agrees"]
    assert loud(RESULTS, said.format("7.3")) == ["C001"]


SPLIT = f"""
Statement of Operations (in millions, except per share data) | {_THREE}
Revenues
Sales                                                    | 276  | 226
Services                                                 | 35   | 37
Total revenues                                           | 311  | 263
Cost of revenues
Sales                                                    | 206  | 184
Services                                                 | 23   | 28
Total cost of revenues                                   | 229  | 212
Gross profit                                             | 82   | 51
Net earnings (loss)                                      | 17   | (26)
Basic net earnings (loss) per share                      | 0.17 | (0.32)
Diluted net earnings (loss) per share                    | 0.17 | (0.32)
Number of common shares used in basic and diluted net earnings (loss) per share
Basic                                                    | 97.8  | 80.9
Diluted                                                  | 102.8 | 80.9
"""


def test_a_margin_is_of_all_revenues_and_shares_are_no_earnings() -> None:
    assert loud(SPLIT, "The gross profit percentage was 26 percent, an increase of 7 percentage points.") == []
    assert "C001" in loud(SPLIT, "The gross profit percentage was 30 percent.")


PER_SHARE = f"""
(Dollars in thousands, except per share data) | {_THREE}
Income (loss) from continuing operations      | (716)  | 3,821
Income (loss) per share
Basic
Continuing operations                         | (0.04) | 0.23
Net income (loss)                             | (0.05) | 0.23
Diluted
Continuing operations                         | (0.04) | 0.22
Net income (loss)                             | (0.05) | 0.22
"""


def test_sides_below_a_heading_by_the_share_are_by_the_share() -> None:
    said = (
        "Diluted loss from continuing operations per share was $(0.04), compared to diluted income per share of $0.{}."
    )
    assert verdicts(PER_SHARE, said.format("22"))[0] == "agrees"
    assert loud(PER_SHARE, "Diluted loss from continuing operations per share was $(0.34).") == ["C006"]


def test_what_the_line_before_a_list_compares_with_is_the_base_of_the_list() -> None:
    said = (
        "For the three months ended June 30, 2024 as compared to the three months ended June 30, 2023:",
        "- Gross margin increased to 26% from {}%.",
    )
    assert loud(SPLIT, said[0], said[1].format("19")) == []
    assert loud(SPLIT, said[0], said[1].format("91")) == ["D001", "C001"]


def test_a_short_form_in_brackets_stands_within_a_name() -> None:
    table = f"\n(In millions) | {_THREE}\nSelling, administrative and engineering expenses | 17.5 | 16.9\n"
    said = 'Selling, administrative and engineering ("SAE") expenses increased 4%, or $0.6 million, to ${} million.'
    assert set(verdicts(table, said.format("17.5"))) == {"agrees"}
    assert "C001" in loud(table, said.format("71.5"))


def test_a_block_of_changes_below_two_periods_holds_no_amounts() -> None:
    table = """
(in millions)
Q2 2024 Actuals          | Print | Materials | Total
Revenue                  | 195   | 105       | 300
Q2 2023 Actuals          | Print | Materials | Total
Revenue                  | 178   | 75        | 253
Q2 2024 vs. Q2 2023 B(W) | Print | Materials | Total
Revenue                  | 17    | 30        | 47
"""
    said = "Revenue was $300 million for the quarter ended June 30, 2024. Print revenue was ${} million."
    assert verdicts(table, said.format("195")) == ["agrees", "agrees"]
    assert loud(table, said.format("159")) == ["C001"]


def test_a_bullet_in_a_paragraph_of_its_own_makes_the_next_one_an_item() -> None:
    page = b"<p>Highlights of the year:</p><p>&#8226;</p><p>Sales grew.</p><p>They did so everywhere.</p>"
    kinds = [p.kind for p in auditor.read_document(page, "a.htm").paragraphs]
    assert kinds == ["prose", "bullet", "bullet", "prose"]


_SEQUENCE = " | ".join(f"Three Months Ended {day}" for day in ("June 30, 2024", "March 31, 2024", "June 30, 2023"))
STAFFING = f"""
(In thousands)        | {_SEQUENCE}
Total Firm
Total Revenue (000's) | 349,331 | 330,364 | 334,316
GP %                  | 28.5%   | 27.3%   | 27.1%
Billing days          | 64      | 63      | 64
Nordic
Total Revenue (000's) | 323,876 | 305,963 | 310,527
GP %                  | 27.6%   | 26.5%   | 26.3%
Billing days          | 64      | 63      | 64
"""


def test_a_change_reckoned_on_a_basis_of_its_own_stands_between_two_others() -> None:
    said = "Revenue was $349.3 million, up 5.7% (4.1% on a billing day basis) sequentially and {}% year over year."
    assert verdicts(STAFFING, said.format("4.5")) == ["agrees", "agrees", "unsupported", "agrees"]
    assert loud(STAFFING, said.format("5.4")) == ["C003"]


def test_a_rate_in_a_row_that_ends_with_a_sign_of_per_cent() -> None:
    said = "Gross profit margins of 28.5% increased {} basis points sequentially and 140 basis points year over year."
    assert verdicts(STAFFING, said.format("120")) == ["agrees", "agrees", "agrees"]
    assert loud(STAFFING, said.format("210")) == ["C004"]


def test_a_quarter_that_something_followed_is_not_when_the_figures_are() -> None:
    said = (
        "Net sales were $37.3 million, compared to $29.7 million, following Q4 2023 removal of the valuation allowance."
    )
    assert verdicts(RESULTS, said) == ["agrees", "agrees"]


def test_a_loss_is_the_row_of_gains_and_losses_also_where_it_is_only_a_loss_that_is_compared() -> None:
    table = f"""
(In thousands)                           | {_THREE}
(Loss) gain on foreign exchange dealings | (81)  | (2,867)
Other income, net                        | 1,424 | (2,039)
"""
    said = (
        "Other income, net was $1.4 million in the second quarter of 2024. The increase was driven from a loss on "
        "foreign exchange dealings of $0.1 million, compared to a loss of ${} million during the same period last year."
    )
    assert verdicts(table, said.format("2.9")) == ["agrees", "agrees", "agrees"]
    assert verdicts(table, said.format("9.2"))[2] != "agrees"


def test_an_amount_by_the_share_may_bear_no_sign_of_money() -> None:
    found = audited(
        RESULTS, "Net income (loss) was $(1.5) million, including a contribution of 1.00 per share from refunds."
    )
    assert [str(c.quantity.unit) for c in found.claims] == ["USD", "USD/share"]


def test_addresses_in_capitals_or_on_a_route_state_nothing() -> None:
    found = audited(RESULTS, "3340 WEST RIDGE ROAD HALDEN, WI 53201", "1810 N Route Z", "Net sales were $37.3 million.")
    assert [c.quote for c in found.claims] == ["$37.3 million"]


def test_a_margin_in_two_columns_is_held_against_its_result_and_revenue() -> None:
    table = f"""
(In thousands) | {_THREE}
Revenue        | 350,511 | 332,874
Gross profit   | 89,301  | 78,973
Gross margin   | 25.5%   | 23.7%
Net income     | 28,052  | 17,112
"""
    assert loud(table, "Revenue rose.") == []
    assert loud(table.replace("25.5%", "28.5%"), "Revenue rose.") == ["S021"]


def test_a_figure_of_few_digits_differs_where_two_rows_of_one_label_agree_often() -> None:
    head = " | ".join(f"{length} months ended June 30, {y}" for length in ("Three", "Six") for y in (2024, 2023))
    rows = (
        f"(In millions) | {head}\nRevenues | 1,663 | 1,458 | 3,083 | 2,868\nAdjusted EBITDA | {{}} | 74 | 193 | 146\n"
    )
    other = "\nResults of operations\n\n" + rows.format("120") + "Gross profit | 245 | 182 | 428 | 383\n"
    assert loud(rows.format("120") + other, "Revenues rose.") == []
    assert loud(rows.format("620") + other, "Revenues rose.") == ["S010"]


def test_what_a_measure_is_on_narrows_it() -> None:
    table = "\n(In millions) | June 30, 2024 | December 31, 2023\nReinsurance recoverables | 8,267 | 8,063\n"
    said = "Reinsurance recoverables{} at June 30, 2024 increased by $130 million over December 31, 2023."
    assert loud(table, said.format(" on unpaid losses")) == []
    assert loud(table, said.format("")) == ["C002"]


def test_the_unit_of_one_price_is_no_word_of_the_next() -> None:
    table = f"\n(In dollars) | {_THREE}\nCash costs ($ per ounce) | 968 | 942\n"
    table += "All-in sustaining costs ($ per ounce) | 1,388 | 1,361\n"
    said = 'The mine ran at cash costs of $968 per ounce and all-in sustaining costs ("AISC") of $1,388 per ounce.'
    assert verdicts(table, said) == ["agrees", "agrees"]
