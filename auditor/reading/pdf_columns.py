"""Pages set in columns are read column by column.

The lines of neighbouring columns need not stand on one base line. What parts columns is a gutter: a strip that stays
free over many lines, with prose, or tables with labels of their own, on both sides. A table over the whole width has
such strips too, but bare figures on the right of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile

from auditor.frozen import dataclass
from auditor.reading import notes
from auditor.reading.datalines import PERIOD
from auditor.reading.pdf_page import Sheet, TextLine, Word
from auditor.reading.raw import unmarked
from auditor.reading.values import LEFT, TEXT, sort_of

FEWEST_LINES = 4  # of text on each side of a gutter
FEWEST_BESIDE = 2  # where the page has the same gutter elsewhere
FEW_LABELS = 3  # of rows between the headings of columns and the first figures
HEADING = 40  # characters, at most, of the heading of a column
GUTTER = 0.9  # of the height of the letters
LETTERS = 22  # of a line of prose in a column
MIDDLE = 0.28  # of the width, on both sides: no gutter stands there
NEXT = 1.7  # heights of letters, at most, from a line to the next one of its paragraph
ROWS = 2  # in a row that tell of a table over the whole width

ENDS = re.compile(r"[.:;!?][”\"’')]*$")

Sides = tuple[TextLine | None, TextLine | None]


@dataclass(frozen=True, slots=True)
class Band:
    """Lines that are read one after the other, and the margins between which they are set, in points."""

    lines: Sequence[TextLine]
    left: float
    right: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def page_band(lines: Sequence[TextLine], width: float) -> Band:
    """Lines set over a whole page of some width."""
    return Band(lines, 0.1 * width, 0.9 * width)


def column_order(sheet: Sheet) -> list[Band]:
    """The lines of a page in reading order: stretches over the whole width, and columns one after the other."""
    return list(_bands(page_band(sheet.lines, sheet.width)))


def _bands(band: Band) -> Iterator[Band]:
    """The columns of a band; itself where it has none."""
    gutter = _gutter(band)
    if gutter is None:
        if band.lines:
            yield band
        return
    at = 0
    for start, end in _stretches(band.lines, gutter, FEWEST_BESIDE):
        if at < start:
            yield Band(band.lines[at:start], band.left, band.right)
        sides = [_sides(line, gutter) for line in band.lines[start:end]]
        yield from _bands(_column([left for left, _ in sides if left]))
        yield from _bands(_column([right for _, right in sides if right]))
        at = end
    if at < len(band.lines):
        yield Band(band.lines[at:], band.left, band.right)


def _column(lines: Sequence[TextLine]) -> Band:
    return Band(lines, min(line.x0 for line in lines), max(line.x1 for line in lines))


def _gutter(band: Band) -> float | None:
    """The place of the strip that parts the most lines of text, if there is one."""
    edges = _beginnings(band)
    if len(edges) < FEWEST_LINES:
        return None
    counted = {x: _parted(band.lines, x) for x in sorted({round(x) for x in edges})}
    best = max(counted, key=lambda x: counted[x])
    return best if counted[best] else None


def _beginnings(band: Band) -> list[float]:
    """A little left of where text begins that may stand in a column on the right."""
    first, last = band.left + MIDDLE * band.width, band.right - MIDDLE * band.width
    found: list[float] = []
    for line in band.lines:
        pieces = list(_pieces(line)) if line.x1 > first else []
        for k, piece in enumerate(pieces):
            if first < piece.x0 < last and (is_prose(piece) or _is_labelled(pieces[k:])):
                found.append(piece.x0 - 0.4 * piece.size)
    return found


def _pieces(line: TextLine) -> Iterator[TextLine]:
    """A line cut at its wide gaps."""
    run: list[Word] = []
    for word in line.words:
        if run and word.x0 - run[-1].x1 > GUTTER * line.size:
            yield TextLine(line.y, line.size, run)
            run = []
        run.append(word)
    yield TextLine(line.y, line.size, run)


def _parted(lines: Sequence[TextLine], gutter: float) -> int:
    """How many lines a gutter parts."""
    return sum(end - start for start, end in _stretches(lines, gutter, FEWEST_LINES))


def _stretches(lines: Sequence[TextLine], gutter: float, fewest: int) -> Iterator[tuple[int, int]]:
    """First and end of the lines that are set in two columns: none runs over the gutter, there is text enough on both
    sides, and no table over the whole width."""
    for start, end in _free(lines, gutter):
        sides = [_sides(line, gutter) for line in lines[start:end]]
        heads = len(sides) - _heads_last(sides)
        text = [k for k, side in enumerate(sides[:heads]) if not _is_row(side) and any(map(_is_text, side))]
        left, right = (sum(_is_text(sides[k][which]) for k in text) for which in (0, 1))
        if min(left, right) >= fewest:
            yield start, start + _finish(sides[:heads], text[-1] + 1)


def _heads_last(sides: Sequence[Sides]) -> int:
    """With how many lines that head the columns of a table, and headings of rows below them, the lines end: on the
    right stand times, on the left nothing but the units."""
    labels = sum(1 for _ in takewhile(lambda side: side[1] is None, reversed(sides)))
    if labels > FEW_LABELS:
        return 0
    heads = sum(1 for _ in takewhile(_heads_columns, reversed(sides[: len(sides) - labels])))
    return labels + heads if heads else 0


def _heads_columns(sides: Sides) -> bool:
    left, right = sides
    if right is None or left is not None and is_prose(left) and not notes.NOTE.match(left.text):
        return False
    pieces = [piece.text for piece in _pieces(right)]
    if len(pieces) == 1 and left is not None or ENDS.search(pieces[-1]):
        return False
    return all(len(text) < HEADING for text in pieces) and any(PERIOD.search(text) for text in pieces)


def _free(lines: Sequence[TextLine], gutter: float) -> Iterator[tuple[int, int]]:
    """First and end of the runs of lines that leave the gutter free, without those of a table."""
    free = [not _crosses(line, gutter) for line in lines]
    for start, end in _runs([_is_row(_sides(line, gutter)) for line in lines]):
        if end - start >= ROWS:
            free[start:end] = [False] * (end - start)
    yield from _runs(free)


def _runs(marks: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """First and end of the runs of marks that are set."""
    for is_set, run in groupby(range(len(marks)), marks.__getitem__):
        if is_set:
            members = list(run)
            yield members[0], members[-1] + 1


def _finish(sides: Sequence[Sides], end: int) -> int:
    """The line after the last of the columns: after their text only the rest of its paragraphs follows, and no title,
    which is that of what comes below."""
    while end < len(sides) and not all(sides[end]) and not _set_off(sides, end):
        end += 1
    last = _either(sides[end - 1])
    alone = not all(sides[end - 1]) and _set_off(sides, end - 1) and _is_title(last.text)
    return end - 1 if alone and not _is_spaced(sides[:end]) else end


def _is_spaced(sides: Sequence[Sides]) -> bool:
    """Whether the lines of a column stand apart as paragraphs do."""
    return sum(_set_off(sides, k) for k in range(1, len(sides)) if not all(sides[k])) * 2 > len(sides)


def _is_title(text: str) -> bool:
    return text.isupper() or not ENDS.search(text)


def _set_off(sides: Sequence[Sides], k: int) -> bool:
    """Whether a line that stands on one side alone begins a paragraph there, with a gap above it."""
    which = 0 if sides[k][0] else 1
    above = next((side[which] for side in reversed(sides[:k]) if side[which]), None)
    line = _either(sides[k])
    return above is None or line.y - above.y > NEXT * line.size


def _either(sides: Sides) -> TextLine:
    """What stands of a line on the left, or else on the right."""
    line = sides[0] or sides[1]
    assert line is not None  # a line has words
    return line


def _sides(line: TextLine, gutter: float) -> Sides:
    left = [word for word in line.words if word.x0 < gutter]
    return _side(left, line), _side(line.words[len(left) :], line)


def _side(words: list[Word], line: TextLine) -> TextLine | None:
    """The words of a line on one side, on a base line of their own."""
    return TextLine(sorted(word.y for word in words)[len(words) // 2], line.size, words) if words else None


def _crosses(line: TextLine, gutter: float) -> bool:
    """Whether a line runs over the gutter: with a word, or with the space between two."""
    left, right = _sides(line, gutter)
    if left is not None and left.x1 > gutter:
        return True
    return left is not None and right is not None and right.x0 - left.x1 < GUTTER * line.size


def _is_row(sides: Sides) -> bool:
    """Whether a line is a row of a table: a label on the left, on the right nothing but figures."""
    left, right = sides
    if left is None or right is None or is_prose(right):
        return False
    sort = sort_of(unmarked(right.words[0].text))
    return sort == LEFT or sort != TEXT and sum(c.isalpha() for c in right.text) <= 0.6 * len(right.text)


def _is_text(side: TextLine | None) -> bool:
    return is_prose(side) or side is not None and _is_labelled(list(_pieces(side)))


def _is_labelled(pieces: Sequence[TextLine]) -> bool:
    """Whether a line is a label with figures behind it."""
    label = pieces[0].text
    if len(pieces) < 2 or len(label) < 3 or sum(c.isalpha() for c in label) <= 0.6 * len(label):
        return False
    return sort_of(unmarked(pieces[-1].words[-1].text)) != TEXT


def is_prose(side: TextLine | None) -> bool:
    """Whether a line, or what stands of one in a column, is mostly letters, and long enough for prose."""
    if side is None:
        return False
    text = side.text
    return len(text) >= LETTERS and sum(c.isalpha() for c in text) > 0.6 * len(text)
