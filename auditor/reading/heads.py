"""The head of a fixed-width table: the lines above its first figures that stand over its columns, and no titles."""

from __future__ import annotations

import re
from collections.abc import Sequence

from auditor.reading import notes
from auditor.reading.columns import Band, place
from auditor.reading.datalines import PERIOD, heads, holds_data
from auditor.reading.lines import Line

_HEADING_WORDS = re.compile(
    r"\b(?:change|percent|actual|pro ?forma|restated|reported|adjust(?:ed|ments?)|gaap|total|unaudited|audited|amount|"
    r"favorable|increase|variance|budget|average|balance|yield|rate|interest|%|\$)(?:\b|$)|%",
    re.I,
)
_COMPANY = re.compile(
    r"(?:,\s+inc|\b(?:corp|corporation|company|incorporated|limited))\.?(?:\s+and\s+subsidiaries)?$", re.I
)
_TITLE = re.compile(r"\b(?:statements?\s+of|balance\s+sheets?)\b", re.I)
STROKE = re.compile(r"[-=_–—─═]{3,}")
_BULLET = re.compile(r"\s*(?:--|[•·●▪*])\s{1,6}[A-Za-z]\S*(?: \S+){4}")  # of prose: five words apart by one blank
_HIGH = 24  # lines above the first figures that may be headings of columns
BLANKS = 3  # more blank lines than these end a table


def head_of(
    lines: Sequence[Line], first: int, floor: int, bands: tuple[Band, ...], tagged: bool
) -> tuple[int, int] | None:
    """The highest line of column headings above the first figures, and the line after the lowest; None without any."""
    top, data, blanks, k = -1, -1, 0, first - 1
    apart = False  # whether a blank line parts what follows from the headings already found
    while k >= floor and first - k <= _HIGH:
        line = lines[k]
        if tagged and (line.kind == "furniture" or line.kind == "break" and "TABLE" not in line.tag):
            k -= 1  # a page ends within the tags of the table
            continue
        if line.kind in ("break", "furniture", "pipe") or _BULLET.match(line.text):
            break
        if line.kind == "blank":
            blanks += 1
            if blanks > BLANKS - (top >= 0):
                break
        elif line.kind not in ("rule", "double-rule", "tag"):
            apart = top >= 0 and (apart or blanks > 0)
            if _over_columns(lines, k, bands, apart, top >= 0):
                top, data, apart = k, data if data >= 0 else k + 1, False
            elif holds_data(lines, k) or line.end > bands[0].edge and not _group_heading(lines, k, bands):
                break
            blanks = 0
        k -= 1
    return (top, data) if top >= 0 else None


def _group_heading(lines: Sequence[Line], k: int, bands: tuple[Band, ...]) -> bool:
    """Whether a long line directly below column headings heads the first rows: `Three months ended June 30, 2003`."""
    above = lines[k - 1] if k else lines[k]
    told = PERIOD.search(lines[k].words) or notes.LINE.match(lines[k].words)
    if lines[k].kind != "text" or lines[k].indent >= 8 and not told:
        return False
    return heads(above) and _over_columns(lines, k - 1, bands, False)


def _over_columns(lines: Sequence[Line], k: int, bands: tuple[Band, ...], apart: bool, headed: bool = False) -> bool:
    """Whether the texts of a line stand over the value columns, as headings do and titles do not. `headed`: headings
    were found below it already, over which a note of units is one of all columns, and no heading of a single one."""
    line = lines[k]
    texts = heading_texts(line, bands)
    if not texts:
        return False
    placed = place(texts, bands, strokes(lines, k))
    if not placed:
        return False
    words = line.words
    period = PERIOD.search(words) is not None
    if len(texts) == 1 and not line.segments:
        if headed and placed[0].first == placed[0].last < len(bands) - 1 and notes.SCALED.search(words):
            return False
        return _heading_alone(line, texts[0], placed[0].cost, bands, period, apart)
    return sum(p.cost for p in placed) / len(placed) <= (12 if period else 8)


def _heading_alone(
    line: Line, text: tuple[int, int], cost: float, bands: tuple[Band, ...], period: bool, apart: bool
) -> bool:
    """A single text above the figures: a heading stands over columns, a title in the middle of the page."""
    if line.indent < min(24, bands[0].left - 6):
        return False
    if text[0] < bands[0].left - 20 and not period:
        return False
    if not period and _COMPANY.search(line.words):
        return False
    centre = (text[0] + text[1]) / 2
    titled = min(abs(centre - page) for page in (36, 40, bands[-1].right / 2))
    if notes.LINE.match(line.words) and (apart or cost > titled):
        return False
    if apart and not period and (_TITLE.search(line.words) or not _HEADING_WORDS.search(line.words)):
        return False
    return cost <= (10 if period else 5) and (cost <= titled + (4 if period else 0) or cost < 2)


def heading_texts(line: Line, bands: Sequence[Band]) -> list[tuple[int, int]]:
    """The texts of a heading line that stand over columns rather than over the labels."""
    if not line.segments:
        found = [(line.indent, line.end)]
    else:
        found = [(s.start, s.end) for s in line.segments]
    edge = bands[0].left
    if line.segments and len(found) > 1 and found[0][1] <= edge and found[0][0] < min(24, edge - 8):
        found = found[1:]
    return found if _one_each(found, bands) else [t for t in found if t[1] > edge - 2]


def _one_each(texts: Sequence[tuple[int, int]], bands: Sequence[Band]) -> bool:
    """Whether each column has one of the texts over it or, where its cells are wide and its figures stand on their
    right, a little before it."""
    if len(texts) != len(bands) or len(bands) < 2:
        return False
    wide = min(b.right - a.right for a, b in zip(bands, bands[1:], strict=False))
    return all(b.right - wide < t[1] <= b.right + 2 for t, b in zip(texts, bands, strict=True))


def strokes(lines: Sequence[Line], k: int) -> list[tuple[int, int]]:
    """The strokes of the rule line directly below line `k`, if one stands there."""
    if k + 1 >= len(lines) or lines[k + 1].kind == "blank":
        return []
    return [(m.start(), m.end()) for m in STROKE.finditer(lines[k + 1].text)]
