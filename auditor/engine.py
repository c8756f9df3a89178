"""One audit: a document and the rules in, every claim judged and every table checked out. Pure: no files, no clock."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.binding import bind
from auditor.claims import Extraction, extract
from auditor.ledger import ledger
from auditor.model.calendar import UNKNOWN, UNSTATED, StatedCalendar
from auditor.model.fact import Fact
from auditor.model.finding import Audit
from auditor.model.period import Period
from auditor.model.source import Document
from auditor.rulebook import Context, Rulebook, run
from auditor.tables import understand
from auditor.vocabulary import Vocabulary


def audit(
    document: Document,
    rulebook: Rulebook,
    vocabulary: Vocabulary,
    published: Sequence[Fact] = (),
    *,
    calendar: StatedCalendar = UNSTATED,
) -> Audit:
    """The audit of a document under the rules. The same input gives the same output. `published` are the figures of
    other documents, see `auditor.tables.published`."""
    return weigh(document, rulebook, vocabulary, published, calendar=calendar)[0]


def weigh(
    document: Document,
    rulebook: Rulebook,
    vocabulary: Vocabulary,
    published: Sequence[Fact] = (),
    *,
    calendar: StatedCalendar = UNSTATED,
) -> tuple[Audit, Context]:
    """The audit together with all that was known before a rule was asked."""
    context, extraction = examine(document, vocabulary, published, calendar=calendar)
    outcome = run(rulebook, context)
    audited = Audit(
        document, context.tables, context.facts, context.claims, outcome.judgements, outcome.findings, outcome.checks,
        ledger(document, context.tables, extraction), period=reported(context),
    )  # fmt: skip
    return audited, context


def reported(context: Context) -> Period | None:
    """The period that the document reports, None where it has no date."""
    found = context.calendar.reported
    return None if found == UNKNOWN else found


def examine(
    document: Document,
    vocabulary: Vocabulary,
    published: Sequence[Fact] = (),
    *,
    calendar: StatedCalendar = UNSTATED,
) -> tuple[Context, Extraction]:
    """All that is known before a rule is asked: tables, facts, claims and the figures that each may rest on."""
    read = understand(document, vocabulary, calendar)
    extraction = extract(document, read.facts, vocabulary, read.calendar)
    claims, movements = extraction.claims, extraction.movements
    bindings = bind(document, claims, read.facts, vocabulary, read.calendar, movements, published)
    context = Context(
        document, read.tables, read.facts, claims, bindings, read.calendar, movements, tuple(published),
        extraction.streaks, extraction.superlatives,
    )  # fmt: skip
    return context, extraction
