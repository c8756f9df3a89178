"""Comparatives: figures that were published before, in an earlier release or filing.

A figure of the tables is matched with the published one of the same measure, qualifiers, label, unit and period, in
the latest document that prints it. A column is only trusted where most of its figures agree with that document, for
otherwise one of the two was misread, or all of it was restated.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache

from auditor.model.fact import Fact
from auditor.model.source import Document, Grid
from auditor.rulebook.context import Context, Subject
from auditor.rulebook.language.figures import of_fact, truth
from auditor.rulebook.language.types import Value
from auditor.rulebook.subjects.naming import named
from auditor.tables.published import own_table
from auditor.vocabulary.words import content_words

FEWEST = 3  # figures of a column that agree with a document, before one that does not is an error
UNSURE = "most figures of the column differ from that document, or it has few of them: one of the two may be misread"
KINDS = ("amount", "rate")
DECLARED = re.compile(
    r"\brestat(?:e|ed|ement|ements|ing)\b|\breclassif(?:y|ied|ication|ications)\b|\brecast(?:ed|ing)?\b|"
    r"\bre-?segment\w*|\bretrospective(?:ly)?\b|\bconform(?:s|ed)?\s+(?:to|with)\s+(?:the\s+)?(?:current|\d{4})|"
    r"\bas\s+(?:previously\s+)?revised\b",
    re.IGNORECASE,
)
IN_HEADER = re.compile(r"\b(?:as\s+)?(?:adjusted|restated|revised|recast)\b", re.IGNORECASE)
SPLIT = re.compile(r"\bstock\s+split\b|\b\w+-for-\w+\s+split\b", re.IGNORECASE)

Key = tuple[str, frozenset[str], str, frozenset[str] | None]
"""Measure, qualifiers, unit and the words of the label; no words where a fact comes from no table."""


def comparatives(context: Context, of: tuple[str, ...], rest: frozenset[str]) -> Iterator[Subject]:
    """Each figure of the tables that a given document prints too."""
    if not context.published:
        return
    text = _prose(context.document)
    restated, split = bool(DECLARED.search(text)), bool(SPLIT.search(text))
    pairs = list(_pairs(context))
    votes = Counter((*_column(own), before.document, _agree(own, before)) for own, before in pairs)
    for own, before in pairs:
        column = (*_column(own), before.document)
        agree, differ = votes[*column, True], votes[*column, False]
        if not agree and not _agree(own, before):
            continue  # nothing in the column ties to the document: they do not speak of the same
        names: dict[str, Value] = {
            "here": of_fact(own),
            "published": of_fact(before),
            "declared": truth(restated or _declared(own, split)),
            "document": before.document or "",
        }
        uncertain = "" if agree >= max(FEWEST, 2 * differ) else UNSURE
        yield Subject(named(own), own.span, names, context.lookup, (own, before), uncertain=uncertain)


def _column(fact: Fact) -> tuple[str, int]:
    return fact.table, fact.column


def _agree(own: Fact, before: Fact) -> bool:
    return own.quantity.magnitude().meets(before.quantity.magnitude())


# ---------------------------------------------------------------------------------------------------- pairs


def _pairs(context: Context) -> Iterator[tuple[Fact, Fact]]:
    latest = _latest(context.published)
    seen: set[tuple[Key, object]] = set()
    for key, facts in _by_key(context.facts).items():
        for own in facts:
            assert own.period is not None
            before = latest(key, own)
            if before is None or (key, own.period) in seen or _ambiguous(own, facts):
                continue
            seen.add((key, own.period))  # a figure of two tables is tied by the rule about those
            yield own, before


class _latest:
    """The published figure of a key and period, in the latest document that prints it; None where it has several."""

    def __init__(self, published: Sequence[Fact]) -> None:
        self._facts = _by_key(published)
        self._last: dict[str | None, date] = {}
        for fact in published:
            if fact.period is not None:
                self._last[fact.document] = max(fact.period.end, self._last.get(fact.document, fact.period.end))

    def __call__(self, key: Key, own: Fact) -> Fact | None:
        tagged = (*key[:3], None) if own.measure is not None and own.measure.known else key
        facts = [*self._facts.get(key, ()), *(self._facts.get(tagged, ()) if tagged != key else ())]
        found = [fact for fact in facts if _one_period(own, fact)]
        if not found:
            return None
        last = max(self._last[fact.document] for fact in found)
        printed = [fact for fact in found if self._last[fact.document] == last]
        return None if _ambiguous(printed[0], printed) else printed[0]


def _by_key(facts: Sequence[Fact]) -> Mapping[Key, list[Fact]]:
    found: dict[Key, list[Fact]] = {}
    for fact in facts:
        if fact.measure is None or fact.period is None or fact.kind not in KINDS or fact.origin != "cell":
            continue
        words = _words(fact.label) if own_table(fact) else None
        key = (fact.measure.key, fact.measure.qualifiers | fact.qualifiers, fact.quantity.unit, words)
        found.setdefault(key, []).append(fact)
    return found


def _one_period(a: Fact, b: Fact) -> bool:
    if a.period is None or b.period is None or a.period.instant != b.period.instant:
        return False
    return a.kind == b.kind and a.period.same(b.period)


def _ambiguous(fact: Fact, facts: Sequence[Fact]) -> bool:
    """Whether a document prints two values under one key for the period of `fact`."""
    return any(_one_period(fact, other) and not _agree(fact, other) for other in facts)


@lru_cache(maxsize=4096)
def _words(label: str) -> frozenset[str]:
    return frozenset(content_words(label))


# ---------------------------------------------------------------------------------------------------- declared


def _prose(document: Document) -> str:
    return "\n".join(document.slice(block.span) for block in document.blocks if not isinstance(block, Grid))


def _declared(fact: Fact, split: bool) -> bool:
    """Whether a column says that its figures were restated, or the document that its shares were split."""
    if IN_HEADER.search(fact.header) or DECLARED.search(fact.header):
        return True
    return split and (fact.quantity.unit == "shares" or fact.quantity.unit.endswith("/share"))
