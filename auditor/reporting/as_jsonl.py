"""JSON Lines: the JSON report with one object a line, for `grep`, `jq` and databases.

The first line tells of the run; each further one has a `type` and the object of the JSON report of that type, beside
the `document` that it belongs to.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from auditor.reporting.as_json import Object, acceptance_object, failure_object, release_object
from auditor.reporting.report import Release, Report


def render(report: Report) -> str:
    return "".join(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n" for line in lines(report))


def lines(report: Report) -> Iterator[Object]:
    yield {"type": "run", "version": 1, "tool": {"name": "auditor", "version": report.version, "rules": report.digest}}
    for release in report.releases:
        yield from _release(release)
    for failure in report.failures:
        yield {"type": "failure", **failure_object(failure)}
    for acceptance in report.acceptances:
        yield {"type": "waiver", **acceptance_object(acceptance)}


def _release(release: Release) -> Iterator[Object]:
    whole = release_object(release)
    claims, findings = whole.pop("claims"), whole.pop("findings")
    yield {"type": "document", **whole}
    for claim in claims:
        yield {"type": "claim", "document": release.path, **claim}
    for finding in findings:
        yield {"type": "finding", "document": release.path, **finding}
