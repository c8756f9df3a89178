"""Pages set in two columns are read column by column."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.reading.pdf_page import Sheet, TextLine

FEWEST_LINES = 8  # with prose on both sides
FEWEST_BESIDE = 2  # of a stretch of a page that has columns
GUTTER = 1.2  # of the height of the letters
LETTERS = 22  # of a line of prose in a column


def column_order(sheet: Sheet) -> list[list[TextLine]]:
    """The lines of a page in reading order: stretches over the whole width, and columns one after the other."""
    lines = sheet.lines
    gutter = _gutter(lines, sheet.width)
    if gutter is None:
        return [list(lines)]
    out: list[list[TextLine]] = [[]]
    for stretch in _stretches(lines, gutter):
        sides = [_sides(line, gutter) for line in stretch]
        first, end = _in_columns(sides)
        out[-1] += stretch[:first]
        if first < end:
            out += [[a for a, _ in sides[first:end] if a], [b for _, b in sides[first:end] if b], []]
        out[-1] += stretch[end:]
    return [part for part in out if part]


def _stretches(lines: Sequence[TextLine], gutter: float) -> list[list[TextLine]]:
    """The lines between those that run over the gutter, each of which is a stretch by itself."""
    out: list[list[TextLine]] = [[]]
    for line in lines:
        if _crosses(line, gutter):
            out += [[line], []]
        else:
            out[-1].append(line)
    return [stretch for stretch in out if stretch]


def _in_columns(sides: Sequence[tuple[TextLine | None, TextLine | None]]) -> tuple[int, int]:
    """Which lines of a stretch are set in columns, first and end: from prose on both sides to the end of the longer
    column. A table that follows, with labels on the left and figures on the right, is none."""
    both = [k for k, (left, right) in enumerate(sides) if _is_prose(left) and _is_prose(right)]
    if len(both) < FEWEST_BESIDE:
        return 0, 0
    end = both[-1] + 1
    while end < len(sides) and (None in sides[end] or not _is_figures(sides[end][1])):
        end += 1
    return both[0], end


def _gutter(lines: Sequence[TextLine], width: float) -> float | None:
    """The middle of the gap that parts two columns of prose, if the page has them."""
    gaps: list[tuple[float, float]] = []
    for line in lines:
        for a, b in zip(line.words, line.words[1:], strict=False):
            if b.x0 - a.x1 > GUTTER * line.size and 0.3 * width < (a.x1 + b.x0) / 2 < 0.7 * width:
                gaps.append((a.x1, b.x0))
    if len(gaps) < FEWEST_LINES:
        return None
    left, right = sorted(a for a, _ in gaps)[int(0.9 * len(gaps))], sorted(b for _, b in gaps)[int(0.1 * len(gaps))]
    if right - left < 4:
        return None
    gutter = (left + right) / 2
    sides = [_sides(line, gutter) for line in lines if not _crosses(line, gutter)]
    prose = sum(_is_prose(a) and _is_prose(b) for a, b in sides)
    return gutter if prose >= FEWEST_LINES and prose * 2 > len(sides) else None


def _sides(line: TextLine, gutter: float) -> tuple[TextLine | None, TextLine | None]:
    left = [word for word in line.words if word.x0 < gutter]
    right = [word for word in line.words if word.x0 >= gutter]
    return (
        TextLine(line.y, line.size, left) if left else None,
        TextLine(line.y, line.size, right) if right else None,
    )


def _crosses(line: TextLine, gutter: float) -> bool:
    return any(word.x0 < gutter - 1 < gutter + 1 < word.x1 for word in line.words) or any(
        a.x1 < gutter < b.x0 and b.x0 - a.x1 < 0.8 * line.size for a, b in zip(line.words, line.words[1:], strict=False)
    )


def _is_figures(side: TextLine | None) -> bool:
    return side is not None and sum(c.isalpha() for c in side.text) <= 0.6 * len(side.text)


def _is_prose(side: TextLine | None) -> bool:
    if side is None:
        return False
    text = side.text
    return len(text) >= LETTERS and sum(c.isalpha() for c in text) > 0.6 * len(text)
