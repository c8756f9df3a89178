"""What the prose states elsewhere of a claim's measure, where no table surely gives it: rates of amounts that only the prose
has ("adjusted EBITDA rose to $11.2 million", and below "adjusted EBITDA margin of 42%"), changes between two levels that
it states, and a level that it states with more digits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise, product

from auditor.binding.index import unit_class
from auditor.binding.operands import SIGNS, WHOLE, Found, combined, divided
from auditor.binding.said import in_sentence
from auditor.binding.search import Search
from auditor.model.binding import Candidate, Operand
from auditor.model.claim import CHANGES, Claim
from auditor.model.fact import Measure
from auditor.model.period import Period

_ADJUSTED = frozenset(("adjusted",))
_BY_SHARE = frozenset(("basic", "diluted"))
_MOST = 3  # statements of one amount that are looked at
_STATED = "an amount that the prose states"


def in_prose(claim: Claim, search: Search) -> tuple[Candidate, ...]:
    """The readings of a claim that rest on other sentences."""
    if claim.measure is None or claim.period is None:
        return ()
    if claim.kind in CHANGES:
        return tuple(_changes(claim, claim.measure, claim.period, search))
    told = claim, claim.measure, claim.period, search
    return (*_ratios(*told), *_differences(*told), *_finer(*told), *_moved_from(*told))


def _ratios(claim: Claim, measure: Measure, period: Period, search: Search) -> Iterator[Candidate]:
    """A margin, or a result by the share, as the amount that the prose states over a figure of the tables."""
    found = _parts(claim, measure, period, search)
    if found is None:
        return
    part, wholes = found
    entry = search.vocabulary.entry(measure.key)
    percent = entry is not None and entry.unit == "percent"
    factor, unit = (100, "percent") if percent else (1, claim.quantity.unit)
    told = list(islice(search.said.levels_of(part, period), _MOST))
    # of which result the shares have a part is not always said
    plain = percent and not claim.doubt and _one_value(told)
    for c, (whole, strength) in product(told, wholes[:_MOST]):
        rate = divided(search.elsewhere.stated(c), whole, factor, unit)
        if rate is not None:
            yield Candidate({"now": rate}, strength if plain else "likely", _STATED)


def _parts(claim: Claim, measure: Measure, period: Period, search: Search) -> tuple[Measure, Found] | None:
    """The amount that a rate is of, and the figures that it is divided by."""
    entry, index = search.vocabulary.entry(measure.key), search.index
    if measure.key == "eps" and claim.kind == "per-share":
        shares = Measure("weighted-average-shares", measure.qualifiers & _BY_SHARE, True)
        return Measure("net-income", measure.qualifiers - _BY_SHARE, True), index.figures(
            shares, frozenset(), "shares", period
        )
    if entry is None or entry.ratio is None or entry.unit != "percent":
        return None
    whole = Measure(entry.ratio[1], measure.qualifiers - _ADJUSTED, True)
    of_tables = index.figures(whole, frozenset(), "money", period)
    wholes: Found = of_tables or [(o, "likely") for o in _told(whole, claim, period, search)]
    return Measure(entry.ratio[0], measure.qualifiers, True), wholes


def _differences(claim: Claim, measure: Measure, period: Period, search: Search) -> Iterator[Candidate]:
    """A level that no table gives as a figure of the tables, or of the prose, less an amount that the prose states: gross
    profit and the cost of revenue, each of which is the revenue less the other."""
    if claim.kind != "level" or search.index.figures(measure, claim.foreign, "money", period):
        return
    for left, right in _differing(measure, search):
        wholes = [o for o, _ in search.index.figures(left, frozenset(), "money", period)[:_MOST]]
        wholes = wholes or _told(left, claim, period, search)
        for whole, less in product(wholes, _told(right, claim, period, search)):
            if whole.quantity.unit == less.quantity.unit:
                yield Candidate({"now": combined((whole, less), (1, -1))}, "likely", _STATED)


def _told(measure: Measure, claim: Claim, period: Period, search: Search) -> list[Operand]:
    """What sentences state for another measure than the claim's."""
    others = (
        c for c in search.said.levels_of(measure, period) if c.sentence != claim.sentence or c.measure != claim.measure
    )
    return [search.elsewhere.stated(c) for c in islice(others, _MOST)]


def _differing(measure: Measure, search: Search) -> Iterator[tuple[Measure, Measure]]:
    """The pairs of measures, each narrowed as this one is, of which it is the first less the second."""
    entries = search.vocabulary.entries
    own = entries.get(measure.key)
    keys = [own.difference] if own is not None and own.difference is not None else []
    for entry in entries.values():
        if entry.difference is not None and entry.difference[1] == measure.key:
            keys.append((entry.difference[0], entry.key))
    return ((Measure(a, measure.qualifiers, True), Measure(b, measure.qualifiers, True)) for a, b in keys)


def _changes(claim: Claim, measure: Measure, period: Period, search: Search) -> Iterator[Candidate]:
    """A change between two levels of which other sentences, or a table and a sentence, state one each."""
    base = claim.base or period.years_before()
    if base.same(period):
        return
    now = list(islice(search.said.levels_of(measure, period), _MOST))
    before = list(islice(search.said.levels_of(measure, base), _MOST))
    plain = claim.kind == "change" and claim.base is not None and not claim.doubt
    plain = plain and _one_value(now) and _one_value(before)  # a percentage may be of something beside
    for a, b in product(now, before):
        alike = a.quantity.unit == b.quantity.unit and (a.sentence != claim.sentence or b.sentence != claim.sentence)
        if alike and (claim.kind != "change-points" or a.quantity.unit == "percent"):
            operands = {"now": search.elsewhere.stated(a), "before": search.elsewhere.stated(b)}
            yield Candidate(operands, "sure" if plain else "likely", _STATED)
    if before and not now:
        for o, b in product(_printed(measure, unit_class(before[0].quantity.unit), period, search), before):
            yield Candidate({"now": o, "before": search.elsewhere.stated(b)}, "likely", _STATED)


def _printed(measure: Measure, unit: str, period: Period, search: Search) -> list[Operand]:
    """The figures that the tables surely print for a measure."""
    return [o for o, s in search.index.figures(measure, frozenset(), unit, period)[:_MOST] if s == "sure"]


def _moved_from(claim: Claim, measure: Measure, period: Period, search: Search) -> Iterator[Candidate]:
    """The level at which the change that the sentence states began, where a table gives the one at which it ended: "rose 24%
    from $17.9 million in the first quarter"."""
    unit = unit_class(claim.quantity.unit)
    if claim.role != "base" or claim.kind != "level" or search.index.figures(measure, claim.foreign, unit, period):
        return
    for c in search.said.claims_of(claim):
        began = c.kind == "change-percent" and c.measure == measure and c.base is not None and c.base.same(period)
        if not began or c.period is None or c.direction not in ("up", "down"):
            continue
        grown = combined((WHOLE, in_sentence(c)), (1, SIGNS[c.direction]))
        for now in _printed(measure, unit, c.period, search):
            before = divided(now, grown, 100, claim.quantity.unit)
            if before is not None:
                yield Candidate({"now": before}, "likely", _STATED)


def _finer(claim: Claim, measure: Measure, period: Period, search: Search) -> Iterator[Candidate]:
    """A level that another sentence states with more digits: "$2.1 million" beside "$2.139 million"."""
    unit = unit_class(claim.quantity.unit)
    for c in islice(search.said.levels_of(measure, period), _MOST):
        if unit_class(c.quantity.unit) == unit and c.quantity.step < claim.quantity.step:
            yield Candidate({"now": search.elsewhere.stated(c)}, "likely", "the same fact stated twice")


def _one_value(told: Sequence[Claim]) -> bool:
    """Whether statements of an amount, some of which may be rounded more, are of one value."""
    return all(a.quantity.meets(b.quantity) for a, b in pairwise(told))
