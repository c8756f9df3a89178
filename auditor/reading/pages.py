"""Page breaks and what stands beside them: page numbers, running heads, “more” lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from auditor.grammar.folding import Hinted
from auditor.reading.lines import Line

_NUMBER = re.compile(
    r"(?:[-–—\s]*(?:page\s*)?(?:[A-Z]-)?\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?[-–—\s]*|[-–—\s]*[ivxl]{1,5}[-–—\s]*)",
    re.I,
)
_ENDING = Hinted(
    r"[(\[*–—\s-]*(?:more|continued|(?:see )?(?:attached )?(?:financial )?tables? (?:to )?follows?|end)[)\]*–—\s-]*|"
    r"(?:#\s*){1,5}|"
    r"[-–—\s]*see attached tables?[-–—\s]*|\[[^\]]*logo[^\]]*\]|[-–—\s]*-0-[-–—\s]*",
    "more|continued|follow|end|#|attached|logo|-0-"
)  # fmt: skip
STAMP = re.compile(
    r"\d{1,2}/\d{1,2}/\d{2,4},?\s+\d{1,2}:\d{2}(?:\s*[AP]M)?(?:\s.{0,120})?|(?:file|https?)://\S+(?:\s+\d+/\d+)?", re.I
)
"""What a browser prints at the edges of a page: the time, its title, its address."""
_MORE = re.compile(r"[(\[*–—\s-]*(?:more|continued)[)\]*–—\s-]*", re.I)
_TITLE = re.compile(
    r"^\(|thousand|million|unaudited|statement|balance|sheet|consolidated|condensed|reconcil|schedule|summary", re.I
)
_PAGE = re.compile(r"[-–—\s]*page\s*#(?:\s*(?:of|/)\s*#)?[-–—\s]*")
_DIGITS = re.compile(r"\d+")
_STAMPED = frozenset("0123456789fh")  # with what such a line begins
_DASHED = re.compile(r"([-–—])\s*\d{1,3}\s*\1")  # "- 3 -", which is the number of a page wherever it stands alone


def furniture(lines: Sequence[Line]) -> list[int]:
    """The indexes of lines that are furniture."""
    found: set[int] = set()
    blocks: list[list[int]] = []
    for k, line in enumerate(lines):
        if _is_stamp(lines, k):
            found.add(k)
        if line.kind == "break" or "PAGE>" in line.tag:
            if "TABLE" not in line.tag:
                blocks += _beside(lines, k - 1, k + (line.kind == "break"))
        elif line.kind != "blank" and line.end - line.indent < 60 and _is_furniture(lines, k):
            found.add(k)
            if _MORE.fullmatch(line.words):
                blocks += _beside(lines, k - 1, k + 1)
    return sorted(found | _repeated(lines, blocks, found))


def _is_stamp(lines: Sequence[Line], k: int) -> bool:
    """Whether a line stands at the edge of a page as a browser printed it."""
    words = lines[k].words
    if words[:1] not in _STAMPED or STAMP.fullmatch(words) is None:
        return False
    return "PAGE>" in lines[k].tag or _near_break(lines, k)


def _is_furniture(lines: Sequence[Line], k: int) -> bool:
    words = lines[k].words
    if _ENDING.fullmatch(words):
        return True
    return (
        _blank(lines, k - 1)
        and _blank(lines, k + 1)
        and _NUMBER.fullmatch(words) is not None
        and any(c.isalnum() for c in words)
        and (_DASHED.fullmatch(words) is not None or _near_break(lines, k))
    )


def _blank(lines: Sequence[Line], k: int) -> bool:
    return not 0 <= k < len(lines) or lines[k].kind in ("blank", "break", "tag", "furniture")


def _near_break(lines: Sequence[Line], k: int) -> bool:
    """Whether only blank lines part a line from a page break or from an end of the text."""
    for step in (1, -1):
        j = k + step
        while 0 <= j < len(lines) and lines[j].kind == "blank":
            j += step
        if not 0 <= j < len(lines) or lines[j].kind == "break" or step > 0 and "PAGE>" in lines[j].tag:
            return True
    return False


def _beside(lines: Sequence[Line], above: int, below: int) -> list[list[int]]:
    """The blocks of lines next to a page break that may be running heads: the last that ends at or above line
    `above`, the first that begins at or below line `below`."""
    found: list[list[int]] = []
    for j, step, most in ((above, -1, 2), (below, 1, 4)):
        block: list[int] = []
        gaps = 0
        while 0 <= j < len(lines) and gaps < 8 and len(block) <= most:
            line = lines[j]
            if line.kind in ("blank", "tag", "break", "rule", "double-rule"):
                if block:
                    break
                gaps += 1
            else:
                block.append(j)
            j += step
        if 0 < len(block) <= most:
            found.append(block)
    return found


def _repeated(lines: Sequence[Line], blocks: Sequence[list[int]], known: set[int]) -> set[int]:
    """The blocks beside page breaks of which every line comes back on another page, but for its numbers, or that number
    their page."""
    shapes = {k: _DIGITS.sub("#", " ".join(lines[k].words.split()).lower()) for block in blocks for k in block}
    seen = Counter(shapes.values())
    return {
        k
        for block in blocks
        if all(k in known or seen[shapes[k]] > 1 and not _TITLE.search(shapes[k]) for k in block)
        or any(_PAGE.fullmatch(shapes[k]) for k in block)
        and not any(_TITLE.search(shapes[k]) or lines[k].kind == "row" for k in block)
        for k in block
    }
