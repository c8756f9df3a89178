"""Findings as cards: what the prose says beside the rows of the tables that it is held against."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from shlex import quote

from auditor.frozen import dataclass
from auditor.model.fact import Table
from auditor.model.finding import Evidence, Finding
from auditor.model.source import Paragraph, Span
from auditor.reporting.page.anchors import Anchors, Place, Quote
from auditor.reporting.page.filters import Sections, Tags
from auditor.reporting.page.marks import Mark, Marks
from auditor.reporting.page.prose import Piece, Prose
from auditor.reporting.report import Release, Report, RuleCard
from auditor.reporting.style import safe, short
from auditor.reporting.wording import accepted, stale

MOST_COLUMNS = 6  # of an excerpt; a wider table is shown by the columns that the evidence stands in
MOST_ROWS = 16
MOST_LABEL = 90  # characters; some labels go on over five lines


@dataclass(frozen=True, slots=True)
class ExcerptCell:
    text: str
    marked: bool
    href: str = ""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The rows and columns of one table that a finding rests on; `more` rows are left out."""

    title: str
    href: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[ExcerptCell, ...]], ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Card:
    """A finding. `sentence` is empty where it concerns a table alone; `quoted` are the places it rests on that are no
    cells of their own: of the prose, of another document, or a figure within a row's label; `accept` is the command
    that accepts it; `acceptance` says who has, or why that does not hold any more. `known`: an earlier run found it."""

    id: str
    finding: Finding
    message: str
    line: int
    href: str
    sentence: tuple[Piece, ...]
    excerpts: tuple[Excerpt, ...]
    quoted: tuple[Quote, ...]
    working: tuple[str, ...]
    rule: RuleCard | None
    mark: Mark
    tags: Tags
    accept: str
    acceptance: str
    known: bool


class Cards:
    def __init__(
        self, release: Release, report: Report, anchors: Anchors, marks: Marks, prose: Prose, sections: Sections
    ) -> None:
        audit = release.audit
        self._path = release.path
        self._baseline = report.baseline or frozenset()
        self._acceptances = {a.finding: a for a in report.acceptances if a.release == release.path}
        self._marks = marks
        self._sections = sections
        self._audit = audit
        self._anchors = anchors
        self._prose = prose
        self._rules = report.rules
        self._claims = {claim.id: claim for claim in audit.claims}

    def card(self, finding: Finding) -> Card:
        return Card(
            id=self._anchors.finding(finding.id),
            finding=finding,
            message=safe(finding.message),
            line=self._audit.document.line(finding.span.start),
            href=self._href(finding),
            sentence=self._sentence(finding),
            excerpts=self._excerpts(finding.evidence),
            quoted=tuple(self._quote(item) for item in finding.evidence if self._beside(item)),
            working=tuple(safe(line) for line in finding.working.splitlines() if line.strip()),
            rule=self._rules.get(finding.rule),
            mark=self._marks.finding(finding),
            tags=self._tags(finding),
            accept=accepting(self._path, finding) if finding.fingerprint and finding.waived is None else "",
            acceptance=safe(self._acceptance(finding)),
            known=finding.fingerprint in self._baseline,
        )

    def _acceptance(self, finding: Finding) -> str:
        found = self._acceptances.get(finding.id)
        if finding.waived is not None:
            by = f" by {accepted(found.waiver)}" if found else ""
            return f"Accepted{by}: {finding.waived}"
        return stale(found) if found else ""

    def _tags(self, finding: Finding) -> Tags:
        section = self._sections.of(finding.span.start)
        return Tags(self._marks.finding(finding).kind, (finding.level,), (finding.rule,), section)

    def _beside(self, item: Evidence) -> bool:
        """Whether a piece of evidence has no cell of its own: a place of the prose, or a figure within a label."""
        place = self._anchors.place(item)
        return place is None or place[2] == 0

    def _quote(self, item: Evidence) -> Quote:
        where = [item.document, f"{item.column}, within the label" if item.table else item.row, f"line {item.line}"]
        return self._anchors.quote(item, ", ".join(part for part in where if part))

    def _href(self, finding: Finding) -> str:
        if finding.claim in self._claims:
            return self._anchors.claim(finding.claim)
        if finding.id in self._prose.phrases:
            return self._anchors.phrase(finding.id)
        for item in finding.evidence:
            found = self._anchors.evidence(item)
            if found:
                return found
        return ""

    def _sentence(self, finding: Finding) -> tuple[Piece, ...]:
        mark = self._marks.finding(finding)
        claim = self._claims.get(finding.claim or "")
        if claim:
            return self._prose.marked(claim.sentence, claim.span, mark)
        block = self._audit.document.block_at(finding.span)
        if isinstance(block, Paragraph):
            return self._prose.marked(self._near(block, finding.span), finding.span, mark)
        return ()

    def _near(self, paragraph: Paragraph, span: Span) -> Span:
        """The sentence around a place: up to the full stops on both sides."""
        text = self._audit.document.text
        start = text.rfind(". ", paragraph.span.start, span.start)
        end = text.find(". ", span.end, paragraph.span.end)
        return Span(paragraph.span.start if start < 0 else start + 2, paragraph.span.end if end < 0 else end + 1)

    def _excerpts(self, evidence: Sequence[Evidence]) -> tuple[Excerpt, ...]:
        places: dict[str, list[Place]] = {}
        for item in evidence:
            place = self._anchors.place(item)
            if place:
                places.setdefault(place[0], []).append(place)
        return tuple(self._excerpt(self._anchors.tables[table], found) for table, found in places.items())

    def _excerpt(self, table: Table, places: list[Place]) -> Excerpt:
        marked = {(row, column) for _, row, column in places}
        columns = [column for column in table.columns if any((row, column.index) in table.at for row, _ in marked)]
        if len(columns) > MOST_COLUMNS:
            columns = [column for column in columns if any(column.index == at for _, at in marked)]
        labels = _labels(table)
        rows = sorted({row for row, _ in marked})
        shown = tuple(
            (
                safe(labels.get(row, "")),
                tuple(self._cell(table, row, column.index, (row, column.index) in marked) for column in columns),
            )
            for row in rows[-MOST_ROWS:]  # the total stands last
        )
        headers = tuple(safe(" ".join(column.header.split())) for column in columns)
        title = safe(" ".join(table.title.split())) or table.id
        return Excerpt(title, self._anchors.table(table.id), headers, shown, len(rows) - len(shown))

    def _cell(self, table: Table, row: int, column: int, marked: bool) -> ExcerptCell:
        fact = table.at.get((row, column))
        href = self._anchors.cell((table.id, row, column)) if marked else ""
        return ExcerptCell(safe(fact.text) if fact else "", marked, href)


def accepting(path: str, finding: Finding) -> str:
    """The command that accepts a finding, to be copied: the reader fills in the reason and the name."""
    name = finding.fingerprint if path.startswith("(") else quote(f"{path}:{finding.fingerprint}")
    return f'auditor waive {safe(name)} --reason "why it is right" --owner "your name"'


def _labels(table: Table) -> dict[int, str]:
    """Row labels; one that stands in the table more than once, as “Basic” does, is given with its heading."""
    labels = {row.index: short(row.label, MOST_LABEL) for row in table.rows}
    seen = Counter(labels.values())
    headings = {row.index: " ".join(row.path[-1].split()).rstrip(":") for row in table.rows if row.path}
    return {
        row: f"{headings[row]}: {label}" if seen[label] > 1 and row in headings else label
        for row, label in labels.items()
    }
