"""The headings over the columns of a fixed-width table: which texts of a line are one, and how far each reaches.

Where the columns are tight, one blank parts two headings as it parts two words: what stands below, over the same
columns and how the words stand over them tell the one from the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from auditor.frozen import dataclass
from auditor.reading.columns import Band, Placed, place
from auditor.reading.datalines import PERIOD
from auditor.reading.heads import STROKE, heading_texts, strokes
from auditor.reading.lines import Line
from auditor.reading.regions import Region


@dataclass(frozen=True, slots=True)
class Piece:
    """A cell of one line before rows are put together: columns counted from 0 (the labels)."""

    column: int
    start: int
    end: int
    colspan: int = 1
    value: bool = False


def underlined(lines: Sequence[Line], region: Region, bands: Sequence[Band]) -> list[tuple[int, int]]:
    """The strokes of the last rule line above the figures, where it underlines the heading of each column."""
    for k in range(region.data - 1, min(region.data + 2, region.end)):
        found = [(m.start(), m.end()) for m in STROKE.finditer(lines[k].text)] if lines[k].kind == "rule" else []
        if len(found) == len(bands) > 1 and all(b.overlap(*s) > 0 for b, s in zip(bands, found, strict=True)):
            return found
    return []


def headings(
    lines: Sequence[Line], k: int, region: Region, bands: Sequence[Band], columns: Sequence[tuple[int, int]]
) -> list[Piece]:
    """The headings of one line of the head of a table, each over its columns; `columns` are what is `underlined`."""
    line = lines[k]
    if not line.segments and line.indent < bands[0].left - 20:
        return []
    below = strokes(lines, k)
    texts: list[tuple[int, int]] = []
    for text in heading_texts(line, bands):
        parts = [text] if _whole_over(text, below, columns) else _by_strokes(line.text, text, columns)
        if parts == [text] and not _whole_over(text, below, [(b.left, b.right) for b in bands]):
            parts = _by_columns(lines, k, text, region, bands)
        texts += parts
    texts = [part for text in texts for part in _parted(line.text, text, bands)]
    placed = place(texts, bands, below, all(_SPANNING.search(line.text, *text) for text in texts))
    placed = _above_own(lines, k, region, bands, placed)
    return [Piece(p.first + 1, p.start, p.end, p.last - p.first + 1) for p in placed]


def _above_own(
    lines: Sequence[Line], k: int, region: Region, bands: Sequence[Band], placed: list[Placed]
) -> list[Placed]:
    """Headings right above the middle of one of the next line, and above no other, are of its column: `Percent` above
    `Change`, though both stand to the left of the figures."""
    if k + 1 >= region.data or len(placed) == len(bands) or lines[k + 1].kind not in ("row", "columns"):
        return placed
    under = place(heading_texts(lines[k + 1], bands), bands, strokes(lines, k + 1))
    if len(under) != len(bands):
        return placed
    found: list[Placed] = []
    for p in placed:
        over = [q for q in under if q.start < p.end and p.start < q.end]
        others = [c for o in placed if o is not p for c in range(o.first, o.last + 1)]
        middle = len(over) == 1 and abs(p.start + p.end - over[0].start - over[0].end) <= _SEVERAL
        own = over[0] if middle and over[0].first not in others else None
        found.append(Placed(p.start, p.end, own.first, own.last, p.cost) if own is not None else p)
    return found


def reaching(line: Line, pieces: list[Piece], over: Line, above: Sequence[Piece], bands: Sequence[Band]) -> list[Piece]:
    """The headings of a line as far as they reach, given those of the line above, `over`."""
    return _units_under(line, _days_under(line, pieces, above), over, above, bands)


def _by_columns(
    lines: Sequence[Line], k: int, text: tuple[int, int], region: Region, bands: Sequence[Band]
) -> list[tuple[int, int]]:
    """A heading text parted between the columns that it stands over, where its words stand over these alike (all end,
    begin or have their middle with the figures) and no heading below tells the columns apart: `GAAP Adjusted`."""
    over = [b for b in bands if b.overlap(*text) > 0]
    line = lines[k].text
    if len(over) < _SEVERAL or all(_PERIOD_WORD.fullmatch(word) for word in line[text[0] : text[1]].split()):
        return [text]
    words = [(text[0] + m.start(), text[0] + m.end()) for m in _PRINTED.finditer(line[text[0] : text[1]])]
    below = next((lines[j] for j in range(k + 1, region.data) if _told_apart(lines[j], over)), None)
    own = _own_words(below, over) if below is not None else []
    told = below is not None and not own
    parts = _shared_out(words, own or over)
    if parts is None or any(line.count("(", *p) != line.count(")", *p) for p in parts):
        return [text]
    if told and len(over) < _SURE:
        return [text]
    pairs = list(zip(parts, over, strict=True))
    slack = 1 if told else 2
    right = all(min(abs(p[1] - b.right), abs(p[1] - b.edge)) <= slack for p, b in pairs)
    left = all(abs(p[0] - b.left) <= slack for p, b in pairs)
    middle = all(abs(p[0] + p[1] - b.left - b.right) <= 2 * slack for p, b in pairs)
    each = below is not None and not told and all(_stands_over(p, b) for p, b in pairs)
    return parts if right or left or middle or each else [text]


def _stands_over(part: tuple[int, int], band: Band) -> bool:
    """Whether a heading ends, begins or has its middle where the figures of its column do, or nearly so."""
    ends = min(abs(part[1] - band.right), abs(part[1] - band.edge), abs(part[0] - band.left))
    return ends <= _NEARLY or abs(part[0] + part[1] - band.left - band.right) <= 2 * _NEARLY


def _shared_out(words: Sequence[tuple[int, int]], over: Sequence[Band]) -> list[tuple[int, int]] | None:
    """The words shared out between columns, so as to stand over these as well as can be; None where there are too few
    or a part reaches over two columns' figures."""
    if len(words) < len(over):
        return None
    best: dict[int, tuple[float, list[tuple[int, int]]]] = {0: (0.0, [])}
    for band in over:
        found: dict[int, tuple[float, list[tuple[int, int]]]] = {}
        for at, (cost, parts) in best.items():
            for end in range(at + 1, len(words) + 1):
                part = words[at][0], words[end - 1][1]
                worse = cost + abs(part[0] + part[1] - band.left - band.right) / 2
                if end not in found or worse < found[end][0]:
                    found[end] = worse, [*parts, part]
        best = found
    if len(words) not in best:
        return None
    parts = best[len(words)][1]
    beyond = any(p[1] > after.left for p, after in zip(parts, over[1:], strict=False))
    before = any(p[0] < ahead.right for p, ahead in zip(parts[1:], over, strict=False))
    return None if beyond or before else parts


def _own_words(below: Line, over: Sequence[Band]) -> list[Band]:
    """Where the headings of these columns go on below, each with words of its own that are no period; else none."""
    found = [(s.start, s.end) for s in below.segments]
    own = [[t for t in found if band.overlap(*t) > 0] for band in over]
    if any(len(texts) != 1 for texts in own) or len({texts[0] for texts in own}) < len(over):
        return []
    words = [below.text[a:b] for ((a, b),) in own]
    if any(PERIOD.search(word) or word.isdigit() for word in words):
        return []
    return [Band(start, end, end) for ((start, end),) in own]


def _told_apart(line: Line, over: Sequence[Band]) -> bool:
    """Whether texts of a line of the head stand over some of these columns."""
    if line.kind not in ("row", "columns", "text"):
        return False
    found = [(s.start, s.end) for s in line.segments] or [(line.indent, line.end)]
    return any(b.overlap(*text) > 0 for b in over for text in found)


def _days_under(line: Line, pieces: list[Piece], above: Sequence[Piece]) -> list[Piece]:
    """Days without a year reach as far as the headings right above them: `June 30,` under `Three Months Ended`."""
    if len(pieces) != len(above) or not all(_MONTH_DAY.fullmatch(line.text[p.start : p.end]) for p in pieces):
        return pieces
    pairs = list(zip(pieces, above, strict=True))
    if any(p.column < a.column or p.column + p.colspan > a.column + a.colspan for p, a in pairs):
        return pieces
    return [Piece(a.column, p.start, p.end, a.colspan) for p, a in pairs]


def _units_under(
    line: Line, pieces: list[Piece], over: Line, above: Sequence[Piece], bands: Sequence[Band]
) -> list[Piece]:
    """The units in brackets are those of all columns where they stand alone under years, or in the middle of all:
    `(in thousands)` under `2004  2003`."""
    if len(pieces) != 1 or not _ALL_UNITS.match(line.text, pieces[0].start, pieces[0].end):
        return pieces
    years = len(above) > 1 and all(_DATE_LIKE.fullmatch(over.text[p.start : p.end]) for p in above)
    apart = abs(pieces[0].start + pieces[0].end - bands[0].left - bands[-1].right) / 2
    if not years and not (apart <= _MIDDLE and len(bands) > _SEVERAL):
        return pieces
    return [Piece(1, pieces[0].start, pieces[0].end, len(bands))]


_ALL_UNITS = re.compile(r"\(.*\b(?:thousands|millions|billions|dollars|unaudited)\b", re.I)
_DATE_LIKE = re.compile(
    r"[A-Z][A-Za-z]{2,8}\.? \d{1,2},? (?:19|20)\d\d\*?|[A-Z][A-Za-z]{2,8}\.? \d{1,2},?"
    r"|[A-Z][A-Za-z]{2,8}\.? (?:19|20)\d\d\*?|(?:19|20)\d\d\*?"
    r"|\d{1,2}/\d{1,2}/(?:\d\d){1,2}|Q[1-4] ?'?\d{2,4}|[1-4]Q ?'?\d{2,4}|Quarter|Month|Year|Ended|Change|Actual|Total|%"
)
_MONTH_DAY = re.compile(r"[A-Z][A-Za-z]{2,8}\.? \d{1,2},?")

_PERIOD_WORD = re.compile(
    r"(?:\d{1,2},?|(?:19|20)\d\d|one|two|three|four|six|nine|twelve|thirteen|fourteen|months?|weeks?|quarters?|years?|"
    r"first|second|third|fourth|fiscal|full|half|ended|ending|to|date|as|of|at|the|for|periods?|and|"
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?,?)",
    re.I,
)
_SPANNING = re.compile(r"(?:months?|weeks?|quarters?|years?)\s+(?:to\s+date|ended|ending)$", re.I)
_LENGTH = re.compile(r"\b(?:months?|weeks?|quarters?|years?|half)\b", re.I)
_DATED = re.compile(r"\b(?:19|20)\d\d\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.I)
_SEVERAL, _SURE, _MIDDLE, _NEARLY = 2, 3, 6, 2
_PRINTED = re.compile(r"\S+")
_WORDS, _DIGITS = re.compile(r"[A-Za-z]+\.?"), re.compile(r"\d+")


def _by_strokes(line: str, text: tuple[int, int], columns: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """A heading text parted between columns of which each has its own stroke, where the parts stand over these alike:
    all at their right, all at their left, or all in their middle."""
    over = [c for c in columns if c[0] < text[1] and text[0] < c[1]]
    if len(over) < _SEVERAL:
        return [text]
    words = [(text[0] + m.start(), text[0] + m.end()) for m in _PRINTED.finditer(line[text[0] : text[1]])]
    parts: list[tuple[int, int]] = []
    for start, end in over:
        own = [w for w in words if start - 1 <= w[0] and w[1] <= end + 1]
        parts += [(own[0][0], own[-1][1])] if own else []
    if len(parts) < len(over) or sum(len(line[a:b].split()) for a, b in parts) != len(words):
        return [text]
    pairs = list(zip(parts, over, strict=True))
    if not _whole_periods([line[a:b] for a, b in parts]):
        return [text]
    right = all(abs(p[1] - c[1]) <= 1 for p, c in pairs)
    left = all(abs(p[0] - c[0]) <= 1 for p, c in pairs)
    middle = all(abs(p[0] + p[1] - c[0] - c[1]) <= 2 for p, c in pairs)
    return parts if right or left or middle else [text]


def _whole_periods(parts: Sequence[str]) -> bool:
    """Whether parts of a heading that speaks of nothing but periods are each a whole one: `Quarter`, `Six Months`, no
    `Twelve Month` beside `Periods Ended`, nor a length beside the day that it ends on."""
    if not all(_PERIOD_WORD.fullmatch(word) for part in parts for word in part.split()):
        return True
    lengths = [_LENGTH.search(part) is not None for part in parts]
    dated = [_DATED.search(part) is not None for part in parts]
    return all(a or b for a, b in zip(lengths, dated, strict=True)) and (all(lengths) or not any(lengths))


def _whole_over(text: tuple[int, int], below: Sequence[tuple[int, int]], columns: Sequence[tuple[int, int]]) -> bool:
    """Whether one stroke right below underlines all of a heading, over several columns."""
    for start, end in below:
        over = [c for c in columns if c[0] < end and start < c[1]]
        if start < text[1] and text[0] < end and len(over) >= _SEVERAL:
            return not any(s < text[1] and text[0] < e for s, e in below if (s, e) != (start, end))
    return False


def _parted(line: str, text: tuple[int, int], bands: Sequence[Band]) -> list[tuple[int, int]]:
    """A heading text parted where it is several headings with one blank between: `Jun 30, Mar 31, Jun 30,`."""
    start, end = text
    over = [b for b in bands if b.overlap(start, end) > 0]
    if len(over) < 2:
        return [text]
    parts = [(start + m.start(), start + m.end()) for m in _DATE_LIKE.finditer(line[start:end])]
    covered = "".join(line[a:b] for a, b in parts)
    if len(parts) < 2 or len(parts) > len(over) + 1 or covered.replace(" ", "") != line[start:end].replace(" ", ""):
        return [text]
    if len(parts) == 2 and _MONTH_DAY.fullmatch(line[parts[0][0] : parts[0][1]]) and not line[parts[1][0]].isdigit():
        return parts
    if len(parts) == 2 and line[parts[0][0] : parts[0][1]].isdigit() and _MONTH_DAY.match(line, *parts[1]):
        return parts  # "2024 September 30,"
    shapes = {_WORDS.sub("a", _DIGITS.sub("9", line[a:b])) for a, b in parts}
    same = len({line[a:b] for a, b in parts}) == 1 or "9" in next(iter(shapes))
    return parts if len(shapes) == 1 and same else [text]
