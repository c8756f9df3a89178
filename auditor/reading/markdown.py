"""What Markdown writes into a text beside its words: tags, entities, escapes, links."""

from __future__ import annotations

import html
import re

_TABLE = re.compile(r"^\s*(?:\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?|\+(?:[-=:]{2,}\+)+)\s*$", re.M)
_BREAK = re.compile(r"<br\s*/?>", re.I)
_RAISED = re.compile(r"<sup>\s*\(?(\w{1,2})\)?\s*</sup>|\^(\w{1,2})\^", re.I)
_TAG = re.compile(r"</?(?:div|p|center|sup|sub|b|strong|i|em|u|span|small|font)(?:\s[^<>\n]*)?>", re.I)
_ENTITY = re.compile(r"&(?:nbsp|amp|lt|gt|quot|apos|mdash|ndash|reg|trade|copy|[lr][sd]quo|bull|#\d{2,5});")
_ESCAPE = re.compile(r"\\([$*_~#<>@^\[\]()'\"`!+.-])")
_LINK = re.compile(r"!?\[([^\]\n]*)\]\((?:https?:|mailto:|#|/|\.)[^)\s]*\)")
_QUOTED = re.compile(r"^>[ \t]?", re.M)


def is_markdown(text: str) -> bool:
    """Whether a text holds the table of a Markdown file, which no page of HTML does."""
    return _TABLE.search(text) is not None


def plain(text: str) -> str:
    """The text without what only its setting needs, line for line. Where columns are typed, all stays in its place."""
    if "<" in text and (_BREAK.search(text) or is_markdown(text)):
        text = _TAG.sub("", _RAISED.sub(_mark, _BREAK.sub(" ", text)))
    if "&" in text:
        text = _ENTITY.sub(lambda m: html.unescape(m.group()), text)
    if "\\" not in text and "](" not in text and "\n>" not in text:
        return text
    return "\n".join(_unset(line) for line in _QUOTED.sub("", text).split("\n"))


def _mark(match: re.Match[str]) -> str:
    return f"({match[1] or match[2]})"


def _unset(line: str) -> str:
    """A line without escapes and links."""
    if "  " in line.strip():
        return _ESCAPE.sub(r" \1", line) if "\\" in line else line
    if "\\" in line:
        line = _ESCAPE.sub(r"\1", line)
    return _LINK.sub(r"\1", line) if "](" in line else line
