"""`auditor claims`, `auditor tables`, `auditor facts`: what was read."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from typing import Any

from auditor.cli.paths import shown
from auditor.cli.pipeline import understood, weighed
from auditor.cli.status import FINE
from auditor.cli.terminal import complain, put
from auditor.cli.values import those
from auditor.errors import SettingsError
from auditor.frozen import replace
from auditor.model.claim import Claim
from auditor.model.fact import Fact, Table
from auditor.model.finding import Audit
from auditor.model.source import Document
from auditor.reporting.as_json import claim_object, dump, fact_object, period_text
from auditor.reporting.style import columns, safe
from auditor.reporting.summary import judgement


def claims(options: argparse.Namespace) -> int:
    if options.why:
        return _why(options)
    audit = weighed(options.file, options)[0]
    if options.format == "json":
        put(dump({"claims": [claim_object(audit, claim) for claim in audit.claims]}))
    else:
        _listed(options.file, "claim", (line for claim in audit.claims for line in claim_lines(audit, claim)))
    return FINE


def _why(options: argparse.Namespace) -> int:
    from auditor.cli.why import why_lines, why_object

    audit, context = weighed(options.file, options)
    known = {claim.id: claim for claim in audit.claims}
    if options.why not in known:
        there = those(list(known))
        raise SettingsError(f"{shown(options.file)}: there is no claim “{options.why}”; {there}")
    claim = known[options.why]
    if options.format == "json":
        put(dump(why_object(audit, claim, context.bindings[claim.id])))
    else:
        put("".join(line + "\n" for line in why_lines(audit, claim, context.bindings[claim.id])))
    return FINE


def tables(options: argparse.Namespace) -> int:
    document, found = understood(options.file, options)
    if options.format == "json":
        put(dump({"tables": [_table_object(document, table) for table in found]}))
    else:
        _listed(options.file, "table", (line for table in found for line in _table_lines(document, table)))
    return FINE


def facts(options: argparse.Namespace) -> int:
    found = [fact for table in understood(options.file, options)[1] for fact in table.facts]
    if options.format == "json":
        put(dump({"facts": [fact_object(fact) for fact in found if _printed(fact)]}))
    else:
        _listed(options.file, "figure of a table", _aligned([_fact_row(fact) for fact in found]))
    return FINE


def _printed(fact: Fact) -> bool:
    """Whether a fact prints a figure: not a dash for nil, nor a value that was derived."""
    return fact.origin != "derived" and any(c.isdigit() for c in fact.text)


def _listed(file: str, what: str, lines: Iterable[str]) -> None:
    """Prints a listing; of nothing it says that there is nothing."""
    listing = "".join(line + "\n" for line in lines)
    put(listing)
    if not listing:
        complain(f"{shown(file)}: no {what} was found")


def claim_lines(audit: Audit, claim: Claim) -> Iterator[str]:
    """What a claim says, and its verdict with the working."""
    judged = judgement(audit, claim)
    how = f" ({judged.how})" if judged.how else ""
    line, column = audit.document.position(claim.span.start)
    yield f"{claim.id}  {line}:{column}  {_squeezed(claim.quote)}  {judged.verdict}{how}"
    said = [
        claim.kind,
        str(claim.measure) if claim.measure else _squeezed(claim.subject),
        claim.direction,
        claim.hedge,
    ]
    said += [claim.period.words if claim.period else None, f"against {claim.base.words}" if claim.base else None]
    said += ["outlook" if claim.outlook else None]
    yield "    " + ", ".join(part for part in said if part)
    yield from (f"    {safe(line)}" for line in judged.working.splitlines())


def _table_lines(document: Document, table: Table) -> Iterator[str]:
    scale = f", amounts ×10^{table.scale}" if table.scale else ""
    yield f"{table.id}  line {document.line(table.grid.span.start)}  {table.kind}  {_squeezed(table.title)}"
    yield f"    {table.currency}{scale}, {len(table.rows)} rows, {len(table.facts)} figures"
    for column in table.columns:
        said = [column.kind, str(column.period) if column.period else "no period", *sorted(column.qualifiers)]
        yield f"    column {column.index}: {_squeezed(column.header)}: {', '.join(said)}"
    levels = sorted({row.level for row in table.rows})
    for row in table.rows:
        measure = f"  [{row.measure}]" if row.measure else ""
        flags = " (heading)" if row.heading else " (total)" if row.total else ""
        values = [_squeezed(fact.text) for fact in table.facts if fact.row == row.index]
        values += [_squeezed(expected.text) for expected in table.ranges if expected.row == row.index]
        yield (
            "    "
            + "  " * levels.index(row.level)
            + f"{_squeezed(row.label)}{flags}{measure}: {' | '.join(values)}".rstrip(": ")
        )
    yield ""


def _table_object(document: Document, table: Table) -> dict[str, Any]:
    return {
        "id": table.id,
        "title": table.title,
        "kind": table.kind,
        "line": document.line(table.grid.span.start),
        "scale": table.scale,
        "currency": table.currency,
        "columns": [
            {
                "index": column.index,
                "header": column.header,
                "kind": column.kind,
                "period": period_text(column.period),
                "base": period_text(column.base),
                "qualifiers": sorted(column.qualifiers),
            }
            for column in table.columns
        ],
        "rows": [
            {
                "index": row.index,
                "label": row.label,
                "path": list(row.path),
                "level": row.level,
                "measure": str(row.measure) if row.measure else None,
                "heading": row.heading,
                "total": row.total,
                "facts": [fact_object(fact) for fact in table.facts if fact.row == row.index],
            }
            for row in table.rows
        ],
    }


def _fact_row(fact: Fact) -> tuple[str, ...]:
    measure = _in_its_column(fact) if fact.measure else "?"
    period = str(fact.period) if fact.period else "?"
    amount = f"{fact.quantity.value:f} {fact.quantity.unit}"
    return f"{fact.table}:{fact.line}", _squeezed(fact.text), amount, period, measure, _squeezed(fact.label)


def _in_its_column(fact: Fact) -> str:
    """The measure as the column narrows it, to a segment or a basis, and whether the figure is its change or share."""
    assert fact.measure is not None
    narrowed = replace(fact.measure, qualifiers=fact.measure.qualifiers | fact.qualifiers)
    return f"{narrowed} ({fact.kind})" if fact.kind != "amount" else str(narrowed)


def _aligned(rows: list[tuple[str, ...]]) -> Iterator[str]:
    """Rows as columns of a terminal, the last one ragged."""
    widths = [max((columns(row[at]) for row in rows), default=0) for at in range(5)]
    for row in rows:
        cells = [cell + " " * (width - columns(cell)) for cell, width in zip(row[:5], widths, strict=True)]
        yield "  ".join([*cells, row[5]]).rstrip()


def _squeezed(text: str) -> str:
    return " ".join(safe(text).split())
