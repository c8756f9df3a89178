"""What a table says as a whole of its figures: a pro forma statement's are adjusted; a row "- Diluted" continues the row above."""

from __future__ import annotations

import re
from dataclasses import replace

from auditor.model.fact import Fact, Measure, Table
from auditor.vocabulary.words import content_words

_ADJUSTED = re.compile(r"\b(?:pro[\s-]?forma|non[\s-]?gaap|adjusted)\b", re.I)
_BOTH = re.compile(r"\breconcil|\bGAAP\s+(?:to|and)\b|\bto\s+non[\s-]?GAAP|as\s+reported|\bcomparison\b", re.I)
_SEGMENT = re.compile(r"^(?P<name>[A-Z][\w&-]*(?:\s+(?:[A-Z&][\w&-]*|and)){0,4}?)\s+Segment\b(?!s|\s+(?:Information|Data|Reporting|Income\s+Statements?))")
_SIDES = frozenset(("basic", "diluted"))


def refined(table: Table) -> Table:
    """The table with the facts that its title and the rows above them complete."""
    facts = _continued(table.facts)
    mixed = any("adjusted" in c.qualifiers for c in table.columns)
    if _ADJUSTED.search(table.title) and not _BOTH.search(table.title) and not mixed:
        facts = [replace(f, qualifiers=f.qualifiers | {"adjusted"}) for f in facts]
    segment = _segment(table)
    if segment:
        facts = [replace(f, qualifiers=f.qualifiers | segment) for f in facts]
    return replace(table, facts=tuple(facts))


def _segment(table: Table) -> frozenset[str]:
    """The segment that a table is about, named above its rows: "Nordic Segment Results"."""
    first = min((f.row for f in table.facts), default=0)
    above = [c.text for c in table.grid.cells if c.column == 0 and c.row < first]
    for text in (*above, table.title):
        m = _SEGMENT.search(text)
        if m:
            return frozenset(w for w in content_words(m["name"]) if w not in ("segment", "reportable", "operating", "by"))
    return frozenset()


def _continued(facts: tuple[Fact, ...]) -> list[Fact]:
    """A label of sides alone directly below a row of per-share amounts is per share too."""
    out: list[Fact] = []
    above: Fact | None = None
    for fact in facts:
        if above is not None and fact.row == above.row + 1 and _sides_alone(fact):
            assert above.measure is not None and fact.measure is not None
            sides = frozenset(fact.measure.key.split("-")) | fact.measure.qualifiers
            own = Measure(above.measure.key, (above.measure.qualifiers - _SIDES) | (sides & _SIDES), True)
            fact = replace(fact, measure=own, quantity=replace(fact.quantity, unit=above.quantity.unit))
        elif fact.origin == "cell" and fact.measure is not None and fact.quantity.unit.endswith("/share"):
            above = fact
        out.append(fact)
    return out


def _sides_alone(fact: Fact) -> bool:
    return (
        fact.measure is not None
        and fact.origin == "cell"
        and len(fact.quantity.unit) == 3
        and frozenset(fact.measure.key.split("-")) <= _SIDES
        and "." in fact.text
    )
