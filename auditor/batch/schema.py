"""The tables of the dataset: every column with its type and its meaning, from which the Arrow schemas and the page
that documents them are made.

VERSION changes when a column is renamed, retyped or removed; new columns at the end of a table do not change it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

from auditor.frozen import dataclass

if TYPE_CHECKING:
    import pyarrow

VERSION = 1

Kind = Literal["text", "integer", "truth", "amount", "percent", "seconds", "date", "places"]

WHOLE, PLACES = 28, 10
"""Digits of an amount before and behind the point."""


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    kind: Kind
    meaning: str


def _columns(*rows: tuple[str, Kind, str]) -> tuple[Column, ...]:
    return tuple(Column(*row) for row in rows)


SOURCE = ("source", "text", "the document: its file, and its name in the archive behind it; the key of all tables")

DOCUMENTS = _columns(
    SOURCE,  # type: ignore[arg-type]
    ("container", "text", "the file, archive, Parquet file or URL that it stands in"),
    ("member", "text", "its name, or number of row, in the container; null where it is the file itself"),
    ("sha256", "text", "of its bytes; null where they could not be read"),
    ("bytes", "integer", "its size"),
    ("status", "text", "audited, passed over (it is no earnings release) or failed"),
    ("reason", "text", "why it was passed over or failed; null for audited ones"),
    ("format", "text", "as read: text, html, docx, pdf"),
    ("title", "text", "its headline"),
    ("company", "text", "as the filing or the headline names it; null where neither does"),
    ("period_start", "date", "first day of the period that it reports; null for a balance date"),
    ("period_end", "date", "last day of the period that it reports"),
    ("claims", "integer", "numbers of the prose about the company"),
    ("agrees", "integer", "of them, how many a figure or a computation supports"),
    ("disagrees", "integer", "how many are contradicted"),
    ("unsupported", "integer", "how many nothing confirms or contradicts"),
    ("outlook", "integer", "how many of the unsupported are about the future"),
    ("coverage", "percent", "per cent of the claims about the past that could be checked; null where there are none"),
    ("checks", "integer", "applications of rules that came to a result"),
    ("checks_failed", "integer", "of them, how many failed"),
    ("checks_skipped", "integer", "applications of rules that did not apply after all"),
    ("errors", "integer", "findings of level error that are not waived"),
    ("warnings", "integer", "findings of level warning that are not waived"),
    ("notes", "integer", "findings of level note that are not waived"),
    ("waived", "integer", "findings that were accepted"),
    ("tables", "integer", "tables that were understood"),
    ("facts", "integer", "figures of the tables"),
    ("numerals", "integer", "numerals of the document"),
    ("unread", "integer", "of them, how many were not understood"),
    ("seconds", "seconds", "how long it took; the one column that differs from run to run"),
)

CLAIMS = _columns(
    SOURCE,  # type: ignore[arg-type]
    ("claim", "text", "its number in the document: c1, c2, …"),
    ("line", "integer", "where it stands in the document, from 1"),
    ("column", "integer", "where it stands in the line, from 1"),
    ("quote", "text", "the number as printed"),
    ("sentence", "text", "the sentence that it stands in"),
    ("value", "amount", "what it says, in base units: $2.9 million is 2900000, 48% is 48"),
    ("low", "amount", "the least that its printing allows; null where it is open"),
    ("high", "amount", "the most that its printing allows; null where it is open"),
    ("unit", "text", "an ISO 4217 code, USD/share, percent, points, bps, shares, ratio or count:NOUN"),
    ("kind", "text", "level, change, change-percent, change-points, share-of, per-share, count or ratio"),
    ("measure", "text", "what it is about, with its qualifiers; null where that is not known"),
    ("period_start", "date", "first day of its period; null for a balance date"),
    ("period_end", "date", "last day of its period; null where it is not known"),
    ("base_start", "date", "first day of the period that it is compared with"),
    ("base_end", "date", "last day of the period that it is compared with"),
    ("direction", "text", "up, down or flat"),
    ("hedge", "text", "about, over, under, at-least or at-most"),
    ("outlook", "truth", "whether it is about the future"),
    ("verdict", "text", "agrees, disagrees or unsupported"),
    ("how", "text", "how it agrees: exact, rounding, interval or slack"),
    ("working", "text", "the arithmetic, or why there is none"),
)

FACTS = _columns(
    SOURCE,  # type: ignore[arg-type]
    ("table", "text", "the table's number in the document: t1, t2, …"),
    ("line", "integer", "where it stands in the document, from 1"),
    ("row", "text", "the label of its row"),
    ("header", "text", "the header of its column"),
    ("text", "text", "the figure as printed"),
    ("value", "amount", "in base units, with its sign"),
    ("unit", "text", "as in claims"),
    ("kind", "text", "amount, change, percent-change, percent-of, points-change, rate, average or other"),
    ("measure", "text", "what it measures, with its qualifiers; null where that is not known"),
    ("period_start", "date", "first day of its period; null for a balance date"),
    ("period_end", "date", "last day of its period; null where it is not known"),
)

FINDINGS = _columns(
    SOURCE,  # type: ignore[arg-type]
    ("finding", "text", "its number in the document: f1, f2, …"),
    ("rule", "text", "the rule's number"),
    ("name", "text", "the rule's name"),
    ("level", "text", "error, warning or note"),
    ("message", "text", "what contradicts what"),
    ("claim", "text", "the claim that it concerns; null where it concerns a table"),
    ("line", "integer", "where it stands in the document, from 1"),
    ("column", "integer", "where it stands in the line, from 1"),
    ("expected", "text", "what the other side gives"),
    ("actual", "text", "what is stated"),
    ("cause", "text", "the slip that explains it; null where none does"),
    ("working", "text", "the arithmetic"),
    ("fingerprint", "text", "the same in every draft in which nothing around it changed"),
    ("waived", "text", "the reason for which it was accepted; null where it was not"),
    ("evidence", "places", "the figures that it rests on"),
)

PLACE = _columns(
    ("table", "text", "the table's number; null for a place of the prose"),
    ("row", "text", "the label of its row"),
    ("column", "text", "the header of its column"),
    ("text", "text", "as printed"),
    ("value", "amount", "in base units"),
    ("line", "integer", "where it stands"),
)

TABLES = {"documents": DOCUMENTS, "claims": CLAIMS, "facts": FACTS, "findings": FINDINGS}
NESTED = {"claims": "claim_rows", "facts": "fact_rows", "findings": "finding_rows"}
"""The lists that a nested table holds beside the columns of `documents`, by the tables whose rows they are."""


@lru_cache(maxsize=8)
def arrow(name: str) -> pyarrow.Schema:
    """The Arrow schema of a table; each field carries its meaning, and the schema its version."""
    import pyarrow as pa

    fields = [pa.field(c.name, type_of(c.kind), metadata={"meaning": c.meaning}) for c in TABLES[name]]
    return pa.schema(fields, metadata={"auditor.table": name, "auditor.schema": str(VERSION)})


@lru_cache(maxsize=16)
def type_of(kind: Kind) -> pyarrow.DataType:
    import pyarrow as pa

    plain: dict[str, Any] = {
        "text": pa.string(),
        "integer": pa.int64(),
        "truth": pa.bool_(),
        "amount": pa.decimal128(WHOLE + PLACES, PLACES),
        "percent": pa.decimal128(5, 1),
        "seconds": pa.decimal128(12, 3),
        "date": pa.date32(),
    }
    if kind == "places":
        return pa.list_(pa.struct([pa.field(c.name, plain[c.kind]) for c in PLACE]))
    return plain[kind]


def page() -> str:
    """The page that documents the dataset's columns, in Markdown."""
    lines = [
        "# The dataset",
        "",
        f"What `auditor batch` writes: four tables of Parquet files, schema version {VERSION}. This page is made from",
        "the code by `python3 dev.py samples`. Amounts are decimals of 28 digits before and 10 behind the point, in",
        "base units; null where a printed number does not fit. The version changes when a column is renamed, retyped",
        "or removed.",
    ]
    for name, columns in (*TABLES.items(), ("evidence, a list in findings", PLACE)):
        lines += ["", f"## {name}", "", "| column | type | meaning |", "|---|---|---|"]
        lines += [f"| `{c.name}` | {_shown(c.kind)} | {c.meaning} |" for c in columns]
    return "\n".join(lines) + "\n"


def _shown(kind: Kind) -> str:
    return {
        "text": "string",
        "integer": "int64",
        "truth": "bool",
        "amount": f"decimal({WHOLE + PLACES}, {PLACES})",
        "percent": "decimal(5, 1)",
        "seconds": "decimal(12, 3)",
        "date": "date",
        "places": "list of struct",
    }[kind]
