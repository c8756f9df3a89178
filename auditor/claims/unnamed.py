"""The measure of a number whose clause names none: the margin of what was named before, a part that is named by its words
alone."""

from __future__ import annotations

import re

from auditor.claims.context import Context
from auditor.claims.draft import Draft
from auditor.claims.lexicon import Lexicon
from auditor.model.fact import SIDES, Measure
from auditor.vocabulary.words import content_words

_SIZED = re.compile(
    r"(?:\s*,)?\s+(?:[a-z-]+\s+){0,4}?(?:bank|thrift|savings|financial)\s+(?:and\s+loan\s+)?(?:holding\s+)?"
    r"(?:company|institution|corporation|association|bank)\b",
    re.I,
)
_BARE_MARGIN = re.compile(r"\s+margin\b", re.I)
_MARGIN_OF = re.compile(
    r"\b(?:an?|the|our|its)\s+margin\s+of\s+(?:\d[\d.]*\s?(?:%|percent)\s+(?:compared\s+(?:to|with)|versus|vs\.?|against|from)\s+)?$",
    re.I,
)  # and what it is compared with
_MARGIN_BEFORE = re.compile(
    r"(?:[,;]\s+|\b(?:and|but|while|though|with|as)\s+)(?:(?:the|its|this|segment|a)\s+)*margins?\s+"
    r"(?:(?:of|was|were|at|improved|rose|increased|expanded|widened|fell|declined|decreased|contracted|narrowed|slipped|up|down|by|to|about"
    r"|approximately)\s+)+(?:\d[\d.]*\s?(?:%|percent|basis\s+points|percentage\s+points|points|bps)?,?\s+"
    r"(?:(?:from|to|compared|versus|vs\.?|against|with)\s+)+)?$",
    re.I,
)
_LISTED_PART = re.compile(r"(?:^|[,:;]|\band)\s+((?:[A-Z][\w&.'/-]*\s){1,4})(?=\([+\-−–]?$|$)")
_APPOSED_PART = re.compile(
    r"(?:^|[,;:]\s+|\b(?:by|and|with)\s+)((?:[A-Z][\w&'/-]*\s?){1,4}),\s+(?:up|down)\s+(?:(?:by|about|approximately)\s+)?"
    r"(?:\d[\d.]*\s?(?:%|percent)(?:\s+(?:at|in|on)\s+[\w\s]{2,30}?)?\s+to\s+)?\D?$"
)
_NEAR = 48  # characters before a number


def bare_margin(d: Draft, before: str, after: str, context: Context, lexicon: Lexicon) -> Measure | None:
    """The margin of the result that the sentence named before: "net income was $32 million, reflecting an 8% margin", "… and
    a margin of 8%", "but margin rose to 8% from 7%"."""
    spoken = context.subject.measure if context.subject is not None and context.subject is not context.before else None
    percent = d.number.kind == "percent" and d.role != "change"
    said = percent and (_BARE_MARGIN.match(after) or _MARGIN_OF.search(before, max(0, len(before) - _NEAR)))
    if spoken is None or d.number.kind not in ("percent", "points") or not (said or _MARGIN_BEFORE.search(before)):
        return None
    key = lexicon.vocabulary.margins.get(spoken.key)
    return Measure(key, spoken.qualifiers - SIDES, True) if key else None


def part_named(d: Draft, before: str, after: str, lexicon: Lexicon) -> Measure | None:
    """What a number without a measure's name is of: a part that is named by its narrowing words alone ("residential
    13%, and consumer 4% of net loans"), or the assets by which a bank is called ("a $1.4 billion savings bank")."""
    if d.number.kind == "money" and d.number.scaled and _SIZED.match(after):
        return Measure("total-assets", frozenset(), True)
    if d.whole is None:
        return None
    words = lexicon.vocabulary.qualify(content_words(re.split(r"[\d%$,;.]|\band\b", before)[-1]))
    key = d.whole.measure.key
    return Measure(key, words, True) if words and lexicon.has_part(key, words) else None


def part_listed(d: Draft, before: str, context: Context, lexicon: Lexicon) -> Measure | None:
    """The part right before a signed percentage in a bracket: "Revenue grew in all regions: Nordic (+12%), Baltic (-4%)"."""
    listed = _LISTED_PART.search(before) if d.number.kind == "percent" and d.role == "change" else None
    words = lexicon.vocabulary.qualify(content_words(listed.group(1) if listed is not None else ""))
    spoken = context.subject.measure.key if context.subject is not None else "revenue"
    key = next((k for k in (spoken, "revenue") if words and lexicon.has_just(k, words)), "")
    return Measure(key, words, True) if key else None


def part_apposed(d: Draft, before: str, lexicon: Lexicon) -> Measure | None:
    """The part of the revenue whose name a move stands behind: "growth was driven by Nordic, up 8% to $614 million, and
    Baltic, up 10%"."""
    found = _APPOSED_PART.search(before, max(0, len(before) - 2 * _NEAR))
    words = lexicon.vocabulary.qualify(content_words(found[1])) if found is not None else frozenset[str]()
    return Measure("revenue", words, True) if words and lexicon.has_just("revenue", words) else None
