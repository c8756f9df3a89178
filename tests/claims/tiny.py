"""What is claimed in paragraphs without tables."""

from pathlib import Path

from auditor.claims import Extraction, extract
from auditor.model.calendar import FiscalCalendar
from auditor.model.source import Document, Paragraph, ParagraphKind, Span
from auditor.vocabulary import read_vocabulary

VOCABULARY = read_vocabulary((Path(__file__).parents[2] / "rules" / "vocabulary.yaml").read_text())


def document(*paragraphs: tuple[ParagraphKind, str]) -> Document:
    text = "\n\n".join(words for _, words in paragraphs)
    placed, at = [], 0
    for kind, words in paragraphs:
        placed.append(Paragraph(Span(at, at + len(words)), kind))
        at += len(words) + 2
    return Document("draft.txt", text, tuple(placed))


def extracted(calendar: FiscalCalendar, *paragraphs: tuple[ParagraphKind, str]) -> Extraction:
    return extract(document(*paragraphs), (), VOCABULARY, calendar)
