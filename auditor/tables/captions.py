"""What stands above a grid: its title, the period and the units that its title or introduction states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from auditor.frozen import dataclass
from auditor.grammar.dates import SILENT, Stated, is_period, parts_in, stated
from auditor.model.source import Document, Grid, Paragraph
from auditor.tables.scales import Scale, scale_in

SHORT = 90
NEAR = 8  # paragraphs above a grid that may speak of it
_LAST_SENTENCE = re.compile(r"(?:^|(?<=[.!?])\s+)(?=[A-Z“\"(])")
_NOTE_TITLE = re.compile(r"^(?:note\s+\d+|\d{1,2}\.)\s*[-–—:.]?\s*", re.I)
_ASIDE = re.compile(r"^\(.*\)$|^(?:un)?audited$|^in\s+\w+s\b|^continued$", re.I)
_TOLD = re.compile(
    r"[$€£]\s?\d[\d.,]*\s+(?:thousand|million|billion)\b|"
    r"\b(?:grew|rose|increased|climbed|fell|declined|decreased|up|down)\b.*?\d\s?(?:%|percent\b)",
    re.I,
)  # in a line that is set as a heading, but tells of figures
_EXPECTED = re.compile(r"\b(?:guidance|outlook|forecast)\b", re.I)
_YEAR = 12  # months
_STATEMENT = re.compile(
    r"statements?\b|balance\s+sheets?|income|operations|cash\s+flows?|reconciliation|highlights|segment|"
    r"results|summary|"
    r"data|information|measures|ratios|condition|position|earnings|schedule",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Caption:
    """`title` is the heading that names the table, `intro` the last sentence before it; `scale` and `stated` are
    what the two say together.

    `adjacent`: nothing but furniture stands between this grid and the one before it; `near`: nothing but a few
    headings that say neither period nor unit.
    """

    title: str = ""
    intro: str = ""
    scale: Scale = Scale()
    stated: Stated = SILENT
    dating: str = ""
    """The text that `stated` was read from."""
    adjacent: bool = False
    near: bool = False


def captions(document: Document) -> Iterator[tuple[Grid, Caption]]:
    """The grids of a document with their captions, in order."""
    above: list[tuple[str, str]] = []  # kind and text of the paragraphs since the last grid
    first = True
    for block in document.blocks:
        if isinstance(block, Grid):
            yield block, (Caption(adjacent=True, near=True) if not above and not first else _caption(above))
            above, first = [], False
        elif isinstance(block, Paragraph) and block.kind != "furniture":
            if block.kind == "footnote" and not above:
                continue
            text = document.text[block.span.start : block.span.end]
            above.append((block.kind, " ".join(text.split()) if "\n" in text or "  " in text else text))


def _caption(above: list[tuple[str, str]]) -> Caption:
    near = above[-NEAR:]
    headings: list[str] = []
    for kind, text in reversed(near):
        if kind != "heading" and not (len(text) < 120 and (_ASIDE.match(text) or is_period(text))):
            break
        headings.insert(0, text)
    prose = [text for kind, text in near[: len(near) - len(headings)] if kind in ("prose", "bullet", "heading")]
    intro = _last_sentence(prose[-1]) if prose else ""
    title = _title(headings)
    scale = _scale(headings, prose)
    dating = " ".join(headings[-5:])
    said = headline(dating)
    if said == SILENT and prose:
        dating = intro
        said = headline(intro)
        if said.month is not None and said.day is None and not said.spans:
            dating, said = "", SILENT  # "In October, the company raised its dividend" dates no table
    silent = said == SILENT and scale.silent
    short = len(above) <= 3 and all(kind in ("heading", "footnote") or len(text) < SHORT for kind, text in above)
    return Caption(title, intro, scale, said, dating, False, silent and short)


def _title(headings: list[str]) -> str:
    """The heading that names the table: the last that names a statement, else the last that is no aside."""
    named = [h for h in headings if not _ASIDE.match(h) and not is_period(h) and not _TOLD.search(h)]
    statements = [h for h in named if _STATEMENT.search(h) and not parts_in(h)] or [
        h for h in named if _STATEMENT.search(h)
    ]
    chosen = statements[-1] if statements else (named[-1] if named else "")
    return _NOTE_TITLE.sub("", chosen)


def _scale(headings: list[str], prose: list[str]) -> Scale:
    for text in [*reversed(headings), *reversed(prose[-3:])]:
        found = scale_in(text)
        if found.tells:
            return found
    return Scale()


def _last_sentence(text: str) -> str:
    if len(text) < 60:
        return text
    return _LAST_SENTENCE.split(text[-700:])[-1].strip()


@lru_cache(maxsize=4096)
def in_year(text: str, year: int) -> Stated:
    """What a title says of the period of one year: of "June 30, 2023 and December 31, 2022" the day in that year."""
    if len(text) > 800 or not any(p.kind == "day" and p.year == year for p in parts_in(text)):
        return SILENT
    return stated(f"{text} {year}")


@lru_cache(maxsize=4096)
def headline(text: str) -> Stated:
    """What a title says of the period; of several periods the first, which is the current one."""
    if len(text) > 800:
        return SILENT
    found = parts_in(text)
    days = [p for p in found if p.kind in ("day", "month")]
    years = [p for p in found if p.kind == "year"]
    spans = [p for p in found if p.kind == "span"]
    cut = len(text)
    if len(days) > 1 and days[0].year is not None:
        cut = min(cut, days[1].start)
    elif len(days) == 1 and years and days[0].year is not None and years[0].start > days[0].end:
        cut = min(cut, years[0].start)
    elif len(years) > 1:
        cut = min(cut, years[1].start)
    if len(spans) > 1 and spans[1].start < cut:
        return stated(text[spans[1].start : cut]) if not days or days[0].start > spans[1].end else stated(text[:cut])
    said = stated(text[:cut])
    if years and said == Stated(year=said.year, fiscal=said.fiscal) and _EXPECTED.search(text):
        return replace(said, months=_YEAR)  # "2026 Guidance" is of the year, whatever quarter is reported
    return said
