"""The styles of a Word file, with what they are based on."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple
from xml.etree.ElementTree import Element

POINTS_PER_TWIP = 0.05
_HEADING = re.compile(r"(?:heading \d|title|subtitle)", re.IGNORECASE)
_LONGEST_CHAIN = 12


@lru_cache(maxsize=4096)
def local(tag: str) -> str:
    """An element's or attribute's name without its namespace, of which Word uses two."""
    return tag.rpartition("}")[2]


def child(element: Element, name: str) -> Element | None:
    """The first child of that name."""
    for inner in element:
        if local(inner.tag) == name:
            return inner
    return None


def value(element: Element | None, name: str = "val") -> str | None:
    """An attribute of an element, by its name without namespace."""
    if element is not None:
        for key, text in element.attrib.items():
            if local(key) == name:
                return text
    return None


def switched(properties: Element | None, name: str) -> bool | None:
    """Whether a property such as `b` is on; None: not said."""
    found = child(properties, name) if properties is not None else None
    if found is None:
        return None
    return value(found) not in ("0", "false", "off", "none")


class Format(NamedTuple):
    """How a paragraph or run is formatted; None: not said. `indent` in points."""

    bold: bool | None = None
    stressed: bool | None = None
    raised: bool | None = None
    hidden: bool | None = None
    centred: bool | None = None
    heading: bool | None = None
    item: bool | None = None
    indent: float | None = None

    def over(self, base: Format) -> Format:
        """This format where it says something, else `base`."""
        return Format(
            bold=self.bold if self.bold is not None else base.bold,
            stressed=self.stressed if self.stressed is not None else base.stressed,
            raised=self.raised if self.raised is not None else base.raised,
            hidden=self.hidden if self.hidden is not None else base.hidden,
            centred=self.centred if self.centred is not None else base.centred,
            heading=self.heading if self.heading is not None else base.heading,
            item=self.item if self.item is not None else base.item,
            indent=self.indent if self.indent is not None else base.indent,
        )


PLAIN = Format()


def run_format(properties: Element | None) -> Format:
    """What the properties of a run say."""
    if properties is None:
        return PLAIN
    underline = switched(properties, "u")
    italic = switched(properties, "i")
    align = value(child(properties, "vertAlign"))
    return Format(
        bold=switched(properties, "b"),
        stressed=True if underline or italic else None,
        raised=None if align is None else align == "superscript",
        hidden=switched(properties, "vanish"),
    )


def paragraph_format(properties: Element | None) -> Format:
    """What the properties of a paragraph say."""
    if properties is None:
        return PLAIN
    align = value(child(properties, "jc"))
    outline = value(child(properties, "outlineLvl"))
    numbering = child(properties, "numPr")
    number = value(child(numbering, "numId")) if numbering is not None else None
    return Format(
        centred=None if align is None else align == "center",
        heading=True if outline is not None and outline != "9" else None,
        item=None if numbering is None else number != "0",
        indent=_indent(child(properties, "ind")),
    )


def _indent(ind: Element | None) -> float | None:
    if ind is None:
        return None
    left = _twips(value(ind, "left") or value(ind, "start"))
    return (left + _twips(value(ind, "firstLine")) - _twips(value(ind, "hanging"))) * POINTS_PER_TWIP


def _twips(text: str | None) -> float:
    try:
        return float(text or 0)
    except ValueError:
        return 0.0


class Styles:
    """Formats by style id."""

    def __init__(self, root: Element | None) -> None:
        self._known: dict[str, Format] = {}
        self._own: dict[str, tuple[Format, str | None]] = {}
        for style in root if root is not None else ():
            name = value(style, "styleId") if local(style.tag) == "style" else None
            if name is not None:
                self._own[name] = (_style_format(style), value(child(style, "basedOn")))

    def format(self, name: str | None) -> Format:
        """The format of a style, over those that it is based on."""
        if name is None:
            return PLAIN
        known = self._known.get(name)
        if known is None:
            known, base = PLAIN, name
            for _ in range(_LONGEST_CHAIN):
                own, above = self._own.get(base, (PLAIN, None))
                known = known.over(own)
                if above is None:
                    break
                base = above
            self._known[name] = known
        return known


def _style_format(style: Element) -> Format:
    name = value(child(style, "name")) or ""
    said = run_format(child(style, "rPr")).over(paragraph_format(child(style, "pPr")))
    if _HEADING.fullmatch(name):
        return said._replace(heading=True)
    return said._replace(item=True) if name.lower().startswith(("list bullet", "list number")) else said
