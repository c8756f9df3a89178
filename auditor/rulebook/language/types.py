"""The types of the language: what may stand where, and which attributes the values of a type have."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Literal

from auditor.frozen import dataclass
from auditor.model.claim import Claim
from auditor.model.fact import Column, Measure, Row, Table
from auditor.model.period import Period
from auditor.model.quantity import Quantity
from auditor.rulebook.language.figures import PURE, Figure, Missing, Truth, figure, number, truth

Type = Literal["figure", "figures", "truth", "text", "period", "measure", "claim", "column", "row", "table", "any"]

Value = Figure | tuple[Figure, ...] | Truth | Missing | str | Period | Measure | Claim | Column | Row | Table

ARTICLES = {
    "figure": "a figure", "figures": "a list of figures", "truth": "a condition", "text": "a text",
    "period": "a period", "measure": "a measure", "claim": "a claim", "column": "a column", "row": "a row",
    "table": "a table", "any": "a value",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Getter:
    """An attribute: its type, and how it is read from a value of the owner's type."""

    type: Type
    read: Callable[[Any], Value]


_HEAD = re.compile(r"[,;:(–—]|\s-\s")


def known(value: Value | None, what: str) -> Value:
    """`value`, or that the document does not give it."""
    return Missing(f"no {what} is given") if value is None else value


def _whole(count: int) -> Figure:
    return number(Decimal(count), PURE)


def _end(value: Figure, end: Decimal | None) -> Value:
    """One end of what a figure may be, as a figure."""
    if end is None:
        return Missing("the figure is open on that side")
    return Figure(Quantity.exact(end, value.unit), value.facts)


def _of_only_fact(what: str, read: Callable[[Any], Value | None]) -> Callable[[Figure], Value]:
    """An attribute of the one fact that a figure is."""

    def get(value: Figure) -> Value:
        if len(value.facts) != 1:
            return Missing(f"a computed figure has no {what}")
        return known(read(value.facts[0]), what)

    return get


_UNNAMED = "the row that its words name"

ATTRIBUTES: Mapping[Type, Mapping[str, Getter]] = {
    "figure": {
        "label": Getter("text", _of_only_fact("label", lambda f: f.label or "The total without a label")),
        "name": Getter("text", _of_only_fact("name", lambda f: _HEAD.split(f.label, maxsplit=1)[0])),
        "column": Getter("text", _of_only_fact("column", lambda f: f.header)),
        "text": Getter("text", lambda v: v.text),
        "low": Getter("figure", lambda v: _end(v, v.quantity.low)),
        "high": Getter("figure", lambda v: _end(v, v.quantity.high)),
        "unit": Getter("text", lambda v: v.unit),
        "period": Getter("period", _of_only_fact("period", lambda f: f.period)),
        "measure": Getter("measure", _of_only_fact("measure", lambda f: f.measure)),
    },
    "claim": {
        "value": Getter("figure", lambda c: figure(c.quantity.magnitude(), (), " ".join(c.quote.split()))),
        "text": Getter("text", lambda c: " ".join(c.quote.split())),
        "subject": Getter("text", lambda c: c.subject or (str(c.measure).replace("-", " ") if c.measure else _UNNAMED)),
        "kind": Getter("text", lambda c: c.kind),
        "unit": Getter("text", lambda c: c.quantity.unit),
        "measure": Getter("measure", lambda c: known(c.measure, "measure")),
        "whole": Getter("measure", lambda c: known(c.whole, "whole")),
        "period": Getter("period", lambda c: known(c.period, "period")),
        "base": Getter("period", lambda c: known(c.base, "period to compare with")),
        "direction": Getter("text", lambda c: known(c.direction, "direction")),
        "hedge": Getter("text", lambda c: c.hedge or ""),
        "outlook": Getter("truth", lambda c: truth(c.outlook)),
        "negative": Getter("truth", lambda c: truth(c.negative)),
        "carried": Getter("truth", lambda c: truth(c.carried)),
        "dated": Getter("truth", lambda c: truth(c.dated)),
    },
    "measure": {
        "key": Getter("text", lambda m: m.key),
        "known": Getter("truth", lambda m: truth(m.known)),
        "adjusted": Getter("truth", lambda m: truth("adjusted" in m.qualifiers)),
    },
    "period": {
        "days": Getter("figure", lambda p: _whole(p.days)),
        "months": Getter("figure", lambda p: _whole(p.months)),
        "instant": Getter("truth", lambda p: truth(p.instant)),
    },
    "column": {
        "header": Getter("text", lambda c: c.header),
        "kind": Getter("text", lambda c: c.kind),
        "period": Getter("period", lambda c: known(c.period, "period of the column")),
        "base": Getter("period", lambda c: known(c.base, "period to compare with")),
    },
    "row": {
        "label": Getter("text", lambda r: r.label),
        "measure": Getter("measure", lambda r: known(r.measure, "measure")),
    },
    "table": {
        "title": Getter("text", lambda t: t.title),
        "kind": Getter("text", lambda t: t.kind),
    },
}
