"""The basis that a sentence says its numbers are on: "on a same-store basis", "on a tax-equivalent basis"."""

from __future__ import annotations

import re

from auditor.claims.lexicon import Lexicon
from auditor.claims.mention import Mention
from auditor.model.fact import Measure
from auditor.vocabulary.words import content_words

_THEN_ON_BASIS = re.compile(  # "down 2%; on a constant currency basis, up 1%"
    r"[,;(]\s*(?:(?:and|but|or)\s+)?on\s+an?\s+(comparable|organic|constant[\s-]currency|pro[\s-]forma)\s+basis,?\s+"
    r"(?:(?:it\s+was\s+)?(?:up|down)|(?:an?\s+)?(?:increase|decrease|decline|growth)\s+of|"
    r"(?:it\s+)?(?:rose|fell|grew|increased|decreased|declined))\s+(?:by\s+)?(?:(?:about|approximately)\s+)?$",
    re.I,
)
_ON_BASIS = re.compile(
    r"on\s+an?\s+((?:same|comparable|like)(?:[\s-](?!basis)\w+){1,2}|comparable|organic|constant[\s-]currency|"
    r"pro[\s-]forma|(?:as\s+)?adjusted|non-?gaap|normalized|underlying|"
    r"(?:fully[\s-]+)?tax(?:able)?[\s-]+equivalent|FTE)(?:\s*\(\w+\))?\s+basis\b",
    re.I,
)
_OWN_BASIS = re.compile(
    r"\s*on\s+an?\s+(?!(?:\w+[\s-]){0,2}(?:reported|gaap|consolidated|diluted|basic|quarterly|annual|"
    r"annualized|sequential|yearly"
    r"|year|quarter|net|total|percentage|regular|standalone|cash|preliminary|unaudited)\b)"
    r"((?:[a-z]+[\s-]){1,3})basis\b",
    re.I,
)  # "4.1% on a billing day basis": reckoned in a way that the table's own figures are not
_BASIS_MOST = 60  # characters of it
_QUOTES = " \"“'‘"
_ADJUSTED, _COMPARABLE = frozenset(("adjusted",)), frozenset(("comparable",))


def of_basis(before: str, after: str, mention: Mention, lexicon: Lexicon) -> frozenset[str]:
    """The words of the basis that a sentence begins with, or that stands right before its measure or behind its number: "On a
    same-store basis, revenue increased 4%"."""
    if "basis" not in before and "basis" not in after:
        return frozenset()
    opening = len(before) - len(before.lstrip(_QUOTES))
    m = _ON_BASIS.match(before, opening)
    m = m or _ON_BASIS.search(before, max(0, mention.start - _BASIS_MOST), mention.start)
    if m is not None and m.start() > opening and before[m.end() : mention.start].strip(" ,"):
        m = None
    m = m or _ON_BASIS.match(before[mention.end :].lstrip(" ,"))
    m = m or _THEN_ON_BASIS.search(before, max(mention.end, len(before) - _BASIS_MOST))
    m = m or _ON_BASIS.match(after.lstrip(" ,)")) or _OWN_BASIS.match(after)
    words = lexicon.vocabulary.qualify(content_words(m.group(1))) if m else frozenset[str]()
    return _ADJUSTED if words == _COMPARABLE and _of_result(mention.measure, lexicon) else words


def _of_result(measure: Measure, lexicon: Lexicon) -> bool:
    """Whether a measure is one of profit: the comparable one leaves out what disturbs the comparison, as the adjusted does."""
    entry = lexicon.vocabulary.entry(measure.key)
    return measure.key == "eps" or entry is not None and entry.nature == "result"
