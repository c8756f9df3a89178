"""Pairs of figures that a change may lie between, and changes that the tables state themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from auditor.binding.ambiguity import changes_together, settled, unsure
from auditor.binding.annualized import at_that_rate, yearly
from auditor.binding.index import unit_class
from auditor.binding.left_out import changed_without_it, changed_without_row
from auditor.binding.operands import WEAKNESS, Found, across_documents, by_row, row_of, same_row_first, weaker
from auditor.binding.points import points_of
from auditor.binding.rows import turned
from auditor.binding.rows_named import of_own_row
from auditor.binding.search import Search
from auditor.binding.sums import changes_of_sum, of_several
from auditor.binding.twins import twin_tables, twins
from auditor.model.binding import Candidate, Operand, Strength
from auditor.model.claim import Claim
from auditor.model.period import Period
from auditor.model.quantity import Quantity

_FAR = Decimal("0.1")  # of a figure
_CONSTANT = frozenset(("constant-currency",))
_STATED_IN = {
    "change": frozenset(("change",)),
    "change-percent": frozenset(("percent-change", "amount", "rate")),
    "change-points": frozenset(("points-change", "change")),
}


def changes(claim: Claim, search: Search) -> list[Candidate]:
    """The pairs of figures of one row that the change may lie between, those of the first period and base first."""
    out: list[Candidate] = []
    later: list[Candidate] = []  # of another period or base than the first
    for k, now in enumerate(search.periods.of(claim)):
        compared = False
        for base in search.periods.bases(claim, now):
            rank = k + (compared and claim.base is None)
            before = by_row(search.values.of(claim, base, changed=True))
            compared = compared or bool(before) or claim.dated
            for a, s in of_own_row(claim, search.values.of(claim, now, changed=True), search):
                across = across_documents(a, before) if search.index.several else twins(a, before)
                reported = _as_reported(claim, a, base, search)
                for b, t in same_row_first(a, before.get(row_of(a), [])) + across + reported:
                    if _with_another_row(a) != _with_another_row(b):
                        continue  # a row with that of related parties is set against both as well
                    row = _strength(claim, (a, s), (b, t), bool(reported))
                    found = Candidate({"now": a, "before": b}, weaker(row, claim, rank))
                    (later if rank else out).append(found)
    # where a row is surely meant, no other row of another period is
    sure = {row_of(c.operands["now"]) for c in settled(out) if c.strength == "sure"}
    later = [c for c in later if not sure or row_of(c.operands["now"]) in sure]
    out += _of_level_beside(claim, out, later, search)
    if claim.kind == "change-percent" and yearly(claim, search):
        return [found for c in settled(out) for found in at_that_rate(c)]
    every = _of_another_level(claim, settled(out), search) + changes_together(out) + _stated(claim, search)
    every += changed_without_it(claim, search) or changed_without_row(claim, search)
    if worth := points_of(claim, search):
        every = worth + [unsure(c) for c in every]
    summed = changes_of_sum(claim, search) if claim.also else []
    if not (summed or of_several(claim)):
        return every
    return [unsure(c) for c in every] + summed


def _strength(
    claim: Claim, now: tuple[Operand, Strength], before: tuple[Operand, Strength], reported: bool
) -> Strength:
    """How surely a change lies between two figures: never where only their tables' likeness puts them together."""
    if reported or _since_when(claim, now[0]) or twin_tables(now[0], before[0]):
        return "likely"
    return max(now[1], before[1], key=WEAKNESS.__getitem__)


def _since_when(claim: Claim, now: Operand) -> bool:
    """Whether nothing says since when something that is counted at a day has changed: "units in service declined by 1.8% in
    the second quarter", in it or since the year before."""
    named = claim.measure is not None and claim.measure.known
    return claim.base is None and not named and any(f.period is not None and f.period.instant for f in now.facts)


def _with_another_row(operand: Operand) -> bool:
    """Whether figures of two rows of one table are added up."""
    return " + " in operand.derivation and len({(f.table, f.row) for f in operand.facts}) > 1


def _as_reported(claim: Claim, now: Operand, base: Period, search: Search) -> Found:
    """What a figure at constant rates is set against: that of the earlier period as it was reported then, which some hold
    against one at constant rates as well."""
    if claim.measure is None or _CONSTANT.isdisjoint(claim.measure.qualifiers) or not now.facts:
        return []
    of_row = now.facts[0].measure
    if of_row is None or _CONSTANT.isdisjoint(of_row.qualifiers | now.facts[0].qualifiers):
        return []
    plain = replace(claim.measure, qualifiers=claim.measure.qualifiers - _CONSTANT)
    unit = unit_class(now.quantity.unit)
    found = search.index.figures(plain, claim.foreign - _CONSTANT, unit, base)
    return [(o, s) for o, s in found if o.facts and o.facts[0].table == now.facts[0].table] or found


def _of_level_beside(
    claim: Claim, first: Sequence[Candidate], later: list[Candidate], search: Search
) -> list[Candidate]:
    """The changes of other periods than the first, where the level that the sentence itself states is no figure of the
    first: "increased 7% to $612 million" is of the quarter whose figure that is, whatever nine months give."""
    told = [c.quantity for c in search.said.comparable(claim) if c.role == "current"]

    def states(found: Candidate) -> bool:
        now = found.operands["now"].quantity
        return any(q.unit == now.unit and q.magnitude().meets(now.magnitude()) for q in told)

    return [c for c in later if states(c)] if any(states(c) for c in first) else later


def _of_another_level(claim: Claim, found: list[Candidate], search: Search) -> list[Candidate]:
    """The readings; none where the one level that stands before the change is far from all of their figures: "the margin
    was 9.1%, up 60 basis points" is of a part where the company's is 6.2%."""
    levels = [c for c in search.said.comparable(claim) if c.role == "current" and c.measure == claim.measure]
    beside = levels if len(levels) == 1 and levels[0].span.end <= claim.span.start else []
    nows = [c.operands["now"].quantity for c in found]
    alike = [(c, now) for c in beside for now in nows if c.quantity.unit == now.unit and c.hedge is None]
    return [] if alike and all(_far(c.quantity, now) for c, now in alike) else found


def _far(stated: Quantity, now: Quantity) -> bool:
    """Whether a level is so far from a figure that it was not mistyped; rates of one measure are never far apart."""
    apart = abs(abs(stated.value) - abs(now.value)) > _FAR * abs(now.value)
    return (apart or now.unit == "percent") and not stated.magnitude().meets(now.magnitude())


def _stated(claim: Claim, search: Search) -> list[Candidate]:
    """Changes that a column of the tables states itself, and percentages that are a measure's own figure."""
    assert claim.measure is not None
    wanted = _STATED_IN[claim.kind]
    unit = unit_class(claim.quantity.unit)
    periods = search.periods.of(claim)
    entry = search.vocabulary.entry(claim.measure.key)
    itself = entry is not None and entry.growth  # comparable sales are a growth
    out = []
    for m in search.index.stating(claim.measure, claim.foreign, unit, wanted):
        level = m.fact.kind in ("amount", "rate")
        own = Operand(m.fact.quantity, (m.fact,))
        rank = next((k for k, p in enumerate(periods) if m.fact.period is not None and m.fact.period.same(p)), None)
        if m.strength == "weak" and not level and turned(claim, m.fact):
            continue  # "truckload volumes grew 7%" beside a row whose revenue fell by as much
        if rank is not None:
            if claim.base is None or m.fact.base is None or m.fact.base.same(claim.base):
                sure = (
                    m.strength == "sure"
                    and (not level or itself)
                    and not (claim.carried or claim.doubt or _since_when(claim, own))
                    and claim.kind == "change-percent"
                    and not rank
                )
                out.append(Candidate({"stated": own}, "sure" if sure else "weak" if m.strength == "weak" else "likely"))
    return out
