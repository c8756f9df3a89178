"""Parts and wholes that a share may be of."""

from __future__ import annotations

import re

from auditor.binding.annualized import parts_of_year, times, yearly
from auditor.binding.operands import WEAKNESS, Found, weaker
from auditor.binding.rows_named import of_own_row
from auditor.binding.said import in_sentence
from auditor.binding.search import Search
from auditor.binding.sums import summed
from auditor.model.binding import Candidate
from auditor.model.claim import Claim
from auditor.model.period import Period

_REPRESENTING = re.compile(
    r"[,;]?\s*(?:and\s+|which\s+)?(?:represent(?:s|ed|ing)|reflect(?:s|ed|ing)|equal(?:s|l?ing)?(?:\s+to)?|equating\s+to|equivalent\s+to)\s+"
    r"(?:an?\s+|approximately\s+|about\s+)?",
    re.I,
)
_SUMS = 3  # of measures named together, where their rows stand in several tables
_ADJUSTED = frozenset(("adjusted",))


def shares(claim: Claim, search: Search) -> list[Candidate]:
    """Each part with its wholes, period by period, then the shares that the tables print."""
    out: list[Candidate] = []
    assert claim.measure is not None and claim.whole is not None
    annual = yearly(claim, search)
    for k, period in enumerate(search.periods.of(claim)):
        if annual:  # of another period than the first it would be by luck
            out += _of_a_year(claim, period, search) if not k else []
            continue
        wholes = search.values.wholes(claim, period)
        for part, strength in _parts(claim, period, search):
            out += [
                Candidate({"part": part, "whole": w}, weaker(max(strength, t, key=WEAKNESS.__getitem__), claim, k))
                for w, t in wholes
            ]
    for k, period in enumerate(search.periods.of(claim)):
        printed = search.index.printed_share(claim.measure, claim.whole, period)
        out += [Candidate({"stated": o}, weaker("sure", claim, k)) for o in printed]
        out += [Candidate({"stated": o}, "likely") for o, _ in search.values.of(claim, period)]
    return out


def _parts(claim: Claim, period: Period, search: Search) -> Found:
    """The amounts that a share may be of: of several measures named together, their sum, and one of them by itself only
    perhaps: "food and payroll were 61.5% of sales"."""
    assert claim.measure is not None
    parts = of_own_row(claim, search.index.figures(claim.measure, claim.foreign, "money", period), search)
    parts = parts or search.values.difference(claim, period) or search.values.total(claim, period)
    if not set(claim.also) - {claim.whole}:
        return parts
    return [(o, "likely") for o, _ in parts] + [(o, "likely") for o in summed(claim, "money", period, search)[:_SUMS]]


def _of_a_year(claim: Claim, period: Period, search: Search) -> list[Candidate]:
    """The share that a part would be if its period went on for a year."""
    days = 0 if period.start is None else (period.end - period.start).days + 1
    assert claim.measure is not None and claim.whole is not None
    parts = search.index.figures(claim.measure, claim.foreign, "money", period)
    return [
        Candidate({"part": times(part, factor), "whole": w}, "likely", "annualized")
        for part, _ in parts
        for w, _ in search.values.wholes(claim, period)
        for factor in parts_of_year(period.months, days)
    ]


def share_of_row(claim: Claim, search: Search) -> tuple[Candidate, ...]:
    """The share of a row that only the amount beside the percentage names: "engineering expenses were $17.6 million, or
    12.8% of sales"."""
    if claim.kind != "share-of" or claim.whole is None:
        return ()
    out: list[Candidate] = []
    for other in search.said.claims_of(claim):
        if other.group != claim.group or other is claim:
            continue
        for found in search.rows.of(other, search.periods.of(other)):
            part = found.operands["now"]
            period = part.facts[0].period if part.facts else None
            wholes = search.index.figures(claim.whole, frozenset(), "money", period) if period else []
            out += [Candidate({"part": part, "whole": w}, "likely", found.note) for w, _ in wholes]
    return tuple(out)


def restates(amount: Claim, share: Claim, search: Search) -> bool:
    """Whether a share restates an amount: "$42 million, or 13.2%", "$42 million, representing 13.2%"."""
    if amount.group == share.group:
        return True
    return _REPRESENTING.fullmatch(search.text, amount.span.end, share.span.start) is not None


def share_of_said(claim: Claim, search: Search) -> tuple[Candidate, ...]:
    """The share of an amount that no table gives for its period and the sentence itself states: "adjusted EBITDA was $42
    million, or 13.2% of sales"."""
    assert claim.measure is not None
    period = next(iter(search.periods.of(claim)), None)
    if period is None or search.index.figures(claim.measure, claim.foreign, "money", period):
        return ()
    told = search.said.claims_of(claim)
    parts = [
        in_sentence(c) for c in told if c.kind == "level" and c.measure == claim.measure and restates(c, claim, search)
    ]
    plain = not (claim.doubt or claim.measure.qualifiers - _ADJUSTED)
    plain = plain and not search.index.matches(claim.measure, claim.foreign, "money")
    return tuple(
        Candidate({"part": part, "whole": w}, s if plain else "likely", "the sentence's own figure")
        for part in parts
        for w, s in search.values.wholes(claim, period)
        if w.quantity.unit == part.quantity.unit
    )
