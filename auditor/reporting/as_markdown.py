"""Markdown, as a comment on a pull request shows it: the verdict, each finding, then what was not checked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import attrgetter

from auditor.model.finding import Audit, Finding
from auditor.model.source import Document, Paragraph, Span, Spans
from auditor.reporting.report import Release, Report
from auditor.reporting.style import safe
from auditor.reporting.summary import LEVELS, count, summarise, tone, verdict
from auditor.reporting.unchecked import reasons
from auditor.reporting.wording import accepted, extent, place, stale

MOST_CHARACTERS = 60_000  # a host refuses comments of more than 65,536
MOST_PLACES = 6
MOST_QUOTED = 600  # characters of a paragraph; of a longer one the line alone
MOST_CLAIMS = 12  # of one reason
MARKS = {"error": "❌", "warning": "⚠️", "good": "✅"}
_MARKUP = re.compile(r"([\\`*_\[\]|~]|^[-+])")
_NUMBERED = re.compile(r"^(\d+)([.)])(?=\s|$)")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "@": "&#64;", "#": "&#35;"}
_LINKS = re.compile(r"(?<=www)\.|:(?=//)", re.I)


def render(report: Report) -> str:
    blocks: list[str] = []
    for failure in report.failures:
        blocks.append(f"### ❌ {escaped(failure.path)} was not audited\n\n{escaped(failure.message)}")
    for release in report.releases:
        blocks += _release(report, release)
    if lines := [f"- {escaped(line)}" for acceptance in report.acceptances if (line := stale(acceptance))]:
        blocks.append("### Waivers to look at\n\n" + "\n".join(lines))
    return _fitted(blocks or ["No release was audited."])


def _release(report: Report, release: Release) -> Iterator[str]:
    audit, summary = release.audit, summarise(release.audit)
    checks = f"{summary.checks} checks of rules, {summary.failed} failed."
    covered = "" if summary.coverage is None else f" Coverage: {summary.coverage}% of what is said about the past."
    yield f"### {MARKS[tone(summary)]} {escaped(release.path)}\n\n{escaped(verdict(summary))} {checks}{covered}"
    sentences = Spans(sorted({claim.sentence for claim in audit.claims}, key=attrgetter("start", "end")))
    for finding in sorted((f for f in audit.findings if f.waived is None), key=lambda f: LEVELS.index(f.level)):
        yield _finding(audit, finding, sentences)
    if waived := [f for f in audit.findings if f.waived is not None]:
        lines = [_waived(report, release, finding) for finding in waived]
        yield _folded(f"Waived: {count(len(waived), 'finding')}", lines)
    if unchecked := list(_unchecked(audit)):
        yield _folded(f"Not checked: {count(summary.unsupported, 'claim')}", unchecked)


def _finding(audit: Audit, finding: Finding, sentences: Spans) -> str:
    line = extent(audit.document, finding.span)[0]
    lines = [
        f"#### {finding.level}, line {line}: {escaped(finding.name)} ({finding.rule})",
        "",
        escaped(finding.message),
    ]
    lines += ["", f"> {_in_its_sentence(audit.document, finding.span, sentences)}", ""]
    lines += [f"- working: {escaped(text)}" for text in finding.working.splitlines()]
    lines += [f"- evidence: {escaped(place(cell))}" for cell in finding.evidence[:MOST_PLACES]]
    if len(finding.evidence) > MOST_PLACES:
        lines.append(f"- and {len(finding.evidence) - MOST_PLACES} more")
    lines += [f"- probable cause: {escaped(finding.cause)}"] if finding.cause else []
    lines.append(f"- finding: {finding.id} `{finding.fingerprint}`")
    return "\n".join(lines)


def _in_its_sentence(document: Document, span: Span, sentences: Spans) -> str:
    """The words around a place, the place itself in bold."""
    around = sentences.around(span)
    if around is None:
        block = document.block_at(span)
        short = isinstance(block, Paragraph) and len(block.span) <= MOST_QUOTED
        around = block.span if block is not None and short else _line(document.text, span)
    before, marked, after = (
        document.text[a:b] for a, b in ((around.start, span.start), (span.start, span.end), (span.end, around.end))
    )
    left, right = (" " if text[at:][:1].isspace() else "" for text, at in ((before, -1), (after, 0)))
    return f"{escaped(before)}{left}**{escaped(marked)}**{right}{escaped(after)}".strip()


def _line(text: str, span: Span) -> Span:
    end = text.find("\n", span.end)
    return Span(text.rfind("\n", 0, span.start) + 1, len(text) if end < 0 else end)


def _waived(report: Report, release: Release, finding: Finding) -> str:
    line = extent(release.audit.document, finding.span)[0]
    waiver = report.waivers.get((release.path, finding.id))
    by = f" ({escaped(accepted(waiver))})" if waiver else ""
    said = f"{escaped(finding.message)} — {escaped(finding.waived or '')}"
    return f"- line {line}, {finding.level} {finding.rule}: {said}{by}"


def _unchecked(audit: Audit) -> Iterator[str]:
    for reason in reasons(audit):
        named = [
            f"line {audit.document.line(claim.span.start)} “{escaped(claim.quote)}”"
            for claim in reason.claims[:MOST_CLAIMS]
        ]
        if len(reason.claims) > MOST_CLAIMS:
            named.append(f"{len(reason.claims) - MOST_CLAIMS} more")
        yield f"- {len(reason.claims)} × {escaped(reason.text)}: {'; '.join(named)}"


def _folded(title: str, lines: list[str]) -> str:
    body = "\n".join(lines)
    return f"<details><summary>{title}</summary>\n\n{body}\n\n</details>"


def _fitted(blocks: list[str]) -> str:
    """As many blocks as a comment may hold."""
    size = 0
    for k, block in enumerate(blocks):
        size += len(block) + 2
        if size > MOST_CHARACTERS:
            return "\n\n".join([*blocks[:k], f"{len(blocks) - k} more parts are left out: see the full report."]) + "\n"
    return "\n\n".join(blocks) + "\n"


def escaped(text: str) -> str:
    """Text of a document on one line, in which Markdown reads no markup, no link and no name."""
    line = _MARKUP.sub(r"\\\1", " ".join(safe(text).split()))
    line = _NUMBERED.sub(r"\1\\\2", line)
    line = "".join(_ENTITIES.get(c, c) for c in line)
    return _LINKS.sub(lambda found: f"&#{ord(found.group())};", line)
