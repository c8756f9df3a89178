"""`auditor rules new`, `kinds`, `functions` and `schema`: what helps to write a rule."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from auditor.cli.status import FINE
from auditor.cli.terminal import complain, put
from auditor.errors import SettingsError, suggestion
from auditor.reporting.as_json import dump
from auditor.rulebook.authoring import functions_listed, kinds_listed, schema, template

ACTIONS = ("new", "kinds", "functions", "schema")
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+")
_OWN = re.compile(r"^id:\s*H(\d+)", re.M)


def author(options: argparse.Namespace) -> int:
    """What the words after `auditor rules` ask for. Raises SettingsError."""
    action, *rest = options.action
    if action not in ACTIONS:
        there = f"; there is {', '.join(ACTIONS)}, and “auditor explain RULE” shows a rule"
        raise SettingsError(f"auditor rules: there is no “{action}”{suggestion(action, ACTIONS) or there}")
    if action == "new":
        return _new(rest, options.to)
    if rest:
        raise SettingsError(f"auditor rules {action}: nothing more is expected, but “{rest[0]}” stands there")
    put(kinds_listed() if action == "kinds" else functions_listed() if action == "functions" else dump(schema()))
    return FINE


def _new(rest: list[str], folder: Path) -> int:
    """Writes a rule file to start from, and says what to do next."""
    if len(rest) != 1 or not _NAME.fullmatch(rest[0]):
        given = f", not “{' '.join(rest)}”" if rest else ""
        raise SettingsError(
            f"auditor rules new: a rule is named after the fault it finds, in small words joined by hyphens{given}: "
            "auditor rules new cash-below-covenant"
        )
    path = folder / f"{rest[0]}.yaml"
    if path.exists():
        raise SettingsError(f"{path.as_posix()}: there is such a rule already; choose another name")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(template(rest[0], _free_number(folder)), encoding="utf-8", newline="\n")
    except OSError as fault:
        raise SettingsError(f"{path.as_posix()}: cannot be written: {fault.strerror or fault}") from fault
    put(f"{path.as_posix()}\n")
    complain(f"It is a rule that works; change it step by step, and run: auditor test {folder.as_posix()}")
    return FINE


def _free_number(folder: Path) -> str:
    """The next number of a house rule, after those of the folder."""
    taken = [int(n) for path in folder.glob("*.yaml") for n in _OWN.findall(path.read_text("utf-8", "replace"))]
    return f"H{max(taken, default=0) + 1:03}"
