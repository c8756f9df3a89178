"""One audit: a document and the rules in, every claim judged and every table checked out. Pure: no files, no clock."""

from __future__ import annotations

from auditor.binding import bind
from auditor.claims import Extraction, extract
from auditor.ledger import ledger
from auditor.model.calendar import UNSTATED, StatedCalendar
from auditor.model.finding import Audit
from auditor.model.source import Document
from auditor.rulebook import Context, Rulebook, run
from auditor.tables import understand
from auditor.vocabulary import Vocabulary


def audit(
    document: Document, rulebook: Rulebook, vocabulary: Vocabulary, *, calendar: StatedCalendar = UNSTATED
) -> Audit:
    """The audit of a document under the rules. The same input gives the same output."""
    return weigh(document, rulebook, vocabulary, calendar=calendar)[0]


def weigh(
    document: Document, rulebook: Rulebook, vocabulary: Vocabulary, *, calendar: StatedCalendar = UNSTATED
) -> tuple[Audit, Context]:
    """The audit together with all that was known before a rule was asked."""
    context, extraction = examine(document, vocabulary, calendar=calendar)
    outcome = run(rulebook, context)
    audited = Audit(
        document, context.tables, context.facts, context.claims, outcome.judgements, outcome.findings, outcome.checks,
        ledger(document, context.tables, extraction),
    )  # fmt: skip
    return audited, context


def examine(
    document: Document, vocabulary: Vocabulary, *, calendar: StatedCalendar = UNSTATED
) -> tuple[Context, Extraction]:
    """All that is known before a rule is asked: tables, facts, claims and the figures that each may rest on."""
    read = understand(document, vocabulary, calendar)
    extraction = extract(document, read.facts, vocabulary, read.calendar)
    bindings = bind(document, extraction.claims, read.facts, vocabulary, read.calendar, extraction.movements)
    context = Context(
        document, read.tables, read.facts, extraction.claims, bindings, read.calendar, extraction.movements
    )
    return context, extraction
