"""Tables of one segment below its name, or beside it in their corner: one of net sales and operating income under
"Nordic" is of that segment, where another table gives the same figures in a row or column of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from auditor.frozen import replace
from auditor.model.fact import Fact, Table
from auditor.model.period import Period
from auditor.model.source import Document
from auditor.tables.sections import NAME, measures_of, sections
from auditor.vocabulary import Vocabulary
from auditor.vocabulary.words import content_words

_SEGMENTS = re.compile(r"\bsegments?\b", re.I)
_FEWEST, _SIBLINGS = 2, 2  # rows that tables share, and tables with a name of their own
_LONGEST = 60  # characters of a title that is no more than a name
_CALLED = frozenset("segment division business unit group region".split())
Told = Mapping[tuple[str, Period], set[Decimal]]
"""The figures of a segment by their measure and period."""


def of_segments(document: Document, tables: Sequence[Table], vocabulary: Vocabulary) -> tuple[Table, ...]:
    """The tables, of which those that are titled by a segment, or stand under its heading, have its figures."""
    under = sections(document, tables, vocabulary)
    tables = [_with_part(t, _words(under[t.id], vocabulary)) if t.id in under else t for t in tables]
    told = _told(tables)
    tables = _of_siblings(tables, told, vocabulary)
    return tuple(_narrowed(table, told, vocabulary) for table in tables) if told else tuple(tables)


def _of_siblings(
    tables: Sequence[Table], told: Mapping[frozenset[str], Told], vocabulary: Vocabulary
) -> Sequence[Table]:
    """Tables of the same few rows with other figures for the same periods, each below a name of its own that no row or
    column bears, are of so many parts: "Net revenues" and "Operating income" below "Caravans" and below "Boats"."""
    alike: dict[tuple[str, ...], list[Table]] = defaultdict(list)
    for table in tables:
        keys = measures_of(table)
        if _FEWEST <= len(keys) and table.kind in ("other", "segment", "key-figures"):
            alike[keys].append(table)
    parts: dict[str, frozenset[str]] = {}
    for same in alike.values():
        named = {t.id: part for t in same if (part := _part(t, vocabulary))}
        if len(set(named.values())) >= _SIBLINGS and told.keys().isdisjoint(named.values()) and _all_differ(same):
            parts.update(named)
    return [_with_part(table, parts.get(table.id)) for table in tables] if parts else tables


def _part(table: Table, vocabulary: Vocabulary) -> frozenset[str]:
    """The part that a name in the corner of a table or over it says, or that it is of one of the segments that its
    title speaks of."""
    for name in map(NAME.fullmatch, _names(table)):
        if name and (part := _words(name[1], vocabulary)):
            return part
    return frozenset(("segment",)) if _SEGMENTS.search(table.title) else frozenset()


def _names(table: Table) -> Iterator[str]:
    """What may name the part that a table is of: the corner above its labels, and its title."""
    first = table.grid.by_row[0] if table.grid.by_row else ()
    if first and not first[0].column and (not table.rows or table.rows[0].index > 0):
        yield first[0].text.strip(" :*")
    yield table.title.strip(" :*")


def _words(name: str, vocabulary: Vocabulary) -> frozenset[str]:
    return vocabulary.qualify(content_words(name)) - _CALLED


def _all_differ(tables: Sequence[Table]) -> bool:
    """Whether no two tables give one figure for the first row that they share, in one period."""
    seen: set[tuple[str, Period, Decimal]] = set()
    for table in tables:
        first = next((f for f in table.facts if f.kind == "amount" and f.measure is not None and f.period), None)
        if first is None or first.measure is None or first.period is None:
            return False
        told = first.measure.key, first.period, first.quantity.value
        if told in seen or any(key != told[0] or not period.same(told[1]) for key, period, _ in seen):
            return False
        seen.add(told)
    return True


def _with_part(table: Table, part: frozenset[str] | None) -> Table:
    if not part:
        return table
    return replace(table, facts=tuple(replace(f, qualifiers=f.qualifiers | part) for f in table.facts))


def _told(tables: Sequence[Table]) -> Mapping[frozenset[str], Told]:
    """The figures of each part that some row or column is of."""
    found: dict[frozenset[str], dict[tuple[str, Period], set[Decimal]]] = defaultdict(lambda: defaultdict(set))
    for fact in (fact for table in tables for fact in table.facts):
        measure = fact.measure
        if measure is None or not measure.known or fact.kind != "amount" or fact.period is None:
            continue
        if part := measure.qualifiers | fact.qualifiers:
            found[part][measure.key, fact.period].add(fact.quantity.value)
    return found


def _narrowed(table: Table, told: Mapping[frozenset[str], Told], vocabulary: Vocabulary) -> Table:
    for name in _names(table):
        part = _words(name, vocabulary) if 0 < len(name) <= _LONGEST else frozenset[str]()
        if part and part in told and _is_of(table.facts, told[part]):
            return _with_part(table, part)
    return table


def _is_of(facts: Sequence[Fact], part: Told) -> bool:
    """Whether a table gives, as figures of no part, those of one, and none that differs."""
    shared = [
        fact.quantity.value in part[fact.measure.key, fact.period]
        for fact in facts
        if fact.measure is not None and fact.period is not None and fact.kind == "amount"
        and not fact.measure.qualifiers | fact.qualifiers and (fact.measure.key, fact.period) in part
    ]  # fmt: skip
    return bool(shared) and all(shared)
