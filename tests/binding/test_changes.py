"""Changes that tables state."""

from tests.binding.tiny import audited, verdicts

GROWTH = """
                 | Sequential growth Q2 2025 | Year-over-year growth Q2 2025
Temporary staff  | 2.4%                      | 6.0%
Permanent staff  | (5.6)%                   | 5.7%
"""


def test_growth_over_the_quarter_before_is_none_over_the_year_before() -> None:
    said = (
        "Temporary staff revenue increased 2.4% sequentially and 6.0% year over year in the second quarter of 2025.\n"
    )
    assert verdicts(said + GROWTH) == {"2.4%": "agrees", "6.0%": "agrees"}
    assert not audited(said + GROWTH).findings


MARGINS = """
                            | Year Ended June 30, 2025 | Year Ended June 30, 2024
Adjusted operating margin   | 6.2%                     | 6.8%
"""


def test_a_change_beside_a_level_of_something_else_is_of_that() -> None:
    said = "Full year adjusted operating margin of 10.3%, up 60 basis points compared to prior year.\n"
    assert verdicts(said + MARGINS)["60 basis points"] == "unsupported"
    assert [f.rule for f in audited(said + MARGINS).findings if f.level == "error"] == ["C001"]


PARTS = """
In thousands     | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Pump revenue     | 18,437                           | 16,152
Service revenue  | 6,318                            | 5,479
"""


def test_the_level_of_one_part_says_nothing_of_the_change_of_another() -> None:
    said = "Pump revenue rose 14% to $18.4 million, and service revenue rose {} to $6.3 million in the quarter.\n"
    assert verdicts(said.format("15%") + PARTS)["15%"] == "agrees"
    assert verdicts(said.format("51%") + PARTS)["51%"] == "disagrees"


RATES = """
In millions            | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Revenue                | $234.3                           | $140.9
Adjusted EBITDA        | 96.5                             | 33.1
Adjusted EBITDA margin | 41%                              | 23%
"""


def test_points_may_be_those_between_the_rates_as_they_are_printed() -> None:
    said = "Adjusted EBITDA margin of 41%, an improvement of {} basis points over the second quarter of 2024.\n"
    assert verdicts(said.format("1,800") + RATES)["1,800 basis points"] == "agrees"
    assert verdicts(said.format("1,770") + RATES)["1,770 basis points"] == "agrees"
    assert verdicts(said.format("1,880") + RATES)["1,880 basis points"] == "disagrees"


COMPARABLE = """
                                           | Quarter ended June 30, 2025 | Quarter ended June 30, 2024
Comparable store sales increase (decrease) | 5.2%                        | (1.3)%
"""


def test_comparable_sales_are_a_growth_themselves() -> None:
    said = "Comparable store sales rose {} in the second quarter of 2025, compared with {} of 1.3% a year ago.\n"
    assert verdicts(said.format("5.2%", "a decline") + COMPARABLE) == {"5.2%": "agrees", "1.3%": "agrees"}
    assert verdicts(said.format("4.2%", "a decline") + COMPARABLE)["4.2%"] == "disagrees"
    assert [f.rule for f in audited(said.format("5.2%", "growth") + COMPARABLE).findings] == ["D010"]


STATEMENT = """
In thousands  | Quarter ended June 30, 2025 | Quarter ended June 30, 2024
Net sales     | 412,336                     | 358,914
Gross profit  | 160,512                     | 134,234
"""


def test_a_margin_that_is_said_to_be_one_of_sales_is_no_share_of_a_share() -> None:
    said = "Gross margin improved {} basis points to 38.9% of net sales in the second quarter of 2025.\n"
    assert verdicts(said.format(150) + STATEMENT)["150 basis points"] == "agrees"
    assert verdicts(said.format(250) + STATEMENT)["250 basis points"] == "disagrees"


def test_a_change_of_what_is_counted_once_follows_from_the_sentence() -> None:
    said = "We ended with 1,842 large customers, up from 1,514 a year ago, an increase of {}.\n"
    assert verdicts(said.format("22%") + STATEMENT)["22%"] == "agrees"


BRANDS = """
                  | Quarter ended June 30, 2025 | Quarter ended June 30, 2024
Comparable sales: |
Harbor Outlet     | 1.8%                        | 3.1%
Tidewater         | (2.4)%                      | (5.0)%
Total Company     | 0.1%                        | (0.4)%
"""


def test_comparable_sales_at_a_part_are_those_of_the_part() -> None:
    said = "Comparable sales at Harbor Outlet increased {} in the second quarter of 2025.\n"
    assert verdicts(said.format("1.8%") + BRANDS) == {"1.8%": "agrees"}
    assert verdicts(said.format("8.1%") + BRANDS) == {"8.1%": "disagrees"}


def test_a_change_within_the_quarter_is_not_held_against_the_base_of_a_year_ago() -> None:
    said = "Customer accounts grew by 510,000 during the quarter to 1.4 million, up from 212,000 a year earlier.\n"
    assert "disagrees" not in verdicts(said + STATEMENT).values()
    plain = "Customer accounts grew by 510,000 to 1.4 million, up from 212,000 a year earlier.\n"
    assert verdicts(plain + STATEMENT)["510,000"] == "disagrees"


COSTS = """
In thousands                | Q1 2022 | Q1 2021
Research and development    | 48,217  | 31,094
General and administrative  | 13,462  |  9,875
"""


def test_the_change_of_the_sentence_before_is_surely_of_its_measure() -> None:
    said = (
        "R&D expenses were $48.2 million for the first quarter of 2022, compared to $31.1 million "
        "for the first quarter of 2021. "
        "The increase of {} was primarily due to trials.\n"
    )
    assert verdicts(said.format("$17.1 million") + COSTS)["$17.1 million"] == "agrees"
    assert verdicts(said.format("$11.7 million") + COSTS)["$11.7 million"] == "disagrees"


TWICE = """
The quarter in figures:
Homes  | Home closings, three months ended June 30, 2025
North  | 812
South  | 553
Total  | 1,365

And the year before:

Homes  | Home closings, three months ended June 30, 2024
North  | 790
South  | 533
Total  | 1,323
"""


def test_a_change_between_the_tables_of_two_periods() -> None:
    assert verdicts("Home closings of 1,365, an increase of {}\n".format("3.2%") + TWICE)["3.2%"] == "agrees"
    assert verdicts("Home closings of 1,365, an increase of {}\n".format("3.6%") + TWICE)["3.6%"] == "unsupported"


COUNTS = """
                    | June 30, 2025 | June 30, 2024
Number of stores    | 151           | 146
"""


def test_single_things_are_not_rounded() -> None:
    said = "We ended the quarter with 151 stores, an increase of {} compared to June 30, 2024.\n"
    assert verdicts(said.format("3.4%") + COUNTS)["3.4%"] == "agrees"
    assert verdicts(said.format("3.6%") + COUNTS)["3.6%"] != "agrees"


LEFT = """
In thousands | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Revenue      | 350,511                          | 332,874
"""


def test_a_change_without_the_amount_that_the_sentence_leaves_out() -> None:
    said = (
        "Excluding the $17.2 million of revenue from this client in the second quarter of 2024, revenue increased {}.\n"
    )
    assert verdicts(said.format("11.0%") + LEFT)["11.0%"] == "agrees"
    assert verdicts(said.format("10.5%") + LEFT)["10.5%"] == "unsupported"
    behind = (
        "Revenue increased {} excluding the impact of our decision to exit $17.2 million of low-margin contracts.\n"
    )
    assert verdicts(behind.format("11.0%") + LEFT)["11.0%"] == "agrees"


CASES = """
In thousands  | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Revenue       | $42,897                          | $44,011
Case starts   | 3,376                            | 3,392
"""


def test_rows_that_the_prose_says_to_count() -> None:
    said = "Case starts were {} in the quarter, compared to {} in the prior year quarter.\n"
    assert verdicts(said.format("3,376", "3,392") + CASES) == {"3,376": "agrees", "3,392": "agrees"}
    assert verdicts(said.format("3,376", "3,329") + CASES)["3,329"] != "agrees"
    assert verdicts(said.format("3,763", "3,329") + CASES) == {"3,763": "unsupported", "3,329": "unsupported"}
