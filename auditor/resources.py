"""Where the folders that ship beside the code stand: the rule packs and the report templates.

In a checkout (also an editable install) they stand at the top of the repository; in an installed wheel they are
packed into `auditor/_data`.
"""

from __future__ import annotations

from pathlib import Path

from auditor.errors import AuditorError

PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """The shipped folder `name` (`rules` or `reports`). Raises AuditorError when the installation lacks it."""
    for home in (PACKAGE / "_data", PACKAGE.parent):
        found = home / name
        if found.is_dir():
            return found
    raise AuditorError(f"auditor: its own folder “{name}” is missing; install the package again")
