"""Words that rank a figure among those of other periods, with the figures that the columns show of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from auditor.model.fact import Fact
from auditor.model.period import SLACK_DAYS, Period
from auditor.model.source import Span
from auditor.model.standing import Streak, Superlative
from auditor.rulebook.context import Context, Subject, once
from auditor.rulebook.language.figures import Figure, Missing, magnitude, truth
from auditor.rulebook.language.lookup import fits
from auditor.rulebook.language.types import Value
from auditor.rulebook.subjects.naming import quoted

UNNAMED = Missing("the words name no measure of the tables")


def streaks(context: Context, of: tuple[str, ...], rest: frozenset[str]) -> Iterator[Subject]:
    """The steps of each streak: a period of it with the one that it is compared with, as far as the columns show both;
    and, where they do not show all, the streak as a whole."""
    for streak in context.streaks:
        if of and ("profits" if streak.turn == "profit" else "turns") not in of:
            continue
        steps = list(_steps(context, streak))
        for names, facts in steps:
            yield _subject(context, streak.span, streak.quote, names, facts)
        if len(steps) < streak.count:
            why = _untested(streak, len(steps))
            yield _subject(context, streak.span, streak.quote, _named(streak, why, why, why), ())


def _untested(streak: Streak, tested: int) -> Missing:
    if streak.measure is None:
        return UNNAMED
    what = f"{streak.count} {streak.unit}s of {streak.subject or streak.measure}"
    return Missing(f"of the {what} the tables show {tested or 'none'}")


def _steps(context: Context, streak: Streak) -> Iterator[tuple[dict[str, Value], tuple[Fact, ...]]]:
    period, calendar = streak.period, context.calendar
    if streak.measure is None or period is None:
        return
    for _ in range(streak.count):
        earlier = calendar.year_before(period) if streak.unit == "year" else calendar.before(period)
        now, a, b = (_figure(context, streak, p) for p in (period, calendar.year_before(period), earlier))
        if streak.basis is not None:
            a = b = a if streak.basis == "year-before" else b
        compared = streak.turn == "profit" or not (isinstance(a, Missing) and isinstance(b, Missing))
        if not isinstance(now, Missing) and compared:
            facts = tuple(f for value in (now, a, b) if isinstance(value, Figure) for f in value.facts)
            yield _named(streak, now, a, b), facts
        period = earlier


def _named(streak: Streak, now: Value, year_ago: Value, before: Value) -> dict[str, Value]:
    return {
        "subject": streak.subject or "it",
        "measure": streak.measure or UNNAMED,
        "direction": streak.turn or Missing("the words do not say whether it rose or fell"),
        "now": now,
        "year_ago": year_ago,
        "before": before,
    }


def _figure(context: Context, streak: Streak, period: Period) -> Figure | Missing:
    assert streak.measure is not None
    found = context.lookup.fact(streak.measure, period)
    return magnitude(found) if streak.negative and isinstance(found, Figure) else found


def superlatives(context: Context, of: tuple[str, ...], rest: frozenset[str]) -> Iterator[Subject]:
    """Each figure that is called the highest or lowest, with those that the columns show of the periods meant."""
    for top in context.superlatives:
        if top.measure is None:
            continue
        now = context.lookup.fact(top.measure, top.period)
        if top.negative:
            now = magnitude(now) if isinstance(now, Figure) else now
        rival = _rival(context, top)
        names: dict[str, Value] = {
            "word": "highest" if top.highest else "lowest",
            "highest": truth(top.highest),
            "subject": top.subject,
            "measure": top.measure,
            "now": now,
            "rival": rival or Missing("the tables show no other period that is meant"),
        }
        yield _subject(context, top.span, top.quote, names, now.facts if isinstance(now, Figure) else ())


def _rival(context: Context, top: Superlative) -> Figure | None:
    """The highest or lowest of the other figures of the measure."""
    known = _rivals(context)
    asked = (top.measure, top.period, top.highest, top.negative, top.shown, top.yearly, top.since)
    if asked not in known:
        others = [context.known.figure(f) for f in _others(context, top)]
        others = [magnitude(f) for f in others] if top.negative else others
        known[asked] = (max if top.highest else min)(others, key=lambda f: f.value, default=None)
    return known[asked]


@once
def _rivals(context: Context) -> dict[object, Figure | None]:
    return {}


def _others(context: Context, top: Superlative) -> Iterator[Fact]:
    """The figures of the measure of periods as long as the one meant."""
    assert top.measure is not None
    for fact in context.known.by_key.get(top.measure.key, ()):
        period = fact.period
        if fact.kind != "amount" or period is None or not fits(fact, top.measure.qualifiers) or period.same(top.period):
            continue
        if period.months == top.period.months and (top.shown or _within(period, top)):
            yield fact


def _within(period: Period, top: Superlative) -> bool:
    if top.yearly and not any(period.same(top.period.years_before(k)) for k in range(1, 20)):
        return False
    after = top.since is None or period.end > top.since + timedelta(days=SLACK_DAYS)
    return after and period.end < top.period.end


def _subject(context: Context, span: Span, quote: str, names: dict[str, Value], facts: tuple[Fact, ...]) -> Subject:
    return Subject(quoted(context, span, quote), span, names, context.lookup, facts)
