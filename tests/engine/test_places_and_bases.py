"""Where a figure is said to be, what it rose from, and which of several rows of one name it is of."""

import pytest

from tests.engine.releases import loud, verdicts

QUARTERS = "Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024"
TITLE = "Halden Homes Reports Second Quarter 2025 Results"
RESULTS = f"""
Revenue by region (in thousands)         | {QUARTERS}
Northland                                | 41,210 | 36,640
Lombardy                                 | 23,130 | 25,960
Coast                                    | 15,020 | 12,015
Total revenue                            | 79,360 | 74,615
Average price per ton                    | $1,787 | $1,906
"""


def told(*paragraphs: str, table: str = RESULTS) -> list[str]:
    return verdicts(table, *paragraphs, title=TITLE)


@pytest.mark.parametrize(
    "sentence",
    [
        "Revenue fell 11% in Lombardy.",
        "Revenue fell 11% in Lombardy to $23.1 million.",
        "Revenue was $41.2 million in Northland and $23.1 million in Lombardy.",
        "Revenue rose 6%, while in Lombardy, where we sold two sites, revenue fell 11% to $23.1 million.",
        "Revenue was up 12% in Northland and 25% on the Coast but down 11% in Lombardy.",
    ],
)
def test_a_place_behind_a_number_or_before_its_clause_narrows_the_measure(sentence: str) -> None:
    assert "disagrees" not in told(sentence)
    assert told(sentence).count("agrees") >= 1


def test_a_wrong_figure_of_a_place_is_seen() -> None:
    assert told("Revenue fell 17% in Lombardy.") == ["disagrees"]
    assert told("Revenue rose 5%, while in Lombardy, revenue fell 11% to $32.1 million.")[-1] == "disagrees"


def test_a_move_behind_the_name_of_a_part_is_of_the_part() -> None:
    said = "Revenue grew by 6%, driven by Northland, up {}% to {} million, and Coast, up 25%."
    assert told(said.format(12, "$41.2")) == ["agrees"] * 4
    assert told(said.format(17, "$41.2"))[1:] == ["disagrees", "agrees", "agrees"]
    assert told(said.format(12, "$47.2"))[1:] == ["agrees", "disagrees", "agrees"]


def test_a_place_that_no_table_has_is_not_held_against_the_total() -> None:
    assert told("Revenue rose 13% in Bavaria.") == ["unsupported"]
    assert told("Revenue rose 13% in the quarter.") == ["disagrees"]


@pytest.mark.parametrize("verb", ["fell", "declined 6%,"])
def test_what_something_fell_from_is_not_of_the_period_that_the_sentence_began_with(verb: str) -> None:
    opening = "Revenue in the second quarter of 2025 rose to $79.4 million, although the average price per ton"
    sentence = f"{opening} {verb} from $1,906 to $1,787."
    assert set(told(sentence)) == {"agrees"}
    assert "disagrees" in told(sentence.replace("1,906", "1,960"))


MINES = f"""
In millions, except per ounce            | {QUARTERS}
Revenue                                  | 182.3  | 179.0
AISC ($/oz sold)                         | $1,053 | $995

Site data                                | {QUARTERS}
Site cost, per ounce                     | $961   | $1,002
"""


def test_a_change_is_of_the_row_that_the_figure_told_with_it_stands_in() -> None:
    assert told("AISC of $961 per ounce was down 4%.", table=MINES)[-1] == "unsupported"
    assert "disagrees" in told("AISC was $1,053 per ounce sold, up 9%.", table=MINES)


LOTS = """
                                | June 30, 2025 | December 31, 2024
Number of lots:                 |               |
Owned                           | 21,480        | 19,615
Controlled under option         | 13,920        | 11,804
Total lots owned and controlled | 35,400        | 31,419
"""


def test_what_is_owned_or_controlled_is_not_what_is_owned() -> None:
    assert "disagrees" not in told("At June 30, 2025, the Company owned or controlled 35,400 lots.", table=LOTS)


def test_accretion_belongs_to_what_ebitda_leaves_out() -> None:
    table = f"""
Reconciliation of Net Income to EBITDA

In thousands                  | {QUARTERS}
Net income                    | 16,104 | 15,318
Interest expense              | 1,842  | 1,795
Provision for income taxes    | 4,206  | 3,998
Depreciation and amortization | 4,310  | 4,122
Accretion                     | 507    | 486
EBITDA                        | 26,969 | 25,719
"""
    assert loud(table, "Net income was $16.1 million.", title=TITLE) == []


HOTELS = f"""
In millions                | {QUARTERS}
Management fees            | 312.3 | 302.9
Cost reimbursement revenue | 402.7 | 371.5
Total revenues             | 715.0 | 674.4
"""


def test_a_change_without_the_row_that_the_sentence_leaves_out() -> None:
    sentence = "Excluding cost reimbursement revenue of $402.7 million, revenues were $312.3 million, up 3.1%."
    assert set(told(sentence, table=HOTELS)) == {"agrees"}
    assert loud(HOTELS, sentence, title=TITLE) == []


NORDIC = """
SEK million                         | Q2 2025 | Q2 2024 | Jan–Jun 2025 | Jan–Jun 2024
Net sales                           | 8 213   | 6 848   | 15 792       | 13 480
Cash flow from operating activities | 618     | 702     | 1 041        | 1 166
"""


@pytest.mark.parametrize(
    "sentence",
    [
        "Net sales in the second quarter were SEK 8\u00a0213 million (6\u00a0848).",
        "Cash flow from operating activities for January–June was SEK 1 041 million (1 166).",
    ],
)
def test_thousands_parted_by_spaces_and_a_half_year_named_by_its_months(sentence: str) -> None:
    assert set(told(sentence, table=NORDIC)) == {"agrees"}
    wrong = sentence.replace("213 million", "123 million").replace("041 million", "014 million")
    assert "disagrees" in told(wrong, table=NORDIC)


EARNED = f"""
In millions      | {QUARTERS}
Revenue          | 263.7 | 262.3
Operating income | 47.2  | 41.6
"""


@pytest.mark.parametrize("of", ["an operating margin of 17.9%", "or 17.9% of revenue"])
def test_what_is_compared_with_is_told_again_as_the_amount_was(of: str) -> None:
    sentence = f"Operating income rose to $47.2 million, {of}, from $41.6 million, or 15.9%."
    assert set(told(sentence, table=EARNED)) == {"agrees"}
    assert "disagrees" in told(sentence.replace("15.9", "19.5"), table=EARNED)
    assert set(told("Operating income rose to $47.2 million from $41.6 million, or 13.5%.", table=EARNED)) == {"agrees"}


SHELL = """
                | Year Ended June 30, 2025 | Year Ended June 30, 2024
Revenue         | $2,486,555               | $2,103,995
Cost of revenue | 1,043,118                | 902,417
Gross profit    | 1,443,437                | 1,201,578
"""


def test_a_share_of_a_whole_gives_no_amount_to_the_dollar() -> None:
    sentence = "Gross profit was $1,443,437, or 58% of revenue, compared with $1,201,578, or 57% of revenue, in 2024."
    year = "Halden Reports Fiscal 2025 Results"
    assert set(verdicts(SHELL, sentence, title=year)) == {"agrees"}
    assert verdicts(SHELL, sentence.replace("1,443,437", "1,446,437"), title=year)[0] == "disagrees"
