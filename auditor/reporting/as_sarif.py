"""SARIF 2.1.0, which code hosts and editors show beside the lines of a file.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html. A finding is a result; the cells it is held against
are its related locations, linked from its message; a waiver is a suppression.
"""

from __future__ import annotations

from urllib.parse import quote

from auditor.model.finding import Evidence, Finding
from auditor.model.source import Document, Span
from auditor.reporting.as_json import Object, dump
from auditor.reporting.report import Release, Report, RuleCard
from auditor.reporting.wording import accepted, extent, place

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MOST_RELATED = 100  # related locations of one result; longer sums name their first parts


def render(report: Report) -> str:
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report)]})


def _run(report: Report) -> Object:
    rules = [report.rules[key] for key in sorted(report.rules)]
    order = {card.id: index for index, card in enumerate(rules)}
    return {
        "tool": {
            "driver": {
                "name": "auditor",
                "version": report.version,
                "semanticVersion": report.version,
                "shortDescription": {"text": "Ties every number of an earnings release to its tables."},
                "rules": [_rule(card) for card in rules],
                "properties": {"rules": report.digest},
            }
        },
        "invocations": [_invocation(report)],
        "artifacts": [_artifact(release) for release in report.releases],
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(report, release, index, finding, order)
            for index, release in enumerate(report.releases)
            for finding in release.audit.findings
        ],
    }


def _rule(card: RuleCard) -> Object:
    why = card.why or card.summary
    return {
        "id": card.id,
        "name": card.name,
        "shortDescription": {"text": card.summary},
        "fullDescription": {"text": why},
        "help": {"text": f"{card.summary}\n\n{why}\n\nauditor explain {card.id}"},
        "defaultConfiguration": {"level": card.level},
    }


def _invocation(report: Report) -> Object:
    notes = [
        {
            "level": "error",
            "message": {"text": failure.message},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(failure.path)}}}],
        }
        for failure in report.failures
    ]
    done: Object = {"executionSuccessful": not notes}
    return {**done, "toolExecutionNotifications": notes} if notes else done


def _artifact(release: Release) -> Object:
    document = release.audit.document
    found: Object = {"location": {"uri": _uri(release.path)}, "roles": ["analysisTarget"]}
    return {**found, "hashes": {"sha-256": document.sha256}} if document.sha256 else found


def _result(report: Report, release: Release, index: int, finding: Finding, order: dict[str, int]) -> Object:
    document = release.audit.document
    where = {"uri": _uri(release.path), "index": index}
    related = finding.evidence[:MOST_RELATED]
    result: Object = {
        "ruleId": finding.rule,
        "level": finding.level,
        "kind": "fail",
        "message": {"text": _message(finding)},
        "locations": [
            {"physicalLocation": {"artifactLocation": where, "region": _region(document, finding.span)}},
        ],
        "relatedLocations": [_related(document, where, cell, k) for k, cell in enumerate(related, 1)],
        "fingerprints": {"auditor/v1": finding.fingerprint},
        "partialFingerprints": {"place/v1": finding.fingerprint.split("-")[0]},
        "properties": {"id": finding.id, "expected": finding.expected, "actual": finding.actual},
    }
    if finding.rule in order:
        result["ruleIndex"] = order[finding.rule]
    if report.baseline is not None:
        result["baselineState"] = "unchanged" if finding.fingerprint in report.baseline else "new"
    result["suppressions"] = _suppressions(report, release, finding)
    return result


def _message(finding: Finding) -> str:
    """The finding in words; each cell that it rests on is a link to its related location."""
    lines = [_plain(finding.message)]
    if finding.working and finding.working not in finding.message:
        lines += [_plain(line) for line in finding.working.splitlines()]
    lines += [f"[{_plain(place(cell))}]({k})" for k, cell in enumerate(finding.evidence[:MOST_RELATED], 1)]
    if finding.cause:
        lines.append(_plain(f"Probable cause: {finding.cause}"))
    return "\n".join(lines)


def _plain(text: str) -> str:
    """Text in which SARIF reads no link."""
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _related(document: Document, where: Object, cell: Evidence, number: int) -> Object:
    if cell.document is not None:
        physical: Object = {
            "artifactLocation": {"uri": _uri(cell.document)},
            "region": {"startLine": max(1, cell.line)},
        }
    else:
        physical = {"artifactLocation": where, "region": _region(document, cell.span)}
    return {"id": number, "physicalLocation": physical, "message": {"text": _plain(place(cell))}}


def _region(document: Document, span: Span) -> Object:
    line, column, last, end = extent(document, span)
    return {
        "startLine": line,
        "startColumn": column,
        "endLine": last,
        "endColumn": end,
        "snippet": {"text": document.slice(span)},
    }


def _suppressions(report: Report, release: Release, finding: Finding) -> list[Object]:
    if finding.waived is None:
        return []
    waiver = report.waivers.get((release.path, finding.id))
    by = f" ({accepted(waiver)})" if waiver else ""
    return [{"kind": "external", "status": "accepted", "justification": f"{finding.waived}{by}"}]


def _uri(path: str) -> str:
    """A path as a relative reference: a first segment with a colon would be taken for a scheme."""
    found = quote(path)
    return f"./{found}" if ":" in found.split("/")[0] else found
