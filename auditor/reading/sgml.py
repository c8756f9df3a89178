"""Full EDGAR submissions: an SGML header, then documents of which one or two are the release.

Pictures, spreadsheets and XBRL parts are passed over unread. Among the rest the release is known by what it says
(results language, figures), not by its exhibit number; an exhibit of tables beside it is read with it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from auditor.errors import NoReleaseError
from auditor.frozen import dataclass
from auditor.model.source import Block, Document, Grid, Span
from auditor.reading.likeness import ENOUGH, Likeness
from auditor.reading.markup import is_markup
from auditor.reading.text import read_text

_SAMPLE = 150_000  # characters of a document that are looked at to judge it
_PASSED = re.compile(
    r"GRAPHIC|ZIP|EXCEL|XML|JSON|PDF|CORRESP|COVER|EX-10[14]|EX-(?:[1-9]|1[0-24-9]|2\d|3\d)(?:\.|$)|XBRL", re.I
)
_BINARY = re.compile(r"\.(?:jpe?g|gif|png|bmp|xlsx?|zip|pdf|xsd|xml|js|css|json|pptx?)$", re.I)
_EXHIBIT = re.compile(r"EX-99", re.I)
_MAIN = re.compile(r"(?:8-K|6-K|10-[QK]|20-F|40-F|DEF|ARS|EX-13)", re.I)
_TAGS = re.compile(r"<[^>]{0,2000}>")
_SLIDES = re.compile(r"slide|presentation|investor deck", re.I)
_DENSE = 0.30  # figures a word in an exhibit of tables


@dataclass(frozen=True, slots=True)
class Part:
    """One document of a submission: its type and description, and where its text stands in the source."""

    kind: str
    description: str
    filename: str
    start: int
    end: int

    @property
    def name(self) -> str:
        return self.kind or self.filename or "document"


@dataclass(frozen=True, slots=True)
class Judged:
    """What a look at a part's words tells: `release` scores results language, `density` figures a word."""

    part: Part
    release: int
    density: float
    statements: bool
    measured: bool


def read_submission(source: str, name: str) -> Document:
    """The release in a full submission, with its exhibit of tables when they stand apart. Raises `ReadingError`
    when no part of it can be read as one."""
    parts = [part for part in parts_of(source) if _readable(source, part)]
    if not parts:
        if "<DOCUMENT>" in source:
            raise NoReleaseError(
                f"{name}: the submission holds only pictures and data; give one with the release as text or HTML"
            )
        return read_text(source, name)
    chosen = _chosen([_judged(source, part) for part in parts])
    if not chosen:
        seen = ", ".join(part.name for part in parts)
        raise NoReleaseError(
            f"{name}: no earnings release among the documents of the submission ({seen}); give the release itself"
        )
    read = [(part, _read(source[part.start : part.end], name)) for part in chosen]
    return _joined(source, read, name)


def parts_of(source: str) -> Iterator[Part]:
    """The documents of a submission, in order."""
    at = source.find("<DOCUMENT>")
    while at >= 0:
        following = source.find("<DOCUMENT>", at + 10)
        limit = following if following >= 0 else len(source)
        text = source.find("<TEXT>", at, limit)
        if text >= 0:
            head = source[at:text]
            end = source.rfind("</TEXT>", text, limit)
            if end < 0:
                end = source.rfind("</DOCUMENT>", text, limit)
            yield Part(
                _field(head, "TYPE"),
                _field(head, "DESCRIPTION"),
                _field(head, "FILENAME"),
                text + 6,
                end if end >= 0 else limit,
            )
        at = following


def _field(head: str, tag: str) -> str:
    at = head.find(f"<{tag}>")
    if at < 0:
        return ""
    end = head.find("\n", at)
    return head[at + len(tag) + 2 : end if end >= 0 else len(head)].strip()


def _readable(source: str, part: Part) -> bool:
    if _PASSED.match(part.kind) or _BINARY.search(part.filename):
        return False
    opening = source[part.start : part.start + 400].lstrip()
    return bool(opening) and not opening.startswith(("begin 6", "<PDF>", "%PDF"))


def _words(source: str, part: Part) -> str:
    sample = source[part.start : min(part.end, part.start + _SAMPLE)]
    if is_markup(sample):
        sample = html.unescape(_TAGS.sub(" ", sample))
    return sample


def _judged(source: str, part: Part) -> Judged:
    seen = Likeness(_words(source, part), part.description)
    if seen.spoken:
        return Judged(part, -99, seen.density, False, False)
    score = seen.score
    if _EXHIBIT.match(part.kind):
        score += 2
    elif not _MAIN.match(part.kind):
        score -= 3
    if _SLIDES.search(part.description):
        score -= 6
    return Judged(part, score, seen.density, seen.statements, seen.measured)


def _chosen(judged: Sequence[Judged]) -> list[Part]:
    """The release, and the exhibits of tables beside it."""
    best = max(judged, key=lambda j: (j.release, -j.part.start))
    if best.release < ENOUGH:
        readable = [j for j in judged if j.release > -50 and (_EXHIBIT.match(j.part.kind) or len(judged) == 1)]
        return [readable[0].part] if readable else []
    beside = [
        j.part
        for j in judged
        if j is not best
        and j.release > -50
        and _EXHIBIT.match(j.part.kind)
        and not _SLIDES.search(j.part.description)
        and (j.statements and j.density >= _DENSE or j.measured and j.density >= 2 * _DENSE)
    ]
    return [best.part, *beside]


def _read(body: str, name: str) -> Document:
    if is_markup(body):
        from auditor.reading.html import read_html

        return read_html(body, name)
    return read_text(body, name)


def _joined(source: str, read: Sequence[tuple[Part, Document]], name: str) -> Document:
    """The parts as one document: texts one after the other, places and table numbers shifted."""
    texts: list[str] = []
    blocks: list[Block] = []
    origins: list[tuple[int, int, int]] = []
    at, grids = 0, 0
    for part, document in read:
        for block in document.blocks:
            span = Span(block.span.start + at, block.span.end + at)
            if isinstance(block, Grid):
                grids += 1
                cells = (
                    tuple(replace(c, span=Span(c.span.start + at, c.span.end + at)) for c in block.cells)
                    if at
                    else block.cells
                )
                blocks.append(replace(block, id=f"t{grids}", span=span, cells=cells))
            else:
                blocks.append(replace(block, span=span))
        lines = source.count("\n", 0, part.start)
        if document.format != "html":  # the lines of a page are not those of its source
            origins += [(at + mark, lines + line, column) for mark, line, column in document.origins or ((0, 1, 1),)]
        texts.append(document.text)
        at += len(document.text) + 2
    first = read[0][1]
    notes = tuple(note for _, document in read for note in document.notes)
    shown = " and ".join(part.name for part, _ in read)
    kinds = {document.format for _, document in read}
    return Document(
        name,
        "\n\n".join(texts),
        tuple(blocks),
        format=first.format if len(kinds) == 1 else "text",
        title=first.title,
        notes=(f"of the submission, {shown} was read", *notes),
        origins=tuple(origins),
    )
