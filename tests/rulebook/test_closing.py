"""Sentences whose numbers follow from each other, or would but for a slip."""

import auditor

TABLE = """

In thousands | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Net income   | 6,104                            | 5,318
"""


def found(sentence: str, rows: str = "") -> list[str]:
    draft = auditor.read_document((sentence + TABLE + rows).encode(), "draft.txt")
    result = auditor.audit(draft, auditor.load_rules())
    return [f"{f.rule} {f.actual}" if f.actual else f.message for f in result.findings]


def test_a_whole_and_all_its_parts() -> None:
    told = (
        "The mill had liquidity of ${} million, consisting of $56.3 million of cash and $271.8 million of availability."
    )
    assert found(told.format("328.1")) == []
    assert found(told.format("382.1")) == [
        "“$382.1 million” does not go with the other numbers of its sentence, which give $328.1 million: "
        "$56.3 million + $271.8 million of the sentence"
    ]


def test_parts_that_the_whole_only_includes_need_not_be_all_of_it() -> None:
    told = "The mill used {} tonnes of pulp, including {} tonnes of spruce and {} tonnes of pine."
    assert found(told.format(171, 141, 30)) == []
    assert found(told.format(171, 81, 22)) == []
    assert found(told.format(711, 141, 30))[0].startswith("“711” does not go with")


def test_single_things_that_are_all_told_need_no_slip() -> None:
    told = "The mill opened {} new stores, comprised of 9 stores in Finland and 41 stores in Sweden."
    assert found(told.format(50)) == []
    assert found(told.format(58))[0].startswith("“58” does not go with")


def test_what_is_left_of_an_amount() -> None:
    told = "Net bank debt was ${} million, reflecting a loan of $118.8 million less cash of $19.1 million."
    assert found(told.format("99.7")) == []
    assert found(told.format("49.7")) == [
        "“$49.7 million” does not go with the other numbers of its sentence, which give $99.7 million: "
        "$118.8 million − $19.1 million of the sentence"
    ]


def test_a_level_and_what_it_came_from() -> None:
    told = "The paper mill had a site cost of $96.1 million, up 2.1% from ${} million a year ago."
    assert found(told.format("94.1")) == []
    assert found(told.format("94.2")) == []  # may be rounded
    assert found(told.format("49.1"))[0].startswith("“$49.1 million” does not go with")


def test_of_long_numbers_the_first_digits_are_compared() -> None:
    told = "The paper mill had a site cost of {}, up 5% from $406,890,000 last year."
    assert found(told.format("$428,008,000")) == []
    assert found(told.format("$248,008,000"))[0].startswith("“$248,008,000” does not go with")


def test_shares_at_an_average_price() -> None:
    told = (
        "The company bought {} million shares of its stock for $90.3 million, at an average price of $5.45 per share."
    )
    assert found(told.format("16.5")) == []
    assert len(found(told.format("61.5"))) == 1


def test_a_level_with_the_amount_and_the_rate_of_its_change() -> None:
    told = "Orders for paper rose by ${} million, or 12.54%, to ${} million."
    assert found(told.format("83.9", "753.0")) == []
    assert found(told.format("83.9", "253.0"))[0].startswith("“$253.0 million” does not go with")
    assert found(told.format("38.9", "753.0")) == ["C003 12.54%"]  # the rate is told of the other two


def test_three_numbers_of_four_show_which_one_is_wrong() -> None:
    told = "Paper sales were ${} million in the quarter, a decrease of ${} million or 2.9% compared to $20.7 million."
    assert found(told.format("20.1", "0.6")) == []
    assert found(told.format("2.1", "0.6")) == [
        "“$2.1 million” does not go with the other numbers of its sentence, which give $20.1 million: "
        "$20.7 million in the sentence − $0.6 million in the sentence"
    ]


def test_of_few_digits_it_may_be_open_which_of_four_numbers_is_wrong() -> None:
    told = (
        "Pulp sales were $4.7 million in the quarter, an increase of $0.6 million or 15% over the first quarter and "
        "compared to ${} million a year ago."
    )
    assert found(told.format("4.1")) == []
    assert found(told.format("4.8")) == [
        "“$4.7 million” does not go with the other numbers of its sentence, which give $5.4 million: "
        "$4.8 million in the sentence + $0.6 million in the sentence"
    ]


def test_points_lie_between_the_rates_of_their_own_time() -> None:
    told = (
        "The net interest margin for the quarter ended June 30, 2025 increased {} basis points to 3.14% up from 2.71%"
        " for the quarter ended June 30, 2024 and 2.98% for the year ended March 31, 2025."
    )
    assert found(told.format(43)) == []
    assert found(told.format(47)) == ["C004 47 basis points"]


def test_a_rate_of_one_digit_is_not_met_by_a_row_where_its_sentence_gives_another() -> None:
    told = "Sales of paper were ${} million, which include sheets, and increased 9%, from $4.0 million a year ago."
    table = """
In thousands | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024 | % Change
Total sales  | 20,601                           | 18,900                           | 9%
"""
    assert found(told.format("4.4"), table) == []
    assert found(told.format("4.9"), table) == ["C003 9%"]


def test_whole_thousands_may_be_rounded() -> None:
    told = "The average price of a mill house was $516,000, compared to $501,000 a year ago, an increase of {}%."
    assert found(told.format("3.0")) == found(told.format("3.1")) == []
    assert found(told.format("3.9")) == ["C003 3.9%"]


def test_levels_that_are_compared_in_so_many_words() -> None:
    told = (
        "Pulp sales were $30.5 million, up approximately {}% from sales of $27.3 million in the first quarter and up "
        "12.5% from sales of $27.1 million a year ago."
    )
    assert found(told.format(12)) == []
    assert found(told.format(13)) == []  # "approximately"
    assert found(told.format(92)) == [
        "“92%” does not go with the other numbers of its sentence, which give 12%: "
        "$30.5 million in the sentence / $27.3 million in the sentence − 100"
    ]


def test_a_rate_on_a_basis_of_its_own_need_not_follow() -> None:
    assert found("Pulp sales were $30.5 million, up 30% organically from $27.3 million a year ago.") == []


def test_one_amount_of_several_is_the_one_that_was_paid_for_the_shares() -> None:
    told = (
        "The mill returned $6.7 million, having bought 86,115 shares at an average price of ${} per share for a total"
        " of $2.4 million and having paid $4.3 million in dividends."
    )
    assert found(told.format("27.63")) == []
    assert len(found(told.format("72.63"))) == 3


def test_what_a_change_is_due_to_is_no_level_that_it_led_to() -> None:
    told = (
        "Spreads decreased by $6.6 million primarily due to a $6.1 million change from a $20.8 million gain in the last"
        " year quarter to a $14.7 million gain."
    )
    assert found(told) == []


def test_a_whole_of_which_there_are_two_parts() -> None:
    told = "Of the 50,522 trees that the mill owned, 33,775 were spruces and {} were pines."
    assert found(told.format("16,747")) == []
    assert found(told.format("9,200")) == []  # and others
    assert found(told.format("76,747"))[0].startswith("“76,747” does not go with")


def test_a_whole_that_is_compared_with_another_one() -> None:
    told = (
        "The mill had ${} million of liquidity, including $124.6 million in its vault and $139.2 million of loans that"
        " it may draw, compared with liquidity of $292.3 million a year ago."
    )
    assert found(told.format("263.8")) == []
    assert found(told.format("623.8"))[0].startswith("“$623.8 million” does not go with")


def test_a_level_and_its_change_between_which_the_period_is_told() -> None:
    told = "Pulp sales were $7.8 million for the quarter, up 50% compared to ${} million a year ago."
    assert found(told.format("5.2")) == []
    assert found(told.format("2.2"))[0].startswith("“50%” does not go with")


SHARES = """
In thousands                    | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Diluted weighted average shares | 25,130                           | 25,098
"""


def test_an_amount_and_what_it_is_by_the_share() -> None:
    told = "Net income included a gain of ${} million, or ${} per diluted share, from the sale of the mill."
    assert found(told.format("54.3", "2.16"), SHARES) == []
    assert found(told.format("54.3", "1.40"), SHARES) == []  # after tax, or of something else
    assert found(told.format("54.3", "5.16"), SHARES) == [
        "“$5.16 per diluted share” does not go with “$54.3 million” beside it, which gives $2.16 per diluted share: "
        "$54.3 million in the sentence / 25,130"
    ]
    assert found(told.format("84.3", "2.16"), SHARES)[0].startswith("“$84.3 million” does not go with “$2.16")


def test_what_is_told_before_tax_is_not_held_against_the_share_of_it() -> None:
    told = "Net income included a pre-tax gain of $54.3 million, or $5.16 per diluted share, from the sale of the mill."
    assert found(told, SHARES) == []
