"""From what headers say to periods of the calendar."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from auditor.grammar.dates import Stated
from auditor.grammar.folding import Hinted
from auditor.model.calendar import DAY, UNKNOWN, FiscalCalendar
from auditor.model.period import Period, month_end

_WEEKS = {
    12: 3, 13: 3, 14: 3, 16: 3, 24: 6, 25: 6, 26: 6, 27: 6, 28: 6, 36: 9, 37: 9, 38: 9, 39: 9, 40: 9, 52: 12, 53: 12,
}  # fmt: skip


def resolve(said: Stated, calendar: FiscalCalendar, flow: bool = False) -> Period | None:
    """The period that a header names, or None. `flow`: a lone year is the duration, not its end."""
    if said.month is not None:
        return _dated(said, calendar)
    if said.year is not None:
        return _of_year(said, said.year, calendar, flow)
    if said.quarter is not None:
        return calendar.quarter(calendar.fiscal_year_of(calendar.reported.end), said.quarter)
    return None


def _dated(said: Stated, calendar: FiscalCalendar) -> Period | None:
    end = _end(said, calendar)
    if end is None:
        return None
    if said.weeks:
        return Period(end - timedelta(days=7 * said.weeks - 1), end)
    if said.months:
        return calendar.ended(end, said.months)
    if said.quarter:
        return calendar.quarter_ended(end)
    if said.half:
        return calendar.ended(end, 6)
    if said.to_date:
        return calendar.year_to(end)
    return Period(None, end)


def _end(said: Stated, calendar: FiscalCalendar) -> date | None:
    year = said.year
    if said.month is None:
        return None
    if year is None:
        if calendar.reported == UNKNOWN:
            return None
        last = calendar.reported.end
        year = last.year if (said.month, said.day or 1) <= (last.month, last.day) else last.year - 1
    if said.day is None:
        return calendar.snap(month_end(year, said.month))
    try:
        day = date(year, said.month, said.day)
    except ValueError:
        return month_end(year, said.month)
    # A day that is printed nowhere was put together from a title's day and a column's year.
    return calendar.snap(day) if calendar.weeks and day not in calendar.ends and calendar.near(day) else day


def _of_year(said: Stated, year: int, calendar: FiscalCalendar, flow: bool) -> Period:
    reported = calendar.reported
    if said.quarter:
        named = calendar.to_date if said.to_date else calendar.quarter
        return named(year, said.quarter)
    if said.half:
        return calendar.half(year, said.half)
    months = said.months or _WEEKS.get(said.weeks or 0)
    quarter = calendar.quarter_of(reported.end)
    if said.to_date:
        return calendar.to_date(year, quarter)
    if months == 3:
        return calendar.quarter(year, quarter)
    if months in (6, 9):
        return calendar.to_date(year, months // 3)
    if months is None and flow and not said.fiscal and _running(year, calendar):
        return calendar.year_before(reported, calendar.fiscal_year_of(reported.end) - year)
    whole = calendar.year(year)
    if flow or months == 12:
        return whole
    return whole.at_end() if whole.end <= reported.end or reported == UNKNOWN else reported.at_end()


def _running(year: int, calendar: FiscalCalendar) -> bool:
    """Whether a bare year heads a part of it: the release reports a quarter that is not its year's last."""
    reported = calendar.reported
    if reported == UNKNOWN or reported.months >= 12:
        return False
    return calendar.quarter_of(reported.end) != 4 and 0 <= calendar.fiscal_year_of(reported.end) - year <= 1


_BEGIN = re.compile(
    r"\b(?:at|,|as of|of)?\s*(?:the\s+)?(?:beginning|start|opening)\b(?:\s+of\b|\s+balance|\s+cash|$|,)"
    r"|^(?:beginning|opening)\b",
    re.I,
)
_FINISH = re.compile(
    r"\b(?:at|,|as of)\s*(?:the\s+)?(?:end|close)\s+of\s+(?:the\s+)?(?:period|year|quarter|month|week|fiscal)"
    r"|^(?:ending|closing)\s+(?:balance|cash|inventory)|\bend(?:ing)?\s+of\s+(?:the\s+)?(?:period|year|quarter)\b"
    r"|\b(?:period|year|quarter)[-\s]end\b"
    r"|balances?,?\s+(?:at\s+)?(?:the\s+)?end\b|,\s*end(?:ing)?\s*$|\bending\s+balance",
    re.I,
)


_FLOW = re.compile(
    r"\b(?:during|recogni[sz]ed|change|changes|arising|related|relating|held|increase|decrease|incurred|paid|period-end"
    r"\s+adjustments?)\b"
)
_STOCK = Hinted(
    r"\b(?:assets|investments?|liabilities|receivables?|inventor(?:y|ies)|goodwill|property|debt|equity|loans|"
    r"deposits|balance)\b",
    "asset|investment|liabilities|receivable|inventor|goodwill|property|debt|equity|loans|deposits|balance"
)  # fmt: skip
_FLOWS = re.compile(
    r"\b(?:income|expenses?|gains?|loss(?:es)?|changes?|return|purchases?|expenditures?|provision|write|"
    r"recover|depreciation"
    r"|amorti[sz]ation|sales?|proceeds|additions|average|earnings|revenues?|to)\b|charge|yield",
    re.I,
)


@lru_cache(maxsize=8192)
def is_stock(label: str) -> bool:
    """Whether a label names a balance rather than a flow, for tables "as of and for" a period."""
    return bool(_STOCK.search(label)) and not _FLOWS.search(label)


@lru_cache(maxsize=8192)
def moment(label: str) -> str:
    """`begin` or `end` where a label speaks of a balance at the beginning or the end of its period; else empty."""
    low = label.lower()
    if "begin" in low or "opening" in low or "start" in low:
        return "begin" if _BEGIN.search(label) and not _FLOW.search(low) else ""
    if "end" in low or "clos" in low:
        return "end" if _FINISH.search(label) and not _FLOW.search(low) else ""
    return ""


def at_moment(period: Period | None, when: str, calendar: FiscalCalendar) -> Period | None:
    """The instant at the beginning or end of a column's duration; an instant stays."""
    if period is None or period.start is None:
        return period
    return Period(None, calendar.opening(period)) if when == "begin" else period.at_end()


def between(first: date, last: date) -> Period:
    """The duration from one balance date to the next."""
    return Period(first + DAY, last)
