"""Every rule's own examples hold, and what the runner says when they do not."""

import pytest

import auditor
from auditor import engine
from auditor.claims.published import published
from auditor.model.finding import Audit
from auditor.reading.door import read_document
from auditor.rulebook import Rulebook, load, run_examples
from auditor.rulebook.examples import Result
from tests.rulebook.tiny import rulebook

RULES = load()


def audit(text: str, rules: Rulebook, against: str) -> Audit:
    words = auditor.load_vocabulary()
    figures = published(read_document(against.encode(), "before.txt"), words, "before.txt") if against else ()
    return engine.audit(read_document(text.encode(), "example.txt"), rules, words, figures)


@pytest.mark.parametrize("rule", RULES.rules, ids=lambda rule: rule.id)
def test_examples_hold(rule) -> None:  # type: ignore[no-untyped-def]
    faults = [f"{r.place}: {r.fault}" for r in run_examples(RULES, audit, Rulebook((rule,))) if not r.passed]
    assert faults == []


def results(examples: str) -> list[Result]:
    rules = rulebook('for_each: footing\nrequire: total ~ sum(parts)\nmessage: "{total} is wrong"\n', examples=examples)
    return list(run_examples(rules, audit))


TABLE = """\
      In thousands | June 30, 2025 | June 30, 2024
      Cash         | 12,410        | 10,277
      Receivables  | 31,862        | 29,954
      Total        | 44,272        | 40,231
"""


def test_a_failing_example_that_does_not_fail() -> None:
    (first, second) = results(f"examples:\n  - fails: |\n{TABLE}  - passes: |\n{TABLE}")
    assert first.place == "a-rule.yaml:11"
    assert first.fault == "should fail, but the rule reports nothing: what it asks for holds (Total, June 30, 2025)"
    assert second.passed


def test_a_passing_example_that_does_not_pass() -> None:
    wrong = TABLE.replace("44,272", "44,722")
    (first, second) = results(f"examples:\n  - fails: |\n{wrong}    says: oops\n  - passes: |\n{wrong}")
    assert first.fault == "should say “oops”, but says: 44,722 thousand is wrong"
    assert second.fault == "should pass, but X001 a-rule reports: 44,722 thousand is wrong"
