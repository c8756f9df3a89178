"""The few declarations of style sheets that say how a release is laid out: display, weight, indents, rule lines."""

from __future__ import annotations

import re
from functools import lru_cache

from auditor.frozen import dataclass

POINTS = {
    "pt": 1.0,
    "px": 0.75,
    "em": 10.0,
    "rem": 10.0,
    "ex": 5.0,
    "in": 72.0,
    "cm": 28.35,
    "mm": 2.835,
    "pc": 12.0,
    "%": 5.0,
}
NO_LINE, LINE, DOUBLE_LINE = 0, 1, 2

_LENGTH = re.compile(r"(-?\d*\.?\d+)\s*(pt|px|em|rem|ex|in|cm|mm|pc|%)?")
_INTERESTING = re.compile(
    r"display|visibility|weight|style|font\s*:|vertical|position\s*:|align|border|margin|padding|indent|"
    r"page-break|break-|decoration",
    re.IGNORECASE,
)
_ZERO_WIDTH = re.compile(r"^0(?:\.0*)?(?:pt|px|em|in)?$")
_UNSEEN_COLOURS = ("#fff", "white", "transparent", "rgb(255")


@dataclass(frozen=True, slots=True)
class Style:
    """What one `style` attribute says. None: nothing. Lengths in points; lines are 0 none, 1 single, 2 double."""

    display: str | None = None
    hidden: bool = False
    bold: bool | None = None
    raised: bool | None = None
    align: str | None = None
    underlined: bool = False
    italic: bool = False
    indent: float = 0.0
    line_above: int | None = None
    line_below: int | None = None
    page_break: bool = False


PLAIN = Style()


def length(text: str) -> float:
    """A CSS length in points; what cannot be read is 0."""
    match = _LENGTH.match(text.strip())
    return float(match.group(1)) * POINTS.get(match.group(2) or "px", 0.0) if match else 0.0


@lru_cache(maxsize=65536)
def parse_style(text: str) -> Style:
    """The style attribute `text`, read once for each distinct spelling."""
    if not _INTERESTING.search(text):
        return PLAIN
    given: dict[str, str] = {}
    for part in text.lower().split(";"):
        name, colon, value = part.partition(":")
        if colon:
            given[name.strip()] = value.replace("!important", "").strip()
    return Style(
        display=given.get("display"),
        hidden=given.get("display") == "none" or given.get("visibility") == "hidden",
        bold=_bold(given),
        raised=_raised(given),
        align=given.get("text-align"),
        underlined="underline" in given.get("text-decoration", ""),
        italic=given.get("font-style") in ("italic", "oblique"),
        indent=_indent(given),
        line_above=_line(given, "top", 0),
        line_below=_line(given, "bottom", 2),
        page_break=_breaks(given),
    )


def _bold(given: dict[str, str]) -> bool | None:
    weight = given.get("font-weight")
    if weight is None:
        return True if re.search(r"\bbold\b", given.get("font", "")) else None
    if weight in ("bold", "bolder"):
        return True
    return weight.isdigit() and int(weight) >= 600


def _raised(given: dict[str, str]) -> bool | None:
    if given.get("vertical-align") in ("super", "text-top"):
        return True
    if given.get("position") == "relative" and given.get("top", "").startswith("-"):
        return True
    return False if given.get("vertical-align") == "baseline" else None


def _indent(given: dict[str, str]) -> float:
    """Where the first line starts: left margin, left padding and first-line indent."""
    total = length(given.get("text-indent", ""))
    for name in ("margin", "padding"):
        if f"{name}-left" in given:
            total += length(given[f"{name}-left"])
        elif name in given:
            sides = given[name].split()
            if sides:
                total += length(sides[3] if len(sides) == 4 else sides[1] if len(sides) > 1 else sides[0])
    return total


def _side(text: str, index: int) -> str:
    """The part of a four-sided shorthand that speaks of the top (0) or the bottom (2)."""
    sides = text.split()
    return sides[2] if index == 2 and len(sides) > 2 else sides[0] if sides else ""


def _line(given: dict[str, str], side: str, index: int) -> int | None:
    """The line along the top or the bottom: None when the style says nothing of it."""
    said = None
    if "border" in given:
        said = _kind_of_line(given["border"])
    if "border-style" in given:
        said = _kind_of_line(_side(given["border-style"], index))
        if said and "border-width" in given and _ZERO_WIDTH.match(_side(given["border-width"], index)):
            said = NO_LINE
    if f"border-{side}" in given:
        said = _kind_of_line(given[f"border-{side}"])
    if f"border-{side}-style" in given:
        said = _kind_of_line(given[f"border-{side}-style"])
    if said and _ZERO_WIDTH.match(given.get(f"border-{side}-width", "")):
        return NO_LINE
    if said and given.get(f"border-{side}-color", given.get("border-color", "")).startswith(_UNSEEN_COLOURS):
        return NO_LINE
    return said


def _kind_of_line(value: str) -> int:
    words = value.split()
    if not words or "none" in words or "hidden" in words or any(_ZERO_WIDTH.match(w) for w in words):
        return NO_LINE
    if any(w.startswith(_UNSEEN_COLOURS) for w in words):
        return NO_LINE
    if "double" in words:
        return DOUBLE_LINE
    return (
        LINE
        if any(w in ("solid", "dashed", "dotted", "groove", "ridge", "inset", "outset") for w in words)
        else NO_LINE
    )


def _breaks(given: dict[str, str]) -> bool:
    return any(
        given.get(name) in ("always", "page", "left", "right")
        for name in ("page-break-after", "page-break-before", "break-after", "break-before")
    )
