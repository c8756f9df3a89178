"""The comparison of two drafts as text, for the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import shorten, wrap

from auditor.frozen import dataclass
from auditor.model.draft import Change, Left, Place
from auditor.model.finding import Audit, Finding
from auditor.reporting.drafts import Drafts
from auditor.reporting.style import PLAIN, Style, safe
from auditor.reporting.summary import count, joined

MOST_WORDS = 160  # characters of a sentence or of a label with its header


@dataclass(frozen=True, slots=True)
class DraftsText:
    style: Style = PLAIN

    def __call__(self, drafts: Drafts) -> str:
        return "".join(line + "\n" for line in self.lines(drafts))

    def lines(self, drafts: Drafts) -> Iterator[str]:
        comparison = drafts.comparison
        tone = "error" if comparison.left or comparison.fresh else "good"
        yield self.style.paint(f"{safe(drafts.old)} to {safe(drafts.new)}: {headline(drafts)}", tone)
        for change in comparison.changes:
            yield ""
            yield from self.change(change)
        for name, findings, audit in (
            ("New findings", comparison.fresh, comparison.new),
            ("Gone", comparison.gone, comparison.old),
            ("Remain", comparison.remain, comparison.new),
        ):
            if findings:
                yield ""
                yield self.style.paint(name, "strong")
                for finding in findings:
                    yield from self.finding(audit, finding)

    def change(self, change: Change) -> Iterator[str]:
        yield from self.wrapped("", f"{said(change)}  {where(change.new or change.old)}")
        for left in change.left:
            yield from self.left(left)
        if change.followed:
            yield self.style.paint(f"  followed      {count(change.followed, 'place')}", "dim")
        if change.findings:
            yield self.style.paint(f"  new findings  {', '.join(change.findings)}", "warning")

    def left(self, left: Left) -> Iterator[str]:
        name = "  computed      " if left.computed else "  still says    "
        yield from self.wrapped(name, f"{left.place.text}  {where(left.place)}", "error")

    def finding(self, audit: Audit, finding: Finding) -> Iterator[str]:
        level = f"{finding.id}  line {audit.document.line(finding.span.start)}  {finding.level}: "
        waived = "" if finding.waived is None else f" (waived: {finding.waived})"
        yield from self.wrapped("  ", f"{level}{finding.message}{waived}")

    def wrapped(self, head: str, text: str, kind: str = "") -> Iterator[str]:
        first, *rest = wrap(safe(text), max(40, self.style.width - len(head))) or [""]
        yield (self.style.paint(head, kind) if kind else head) + first
        yield from (" " * max(4, len(head)) + line for line in rest)


def headline(drafts: Drafts) -> str:
    comparison = drafts.comparison
    changed = sum(change.kind == "changed" for change in comparison.changes)
    parts = [f"{count(changed, 'figure')} changed"]
    for kind in ("added", "removed"):
        number = sum(change.kind == kind for change in comparison.changes)
        parts += [f"{number} {kind}"] if number else []
    left = len(comparison.left)
    parts.append(f"{count(left, 'place')} did not follow" if left else "nothing was left behind")
    findings = [f"{len(comparison.fresh)} new", f"{len(comparison.gone)} gone", f"{len(comparison.remain)} remain"]
    return f"{'; '.join([joined(parts[:-1]), parts[-1]])}; findings: {', '.join(findings)}"


def said(change: Change) -> str:
    """`2,946 is now 3,046`."""
    if change.old is None and change.new is not None:
        return f"{change.new.text} is new"
    if change.new is None and change.old is not None:
        return f"{change.old.text} is gone"
    assert change.old is not None and change.new is not None
    return f"{change.old.text} is now {change.new.text}"


def where(place: Place | None) -> str:
    """`line 150 of table t2: Selling and marketing | Three Months Ended September 30, 2025`."""
    assert place is not None
    what = f"of table {place.table}" if place.kind == "cell" else f"in a {place.kind}"
    words = shorten(place.where, MOST_WORDS, placeholder=" …")
    return f"line {place.line} {what}: {words if place.kind == 'cell' else f'“{words}”'}"
