"""Mistakes on the command line are answered in one line, with status 2, before anything is read."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "the following arguments are required: COMMAND"),
        (("chek", "a.txt"), "chek"),
        (("check",), "the following arguments are required: FILE"),
        (("check", "a.txt", "--format", "jsn"), "unknown format “jsn”, did you mean “json”?"),
        (("check", "a.txt", "--format", "parquet"), "unknown format “parquet”, choose from text, json, jsonl, html"),
        (("check", "a.txt", "--fail-on", "errors"), "unknown level “errors”, did you mean “error”?"),
        (("check", "a.txt", "--min-coverage", "120"), "“120” is not a percentage from 0 to 100"),
        (("check", "a.txt", "--min-coverage", "half"), "“half” is not a percentage from 0 to 100"),
        (("check", "a.txt", "--output", "html"), "“html” is not of the form FORMAT=PATH, as in html=report.html"),
        (("check", "a.txt", "--output", "htm=r.html"), "unknown format “htm”, did you mean “html”?"),
        (("check", "a.txt", "--colour"), "unrecognized arguments: --colour"),
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
