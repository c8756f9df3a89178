"""Reports written to files, `--output FORMAT=PATH`."""

from __future__ import annotations

import os
from pathlib import Path

from auditor.cli.paths import STANDARD_INPUT
from auditor.errors import SettingsError


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
