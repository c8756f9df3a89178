"""A walk over a parsed HTML document that collects pieces of text, raw tables and page breaks, in source order.

The parser's tree is written out again as clean HTML, in which every element is closed, every attribute quoted and every
entity spelled alike; its tags are then taken one after the other. That visits no node from Python, which would cost
ten times as much as the parsing itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from auditor.errors import ReadingError
from auditor.model.source import MARK
from auditor.reading.css import DOUBLE_LINE, LINE
from auditor.reading.html_tags import (
    BLOCK,
    BREAK,
    CELL,
    CLOSING,
    FIXED,
    INLINE,
    ROW,
    RULE,
    SKIPPED,
    TABLE,
    VERBATIM,
    Tag,
    Tags,
)
from auditor.reading.raw import START, Fixed, Item, Look, PageBreak, Piece, RawCell, RawTable, is_mark

DEEPEST_TABLE = 40
POINTS_PER_SPACE = 4.5

_LINE_BREAK = "\x02"  # not white space to `str.split`
_RAISE = "\x03"  # on both sides of raised text
_TOKENS = re.compile(r"<([^>]*)>([^<]*)")
_CAREFUL_TOKENS = re.compile(r'<((?:[^>"]|"[^"]*")*)>([^<]*)')
_RAISED = re.compile(f"{_RAISE}([^{_RAISE}]*){_RAISE}")
_IGNORED = ("\u200b", "\ufeff", "\xad", _LINE_BREAK, _RAISE)


class Walker:
    """Collects `items`; the text of the paragraph at hand waits in `parts`, and how each part looks in `looks`.

    `stack` holds, for each open element, what its end means and the look outside it. `careful`: attributes may hold a
    `>`, which takes longer to read.
    """

    def __init__(self, name: str, careful: bool = False, sheet: Mapping[str, str] | None = None) -> None:
        self.name = name
        self.items: list[Item] = []
        self.sink = self.items
        self.parts: list[str] = []
        self.looks: list[Look] = []
        self.spaces = 0  # no-break spaces before the first word
        self.tables: list[tuple[RawTable, RawCell | None, list[Item]]] = []
        self.table: RawTable | None = None
        self.waiting: Tag | None = None  # a cell that has started and so far is empty
        self.cell: RawCell | None = None
        self.made: RawCell | None = None  # the cell that was made last
        self.fixed: list[str] | None = None
        self.hidden = 0  # depth inside an element that is not shown
        self.verbatim = ""  # the end tag of one that holds a script
        self.tags = Tags(sheet)
        self.stack: list[tuple[int, Look]] = []
        self.look = START
        self.tokens = _CAREFUL_TOKENS if careful else _TOKENS

    def walk(self, source: str) -> list[Item]:
        """The items of `source`, clean HTML as a parser writes it. Raises `BrokenTagError`.

        Cells that are written alike, empty ones above all, are read once and shared.
        """
        *segments, rest = _cleaned(source).split("</td>")
        known: dict[Look, dict[str, RawCell]] = {}
        cells: dict[str, RawCell] = {}
        table: RawTable | None = None
        for segment in segments:
            cell = cells.get(segment)
            if cell is not None and table is not None:
                table.rows[-1].append(cell)
                continue
            start = segment.rfind("<td")
            if start > 0 and (table is None or not segment[:start].isspace()):
                self._take(segment[:start])
                cells, table = known.setdefault(self.look, {}), self.table
                segment = segment[start:]
            if start < 0 or table is None or self.hidden or self.fixed is not None or "<table" in segment:
                self._take(segment + "</td>")
                cells, table = {}, None
                continue
            cell = cells.get(segment)
            if cell is not None and table.rows:
                if self.parts:
                    self._end()
                table.rows[-1].append(cell)
                continue
            self.made = None
            self._take(segment + "</td>")
            if self.made is not None:
                cells[segment] = self.made
        self._take(rest)
        self._end()
        return self.items

    def _take(self, source: str) -> None:
        """Takes in a stretch of the source, tag by tag."""
        parts, looks, stack, tags = self.parts, self.looks, self.stack, self.tags
        look = self.look
        for name, text in self.tokens.findall(source):
            if self.hidden:
                if self._still_hidden(name):
                    continue
                name = ""  # its end, which has no meaning of its own
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
                look = tag.after.get(id(look)) or tag.look(look)
            elif kind < BREAK:
                if parts:
                    self._end()
                stack.append((kind if self._enter(tag, kind) else INLINE, look))
                look = tag.after.get(id(look)) or tag.look(look)
            elif kind == BREAK:
                if parts:
                    parts.append(_LINE_BREAK)
                    looks.append(look)
            elif kind == RULE:
                self._rule(tag)
            elif kind == SKIPPED:
                self.hidden, self.verbatim = 1, "/" + tag.name if tag.name in VERBATIM else ""
                continue
            if text:
                self._text(text, look)
        self.look = look

    def _text(self, text: str, look: Look) -> None:
        if self.parts or not (text.isspace() or self._blank(text)):
            self._open()
            self.parts.append(f"{_RAISE}{text}{_RAISE}" if look.raised else text)
            self.looks.append(look)

    def _blank(self, text: str) -> bool:
        """Whether `text`, at the start of a paragraph, is white space spelled with entities; counts its spaces."""
        if text[0] != "&" or text.replace("&nbsp;", "").strip():
            return False
        self.spaces += text.count("&nbsp;")
        return True

    def _still_hidden(self, name: str) -> bool:
        """Counts the depth inside what is not shown, at the tag `name`; whether it goes on after it."""
        if self.verbatim:
            self.hidden = int(name != self.verbatim)
            return self.hidden > 0
        tag = self.tags[name]
        if tag.kind == CLOSING:
            self.hidden -= 1
        elif not tag.void:
            self.hidden += 1
        return self.hidden > 0

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
        text = _readable(text)
        spaces = self.spaces
        if text[0] == "\xa0" or text[0] == " ":
            spaces += _leading(text)
        if spaces:
            look = look._replace(indent=look.indent + POINTS_PER_SPACE * spaces)
            self.spaces = 0
        parts.clear()
        self.looks.clear()
        if _RAISE in text:
            text = _RAISED.sub(_marked, text.replace(_RAISE + _RAISE, ""))
        for part in _paragraphs(text) if _LINE_BREAK in text else (" ".join(text.split()),):
            if part:
                self.sink.append(Piece(part, look))

    def _mixed(self) -> Look:
        """The look of a paragraph whose parts look different: bold if nearly all of it is."""
        sizes: dict[Look, int] = {}
        for part, look in zip(self.parts, self.looks, strict=True):
            sizes[look] = sizes.get(look, 0) + len(part)
        most = 0.9 * sum(sizes.values())
        return self.looks[0]._replace(
            bold=sum(n for look, n in sizes.items() if look.bold) >= most,
            stressed=sum(n for look, n in sizes.items() if look.bold or look.stressed) >= most,
            underlined=sum(n for look, n in sizes.items() if look.underlined) >= most,
        )

    def _open(self) -> None:
        """Makes the cell at hand, if it was empty so far: something has turned up in it."""
        if self.waiting is not None and self.table is not None:
            self.cell = self.waiting.cell()
            self.table.rows[-1][-1] = self.made = self.cell
            self.sink = self.cell.items
            self.waiting = None

    def _enter(self, tag: Tag, kind: int) -> bool:
        """Acts on the start of a block; whether its end matters too."""
        if kind == CELL:
            self._enter_cell(tag)
            return True
        if not tag.breaks:
            return False
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
        elif tag.above or tag.below:
            self._open()
            if self.cell is not None:
                self.cell.line_above = max(self.cell.line_above, tag.above)
                self.cell.line_below = max(self.cell.line_below, tag.below)
        return True

    def _rule(self, tag: Tag) -> None:
        """A rule line: the end of a page, or the line of a cell, a double one if thick or the second."""
        self._end()
        self._open()
        if tag.page_break:
            self.sink.append(PageBreak())
        elif self.cell is not None:
            second = self.cell.line_below == LINE and not self.cell.items
            self.cell.line_below = DOUBLE_LINE if tag.thick or second else LINE

    def _enter_table(self) -> None:
        self._open()
        if len(self.tables) >= DEEPEST_TABLE:
            raise ReadingError(f"{self.name}: tables are nested more than {DEEPEST_TABLE} deep: this is no release")
        self.table = RawTable()
        self.tables.append((self.table, self.cell, self.sink))
        self.cell = None

    def _enter_cell(self, tag: Tag) -> None:
        self.spaces = 0
        if self.table is not None:
            if not self.table.rows:
                self.table.rows.append([])
            self.table.rows[-1].append(tag.blank)
            self.made = tag.blank
            self.waiting, self.cell = tag, None

    def _leave(self, kind: int) -> None:
        """Acts on the end of an element that is more than a paragraph."""
        if kind == CELL:
            self.waiting = self.cell = None
        elif kind == TABLE:
            table, self.cell, self.sink = self.tables.pop()
            self.waiting = None
            self.table = self.tables[-1][0] if self.tables else None
            self.sink.append(table)
        elif kind == FIXED and self.fixed is not None:
            text = _readable("".join(self.fixed)).replace(_LINE_BREAK, "\n").replace(MARK, "")
            self.fixed = None
            if text.strip():
                self.sink.append(Fixed(text))


def _cleaned(source: str) -> str:
    """The body of `source` without comments and without characters that print nothing."""
    start = source.find("<body")
    source = source[max(start, 0) :]
    for char in _IGNORED:
        if char in source:
            source = source.replace(char, "")
    if "<!--" in source:
        first, *others = source.split("<!--")
        source = first + "".join(other.partition("-->")[2] for other in others)
    return source


def _readable(text: str) -> str:
    """`text` with its entities resolved."""
    if "&" in text:
        text = text.replace("&nbsp;", "\xa0").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
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
