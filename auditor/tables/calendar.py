"""The fiscal calendar of a document, inferred from the headers of its tables and from its prose.

Evidence for the month in which fiscal years end is weighed: lengths of 12 months, quarters beside a longer year to
date, the ordinal of a quarter with its date, the older date of a balance sheet.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from auditor.frozen import dataclass
from auditor.grammar.dates import Stated, parts_in
from auditor.grammar.folding import Hinted, folded
from auditor.grammar.period_forms import ORDINALS
from auditor.model.calendar import UNKNOWN, UNSTATED, FiscalCalendar, StatedCalendar
from auditor.model.period import SLACK_DAYS, Period, month_end
from auditor.tables.named import named_period

_WEEKS = {13: 3, 14: 3, 26: 6, 27: 6, 39: 9, 40: 9, 52: 12, 53: 12}
_ODD_QUARTERS, _WEEKS_OF_A_YEAR = (12, 16, 17), 52
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_ENDED = re.compile(
    rf"[Ee](?<!\w.)(?:nd(?:ed|ing|s)|(?<=E)NDED)\s+(?:on\s+|at\s+)?"
    rf"(?P<date>{_MONTH}\s+\d{{1,2}},?\s+(?:19|20)\d\d|(?i:{_MONTH})\s+\d{{1,2}}\b)"
)
# the day of a release stands behind a place or a mark, those of its periods behind words or in a list of days
_DAY = re.compile(rf"(?<!\b20\d\d)(?<!\b19\d\d)[,.(/–—-]\s*(?P<day>(?i:{_MONTH})\s+\d{{1,2}},?\s+(?:19|20)\d\d)")
_BEFORE = Hinted(
    r"(?:(?P<ordinal>first|second|third|fourth)\s+(?:fiscal\s+)?quarter|(?P<quarter>quarter)|"
    r"(?P<year>(?:fiscal\s+|full\s+)?year)"
    r"|(?P<count>three|six|nine|twelve|[369]|12|13|14|16|24|26|27|28|36|39|40|52|53|thirteen|fourteen|"
    r"twenty-six|thirty-nine|fifty-two)[\s-]+(?P<unit>month|week)s?)"
    r"(?:ly)?(?:\s+(?:period|\d{4}|of\s+(?:the\s+)?(?:company.s\s+)?(?:fiscal\s+)?(?:year\s+)?\d{4}))?"
    r"(?:,?\s+(?:which|that))?,?\s*"
    r"(?:\(\w+\)\s*)?$",
    "quarter|year|month|week"
)  # fmt: skip
# Whole documents are searched for these, in lower case: a pattern that begins with a letter, rather than with the
# boundary in front of it, passes over what cannot begin it ten times as fast.
_NAMED = re.compile(r"fiscal(?<!\wfiscal)\s+(?:years?\s+)?((?:19|20)\d\d)\b")
_ORDINAL = re.compile(r"(first|second|third|fourth)[\s-]+(?:fiscal\s+)?quarter\b")
_YEARS = frozenset((("twelve", "month"), ("12", "month"), ("52", "week"), ("53", "week"), ("fifty-two", "week")))
_WEEKLY = re.compile(r"\b5[23][\s-]*(?:(?:or|and|/)\s*5?[23][\s-]*)?week", re.I)
FEW = 12  # in a document of more tables, a date that stands over one column alone ends no period
_SOON = 130  # days before and after a release in which the quarter that it reports and the next one end
_TOP = 1500  # characters of a text that hold its title and the day of its release
_TITLE = 300  # characters of a text that hold its title
_HALF = 6  # months
_QUARTERS, _NINE_MONTHS = 4, 300  # of a year; days, and a little more
_SPRING = 5  # May
PROSE = 400_000  # characters of the text that are searched


_NAMED_BY_END = re.compile(
    r"\bended\s+\w+\s+\d{1,2},?\s+(?P<year>\d{4})\s*\(\s*(?:the\s+)?[\"“]\s*(?P=year)\s+(?:quarter|period|half|year)\b"
)
"""For the quarter ended December 31, 2024 (the “2024 quarter”)"""


@dataclass(frozen=True, slots=True)
class Dated:
    """What one table's headers state. `balance`: the table is a balance sheet."""

    stated: tuple[Stated, ...]
    balance: bool = False


def infer(
    tables: Sequence[Dated], text: str, stated: StatedCalendar = UNSTATED, above: str | None = None
) -> FiscalCalendar:
    """The calendar that headers and prose agree on best, and that `stated` decides where it speaks; `reported` is
    `UNKNOWN` where they name no date. `above` is the text above the first table."""
    released = _latest_day(text if above is None else above)
    text = text[:PROSE]
    prose = _ended_in(text)
    spans = [(s, d) for t in tables for s in t.stated if (d := s.on()) and (s.months or s.weeks or s.quarter)]
    instants = [d for t in tables for s in t.stated if (d := s.on()) and not s.spans]
    balances = [sorted({d for s in t.stated if (d := s.on())}) for t in tables if t.balance]
    seen = Counter(instants)
    once = len(tables) < FEW
    sure = {d for _, d in spans} | {d for dates in balances for d in dates}
    ends = sorted(sure | {d for d, n in seen.items() if n > 1 or once})
    ordinal = _most_named_quarter(text)
    apart = [(s, d) for t in tables for s in dict.fromkeys(t.stated) if (d := s.on()) and s.spans]
    quarter = _latest_quarter(_ended_by(released, apart), prose, balances, ends)
    year_end = stated.year_end or _year_end(tables, spans, balances, prose, ordinal, quarter)
    weeks = _weekly(spans, balances, text) if stated.weeks is None else stated.weeks
    found = FiscalCalendar(year_end, True, weeks, tuple(ends))
    reported = _reported(found, tables, quarter, spans)
    if reported == UNKNOWN or quarter is None and released is not None and reported.end > released:
        told = named_period(found, text)  # the year of bare columns had not ended when this was released
        reported = reported if told == UNKNOWN else told
    named = stated.named_for_end
    if named is None:
        named = _named_for_end(tables, text, found, reported)
    found = FiscalCalendar(year_end, named, weeks, tuple(ends), reported)
    anchors = _anchors(found, spans, reported, ordinal)
    by_end = _NAMED_BY_END.search(text) is not None
    return FiscalCalendar(year_end, named, weeks, tuple(ends), reported, anchors, by_end)


def _latest_day(text: str) -> date | None:
    """The latest day that the top of a document names: that of its release, or of a call or payment soon after."""
    days = (p for m in _DAY.finditer(text[:_TOP]) for p in parts_in(" ".join(m["day"].split()))[:1] if p.kind == "day")
    found = (Stated(month=p.month, day=p.day, year=p.year).on() for p in days)
    return max((day for day in found if day is not None), default=None)


def _ended_by(released: date | None, spans: list[tuple[Stated, date]]) -> list[tuple[Stated, date]]:
    """The periods that had ended when a document was released, where one ended shortly before and the others end
    shortly after: those are of its outlook."""
    if released is None:
        return spans
    ended = [(s, d) for s, d in spans if d <= released]
    soon = all(abs((d - released).days) <= _SOON for _, d in spans if d > released)
    return ended if soon and any((released - d).days <= _SOON for _, d in ended) else spans


@dataclass(frozen=True, slots=True)
class _Ended:
    """A sentence's "second quarter ended September 30, 2006": ordinal 0 for a plain quarter, None for a year."""

    ordinal: int | None
    month: int
    day: date | None


def _ended_in(text: str) -> list[_Ended]:
    out: list[_Ended] = []
    for m in _ENDED.finditer(text):
        lead = text[max(0, m.start() - 70) : m.start()]
        before = _BEFORE.search(lead)
        parts = parts_in(" ".join(m["date"].split())) if before is not None else ()
        if before is None or not parts or parts[0].month is None:
            continue
        part = parts[0]
        whole = before["year"] or ((before["count"] or "").lower(), before["unit"]) in _YEARS
        ordinal = None if whole else ORDINALS.get((before["ordinal"] or "").lower(), 0)
        day = Stated(month=part.month, day=part.day, year=part.year).on()
        near = day or Stated(month=part.month, day=part.day, year=2001).on()
        if near is not None:
            out.append(_Ended(ordinal, nominal_month(near), day))
    return out


def nominal_month(end: date) -> int:
    """The month that an end means: the last days of a month, or the first ten of the next."""
    return (end - timedelta(days=SLACK_DAYS)).month


def _most_named_quarter(text: str) -> int | None:
    """The ordinal of the quarter that the prose names most; what its title names counts twice."""
    found = [m for m in _ORDINAL.finditer(folded(text)[:60_000]) if not (m.start() and text[m.start() - 1].isalnum())]
    named = Counter(ORDINALS[m[1]] for m in found)
    if found and found[0].start() < _TITLE:
        named[ORDINALS[found[0][1]]] += 1
    return max(named, key=named.__getitem__) if named else None


def _months(s: Stated) -> int:
    return s.months or _WEEKS.get(s.weeks or 0, 0) or (3 if s.quarter else 0)


def _is_quarter(s: Stated) -> bool:
    return _months(s) == 3 or s.weeks in (12, 16, 17)


def _latest_quarter(
    spans: list[tuple[Stated, date]], prose: list[_Ended], balances: list[list[date]], ends: list[date]
) -> date | None:
    """The end of the quarter that most tables report; without one that of the prose, then of the balance sheets."""
    counted = Counter(d for s, d in spans if _is_quarter(s)) or Counter(
        p.day for p in prose if p.ordinal is not None and p.day
    )
    if counted:
        last = max((dates[-1] for dates in balances if dates), default=date.max)
        likely = {d: n for d, n in counted.items() if (d - last).days <= SLACK_DAYS} or counted
        most = max(likely.values())
        return max(d for d, n in likely.items() if n * 3 >= most)
    longest = Counter(d for s, d in spans)
    if longest:
        return max(d for d, n in longest.items() if n * 3 >= max(longest.values()))
    if balances and balances[0]:
        return balances[0][-1]
    return ends[-1] if ends else max((p.day for p in prose if p.day), default=None)


def _year_end(
    tables: Sequence[Dated],
    spans: list[tuple[Stated, date]],
    balances: list[list[date]],
    prose: list[_Ended],
    ordinal: int | None,
    quarter: date | None,
) -> int:
    votes: Counter[int] = Counter()
    trailing = {d for t in tables for d in _trailing(t)}
    for s, d in spans:
        if _months(s) == 12:
            votes[nominal_month(d)] += 0 if d in trailing else 2
        elif _months(s) == _HALF:
            votes[_later(d, 2)] += 1  # half years that are reported are the first ones of their years
        elif s.quarter:
            votes[_later(d, 4 - s.quarter)] += 3
    for t in tables:
        votes.update(_beside(t))
    for dates in balances:
        older = [d for d in dates if (dates[-1] - d).days > 20 and not _year_apart(d, dates[-1])]
        for d in older[:1]:
            votes[nominal_month(d)] += 3
    odd = _odd(spans)  # quarters of so many weeks are no three months each
    for p in prose[:40]:
        if p.ordinal is None:
            votes[p.month] += 3
        elif p.ordinal and p.day not in odd:
            votes[(p.month + 3 * (4 - p.ordinal) - 1) % 12 + 1] += 4
    if ordinal and quarter and quarter not in odd:
        votes[_later(quarter, 4 - ordinal)] += 3
    if not +votes and quarter:
        votes[nominal_month(quarter) if any(_months(s) == 12 for s, _ in spans) else 12] += 1
    return max(votes, key=lambda m: (votes[m], m)) if +votes else 12


def _odd(spans: list[tuple[Stated, date]]) -> set[date]:
    """The ends of quarters of 12, 16 or 17 weeks that stand beside a longer part of their year, which tells its end."""
    weekly = [(s.weeks, d) for s, d in spans if s.weeks]
    longer = {d for weeks, d in weekly if weeks not in _ODD_QUARTERS and weeks < _WEEKS_OF_A_YEAR}
    return {d for weeks, d in weekly if weeks in _ODD_QUARTERS and d in longer}


def _beside(table: Dated) -> Counter[int]:
    """Votes from a quarter that stands beside a longer length with the same end: that began with the year."""
    votes: Counter[int] = Counter()
    dated = [(_months(s), d) for s in table.stated if (d := s.on()) and s.spans]
    quarters = {d for months, d in dated if months == 3}
    weekly = [(s.weeks, d) for s in table.stated if (d := s.on()) and s.weeks]
    odd = {d for weeks, d in weekly if weeks in _ODD_QUARTERS}
    for weeks, d in weekly:
        if d in odd and weeks not in _ODD_QUARTERS and weeks < _WEEKS_OF_A_YEAR:
            votes[nominal_month(d + timedelta(weeks=_WEEKS_OF_A_YEAR - weeks))] += 3
    trailing = _trailing(table)
    for months, d in dated:
        if months in (6, 9, 12) and d in quarters and d not in trailing | odd:
            votes[_later(d, (12 - months) // 3)] += 3
    return votes


def _trailing(table: Dated) -> set[date]:
    """The ends of twelve months that stand beside their four quarters: those may end with any of them."""
    dated = [(_months(s), d) for s in table.stated if (d := s.on()) and s.spans]
    quarters = {d for months, d in dated if months == 3}
    ends = {d for months, d in dated if months == 12}
    return {d for d in ends if sum(0 <= (d - q).days < _NINE_MONTHS for q in quarters) == _QUARTERS}


def _later(day: date, quarters: int) -> int:
    return (nominal_month(day) + 3 * quarters - 1) % 12 + 1


def _year_apart(a: date, b: date) -> bool:
    days = abs((a - b).days) % 365
    return min(days, 365 - days) <= SLACK_DAYS


def _weekly(spans: list[tuple[Stated, date]], balances: list[list[date]], text: str) -> bool:
    if any(s.weeks for s, _ in spans):
        return True
    main = [d for s, d in spans if _months(s)] + [d for dates in balances for d in dates]
    odd = sum(1 for d in main if d != month_end(d.year, d.month))
    return odd * 3 > len(main) or (odd > 0 and bool(_WEEKLY.search(text)))


def _reported(
    calendar: FiscalCalendar,
    tables: Sequence[Dated],
    quarter: date | None,
    spans: list[tuple[Stated, date]],
) -> Period:
    named = Counter((s.year, s.quarter) for t in tables for s in t.stated if s.year and s.quarter and not s.month)
    if sum(named.values()) * 2 > len(spans) and not any(_is_quarter(s) for s, _ in spans):
        told = calendar.place(quarter) if quarter is not None else None
        if told is not None and told in named:
            return calendar.quarter(*told)
        return calendar.quarter(*max(q for q, n in named.items() if n * 3 >= max(named.values())))
    halves = {(s.year, s.half) for t in tables for s in t.stated if s.year and s.half and not s.month}
    if halves and not named and not spans:
        return calendar.half(*max(halves))
    if quarter is not None:
        lengths = [s for s, d in spans if d == quarter]
        weeks = next((s.weeks for s in lengths if s.weeks in (12, 16, 17)), None)
        if weeks:
            return Period(quarter - timedelta(days=7 * weeks - 1), quarter)
        months = min((m for s in lengths if (m := _months(s)) >= 3), default=3)
        return calendar.ended(quarter, months)
    years = [s.year for t in tables for s in t.stated if s.year]
    return calendar.year(max(years)) if years else UNKNOWN


def _named_for_end(tables: Sequence[Dated], text: str, calendar: FiscalCalendar, reported: Period) -> bool:
    """Whether "fiscal 2023" ends in 2023: by the fiscal years that the prose and the headers name most."""
    if calendar.year_end > _SPRING or reported == UNKNOWN:
        return True  # a year of which most lies in the year of its end is called by that one
    ends_in = calendar.fiscal_year_of(reported.end)
    told = [int(y) for y in _NAMED.findall(folded(text))]
    named = Counter(told)
    for t in tables:
        named.update(s.year for s in t.stated if s.fiscal and s.year and not s.dated)
    if not named[ends_in] and not named[ends_in - 1] and named[ends_in - 2]:
        return False  # only the year before the reported one is named, and by the year that it began in
    if told and told[0] == ends_in and not named[ends_in - 2]:
        return True  # the headline names the reported year, and the one before it is but told of more often
    if named[ends_in] or named[ends_in - 1]:
        return named[ends_in] >= named[ends_in - 1] or named[ends_in] > named[ends_in - 2] > 0
    return calendar.year_end > 1


def _anchors(
    calendar: FiscalCalendar, spans: list[tuple[Stated, date]], reported: Period, ordinal: int | None
) -> tuple[tuple[int, int, date], ...]:
    """The ends of quarters of 12 or 16 weeks, which stand far from month ends."""
    quarters = {d for s, d in spans if s.weeks in (12, 16, 17)}
    if reported.end not in quarters:
        return ()
    to_date = max((s.weeks or 0 for s, d in spans if d == reported.end), default=0)
    place = ordinal or {24: 2, 28: 2, 36: 3, 40: 3}.get(to_date, 4 if to_date >= 52 else 1)
    year = calendar.fiscal_year_of(reported.end)
    same = [d for d in sorted(quarters) if _year_apart(d, reported.end)]
    return tuple((year - round((reported.end - d).days / 365), place, d) for d in same)
