"""Parameters and levels that a user sets, and rules that start from others."""

import pytest

import auditor
from auditor.errors import RuleError, SettingsError
from auditor.model.finding import Finding
from auditor.reading.door import read_document
from auditor.rulebook import Rulebook, load, load_rules
from tests.rulebook.tiny import EXAMPLES, HEAD

COVER = """\
for_each: column balance-sheet
parameters:
  least:
    default: "1.5"
    strict: "2"
    meaning: the least ratio of current assets to current liabilities
let:
  assets: fact("current-assets", column.period)
  due: fact("current-liabilities", column.period)
require: assets / due >= least
message: "only {assets / due} times"
"""
RELEASE = b"""\
In thousands              | June 30, 2025
Total current assets      | 18,000
Total assets              | 31,700
Total current liabilities | 10,000
"""


def book(body: str = COVER, head: str = HEAD) -> Rulebook:
    return load_rules([("a-rule.yaml", head + body + EXAMPLES)])


def findings(rules: Rulebook) -> tuple[Finding, ...]:
    return auditor.audit(read_document(RELEASE, "release.txt"), rules).findings


def test_the_default_holds_until_another_value_is_set() -> None:
    assert findings(book()) == ()
    (finding,) = findings(book().tuned({"a-rule": {"least": "1.9"}}))
    assert finding.working == "1.9\nwith least = 1.9 (set)"


def test_a_profile_gives_other_values_to_start_from() -> None:
    (finding,) = findings(book().tuned(profile="strict"))
    assert finding.working.endswith("with least = 2 (strict profile)")
    assert findings(book().tuned({"X001": {"least": "1.8"}}, profile="strict")) == ()


def test_a_level_is_set_or_the_rule_left_out() -> None:
    settings = {"a-rule": {"least": "9"}}
    assert [f.level for f in findings(book().tuned(settings, {"X001": "note"}))] == ["note"]
    assert book().tuned(settings, {"X001": "off"}).rules == ()


def test_settings_are_part_of_the_digest() -> None:
    assert book().tuned({"X001": {"least": "2"}}).digest != book().digest == book().tuned().digest


@pytest.mark.parametrize(
    ("parameters", "levels", "profile", "said"),
    [
        ({"a-rul": {}}, {}, "standard", "there is no rule “a-rul”, did you mean “a-rule”?"),
        (
            {"X001": {"lest": "2"}}, {}, "standard",
            "X001 a-rule has no parameter “lest”, did you mean “least”? (it has least)",
        ),
        ({"X001": {"least": "two"}}, {}, "standard", "X001 a-rule: least: “two” is no number, such as 0.5 or 2%"),
        (
            {}, {"X001": "eror"}, "standard",
            "X001 a-rule: “eror” is no level, did you mean “error”? (error, warning, note, off)",
        ),
        ({}, {}, "strct", "there is no profile “strct”, did you mean “strict”? (standard, strict, lenient)"),
    ],
)  # fmt: skip
def test_settings_that_no_rule_has(parameters, levels, profile, said) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(SettingsError) as fault:
        book().tuned(parameters, levels, profile)
    assert str(fault.value) == said


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"1.5"', "much", "a-rule.yaml:9:14: “much” is no number, such as 0.5 or 2%"),
        ("strict", "strikt", "a-rule.yaml:10:5: a parameter has no field “strikt”, did you mean “strict”?"),
        (
            "  least:", "  column:",
            "a-rule.yaml:8:3: “column” cannot name a parameter: it is a name of the language, or not one word",
        ),
        (">= least", ">= lest", "a-rule.yaml:15:26: unknown name “lest”, did you mean “least”?"),
    ],
)  # fmt: skip
def test_faults_of_parameters(old: str, new: str, said: str) -> None:
    with pytest.raises(RuleError) as fault:
        book(COVER.replace(old, new))
    assert str(fault.value) == said


def test_a_rule_is_noted_only_where_it_says_so() -> None:
    noted = COVER + "note_when:\n  - if: assets > due\n    because: all debts are covered\n"
    (finding,) = findings(book(noted).tuned({"X001": {"least": "9"}}))
    assert (finding.level, finding.message) == ("note", "only 1.80 times (all debts are covered)")


def test_a_message_that_begins_with_a_word_of_the_release_begins_large() -> None:
    body = COVER.replace("only {assets / due} times", "{table.kind} covers {assets / due} times")
    (finding,) = findings(book(body).tuned({"X001": {"least": "9"}}))
    assert finding.message == "Balance-sheet covers 1.80 times"


def test_a_rule_holds_from_its_day_on() -> None:
    later = book(COVER + "effective: 2026-01-01\n").tuned({"X001": {"least": "9"}})
    audit = auditor.audit(read_document(RELEASE, "release.txt"), later)
    assert audit.findings == ()
    assert [check.why for check in audit.checks] == [
        "not checked: the rule is in effect for periods that end on 2026-01-01 or later"
    ]


def rules_with(text: str, name: str = "b-rule") -> Rulebook:
    return load_rules([(f"{name}.yaml", text), ("a-rule.yaml", HEAD + COVER + EXAMPLES)])


def test_a_rule_extends_another() -> None:
    rules = rules_with(
        "id: X002\nname: b-rule\nextends: a-rule\nparameters:\n"
        f'  least:\n    default: "9"\n    meaning: more\n{EXAMPLES}'
    )
    assert [(f.rule, f.level) for f in findings(rules)] == [("X002", "error")]


def test_a_rule_overrides_another() -> None:
    rules = rules_with("overrides: X001\nlevel: warning\nrequire: assets / due > 2\n")
    assert [(r.id, r.name) for r in rules.rules] == [("X001", "a-rule")]
    assert [(f.rule, f.level) for f in findings(rules)] == [("X001", "warning")]


def test_a_rule_that_starts_from_none() -> None:
    with pytest.raises(RuleError) as fault:
        rules_with("overrides: a-rul\n")
    assert str(fault.value) == "b-rule.yaml:1:12: there is no rule “a-rul” to start from, did you mean “a-rule”?"


def test_the_built_in_rules_are_loaded_with_settings() -> None:
    assert load(levels={"C001": "off"}).digest != load().digest
