"""The company that a release is of, as the filing's header or the headline names it."""

from __future__ import annotations

import re

from auditor.model.source import Document

_CONFORMED = re.compile(rb"COMPANY CONFORMED NAME:[ \t]*([^\r\n]+)|<CONFORMED-NAME>[ \t]*([^\r\n<]+)")
_VERB = (
    r"(?:reports?|reported|announces?|announced|posts?|posted|delivers?|delivered|earns?|earned|releases?|released|"
    r"achieves?|achieved|declares?|declared|issues?|provides?|generates?|records?|files?)\b"
)
_HEADLINE = re.compile(
    r"\s*((?:The )?[A-Z0-9][^\n,;:(]*?(?:, (?:Inc|Ltd|LLC|L\.P|N\.A|S\.A)\.?)?)\s*(?:\([^)]*\)\s*)?,?\s+" + _VERB, re.I
)
_DATELINE = re.compile(
    r"(?:--|[—–]|\s-\s)\s*((?:The )?[A-Z][\w&.,'’ -]{1,80}?)\s*(?:\((?:NASDAQ|NYSE|AMEX|TSX|OTC|LSE)[^)]*\)|,?\s+"
    r"(?:today\s+)?(?:reported|announced)\b)",
    re.I,
)
LONGEST = 100  # characters


def company_of(document: Document, data: bytes) -> str | None:
    """The name in the filing's header, else the one before the verb of the headline, else that of the dateline."""
    header = _CONFORMED.search(data[:20000])
    if header:
        return (header[1] or header[2]).decode("utf-8", "replace").strip()
    for text, pattern in ((document.title, _HEADLINE), (document.text[:3000], _DATELINE)):
        found = pattern.match(text) if pattern is _HEADLINE else pattern.search(text)
        if found and len(found[1]) <= LONGEST:
            return " ".join(found[1].split()).rstrip(",")
    return None
