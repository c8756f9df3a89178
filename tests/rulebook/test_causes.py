"""Rules that name the cause of a contradiction that another rule finds."""

from decimal import Decimal

import pytest

from auditor.cli.catalogue import auditor_of_examples
from auditor.errors import RuleError
from auditor.model.finding import Audit
from auditor.rulebook import load
from auditor.rulebook.causes import digit_slip
from tests.rulebook.tiny import quantity, rulebook

RATES = """
             | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Gross margin | 41.2%                            | 39.1%
"""


def audited(words: str) -> Audit:
    return auditor_of_examples()(f"{words}\n{RATES}", load(), "")


def rose(by: str) -> Audit:
    return audited(f"Gross margin for the quarter ended June 30, 2025 rose {by} from the prior year quarter.")


def test_the_finding_is_that_of_the_rule_that_names_the_cause_and_there_is_one() -> None:
    audit = rose("2.1 basis points")
    assert [f.rule for f in audit.findings] == ["C013"]
    assert audit.judgements["c1"].verdict == "disagrees"


def test_another_difference_is_found_by_the_rule_that_decides_the_verdict() -> None:
    assert [f.rule for f in rose("320 basis points").findings] == ["C004"]


def test_what_is_too_far_apart_and_has_no_known_cause_is_not_contradicted() -> None:
    audit = rose("9 basis points")
    assert audit.findings == ()
    assert audit.judgements["c1"].verdict == "unsupported"


def test_a_rule_explains_only_what_decides_verdicts() -> None:
    body = 'for_each: claim level\nexplains: total-does-not-foot\nrequire: claim.value > 0\nmessage: "no"\n'
    with pytest.raises(RuleError, match="no rule “total-does-not-foot” decides the verdict of a claim"):
        rulebook(body)


def test_conditions_are_written_out_in_words() -> None:
    release = """Revenue was $43.5 million for the quarter ended June 30, 2025.

For fiscal 2025, the company expects revenue of $172.2 million to $180.4 million, an increase of 8% to 10%.

In thousands | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024 | Year Ended December 31, 2024
Revenue      | 43,512                           | 41,007                           | 164,028
Net income   | 6,104                            | 5,318                            | 21,272
"""
    (finding,) = auditor_of_examples()(release, load(), "").findings
    assert finding.working == (
        "it must hold that 8% agrees with $172.2 million / 164,028 thousand − 1 "
        "and 10% agrees with $180.4 million / 164,028 thousand − 1"
    )


def test_no_working_of_an_example_shows_how_the_program_holds_its_values() -> None:
    audit = auditor_of_examples()
    book = load()
    for rule in book.rules:
        for example in rule.examples:
            if example.fails:
                for finding in audit(example.text, book, example.against).findings:
                    assert "(holds=" not in finding.working + finding.message
                    assert "Figure(" not in finding.working + finding.message


FEES = """
(In thousands) | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Fee income     | 20,549                           | 15,051
"""


@pytest.mark.parametrize(
    ("said", "cause"),
    [
        ("$5.4 million, or 36.5%,", "computed from rounded figures: $20.5 million − $15.1 million"),
        ("$5.5 million, or 36.4%,", "computed from rounded figures: $5.5 million / $15.1 million"),
        ("35.8%", "computed from rounded figures: $20.5 million / $15.1 million − 1"),
        ("$5.5 million, or 63.5%,", "two digits transposed"),
        ("$7 million", None),  # a slip within one digit would explain anything
    ],
)
def test_a_change_may_be_computed_from_the_rounded_figures_of_its_sentence(said: str, cause: str) -> None:
    text = f"Fee income was $20.5 million, an increase of {said} from $15.1 million in the second quarter of 2024."
    assert [f.cause for f in auditor_of_examples()(f"{text}\n{FEES}", load(), "").findings] == [cause]


@pytest.mark.parametrize(
    ("said", "cause"),
    [
        ("$20.6 million", "rounded up instead of down"),
        ("$20 million", "cut off instead of rounded up"),
        ("$20.9 million", "one digit changed"),
    ],
)
def test_a_figure_may_be_rounded_the_wrong_way(said: str, cause: str) -> None:
    text = f"Fee income for the quarter ended June 30, 2025 was {said}."
    assert [f.cause for f in auditor_of_examples()(f"{text}\n{FEES}", load(), "").findings] == [cause]


def test_digits_count_as_printed_with_their_leading_zeros() -> None:
    assert digit_slip(Decimal("0.26"), quantity("2.06", "0.01"), width=3) == "two digits transposed"


def test_a_rounded_number_may_be_ten_times_too_small() -> None:
    meant, half = quantity("62.84", "0.01"), Decimal("0.005")
    assert digit_slip(Decimal("6.28"), meant) == "one digit dropped"
    assert digit_slip(Decimal("6.28"), meant, half=half) == "too small by 10 times"
