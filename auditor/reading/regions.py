"""Where the fixed-width tables of a text stand: runs of lines with figures, the headings above, the rule lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from auditor.frozen import dataclass
from auditor.reading.columns import Band, bands_of
from auditor.reading.datalines import PERIOD, begins_with_day, figures, heads, holds_data, leads
from auditor.reading.heads import BLANKS, head_of
from auditor.reading.labels import SPACED, LabelLine, Wrapping, continues, trails
from auditor.reading.lines import Line

_STATEMENT = re.compile(
    r"\b(?:STATEMENTS? OF [A-Z]|BALANCE SHEETS?\b)|^(?:Condensed )?Consolidated (?:Statements?|Balance)"
)
_LONGEST = 120  # characters of a section heading within a table
_PROSE_WORDS = 15


@dataclass(frozen=True, slots=True)
class Region:
    """Lines `start` to `end` (exclusive) hold one table; `data` is the first line below the column headings."""

    start: int
    data: int
    end: int
    bands: tuple[Band, ...]


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
        if not holds_data(lines, k):
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
            if blanks > BLANKS + 5 * paged:
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
    heading = head_of(lines, group[0], floor, bands, tagged)
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
        day = k == start - 1 and begins_with_day(lines[start]) and PERIOD.search(words)  # "Years ended December"
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
    led = len(line.segments) > 1 and leads(line, first)
    if first.value and not led:
        return first.start, first.start
    start, end = first.start, first.end
    for segment in line.segments[1:]:
        if segment.value or not start <= segment.end <= bands[0].left:
            break
        end = segment.end
    return start, end
