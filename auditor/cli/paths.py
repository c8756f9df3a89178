"""Files as the command line names them."""

from __future__ import annotations

import os
from pathlib import Path

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
