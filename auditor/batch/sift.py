"""Which documents of an archive are earnings releases."""

from __future__ import annotations

import re

from auditor.model.source import Document
from auditor.reading.likeness import ENOUGH, Likeness

_PERIODIC = re.compile(r"\b(?:quarterly|annual|transition) report\s+(?:pursuant|under)\b", re.I)
_SPOKEN = 0.10  # figures a word: calls have fewer, releases that only announce a call have more
_SAMPLE = 150_000  # characters

TRANSCRIPT = "the transcript of a call, not a release"
PERIODIC = "a quarterly or annual report, as its cover page says, not a release"
OTHER = "not an earnings release: it does not announce results"


def why_not(document: Document) -> str | None:
    """Why a document is no earnings release; None for one that is."""
    seen = Likeness(document.text[:_SAMPLE])
    if seen.spoken and seen.density < _SPOKEN:
        return TRANSCRIPT
    if seen.cover and _PERIODIC.search(document.text[:5000]):
        return PERIODIC
    tabled = seen.measured and any(document.grids)
    return None if tabled or seen.score >= ENOUGH else OTHER
