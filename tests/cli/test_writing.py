"""Someone who follows the page on writing a rule, and has read nothing else, ends with a rule that works."""

import re
import shlex
import shutil

import jsonschema
import pytest
import yaml

from auditor.cli.demo import SAMPLE
from auditor.resources import folder
from auditor.rulebook.authoring import schema

PAGE = (folder("rules") / "writing.md").read_text("utf-8")
NAME = "free-cash-flow-is-not-the-difference"
RULES = sorted(folder("rules").glob("*.yaml"))


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)


*STEPS, WHOLE = blocks("yaml")
COMMANDS = [line[2:] for block in blocks("console") for line in block.splitlines()]


@pytest.fixture
def followed(run, tmp_path):
    """The folder after the first command and the whole rule."""
    shutil.copy(SAMPLE, tmp_path / "release.txt")
    assert run(*shlex.split(COMMANDS[0])[1:]).out == f"my-rules/{NAME}.yaml\n"
    path = tmp_path / "my-rules" / f"{NAME}.yaml"
    path.write_text(WHOLE, "utf-8")
    return path


def test_the_page_begins_with_the_sentence_and_its_steps_are_the_rule() -> None:
    assert "> Free cash flow is operating cash flow less capital expenditure." in PAGE.split("## 1.")[0]
    assert len(STEPS) == 5
    assert all(step in WHOLE for step in STEPS)


def test_what_new_writes_works_as_it_stands(run) -> None:
    assert run(*shlex.split(COMMANDS[0])[1:]).status == 0
    assert run("test", "my-rules").out == "1 rule, 2 examples: 2 passed, 0 failed\n"
    assert run("rules", "new", "another-fault-of-ours").out == "my-rules/another-fault-of-ours.yaml\n"
    assert "H002" in run("rules", "--rules", "my-rules").out


def test_the_rule_of_the_page_works(run, followed) -> None:
    assert run("test", "my-rules").out == "1 rule, 2 examples: 2 passed, 0 failed\n"
    for command in COMMANDS[1:]:
        assert run(*shlex.split(command)[1:]).status in (0, 1), command


def test_the_fault_that_the_page_shows(run, followed) -> None:
    followed.write_text(WHOLE.replace("cash - abs(spent)", "cash - abs(spend)"))
    (shown,) = blocks("text")
    place = re.compile(r":\d+:\d+:")
    assert place.sub(":", run("test", "my-rules").err) == place.sub(":", shown)


def test_an_example_that_goes_otherwise_is_shown_beside_what_was_found(run, followed) -> None:
    followed.write_text(WHOLE.replace("    says: 9,533", "    says: 7,777"))
    assert (
        run("test", "my-rules").out
        == f"""\
my-rules/{NAME}.yaml:20: H001 {NAME}: should say “7,777”, but says: Free cash flow Six Months Ended June 30, 2025 is \
printed as 9,353 thousand, but operating cash flow less capital expenditure is 9,533 thousand
    expected  a finding of H001 that says “7,777”
    found     H001 error: Free cash flow Six Months Ended June 30, 2025 is printed as 9,353 thousand, but operating \
cash flow less capital expenditure is 9,533 thousand
    found     H001 failed: other, Six Months Ended June 30, 2025 (14,874 thousand − (5,341) thousand = 9,533 thousand)
1 rule, 2 examples: 1 passed, 1 failed
"""
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nwe"], "auditor rules: there is no “nwe”, did you mean “new”?\n"),
        (
            ["C001"],
            "auditor rules: there is no “C001”; there is new, kinds, functions, schema, and “auditor explain RULE” "
            "shows a rule\n",
        ),
        (["new", "Fault"], "auditor rules new: a rule is named after the fault it finds"),
        (["kinds", "more"], "auditor rules kinds: nothing more is expected, but “more” stands there"),
    ],
)
def test_words_that_mean_nothing(run, words, said) -> None:
    ran = run("rules", *words)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(said)


def test_lists_for_authors(run) -> None:
    assert "column: a column of a table, in which fact(…) looks" in run("rules", "kinds").out
    assert "abs(figure) gives figure: the figure without its sign" in run("rules", "functions").out
    assert '"title": "A rule of the auditor"' in run("rules", "schema").out


@pytest.mark.parametrize("path", [p for p in RULES if not p.stem.startswith("vocabulary")], ids=lambda path: path.stem)
def test_the_schema_allows_every_rule(path) -> None:
    jsonschema.validate(yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader), schema())


def test_the_schema_refuses_what_is_no_rule() -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"id": "X001", "lets": {}}, schema())
