"""What rules look at: one document's tables, facts and claims, and the subjects that `for_each` gives one by one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from functools import cached_property, wraps
from operator import attrgetter
from typing import Any, TypeVar

from auditor.frozen import dataclass
from auditor.model.binding import Binding
from auditor.model.calendar import FiscalCalendar
from auditor.model.claim import Claim
from auditor.model.fact import Fact, Table
from auditor.model.finding import Check, Evidence, Finding, Judgement
from auditor.model.movement import Movement
from auditor.model.period import Period
from auditor.model.source import Document, Span, Spans
from auditor.model.standing import Streak, Superlative
from auditor.rulebook.language.lookup import Facts, Lookup
from auditor.rulebook.language.types import Value
from auditor.rulebook.printed import Printed
from auditor.tables.footings import Arithmetic, arithmetic
from auditor.tables.published import own_table

T = TypeVar("T")
NEAR = 3  # rows


@dataclass(frozen=True)
class Context:
    """`bindings` by the id of their claim or movement. `movements` are words of direction without a number,
    `published` the figures of other documents, `streaks` and `superlatives` words that rank a figure among those
    of other periods."""

    document: Document
    tables: tuple[Table, ...]
    facts: tuple[Fact, ...]
    claims: tuple[Claim, ...]
    bindings: Mapping[str, Binding]
    calendar: FiscalCalendar
    movements: tuple[Movement, ...] = ()
    published: tuple[Fact, ...] = ()
    streaks: tuple[Streak, ...] = ()
    superlatives: tuple[Superlative, ...] = ()

    @cached_property
    def known(self) -> Facts:
        return Facts(self.facts, self.tables, self.calendar)

    @cached_property
    def printed(self) -> Printed:
        return Printed(self.facts)

    @cached_property
    def lookup(self) -> Lookup:
        return Lookup(self.known)

    @cached_property
    def periods(self) -> frozenset[Period]:
        """The periods of the columns."""
        return frozenset(c.period for table in self.tables for c in table.columns if c.period is not None)

    @cached_property
    def table(self) -> Mapping[str, Table]:
        return {table.id: table for table in self.tables}

    @cached_property
    def arithmetic(self) -> Mapping[str, Arithmetic]:
        """The equations of each table, by its id."""
        return {table.id: arithmetic(table) for table in self.tables}

    def near(self, facts: Sequence[Fact]) -> list[Fact]:
        """The figures of the rows of some and of the few rows above and below, in the order of the document."""
        rows = {(fact.table, row) for fact in facts for row in range(fact.row - NEAR, fact.row + NEAR + 1)}
        found = [self.known.at[row] for row in rows if row in self.known.at]
        return [fact for row in sorted(found, key=lambda row: row[0].span.start) for fact in row]

    def evidence(self, facts: Sequence[Fact]) -> tuple[Evidence, ...]:
        known = self._evidence
        return tuple([known.get(f.id) or self._shown(f) for f in facts])

    def _shown(self, f: Fact) -> Evidence:
        shown = Evidence(own_table(f), f.label, f.header, f.text, f.quantity.value, f.line, f.span, f.document)
        self._evidence[f.id] = shown
        return shown

    @cached_property
    def memo(self) -> dict[object, Any]:
        """What `once` keeps."""
        return {}

    @cached_property
    def _evidence(self) -> dict[str, Evidence]:
        return {}

    def sentence_of(self, span: Span) -> Span | None:
        """The sentence of a claim or movement that a place stands in."""
        return self._sentences.around(span)

    @cached_property
    def _sentences(self) -> Spans:
        spans = {claim.sentence for claim in self.claims} | {movement.sentence for movement in self.movements}
        return Spans(sorted(spans, key=attrgetter("start", "end")))

    @cached_property
    def by_sentence(self) -> Mapping[int, Sequence[Claim]]:
        """The claims by the start of their sentence."""
        found: dict[int, list[Claim]] = {}
        for claim in self.claims:
            found.setdefault(claim.sentence.start, []).append(claim)
        return found


def once(function: Callable[[Context], T]) -> Callable[[Context], T]:
    """A function that is computed once for a document, however many rules ask for it."""

    @wraps(function)
    def shared(context: Context) -> T:
        if function not in context.memo:
            context.memo[function] = function(context)
        kept: T = context.memo[function]
        return kept

    return shared


@dataclass(frozen=True)
class Subject:
    """One thing that a rule is held against.

    `title` names it in words. `names` are what the rule's expressions may use. `facts` are evidence in any case.
    Subjects of one `group` vote together. An `uncertain` subject never makes more than a note. `signs` are those by
    which the facts after the first add up to it. `told`: claims that it rests on; where none of them is open, for the
    tables have or contradict each, there is nothing to look at.
    """

    title: str
    span: Span
    names: Mapping[str, Value]
    lookup: Lookup
    facts: tuple[Fact, ...] = ()
    group: str = ""
    claim: Claim | None = None
    uncertain: str = ""
    signs: tuple[int, ...] = ()
    told: tuple[Claim, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """What the rules found: a judgement for each claim by its id, findings in order of the document, checks."""

    judgements: Mapping[str, Judgement] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    checks: tuple[Check, ...] = ()
