"""Faults of rule files: each names its place, what is wrong, and what was probably meant."""

import pytest

from auditor.errors import RuleError, SettingsError
from auditor.rulebook import load_rules
from tests.rulebook.tiny import EXAMPLES, HEAD, rulebook

BODY = """\
for_each: claim level
require: claim.value ~ now
message: "{claim.text} is wrong"
"""


def fault(body: str, head: str = HEAD, examples: str = EXAMPLES, path: str = "a-rule.yaml") -> str:
    with pytest.raises(RuleError) as found:
        load_rules([(path, head + body + examples)])
    return str(found.value)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("claim.value ~ now", "claim.vlaue ~ now", "a-rule.yaml:7:10: a claim has no “vlaue”, did you mean “value”?"),
        ("claim.value ~ now", "claim.value ~ nwo", "a-rule.yaml:7:24: unknown name “nwo”, did you mean “now”?"),
        (
            "claim.value ~ now", "claim.value ~ fct('revenue')",
            "a-rule.yaml:7:24: unknown function “fct”, did you mean “fact”?",
        ),
        ("claim.value ~ now", "claim.value + now", "a-rule.yaml:7:10: a condition is needed here, not a figure"),
        ("claim.value ~ now", "claim.text ~ now", "a-rule.yaml:7:10: a figure is needed here, not a text"),
        ("claim.value ~ now", "now ~ abs()", "a-rule.yaml:7:16: abs() takes 1 argument(s), not 0"),
        (
            "claim.value ~ now", "claim.value ~",
            "a-rule.yaml:7:23: the expression cannot be read at its end: expected a number, a name or a text",
        ),
        (
            "claim.value ~ now", "now ~ fact('adjusted net-incmoe')",
            "a-rule.yaml:7:21: there is no measure “adjusted net-incmoe”, did you mean “adjusted net-income”?",
        ),
        (
            "claim.value ~ now", "now ~ fact('operating-cashflow')",
            "a-rule.yaml:7:21: there is no measure “operating-cashflow”, did you mean “operating-cash-flow”?",
        ),
        (
            "claim.value ~ now", "claim.measure is 'revenues'",
            "a-rule.yaml:7:27: there is no measure “revenues”, did you mean “revenue”?",
        ),
        ("require:", "requires:", "a-rule.yaml:7:1: a rule has no field “requires”, did you mean “require”?"),
        ("claim level", "claim levle", "a-rule.yaml:6:17: there is no claim “levle”, did you mean “level”?"),
        ("claim level", "claims", "a-rule.yaml:6:11: a rule cannot look at each “claims”, did you mean “claim”?"),
        ("{claim.text}", "{claim.texd}", "a-rule.yaml:8:12: a claim has no “texd”, did you mean “text”?"),
        (
            "{claim.text}", "{claim.text",
            "a-rule.yaml:8:11: this “{” stands alone; an expression stands within “{” and “}”",
        ),
        (
            "{claim.text}", "claim.text}",
            "a-rule.yaml:8:21: this “}” stands alone; an expression stands within “{” and “}”",
        ),
    ],
)  # fmt: skip
def test_faults_of_expressions_and_fields(old: str, new: str, said: str) -> None:
    assert fault(BODY.replace(old, new)) == said


def test_a_row_that_the_vocabulary_does_not_know_may_be_asked_for() -> None:
    for name in ("widget-backlog", "ebita", "tangible-asset", "adjusted order-intake"):
        assert rulebook(BODY.replace("claim.value ~ now", f"now ~ fact('{name}')")).rules


def test_a_missing_field() -> None:
    assert fault("for_each: claim level\nmessage: no\n") == "a-rule.yaml:1:1: a rule needs the field “require”"


def test_an_unknown_level() -> None:
    assert fault(BODY, HEAD.replace("error", "eror")) == (
        "a-rule.yaml:3:8: a level is error, warning or note, not “eror”, did you mean “error”?"
    )


def test_a_rule_without_a_failing_example() -> None:
    assert fault(BODY, examples="examples:\n  - passes: |\n      Right.\n") == (
        "a-rule.yaml:1:1: the rule has no example that fails: add “- fails: |” and a small release under “examples”"
    )


@pytest.mark.parametrize(("old", "new", "place"), [("fails", "fail", "10:5"), ("passes", "pass", "12:5")])
def test_an_example_of_no_kind(old: str, new: str, place: str) -> None:
    assert fault(BODY, examples=EXAMPLES.replace(old, new)) == (
        f"a-rule.yaml:{place}: an example either “fails” or “passes”, not “{new}”, did you mean “{old}”?"
    )


def test_a_name_that_is_not_the_file_s() -> None:
    said = "2:7: the rule is named “a-rule”, its file “{}”: give both the same name"
    assert fault(BODY, path="another.yaml") == "another.yaml:" + said.format("another.yaml")
    assert (
        fault(BODY, path="a-rule.txt")
        == "a-rule.txt:" + said.format("a-rule.txt") + ", the file with “.yaml” behind it"
    )


def test_what_is_no_yaml() -> None:
    assert fault("for_each: [claim\n").startswith("a-rule.yaml:")
    tab = fault("\tfor_each: claim\n")
    assert tab.startswith("a-rule.yaml:6:1: not YAML: found ") and "; lines begin with spaces" in tab


def test_two_rules_of_one_id() -> None:
    text = HEAD + BODY + EXAMPLES
    with pytest.raises(RuleError, match="a-rule.yaml holds a rule of the id or name of X001"):
        load_rules([("a-rule.yaml", text), ("b-rule.yaml", text.replace("a-rule", "b-rule"))])


def test_one_verdict_a_kind() -> None:
    text = HEAD + BODY + "verdict: yes\n" + EXAMPLES
    other = text.replace("a-rule", "b-rule").replace("X001", "X002")
    with pytest.raises(RuleError, match="the verdict of level claims is decided by a-rule.yaml already"):
        load_rules([("a-rule.yaml", text), ("b-rule.yaml", other)])


def test_faults_of_examples_show_when_they_are_read() -> None:
    rules = rulebook(BODY, examples=EXAMPLES + "    sais: wrong\n")
    with pytest.raises(RuleError, match="a-rule.yaml:14:5: an example has no field “sais”, did you mean “says”?"):
        _ = rules.rules[0].examples


def test_an_unknown_rule_is_named_with_the_nearest() -> None:
    with pytest.raises(SettingsError, match="there is no rule “a-rul”, did you mean “a-rule”?"):
        rulebook(BODY).chosen(select=["a-rul"])


def test_rules_are_chosen_by_id_or_name() -> None:
    rules = rulebook(BODY)
    assert [r.id for r in rules.chosen(["a-rule"]).rules] == ["X001"]
    assert rules.chosen(ignore=["X001"]).rules == ()
