"""Tables that only lay out prose are taken apart; the others become grids, without the prose before and after them.

One-row tables of a bullet, or of a footnote mark, and its text become bullets and footnotes.
"""

from __future__ import annotations

import re

from auditor.frozen import dataclass
from auditor.model.source import ParagraphKind
from auditor.reading.gridding import Layout, lay_out, text_of
from auditor.reading.raw import Fixed, Item, PageBreak, Piece, RawCell, RawTable, unmarked
from auditor.reading.values import is_number, is_only_marks, is_value

LONG = 160  # a text longer than this is prose, not a label
SENTENCE = 70
VALUE_CELLS = 3  # that lay out one value: `$`, the figure, `)`
BULLETS = "•·●▪◦‣■□○◾◼►▶➢❖✓✔§Øo–—-*\uf0b7\uf0a7\uf0d8\uf02d\uf0fc\uf076"

_BULLET = re.compile(rf"[{re.escape(BULLETS)}]|\(?(?:\d{{1,2}}|[a-zA-Z]|[ivx]{{1,4}})[.)]")
NOTE = re.compile(r"(?:\u200b|\(\d{1,2}\)\s|\([a-z]\)\s|\*{1,3}\s?(?=[A-Z])|[†‡]\s?)")


_PAIR, _FEW, _LABEL = 2, 3, 60  # cells of a row; rows, and characters of a label, of a table of what is told of each
_COMPARING = re.compile(r"\d.*(?:\b(?:compared\s+(?:to|with)|versus|vs\.?|excluding)\s|;\s*[($\d])", re.I | re.S)


@dataclass(frozen=True, slots=True)
class Listed:
    """A paragraph whose kind its table tells."""

    text: str
    kind: ParagraphKind


Part = Piece | PageBreak | Layout | Fixed | Listed


def flatten(items: list[Item]) -> list[Part]:
    """Items with layout tables taken apart, and data tables laid out."""
    out: list[Part] = []
    work: list[Item | Part] = list(reversed(items))
    while work:
        item = work.pop()
        if isinstance(item, RawTable):
            work.extend(reversed(_table(item)))
        else:
            out.append(item)
    return out


def _table(table: RawTable) -> list[Item | Part]:
    """A data table as a layout, with the prose before and after it; a layout table as what it holds."""
    rows = [[c for c in row if c.items] for row in table.rows]
    if any(_nested(cell, len(row) > 1) for row in rows for cell in row):
        return [item for row in rows for cell in row for item in cell.items]
    widest = max((len(row) for row in rows), default=0)
    if widest <= 1:
        return [item for row in rows for cell in row for item in cell.items]
    first = last = None
    for r, row in enumerate(rows):
        if len(row) > 1 and not _listed(row):
            first = r if first is None else first
            last = r
    if first is None or last is None:
        return [piece for row in rows for piece in _list_row(row)]
    if _is_prose(rows):
        return [piece for row in rows for piece in _list_row(row)]
    if _is_told(rows):
        return [piece for row in rows for piece in _told_row(row)]
    while first > 0 and not (rows[first - 1] and _is_long(rows[first - 1])):
        first -= 1
    while last + 1 < len(rows) and not _is_note(rows[last + 1]):
        last += 1
    before = [piece for row in rows[:first] for piece in _list_row(row)]
    after = [piece for row in rows[last + 1 :] for piece in _list_row(row)]
    layout = lay_out(RawTable(table.rows[first : last + 1]))
    middle: list[Item | Part] = [layout] if layout.rows else []
    return [*before, *middle, *after]


def _nested(cell: RawCell, beside: bool) -> bool:
    """Whether a cell holds a table of several rows, or one row of it alone, or fixed text. `beside`: others stand
    beside the cell, so that a table of one row in it only lays out its value."""
    for item in cell.items:
        if isinstance(item, Fixed):
            return True
        if isinstance(item, RawTable):
            printed = [sum(bool(c.items) for c in row) for row in item.rows]
            value = beside and sum(count > 0 for count in printed) == 1 and max(printed) <= VALUE_CELLS
            if sum(printed) > 1 and not value:
                return True
    return False


def _listed(row: list[RawCell]) -> bool:
    """A bullet or a footnote mark with its text."""
    if len(row) != 2:
        return False
    mark = text_of(row[0])
    if len(mark) > 12:
        return False
    text, mark = text_of(row[1]), unmarked(mark)
    if not mark or is_only_marks(mark):
        return not is_value(text)
    return (
        len(mark) < 6 and _BULLET.fullmatch(mark) is not None and not is_value(text) and (len(text) > 25 or " " in text)
    )


def _list_row(row: list[RawCell]) -> list[Item | Part]:
    if not row:
        return []
    if not _listed(row):
        return [item for cell in row for item in cell.items]
    mark = text_of(row[0])
    kind: ParagraphKind = "bullet"
    if is_only_marks(unmarked(mark)) or not unmarked(mark):
        kind = "footnote"
    rest = [item for item in row[1].items if isinstance(item, Piece)]
    lead, *others = rest or [Piece(text_of(row[1]))]
    return [Listed(f"{mark} {lead.text}", kind), *(Listed(o.text, kind) for o in others)]


def _is_long(row: list[RawCell]) -> bool:
    return len(row) == 1 and len(text_of(row[0])) > LONG


def _is_note(row: list[RawCell]) -> bool:
    """A row after the figures that is a footnote or prose."""
    if not row:
        return False
    if _listed(row):
        return True
    text = text_of(row[0])
    return len(row) == 1 and (
        len(text) > LONG or NOTE.match(text) is not None or (len(text) > SENTENCE and text.endswith("."))
    )


def _is_told(rows: list[list[RawCell]]) -> bool:
    """A table of labels and of what is told of each in words: "Gross margin | 68.2% compared to 68.8%"."""
    pairs = [row for row in rows if len(row) == _PAIR]
    if len(pairs) < _FEW or any(len(row) > _PAIR for row in rows):
        return False
    told = [_COMPARING.search(text) is not None for row in pairs if not is_value(text := text_of(row[1]))]
    labels = (text_of(row[0]) for row in pairs)
    return sum(told) * 2 >= len(pairs) and all(len(label) <= _LABEL and label[:1].isalpha() for label in labels)


def _told_row(row: list[RawCell]) -> list[Item | Part]:
    if len(row) != _PAIR:
        return _list_row(row)
    return [Listed(f"{text_of(row[0])} {text_of(row[1])}", "bullet")]


def _is_prose(rows: list[list[RawCell]]) -> bool:
    """A table that lays out text: few figures, long texts."""
    figures = long = 0
    for row in rows:
        for cell in row:
            text = text_of(cell)
            if len(text) > SENTENCE and (len(text) > LONG or text.endswith((".", ":", ";"))):
                long += 1
            elif len(text) < 40 and is_number(unmarked(text)):
                figures += 1
    return long > 0 and figures < 2 * long and figures < 6
