"""`auditor check`: what is printed where, and with which status."""

import json

import jsonschema
import pytest

from auditor.reporting import FORMATS, schema


def test_right_release(run, right):
    ran = run("check", right)
    assert ran.status == 0
    assert ran.err == ""
    assert ran.out.startswith("right.txt: No contradiction found")


def test_wrong_release(run, wrong):
    ran = run("check", wrong)
    assert ran.status == 1
    assert ran.err == ""
    assert "wrong.txt: 1 error" in ran.out
    assert "an increase of 12%" in ran.out
    assert "^^^" in ran.out


def test_json_keeps_to_its_schema_and_names_every_file(run, right, wrong):
    ran = run("check", right, wrong, "--format", "json", "--exit-zero")
    assert ran.status == 0
    found = json.loads(ran.out)
    jsonschema.validate(found, schema())
    assert [document["path"] for document in found["documents"]] == ["right.txt", "wrong.txt"]
    assert len(found["tool"]["rules"]) == 64
    assert len(found["documents"][0]["sha256"]) == 64


def test_same_input_gives_the_same_bytes(run, wrong):
    first = run("check", wrong, "--format", "json").out
    assert run("check", wrong, "--format", "json").out == first


def test_no_absolute_path_is_given_away(run, wrong, tmp_path):
    for name in (str(tmp_path / wrong), f"./{wrong}"):
        assert json.loads(run("check", name, "--format", "json").out)["documents"][0]["path"] == wrong


@pytest.mark.parametrize("name", FORMATS)
def test_reports_hold_no_absolute_path_and_no_time(run, wrong, tmp_path, monkeypatch, name):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    first = run("check", str(tmp_path / wrong), str(tmp_path / "none.txt"), "--format", name).out
    assert str(tmp_path) not in first
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1762128000")
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert run("check", wrong, "none.txt", "--format", name).out == first


@pytest.mark.parametrize(
    ("options", "status"),
    [
        (("--fail-on", "never"), 0),
        (("--fail-on", "warning"), 1),
        (("--exit-zero",), 0),
        (("--fail-on", "never", "--min-coverage", "100"), 0),
    ],
)
def test_status(run, wrong, options, status):
    assert run("check", wrong, *options).status == status


def test_coverage_gate(run, tmp_path, right):
    text = (tmp_path / right).read_text("utf-8")
    more = text.replace("in the third quarter of 2024.", "in the third quarter of 2024. Orders were $41.3 million.")
    (tmp_path / "thin.txt").write_text(more, "utf-8")
    assert run("check", "thin.txt", "--min-coverage", "99").status == 3
    assert run("check", "thin.txt", "--min-coverage", "99", "--exit-zero").status == 0
    assert run("check", "thin.txt", "--min-coverage", "10").status == 0


def test_reports_are_written_beside_the_printed_one(run, wrong, tmp_path):
    ran = run("check", wrong, "--output", "html=r.html", "--output", "json=r.json")
    assert ran.status == 1
    assert ran.out.startswith("wrong.txt: 1 error")
    assert (tmp_path / "r.html").read_text("utf-8").startswith("<!doctype html>")
    assert json.loads((tmp_path / "r.json").read_text("utf-8")) == json.loads(
        run("check", wrong, "--format", "json").out
    )


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (".", ".: is a folder; name the file that the report is to be written to"),
        ("none/r.html", "none/r.html: there is no folder “none” to write the report to"),
        ("wrong.txt", "wrong.txt: is the release itself; choose another place for the report"),
    ],
)
def test_report_that_cannot_be_written(run, wrong, tmp_path, path, said):
    before = (tmp_path / wrong).read_bytes()
    ran = run("check", wrong, "--output", f"html={path}")
    assert (ran.status, ran.out, ran.err) == (2, "", said + "\n")
    assert (tmp_path / wrong).read_bytes() == before


def test_rules_are_selected_and_ignored(run, wrong):
    (finding,) = json.loads(run("check", wrong, "--format", "json").out)["documents"][0]["findings"]
    assert run("check", wrong, "--ignore", finding["rule"]).status == 0
    assert run("check", wrong, "--ignore", finding["name"]).status == 0
    assert run("check", wrong, "--select", finding["rule"]).status == 1


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_unknown_rule(run, wrong, option):
    ran = run("check", wrong, option, "C999")
    assert (ran.status, ran.out) == (2, "")
    assert "C999" in ran.err
    assert ran.err.count("\n") == 1


def test_standard_input(process, wrong, tmp_path):
    done = process("check", "-", input=(tmp_path / wrong).read_bytes())
    assert done.returncode == 1
    assert done.stdout.decode().startswith("(standard input): 1 error")


def test_standard_input_is_read_once(run):
    assert run("check", "-", "-").status == 2
