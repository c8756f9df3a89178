"""Paragraphs as pieces: plain text, and the numbers in it with their marks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.model.claim import Claim
from auditor.model.finding import Audit
from auditor.model.source import Span
from auditor.reporting.page.anchors import Anchors
from auditor.reporting.page.marks import UNREAD, Mark, Marks
from auditor.reporting.style import safe
from auditor.reporting.summary import judgement


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text. With a mark it is a number: `id` its own name, `href` where its working stands, `title` the
    working itself."""

    text: str
    mark: Mark | None = None
    id: str = ""
    href: str = ""
    title: str = ""


class Prose:
    """Cuts ranges of a document's text into pieces."""

    def __init__(self, audit: Audit, anchors: Anchors, marks: Marks) -> None:
        self._audit = audit
        self._anchors = anchors
        self._marks = marks
        numbers: list[tuple[Span, Claim | None]] = [(claim.span, claim) for claim in audit.claims]
        numbers += [(span, None) for span, state in audit.numerals if state == "unread"]
        self._numbers = sorted(numbers, key=lambda number: (number[0], number[1] is None))
        self._starts = [span.start for span, _ in self._numbers]

    def pieces(self, span: Span) -> tuple[Piece, ...]:
        """The text of `span` in pieces; every number keeps its whole text, and no text is given twice."""
        return tuple(self._cut(span))

    def marked(self, span: Span, quote: Span, mark: Mark) -> tuple[Piece, ...]:
        """The text of `span` with `quote` marked and nothing else."""
        parts = ((span.start, quote.start, None), (quote.start, quote.end, mark), (quote.end, span.end, None))
        text = self._audit.document.text
        return tuple(Piece(safe(text[start:end]), given) for start, end, given in parts if start < end)

    def _cut(self, span: Span) -> Iterator[Piece]:
        text, at = self._audit.document.text, span.start
        for number, claim in self._numbers[bisect_left(self._starts, span.start) :]:
            if number.start >= span.end:
                break
            if number.start < at:  # inside the number before it, as in a range
                continue
            end = min(number.end, span.end)
            if number.start > at:
                yield Piece(safe(text[at : number.start]))
            yield self._number(safe(text[number.start : end]), claim)
            at = end
        if at < span.end:
            yield Piece(safe(text[at : span.end]))

    def _number(self, text: str, claim: Claim | None) -> Piece:
        if claim is None:
            return Piece(text, UNREAD, title=UNREAD.meaning)
        mark = self._marks.claim(claim)
        working = safe(judgement(self._audit, claim).working)
        title = f"{mark.word}: {working}" if working else mark.word
        return Piece(text, mark, self._anchors.claim(claim.id), self._anchors.working(claim.id), title)
