"""Subjects in the prose: claims, words of direction, and the bases that measures are compared with."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from auditor.binding.said import OWN
from auditor.model.binding import Candidate, Operand
from auditor.model.claim import Claim
from auditor.model.fact import Measure
from auditor.model.period import Period
from auditor.model.source import Span
from auditor.rulebook.context import Context, Subject, once
from auditor.rulebook.language.figures import Figure, Missing, Truth, figure, number, truth
from auditor.rulebook.language.types import Value
from auditor.rulebook.subjects.naming import quoted

WORDS_BESIDE = 5  # words before and after a number that speak of it rather than of something else


def operand(value: Operand) -> Figure:
    """An operand as expressions take it; only a plain cell is printed as it is."""
    plain = len(value.facts) == 1 and not value.derivation
    return figure(value.quantity, value.facts, value.facts[0].text if plain else value.text)


def named(candidate: Candidate) -> dict[str, Value]:
    """What rules call the figures of a reading, and in words where they come from."""
    return {"source": _source(candidate), **_operands(candidate.operands)}


def _source(candidate: Candidate) -> str:
    if candidate.facts:
        return "the tables give"
    return "its own sentence gives" if candidate.note == OWN else "the text gives"


def _operands(operands: Mapping[str, Operand]) -> dict[str, Value]:
    return {name: operand(value) for name, value in operands.items()}


def claims(context: Context, of: tuple[str, ...], rest: frozenset[str]) -> Iterator[Subject]:
    """The claims of some kinds, without their operands: which candidate counts is the verdict's business."""
    return (subject for kind, subject in _claims(context) if not of or kind in of)


@once
def _claims(context: Context) -> list[tuple[str, Subject]]:
    """The subjects of all claims, each with its kind."""
    return [(claim.kind, _claim(context, claim)) for claim in context.claims]


def _claim(context: Context, claim: Claim) -> Subject:
    sentence = _sentences(context)[claim.sentence]
    leading, trailing = _beside(context, claim)
    names: dict[str, Value] = {"claim": claim, "sentence": sentence, "leading": leading, "trailing": trailing}
    return Subject(quoted(context, claim.span, claim.quote), claim.span, names, context.lookup, claim=claim)


def _beside(context: Context, claim: Claim) -> tuple[str, str]:
    """The few words right before and right after a claim's number, up to the numbers of its neighbours."""
    starts, ends = _edges(context)[claim.sentence.start]
    before, after = bisect_right(ends, claim.span.start), bisect_left(starts, claim.span.end)
    start = max(claim.sentence.start, ends[before - 1] if before else 0)
    end = min(claim.sentence.end, starts[after] if after < len(starts) else claim.sentence.end)
    text = context.document.text
    leading = text[start : claim.span.start].rsplit(None, WORDS_BESIDE)[-WORDS_BESIDE:]
    trailing = text[claim.span.end : end].split(None, WORDS_BESIDE)[:WORDS_BESIDE]
    return " ".join(leading), " ".join(trailing)


@once
def _sentences(context: Context) -> Mapping[Span, str]:
    """The sentences that state something, on one line."""
    stated = {claim.sentence for claim in context.claims}
    return {sentence: " ".join(context.document.slice(sentence).split()) for sentence in stated}


@once
def _edges(context: Context) -> Mapping[int, tuple[Sequence[int], Sequence[int]]]:
    """Where the numbers of each sentence begin and end, in order, by the start of the sentence."""
    return {
        start: (sorted(c.span.start for c in told), sorted(c.span.end for c in told))
        for start, told in context.by_sentence.items()
    }


def rate_changes(context: Context, of: tuple[str, ...], rest: frozenset[str]) -> Iterator[Subject]:
    """Changes stated in percent of measures that are rates themselves, with the rates before and after."""
    for claim in context.claims:
        if claim.kind != "change-percent" or None in (claim.measure, claim.period, claim.base) or claim.outlook:
            continue
        assert claim.measure is not None
        now = context.lookup.fact(claim.measure, claim.period)
        before = context.lookup.fact(claim.measure, claim.base)
        if isinstance(now, Figure) and isinstance(before, Figure) and now.unit == before.unit == "percent":
            names: dict[str, Value] = {"claim": claim, "now": now, "before": before}
            title = quoted(context, claim.span, claim.quote)
            yield Subject(title, claim.span, names, context.lookup, (*now.facts, *before.facts))


def movements(context: Context, of: tuple[str, ...], rest: frozenset[str]) -> Iterator[Subject]:
    """Words of direction that have a sure reading."""
    for movement in context.movements:
        binding = context.bindings.get(movement.id)
        sure = [c for c in binding.candidates if c.strength == "sure"] if binding is not None else []
        if not sure:
            continue
        names: dict[str, Value] = {
            "direction": movement.direction,
            "subject": movement.subject,
            "negative": truth(movement.negative),
            **_operands(sure[0].operands),
        }
        facts = tuple(f for o in sure[0].operands.values() for f in o.facts)
        title = quoted(context, movement.span, movement.quote)
        yield Subject(title, movement.span, names, context.lookup, facts)


# ---------------------------------------------------------------------------------------------------- comparisons


@dataclass(slots=True)
class _Compared:
    """A measure of one period, with the claims that state it and those that compare it."""

    measure: Measure
    period: Period
    first: Claim
    bases: list[tuple[Period, Claim]] = field(default_factory=list)


def comparisons(context: Context, of: tuple[str, ...], rest: frozenset[str]) -> Iterator[Subject]:
    """Each amount of a period that the prose compares. It departs where it is compared with the period right before
    and with no other."""
    compared = [c for c in _compared(context) if c.bases]
    periods = {one.period for one in compared}
    bases = {period: (context.calendar.before(period), context.calendar.year_before(period)) for period in periods}
    usual: Counter[Period] = Counter()  # amounts of a period that are compared with the year before
    for one in compared:
        usual[one.period] += _compares(one, bases[one.period][1])
    for one in compared:
        before, year_ago = bases[one.period]
        departs = all(base.same(before) for base, _ in one.bases)
        others = sum(count for period, count in usual.items() if period.same(one.period))
        yield _comparison(context, one, before, year_ago, truth(departs), others - _compares(one, year_ago))


def _compares(one: _Compared, period: Period) -> bool:
    """Whether the prose compares an amount with that of a period."""
    return any(base.same(period) for base, _ in one.bases)


def _comparison(
    context: Context, one: _Compared, before: Period, year_ago: Period, departs: Truth, usual: int
) -> Subject:
    now = _presented(context, one.measure, one.period)
    earlier = _presented(context, one.measure, year_ago)
    stated = [_operand(context, claim) for _, claim in one.bases]
    derived = next((value for value in stated if value is not None), None)
    presented = _presented(context, one.measure, before)
    names: dict[str, Value] = {
        "subject": one.first.subject or str(one.measure),
        "measure": one.measure,
        "period": one.period,
        "base": before,
        "now": now or Missing("no figure of the period"),
        "before": derived or Missing("no figure of the period before"),
        "year_ago": earlier or Missing("no figure of the year before"),
        "departs": departs,
        "others": number(Decimal(usual)),
        "presented": truth(presented is not None),
    }
    facts = tuple(f for v in (now, derived, earlier) if v is not None for f in v.facts)
    title = quoted(context, one.first.span, one.first.quote)
    return Subject(title, one.first.span, names, context.lookup, facts, claim=None)


def _compared(context: Context) -> list[_Compared]:
    """The amounts that the prose states for durations, with what it compares them with."""
    found: dict[tuple[str, frozenset[str], Period], _Compared] = {}
    for claim in context.claims:
        if claim.measure is None or claim.period is None or claim.period.instant or claim.outlook:
            continue
        period: Period | None = claim.period
        base = claim.base
        if claim.role == "base":
            period, base = _current(context.by_sentence[claim.sentence.start], claim), claim.period
        if period is None:
            continue
        key = (claim.measure.key, claim.measure.qualifiers, period)
        if key not in found:
            found[key] = _Compared(claim.measure, period, claim)
        if base is not None:
            found[key].bases.append((base, claim))
    return list(found.values())


def _current(claims: Sequence[Claim], base: Claim) -> Period | None:
    """The period of the level that a base is compared with, or that the sentence tells of its measure."""
    others = [claim for claim in claims if claim.role != "base" and claim.sentence == base.sentence]
    beside = [claim for claim in others if claim.group == base.group]
    beside += [claim for claim in others if claim.measure == base.measure and claim.kind == base.kind]
    return beside[0].period if beside else None


def _presented(context: Context, measure: Measure, period: Period) -> Figure | None:
    value = context.lookup.fact(measure, period)
    return value if isinstance(value, Figure) else None


def _operand(context: Context, claim: Claim) -> Figure | None:
    """The earlier figure that a claim's first reading rests on."""
    binding = context.bindings.get(claim.id)
    for candidate in binding.candidates if binding is not None else ():
        value = candidate.operands.get("now" if claim.role == "base" else "before")
        if value is not None and value.facts:
            return operand(value)
    return None
