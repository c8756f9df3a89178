"""`auditor rules`, `explain` and `test`; faults of rule files are one line with their place."""

import json

import pytest

from auditor.cli.demo import SAMPLE

RULE = """\
id: H001
name: current-ratio-below-plan
level: warning
summary: Current assets are less than the plan asks for.
why: The plan asks for one and a half times current liabilities.
for_each: column balance-sheet
let:
  assets: fact("current-assets", column.period)
  liabilities: fact("current-liabilities", column.period)
require: assets / liabilities >= 1.5
message: "Current assets are {assets / liabilities} times current liabilities"
examples:
  - fails: |
      In thousands              | June 30, 2025
      Total current assets      | 14,200
      Total assets              | 31,700
      Total current liabilities | 10,900
  - passes: |
      In thousands              | June 30, 2025
      Total current assets      | 19,200
      Total assets              | 36,700
      Total current liabilities | 10,900
"""


@pytest.fixture
def pack(tmp_path):
    (tmp_path / "own").mkdir()
    path = tmp_path / "own" / "current-ratio-below-plan.yaml"
    path.write_text(RULE, "utf-8")
    return path


def test_catalogue(run):
    lines = run("rules").out.splitlines()
    found = json.loads(run("rules", "--format", "json").out)["rules"]
    assert len(lines) == len(found) > 15
    assert lines[0].startswith("C001  error")
    assert set(found[0]) == {"id", "name", "level", "summary"}


def test_explain_by_number_and_by_name(run):
    text = run("explain", "T001").out
    assert text == run("explain", "total-does-not-foot").out
    for part in ("T001 total-does-not-foot (error)", "Why", "Condition", "An example that fails", "passes"):
        assert part in text
    found = json.loads(run("explain", "T001", "--format", "json").out)
    assert [example["fails"] for example in found["examples"]].count(True) >= 1


def test_explain_of_no_rule(run):
    ran = run("explain", "total-does-not-fot")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "there is no rule “total-does-not-fot”, did you mean “total-does-not-foot”?\n"


def test_examples_of_the_built_in_rules(run):
    ran = run("test")
    assert ran.status == 0, ran.out
    assert ran.out.endswith(" 0 failed\n")


def test_pack_of_ones_own(run, pack):
    assert run("test", "own").out == "1 rule, 2 examples: 2 passed, 0 failed\n"
    assert run("test", "own/current-ratio-below-plan.yaml").status == 0
    assert "H001" in run("rules", "--rules", "own").out
    sample = ("check", str(SAMPLE), "--rules", "own", "--select", "H001", "--fail-on", "warning")
    assert run(*sample).status == 0
    pack.write_text(RULE.replace(">= 1.5", ">= 9"), "utf-8")
    ran = run(*sample)
    assert ran.status == 1
    assert "warning: H001 current-ratio-below-plan" in ran.out


def test_example_that_fails_otherwise(run, pack):
    pack.write_text(RULE.replace(">= 1.5", ">= 1.2"), "utf-8")
    ran = run("test", "own")
    assert ran.status == 1
    assert ran.out.startswith("own/current-ratio-below-plan.yaml:14: H001 current-ratio-below-plan: should fail")
    assert ran.out.endswith("1 rule, 2 examples: 1 passed, 1 failed\n")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("level: warning", "level: wrning", "own/current-ratio-below-plan.yaml:3:8: "),
        ("require: assets /", "require: asets /", "own/current-ratio-below-plan.yaml:10:10: "),
        ("let:\n", "lets:\n", "own/current-ratio-below-plan.yaml:7:1: "),
        ("liabilities >= 1.5\n", "liabilities >=\n", "own/current-ratio-below-plan.yaml:10:"),
    ],
)
@pytest.mark.parametrize("command", [("check", "right.txt"), ("claims", "right.txt"), ("rules",), ("explain", "T001")])
def test_broken_rule(run, pack, right, command, old, new, said):
    pack.write_text(RULE.replace(old, new), "utf-8")
    ran = run(*command, "--rules", "own")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(said), ran.err
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("path", ["none", "right.txt"])
def test_rules_that_are_none(run, right, path):
    for command in (("check", right, "--rules", path), ("test", path)):
        ran = run(*command)
        assert (ran.status, ran.out) == (2, ""), command
        assert ran.err.startswith(path), ran.err
        assert ran.err.count("\n") == 1


def test_folder_without_rules(run, tmp_path):
    (tmp_path / "empty").mkdir()
    for command in (("test", "empty"), ("check", "draft.txt", "--rules", "empty")):
        ran = run(*command)
        assert (ran.status, ran.out) == (2, "")
        assert ran.err == "empty: no rule file was found there; a rule is a file NAME.yaml\n"
