"""PDF files with text. Tables are found by position, paragraphs are joined over lines and pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from auditor.errors import ReadingError
from auditor.model.source import Document
from auditor.reading.compose import written
from auditor.reading.guard import refuse_packed_bombs
from auditor.reading.kinds import sort
from auditor.reading.pdf_page import Sheet, sheet_of
from auditor.reading.pdf_pages import Book, keep_headers, middle_of, set_apart, words_of
from auditor.reading.pdf_repair import without_unknowns

MOST_PAGES = 600
FEWEST_WORDS = 5  # a page, on average, of a PDF with text


def read_pdf(data: bytes, name: str) -> Document:
    """The release in the PDF `data`. Raises `ReadingError` when it is damaged, protected, or holds no text."""
    refuse_packed_bombs(data, name)
    sheets = sheets_of(data, name)
    words = sum(len(line.words) for sheet in sheets for line in sheet.lines)
    if words < FEWEST_WORDS * len(sheets):
        if any(sheet.pictures for sheet in sheets):
            raise ReadingError(f"{name}: a scanned PDF, pictures without text; run text recognition (OCR) on it first")
        raise ReadingError(f"{name}: the PDF holds no text; give the release as a PDF with text, Word or HTML")
    furniture = set_apart(sheets)
    keep_headers(sheets)
    book = Book(words_of(sheets), middle_of(sheets))
    for sheet, texts in zip(sheets, furniture, strict=True):
        book.add(sheet, texts)
    return written(sort(book.finished(sheets[0].width), plain_titles=False), name, "pdf")


def sheets_of(data: bytes, name: str) -> list[Sheet]:
    """What each page of a PDF prints, with the place of every word. Raises `ReadingError`."""
    sheets = _sheets(data, name)
    _repair(sheets)
    return sheets


def _repair(sheets: Sequence[Sheet]) -> None:
    """Spells out ligatures that the PDF does not name."""
    words = [word for sheet in sheets for line in sheet.lines for word in line.words]
    spellings = without_unknowns(word.text for word in words)
    for word in words:
        word.text = spellings.get(word.text, word.text)


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
