"""Plain text, as releases were filed in the 2000s and as drafts are typed; Markdown too."""

from __future__ import annotations

import re
from collections.abc import Sequence

from auditor.errors import ReadingError
from auditor.model.source import Block, Document, Grid, Paragraph, Span
from auditor.reading.fixed import grid_of
from auditor.reading.gridtables import drawn_grid, grid_regions
from auditor.reading.lines import Line, as_furniture, closed_up, lines_of, normalised
from auditor.reading.markdown import plain
from auditor.reading.pages import furniture
from auditor.reading.pipes import PipeRegion, as_pipes, pipe_grid, pipe_regions
from auditor.reading.prose import BULLET, COMPANY_END, NOTE, Run, introduces, runs
from auditor.reading.regions import Region, in_tags, regions
from auditor.reading.wordtables import word_tables

Table = Region | PipeRegion

_RESULTS = re.compile(r"report|announce|result|earn|quarter|record|income|revenue|sales|profit|year", re.I)
_NO_TITLE = re.compile(
    r"exhibit|immediate release|^contact|^news release|^press release|form \d+-|commission|"
    r"date of report|^item \d|charter|pursuant",
    re.I,
)
_TITLES = 8  # lines above a table that may be its title


def read_text(text: str, name: str) -> Document:
    """The release in `text`. Raises `ReadingError` when nothing is in it."""
    if not text.strip():
        raise ReadingError(f"{name}: the file holds no text; give the release itself")
    source = normalised(plain(text))
    lines = closed_up(lines_of(source))
    drawn = grid_regions(lines)
    as_pipes(lines, drawn)
    pipes = pipe_regions(lines)
    as_pipes(lines, pipes)
    as_furniture(lines, furniture(lines))
    tables: list[Table] = sorted([*regions(lines), *pipes, *drawn], key=lambda t: t.start)
    words = word_tables(lines, _taken(lines, tables), in_tags(lines))
    if words:
        tables = sorted([*tables, *words], key=lambda t: t.start)
    taken = _taken(lines, tables)
    found = runs(lines, taken, _titles(lines, tables, taken))
    order = _order(len(lines), found)
    origins: tuple[tuple[int, int, int], ...] = ()
    if order is not None:
        source, origins = _moved(source, lines, order)
    blocks = _blocks(lines, found, [_grid(lines, table, f"t{k}") for k, table in enumerate(tables, 1)])
    return Document(name, source, blocks, title=_title(source, blocks), origins=origins)


def _grid(lines: Sequence[Line], table: Table, name: str) -> Grid:
    if isinstance(table, PipeRegion):
        return drawn_grid(lines, table, name) if table.drawn else pipe_grid(lines, table, name)
    return grid_of(lines, table, name)


def _taken(lines: Sequence[Line], tables: Sequence[Table]) -> list[int]:
    taken = [0] * len(lines)
    for number, region in enumerate(tables, 1):
        for k in range(region.start, region.end):
            taken[k] = number
    return taken


def _titles(lines: Sequence[Line], tables: Sequence[Table], taken: Sequence[int]) -> frozenset[int]:
    """The title lines above each table: short lines up to the first sentence, two blank lines or a page break."""
    found: set[int] = set()
    for region in tables:
        blanks, count, k = 0, 0, region.start - 1
        while k >= 0 and count < _TITLES and not taken[k]:
            line = lines[k]
            if line.kind == "blank":
                blanks += 1
                if blanks > 2 and count:
                    break
            elif line.kind in ("text", "columns"):
                if not _titular(lines, k):
                    break
                found.add(k)
                count, blanks = count + 1, 0
            elif line.kind in ("furniture", "row") or line.kind == "break" and "TABLE>" not in line.tag:
                break
            k -= 1
    return frozenset(found)


def _titular(lines: Sequence[Line], k: int) -> bool:
    line = lines[k]
    words = line.words
    if words.endswith((".", ";", ",")) and not COMPANY_END.search(words) or NOTE.match(words):
        return False
    if BULLET.match(words) or introduces(words):
        return False
    above = lines[k - 1] if k else None
    if line.words.startswith("(") and words.endswith(":") and above is not None and above.indent == line.indent:
        return above.kind != "text"  # the end of a sentence that leads to the table
    if line.indent >= 8 or line.words.isupper() or line.words.startswith("("):
        return True
    return line.end - line.indent <= 70 and (above is None or above.kind != "text" or above.end - above.indent < 60)


def _order(count: int, found: Sequence[Run]) -> list[int] | None:
    """The order of lines in the document when furniture moves behind a paragraph; None when nothing moves."""
    split = [run for run in found if run.lines[-1] - run.lines[0] >= len(run.lines)]
    if not split:
        return None
    order: list[int] = []
    at = 0
    for run in split:
        first, last = run.lines[0], run.lines[-1]
        order += range(at, first)
        order += run.lines
        order += sorted(set(range(first, last + 1)) - set(run.lines))
        at = last + 1
    return order + list(range(at, count))


def _moved(source: str, lines: list[Line], order: Sequence[int]) -> tuple[str, tuple[tuple[int, int, int], ...]]:
    """The text with its lines in `order`; the places of `lines` are set anew, origins mark where they came from."""
    raw = source.split("\n")
    origins: list[tuple[int, int, int]] = []
    at, expected = 0, -1
    for k in order:
        if k != expected:
            origins.append((at, lines[k].number, 1))
        expected = k + 1
        if lines[k].start != at:
            lines[k] = lines[k].moved(at)
        at += len(raw[lines[k].number - 1]) + 1
    return "\n".join(raw[lines[k].number - 1] for k in order), tuple(origins)


def _blocks(lines: Sequence[Line], found: Sequence[Run], grids: Sequence[Grid]) -> tuple[Block, ...]:
    blocks: list[Block] = list(grids)
    for run in found:
        first, last = lines[run.lines[0]], lines[run.lines[-1]]
        blocks.append(Paragraph(Span(first.start + run.start, last.start + last.end), run.kind))
    return tuple(sorted(blocks, key=lambda b: b.span.start))


def _title(text: str, blocks: Sequence[Block]) -> str:
    """The headline: the first heading that speaks of results, else the first heading."""
    headings = [
        " ".join(text[b.span.start : b.span.end].split())
        for b in blocks[:60]
        if isinstance(b, Paragraph) and b.kind == "heading"
    ]
    headings = [h for h in headings if len(h) >= 12 and not _NO_TITLE.search(h)]
    return next((h for h in headings if _RESULTS.search(h) and len(h) >= 20), headings[0] if headings else "")
