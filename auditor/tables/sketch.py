"""A grid's rows told apart: header rows, headings, and rows of figures; and the header that stands over each column.

A new block of header rows in the middle of a grid switches the columns from there on. What a block leaves open (a line
of years under an earlier "Three Months Ended") stays as the block above it said.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from auditor.frozen import dataclass
from auditor.grammar.dates import SILENT, Stated, is_period, rest_of, stated
from auditor.model.source import Cell, Grid
from auditor.tables.ranges import range_in
from auditor.tables.scales import scale_in
from auditor.tables.values import figure, is_absent, is_year

Role = Literal["header", "caption", "heading", "figures", "ranges", "words"]


@dataclass(frozen=True, slots=True)
class Head:
    """The headers over the columns of a stretch of rows: printed `texts` (index 0 is the corner above the labels), the
    `latest` block's own words, and what they say of the period."""

    texts: tuple[str, ...]
    latest: tuple[str, ...]
    stated: tuple[Stated, ...]


@dataclass(frozen=True, slots=True)
class Sketch:
    """`roles` by row; `heads` and, by row, which of them governs (`head_of`); `captions` are texts above the header."""

    grid: Grid
    roles: tuple[Role, ...]
    heads: tuple[Head, ...]
    head_of: tuple[int, ...]
    captions: tuple[str, ...]
    years: frozenset[int] = frozenset()
    """Columns in which nothing but years stands, beside rows of figures: they date the rows."""
    due: frozenset[int] = frozenset()
    """Such columns of maturities, which date nothing."""

    def head(self, row: int) -> Head:
        return self.heads[self.head_of[row]]


EMPTY: tuple[Cell, ...] = ()


def sketch(grid: Grid) -> Sketch:
    """Tells the rows of a grid apart. Without a header row, `heads[0]` has empty texts."""
    rows = grid.by_row
    valued = _value_columns(grid)
    roles: list[Role] = []
    started = False
    above: tuple[Cell, ...] = ()
    for cells in rows:
        role = _role(cells, started, valued)
        if role == "figures" and not started and _days_below_months(cells, above):
            role = "header"
        above = cells
        started = started or role == "figures"
        roles.append(role)
    _settle_captions(roles)
    heads, head_of = _heads(grid, roles)
    captions = tuple(" ".join(c.text for c in rows[r]) for r, role in enumerate(roles) if role == "caption")
    years = _year_columns(grid, roles)
    due = frozenset(c for c in years for head in heads if _DUE.search(head.texts[c]))
    return Sketch(grid, tuple(roles), heads, head_of, captions, years - due, due)


def _year_columns(grid: Grid, roles: list[Role]) -> frozenset[int]:
    years: dict[int, int] = {}
    other: set[int] = set()
    for cells, role in zip(grid.by_row, roles, strict=True):
        if role != "figures":
            continue
        for c in cells:
            if c.column and is_year(c.text):
                years[c.column] = years.get(c.column, 0) + 1
            elif c.column:
                other.add(c.column)
    return frozenset(c for c, n in years.items() if n > 1 and c not in other)


def _value_columns(grid: Grid) -> frozenset[int]:
    """The columns in which figures stand."""
    found: set[int] = set()
    for c in grid.cells:
        if c.column and c.column not in found and not is_year(c.text) and figure(c.text) is not None:
            found.add(c.column)
    return frozenset(found)


def _role(cells: tuple[Cell, ...], started: bool, valued: frozenset[int]) -> Role:
    values = [c for c in cells if c.column or _printed_first(c)]
    if not values:
        return "heading"
    label = cells[0].text if cells[0].column == 0 and not _printed_first(cells[0]) else ""
    figures = [c for c in values if figure(c.text) is not None]
    if not started and figures and _heads_columns(label, values, figures):
        return "header"
    if any(not is_year(c.text) for c in figures):
        return "figures"
    if figures:
        return "figures" if label and started and not _introduces(label) and not _consecutive(figures) else "header"
    if label and all(is_absent(c.text) for c in values):
        return "figures" if started else "words"
    if label and not _introduces(label) and any(range_in(c.text) for c in values):
        return "ranges"
    if not started or not label:
        return "header"
    told = any(stated(c.text) is not SILENT and stated(c.text) != SILENT for c in values)
    placed = len(values) > 1 and all(c.column in valued for c in values)
    return "header" if told or placed else "words"


def _heads_columns(label: str, values: list[Cell], figures: list[Cell]) -> bool:
    """Whether what looks like figures in a row above all others is part of the headings: footnote marks among words,
    or lengths, "12M", "9 Months", "(84" above "days)"."""
    amounts = [c for c in figures if not is_year(c.text)]
    if amounts and all(_MARK.fullmatch(c.text) for c in amounts):
        return len(figures) < len(values)
    return not label and all(_MONTHS.fullmatch(c.text) for c in figures)


def _days_below_months(cells: tuple[Cell, ...], above: tuple[Cell, ...]) -> bool:
    """Whether the figures of a row are the days of dates whose months end the headings right above them."""
    ended = {c.column for c in above if _MONTH_END.search(c.text)}
    return all(c.column in ended and _DAY_ALONE.fullmatch(c.text) for c in cells if figure(c.text) is not None)


_MONTH_END = re.compile(r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?$", re.I)
_DAY_ALONE = re.compile(r"[12]?\d|3[01]")
_MARK, _MONTHS = re.compile(r"\(\w\)"), re.compile(r"\d{1,2} ?(?:M|months|weeks)|\(\d{2,3}", re.I)
_DUE = re.compile(r"matur|\bdue\b|expir|vintage|open", re.I)
_DAY = re.compile(
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s+\d{1,2}(?!\d)(?:,?\s+\d{4})?,?", re.I
)
_PRICED = re.compile(r"[$€£¥%]|\d,\d{3}|\.\d")


def _printed_first(cell: Cell) -> bool:
    """A figure in the column of labels, in a table without labels."""
    return not cell.column and figure(cell.text) is not None and bool(_PRICED.search(cell.text))


def _introduces(label: str) -> bool:
    """Whether a label stands beside a line of years: a unit note, a period, a word like "Year"."""
    return is_period(label) or not scale_in(label).silent or not rest_of(label)


def _consecutive(years: list[Cell]) -> bool:
    if len(years) < 2:
        return False
    printed = [int(c.text[:4]) for c in years]
    return all(abs(a - b) <= 1 for a, b in zip(printed, printed[1:], strict=False)) and len(set(printed)) > 1


def _settle_captions(roles: list[Role]) -> None:
    """Headings above the first header row are captions; between header rows they belong to the corner."""
    first = next((r for r, role in enumerate(roles) if role in ("figures", "ranges")), len(roles))
    headers = [r for r in range(first) if roles[r] == "header"]
    if not headers:
        return
    for r in range(headers[-1]):
        if roles[r] == "heading":
            roles[r] = "caption" if r < headers[0] else "header"
        elif roles[r] == "words":
            roles[r] = "header"


# ---------------------------------------------------------------------------------------------------- headers


def _heads(grid: Grid, roles: list[Role]) -> tuple[tuple[Head, ...], tuple[int, ...]]:
    empty = ("",) * grid.columns
    heads = [Head(empty, empty, (SILENT,) * grid.columns)]
    head_of: list[int] = []
    block: list[tuple[Cell, ...]] = []
    for cells, role in zip(grid.by_row, roles, strict=True):
        if role == "header":
            block.append(cells)
        elif block and role in ("figures", "ranges"):
            heads.append(_head(block, grid.columns, heads[-1]))
            block = []
        head_of.append(len(heads) - 1)
    if block:
        heads.append(_head(block, grid.columns, heads[-1]))
    return tuple(heads), tuple(head_of)


def _head(block: list[tuple[Cell, ...]], columns: int, before: Head) -> Head:
    lines = [_line(cells, columns) for cells in block]
    for line in lines:
        _spread(line, lines)
    latest = tuple(" ".join(line[c] for line in lines if line[c]) for c in range(columns))
    own = _between([stated(text) for text in latest])
    if all(s == SILENT for s in own):  # names or units alone: the periods stay
        texts = tuple(_joined(old, new) for old, new in zip(before.texts, latest, strict=True))
        return Head(texts, latest, before.stated)
    merged = tuple(s.within(old) if c else s for c, (s, old) in enumerate(zip(own, before.stated, strict=True)))
    texts = tuple(
        new if s.dated or not old else _joined(old, new) for s, old, new in zip(own, before.texts, latest, strict=True)
    )
    return Head(texts, latest, merged)


def _between(own: list[Stated]) -> tuple[Stated, ...]:
    """A column without a year between two of the same year, or right of one of the same length, is of that year."""
    for c in range(2, len(own)):
        this, left = own[c], own[c - 1]
        if this.year is not None or this.month is None or left.year is None:
            continue
        right = own[c + 1].year if c + 1 < len(own) else None
        if right in (None, left.year) and replace(this, year=left.year) == left:
            own[c] = left
    return tuple(own)


def _joined(old: str, new: str) -> str:
    return old if not new or new == old else f"{old} {new}".strip()


def _line(cells: tuple[Cell, ...], columns: int) -> list[str]:
    """The text over each column in one header row."""
    line = [""] * columns
    for cell in cells:
        if cell.colspan > 1 and (days := _days(cell.text, cell.colspan)):
            for c, text in zip(range(cell.column, columns), days, strict=False):
                line[c] = line[c] or text
            continue
        for c in range(cell.column, min(cell.column + cell.colspan, columns)):
            if c or cell.colspan == 1 or not cell.column:
                line[c] = cell.text if c == cell.column or not line[c] else line[c]
    return line


def _days(text: str, count: int) -> list[str]:
    """The days of a cell over as many columns, each with the words before the first: "Ended July 4,  June 28,"."""
    found = list(_DAY.finditer(text))
    if len(found) != count or text[found[-1].end() :].strip():
        return []
    ends = [*(m.start() for m in found[1:]), len(text)]
    lead = text[: found[0].start()]
    return [f"{lead}{text[m.start() : end].strip()}" for m, end in zip(found, ends, strict=True)]


def _spread(line: list[str], lines: list[list[str]]) -> None:
    """A length of time or a day without its year also stands over the columns beside it that have a year alone."""
    if not any(line[1:]):
        return
    for c in range(1, len(line)):
        if line[c]:
            continue
        rest = stated(" ".join(other[c] for other in lines if other[c]))
        if rest.spans or rest == SILENT or (rest.year is None and rest.month is None):
            continue
        near, column = _nearest(line, c)
        over = stated(near)
        beside = stated(" ".join(other[column] for other in lines if other[column]))
        if beside.year is None and beside.month is None:
            continue  # "Three Month" over "Change" stands over nothing else
        if over.year is None and (over.spans or (over.month is not None and rest.month is None)):
            line[c] = near


def _nearest(line: list[str], c: int) -> tuple[str, int]:
    """The text on the left and its column; at the left edge, the text on the right."""
    for k in (*range(c - 1, 0, -1), *range(c + 1, len(line))):
        if line[k]:
            return line[k], k
    return "", c
