"""The fiscal calendar of a release: which days its quarters and years begin and end on.

Nominal ends are month ends. Calendars of 52 or 53 weeks end on a weekday near them; their true ends are known where
the document prints them (`ends`), and follow by weeks from the nearest of those elsewhere. `anchors` hold the ends of
quarters that stand further from a month's end (quarters of 12 and 16 weeks).
"""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, timedelta
from functools import cached_property

from auditor.frozen import dataclass
from auditor.model.period import SLACK_DAYS, Period, add_months, month_end, months_ended

DAY = timedelta(days=1)
UNKNOWN = Period(date(1900, 1, 1), date(1900, 3, 31))
"""Reported by a document without a date."""


@dataclass(frozen=True, slots=True)
class StatedCalendar:
    """What a user says of the fiscal calendar, as in `FiscalCalendar`; None is left to the document."""

    year_end: int | None = None
    named_for_end: bool | None = None
    weeks: bool | None = None


UNSTATED = StatedCalendar()


@dataclass(frozen=True)
class FiscalCalendar:
    """`year_end` is the month in which fiscal years nominally end, `named_for_end` whether a fiscal year is called by
    the calendar year of its nominal end (else by the year before). `weeks`: years of 52 or 53 weeks.

    `ends` are the period ends and balance dates that the document prints, sorted. `reported` is the period that the
    document reports: its latest quarter, or its half or year where it has no quarters (`UNKNOWN` where it has no
    dates). `anchors` are (fiscal year, quarter, end). `by_end`: "the 2024 quarter" is said to be one that ended in
    2024, whatever fiscal year it belongs to.
    """

    year_end: int = 12
    named_for_end: bool = True
    weeks: bool = False
    ends: tuple[date, ...] = ()
    reported: Period = UNKNOWN
    anchors: tuple[tuple[int, int, date], ...] = ()
    by_end: bool = False

    # ------------------------------------------------------------------------------------------------ named periods

    def year(self, fiscal_year: int) -> Period:
        return Period(self.end_of(fiscal_year - 1, 4) + DAY, self.end_of(fiscal_year, 4))

    def quarter(self, fiscal_year: int, quarter: int) -> Period:
        """Quarter 1 to 4 of a fiscal year."""
        return Period(self._start(fiscal_year, quarter), self.end_of(fiscal_year, quarter))

    def half(self, fiscal_year: int, half: int) -> Period:
        """Half 1 or 2 of a fiscal year."""
        before = (fiscal_year, 2) if half == 2 else (fiscal_year - 1, 4)
        return Period(self.end_of(*before) + DAY, self.end_of(fiscal_year, 2 * half))

    def to_date(self, fiscal_year: int, quarter: int) -> Period:
        """The fiscal year up to the end of a quarter: 3, 6, 9 or 12 months."""
        return Period(self.end_of(fiscal_year - 1, 4) + DAY, self.end_of(fiscal_year, quarter))

    # ------------------------------------------------------------------------------------------------ dates

    def end_of(self, fiscal_year: int, quarter: int) -> date:
        """The last day of a quarter."""
        anchored = self._anchored.get((fiscal_year, quarter))
        return anchored or self.snap(self.nominal(fiscal_year, quarter))

    def nominal(self, fiscal_year: int, quarter: int) -> date:
        """The month end that a quarter ends on or near."""
        last = month_end(fiscal_year if self.named_for_end else fiscal_year + 1, self.year_end)
        return add_months(last, 3 * (quarter - 4))

    def near(self, day: date) -> bool:
        """Whether the document prints a period end within ten days of `day`."""
        end = self._near(day)
        return end is not None and abs((end - day).days) <= SLACK_DAYS

    def snap(self, day: date) -> date:
        """The period end that a nominal end means: a printed one within ten days, or by weeks from the nearest one."""
        near = self._near(day)
        if not self.weeks or near is None:
            return day
        if abs((near - day).days) <= SLACK_DAYS:
            return near
        weeks = round((day - near).days / 91) * 13
        guess = near + timedelta(weeks=weeks)
        return guess + timedelta(weeks=int((day - guess).days / 7))  # weeks gained or lost by years of 53

    def place(self, end: date) -> tuple[int, int]:
        """(fiscal year, quarter) that ends on or near `end`; for other days the quarter that they fall in."""
        for year, quarter, anchor in self.anchors:
            if anchor == end:
                return year, quarter
        day = end - timedelta(days=SLACK_DAYS)
        months = (self.year_end - day.month) % 12
        ends_in = day.year + (1 if day.month > self.year_end else 0)
        return (ends_in if self.named_for_end else ends_in - 1), 4 - months // 3

    def quarter_of(self, end: date) -> int:
        return self.place(end)[1]

    def fiscal_year_of(self, end: date) -> int:
        return self.place(end)[0]

    # ------------------------------------------------------------------------------------------------ relations

    def ended(self, end: date, months: int) -> Period:
        """The duration of `months` whole months up to and including `end`, as the calendar counts them."""
        return Period(self.opening(months_ended(end, months)) + DAY, end)

    def quarter_ended(self, end: date) -> Period:
        """A quarter by its last day; as long as the reported one where quarters are of 12, 16 or 17 weeks."""
        reported = self.reported
        odd = abs(reported.days - 91) > 9 and reported.days < 120
        same = abs((reported.end - end).days) % 364 <= 10
        if odd and same and reported.start is not None:
            return Period(end - (reported.end - reported.start), end)
        return self.ended(end, 3)

    def opening(self, period: Period) -> date:
        """The last day before a duration begins (for an instant, the instant itself): where its opening balance
        stands."""
        if period.start is None:
            return period.end
        before = period.start - DAY
        near = self._near(before)
        if self.weeks and near is not None and abs((near - before).days) <= SLACK_DAYS:
            return near
        if self.weeks and period.months % 3 == 0:
            regular = period.end - timedelta(weeks=13 * (period.months // 3))
            return min((regular, regular - timedelta(weeks=1)), key=lambda day: abs((day - before).days))
        return before

    def year_before(self, period: Period, years: int = 1) -> Period:
        """The same period of an earlier fiscal year."""
        earlier = period.years_before(years)
        end = self.snap(earlier.end)
        if earlier.start is None:
            return Period(None, end)
        return Period(self.opening(Period(earlier.start, end)) + DAY, end)

    def before(self, period: Period) -> Period:
        """The period of equal length right before; for an instant, the end of the quarter before."""
        if period.start is None:
            fiscal_year, quarter = self.place(period.end)
            return Period(None, self.end_of(*_earlier(fiscal_year, quarter)))
        end = self.opening(period)
        if period.months and period.months % 3 == 0:
            return self.ended(end, period.months)
        return Period(end - (period.end - period.start), end)

    def year_to(self, end: date) -> Period:
        """The fiscal year that `end` falls in, up to `end`."""
        fiscal_year = self.fiscal_year_of(end)
        return Period(self.end_of(fiscal_year - 1, 4) + DAY, end)

    # ------------------------------------------------------------------------------------------------ inside

    @cached_property
    def _anchored(self) -> dict[tuple[int, int], date]:
        return {(year, quarter): end for year, quarter, end in self.anchors}

    def _near(self, day: date) -> date | None:
        """The printed end nearest to `day`."""
        k = bisect_left(self.ends, day)
        around = self.ends[max(0, k - 1) : k + 1]
        return min(around, key=lambda end: (abs((end - day).days), end), default=None)

    def _start(self, fiscal_year: int, quarter: int) -> date:
        end, before = self.end_of(fiscal_year, quarter), self.end_of(*_earlier(fiscal_year, quarter))
        known = self.reported
        if (fiscal_year, quarter) in self._anchored and known.start is not None:
            if self.quarter_of(known.end) == quarter:
                return end - (known.end - known.start)  # a quarter of as many weeks as the one reported
        return before + DAY


def _earlier(fiscal_year: int, quarter: int) -> tuple[int, int]:
    return (fiscal_year, quarter - 1) if quarter > 1 else (fiscal_year - 1, 4)
