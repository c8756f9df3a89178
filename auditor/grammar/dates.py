"""The absolute periods that column headers, titles and balance labels print, part by part.

    header  ::= (part | other)*
    part    ::= span | quarter | half | to-date | day | month | year | instant
    span    ::= month-name "-" month-name [year] | [count "and"] count ("months" | "weeks") ["period"] ["ended"]
              | ["fiscal"] ("quarter" | "half" | "year") ["to date"] ["period"] "ended" | "full year" year
    quarter ::= (ordinal ["fiscal"] "quarter" | ["F"] "Q" digit | ["F"] digit "Q") [["of"] year]
    half    ::= ("first" | "second") "half" [["of"] year] | "H" digit [year] | digit "H" [year]
    to-date ::= "year to date" | "YTD"
    day     ::= month-name day-number ["," year] | day-number month-name [year] | number "/" number ["/" year] | number "." number "." year | iso
    month   ::= month-name year | month-name (alone)
    year    ::= ["fiscal" | "FY" | "CY" | "year"] four-digits | ("FY" | "CY") two-digits
    instant ::= "as of" | "as at" | "at" | "balance" (before a day or year)

Headers split these over lines ("Three Months Ended" / "September 30," / "2006"): the lines are joined before they are
scanned, and what is still incomplete is completed by `Stated.within` from the header above, the title or the section.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import field, replace
from datetime import date
from functools import lru_cache
from typing import Literal

import pyparsing as pp

from auditor.frozen import dataclass
from auditor.grammar.folding import folded
from auditor.grammar.period_forms import COUNTS, MONTHS, ORDINALS, TWO_YEARS, ending_year

PartKind = Literal["span", "quarter", "half", "to-date", "day", "month", "year", "instant"]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a header's period language, at `start`:`end` of the text. A span has `months` or `weeks`; `ordinal`
    is that of a quarter or half; `also` the other count of "three and nine months"."""

    start: int
    end: int
    kind: PartKind
    months: int | None = None
    weeks: int | None = None
    ordinal: int | None = None
    month: int | None = None
    day: int | None = None
    year: int | None = None
    fiscal: bool = False
    also: int | None = None


@dataclass(frozen=True, slots=True)
class Stated:
    """What a text says of one period; None where it is silent. `instant`: it says "as of"."""

    months: int | None = None
    weeks: int | None = None
    month: int | None = None
    day: int | None = None
    year: int | None = None
    quarter: int | None = None
    half: int | None = field(default=None, hash=False)  # seldom stated; looked up for every cell of a table
    to_date: bool = field(default=False, hash=False)
    fiscal: bool = field(default=False, hash=False)
    instant: bool = field(default=False, hash=False)

    @property
    def spans(self) -> bool:
        """Whether a length of time is stated."""
        return bool(self.months or self.weeks or self.quarter or self.half or self.to_date)

    @property
    def dated(self) -> bool:
        """Whether a full calendar day is stated."""
        return self.month is not None and self.day is not None and self.year is not None

    @property
    def whole(self) -> bool:
        """Whether it names one period without help: a day with its length, a quarter or half of a year."""
        return (self.dated and (self.spans or self.instant)) or bool(self.year and (self.quarter or self.half))

    def within(self, outer: Stated) -> Stated:
        """This, with what it leaves open taken from a header or title that stands over it."""
        own_length, own_day = self.spans, self.month is not None
        return Stated(
            self.months if own_length else outer.months,
            self.weeks if own_length else outer.weeks,
            self.month if own_day else outer.month,
            self.day if own_day else outer.day,
            self.year if self.year is not None else outer.year,
            self.quarter if own_length else outer.quarter,
            self.half if own_length else outer.half,
            self.to_date if own_length else outer.to_date,
            self.fiscal or (self.year is None and outer.fiscal),
            self.instant or (outer.instant and not own_length),
        )

    def on(self) -> date | None:
        """The stated day, where it is a day of the calendar."""
        if self.month is None or self.day is None or self.year is None:
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None


SILENT = Stated()
_ANY_YEAR = 2001  # of 365 days

_MONTH = (
    r"(?P<month>january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\b\.?"
)
_YEAR = rf"(?P<year>(?:19|20)\d\d{TWO_YEARS}(?!\d|,\d|%|\.\d)|['’]\d\d\b)"
_OF_YEAR = (
    r"(?:[\s,/-]*(?:of\s+|in\s+)?(?:the\s+)?(?:(?P<fiscal>fiscal(?:[\s-]+years?)?|FY|CY|calendar(?:\s+year)?)\s*)?"
    rf"(?:['’](?=(?:19|20)\d\d))?(?P<year>(?:19|20)\d\d{TWO_YEARS}(?!\d|,\d|%)|['’]?\d\d(?![\d,.%/]))(?:[EA]\b)?)?"
)
_QUARTER_WEEKS = 11  # of at least as many are the quarters, and
_YEAR_WEEKS = 53  # of at most as many the years, that days are counted of
_COUNT = "(?:" + "|".join(sorted((re.escape(c) for c in COUNTS), key=len, reverse=True)) + r"|\d{1,2})"
_ORDINAL = "(?P<ordinal>first|second|third|fourth|1st|2nd|3rd|4th)"
_ENDED = r"(?:[\s-]*periods?\b)?(?:\s*(?:ended|ending|end)\b)"


def _terminal(pattern: str, name: str) -> pp.Regex:
    element = pp.Regex(pattern, re.I)
    element.set_name(name)
    return element


count_span = _terminal(
    rf"(?:(?P<also>{_COUNT})\s*(?:[-\s]*months?)?\s*(?:and|&|/)\s*)?(?P<count>{_COUNT})[\s-]*(?:fiscal\s+)?"
    rf"(?P<unit>months?\b|mos?\b\.?|weeks?\b|wks?\b\.?|quarters?\b)(?:{_ENDED}|\s+to(?=\s+[A-Z0-9]))?"
    r"(?!\s+(?:or|of age)\b|\s+to\s+\w+\s+(?:months|weeks|years)\b)",
    "months or weeks",
)
named_span = _terminal(
    r"(?:fiscal\s+)?(?P<unit>quarter(?:ly)?|half[\s-]+year|half|full[\s-]+year|year)s?"
    rf"(?P<todate>[\s-]+to[\s-]+date)?{_ENDED}",
    "quarter or year ended",
)
ended_quarter = _terminal(rf"{_ORDINAL}[\s-]*(?:fiscal\s+)?quarters?(?=\s*(?:ended|ending))", "quarter ended")
quarter = _terminal(
    rf"(?:{_ORDINAL}[\s-]*(?:fiscal\s+)?(?:quarters?|qtr\.?)|\bF?Q\s?(?P<q>[1-4])(?!\d)|\bF?(?P<qd>[1-4])\s?Q(?:tr)?"
    rf"(?![a-z]))"
    rf"(?!\s*end(?:ed|ing)){_OF_YEAR}",
    "quarter",
)
half = _terminal(
    rf"(?:(?P<ordinal>first|second|1st|2nd)[\s-]*half|\bH\s?(?P<q>[12])(?!\d)|(?P<qd>[12])H(?![a-z])){_OF_YEAR}",
    "half",
)
to_date = _terminal(rf"(?:(?:fiscal\s+)?year[\s-]*to[\s-]*date|\bYTD(?![a-z])){_OF_YEAR}", "to date")
short_span = _terminal(rf"(?P<count>[369]|12)M(?![a-z])(?=[\s,/-]*(?:FY|CY|['’]|\d)){_OF_YEAR}", "months of a year")
days_span = _terminal(r"(?<=\()(?P<days>\d{2,3})[\s-]+days\s*\)", "days in brackets")
whole_year = _terminal(
    rf"full[\s-]+(?:fiscal[\s-]+)?year(?=[\s,/-]*(?:of\s+)?(?:fiscal|FY|CY|calendar|['’]|\d)){_OF_YEAR}", "a full year"
)
month_day = _terminal(
    rf"{_MONTH}\s*(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?![\d/]|,\d\d\d)(?:\s*,?\s*{_YEAR})?", "month and day"
)
month_year = _terminal(rf"{_MONTH}(?:[\s,]*{_YEAR}|-(?P<short>\d\d)\b)", "month and year")
day_month = _terminal(
    rf"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?[\s-]+{_MONTH}(?:[\s,-]*{_YEAR}|-(?P<short>\d\d)\b)?", "day and month"
)
numeric = _terminal(
    r"(?P<month>0?[1-9]|1[0-2])(?P<sep>[/-])(?P<day>0?[1-9]|[12]\d|3[01])(?P=sep)(?P<year>(?:19|20)\d\d|\d\d)"
    r"(?!\d|/|,\d|%)"
    r"|(?P<ld>0?[1-9]|[12]\d|3[01])\.(?P<lm>0?[1-9]|1[0-2])\.(?P<ly>(?:19|20)\d\d)(?![\d%])"
    r"|(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)|(?P<mm>[1-9]|1[0-2])/(?P<dd>[12]\d|3[01])(?![\d/%])",
    "numeric date",
)
month_span = _terminal(
    rf"{_MONTH.replace('?P<month>', '?P<first>')}\s*(?:[-–—/]|to|through)\s*{_MONTH}(?:[\s,/-]*{_YEAR})?", "months"
)
numbered_months = _terminal(
    r"(?P<first>1[0-2]|[1-9])\s?[-–—]\s?(?P<month>1[0-2]|[1-9])\s?/\s?(?P<year>(?:19|20)\d\d)(?!\d|,\d|%|\.\d)",
    "months by number",
)
lone_month = _terminal(rf"{_MONTH}(?=\s*(?:$|and\b|,))", "month")
year = _terminal(
    r"(?:(?P<fiscal>fiscal(?:[\s-]+years?)?|FY|CY|calendar(?:\s+years?)?|years?)\s*['’]?"
    rf"(?P<named>(?:19|20)\d\d{TWO_YEARS}(?!\d|,\d|%)|\d\d(?![\d,.%]))|{_YEAR})(?:[EA]\b)?",
    "year",
)
instant = _terminal(
    r"(?:as\s+(?:of|at)|balances?,?(?:\s+(?:as\s+of|at|on))?|at)"
    rf"(?=\s+(?:the\s+)?(?:{_MONTH}|\d|beginning|end|(?:and|or)\s+for\b))",
    "as of",
)

# The first form that fits is the part.
_FORMS: tuple[tuple[str, pp.Regex], ...] = (
    ("span", count_span), ("named", named_span), ("ended", ended_quarter), ("quarter", quarter), ("half", half),
    ("to-date", to_date), ("span", short_span), ("days", days_span), ("whole", whole_year), ("months", month_span), ("months", numbered_months), ("day", month_day), ("month", month_year), ("day", day_month), ("day", numeric),
    ("month", lone_month), ("year", year), ("instant", instant),
)  # fmt: skip


@lru_cache(maxsize=1)
def part() -> pp.ParserElement:
    """The forms as one grammar; making it compiles them all, so it is made when it is asked for."""
    return pp.MatchFirst([form(kind) for kind, form in _FORMS]).set_name("part of a period")


# What can begin a part, in lower case. Every alternative begins with a character, so that texts without one are passed
# over at once; what may not stand in front of it is looked at afterwards.
_TRIGGER = re.compile(
    "|".join(sorted((re.escape(c) for c in COUNTS), key=len, reverse=True))
    + r"|jan[a-z]*\b|feb[a-z]*\b|mar[a-z]*\b|apr[a-z]*\b|may[a-z]*\b|jun[a-z]*\b|jul[a-z]*\b|aug[a-z]*\b|sep[a-z]*\b"
    r"|oct[a-z]*\b|nov[a-z]*\b|dec[a-z]*\b|quarter|half|full[\s-]year|year|fiscal|first|second|third|fourth|f?q\s?[1-4]|f[1-4]\s?q"
    r"|h\s?[12]|fy|cy|calendar|ytd|as\s+(?:of|at)|at\b|balances?|'\d\d|’\d\d|" + "|".join("0123456789")
)
_INSIDE = frozenset("abcdefghijklmnopqrstuvwxyz0123456789$.,%/-")
_DUE = re.compile(
    r"\b(?:due|maturing|through|notes?|than|over|within|after|remaining|next|last|thereafter)\s*(?:in\s+)?$", re.I
)


@lru_cache(maxsize=8192)
def parts_in(text: str) -> tuple[Part, ...]:
    """The parts of a header or title, in order. White space in `text` may be of any kind."""
    out: list[Part] = []
    low, at = folded(text), 0
    while m := _TRIGGER.search(low, at):
        start = m.start()
        found = None if start and low[start - 1] in _INSIDE else _part_at(text, start)
        if found is None:
            at = start + 1
            continue
        if not (found.kind in ("span", "year", "month") and _DUE.search(text, max(0, found.start - 14), found.start)):
            out.append(found)
        at = max(found.end, start + 1)
    return tuple(out)


def _part_at(text: str, at: int) -> Part | None:
    """The part that begins at a place: the first form that fits, as in `part()`."""
    for kind, form in _FORMS:
        m = form.re.match(text, at)
        if m and m.end() > at:
            built = _build(kind, m)
            if built is not None:
                return built
    return None


def _build(kind: str, m: re.Match[str]) -> Part | None:
    g = {k: v for k, v in m.groupdict().items() if v}
    start, end = m.span()
    if kind == "span":
        return _span(start, end, g)
    if kind == "named":
        if "todate" in g:
            return Part(start, end, "to-date")
        return Part(start, end, "span", {"q": 3, "h": 6}.get(g["unit"][0].lower(), 12))
    if kind == "days":
        weeks, over = divmod(int(g["days"]), 7)
        return None if over or not _QUARTER_WEEKS <= weeks <= _YEAR_WEEKS else Part(start, end, "span", weeks=weeks)
    if kind == "months":
        return _from_to(start, end, g)
    if kind == "whole":
        return Part(start, end, "span", months=12, year=_year(g.get("year")))
    if kind == "ended":
        return Part(start, end, "quarter", ordinal=ORDINALS[g["ordinal"].lower()])
    if kind in ("quarter", "half"):
        ordinal = _ordinal(g)
        named: PartKind = "quarter" if kind == "quarter" else "half"
        return Part(start, end, named, ordinal=ordinal, year=_year(g.get("year")), fiscal="fiscal" in g)
    if kind == "to-date":
        return Part(start, end, "to-date", year=_year(g.get("year")), fiscal="fiscal" in g)
    if kind == "instant":
        return Part(start, end, "instant")
    if kind == "year":
        word = g.get("fiscal", "").lower()
        named_year = _year(g.get("named") or g.get("year"))
        return Part(start, end, "year", year=named_year, fiscal=word.startswith(("fiscal", "fy")))
    return _dated(kind, start, end, g)


def _span(start: int, end: int, g: dict[str, str]) -> Part | None:
    count = _counted(g["count"])
    unit = g.get("unit", "m")[0].lower()
    if unit == "q":
        count, unit = count * 3, "m"
    if not 0 < count <= (60 if unit == "m" else 54):
        return None
    also = _counted(g["also"]) if "also" in g else None
    if unit == "w":
        return Part(start, end, "span", weeks=count, also=also)
    return Part(start, end, "span", months=count, also=also, year=_year(g.get("year")))


def _from_to(start: int, end: int, g: dict[str, str]) -> Part:
    """A span from one month to another, by its last day: "Oct–Dec 2025", "10–12/2025"."""
    told = (g[name].lower().rstrip(".") for name in ("first", "month"))
    first, last = (int(month) if month.isdigit() else MONTHS[month] for month in told)
    days = calendar.monthrange(_ANY_YEAR, last)[1]
    return Part(start, end, "span", (last - first) % 12 + 1, month=last, day=days, year=_year(g.get("year")))


def _dated(kind: str, start: int, end: int, g: dict[str, str]) -> Part | None:
    printed_month = g.get("month") or g.get("m") or g.get("mm") or g.get("lm") or ""
    month = int(printed_month) if printed_month.isdigit() else MONTHS.get(printed_month.lower().rstrip("."))
    year_ = _year(g.get("year") or g.get("y") or g.get("ly") or g.get("short"))
    if kind == "month" or month is None:
        return Part(start, end, "month", month=month, year=year_)
    day = int(g.get("day") or g.get("d") or g.get("dd") or g.get("ld") or 0)
    if not 1 <= day <= 31:
        return None
    return Part(start, end, "day", month=month, day=day, year=year_)


def _ordinal(g: dict[str, str]) -> int:
    return ORDINALS.get(g.get("ordinal", "").lower()) or int(g.get("q") or g["qd"])


def _counted(text: str) -> int:
    low = re.sub(r"\s+", "-", text.lower())
    return int(text) if text.isdigit() else COUNTS.get(low) or COUNTS.get(low.replace("-", " ")) or 0


def _year(text: str | None) -> int | None:
    if not text:
        return None
    digits = text.lstrip("'’")
    if len(digits) >= 4:
        return ending_year(digits)
    short = int(digits)
    return 2000 + short if short < 70 else 1900 + short


@lru_cache(maxsize=8192)
def stated(text: str) -> Stated:
    """All that a header says of its one period; where it names several ("2025 and 2024"), the last year and the day
    that goes with it; where it compares two ("Q3 2025 vs. Q3 2024"), the first."""
    out = SILENT
    parts = _compared(text, parts_in(text))
    days = [p for p in parts if p.kind == "day"]
    for p in parts:
        if p.kind == "span":
            out = replace(out, months=p.months, weeks=p.weeks, quarter=None, half=None, year=p.year or out.year)
            out = replace(out, month=p.month, day=p.day) if p.month else out
        elif p.kind == "quarter":
            out = replace(out, quarter=p.ordinal, months=None, year=p.year or out.year, fiscal=out.fiscal or p.fiscal)
        elif p.kind == "half":
            out = replace(out, half=p.ordinal, year=p.year or out.year, fiscal=out.fiscal or p.fiscal)
        elif p.kind == "to-date":
            out = replace(out, to_date=True, year=p.year or out.year, fiscal=out.fiscal or p.fiscal)
        elif p.kind == "instant":
            out = replace(out, instant=True)
        elif p.kind in ("day", "month"):
            out = replace(out, month=p.month, day=p.day, year=p.year or out.year)
        elif p.kind == "year":
            out = _of_year(out, p, days)
    ranged = _ranged(text, days)
    if ranged:
        out = replace(out, months=ranged, weeks=None)
    if out.quarter and (out.months or out.weeks) and out.month is not None:
        out = replace(out, quarter=None)
    return out


_AGAINST = re.compile(r"\b(?:vs\b|versus\b|compared\s+(?:to|with)\b)", re.I)


def _compared(text: str, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts before the word that compares their period with another, where any of them is a year."""
    against = _AGAINST.search(text) if parts else None
    own = tuple(p for p in parts if p.end <= against.start()) if against else ()
    return own if any(p.year for p in own) else parts


_UNTIL = re.compile(r"\s*,?\s*(?:to|through|until|[-–—])\s*", re.I)


def _ranged(text: str, days: list[Part]) -> int:
    """The months from one day to another ("from January 1, 2024 through June 30, 2024"); 0 where there is no range."""
    for first, last in zip(days, days[1:], strict=False):
        if _UNTIL.fullmatch(text[first.end : last.start]):
            year_ = first.year or last.year
            begin = Stated(month=first.month, day=first.day, year=year_).on()
            end = Stated(month=last.month, day=last.day, year=last.year).on()
            if begin and end and begin < end:
                return round(((end - begin).days + 1) / 30.4375)
    return 0


def _of_year(out: Stated, p: Part, days: list[Part]) -> Stated:
    """A year after what was said: it completes the day, or chooses among several days the one of its year."""
    own = [d for d in days if d.year == p.year and d.end <= p.start]
    if own:
        return replace(out, month=own[-1].month, day=own[-1].day, year=p.year)
    if len(days) == 1 and out.dated and p.year == (out.year or 0) - 1 and p.fiscal is False and out.month in (1, 2):
        return out  # a fiscal year that is called by the year in which it began
    return replace(out, year=p.year, fiscal=out.fiscal or p.fiscal)


def is_period(text: str) -> bool:
    """Whether a text says a period and next to nothing else: "Three Months Ended June 30, 2023", "2022 (unaudited)"."""
    found = parts_in(text)
    if not found or all(p.kind == "instant" for p in found):
        return False
    return not rest_of(text)


_NOISE = re.compile(
    r"\b(?:for|the|of|in|and|to|from|as|at|on|ended|ending|fiscal|periods?|years?|un-?audited|audited|months?|weeks?"
    r"|quarters?|balances?|through|vs\.?|versus|"
    r"compared\s+(?:to|with))\b|\((?:unaudited|audited|note\s*\d+|in\s+\w+|\d{1,2}|[a-z]|"
    r"\*+)\)|\*+|[\s,.:;()&/–—|-]+",
    re.I,
)


@lru_cache(maxsize=8192)
def rest_of(text: str) -> str:
    """What a header says beside its period: its words without parts and without the small words around them."""
    found = parts_in(text)
    kept, at = [], 0
    for p in found:
        kept.append(text[at : p.start])
        at = p.end
    kept.append(text[at:])
    pieces = (_NOISE.sub(" ", piece) if found or len(piece) < 40 else piece for piece in kept)
    return " ".join(" ".join(pieces).split())
