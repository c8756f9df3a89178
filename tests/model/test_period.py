"""Periods that are one time of a company's calendar."""

from datetime import date

from auditor.model.period import Period

QUARTER = Period(date(2025, 4, 1), date(2025, 6, 30))
HALF = Period(date(2025, 1, 1), date(2025, 6, 30))
LAST_DAY = Period(None, date(2025, 6, 28))


def test_a_day_is_at_one_time_with_what_ends_on_it_and_two_lengths_are_not() -> None:
    assert QUARTER.at_one_time(LAST_DAY) and LAST_DAY.at_one_time(HALF)
    assert QUARTER.at_one_time(QUARTER) and not QUARTER.at_one_time(HALF)
    assert not QUARTER.at_one_time(LAST_DAY.years_before())
