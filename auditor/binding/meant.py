"""The periods that a claim may be about, and those that it may be compared with."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from auditor.binding.index import FactIndex, unit_class
from auditor.claims.place import YEAR
from auditor.model.calendar import FiscalCalendar
from auditor.model.claim import Claim
from auditor.model.period import Period, months_ended
from auditor.vocabulary import Vocabulary

_QUARTER, _YEAR_LONG = 3, 12  # months
_RATES = ("percent", "points", "bps")


class Periods:
    """`guessing`: a sentence that names no period may mean another than the usual one."""

    def __init__(
        self, index: FactIndex, vocabulary: Vocabulary, calendar: FiscalCalendar, guessing: bool = True
    ) -> None:
        self.index, self.vocabulary, self.calendar, self.guessing = index, vocabulary, calendar, guessing
        self._meant: dict[tuple[object, ...], list[Period]] = {}
        self._bases: dict[Period, list[Period]] = {}

    def of(self, claim: Claim) -> list[Period]:
        """The claim's period first; where the sentence names none, the other periods that it may mean."""
        year = claim.doubt == YEAR
        of_when = claim.period, claim.beside, claim.dated, claim.role == "base", year
        key = (*of_when, claim.measure, claim.foreign, claim.quantity.unit)
        found = self._meant.get(key)
        if found is None:
            found = self._meant[key] = self._every(claim)
        return found

    def _every(self, claim: Claim) -> list[Period]:
        reported = self.calendar.reported
        first = [claim.period] if claim.period else []
        if not self.guessing:
            return first
        if claim.dated and claim.period is not None:
            if claim.period.instant and self._within_reported(claim, claim.period):
                return [self.calendar.reported, *first]  # a count in a table whose columns are durations
            if claim.period.instant:
                return [*first, months_ended(claim.period.end, 3), months_ended(claim.period.end, 12)]
            if claim.doubt == YEAR:
                return [*first, months_ended(claim.period.end, 3), *self._of_its_year(claim.period)]
            rate = claim.quantity.unit in _RATES
            if claim.period.months == _QUARTER and rate and self._only_at_dates(claim):
                return [
                    claim.period.at_end(),
                    *first,
                ]  # a rate of the quarter, in a column that is headed by its last day
            return first if self._flows(claim) else [*first, claim.period.at_end()]
        extra = self._before(claim.beside) if undated(claim) else self._told
        if first and self._within_reported(claim, first[0]):
            first = [reported, *first]
        every = first + extra
        if self._flows(claim):
            return _unique(every)
        if self._only_at_dates(claim):
            return _unique(_ends_first(every))
        ends = [p.at_end() for p in every]
        return _unique(ends + every if undated(claim) and self.stands(claim) else every + ends)

    def _only_at_dates(self, claim: Claim) -> bool:
        """Whether the tables give a measure at dates alone, so that no length of time can be meant: a backlog, a fleet."""
        if claim.measure is None or self.stands(claim):
            return False
        found = self.index.matches(claim.measure, claim.foreign, unit_class(claim.quantity.unit))
        return bool(found) and all(m.fact.period is not None and m.fact.period.instant for m in found)

    def _of_its_year(self, year: Period) -> list[Period]:
        """The quarter, and the year to date, of another year that end where the reported period does."""
        name, number = self.calendar.fiscal_year_of(year.end), self.calendar.quarter_of(self.calendar.reported.end)
        return [self.calendar.quarter(name, number), self.calendar.to_date(name, number)]

    @cached_property
    def _told(self) -> list[Period]:
        """The periods that the release tells of: the one that it reports, the year to date, the year, its last quarter."""
        calendar, reported = self.calendar, self.calendar.reported
        name, number = calendar.fiscal_year_of(reported.end), calendar.quarter_of(reported.end)
        told = [reported, calendar.to_date(name, number), calendar.year(name)]
        return [*told, calendar.quarter(name, number)] if reported.months == _YEAR_LONG else told

    @cached_property
    def _compared(self) -> list[Period]:
        """The periods that it compares them with."""
        calendar, (reported, to_date, *_) = self.calendar, self._told
        last = calendar.year(calendar.fiscal_year_of(reported.end) - 1)
        return [calendar.year_before(reported), calendar.year_before(to_date), calendar.before(reported), last]

    def _before(self, beside: Period | None) -> list[Period]:
        """The periods that a figure may be compared with: first those as long as its own."""
        if beside is None or beside.instant or beside.months == self.calendar.reported.months:
            return self._compared
        return [self.calendar.year_before(beside), self.calendar.before(beside), *self._compared]

    def _within_reported(self, claim: Claim, period: Period) -> bool:
        """Whether a date that the text spoke of before stands for the period that ends on it: no table gives the measure
        at the date itself."""
        if claim.measure is None or not period.instant or self.stands(claim):
            return False
        if not self.calendar.reported.ends_with(period):
            return False
        at_date = self.index.figures(claim.measure, claim.foreign, unit_class(claim.quantity.unit), period)
        return not any(s == "sure" for _, s in at_date)

    def stands(self, claim: Claim) -> bool:
        """Whether a measure is a balance."""
        entry = self.vocabulary.entry(claim.measure.key) if claim.measure else None
        return entry is not None and entry.stands

    def _flows(self, claim: Claim) -> bool:
        """Whether a measure belongs to a length of time, and no balance at its end can be meant."""
        entry = self.vocabulary.entry(claim.measure.key) if claim.measure else None
        return entry is not None and entry.flows

    def bases(self, claim: Claim, now: Period) -> list[Period]:
        """What a figure of `now` may be compared with: the base that the sentence names, else a year or a period ago."""
        if claim.base is not None and unit_class(claim.quantity.unit) == "count":
            base = claim.base.at_end() if now.instant else claim.base
            return _unique([base, self.calendar.before(now), self.calendar.year_before(now)])
        if claim.base is not None:
            if now.instant:
                return [claim.base.at_end()]
            if claim.base.instant:  # of a balance in a column that is headed by the months up to its date
                return [months_ended(claim.base.end, now.months)]
            if claim.base.months == now.months:
                return [claim.base]
            return [] if self._is_part(claim.base, now) else [self._in_year_of(claim.base, now)]
        if now not in self._bases:
            self._bases[now] = self._usual_bases(now)
        return self._bases[now]

    def _is_part(self, base: Period, now: Period) -> bool:
        """Whether a base is a part of the very year of `now`: "up 40% from the third quarter" is of the fourth, whatever was
        spoken of before."""
        of_year = self.calendar.fiscal_year_of
        return _QUARTER <= base.months < now.months and of_year(base.end) == of_year(now.end)

    def _in_year_of(self, base: Period, now: Period) -> Period:
        """The same part of an earlier year, which the sentence names as a whole: a quarter "up 10% over 2019"."""
        calendar = self.calendar
        return calendar.year_before(now, max(1, calendar.fiscal_year_of(now.end) - calendar.fiscal_year_of(base.end)))

    def _usual_bases(self, now: Period) -> list[Period]:
        calendar = self.calendar
        found = [calendar.year_before(now), calendar.before(now)]
        if now.instant:
            name = calendar.fiscal_year_of(now.end)
            found += [calendar.year(name - 1).at_end()]
        return _unique(found)


def undated(claim: Claim) -> bool:
    """Whether a number is compared with, and the sentence does not say of when it is."""
    return claim.role == "base" and claim.period is None


def _ends_first(periods: list[Period]) -> list[Period]:
    """The last days of periods before the periods."""
    return [*(p.at_end() for p in periods), *periods]


def _unique(periods: Iterable[Period]) -> list[Period]:
    out: list[Period] = []
    for p in periods:
        if not any(p.same(o) and p.instant == o.instant for o in out):
            out.append(p)
    return out
