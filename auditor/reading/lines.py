"""Printed lines and what they are: blank, rule, page break, furniture, row of a table, or text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from auditor.frozen import dataclass
from auditor.reading.tokens import Segment, segments

LineKind = Literal["blank", "rule", "double-rule", "break", "tag", "furniture", "pipe", "row", "columns", "text"]
"""row: figures stand in it apart from words; columns: words stand apart from each other; tag: `<S> <C>`."""

_WIDEST = 600  # a longer line is a paragraph, not a row of a table
_WIDE_GAP = "    "  # blanks that part columns, not sentences
_INSET = 20  # prose does not begin so far to the right, headings of columns do
_RULE = re.compile(r"[-=_–—─═~\s]{3,}")
_TAG = re.compile(r"</?(?:PAGE|TABLE|CAPTION|S|C|FN|F\d+|R|BTB|PRE|TEXT|B|I|U)>", re.I)
_EMPHASISED = re.compile(r"(?P<mark>\*{1,3}|_{1,3})(?P<words>[^\s*_](?:[^*]*[^\s*_])?)(?P=mark)")
_LEADERS = re.compile(r"(?:\.{3,}|(?: \.){3,})")
_TAKING_TURNS = 4  # lines of a paragraph and blank ones that take turns
_WRAPPED = 0.3  # of its lines begin with a small letter
_RAGGED = 6  # characters that a full line may be shorter than the longest
_SENTENCE_GAP = re.compile(r"(?<=[.:;?!,\"')”])  (?=[A-Za-z\"“`'])")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `start` its place in the document's text, `text` as analysed (tags and dot leaders blanked, same
    length), `segments` empty unless it is a row or columns, `number` its line in the source."""

    number: int
    start: int
    text: str
    kind: LineKind
    indent: int
    end: int
    segments: tuple[Segment, ...] = ()
    tag: str = ""

    def moved(self, start: int) -> Line:
        return Line(self.number, start, self.text, self.kind, self.indent, self.end, self.segments, self.tag)

    @property
    def words(self) -> str:
        return self.text.strip()


def normalised(text: str) -> str:
    """Newlines as `\\n`, tabs expanded, odd blanks as blanks; line numbers stay those of the source."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.translate(_BLANKS) if not text.isascii() else text
    return "\n".join(_untabbed(text.split("\n"))) if "\t" in text else text


def _untabbed(lines: list[str]) -> list[str]:
    """Tabs expanded, but for tables of tab-separated values: adjoining lines with equally many single tabs."""
    counts = [line.count("\t") if "\t" in line and "\t\t" not in line else 0 for line in lines]
    found: list[str] = []
    for k, line in enumerate(lines):
        near = (counts[k - 1] if k else 0, counts[k + 1] if k + 1 < len(lines) else 0)
        separated = counts[k] and counts[k] in near and "\t" in line.strip()
        found.append(line if separated else line.expandtabs(8))
    return found


_BLANKS = str.maketrans(
    {
        "\xa0": " ",
        "\u2007": " ",
        "\u2009": " ",
        "\u202f": " ",
        "\u2003": " ",
        "\u2002": " ",
        "\u200b": " ",
        "\ufeff": " ",
        "\x85": " ",
        "\u2028": " ",
        "\u2029": " ",
    }
)


def lines_of(text: str) -> list[Line]:
    """The lines of a normalised text."""
    found: list[Line] = []
    at = 0
    for number, raw in enumerate(text.split("\n"), 1):
        found.append(_line(number, at, raw))
        at += len(raw) + 1
    return found


def _line(number: int, start: int, raw: str) -> Line:
    words = raw.strip()
    if not words:
        return Line(number, start, raw, "break" if "\f" in raw else "blank", 0, 0)
    tag = ""
    if "<" in words and _TAG.search(raw):
        tag = "".join(m.group().upper() for m in _TAG.finditer(raw))
        raw = _TAG.sub(lambda m: " " * len(m.group()), raw)
        words = raw.strip()
        if not words or (words.isdigit() and "<PAGE>" in tag):
            return Line(number, start, raw, "break" if "PAGE>" in tag or "TABLE>" in tag else "tag", 0, 0, (), tag)
    if "\f" in raw:
        tag, raw = "<PAGE>", raw.replace("\f", " ")
        words = raw.strip()
        if not words:
            return Line(number, start, raw, "break", 0, 0, (), tag)
    if words[0] in "*_" and (whole := _EMPHASISED.fullmatch(words)) is not None:
        blank = " " * len(whole["mark"])  # "**Operating data**": a heading as Markdown sets it
        raw = raw.replace(words, f"{blank}{whole['words']}{blank}")
        words = raw.strip()
    indent = len(raw) - len(raw.lstrip())
    end = indent + len(words)
    if words[0] in "-=_–—─═~" and _RULE.fullmatch(words) and words.count(words[0]) > 2:
        return Line(number, start, raw, "double-rule" if "=" in words or "═" in words else "rule", indent, end, (), tag)
    if "..." in words or " . . ." in words:
        raw = _LEADERS.sub(lambda m: " " * len(m.group()), raw)
        words = raw.strip()
        end = indent + len(words)
        if not words:  # nothing but dots
            return Line(number, start, raw, "rule", 0, 0, (), tag)
    return _worded(number, start, raw, indent, end, words, tag)


def _worded(number: int, start: int, raw: str, indent: int, end: int, words: str, tag: str) -> Line:
    if (
        len(words) > _WIDEST
        or "  " not in words
        and not (words[0] in "$(-.0123456789–—" or words[0] in "Nn" and len(words) < 5)
    ):
        return Line(number, start, raw, "text", indent, end, (), tag)
    prose = "  " in words and indent <= _INSET and _WIDE_GAP not in words
    shown = _SENTENCE_GAP.sub(" \x00", raw) if prose else raw
    found = segments(shown)
    if "---" in words or "===" in words or "___" in words:  # strokes beside words
        found = tuple(s for s in found if s.end - s.start < 5 or not _RULE.fullmatch(raw, s.start, s.end))
    if len(found) == 1 and found[0].kind == "text":
        return Line(number, start, raw, "text", indent, found[0].end, (), tag)
    if _justified(raw, found):
        return Line(number, start, raw, "text", indent, end, (), tag)
    if any(s.kind != "text" for s in found):
        return Line(number, start, raw, "row", indent, end, found, tag)
    return Line(number, start, raw, "columns" if found else "text", indent, end, found, tag)


def _justified(raw: str, found: Sequence[Segment]) -> bool:
    """Whether a line is prose set to both margins: words with blanks strewn among them, none far apart."""
    words = [s for s in found if not s.value]
    if len(words) < 3 or sum(raw[s.start].islower() for s in words) < 2:
        return False
    return all(b.start - a.end <= 3 for a, b in zip(found, found[1:], strict=False))


def closed_up(lines: list[Line]) -> list[Line]:
    """A text typed with a blank line between all of its lines, without those blank lines, and so the paragraphs of one
    of which only the prose is typed so; any other as it is."""
    full = [k for k, line in enumerate(lines) if line.kind not in ("blank", "break", "tag")]
    gaps = [b - a for a, b in zip(full, full[1:], strict=False)]
    if len(gaps) < 12 or sum(g == 1 for g in gaps) > 0.1 * len(gaps) or sum(g == 2 for g in gaps) < 0.6 * len(gaps):
        return _prose_closed_up(lines)
    wrapped = sum(lines[b].words[:1].islower() for a, b in zip(full, full[1:], strict=False) if b - a == 2)
    if wrapped < 0.15 * len(gaps):  # paragraphs of one line each
        return lines
    found: list[Line] = []
    run: list[Line] = []
    for line in lines:
        if line.kind == "blank":
            run.append(line)
            continue
        found += run[: len(run) // 2]
        found.append(line)
        run = []
    return found


def _prose_closed_up(lines: list[Line]) -> list[Line]:
    """Without the blank lines amid paragraphs, where single lines of prose and blank lines take turns."""
    dropped: set[int] = set()
    run: list[int] = []
    for k, line in enumerate([*lines, Line(0, 0, "", "break", 0, 0)]):
        if line.kind == "blank":
            continue
        if line.kind == "text" and run and k - run[-1] == 2:
            run.append(k)
            continue
        dropped.update(_blanks_amid(lines, run))
        run = [k] if line.kind == "text" else []
    return [line for k, line in enumerate(lines) if k not in dropped] if dropped else lines


def _blanks_amid(lines: Sequence[Line], run: Sequence[int]) -> Iterator[int]:
    """The blank lines that part the lines of paragraphs, in a run of lines of which each has one above it: where the
    first word of the next line would not have fitted, and no sentence ends before one that is set in."""
    pairs = list(zip(run, run[1:], strict=False))
    wrapped = sum(lines[b].words[:1].islower() for _, b in pairs)
    if len(run) < _TAKING_TURNS or wrapped < _WRAPPED * len(pairs):
        return
    width = max(lines[k].end for k in run)
    for a, b in pairs:
        room = lines[a].end + 1 + len(lines[b].words.split(" ", 1)[0]) < width - _RAGGED
        ended = lines[a].words[-1] in '.!?:"”’)' and (room or lines[b].indent > lines[a].indent)
        if lines[b].words[0].islower() or not room and not ended:
            yield a + 1


def as_furniture(lines: list[Line], at: Sequence[int]) -> None:
    """Marks the lines at `at` as furniture, in place."""
    for k in at:
        lines[k] = replace(lines[k], kind="furniture", segments=())
