"""Places and waivers in words, as several formats print them."""

from __future__ import annotations

from textwrap import shorten

from auditor.model.finding import Evidence
from auditor.model.source import Document, Span
from auditor.model.waiver import Acceptance, Waiver

MOST_LABEL = 60  # characters of a label or header; some go on over five lines


def place(evidence: Evidence) -> str:
    """Where a figure stands: `line 40 of table t1: Revenue | Q3 2025 | 112.0`."""
    where = f"line {evidence.line}" if evidence.line else ""
    where += f" of table {evidence.table}" if evidence.table else ""
    if evidence.document:
        where = f"{where} of {evidence.document}" if where else evidence.document
    parts = [shorten(part, MOST_LABEL, placeholder=" …") for part in (evidence.row, evidence.column) if part.strip()]
    return f"{where}: {' | '.join([*parts, ' '.join(evidence.text.split())])}"


def accepted(waiver: Waiver) -> str:
    """By whom and for how long: `M. Brook, 2025-11-03, until 2026-02-01`."""
    until = "" if waiver.expires is None else f", until {waiver.expires.isoformat()}"
    return f"{waiver.owner}, {waiver.date.isoformat()}{until}"


def stale(acceptance: Acceptance) -> str:
    """The line about a waiver that covers nothing any more; empty for one that is in use."""
    waiver = acceptance.waiver
    head = f"{waiver.place}: the waiver {waiver.fingerprint} of {waiver.owner}"
    if acceptance.state == "void":
        now = f"{acceptance.release} {acceptance.finding}"
        return (
            f"{head} is void: the figures that it covered have changed ({now}); look again, and waive anew or remove it"
        )
    if acceptance.state == "expired":
        until = waiver.expires.isoformat() if waiver.expires else ""
        return f"{head} expired on {until}; look at the finding again, or remove it"
    if acceptance.state == "unused":
        return f"{head} covers no finding of {waiver.document or 'this run'}; remove it"
    return ""


def extent(document: Document, span: Span) -> tuple[int, int, int, int]:
    """(line, column, last line, column after the last character) of a place, each from 1."""
    line, column = document.position(span.start)
    last, end = document.position(max(span.start, span.end - 1))
    return line, column, last, end + 1
