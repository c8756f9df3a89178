"""Figures that the prose states twice, with two values."""

import auditor

TABLE = """
In thousands      | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Net income        | 6,104                            | 5,318

In thousands      | June 30, 2025 | June 30, 2024
Paper backlog     | 85,300        | 70,400
Board backlog     | 83,500        | 71,200
"""
COMPANY = "\n\nThe company makes paper.\n\n"


def rules_against(*sentences: str, table: str = TABLE) -> list[str]:
    text = COMPANY.join(sentences) + "\n" + table
    result = auditor.audit(auditor.read_document(text.encode(), "draft.txt"), auditor.load_rules())
    return [f.rule for f in result.findings]


def test_two_sentences_that_compare_with_one_figure_speak_of_one() -> None:
    told = (
        "Capital expenditures were {} million for the quarter ended June 30, 2025, compared with $4.4 million in 2024."
    )
    assert rules_against(told.format("$8.4"), told.format("$9.4")) == ["C015"]
    assert rules_against(told.format("$8.4"), told.format("$8.4")) == []


def test_a_change_stated_twice_is_one_beside_the_same_amount() -> None:
    told = (
        "Capital expenditures for the quarter ended June 30, 2025 rose {} from the prior year quarter to $14.4 million."
    )
    assert rules_against(told.format("12%"), told.format("52%")) == ["C015"]


def test_short_figures_alone_may_be_of_two_things() -> None:
    told = "Capital expenditures were {} million for the quarter ended June 30, 2025."
    assert rules_against(told.format("$8.4"), told.format("$9.4")) == ["C010"]


def test_long_figures_of_which_there_are_two_are_one() -> None:
    told = "Capital expenditures were {} million for the quarter ended June 30, 2025."
    assert rules_against(told.format("$28.4"), told.format("$21.7")) == []
    assert rules_against(told.format("$28.4"), told.format("$82.4")) == ["C015"]
    values = ("$28.4", "$82.4", "$28.9")
    assert rules_against(*(told.format(v) for v in values)) == ["C010", "C010"]


def test_figures_that_the_tables_have_both_are_two() -> None:
    told = "Backlog was {} million at June 30, 2025, compared with $71.2 million a year ago."
    assert rules_against(told.format("$83.5"), told.format("$85.3")) == []


def test_what_is_told_in_the_same_words_is_one_whatever_it_is_called() -> None:
    told = "At June 30, 2025, the order book was {} tonnes long."
    assert rules_against(told.format("26,944"), told.format("62,944")) == ["C016"]
    assert rules_against(told.format("26,944"), told.format("26,944")) == []


def test_a_slip_of_the_last_digit_or_of_one_may_be_another_figure() -> None:
    told = "At June 30, 2025, the order book was {} tonnes long."
    assert rules_against(told.format("26,944"), told.format("26,949")) == []
    assert rules_against(told.format("26,944"), told.format("25,944")) == []
    assert rules_against(told.format("46"), told.format("96")) == []


def test_what_is_told_of_another_day_is_another_figure() -> None:
    told = "At June 30, {}, the order book was {} tonnes long."
    assert rules_against(told.format("2025", "26,944"), told.format("2024", "62,944")) == []


def test_what_is_due_to_others_is_not_what_is_due_from_them() -> None:
    told = "Includes amounts due {} related parties of $4,{} at June 30, 2025."
    assert rules_against(told.format("from", "053"), told.format("to", "953")) == []
    assert rules_against(told.format("from", "053"), told.format("from", "953")) == ["C016"]


def test_numbers_that_the_tables_have_are_not_slips_of_each_other() -> None:
    told = "Paper backlog was {} million at June 30, 2025."
    other = "Board backlog was {} million at June 30, 2025."
    assert rules_against(told.format("$85.3"), other.format("$83.5")) == []


def test_a_finding_names_the_claim_that_it_concerns() -> None:
    told = "At June 30, 2025, the order book was {} tonnes long."
    text = COMPANY.join((told.format("26,944"), told.format("62,944"))) + "\n" + TABLE
    result = auditor.audit(auditor.read_document(text.encode(), "draft.txt"), auditor.load_rules())
    (finding,) = result.findings
    assert [c.quote for c in result.claims if c.id == finding.claim] == ["62,944"]


def test_short_numbers_in_sentences_that_share_a_long_one() -> None:
    told = "The mill bought {} million barrels of oil for $209 million."
    assert rules_against(told.format("1.5"), told.format("7.5")) == ["C016"]
    assert rules_against(told.format("1.5"), told.format("1.5")) == []
    assert rules_against(told.format("1.5"), told.format("7.5").replace("209", "318")) == []


def test_a_sentence_told_twice_has_its_numbers_twice() -> None:
    told = "Sales of the board mills were ${} million, up 15%, driven by a {}% increase in the price of carton."
    again = told.replace("driven by", "reflecting")
    assert rules_against(told.format("61.4", "23"), again.format("61.4", "23")) == []
    assert rules_against(told.format("61.4", "23"), again.format("61.4", "25")) == ["C016"]
    assert rules_against(told.format("6", "23"), again.format("6", "25")) == []  # of two mills, by chance


def test_a_name_that_says_one_word_more() -> None:
    told = "At June 30, 2025, revenue per {}forest worker was ${}."
    assert rules_against(told.format("", "6,529"), told.format("active ", "5,629")) == ["C016"]
    assert rules_against(told.format("", "629"), told.format("active ", "529")) == []


def test_what_is_mainly_due_to_something_is_not_owed() -> None:
    one = "The drop in profit was primarily due to the $907.8 million impairment of forests in the quarter."
    other = "The drop in the margin was primarily because of the ${} million impairment of forests in the quarter."
    assert rules_against(one, other.format("207.8")) == ["C016"]
    assert rules_against(one, other.format("907.8")) == []


def test_what_is_counted_is_not_always_said() -> None:
    one = "Backlog units at June 30, 2025 decreased to 1,303."
    other = "At June 30, 2025, backlog was {} houses."
    assert rules_against(one, other.format("3,103")) == ["C016"]
    assert rules_against(one, other.format("1,303")) == []


def test_a_ratio_beside_the_same_one_of_the_year_before() -> None:
    told = "The net leverage ratio at June 30, 2025 was {} times, down from 4.3 times at June 30, 2024."
    assert rules_against(told.format("2.8"), told.format("8.8")) == ["C015"]
    assert rules_against(told.format("2.8"), told.format("2.8")) == []


def test_a_change_is_from_the_year_before_where_nothing_else_is_said() -> None:
    one = "At June 30, 2025, inventories of $148.5 million were up 5.4%."
    other = "Inventories rose {}% to $148.5 million at June 30, 2025, compared to June 30, 2024."
    assert rules_against(one, other.format("5.7")) == ["C015"]
    assert rules_against(one, other.format("5.4")) == []
