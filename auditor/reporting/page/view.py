"""One release as the template is given it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from auditor.model.claim import Claim
from auditor.model.finding import Evidence
from auditor.model.source import Grid, Paragraph
from auditor.reporting.page.anchors import Anchors
from auditor.reporting.page.cards import Card, Cards
from auditor.reporting.page.grids import Grids, TableView
from auditor.reporting.page.marks import Mark, Marks
from auditor.reporting.page.prose import Piece, Prose
from auditor.reporting.report import Release, RuleCard
from auditor.reporting.style import safe
from auditor.reporting.summary import LEVELS, Summary, judgement, summarise, tone, verdict
from auditor.reporting.unchecked import reasons


@dataclass(frozen=True, slots=True)
class Support:
    """A figure that a verdict rests on, and where it stands on the page (empty: elsewhere)."""

    text: str
    where: str
    href: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim with its verdict and working."""

    id: str
    href: str
    name: str
    quote: str
    mark: Mark
    line: int
    measure: str
    period: str
    working: tuple[str, ...]
    support: tuple[Support, ...]
    findings: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ReasonView:
    text: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (`pieces`) or a table."""

    kind: str
    id: str
    pieces: tuple[Piece, ...] = ()
    table: TableView | None = None


@dataclass(frozen=True, slots=True)
class ReleaseView:
    prefix: str
    path: str
    title: str
    verdict: str
    tone: str
    summary: Summary
    cards: tuple[Card, ...]
    reasons: tuple[ReasonView, ...]
    entries: tuple[Entry, ...]
    blocks: tuple[Block, ...]
    notes: tuple[str, ...]


def view(release: Release, rules: Mapping[str, RuleCard], prefix: str = "") -> ReleaseView:
    """Everything the page says about `release`; `prefix` keeps its ids apart from those of other releases."""
    audit = release.audit
    anchors = Anchors(audit, prefix)
    marks = Marks(audit, anchors)
    prose = Prose(audit, anchors, marks)
    cards = Cards(audit, anchors, prose, dict(rules))
    findings = sorted(audit.findings, key=lambda f: (f.waived is not None, LEVELS.index(f.level), f.span))
    entries = {claim.id: _entry(release, anchors, marks, claim) for claim in audit.claims}
    summary = summarise(audit)
    return ReleaseView(
        prefix=prefix,
        path=safe(release.path),
        title=safe(audit.document.title) or safe(release.path),
        verdict=verdict(summary),
        tone=tone(summary),
        summary=summary,
        cards=tuple(cards.card(finding) for finding in findings),
        reasons=tuple(
            ReasonView(safe(group.text), tuple(entries[claim.id] for claim in group.claims)) for group in reasons(audit)
        ),
        entries=tuple(entries.values()),
        blocks=_blocks(release, anchors, prose, Grids(anchors, marks.cells())),
        notes=tuple(safe(note) for note in audit.notes),
    )


def _entry(release: Release, anchors: Anchors, marks: Marks, claim: Claim) -> Entry:
    audit = release.audit
    judged = judgement(audit, claim)
    findings = marks.findings_of.get(claim.id, [])
    return Entry(
        id=anchors.working(claim.id),
        href=anchors.claim(claim.id),
        name=claim.id,
        quote=safe(" ".join(claim.quote.split())),
        mark=marks.claim(claim),
        line=audit.document.line(claim.span.start),
        measure=str(claim.measure).replace("-", " ") if claim.measure else safe(" ".join(claim.subject.split())),
        period=_period(claim),
        working=tuple(safe(line) for line in judged.working.splitlines() if line.strip()),
        support=tuple(_support(anchors, item) for item in judged.evidence),
        findings=tuple((name, anchors.finding(name)) for name in findings),
    )


def _support(anchors: Anchors, item: Evidence) -> Support:
    parts = [" ".join(part.split()) for part in (item.row, item.column) if part]
    where = ", ".join(parts) or f"line {item.line}"
    if item.document:
        where = f"{item.document}: {where}"
    return Support(safe(item.text), safe(where), anchors.evidence(item) or "")


def _period(claim: Claim) -> str:
    period = str(claim.period).replace("/", " to ") if claim.period else ""
    return f"{period}, against {str(claim.base).replace('/', ' to ')}" if claim.base else period


def _blocks(release: Release, anchors: Anchors, prose: Prose, grids: Grids) -> tuple[Block, ...]:
    blocks: list[Block] = []
    tables = 0
    for index, block in enumerate(release.audit.document.blocks):
        if isinstance(block, Grid):
            tables += 1
            blocks.append(Block("table", anchors.table(block.id), table=grids.view(block, tables)))
        elif isinstance(block, Paragraph):
            blocks.append(Block(block.kind, anchors.block(index), prose.pieces(block.span)))
    return tuple(blocks)
