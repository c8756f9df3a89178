"""Figures that the prose states twice, and what shows that the two statements are of one figure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from auditor.frozen import replace
from auditor.model.claim import CHANGES, Claim
from auditor.model.fact import Measure
from auditor.model.period import Period
from auditor.model.source import Document
from auditor.rulebook.causes import mistyped
from auditor.rulebook.context import Context, Subject, once
from auditor.rulebook.language.figures import Figure, figure, truth
from auditor.rulebook.language.types import Value
from auditor.rulebook.subjects.mentions import BODY, HEADLINE, QUOTE, places_of
from auditor.rulebook.subjects.naming import quoted
from auditor.rulebook.subjects.retold import of_a_part, retold, unit_of
from auditor.vocabulary.words import content_words

AGAIN, OUTLOOK, RETOLD = "again", "outlook", "retold"
_OWNED_BY = re.compile(r"\battributable\s+to\s+(?:the\s+)?[A-Z]")
_TWO = 2  # values of one figure; of more the words name several
_LONG = 100  # units of its last digit that a number has whose likeness to another is no chance
_TELLING = 10  # units of its last digit that a number has which two sentences do not share by chance
_Figure = tuple[Measure, Period, Period | None, str, str, str, bool, bool]
"""What is stated: measure, period, base, unit, kind, role, whether it is outlook, whether of what others own of it."""


def mention_pairs(context: Context, of: tuple[str, ...], rest: frozenset[str]) -> Iterator[Subject]:
    """Two statements of one figure: the same measure, period, unit and kind, neither of them hedged or carried over
    from the sentence before. Each is held against the first of its figure; `headline`, `quote`, `body`, `outlook`
    choose by where they stand, `again` those beside which both sentences state another number alike, or which are long
    and the only values of their figure. `retold`: two that are told in the same words, whatever they are called, of
    whose numbers one slip makes the other."""
    return (subject for word, subject in _mention_pairs(context) if word in of)


@once
def _mention_pairs(context: Context) -> list[tuple[str, Subject]]:
    found: list[tuple[str, Subject]] = []
    places, again = places_of(context), retold(context)
    paired: set[str] = set()
    first: dict[_Figure, Claim] = {}
    keys = {claim.id: _figure_of(claim, context.document) for claim in context.claims}
    often = Counter((claim.sentence.start, keys[claim.id]) for claim in context.claims)
    values: dict[_Figure | None, set[Decimal]] = {}
    for claim in context.claims:
        values.setdefault(keys[claim.id], set()).add(abs(claim.quantity.value))
    for claim in context.claims:
        key = keys[claim.id]
        if key is None or often[claim.sentence.start, key] > 1:
            continue  # the ends of a range, or figures that something else than their measure tells apart
        earlier = first.setdefault(key, claim)
        if earlier is claim or earlier.sentence == claim.sentence:
            continue
        if _named_apart(claim, earlier):
            continue
        if _tied(claim, context) and _tied(earlier, context) and claim.quantity.value != earlier.quantity.value:
            continue  # the tables have both, so that these are two figures
        sure = len(values[key]) == _TWO and _precise(claim) and _precise(earlier)
        word = _word(claim, earlier, places[earlier.id], places[claim.id], context, sure)
        if word in ("", BODY) and claim.id in again and again[claim.id].quantity.value != claim.quantity.value:
            continue  # told in the same words, which says more
        paired.add(claim.id)
        found.append((word, _pair(claim, earlier, context)))
    told = (c for c in context.claims if c.id in again and c.id not in paired and not _named_apart(c, again[c.id]))
    return [*found, *((RETOLD, _retelling(c, again[c.id], context)) for c in told)]


def _retelling(claim: Claim, earlier: Claim, context: Context) -> Subject:
    """What the tables have both, or contradict, is no slip of retelling."""
    pair = _pair(claim, earlier, context)
    return pair if claim.quantity.value == earlier.quantity.value else replace(pair, told=(earlier, claim))


def _pair(claim: Claim, earlier: Claim, context: Context) -> Subject:
    differ = not claim.quantity.magnitude().meets(earlier.quantity.magnitude())
    names: dict[str, Value] = {
        "claim": claim,
        "here": _shown(earlier),
        "there": _shown(claim),
        "here_line": str(context.document.line(earlier.span.start)),
        "place": places_of(context)[claim.id],
        "slipped": truth(differ and mistyped(claim, figure(earlier.quantity))),
    }
    return Subject(quoted(context, claim.span, claim.quote), claim.span, names, context.lookup)


def _word(claim: Claim, earlier: Claim, one: str, other: str, context: Context, sure: bool) -> str:
    """What tells a pair from others; empty for one that tells nothing. `sure`: its values are long and the only
    two."""
    # grown by how much of what, and how many of what, two sentences may say of two things
    loose = claim.kind in (*CHANGES, "count", "ratio")
    if claim.outlook:
        return "" if loose else OUTLOOK
    place = next((word for word in (HEADLINE, QUOTE) if word in (one, other)), BODY)
    if place != BODY and not loose:
        return place
    if sure and not loose or _beside(claim, context) & _beside(earlier, context):
        return AGAIN
    return "" if loose else BODY


def _named_apart(claim: Claim, earlier: Claim) -> bool:
    """Whether each of two rates is called by a word that the other is not: "economic" and "leased occupancy"."""
    one, other = (frozenset(content_words(c.subject)) for c in (claim, earlier))
    return claim.quantity.unit == "percent" and bool(one - other) and bool(other - one)


def _tied(claim: Claim, context: Context) -> bool:
    """Whether some figure of the tables that the claim may mean is the one that it states."""
    readings = (c.operands.get("now") for c in context.bindings[claim.id].candidates)
    return any(o is not None and o.facts and o.quantity.magnitude().meets(claim.quantity.magnitude()) for o in readings)


def _precise(claim: Claim) -> bool:
    return claim.quantity.step * _LONG <= abs(claim.quantity.value)


def _beside(claim: Claim, context: Context) -> frozenset[tuple[object, ...]]:
    """What the other numbers of a claim's sentence state of its measure."""
    told: Sequence[Claim] = context.by_sentence[claim.sentence.start]
    return frozenset(
        (c.measure, c.kind, c.role, c.quantity.unit, abs(c.quantity.value))
        for c in told
        if c.id != claim.id and c.measure is not None and c.quantity.step * _TELLING <= abs(c.quantity.value)
    )


def _figure_of(claim: Claim, document: Document) -> _Figure | None:
    """What makes two claims state one figure; None for a claim that is not understood well enough."""
    if claim.measure is None or claim.period is None or not claim.measure.known or claim.carried:
        return None
    if claim.kind not in ("level", "per-share", "count", "ratio", *CHANGES) or claim.hedge or claim.also or claim.doubt:
        return None
    change = claim.kind in CHANGES
    if not change and (claim.role == "change" or not claim.dated and not claim.outlook and claim.role == "base"):
        return None
    words = document.text[claim.sentence.start : claim.span.start]
    if of_a_part(claim, document):
        return None  # whose figure it is the measure does not tell
    owned = "attributable" in words and _OWNED_BY.search(words) is not None  # before and after what others own of it
    base = (claim.base or claim.period.years_before()) if change else None
    return claim.measure, claim.period, base, unit_of(claim), claim.kind, claim.role, claim.outlook, owned


def _shown(claim: Claim) -> Figure:
    return figure(claim.quantity.magnitude(), (), " ".join(claim.quote.split()))
