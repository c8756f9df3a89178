"""The file of waivers, and what it makes of a run's findings."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.errors import SettingsError
from auditor.model.finding import Audit, Finding
from auditor.model.source import Document, Span
from auditor.model.waiver import Waiver
from auditor.reporting import reporter
from auditor.reporting.report import Release, Report
from auditor.reporting.summary import summarise
from auditor.settings import accept, appended, read_baseline, read_waivers

PRINT, MOVED, OTHER = "0a1b2c3d4e5f-00000001", "0a1b2c3d4e5f-00000002", "ffffffffffff-00000001"
DAY = date(2025, 11, 3)
FILE = f"""\
# Brook Mills, third quarter

[[waiver]]  # the first
fingerprint = "{PRINT}"
reason = "agreed with the auditors"   # by telephone
owner = "M. Brook"
date = 2025-11-03
expires = "2026-02-01"
"""
WAIVER = Waiver(PRINT, "agreed with the auditors", "M. Brook", DAY, date(2026, 2, 1), place="waivers.toml:4")


def test_file_is_read():
    assert read_waivers(FILE, "waivers.toml") == (WAIVER,)
    assert read_waivers("", "waivers.toml") == ()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('owner = "M. Brook"', 'ownr = "M. Brook"', "6:1: there is no “ownr” in a waiver, did you mean “owner”?"),
        ('owner = "M. Brook"\n', "", "3:3: a waiver needs “owner”"),
        ('"agreed with the auditors"', '" "', "5:1: “reason” is a text"),
        ('"2026-02-01"', '"soon"', "8:1: “expires” is a day such as 2026-03-31, not “soon”"),
        ("2025-11-03", "2025-11-03T10:00:00", "7:1: “date” is a day such as 2026-03-31"),
        (PRINT, "f3", "4:1: “f3” is no fingerprint; reports print them, as 0a1b2c3d4e5f-0a1b2c3d"),
        ("[[waiver]]", "[waiver]", "3:2: waivers are written as [[waiver]], each with its fields below"),
        ("[[waiver]]", "[[waivers]]", "3:3: there is no “waivers” in a file of waivers, did you mean “waiver”?"),
        ("", FILE, f"12:1: {PRINT} is waived already, at waivers.toml:4"),
    ],
)
def test_fault(old, new, said):
    text = FILE.replace(old, new, 1) if old else FILE + new
    with pytest.raises(SettingsError) as fault:
        read_waivers(text, "waivers.toml")
    assert str(fault.value).startswith(f"waivers.toml:{said}")


def test_adding_keeps_comments_and_order():
    text = appended(FILE, "waivers.toml", Waiver(OTHER, "a “quoted” reason", "I. Okafor", DAY))
    assert text == FILE + (
        f'\n[[waiver]]\nfingerprint = "{OTHER}"\nreason = "a “quoted” reason"\nowner = "I. Okafor"\ndate = 2025-11-03\n'
    )
    with pytest.raises(SettingsError, match=f"^waivers.toml:11: {OTHER} is waived already, by I. Okafor$"):
        appended(text, "waivers.toml", Waiver(OTHER, "r", "o", DAY))


texts = st.text(min_size=1).filter(str.strip)


@given(texts, texts, texts, st.dates(), st.none() | st.dates())
def test_what_is_written_is_read_again(reason, owner, says, day, expires):
    waiver = Waiver(PRINT, reason.strip(), owner.strip(), day, expires, "a.txt", "C001", says)
    (found,) = read_waivers(appended("", "w.toml", waiver), "w.toml")
    assert replace(found, place="") == waiver


def report(*fingerprints):
    findings = tuple(
        Finding(f"f{k}", "C001", "value-disagrees", "error", "m", Span(0, 1), fingerprint=fingerprint)
        for k, fingerprint in enumerate(fingerprints, 1)
    )
    return Report((Release("q3/a.txt", Audit(Document("a.txt", "1", ()), (), (), (), {}, findings, ())),))


def states(found):
    return [(acceptance.state, acceptance.finding) for acceptance in found.acceptances]


def test_waived_finding_stays_and_is_counted_apart():
    found = accept(report(PRINT, OTHER), (WAIVER,), DAY)
    first, second = found.releases[0].audit.findings
    assert (first.waived, second.waived) == ("agreed with the auditors", None)
    summary = summarise(found.releases[0].audit)
    assert (summary.waived, summary.levels["error"]) == (1, 1)
    assert states(found) == [("used", "f1")]
    assert found.waivers["q3/a.txt", "f1"] == WAIVER
    assert [found.fails(f) for f in (first, second)] == [False, True]


@pytest.mark.parametrize(("day", "state"), [(date(2026, 2, 1), "used"), (date(2026, 2, 2), "expired")])
def test_last_day(day, state):
    found = accept(report(PRINT), (WAIVER,), day)
    assert states(found) == [(state, "f1")]
    assert (found.releases[0].audit.findings[0].waived is None) is (state == "expired")


def test_other_figures_of_the_same_place_void_it():
    found = accept(report(OTHER, MOVED), (WAIVER,), DAY)
    assert states(found) == [("void", "f2")]
    assert [f.waived for f in found.releases[0].audit.findings] == [None, None]


def test_unused():
    assert states(accept(report(), (WAIVER,), DAY)) == [("unused", "")]
    assert states(accept(report(), (WAIVER,), date(2027, 1, 1))) == [("expired", "")]


def test_waiver_about_another_document_is_none_of_this_run():
    assert states(accept(report(), (replace(WAIVER, document="drafts/b.txt"),), DAY)) == []
    assert states(accept(report(), (replace(WAIVER, document="drafts/a.txt"),), DAY)) == [("unused", "")]
    assert states(accept(report(PRINT), (replace(WAIVER, document="drafts/b.txt"),), DAY)) == [("used", "f1")]


def test_baseline_is_a_report_of_before():
    before = reporter("json")(report(PRINT))
    found = accept(report(PRINT, OTHER), baseline=read_baseline(before, "b.json"))
    assert [f.waived for f in found.releases[0].audit.findings] == ["known from the baseline", None]
    assert found.baseline == {PRINT}


@pytest.mark.parametrize("text", ["", "{}", "[]", json.dumps({"documents": [{}]})])
def test_baseline_that_is_none(text):
    with pytest.raises(SettingsError, match=r"^b.json: the baseline is no JSON report of auditor; write it with"):
        read_baseline(text, "b.json")
