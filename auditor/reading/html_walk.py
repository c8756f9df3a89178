"""A walk over the tree of an HTML document that collects pieces of text, raw tables and page breaks, in source order.

The walk is a loop with its own stack, so that deep nesting costs no recursion, and it touches each node once.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from auditor.errors import ReadingError
from auditor.model.source import MARK
from auditor.reading.css import DOUBLE_LINE, LINE, PLAIN, Style, length, parse_style
from auditor.reading.raw import Fixed, Item, PageBreak, Piece, RawCell, RawTable, is_mark

DEEPEST = 5000
BREAK = "\x02"  # a line break; not white space to `str.split`
RAISE = "\x03"  # on both sides of raised text
WIDEST_SPAN = 400
_RAISED = re.compile(f"{RAISE}([^{RAISE}]*){RAISE}")

(TEXT, INLINE, BLOCK, BOLD, RAISED, UNDERLINED, BR, RULE, TABLE, ROW, CELL, HEADER_CELL, HEADING, ITEM, CENTRE, QUOTE,
 PRE, FONT, SKIP) = range(19)

_KINDS: dict[str | None, int] = {"-text": TEXT, "br": BR, "hr": RULE, "table": TABLE, "tr": ROW, "td": CELL,
    "th": HEADER_CELL, "li": ITEM, "center": CENTRE, "blockquote": QUOTE, "pre": PRE, "sup": RAISED, "u": UNDERLINED,
    "b": BOLD, "strong": BOLD, "font": FONT, "-comment": SKIP, None: SKIP}  # fmt: skip
_KINDS |= dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), HEADING)
_KINDS |= dict.fromkeys(
    ("p", "div", "ul", "ol", "dl", "dt", "dd", "section", "article", "main", "header", "footer", "nav", "aside",
     "address", "figure", "figcaption", "form", "fieldset", "details", "summary", "caption", "body", "html", "dir",
     "menu", "document", "text"),
    BLOCK,
)  # fmt: skip
_KINDS |= dict.fromkeys(
    ("script", "style", "head", "title", "meta", "link", "ix:header", "noscript", "template", "textarea", "select",
     "iframe", "object", "svg", "math", "audio", "video", "canvas", "!doctype", "-document", "-doctype"),
    SKIP,
)  # fmt: skip
_INLINES = frozenset((INLINE, BOLD, RAISED, UNDERLINED, FONT))


class State(NamedTuple):
    """What a node hands down to its children."""

    bold: bool = False
    centred: bool = False
    underlined: bool = False
    heading: bool = False
    item: bool = False
    quoted: bool = False
    indent: float = 0.0
    raised: bool = False


class Walker:
    """Collects `items`; the parts of the paragraph at hand wait in `parts` until it ends."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.sink = self.items
        self.parts: list[str] = []
        self.bold = self.text = self.underlined = 0  # characters of the paragraph at hand
        self.first: State | None = None  # of its first character
        self.tables: list[tuple[RawTable, RawCell | None, list[Item]]] = []
        self.table: RawTable | None = None
        self.cell: RawCell | None = None

    def walk(self, root: LexborNode) -> list[Item]:
        state = State()
        stack: list[tuple[LexborNode, int, State]] = []
        node = root
        kinds = _KINDS
        while True:
            kind = kinds.get(node.tag, INLINE)
            inside: State | None = None
            if kind == TEXT:
                self._take(node.text_content or "", state)
            elif kind != SKIP:
                inside = self._enter(node, kind, state)
            if inside is not None:
                child = node.child
                if child is not None:
                    if len(stack) > DEEPEST:
                        raise ReadingError(f"elements are nested more than {DEEPEST} deep: this is no release")
                    stack.append((node, kind, state))
                    node, state = child, inside
                    continue
                self._leave(kind)
            following = node.next
            while following is None:
                if not stack:
                    self._end()
                    return self.items
                node, kind, state = stack.pop()
                self._leave(kind)
                following = node.next
            node = following

    def _take(self, text: str, state: State) -> None:
        if not self.parts:
            if text.isspace():
                if self.cell is not None and not self.cell.items:
                    self.cell.indent += 4.5 * text.count("\xa0")
                return
            self.first = state
        self.parts.append(f"{RAISE}{text}{RAISE}" if state.raised else text)
        size = len(text)
        self.text += size
        if state.bold:
            self.bold += size
        if state.underlined:
            self.underlined += size

    def _end(self) -> None:
        """Ends the paragraph at hand: two line breaks in a row end one too."""
        if not self.parts:
            return
        text = "".join(self.parts)
        state = self.first or State()
        bold = self.bold * 10 >= self.text * 9
        underlined = self.underlined * 10 >= self.text * 9
        self.parts, self.bold, self.text, self.underlined, self.first = [], 0, 0, 0, None
        indent = state.indent + 4.5 * _leading(text)
        if "\u200b" in text or "\xad" in text or "\ufeff" in text:
            text = text.replace("\u200b", "").replace("\xad", "").replace("\ufeff", "")
        if RAISE in text:
            text = _RAISED.sub(_marked, text.replace(RAISE + RAISE, ""))
        for part in _paragraphs(text) if BREAK in text else (" ".join(text.split()),):
            if part:
                self.sink.append(
                    Piece(part, bold, state.centred, state.heading, state.item, state.quoted, underlined, indent)
                )

    def _enter(self, node: LexborNode, kind: int, state: State) -> State | None:
        """Acts on the start of an element; the state of its children, or None when they are not to be visited."""
        if kind == BR:
            if self.parts:
                self.parts.append(BREAK)
            return None
        attributes = node.attributes
        style = parse_style(attributes["style"] or "") if "style" in attributes else PLAIN
        if style.hidden and kind != CELL:
            return None
        if kind >= TABLE and kind <= HEADER_CELL:
            return self._enter_table(kind, attributes, style, state)
        if kind == RULE:
            self._rule(attributes, style)
            return None
        if kind == INLINE or kind == FONT or kind == BOLD or kind == UNDERLINED or kind == RAISED:
            return self._enter_inline(kind, style, state)
        return self._enter_block(kind, attributes, style, state)

    def _enter_inline(self, kind: int, style: Style, state: State) -> State:
        if style is PLAIN and (kind == INLINE or kind == FONT):
            return state
        if style.display == "block":
            self._end()
        bold = style.bold if style.bold is not None else kind == BOLD or state.bold
        underlined = kind == UNDERLINED or style.underlined or state.underlined
        raised = style.raised if style.raised is not None else kind == RAISED or state.raised
        if bold != state.bold or underlined != state.underlined or raised != state.raised:
            return state._replace(bold=bold, underlined=underlined, raised=raised)
        return state

    def _enter_block(self, kind: int, attributes: dict[str, str | None], style: Style, state: State) -> State:
        if style.display != "inline":
            self._end()
        if style.page_break:
            self.sink.append(PageBreak())
        if self.cell is not None:
            self._line(style)
        align = style.align or attributes.get("align")
        centred = kind == CENTRE or (state.centred if align is None else align.lower() == "center")
        bold = style.bold if style.bold is not None else state.bold or kind == HEADING
        heading, item, quoted = state.heading or kind == HEADING, state.item or kind == ITEM, state.quoted or kind == QUOTE
        indent = state.indent + style.indent
        new = State(bold, centred, state.underlined, heading, item, quoted, indent)
        return state if new == state else new

    def _line(self, style: Style) -> None:
        """A block's rule line counts as its cell's."""
        if self.cell is not None:
            self.cell.line_above = max(self.cell.line_above, style.line_above or 0)
            self.cell.line_below = max(self.cell.line_below, style.line_below or 0)

    def _rule(self, attributes: dict[str, str | None], style: Style) -> None:
        self._end()
        if style.page_break:
            self.sink.append(PageBreak())
        elif self.cell is not None:
            thick = length(attributes.get("size") or "1") >= 2.2
            doubled = thick or (self.cell.line_below == LINE and not self.cell.items)
            self.cell.line_below = DOUBLE_LINE if doubled else LINE

    def _enter_table(self, kind: int, attributes: dict[str, str | None], style: Style, state: State) -> State | None:
        if kind == TABLE:
            self._end()
            if style.page_break:
                self.sink.append(PageBreak())
            self.tables.append((RawTable(), self.cell, self.sink))
            self.table, self.cell = self.tables[-1][0], None
            return State(bold=bool(style.bold), item=state.item)
        if self.table is None:
            return state
        if kind == ROW:
            self._end()
            self.table.rows.append([])
            return state if style.bold is None else state._replace(bold=style.bold)
        self._end()
        if not self.table.rows:
            self.table.rows.append([])
        cell = self.cell = RawCell(line_above=style.line_above or 0, line_below=style.line_below or 0, indent=style.indent)
        if "colspan" in attributes:
            cell.colspan = _span(attributes["colspan"])
        if "rowspan" in attributes:
            cell.rowspan = _span(attributes["rowspan"])
        if not cell.line_below and (attributes.get("bgcolor") or "").lower() in ("#000000", "black"):
            cell.line_below = LINE
        self.table.rows[-1].append(cell)
        self.sink = cell.items
        if style.hidden:
            return None
        align = style.align or attributes.get("align")
        bold = style.bold if style.bold is not None else state.bold or kind == HEADER_CELL
        centred = align is not None and align.lower() == "center"
        return state if not bold and not centred else state._replace(bold=bold, centred=centred)

    def _leave(self, kind: int) -> None:
        if kind in _INLINES:
            return
        self._end()
        if kind == TABLE:
            table, self.cell, self.sink = self.tables.pop()
            self.table = self.tables[-1][0] if self.tables else None
            self.sink.append(table)


def _marked(match: re.Match[str]) -> str:
    text = match.group(1)
    return f"{MARK}{text.strip()}{MARK}" if is_mark(text) else text


def _paragraphs(text: str) -> list[str]:
    """The paragraphs of a run of text with line breaks: an empty line parts two, a single break stays as a newline."""
    done: list[str] = []
    lines: list[str] = []
    for line in text.split(BREAK):
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
    count = 0
    for char in text:
        if char == "\xa0":
            count += 1
        elif not char.isspace():
            break
    return count


def _span(text: str | None) -> int:
    digits = (text or "").strip()
    return min(max(int(digits), 1), WIDEST_SPAN) if digits.isascii() and digits.isdigit() and len(digits) < 6 else 1
