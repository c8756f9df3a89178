"""Laws that hold for every real release: nothing that it prints is lost, put twice or out of its block."""

import html
import re
from pathlib import Path

import pytest

from auditor.model.source import Grid
from auditor.reading.door import load_document
from tests.reading.text_shown import spans_hold

BENCH = Path(__file__).resolve().parents[3] / "shared" / "bench"
RELEASES = sorted(path for folder in ("docs", "more") for path in (BENCH / folder).glob("*"))
PAGES = [path for path in RELEASES if path.suffix == ".htm" and b"<DOCUMENT>" not in path.read_bytes()[:2000]]

pytestmark = pytest.mark.skipif(not RELEASES, reason="the real releases are not here")


@pytest.mark.parametrize("path", RELEASES, ids=lambda path: path.name)
def test_blocks_and_cells_stand_in_the_text(path):
    document = load_document(path)
    spans_hold(document)
    grids = [block for block in document.blocks if isinstance(block, Grid)]
    assert [grid.id for grid in grids] == [f"t{k}" for k in range(1, len(grids) + 1)]
    assert grids, "no table was found"
    for grid in grids:
        places = [(cell.row, cell.column) for cell in grid.cells]
        assert len(places) == len(set(places)), f"{grid.id}: two cells in one place"
        assert all(cell.row < grid.rows and cell.column + cell.colspan <= grid.columns for cell in grid.cells)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_printed_character_of_html_is_kept(path):
    source = re.sub(r"(?is)<title>.*?</title>|<!--.*?-->|<[^>]*>", "", path.read_text("utf-8", "replace"))
    printed = re.sub(r"[\s\u200b\xad\ufeff]", "", html.unescape(source))
    read = re.sub(r"[\s\u200b]", "", load_document(path).text)
    assert sorted(read) == sorted(printed)
