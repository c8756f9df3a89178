"""What a number takes from those that its sentence has told before it: a doubt, a year, a part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from auditor.claims.draft import Draft
from auditor.claims.lexicon import Lexicon
from auditor.claims.place import EFFECT, SECTION
from auditor.model.calendar import FiscalCalendar
from auditor.model.claim import Claim
from auditor.model.fact import SIDES

_PLAIN = frozenset("adjusted basic diluted continuing discontinued gaap".split())  # of the whole company as well


def beside(
    claim: Claim, d: Draft, found: Sequence[Claim], text: str, calendar: FiscalCalendar, lexicon: Lexicon
) -> Claim:
    """The claim of a number, given those `found` before it in its sentence. `text` is the document's."""
    claim = _of_its_part(_doubted_with(claim, d, found), found, lexicon)
    claim = _of_its_side(_compared_then(claim, found), found)
    return _of_an_effect(_a_year_before(claim, found, text, calendar), found, text)


def _doubted_with(claim: Claim, d: Draft, found: Sequence[Claim]) -> Claim:
    """A number that restates another one is of the same thing: what speaks against that one speaks against both."""
    first = next((c for c in found if c.group == claim.group), None) if d.token != d.head else None
    if first is None or claim.doubt or claim.role != first.role or claim.kind != "per-share":
        return claim
    return replace(claim, doubt=first.doubt)


def _of_an_effect(claim: Claim, found: Sequence[Claim], text: str) -> Claim:
    """The next of a list of effects: "an impact on sales and net income of $7 million and $1 million, respectively"."""
    last = found[-1] if found else None
    if last is None or claim.doubt or last.doubt != EFFECT or last.kind != claim.kind or claim.role != last.role:
        return claim
    listed = text[last.span.end : claim.span.start].strip(" ,\n") in ("", "and")
    return replace(claim, doubt=EFFECT) if listed else claim


def _a_year_before(claim: Claim, found: Sequence[Claim], text: str, calendar: FiscalCalendar) -> Claim:
    """A figure in brackets right behind another one is that of the year before: "sales were EUR 58.2 million (59.5)"."""
    start = claim.span.start
    now = found[-1] if found and claim.role == "base" and claim.period is None else None
    if now is None or now.period is None or now.period.instant or now.subject != claim.subject:
        return claim
    opened = text[start] == "(" or text[start - 1] == "("
    if not opened or text[now.span.end : start].strip(" (\n"):
        return claim
    return replace(claim, period=calendar.year_before(now.period))


def _compared_then(claim: Claim, found: Sequence[Claim]) -> Claim:
    """What a figure of the sentence is compared with, where nothing says of when it is: "19% for the six months, down from 21%"."""
    if claim.role != "base" or claim.period is not None:
        return claim
    alike = (c for c in reversed(found) if (c.role, c.kind, c.measure) == ("current", claim.kind, claim.measure))
    now = next(alike, None)
    return replace(claim, beside=now.period) if now is not None else claim


def _of_its_side(claim: Claim, found: Sequence[Claim]) -> Claim:
    """Earnings a share that are compared with diluted ones are diluted: "or $1.34 per diluted share, versus $52 million, or $1.27"."""
    m = claim.measure
    if claim.role != "base" or claim.kind != "per-share" or m is None or m.key != "eps" or m.qualifiers & SIDES:
        return claim
    told = [c for c in found if c.role == "current" and c.kind == "per-share"]
    own = told[0].measure if len(told) == 1 else None
    if own is None or own.key != "eps" or own.qualifiers - SIDES != m.qualifiers:
        return claim
    return replace(claim, measure=own)


def _of_its_part(claim: Claim, found: Sequence[Claim], lexicon: Lexicon) -> Claim:
    """A margin that a sentence names behind its amount, or behind the revenue of a segment, is of the same part: "gross profit
    of the old brands was $20 million and gross margin was 31%"."""
    entry = lexicon.vocabulary.entry(claim.measure.key) if claim.measure else None
    if claim.measure is None or claim.doubt or entry is None or not entry.ratio or claim.measure.qualifiers - _PLAIN:
        return claim
    amount = next((c for c in reversed(found) if c.measure and c.measure.key in entry.ratio), None)
    if amount is None or amount.measure is None or not (amount.foreign or amount.measure.qualifiers - _PLAIN):
        return claim
    part = amount.measure.qualifiers - _PLAIN
    if amount.measure.key != entry.ratio[1]:
        return replace(claim, doubt=SECTION)
    if amount.foreign or not lexicon.has_part(claim.measure.key, part):
        return replace(claim, doubt=SECTION) if lexicon.is_segment(part) else claim
    narrowing = claim.measure.qualifiers | part
    return replace(claim, measure=replace(claim.measure, qualifiers=narrowing), instead=claim.measure)
