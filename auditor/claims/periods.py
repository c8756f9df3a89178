"""Period phrases resolved against the release's calendar."""

from __future__ import annotations

from datetime import date

from auditor.grammar.periods import PeriodPhrase
from auditor.model.calendar import FiscalCalendar
from auditor.model.period import Period, add_months, month_end, months_ended

_WEEKS = {12: 3, 13: 3, 14: 3, 16: 4, 24: 6, 26: 6, 27: 6, 28: 7, 36: 9, 39: 9, 40: 9, 52: 12, 53: 12}


def resolve(
    phrase: PeriodPhrase, calendar: FiscalCalendar, context: Period, year: int | None = None, compared: bool = False
) -> Period | None:
    """The period that a phrase names. `context` is the period spoken of (for "the same period last year"); `year`
    replaces the phrase's own, for the second of "2006 and 2005"; `compared`: it is what another period is compared with."""
    found = _resolve(phrase, calendar, context, year if year is not None else phrase.year, compared)
    if found is not None and phrase.at_start and not found.instant:
        return Period(None, calendar.opening(found))
    return found.at_end() if found is not None and phrase.at_end else found


def _resolve(
    p: PeriodPhrase, calendar: FiscalCalendar, context: Period, year: int | None, compared: bool
) -> Period | None:
    reported = calendar.reported
    fiscal_year = calendar.fiscal_year_of(reported.end)
    if p.kind == "date":
        return _date(p, reported, year)
    if p.kind in ("months", "weeks"):
        months = p.count if p.kind == "months" else _WEEKS.get(p.count or 0)
        if months is None and p.unit is None and p.month:
            months = context.months or 3
        return _months(p, calendar, months, year)
    if p.kind == "quarter":
        return _quarter(p, calendar, year, compared)
    if p.kind == "half":
        name = (year or fiscal_year) - p.years_ago
        return calendar.to_date(name, 2) if p.ordinal == 1 else months_ended(calendar.year(name).end, 6)
    if p.kind == "year":
        return _year(p, calendar, context, year, compared)
    if p.kind == "month":
        return _month_quarter(p, reported, year)
    if p.kind == "prior-year":
        return _prior_year(p, calendar, context)
    if p.kind == "prior":
        return None if p.unit == "month" else calendar.before(_of_unit(p.unit, calendar, context))
    if p.kind == "same":
        span = _of_unit(p.unit, calendar, context)
        named = year or fiscal_year
        shift = (
            span.end.year - named
            if not p.fiscal and (span.end.year > named or calendar.by_end)
            else calendar.fiscal_year_of(span.end) - named
        )
        return calendar.year_before(span, shift)
    if p.kind == "ytd":
        found = calendar.to_date(year or fiscal_year, p.ordinal or calendar.quarter_of(reported.end))
        return calendar.year_before(found) if p.years_ago else found
    if p.at_start and p.unit == "year":
        return calendar.year(fiscal_year)
    context = reported if p.now else context
    return _of_unit(p.unit, calendar, context) if p.unit != "month" else None


def _of_unit(unit: str | None, calendar: FiscalCalendar, context: Period) -> Period:
    """The reported period of a length: its quarter, half, nine months or year; the context's own where none is named."""
    reported = calendar.reported
    name = calendar.fiscal_year_of(reported.end)
    if unit == "quarter":
        return context if context.months == 3 else calendar.quarter(name, calendar.quarter_of(reported.end))
    if unit in ("six", "nine"):
        return calendar.to_date(name, 2 if unit == "six" else 3)
    if unit == "year":
        if context.months == 3 and calendar.quarter_of(reported.end) != 4:
            return context
        return calendar.year(name)
    return context if not context.instant or unit is None else reported


def _date(p: PeriodPhrase, reported: Period, year: int | None) -> Period | None:
    if p.month is None:
        return None
    if year is None:
        near = (reported.end.year, reported.end.year - 1, reported.end.year + 1)
        year = min(near, key=lambda y: abs((_day(y, p.month or 1, p.day) - reported.end).days))
    if p.day is None:
        end = month_end(year, p.month)
        return Period(date(year, p.month, 1), end)
    return Period(None, _day(year, p.month, p.day))


def _day(year: int, month: int, day: int | None) -> date:
    last = month_end(year, month)
    return last if day is None or day > last.day else date(year, month, max(1, day))


def _months(p: PeriodPhrase, calendar: FiscalCalendar, months: int | None, year: int | None) -> Period | None:
    reported = calendar.reported
    name = calendar.fiscal_year_of(reported.end)
    if months is None:
        months = 3
    if p.month is not None:
        near = year or _nearest_year(p.month, p.day, reported.end)
        return months_ended(_day(near, p.month, p.day), months)
    if months == 12 and year is None:
        return calendar.ended(reported.end, 12)
    if months == 3 and year is None and p.ordinal is None:
        return calendar.quarter(name, calendar.quarter_of(reported.end))  # "in the three-month period"
    if months in (3, 6, 9, 12):
        return calendar.to_date(year or name, months // 3)
    return None


def _nearest_year(month: int, day: int | None, end: date) -> int:
    return min((end.year, end.year - 1), key=lambda y: abs((_day(y, month, day) - end).days))


def _quarter(p: PeriodPhrase, calendar: FiscalCalendar, year: int | None, compared: bool) -> Period | None:
    reported = calendar.reported
    if p.month is not None:
        return calendar.quarter_ended(_day(year or _nearest_year(p.month, p.day, reported.end), p.month, p.day))
    if p.ordinal is None:
        return None
    name = calendar.fiscal_year_of(reported.end)
    if year is not None:
        return calendar.quarter(year, p.ordinal)
    found = calendar.quarter(name, p.ordinal)
    # nothing is compared with a quarter to come: "up 5% from the fourth quarter" in the report of a first one
    return calendar.quarter(name - 1, p.ordinal) if compared and found.end > reported.end else found


def _year(
    p: PeriodPhrase, calendar: FiscalCalendar, context: Period, year: int | None, compared: bool
) -> Period | None:
    reported = calendar.reported
    name = calendar.fiscal_year_of(reported.end)
    if year is None:
        ended = not p.at_end or p.at_start or calendar.year(name).end <= reported.end
        return calendar.year(name if ended else name - 1)  # "at year-end" in the report of a quarter
    if not p.fiscal and not p.at_end and context.months in (3, 6, 9) and not context.instant:
        if name > context.end.year == reported.end.year and year in (context.end.year, context.end.year - 1):
            # "from 4.5% for 2017 to 4.9% for 2018", of quarters that ended in these years but belong to later fiscal ones
            return calendar.year_before(context, context.end.year - year)
        shifted = name - year
        if (
            year >= name
            and calendar.year(year).end > reported.end
            or (compared and shifted > 0 and context.end == reported.end and calendar.quarter_of(reported.end) != 4)
        ):
            return calendar.year_before(context, calendar.fiscal_year_of(context.end) - year)
    return calendar.year(year)


def _month_quarter(p: PeriodPhrase, reported: Period, year: int | None) -> Period | None:
    if p.month is None:
        return None
    end = month_end(year or reported.end.year, p.month)
    if year is None and end > month_end(*_next_month(reported.end)):
        end = add_months(end, -12)
    if p.end - p.start <= 9 and p.unit != "quarter":
        return Period(end.replace(day=1), end)
    return months_ended(end, 3)


def _next_month(day: date) -> tuple[int, int]:
    after = add_months(month_end(day.year, day.month), 1)
    return after.year, after.month


def _prior_year(p: PeriodPhrase, calendar: FiscalCalendar, context: Period) -> Period | None:
    reported = calendar.reported
    name = calendar.fiscal_year_of(reported.end)
    if p.ordinal is not None:
        return calendar.quarter(name - 1, p.ordinal)
    unit = p.unit if p.unit in ("quarter", "six", "nine") else None
    if p.unit in (None, "year") and p.at_end:
        return calendar.year(name - 1)  # "at the end of the prior fiscal year", whatever quarter is reported
    if p.unit == "year" and context.instant:
        return calendar.year_before(context)
    return calendar.year_before(_of_unit(unit, calendar, context))
