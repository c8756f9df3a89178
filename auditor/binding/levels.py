"""Figures that a level may be: those of the measure and its period, and what the sentence says it was before."""

from __future__ import annotations

import re
from dataclasses import replace

from auditor.binding.ambiguity import settled, together, unsure
from auditor.binding.changes import changes
from auditor.binding.left_out import net_of_row, with_it, with_row, without_it
from auditor.binding.meant import undated
from auditor.binding.operands import row_of, text_of, two_documents, weaker
from auditor.binding.rows_named import literally, of_all_owners, of_own_row, of_whole
from auditor.binding.said import moved_so
from auditor.binding.search import Search
from auditor.binding.sums import of_several, sums
from auditor.binding.volumes import in_units
from auditor.model.binding import Candidate, Operand
from auditor.model.claim import CHANGES, Claim
from auditor.model.period import Period

_ADJUSTED = frozenset(("adjusted",))
_PROFIT = re.compile(r"\b(?:income|earnings|profit)\b", re.I)


def levels(claim: Claim, search: Search) -> list[Candidate]:
    """The figures of the claim's measure, those of its first period first."""
    out: list[Candidate] = []
    rank, told = 0, _bases_told(claim, search)

    def elsewhen(period: Period) -> bool:
        return bool(told) and not any(period.same(base) for base in told)

    # those told first: "for the nine months, sales were $62.8 million, compared to $58.4 million"
    for k, period in enumerate(sorted(search.periods.of(claim), key=elsewhen)):
        values = of_own_row(claim, literally(claim, search.values.of(claim, period)), search)
        values = in_units(claim, of_all_owners(claim, values, search), search.text)
        if k and claim.negative:  # a loss is no profit of another period, whatever the digits
            values = [(o, s) for o, s in values if not _profit(o)]
        for operand, strength in values:
            before = _before(claim, period, operand, search) if k == 0 else {}
            strength = of_whole(claim, operand, strength, search)
            out.append(Candidate({"now": operand} | before, weaker(strength, claim, rank + elsewhen(period))))
        # what is compared with has the first period of which there is a sure figure; other numbers the first of all
        rank += any(s == "sure" for _, s in values) or not undated(claim)
    out = _of_change_beside(claim, _as_answered(claim, settled(out), search), search) + together(out)
    out += _as_reported(claim, search) if claim.role == "base" and not out else []
    out += without_it(claim, search) + with_it(claim, search) + with_row(claim, search)
    out += net_of_row(claim, search)
    if of_several(claim):
        out = [unsure(c) for c in out]
    if claim.also:
        out += [Candidate({"now": o}, "likely", "the sum of the measures named") for o in sums(claim, search)]
    return out


def _as_reported(claim: Claim, search: Search) -> list[Candidate]:
    """The reported figures that an adjusted one is compared with, where no table has adjusted ones: "without these charges earnings
    would have been $0.62, compared to $0.63 a year ago"."""
    if claim.measure is None or not _ADJUSTED <= claim.measure.qualifiers:
        return []
    plain = replace(claim, measure=replace(claim.measure, qualifiers=claim.measure.qualifiers - _ADJUSTED))
    periods = search.periods.of(claim)[:1]
    found = [o for p in periods for o, _ in search.values.of(plain, p)]
    meant = [o for o in found if o.quantity.magnitude().meets(claim.quantity.magnitude())]
    told = [
        replace(o, facts=(), derivation=f"{text_of(o)} as reported") for o in meant
    ]  # its row is none of adjusted ones
    return [Candidate({"now": o}, "likely", "as reported") for o in told]


def _of_change_beside(claim: Claim, found: list[Candidate], search: Search) -> list[Candidate]:
    """The figures without those of other periods than the one whose change the sentence tells beside the level: "fell 1.5
    points to 84.0%" is of the quarter that fell by as much, where nothing else fell so."""
    every = search.said.claims_of(claim)
    at = next(k for k, c in enumerate(every) if c.id == claim.id)
    behind = [c for c in every[at + 1 :] if c.role != "base"][:1]  # "22.4% compared to 27.0%, a decrease of 460 points"
    beside = (c for c in (*every[max(0, at - 1) : at], *behind) if c.kind in CHANGES)
    told = next(beside, None)  # what comes first where two are told: "rose 5% to $9 million, 2% above"
    if claim.dated or claim.role != "current" or told is None or told.measure != claim.measure or told.doubt:
        return found
    stated = claim.quantity.magnitude()
    nows = [c.operands["now"] for c in changes(told, search) if moved_so(told, c.operands)]
    sure = [c for c in found if c.strength == "sure"]
    moved = {f.id for now in nows for f in now.facts}
    meant = any(f.id in moved for c in sure for f in c.operands["now"].facts)
    return sure if meant and not any(stated.meets(now.quantity.magnitude()) for now in nows) else found


def _as_answered(claim: Claim, found: list[Candidate], search: Search) -> list[Candidate]:
    """The figures of what another number is compared with, none of them sure of a row in which that number is no figure: "the
    owned fleet grew to 412 tractors from 318" speaks of another row than *Tractors*, whose figures are 1,642 and 1,475."""
    told = search.said.claims_of(claim)
    now = next((c for c in reversed(told) if c.group < claim.group and c.role != "change"), None)
    if claim.role != "base" or now is None or now.measure != claim.measure or now.kind != claim.kind:
        return found
    figures = [o for p in search.periods.of(now) for o, _ in search.values.of(now, p)]
    met = {row_of(o) for o in figures if o.quantity.magnitude().meets(now.quantity.magnitude())}
    others = {row_of(o) for o in figures} - met
    return [unsure(c) if row_of(c.operands["now"]) in others else c for c in found]


def _before(claim: Claim, period: Period, now: Operand, search: Search) -> dict[str, Operand]:
    """The figure that a level is said to have risen or fallen from, where the sentence names its period."""
    if claim.direction not in ("up", "down"):
        return {}
    told = search.said.claims_of(claim)
    if any(c.role == "change" and c.measure == claim.measure for c in told):
        return {}
    if claim.base is None:
        said = search.said.before(claim)  # both are spoken of as positive amounts, whatever the table's sign
        return {name: _signed(o, now) for name, o in said.items()}
    same = [
        o
        for o, _ in search.values.of(claim, search.periods.bases(claim, period)[0])
        if row_of(o) == row_of(now) or two_documents(o, now)
    ]
    return {"before": same[0]} if same else {}


def _bases_told(claim: Claim, search: Search) -> list[Period]:
    """The periods of which a figure is that another one, whose period the sentence names, is compared with: "for the nine
    months, sales rose to $62.8 million from $58.4 million" says nothing of a quarter."""
    if not undated(claim):
        return []
    told = search.said.claims_of(claim)
    now = next((c for c in reversed(told) if c.group < claim.group and c.role != "change"), None)
    if now is None or now.role != "current" or not now.dated or now.period is None or now.measure != claim.measure:
        return []
    return search.periods.bases(now, now.period)


def _profit(operand: Operand) -> bool:
    """Whether a figure is a profit in rows that print losses as such."""
    return operand.quantity.value > 0 and any(_PROFIT.search(f.label) for f in operand.facts)


def _signed(operand: Operand, like: Operand) -> Operand:
    """A figure with the sign of another."""
    return replace(operand, quantity=operand.quantity.negated()) if like.quantity.value < 0 else operand
