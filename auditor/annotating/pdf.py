"""A PDF with each finding as a highlight and a note at its number.

The notes are appended to the file, as the format allows: the bytes of the document itself stay as they are.
"""

from __future__ import annotations

import io
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

from auditor.annotating.aligning import Alignment
from auditor.annotating.words import AUTHOR, comment
from auditor.errors import ReadingError
from auditor.frozen import dataclass
from auditor.model.finding import Audit, Finding
from auditor.model.source import MARK
from auditor.reading.pdf import sheets_of
from auditor.reading.pdf_columns import column_order
from auditor.reading.pdf_page import Sheet, Word

COLOURS = {"error": "ff9c9c", "warning": "ffd08a", "note": "a8d0ff"}
Corners = tuple[float, float, float, float]  # left, bottom, right, top
DESCENT, ASCENT = 0.22, 0.78  # of the height of letters, below and above the base line


@dataclass(frozen=True, slots=True)
class Box:
    """A part of a page as shown, in points from its top left corner."""

    page: int
    x0: float
    y0: float
    x1: float
    y1: float


def with_notes(data: bytes, audit: Audit) -> tuple[bytes, tuple[Finding, ...]]:
    """The copy, and the findings whose number was not found again, whose notes stand near it. Raises ReadingError."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.errors import PyPdfError

    sheets = sheets_of(data, audit.document.name)
    pages = _Pages(sheets)
    alignment = Alignment(pages.text, audit.document.text)
    lost: list[Finding] = []
    try:
        writer = PdfWriter(PdfReader(io.BytesIO(data)), incremental=True)
        for finding in audit.findings:
            found = alignment.of(finding.span)
            if found is None:
                lost.append(finding)
                found = alignment.near(finding.span, audit.document.block_at(finding.span))
            _annotate(writer, sheets, finding, pages.boxes(*found) if found else [])
        out = io.BytesIO()
        writer.write(out)
    except PyPdfError as fault:
        raise ReadingError(f"its inside is damaged ({fault}); save it anew") from fault
    return out.getvalue(), tuple(lost)


class _Pages:
    """The words of all pages in order, and where they stand."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        self._words: list[tuple[int, Word]] = []
        self._starts: list[int] = []
        parts: list[str] = []
        size = 0
        for page, word in _words(sheets):
            text = word.text.replace(MARK, "")
            self._words.append((page, word))
            self._starts.append(size)
            parts.append(f"{text} ")
            size += len(text) + 1
        self.text = "".join(parts)

    def boxes(self, start: int, end: int) -> list[Box]:
        """The boxes of the characters from `start` to `end`, one a word; parts of words by their share of letters."""
        found: list[Box] = []
        at = bisect_right(self._starts, start) - 1
        while at < len(self._words) and self._starts[at] < end:
            page, word = self._words[at]
            size = max(1, len(word.text.replace(MARK, "")))
            first, last = max(0, start - self._starts[at]), min(size, end - self._starts[at])
            each = (word.x1 - word.x0) / size
            top, bottom = word.y - ASCENT * word.size, word.y + DESCENT * word.size
            found.append(Box(page, word.x0 + each * first, top, word.x0 + each * last, bottom))
            at += 1
        return found


def _words(sheets: Sequence[Sheet]) -> Iterator[tuple[int, Word]]:
    for page, sheet in enumerate(sheets):
        for band in column_order(sheet):
            for line in band.lines:
                for word in line.words:
                    yield page, word


# ---------------------------------------------------------------------------------------------------- notes


def _annotate(writer: Any, sheets: Sequence[Sheet], finding: Finding, boxes: list[Box]) -> None:
    """A highlight over the number, one a page that it stands on, the first of them with the note."""
    from pypdf.annotations import Highlight, Text
    from pypdf.generic import ArrayObject, FloatObject, NameObject

    said = comment(finding)
    if not boxes:
        writer.add_annotation(0, Text(rect=(10, 10, 30, 30), text=_unicode(said), title_bar=AUTHOR))
    for page in sorted({box.page for box in boxes}):
        corners = [_user_space(box, sheets[page], writer.pages[page]) for box in boxes if box.page == page]
        points = [v for x0, y0, x1, y1 in corners for v in (x0, y1, x1, y1, x0, y0, x1, y0)]
        quads = ArrayObject(map(FloatObject, points))
        mark = Highlight(
            rect=_union(corners), quad_points=quads, highlight_color=COLOURS[finding.level], printing=True,
            title_bar=AUTHOR,
        )  # fmt: skip
        if page == boxes[0].page:
            mark[NameObject("/Contents")] = _unicode(said)
        writer.add_annotation(page, mark)


def _union(corners: Sequence[Corners]) -> Corners:
    left, bottom, right, top = zip(*corners, strict=True)
    return min(left), min(bottom), max(right), max(top)


def _unicode(text: str) -> Any:
    """A text as UTF-16 with its mark: some readers take the older encoding of PDF for another."""
    from pypdf.generic import TextStringObject

    found = TextStringObject(text)
    found.autodetect_utf16, found.utf16_bom = True, b"\xfe\xff"
    return found


def _user_space(box: Box, sheet: Sheet, page: Any) -> Corners:
    """Left, bottom, right and top of a box in the page's own coordinates, which a turned page is not shown in."""
    corners = [_turned_back(x, y, int(page.rotation) % 360, sheet) for x, y in ((box.x0, box.y0), (box.x1, box.y1))]
    (a, b), (c, d) = corners
    return round(min(a, c), 2), round(min(b, d), 2), round(max(a, c), 2), round(max(b, d), 2)


def _turned_back(x: float, y: float, turn: int, sheet: Sheet) -> tuple[float, float]:
    if turn == 90:
        return y, x
    if turn == 180:
        return sheet.width - x, y
    if turn == 270:
        return sheet.height - y, sheet.width - x
    return x, sheet.height - y
