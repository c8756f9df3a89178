"""Whether a text is marked up."""

from __future__ import annotations


def is_markup(text: str) -> bool:
    """Whether a text is HTML rather than plain text with a few EDGAR tags."""
    opening = text[:6000].lower()
    return (
        "<html" in opening
        or "<body" in opening
        or "<div" in opening
        or "<p>" in opening
        or "<p " in opening
        or "<br" in opening
    )
