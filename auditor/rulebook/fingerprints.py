"""Fingerprints of findings, by which one is known again in the next draft.

A fingerprint is `PLACE-FIGURES`. The place is the rule with the words of the sentence, or of the row and column, that
it speaks of, numerals left out; the figures are those that contradict each other. Edits elsewhere change neither. A
changed figure changes the second half alone, so that an acceptance of the old figures is seen to be void.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from auditor.model.finding import Finding
from auditor.rulebook.context import Context

_SPACE = re.compile(r"\s+")
_NUMERAL = re.compile(r"\d[\d,.]*")


def identified(findings: Sequence[Finding], context: Context) -> tuple[Finding, ...]:
    """`findings`, in order of the document, numbered and with their fingerprints; two findings of one document never
    share one."""
    seen: dict[str, int] = {}
    return tuple(
        replace(finding, id=f"f{k}", fingerprint=_single(fingerprint(finding, context), seen))
        for k, finding in enumerate(findings, 1)
    )


def fingerprint(finding: Finding, context: Context) -> str:
    place = [finding.rule, *(_NUMERAL.sub("#", part) for part in _words(finding, context))]
    first = finding.evidence[0] if finding.evidence else None
    if first is not None and first.span == finding.span:
        place.append(first.column)  # its dates are words here: another period is another figure
    figures = [finding.actual, *(cell.text for cell in finding.evidence)]
    return f"{_digest(place, 12)}-{_digest(figures, 8)}"


def _words(finding: Finding, context: Context) -> tuple[str, ...]:
    """The words that a finding is known by again: those of its sentence, of its row, or of its own place."""
    sentence = context.sentence_of(finding.span)
    if sentence is not None:
        return (context.document.slice(sentence),)
    first = finding.evidence[0] if finding.evidence else None
    if first is not None and first.span == finding.span:
        return (first.row,)
    return (context.document.slice(finding.span),)


def _digest(parts: Iterable[str], length: int) -> str:
    """Of texts without case and spacing."""
    text = "\0".join(_SPACE.sub(" ", part).strip().casefold() for part in parts)
    return hashlib.sha256(text.encode()).hexdigest()[:length]


def _single(base: str, seen: dict[str, int]) -> str:
    seen[base] = seen.get(base, 0) + 1
    return base if seen[base] == 1 else f"{base}-{seen[base]}"
