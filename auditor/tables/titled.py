"""Tables of one segment below its name: one of net sales and operating income under "Nordic" is of that segment, where
another table gives the same figures in a row or column of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal

from auditor.frozen import replace
from auditor.model.fact import Fact, Table
from auditor.model.period import Period
from auditor.vocabulary import Vocabulary
from auditor.vocabulary.words import content_words

_LONGEST = 60  # characters of a title that is no more than a name
_CALLED = frozenset("segment division business unit group region".split())
Told = Mapping[tuple[str, Period], set[Decimal]]
"""The figures of a segment by their measure and period."""


def of_segments(tables: Sequence[Table], vocabulary: Vocabulary) -> tuple[Table, ...]:
    """The tables, of which those that are titled by a segment have its figures."""
    told = _told(tables)
    return tuple(_narrowed(table, told, vocabulary) for table in tables) if told else tuple(tables)


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
    title = table.title.strip(" :*")
    if not title or len(title) > _LONGEST:
        return table
    part = vocabulary.qualify(content_words(title)) - _CALLED
    if not part or part not in told or not _is_of(table.facts, told[part]):
        return table
    facts = tuple(replace(f, qualifiers=f.qualifiers | part) for f in table.facts)
    return replace(table, facts=facts)


def _is_of(facts: Sequence[Fact], part: Told) -> bool:
    """Whether a table gives, as figures of no part, those of one, and none that differs."""
    shared = [
        fact.quantity.value in part[fact.measure.key, fact.period]
        for fact in facts
        if fact.measure is not None and fact.period is not None and fact.kind == "amount"
        and not fact.measure.qualifiers | fact.qualifiers and (fact.measure.key, fact.period) in part
    ]  # fmt: skip
    return bool(shared) and all(shared)
