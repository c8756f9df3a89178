"""Ranges of the outlook: the two ends, the midpoint that is stated, the growth, and the figure of the year before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from auditor.model.claim import Claim
from auditor.model.period import Period
from auditor.rulebook.context import Context, Subject
from auditor.rulebook.language.figures import Figure, Missing, figure, truth
from auditor.rulebook.language.types import Value
from auditor.rulebook.subjects.naming import quoted

_BETWEEN = re.compile(
    r"\s*(?:million|billion|per\s+(?:diluted\s+)?share|%|percent)?\s*(?:to|and|through|-|–|—)\s*", re.I
)
_MET = re.compile(
    r"\b(?:was|were|is|remained|came\s+in)\s+(?:\w+\s+){0,3}?(?:within|above|below|in\s+line)\b[^.;]*$", re.I
)
_SHARED_OUT = re.compile(
    r"(?:\s*(?:million|billion|%|percent))?(?:\s*(?:split|mix)|,?\s*respectively)\b", re.I
)  # "a 60% to 40% split" between two quarters
_ALSO, _SPANNING = re.compile(r"\band\b", re.I), re.compile(r"\b(?:between|rang\w+)\b[^.;]*$", re.I)
_MOVED_BY = re.compile(r"\bmid-?point\s+(?:\w+\s+){0,3}?by\s+(?:\w+\s+)?$", re.I)
_MIDPOINT = re.compile(r"\bmid-?point\b", re.I)
_GROWTH = re.compile(r"\b(?:growth|increase|up|grow\w*|higher|rise)\b", re.I)
_FALL = re.compile(r"\b(?:decline|decrease|down|lower|fall)\b", re.I)
_OF_ANOTHER = re.compile(r"([\w-]+)\s+(?:growth|increases?)\b", re.I)
_SAYS_WHEN = frozenset(
    "a an the or of with and in representing reflecting implying year-over-year yoy year-on-year annual yearly".split()
)
NEAR = 60


def ranges(context: Context, of: tuple[str, ...], rest: frozenset[str]) -> Iterator[Subject]:
    """Each range of amounts that the outlook states."""
    for claims in context.by_sentence.values():
        ahead = sorted((c for c in claims if c.outlook), key=lambda c: c.span.start)
        spans = ranges_of(context, ahead)
        for low, high in spans:
            yield _range(context, low, high, spans, ahead)


def ranges_of(context: Context, claims: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    """The pairs of a sentence's claims, in their order, that are the two ends of a range."""
    return list(_ranges(context, claims))


def _ranges(context: Context, claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    taken, text = -1, context.document.text
    for low, high in pairwise(claims):
        joined = _BETWEEN.fullmatch(text, low.span.end, high.span.start)
        if low.span.start <= taken or not joined or not _alike(low, high) or _SHARED_OUT.match(text, high.span.end):
            continue
        if not _ALSO.search(joined[0]) or _SPANNING.search(text, low.sentence.start, low.span.start):
            taken = high.span.start
            yield low, high


def _alike(low: Claim, high: Claim) -> bool:
    """The unit of the first end may be left to the second: “1.10 to $1.20”."""
    return low.quantity.unit == high.quantity.unit or low.quantity.unit.startswith("count")


def _range(
    context: Context, low: Claim, high: Claim, spans: Sequence[tuple[Claim, Claim]], ahead: Sequence[Claim]
) -> Subject:
    ends = {c.id for span in spans for c in span}
    midpoint = next((c for c in ahead if c.id not in ends and _is_midpoint(context, c, high)), None)
    growth = next((s for s in spans if s[0].span.start > high.span.start), None)
    grows = growth is not None and growth[0].quantity.unit == "percent" and _grows(context, high, *growth)
    names: dict[str, Value] = {
        "claim": low,
        "low": _figure(low),
        "high": _figure(high),
        "midpoint": _figure(midpoint) if midpoint else Missing("no midpoint is stated"),
        "growth_low": _figure(growth[0]) if growth and grows else Missing("no growth is stated"),
        "growth_high": _figure(growth[1]) if growth and grows else Missing("no growth is stated"),
        "prior": _prior(context, low),
        "up": truth(bool(_GROWTH.search(_sentence(context, low)))),
        "down": truth(bool(_FALL.search(_sentence(context, low)))),
        "ended": truth(low.role != "base" and _ended(context, low.period) and not _was_met(context, low)),
    }
    return Subject(quoted(context, low.span, low.quote), low.span, names, context.lookup)


def _was_met(context: Context, low: Claim) -> bool:
    """Whether a range is what a figure is said to have kept to: "margins were within our range of 50% to 55%"."""
    return _MET.search(context.document.text, low.sentence.start, low.span.start) is not None


def _grows(context: Context, end: Claim, low: Claim, high: Claim) -> bool:
    """Whether a range of percentages is the growth of the range that ends before it, and of no other thing: "and
    distribution growth of 6% to 8%"."""
    of = _OF_ANOTHER.search(context.document.text[end.span.end : low.span.start])
    return _GROWTH.search(_around(context, low, high)) is not None and (of is None or of[1].lower() in _SAYS_WHEN)


def _is_midpoint(context: Context, claim: Claim, high: Claim) -> bool:
    if claim.quantity.unit != high.quantity.unit or claim.span.start < high.span.end:
        return False
    if claim.kind == "change" != high.kind:
        return False  # "an increase of $30 million at the midpoint"
    text = context.document.text
    if _MOVED_BY.search(text, max(high.span.end, claim.span.start - NEAR), claim.span.start):
        return False  # "raising the midpoint by $1 million"
    return bool(_MIDPOINT.search(text, max(high.span.end, claim.span.start - NEAR), claim.span.end + NEAR // 2))


def _around(context: Context, first: Claim, last: Claim) -> str:
    return context.document.text[max(first.sentence.start, first.span.start - NEAR) : last.span.end + NEAR // 2]


def _sentence(context: Context, claim: Claim) -> str:
    return context.document.text[claim.sentence.start : claim.sentence.end]


def _figure(claim: Claim) -> Figure:
    return figure(claim.quantity, (), " ".join(claim.quote.split()))


def _prior(context: Context, claim: Claim) -> Value:
    """The figure of the tables for the same period of the year before."""
    if claim.measure is None or claim.period is None:
        return Missing("the measure or the period of the range is not known")
    return context.lookup.fact(claim.measure, context.calendar.year_before(claim.period))


def _ended(context: Context, period: Period | None) -> bool:
    """Whether the range is of a period that ended before the one reported did."""
    return period is not None and (context.calendar.reported.end - period.end).days > 20
