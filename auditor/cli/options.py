"""Options that several commands share."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from auditor.cli.values import one_of, output
from auditor.model.choices import FAIL_ON, PROFILES


def waivers(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--waivers",
        type=Path,
        metavar="FILE",
        help="the file of accepted findings (default: auditor-waivers.toml, where there is one)",
    )


def settings(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--settings",
        type=Path,
        metavar="FILE",
        help="the settings file (default: the nearest auditor.toml, or pyproject.toml with [tool.auditor])",
    )


def rules(command: argparse.ArgumentParser) -> None:
    """A command that knows rules knows settings, too."""
    settings(command)
    command.add_argument(
        "--rules",
        type=Path,
        action="append",
        default=[],
        metavar="PATH",
        help="a further rule pack, a file or a folder; may be repeated",
    )
    command.add_argument(
        "--profile",
        type=one_of("profile", PROFILES),
        metavar="PROFILE",
        help=f"the values that rules start from: {', '.join(PROFILES)} (default: standard)",
    )


def against(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--against",
        action="append",
        default=[],
        metavar="FILE",
        help="a release or filing published before, or company facts of the SEC (JSON); may be repeated",
    )


def formats(command: argparse.ArgumentParser, known: Sequence[str]) -> None:
    """In which format to print."""
    command.add_argument(
        "--format",
        type=one_of("format", known),
        default="text",
        metavar="FORMAT",
        help=f"of what is printed: {', '.join(known)} (default: text)",
    )


def outputs(command: argparse.ArgumentParser, known: Sequence[str], what: str) -> None:
    """Which files to write beside."""
    command.add_argument(
        "--output",
        type=partial(output, formats=known),
        action="append",
        default=[],
        metavar="FORMAT=PATH",
        help=f"also writes {what}; may be repeated",
    )


def selection(command: argparse.ArgumentParser) -> None:
    for option, what in (("--select", "only"), ("--ignore", "not")):
        command.add_argument(
            option, action="append", default=[], metavar="RULE", help=f"{what} this rule; may be repeated"
        )


def fail_on(command: argparse.ArgumentParser, what: str) -> None:
    command.add_argument(
        "--fail-on",
        type=one_of("level", FAIL_ON),
        metavar="LEVEL",
        help=f"the lowest level{what} that gives exit status 1: {', '.join(FAIL_ON)} (default: error)",
    )
    command.add_argument("--exit-zero", action="store_true", help="exit status 0 whatever was found")
