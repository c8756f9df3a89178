"""Waivers and a baseline held against the findings of a run. Pure: today's date is handed in."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath

from auditor.errors import SettingsError
from auditor.model.finding import Finding
from auditor.model.waiver import Acceptance, Waiver
from auditor.reporting.report import Release, Report

KNOWN = "known from the baseline"


def accept(
    report: Report, waivers: Sequence[Waiver] = (), today: date | None = None, baseline: frozenset[str] | None = None
) -> Report:
    """The report with the findings that waivers or the baseline cover marked as waived, and with what became of each
    waiver. A waiver about a document that the run did not look at is left out."""
    covering = {w.fingerprint: w for w in waivers if not _expired(w, today)}
    releases = tuple(_waived(release, covering, baseline or frozenset()) for release in report.releases)
    found = replace(report, releases=releases, baseline=baseline)
    return replace(found, acceptances=tuple(_acceptances(found, waivers, today)))


def _expired(waiver: Waiver, today: date | None) -> bool:
    return waiver.expires is not None and today is not None and today > waiver.expires


def _waived(release: Release, covering: Mapping[str, Waiver], baseline: frozenset[str]) -> Release:
    findings = tuple(_marked(finding, covering, baseline) for finding in release.audit.findings)
    return replace(release, audit=replace(release.audit, findings=findings))


def _marked(finding: Finding, covering: Mapping[str, Waiver], baseline: frozenset[str]) -> Finding:
    waiver = covering.get(finding.fingerprint)
    if waiver is not None:
        return replace(finding, waived=waiver.reason)
    return replace(finding, waived=KNOWN) if finding.fingerprint in baseline else finding


def _acceptances(report: Report, waivers: Sequence[Waiver], today: date | None) -> Iterator[Acceptance]:
    places = [(release.path, finding) for release in report.releases for finding in release.audit.findings]
    for waiver in waivers:
        covered = [(path, f) for path, f in places if f.fingerprint == waiver.fingerprint]
        there = _place(waiver.fingerprint)
        moved = [(path, f) for path, f in places if f.waived is None and _place(f.fingerprint) == there]
        expired = _expired(waiver, today)
        if covered:
            for path, finding in covered:
                yield Acceptance(waiver, "expired" if expired else "used", path, finding.id)
        elif moved and not expired:
            yield Acceptance(waiver, "void", moved[0][0], moved[0][1].id)
        elif _concerned(waiver, report):
            yield Acceptance(waiver, "expired" if expired else "unused")


def _place(fingerprint: str) -> str:
    return fingerprint.split("-")[0]


def _concerned(waiver: Waiver, report: Report) -> bool:
    """Whether the run looked at the document of a waiver, by the name of its file wherever that stands."""
    name = PurePosixPath(waiver.document).name
    return not name or any(PurePosixPath(release.path).name == name for release in report.releases)


def read_baseline(text: str, path: str) -> frozenset[str]:
    """The fingerprints of a JSON report, `auditor check --output json=PATH`. Raises SettingsError."""
    try:
        data = json.loads(text)
        return frozenset(f["fingerprint"] for document in data["documents"] for f in document["findings"])
    except (ValueError, KeyError, TypeError) as fault:
        how = f"write it with “auditor check FILE... --output json={path}”"
        raise SettingsError(f"{path}: the baseline is no JSON report of auditor; {how}") from fault
