"""Paragraphs as pieces: plain text, and the numbers in it with their marks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from auditor.frozen import dataclass
from auditor.model.claim import Claim
from auditor.model.finding import Audit, Finding
from auditor.model.source import Paragraph, Span
from auditor.reporting.page.anchors import Anchors
from auditor.reporting.page.marks import UNREAD, Mark, Marks
from auditor.reporting.style import safe


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text. With a mark it is a number, or words that a finding is about: `id` its own name, `href` where
    its working stands."""

    text: str
    mark: Mark | None = None
    id: str = ""
    href: str = ""


class Prose:
    """Cuts ranges of a document's text into pieces."""

    def __init__(self, audit: Audit, anchors: Anchors, marks: Marks) -> None:
        self._audit = audit
        self._anchors = anchors
        self._marks = marks
        numbers: list[tuple[Span, Claim | Finding | None]] = [(claim.span, claim) for claim in audit.claims]
        numbers += [(span, None) for span, state in audit.numerals if state == "unread"]
        numbers.sort(key=lambda number: (number[0], number[1] is None))
        self.phrases = frozenset(finding.id for finding in phrases(audit, [span for span, _ in numbers]))
        numbers += [(finding.span, finding) for finding in audit.findings if finding.id in self.phrases]
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
        for number, of in self._numbers[bisect_left(self._starts, span.start) :]:
            if number.start >= span.end:
                break
            if number.start < at:  # inside the number before it, as in a range
                continue
            end = min(number.end, span.end)
            if number.start > at:
                yield Piece(safe(text[at : number.start]))
            yield self._number(safe(text[number.start : end]), of)
            at = end
        if at < span.end:
            yield Piece(safe(text[at : span.end]))

    def _number(self, text: str, of: Claim | Finding | None) -> Piece:
        if of is None:
            return Piece(text, UNREAD)
        if isinstance(of, Finding):
            return Piece(text, self._marks.finding(of), self._anchors.phrase(of.id), self._anchors.finding(of.id))
        return Piece(text, self._marks.claim(of), self._anchors.claim(of.id), self._anchors.working(of.id))


def phrases(audit: Audit, numbers: Sequence[Span]) -> Iterator[Finding]:
    """The findings about words of the prose, such as a direction; `numbers` are the places, in order, that no such
    words may hold. Of several findings about one place the first counts."""
    taken, starts = list(numbers), [span.start for span in numbers]
    for finding in audit.findings:
        span = finding.span
        if finding.claim is not None or not span or not isinstance(audit.document.block_at(span), Paragraph):
            continue
        at = bisect_left(starts, span.end)
        if at == 0 or taken[at - 1].end <= span.start:
            taken.insert(at, span)
            starts.insert(at, span.start)
            yield finding
