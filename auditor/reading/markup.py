"""Whether a text is marked up."""

from __future__ import annotations

from auditor.reading.markdown import is_markdown


def is_markup(text: str) -> bool:
    """Whether a text is HTML rather than plain text with a few EDGAR tags."""
    opening = text[:6000].lower()
    if "<html" in opening or "<body" in opening:
        return True
    lines = "<div" in opening or "<p>" in opening or "<p " in opening or "<br" in opening
    return lines and not is_markdown(text)
