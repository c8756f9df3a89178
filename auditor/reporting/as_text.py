"""Text, for the terminal: each finding with source line, working and evidence; then what was not checked."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from auditor.frozen import dataclass
from auditor.model.claim import Claim
from auditor.model.finding import Audit, Finding
from auditor.reporting.excerpt import excerpt
from auditor.reporting.report import Release, Report
from auditor.reporting.style import PLAIN, Style, safe
from auditor.reporting.summary import LEVELS, Summary, count, joined, summarise, tone, verdict
from auditor.reporting.unchecked import Reason, reasons
from auditor.reporting.wording import accepted, place

MOST_PLACES = 6  # of evidence, and of claims under one reason; the JSON and HTML reports give them all


@dataclass(frozen=True, slots=True)
class TextReporter:
    style: Style = PLAIN

    def __call__(self, report: Report) -> str:
        lines: list[str] = []
        for release in report.releases:
            lines += [*self.release(release, report), ""]
        return "\n".join(lines)

    def release(self, release: Release, report: Report) -> Iterator[str]:
        """The lines of one release: the verdict first, the counts last, where the eye rests on a terminal."""
        audit, summary = release.audit, summarise(release.audit)
        yield self.style.paint(f"{safe(release.path)}: {verdict(summary)}", tone(summary))
        for finding in sorted(audit.findings, key=lambda f: (f.waived is not None, LEVELS.index(f.level), f.span)):
            yield ""
            yield from self.finding(release, finding, report)
        yield from self.unchecked(audit)
        yield ""
        yield from self.counts(summary)
        yield from self.wrapped("note", audit.notes)

    def finding(self, release: Release, finding: Finding, report: Report) -> Iterator[str]:
        document = release.audit.document
        line, column = document.position(finding.span.start)
        level = self.style.paint(finding.level, finding.level)
        waived = "" if finding.waived is None else "waived "
        yield f"{safe(release.path)}:{line}:{column}: {waived}{level}: {finding.rule} {finding.name}"
        yield from wrap(safe(finding.message), self.style.width, initial_indent="  ", subsequent_indent="  ")
        yield from excerpt(document, finding.span, self.style, finding.level)
        yield from self.wrapped("working", finding.working.splitlines())
        yield from self.wrapped("evidence", [place(e) for e in finding.evidence[:MOST_PLACES]])
        if len(finding.evidence) > MOST_PLACES:
            yield from self.wrapped("", [f"and {len(finding.evidence) - MOST_PLACES} more"])
        yield from self.wrapped("cause", [finding.cause] if finding.cause else [])
        yield from self.wrapped("waived", self.waived(release, finding, report))
        yield self.style.paint(f"  finding   {finding.id} {finding.fingerprint}", "dim")

    def waived(self, release: Release, finding: Finding, report: Report) -> list[str]:
        """Why a finding is waived, and by whom."""
        waiver = report.waivers.get((release.path, finding.id))
        if finding.waived is None:
            return []
        return [finding.waived if waiver is None else f"{finding.waived} ({accepted(waiver)})"]

    def wrapped(self, name: str, texts: list[str] | tuple[str, ...]) -> Iterator[str]:
        """Texts under a name set in the margin: `  working  112.0 / 103.0 - 1 = 8.7%`."""
        for text in texts:
            margin = f"  {name:<10}"
            body = wrap(safe(text), max(40, self.style.width - len(margin))) or [""]
            yield self.style.paint(margin, "dim") + body[0]
            yield from (" " * len(margin) + rest for rest in body[1:])
            name = ""

    def unchecked(self, audit: Audit) -> Iterator[str]:
        groups = reasons(audit)
        if not groups:
            return
        total = sum(len(group.claims) for group in groups)
        yield ""
        yield self.style.paint(f"Not checked: {count(total, 'claim')}", "strong")
        for group in groups:
            yield from self.reason(audit, group)

    def reason(self, audit: Audit, group: Reason) -> Iterator[str]:
        head = f"  {len(group.claims):>3}  "
        body = wrap(safe(group.text), self.style.width - len(head)) or [""]
        yield head + body[0]
        yield from (" " * len(head) + rest for rest in body[1:])
        named = [self.claim(audit, claim) for claim in group.claims[:MOST_PLACES]]
        if len(group.claims) > MOST_PLACES:
            named.append(f"{len(group.claims) - MOST_PLACES} more")
        for rest in wrap("; ".join(named), self.style.width - len(head)):
            yield self.style.paint(" " * len(head) + rest, "dim")

    def claim(self, audit: Audit, claim: Claim) -> str:
        return f"line {audit.document.line(claim.span.start)} “{' '.join(safe(claim.quote).split())}”"

    def counts(self, summary: Summary) -> Iterator[str]:
        claims = [f"{summary.agrees} agree", f"{summary.disagrees} disagree", f"{summary.unsupported} not checked"]
        yield f"claims    {summary.claims}: {', '.join(claims)}{coverage(summary)}"
        yield f"checks    {summary.checks}: {summary.failed} failed; {summary.skipped} more did not apply"
        if summary.waived:
            yield f"waived    {count(summary.waived, 'finding')}, not counted above as an error, warning or note"
        states = joined(
            [f"{number} {LEDGER[state]}" for state, number in summary.numerals.items() if number] or ["none"]
        )
        yield f"numerals  {sum(summary.numerals.values())}: {states}"


LEDGER = {
    "claim": "in claims",
    "table": "in tables",
    "date": "in dates",
    "identifier": "in names and references",
    "other": "other",
    "unread": "unread",
}


def coverage(summary: Summary) -> str:
    """` (coverage 83.3% of what is said about the past)`; nothing when there is no such claim."""
    if summary.coverage is None:
        return ""
    outlook = f"; {summary.outlook} of the rest about the future" if summary.outlook else ""
    return f" (coverage {summary.coverage}%{outlook})"
