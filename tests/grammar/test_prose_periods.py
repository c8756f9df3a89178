"""Period phrases of the prose."""

import pytest

from auditor.grammar.periods import PeriodPhrase, periods_in

PHRASES = {
    "the fiscal 2007 second quarter": {"kind": "quarter", "ordinal": 2, "year": 2007},
    "Q2 of fiscal 2007": {"kind": "quarter", "ordinal": 2, "year": 2007, "fiscal": True},
    "Q4 ended September 30, 2003": {"kind": "quarter", "ordinal": 4, "month": 9, "day": 30, "year": 2003},
    "the fiscal 2007 Q2": {"kind": "quarter", "ordinal": 2, "year": 2007, "fiscal": True},
    "9M18": {"kind": "months", "count": 9, "year": 2018},
    "4Q17": {"kind": "quarter", "ordinal": 4, "year": 2017},
    "FY18": {"kind": "year", "year": 2018},
    "2018's third quarter": {"kind": "quarter", "ordinal": 3, "year": 2018},
    "the 2018 first half": {"kind": "half", "ordinal": 1, "year": 2018},
    "the comparable 2017 period": {"kind": "same", "year": 2017, "unit": "period"},
    "the corresponding 2017 three-month period": {"kind": "same", "year": 2017, "unit": "quarter"},
    "the fiscal first quarter of the prior year": {"kind": "prior-year", "ordinal": 1, "unit": "quarter"},
    "the first six months last year": {"kind": "prior-year", "unit": "six"},
    "the second half of last year": {"kind": "half", "ordinal": 2, "years_ago": 1},
    "Q3 last year": {"kind": "prior-year", "ordinal": 3, "unit": "quarter"},
    "a quarter earlier": {"kind": "prior", "unit": "quarter"},
    "12 months earlier": {"kind": "prior-year"},
    "three months to 30 September 2018": {"kind": "months", "count": 3, "month": 9, "day": 30, "year": 2018},
    "the half year ended June 30, 2018": {"kind": "months", "count": 6, "month": 6, "day": 30, "year": 2018},
    "31 December 2017": {"kind": "date", "month": 12, "day": 31, "year": 2017},
    "October–December 2024": {"kind": "months", "count": 3, "month": 12, "year": 2024},
    "YTD 2018": {"kind": "ytd", "year": 2018},
    "the second quarter of fiscal 2007": {"kind": "quarter", "ordinal": 2, "year": 2007},
    "Q2 2025": {"kind": "quarter", "ordinal": 2, "year": 2025},
    "three months ended September 30, 2006": {"kind": "months", "count": 3, "month": 9, "day": 30, "year": 2006},
    "thirteen weeks ended October 29, 2005": {"kind": "weeks", "count": 13, "month": 10, "day": 29},
    "the first nine months of 2007": {"kind": "months", "count": 9, "year": 2007},
    "the prior year comparable quarter": {"kind": "prior-year", "unit": "quarter"},
    "the same quarter a year ago": {"kind": "prior-year", "unit": "quarter"},
    "year over year": {"kind": "prior-year"},
    "the prior quarter": {"kind": "prior", "unit": "quarter"},
    "sequentially": {"kind": "prior"},
    "the comparable quarter of fiscal 2005": {"kind": "same", "year": 2005, "unit": "quarter"},
    "year to date": {"kind": "ytd"},
    "the third quarter fiscal 2025 year-to-date period": {"kind": "ytd", "ordinal": 3, "year": 2025, "fiscal": True},
    "the prior year-to-date period": {"kind": "ytd", "years_ago": 1},
    "the same year-to-date period of the previous year": {"kind": "ytd", "years_ago": 1},
    "fiscal 2024": {"kind": "year", "year": 2024},
    "FQ3-25": {"kind": "quarter", "ordinal": 3, "year": 2025},
    "F3Q25": {"kind": "quarter", "ordinal": 3, "year": 2025},
    "the 13-week fourth quarter of fiscal 2011": {"kind": "quarter", "ordinal": 4, "year": 2011},
    "the 52-week year ending February 1, 2014": {"kind": "months", "count": 12, "month": 2, "day": 1, "year": 2014},
    "September 30, 2006": {"kind": "date", "month": 9, "day": 30, "year": 2006},
    "the December quarter": {"kind": "month", "month": 12},
    "the end of the second quarter": {"kind": "quarter", "ordinal": 2, "at_end": True},
}


@pytest.mark.parametrize(("text", "parts"), PHRASES.items())
def test_a_phrase_is_read_whole(text: str, parts: dict[str, object]) -> None:
    (phrase,) = periods_in(f"sales for {text} rose")
    assert {k: getattr(phrase, k) for k in parts} == parts


@pytest.mark.parametrize("text", ["for 90 days", "over the past year or so", "in due time", "for six months"])
def test_a_length_of_time_is_no_period_of_the_release(text: str) -> None:
    assert periods_in(f"it is kept {text} by them") == ()


def test_a_second_year_is_kept() -> None:
    assert periods_in("the third quarter of 2006 and 2005")[0].more_years == (2005,)


def test_places_are_those_of_the_text() -> None:
    text = "Sales for the prior quarter fell"
    phrase: PeriodPhrase = periods_in(text)[0]
    assert text[phrase.start : phrase.end] == "the prior quarter"


def test_each_of_a_list_of_days_ends_a_period_of_the_length_before_it() -> None:
    listed = "the three months ended June 30, 2025, March 31, 2025 and June 30, 2024"
    assert [(p.kind, p.count, p.month) for p in periods_in(listed)] == [
        ("months", 3, 6), ("months", 3, 3), ("months", 3, 6),
    ]  # fmt: skip
    alone = periods_in("the three months ended June 30, 2025, March 31, 2025 being")
    assert [p.kind for p in alone] == ["months", "date"]
