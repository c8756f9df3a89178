"""What a percentage is said to come from, which is none of what the sentence is about: "growth of 5%, with a 2%
contribution from acquisitions"."""

from __future__ import annotations

import re

from auditor.claims.mention import Mention
from auditor.claims.parsed import Sentence

_CONTRIBUTES = re.compile(
    r"\s+(?:(?:favou?rable|unfavou?rable|positive|negative|net|percent)\s+)*"
    r"(?:contribution|benefit|impact|effect|headwind|tailwind|drag)\s+(?:from|of|due\s+to)\s+"
    r"(?:(?:the|our|recent|prior|net|favou?rable|unfavou?rable)\s+)*",
    re.I,
)
_CAUSES = re.compile(
    r"\s+(?:was\s+|came\s+)?(?:from|due\s+to)\s+(?:(?:the|our|recent|prior|net|favou?rable|unfavou?rable)\s+)*"
    r"(?=(?:acqui|divest|dispos|foreign|currenc|exchange|translation|pric|volume|mix\b))",
    re.I,
)  # "including 4.9% organic growth, 2.3% from acquisitions"


def contributes(s: Sentence, k: int) -> bool:
    """Whether the words behind a percentage say that it is but what something else added."""
    return _named_from(s, k) is not None


def contributor(s: Sentence, k: int) -> Mention | None:
    """What the tables call it, where a row does."""
    start = _named_from(s, k)
    return next((m for j in range(k + 1, min(k + 6, len(s.tags))) if (m := s.mention(j)) and m.start == start), None)


def _named_from(s: Sentence, k: int) -> int | None:
    if s.tags[k] != "%":
        return None
    text, end = s.tagged.text, s.tokens[k].end
    m = _CONTRIBUTES.match(text, end) or _CAUSES.match(text, end)
    return m.end() if m else None
