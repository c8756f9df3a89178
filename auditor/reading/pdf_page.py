"""What a page of a PDF prints: words with their places, in lines, and rule lines.

Places are in points from the top left corner of the page as it is shown.
"""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from auditor.model.source import MARK
from auditor.reading.pdf_repair import UNKNOWN
from auditor.reading.raw import is_mark

LETTERS = 1.1  # of the size of a font: from the top of its letters to the bottom
SAME_LINE = 0.35  # of the height of the letters
WORD_GAP = 0.25
LEAST_GAP = 0.1  # where pdfium guesses a space: on a short page it does so between digits too
WIDE_F = 0.42  # of the height of the letters: an "f" so wide is one of two in a ligature
SMALL = 0.85
SMALLER = 0.75
THIN = 2.5  # points
SMALLEST_DOT, GREATEST_DOT = 1.5, 8.0  # points
SQUARE = 0.3  # of its width that the height of a dot may differ
BULLET_GAP = 3.0  # heights of letters, at most, from a bullet to its text
USUAL_SPACE = 0.28
SPREAD, MOSTLY = 6, 0.7  # words of a line whose letters may be set apart; so many of them are one letter
WIDER = 1.6  # of the usual gap between such letters is that between words
DROPPED = frozenset("\u200b\ufeff\u00ad\uffff")
_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)


@dataclass(slots=True)
class Word:
    """A word and its place; `y` is its base line. Footnote marks stand between `MARK`s."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool


@dataclass(slots=True)
class TextLine:
    """Words on one base line, from left to right."""

    y: float
    size: float
    words: list[Word] = field(default_factory=list)

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return self.words[-1].x1

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


@dataclass(slots=True)
class Stroke:
    """A horizontal rule line."""

    x0: float
    x1: float
    y: float


@dataclass(slots=True)
class Dot:
    """A small drawing as wide as it is high; `y` is its middle."""

    x0: float
    x1: float
    y: float


@dataclass(slots=True)
class Sheet:
    """A page: its lines from top to bottom."""

    width: float
    height: float
    lines: list[TextLine]
    strokes: list[Stroke]
    pictures: int = 0

    @property
    def space(self) -> float:
        """The usual gap between words, in heights of letters."""
        gaps = sorted(
            (b.x0 - a.x1) / line.size
            for line in self.lines
            for a, b in zip(line.words, line.words[1:], strict=False)
            if 0.1 * line.size < b.x0 - a.x1 < 0.75 * line.size
        )
        return gaps[len(gaps) // 2] if gaps else USUAL_SPACE


@dataclass(slots=True)
class Glyph:
    """A printed character; `y` is its base line, `weight` that of its font, `spaced`: the file prints a space before
    it, `guessed`: only the reader of the file takes one to stand there."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    weight: int
    spaced: bool
    guessed: bool = False


def sheet_of(page: Any) -> Sheet:
    """The words and rule lines of a pypdfium2 page."""
    width, height = page.get_size()
    turn = int(page.get_rotation())
    glyphs = list(_glyphs(page, turn, width, height))
    body = _body_weight(glyphs)
    lines = [_line(row, body) for row in _rows(glyphs)]
    strokes, dots, pictures = _objects(page, turn, width, height)
    for dot in dots:
        _set_bullet(dot, lines)
    return Sheet(width, height, lines, strokes, pictures)


def _glyphs(page: Any, turn: int, width: float, height: float) -> Iterator[Glyph]:
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # the package has no type hints

    text = page.get_textpage()
    box = pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    runs, spaced, guessed = _Runs(), True, False
    for i in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, i)
        char = "-" if code in (2, 0xFFFE) and pdfium.FPDFText_IsHyphen(text, i) == 1 else chr(code or ord(UNKNOWN))
        if char.isspace() and pdfium.FPDFText_IsGenerated(text, i) == 1:
            guessed = True
            continue
        if char.isspace() or not pdfium.FPDFText_GetLooseCharBox(text, i, box):
            spaced = True
            continue
        pdfium.FPDFText_GetCharOrigin(text, i, x, y)
        left, right, base, drawn = _turned(box, x.value, y.value, turn, width, height)
        weight, size = runs.of(pdfium.FPDFText_GetTextObject(text, i))
        size = size or drawn
        if char in DROPPED or size <= 0 or not 0 <= base <= height + size or right < 0 or left > width:
            continue
        if unicodedata.category(char) == "Cc":
            spaced = True
            continue
        yield Glyph(char, left, right, base, size, weight, spaced, guessed)
        spaced = guessed = False


class _Runs:
    """The weight and the size of the font of each run of text, asked once for each: the weight by the font's name where
    that tells. The boxes of letters say little of their size, for a font may be embedded without its own measures."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[int, float]] = {}

    def of(self, run: Any) -> tuple[int, float]:
        address = ctypes.addressof(run.contents) if run else 0
        known = self._known.get(address)
        if known is None:
            known = self._known[address] = (self._weight(run), self._size(run)) if run else (0, 0.0)
        return known

    @staticmethod
    def _weight(run: Any) -> int:
        import pypdfium2.raw as pdfium

        font = pdfium.FPDFTextObj_GetFont(run)
        if not font:
            return 0
        name = ctypes.create_string_buffer(256)
        pdfium.FPDFFont_GetBaseFontName(font, name, 256)
        return 700 if _BOLD.search(name.value.decode("latin-1")) else int(pdfium.FPDFFont_GetWeight(font))

    @staticmethod
    def _size(run: Any) -> float:
        """The height of the letters with their descenders, in points; zero where the run does not tell."""
        import pypdfium2.raw as pdfium

        size, matrix = ctypes.c_float(), pdfium.FS_MATRIX()
        if not pdfium.FPDFTextObj_GetFontSize(run, size) or not pdfium.FPDFPageObj_GetMatrix(run, matrix):
            return 0.0
        return LETTERS * size.value * math.hypot(matrix.c, matrix.d)


def _turned(box: Any, x: float, y: float, turn: int, width: float, height: float) -> tuple[float, float, float, float]:
    """Left, right, base line and height of a character on the page as shown."""
    if turn == 90:
        return box.bottom, box.top, x, abs(box.right - box.left)
    if turn == 180:
        return width - box.right, width - box.left, y, abs(box.top - box.bottom)
    if turn == 270:
        return width - box.top, width - box.bottom, height - x, abs(box.right - box.left)
    return box.left, box.right, height - y, abs(box.top - box.bottom)


def _body_weight(glyphs: Sequence[Glyph]) -> int:
    counts: dict[int, int] = {}
    for glyph in glyphs:
        if glyph.weight > 0:
            counts[glyph.weight] = counts.get(glyph.weight, 0) + 1
    return max(counts, key=lambda w: counts[w]) if counts else 400


def _rows(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Glyphs by base line, from top to bottom; raised and lowered ones with the line they belong to."""
    rows: list[list[Glyph]] = []
    base = size = 0.0
    for glyph in sorted(glyphs, key=lambda g: g.y):
        if not rows or glyph.y - base > SAME_LINE * max(size, glyph.size):
            rows.append([])
            base, size = glyph.y, glyph.size
        elif glyph.size > size:
            base, size = glyph.y, glyph.size
        rows[-1].append(glyph)
    waiting: list[Glyph] = []
    for row, following in zip(rows, [*rows[1:], []], strict=False):
        if following and _belongs_to(row, following):
            waiting = [*waiting, *row]
        else:
            yield [*waiting, *row]
            waiting = []


def _belongs_to(marks: Sequence[Glyph], row: Sequence[Glyph]) -> bool:
    """Whether a row of a few small glyphs is raised above the next one, in its gaps."""
    size, high = max(g.size for g in row), max(g.size for g in marks)
    if len(marks) > 24 or high >= 0.8 * size or row[0].y - marks[0].y > 0.8 * size:
        return False
    return not any(m.x0 < g.x1 - 0.1 * size and g.x0 + 0.1 * size < m.x1 for m in marks for g in row if g.size > high)


def _line(row: list[Glyph], body: int) -> TextLine:
    sizes: dict[float, int] = {}
    for glyph in row:
        sizes[round(glyph.size, 1)] = sizes.get(round(glyph.size, 1), 0) + 1
    size = max(sizes, key=lambda s: (sizes[s], s))
    main = [g for g in row if g.size >= SMALL * size]
    base = sorted(g.y for g in main)[len(main) // 2]
    runs: list[list[Glyph]] = []
    for glyph in sorted(row, key=lambda g: (g.x0, g.x1)):
        if runs and _doubled(runs[-1], glyph):
            continue
        if not runs or _apart(runs[-1][-1], glyph, base, size):
            runs.append([])
        runs[-1].append(glyph)
    runs = _closed_up(runs, size) if len(runs) >= SPREAD else runs
    return TextLine(base, size, [_word(run, base, size, body) for run in runs])


def _closed_up(runs: list[list[Glyph]], size: float) -> list[list[Glyph]]:
    """The words of a line whose letters are set apart: "R E S U L T S". Spaces that the file prints part the words;
    else the gaps do that are wider than most."""
    single = sum(len(run) == 1 for run in runs)
    letters = sum(glyph.text.isalpha() for run in runs for glyph in run)
    if single < MOSTLY * len(runs) or letters * 2 < sum(map(len, runs)):
        return runs
    gaps = [after[0].x0 - before[-1].x1 for before, after in zip(runs, runs[1:], strict=False)]
    usual = sorted(gaps)[len(gaps) // 2]
    if usual > size:
        return runs
    printed = sum(run[0].spaced for run in runs[1:])
    told = 0 < printed < len(gaps) / 2
    words = [runs[0]]
    for run, gap in zip(runs[1:], gaps, strict=True):
        if run[0].spaced if told else gap > WIDER * usual:
            words.append(run)
        else:
            words[-1] = [*words[-1], *run]
    return words


def _apart(last: Glyph, glyph: Glyph, base: float, size: float) -> bool:
    gap = glyph.x0 - last.x1 > (LEAST_GAP if glyph.guessed else WORD_GAP) * size
    return gap or glyph.spaced or _raised(last, base, size) != _raised(glyph, base, size)


def _doubled(run: Sequence[Glyph], glyph: Glyph) -> bool:
    """Whether a glyph is printed over itself, as poor man's bold is. The letters of a ligature share its box."""
    if glyph.text == "f" and glyph.x1 - glyph.x0 > WIDE_F * glyph.size:
        return False
    return run[-1].text == glyph.text and abs(run[-1].x0 - glyph.x0) < 0.15 * glyph.size


def _raised(glyph: Glyph, base: float, size: float) -> bool:
    return glyph.size < SMALL * size and glyph.y < base - 0.12 * size


def _word(run: Sequence[Glyph], base: float, size: float, body: int) -> Word:
    text = unicodedata.normalize("NFKC", "".join(g.text for g in run)) if _joined(run) else "".join(g.text for g in run)
    small = _raised(run[0], base, size) or run[0].size < SMALLER * size
    if small and is_mark(text):
        text = f"{MARK}{text}{MARK}"
    weight = run[0].weight
    bold = weight >= 600 if 0 < weight <= 1000 else weight > 1000 and weight != body
    return Word(text, run[0].x0, run[-1].x1, sorted(g.y for g in run)[len(run) // 2], size, bold)


def _joined(run: Sequence[Glyph]) -> bool:
    """Whether ligatures are among the letters."""
    return any("\ufb00" <= g.text <= "\ufb06" for g in run)


def _set_bullet(dot: Dot, lines: Sequence[TextLine]) -> None:
    """Puts the bullet of a list that is drawn, not printed, before the line that it stands before."""
    for line in lines:
        if not line.y - line.size < dot.y < line.y:
            continue
        at = sum(word.x0 < dot.x0 for word in line.words)
        before, after = line.words[at - 1] if at else None, line.words[at] if at < len(line.words) else None
        near = after is not None and 0 < after.x0 - dot.x1 < BULLET_GAP * line.size
        if near and (before is None or dot.x0 - before.x1 > line.size):
            line.words.insert(at, Word("•", dot.x0, dot.x1, line.y, line.size, False))
            return


def _objects(page: Any, turn: int, width: float, height: float) -> tuple[list[Stroke], list[Dot], int]:
    """Horizontal rule lines, dots, and the number of pictures."""
    import pypdfium2.raw as pdfium

    strokes: list[Stroke] = []
    dots: list[Dot] = []
    pictures = 0
    for thing in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE), max_depth=4):
        if thing.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictures += 1
            continue
        left, bottom, right, top = thing.get_bounds()
        if turn == 90:
            left, right, bottom, top = bottom, top, height - right, height - left
        elif turn == 270:
            left, right, bottom, top = width - top, width - bottom, left, right
        elif turn == 180:
            left, right, bottom, top = width - right, width - left, height - top, height - bottom
        if top - bottom <= THIN and right - left >= 4:
            strokes.append(Stroke(left, right, height - (top + bottom) / 2))
        elif SMALLEST_DOT < right - left < GREATEST_DOT and abs(right - left - top + bottom) < SQUARE * (right - left):
            dots.append(Dot(left, right, height - (top + bottom) / 2))
    return sorted(strokes, key=lambda s: (s.y, s.x0)), dots, pictures
