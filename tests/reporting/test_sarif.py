"""SARIF against the standard's own schema, and what a code host makes of it."""

from dataclasses import replace

import jsonschema
import pytest
from hand_made import AUDIT, BROKEN, EMPTY, REPORT, WAIVED
from schemas import check_sarif

from auditor.reporting import reporter
from auditor.reporting.report import Release, Report

render = reporter("sarif")


@pytest.mark.parametrize("report", [REPORT, WAIVED, BROKEN, Report(()), replace(REPORT, baseline=frozenset())])
def test_keeps_to_the_schema(report):
    check_sarif(render(report))


def test_schema_refuses_what_the_standard_does_not_name():
    with pytest.raises(jsonschema.ValidationError):
        check_sarif(render(REPORT).replace('"ruleId"', '"rule"'))


def run(report):
    return check_sarif(render(report))["runs"][0]


def test_rule_is_described_and_found_by_its_index():
    found = run(REPORT)
    rule = found["tool"]["driver"]["rules"][found["results"][0]["ruleIndex"]]
    assert rule["id"] == "C003"
    assert rule["name"] == "growth-rate-disagrees-with-table"
    assert rule["shortDescription"] == {"text": "A stated change does not follow."}
    assert rule["fullDescription"] == {"text": "Readers quote it."}
    assert rule["defaultConfiguration"] == {"level": "error"}


def test_finding_has_both_ends_of_the_contradiction():
    result = run(REPORT)["results"][0]
    (place,) = result["locations"]
    assert place["physicalLocation"]["artifactLocation"] == {"uri": "brook.txt", "index": 0}
    assert place["physicalLocation"]["region"] == {
        "startLine": 3, "startColumn": 14, "endLine": 3, "endColumn": 17, "snippet": {"text": "12%"},
    }  # fmt: skip
    cells = [place["physicalLocation"]["region"]["snippet"]["text"] for place in result["relatedLocations"]]
    assert cells == ["112.0", "103.0"]
    assert [place["id"] for place in result["relatedLocations"]] == [1, 2]
    assert "[line 8 of table t1: Revenue | Q3 2025 | 112.0](1)" in result["message"]["text"]


def test_fingerprints_are_those_of_the_finding():
    result = run(REPORT)["results"][0]
    assert result["fingerprints"] == {"auditor/v1": "5d41402abc4b-2a76b971"}
    assert result["partialFingerprints"] == {"place/v1": "5d41402abc4b"}


def test_waiver_is_a_suppression():
    first, second = run(WAIVED)["results"]
    assert first["suppressions"] == [
        {
            "kind": "external",
            "status": "accepted",
            "justification": "agreed with counsel (M. Brook, 2025-11-03, until 2026-02-01)",
        }
    ]
    assert second["suppressions"] == []


def test_unread_file_is_said():
    (invocation,) = run(BROKEN)["invocations"]
    assert invocation["executionSuccessful"] is False
    assert "no text" in invocation["toolExecutionNotifications"][0]["message"]["text"]


def test_baseline_tells_new_from_known():
    known = replace(REPORT, baseline=frozenset(["5d41402abc4b-2a76b971"]))
    assert [result["baselineState"] for result in run(known)["results"]] == ["unchanged", "new"]


def test_brackets_of_a_document_make_no_link():
    finding = replace(AUDIT.findings[0], message="“[1](javascript:x)” is no link")
    report = replace(REPORT, releases=(Release("a.txt", replace(AUDIT, findings=(finding,))),))
    assert run(report)["results"][0]["message"]["text"].startswith("“\\[1\\](javascript:x)”")


@pytest.mark.parametrize(
    ("path", "uri"), [("a b.txt", "a%20b.txt"), ("q3/ü.htm", "q3/%C3%BC.htm"), ("c:d.txt", "c%3Ad.txt")]
)
def test_path_is_a_relative_reference(path, uri):
    assert run(replace(REPORT, releases=(Release(path, EMPTY),)))["artifacts"][0]["location"]["uri"] == uri
