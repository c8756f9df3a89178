"""The names by which the parts of a page link to each other."""

from __future__ import annotations

from functools import cached_property

from auditor.frozen import dataclass
from auditor.model.fact import Table
from auditor.model.finding import Audit, Evidence
from auditor.model.source import Grid, Span
from auditor.reporting.style import safe

Place = tuple[str, int, int]
"""Table, row and column of a cell."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A figure or words that something rests on, and where they stand; `href` is empty off the page."""

    text: str
    where: str
    href: str


class Anchors:
    """Ids of one release; `prefix` keeps several releases on one page apart."""

    def __init__(self, audit: Audit, prefix: str = "") -> None:
        self.audit = audit
        self.prefix = prefix

    def claim(self, claim: str) -> str:
        """The number in the prose."""
        return f"{self.prefix}{claim}"

    def working(self, claim: str) -> str:
        """The claim's entry with its working."""
        return f"{self.prefix}w-{claim}"

    def finding(self, finding: str) -> str:
        return f"{self.prefix}{finding}"

    def phrase(self, finding: str) -> str:
        """The words of the prose that a finding is about."""
        return f"{self.prefix}q-{finding}"

    def table(self, table: str) -> str:
        return f"{self.prefix}{table}"

    def cell(self, place: Place) -> str:
        return f"{self.prefix}{place[0]}-{place[1]}-{place[2]}"

    def block(self, index: int) -> str:
        return f"{self.prefix}p{index}"

    def evidence(self, evidence: Evidence) -> str | None:
        """Where a piece of evidence stands on the page; None for one of another document."""
        if evidence.document:
            return None
        place = self.place(evidence)
        if place:
            return self.cell(place)
        if evidence.table in self.tables:
            return self.table(evidence.table)
        claim = self._claims.get(evidence.span)
        return self.claim(claim) if claim else self._block_at(evidence.span)

    def quote(self, evidence: Evidence, where: str) -> Quote:
        text = safe(" ".join(evidence.text.split()))
        return Quote(text, safe(where), self.evidence(evidence) or "")

    def place(self, evidence: Evidence) -> Place | None:
        """The cell that a piece of evidence names."""
        table = self.tables.get(evidence.table)
        if table is None or evidence.document:
            return None
        span = evidence.span
        found = self._facts.get((evidence.table, span.start, span.end))
        if found:
            return found
        for cell in table.grid.cells:
            if cell.span.holds(span):
                return table.id, cell.row, cell.column
        return None

    @cached_property
    def tables(self) -> dict[str, Table]:
        return {table.id: table for table in self.audit.tables}

    @cached_property
    def _facts(self) -> dict[tuple[str, int, int], Place]:
        """Facts by their place; a figure inside a label stands in the label's cell."""
        return {
            (fact.table, fact.span.start, fact.span.end): (
                fact.table,
                fact.row,
                0 if fact.origin == "label" else fact.column,
            )
            for fact in self.audit.facts
            if fact.origin != "derived"
        }

    @cached_property
    def _claims(self) -> dict[Span, str]:
        return {claim.span: claim.id for claim in self.audit.claims}

    def _block_at(self, span: Span) -> str | None:
        index = self.audit.document.block_spans.index(span)
        if index is None:
            return None
        block = self.audit.document.blocks[index]
        return self.table(block.id) if isinstance(block, Grid) else self.block(index)
