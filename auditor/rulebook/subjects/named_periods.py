"""Periods that the prose names, held against those of the columns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.claims.periods import resolve
from auditor.claims.sentences import even
from auditor.grammar.periods import PeriodPhrase, periods_in
from auditor.model.calendar import UNKNOWN, FiscalCalendar
from auditor.model.claim import Claim
from auditor.model.period import Period
from auditor.model.source import Span
from auditor.rulebook.context import Context, Subject
from auditor.rulebook.language.figures import Missing, truth
from auditor.rulebook.language.types import Value
from auditor.rulebook.subjects.naming import quoted

KINDS = ("number", "headline")
TOP = 12  # paragraphs of a release among which its headline stands
_MONTH = 1
_STATED = ("level", "per-share", "count")
_REPORTS = re.compile(r"\b(?:reports?|announces?|results|earnings)\b", re.I)
_AHEAD = re.compile(r"\b(?:outlook|guidance|expects?|to\s+(?:report|announce|release|host)|will|dividends?)\b", re.I)


def named_periods(context: Context, of: tuple[str, ...], rest: frozenset[str]) -> Iterator[Subject]:
    """The periods that numbers are dated with, and those that the headline reports."""
    calendar = context.calendar
    if calendar.reported == UNKNOWN or not context.periods:
        return
    if "number" in of:
        yield from _of_numbers(context, calendar)
    if "headline" in of:
        yield from _of_headline(context, calendar)


def _of_numbers(context: Context, calendar: FiscalCalendar) -> Iterator[Subject]:
    shown: dict[Period, bool] = {}  # whether a column has the period
    for claim in context.claims:
        period = claim.period
        if period is None or period.instant or not claim.dated or claim.outlook or claim.kind not in _STATED:
            continue
        if claim.role != "current" or claim.measure is None or not claim.measure.known or claim.foreign:
            continue
        if period.months == _MONTH:
            continue  # when something was decided: "in February, the dividend was raised to $0.25"
        reported = context.lookup.fact(claim.measure, calendar.reported)
        if period not in shown:
            shown[period] = any(known.same(period) for known in context.periods)
        told = shown[period] or _figure_of(context, claim)
        names: dict[str, Value] = {"claim": claim, "named": period, "shown": truth(told), "reported": reported}
        yield Subject(quoted(context, claim.span, claim.quote), claim.span, names, context.lookup)


def _figure_of(context: Context, claim: Claim) -> bool:
    """Whether some computation over the columns gives a figure of the claim's own period."""
    binding = context.bindings.get(claim.id)
    return binding is not None and any(c.strength == "sure" for c in binding.candidates)


def _of_headline(context: Context, calendar: FiscalCalendar) -> Iterator[Subject]:
    for paragraph in [p for p in context.document.paragraphs if p.kind != "furniture"][:TOP]:
        text = even(context.document.slice(paragraph.span)) if paragraph.kind == "heading" else ""
        if not _REPORTS.search(text) or _AHEAD.search(text):
            continue
        for phrase in periods_in(text):
            period = resolve(phrase, calendar, calendar.reported) if _names_quarter(phrase) else None
            if period is not None and not period.instant:
                ends = any(known.ends_with(period) for known in context.periods)
                span = Span(paragraph.span.start + phrase.start, paragraph.span.start + phrase.end)
                names: dict[str, Value] = {
                    "claim": Missing("a headline's period is no number"),
                    "named": period,
                    "shown": truth(ends or period.end > calendar.reported.end and period.months != 3),
                    "reported": Missing("a headline's period is no number"),
                }
                yield Subject(quoted(context, span, text[phrase.start : phrase.end]), span, names, context.lookup)


def _names_quarter(phrase: PeriodPhrase) -> bool:
    return phrase.kind == "quarter" and (phrase.ordinal is not None or phrase.month is not None) and not phrase.at_end
