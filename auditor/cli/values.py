"""Values of arguments; a mistake is answered with what was probably meant."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from auditor.errors import suggestion


def one_of(what: str, choices: Sequence[str]) -> Callable[[str], str]:
    """An argument type: one of `choices`, a mistake answered with the nearest of them."""

    def chosen(value: str) -> str:
        if value in choices:
            return value
        hint = suggestion(value, choices) or f", choose from {', '.join(choices)}"
        raise argparse.ArgumentTypeError(f"unknown {what} “{value}”{hint}")

    return chosen


def those(names: Sequence[str]) -> str:
    """What there is, where something else was asked for."""
    if len(names) < 2:
        return f"there is only {names[0]}" if names else "there is none"
    return f"there are {names[0]} to {names[-1]}"


def output(value: str, formats: Sequence[str]) -> tuple[str, Path]:
    """`html=report.html` as (format, path)."""
    name, equals, path = value.partition("=")
    if not equals or not path:
        raise argparse.ArgumentTypeError(f"“{value}” is not of the form FORMAT=PATH, as in html=report.html")
    return one_of("format", formats)(name), Path(path)


def day(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{value}” is not a day such as 2026-03-31") from None


def whole(text: str, least: int) -> int:
    """A whole number of at least `least`."""
    if not text.isdecimal() or int(text) < least:
        raise argparse.ArgumentTypeError(f"“{text}” is not a whole number of at least {least}")
    return int(text)


def percent(value: str) -> Decimal:
    try:
        number = Decimal(value.removesuffix("%"))
    except InvalidOperation:
        number = Decimal(-1)
    if not number.is_finite() or not 0 <= number <= 100:
        raise argparse.ArgumentTypeError(f"“{value}” is not a percentage from 0 to 100")
    return number
