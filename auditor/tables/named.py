"""The period that a text reports which no table and no "quarter ended June 30, 2025" dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from auditor.grammar.dates import Stated
from auditor.grammar.periods import PeriodPhrase, periods_in
from auditor.model.calendar import UNKNOWN, FiscalCalendar
from auditor.model.period import Period

_READ = 20_000  # characters of a text that say what it reports
_RELEASED = 1_500  # characters that hold the date of its release
_OFTEN = 3  # a quarter named a third as often as the one named most is no other company's


def named_period(calendar: FiscalCalendar, text: str) -> Period:
    """The latest of the quarters that a text names with their years, else of the years; `UNKNOWN` where it names none.
    What ends after the date at its beginning is outlook, and not reported."""
    phrases = periods_in(text[:_READ])
    released = _released(phrases)
    quarters = Counter(
        calendar.quarter(p.year, p.ordinal)
        for p in phrases
        if p.kind == "quarter" and p.year and p.ordinal and not p.month
    )
    named = quarters or Counter(calendar.year(p.year) for p in phrases if p.kind == "year" and p.year)
    often = [p for p, n in named.items() if n * _OFTEN >= max(named.values())]
    past = [p for p in often if released is None or p.end <= released]
    return max(past, key=lambda p: p.end, default=UNKNOWN)


def _released(phrases: Sequence[PeriodPhrase]) -> date | None:
    """The latest date that the beginning names in full: that of the release itself, or one near it."""
    near = [p for p in phrases if p.kind == "date" and p.start <= _RELEASED]
    days = [on for p in near if (on := Stated(month=p.month, day=p.day, year=p.year).on())]
    return max(days, default=None)
