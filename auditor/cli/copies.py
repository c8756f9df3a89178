"""Annotated copies, `--output docx=COPY` and `--output pdf=COPY`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from auditor.cli.paths import STANDARD_INPUT
from auditor.cli.terminal import complain
from auditor.errors import AuditorError, SettingsError

if TYPE_CHECKING:
    from auditor.reporting.report import Report

COPIES = {"docx": "a Word file", "pdf": "a PDF"}


def copyable(kind: str, path: Path, files: list[str]) -> None:
    """Raises SettingsError before an audit of which no such copy can be made."""
    if len(files) != 1 or files[0] == STANDARD_INPUT:
        raise SettingsError(f"{path}: a copy is made of one release, {COPIES[kind]} named on the command line")


def write_copy(kind: str, path: Path, files: list[str], report: Report) -> None:
    """Writes the copy of the one release of a report; nothing where it could not be read. Raises SettingsError."""
    from auditor.reading.door import content

    for release in report.releases:
        audit = release.audit
        if audit.document.format != kind:
            raise SettingsError(f"{path}: {release.path} is not {COPIES[kind]}, so no copy of it can be annotated")
        if kind == "docx":
            from auditor.annotating.word import with_comments as annotated
        else:
            from auditor.annotating.pdf import with_notes as annotated
        try:
            data, lost = annotated(content(files[0]), audit)
        except AuditorError as fault:
            raise SettingsError(f"{path}: no copy could be made: {fault}") from fault
        _write(path, data)
        for finding in lost:
            complain(f"{path}: the number of {finding.id} was not found again; its note stands near it")


def _write(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        raise SettingsError(f"{path}: the copy cannot be written: {error.strerror}") from error
