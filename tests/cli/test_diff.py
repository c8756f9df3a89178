"""`auditor diff` as it is typed."""

import json

import jsonschema
import pytest

from auditor.reporting.drafts import drafts_schema


@pytest.fixture(autouse=True)
def drafts(right, tmp_path):
    """A release, and a later draft of it in which one cell was changed."""
    text = (tmp_path / right).read_text("utf-8")
    (tmp_path / "old.txt").write_text(text, "utf-8")
    (tmp_path / "new.txt").write_text(text.replace("    $112.0 ", "    $115.0 "), "utf-8")


def test_text(run):
    ran = run("diff", "old.txt", "new.txt")
    assert ran.err == ""
    assert ran.status == 1
    head, _, rest = ran.out.partition("\n\n")
    assert head == "old.txt to new.txt: 1 figure changed; 2 places did not follow; findings: 3 new, 0 gone, 0 remain"
    assert rest.startswith(
        """\
$112.0 is now $115.0  line 16 of table t1: Revenue | Three Months Ended September 30, 2025
  still says    $112.0 million  line 6 in a sentence: “Revenue for the third quarter was $112.0
                million, an increase of 9% from $103.0 million in the third quarter of 2024.”
  computed      9%  line 6 in a sentence: “Revenue for the third quarter was $112.0 million, an
                increase of 9% from $103.0 million in the third quarter of 2024.”
  new findings  """
    )


def test_equal_drafts(run):
    ran = run("diff", "old.txt", "old.txt")
    assert ran.status == 0
    assert ran.out == (
        "old.txt to old.txt: no figures changed; nothing was left behind; findings: 0 new, 0 gone, 0 remain\n"
    )


def test_json_keeps_to_its_schema(run):
    printed = json.loads(run("diff", "old.txt", "new.txt", "--format", "json").out)
    jsonschema.Draft202012Validator(drafts_schema()).validate(printed)
    assert printed["summary"] == {
        "changed": 1,
        "added": 0,
        "removed": 0,
        "left": 2,
        "findings": {"new": 3, "gone": 0, "remain": 0},
    }
    (change,) = printed["changes"]
    assert [left["text"] for left in change["left"]] == ["$112.0 million", "9%"]


def test_html_names_every_place(run, tmp_path):
    ran = run("diff", "old.txt", "new.txt", "--output", "html=diff.html", "--exit-zero")
    page = (tmp_path / "diff.html").read_text("utf-8")
    assert ran.status == 0
    assert "$112.0 is now $115.0" in page
    assert page.count("did not follow") == 2  # the verdict and the heading
    assert "<script" not in page


def test_levels(run):
    assert run("diff", "old.txt", "new.txt", "--fail-on", "never").status == 0
    assert run("diff", "new.txt", "old.txt").status == 0  # the draft was mended


def test_bad_input(run):
    missing = run("diff", "old.txt", "none.txt")
    assert (missing.status, missing.err) == (2, "none.txt: no such file\n")
    twice = run("diff", "-", "-")
    assert (twice.status, twice.err) == (2, "auditor diff: standard input (“-”) can be read once only\n")
    same = run("diff", "old.txt", "new.txt", "--output", "html=old.txt")
    assert same.status == 2
    assert "is the release itself" in same.err
