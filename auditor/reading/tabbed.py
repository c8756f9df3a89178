"""Paragraphs that tabs part into columns: a run of them that prints figures is a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.reading.raw import Item, Look, Piece, RawCell, RawTable, unmarked
from auditor.reading.values import VALUES, is_number, sort_of

FEWEST_ROWS = 2  # with figures
_HEADING, _HEADINGS = 70, 4  # characters of a heading between rows; lines that are looked through for the next row


@dataclass(slots=True)
class Tabbed:
    """A paragraph with tabs in it."""

    text: str
    look: Look


def as_tables(items: Sequence[Item | Tabbed]) -> list[Item]:
    """Items with runs of tabbed paragraphs made into tables; other tabs become spaces."""
    out: list[Item] = []
    run: list[Tabbed] = []
    for k, item in enumerate(items):
        if isinstance(item, Tabbed):
            run.append(item)
            continue
        if run and isinstance(item, Piece) and _heads_rows(item, items[k + 1 : k + 1 + _HEADINGS]):
            run.append(Tabbed(item.text, item.look))
            continue
        if run:
            out += _closed(run)
            run = []
        out.append(item)
    return [*out, *_closed(run)]


def _heads_rows(piece: Piece, below: Sequence[Item | Tabbed]) -> bool:
    """Whether a line without tabs is a heading between two rows, of which the one below, or below another such heading,
    prints a label and figures."""
    longest = _HEADING * (1 + piece.text.rstrip().endswith(":"))
    if len(piece.text) > longest or piece.text.rstrip().endswith((".", "!", "?")):
        return False
    following = below[0] if below else None
    if isinstance(following, Piece):
        return _heads_rows(following, below[1:])
    row = [part.strip() for part in following.text.split("\t")] if isinstance(following, Tabbed) else [""]
    return bool(row[0]) and _has_figures(row)


def _closed(run: Sequence[Tabbed]) -> list[Item]:
    rows = [[part.strip() for part in tabbed.text.rstrip().split("\t")] for tabbed in run]
    if sum(_has_figures(row) for row in rows) < FEWEST_ROWS:
        return [Piece(" ".join(tabbed.text.split()), tabbed.look) for tabbed in run]
    table = RawTable()
    spans = _spans(rows)
    for tabbed, row, widths in zip(run, rows, spans, strict=True):
        look = tabbed.look
        table.rows.append(
            [
                RawCell(colspan=width, items=[Piece(" ".join(text.split()), look)] if text else [])
                for text, width in zip(row, widths, strict=True)
                if width
            ]
        )
    return [table]


def _spans(rows: Sequence[Sequence[str]]) -> list[list[int]]:
    """How many columns each cell covers, none where the one before reaches over it: a heading above a full line of
    headings covers what stands empty behind it."""
    head = next((k for k, row in enumerate(rows) if any(is_number(unmarked(text)) for text in row[1:])), 0)
    columns = max(map(len, rows))
    found: list[list[int]] = []
    for k, row in enumerate(rows):
        full = any(len(below) == columns and all(below[1:]) for below in rows[k + 1 : head])
        widths = [1] * len(row)
        if k < head and full and len(row) > 1 and row[1]:
            at = 1
            for c in range(2, len(row)):
                if row[c]:
                    at = c
                else:
                    widths[at], widths[c] = widths[at] + 1, 0
            widths[at] += columns - len(row)  # tabs at the end are none
        found.append(widths)
    return found


def _has_figures(row: Sequence[str]) -> bool:
    return any(sort_of(unmarked(" ".join(text.split()))) in VALUES for text in row[1:])
