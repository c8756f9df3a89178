"""A walk over a parsed HTML document that collects pieces of text, raw tables and page breaks, in source order.

The parser's tree is written out again as clean HTML, in which every element is closed, every attribute quoted and every
entity spelled alike; its tags are then taken one after the other. That visits no node from Python, which would cost
ten times as much as the parsing itself.
"""

from __future__ import annotations

import re
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
    """Collects `items`; the text of the paragraph at hand waits in `parts`, and how each part looks in `looks`.

    `stack` holds, for each open element, what its end means and the look outside it. `careful`: attributes may hold a
    `>`, which takes longer to read.
    """

    def __init__(self, careful: bool = False) -> None:
        self.items: list[Item] = []
        self.sink = self.items
        self.parts: list[str] = []
        self.looks: list[Look] = []
        self.spaces = 0  # no-break spaces before the first word
        self.tables: list[tuple[RawTable, RawCell | None, list[Item]]] = []
        self.table: RawTable | None = None
        self.waiting: Tag | None = None  # a cell that has started and so far is empty
        self.cell: RawCell | None = None
        self.fixed: list[str] | None = None
        self.hidden = 0  # depth inside an element that is not shown
        self.tags = Tags()
        self.stack: list[tuple[int, Look]] = []
        self.look = START
        self.tokens = _CAREFUL_TOKENS if careful else _TOKENS

    def walk(self, source: str) -> list[Item]:
        """The items of `source`, clean HTML as a parser writes it. Raises `BrokenTagError`.

        Cells that are written alike, empty ones above all, are read once and shared.
        """
        before, *segments = _cleaned(source).split("<td")
        self._take(before)
        known: dict[Look, dict[str, RawCell]] = {START: {}}
        cells = known[START]
        for segment in segments:
            inside, closed, after = segment.partition("</td>")
            table = self.table
            if not closed or table is None or self.hidden or self.fixed is not None or "<table" in inside:
                self._take("<td" + segment)
            else:
                cell = cells.get(inside)
                if cell is None:
                    self._take(f"<td{inside}</td>")
                    cells[inside] = table.rows[-1][-1]
                else:
                    if self.parts:
                        self._end()
                    if not table.rows:
                        table.rows.append([])
                    table.rows[-1].append(cell)
                if not after:
                    continue
                self._take(after)
            cells = known.setdefault(self.look, {})
        self._end()
        return self.items

    def _take(self, source: str) -> None:
        """Takes in a stretch of the source, tag by tag."""
        parts, looks, stack, tags = self.parts, self.looks, self.stack, self.tags
        look = self.look
        for name, text in self.tokens.findall(source):
            tag = tags[name]
            kind = tag.kind
            if self.hidden:
                if kind == CLOSING:
                    self.hidden -= 1
                elif not tag.void:
                    self.hidden += 1
                if self.hidden:
                    continue
            elif kind == CLOSING:
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
            elif kind == BREAK:
                if parts:
                    parts.append(_LINE_BREAK)
                    looks.append(look)
            elif kind != SKIPPED:
                if parts:
                    self._end()
                inside = self._enter(tag, kind)
                if kind != RULE:
                    stack.append((kind if inside else 0, look))
                    look = tag.after.get(look) or tag.look(look)
            elif not tag.void:
                self.hidden = 1
                continue
            if text:
                if parts or not text.isspace():
                    if self.waiting is not None:
                        self._open()
                    parts.append(f"{_RAISE}{text}{_RAISE}" if look.raised else text)
                    looks.append(look)
                else:
                    self.spaces += text.count("\xa0")
        self.look = look

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
        self.tables.append((self.table, self.cell, self.sink))
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
            table, self.cell, self.sink = self.tables.pop()
            self.waiting = None
            self.table = self.tables[-1][0] if self.tables else None
            self.sink.append(table)
        elif kind == FIXED and self.fixed is not None:
            text = _readable("".join(self.fixed)).replace(_LINE_BREAK, "\n").replace(MARK, "")
            self.fixed = None
            if not text.isspace():
                self.sink.append(Fixed(text))


def _cleaned(source: str) -> str:
    """`source` without comments, scripts and characters that print nothing."""
    for char in _IGNORED:
        if char in source:
            source = source.replace(char, "")
    if any(tag in source for tag in ("<!--", "<script", "<style", "<iframe", "<noembed", "<noframes")):
        source = _UNSEEN.sub("", source)
    return source.replace("&nbsp;", "\xa0")


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
