"""JSON, as scripts and continuous integration read it; `audit.schema.json` beside this file describes it.

The same input and rules give the same bytes: no clock time, no absolute path, keys in a fixed order.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from auditor.model.claim import Claim
from auditor.model.fact import Fact
from auditor.model.finding import Audit, Evidence, Finding
from auditor.model.period import Period
from auditor.model.quantity import plain
from auditor.model.source import Document, Span
from auditor.model.waiver import Acceptance
from auditor.reporting.report import Failure, Release, Report
from auditor.reporting.summary import judgement, summarise

Object = dict[str, Any]


def render(report: Report) -> str:
    return dump(
        {
            "version": 1,
            "tool": {"name": "auditor", "version": report.version, "rules": report.digest},
            "documents": [release_object(release) for release in report.releases],
            "failures": [failure_object(failure) for failure in report.failures],
            "waivers": [acceptance_object(acceptance) for acceptance in report.acceptances],
        }
    )


def dump(value: Object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def release_object(release: Release) -> Object:
    audit = release.audit
    return {
        "path": release.path,
        "sha256": audit.document.sha256,
        "title": audit.document.title,
        "summary": summary_object(audit),
        "claims": [claim_object(audit, claim) for claim in audit.claims],
        "findings": [finding_object(audit, finding) for finding in audit.findings],
    }


def summary_object(audit: Audit) -> Object:
    counts = summarise(audit)
    return {
        "claims": counts.claims,
        "agrees": counts.agrees,
        "disagrees": counts.disagrees,
        "unsupported": counts.unsupported,
        "checks": counts.checks,
        "failed": counts.failed,
        "waived": counts.waived,
        "numerals": dict(counts.numerals),
    }


def claim_object(audit: Audit, claim: Claim) -> Object:
    judged = judgement(audit, claim)
    document = audit.document
    return {
        "id": claim.id,
        "span": span_object(document, claim.span),
        "sentence": {"text": document.slice(claim.sentence), "start": claim.sentence.start},
        "quote": claim.quote,
        "value": plain(claim.quantity.value),
        "unit": claim.quantity.unit,
        "kind": claim.kind,
        "measure": None if claim.measure is None else str(claim.measure),
        "period": period_text(claim.period),
        "base": period_text(claim.base),
        "direction": claim.direction,
        "hedge": claim.hedge,
        "outlook": claim.outlook,
        "verdict": judged.verdict,
        "how": judged.how,
        "working": judged.working,
        "evidence": evidence_list(judged.evidence),
    }


def finding_object(audit: Audit, finding: Finding) -> Object:
    return {
        "id": finding.id,
        "rule": finding.rule,
        "name": finding.name,
        "level": finding.level,
        "message": finding.message,
        "claim": finding.claim,
        "span": span_object(audit.document, finding.span),
        "expected": finding.expected,
        "actual": finding.actual,
        "working": finding.working,
        "evidence": evidence_list(finding.evidence),
        "cause": finding.cause,
        "fingerprint": finding.fingerprint,
        "waived": finding.waived,
    }


def failure_object(failure: Failure) -> Object:
    return {"path": failure.path, "message": failure.message}


def acceptance_object(acceptance: Acceptance) -> Object:
    waiver = acceptance.waiver
    return {
        "fingerprint": waiver.fingerprint,
        "state": acceptance.state,
        "reason": waiver.reason,
        "owner": waiver.owner,
        "date": waiver.date.isoformat(),
        "expires": None if waiver.expires is None else waiver.expires.isoformat(),
        "path": acceptance.release or None,
        "finding": acceptance.finding or None,
    }


def evidence_list(places: Iterable[Evidence]) -> list[Object]:
    return [evidence_object(place) for place in places]


def evidence_object(place: Evidence) -> Object:
    found: Object = {
        "table": place.table or None,
        "row": place.row,
        "column": place.column,
        "text": place.text,
        "value": amount(place.value),
        "line": place.line,
    }
    return found if place.document is None else {**found, "document": place.document}


def fact_object(fact: Fact) -> Object:
    return {
        "table": fact.table,
        "row": fact.label,
        "column": fact.header,
        "text": fact.text,
        "value": plain(fact.quantity.value),
        "unit": fact.quantity.unit,
        "period": period_text(fact.period),
        "measure": None if fact.measure is None else str(fact.measure),
        "line": fact.line,
    }


def span_object(document: Document, span: Span) -> Object:
    line, column = document.position(span.start)
    return {"start": span.start, "end": span.end, "line": line, "column": column}


def period_text(period: Period | None) -> str | None:
    return None if period is None else str(period)


def amount(value: Decimal | None) -> str | None:
    return None if value is None else plain(value)
