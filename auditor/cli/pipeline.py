"""Files in, audits out: what the commands share. One bad file never keeps the others from being audited."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from auditor.cli.terminal import complain
from auditor.errors import AuditorError
from auditor.model.source import Document
from auditor.reporting.report import Release, Report

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


def each(names: Iterable[str]) -> Iterator[tuple[str, Document | None]]:
    """Each FILE with its document, or with None after a line that says why it could not be read."""
    for name in names:
        try:
            yield name, read(name)
        except AuditorError as error:
            complain(str(error))
            yield name, None
