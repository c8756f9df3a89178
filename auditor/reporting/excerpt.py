"""Source lines with a place of them marked, as compilers show them."""

from __future__ import annotations

from auditor.model.source import Document, Span
from auditor.reporting.style import Style, columns, safe

MOST_LINES = 3  # of one marked place; a longer one is cut
MARGIN = 24  # characters kept before a mark when a line is too long to show whole


def excerpt(document: Document, span: Span, style: Style, kind: str) -> list[str]:
    """The lines of `document` that `span` stands in, each followed by a line of `^` under its part of it."""
    lines: list[str] = []
    gutter = len(str(document.line(max(span.start, span.end - 1)))) + 4
    for start, end in _lines(document.text, span)[:MOST_LINES]:
        first, last = max(start, span.start), min(end, span.end)
        before, marked, after = (safe(document.text[a:b]) for a, b in ((start, first), (first, last), (last, end)))
        before, marked, after = _fitted(before, marked, after, style.width - gutter - 4)
        number = str(document.line(first)).rjust(gutter)
        head = before.lstrip() if len(before) - len(before.lstrip()) > MARGIN else before
        lines.append(f"{style.paint(number + ' |', 'dim')} {head}{style.paint(marked, 'strong')}{after}".rstrip())
        mark = " " * columns(head) + style.paint("^" * max(1, columns(marked)), kind)
        lines.append(f"{style.paint(' ' * gutter + ' |', 'dim')} {mark}")
    return lines


def _lines(text: str, span: Span) -> list[tuple[int, int]]:
    """The (start, end) of each line that `span` touches with more than white space."""
    start = text.rfind("\n", 0, span.start) + 1
    lines: list[tuple[int, int]] = []
    while start < max(span.end, span.start + 1) and start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if text[max(start, span.start) : min(end, span.end)].strip() or not lines:
            lines.append((start, end))
        start = end + 1
    return lines


def _fitted(before: str, marked: str, after: str, width: int) -> tuple[str, str, str]:
    """The three parts of a line cut to `width`, the marked part kept."""
    if columns(before + marked + after) <= width:
        return before, marked, after
    if columns(before + marked) > width - MARGIN // 2 and len(before) > MARGIN:
        before = "… " + before[-MARGIN:].lstrip()
    room = max(20, width - columns(before))
    if columns(marked) > room:
        return before, marked[: room - 1] + "…", ""
    rest = room - columns(marked)
    return before, marked, after if columns(after) <= rest else after[: max(0, rest - 2)].rstrip() + " …"
