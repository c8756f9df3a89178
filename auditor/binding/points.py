"""Points that an amount is worth in a ratio: "catastrophe losses of $36.4 million, or 8.8 points" of the combined ratio."""

from __future__ import annotations

from auditor.binding.operands import Found, divided, paired
from auditor.binding.said import in_sentence
from auditor.binding.search import Search
from auditor.model.binding import Candidate
from auditor.model.claim import Claim
from auditor.model.fact import Measure

_EARNED = Measure("premiums-earned", frozenset(), True)
_EXPENSES = ("expense", "result")


def points_of(claim: Claim, search: Search) -> list[Candidate]:
    """What an amount that insurers tell in points comes to: the rate of its name that the tables print, else its share of the
    premiums earned in its period, which never contradicts the number."""
    measure = claim.measure
    if claim.kind != "change-points" or claim.role == "change" or measure is None or claim.direction is not None:
        return []
    entry = search.vocabulary.entry(measure.key)
    if entry is None or entry.unit != "money" or entry.nature not in _EXPENSES:
        return []
    out: list[Candidate] = []
    for period in search.periods.of(claim)[:1]:  # of another it would be by luck
        printed = search.index.figures(measure, claim.foreign, "percent", period)
        sure = not (claim.doubt or claim.carried)
        out += [Candidate({"stated": o}, strength if sure else "likely") for o, strength in printed]
        amounts = (c for c in search.said.claims_of(claim) if c.group == claim.group and c.kind == "level")
        parts: Found = [(in_sentence(c), "likely") for c in amounts if c.quantity.unit not in ("percent", "points")]
        parts = parts or search.index.figures(measure, claim.foreign, "money", period)
        premiums = search.index.figures(_EARNED, frozenset(), "money", period)
        whole = premiums[:1]  # all of them, in the statement of income, and no segment's
        shares = (divided(a, b, 100, "percent") for (a, _), (b, _) in paired(parts, whole))
        out += [Candidate({"stated": o}, "likely") for o in shares if o is not None]
    return out
