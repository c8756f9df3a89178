"""`auditor demo`: the sample release that ships with the program, audited."""

from __future__ import annotations

import argparse
import sys

from auditor.cli.outputs import writable, write
from auditor.cli.pipeline import report_on
from auditor.cli.settings import Means, rules_of, words_of
from auditor.cli.status import FINE
from auditor.cli.terminal import complain, put, style_of
from auditor.reporting import reporter
from auditor.reporting.report import Report
from auditor.resources import PACKAGE
from auditor.settings.shape import Settings

SAMPLE = PACKAGE / "demo" / "halden-ridge-2025q3.txt"


def demo(options: argparse.Namespace) -> int:
    if options.html:
        writable([options.html], [])
    report = demo_report()
    put(reporter(options.format, style_of(sys.stdout))(report))
    if options.html:
        write(options.html, reporter("html")(report))
        complain(f"The report stands in {options.html}: open it in a browser.")
    return FINE


def demo_report() -> Report:
    """The audit of the sample release; its path is shown as the bare name wherever the program is installed."""
    settings = Settings()
    given = Means(settings, rules_of(settings), words_of(settings))
    return report_on([str(SAMPLE)], given, shown=lambda _: SAMPLE.name)
