"""Markdown whose tables are HTML, as converters write tables that pipes cannot draw: prose as typed, tables as tags."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from auditor.model.source import Document
from auditor.reading.html import read_html
from auditor.reading.markdown import untagged

FEWEST = 3  # paragraphs as typed

_EDGE = re.compile(r"<(/?)table\b[^>]*>", re.I)
_CELL = re.compile(r"<t[dh]\b", re.I)
_PAGE = re.compile(r"<(?:html|body|!doctype)\b", re.I)
_TYPED = re.compile(r"(?:^|\n[ \t]*\n)[ \t]*[^\s<]")
_TAGGED = re.compile(r"<(?:p|br)\b", re.I)


def is_mixed(text: str) -> bool:
    """Whether a text holds tables as HTML, and around them more paragraphs as typed than in tags."""
    if not _CELL.search(text) or _PAGE.search(text[:20000]):
        return False
    around = "\n\n".join(part for part, table in parts_of(text) if not table)
    return len(_TYPED.findall(around)) >= FEWEST + len(_TAGGED.findall(around))


def read_mixed(text: str, name: str) -> Document:
    """The release in `text`."""
    parts = (part if table else f"<pre>{html.escape(untagged(part))}</pre>" for part, table in parts_of(text))
    return read_html("\n".join(parts), name)


def parts_of(text: str) -> Iterator[tuple[str, bool]]:
    """The text in order, cut before and behind each table, the outermost where they are nested; whether it is one."""
    at = depth = 0
    for edge in _EDGE.finditer(text):
        opens = not edge[1]
        cut = edge.start() if opens else edge.end()
        if depth == (0 if opens else 1):
            if text[at:cut].strip():
                yield text[at:cut], not opens
            at = cut
        depth = max(depth + (1 if opens else -1), 0)
    if text[at:].strip():
        yield text[at:], False
