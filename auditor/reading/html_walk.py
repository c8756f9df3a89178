"""A walk over a parsed HTML document that collects pieces of text, raw tables and page breaks, in source order.

The parser's tree is written out again as clean HTML, in which every element is closed, every attribute quoted and every
entity spelled alike; its tags are then taken one after the other. That visits no node from Python, which would cost
ten times as much as the parsing itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.errors import ReadingError
from auditor.model.source import MARK
from auditor.reading.css import DOUBLE_LINE, LINE
from auditor.reading.html_tags import BLOCK, BREAK, CELL, CLOSING, FIXED, INLINE, ROW, RULE, SKIPPED, TABLE, Tag, Tags
from auditor.reading.raw import START, Fixed, Item, Look, PageBreak, Piece, RawCell, RawTable, is_mark

DEEPEST_TABLE = 40
POINTS_PER_SPACE = 4.5

_LINE_BREAK = "\x02"  # not white space to `str.split`
_RAISE = "\x03"  # on both sides of raised text
_TOKENS = re.compile(r"<([^>]*)>([^<]*)")
_CAREFUL_TOKENS = re.compile(r'<((?:[^>"]|"[^"]*")*)>([^<]*)')
_UNSEEN = re.compile(r"<!--.*?-->|<(script|style|iframe|noembed|noframes)\b.*?</\1>", re.DOTALL)
_RAISED = re.compile(f"{_RAISE}([^{_RAISE}]*){_RAISE}")
_IGNORED = ("\u200b", "\ufeff", "\xad", _LINE_BREAK, _RAISE)


class Walker:
    """Collects `items`; the text of the paragraph at hand waits in `parts`, and how each part looks in `looks`."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.sink = self.items
        self.parts: list[str] = []
        self.looks: list[Look] = []
        self.spaces = 0  # no-break spaces before the first word
        self.tables: list[tuple[RawTable, Tag | None, RawCell | None, list[Item]]] = []
        self.table: RawTable | None = None
        self.waiting: Tag | None = None  # a cell that has started and so far is empty
        self.cell: RawCell | None = None
        self.fixed: list[str] | None = None

    def walk(self, tokens: list[tuple[str, str]]) -> list[Item]:
        """The items of a document, given as `tokens_of` its clean HTML. Raises `BrokenTagError`."""
        tags = Tags()
        steps = iter(tokens)
        parts, looks = self.parts, self.looks
        stack: list[tuple[int, Look]] = []
        look = START
        for name, text in steps:
            tag = tags[name]
            kind = tag.kind
            if kind == CLOSING:
                if stack:
                    opened, look = stack.pop()
                    if opened:
                        if parts:
                            self._end()
                        if opened != BLOCK:
                            self._leave(opened)
            elif kind == INLINE:
                stack.append((tag.breaks and BLOCK, look))
                if tag.breaks:
                    self._end()
                look = tag.after.get(look) or tag.look(look)
            elif kind == CELL:
                if parts:
                    self._end()
                self._enter_cell(tag)
                stack.append((CELL, look))
                look = tag.after.get(look) or tag.look(look)
            elif kind == SKIPPED:
                if not tag.void:
                    text = _pass_over(steps, tags)
            elif kind == BREAK:
                if parts:
                    parts.append(_LINE_BREAK)
                    looks.append(look)
            else:
                inside = self._enter(tag, kind)
                if kind != RULE:
                    stack.append((kind if inside else 0, look))
                    look = tag.after.get(look) or tag.look(look)
            if text:
                if parts or not text.isspace():
                    if self.waiting is not None:
                        self._open()
                    parts.append(f"{_RAISE}{text}{_RAISE}" if look.raised else text)
                    looks.append(look)
                else:
                    self.spaces += text.count("\xa0")
        self._end()
        return self.items

    def _end(self) -> None:
        """Ends the paragraph at hand; two line breaks in a row end one too."""
        parts = self.parts
        if not parts:
            return
        if self.fixed is not None:
            self.fixed.extend(parts)
            parts.clear()
            self.looks.clear()
            return
        look = self.looks[0]
        if len(parts) == 1:
            text = parts[0]
        else:
            text = "".join(parts)
            if self.looks.count(look) < len(parts):
                look = self._mixed()
        spaces = self.spaces
        if text[0].isspace():
            spaces += _leading(text)
        if spaces:
            look = look._replace(indent=look.indent + POINTS_PER_SPACE * spaces)
            self.spaces = 0
        parts.clear()
        self.looks.clear()
        text = _readable(text)
        for part in _paragraphs(text) if _LINE_BREAK in text else (" ".join(text.split()),):
            if part:
                self.sink.append(Piece(part, look))

    def _mixed(self) -> Look:
        """The look of a paragraph whose parts look different: bold if nearly all of it is."""
        total = bold = stressed = underlined = 0
        for part, look in zip(self.parts, self.looks, strict=True):
            size = len(part)
            total += size
            bold += size * look.bold
            stressed += size * (look.bold or look.stressed)
            underlined += size * look.underlined
        most = total * 9
        first = self.looks[0]
        return first._replace(bold=bold * 10 >= most, stressed=stressed * 10 >= most, underlined=underlined * 10 >= most)

    def _open(self) -> RawCell:
        """The cell at hand, made when something turns up in it."""
        if self.waiting is not None and self.table is not None:
            self.cell = self.waiting.cell()
            self.table.rows[-1][-1] = self.cell
            self.sink = self.cell.items
            self.waiting = None
        return self.cell or RawCell()

    def _enter(self, tag: Tag, kind: int) -> bool:
        """Acts on the start of a block; whether its end matters too."""
        if not tag.breaks:
            return False
        self._end()
        if tag.page_break:
            self._open()
            self.sink.append(PageBreak())
        if kind == ROW:
            if self.table is not None:
                self.table.rows.append([])
        elif kind == TABLE:
            self._enter_table()
        elif kind == FIXED:
            self.fixed = []
        elif (tag.above or tag.below) and (self.waiting is not None or self.cell is not None):
            cell = self._open()
            cell.line_above, cell.line_below = max(cell.line_above, tag.above), max(cell.line_below, tag.below)
        elif kind == RULE and not tag.page_break and (self.waiting is not None or self.cell is not None):
            cell = self._open()
            cell.line_below = DOUBLE_LINE if tag.thick or (cell.line_below == LINE and not cell.items) else LINE
        return True

    def _enter_table(self) -> None:
        if self.waiting is not None:
            self._open()
        if len(self.tables) >= DEEPEST_TABLE:
            raise ReadingError(f"tables are nested more than {DEEPEST_TABLE} deep: this is no release")
        self.table = RawTable()
        self.tables.append((self.table, None, self.cell, self.sink))
        self.cell = None

    def _enter_cell(self, tag: Tag) -> None:
        self.spaces = 0
        if self.table is not None:
            if not self.table.rows:
                self.table.rows.append([])
            self.table.rows[-1].append(tag.blank)
            self.waiting, self.cell = tag, None

    def _leave(self, kind: int) -> None:
        """Acts on the end of an element that is more than a paragraph."""
        if kind == CELL:
            self.waiting = self.cell = None
        elif kind == TABLE:
            table, self.waiting, self.cell, self.sink = self.tables.pop()
            self.table = self.tables[-1][0] if self.tables else None
            self.sink.append(table)
        elif kind == FIXED and self.fixed is not None:
            text = _readable("".join(self.fixed)).replace(_LINE_BREAK, "\n").replace(MARK, "")
            self.fixed = None
            if not text.isspace():
                self.sink.append(Fixed(text))


def tokens_of(source: str, careful: bool = False) -> list[tuple[str, str]]:
    """(tag, text after it) of clean HTML, in order. `careful`: attributes may hold a `>`, which takes longer."""
    for char in _IGNORED:
        if char in source:
            source = source.replace(char, "")
    if "<!--" in source or "<script" in source or "<style" in source or "<iframe" in source or "<no" in source:
        source = _UNSEEN.sub("", source)
    source = source.replace("&nbsp;", "\xa0")
    return (_CAREFUL_TOKENS if careful else _TOKENS).findall(source)


def _pass_over(steps: Iterator[tuple[str, str]], tags: Tags) -> str:
    """Skips to the end of the element that has just started; the text after it."""
    depth = 1
    for name, text in steps:
        tag = tags[name]
        if tag.kind == CLOSING:
            depth -= 1
        elif not tag.void:
            depth += 1
        if not depth:
            return text
    return ""


def _readable(text: str) -> str:
    """`text` with its entities and footnote marks resolved."""
    if "&" in text:
        text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    if _RAISE in text:
        text = _RAISED.sub(_marked, text.replace(_RAISE + _RAISE, ""))
    return text


def _marked(match: re.Match[str]) -> str:
    text = match.group(1)
    return f"{MARK}{text.strip()}{MARK}" if is_mark(text) else text


def _paragraphs(text: str) -> list[str]:
    """The paragraphs of a run of text with line breaks: an empty line parts two, a single break stays as a newline."""
    done: list[str] = []
    lines: list[str] = []
    for line in text.split(_LINE_BREAK):
        words = " ".join(line.split())
        if words:
            lines.append(words)
        elif lines:
            done.append("\n".join(lines))
            lines = []
    if lines:
        done.append("\n".join(lines))
    return done


def _leading(text: str) -> int:
    """How many no-break spaces a text begins with."""
    head = text[: len(text) - len(text.lstrip())]
    return head.count("\xa0")
