"""Mistakes on the command line are answered in one line, with status 2, before anything is read."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "the following arguments are required: COMMAND"),
        (("check",), "the following arguments are required: FILE"),
        (("check", "a.txt", "--format", "jsn"), "unknown format “jsn”, did you mean “json”?"),
        (("check", "a.txt", "--format", "parquet"), "unknown format “parquet”, choose from text, json, jsonl, html"),
        (("check", "a.txt", "--fail-on", "errors"), "unknown level “errors”, did you mean “error”?"),
        (("check", "a.txt", "--min-coverage", "120"), "“120” is not a percentage from 0 to 100"),
        (("check", "a.txt", "--min-coverage", "half"), "“half” is not a percentage from 0 to 100"),
        (("check", "a.txt", "--output", "html"), "“html” is not of the form FORMAT=PATH, as in html=report.html"),
        (("check", "a.txt", "--output", "htm=r.html"), "unknown format “htm”, did you mean “html”?"),
        (("facts", "a.txt", "--format", "html"), "unknown format “html”, choose from text, json"),
        (("explain",), "the following arguments are required: RULE"),
    ],
)
def test_one_line_and_status_2(run, arguments, said):
    ran = run(*arguments)
    assert ran.status == 2
    assert ran.out == ""
    assert ran.err.count("\n") == 1
    assert said in ran.err
    assert "--help" in ran.err


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("chek a.txt", "auditor: there is no command “chek”, did you mean “check”?; see “auditor --help”"),
        ("audit a.txt", "auditor: there is no command “audit”; see “auditor --help”"),
        (
            "check a.txt --fromat=json",
            "auditor check: there is no option “--fromat”, did you mean “--format”?; see “auditor check --help”",
        ),
        ("check a.txt --colour", "auditor check: there is no option “--colour”; see “auditor check --help”"),
        ("check a.txt --output html=-", "“-”: a report is written to a file; --format says what is printed"),
        (
            "check a.txt --output html=r --output json=r",
            "r: two reports would be written to this file; give each one of its own",
        ),
        (
            "explain C001 C003",
            "auditor explain: nothing more is expected, but “C003” stands there; see “auditor explain --help”",
        ),
        ("explain growth", "there is no rule “growth”; “auditor rules” lists them"),
        ("explain C099", "there is no rule “C099”; “auditor rules” lists them"),
        ("explain c9", "there is no rule “c9”, did you mean “C009”?"),
        (
            "batch in --to auditor.toml",
            "auditor.toml: this is a file; --to names the folder that the dataset is written to",
        ),
        ("init none", "none: there is no such folder to write auditor.toml in"),
        ("check a.txt --settings .", ".: this is a folder, where a file is expected"),
    ],
)
def test_what_was_found_and_what_is_expected(run, tmp_path, line, said):
    (tmp_path / "auditor.toml").touch()
    ran = run(*line.split())
    assert (ran.status, ran.out, ran.err) == (2, "", f"{said}\n")


def test_files_may_stand_behind_options(run, right, wrong):
    apart = run("check", "--exit-zero", right, "--format", "json", wrong)
    assert apart == run("check", right, wrong, "--exit-zero", "--format", "json")
    assert '"path": "wrong.txt"' in apart.out


@pytest.mark.parametrize("command", ["check", "claims", "tables", "facts", "rules", "explain", "test", "demo"])
def test_every_command_has_its_help(run, command):
    ran = run(command, "--help")
    assert ran.status == 0
    assert ran.out.startswith(f"usage: auditor {command}")


def test_version(run):
    from auditor.version import __version__

    assert run("--version").out == f"auditor {__version__}\n"


def test_mistakes_load_nothing_heavy():
    code = "import sys; from auditor.cli import main; main(['check']); print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    loaded = set(done.stdout.split())
    assert loaded.isdisjoint(
        {"jinja2", "pyparsing", "yaml", "lxml", "selectolax", "tomlkit", "tqdm", "docx", "pdfplumber"}
    )


def test_fault_of_the_program_is_one_line(run, monkeypatch):
    from auditor.cli import pipeline

    def fault(_):
        raise ZeroDivisionError("a fault")

    monkeypatch.setattr(pipeline, "read", fault)
    ran = run("facts", "a.txt")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "auditor: the program failed (ZeroDivisionError: a fault); please report it\n"
    monkeypatch.setenv("AUDITOR_TRACEBACK", "1")
    assert "Traceback" in run("facts", "a.txt").err


def test_interrupt_and_closed_pipe(run, monkeypatch):
    from auditor.cli import pipeline

    def interrupted(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "read", interrupted)
    ran = run("facts", "a.txt")
    assert (ran.status, ran.err) == (130, "auditor: interrupted\n")
