"""`auditor diff`: two drafts of one release compared."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from auditor.cli.outputs import writable, write
from auditor.cli.paths import STANDARD_INPUT, shown
from auditor.cli.pipeline import read
from auditor.cli.settings import Means, means
from auditor.cli.status import FINDINGS, FINE
from auditor.cli.terminal import put, style_of
from auditor.cli.waivers import accepted
from auditor.errors import SettingsError
from auditor.model.draft import Comparison
from auditor.reporting.drafts import Drafts, drafts_reporter
from auditor.reporting.report import Release, Report
from auditor.reporting.summary import LEVELS

if TYPE_CHECKING:
    from auditor.comparing import Draft


def diff(options: argparse.Namespace) -> int:
    names = [options.old, options.new]
    if names.count(STANDARD_INPUT) > 1:
        raise SettingsError("auditor diff: standard input (“-”) can be read once only")
    writable([path for _, path in options.output], names)
    given = means(options, names)
    drafts = Drafts(shown(options.old), shown(options.new), _compared(options, given), given.rules.digest)
    put(drafts_reporter(options.format, style_of(sys.stdout))(drafts))
    for name, path in options.output:
        write(path, drafts_reporter(name)(drafts))
    return FINE if options.exit_zero else status(drafts.comparison, given.settings.fail_on)


def _compared(options: argparse.Namespace, given: Means) -> Comparison:
    from auditor.comparing import compare

    old, new = (_draft(name, given) for name in (options.old, options.new))
    return compare(old, new, given.rules, given.words)


def _draft(name: str, given: Means) -> Draft:
    """A draft with its accepted findings marked."""
    from auditor.comparing import Draft
    from auditor.engine import weigh

    audit, context = weigh(read(name), given.rules, given.words, calendar=given.settings.calendar)
    (release,) = accepted(Report((Release(shown(name), audit),)), given.settings).releases
    return Draft(release.audit, context)


def status(comparison: Comparison, fail_on: str) -> int:
    loud = LEVELS[: LEVELS.index(fail_on) + 1] if fail_on != "never" else ()
    if comparison.left and fail_on != "never":
        return FINDINGS
    return FINDINGS if any(f.level in loud and f.waived is None for f in comparison.fresh) else FINE
