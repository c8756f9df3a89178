"""Documents of megabytes, made of releases one after the other."""

from __future__ import annotations

import re
from collections.abc import Sequence

SIZES = (625_000, 1_250_000, 2_500_000, 5_000_000)
PATIENCE = 45  # seconds; what takes longer is not doubled once more
_BODY = re.compile(rb"<body[^>]*>(.*)</body>", re.S | re.I)
_SUBMISSION = b"<SEC-DOCUMENT>"


def pieces(sample: bytes, releases: Sequence[tuple[str, bytes]]) -> dict[str, list[bytes]]:
    """What long documents are made of, by kind: the sample release alone, the releases in text, those in HTML. Kinds
    of which there is no release are left out."""
    found: dict[str, list[bytes]] = {"the sample release repeated": [sample + b"\n\n"]}
    for name, source in releases:
        if name.endswith(".txt") and _SUBMISSION not in source[:2000]:
            found.setdefault("releases in text", []).append(source + b"\n\n")
        elif name.endswith((".htm", ".html")) and (body := _BODY.search(source)):
            found.setdefault("releases in HTML", []).append(b"<div>" + body[1] + b"</div>")
    return found


def document(parts: Sequence[bytes], size: int) -> bytes:
    """The parts in turn up to `size` bytes; the last may be cut, as a parser of HTML closes what is left open."""
    once = b"".join(parts)
    return (once * (size // len(once) + 1))[:size]
