"""Figures of the outlook that follow from each other: a result from revenue and margin, a result by the share from the
result and the shares, a total from its parts. Ranges are figures as wide as they are stated, so that two of them agree
where they meet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from auditor.frozen import dataclass
from auditor.model.claim import Claim
from auditor.model.fact import SIDES, Measure
from auditor.model.period import Period
from auditor.model.quantity import Quantity
from auditor.rulebook.context import Context, Subject, once
from auditor.rulebook.language.figures import Figure, Missing, figure
from auditor.rulebook.language.types import Value
from auditor.rulebook.subjects.naming import quoted
from auditor.rulebook.subjects.outlook import ranges_of
from auditor.tables.footings.quotients import MARGINS

KINDS = ("margin", "per-share", "parts")
_SHARES = ("weighted-average-shares", "shares-outstanding")
INCOMPLETE = Missing("the parts that are given may not be all")
Key = tuple[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class _Stated:
    """What the outlook states for a measure: a range or a single figure, with the period that it is for."""

    claim: Claim
    figure: Figure
    period: Period

    @property
    def measure(self) -> Measure:
        assert self.claim.measure is not None
        return self.claim.measure


def relations(context: Context, of: tuple[str, ...], rest: frozenset[str]) -> Iterator[Subject]:
    """The figures of the outlook that others of the same period give."""
    for stated in _by_period(_stated(context)):
        known = _by_measure(stated)
        if "margin" in of:
            yield from _margins(context, known)
        if "per-share" in of:
            yield from _per_share(context, known)
        if "parts" in of:
            yield from _parts(context, known)


# ---------------------------------------------------------------------------------------------------- what is stated


def _stated(context: Context) -> Iterator[_Stated]:
    """The ranges and single figures of the outlook in the order of the text. Where a sentence names no period, it is of
    the one that the outlook named last."""
    last: Period | None = None
    for claims in context.by_sentence.values():
        ahead = sorted((c for c in claims if c.outlook), key=lambda c: c.span.start)
        pairs = ranges_of(context, ahead)
        ends = {c.id for pair in pairs for c in pair}
        single = [(c, c) for c in ahead if c.id not in ends and c.role == "current" and c.hedge in (None, "about")]
        for low, high in sorted([*pairs, *single], key=lambda pair: pair[0].span.start):
            named = next((c.period for c in (high, low) if c.dated and _ahead(context, c.period)), None)
            last = named or last
            claim = high if high.measure is not None else low
            if last is not None and claim.measure is not None and claim.kind in ("level", "per-share", "count"):
                yield _Stated(claim, _between(context, low, high), last)


def _ahead(context: Context, period: Period | None) -> bool:
    return period is not None and not period.instant and period.end > context.calendar.reported.end


def _between(context: Context, low: Claim, high: Claim) -> Figure:
    """A range as one figure, from its lower end to its upper."""
    text = " ".join(context.document.text[low.span.start : high.span.end].split())
    a, b = low.quantity, high.quantity
    bounds = [a.low, b.low, a.high, b.high]
    if None in bounds:
        return figure(Quantity(b.value, None, None, b.unit), (), text)
    known = [x for x in bounds if x is not None]
    return figure(Quantity((a.value + b.value) / 2, min(known), max(known), b.unit), (), text)


def _by_period(stated: Iterator[_Stated]) -> list[list[_Stated]]:
    groups: dict[Period, list[_Stated]] = {}
    for one in stated:
        groups.setdefault(one.period, []).append(one)
    return list(groups.values())


def _by_measure(stated: Sequence[_Stated]) -> dict[Key, _Stated]:
    """What is stated once for each measure; a measure of which two different figures are given is left out."""
    found: dict[Key, list[_Stated]] = {}
    for one in stated:
        found.setdefault((one.measure.key, one.measure.qualifiers - SIDES), []).append(one)
    return {key: same[0] for key, same in found.items() if len({one.figure.quantity for one in same}) == 1}


# ---------------------------------------------------------------------------------------------------- what follows


def _margins(context: Context, known: Mapping[Key, _Stated]) -> Iterator[Subject]:
    for (key, narrowed), margin in known.items():
        result = known.get((MARGINS.get(key, ""), narrowed))
        revenue = known.get(("revenue", narrowed - {"adjusted"}))
        if result is not None and revenue is not None and margin.figure.unit == "percent":
            yield _subject(context, result, {"first": revenue.figure, "second": margin.figure})


def _per_share(context: Context, known: Mapping[Key, _Stated]) -> Iterator[Subject]:
    shares = next((known[key, frozenset()] for key in _SHARES if (key, frozenset()) in known), None)
    for (key, narrowed), eps in known.items():
        result = known.get(("net-income", narrowed))
        if key == "eps" and result is not None and shares is not None:
            yield _subject(context, eps, {"first": result.figure, "second": shares.figure})


def _parts(context: Context, known: Mapping[Key, _Stated]) -> Iterator[Subject]:
    for (key, narrowed), total in known.items():
        parts = [
            one for (other, part), one in known.items() if other == key and part > narrowed and "adjusted" not in part
        ]
        if narrowed or len(parts) < 2 or len({one.figure.unit for one in (total, *parts)}) > 1:
            continue
        given = frozenset(one.measure.qualifiers for one in parts)
        complete = given in _divisions(context).get(key, ())
        yield _subject(context, total, {"parts": tuple(one.figure for one in parts) if complete else INCOMPLETE})


@once
def _divisions(context: Context) -> Mapping[str, set[frozenset[frozenset[str]]]]:
    """The sets of parts into which the tables divide each measure."""
    found: dict[str, set[frozenset[frozenset[str]]]] = defaultdict(set)
    for table in context.tables:
        for footing in context.arithmetic[table.id].footings:
            if footing.total.measure is not None:
                parts = (part for _, part in footing.parts)
                told = (p.qualifiers | (p.measure.qualifiers if p.measure else frozenset()) for p in parts)
                found[footing.total.measure.key].add(frozenset(told))
    return found


def _subject(context: Context, stated: _Stated, more: Mapping[str, Value]) -> Subject:
    names: dict[str, Value] = {"claim": stated.claim, "stated": stated.figure, "measure": stated.measure, **more}
    span = stated.claim.span
    return Subject(quoted(context, span, stated.figure.text), span, names, context.lookup)
