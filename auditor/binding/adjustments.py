"""What an adjusted result leaves out, which no row may give in one figure: "net income of $0.14 per diluted share, including
charges of $0.02 per share" beside earnings per share of 0.14 and adjusted ones of 0.16; and such an amount by the share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from auditor.binding.index import unit_class
from auditor.binding.operands import combined, divided
from auditor.binding.said import in_sentence
from auditor.binding.search import Search
from auditor.model.binding import Candidate, Operand
from auditor.model.claim import Claim
from auditor.model.fact import Measure
from auditor.model.period import Period
from auditor.model.quantity import Quantity, is_money

_NOTE = "the adjusted figure and the reported one differ by it"
_ITEMS = re.compile(
    r"\b(?:charges?|items?|gains?|loss(?:es)?|costs?|expenses?|benefits?|adjustments?|impacts?|effects?|settlements?|"
    r"reduc\w+|increas\w+|decreas\w+)\b",
    re.I,
)
_AFTER_TAX = re.compile(r"\b(?:after|net\s+of)[\s-]+(?:income\s+)?tax|\bearnings\b|\bnet\s+(?:income|loss)\b", re.I)
_NEAR = 160  # characters before a number, and behind it, that speak of such an item
_SIDES: dict[str, tuple[frozenset[str], ...]] = {
    "eps": (frozenset(("diluted",)), frozenset(), frozenset(("basic",))), "net-income": (frozenset(),),
}  # fmt: skip
_PARTS = frozenset[str](), frozenset(("continuing",))
_ADJUSTED = frozenset(("adjusted",))


def left_out(claim: Claim, search: Search) -> tuple[Candidate, ...]:
    """The differences between the adjusted and the reported result of a claim's period that are just its number."""
    unit = claim.quantity.unit
    key = "eps" if unit.endswith("/share") else "net-income"
    if claim.outlook or claim.period is None or claim.kind not in ("level", "per-share", "change"):
        return ()
    if unit_class(unit) != ("per-share" if key == "eps" else "money") or not _speaks_of_items(claim, key, search.text):
        return ()
    name = "stated" if claim.kind == "change" else "now"
    told = claim.quantity.magnitude()
    found = (o for o in _differences(key, claim, search) if o.quantity.magnitude().meets(told))
    return tuple(Candidate({name: o}, "likely", _NOTE) for o in list(found)[:1])


def by_the_share(claim: Claim, search: Search) -> tuple[Candidate, ...]:
    """The amount that stands beside a number by the share, over the shares of the claim's period: "a charge of $2.3 million, or
    $0.12 per share"."""
    if claim.kind != "per-share" or claim.period is None or claim.outlook:
        return ()
    beside = [c for c in search.said.claims_of(claim) if c.group == claim.group and c.kind == "level"]
    amounts = [c for c in beside if is_money(c.quantity.unit)]
    told = claim.quantity.magnitude()
    for amount, sides in product(amounts[:1], _SIDES["eps"]):
        shares = _figure(Measure("weighted-average-shares", sides, True), claim.period, "shares", search)
        each = divided(in_sentence(amount), shares, 1, claim.quantity.unit) if shares is not None else None
        if each is not None and each.quantity.magnitude().meets(told):
            return (Candidate({"now": each}, "likely", "the amount beside it over the shares"),)
    return ()


def _speaks_of_items(claim: Claim, key: str, text: str) -> bool:
    start, end = max(claim.sentence.start, claim.span.start - _NEAR), min(claim.sentence.end, claim.span.end + _NEAR)
    around = text[start:end]
    return _ITEMS.search(around) is not None and (key == "eps" or _AFTER_TAX.search(around) is not None)


def _differences(key: str, claim: Claim, search: Search) -> Iterator[Operand]:
    """Adjusted less reported, as exact as they are printed: their roundings would let any small number pass."""
    period, unit = claim.period, unit_class(claim.quantity.unit)
    assert period is not None
    for sides, of, less in product(_SIDES[key], _PARTS, _PARTS):
        adjusted = _figure(Measure(key, sides | of | _ADJUSTED, True), period, unit, search)
        reported = _figure(Measure(key, sides | less, True), period, unit, search)
        if adjusted is not None and reported is not None and adjusted.quantity.unit == reported.quantity.unit:
            both = combined((adjusted, reported), (1, -1))
            value = Quantity.exact(both.quantity.value, both.quantity.unit)
            yield Operand(value, both.facts, both.derivation)


def _figure(measure: Measure, period: Period, unit: str, search: Search) -> Operand | None:
    """The one figure of a measure in a period; none where the tables print several."""
    found = [o for o, s in search.index.figures(measure, frozenset(), unit, period) if s == "sure"]
    return found[0] if len({o.quantity.value for o in found}) == 1 else None
