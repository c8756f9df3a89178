"""PDF files with text. Tables are found by position, paragraphs are joined over lines and pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from auditor.errors import ReadingError
from auditor.model.source import Document
from auditor.reading.compose import written
from auditor.reading.flatten import Part
from auditor.reading.kinds import sort
from auditor.reading.pdf_columns import column_order
from auditor.reading.pdf_page import Sheet, TextLine, sheet_of
from auditor.reading.pdf_prose import paragraphs, setting_of
from auditor.reading.pdf_tables import cut, grid, regions
from auditor.reading.raw import PageBreak

MOST_PAGES = 600
FEWEST_WORDS = 5  # a page, on average, of a PDF with text

_WORD = re.compile(r"[A-Za-z]+")


def read_pdf(data: bytes, name: str) -> Document:
    """The release in the PDF `data`. Raises `ReadingError` when it is damaged, protected, or holds no text."""
    sheets = _sheets(data, name)
    words = sum(len(line.words) for sheet in sheets for line in sheet.lines)
    if words < FEWEST_WORDS * len(sheets):
        if any(sheet.pictures for sheet in sheets):
            raise ReadingError(f"{name}: a scanned PDF, pictures without text; run text recognition (OCR) on it first")
        raise ReadingError(f"{name}: the PDF holds no text; give the release as a PDF with text, Word or HTML")
    known = {word for sheet in sheets for line in sheet.lines for word in _WORD.findall(line.text)}
    parts: list[Part] = []
    for sheet in sheets:
        if parts:
            parts.append(PageBreak())
        for lines in column_order(sheet):
            parts += _parts(lines, sheet, known)
    return written(sort(parts), name, "pdf")


def _parts(lines: Sequence[TextLine], sheet: Sheet, known: set[str]) -> list[Part]:
    """The paragraphs and tables of a page, or of one column of it."""
    cuts = [cut(line) for line in lines]
    tables = regions(cuts, sheet.width / 2)
    inside = {k for table in tables for k in range(table.start, table.end)}
    setting = setting_of([line for k, line in enumerate(lines) if k not in inside], sheet.width)
    parts: list[Part] = []
    at = 0
    for table in tables:
        parts += paragraphs(lines[at : table.start], setting, sheet.width, known.__contains__)
        parts.append(grid(cuts[table.start : table.end], sheet.strokes))
        at = table.end
    return [*parts, *paragraphs(lines[at:], setting, sheet.width, known.__contains__)]


def _sheets(data: bytes, name: str) -> list[Sheet]:
    import pypdfium2  # type: ignore[import-untyped]  # the package has no type hints

    try:
        document: Any = pypdfium2.PdfDocument(data)
        pages = len(document)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise ReadingError(f"{name}: a protected PDF; save it without a password") from None
        raise ReadingError(f"{name}: a damaged or truncated PDF; save it anew") from None
    try:
        if not pages:
            raise ReadingError(f"{name}: the PDF has no pages")
        if pages > MOST_PAGES:
            raise ReadingError(f"{name}: {pages} pages; give the release alone")
        return [sheet_of(document[k]) for k in range(pages)]
    except pypdfium2.PdfiumError:
        raise ReadingError(f"{name}: a damaged or truncated PDF; save it anew") from None
    finally:
        document.close()
