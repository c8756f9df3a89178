"""Tables of a PDF page, found by position: runs of lines whose figures stand in columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from auditor.reading import notes
from auditor.reading.datalines import PERIOD
from auditor.reading.pdf_columns import is_prose
from auditor.reading.pdf_page import TextLine, Word
from auditor.reading.raw import unmarked
from auditor.reading.values import LEFT, NIL, NUMBER, RIGHT, RULE, TEXT, VALUES, YEAR, sort_of

CELL_GAP = 0.75  # of the height of the letters: a wider gap parts two cells
NARROW_GAP = 1.15  # usual spaces: parts two values
WIDEST = 1.6  # heights of letters between words of a line of prose that is stretched to the margins,
APART = 1.7  # heights of letters from a table to the title of the next one
EVEN = 1.5  # all of them alike, none so many times another,
FEWEST_STRETCHED = 3  # and so many
FEWEST = 2  # lines with figures
LONG = 90  # characters of a line that is prose
FEW_LABELS = 3  # of rows between a header and the first figures
MOST_WRAPPED = 5  # lines of a wrapped label
UNIT_FOLLOWS = frozenset(",(-–—")
CLOSE = 1.3  # heights of letters, at most, from a line of a label to the next
MOST_LABELS = 5  # lines without figures in a row inside a table

MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
LENGTH = r"(?:(?!end)\w+\s+(?:months|weeks|quarters?|years?)|(?:quarter|year)(?=\s+end))"
TIMES = re.compile(
    rf"(?:{MONTH}\s+\d{{1,2}},\s*\d{{4}}\s*){{2,}}$|"
    rf"(?:{LENGTH}\s+ended\s*(?:{MONTH}(?:\s+\d{{1,2}},?)?\s*)?){{2,}}$",
    re.I,
)  # headings of several columns, side by side

_BULLET = re.compile(r"[•·●▪◦‣■□►▶➢❖✓✔–\uf0a7\uf0b7\uf0d8\uf0fc-]|\(?(?:\d{1,2}|[a-z])[.)]")
_WHOLE = re.compile(r"[$€£]?\(?\d{1,3}(?:,\d{3})+\)?|[$€£]\(?\d+(?:\.\d+)?\)?")  # no part of a number typed with blanks
_LEADERS = re.compile(r"\.{4,}")
_UNITS = re.compile(
    r"(?:(?:us\s+)?dollars?|dollar\s+amounts|amounts|figures|\$)\s+in\s+(?:thousands|millions|billions)\b", re.I
)
_DAY = re.compile(r"\d{1,2},")  # the rest of a date that was wrapped
_ABBREVIATED = re.compile(r"\b(?:Inc|Corp|Cos?|Bros|Ltd|etc|N\.A|L\.P|S\.A|N\.V)\.$")


@dataclass(slots=True)
class Segment:
    """Words of a line that stand together."""

    words: list[Word]
    sort: int

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def x0(self) -> float:
        return min(word.x0 for word in self.words)

    @property
    def x1(self) -> float:
        return max(word.x1 for word in self.words)  # of a wrapped heading the last word may stand further left


@dataclass(slots=True)
class CutLine:
    """A line cut into segments. `figures`: it has values beside a label, or several."""

    line: TextLine
    segments: list[Segment]
    figures: bool
    numbers: bool
    space: float

    @property
    def single(self) -> bool:
        return len(self.segments) == 1


def cut(line: TextLine, space: float) -> CutLine:
    """The line in segments: cells, if it stands in a table. `space` is the usual gap of words in heights of letters."""
    space = max(space, _stretched(line))
    runs: list[list[Word]] = []
    for word in line.words:
        if runs and not _parted(runs[-1], word, line.size, space):
            runs[-1].append(word)
        else:
            runs.append([word])
    if len(runs) > 1 and _BULLET.fullmatch(plain(runs[0])) and len(runs[0]) == 1:
        bullet = runs.pop(0)
        runs[0][:0] = bullet
    segments = [Segment(run, sort_of(plain(run))) for run in _signs_parted(runs)]
    values = [s for s in segments[1:] if s.sort in VALUES or s.sort == LEFT]
    first = segments[0].sort in (NUMBER, NIL)  # a row of years alone is a header
    numbers = any(s.sort in (NUMBER, NIL) for s in values) or (first and bool(values))
    return CutLine(line, segments, bool(values), numbers, space)


def _stretched(line: TextLine) -> float:
    """The gap of words of a line of prose that was stretched to its margins, in heights of letters; else nothing."""
    words = line.words[1:] if _BULLET.fullmatch(line.words[0].text) else line.words
    gaps = sorted(b.x0 - a.x1 for a, b in zip(words, words[1:], strict=False))
    if len(gaps) < FEWEST_STRETCHED or gaps[-1] <= CELL_GAP * line.size or gaps[0] * EVEN < gaps[-1]:
        return 0.0
    return gaps[-1] / line.size if gaps[-1] <= WIDEST * line.size and is_prose(line) else 0.0


def _signs_parted(runs: Sequence[list[Word]]) -> Iterator[list[Word]]:
    """The runs, a currency sign that stands close behind a label or a value given to the value that follows."""
    for run, following in zip(runs, [*runs[1:], []], strict=True):
        rest = _without_sign(run)
        if rest and following and sort_of(plain(_without_sign(following) or following)) in (NUMBER, NIL):
            yield rest
            yield run[-1:]
        else:
            yield run


def _without_sign(run: list[Word]) -> list[Word]:
    """A label or a value without the currency sign behind it; nothing if there is none, or it tells the unit:
    "Margin - $"."""
    if (
        len(run) > 1
        and sort_of(run[-1].text) == LEFT
        and run[-2].text[-1] not in UNIT_FOLLOWS
        and sort_of(plain(run[:-1])) in (TEXT, NUMBER, NIL)
    ):
        return run[:-1]
    return []


def plain(words: Sequence[Word]) -> str:
    return " ".join(unmarked(" ".join(word.text for word in words)).split())


def _parted(run: Sequence[Word], word: Word, size: float, space: float) -> bool:
    gap = word.x0 - run[-1].x1
    if gap > max(CELL_GAP, 1.8 * space) * size:
        return True
    if gap < NARROW_GAP * space * size:
        return gap > 0 and _ends_cell(run[-1].text, word.text)
    before, after = sort_of(unmarked(run[-1].text)), sort_of(unmarked(word.text))
    ends = before in VALUES or (before == RIGHT and len(run) > 1)
    return ends and (after in (NUMBER, YEAR, NIL) or after == LEFT) and not run[-1].text.endswith(",")


def _ends_cell(before: str, after: str) -> bool:
    """Whether a cell ends between two words a mere space apart: behind the dots that lead to a figure, or behind one
    that is whole, before the next."""
    whole = _WHOLE.fullmatch(before) is not None
    return _LEADERS.fullmatch(before) is not None or whole and (sort_of(after) == LEFT or bool(_WHOLE.fullmatch(after)))


@dataclass(slots=True)
class Region:
    """Lines `start` to `end` (exclusive) of a page are a table."""

    start: int
    end: int


def regions(lines: Sequence[CutLine], middles: Sequence[float]) -> list[Region]:
    """The tables among the lines of a page, in order. `middles`: of the page, and of what is printed between the
    margins, which may differ."""
    found: list[Region] = []
    k = 0
    while k < len(lines):
        if not lines[k].figures:
            k += 1
            continue
        end = _next_header(lines, k, _end(lines, k, middles))
        if any(line.numbers for line in lines[k:end]):
            usual = row_gap(lines[k:end])
            while end < len(lines) and lines[end].single and lines[end].line.y - lines[end - 1].line.y < 0.8 * usual:
                end += 1  # the second line of the last label
            start = _start(lines, k, end, found[-1].end if found else 0, middles)
            found.append(Region(start, end))
        k = end
    return found


def is_table(lines: Sequence[CutLine]) -> bool:
    """Whether there are figures enough for a table."""
    return sum(line.numbers for line in lines) >= FEWEST


def labels_only(lines: Sequence[CutLine], values: float) -> bool:
    """Whether the lines are a few headings of rows, left of the values."""
    return len(lines) <= FEW_LABELS and all(
        line.single and not line.figures and line.line.x1 <= values and not _is_prose(line) for line in lines
    )


def header_lines(lines: Sequence[CutLine]) -> int:
    """How many lines over the columns stand before the first figures."""
    first = next((k for k, line in enumerate(lines) if line.numbers), len(lines))
    return sum(not line.single or line.figures for line in lines[:first])


def values_from(lines: Sequence[CutLine]) -> float:
    """Where the leftmost column of values starts; a row may print its values between two lines of its label."""
    margin = min((line.line.x0 + line.line.size for line in lines), default=0.0)
    cells = [s for line in lines if line.figures for s in line.segments[not _unlabelled(line, margin) :]]
    starts = sorted(s.x0 for s in cells if s.sort in VALUES or s.sort == LEFT)
    return starts[len(starts) // 50] if starts else 0.0


def _unlabelled(line: CutLine, margin: float) -> bool:
    """Whether a line begins with a value that stands away from the margin of the labels."""
    return len(line.segments) > 1 and line.segments[0].sort in (NUMBER, NIL) and line.line.x0 > margin


def _end(lines: Sequence[CutLine], start: int, middles: Sequence[float]) -> int:
    """The line after the last of the table that starts at `start`."""
    last = start + 1
    labels = 0
    for k in range(start + 1, len(lines)):
        line = lines[k]
        if k == last and _names_another(lines, k):
            break
        if line.figures:
            if _far(lines[last - 1], line) and labels == 0 and not line.numbers:
                break
            last, labels = k + 1, 0
            continue
        labels += line.line.y - lines[k - 1].line.y > 1.2 * line.line.size or labels == 0  # a wrapped label is one
        prose = _is_prose(line) and not _is_wrapped(lines, k, values_from(lines[start:last]))
        if labels > MOST_LABELS or prose or _is_title(line, lines[start:last], middles):
            break
    return last


def _is_wrapped(lines: Sequence[CutLine], k: int, values: float) -> bool:
    """Whether line `k` begins a label, left of the values, that goes on in the lines close below it to its figures."""
    for line, below in zip(lines[k:], lines[k + 1 : k + MOST_WRAPPED], strict=False):
        if line.line.x1 > values or below.line.y - line.line.y > CLOSE * line.line.size:
            return False
        if below.numbers:
            return abs(below.line.x0 - line.line.x0) < 2 * line.line.size
    return False


def _names_another(lines: Sequence[CutLine], first: int) -> bool:
    """Whether the labels from line `first` on, set off by a wide gap, name another table: "(in thousands)" stands alone
    among them."""
    if lines[first].line.y - lines[first - 1].line.y < APART * lines[first].line.size:
        return False
    labels = takewhile(lambda line: line.single and not line.figures, lines[first : first + MOST_LABELS])
    return any(notes.NOTE.fullmatch(line.line.text) or _UNITS.match(line.line.text) for line in labels)


def _next_header(lines: Sequence[CutLine], start: int, end: int) -> int:
    """Where a second header stands, with other columns perhaps, under figures of the table from `start` to `end`."""
    values, figured = values_from(lines[start:end]), 0
    for k in range(start, end):
        line = lines[k]
        apart = k > start and line.line.y - lines[k - 1].line.y > 1.5 * line.line.size
        heading = not line.numbers and (len(line.segments) > 1 or line.line.x0 > values)
        if figured >= FEWEST and apart and heading and line.segments[-1].sort not in (RULE, NIL):
            return _first_of(lines, k)
        if figured >= FEWEST and _is_times(line, values):
            return k
        figured += line.numbers
    return end


def _is_times(line: CutLine, values: float) -> bool:
    """Whether a line holds nothing over the values but times, side by side, which head other columns."""
    over = [s for s in line.segments if s.x1 > values]
    return len(over) > 1 and all(s.sort == TEXT and tells_when(s.text) for s in over)


def _first_of(lines: Sequence[CutLine], header: int) -> int:
    """The first line of a header, which may stand a little lower than the label beside it: it is set off by a gap from
    the figures above."""
    for k in range(header, 0, -1):
        if lines[k].numbers or lines[k - 1].numbers:
            apart = lines[k].line.y - lines[k - 1].line.y > 1.5 * lines[k].line.size
            return k if apart and not lines[k].numbers else header
    return header


def _far(above: CutLine, below: CutLine) -> bool:
    return below.line.y - above.line.y > 4 * below.line.size


def _is_prose(line: CutLine) -> bool:
    text = line.line.text
    stopped = text.endswith(".") and not _ABBREVIATED.search(text)
    return line.single and (len(text) > LONG and not TIMES.search(text) or (len(text) > 60 and stopped))


def _is_title(line: CutLine, table: Sequence[CutLine], middles: Sequence[float]) -> bool:
    """A centred title: a line that runs from the labels into the values, with a margin on its left; or one in the
    middle of the page that runs out of the values on the right."""
    values, own = values_from(table), (line.line.x0 + line.line.x1) / 2
    if not line.single or line.line.x0 < 90 or line.segments[0].sort == RULE:
        return False
    out = line.line.x1 > max(row.line.x1 for row in table) + line.line.size
    return line.line.x0 < values < line.line.x1 or out and any(abs(own - middle) < 2 for middle in middles)


def _start(lines: Sequence[CutLine], first: int, end: int, earliest: int, middles: Sequence[float]) -> int:
    """The first line of the table's header, at or before its first line with figures. `middles` as for `regions`."""
    values, right = values_from(lines[first:end]), max(line.line.x1 for line in lines[first:end])
    loose = 2.5 * row_gap(lines[first:end])  # a table set with wide gaps has them in its header too
    start, labels = first, 0
    for k in range(first - 1, earliest - 1, -1):
        line = lines[k]
        widest = max(2.6 * line.line.size, loose if _over_values(line, values, right) else 0.0)
        wrapped = _is_prose(line) and _is_wrapped(lines, k, values)
        if lines[k + 1].line.y - line.line.y > widest or (_is_prose(line) and not wrapped):
            break
        if wrapped:
            start = k
        elif not line.single or _heads(line, values, right, middles) or TIMES.search(line.line.text):
            start, labels = k, 0
        elif line.line.x1 > values or labels == FEW_LABELS:
            break
        else:
            labels += 1  # a heading of rows, which stands between the header and the first figures
    return start


def _over_values(line: CutLine, values: float, right: float) -> bool:
    """Whether a line holds headings over the values: several, or one that tells a time."""
    over = [s for s in line.segments if (s.x0 + s.x1) / 2 > values - 0.25 * (right - values)]
    return len(over) > 1 or any(tells_when(s.text) or _DAY.fullmatch(s.text) for s in over)


def _heads(line: CutLine, values: float, right: float, middles: Sequence[float]) -> bool:
    """Whether a single text stands over the values, and is not a title in the middle of the page; where the values
    stand in the middle too, a heading tells of a time."""
    own = (line.line.x0 + line.line.x1) / 2
    if line.line.x0 < values - 0.25 * (right - values):
        return False
    over = abs(own - (values + right) / 2) < 8 and tells_when(line.line.text)
    return over or _DAY.fullmatch(line.line.text) is not None or all(abs(own - middle) > 8 for middle in middles)


def tells_when(text: str) -> bool:
    """Whether a heading names a time."""
    return PERIOD.search(text) is not None


def row_gap(lines: Sequence[CutLine]) -> float:
    """The usual distance of rows: the median among lines with figures that follow each other; where none do, because
    their labels stand between them, of all lines with figures."""
    gaps = sorted(b.line.y - a.line.y for a, b in zip(lines, lines[1:], strict=False) if a.numbers and b.numbers)
    if not gaps:
        figured = [line for line in lines if line.numbers]
        gaps = sorted(b.line.y - a.line.y for a, b in zip(figured, figured[1:], strict=False))
    return gaps[len(gaps) // 2] if gaps else 0.0
