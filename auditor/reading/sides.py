"""Two halves of one statement that are printed side by side: assets at the left of a balance sheet, liabilities at its
right, each with labels and columns of its own under the same dates."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.frozen import replace
from auditor.reading.columns import Band
from auditor.reading.datalines import PERIOD, figures
from auditor.reading.lines import Line
from auditor.reading.regions import Region

_STROKES = frozenset("-=_ ")
_FEWEST = 4  # rows with figures on both sides
_MOST = 0.75  # of the rows with figures at the right have a label of their own there


def halves(lines: Sequence[Line], region: Region) -> tuple[tuple[int, Region], tuple[int, Region]] | None:
    """The two halves of a table as tables of their own, each with the place of a line where it begins; None where it
    has but one. Both have as many columns, under the same headings."""
    columns, rest = divmod(len(region.bands), 2)
    if rest or not columns:
        return None
    left, right = region.bands[:columns], region.bands[columns:]
    start = _labelled(lines, region, left[-1], right[0])
    if start is None or _dates(lines, region, 0, start) != _dates(lines, region, start, None):
        return None
    return (0, replace(region, bands=left)), (start, replace(region, bands=right))


def _labelled(lines: Sequence[Line], region: Region, left: Band, right: Band) -> int | None:
    """Where the labels begin that stand between the columns of the two halves, on most rows of the second."""
    starts: list[int] = []
    count = both = 0
    for line in lines[region.data : region.end]:
        values = figures(line)
        if not any(v.edge > right.left for v in values):
            continue
        count += 1
        words = [s for s in line.segments if not s.value and left.edge <= s.start and s.end <= right.edge]
        starts += [words[0].start] if words else []
        both += bool(words) and any(v.edge <= left.right for v in values)
    if both < _FEWEST or len(starts) < _MOST * count:
        return None
    return min(starts)


def _dates(lines: Sequence[Line], region: Region, start: int, end: int | None) -> list[str]:
    """The words of the head of a half that date its columns."""
    told = (" ".join(only(line, start, end).text.split()) for line in lines[region.start : region.data])
    return [words for words in told if PERIOD.search(words)]


def only(line: Line, start: int, end: int | None) -> Line:
    """What stands on a line from `start` on, up to `end`; the rest as if it were blank."""
    start, end = _between(line, start) if start else 0, None if end is None else _between(line, end)
    text = " " * start + line.text[start:end]
    words = text.strip()
    if line.kind in ("blank", "break", "tag", "furniture") or words == line.words:
        return line
    found = tuple(s for s in line.segments if start <= s.start and (end is None or s.end <= end))
    kind = line.kind if words else "blank"
    if kind in ("row", "columns") and not any(s.value for s in found):
        kind, found = "text", ()
    if words and _STROKES.issuperset(words):
        kind = "double-rule" if "=" in words else "rule"
    indent = len(text) - len(text.lstrip()) if words else 0
    return replace(line, text=text, kind=kind, indent=indent, end=indent + len(words), segments=found)


def _between(line: Line, at: int) -> int:
    """The place nearest to `at` that parts no text of a line."""
    crossing = next((s for s in line.segments if s.start < at < s.end), None)
    if crossing is None:
        return at
    return crossing.end if at - crossing.start > crossing.end - at else crossing.start
