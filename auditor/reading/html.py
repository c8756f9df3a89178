"""HTML as filers' tools write it, of today and of the 2000s, and inline XBRL, whose tags are passed through."""

from __future__ import annotations

import html
import re

from selectolax.lexbor import LexborHTMLParser

from auditor.errors import ReadingError
from auditor.model.source import Document
from auditor.reading.compose import compose
from auditor.reading.guard import refuse_bombs
from auditor.reading.html_tags import BrokenTagError, classes_of
from auditor.reading.html_walk import Walker

_SHEET = re.compile(r"<style[^>]*>(.*?)</style>", re.DOTALL)
_TITLE = re.compile(r"<title[^>]*>([^<]*)")


def read_html(data: bytes | str, name: str) -> Document:
    """The release in `data` (bytes are UTF-8). Raises `ReadingError` when it is no document or is built to harm."""
    if isinstance(data, str):
        data = data.encode("utf-8", "replace")
    refuse_bombs(data, name)
    source = LexborHTMLParser(data).html
    if not source:
        raise ReadingError(f"{name}: no HTML document in this file; give the release itself")
    sheet = classes_of(" ".join(_SHEET.findall(source))) if "<style" in source else {}
    try:
        items = Walker(name, sheet=sheet).walk(source)
    except BrokenTagError:
        items = Walker(name, careful=True, sheet=sheet).walk(source)
    title = _TITLE.search(source, 0, 20000)
    return compose(items, name, "html", " ".join(html.unescape(title.group(1)).split()) if title else "")
