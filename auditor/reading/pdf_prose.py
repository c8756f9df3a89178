"""Paragraphs of a PDF page: lines put together again by their gaps, indents and ends."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from auditor.frozen import dataclass
from auditor.reading.kinds import is_plain_title
from auditor.reading.pdf_columns import ENDS, Band
from auditor.reading.pdf_page import TextLine
from auditor.reading.raw import Look, Piece

WIDE_GAP = 1.22  # times the usual distance of lines
FEW_GAPS = 5  # between lines, which do not tell the usual one
RARE = 4  # times less often than the most common distance of lines
SHORT = 0.14  # of the width: a line that ends so far from the right margin is short

_ITEM = re.compile(
    r"(?:[•·●▪◦‣■□►▶➢❖✓✔\uf0a7\uf0b7\uf0d8\uf0fc]|[-–—*o](?=\s)|"
    r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)](?=\s))\s*\S"
)
_GLYPH = re.compile(r"[•·●▪◦‣■□►▶➢❖✓✔–—\uf0a7\uf0b7\uf0d8\uf0fc]\s*\S")
_OPENING = "\"“‘'(["
_HYPHEN = re.compile(r"([A-Za-z]+)[-\u2010]$")


@dataclass(frozen=True, slots=True)
class Setting:
    """How prose is set: the usual distance of lines and height of letters, the margins of its lines, and those of the
    page or column that it stands in."""

    pitch: float
    size: float
    left: float
    right: float
    band: Band


def setting_of(lines: Sequence[TextLine], band: Band, usual: float = 0.0) -> Setting:
    """The setting of the prose lines of a page or column. `usual`: the distance of lines, in heights of letters, on the
    pages before, which tells more than that of a few lines; 0 where there are none."""
    gaps = Counter(round(b.y - a.y, 0) for a, b in zip(lines, lines[1:], strict=False) if 0 < b.y - a.y < 3 * b.size)
    sizes = Counter[float]()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    long = [line for line in lines if len(line.text) > 60]
    right = max((line.x1 for line in long), default=band.right)
    left = min((line.x0 for line in long), default=band.left)
    pitch = _pitch(gaps, size)
    few = usual and sum(gaps.values()) < FEW_GAPS
    return Setting(min(pitch, usual * size) if few else pitch, size, left, right, band)


def tells_pitch(lines: Sequence[TextLine]) -> bool:
    """Whether there are lines enough for their usual distance to be known."""
    return len(lines) > FEW_GAPS


def _pitch(gaps: Counter[float], size: float) -> float:
    """The usual distance of lines: the least of the common ones, for that of paragraphs may be as common."""
    common = [gap for gap, times in gaps.items() if times * RARE >= max(gaps.values()) and gap > 0.8 * size]
    return min(min(common, default=1.25 * size), 1.6 * size)


def paragraphs(lines: Sequence[TextLine], setting: Setting, is_word: Callable[[str], bool]) -> list[Piece]:
    """The paragraphs of consecutive prose lines. `is_word`: whether the document prints a word without hyphen."""
    groups: list[list[TextLine]] = []
    for line in lines:
        if groups and not _starts(groups[-1], line, setting):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [
        _piece(group, setting, is_word, _apart(before, group, setting) and _apart(group, after, setting))
        for before, group, after in zip([(), *groups], groups, [*groups[1:], ()], strict=False)
    ]


def _apart(above: Sequence[TextLine], below: Sequence[TextLine], setting: Setting) -> bool:
    """Whether two paragraphs stand apart; one of them may be missing."""
    return not above or not below or _gapes(below[0].y - above[-1].y, below[0], setting)


def _gapes(gap: float, line: TextLine, setting: Setting) -> bool:
    """Whether the gap over a line is wider than those within a paragraph."""
    return gap > WIDE_GAP * max(setting.pitch, 1.1 * line.size)


def _starts(group: Sequence[TextLine], line: TextLine, setting: Setting) -> bool:
    """Whether `line` starts a paragraph, after the lines of the one before."""
    last = group[-1]
    gap = line.y - last.y
    if _gapes(gap, line, setting) or gap <= 0:
        return True
    tolerance = 0.2 if line.text[:1].islower() else 0.1
    if abs(line.size - last.size) > tolerance * last.size or _is_bold(line) != _is_bold(last):
        return True
    if _ITEM.match(line.text) and (
        _GLYPH.match(line.text) or not _ITEM.match(group[0].text) or line.x0 <= group[0].x0 + 2
    ):
        return True
    if _centred(line, setting) and _centred(last, setting):
        return last.x1 - last.x0 < 0.6 * (setting.right - setting.left)
    short = last.x1 < setting.right - SHORT * (setting.right - setting.left)
    if short and (ENDS.search(last.text) or line.text.lstrip(_OPENING)[:1].isupper()):
        return True
    indent = line.x0 - last.x0
    if indent > 0.8 * line.size:
        if _in_middle(line, setting) and _in_middle(last, setting):
            return False  # the last line of a centred text that fills the width
        return not (len(group) == 1 and _ITEM.match(last.text))
    return indent < -0.8 * line.size and (short or len(group) > 1 or _ITEM.match(last.text) is not None)


def _is_bold(line: TextLine) -> bool:
    return all(word.bold for word in line.words)


def _centred(line: TextLine, setting: Setting) -> bool:
    return _in_middle(line, setting) and line.x0 > setting.left + 0.075 * setting.band.width


def _in_middle(line: TextLine, setting: Setting) -> bool:
    return abs((line.x0 + line.x1) / 2 - setting.band.middle) < 0.025 * setting.band.width


def _piece(group: Sequence[TextLine], setting: Setting, is_word: Callable[[str], bool], apart: bool) -> Piece:
    """The paragraph of some lines. `apart`: it stands apart from what is printed above and below."""
    text = group[0].text
    for line in group[1:]:
        text = _joined(text, line.text, is_word)
    bold = all(_is_bold(line) for line in group)
    large = group[0].size > 1.12 * setting.size and len(group) < 4
    look = Look(
        bold=bold,
        stressed=bold or large,
        centred=all(_centred(line, setting) for line in group),
        heading=(large and not ENDS.search(text)) or (apart and len(group) == 1 and is_plain_title(text)),
    )
    return Piece(text, look)


def _joined(text: str, line: str, is_word: Callable[[str], bool]) -> str:
    """`line` after `text`; a hyphen at the end goes only if the word is printed elsewhere without it."""
    hyphen = _HYPHEN.search(text)
    if hyphen is None:
        return f"{text}\n{line}"
    rest = re.match(r"[a-z]+", line)
    if rest is not None and is_word(hyphen.group(1) + rest.group()):
        return text[:-1] + line
    return text + line
