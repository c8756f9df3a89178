"""Sentences met on releases not seen before: lists told in turn, parts that headings name, bases of their own."""

import pytest

from tests.engine.releases import audited, loud, verdicts

QUARTERS = "Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024"
TITLE = "Halden Ridge Reports Second Quarter 2025 Results"
RESULTS = f"""
In thousands         | {QUARTERS}
Revenue              | 83,300 | 75,120
Gross profit         | 30,210 | 25,410
Capital expenditures | 9,375  | 8,120
Net income           | 22,400 | 18,900
"""
BALANCES = """
In thousands                                                | June 30, 2025 | December 31, 2024
Cash and cash equivalents                                   | 22,043        | 30,100
Marketable securities                                       | 60,557        | 30,422
Marketable securities, non-current                          | -             | 1,973
Total debt                                                  | 45,078        | 71,017
Total Halden Ridge Holdings, Inc. stockholders' equity      | 120,291       | 110,402
Noncontrolling interest                                     | 2,041         | 2,045
Total equity                                                | 122,332       | 112,447
"""
ORDERS = f"""
In thousands | {QUARTERS} | % Change
Americas     | 27,552     | 16,945 | 63%
Europe       | 24,661     | 21,086 | 17%
Asia Pacific | 9,434      | 5,669  | 66%
Total orders | 61,647     | 43,700 | 41%
"""


def told(table: str, *paragraphs: str) -> list[str]:
    return verdicts(table, *paragraphs, title=TITLE)


def faults(table: str, *paragraphs: str) -> list[str]:
    return loud(table, *paragraphs, title=TITLE)


def test_each_number_of_a_list_is_in_what_stands_behind_it() -> None:
    said = "At June 30, 2025, we had $22.0 million in cash and $45.1 million in total debt."
    assert told(BALANCES, said) == ["agrees", "agrees"]
    assert faults(BALANCES, said.replace("45.1", "54.1")) == ["C001"]
    unknown = "At June 30, 2025, liquidity consisted of $22.0 million in cash and $15.9 million in unused credit lines."
    assert "disagrees" not in told(BALANCES, unknown)


def test_each_rate_of_a_list_is_of_the_place_behind_it() -> None:
    said = "Orders grew 41%, with order growth of 63% in the Americas, 66% in Asia Pacific, and 17% in Europe."
    assert set(told(ORDERS, said)) == {"agrees"}


def test_a_change_is_told_in_points_and_in_per_cent() -> None:
    said = "Gross profit was $30.2 million, up 240 basis points and almost 19% from gross profit of $25.4 million."
    assert "disagrees" not in told(RESULTS, said)
    (rate,) = (c for c in audited(RESULTS, said, title=TITLE).claims if c.quote == "19%")
    assert (rate.kind, rate.measure and rate.measure.key) == ("change-percent", "gross-profit")


PARTS = f"""
In thousands    | {QUARTERS}
Bedding         | 30,500 | 27,111
Fabrics         | 21,124 | 21,662
Net sales       | 51,624 | 48,773
"""


def test_a_short_name_behind_from_is_of_the_part_for_the_changes_behind_it_too() -> None:
    said = (
        "For the quarter, bedding sales were $30.5 million, up 12% from sales of $27.3 million in the first quarter "
        "and up 12.5% from sales of $27.1 million in the prior-year period."
    )
    assert set(told(PARTS, said)) == {"agrees"}


def test_a_change_from_a_quarter_of_the_year_is_none_of_the_year() -> None:
    years = """
In thousands | Year Ended December 31, 2025 | Year Ended December 31, 2024
Gross profit | 25,160                       | 25,067
"""
    said = "We closed the year 2025 with nearly 40% gross profit improvement from the third quarter."
    assert told(years, said) == ["unsupported"]
    assert told(years, "Gross profit for the year 2025 rose 0.4% from 2024.") == ["agrees"]


def test_the_equity_of_the_company_is_called_by_its_name() -> None:
    assert told(BALANCES, "Stockholders' equity totaled $120.3 million as of June 30, 2025.") == ["agrees"]
    assert told(BALANCES, "Total equity was $122.3 million as of June 30, 2025.") == ["agrees"]


def test_securities_of_both_terms_are_added() -> None:
    said = "Cash, cash equivalents and marketable securities were $82.6 million, compared to $62.5 million at year-end."
    assert told(BALANCES, said) == ["agrees", "agrees"]


def test_two_amounts_that_are_shared_out_are_no_range() -> None:
    said = (
        "For the third quarter, GAAP and other expenses are expected to be $4.8 million and $3.4 million, respectively."
    )
    assert "O001" not in faults(RESULTS, said)
    assert "O001" in faults(
        RESULTS, "For the third quarter, revenue is expected to be between $88 million and $84 million."
    )


def test_a_base_that_stands_in_another_clause_is_compared_with_too() -> None:
    usual = [
        f"{name} for the quarter ended June 30, 2025 was ${now} million, up {rate}% from the prior year quarter."
        for name, now, rate in (("Revenue", "83.3", "11"), ("Net income", "22.4", "19"))
    ]
    said = "Gross profit was $30.2 million, up 8% from first quarter gross profit of $28.0 million"
    both = f"{said}, and up from prior-year gross profit of $25.4 million."
    other = "Capital expenditures were $9.4 million, an increase of 15% from the prior year quarter."
    assert "D003" in faults(RESULTS, *usual, other, f"{said}.")
    assert "D003" not in faults(RESULTS, *usual, other, both)


@pytest.mark.parametrize(
    "said",
    [
        "Revenue on a combined-portfolio basis was $83.8 million in the second quarter.",
        "We recorded gross profit of $30.8 million in 2Q25 for its estimated share.",
    ],
)
def test_words_that_make_more_or_less_of_a_figure_leave_it_open(said: str) -> None:
    assert set(told(RESULTS, said)) <= {"unsupported"}


def test_an_amount_of_two_measures_is_none_of_the_one_that_a_table_has() -> None:
    table = RESULTS + "Dividends paid | 243 | 240\n"
    said = (
        "During the second quarter, Halden Ridge returned a record level of approximately $24.3 million to the holders "
        "in the form of shares repurchased and cash dividends."
    )
    assert told(table, said) == ["unsupported"]


def test_a_change_of_two_measures_is_none_of_the_one_that_a_table_has() -> None:
    table = RESULTS + "Service fees | 6,319 | 5,337\n"
    said = "Total premium and service fees rose 14 percent in the second quarter compared to the prior year's quarter."
    assert told(table, said) == ["unsupported"]
    assert told(table, said.replace("Total premium and service", "Service")) == ["disagrees"]


def test_a_row_that_the_sentence_counts_in_is_added() -> None:
    table = RESULTS + "Principal payments on leases | 163 | 231\n"
    said = "Capital expenditures, including principal payments on leases, were $9.5 million in the second quarter."
    assert told(table, said) == ["agrees"]
    assert faults(table, said.replace("9.5", "9.9")) == ["C001"]


def test_the_first_of_two_moves_does_not_come_from_where_the_second_begins() -> None:
    said = "Staff costs rose from 8.6% to 10.7% of the total and other costs rose from 10.9% to 13.3%."
    assert "D001" not in faults(RESULTS, said)


def test_what_we_will_do_is_no_result() -> None:
    (claim,) = audited(RESULTS, "We'll be holding our operating margin at around 20%.", title=TITLE).claims
    assert claim.outlook


def test_a_heading_that_the_prose_speaks_of_names_a_part() -> None:
    page = (
        "<html><body><p>{title}</p><p>Data Center revenue of $75.2 million rose strongly.</p><h3>{heading}</h3>"
        "<p>Second-quarter revenue was a record $75.2 million.</p><table>{rows}</table></body></html>"
    )
    cells = [line.split("|") for line in RESULTS.strip().splitlines()]
    rows = "".join("<tr>" + "".join(f"<td>{cell.strip()}</td>" for cell in line) + "</tr>" for line in cells)

    def under(heading: str) -> list[str]:
        return verdicts("", title=page.format(title=TITLE, heading=heading, rows=rows), name="draft.htm")

    assert under("Data Center") == ["agrees", "agrees"]
    assert under("Highlights") == ["agrees", "disagrees"]


def test_rates_that_a_change_is_made_of_add_up_to_it() -> None:
    said = "Kettle sales increased 1.7%, driven by an 11.3% increase in volume and a 9.6% decrease in price."
    assert told(RESULTS, said) == ["agrees"] * 3
    assert told(RESULTS, said.replace("9.6%", "8.6%")) == ["unsupported"] * 3


def test_the_parts_in_whose_form_an_amount_was_invested_add_up_to_it() -> None:
    said = (
        "In May we invested $27.2 million in a new company, in the form of $20.1 million of secured debt and $7.1 "
        "million of preferred shares."
    )
    assert told(RESULTS, said) == ["agrees"] * 3


def test_what_we_had_stands_below_an_outlook_too() -> None:
    page = "<html><body><p>{}</p><h3>2025 Outlook</h3><p>{}</p><table>{}</table></body></html>"
    rows = (
        "<tr><td>In thousands</td><td>June 30, 2025</td></tr><tr><td>Cash and cash equivalents</td><td>22,043</td></tr>"
    )
    rows += "<tr><td>Total assets</td><td>90,000</td></tr>"
    said = "As of June 30, 2025, the company had $22.0 million in cash and cash equivalents."
    assert verdicts("", title=page.format(TITLE, said, rows), name="draft.htm") == ["agrees"]


def test_results_and_a_forecast_stand_below_one_heading() -> None:
    page = "<html><body><p>{}</p><h3>Q2 Results and Q3 Forecast</h3><p>{}</p><table>{}</table></body></html>"
    cells = [line.split("|") for line in RESULTS.strip().splitlines()]
    rows = "".join("<tr>" + "".join(f"<td>{cell.strip()}</td>" for cell in line) + "</tr>" for line in cells)
    said = "Net income of $22.4 million was above our forecast."
    assert verdicts("", title=page.format(TITLE, said, rows), name="draft.htm") == ["agrees"]


def test_what_a_cause_does_in_brackets_is_its_effect_alone() -> None:
    said = (
        "Gross margin was 36.3% in the second quarter. It reflects higher freight costs (decreasing gross margin "
        "approximately 90 basis points)."
    )
    assert told(RESULTS, said) == ["agrees", "unsupported"]
    assert "disagrees" in told(RESULTS, "Gross margin increased 290 basis points in the second quarter.")
