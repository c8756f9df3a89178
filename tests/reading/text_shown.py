"""Documents as lines of text, so that a test's expectation can be read aloud."""

from auditor.model.source import Document, Grid


def table(grid: Grid) -> list[str]:
    """A grid's rows: `label | value | value`, `<2>` after a heading over two columns, `.` for an empty column."""
    rows = []
    for row in grid.by_row:
        shown: list[str] = []
        for cell in row:
            shown += ["."] * (cell.column - len(shown))
            shown.append(cell.text + (f" <{cell.colspan}>" if cell.colspan > 1 else ""))
            shown += ["."] * (cell.colspan - 1)
        rows.append(" | ".join(shown))
    return rows


def outline(document: Document) -> list[str]:
    """Blocks in order: `kind: text` for paragraphs, `[t1]` for grids."""
    found = []
    for block in document.blocks:
        if isinstance(block, Grid):
            found.append(f"[{block.id}]")
        else:
            found.append(f"{block.kind}: " + " ".join(document.slice(block.span).split()))
    return found


def only_table(document: Document) -> list[str]:
    """The rows of the one grid of a document, or of its one-grid text."""
    (grid,) = document.grids
    return table(grid)


def spans_hold(document: Document) -> None:
    """Every cell's text stands at its span: the same characters, but for white space, marks and parted words."""
    for grid in document.grids:
        for cell in grid.cells:
            source = "".join(document.slice(cell.span).replace("|", " ").split()).replace("-", "")
            shown = "".join(cell.text.split()).replace("-", "")
            assert grid.span.holds(cell.span)
            assert source.startswith(shown) or source[:6] == shown[:6] and source[-6:] == shown[-6:], (cell, source)
    ends = [(block.span.start, block.span.end) for block in document.blocks]
    assert all(end <= start for (_, end), (start, _) in zip(ends, ends[1:], strict=False)), "blocks overlap"
