"""The grids of PDF tables: wrapped labels joined, headings over several columns, rule lines."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from auditor.reading.css import DOUBLE_LINE, LINE, NO_LINE
from auditor.reading.gridding import Layout, placed, reading_of, row_of
from auditor.reading.labels import DANGLING, DASHED
from auditor.reading.pdf_page import Stroke, Word
from auditor.reading.pdf_spans import span_headers
from auditor.reading.pdf_tables import LENGTH, MONTH, TIMES, CutLine, Segment, plain, row_gap, values_from
from auditor.reading.placing import Printed, Row
from auditor.reading.values import EMPTY, LEFT, NIL, NUMBER, RULE, TEXT, VALUES, YEAR, sort_of

REACH = 90  # points from a `$` to its value
HEADING_GAP = 1.25  # usual spaces: parts two headings, if their columns part there
OUT = 8  # points that a dash for nil may stand out to the right of the digits
FLUSH = 1.5  # points that figures of a column may end apart
CLOSER = 0.92  # of the usual gap between rows: nearer lines, of which the first is full, are one label
NEARER = 0.85  # of the height of the letters: nearer lines do not stand one below the other
TOUCHING = 1.5  # points between two strokes that are one
DOUBLE_GAP = 6.0  # points between the strokes of a double line

_GOES_ON = re.compile(r"[a-z(&]")
_DATE_OPEN = re.compile(rf"\b{MONTH}(?:\s+\d{{1,2}},)?$", re.I)
_MONTH_LAST = re.compile(rf"\b{MONTH}$", re.I)
_LENGTH = re.compile(rf"{LENGTH}\b", re.I)
_TIME_STARTS = re.compile(rf"{MONTH}|{_LENGTH.pattern}", re.I)
_DAY = re.compile(r"\d{1,2},?(?:\s+\d{4})?,?")


def grid(lines: Sequence[CutLine], strokes: Sequence[Stroke]) -> Layout:
    """The grid of a table's lines."""
    values = values_from(lines)
    left = min(line.line.x0 for line in lines)
    rows: list[Row] = []
    heads = _joined_dates(_times_parted(_joined_sides(_tight_parted(lines))))
    joined = _joined_labels(_cut_headers(heads), values)
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
    layout = placed(rows, on_page=True)
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
        if segment.sort == NIL and cells:
            start = max(cells[-1].end + 1, start - OUT)
        cells.append(Printed(reading, start, max(int(segment.x1 + 0.999), start + 1), 1))
    return cells


def columns_of(lines: Sequence[CutLine]) -> list[tuple[float, float]]:
    """Where the columns of values stand, from the figures in them. A dash for nil may stand out of its column."""
    found: list[tuple[float, float]] = []
    cells = [s for line in lines if line.numbers for s in line.segments[1:] if s.sort in VALUES]
    figures = [s for s in cells if s.sort != NIL]
    dashes = [s for s in cells if s.sort == NIL and not any(-1 < s.x0 - f.x1 < OUT for f in figures)]
    for cell in sorted([*figures, *dashes], key=lambda s: s.x0):
        if found and cell.x0 < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], cell.x1))
        else:
            found.append((cell.x0, cell.x1))
    return found


def _tight_parted(lines: Sequence[CutLine]) -> list[CutLine]:
    """The lines, of which a label that a mere space parts from its first figure is cut there, where that figure ends as
    those of a column do."""
    columns = columns_of(lines)
    return [_cut_tight(line, columns) if line.numbers else line for line in lines]


def _cut_tight(line: CutLine, columns: Sequence[tuple[float, float]]) -> CutLine:
    first, last = line.segments[0], line.segments[0].words[-1]
    if len(first.words) < 2 or first.sort != TEXT or sort_of(plain([last])) != NUMBER:
        return line
    taken = [s for s in line.segments[1:] if s.sort in VALUES]
    ends = [(left, right) for left, right in columns if abs(right - last.x1) < FLUSH]
    if not ends or any(s.x0 < right and left < s.x1 for left, right in ends for s in taken):
        return line
    label, value = Segment(first.words[:-1], TEXT), Segment([last], NUMBER)
    return replace(line, segments=[label, value, *line.segments[1:]])


def _joined_sides(lines: Sequence[CutLine]) -> list[CutLine]:
    """Headings of different heights side by side put in one row: lines nearer than their letters are high cannot stand
    one below the other in a cell."""
    out: list[CutLine] = []
    for k, line in enumerate(lines):
        if line.numbers and not all(_DAY.fullmatch(s.text) for s in line.segments):
            return [*out, *lines[k:]]
        beside = out and line.line.y - out[-1].line.y < NEARER * line.line.size
        if beside and not any(a.x0 < b.x1 and b.x0 < a.x1 for a in out[-1].segments for b in line.segments):
            segments = sorted([*out[-1].segments, *line.segments], key=lambda s: s.x0)
            out[-1] = replace(out[-1], segments=segments, figures=out[-1].figures or line.figures)
        else:
            out.append(line)
    return out


def _times_parted(lines: Sequence[CutLine]) -> list[CutLine]:
    """The lines, of which headings that are times side by side are parted, before what stands below goes to one."""
    out: list[CutLine] = []
    for k, line in enumerate(lines):
        if line.numbers:
            return [*out, *lines[k:]]
        parts = [part for segment in line.segments for part in _parted_before(segment, _times_in(segment))]
        out.append(replace(line, segments=parts) if len(parts) > len(line.segments) else line)
    return out


def _parted_before(segment: Segment, starts: Sequence[int]) -> list[Segment]:
    """A segment parted before the words with those numbers."""
    ends = [*(k for k in starts if k), len(segment.words)]
    runs = [segment.words[a:b] for a, b in zip([0, *ends], ends, strict=False)]
    return [segment] if len(runs) == 1 else [Segment(run, sort_of(plain(run))) for run in runs]


def _joined_dates(lines: Sequence[CutLine]) -> list[CutLine]:
    """Headings that were wrapped within a date put together again: the day alone would pass for a figure."""
    out: list[CutLine] = []
    for k, line in enumerate(lines):
        months = [_month_over(s, out, line) if _DAY.fullmatch(s.text) else None for s in line.segments]
        if any(month is None and s.sort in (NUMBER, NIL) for s, month in zip(line.segments, months, strict=True)):
            return [*out, *lines[k:]]
        left: list[Segment] = []
        for segment, month in zip(line.segments, months, strict=True):
            if month is None:
                left.append(segment)
            else:
                month.words += segment.words
        if left:
            out.append(replace(line, segments=left))
    return out


def _month_over(day: Segment, above: Sequence[CutLine], line: CutLine) -> Segment | None:
    """The heading over a day that ends with the name of a month."""
    for other in reversed(above):
        if line.line.y - other.line.y > 2.5 * line.line.size:
            return None
        for segment in other.segments:
            if segment.x0 <= (day.x0 + day.x1) / 2 <= segment.x1 and _MONTH_LAST.search(segment.text):
                return segment
    return None


def _cut_headers(lines: Sequence[CutLine]) -> list[CutLine]:
    """Header lines with a narrow gap between two headings cut there, if a column ends under it."""
    columns = columns_of(lines)
    ends = [(a[1] + b[0]) / 2 for a, b in zip(columns, columns[1:], strict=False)]
    out: list[CutLine] = []
    header = True
    for line in lines:
        header = header and not line.numbers
        if header and ends:
            segments = [
                part for segment in line.segments for part in _cut_heading(segment, line.space * line.line.size, ends)
            ]
            line = replace(line, segments=segments)
        out.append(line)
    return out


def _cut_heading(segment: Segment, space: float, ends: Sequence[float]) -> list[Segment]:
    runs: list[list[Word]] = [[segment.words[0]]]
    if _one_each(segment.words, ends):
        return [Segment([word], sort_of(plain([word]))) for word in segment.words]
    times = _times_in(segment)
    for k, word in enumerate(segment.words[1:], 1):
        last = runs[-1][-1]
        middles = (last.x0 + last.x1) / 2, (word.x0 + word.x1) / 2
        if k in times:
            runs.append([word])
        elif word.x0 - last.x1 > HEADING_GAP * space and any(middles[0] < end < middles[1] for end in ends):
            runs.append([word])
        else:
            runs[-1].append(word)
    return [segment] if len(runs) == 1 else [Segment(run, sort_of(plain(run))) for run in runs]


def _times_in(segment: Segment) -> list[int]:
    """The words of a heading with which each of several times begins, where it ends with these."""
    times = TIMES.search(segment.text)
    if times is None:
        return []
    first = segment.text[: times.start()].count(" ")
    pairs = [" ".join(w.text for w in segment.words[k : k + 2]) for k in range(len(segment.words))]
    starts = [k for k, pair in enumerate(pairs) if k >= first and _TIME_STARTS.match(pair)]
    lengths = [k for k in starts if _LENGTH.match(pairs[k]) and not (k and k > first and _LENGTH.match(pairs[k - 1]))]
    return lengths or starts


def _one_each(words: Sequence[Word], ends: Sequence[float]) -> bool:
    """Whether every column has one word over it, and no other word stands beside."""
    parts = [bisect_left(ends, (word.x0 + word.x1) / 2) for word in words]
    return len(words) > 2 and parts == list(range(len(ends) + 1))


def _widen(cells: Sequence[Printed], line: CutLine, strokes: Sequence[Stroke]) -> None:
    """A header that is underlined covers what its line covers."""
    near = [s for s in strokes if line.line.y < s.y < line.line.y + 0.9 * line.line.size]
    for pieces in _unbroken(near):
        under = [[c for c in cells if s.x0 <= c.start + 2 and s.x1 >= c.end - 2] for s in pieces]
        if any(len(found) != 1 for found in under):
            continue  # borders of cells, of which some are empty: how far a header reaches they do not tell
        for stroke, (cell,) in zip(pieces, under, strict=True):
            cell.start, cell.end = min(cell.start, int(stroke.x0) + 1), max(cell.end, int(stroke.x1))


def _unbroken(strokes: Sequence[Stroke]) -> list[list[Stroke]]:
    """The strokes, those together that go on where another one ends, as borders of cells do."""
    found: list[list[Stroke]] = []
    for stroke in sorted(strokes, key=lambda s: (round(s.y), s.x0)):
        last = found[-1][-1] if found else None
        if last is not None and abs(last.y - stroke.y) < 1 and stroke.x0 - last.x1 < TOUCHING:
            found[-1].append(stroke)
        else:
            found.append([stroke])
    return found


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
    usual = row_gap(lines)
    widest = max((line.segments[0].x1 for line in lines if _labelled(line, values)), default=0.0)
    end = 0.0  # the base line of the last line put to the last row
    for k, line in enumerate(lines):
        last = out[-1] if out else None
        gap, following = line.line.y - end, lines[k + 1].line.y - line.line.y if k + 1 < len(lines) else usual
        end = line.line.y
        if last is None or gap > 1.7 * line.line.size:
            out.append(line)
            continue
        close = gap < 0.8 * usual or gap < NEARER * line.line.size
        full = _is_label(last, values) and gap < CLOSER * usual and not _has_room(last, line, widest)
        begins = following < min(gap, NEARER * line.line.size)  # the values of its row stand half a line below
        if _is_label(last, values) and _continues(last, line, close or full, values):
            out[-1] = _label_first(last, line)
        elif (
            last.figures
            and not begins
            and _is_label(line, values)
            and _ends(last, line, close, values, gap < following)
        ):
            out[-1] = replace(last, segments=_with_label(last, line, values))
        else:
            out.append(line)
    return out


def _labelled(line: CutLine, values: float) -> bool:
    return line.segments[0].sort == TEXT and line.segments[0].x1 < values


def _has_room(label: CutLine, line: CutLine, widest: float) -> bool:
    """Whether the first word of a line would have fitted behind the label above, so that no wrap parts them."""
    word = line.segments[0].words[0]
    return label.segments[-1].x1 + line.space * line.line.size + word.x1 - word.x0 < widest


def _label_first(label: CutLine, line: CutLine) -> CutLine:
    """A label with the line below it: the rest of the label, or its values."""
    first, rest = Segment([*label.segments[0].words, *line.segments[0].words], TEXT), line.segments[1:]
    if line.segments[0].sort != TEXT and not _ends_date(label, line.segments[0]):
        # the values stand between two lines of their label
        first, rest = label.segments[0], line.segments
    return replace(
        line, segments=[first, *rest], figures=bool(rest) or line.figures, numbers=bool(rest) or line.numbers
    )


def _with_label(row: CutLine, label: CutLine, values: float) -> list[Segment]:
    """The segments of a row, and the label, or the rest of it, that stands below them."""
    if _unlabelled(row, values):
        return [label.segments[0], *row.segments]
    return [Segment([*row.segments[0].words, *label.segments[0].words], TEXT), *row.segments[1:]]


def _unlabelled(row: CutLine, values: float) -> bool:
    """Whether a row prints values alone."""
    return row.segments[0].x0 >= values - 1 or row.segments[0].sort in (LEFT, *VALUES)


def _is_label(line: CutLine, values: float) -> bool:
    return line.single and line.line.x0 < values and line.segments[0].sort == TEXT


def _continues(label: CutLine, line: CutLine, close: bool, values: float) -> bool:
    """Whether `line` is the rest of the row that `label` begins: it goes on in lower case, or stands close."""
    first = line.segments[0]
    far_left = first.x0 < label.line.x0 - 2 * line.line.size  # then it was a heading over the values
    if label.line.text.rstrip().endswith(":") or far_left:
        return False
    if first.x0 >= values or first.sort == LEFT:
        return close and line.numbers
    text = label.line.text.rstrip()
    dangling = DANGLING.search(text) is not None and not DASHED.search(text)
    goes_on = close or _GOES_ON.match(first.text) is not None or dangling
    return (first.sort in (TEXT, EMPTY) and goes_on) or _ends_date(label, first)


def _ends_date(label: CutLine, first: Segment) -> bool:
    """Whether a line under a label begins with the year of the date with which the label breaks off."""
    return first.sort == YEAR and _DATE_OPEN.search(label.line.text) is not None


def _ends(last: CutLine, line: CutLine, close: bool, values: float, nearer: bool) -> bool:
    """Whether a label alone is the rest of the label before it, whose values stood on its first line; or the whole
    label of values that stand a little higher, to which it is `nearer` than to what follows."""
    if _unlabelled(last, values):
        return close and nearer and last.numbers
    goes_on = re.match(r"\(?[a-z]", line.segments[0].text) is not None and line.line.x0 >= last.segments[0].x0 - 1
    return goes_on or (close and last.segments[0].sort == TEXT)
