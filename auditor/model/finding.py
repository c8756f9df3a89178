"""Verdicts on claims, checks of rules, findings, and the audit that holds them all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from decimal import Decimal
from typing import Literal

from auditor.frozen import dataclass
from auditor.model.claim import Claim
from auditor.model.fact import Fact, Table
from auditor.model.later import Deferred
from auditor.model.period import Period
from auditor.model.source import Document, Span

Verdict = Literal["agrees", "disagrees", "unsupported"]
How = Literal["exact", "rounding", "interval", "slack"]
Level = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place that a verdict or finding rests on: a table cell, or (table empty) a place of the prose."""

    table: str
    row: str
    column: str
    text: str
    value: Decimal | None
    line: int
    span: Span
    document: str | None = None


@dataclass(frozen=True)
class Judgement:
    """The verdict on one claim, with its working: one or more lines of plain text."""

    claim: str
    verdict: Verdict
    how: How | None = None
    working: Deferred[str] = Deferred("")
    evidence: Sequence[Evidence] = ()

    def __reduce__(self) -> tuple[type[Judgement], tuple[object, ...]]:
        """Another process gets the working, not what makes it."""
        return Judgement, (self.claim, self.verdict, self.how, self.working, self.evidence)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found wrong at `span`. `expected` and `actual` are, in words, the figure that should stand there and
    the one that does; `evidence` every place that it rests on; `cause` the slip that explains it. `fingerprint` names
    it in every draft; `waived` is the reason for which it was accepted."""

    id: str
    rule: str
    name: str
    level: Level
    message: str
    span: Span
    claim: str | None = None
    expected: str = ""
    actual: str = ""
    evidence: tuple[Evidence, ...] = ()
    cause: str | None = None
    working: str = ""
    fingerprint: str = ""
    waived: str | None = None


Outcome = Literal["passed", "failed", "skipped"]


@dataclass(frozen=True, slots=True)
class Check:
    """One application of a rule to one subject; `why` says why it failed or was skipped; how a claim agrees,
    its judgement says.

    `kind` is the kind of its subject, as rules name it (`footing`, `pair`), for a relation between figures which one
    (`percent-change`). `claim` is the number of the prose that it is about. The first piece of evidence is the figure
    that is checked; `signs` are those by which the others add up to it, where they do.
    """

    rule: str
    outcome: Outcome
    subject: str
    why: str = ""
    how: How | None = None
    evidence: Sequence[Evidence] = ()
    kind: str = ""
    claim: str | None = None
    signs: tuple[int, ...] = ()


NumeralState = Literal["claim", "table", "date", "identifier", "other", "unread"]


@dataclass(frozen=True)
class Audit:
    """All that one audit found. `numerals` is the ledger: each numeral's place and its one state; `period` is the one
    that the document reports."""

    document: Document
    tables: tuple[Table, ...]
    facts: tuple[Fact, ...]
    claims: tuple[Claim, ...]
    judgements: Mapping[str, Judgement]
    findings: tuple[Finding, ...]
    checks: tuple[Check, ...]
    numerals: tuple[tuple[Span, NumeralState], ...] = ()
    notes: tuple[str, ...] = field(default=())
    period: Period | None = None
