"""Balance sheet lines whose labels count shares: par value, shares issued, outstanding and held in treasury."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from auditor.model.fact import Fact, Row, Table
from auditor.model.quantity import ZERO, Quantity
from auditor.rulebook.context import Context, Subject
from auditor.rulebook.language.figures import Figure, Missing, of_fact
from auditor.rulebook.language.types import Value
from auditor.rulebook.subjects.naming import named

_COMMON = re.compile(r"^(?:class\s+\w+\s+)?(?:common|ordinary|capital)\s+(?:stock|shares?)\b|^share\s+capital\b", re.I)
_MORE = re.compile(r"paid[- ]in|in\s+excess|surplus|premium", re.I)
_RESPECTIVELY = re.compile(r"\brespectively\b", re.I)
_TREASURY = re.compile(r"\btreasury\b", re.I)
THOUSAND = Decimal(1000)
_ABSENT = {
    "par": Missing("the line names no par value"),
    "issued": Missing("the line does not say how many shares are issued"),
    "outstanding": Missing("the line does not say how many shares are outstanding"),
    "treasury": Missing("the number of treasury shares is not given"),
}


def share_lines(context: Context, of: tuple[str, ...], rest: frozenset[str]) -> Iterator[Subject]:
    """The common stock line of each balance sheet, one subject a column."""
    for table in context.tables:
        rows = [r for r in table.rows if not r.heading and _COMMON.search(r.label) and not _MORE.search(r.label)]
        rows = [r for r in rows if _labels(table, r)]
        treasury = [r for r in table.rows if _TREASURY.search(r.label)]
        if len(rows) == 1:
            yield from _of_row(context, table, rows[0], treasury[0] if len(treasury) == 1 else None)


def _of_row(context: Context, table: Table, row: Row, treasury: Row | None) -> Iterator[Subject]:
    labels = _labels(table, row)
    par = [f for f in labels if f.quantity.unit.endswith("/share") and f.quantity.value > 0]
    columns = [c for c in table.columns if (row.index, c.index) in table.at and c.kind == "amount" and c.period]
    for column in table.columns:
        value = table.at.get((row.index, column.index))
        if value is None or column.kind != "amount" or column.period is None:
            continue
        counts = [f for f in labels if f.quantity.unit == "shares" and f.period and f.period.end == column.period.end]
        place = columns.index(column) if _RESPECTIVELY.search(row.label) and column in columns else None
        issued, outstanding = (
            _of_kind(counts, labels, kind, place, len(columns)) for kind in ("issued", "outstanding")
        )
        if issued is None and (outstanding is None or _last(labels, "issued") is not None):
            continue  # what is carried is what is issued, which the line may say of one date only
        if any(count is not None and _is_count(value, count) for count in (issued, outstanding)):
            continue
        found: dict[str, Fact | None] = {"issued": issued, "outstanding": outstanding}
        # else the line leaves open of which date the shares issued are
        dated = len(_dates(labels, "issued")) >= len(_dates(labels, "outstanding"))
        found["treasury"] = _held(table, treasury, column.index) if treasury is not None and dated else None
        found["par"] = par[0] if len(par) == 1 else None
        names: dict[str, Value] = {name: _exact(fact) if fact else _ABSENT[name] for name, fact in found.items()}
        names["value"] = _rounded(table, value)
        names["table"] = table
        facts = (value, *(fact for fact in found.values() if fact is not None))
        group = f"{table.id}:{row.index}"
        yield Subject(named(value), value.span, names, context.lookup, facts, group)


def _is_count(value: Fact, count: Fact) -> bool:
    """Whether a line gives the shares themselves, and not what they are carried at."""
    return replace(value.quantity, unit="shares").magnitude().meets(count.quantity.magnitude())


def _labels(table: Table, row: Row) -> list[Fact]:
    return [f for f in table.facts if f.row == row.index and f.origin == "label"]


def _dates(labels: Sequence[Fact], word: str) -> set[date]:
    """The dates of which a line counts shares of a kind."""
    return {f.period.end for f in labels if f.period is not None and f.measure is not None and word in f.measure.key}


def _of_kind(counts: Sequence[Fact], labels: Sequence[Fact], kind: str, place: int | None, columns: int) -> Fact | None:
    """The count of a kind of a column: of as many as there are columns, told "respectively", its own."""
    told = [f for f in labels if f.measure is not None and kind in f.measure.key and f.quantity.unit == "shares"]
    if place is not None and len(told) == columns > 1:
        return told[place]
    return _last(counts, kind)


def _last(counts: Sequence[Fact], word: str) -> Fact | None:
    """The last count of a kind: authorised shares, which may be taken for the kind, come first."""
    fitting = [f for f in counts if f.measure is not None and word in f.measure.key]
    return fitting[-1] if fitting else None


def _held(table: Table, row: Row, column: int) -> Fact | None:
    """The count of treasury shares for a column; one count stands for all columns where their amounts are equal."""
    counts = [f for f in _labels(table, row) if f.quantity.unit == "shares"]
    amounts = {f.column: f.quantity.value for f in table.facts if f.row == row.index and f.origin == "cell"}
    if len(counts) == 1:
        return counts[0] if len(set(amounts.values())) == 1 else None
    dated = {c.index: c.period.end for c in table.columns if c.period is not None}
    fitting = [f for f in counts if f.period is not None and f.period.end == dated.get(column)]
    return fitting[0] if len(fitting) == 1 else None


def _exact(fact: Fact) -> Figure:
    """A count or par value of a label, which is meant as it is printed."""
    return Figure(Quantity.exact(fact.quantity.value, fact.quantity.unit), (fact,), fact.text)


def _rounded(table: Table, fact: Fact) -> Figure:
    """The figure, open by half a thousand in a table in whole dollars that prints thousands only."""
    printed = [f.quantity for f in table.facts if f.origin == "cell" and f.quantity.unit == fact.quantity.unit]
    if table.scale == 0 and all(q.value % THOUSAND == ZERO for q in printed):
        return Figure(Quantity.printed(fact.quantity.value, THOUSAND, fact.quantity.unit), (fact,), fact.text)
    return of_fact(fact)
