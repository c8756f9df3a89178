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
_POINT = re.compile(r"^(?:\|[ \t]*)+([•·●▪◦‣■□])[ \t]*\|[ \t]*([^|\n]{25,}?)[ \t]*\|?[ \t]*$", re.M)
_EMPTY = re.compile(r"[\s|:-]*")  # a row of empty cells, or the stroke below a header
FEWEST_ENDED = 3  # rows of a table of which two blanks mark the end
_QUOTED = re.compile(r"^>[ \t]?", re.M)


def is_markdown(text: str) -> bool:
    """Whether a text holds the table of a Markdown file, which no page of HTML does."""
    return _TABLE.search(text) is not None


def plain(text: str) -> str:
    """The text without what only its setting needs, line for line. Where columns are typed, all stays in its place."""
    if "<" in text and (_BREAK.search(text) or is_markdown(text)):
        text = untagged(text)
    if "&" in text:
        text = _ENTITY.sub(lambda m: html.unescape(m.group()), text)
    if "  \n" in text and "|" in text:
        text = "\n".join(_unwrapped(text.split("\n")))
    if _POINT.search(text):
        text = "\n".join(_pointed(text.split("\n")))
    if "\\" not in text and "](" not in text and "\n>" not in text:
        return text
    return "\n".join(_unset(line) for line in _QUOTED.sub("", text).split("\n"))


def _unwrapped(lines: list[str]) -> list[str]:
    """The lines, of which rows of tables that were wrapped are one line again, where two blanks mark the end of each.
    A row of no cells takes the place of a line that went up."""
    k = 0
    while k < len(lines):
        end = k
        while end < len(lines) and lines[end].strip():
            end += 1
        ended = sum("|" in line and line.endswith("  ") for line in lines[k:end])
        if ended >= FEWEST_ENDED and ended * 2 > end - k:
            _join_rows(lines, k, end)
        k = end + 1
    return lines


def _join_rows(lines: list[str], start: int, end: int) -> None:
    """Joins the lines of each row of a table, in place."""
    first = start
    for k in range(start, end - 1):
        whole = lines[first]
        if whole.endswith("  ") and whole.rpartition("|")[2].count("**") % 2 == 0:
            first = k + 1
        else:
            lines[first], lines[k + 1] = f"{whole.rstrip()} {lines[k + 1].lstrip()}", "|"


def _pointed(lines: list[str]) -> list[str]:
    """The lines, of which those that lay out a bullet and its text as a table become a list."""
    for k, line in enumerate(lines):
        if (point := _POINT.fullmatch(line)) is None:
            continue
        lines[k] = f"{point[1]} {point[2]}"
        for near in (k - 2, k - 1, k + 1, k + 2):
            if 0 <= near < len(lines) and "|" in lines[near] and _EMPTY.fullmatch(lines[near]):
                lines[near] = ""
    return lines


def untagged(text: str) -> str:
    """The text without its tags; what is raised stands in brackets."""
    return _TAG.sub("", _RAISED.sub(_mark, _BREAK.sub(" ", text)))


def _mark(match: re.Match[str]) -> str:
    return f"({match[1] or match[2]})"


def _unset(line: str) -> str:
    """A line without escapes and links."""
    if "  " in line.strip():
        return _ESCAPE.sub(r" \1", line) if "\\" in line else line
    if "\\" in line:
        line = _ESCAPE.sub(r"\1", line)
    return _LINK.sub(r"\1", line) if "](" in line else line
