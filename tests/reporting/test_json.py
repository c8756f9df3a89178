"""JSON keeps to its schema and to the contract's words."""

import json
from dataclasses import replace

import jsonschema
import pytest
from hand_made import AUDIT, BROKEN, EMPTY, REPORT, TEXT, WAIVED

from auditor.reporting import reporter, schema
from auditor.reporting.report import Release, Report

render = reporter("json")


@pytest.mark.parametrize("audit", [AUDIT, EMPTY])
def test_keeps_to_the_schema(audit):
    report = replace(REPORT, releases=(Release("a/b.txt", audit),))
    jsonschema.Draft202012Validator(schema()).validate(json.loads(render(report)))


@pytest.mark.parametrize("report", [WAIVED, BROKEN])
def test_waivers_and_failures_keep_to_the_schema(report):
    jsonschema.Draft202012Validator(schema()).validate(json.loads(render(report)))


def test_what_became_of_waivers_and_unread_files():
    waivers = json.loads(render(WAIVED))["waivers"]
    assert [(w["state"], w["path"], w["finding"]) for w in waivers] == [
        ("used", "brook.txt", "f1"),
        ("unused", None, None),
    ]
    assert waivers[0]["expires"] == "2026-02-01"
    assert json.loads(render(WAIVED))["documents"][0]["summary"]["waived"] == 1
    assert json.loads(render(BROKEN))["failures"] == [
        {"path": "scan.pdf", "message": "scan.pdf: holds pictures of pages, no text"}
    ]


def test_schema_is_itself_valid_and_refuses_what_the_contract_does_not_name():
    jsonschema.Draft202012Validator.check_schema(schema())
    broken = json.loads(render(REPORT))
    broken["documents"][0]["claims"][0]["value"] = 12
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, schema())


def test_same_audit_gives_the_same_bytes():
    assert render(REPORT) == render(REPORT)


def test_summary_counts_claims_checks_and_numerals():
    (document,) = json.loads(render(REPORT))["documents"]
    assert document["summary"] == {
        "claims": 5,
        "agrees": 2,
        "disagrees": 1,
        "unsupported": 2,
        "checks": 2,
        "failed": 1,
        "waived": 0,
        "numerals": {"claim": 5, "table": 6, "date": 1, "identifier": 0, "other": 0, "unread": 1},
    }


def test_claim_in_full():
    claim = json.loads(render(REPORT))["documents"][0]["claims"][0]
    assert claim == {
        "id": "c1",
        "span": {"start": TEXT.index("12%"), "end": TEXT.index("12%") + 3, "line": 3, "column": 14},
        "sentence": {
            "text": "Revenue grew 12% to $112.0 million from $103.0 million.",
            "start": TEXT.index("Revenue"),
        },
        "quote": "12%",
        "value": "12",
        "unit": "percent",
        "kind": "change-percent",
        "measure": "revenue",
        "period": "2025-07-01/2025-09-30",
        "base": "2024-07-01/2024-09-30",
        "direction": "up",
        "hedge": None,
        "outlook": False,
        "verdict": "disagrees",
        "how": None,
        "working": "112.0 / 103.0 - 1 = 8.7%",
        "evidence": [
            {"table": "t1", "row": "Revenue", "column": "Q3 2025", "text": "112.0", "value": "112000000.0", "line": 8},
            {"table": "t1", "row": "Revenue", "column": "Q3 2024", "text": "103.0", "value": "103000000.0", "line": 8},
        ],
    }


def test_quote_stands_where_its_sentence_says():
    for claim in json.loads(render(REPORT))["documents"][0]["claims"]:
        sentence, span = claim["sentence"], claim["span"]
        at = span["start"] - sentence["start"]
        assert sentence["text"][at : span["end"] - sentence["start"]] == claim["quote"]


def test_finding_names_claim_cause_and_cells():
    first, second = json.loads(render(REPORT))["documents"][0]["findings"]
    assert (first["claim"], first["cause"], first["waived"]) == ("c1", "the percentage of another line", None)
    assert second["claim"] is None
    assert [cell["text"] for cell in second["evidence"]] == ["103.0", "75.0", "28.0"]


def test_no_release_is_still_a_report():
    assert json.loads(render(Report(())))["documents"] == []
