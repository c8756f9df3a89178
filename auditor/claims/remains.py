"""What is left of a table that was not read as one, among the prose: figures side by side, of which nothing is said."""

from __future__ import annotations

import re
from collections.abc import Iterable

from auditor.model.claim import Claim
from auditor.model.source import Span

_NUMBER = r"[$€£]?[ \t]?\d(?:[\d,]*\d)?(?:\.\d+)?[ \t]?%?"
_FIGURE = rf"(?:[$€£]?\({_NUMBER}\)%?|{_NUMBER})"
_ROW = re.compile(rf"(?<![\w.,/:$(-]){_FIGURE}(?:\s+{_FIGURE}(?=\s|$)){{2,}}")


def without_remains(claims: Iterable[Claim], words: str, span: Span) -> list[Claim]:
    """The claims of a sentence but for three figures or more in a row: "Sales 120 110 95 Costs 90 85 80"."""
    rows = [m.span() for m in _ROW.finditer(words)]
    found = ((claim, claim.span.start - span.start) for claim in claims)
    return [claim for claim, at in found if not any(start <= at < end for start, end in rows)]
