"""Tables of a PDF page, found by position: runs of lines whose figures stand in columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from auditor.reading.css import DOUBLE_LINE, LINE, NO_LINE
from auditor.reading.gridding import Layout, Printed, Row, placed, reading_of, row_of
from auditor.reading.pdf_page import Stroke, TextLine, Word
from auditor.reading.raw import unmarked
from auditor.reading.values import EMPTY, LEFT, NIL, NUMBER, RIGHT, RULE, TEXT, VALUES, YEAR, sort_of

CELL_GAP = 0.75  # of the height of the letters: a wider gap parts two cells
NARROW_GAP = 0.32  # parts two values
HEADING_GAP = 0.35  # parts two headings, if their columns part there
REACH = 90  # points from a `$` to its value
FEWEST = 2  # lines with figures
LONG = 90  # characters of a line that is prose
FEW_LABELS = 3  # of rows between a header and the first figures
MOST_LABELS = 5  # lines without figures in a row inside a table
PARTED, CENTRED = 14.0, 5.0  # points that a heading may be off the middle of its columns
DOUBLE_GAP = 6.0  # points between the strokes of a double line

_BULLET = re.compile(r"[•·●▪◦‣■□►▶➢❖✓✔–-]|\(?(?:\d{1,2}|[a-z])[.)]")
_GOES_ON = re.compile(r"[a-z(&]")


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
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return self.words[-1].x1


@dataclass(slots=True)
class CutLine:
    """A line cut into segments. `figures`: it has values beside a label, or several."""

    line: TextLine
    segments: list[Segment]
    figures: bool
    numbers: bool

    @property
    def single(self) -> bool:
        return len(self.segments) == 1


def cut(line: TextLine) -> CutLine:
    """The line in segments: cells, if it stands in a table."""
    runs: list[list[Word]] = []
    for word in line.words:
        if runs and not _parted(runs[-1], word, line.size):
            runs[-1].append(word)
        else:
            runs.append([word])
    if len(runs) > 1 and _BULLET.fullmatch(_plain(runs[0])) and len(runs[0]) == 1:
        bullet = runs.pop(0)
        runs[0][:0] = bullet
    segments = [Segment(run, sort_of(_plain(run))) for run in runs]
    values = [s for s in segments[1:] if s.sort in VALUES or s.sort == LEFT]
    both = len(segments) > 1 and segments[0].sort in VALUES
    return CutLine(line, segments, bool(values), any(s.sort in (NUMBER, NIL) for s in values) or both and bool(values))


def _plain(words: Sequence[Word]) -> str:
    return " ".join(unmarked(" ".join(word.text for word in words)).split())


def _parted(run: Sequence[Word], word: Word, size: float) -> bool:
    gap = word.x0 - run[-1].x1
    if gap > CELL_GAP * size:
        return True
    if gap < NARROW_GAP * size:
        return False
    before, after = sort_of(unmarked(run[-1].text)), sort_of(unmarked(word.text))
    ends = before in VALUES or (before == RIGHT and len(run) > 1)
    return ends and (after in (NUMBER, YEAR, NIL) or after == LEFT) and not run[-1].text.endswith(",")


@dataclass(slots=True)
class Region:
    """Lines `start` to `end` (exclusive) of a page are a table."""

    start: int
    end: int


def regions(lines: Sequence[CutLine], middle: float) -> list[Region]:
    """The tables among the lines of a page, in order. `middle` is half the page's width."""
    found: list[Region] = []
    k = 0
    while k < len(lines):
        if not lines[k].figures:
            k += 1
            continue
        end = _next_header(lines, k, _end(lines, k))
        if any(line.numbers for line in lines[k:end]):
            usual = _row_gap(lines[k:end])
            while end < len(lines) and lines[end].single and lines[end].line.y - lines[end - 1].line.y < 0.8 * usual:
                end += 1  # the second line of the last label
            start = _start(lines, k, end, found[-1].end if found else 0, middle)
            found.append(Region(start, end))
        k = end
    return found


def is_table(lines: Sequence[CutLine]) -> bool:
    """Whether there are figures enough for a table."""
    return sum(line.numbers for line in lines) >= FEWEST


def header_lines(lines: Sequence[CutLine]) -> int:
    """How many lines over the columns stand before the first figures."""
    first = next((k for k, line in enumerate(lines) if line.numbers), len(lines))
    return sum(not line.single or line.figures for line in lines[:first])


def _values_from(lines: Sequence[CutLine]) -> float:
    """Where the leftmost column of values starts."""
    cells = [s for line in lines if line.figures for s in line.segments[1:]]
    starts = sorted(s.x0 for s in cells if s.sort in VALUES or s.sort == LEFT)
    return starts[len(starts) // 50] if starts else 0.0


def _end(lines: Sequence[CutLine], start: int) -> int:
    """The line after the last of the table that starts at `start`."""
    last = start + 1
    labels = 0
    for k in range(start + 1, len(lines)):
        line = lines[k]
        if line.figures:
            if _far(lines[last - 1], line) and labels == 0 and not line.numbers:
                break
            last, labels = k + 1, 0
            continue
        labels += 1
        if labels > MOST_LABELS or _is_prose(line) or _is_title(line, _values_from(lines[start:last])):
            break
    return last


def _next_header(lines: Sequence[CutLine], start: int, end: int) -> int:
    """Where a second header stands, with other columns perhaps, under figures of the table from `start` to `end`."""
    values, figured = _values_from(lines[start:end]), 0
    for k in range(start, end):
        line = lines[k]
        apart = k > start and line.line.y - lines[k - 1].line.y > 1.5 * line.line.size
        heading = not line.numbers and (len(line.segments) > 1 or line.line.x0 > values)
        if figured >= FEWEST and apart and heading and line.segments[-1].sort not in (RULE, NIL):
            return k
        figured += line.numbers
    return end


def _far(above: CutLine, below: CutLine) -> bool:
    return below.line.y - above.line.y > 4 * below.line.size


def _is_prose(line: CutLine) -> bool:
    text = line.line.text
    return line.single and (len(text) > LONG or (len(text) > 60 and text.endswith(".")))


def _is_title(line: CutLine, values: float) -> bool:
    """A line that runs from the labels into the values, with a margin on its left: a centred title."""
    return line.single and line.line.x0 < values < line.line.x1 and line.line.x0 > 90


def _start(lines: Sequence[CutLine], first: int, end: int, earliest: int, middle: float) -> int:
    """The first line of the table's header, at or before its first line with figures. `middle` is that of the page."""
    values, right = _values_from(lines[first:end]), max(line.line.x1 for line in lines[first:end])
    start, labels = first, 0
    for k in range(first - 1, earliest - 1, -1):
        line = lines[k]
        if lines[k + 1].line.y - line.line.y > 2.6 * line.line.size or _is_prose(line):
            break
        if not line.single or _heads(line, values, right, middle):
            start, labels = k, 0
        elif line.line.x1 > values or labels == FEW_LABELS:
            break
        else:
            labels += 1  # a heading of rows, which stands between the header and the first figures
    return start


def _heads(line: CutLine, values: float, right: float, middle: float) -> bool:
    """Whether a single text stands over the values, and is not a title in the middle of the page."""
    own = (line.line.x0 + line.line.x1) / 2
    if line.line.x0 < values - 0.25 * (right - values):
        return False
    return abs(own - middle) > 8 or abs(own - (values + right) / 2) < 8


def grid(lines: Sequence[CutLine], strokes: Sequence[Stroke]) -> Layout:
    """The grid of a table's lines."""
    values = _values_from(lines)
    left = min(line.line.x0 for line in lines)
    rows: list[Row] = []
    joined = _joined_labels(_cut_headers(lines), values)
    previous: CutLine | None = None
    figured = False
    for line in joined:
        above = _strokes(strokes, previous.line.y + 1 if previous else line.line.y - 1.6 * line.line.size, line, values)
        if above == DOUBLE_LINE and rows:
            rows[-1].below = DOUBLE_LINE
        cells = _cells(line, left)
        if not figured:
            _widen(cells, line, strokes)
        figured = figured or line.numbers
        if cells:
            rows.append(row_of(cells, min(above, LINE), NO_LINE, REACH))
        previous = line
    if previous is not None and rows:
        last = [s for s in strokes if previous.line.y < s.y < previous.line.y + previous.line.size and s.x1 > values]
        rows[-1].below = max(rows[-1].below, _kind(last))
    layout = placed(rows)
    span_headers(layout)
    return layout


def _cells(line: CutLine, left: float) -> list[Printed]:
    cells: list[Printed] = []
    for segment in line.segments:
        if segment.sort == RULE:
            continue
        bold = sum(len(w.text) for w in segment.words if w.bold) * 2 > len(segment.text)
        reading = reading_of(segment.text, max(segment.x0 - left, 0.0), bold)
        start = int(segment.x0)
        cells.append(Printed(reading, start, max(int(segment.x1 + 0.999), start + 1), 1))
    return cells


def columns_of(lines: Sequence[CutLine]) -> list[tuple[float, float]]:
    """Where the columns of values stand, from the figures in them."""
    found: list[tuple[float, float]] = []
    cells = [s for line in lines if line.numbers for s in line.segments[1:] if s.sort in VALUES]
    for cell in sorted(cells, key=lambda s: s.x0):
        if found and cell.x0 < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], cell.x1))
        else:
            found.append((cell.x0, cell.x1))
    return found


def _cut_headers(lines: Sequence[CutLine]) -> list[CutLine]:
    """Header lines with a narrow gap between two headings cut there, if a column ends under it."""
    columns = columns_of(lines)
    ends = [(a[1] + b[0]) / 2 for a, b in zip(columns, columns[1:], strict=False)]
    out: list[CutLine] = []
    header = True
    for line in lines:
        header = header and not line.numbers
        if header and ends:
            segments = [part for segment in line.segments for part in _cut_heading(segment, line.line.size, ends)]
            line = CutLine(line.line, segments, line.figures, line.numbers)
        out.append(line)
    return out


def _cut_heading(segment: Segment, size: float, ends: Sequence[float]) -> list[Segment]:
    runs: list[list[Word]] = [[segment.words[0]]]
    for word in segment.words[1:]:
        last = runs[-1][-1]
        middles = (last.x0 + last.x1) / 2, (word.x0 + word.x1) / 2
        if word.x0 - last.x1 > HEADING_GAP * size and any(middles[0] < end < middles[1] for end in ends):
            runs.append([word])
        else:
            runs[-1].append(word)
    return [segment] if len(runs) == 1 else [Segment(run, sort_of(_plain(run))) for run in runs]


def _widen(cells: Sequence[Printed], line: CutLine, strokes: Sequence[Stroke]) -> None:
    """A header that is underlined covers what its line covers."""
    for cell in cells:
        for stroke in strokes:
            near = line.line.y < stroke.y < line.line.y + 0.9 * line.line.size
            over = [c for c in cells if stroke.x0 <= c.start + 2 and stroke.x1 >= c.end - 2]
            if near and over == [cell]:
                cell.start, cell.end = min(cell.start, int(stroke.x0) + 1), max(cell.end, int(stroke.x1))


def span_headers(layout: Layout) -> None:
    """Headers centred over several columns get the span that they are centred over."""
    extents: dict[int, tuple[int, int]] = {}
    for row in layout.rows:
        full = sum(cell.column > 0 for cell in row.cells) == layout.columns - 1
        for cell in row.cells:
            if cell.column and cell.colspan == 1 and (full or row.figures or cell.sort in VALUES):
                start, end = extents.get(cell.column, (cell.start, cell.end))
                extents[cell.column] = min(start, cell.start), max(end, cell.end)
    for row in layout.rows:
        if row.figures:
            break
        heads = [c for c in row.cells if c.column]
        if heads and len(heads) < len(extents):
            _span(heads, extents)


def _span(heads: Sequence[Printed], extents: dict[int, tuple[int, int]]) -> None:
    """Parts all columns among the headings of a row if each is centred over its share; else each gets the fewest
    columns that it is centred over."""
    own: list[list[int]] = [[] for _ in heads]
    for column, (start, end) in sorted(extents.items()):
        distances = [abs((h.start + h.end) - (start + end)) for h in heads]
        own[distances.index(min(distances))].append(column)
    equal = len({len(columns) for columns in own}) == 1
    near = max(PARTED, 0.12 * (extents[max(extents)][1] - extents[min(extents)][0])) if len(heads) == 1 else PARTED
    whole = equal and all(_off(h, columns, extents) < near for h, columns in zip(heads, own, strict=True))
    for head, columns in zip(heads, own, strict=True):
        over = columns if whole else _fewest(head, columns, extents)
        if len(over) > 1 and over[-1] - over[0] == len(over) - 1:
            head.column, head.colspan = over[0], len(over)


def _off(head: Printed, columns: Sequence[int], extents: dict[int, tuple[int, int]]) -> float:
    """How far a heading is from the middle of columns, in points."""
    return abs(head.start + head.end - extents[columns[0]][0] - extents[columns[-1]][1]) / 2


def _fewest(head: Printed, columns: Sequence[int], extents: dict[int, tuple[int, int]]) -> list[int]:
    """The fewest of `columns`, side by side, that the heading is centred over."""
    for width in range(1, len(columns) + 1):
        for k in range(len(columns) - width + 1):
            over = list(columns[k : k + width])
            if _off(head, over, extents) < CENTRED:
                return over
    return []


def _strokes(strokes: Sequence[Stroke], top: float, line: CutLine, values: float) -> int:
    """The rule line between `top` and the letters of `line`, over the values."""
    bottom = line.line.y - 0.4 * line.line.size
    return _kind([s for s in strokes if top <= s.y <= bottom and s.x1 > values])


def _kind(strokes: Sequence[Stroke]) -> int:
    if not strokes:
        return NO_LINE
    levels = sorted({round(s.y, 1) for s in strokes})
    close = any(0.9 < b - a < DOUBLE_GAP for a, b in zip(levels, levels[1:], strict=False))
    return DOUBLE_LINE if close else LINE


def _joined_labels(lines: Sequence[CutLine], values: float) -> list[CutLine]:
    """Lines with labels that were wrapped put together again."""
    out: list[CutLine] = []
    usual = _row_gap(lines)
    for line in lines:
        last = out[-1] if out else None
        if last is None or line.line.y - last.line.y > 1.7 * line.line.size:
            out.append(line)
            continue
        close = line.line.y - last.line.y < 0.8 * usual
        if _is_label(last, values) and _continues(last, line, close, values):
            first = Segment([*last.segments[0].words, *line.segments[0].words], TEXT)
            rest = line.segments[1:]
            if line.segments[0].x0 >= values:  # the values stand between two lines of their label
                first, rest = last.segments[0], line.segments
            out[-1] = CutLine(line.line, [first, *rest], True if rest else line.figures, line.numbers or bool(rest))
        elif last.figures and _is_label(line, values) and _ends(last, line, close):
            last.segments[0] = Segment([*last.segments[0].words, *line.segments[0].words], TEXT)
        else:
            out.append(line)
    return out


def _row_gap(lines: Sequence[CutLine]) -> float:
    """The usual distance of rows: the median among lines with figures that follow each other."""
    gaps = sorted(b.line.y - a.line.y for a, b in zip(lines, lines[1:], strict=False) if a.numbers and b.numbers)
    return gaps[len(gaps) // 2] if gaps else 0.0


def _is_label(line: CutLine, values: float) -> bool:
    return line.single and line.line.x0 < values and line.segments[0].sort == TEXT


def _continues(label: CutLine, line: CutLine, close: bool, values: float) -> bool:
    """Whether `line` is the rest of the row that `label` begins: it goes on in lower case, or stands close."""
    first = line.segments[0]
    if label.line.text.rstrip().endswith(":"):
        return False
    if first.x0 >= values:
        return close and line.numbers
    return first.sort in (TEXT, EMPTY) and (close or _GOES_ON.match(first.text) is not None)


def _ends(last: CutLine, line: CutLine, close: bool) -> bool:
    """Whether a label alone is the rest of the label before it, whose values stood on its first line."""
    goes_on = re.match(r"\(?[a-z]", line.segments[0].text) is not None and line.line.x0 >= last.line.x0 - 1
    return goes_on or (close and last.segments[0].sort == TEXT)
