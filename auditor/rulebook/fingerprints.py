"""Fingerprints of findings, which stay the same when the document is edited elsewhere."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

_SPACE = re.compile(r"\s+")


def fingerprint(rule: str, context: Iterable[str], seen: dict[str, int]) -> str:
    """Of the rule and the words around the fault, without case and spacing. `seen` counts equal ones, so that two
    findings of one document never share a fingerprint."""
    words = "\0".join(_SPACE.sub(" ", text).strip().casefold() for text in context)
    base = hashlib.sha256(f"{rule}\0{words}".encode()).hexdigest()[:16]
    seen[base] = seen.get(base, 0) + 1
    return base if seen[base] == 1 else f"{base}-{seen[base]}"
