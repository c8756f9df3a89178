"""Periods: an instant (`start` is None) or a duration, both ends included."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from functools import cached_property

from auditor.frozen import dataclass

SLACK_DAYS = 10  # 52/53-week calendars end up to a week beside the month's end
DAYS_IN_MONTH = 30.4375
MOST_ODD_DAYS = 10  # by which whole months of a 52/53-week calendar may be off


@dataclass(frozen=True)  # without slots: what follows from its days is asked for all the time, and kept
class Period:
    """From `start` to `end`, both included; without `start` the instant of a balance."""

    start: date | None
    end: date

    def __str__(self) -> str:
        return self.end.isoformat() if self.start is None else f"{self.start.isoformat()}/{self.end.isoformat()}"

    @property
    def words(self) -> str:
        """`3 months to September 30, 2025`, of an instant its day; days, where they are no whole months."""
        end = f"{self.end:%B} {self.end.day}, {self.end.year}"
        if self.instant:
            return end
        whole = self.months and abs(self.days - self.months * DAYS_IN_MONTH) < MOST_ODD_DAYS
        length, unit = (self.months, "month") if whole else (self.days, "day")
        return f"{length} {unit}{'' if length == 1 else 's'} to {end}"

    @property
    def when(self) -> str:
        """`for the 3 months to September 30, 2025`, `at September 30, 2025`."""
        return f"at {self.words}" if self.instant else f"for the {self.words}"

    @cached_property
    def instant(self) -> bool:
        return self.start is None

    @property
    def days(self) -> int:
        return 0 if self.start is None else (self.end - self.start).days + 1

    @cached_property
    def months(self) -> int:
        """Length in whole months, to the nearest; 0 for an instant. 13 weeks are 3 months, 52 or 53 are 12."""
        return 0 if self.start is None else round(((self.end - self.start).days + 1) / DAYS_IN_MONTH)

    def same(self, other: Period) -> bool:
        """The same period of a company's calendar: ends within ten days and lengths equal in months."""
        return self is other or abs((self.end - other.end).days) <= SLACK_DAYS and self.months == other.months

    def ends_with(self, other: Period) -> bool:
        """Whether the ends are one day of a company's calendar: within ten days of each other."""
        return abs((self.end - other.end).days) <= SLACK_DAYS

    def at_one_time(self, other: Period) -> bool:
        """Whether they are the same, or one is the day with which the other ends."""
        return self.same(other) if self.instant == other.instant else self.ends_with(other)

    def at_end(self) -> Period:
        return Period(None, self.end)

    def years_before(self, years: int = 1) -> Period:
        """The same period of an earlier year, ends of months kept."""
        return Period(
            None if self.start is None else _shift(self.start, -12 * years, False), _shift(self.end, -12 * years, True)
        )


def months_ended(end: date, months: int) -> Period:
    """`months` whole months up to and including `end`: three months ended 30 September start on 1 July."""
    return Period(_shift(end, -months, True) + timedelta(days=1), end)


def month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def add_months(day: date, months: int) -> date:
    """`day` moved by whole months; an end of month stays one."""
    return _shift(day, months, True)


def _shift(day: date, months: int, keep_end: bool) -> date:
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    last = calendar.monthrange(year, month + 1)[1]
    at_end = keep_end and day.day == calendar.monthrange(day.year, day.month)[1]
    return date(year, month + 1, last if at_end else min(day.day, last))
