"""`auditor check`: audits releases, prints the findings, writes the reports asked for."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from typing import cast

from auditor.cli.against import figures_of
from auditor.cli.copies import COPIES, copyable, write_copy
from auditor.cli.outputs import writable, write
from auditor.cli.pipeline import report_on
from auditor.cli.settings import Means, means
from auditor.cli.status import BROKEN, FINDINGS, FINE, UNCOVERED
from auditor.cli.terminal import complain, put, style_of
from auditor.cli.waivers import accepted
from auditor.cli.watch import watch
from auditor.model.finding import Level
from auditor.model.source import Document
from auditor.reporting import reporter
from auditor.reporting.report import Report
from auditor.reporting.summary import LEVELS, summarise
from auditor.reporting.wording import stale
from auditor.settings.shape import Settings


def check(options: argparse.Namespace) -> int:
    writable([path for _, path in options.output], options.files)
    for name, path in options.output:
        if name in COPIES:
            copyable(name, path, options.files)
    given = means(options, options.files)
    given = replace(given, published=figures_of(options.against, given.words) if options.against else ())
    if options.watch:
        return watch(options.files, lambda: audited(options, given))
    return audited(options, given)


def audited(options: argparse.Namespace, given: Means) -> int:
    """One audit of all files: prints and writes what was asked for, gives the exit status."""
    settings = given.settings
    report = accepted(report_on(options.files, given), settings)
    report = replace(report, failing=failing(settings.fail_on))
    partial = [name for release in report.releases if (name := gap(release.path, release.audit.document))]
    if report.releases or options.format != "text":  # machines want a report of nothing, too
        put(reporter(options.format, style_of(sys.stdout))(report))
    for line in [*partial, *filter(None, map(stale, report.acceptances))]:
        complain(line)
    for name, path in options.output:
        if name in COPIES:
            write_copy(name, path, options.files, report)
        else:
            write(path, reporter(name)(report))
    return FINE if options.exit_zero and not report.failures else status(report, settings, bool(partial))


def failing(level: str) -> tuple[Level, ...]:
    """The levels at or above `level`, the value of --fail-on."""
    return () if level == "never" else tuple(LEVELS[: [*LEVELS].index(cast(Level, level)) + 1])


def status(report: Report, settings: Settings, partial: bool) -> int:
    """What could not be read outweighs what was found."""
    if report.failures or partial:
        return BROKEN
    if any(report.fails(finding) for release in report.releases for finding in release.audit.findings):
        return FINDINGS
    if settings.strict_waivers and any(acceptance.state != "used" for acceptance in report.acceptances):
        return FINDINGS
    if settings.min_coverage is not None:
        counts = [summarise(release.audit) for release in report.releases]
        covered = [summary.coverage for summary in counts if summary.coverage is not None]
        if any(coverage < settings.min_coverage for coverage in covered):
            return UNCOVERED
    return FINE


def gap(path: str, document: Document) -> str | None:
    """The line about a document that lacks one of the two sides of an audit; what it has was audited all the same."""
    if not any(True for _ in document.grids):
        return f"{path}: no table was found, so no figure of its prose can be tied to one"
    if not any(paragraph.kind in ("prose", "bullet") for paragraph in document.paragraphs):
        return f"{path}: no prose was found, so only its tables were audited"
    return None
