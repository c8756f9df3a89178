"""One release as the template is given it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from textwrap import shorten

from auditor.model.claim import Claim
from auditor.model.finding import Audit, Evidence
from auditor.model.period import Period
from auditor.model.source import Grid, Paragraph
from auditor.reporting.page.anchors import Anchors
from auditor.reporting.page.cards import Card, Cards
from auditor.reporting.page.filters import Filter, Sections, Tags, filters
from auditor.reporting.page.grids import Grids, TableView
from auditor.reporting.page.marks import LEGEND, Mark, Marks
from auditor.reporting.page.proofs import Proofs
from auditor.reporting.page.prose import Piece, Prose
from auditor.reporting.report import Release, RuleCard
from auditor.reporting.style import safe
from auditor.reporting.summary import LEVELS, Summary, judgement, summarise, tone, verdict
from auditor.reporting.unchecked import reasons


MOST_SUBJECT = 60  # characters


@dataclass(frozen=True, slots=True)
class Support:
    """A figure that a verdict rests on, and where it stands on the page (empty: elsewhere)."""

    text: str
    where: str
    href: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim with its verdict and working. `subject` is what it is about as the release puts it, `measure` what that
    was understood to be."""

    id: str
    href: str
    name: str
    quote: str
    mark: Mark
    line: int
    subject: str
    measure: str
    period: str
    working: tuple[str, ...]
    support: tuple[Support, ...]
    findings: tuple[tuple[str, str], ...]
    rules: tuple[str, ...]
    tags: Tags


@dataclass(frozen=True, slots=True)
class ReasonView:
    text: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class SkippedView:
    """Checks of the tables that a rule did not come to a result on, for one reason."""

    text: str
    rule: str
    count: int


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
    skipped: tuple[SkippedView, ...]
    entries: tuple[Entry, ...]
    blocks: tuple[Block, ...]
    notes: tuple[str, ...]
    filters: tuple[Filter, ...]
    legend: tuple[Mark, ...]


def view(release: Release, rules: Mapping[str, RuleCard], prefix: str = "") -> ReleaseView:
    """Everything the page says about `release`; `prefix` keeps its ids apart from those of other releases."""
    audit = release.audit
    anchors = Anchors(audit, prefix)
    marks = Marks(audit, anchors)
    prose = Prose(audit, anchors, marks)
    sections = Sections(audit.document)
    maker = Cards(release, anchors, marks, prose, sections, rules)
    findings = sorted(audit.findings, key=lambda f: (f.waived is not None, LEVELS.index(f.level), f.span))
    cards = tuple(maker.card(finding) for finding in findings)
    entries = _entries(audit, anchors, marks, sections, rules)
    summary = summarise(audit)
    blocks = _blocks(release, anchors, prose, Grids(anchors, marks.cells(), Proofs(audit, anchors, rules)))
    tags = [*(card.tags for card in cards), *(entry.tags for entry in entries.values())]
    return ReleaseView(
        prefix=prefix,
        path=safe(release.path),
        title=safe(audit.document.title) or safe(release.path),
        verdict=verdict(summary),
        tone=tone(summary),
        summary=summary,
        cards=cards,
        reasons=tuple(
            ReasonView(safe(group.text), tuple(entries[claim.id] for claim in group.claims)) for group in reasons(audit)
        ),
        skipped=_skipped(audit, rules),
        entries=tuple(entries.values()),
        blocks=blocks,
        notes=tuple(safe(note) for note in audit.notes),
        filters=filters(tags, sections, rules),
        legend=_legend(blocks),
    )


def _legend(blocks: tuple[Block, ...]) -> tuple[Mark, ...]:
    """The marks that stand in the release."""
    used = {piece.mark.kind for block in blocks for piece in block.pieces if piece.mark}
    for block in blocks:
        if block.table:
            used.update(kind for row in block.table.rows for cell in row.cells for kind in cell.kinds)
    return tuple(mark for mark in LEGEND if mark.kind in used)


def _entries(
    audit: Audit, anchors: Anchors, marks: Marks, sections: Sections, rules: Mapping[str, RuleCard]
) -> dict[str, Entry]:
    """The claims by their ids, each with the rules that looked at it."""
    looked: dict[str, list[str]] = {}
    for check in audit.checks:
        if check.claim is not None and check.outcome != "skipped":
            looked.setdefault(check.claim, []).append(check.rule)
    return {
        claim.id: _entry(audit, anchors, marks, sections, rules, claim, tuple(sorted(set(looked.get(claim.id, [])))))
        for claim in audit.claims
    }


def _entry(
    audit: Audit, anchors: Anchors, marks: Marks, sections: Sections, rules: Mapping[str, RuleCard], claim: Claim,
    looked: tuple[str, ...],
) -> Entry:  # fmt: skip
    judged = judgement(audit, claim)
    findings = marks.findings_of.get(claim.id, [])
    levels = {finding.level for finding in audit.findings if finding.id in findings}
    return Entry(
        id=anchors.working(claim.id),
        href=anchors.claim(claim.id),
        name=claim.id,
        quote=safe(" ".join(claim.quote.split())),
        mark=marks.claim(claim),
        line=audit.document.line(claim.span.start),
        subject=safe(shorten(claim.subject, MOST_SUBJECT, placeholder=" …")) or _measure(claim),
        measure=_measure(claim),
        period=_period(claim),
        working=tuple(safe(line) for line in judged.working.splitlines() if line.strip()),
        support=tuple(_support(anchors, item) for item in judged.evidence),
        findings=tuple((name, anchors.finding(name)) for name in findings),
        rules=looked,
        tags=Tags(
            marks.claim(claim).kind,
            tuple(level for level in LEVELS if level in levels),
            looked,
            sections.of(claim.span.start),
        ),
    )


def _skipped(audit: Audit, rules: Mapping[str, RuleCard]) -> tuple[SkippedView, ...]:
    found = Counter((c.rule, c.why) for c in audit.checks if c.outcome == "skipped" and c.claim is None)
    return tuple(SkippedView(safe(why), _named(rule, rules), count) for (rule, why), count in found.most_common())


def _named(rule: str, rules: Mapping[str, RuleCard]) -> str:
    return safe(f"{rule} {rules[rule].name.replace('-', ' ')}" if rule in rules else rule)


def _support(anchors: Anchors, item: Evidence) -> Support:
    parts = [" ".join(part.split()) for part in (item.row, item.column) if part]
    where = ", ".join(parts) or f"line {item.line}"
    if item.document:
        where = f"{item.document}: {where}"
    return Support(safe(item.text), safe(where), anchors.evidence(item) or "")


def _measure(claim: Claim) -> str:
    return safe(str(claim.measure).replace("-", " ")) if claim.measure else ""


def _period(claim: Claim) -> str:
    period = in_words(claim.period) if claim.period else ""
    return f"{period}, against {in_words(claim.base)}" if claim.base else period


def in_words(period: Period) -> str:
    """`3 months to September 30, 2025`, `at September 30, 2025`; days, where they are not whole months."""
    end = f"{period.end:%B} {period.end.day}, {period.end.year}"
    if period.instant:
        return f"at {end}"
    months = period.months
    length = f"{months} month" if months and abs(period.days - months * 30.4375) < 10 else f"{period.days} day"
    return f"{length}{'' if length.startswith('1 ') else 's'} to {end}"


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
