"""A company's fiscal calendar, and the period that the release reports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from auditor.model.period import Period, add_months, month_end, months_ended


@dataclass(frozen=True, slots=True)
class FiscalCalendar:
    """`year_end` is the last day of a fiscal year (any one; its month and day count). `named_by_end` says whether fiscal
    years bear the calendar year in which they end. `reported` is the latest period that the release presents: its
    quarter (three months), or the year where there is no quarter. `ends` are the period ends printed in the document,
    so that 52/53-week calendars give the real days.
    """

    year_end: date
    reported: Period
    named_by_end: bool = True
    ends: tuple[date, ...] = ()
    year_offset: int = 0
    """Years to add to a fiscal year's name to get the calendar year in which it ends (0, or 1 where named by its start)."""

    def year(self, fiscal_year: int) -> Period:
        """The fiscal year of that name."""
        return self._ended(self._year_end(fiscal_year), 12)

    def quarter(self, fiscal_year: int, number: int) -> Period:
        """Quarter 1 to 4 of the fiscal year of that name."""
        return self._ended(self._snap(add_months(self._nominal_end(fiscal_year), 3 * (number - 4))), 3)

    def to_date(self, fiscal_year: int, quarters: int) -> Period:
        """The first `quarters` quarters of the fiscal year of that name: 2 is the half, 3 the nine months."""
        return self._ended(self._snap(add_months(self._nominal_end(fiscal_year), 3 * (quarters - 4))), 3 * quarters)

    def fiscal_year_of(self, day: date) -> int:
        """The name of the fiscal year in which `day` falls."""
        for name in range(day.year - 2, day.year + 3):
            if day <= self._year_end(name):
                return name
        return day.year

    def quarter_of(self, day: date) -> int:
        """The number (1 to 4) of the fiscal quarter in which `day` falls."""
        name = self.fiscal_year_of(day)
        return next((q for q in (1, 2, 3) if day <= self.quarter(name, q).end), 4)

    def before(self, period: Period) -> Period:
        """The period of the same length directly before."""
        if period.start is None:
            return Period(None, self._snap(add_months(month_end(period.end.year, period.end.month), -3)))
        months = max(1, period.months)
        end = self._snap(add_months(self._month_close(period.end), -months))
        return self._ended(end, months)

    def year_before(self, period: Period, years: int = 1) -> Period:
        """The same period of an earlier year."""
        end = self._snap(add_months(self._month_close(period.end), -12 * years))
        return Period(None, end) if period.start is None else self._ended(end, max(1, period.months))

    def _nominal_end(self, fiscal_year: int) -> date:
        year = fiscal_year + self.year_offset
        close = self._month_close(self.year_end)
        return month_end(year + (1 if close.year > self.year_end.year else 0), close.month)

    def _year_end(self, fiscal_year: int) -> date:
        return self._snap(self._nominal_end(fiscal_year))

    @staticmethod
    def _month_close(day: date) -> date:
        """The end of the month that a period ending on `day` belongs to: a week into a month belongs to the one before."""
        return add_months(month_end(day.year, day.month), -1) if day.day <= 9 else month_end(day.year, day.month)

    def _snap(self, end: date) -> date:
        """A printed period end within ten days of `end`, else `end` itself."""
        near = [e for e in self.ends if abs((e - end).days) <= 10]
        return min(near, key=lambda e: (abs((e - end).days), e)) if near else end

    @staticmethod
    def _ended(end: date, months: int) -> Period:
        return months_ended(FiscalCalendar._month_close(end), months) if end.day <= 9 or end.day >= 27 else months_ended(end, months)
