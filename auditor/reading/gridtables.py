"""Grid tables, as pandoc and others draw them: rows between strokes of `+` and `-`, cells over as many columns as the
crossings of the strokes say."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from auditor.model.source import Grid, Span
from auditor.reading.lines import Line
from auditor.reading.pipes import PipeRegion, Typed, assembled, without_emphasis

_STROKE = re.compile(r"\+(?:[-=:]+\+)+")
_ROW = re.compile(r"[|+].*[|+]")
_FEWEST = 4  # lines


def grid_regions(lines: Sequence[Line]) -> list[PipeRegion]:
    """The grid tables of `lines`."""
    found: list[PipeRegion] = []
    k = 0
    while k < len(lines):
        start = k
        if _STROKE.fullmatch(lines[k].text.strip()):
            while k < len(lines) and _ROW.fullmatch(lines[k].text.strip()):
                k += 1
        if k - start >= _FEWEST and any("|" in lines[j].text for j in range(start, k)):
            found.append(PipeRegion(start, k, True, True))
        k = max(k, start + 1)
    return found


def drawn_grid(lines: Sequence[Line], region: PipeRegion, name: str) -> Grid:
    """The grid table that `region` marks out, as a grid with id `name`."""
    crossings = _crossings(lines, region)
    rows: list[list[Typed]] = []
    block: list[int] = []
    for k in range(region.start, region.end):
        if not _STROKE.fullmatch(lines[k].text.strip()):
            block.append(k)
            continue
        if block and (row := _row(lines, block, crossings)):
            rows.append(row)
        block = []
    first, last = lines[region.start], lines[region.end - 1]
    return assembled(rows, name, Span(first.start + first.indent, last.start + last.end), set(), set())


def _crossings(lines: Sequence[Line], region: PipeRegion) -> list[int]:
    """The places of the strokes between columns."""
    found: set[int] = set()
    for k in range(region.start, region.end):
        text = lines[k].text
        if _STROKE.fullmatch(text.strip()):
            found.update(at for at, sign in enumerate(text) if sign == "+")
    return sorted(found)


def _row(lines: Sequence[Line], block: Sequence[int], crossings: Sequence[int]) -> list[Typed]:
    """The cells of one row, each with its words in all of its lines."""
    edges = [at for at in crossings if all(at < len(lines[k].text) and lines[k].text[at] in "|+" for k in block)]
    found: list[Typed] = []
    for left, right in zip(edges, edges[1:], strict=False):
        parts = [(k, part) for k in block if (part := lines[k].text[left + 1 : right]).strip()]
        if not parts:
            continue
        (k, part), (j, final) = parts[0], parts[-1]
        inset = len(part) - len(part.lstrip())
        start = lines[k].start + left + 1 + inset
        end = lines[j].start + left + 1 + len(final.rstrip())
        words, _, bold = without_emphasis(" ".join(" ".join(words.split()) for _, words in parts))
        column = bisect_left(crossings, left)
        found.append(Typed(column, words, start, end, max(inset - 1, 0), bold, bisect_left(crossings, right) - column))
    return found
