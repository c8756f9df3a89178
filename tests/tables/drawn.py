"""Documents drawn with pipes, for tests: blocks are parted by empty lines; a block with pipes is a grid.

The indentation of a label is its leading spaces; a cell `<` lengthens the cell on its left; a line of `---` under a
pipe rules the next row; `#` begins a heading.
"""

from __future__ import annotations

from pathlib import Path

from auditor.model.fact import Fact, Table
from auditor.model.source import Block, Cell, Document, Grid, Paragraph, Span
from auditor.tables import Tables, understand
from auditor.vocabulary import read_vocabulary

VOCABULARY = read_vocabulary((Path(__file__).parents[2] / "rules" / "vocabulary.yaml").read_text())


def document(text: str) -> Document:
    parts: list[str] = []
    blocks: list[Block] = []
    at = grids = 0
    for block in text.strip("\n").split("\n\n"):
        if "|" in block:
            grids += 1
            drawn = _grid(block, at, f"t{grids}")
            blocks.append(drawn)
        else:
            kind = "heading" if block.startswith("#") else "prose"
            block = block.removeprefix("# ")
            blocks.append(Paragraph(Span(at, at + len(block)), kind))
        parts.append(block)
        at += len(block) + 2
    return Document("drawn.txt", "\n\n".join(parts), tuple(blocks))


def _grid(block: str, at: int, name: str) -> Grid:
    cells: list[Cell] = []
    ruled: set[int] = set()
    row = columns = 0
    start = at
    for line in block.split("\n"):
        if set(line) <= set("-| "):
            ruled.add(row)
            at += len(line) + 1
            continue
        place = at
        for column, text in enumerate(line.split("|")):
            bare = text.strip()
            if bare == "<":
                last = cells.pop()
                cells.append(Cell(row, last.column, last.text, last.span, column - last.column + 1))
            elif bare:
                first = place + len(text) - len(text.lstrip())
                indent = first - place if column == 0 else 0
                cells.append(Cell(row, column, bare, Span(first, first + len(bare)), indent=indent))
            columns = max(columns, column + 1)
            place += len(text) + 1
        at += len(line) + 1
        row += 1
    return Grid(name, Span(start, start + len(block)), tuple(cells), row, columns, frozenset(ruled))


def read(text: str) -> Tables:
    return understand(document(text), VOCABULARY)


def table(text: str) -> Table:
    return read(text).tables[-1]


def facts(text: str) -> list[Fact]:
    return list(table(text).facts)


def told(text: str) -> list[str]:
    """Each fact of the last table as `label: value unit, period`."""
    return [f"{f.label}: {f.quantity.value} {f.quantity.unit}, {f.period}" for f in facts(text)]


def periods(text: str) -> list[str]:
    """The periods of the last table's columns."""
    return [str(c.period) for c in table(text).columns]
