"""HTML as filers' tools write it, of today and of the 2000s, and inline XBRL, whose tags are passed through."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from auditor.errors import ReadingError
from auditor.model.source import Document
from auditor.reading.compose import compose
from auditor.reading.html_tags import BrokenTagError
from auditor.reading.html_walk import Walker


def read_html(data: bytes | str, name: str) -> Document:
    """The release in `data` (bytes are UTF-8, or decoded before). Raises `ReadingError` when it is no document."""
    parser = LexborHTMLParser(data)
    source = parser.html
    if source is None:
        raise ReadingError(f"{name}: no HTML document in this file; give the release itself")
    try:
        items = Walker().walk(source)
    except BrokenTagError:
        items = Walker(careful=True).walk(source)
    title = parser.css_first("title")
    return compose(items, name, "html", " ".join(title.text().split()) if title is not None else "")
