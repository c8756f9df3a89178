"""The door of the room: a document's grids understood together."""

from __future__ import annotations

from functools import cached_property

from auditor.frozen import dataclass
from auditor.model.calendar import UNSTATED, FiscalCalendar, StatedCalendar
from auditor.model.fact import Fact, Table
from auditor.model.source import Document
from auditor.tables.calendar import infer
from auditor.tables.drafts import drafts
from auditor.tables.facts import Builder
from auditor.tables.money import money_of
from auditor.tables.refine import refined
from auditor.tables.titled import of_segments
from auditor.vocabulary import Vocabulary


@dataclass(frozen=True)
class Tables:
    """All tables of a document, and the fiscal calendar that they imply."""

    tables: tuple[Table, ...]
    calendar: FiscalCalendar

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        return tuple(fact for table in self.tables for fact in table.facts)


def understand(document: Document, vocabulary: Vocabulary, stated: StatedCalendar = UNSTATED) -> Tables:
    """The tables of a document with their facts, in reading order; what is `stated` of the fiscal calendar is not
    inferred. Pure: the same document gives the same tables."""
    found = tuple(drafts(document))
    above = document.text[: found[0].grid.span.start] if found else document.text
    calendar = infer([draft.dated() for draft in found], document.text, stated, above)
    builder = Builder(document, vocabulary, calendar)
    counts = money_of(document, found)
    tables = [refined(builder.table(d, m), vocabulary) for d, m in zip(found, counts, strict=True)]
    return Tables(of_segments(document, tables, vocabulary), calendar)
