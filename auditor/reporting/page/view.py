"""One release as the template is given it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from auditor.frozen import dataclass
from auditor.model.finding import Audit
from auditor.model.source import Grid, Paragraph
from auditor.reporting.page.anchors import Anchors
from auditor.reporting.page.cards import Card, Cards
from auditor.reporting.page.entries import Entries, Entry
from auditor.reporting.page.filters import Filter, Sections, filters
from auditor.reporting.page.grids import Grids
from auditor.reporting.page.leaves import PANEL, SHEET, Block, Column, Leaf, blocks_in_leaves, lines
from auditor.reporting.page.marks import LEGEND, Mark, Marks
from auditor.reporting.page.proofs import Proofs
from auditor.reporting.page.prose import Prose
from auditor.reporting.report import Release, Report, RuleCard
from auditor.reporting.style import safe
from auditor.reporting.summary import LEVELS, Summary, summarise, tone, verdict
from auditor.reporting.unchecked import reasons

LINE, LINE_HEIGHT = 55, 1.35  # characters and rem of a line in the panel
CARD_ROOM, ENTRY_ROOM, REASON_ROOM = 3.25, 2.25, 1.0  # rem, of each beside the lines of its text
MOST_REASONS = 3  # for which one rule came to no result


@dataclass(frozen=True, slots=True)
class ReasonView:
    """Why `count` claims (`entries`) or checks of the tables, with what `said` adds, came to no verdict."""

    text: str
    count: int
    entries: tuple[Entry, ...] = ()
    said: str = ""

    @property
    def height(self) -> float:
        """The room that it is likely to take, in rem."""
        quotes = len(self.said) + sum(len(entry.quote) + len(" line 100, ") for entry in self.entries)
        return REASON_ROOM + lines(len(self.text), LINE, LINE_HEIGHT) + lines(quotes, LINE, LINE_HEIGHT)


@dataclass(frozen=True, slots=True)
class Panel:
    """The column beside the release, in leaves: findings, what was not checked, claims."""

    cards: tuple[Leaf[Card], ...]
    reasons: tuple[Leaf[ReasonView], ...]
    entries: tuple[Leaf[Entry], ...]


@dataclass(frozen=True, slots=True)
class ReleaseView:
    prefix: str
    path: str
    title: str
    verdict: str
    tone: str
    summary: Summary
    findings: int
    panel: Panel
    leaves: tuple[Leaf[Block], ...]
    notes: tuple[str, ...]
    filters: tuple[Filter, ...]
    legend: tuple[Mark, ...]


def view(release: Release, report: Report, prefix: str = "", first: bool = True) -> ReleaseView:
    """Everything the page says about `release`; `prefix` keeps its ids apart from those of other releases, of which
    the `first` stands on the first screen."""
    audit, rules = release.audit, report.rules
    anchors = Anchors(audit, prefix)
    marks = Marks(audit, anchors)
    prose = Prose(audit, anchors, marks)
    sections = Sections(audit.document)
    maker = Cards(release, report, anchors, marks, prose, sections)
    findings = sorted(audit.findings, key=lambda f: (f.waived is not None, LEVELS.index(f.level), f.span))
    cards = tuple(maker.card(finding) for finding in findings)
    entries = Entries(audit, anchors, marks, sections).all()
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
        findings=len(cards),
        panel=_panel(cards, [*_reasons(audit, entries), *_skipped(audit, rules)], entries, PANEL if first else 0),
        leaves=blocks_in_leaves(blocks, SHEET if first else 0),
        notes=tuple(safe(note) for note in audit.notes),
        filters=filters(tags, sections, rules),
        legend=_legend(blocks),
    )


def _legend(blocks: tuple[Block, ...]) -> tuple[Mark, ...]:
    """The marks that stand in the release."""
    used = {piece.mark.kind for block in blocks for piece in block.pieces if piece.mark}
    for block in blocks:
        if block.table:
            kinds = {cell.kinds for row in block.table.rows for cell in row.cells}
            used.update(kind for several in kinds for kind in several.split())
    return tuple(mark for mark in LEGEND if mark.kind in used)


def _panel(cards: Iterable[Card], reasons: Iterable[ReasonView], entries: Mapping[str, Entry], room: float) -> Panel:
    column = Column(room)
    return Panel(
        cards=tuple(column.leaves(cards, lambda card: CARD_ROOM + lines(len(card.message), LINE, LINE_HEIGHT))),
        reasons=tuple(column.leaves(reasons, lambda reason: reason.height)),
        entries=tuple(column.leaves(entries.values(), lambda _: ENTRY_ROOM)),
    )


def _reasons(audit: Audit, entries: Mapping[str, Entry]) -> Iterator[ReasonView]:
    for group in reasons(audit):
        named = tuple(entries[claim.id] for claim in group.claims)
        yield ReasonView(safe(group.text), len(named), named)


def _skipped(audit: Audit, rules: Mapping[str, RuleCard]) -> list[ReasonView]:
    """The checks of the tables in which one rule came to no result, and why."""
    found: dict[str, Counter[str]] = {}
    for check in audit.checks:
        if check.outcome == "skipped" and check.claim is None:
            found.setdefault(check.rule, Counter())[check.why.removeprefix("not checked: ")] += 1
    return sorted(
        (_unfinished(_named(rule, rules), whys) for rule, whys in found.items()), key=lambda view: -view.count
    )


def _unfinished(rule: str, whys: Counter[str]) -> ReasonView:
    several = "s" if whys.total() > 1 else ""
    return ReasonView(f"check{several} of the tables: {rule}", whys.total(), said=_whys(whys))


def _whys(whys: Counter[str]) -> str:
    most = [safe(why) for why, _ in whys.most_common(MOST_REASONS)]
    more = [f"{len(whys) - MOST_REASONS} more"] if len(whys) > MOST_REASONS else []
    return "; ".join(most + more)


def _named(rule: str, rules: Mapping[str, RuleCard]) -> str:
    return safe(f"{rule} {rules[rule].name.replace('-', ' ')}" if rule in rules else rule)


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
