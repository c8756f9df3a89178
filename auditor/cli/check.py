"""`auditor check`: audits releases, prints the findings, writes the reports asked for."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from auditor.cli.pipeline import STANDARD_INPUT, report_on
from auditor.cli.status import BROKEN, FINDINGS, FINE, UNCOVERED
from auditor.cli.terminal import complain, put, style_of
from auditor.errors import SettingsError
from auditor.model.source import Document
from auditor.reporting import reporter
from auditor.reporting.report import Report
from auditor.reporting.summary import LEVELS, summarise


def check(options: argparse.Namespace) -> int:
    for _, path in options.output:
        writable(path, options.files)
    report, unread = report_on(options.files, options.rules, options.select, options.ignore)
    partial = [name for release in report.releases if (name := gap(release.path, release.audit.document))]
    if report.releases or options.format == "json":  # an empty list is still JSON
        put(reporter(options.format, style_of(sys.stdout))(report))
    for line in partial:
        complain(line)
    for name, path in options.output:
        write(path, reporter(name)(report))
    return status(report, options, bool(unread), bool(partial))


def status(report: Report, options: argparse.Namespace, unread: bool, partial: bool) -> int:
    """What could not be read outweighs what was found; --exit-zero forgives all but an unreadable file."""
    if unread:
        return BROKEN
    if options.exit_zero:
        return FINE
    if partial:
        return BROKEN
    counts = [summarise(release.audit) for release in report.releases]
    if options.fail_on != "never":
        loud = LEVELS[: LEVELS.index(options.fail_on) + 1]
        if any(summary.levels[level] for summary in counts for level in loud):
            return FINDINGS
    if options.min_coverage is not None:
        covered = [summary.coverage for summary in counts if summary.coverage is not None]
        if any(coverage < options.min_coverage for coverage in covered):
            return UNCOVERED
    return FINE


def gap(path: str, document: Document) -> str | None:
    """The line about a document that lacks one of the two sides of an audit; what it has was audited all the same."""
    if not any(True for _ in document.grids):
        return f"{path}: no table was found, so no figure of its prose can be tied to one"
    if not any(paragraph.kind in ("prose", "bullet") for paragraph in document.paragraphs):
        return f"{path}: no prose was found, so only its tables were audited"
    return None


def writable(path: Path, files: list[str]) -> None:
    """Raises SettingsError before a long audit whose report could not be written, or would overwrite a release."""
    if path.is_dir():
        raise SettingsError(f"{path}: is a folder; name the file that the report is to be written to")
    if not path.parent.is_dir():
        raise SettingsError(f"{path}: there is no folder “{path.parent}” to write the report to")
    if any(
        name != STANDARD_INPUT and os.path.exists(name) and path.exists() and os.path.samefile(name, path)
        for name in files
    ):
        raise SettingsError(f"{path}: is the release itself; choose another place for the report")


def write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as error:
        raise SettingsError(f"{path}: the report cannot be written: {error.strerror}") from error
