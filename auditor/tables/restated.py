"""Which figures a table prints as they were reported before, and which as they are now."""

from __future__ import annotations

from functools import lru_cache

from auditor.grammar.folding import Hinted
from auditor.model.fact import Fact

_BEFORE = Hinted(
    r"\b(?:previously|originally)[\s-]+(?:reported|stated|presented|filed)\b|\bas\s+(?:first|originally)\s+filed\b|"
    r"\bbefore\s+(?:the\s+)?(?:restatement|revision)\b",
    "previously|originally|filed|before"
)  # fmt: skip
_NOW = Hinted(
    r"\b(?:as\s+)?(?:restated|revised|recast|corrected)\b|\bas\s+(?:currently\s+reported|adjusted)\b",
    "restated|revised|recast|corrected|currently|adjusted"
)  # fmt: skip


@lru_cache(maxsize=4096)
def says_before(text: str) -> bool:
    """Whether a header or label says that a figure was reported so before."""
    return bool(_BEFORE.search(text))


@lru_cache(maxsize=4096)
def says_now(text: str) -> bool:
    """Whether a header or label says that a figure was restated."""
    return bool(_NOW.search(text)) and not says_before(text)


def previously_reported(fact: Fact) -> bool:
    return says_before(fact.header) or says_before(fact.label)


def restated(fact: Fact) -> bool:
    return says_now(fact.header) or says_now(fact.label)
