"""The README's job for a repository of drafts, the action and the pre-commit hook, run as they are written as far as
that goes without their hosts."""

import json
import os
import re
import shlex
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
import yaml

from tests.brook import RELEASE, WRONG
from tests.cli.workflow import Runner

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```yaml\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
(WORKFLOW,) = [block for block in BLOCKS if block.startswith("name: Drafts")]
(PRE_COMMIT,) = [block for block in BLOCKS if block.startswith("repos:")]
(HOOK,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the steps are written for bash")


@pytest.fixture
def repository(tmp_path):
    """Drafts, with this repository in the folder `auditor`, and the host's `gh`, which keeps what it is told."""
    (tmp_path / "auditor").symlink_to(ROOT)
    (tmp_path / "drafts" / "2025 q3").mkdir(parents=True)
    (tmp_path / "drafts" / "2025 q3" / "release 1.txt").write_text(RELEASE, "utf-8")
    programs = tmp_path / "bin"
    programs.mkdir()
    (programs / "gh").write_text('#!/bin/sh\nprintf "%s\\n" "$@" > gh-was-told\n', "utf-8")
    (programs / "auditor").write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m auditor "$@"\n', "utf-8")
    for program in programs.iterdir():
        program.chmod(0o755)
    return tmp_path


@pytest.fixture
def runner(repository):
    """Everything is run but the installation, which this environment has behind it."""
    path = f"{repository / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return Runner(repository, {"github.token": "t", "github.event.number": "7"}, path, frozenset(["install"]))


def test_good_drafts_pass(runner, repository):
    assert runner.job(WORKFLOW) == 0, runner.out
    assert runner.ran == [("Audit", 0), ("Comment", 0)]
    assert runner.used == ["actions/checkout@v5", "actions/setup-python@v6", "actions/upload-artifact@v4"]
    assert runner.out.startswith("::notice file=drafts/2025 q3/release 1.txt,title=audited::No contradiction found")


def test_wrong_draft_fails_and_is_commented_on(runner, repository):
    (repository / "drafts" / "next.txt").write_text(WRONG, "utf-8")
    assert runner.job(WORKFLOW) == 1
    assert runner.ran == [("Audit", 1), ("Comment", 0)]
    assert "::error file=drafts/next.txt,line=6," in runner.out
    reports = repository / "auditor-reports"
    assert sorted(path.name for path in reports.iterdir()) == [
        "junit.xml", "report.html", "report.json", "results.sarif", "summary.md",
    ]  # fmt: skip
    told = (repository / "gh-was-told").read_text("utf-8").splitlines()
    assert told[:3] == ["pr", "comment", "7"]
    assert told[-1] == "auditor-reports/summary.md"
    summary = (repository / "step-summary.md").read_text("utf-8")
    assert summary == (reports / "summary.md").read_text("utf-8")
    assert "❌ drafts/next.txt" in summary
    assert json.loads((reports / "report.json").read_text("utf-8"))["documents"][1]["path"] == "drafts/next.txt"


def test_waived_finding_passes(runner, repository, run):
    (repository / "drafts" / "next.txt").write_text(WRONG, "utf-8")
    assert run("waive", "drafts/next.txt:f1", "--reason", "r", "--owner", "o").status == 0
    assert runner.job(WORKFLOW) == 0, runner.out


def test_stale_waiver_fails(runner, repository, run):
    (repository / "drafts" / "next.txt").write_text(WRONG, "utf-8")
    run("waive", "drafts/next.txt:f1", "--reason", "r", "--owner", "o")
    (repository / "drafts" / "next.txt").write_text(RELEASE, "utf-8")
    assert runner.job(WORKFLOW) == 1


def test_no_draft_at_all_is_told(runner, repository):
    (repository / "drafts" / "2025 q3" / "release 1.txt").unlink()
    assert runner.job(WORKFLOW) == 2
    assert "::error::no file is named so: drafts/**/*.docx drafts/**/*.txt" in runner.out
    assert (repository / "step-summary.md").read_text("utf-8").startswith("The audit could not run")
    assert runner.ran[-1] == ("Comment", 0)


def test_fault_of_the_settings_is_told(runner, repository):
    (repository / "auditor.toml").write_text('fail-in = "error"', "utf-8")
    assert runner.job(WORKFLOW) == 2
    assert "auditor.toml:1:1: there is no “fail-in” in the settings" in runner.out


def schema(name):
    text = files("check_jsonschema").joinpath("builtin_schemas", "vendor", f"{name}.json").read_text("utf-8")
    return jsonschema.validators.validator_for(json.loads(text))(json.loads(text))


def test_job_and_action_are_what_their_host_reads():
    schema("github-workflows").validate(yaml.load(WORKFLOW, yaml.BaseLoader))
    schema("github-actions").validate(yaml.safe_load((ROOT / "action.yml").read_text("utf-8")))


def test_action_installs_what_it_stands_in():
    steps = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["runs"]["steps"]
    assert steps[0]["run"].split()[-1] == '"$GITHUB_ACTION_PATH"'
    assert (ROOT / "constraints.txt").exists()


def test_hook_is_what_its_host_reads(tmp_path):
    check = [sys.executable, "-m", "pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")]
    assert subprocess.run(check, capture_output=True).returncode == 0
    config = tmp_path / ".pre-commit-config.yaml"
    config.write_text(PRE_COMMIT, "utf-8")
    check = [sys.executable, "-m", "pre_commit", "validate-config", str(config)]
    assert subprocess.run(check, capture_output=True).returncode == 0


@pytest.mark.parametrize(("text", "status"), [(RELEASE, 0), (WRONG, 1)])
def test_hook_runs_over_the_files_that_changed(run, tmp_path, text, status):
    (tmp_path / "drafts").mkdir()
    names = ["drafts/a.txt", "drafts/b.md", "drafts/c.xlsx"]
    for name in names:
        (tmp_path / name).write_text(text, "utf-8")
    (used,) = yaml.safe_load(PRE_COMMIT)["repos"][0]["hooks"]
    assert used["id"] == HOOK["id"]
    changed = [name for name in names if re.search(HOOK["files"], name) and re.search(used["files"], name)]
    assert changed == ["drafts/a.txt", "drafts/b.md"]
    assert run(*HOOK["entry"].split()[1:], *changed).status == status
