"""An audit as rows of the dataset's tables, in the order of their columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

from auditor.batch.company import company_of
from auditor.batch.item import Item, Status
from auditor.batch.schema import DOCUMENTS, PLACES, WHOLE
from auditor.model.fact import Measure
from auditor.model.finding import Audit, Evidence
from auditor.model.period import Period
from auditor.reporting.summary import judgement, summarise

Row = tuple[Any, ...]

_LIMIT = Decimal(10) ** WHOLE
_STEP = Decimal(1).scaleb(-PLACES)
_MILLI = Decimal("0.001")


@dataclass(slots=True)
class Rows:
    """What one document adds to each table."""

    documents: list[Row] = field(default_factory=list)
    claims: list[Row] = field(default_factory=list)
    facts: list[Row] = field(default_factory=list)
    findings: list[Row] = field(default_factory=list)


def rows_of(item: Item, audit: Audit, seconds: float) -> Rows:
    """The rows of an audited document."""
    source = item.source
    return Rows(
        [_document(item, audit, seconds)],
        list(_claims(source, audit)),
        [
            (
                source, fact.table, fact.line, fact.label, fact.header, fact.text, amount(fact.quantity.value),
                fact.quantity.unit, fact.kind, _measure(fact.measure), *_days(fact.period),
            )
            for fact in audit.facts
        ],
        list(_findings(source, audit)),
    )  # fmt: skip


def row_without(item: Item, status: Status, reason: str, seconds: float = 0.0) -> Rows:
    """The row of a document that was passed over or failed."""
    known = {
        "source": item.source, "container": item.container, "member": item.member, "sha256": item.sha256 or None,
        "bytes": len(item.data) if item.sha256 else None, "status": status, "reason": reason,
        "seconds": _seconds(seconds),
    }  # fmt: skip
    return Rows([tuple(known.get(column.name) for column in DOCUMENTS)])


def amount(value: Decimal | None) -> Decimal | None:
    """`value` as the tables hold amounts: rounded to their last place, None where it is too large for them."""
    if value is None or not value.is_finite() or not -_LIMIT < value < _LIMIT:
        return None
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -PLACES:
        return value.quantize(_STEP, ROUND_HALF_EVEN)
    return value


def _document(item: Item, audit: Audit, seconds: float) -> Row:
    document, counts = audit.document, summarise(audit)
    return (
        item.source, item.container, item.member, item.sha256, len(item.data), "audited", None,
        document.format, document.title or None, company_of(document, item.data), *_days(audit.period),
        counts.claims, counts.agrees, counts.disagrees, counts.unsupported, counts.outlook, counts.coverage,
        counts.checks, counts.failed, counts.skipped,
        counts.levels["error"], counts.levels["warning"], counts.levels["note"], counts.waived,
        len(audit.tables), len(audit.facts), sum(counts.numerals.values()), counts.numerals["unread"],
        _seconds(seconds),
    )  # fmt: skip


def _claims(source: str, audit: Audit) -> Iterator[Row]:
    document = audit.document
    for claim in audit.claims:
        judged, quantity = judgement(audit, claim), claim.quantity
        yield (
            source, claim.id, *document.position(claim.span.start), claim.quote, document.slice(claim.sentence),
            amount(quantity.value), amount(quantity.low), amount(quantity.high), quantity.unit,
            claim.kind, _measure(claim.measure), *_days(claim.period), *_days(claim.base),
            claim.direction, claim.hedge, claim.outlook, judged.verdict, judged.how, judged.working or None,
        )  # fmt: skip


def _findings(source: str, audit: Audit) -> Iterator[Row]:
    for found in audit.findings:
        yield (
            source, found.id, found.rule, found.name, found.level, found.message, found.claim,
            *audit.document.position(found.span.start), found.expected or None, found.actual or None,
            found.cause, found.working or None, found.fingerprint, found.waived,
            [_place(place) for place in found.evidence],
        )  # fmt: skip


def _place(place: Evidence) -> dict[str, Any]:
    return {
        "table": place.table or None,
        "row": place.row,
        "column": place.column,
        "text": place.text,
        "value": amount(place.value),
        "line": place.line,
    }


def _measure(measure: Measure | None) -> str | None:
    return None if measure is None else str(measure)


def _days(period: Period | None) -> tuple[date | None, date | None]:
    return (None, None) if period is None else (period.start, period.end)


def _seconds(value: float) -> Decimal:
    return Decimal(value).quantize(_MILLI)
