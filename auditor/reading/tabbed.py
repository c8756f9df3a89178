"""Paragraphs that tabs part into columns: a run of them that prints figures is a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.reading.raw import Item, Look, Piece, RawCell, RawTable, unmarked
from auditor.reading.values import VALUES, sort_of

FEWEST_ROWS = 2  # with figures


@dataclass(slots=True)
class Tabbed:
    """A paragraph with tabs in it."""

    text: str
    look: Look


def as_tables(items: Sequence[Item | Tabbed]) -> list[Item]:
    """Items with runs of tabbed paragraphs made into tables; other tabs become spaces."""
    out: list[Item] = []
    run: list[Tabbed] = []
    for item in items:
        if isinstance(item, Tabbed):
            run.append(item)
            continue
        if run:
            out += _closed(run)
            run = []
        out.append(item)
    return [*out, *_closed(run)]


def _closed(run: Sequence[Tabbed]) -> list[Item]:
    rows = [[part.strip() for part in tabbed.text.rstrip().split("\t")] for tabbed in run]
    if sum(_has_figures(row) for row in rows) < FEWEST_ROWS:
        return [Piece(" ".join(tabbed.text.split()), tabbed.look) for tabbed in run]
    table = RawTable()
    for tabbed, row in zip(run, rows, strict=True):
        look = tabbed.look
        table.rows.append([RawCell(items=[Piece(" ".join(text.split()), look)] if text else []) for text in row])
    return [table]


def _has_figures(row: Sequence[str]) -> bool:
    return any(sort_of(unmarked(" ".join(text.split()))) in VALUES for text in row[1:])
