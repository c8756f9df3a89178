"""The sample release: its six planted errors are found, and the committed sample reports are what it gives today."""

import json
from pathlib import Path

import pytest

from tools.samples import samples

PLANTED = {
    "percentage": ["16%", "14"],
    "direction": ["stated for Gross margin as going down", "49.4%"],
    "transposed": ["3.68", "3,862"],
    "par value": ["15,421,830", "152"],
    "footing": ["6,385", "25,199"],
    "earnings per share": ["0.43", "5,940"],
}


def findings(run):
    ran = run("demo", "--format", "json")
    assert ran.status == 0
    (document,) = json.loads(ran.out)["documents"]
    return document["findings"]


@pytest.mark.parametrize("strings", PLANTED.values(), ids=PLANTED)
def test_planted_error_is_found(run, strings):
    assert any(
        all(string in json.dumps(finding, ensure_ascii=False) for string in strings)
        for finding in findings(run)
        if finding["level"] != "note"
    )


def test_nothing_else_is(run):
    assert len([finding for finding in findings(run) if finding["level"] != "note"]) == len(PLANTED)


def test_html(run, tmp_path):
    ran = run("demo", "--html", "r.html")
    assert ran.status == 0
    assert ran.err == "The report stands in r.html: open it in a browser.\n"
    assert (tmp_path / "r.html").stat().st_size < 400_000


SAMPLES = samples()


@pytest.mark.parametrize("path", SAMPLES, ids=[path.name for path in SAMPLES])
def test_sample_reports_are_fresh(path: Path):
    assert path.read_text("utf-8") == SAMPLES[path], "stale: read the difference, then run “python3 dev.py samples”"
