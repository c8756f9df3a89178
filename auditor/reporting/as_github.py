"""Workflow commands of GitHub Actions: each finding stands beside its line in the pull request.

`::error file=a.txt,line=24,col=25::message`. The host shows ten of each kind, so the worst come first.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.model.finding import Finding
from auditor.reporting.report import Release, Report
from auditor.reporting.style import safe
from auditor.reporting.summary import LEVELS, summarise, verdict
from auditor.reporting.wording import extent, place, stale

COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def render(report: Report) -> str:
    return "".join(f"{line}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    for failure in report.failures:
        yield command("error", failure.message, file=failure.path, title="not audited")
    found = [(release, finding) for release in report.releases for finding in release.audit.findings]
    for release, finding in sorted(found, key=lambda pair: (pair[1].waived is not None, LEVELS.index(pair[1].level))):
        yield _finding(release, finding)
    for acceptance in report.acceptances:
        if line := stale(acceptance):
            yield command("warning", line, title=f"waiver {acceptance.state}")
    for release in report.releases:
        yield command("notice", verdict(summarise(release.audit)), file=release.path, title="audited")


def _finding(release: Release, finding: Finding) -> str:
    line, column, last, end = extent(release.audit.document, finding.span)
    title = f"{finding.rule} {finding.name}"
    message = [finding.message]
    if finding.working and finding.working not in finding.message:
        message.append(finding.working)
    message += [place(cell) for cell in finding.evidence]
    message += [f"cause: {finding.cause}"] if finding.cause else []
    waived = finding.waived is not None
    if waived:
        message.append(f"waived: {finding.waived}")
    columns = {"col": column, "endColumn": end} if last == line else {}  # columns of one line only are understood
    return command(
        "notice" if waived else COMMANDS[finding.level], "\n".join(message),
        file=release.path, line=line, endLine=last, **columns, title=f"waived: {title}" if waived else title,
    )  # fmt: skip


def command(name: str, message: str, **properties: str | int) -> str:
    """A workflow command; what would end a property or a message is escaped as the runner asks."""
    said = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {said}::{_data(message)}"


def _data(text: str) -> str:
    text = "\n".join(safe(line) for line in text.split("\n"))
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
