"""Subjects of the statements: a column, the two balance sheets around a period, a line that counts shares."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.rulebook.context import Context, Subject


def each(context: Context, of: tuple[str, ...], rest: frozenset[str]) -> Iterator[Subject]:
    yield from ()


def roll_forwards(context: Context, of: tuple[str, ...], rest: frozenset[str]) -> Iterator[Subject]:
    yield from ()


def share_lines(context: Context, of: tuple[str, ...], rest: frozenset[str]) -> Iterator[Subject]:
    yield from ()
