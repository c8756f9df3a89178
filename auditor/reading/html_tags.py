"""The tags of HTML: what each says about layout, read once for each distinct spelling."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

from auditor.reading.css import LINE, PLAIN, length, parse_style
from auditor.reading.raw import START, Look, RawCell

INLINE, BLOCK, TABLE, ROW, CELL, FIXED, BREAK, RULE, SKIPPED, CLOSING, VOID = range(11)
VERBATIM = frozenset(("script", "style", "iframe", "noembed", "noframes", "xmp", "plaintext"))  # markup inside is text
WIDEST_SPAN = 400
MOST_KNOWN = 20_000

_SAID = re.compile(r' (style|align|colspan|rowspan|bgcolor|size|class)="([^"]*)"')
_CLASS = re.compile(r"([^{}]*)\{([^{}]*)\}")
_DISPLAYS = {"table": TABLE, "inline-table": TABLE, "table-row": ROW, "table-cell": CELL}
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BOLD = frozenset(("b", "strong", "th", *_HEADINGS))
_STRESSED = frozenset(("i", "em", "u", "ins", "cite"))
_VOID = frozenset(
    ("area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link",
     "meta", "param", "source", "track", "wbr")
)  # fmt: skip
_KINDS: Mapping[str, int] = {
    "br": BREAK, "hr": RULE, "table": TABLE, "tr": ROW, "td": CELL, "th": CELL, "pre": FIXED, "listing": FIXED,
    **dict.fromkeys(
        ("p", "div", "ul", "ol", "dl", "dt", "dd", "li", "center", "blockquote", "section", "article", "main", "header",
         "footer", "nav", "aside", "address", "figure", "figcaption", "form", "fieldset", "details", "summary",
         "caption", "body", "html", "dir", "menu", "document", *_HEADINGS), BLOCK),
    **dict.fromkeys(
        ("head", "title", "ix:header", "noscript", "template", "textarea", "select",
         "object", "svg", "math", "audio", "video", "canvas", *VERBATIM), SKIPPED),
}  # fmt: skip

_LOOKS: dict[Look, Look] = {START: START}  # one object for each look


class Tag:
    """A start or end tag.

    `after` holds the looks it has turned others into, by identity; `blank` is the empty cell that it makes.
    """

    __slots__ = (
        "above", "after", "align", "below", "blank", "breaks", "colspan", "kind", "name", "page_break", "rowspan",
        "style", "thick", "void",
    )  # fmt: skip

    def __init__(self, name: str, said: Mapping[str, str]) -> None:
        self.name = name
        self.void = name in _VOID or name.startswith("!")
        self.after: dict[int, Look] = {}
        text = said.get("style")
        style = self.style = parse_style(html.unescape(text) if "&" in text else text) if text else PLAIN
        self.kind = self._kind()
        self.breaks = style.display == "block" if self.kind == INLINE else style.display != "inline"
        self.page_break = style.page_break
        self.above, self.below = style.line_above or 0, style.line_below or 0
        self.align = style.align or said.get("align", "").lower()
        self.thick = "size" in said and length(said["size"]) >= 2.2  # an `hr` that stands for a double line
        if self.kind == CELL:
            self.colspan, self.rowspan = _span(said.get("colspan")), _span(said.get("rowspan"))
            if not self.below and said.get("bgcolor", "").lower() in ("#000000", "black"):
                self.below = LINE  # a black picture of one pixel draws the line
            self.blank = self.cell()

    def _kind(self) -> int:
        if not self.name:
            return VOID
        if self.name.startswith("/"):
            return CLOSING
        kind = _KINDS.get(self.name, INLINE)
        if kind in (INLINE, BLOCK) and self.style.display in _DISPLAYS:
            kind = _DISPLAYS[self.style.display]
        if self.void and kind not in (BREAK, RULE):
            return VOID
        return SKIPPED if self.style.hidden else kind

    def cell(self) -> RawCell:
        """A new cell of a table, as this `td` or `th` says."""
        return RawCell(self.colspan, self.rowspan, [], self.above, self.below, self.style.indent)

    def look(self, outer: Look) -> Look:
        """The look of text inside, given that outside; remembered in `after`."""
        style, name = self.style, self.name
        if self.kind == TABLE:
            look = START._replace(bold=bool(style.bold), item=outer.item)
        else:
            look = outer._replace(
                bold=style.bold if style.bold is not None else outer.bold or name in _BOLD,
                stressed=outer.stressed or style.underlined or style.italic or name in _STRESSED,
                underlined=outer.underlined or style.underlined or name == "u",
                raised=style.raised if style.raised is not None else outer.raised or name == "sup",
            )
        if self.kind in (BLOCK, CELL, FIXED):
            look = look._replace(
                centred=name == "center" or (self.align == "center" if self.align else look.centred),
                heading=look.heading or name in _HEADINGS,
                item=look.item or name == "li",
                quoted=look.quoted or name == "blockquote",
                indent=look.indent + style.indent if self.kind != CELL else 0.0,
            )
        if look == outer:
            look = outer
        look = self.after[id(outer)] = _LOOKS.setdefault(look, look)
        return look


_KNOWN: dict[tuple[object, ...], Tag] = {}  # tags of all documents, which a batch of releases has in common


class BrokenTagError(Exception):
    """A tag that was cut short at a `>` inside an attribute."""


class Tags(dict[str, Tag]):
    """Tags by their source text. Those that differ only in what says nothing about layout are one `Tag`.

    `sheet` holds the declarations of classes, as `classes_of` a style sheet gives them.
    """

    def __init__(self, sheet: Mapping[str, str] | None = None) -> None:
        super().__init__()
        self._sheet = sheet or {}
        if len(_KNOWN) > MOST_KNOWN:
            _KNOWN.clear()
        self._known = {} if self._sheet else _KNOWN
        self._transparent = Tag("ix", {})

    def __missing__(self, source: str) -> Tag:
        if source.count('"') % 2:
            raise BrokenTagError(source)
        name = source.partition(" ")[0]
        if name.startswith("ix:") and name != "ix:header":
            self[source] = self._transparent
            return self._transparent
        said = dict(_SAID.findall(source)) if '="' in source else {}
        classes = said.pop("class", "")
        if self._sheet and classes:
            own = [self._sheet[c] for c in classes.split() if c in self._sheet]
            said["style"] = ";".join([*own, said.get("style", "")])
        key = (name, *said.items())
        tag = self._known.get(key)
        if tag is None:
            tag = self._known[key] = Tag(name, said)
        self[source] = tag
        return tag


def classes_of(sheet: str) -> dict[str, str]:
    """The declarations for each class of a style sheet: `.total { border-top: 1px solid }`, also `td.total`."""
    found: dict[str, str] = {}
    for selectors, declarations in _CLASS.findall(sheet):
        for selector in selectors.split(","):
            name, dot, class_name = selector.strip().rpartition(".")
            if dot and class_name.replace("-", "").replace("_", "").isalnum() and name.isalnum() | (not name):
                found[class_name] = f"{found.get(class_name, '')};{declarations}"
    return found


def _span(text: str | None) -> int:
    digits = (text or "").strip()
    return min(max(int(digits), 1), WIDEST_SPAN) if digits.isascii() and digits.isdigit() and len(digits) < 6 else 1
