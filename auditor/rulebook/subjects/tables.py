"""Subjects in the tables: totals with their parts, figures that follow from two others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from auditor.rulebook.context import Context, Subject
from auditor.rulebook.language.figures import negate, of_fact
from auditor.rulebook.language.types import Value
from auditor.rulebook.subjects.naming import named
from auditor.tables.footings import Footing, Relation

UNSURE = "the rows were probably not meant to add up, or were misread"


def sums(context: Context, of: tuple[str, ...], rest: frozenset[str]) -> Iterator[Subject]:
    """Footings of rows; of some measures only, where they are named."""
    for footing in _footings(context, "rows"):
        key = footing.total.measure.key if footing.total.measure is not None else ""
        if key in of if of else key not in rest:
            yield _footing(context, footing)


def balances(context: Context, of: tuple[str, ...], rest: frozenset[str]) -> Iterator[Subject]:
    """The total of the assets beside that of the liabilities and equity."""
    for footing in _footings(context, "balance"):
        subject = _footing(context, footing)
        names: dict[str, Value] = {**subject.names, "assets": of_fact(footing.parts[0][1])}
        yield replace(subject, names=names)


def crossings(context: Context, of: tuple[str, ...], rest: frozenset[str]) -> Iterator[Subject]:
    for footing in _footings(context, "columns"):
        yield _footing(context, footing)


def _footings(context: Context, kind: str) -> Iterable[Footing]:
    for table in context.tables:
        for footing in context.arithmetic[table.id].footings:
            if footing.kind == kind:
                yield footing


def _footing(context: Context, footing: Footing) -> Subject:
    parts = [of_fact(part) if sign > 0 else negate(of_fact(part)) for sign, part in footing.parts]
    names: dict[str, Value] = {
        "total": of_fact(footing.total),
        "parts": tuple(parts),
        "table": context.table[footing.total.table],
    }
    facts = (footing.total, *(part for _, part in footing.parts))
    return Subject(
        named(footing.total), footing.total.span, names, context.lookup, facts,
        uncertain="" if footing.certain else UNSURE,
    )  # fmt: skip


def relations(context: Context, of: tuple[str, ...], rest: frozenset[str]) -> Iterator[Subject]:
    for table in context.tables:
        for relation in context.arithmetic[table.id].relations:
            if not of or relation.kind in of:
                yield _relation(context, relation)


def _relation(context: Context, relation: Relation) -> Subject:
    names: dict[str, Value] = {
        "stated": of_fact(relation.stated),
        "first": of_fact(relation.first),
        "second": of_fact(relation.second),
        "table": context.table[relation.stated.table],
    }
    facts = (relation.stated, relation.first, relation.second)
    return Subject(
        named(relation.stated), relation.stated.span, names, context.lookup, facts,
        uncertain="" if relation.certain else UNSURE,
    )  # fmt: skip
