"""Sentences whose words and those of the row part: what differs is no contradiction. One wrong digit still is."""

import pytest

from tests.engine.releases import loud, verdicts

QUARTERS = "Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024"
TITLE = "Halden Ridge Reports Second Quarter 2025 Results"
RESULTS = f"""
In thousands                             | {QUARTERS}
Revenue                                  | 83,303 | 75,123
Gross margin                             | 35.0%  | 33.2%
Cash gross margin                        | 40.6%  | 38.4%
Net income from continuing operations    | 22,814 | 19,410
Net income                               | 22,402 | 18,903
Underlying adjusted EBITDA               | 27,831 | 26,617
Net cash provided by operating activities| 39,547 | 31,139
Free cash flow                           | 33,690 | 29,609
"""


def told(*paragraphs: str, table: str = RESULTS) -> set[str]:
    return set(verdicts(table, *paragraphs, title=TITLE))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Gross margin was 35.0% and cash gross margin was 40.6%.", "Gross margin was 38.0% in the second quarter."),
        (
            "We delivered $39.5 million in cash from operating activities and $33.7 million in free cash flow.",
            "Free cash flow was $36.7 million.",
        ),
    ],
)
def test_a_number_that_stands_in_a_row_that_the_sentence_names(right: str, wrong: str) -> None:
    assert "disagrees" not in told(right)
    assert "disagrees" in told(wrong)


def test_a_heading_names_the_row_too() -> None:
    sentence = "Net income for the second quarter was $22.8 million."
    headed = f"<h2>Highlights for Continuing Operations</h2><p>{sentence}</p>"
    rows = [line.split("|") for line in RESULTS.strip().splitlines()]
    table = "".join("<tr>" + "".join(f"<td>{cell.strip()}</td>" for cell in row) + "</tr>" for row in rows)
    html = f"<html><body><p>{TITLE}</p>{{}}<table>{table}</table></body></html>"
    assert "disagrees" not in verdicts("", title=html.format(headed), name="draft.htm")
    assert "disagrees" in verdicts(
        "", title=html.format(f"<p>{sentence}</p>".replace("22.8", "24.4")), name="draft.htm"
    )


def test_a_row_that_says_more_contradicts_only_what_a_slip_explains() -> None:
    assert told("Adjusted EBITDA was $34.5 million in the second quarter.") == {"unsupported"}
    assert told("Adjusted EBITDA was $27.3 million in the second quarter.") == {"disagrees"}
    assert told("Underlying adjusted EBITDA was $34.5 million in the second quarter.") == {"disagrees"}


OTHERWISE = f"""
In millions                                                | {QUARTERS}
Revenue                                                    | 94.6  | 94.8
Adjusted measures, excluding divestitures, for comparison:
Adjusted EBITDA                                            | 10.8  | 4.7
"""


def test_rows_below_a_heading_that_leaves_something_out() -> None:
    said = "Adjusted EBITDA improved by $5.6 million to $10.8 million in the second quarter of 2025."
    assert "disagrees" not in told(said, table=OTHERWISE)
    assert "disagrees" in told(said, table=OTHERWISE.replace("Adjusted measures, excluding divestitures, for", "For"))


PRO_FORMA = "Unless otherwise noted, all comparisons below are presented on a pro forma basis."


def test_comparisons_that_are_all_on_a_basis_of_their_own() -> None:
    said = "Revenue was $83.3 million, compared to $75.5 million in the second quarter of 2024."
    assert told(PRO_FORMA, said) == {"agrees", "unsupported"}
    assert told(said) == {"agrees", "disagrees"}
    assert "disagrees" in told(PRO_FORMA, said.replace("83.3", "88.3"))


def test_a_quarter_with_a_mark_before_its_year_is_read() -> None:
    said = "Revenue was $83.3 million, as compared to revenue of $75.1 million during Q2'2024 on lower prices."
    assert told(said) == {"agrees"}
    assert told(said.replace("75.1", "83.1")) == {"agrees", "disagrees"}


def test_what_was_passed_again_and_what_grew_since_an_event() -> None:
    assert told("Gross margin was 35.0%, the sixth consecutive quarter over 30.0%.") == {"agrees", "unsupported"}
    assert told("Revenue was $83.3 million in the quarter, up approximately 22% from when we began.") == {
        "agrees",
        "unsupported",
    }


def test_a_margin_is_of_the_part_that_its_amount_is_of() -> None:
    said = "Legacy net income was $9.1 million and net income margin was 14.2%."
    assert "disagrees" not in told(said)
    assert "disagrees" in told("Net income was $22.4 million and net income margin was 29.6%.")


def test_the_headline_and_a_segment_state_two_figures() -> None:
    said = "The Yards segment generated revenue of $83.5 million in the second quarter of 2025."
    first = "Halden Reports Revenue of $85.3 Million for the Second Quarter of 2025"
    table = f"In thousands | {QUARTERS}\nNet income | 6,104 | 5,318"
    assert not loud(table, "Halden makes hulls.", said, title=first)
    assert loud(table, "Halden makes hulls.", said.replace("The Yards segment", "Halden"), title=first) == ["C009"]


LOSSES = f"""
In thousands, except per share           | {QUARTERS}
Adjusted EBITDA                          | (2,811) | (4,902)
Net loss from continuing operations      | (2,911) | (6,904)
Net loss                                 | (2,911) | (5,702)
Net loss per share, basic and diluted    | (0.01)  | (0.03)
"""


@pytest.mark.parametrize(
    "behind",
    [", of $0.03 per share, for the same period of the prior year.", ", which is a loss per share of $0.03."],
)
def test_a_number_behind_the_one_compared_with_is_of_its_period(behind: str) -> None:
    said = f"Net loss was $2.9 million, compared to a net loss of $5.7 million{behind}"
    assert "disagrees" not in told(said, table=LOSSES)
    assert "disagrees" in told(said.replace("0.03", "0.04"), table=LOSSES)


def test_a_loss_per_share_is_compared_as_the_loss_is() -> None:
    said = "Net loss was $2.9 million, compared to a net loss of $5.7 million, of $0.03 per share, a year ago."
    assert told(said, table=LOSSES) == {"agrees"}


def test_what_is_noted_for_all_results_names_the_row() -> None:
    noted = "Unless otherwise noted, the results discussed below reflect continuing operations."
    said = "Net loss was $2.9 million compared to $6.9 million in the second quarter of 2024."
    assert "disagrees" not in told(noted, said, table=LOSSES)
    assert "disagrees" in told(said, table=LOSSES)
    assert "disagrees" in told(noted, said.replace("6.9", "6.2"), table=LOSSES)


def test_an_improvement_of_an_ebitda_loss_is_a_smaller_one() -> None:
    said = "Adjusted EBITDA loss was ($2.8) million, an improvement of $2.1 million from a loss of ($4.9) million."
    assert loud(LOSSES, said, title=TITLE) == []
    assert loud(LOSSES, said.replace("improvement", "increase"), title=TITLE) == ["D001"]


BY_UNIT = f"""
In thousands, except per ton amounts        | {QUARTERS}
Mine operating expenses per ton             | 6.85    | 6.12
Mine operating expenses                     | 13,628  | 12,190
Free cash flow                              | 859,041 | 521,310
Revenue                                     | 9,373,102 | 9,910,553
"""


def test_the_amount_is_no_amount_by_the_ton_where_a_row_gives_it() -> None:
    said = "Mine operating expenses were $13.6 million, or $6.85 per ton, in the second quarter of 2025."
    assert told(said, table=BY_UNIT) == {"agrees"}
    assert "disagrees" in told(said.replace("13.6", "16.3"), table=BY_UNIT)


def test_by_how_much_it_was_increased_is_a_change() -> None:
    said = "We increased free cash flow in the second quarter of 2025 by 65% and posted growth."
    assert told(said, table=BY_UNIT) == {"agrees"}
    assert told(said.replace("65", "56"), table=BY_UNIT) == {"disagrees"}


def test_a_range_is_not_of_the_year_that_something_else_grew_over() -> None:
    ahead = "Revenue is expected to range from $104 million to $108 million, "
    assert loud(RESULTS, ahead + "reflecting growth in volume of at least 28% over 2024.", title=TITLE) == []


PLAN = f"""
{{head}}
Alder Rental - Earnings before taxes | 188,500 | 193,000
Birch Credit - Earnings before taxes | 22,000  | 25,000

In thousands                         | {QUARTERS}
Earnings before taxes                | 50,807  | 51,162
Net income                           | 22,402  | 18,903
"""


def test_a_heading_names_a_segment_of_which_the_outlook_alone_tells() -> None:
    table = PLAN.format(head="2025 outlook, in thousands | Low | High")
    said = "Earnings before taxes for the second quarter of 2025 were $45.4 million."
    assert verdicts(table, "Alder Rental Results", said, title=TITLE) == ["unsupported"]
    assert verdicts(table, said, title=TITLE) == ["disagrees"]


ORDERS = f"""
In millions          | {QUARTERS} | % Change
Total Revenue        | 441.9      | 419.5 | 5%
Voyages              | 278.6      | 270.5 | 3%
Ferries              | 163.3      | 149.0 | 10%
"""


def test_the_number_of_things_grows_otherwise_than_the_money_for_them() -> None:
    said = (
        "The number of voyage bookings was approximately 6.5 million in the quarter, an increase of approximately 5%."
    )
    assert "disagrees" not in told(said, table=ORDERS)


ROUNDED = """
In thousands, except per share data | Six Months Ended June 30, 2025 | Six Months Ended June 30, 2024
Income from continuing operations   | 73,596 | 72,171
Loss from discontinued operations   | (513)  | (430)
Net income                          | 73,083 | 71,741
Diluted earnings per share
Continuing operations               | 1.81   | 1.75
Discontinued operations             | (0.01) | (0.01)
Total diluted earnings per share    | 1.80   | 1.74
Weighted average shares - diluted   | 40,772 | 41,203
"""


def test_a_total_by_the_share_may_be_the_sum_of_its_rounded_parts() -> None:
    assert loud(ROUNDED, "Halden makes hulls.", title=TITLE) == []
    assert "S017" in loud(ROUNDED.replace("1.80 ", "1.90 "), "Halden makes hulls.", title=TITLE)


def test_what_a_sentence_itself_states_is_on_its_own_basis() -> None:
    said = "The combined ratio increased {} basis points to 94.6% from 93.9% in the second quarter of 2024."
    assert "disagrees" not in told(PRO_FORMA, said.format("70"))
    assert "disagrees" in told(PRO_FORMA, said.format("20"))


def test_a_number_of_the_other_year_that_the_sentence_names() -> None:
    said = "Net income for the three months ended June 30, 2025 and 2024 stood at nil and $18.9 million."
    assert "disagrees" not in told(said)
    assert "disagrees" in told("Net income for the three months ended June 30, 2025 was $18.9 million.")


def test_a_change_from_the_period_of_the_heading_is_that_of_the_period_reported() -> None:
    table = """
(in millions) | Three Months Ended December 31, 2024 | Three Months Ended September 30, 2024
Revenue       | 1,452                                | 1,542
"""
    title = "Halden Ridge Reports Fourth Quarter 2024 Results"
    told = ("Third Quarter 2024", "Revenue decreased $90 million from 3Q24.")
    assert verdicts(table, *told, title=title) == ["agrees"]
    assert verdicts(table, told[0], told[1].replace("$90", "$80"), title=title) == ["disagrees"]


HALVES = f"""
In dollars         | {QUARTERS} | Six Months Ended June 30, 2025 | Six Months Ended June 30, 2024
Net income         | 22,402,118 | 18,903,554 | 41,733,902 | 35,118,377
Earnings per share | $0.87      | $0.74      | $1.62      | $0.37
"""


def test_a_column_of_another_length_is_not_the_one_of_the_other_year() -> None:
    said = "For the three months ended June 30, 2025, earnings per share were ${}, and $0.74 in 2024."
    assert verdicts(HALVES, said.format("0.87"), title=TITLE)[0] == "agrees"
    assert verdicts(HALVES, said.format("0.37"), title=TITLE)[0] == "disagrees"


SALES = """
In millions | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Net sales   | 386.6                            | 314.9
"""


@pytest.mark.parametrize(
    "said",
    [
        "Net sales increased {}%, and 19.4% on an average daily sales basis.",
        "Net sales increased {}% to $386.6 million and 19.4% on an average daily sales basis.",
        "Net sales of $386.6 million increased {}% year over year, and 19.4% on an organic basis.",
    ],
)
def test_a_growth_on_a_basis_of_its_own_behind_the_one_reported(said: str) -> None:
    assert "disagrees" not in told(said.format("22.8"), table=SALES)
    assert "disagrees" in told(said.format("28.2"), table=SALES)


def test_two_growths_on_one_basis() -> None:
    said = "Net sales increased 28.2% and 19.4% on an average daily sales basis."
    assert "disagrees" not in told(said, table=SALES)


def test_the_last_round_number_that_a_growth_has_passed() -> None:
    before = "Net sales rose 22.8% to $386.6 million."
    assert loud(SALES, before, "We achieved growth in net sales of over 22%.", title=TITLE) == []
    assert loud(SALES, before, "We achieved growth in net sales of over 52%.", title=TITLE) == ["C003"]
    assert loud(SALES, before, "We achieved growth in net sales of over 61%.", title=TITLE) == []
