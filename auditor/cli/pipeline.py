"""Files in, audits out: what the commands share. One bad file never keeps the others from being audited."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from auditor import load_document, load_vocabulary, read_document
from auditor.cli.terminal import complain, report_fault, watched
from auditor.errors import AuditorError, SettingsError
from auditor.model.fact import Table
from auditor.model.finding import Audit
from auditor.model.source import Document
from auditor.reporting.report import Failure, Release, Report, RuleCard

if TYPE_CHECKING:
    from auditor.rulebook import Context, Rulebook

STANDARD_INPUT = "-"


def shown(name: str) -> str:
    """A path as reports show it: as given, but never absolute, so that reports of two machines are equal."""
    if name == STANDARD_INPUT:
        return "(standard input)"
    if not os.path.isabs(name):
        return Path(name).as_posix()
    try:
        return Path(name).relative_to(Path.cwd()).as_posix()
    except ValueError:
        return Path(name).name


def read(name: str) -> Document:
    """The document that a FILE argument names. Raises ReadingError."""
    if name != STANDARD_INPUT:
        return load_document(Path(name))
    return read_document(sys.stdin.buffer.read(), shown(name))


def understood(document: Document) -> tuple[Table, ...]:
    from auditor.tables import understand

    return understand(document, load_vocabulary()).tables


def audited(name: str, packs: Sequence[Path]) -> Audit:
    from auditor.engine import audit

    return audit(read(name), rulebook(packs), load_vocabulary())


def weighed(name: str, packs: Sequence[Path]) -> tuple[Audit, Context]:
    """An audit together with the figures that each of its claims may rest on."""
    from auditor.engine import weigh

    return weigh(read(name), rulebook(packs), load_vocabulary())


def rulebook(packs: Sequence[Path], select: Sequence[str] = (), ignore: Sequence[str] = ()) -> Rulebook:
    """The rules in force: the built-in packs and `packs`, chosen by id or name. Raises RuleError, SettingsError."""
    from auditor.rulebook import load

    return load(packs).chosen(select, ignore)


def report_on(
    names: Sequence[str],
    packs: Sequence[Path],
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    shown: Callable[[str], str] = shown,
) -> Report:
    """The audits of all files that could be read; those that could not are its failures, each told of at once."""
    from auditor.engine import audit

    if names.count(STANDARD_INPUT) > 1:
        raise SettingsError("auditor check: standard input (“-”) can be read once only")
    rules, words = rulebook(packs, select, ignore), load_vocabulary()
    releases, failed = [], []
    for name in watched(names):
        try:
            releases.append(Release(shown(name), audit(read(name), rules, words)))
        except AuditorError as error:
            complain(str(error))
            failed.append(Failure(shown(name), str(error).replace(name, shown(name))))
        except Exception as fault:  # a fault of the program in one release must not cost the audit of the others
            report_fault(shown(name), fault)
            failed.append(Failure(shown(name), f"{shown(name)}: the program failed ({type(fault).__name__})"))
    cards = {rule.id: RuleCard(rule.id, rule.name, rule.level, rule.summary, rule.why) for rule in rules.rules}
    return Report(tuple(releases), rules.digest, cards, failures=tuple(failed))
