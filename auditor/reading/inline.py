"""Inline XBRL: the figures that a filing in HTML tags itself, with their true period, unit, scale and sign."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from auditor.reading.companyfacts import Tagged

_TAG = re.compile(rb"<ix:nonfraction[\s>]", re.IGNORECASE)
_NAMESPACE = "us-gaap:"
_ZERO = re.compile(r"(?:fixed-zero|zerodash|numdash)$")
_POINT = re.compile(r"num-?dot-?decimal$")
_LARGEST_SCALE = 15

When = tuple[date | None, date, bool]


def is_inline(data: bytes) -> bool:
    return _TAG.search(data) is not None


def read_inline(data: bytes) -> tuple[Tagged, ...]:
    """The tagged figures in the order of the file, without tags that cannot be understood. The concept is empty for
    figures of a part of the company (segments, classes) and of other taxonomies than US GAAP."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(data)
    nodes: dict[str, list[Any]] = {"context": [], "unit": [], "nonfraction": []}
    for node in tree.css(r"xbrli\:context, xbrli\:unit, context, unit, ix\:nonfraction"):
        nodes[str(node.tag).rpartition(":")[2]].append(node)
    periods = {str(node.attributes.get("id")): _period(node) for node in nodes["context"]}
    units = {str(node.attributes.get("id")): _unit(node) for node in nodes["unit"]}
    figures = (_figure(node, periods, units) for node in nodes["nonfraction"])
    return tuple(figure for figure in figures if figure is not None)


def _texts(node: Any, *names: str) -> list[str]:
    found = [n for n in node.traverse() if str(n.tag).rpartition(":")[2] in names]
    return [n.text(deep=True, strip=True) for n in found]


def _period(node: Any) -> When | None:
    """The period of a context, and whether it speaks of the whole company."""
    whole = not _texts(node, "explicitmember", "typedmember")
    try:
        starts = [date.fromisoformat(text) for text in _texts(node, "startdate")]
        ends = [date.fromisoformat(text) for text in _texts(node, "enddate", "instant")]
    except ValueError:
        return None
    return (starts[0] if starts else None, ends[0], whole) if len(ends) == 1 else None


def _unit(node: Any) -> str:
    return "/".join(text.rpartition(":")[2] for text in _texts(node, "measure"))


def _figure(node: Any, periods: Mapping[str, When | None], units: Mapping[str, str]) -> Tagged | None:
    said = {name: value or "" for name, value in node.attributes.items()}
    period, unit = periods.get(said.get("contextref", "")), units.get(said.get("unitref", ""))
    value = _value(node.text(deep=True, strip=True), said)
    if period is None or not unit or value is None:
        return None
    start, end, whole = period
    name = said.get("name") or ""
    concept = name.removeprefix(_NAMESPACE) if whole and name.startswith(_NAMESPACE) else ""
    return Tagged(concept, name, unit, start, end, value, "as tagged")


def _value(text: str, said: Mapping[str, str]) -> Decimal | None:
    """The value in base units; None for a way of writing numbers that is not known."""
    form = said.get("format", "")
    if _ZERO.search(form):
        return Decimal(0)
    if form and not _POINT.search(form):
        return None
    try:
        scale = int(said.get("scale") or 0)
        value = Decimal(text.replace(",", ""))
    except (ValueError, InvalidOperation):
        return None
    if abs(scale) > _LARGEST_SCALE or not value.is_finite():
        return None
    return value.scaleb(scale) * (-1 if said.get("sign") == "-" else 1)
