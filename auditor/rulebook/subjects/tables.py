"""Subjects in the tables: totals with their parts, figures that follow from two others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from auditor.rulebook.context import Context, Subject, once
from auditor.rulebook.language.figures import negate
from auditor.rulebook.language.types import Value
from auditor.rulebook.subjects.naming import chosen, measured, named
from auditor.tables.footings import Footing, Relation
from auditor.tables.restated import says_before

STATED_IN = {"reconciliation": "reconciliation", "equity": "equity-statement", "segment": "segments"}
FOOTED = (
    "restated", "reconciliation", "equity-statement", "segments", "percentages", "counts", "per-share", "closing-cash",
)  # fmt: skip
CROSSED = ("restated", "changes", "periods", "adjustments", "segments")
ADJUSTED = re.compile(r"\b(?:adjust\w*|non-gaap|pro forma|as reported|eliminat\w*|special items?)\b", re.I)
UNSURE = "the rows were probably not meant to add up, or were misread"


def sums(context: Context, of: tuple[str, ...], rest: frozenset[str]) -> Iterator[Subject]:
    """Footings of rows; of some measures or kinds of tables only, where they are named."""
    return chosen(context, _sums, of, rest)


@once
def _sums(context: Context) -> list[tuple[tuple[str, ...], Subject]]:
    return [(_words_of(context, footing), _footing(context, footing)) for footing in _footings(context, "rows")]


def balances(context: Context, of: tuple[str, ...], rest: frozenset[str]) -> Iterator[Subject]:
    """The total of the assets beside that of the liabilities and equity."""
    for footing in _footings(context, "balance"):
        subject = _footing(context, footing)
        names: dict[str, Value] = {**subject.names, "assets": context.known.figure(footing.parts[0][1])}
        yield replace(subject, names=names)


def crossings(context: Context, of: tuple[str, ...], rest: frozenset[str]) -> Iterator[Subject]:
    """Footings of columns; of some kinds of columns only, where they are named."""
    return chosen(context, _crossings, of, rest)


@once
def _crossings(context: Context) -> list[tuple[tuple[str, ...], Subject]]:
    return [((_crossed(context, f),), _footing(context, f)) for f in _footings(context, "columns")]


def _words_of(context: Context, footing: Footing) -> tuple[str, ...]:
    """What a footing is of, most special first: the kind of its table or unit, then the measure of its total."""
    table, total = context.table[footing.total.table], footing.total
    unit = total.quantity.unit
    parts = [part for _, part in footing.parts]
    words = ["restated"] if any(says_before(part.label) for part in parts) else []
    words += [STATED_IN[table.kind]] if table.kind in STATED_IN else []
    if unit == "percent":
        words.append("percentages")
    elif unit == "shares" or unit.startswith("count"):
        words.append("counts")
    elif unit.endswith("/share"):
        words.append("per-share")
    if table.kind == "cash-flow" and total.measure is not None and total.measure.key == "cash-and-equivalents":
        words.append("closing-cash")
    return (*words, *measured(total.measure))


def _crossed(context: Context, footing: Footing) -> str:
    """What the columns of a row are that add up: restatements, changes, periods, adjustments, parts of the company."""
    columns = context.table[footing.total.table].column
    total = columns.get(footing.total.column)
    parts = [columns[part.column] for _, part in footing.parts if part.column in columns]
    if total is not None and any(says_before(column.header) for column in parts):
        return "restated"
    if total is None or any(column.kind == "change" for column in (total, *parts)):
        return "changes"
    if any(total.period and part.period and not total.period.same(part.period) for part in parts):
        return "periods"
    if any(ADJUSTED.search(column.header) for column in (total, *parts)):
        return "adjustments"
    return "segments"


def _footings(context: Context, kind: str) -> Sequence[Footing]:
    return _by_kind(context).get(kind, ())


@once
def _by_kind(context: Context) -> Mapping[str, Sequence[Footing]]:
    found: dict[str, list[Footing]] = {}
    for table in context.tables:
        for footing in context.arithmetic[table.id].footings:
            found.setdefault(footing.kind, []).append(footing)
    return found


def _footing(context: Context, footing: Footing) -> Subject:
    figure = context.known.figure
    parts = [figure(part) if sign > 0 else negate(figure(part)) for sign, part in footing.parts]
    names: dict[str, Value] = {
        "total": context.known.figure(footing.total),
        "parts": tuple(parts),
        "table": context.table[footing.total.table],
    }
    facts = (footing.total, *[part for _, part in footing.parts])
    return Subject(
        named(footing.total), footing.total.span, names, context.lookup, facts,
        uncertain="" if footing.certain else UNSURE, signs=tuple([sign for sign, _ in footing.parts]),
    )  # fmt: skip


def relations(context: Context, of: tuple[str, ...], rest: frozenset[str]) -> Iterator[Subject]:
    return chosen(context, _relations, of, rest)


@once
def _relations(context: Context) -> list[tuple[tuple[str, ...], Subject]]:
    found: list[tuple[tuple[str, ...], Subject]] = []
    for table in context.tables:
        for relation in context.arithmetic[table.id].relations:
            across = relation.kind in ("percent-change", "points-change", "percent-of")  # of whatever the row is
            key = () if across else measured(relation.stated.measure)
            found.append(((*key, relation.kind), _relation(context, relation)))
    return found


def _relation(context: Context, relation: Relation) -> Subject:
    names: dict[str, Value] = {
        "stated": context.known.figure(relation.stated),
        "first": context.known.figure(relation.first),
        "second": context.known.figure(relation.second),
        "table": context.table[relation.stated.table],
    }
    facts = (relation.stated, relation.first, relation.second)
    return Subject(
        named(relation.stated), relation.stated.span, names, context.lookup, facts,
        uncertain="" if relation.certain else UNSURE,
    )  # fmt: skip
