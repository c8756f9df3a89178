"""What each paragraph of a marked-up file is: prose, heading, bullet, footnote or furniture.

Prose that a page break cut in two is joined.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from auditor.frozen import dataclass
from auditor.model.source import ParagraphKind
from auditor.reading import notes
from auditor.reading.flatten import NOTE, Listed, Part
from auditor.reading.gridding import Layout
from auditor.reading.prose import LEAD, title_case
from auditor.reading.raw import Fixed, PageBreak, Piece

PAGE_NUMBER = re.compile(
    r"[-–—\s]*(?:page\s*)?(?:[A-Z]-)?\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?[-–—\s]*|[-–—\s]*[ivxl]{1,5}[-–—\s]*",
    re.IGNORECASE,
)
_ENDING = re.compile(
    r"[(\[–—-]*\s*(?:more|tables? (?:to )?follows?)\s*[)\]–—-]*|(?:#\s*){1,4}|table of contents|\*(?:\s*\*){2,}",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_BROKEN_OFF = re.compile(r"[\w,%–-]$")
_GOING_ON = re.compile(r"[a-z\d($]")
_GOING_ON_HERE = re.compile(r"\$\s?\d|[a-z]{2}")  # within a page: not after a list's number, nor "(unaudited)"
_MARK = re.compile(r"[•▪◦‣∙●○■□·o]")
_TITLE = re.compile(r"[^.;:,!?%$\"“”]{8,79}")
_CAPITALS = re.compile(r"[A-Z]{5,}(?: [A-Z&]{2,}){0,3}")  # "OUTLOOK"
_DAY = re.compile(r"(?<=[a-z.] |[A-Z.] )\d{1,2},(?=\s+(?:19|20)\d\d\b)")  # what may hold a comma in a title
NEAR = 3  # paragraphs from a page break within which running heads and feet stand
RUNNING = 3  # times that a text must stand there


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph with its kind."""

    text: str
    kind: ParagraphKind


Sorted = Prose | Layout | Fixed


def sort(parts: Sequence[Part], plain_titles: bool = True) -> list[Sorted]:
    """Parts with their kinds; page breaks are gone. `plain_titles`: a line that is written like a title is one without
    any emphasis too."""
    furniture = _furniture(parts)
    out: list[Sorted] = []
    after_grid = turned = False  # `turned`: nothing but furniture since a page break or the furniture of one
    marked = False  # by a bullet that stands in a paragraph of its own
    for k, part in enumerate(parts):
        if isinstance(part, PageBreak):
            turned = True
        elif k in furniture and isinstance(part, Piece):
            turned = True
            out.append(Prose(part.text, "furniture"))
        elif isinstance(part, Piece):
            alone = _MARK.fullmatch(part.text) is not None
            kind = "bullet" if marked or alone else kind_of(part, after_grid, plain_titles)
            marked = alone
            after_grid = after_grid and kind == "footnote"
            if not (kind == "prose" and _join(out, part.text, turned)):
                out.append(Prose(part.text, kind))
            turned = False
        else:
            out.append(Prose(part.text, part.kind) if isinstance(part, Listed) else part)
            after_grid, turned, marked = isinstance(part, Layout), False, False
    return out


def kind_of(piece: Piece, after_grid: bool, plain_titles: bool) -> ParagraphKind:
    """The kind of a paragraph that is no furniture; `after_grid`: only footnotes stand between it and a table."""
    text, look = piece.text, piece.look
    if look.item or LEAD.match(text):
        return "bullet"
    if NOTE.match(text) and (after_grid or text[0] in "\u200b*†‡"):
        return "footnote"
    if look.heading:
        return "heading"
    short = len(text) < 300
    if short and (look.bold or ((look.stressed or look.centred) and text[-1] != ".")):
        return "heading"
    return "heading" if plain_titles and is_plain_title(text) else "prose"


def is_plain_title(text: str) -> bool:
    """Whether a line is written like a title, without any emphasis."""
    bare = _DAY.sub("", text)
    return _TITLE.fullmatch(bare) is not None and title_case(bare) or _CAPITALS.fullmatch(text) is not None


def _join(out: list[Sorted], text: str, turned: bool) -> bool:
    """Joins `text` to the prose that a page break (`turned`) or a line break cut off, if there is some; the furniture
    between comes after it."""
    k = next((k for k in range(len(out) - 1, -1, -1) if not _is_furniture(out[k])), -1)
    last = out[k] if k >= 0 else None
    if not isinstance(last, Prose) or last.kind not in ("prose", "bullet", "footnote") or len(last.text) < 60:
        return False
    going_on = _GOING_ON if turned else _GOING_ON_HERE
    if not _BROKEN_OFF.search(last.text) or not going_on.match(text):
        return False
    out[k] = Prose(f"{last.text}\n{text}", last.kind)
    return True


def _is_furniture(part: Sorted) -> bool:
    return isinstance(part, Prose) and part.kind == "furniture"


def _furniture(parts: Sequence[Part]) -> set[int]:
    """Indexes of page numbers, running heads and feet, and `(more)` lines."""
    found: set[int] = set()
    at_edge: dict[int, str] = {}
    for k, part in enumerate(parts):
        if isinstance(part, Piece):
            if len(part.text) < 40 and (PAGE_NUMBER.fullmatch(part.text) or _ENDING.fullmatch(part.text)):
                found.add(k)
        elif isinstance(part, PageBreak):
            for j in (*range(max(0, k - NEAR), k), *range(k + 1, min(len(parts), k + 1 + NEAR))):
                near = parts[j]
                if isinstance(near, Piece) and len(near.text) < 100 and not notes.IN_SCALE.search(near.text):
                    at_edge[j] = _DIGITS.sub("0", near.text)
    seen = Counter(at_edge.values())
    return found | {k for k, text in at_edge.items() if seen[text] >= RUNNING}
