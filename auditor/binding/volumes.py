"""Volumes: how a row and a sentence count them, each in barrels, cubic feet or the like, by the thousand or million, for all of a
period or for each of its days. "4.1 Bcf" is the 4,122 of a row "Natural gas (MMcf)", and none of one "Natural gas (Mcf/d)"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from auditor.binding.operands import Found
from auditor.model.binding import Operand
from auditor.model.claim import Claim
from auditor.model.digits import printed_in
from auditor.model.fact import Fact

_POWERS = {"": 0, "m": 3, "k": 3, "mm": 6, "b": 9, "t": 12}
_SCALES = {"": 0, "thousand": 3, "million": 6, "billion": 9}
_UNIT = (
    r"(?:(?P<words>thousand|million|billion)s?\s+(?:of\s+)?)?(?P<m>mm|[mkbt])?(?P<of>bbls?|boe|bo|b(?=pd\b)|cfe?|btu|"
    r"barrels?(?:\s+of\s+oil)?\s+equivalents?|barrels?|cubic\s+feet(?:\s+equivalents?)?)"
    r"(?P<day>\s*/\s*d(?:ay)?\b|pd\b|(?:\s+of\s+\w+(?:\s+gas)?)?\s+(?:per|a|each)\s+day\b|\s+daily\b)?(?![a-z])"
)
_STATED = re.compile(rf"\s+{_UNIT}", re.I)
_PRINTED = re.compile(rf"(?:[(,–—-]\s*(?:in\s+)?|\bin\s+){_UNIT}\s*\)?", re.I)
_DAILY = re.compile(r"\b(?:daily|per\s+day)\b", re.I)
_IN_WORDS = re.compile(r"\b(?P<scale>thousand|million|billion)\b", re.I)
_WORDS = {0: "", 3: " thousand", 6: " million", 9: " billion", 12: " trillion"}


class Volume(NamedTuple):
    """The power of ten and the unit in which a volume is counted, and whether it is that of a day."""

    power: int
    of: str
    daily: bool


def stated(claim: Claim, text: str) -> Volume | None:
    """How a number of the prose is counted, by the words right behind it; scale words are in its value already."""
    if claim.kind != "count":
        return None
    m = _STATED.match(text, claim.span.end, claim.sentence.end)
    return _volume(m) if m is not None else None


@lru_cache(maxsize=4096)
def printed(label: str) -> Volume | None:
    """How a row counts by its label."""
    m = _PRINTED.search(label)
    found = _volume(m) if m is not None else None
    return found._replace(daily=found.daily or _DAILY.search(label) is not None) if found is not None else None


def without_unit(label: str) -> str:
    """A label without the note of how its row counts: "Oil" of "Oil (MBbls)"."""
    return _PRINTED.sub(" ", label)


def counted_alike(claim: Claim, fact: Fact, text: str) -> bool:
    """Whether a row says that it counts just as a number of the prose does, but for the thousands."""
    told, own = stated(claim, text), printed(fact.label)
    return told is not None and own is not None and (told.of, told.daily) == (own.of, own.daily)


def _volume(m: re.Match[str]) -> Volume:
    of = " ".join(m["of"].lower().split())
    if of.startswith("barrel"):
        of = "boe" if "equivalent" in of else "bbl"
    elif of.startswith("cubic"):
        of = "cfe" if "equivalent" in of else "cf"
    power = _SCALES[(m["words"] or "").lower()] + _POWERS[(m["m"] or "").lower()]
    return Volume(power, {"bbls": "bbl", "bo": "bbl", "b": "bbl"}.get(of, of), m["day"] is not None)


def fits(claim: Claim, fact: Fact, text: str) -> bool:
    """Whether nothing says that a row counts something else than a number of the prose does."""
    told, own = stated(claim, text), printed(fact.label)
    return told is None or own is None or told.of == own.of and told.daily >= own.daily


def _counted_in(fact: Fact) -> int:
    """The power of ten that a figure is counted in already, as a note of its row or table has it."""
    shown = printed_in(fact.text)
    return (abs(fact.quantity.value) / shown).adjusted() if shown else 0


def in_unit(claim: Claim, fact: Fact, text: str) -> Operand:
    """A figure counted as a number of the prose is."""
    own, told = printed(fact.label), stated(claim, text)
    power = own.power - told.power - _counted_in(fact) if own is not None and told is not None else 0
    if own is not None and told is None and claim.kind == "count" and _IN_WORDS.search(claim.quote):
        power = own.power - _counted_in(fact)  # "85.2 million cubic feet" of a row "Natural gas (MMcf/d)"
    if own is None or not power:
        return Operand(fact.quantity, (fact,))
    derivation = f"{fact.text}{_WORDS[own.power]}"
    return Operand(fact.quantity.scaled(power, fact.quantity.unit), (fact,), derivation)


def in_units(claim: Claim, found: Found, text: str) -> Found:
    """Figures counted as a claim is; those of a row that counts by the day, or not, as it does before any others."""
    if claim.kind != "count":
        return found
    told, out, others = stated(claim, text), Found(), Found()
    for operand, strength in found:
        fact = operand.facts[0] if len(operand.facts) == 1 else None
        if fact is None:
            out.append((operand, strength))
        elif fits(claim, fact, text):
            own = printed(fact.label)
            counted = in_unit(claim, fact, text)
            unlike = told is not None and own is not None and own.daily != told.daily
            (others if unlike else out).append((counted, "likely" if unlike else strength))
    return out or others
