"""Files in, audits out: what the commands share. One bad file never keeps the others from being audited."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from auditor import load_document, read_document
from auditor.cli.paths import STANDARD_INPUT, shown
from auditor.cli.settings import Means, in_force, means, words_of
from auditor.cli.terminal import complain, report_fault, watched
from auditor.errors import AuditorError, SettingsError
from auditor.model.fact import Table
from auditor.model.finding import Audit
from auditor.model.source import Document
from auditor.reporting.report import Failure, Release, Report, RuleCard

if TYPE_CHECKING:
    from auditor.rulebook import Context


def read(name: str) -> Document:
    """The document that a FILE argument names. Raises ReadingError."""
    if name != STANDARD_INPUT:
        return load_document(Path(name))
    return read_document(sys.stdin.buffer.read(), shown(name))


def understood(name: str, options: argparse.Namespace) -> tuple[Document, tuple[Table, ...]]:
    """A document and its tables."""
    from auditor.tables import understand

    settings = in_force(options, [name])
    document = read(name)
    return document, understand(document, words_of(settings), settings.calendar).tables


def weighed(name: str, options: argparse.Namespace) -> tuple[Audit, Context]:
    """An audit together with the figures that each of its claims may rest on."""
    from auditor.engine import weigh

    given = means(options, [name])
    return weigh(read(name), given.rules, given.words, calendar=given.settings.calendar)


def report_on(
    names: Sequence[str],
    given: Means,
    shown: Callable[[str], str] = shown,
) -> Report:
    """The audits of all files that could be read; those that could not are its failures, each told of at once."""
    if names.count(STANDARD_INPUT) > 1:
        raise SettingsError("auditor check: standard input (“-”) can be read once only")
    releases, failed = [], []
    for name in watched(names):
        try:
            releases.append(Release(shown(name), given.audit(read(name))))
        except AuditorError as error:
            complain(str(error))
            failed.append(Failure(shown(name), str(error).replace(name, shown(name))))
        except Exception as fault:  # a fault of the program in one release must not cost the audit of the others
            report_fault(shown(name), fault)
            failed.append(Failure(shown(name), f"{shown(name)}: the program failed ({type(fault).__name__})"))
    cards = {rule.id: RuleCard(rule.id, rule.name, rule.level, rule.summary, rule.why) for rule in given.rules.rules}
    return Report(tuple(releases), given.rules.digest, cards, failures=tuple(failed))
