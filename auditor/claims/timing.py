"""The period of a number and the one it is compared with, as the release has them."""

from __future__ import annotations

import re

from auditor.claims.context import Context
from auditor.claims.draft import Draft
from auditor.claims.periods import resolve
from auditor.grammar.periods import PeriodPhrase
from auditor.model.calendar import FiscalCalendar
from auditor.model.period import Period

_BARE_YEAR = 4  # characters
_NEAR = 40  # characters before a date
_DONE = re.compile(
    r"\b(?:(?:re|pre)?paid|(?:re)?purchased|redeemed|retired|completed|closed|sold|acquired|issued|"
    r"entered\s+into|amended"
    r"|refinanced|borrowed|received|awarded|signed|won|settled|terminated|drew|raised|"
    r"approved|authorized|declared|announced)\b",
    re.I,
)
_STOOD = re.compile(r"\b(?:was|were|had|stood|totall?ed|amounted|numbered)\b[^,;]*$", re.I)
_YEAR = 12  # months
_QUARTER_AND = re.compile(r"\bquarter(?:\s+(?:of\s+)?\d{4})?\s*(?:and|&|,)\s+(?:the\s+)?$", re.I)
_RESULTS = re.compile(r"(?:[-\s]+(?:end|financial|operating|record|year))*\s+results\b", re.I)


def resolved(d: Draft, context: Context, calendar: FiscalCalendar) -> tuple[Period | None, Period | None, bool]:
    """(period, base, whether the sentence itself names the period)."""
    compared = d.role in ("base", "from") or d.head_role in ("base", "from") and d.role != "change"
    alike = (
        d.period is not None and d.period.kind == "same"
    )  # "the comparable 2022 period": as long as the one before it
    spoken = context.period if compared or alike or context.told is None else context.told
    if d.against is not None:
        spoken = resolve(d.against, calendar, spoken) or spoken
    elif (compared or d.base is not None and d.base.kind == "prior-year") and _of_year_before(context, calendar):
        spoken = calendar.reported  # the sentence before told of the year before, and this one of what is reported
    current = (
        resolve(d.period, calendar, spoken, d.year if d.role != "change" else None, compared) if d.period else None
    )
    if d.period is not None and current is None:
        return None, None, True
    if d.against is not None and d.period is not None and d.period.kind == "year" and not d.period.at_end:
        current = _as_long(spoken, current, calendar)
    if d.period is not None and d.period.bare and not compared:
        current = spoken  # "interest expense for the same period was"
    if current is not None and (context.outlook or d.future) and _year_to_come(d.period, calendar):
        current = calendar.year(calendar.fiscal_year_of(calendar.reported.end))
    if current is not None and (context.outlook or d.future) and _part_to_come(d.period, current, calendar):
        current = calendar.year_before(current, -1)
    if compared and current is None:
        return context.against, None, False
    period = current or (spoken if d.base is not None and d.base.kind == "prior-year" else context.period)
    base = resolve(d.base, calendar, period, d.year if d.role == "change" else None, True) if d.base else None
    if base is None and d.base is None and d.role == "change" and context.against is not None:
        base = context.against if period is not None and period.months == context.against.months else None
    if d.period is None and base is not None and period is not None and base.same(period):
        period = calendar.reported  # below a heading "3Q24", "decreased $90 million from 3Q24"
    return period, base, d.period is not None or _of_one_length(d.base, base, period)


def _of_year_before(context: Context, calendar: FiscalCalendar) -> bool:
    """Whether the sentences before ended with the year before the reported one, and this one has named no period yet."""
    return context.period == context.told and context.period.same(calendar.year_before(calendar.reported))


def _as_long(spoken: Period, year: Period | None, calendar: FiscalCalendar) -> Period | None:
    """The period of a year that is as long as another: "for the quarter and for the year, compared with $3 million and $9 million,
    respectively, in 2013"."""
    if year is None or spoken.instant or spoken.months >= _YEAR:
        return year
    return calendar.year_before(spoken, calendar.fiscal_year_of(spoken.end) - calendar.fiscal_year_of(year.end))


def _of_one_length(phrase: PeriodPhrase | None, base: Period | None, period: Period | None) -> bool:
    """Whether what a change is compared with names the length of time by its word: "from the prior year quarter"."""
    if phrase is None or base is None or period is None or base.instant or period.instant:
        return False
    named = phrase.kind in ("quarter", "months", "weeks") or phrase.unit in ("quarter", "six", "nine")
    return named and base.months == period.months


def _year_to_come(phrase: PeriodPhrase | None, calendar: FiscalCalendar) -> bool:
    """Whether a bare year of which something is expected is the reported one, of which a part is still to come."""
    if phrase is None or phrase.kind != "year" or phrase.year is None:
        return False
    year = calendar.fiscal_year_of(calendar.reported.end)
    return phrase.year == year and calendar.year(year).end > calendar.reported.end


def _part_to_come(phrase: PeriodPhrase | None, period: Period, calendar: FiscalCalendar) -> bool:
    """Whether a quarter or half of which something is expected is the one of the year to come: "first quarter" said in
    the report of a year, "the December quarter" said in October."""
    unnamed = phrase is not None and phrase.kind in ("quarter", "half", "month") and phrase.year is None
    return unnamed and period.end < calendar.reported.end and not period.instant


def to_come(period: Period, calendar: FiscalCalendar) -> bool:
    """Whether a period ends so long after the reported one that no odd day of a fiscal calendar is the reason."""
    return period.end > calendar.reported.end and (period.end - calendar.reported.end).days > 20


def happened(d: Draft, text: str) -> bool:
    """Whether a number is of something that was done after the reported period: "In January 2026, the company repaid $50
    million"."""
    day = d.period
    if day is None or day.kind not in ("date", "month"):
        return False
    if day.day is not None and _STOOD.search(text, 0, d.number.start):
        return True  # "backlog stood at $2.4 million on March 15, 2026"
    return day.start <= d.number.start and _DONE.search(text, max(0, day.start - _NEAR), d.number.start) is not None


def _of_both(d: Draft, text: str) -> bool:
    """Whether a headline announces the results of a quarter and of its year before it states a number, which may be that
    of either: "reports fourth quarter and fiscal 1999 results; net income up 21%"."""
    p = d.period
    if p is None or p.kind != "year" or p.end > d.number.start:
        return False
    return (
        _QUARTER_AND.search(text, max(0, p.start - _NEAR), p.start) is not None
        and _RESULTS.match(text, p.end) is not None
    )


def year_for_quarter(d: Draft, period: Period | None, context: Context, text: str) -> bool:
    """Whether a bare year with which a quarter, or a year to date, is compared may mean its own: "$272 million, compared with
    $259 million in 2015", "below the $467 million of fiscal 2015"."""
    p = d.period
    if _of_both(d, text):
        return True
    if period is None or period.months != _YEAR or context.period.instant or context.period.months >= _YEAR:
        return False
    if p is None or p.kind != "year" or p.year is None:
        return False
    compared = d.role in ("base", "from") or d.head_role in ("base", "from")
    return compared and (p.fiscal or p.end - p.start == _BARE_YEAR)
