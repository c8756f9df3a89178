"""Two sides of one measure, days of several quarters, bases and ranges, as releases not seen before told them."""

from tests.engine.releases import audited, loud, verdicts

TITLE = "Halden Ridge Reports Results for the Fourth Quarter and Year Ended December 31, 2025"
COLUMNS = " | ".join(
    f"{length} Ended {day}"
    for length, day in (
        ("Three Months", "December 31, 2025"),
        ("Three Months", "December 31, 2024"),
        ("Three Months", "September 30, 2025"),
        ("Year", "December 31, 2025"),
        ("Year", "December 31, 2024"),
    )
)
RESULTS = f"""
In thousands, except per share              | {COLUMNS}
Revenue                                     | 52,000 | 43,000 | 48,000 | 190,000 | 160,000
Selling, general and administrative expenses| 1,900  | 2,400  | 2,100  | 8,800   | 9,300
Operating income                            | 6,500  | 5,900  | 6,100  | 24,000  | 19,100
Net income                                  | 4,100  | 3,900  | 3,800  | 15,600  | 12,100
Adjusted net income                         | 4,700  | 4,200  | 4,400  | 17,000  | 13,900
GAAP gross margin                           | 41.2%  | 40.1%  | 40.8%  | 41.0%   | 40.0%
Adjusted gross margin                       | 43.5%  | 41.9%  | 42.2%  | 43.1%   | 41.7%
Basic earnings per share                    | $1.07  | $0.14  | $0.90  | $3.90   | $2.00
Diluted earnings per share                  | $1.01  | $0.13  | $0.85  | $3.70   | $1.90
"""


def told(*paragraphs: str) -> list[str]:
    return verdicts(RESULTS, *paragraphs, title=TITLE)


def faults(*paragraphs: str) -> list[str]:
    return loud(RESULTS, *paragraphs, title=TITLE)


def test_both_sides_of_a_measure_are_told_in_turn() -> None:
    margins = "GAAP and non-GAAP gross margins were 41.2% and 43.5%, respectively."
    assert told(margins) == ["agrees", "agrees"]
    assert faults(margins.replace("43.5", "45.3")) == ["C001"]
    shares = (
        "Basic and diluted earnings per share were $1.07 and $1.01, up 664% and 677%, respectively, year over year."
    )
    assert told(shares) == ["agrees"] * 4
    assert faults(shares.replace("1.01", "1.51")) == ["C006"]


def test_what_is_called_non_gaap_is_the_adjusted_figure() -> None:
    said = "Net income (non-GAAP) was $4.7 million. Net income (GAAP) was $4.1 million."
    assert told(said) == ["agrees", "agrees"]
    assert faults(said.replace("4.7", "7.4")) == ["C001"]


def test_two_quarters_that_end_on_days_of_different_months() -> None:
    said = (
        "Revenue for the quarters ended December 31, 2025 and September 30, 2025 was $52.0 million and $48.0 million."
    )
    assert told(said) == ["agrees", "agrees"]
    assert faults(said.replace("48.0", "84.0")) == ["C001"]


def test_two_years_and_two_numbers_need_no_word_that_shares_them_out() -> None:
    said = "Net income for the years ended December 31, 2025 and 2024 was $15.6 million and $12.1 million."
    assert told(said) == ["agrees", "agrees"]
    assert faults(said.replace("12.1", "21.1")) == ["C001"]


def test_a_comma_before_the_second_year() -> None:
    said = (
        "Revenue for the three months ended December 31, 2025, and 2024 was $52.0 million, and $43.0 million"
        " respectively, an increase of 21%."
    )
    assert told(said) == ["agrees"] * 3


def test_amounts_of_what_is_named_behind_them_for_two_lengths_of_time() -> None:
    said = (
        "The company reported $52,000,000 and $190,000,000 of revenue for the three-month and twelve-month periods"
        " ended December 31, 2025."
    )
    assert told(said) == ["agrees", "agrees"]
    assert faults(said.replace("$190", "$910")) == ["C001"]


def test_a_bare_year_that_a_change_is_told_from_stands_for_its_quarter() -> None:
    said = (
        "SG&A expenses for the fourth quarter of 2025 were $1.9 million, compared with $2.4 million in 2024, a fall of"
    )
    assert told(f"{said} 21%.") == ["agrees"] * 3
    assert faults(f"{said} 12%.") == ["C003"]


def test_the_last_day_of_a_quarter_in_parentheses_is_no_other_date() -> None:
    said = (
        "Fourth quarter revenue was $52.0 million, a 21% increase compared to Q4 2024 (ended December 31, 2024) revenue"
        " of $43.0 million, and an 8% increase compared to Q3 2025 (ended September 30, 2025) revenue of $48.0 million."
    )
    assert told(said) == ["agrees"] * 5
    assert faults(said.replace("8% ", "38% ")) == ["C003"]


def test_growth_year_over_year_is_of_the_quarter_named_behind_it() -> None:
    said = (
        "We overcame this in the second half of 2025, with 21% year-over-year growth in revenue in the fourth quarter."
    )
    assert told(said) == ["agrees"]


def test_a_full_year_initiative_dates_nothing() -> None:
    said = (
        "Operating income rose by $0.6 million, or 10%, to $6.5 million, as gross profit was offset by spending in"
        " support of full-year growth initiatives."
    )
    assert told(said) == ["agrees"] * 3


def test_a_growth_on_another_basis_leaves_the_rest_of_the_sentence_as_reported() -> None:
    said = "Revenue was $52.0 million, an increase of 21%, and an increase of 19% on a constant currency basis."
    assert told(said)[:2] == ["agrees", "agrees"]
    assert faults(said.replace("52.0", "62.0")) == ["C001"]


def test_an_amount_told_to_the_dollar_may_be_cut_off_in_a_table_of_thousands() -> None:
    assert told("Net income was $4,100,504 in the fourth quarter.") == ["agrees"]
    assert told("Net income was $4,100,904 in the fourth quarter.") == ["agrees"]
    assert told("Net income was $4,101,000 in the fourth quarter.") == ["disagrees"]
    assert told("Net income was $4,110,504 in the fourth quarter.") == ["disagrees"]


def test_the_currency_of_a_range_is_printed_once() -> None:
    claims = audited(RESULTS, "We expect revenue of $50-52.5 million in the first quarter.", title=TITLE).claims
    assert [(int(c.quantity.value), c.quantity.unit) for c in claims] == [(50_000_000, "USD"), (52_500_000, "USD")]


def test_a_dash_between_blanks_is_no_minus() -> None:
    claims = audited(RESULTS, "Halden Ridge Reports Results - 21% Increase in Revenue", title=TITLE).claims
    assert [c.quote for c in claims] == ["21%"]


def test_a_line_in_brackets_leaves_the_heading_above_it() -> None:
    heading = "Year-to-Date 2025 Financial Highlights:\n\n(All comparisons are to the year 2024)\n\n"
    listed = "• Revenue of $190.0 million, up 19%\n• Net income of $15.6 million, up 29%"
    assert told(heading + listed) == ["agrees"] * 4
    assert faults(heading + listed.replace("15.6", "51.6")) == ["C001"]


def test_a_long_line_that_names_a_period_heads_the_list_below_it() -> None:
    heading = (
        "Key Financial Highlights for the Year Ended December 31, 2025 Compared to the Prior Year Period in Full\n\n"
    )
    listed = "• Revenue increased 19% to $190.0 million\n• Net income rose to $15.6 million"
    assert told(heading + listed) == ["agrees"] * 3
    assert faults(heading + listed.replace("190.0", "910.0")) == ["C001"]


def test_a_basis_below_a_period_keeps_it() -> None:
    said = (
        "For the year 2025:\n\nOn a GAAP basis:\n\n• Net income of $15.6 million\n\n"
        "On a non-GAAP basis:\n\n• Net income of $17.0 million"
    )
    periods = {c.quote: c.period for c in audited(RESULTS, said, title=TITLE).claims}
    assert {str(p) for p in periods.values()} == {"2025-01-01/2025-12-31"}
    assert told(said) == ["agrees", "agrees"]


def test_a_level_is_as_long_as_the_one_that_it_is_compared_with() -> None:
    said = "Net income was $15.6 million, compared to $12.1 million for the year 2024."
    (now, _) = audited(RESULTS, said, title=TITLE).claims
    assert str(now.period) == "2025-01-01/2025-12-31"


def test_what_is_called_annual_is_of_the_year_that_the_last_quarter_ends() -> None:
    said = "Annual revenue increased 19% to $190.0 million."
    assert told(said) == ["agrees", "agrees"]
    assert faults(said.replace("190.0", "910.0")) == ["C001"]


EQUITY = """
In thousands                       | December 31, 2025 | December 31, 2024
Total Halden Ridge Holdings, Inc. stockholders' equity | 120,291           | 120,401
Noncontrolling interest            | 2,041             | 2,045
Total equity                       | 122,332           | 122,446
"""


def test_a_slip_from_one_of_several_figures_of_one_name() -> None:
    said = "Stockholders' equity totaled $120.3 million at December 31, 2025."
    assert verdicts(EQUITY, said, title=TITLE) == ["agrees"]
    assert verdicts(EQUITY, said.replace("120.3", "122.3"), title=TITLE) == ["agrees"]
    assert loud(EQUITY, said.replace("120.3", "190.3"), title=TITLE) == ["C001"]
    found = audited(EQUITY, said.replace("120.3", "141.7"), title=TITLE)
    (claim,) = found.claims
    assert found.judgements[claim.id].working == (
        "several figures are Stockholders' equity at December 31, 2025: 120,291, 122,332"
    )


def test_an_amount_of_round_thousands_is_held_against_the_figure_as_rounded() -> None:
    assert told("Net income was approximately $4,100,000 in the fourth quarter.") == ["agrees"]
    assert faults("Revenue was approximately $92,000,000 in the fourth quarter.") == ["C001"]


def test_a_total_on_an_annualized_basis_is_no_figure_of_the_quarter() -> None:
    said = "Revenue was $52.0 million (about $208 million of revenue on an annualized basis) in the fourth quarter."
    assert faults(said) == []
    assert faults(said.replace("52.0", "92.0")) == ["C001"]


def test_of_nothing_there_is_no_scale() -> None:
    said = "Diluted earnings per share were $0.00, a $0.13 decrease compared to diluted earnings per share of $0.13."
    assert len(told(said)) == 3
    assert "disagrees" not in told("The company bought 0 shares at an average price of $0.00, for a total of $0.00.")


UNITS = """
                                            | December 31, 2025 | December 31, 2024 | % Change
Units in service (000's) (as of period end) | 645 | 694 | (7.1)%
"""


def test_what_is_counted_at_a_day_has_changed_since_some_day() -> None:
    assert loud(UNITS, "Units in service declined by 1.8% in the fourth quarter.", title=TITLE) == []
    assert verdicts(UNITS, "Units in service declined by 7.1% from a year ago.", title=TITLE) == ["agrees"]
    assert loud(UNITS, "Units in service declined by 1.8% from a year ago.", title=TITLE) == ["C003"]


SEGMENT = """
In thousands             | Three Months Ended December 31, 2025 | Three Months Ended December 31, 2024
GAAP operating margin    | 0.4% | 0.9%
Adjusted operating margin| 1.6% | 2.2%
"""


def test_two_sides_that_are_both_at_odds_are_of_something_else() -> None:
    said = "Retail did well: GAAP and adjusted operating margin expanded to 6.4% and 6.5%, respectively."
    assert loud(SEGMENT, said, title=TITLE) == []
    said = "GAAP and adjusted operating margin fell to 0.4% and 1.6%, respectively."
    assert verdicts(SEGMENT, said, title=TITLE) == ["agrees", "agrees"]
