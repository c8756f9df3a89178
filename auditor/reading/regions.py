"""Where the fixed-width tables of a text stand: runs of lines with figures, the headings above, the rule lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from auditor.frozen import dataclass
from auditor.reading import notes
from auditor.reading.columns import Band, bands_of, place
from auditor.reading.labels import SPACED, LabelLine, Wrapping, continues, trails
from auditor.reading.lines import Line
from auditor.reading.tokens import Segment

PERIOD = re.compile(
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\b\.?,?\s*(?:\d{1,2}\b|\d{4}\b|$)|\b(?:months?|weeks?|quarters?|years?)\b|"
    r"\b(?:ended|ending|as of)\b|\b(?:19|20)\d\d\b|\b[1-4]?q[1-4]?\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b|"
    r"\b\d{1,2}\.\d{1,2}\.\d{4}\b",
    re.I,
)
_HEADING_WORDS = re.compile(
    r"\b(?:change|percent|actual|pro ?forma|restated|reported|adjust(?:ed|ments?)|gaap|total|unaudited|audited|amount|"
    r"favorable|increase|variance|budget|average|balance|yield|rate|interest|%|\$)(?:\b|$)|%",
    re.I,
)
_STATEMENT = re.compile(
    r"\b(?:STATEMENTS? OF [A-Z]|BALANCE SHEETS?\b)|^(?:Condensed )?Consolidated (?:Statements?|Balance)"
)
_COMPANY = re.compile(
    r"(?:,\s+inc|\b(?:corp|corporation|company|incorporated|limited))\.?(?:\s+and\s+subsidiaries)?$", re.I
)
_TITLE = re.compile(r"\b(?:statements?\s+of|balance\s+sheets?)\b", re.I)
STROKE = re.compile(r"[-=_–—─═]{3,}")
_BULLET = re.compile(r"\s*(?:--|[•·●▪*])\s{1,6}[A-Za-z]\S*(?: \S+){4}")  # of prose: five words apart by one blank
MARK = re.compile(r"(?:\([1-9]\)|\([a-z]\)|\*+)+")
_THOUSANDS = re.compile(r"\(000(?:,000)?\)")  # how a row counts, at the end of its label: `(000)`
_DAY = re.compile(r"(?:[12]?\d|3[01]),?")
_MONTH_NAME = re.compile(r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?\s*$", re.I)
_BLANKS = 3  # more blank lines than these end a table
_HIGH = 24  # lines above the first figures that may be headings of columns
_LONGEST = 120  # characters of a section heading within a table
_PROSE_WORDS = 15
_HANG = 6  # characters that the last line of a label is set in at most


@dataclass(frozen=True, slots=True)
class Region:
    """Lines `start` to `end` (exclusive) hold one table; `data` is the first line below the column headings."""

    start: int
    data: int
    end: int
    bands: tuple[Band, ...]


def figures(line: Line) -> tuple[Segment, ...]:
    """The value tokens of a row; a year, or the mark of a footnote, that leads the row stands for its label."""
    found = line.segments
    values = tuple(s for s in found if s.value)
    if len(values) > 1 and _leads(line, found[0]):
        values = values[1:]
    return values


def _leads(line: Line, first: Segment) -> bool:
    """Whether the first token of a row is its label, or the end of the one that the lines above begin: a year, a mark,
    `(000)`, what closes a bracket, the day of `Periods ended June` beside its years."""
    if not first.value:
        return False
    if first.kind == "year":
        return True
    text = line.text[first.start : first.end]
    if first.start > _HANG:
        return False
    if MARK.fullmatch(text) or _THOUSANDS.fullmatch(text) or text.endswith(")") and "(" not in text:
        return True
    return _begins_with_day(line)


def _begins_with_day(line: Line) -> bool:
    """Whether the day of a date whose month stands on the line above leads a line of years."""
    found = line.segments
    if len(found) < 2 or found[0].start > _HANG or not _DAY.fullmatch(line.text[found[0].start : found[0].end]):
        return False
    return all(s.kind == "year" for s in found[1:])


def is_data(line: Line) -> bool:
    """Whether amounts (not years, dates or footnote marks) stand apart in a line."""
    if line.kind != "row":
        return False
    found = line.segments
    if not found[-1].value and sum(s.kind == "number" for s in found) < 2:
        return False
    amounts = [s for s in figures(line) if s.kind != "year"]
    if not amounts or len(found) == 1 and line.indent < 8:
        return False
    marks = [MARK.fullmatch(line.text[s.start : s.end]) is not None for s in amounts]
    if found[0].value or found[0].start > 24:  # no label: a line of marks under the headings is no data
        return not all(s.kind == "nil" or mark for s, mark in zip(amounts, marks, strict=True))
    return not (all(marks) and any(not s.value for s in found[1:]))  # marks behind words of headings


def _holds_data(lines: Sequence[Line], k: int) -> bool:
    """Whether a line is one of figures, and not of the days of dates whose months stand right above them."""
    return is_data(lines[k]) and not (k and _days_below_months(lines[k], lines[k - 1]))


def _days_below_months(line: Line, above: Line) -> bool:
    found = [s for s in line.segments if s.value]
    if not all(_DAY.fullmatch(line.text[s.start : s.end]) for s in found):
        return False
    ends = [(above.text + " ").find(" ", s.end) for s in found]
    return bool(found) and all(end >= 0 and _MONTH_NAME.search(above.text, 0, end) for end in ends)


def heads(line: Line) -> bool:
    """Whether a line without amounts looks like headings of columns: years, periods, or words that stand apart."""
    if line.kind == "row":
        amounts = any(s.kind == "number" and not MARK.fullmatch(line.text[s.start : s.end]) for s in line.segments)
        return not amounts and (len(line.segments) > 1 or line.indent > 12)
    if line.kind != "columns":
        return False
    apart = line.segments if line.indent > 12 else line.segments[1:]
    return line.indent > 12 or any(PERIOD.search(line.text[s.start : s.end]) for s in apart)


def regions(lines: Sequence[Line]) -> list[Region]:
    """The tables of `lines`, in order, none overlapping."""
    found: list[Region] = []
    tagged = in_tags(lines)
    for group in _groups(lines):
        floor = found[-1].end if found else 0
        region = _region(lines, group, floor, tagged[group[0]])
        if region is not None:
            found.append(region)
    return found


def _groups(lines: Sequence[Line]) -> list[list[int]]:
    groups: list[list[int]] = []
    limit, edges = 0, set[int]()
    for k, line in enumerate(lines):
        if not _holds_data(lines, k):
            continue
        tokens = figures(line)
        if groups and _same_table(lines, groups[-1][-1], k, min(limit, tokens[0].edge), edges):
            groups[-1].append(k)
            limit = min(limit, tokens[0].edge)
        else:
            groups.append([k])
            limit, edges = tokens[0].edge, set()
        edges.update(t.edge for t in tokens)
    return groups


def _same_table(lines: Sequence[Line], above: int, below: int, limit: int, edges: set[int]) -> bool:
    """Whether two lines of figures belong to one table, by what stands between them. `limit` is where the first
    column of figures ends, `edges` where figures ended so far."""
    blanks, crossing, paged, headed = 0, 0, False, False
    for k in range(above + 1, below):
        line = lines[k]
        if line.kind == "blank":
            blanks += 1
            if blanks > _BLANKS + 5 * paged:
                return False
            continue
        if "TABLE>" in line.tag or line.kind == "pipe" or heads(line):
            return False
        if line.kind in ("break", "furniture"):
            paged, blanks = True, 0
            continue
        if line.kind not in ("rule", "double-rule", "tag"):
            blanks = 0
        if line.kind == "text" and _STATEMENT.search(line.words):
            return False
        headed = headed or line.kind == "text" and lines[k - 1].kind == "blank"
        if line.kind == "text" and line.end > limit:
            if paged or crossing == 2 or line.end - line.indent > _LONGEST or line.text.rstrip().endswith("."):
                return False
            crossing += 1
    tokens = figures(lines[below])
    if crossing or paged:
        return all(any(abs(t.edge - e) <= 2 for e in edges) for t in tokens)
    elsewhere = not any(abs(t.edge - e) <= 3 for t in tokens for e in edges)
    if elsewhere and (headed or lines[below].segments[0].end > limit):
        return False
    return below - above < 3 or not _prose_between(lines, above + 1, below)


def _prose_between(lines: Sequence[Line], start: int, end: int) -> bool:
    """Whether a whole paragraph of sentences stands between two lines of figures."""
    block: list[str] = []
    for k in range(start, end):
        if lines[k].kind == "text":
            block.append(lines[k].words)
            continue
        if len(block) > 1 and block[-1][-1] in ".!?" and len(" ".join(block).split()) >= _PROSE_WORDS:
            return True
        block = []
    return False


def _region(lines: Sequence[Line], group: list[int], floor: int, tagged: bool) -> Region | None:
    bands = bands_of([figures(lines[k]) for k in group])
    heading = _heading(lines, group[0], floor, bands, tagged)
    if not tagged and not _sure(lines, group, bands, heading is not None):
        return None
    start, data = heading or (group[0], group[0])
    start = _with_label(lines, start, floor, bands, heading is None)
    return Region(start, data if heading else start, _bottom(lines, group, bands) + 1, bands)


def _sure(lines: Sequence[Line], group: list[int], bands: tuple[Band, ...], headed: bool) -> bool:
    """Whether lines with figures are a table rather than numbers that happen to stand apart in prose."""
    tokens = [len(figures(lines[k])) for k in group]
    if headed:
        return len(group) > 1 or max(tokens) > 1
    if len(group) < 2:
        return max(tokens) > 2
    return sum(tokens) >= len(bands) + 2 or sum(tokens) == 2 and len(bands) == 1


def in_tags(lines: Sequence[Line]) -> list[bool]:
    """For each line whether it stands between `<TABLE>` and `</TABLE>`."""
    found: list[bool] = []
    inside = False
    for line in lines:
        if "TABLE>" in line.tag:
            inside = not line.tag.rstrip().endswith("</TABLE>")
        found.append(inside)
    return found


def _heading(
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
            if blanks > _BLANKS - (top >= 0):
                break
        elif line.kind not in ("rule", "double-rule", "tag"):
            apart = top >= 0 and (apart or blanks > 0)
            if _over_columns(lines, k, bands, apart):
                top, data, apart = k, data if data >= 0 else k + 1, False
            elif _holds_data(lines, k) or line.end > bands[0].edge and not _group_heading(lines, k, bands):
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


def _over_columns(lines: Sequence[Line], k: int, bands: tuple[Band, ...], apart: bool) -> bool:
    """Whether the texts of a line stand over the value columns, as headings do and titles do not."""
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
    return [t for t in found if t[1] > edge - 2]


def strokes(lines: Sequence[Line], k: int) -> list[tuple[int, int]]:
    """The strokes of the rule line directly below line `k`, if one stands there."""
    if k + 1 >= len(lines) or lines[k + 1].kind == "blank":
        return []
    return [(m.start(), m.end()) for m in STROKE.finditer(lines[k + 1].text)]


def _with_label(lines: Sequence[Line], start: int, floor: int, bands: tuple[Band, ...], bare: bool) -> int:
    """The start moved up over the lines that its label begins on: `(millions, except` above `shares)    2006`, or
    the first label of a table without headings."""
    top = k = start
    open_below = lines[start].words.count(")") - lines[start].words.count("(")
    while k > floor and lines[k - 1].kind == "text" and lines[k - 1].end <= bands[0].edge and start - k < 6:
        k -= 1
        words = lines[k].words
        open_below -= words.count("(") - words.count(")")
        below = _plain(lines[k + 1], k + 1)
        day = k == start - 1 and _begins_with_day(lines[start]) and PERIOD.search(words)  # "Years ended December"
        if (
            "(" in words
            and open_below == 0
            or day
            or bare
            and continues([_plain(lines[k], k)], below, None, Wrapping.UNKNOWN)
        ):
            top = k
    return top


def _plain(line: Line, k: int) -> LabelLine:
    return LabelLine(k, line.words, line.indent, line.end, False, False)


def _bottom(lines: Sequence[Line], group: list[int], bands: tuple[Band, ...]) -> int:
    """The last line: below the last figures the rest of their label and their rule lines."""
    last = group[-1]
    row = lines[last]
    label = _label_of(row, last, bands)
    k = last + 1
    spaced = len(group) >= SPACED and all(
        any(lines[k].kind == "blank" for k in range(a, b)) for a, b in zip(group, group[1:], strict=False)
    )
    while k < len(lines) and lines[k].kind == "text" and lines[k].end <= bands[0].edge:
        line = _plain(lines[k], k)
        if not spaced and (not trails([label], line, None, Wrapping.UNKNOWN) or line.indent < label.indent):
            break
        last, label = k, line
        k += 1
    blanks = 0
    while k < len(lines) and (lines[k].kind in ("rule", "double-rule") or lines[k].kind == "blank" and blanks < 1):
        if lines[k].kind == "blank":
            blanks += 1
        elif lines[k].end > bands[0].left - 4 and lines[k].indent > 2:
            last = k
        else:
            break
        k += 1
    return last


def _label_of(line: Line, index: int, bands: Sequence[Band]) -> LabelLine:
    """The label part of a row with figures: its texts before the first column."""
    start, end = label_extent(line, bands)
    return LabelLine(index, " ".join(line.text[start:end].split()), start, end, True, False)


def label_extent(line: Line, bands: Sequence[Band]) -> tuple[int, int]:
    """Where the label of a line stands; an empty extent when it has none."""
    if not line.segments:
        return line.indent, line.end
    first = line.segments[0]
    leads = len(line.segments) > 1 and _leads(line, first)
    if first.value and not leads:
        return first.start, first.start
    start, end = first.start, first.end
    for segment in line.segments[1:]:
        if segment.value or not start <= segment.end <= bands[0].left:
            break
        end = segment.end
    return start, end
