"""Claims as entries of a list: what was claimed, the verdict, the working and the figures it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.frozen import dataclass
from auditor.model.claim import Claim
from auditor.model.finding import Audit, Evidence
from auditor.model.period import Period
from auditor.reporting.page.anchors import Anchors, Quote
from auditor.reporting.page.filters import Sections, Tags
from auditor.reporting.page.marks import Mark, Marks
from auditor.reporting.style import safe, short
from auditor.reporting.summary import LEVELS, judgement

MOST_SUBJECT = 60  # characters


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim with its verdict and working. `subject` is what it is about as the release puts it; `notes` say what that
    was understood to be, for which period, and which rules looked at it."""

    id: str
    href: str
    name: str
    quote: str
    mark: Mark
    line: int
    subject: str
    working: tuple[str, ...]
    support: tuple[Quote, ...]
    notes: tuple[str, ...]
    findings: tuple[tuple[str, str], ...]
    tags: Tags


class Entries:
    def __init__(self, audit: Audit, anchors: Anchors, marks: Marks, sections: Sections) -> None:
        self._audit = audit
        self._anchors = anchors
        self._marks = marks
        self._sections = sections
        self._levels = {finding.id: finding.level for finding in audit.findings}
        self._rules: dict[str, set[str]] = {}
        for check in audit.checks:
            if check.claim is not None and check.outcome != "skipped":
                self._rules.setdefault(check.claim, set()).add(check.rule)

    def all(self) -> dict[str, Entry]:
        """The claims by their ids, in reading order."""
        return {claim.id: self._entry(claim) for claim in self._audit.claims}

    def _entry(self, claim: Claim) -> Entry:
        judged = judgement(self._audit, claim)
        findings = self._marks.findings_of.get(claim.id, [])
        measure = safe(str(claim.measure).replace("-", " ")) if claim.measure else ""
        return Entry(
            id=self._anchors.working(claim.id),
            href=self._anchors.claim(claim.id),
            name=claim.id,
            quote=safe(" ".join(claim.quote.split())),
            mark=self._marks.claim(claim),
            line=self._audit.document.line(claim.span.start),
            subject=safe(short(claim.subject, MOST_SUBJECT)) or measure,
            working=tuple(safe(line) for line in judged.working.splitlines() if line.strip()),
            support=tuple(self._support(item) for item in judged.evidence),
            notes=tuple(self._notes(claim, measure)),
            findings=tuple((name, self._anchors.finding(name)) for name in findings),
            tags=self._tags(claim, findings),
        )

    def _tags(self, claim: Claim, findings: list[str]) -> Tags:
        levels = {self._levels[finding] for finding in findings}
        return Tags(
            self._marks.claim(claim).kind,
            tuple(level for level in LEVELS if level in levels),
            tuple(sorted(self._rules.get(claim.id, ()))),
            self._sections.of(claim.span.start),
        )

    def _notes(self, claim: Claim, measure: str) -> Iterator[str]:
        if measure:
            yield measure
        if claim.period:
            yield _when(claim.period) + (f", against {_when(claim.base)}" if claim.base else "")
        if rules := self._rules.get(claim.id):
            yield f"checked by {', '.join(sorted(rules))}"

    def _support(self, item: Evidence) -> Quote:
        parts = [" ".join(part.split()) for part in (item.row, item.column) if part]
        where = ", ".join(parts) or f"line {item.line}"
        if item.document:
            where = f"{item.document}: {where}"
        return self._anchors.quote(item, where)


def _when(period: Period) -> str:
    return f"at {period.words}" if period.instant else period.words
