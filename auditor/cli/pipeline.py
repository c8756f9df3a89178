"""Files in, audits out: what the commands share. One bad file never keeps the others from being audited."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.cli.terminal import complain, report_fault
from auditor.errors import AuditorError, SettingsError
from auditor.model.fact import Table
from auditor.model.finding import Audit
from auditor.model.source import Document
from auditor.reporting.report import Release, Report, RuleCard
from auditor.resources import folder

if TYPE_CHECKING:
    from auditor.rulebook import Rulebook
    from auditor.vocabulary import Vocabulary

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
    from auditor.reading.door import load_document, read_document

    if name != STANDARD_INPUT:
        return load_document(Path(name))
    return read_document(sys.stdin.buffer.read(), shown(name))


def vocabulary() -> Vocabulary:
    from auditor.vocabulary import read_vocabulary

    path = folder("rules") / "vocabulary.yaml"
    return read_vocabulary(path.read_text(encoding="utf-8"), path.name)


def understood(document: Document) -> tuple[Table, ...]:
    from auditor.tables import understand

    return understand(document, vocabulary()).tables


def audited(name: str, packs: Sequence[Path]) -> Audit:
    from auditor.engine import audit

    return audit(read(name), rulebook(packs), vocabulary())


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
) -> tuple[Report, list[str]]:
    """The audits of all files that could be read, and the names of those that could not, each after its line."""
    from auditor.engine import audit

    if names.count(STANDARD_INPUT) > 1:
        raise SettingsError("auditor check: standard input (“-”) can be read once only")
    rules, words = rulebook(packs, select, ignore), vocabulary()
    releases, failed = [], []
    for name in names:
        try:
            releases.append(Release(shown(name), audit(read(name), rules, words)))
        except AuditorError as error:
            complain(str(error))
            failed.append(name)
        except Exception as fault:  # a fault of the program in one release must not cost the audit of the others
            report_fault(shown(name), fault)
            failed.append(name)
    cards = {rule.id: RuleCard(rule.id, rule.name, rule.level, rule.summary, rule.why) for rule in rules.rules}
    return Report(tuple(releases), rules.digest, cards), failed
