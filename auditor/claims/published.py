"""What the prose of documents published before says, as figures that may support a claim."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from auditor.claims.extract import extract
from auditor.model.claim import Claim, ClaimKind
from auditor.model.fact import ColumnKind, Fact
from auditor.model.source import Document
from auditor.tables import understand
from auditor.tables.published import of_document
from auditor.vocabulary import Vocabulary

WINDOW = 70  # characters on both sides of a number, whose words tell what it is

_KINDS: Mapping[ClaimKind, ColumnKind] = {
    "level": "amount", "per-share": "amount", "count": "amount", "change": "change", "change-percent": "percent-change",
    "change-points": "points-change", "share-of": "percent-of",
}  # fmt: skip


def published(document: Document, vocabulary: Vocabulary, shown: str, number: int = 1) -> tuple[Fact, ...]:
    """The figures of the tables and of the prose of a document that was published before, under the name that reports
    give it."""
    read = understand(document, vocabulary)
    claims = extract(document, read.facts, vocabulary, read.calendar).claims
    said = tuple(_said(document, [c for c in claims if not c.outlook and c.kind in _KINDS]))
    return of_document((*read.facts, *said), shown, number)


def _said(document: Document, claims: list[Claim]) -> Iterator[Fact]:
    """The numbers of the prose of which neither the measure nor the period is in doubt. A number that the document
    gives differently elsewhere has no measure."""
    for claim in claims:
        other = claim.measure is None or claim.doubt or claim.carried or _differs(claim, claims)
        yield Fact(
            id=claim.id, table="", row=0, column=0, label=around(document, claim), header="in the text",
            text=" ".join(claim.quote.split()), quantity=claim.quantity, measure=None if other else claim.measure,
            period=claim.period if claim.dated else None, kind=_KINDS[claim.kind], span=claim.span,
            line=document.line(claim.span.start), base=claim.base, origin="prose",
        )  # fmt: skip


def _differs(claim: Claim, claims: list[Claim]) -> bool:
    return any(
        c.measure == claim.measure and c.kind == claim.kind and c.quantity.unit == claim.quantity.unit
        and c.period == claim.period and c.base == claim.base
        and not c.quantity.magnitude().meets(claim.quantity.magnitude())
        for c in claims
    )  # fmt: skip


def around(document: Document, claim: Claim) -> str:
    """A number with the words of its sentence around it, on one line; words are not cut."""
    sentence, span = claim.sentence, claim.span
    start, end = max(sentence.start, span.start - WINDOW), min(sentence.end, span.end + WINDOW)
    text = document.text
    while start > sentence.start and not text[start - 1].isspace():
        start -= 1
    while end < sentence.end and not text[end].isspace():
        end += 1
    return " ".join(text[start:end].split())
