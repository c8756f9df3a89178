"""Words that a PDF spells with ligatures it does not name are repaired."""

from __future__ import annotations

import re
from collections.abc import Iterable

UNKNOWN = "\ufffe"  # what pdfium gives for a glyph without a name

_LIGATURES = ("fi", "fl", "ff", "ffi", "ffl")
_STEMS = re.compile(
    r"first|fisc|financ|final|find|fix|fil[eil]|fiv|fif|firm|fiel|figur|fit|profi|benefi|nific|cific|certifi|ssifi|"
    r"defin|confi[dgnr]|ntifi|rsifi|alifi|unifi|odifi|plifi|flow|flat|flec|flex|fluc|fluen|fleet|floor|float|"
    r"flic|effect|"
    r"offset|offer|differ|offic|ffici|fficul|affect|staff|traffic|\boff\b|affil|baffl|shuffl|tariff"
)


def without_unknowns(words: Iterable[str]) -> dict[str, str]:
    """A spelling for each word with an unknown ligature: one that the document prints elsewhere, or one with a common
    stem; else with `fi`, the most frequent."""
    words = set(words)
    letters = {word.lower() for word in words if UNKNOWN not in word}
    return {word: _spelled(word, letters) for word in words if UNKNOWN in word}


def _spelled(word: str, letters: set[str]) -> str:
    spellings = [word.replace(UNKNOWN, ligature) for ligature in _LIGATURES]
    for spelling in spellings:
        if spelling.lower().strip(".,;:()") in letters:
            return spelling
    stems = [max((len(stem) for stem in _STEMS.findall(spelling.lower())), default=0) for spelling in spellings]
    if any(stems):
        return spellings[stems.index(max(stems))]
    return spellings[0] if any(c.isalpha() for c in word) else word.replace(UNKNOWN, "")
