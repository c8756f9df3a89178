"""Where a number is said to be: "sales rose 13% in Lombardy", "while in Bavaria, where we closed stores, orders fell 11%".

A place narrows a measure as the name of a segment does. Where the tables give the measure of it, the number is of that
row; where they do not, it is of no row at all, and least of the total's.
"""

from __future__ import annotations

import re

from auditor.claims.draft import Draft
from auditor.claims.lexicon import Lexicon
from auditor.claims.place import MONTH
from auditor.model.fact import Measure
from auditor.vocabulary.words import content_words

_NAME = (
    rf"(?:the\s+|our\s+)?(?!{MONTH}\b|H[12]\b|Company|GAAP|IFRS|Note\b|Table\b|Item\b|Appendix|Exhibit|Schedule)"
    r"(?P<name>[A-Z][\w&'/-]*(?:\s+(?:and\s+|&\s+)?[A-Z][\w&'/-]*){0,3})\b(?!\s+(?:[Dd]ollars|[Ff]rancs|[Kk]ron))"
)
_BEHIND = re.compile(
    rf"(?:\s?%|\s+percent)?(?:\s+(?:to|from)\s+[$€£]?\d[\d.,]*(?:\s?%|\s+(?:thousand|million|billion))?){{0,2}}\s+in\s+{_NAME}"
)
_AMID = re.compile(rf"\s+in\s+{_NAME}\s+(?:to|from)\s+$")  # "fell 11% in Texas to $231 million"
_BEFORE = re.compile(
    rf"(?:^|[,;:]\s+(?:(?:and|but|while|whereas|as)\s+)?|\b(?:while|whereas|and|but)\s+)[Ii]n\s+{_NAME}"
    r"(?:,\s+(?:where|which|whose|our|the|an?)\s[^,;\d]*)?,\s+(?:(?:the|our|its|total)\s+)*$"
)
_NO_PLACE = re.compile(
    r"\b(?:quarters?|years?|half|months?|periods?|results?|growth|sales|revenues?|income|earnings|profits?|ebitda|loss|"
    r"margins?|orders|shares?|dollars?|euros?|rmb)\b",
    re.I,
)
_FAR = 160  # characters before a measure in which its clause begins


def _place(d: Draft, text: str) -> str:
    """The name of the place that a number, or the measure named before it, is said to be in; empty where there is none."""
    if d.mention is None or d.mention.start >= d.number.end:
        return ""
    found = _BEHIND.match(text, d.number.end)
    if found is None:
        found = _AMID.search(text, max(d.mention.end, d.number.start - _FAR), d.number.start)
    if found is None:
        found = _BEFORE.search(text[max(0, d.mention.start - _FAR) : d.mention.start])
    name = found["name"] if found is not None else ""
    return "" if _NO_PLACE.search(name) else name


def located(measure: Measure | None, d: Draft, text: str, lexicon: Lexicon) -> Measure | None:
    """The measure as that of the place which the sentence names, where a table gives it."""
    words = _words(d, text, lexicon) if measure is not None else frozenset[str]()
    if measure is None or d.mention is None or not words:
        return measure
    told = (measure.qualifiers, d.mention.measure.qualifiers)  # as the text goes on, or as the sentence says itself
    own = next((q | words for q in told if lexicon.has_part(measure.key, q | words)), measure.qualifiers)
    return Measure(measure.key, own, measure.known)


def elsewhere(measure: Measure, d: Draft, text: str, lexicon: Lexicon) -> bool:
    """Whether a number is of a place that its measure says nothing of."""
    return not _words(d, text, lexicon) <= measure.qualifiers


def _words(d: Draft, text: str, lexicon: Lexicon) -> frozenset[str]:
    """The words of the place as tables narrow their rows by them."""
    name = _place(d, text)
    return lexicon.vocabulary.qualify(content_words(name)) if name else frozenset()
