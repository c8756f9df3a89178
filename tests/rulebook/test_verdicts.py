"""Verdicts: how a claim agrees, when it disagrees, and when nothing can be said."""

import pytest

import auditor
from auditor.model.binding import Operand
from auditor.model.finding import Judgement
from auditor.rulebook import Outcome, Rulebook, load, run
from tests.rulebook.tiny import YEAR_AGO, cell, claim, context, fact

RULES: Rulebook = load()
NOW, BEFORE = fact("revenue", "2946000"), fact("revenue", "5705000", YEAR_AGO, column=2)
TWO = {"now": cell(NOW), "before": cell(BEFORE)}


def judged(outcome: Outcome) -> Judgement:
    return outcome.judgements["c1"]


@pytest.mark.parametrize(
    ("quote", "value", "step", "verdict", "how"),
    [
        ("$2.9 million", "2900000", "100000", "agrees", "rounding"),
        ("$2.946 million", "2946000", "1000", "agrees", "exact"),
        ("$2.9465 million", "2946500", "100", "agrees", "interval"),
        ("$2.9470 million", "2947000", "100", "disagrees", None),
        ("$2.6 million", "2600000", "100000", "disagrees", None),
        ("$9.9 million", "9900000", "100000", "disagrees", None),
        ("$80 million", "80000000", "1000000", "unsupported", None),
        ("$9.31 million", "9310000", "10000", "unsupported", None),  # three times as much, and no slip tells
        ("$9.95 million", "9950000", "10000", "disagrees", None),  # but the first digit is another one
    ],
)
def test_levels(quote: str, value: str, step: str, verdict: str, how: str | None) -> None:
    outcome = run(RULES, context(claim(quote, value, step), {"now": cell(NOW)}))
    assert (judged(outcome).verdict, judged(outcome).how) == (verdict, how)


@pytest.mark.parametrize(
    ("quote", "value", "verdict", "working"),
    [
        ("48%", "48", "agrees", "2,946 thousand / 5,705 thousand − 1 = (48.4)%, which rounds to 48%"),
        ("84%", "84", "disagrees", "2,946 thousand / 5,705 thousand − 1 = (48.4)%, but the text says 84%"),
    ],
)
def test_percentage_changes_with_their_working(quote: str, value: str, verdict: str, working: str) -> None:
    outcome = run(RULES, context(claim(quote, value, "1", "change-percent", "percent"), TWO))
    assert judged(outcome).verdict == verdict
    assert judged(outcome).working.replace("48.4%", "(48.4)%") == working


def test_losses_are_spoken_of_as_positive_amounts() -> None:
    loss = fact("net-income", "-10419000", text="$(10,419)")
    outcome = run(RULES, context(claim("$10.4 million", "10400000", "100000", negative=True), {"now": cell(loss)}))
    assert judged(outcome).working == "$(10,419) thousand, which rounds to $10.4 million"


def test_a_likely_reading_supports_but_never_contradicts() -> None:
    wrong = context(claim("$2.6 million", "2600000", "100000"), {"now": cell(NOW)}, "likely", "the measure is not sure")
    assert judged(run(RULES, wrong)) == Judgement("c1", "unsupported", None, "the measure is not sure")
    right = context(claim("$2.9 million", "2900000", "100000"), {"now": cell(NOW)}, "likely", "the measure is not sure")
    assert judged(run(RULES, right)).verdict == "agrees"


def test_without_a_reading_the_reason_is_given() -> None:
    outcome = run(RULES, context(claim("$6.8 million", "6800000", "100000"), None, reason="no table gives backlog"))
    assert judged(outcome) == Judgement("c1", "unsupported", None, "no table gives backlog")
    assert outcome.findings == ()


def test_a_computed_operand_shows_its_derivation_first() -> None:
    prior = Operand(fact("revenue", "6566000").quantity, (NOW, BEFORE), "six months 9,512 less second quarter 2,946")
    outcome = run(RULES, context(claim("$6.6 million", "6600000", "100000"), {"now": prior}))
    assert judged(outcome).working == (
        "six months 9,512 less second quarter 2,946\n6,566 thousand, which rounds to $6.6 million"
    )


def test_a_contradiction_is_a_finding_with_place_and_cause() -> None:
    outcome = run(RULES, context(claim("$9.2 million", "9200000", "100000", subject="revenue"), {"now": cell(NOW)}))
    (finding,) = outcome.findings
    assert finding.rule == "C001"
    assert finding.claim == "c1"
    assert finding.message == "“$9.2 million” is stated for revenue, but the tables give 2,946 thousand"
    assert (finding.expected, finding.actual) == ("2,946 thousand", "$9.2 million")
    assert finding.cause == "two digits transposed"
    assert [e.text for e in finding.evidence] == ["2,946"]


def test_the_figure_of_another_column_is_named_as_the_cause() -> None:
    outcome = run(RULES, context(claim("$5.7 million", "5700000", "100000"), {"now": cell(NOW)}, "sure", "", BEFORE))
    assert outcome.findings[0].cause == "the figure of another column: Revenue, 2024 (5,705)"


COSTS = """
In thousands          | {} June 30, 2025 | {} June 30, 2024
Selling               | 842              | 815
General               | 849              | 849
Total operating costs | 1,691            | 1,664
Net income            | 6,104            | 5,318
"""


def told(text: str, table: str) -> list[str]:
    document = auditor.read_document(f"Halden Reports Results\n\n{text}\n{table}".encode(), "draft.txt")
    result = auditor.audit(document, auditor.load_rules())
    return [f"{f.level} {f.rule}: {f.message}" for f in result.findings]


def test_a_number_that_stands_in_another_row_of_the_table_is_but_a_note() -> None:
    table = COSTS.format("Three Months Ended", "Three Months Ended")
    said = "For the quarter ended June 30, 2025, operating costs were {}."
    assert told(said.format("$849,000"), table) == [
        "note C001: “$849,000” is stated for operating costs, but the tables give 1,691 thousand (the number stands in "
        "another row of the table, which the sentence may mean)"
    ]
    assert told(said.format("$1,961,000"), table) == [
        "error C001: “$1,961,000” is stated for operating costs, but the tables give 1,691 thousand"
    ]


LENGTHS = """
In thousands | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024 | Six Months Ended June 30, 2025
Net income   | 397                              | 158                              | 559
"""


def test_a_number_of_another_length_that_the_sentence_names_is_but_a_note() -> None:
    said = (
        "Net income for the second quarter rose to $397,000, an increase of 151% over the prior year's net income of "
        "$158,000 Year-to-date net income increased to $559,000."
    )
    (found,) = told(said, LENGTHS)
    assert found.startswith("note C001: “$559,000” is stated for net income, but the tables give 397 thousand (")
    (found,) = told("Net income was $559,000 in the second quarter.", LENGTHS)
    assert found.startswith("error C001")


GOING_ON = """
In thousands                           | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Earnings from continuing operations    | 32,037                           | 26,595
Net earnings                           | 30,644                           | 25,537
Attributable to the company:           |                                  |
Continuing operations                  | 31,761                           | 26,300
Discontinued operations                | (1,393)                          | (1,058)
"""


def test_a_slip_away_stands_the_row_that_the_sentence_may_mean_too() -> None:
    said = "Earnings from continuing operations were {} million for the quarter ended June 30, 2024."
    assert [t[:9] for t in told(said.format("$26.3"), GOING_ON)] == ["note C001"]
    assert [t[:10] for t in told(said.format("$62.6"), GOING_ON)] == ["error C001"]


SALES = """
In thousands | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Net sales    | 51,624                           | 48,773
Net income   | 6,240                            | 5,310
"""


def test_what_no_slip_explains_is_but_a_note_where_the_prose_tells_the_figure_rightly() -> None:
    rightly = "Net sales were $51.6 million in the quarter ended June 30, 2025, up 5.8%. "
    again = "Our sales in the quarter ended June 30, 2025 were {} million."
    assert told(rightly + again.format("$30.5"), SALES) == [
        "note C001: “$30.5 million” is stated for sales, but the tables give 51,624 thousand (no slip of the hand "
        "explains the difference, and the sentence may mean another figure)"
    ]
    for wrong in ("$56.1", "$48.8"):  # two digits transposed; the figure of the year before
        assert "error C001" in [t[:10] for t in told(rightly + again.format(wrong), SALES)]
    assert [t[:10] for t in told(again.format("$30.5"), SALES)] == ["error C001"]


def test_a_rate_that_was_computed_from_rounded_figures_is_no_other_one() -> None:
    rightly = "Net sales rose 5.8% in the quarter ended June 30, 2025. "
    again = "In the quarter ended June 30, 2025 net sales grew {}."
    assert [t[:10] for t in told(rightly + again.format("5.900%"), SALES)] == ["error C003"]
    assert [t[:9] for t in told(rightly + again.format("12.47%"), SALES)] == ["note C003"]


def test_several_numbers_of_a_sentence_that_nothing_explains_are_of_something_else() -> None:
    said = "Net sales were $30.5 million in the quarter ended June 30, 2025, and net income was {} million."
    assert [t[:10] for t in told(said.format("$6.2"), SALES)] == ["error C001"]
    assert [t[:9] for t in told(said.format("$3.97"), SALES)] == ["note C001", "note C001"]


def test_the_share_of_a_tax_may_be_its_rate() -> None:
    table = """
In thousands        | Three Months Ended June 30, 2025 | % of Revenue
Revenue             | 43,512                           | 100.0%
Cost of sales       | 26,582                           | 61.1%
Gross profit        | 16,930                           | 38.9%
Income before taxes | 8,716                            | 20.0%
Income taxes        | 2,179                            | {}
Net income          | 6,537                            | 15.0%
"""
    assert told("", table.format("25.0%")) == []
    assert [t[:10] for t in told("", table.format("28.0%"))] == ["error T004"]


def test_earnings_per_share_are_what_is_left_of_the_comprehensive_income() -> None:
    table = """
In thousands, except share and per share data | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Net income                                    | 1,590 | 5,318
Total comprehensive income                    | 1,590 | 5,318
Less: Comprehensive income attributable to noncontrolling interests | 540 | 20
Comprehensive income attributable to Halden Ridge, Inc. | 1,050 | 5,298
Earnings per share:                           | |
Basic                                         | $0.13 | $0.34
Diluted                                       | {} | $0.34
Weighted average shares outstanding:          | |
Basic                                         | 8,123,714 | 15,602,110
Diluted                                       | 8,488,372 | 15,702,315
"""
    assert told("", table.format("$0.12")) == []
    assert "error S017" in [t[:10] for t in told("", table.format("$0.15"))]


def test_a_message_names_what_gives_the_other_figure() -> None:
    table = "\n\nIn thousands | Quarter Ended June 30, 2025 | Quarter Ended June 30, 2024\nRevenue | 43,512 | 41,007\n"
    own = "Orders were $20.1 million in the quarter, a decrease of $0.9 million, or 2.9%, compared to $20.7 million."
    result = auditor.audit(auditor.read_document((own + table).encode(), "draft.txt"), auditor.load_rules())
    assert [f.message for f in result.findings if f.level == "error"] == [
        "“$0.9 million” is stated as the change of Orders, but its own sentence gives 0.6 million: "
        "$20.1 million − $20.7 million = 0.6 million"
    ]


EXPENSES = """
Selling expenses for the quarter ended June 30, 2025 were {}, or 25% of sales.

In thousands     | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Net sales        | 90,486                           | 87,281
Selling expenses | 22,238                           | 21,279
"""


def test_a_slip_is_not_met_by_what_unrounded_figures_could_give() -> None:
    """A quarter of the sales is 22.2 to 23.1 million, as far as "25%" tells."""
    found = [auditor.audit(auditor.read_document(EXPENSES.format(n).encode(), "draft.txt"), auditor.load_rules())
             for n in ("$22,238,000", "$22,328,000")]  # fmt: skip
    assert [[j.verdict for j in a.judgements.values()] for a in found] == [
        ["agrees", "agrees"],
        ["disagrees", "agrees"],
    ]


LOSSES = """
In the nine months ended September 30, 2025, net loss was $2.9 million, compared with a net loss of {} million.

In thousands | Three Months Ended September 30, 2025 | Three Months Ended September 30, 2024
Net loss     | (1,509)                               | (182)

In thousands | Nine Months Ended September 30, 2025  | Nine Months Ended September 30, 2024
Net loss     | (2,935)                               | (784)
"""


def test_a_number_of_one_digit_is_not_met_by_a_figure_of_another_length() -> None:
    found = [auditor.audit(auditor.read_document(LOSSES.format(n).encode(), "draft.txt"), auditor.load_rules())
             for n in ("$0.8", "$0.2")]  # fmt: skip
    assert [[j.verdict for j in a.judgements.values()] for a in found] == [
        ["agrees", "agrees"],
        ["agrees", "disagrees"],
    ]
