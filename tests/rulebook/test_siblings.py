"""What the other numbers of a sentence confirm."""

from tests.binding.tiny import verdicts

TABLE = """
In thousands, except per share | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Total revenue                  | 43,512                           | 41,007
Diluted net loss per share     | (0.01)                           | (0.11)
Net loss                       | (370)                            | (4,011)
"""
SPLIT = """
In thousands        | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Net interest income | 13,422                           | 13,105
Noninterest income  | 1,919                            | 1,736
"""


def test_a_base_is_held_against_the_row_that_the_level_agrees_with() -> None:
    told = (
        "Net revenue totaled $15.3 million for the quarter ended June 30, 2025, up from {} in the prior year quarter.\n"
    )
    assert verdicts(told.format("$14.8 million") + SPLIT) == {"$15.3 million": "agrees", "$14.8 million": "agrees"}
    assert verdicts(told.format("$64.8 million") + SPLIT) == {"$15.3 million": "agrees", "$64.8 million": "disagrees"}


def test_an_amount_per_share_far_off_is_contradicted_beside_the_loss_that_agrees() -> None:
    told = "Net loss for the quarter ended June 30, 2025 was $370,000, or {} per diluted share.\n"
    assert verdicts(told.format("$0.01") + TABLE)["$0.01 per diluted share"] == "agrees"
    assert verdicts(told.format("$0.81") + TABLE)["$0.81 per diluted share"] == "disagrees"


def test_a_total_of_the_sentence_is_the_sum_of_its_parts() -> None:
    told = "We returned a total of {} to shareholders through buybacks of $549 million and dividends of $194 million.\n"
    assert verdicts(told.format("$743 million") + TABLE)["$743 million"] == "agrees"
    assert verdicts(told.format("$783 million") + TABLE)["$783 million"] == "disagrees"


UNEARNED = """
In millions | June 30, 2025 | June 30, 2024
Nordic      | 27,572        | 24,558
Alpine      | 21,563        | 19,371
Total       | 49,135        | 43,929

In millions      | Year Ended June 30, 2025 | Year Ended June 30, 2024
Nordic revenue   | 69,274                   | 63,364
Alpine revenue   | 51,035                   | 44,171
"""


def test_a_percentage_met_by_chance_confirms_no_row_of_another_measure() -> None:
    told = "Nordic\n\nGross margin increased $5.8 billion or 12% in the year ended June 30, 2025.\n"
    assert verdicts(told + UNEARNED)["$5.8 billion"] == "unsupported"


def test_rows_of_one_name_in_a_table_are_taken_together() -> None:
    told = (
        "Amortization of acquired assets of $693 million for the quarter ended June 30, 2025 fell by $330 million, "
        "or 32%, compared to $1,023 million for the prior year quarter.\n"
    )
    table = """
In millions                     | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Revenue                         | 5,359                            | 6,550
Cost of sales                   | 2,704                            | 3,115
Amortization of acquired assets | 212                              | 407
Gross profit                    | 2,443                            | 3,028
Amortization of acquired assets | 481                              | 616
Operating income                | 1,962                            | 2,412
"""
    found = verdicts(told + table)
    assert (found["$330 million"], found["32%"]) == ("agrees", "agrees")


SEGMENTS = """
In millions        | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Premiums:          |                                  |
Business Insurance | 4,212                            | 3,987
Bond Insurance     | 1,118                            | 1,042
Total premiums     | 5,330                            | 5,029

                   | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Loss ratio         | 61.3%                            | 62.2%
Combined ratio     | 92.4%                            | 95.1%

                   | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Loss ratio         | 38.8%                            | 37.0%
Combined ratio     | 76.8%                            | 74.8%
"""


def test_of_rows_of_one_name_the_first_figure_names_the_one_that_the_others_are_of() -> None:
    told = (
        "Bond Insurance\n\nThe combined ratio of 76.8% in the quarter ended June 30, 2025 was {} points higher than "
        "the combined ratio of {} in the same period of 2024.\n"
    )
    assert verdicts(told.format("2.0", "74.8%") + SEGMENTS) == {
        "76.8%": "agrees", "2.0 points": "agrees", "74.8%": "agrees",
    }  # fmt: skip
    assert verdicts(told.format("2.0", "79.8%") + SEGMENTS)["79.8%"] == "disagrees"
    assert verdicts(told.format("6.0", "74.8%") + SEGMENTS)["6.0 points"] == "disagrees"


def test_points_lie_between_the_two_rates_of_their_sentence() -> None:
    told = "Gross margin increased {} basis points to 54.6% from 53.9% in the prior year quarter.\n"
    assert verdicts(told.format("70") + TABLE)["70 basis points"] == "agrees"
    assert verdicts(told.format("20") + TABLE)["20 basis points"] == "disagrees"


def test_a_change_side_by_side_with_its_two_figures_lies_between_them_whatever_they_are_of() -> None:
    told = (
        "Total orders from continuing customers increased {} to $8.1 million, from $5.2 million in the year before.\n"
    )
    assert verdicts(told.format("55.8%") + TABLE)["55.8%"] == "agrees"
    assert verdicts(told.format("85.8%") + TABLE)["85.8%"] == "disagrees"


LENGTHS = """
In thousands, except per share | Q3 2025 | Q3 2024 | 9M 2025 | 9M 2024
Net sales                      | 120,453 | 105,579 | 358,200 | 314,055
Net income                     |   6,153 |   2,938 |  17,427 |  12,944
Diluted earnings per share     |   $0.23 |   $0.11 |   $0.66 |   $0.50
"""


def test_a_figure_of_another_length_is_told_by_the_numbers_beside_it() -> None:
    said = "For the first nine months of 2025, net sales rose 14.1% to $358.2 million. {}\n"
    own = "Net income was {} million, or $0.66 per diluted share, compared with {} million, or $0.50 per diluted share."
    assert set(verdicts(said.format(own.format("$17.4", "$12.9")) + LENGTHS).values()) == {"agrees"}
    assert verdicts(said.format(own.format("$6.2", "$12.9")) + LENGTHS)["$6.2 million"] == "disagrees"
    assert verdicts(said.format(own.format("$17.4", "$2.94")) + LENGTHS)["$2.94 million"] == "disagrees"
    alone = "Net income was $6.2 million."
    assert verdicts(said.format(alone) + LENGTHS)["$6.2 million"] == "agrees"
