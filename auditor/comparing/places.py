"""Places of a draft as reports show them."""

from __future__ import annotations

from auditor.model.claim import Claim
from auditor.model.draft import Place, PlaceKind
from auditor.model.fact import Fact
from auditor.model.finding import Audit
from auditor.model.source import Paragraph


def cell_place(fact: Fact) -> Place:
    where = " | ".join(" ".join(part.split()) for part in (fact.label, fact.header) if part.strip())
    return Place("cell", " ".join(fact.text.split()), fact.span, fact.line, where, fact.table)


def number_place(audit: Audit, claim: Claim) -> Place:
    document = audit.document
    sentence = " ".join(document.slice(claim.sentence).split())
    quote = " ".join(claim.quote.split())
    return Place(_kind(audit, claim), quote, claim.span, document.line(claim.span.start), sentence)


def _kind(audit: Audit, claim: Claim) -> PlaceKind:
    paragraph = audit.document.block_at(claim.span)
    if not isinstance(paragraph, Paragraph):
        return "sentence"
    if paragraph.kind == "heading":
        return "headline"
    if _quoted(audit, paragraph, claim):
        return "quote"
    return paragraph.kind if paragraph.kind in ("bullet", "footnote") else "sentence"


def _quoted(audit: Audit, paragraph: Paragraph, claim: Claim) -> bool:
    """Whether somebody is quoted at the claim: a quotation mark opened before it in its paragraph is not closed."""
    before = audit.document.text[paragraph.span.start : claim.span.start]
    if "“" in before or "”" in before:
        return before.rfind("“") > before.rfind("”")
    return (before.count('"') + before.count("``") + before.count("''")) % 2 == 1
