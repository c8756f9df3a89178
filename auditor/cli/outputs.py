"""Reports written to files, `--output FORMAT=PATH`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from auditor.cli.paths import STANDARD_INPUT
from auditor.errors import SettingsError


def writable(paths: Sequence[Path], files: Sequence[str]) -> None:
    """Raises SettingsError before a long audit whose reports could not be written, or would overwrite each other or a
    release, one of `files`."""
    for path in paths:
        if str(path) == STANDARD_INPUT:
            raise SettingsError("“-”: a report is written to a file; --format says what is printed")
        if path.is_dir():
            raise SettingsError(f"{path}: is a folder; name the file that the report is to be written to")
        if not path.parent.is_dir():
            raise SettingsError(f"{path}: there is no folder “{path.parent}” to write the report to")
        if any(name != STANDARD_INPUT and _same(name, path) for name in files):
            raise SettingsError(f"{path}: is the release itself; choose another place for the report")
        if paths.count(path) > 1:
            raise SettingsError(f"{path}: two reports would be written to this file; give each one of its own")


def _same(name: str, path: Path) -> bool:
    return os.path.exists(name) and path.exists() and os.path.samefile(name, path)


def write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as error:
        raise SettingsError(f"{path}: the report cannot be written: {error.strerror}") from error
