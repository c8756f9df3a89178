"""Numbers that a slip parts from what they likely mean."""

import auditor


def verdicts(text: str) -> list[str]:
    document = auditor.read_document(text.encode(), "draft.txt")
    result = auditor.audit(document, auditor.load_rules())
    return [f"{' '.join(c.quote.split())} {result.judgements[c.id].verdict}" for c in result.claims]


SERVICES = """
Pet services sales were {} million for the quarter ended June 30, 2025.
A year ago, pet services sales were $126.6 million.

In thousands   | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Goods sales    | 402,618                          | 391,410
Services sales | 136,703                          | 126,557
"""


def test_another_number_of_a_name_tells_which_row_it_stands_for() -> None:
    assert verdicts(SERVICES.format("$136.7"))[:1] == ["$136.7 million agrees"]
    assert verdicts(SERVICES.format("$316.7"))[:1] == ["$316.7 million disagrees"]


def test_two_other_numbers_of_a_name_leave_no_doubt_which_row_it_stands_for() -> None:
    told = """
    Pet services sales were $139.7 million for the quarter ended June 30, 2025. A year ago, pet services sales were {}.
    Pet services sales were $271.1 million for the six months ended June 30, 2025.

    In thousands   | Quarter Ended June 30, 2025 | Quarter Ended June 30, 2024 | Six Months Ended June 30, 2025
    Goods sales    | 402,618                     | 391,410                     | 790,006
    Services sales | 136,703                     | 126,557                     | 271,104
    """
    assert verdicts(told.format("much less"))[0] == "$139.7 million unsupported"
    assert verdicts(told.format("$126.6 million"))[0] == "$139.7 million disagrees"


def test_what_no_slip_explains_may_be_of_something_else() -> None:
    assert verdicts(SERVICES.format("$118.2"))[:1] == ["$118.2 million unsupported"]


def test_what_the_tables_print_is_rather_of_that() -> None:
    other = SERVICES + "Deposits       | 316,702                          | 120,000\n"
    assert verdicts(other.format("$316.7"))[:1] != ["$316.7 million disagrees"]


MARGINS = """
Gross margin of the paper business was {} for the quarter ended June 30, 2025,
compared with {} for the quarter ended June 30, 2024.

In thousands | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Revenue:
Paper        | 73,580                           | 82,006
Board        | 15,157                           | 13,785
Revenue      | 88,737                           | 95,791
Gross profit:
Paper        | 66,637                           | 76,776
Board        | 13,558                           | 12,388
Gross profit | 80,195                           | 89,164
"""


def test_figures_of_two_periods_that_were_exchanged() -> None:
    assert verdicts(MARGINS.format("91%", "94%")) == ["91% agrees", "94% agrees"]
    assert verdicts(MARGINS.format("94%", "91%")) == ["94% disagrees", "91% disagrees"]


PLANTS = """
Net sales were $214.6 million in the quarter ended June 30, 2025.

The company makes ploughs.

Net sales of {} million were flat.

Consolidated, in millions | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Net sales                 | 214.6                            | 194.3

Ploughs, in millions      | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Net sales                 | 129.3                            | 108.1

Trucks, in millions       | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Net sales                 | 85.3                             | 86.2
"""


def test_of_several_figures_of_one_name_the_one_that_was_mistyped() -> None:
    assert verdicts(PLANTS.format("$85.3")) == ["$214.6 million agrees", "$85.3 million agrees"]
    assert verdicts(PLANTS.format("$58.3")) == ["$214.6 million agrees", "$58.3 million disagrees"]


def test_what_a_count_includes_is_a_slip_away() -> None:
    told = "Total stores of {}, including 110 rented stores, an increase of 1.6%."
    table = """
                | June 30, 2025 | June 30, 2024
Number of stores| 2,246         | 2,210

Stores told again: 2,246 stores stood open at June 30, 2025.
"""
    assert verdicts(told.format("2,356") + table)[0] == "2,356 agrees"
    assert verdicts(told.format("3,256") + table)[0] == "3,256 disagrees"


MILL = """
Mill sales were $122.4 million for the quarter ended June 30, 2025. Adjusted EBITDA of the mill was $13.7 million, or
{} of net sales.

In thousands    | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Net sales       | 342,684                          | 346,622
Adjusted EBITDA | 32,115                           | 34,384
"""


def test_a_share_of_what_was_told_before_is_a_slip_away() -> None:
    assert verdicts(MILL.format("11.2%"))[-1] == "11.2% agrees"
    assert verdicts(MILL.format("12.1%"))[-1] == "12.1% disagrees"
    assert verdicts(MILL.format("14.9%"))[-1] == "14.9% unsupported"  # of something else
