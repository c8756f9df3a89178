"""The periods that prose names, as phrases: absolute ("the second quarter of fiscal 2007", "three months ended June 30,
2006"), and relative to the one reported ("the prior year comparable quarter", "sequentially", "year to date").

    period     ::= dated | quarter | months | fiscal-year | month-quarter | prior-year | prior | current | instant
    quarter    ::= ["the"] [fiscal [year]] ordinal "quarter" [["of" | "in"] [fiscal [year]] year] | "Q" digit [year]
    months     ::= ["the"] ["first"] count ("months" | "weeks") ["ended" | "of"] [date | year]
    prior-year ::= "a year ago" | "last year" | ("prior" | "same" | "comparable" …)+ [span] ["of" | "in"] ["the"] "prior year" | "year over year" …
    prior      ::= ("prior" | "previous" | "preceding" | "immediately preceding") span | "sequentially" | "quarter over quarter"
    current    ::= ("the" | "this" | "current") span | "year to date"
    instant    ::= ("as of" | "at") [date | "the end of" period | span "end" | "year-end"]

Tried only where a word stands that can begin one. Results are `PeriodPhrase`s; resolving them against the
release's calendar is the claims room's work.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Literal

import pyparsing as pp

from auditor.frozen import dataclass
from auditor.grammar.beginnings import SIZE, alternatives, by_beginning, fitting, places
from auditor.grammar.folding import folded, for_folded

PeriodKind = Literal[
    "date", "quarter", "months", "weeks", "year", "half", "month", "prior-year", "prior", "current", "ytd", "same"
]

MONTHS = {
    m: i for i, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), 1) for m in names.split()
}  # fmt: skip
ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "final": 4}
COUNTS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "six": 6, "nine": 9, "twelve": 12, "thirteen": 13, "fourteen": 14, "twenty-six": 26,
    "twenty-seven": 27, "thirty-nine": 39, "forty": 40, "fifty-two": 52, "fifty-three": 53, "twenty six": 26, "thirty nine": 39, "fifty two": 52,
    "eight": 8, "twenty-four": 24, "thirty-six": 36, "sixteen": 16,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PeriodPhrase:
    """`kind` and what of it is known. `date` phrases have month and maybe day and year; `quarter` its ordinal;
    `months`/`weeks` a count and maybe an end (month, day, year); `prior-year` and `prior` maybe the unit they
    count in (`quarter`, `months`, `year`); `at_end` marks an instant at the end of the period, with
    `at_start` one at its beginning. `now`: the reported quarter is meant, whatever was spoken of before."""

    start: int
    end: int
    kind: PeriodKind
    ordinal: int | None = None
    count: int | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    fiscal: bool = False
    unit: str | None = None
    at_end: bool = False
    at_start: bool = False
    years_ago: int = 0
    more_years: tuple[int, ...] = ()
    now: bool = False
    bare: bool = False
    """Whether "the same period" says nothing more: the one spoken of, or that of the year before."""


_FOUR = 4  # digits of a year in full
TWO_YEARS = r"(?:/\d\d(?![\d/]))?"  # "2022/23": a year that begins in one and ends in the other
_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_YEAR = rf"(?:(?:19|20)\d\d{TWO_YEARS}\b|'\d\d\b|’\d\d\b)"
_ORD = "(?:" + "|".join(ORDINALS) + ")"
_COUNT = r"(?:" + "|".join(sorted(COUNTS, key=len, reverse=True)).replace("-", r"-\s*") + r"|\d{1,2})"
_FISCAL = r"(?:fiscal(?:[\s-]+year)?|FY|calendar(?:\s+year)?)"
_SPAN = (
    r"(?:fiscal\s+)?(?:quarter(?:ly)?|three[\s-]+months?|six[\s-]+months?|nine[\s-]+months?|"
    r"twelve[\s-]+months?|full[\s-]+year|year|half|period|month|"
    r"(?:thirteen|13|26|39|twenty-six|thirty-nine)[\s-]+weeks?)(?:[\s-]+period)?s?"
)
_NTH_SPAN = rf"(?:(?:(?:fiscal )?{_ORD} )?{_SPAN}|Q[1-4]\b|[1-4]Q\b)"
_THE = r"(?:the\s+|our\s+|its\s+)?"


def _rx(pattern: str, name: str) -> pp.Regex:
    element = pp.Regex(for_folded(pattern.replace(" ?", r"\s*").replace(" ", r"\s+")))
    element.set_name(name)
    return element


_DAY = rf"(?P<dayf>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?!may\b(?!,? {_YEAR}))"
_DAY_FIRST = rf"(?:{_DAY})?"
_DATE_TAIL = rf"{_DAY_FIRST}(?P<month>{_MONTH})(?: (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b)?(?:,? ?(?P<year>{_YEAR}))?"
_ENDED = r"(?:(?:that |which )?(?:ended|ending)(?: on)?|to)"
_LENGTH = (
    r"(?:quarter\b|half\b|period\b|(?:three|six|nine|twelve|3|6|9|12)[\s-]+months?\b|"
    r"(?:13|26|39|52|thirteen|twenty-six|thirty-nine|fifty-two)[\s-]+weeks?\b)(?:[\s-]+period)?"
)
_OF_THE_YEAR = (
    r" (?:of|in) (?:the|this|our|its) (?:current )?(?:fiscal |calendar )?year\b(?! (?:ago|earlier|ended|ending|to))"
)
dated_months = _rx(
    rf"{_THE}(?:(?P<trailing>trailing|last|past|latest) |(?P<ordinal>first)\b |(?:previous|preceding|prior) )?"
    rf"(?P<count>{_COUNT})[\s-]+(?P<unit>months?|weeks?|quarters?)(?:[\s-]+(?:fiscal[\s-]+)?periods?)?"
    rf"(?:,? {_ENDED} {_DATE_TAIL}(?: and (?P<year2>{_YEAR}))?|(?: (?:of|in))? (?:{_FISCAL} )?"
    rf"(?P<yeara>{_YEAR})(?: and (?P<year3>{_YEAR}))?|{_OF_THE_YEAR})?",
    "months",
)
quarter = _rx(
    rf"{_THE}(?:same |comparable )?(?:(?P<fiscal1>{_FISCAL}) )?(?:(?P<year1>{_YEAR})(?:['’]s)? )?"
    rf"(?:(?P<fiscal3>fiscal) )?(?P<ordinal>{_ORD})[\s-]+(?:fiscal |calendar )?quarters?"
    rf"(?:(?: results)?(?:,? (?:of|in|for) (?:the )?)?,? ?(?:(?P<fiscal2>{_FISCAL}) )?(?:ended |ending )?"
    rf"(?:{_DATE_TAIL.replace('year>', 'yearb>')}|(?P<year>{_YEAR}))"
    rf"(?: and (?:{_FISCAL} )?(?P<year2>{_YEAR}))?|{_OF_THE_YEAR})?",
    "quarter",
)
short_quarter = _rx(
    rf"{_THE}(?:(?P<fiscal1>{_FISCAL})?[\s-]*(?P<year1>{_YEAR}|(?<=FY)\d\d) )?"
    rf"(?:Q(?P<ordinal>[1-4])|(?P<ordinal2>[1-4])Q)(?:(?:[\s/-]*|,? (?:of|in) (?:the )?(?=\D|\d{{4}}))"
    rf"(?P<fiscal>FY|fiscal(?:[\s-]+year)?)?[\s-]*(?P<year>{_YEAR}|\d\d\b))?\b"
    rf"(?:,? (?:ended|ending)(?: on)? {_DATE_TAIL.replace('year>', 'yearb>')})?",
    "short quarter",
)
half = _rx(
    rf"{_THE}(?:(?P<fiscal1>{_FISCAL}) )?(?:(?P<year1>{_YEAR})(?:['’]s)? )?(?P<ordinal>first|second)[\s-]+half"
    rf"(?: (?:of )?(?:the )?(?:(?P<fiscal>{_FISCAL}) )?(?P<year>{_YEAR})?)?",
    "half",
)
short_months = _rx(
    rf"(?P<count>[369]|12)M(?:[\s/-]*(?P<fiscal>FY|fiscal)?[\s-]*(?P<year>{_YEAR}|\d\d\b)|(?<=\(..)(?=\))|"
    rf"(?<=\(...)(?=\)))",
    "short months",
)
short_half = _rx(
    rf"(?:H(?P<ordinal>[12])|(?P<ordinal2>[12])H)(?:[\s/-]*(?P<fiscal>FY|fiscal)?[\s-]*(?P<year>{_YEAR}|\d\d\b))?\b",
    "short half",
)
ended = _rx(
    rf"{_THE}(?P<what>(?:fiscal )?(?:quarter|half[\s-]year|year|period|half|month)s?)"
    rf"(?:,? {_ENDED}) {_DATE_TAIL}(?:,? and (?:{_MONTH} \d\d?, )?(?P<year2>{_YEAR}))?",
    "ended",
)
month_quarter = _rx(
    rf"{_THE}(?P<month>{_MONTH})(?: (?P<year>{_YEAR}))? quarters?(?: (?:of |in )?(?P<yearb>{_YEAR}))?", "month quarter"
)
fiscal_year = _rx(
    rf"{_THE}(?:full[\s-]+|entire )?(?P<fiscal>{_FISCAL})[\s-]*(?:ended |of |in )?(?P<year>{_YEAR}|\d\d\b)"
    rf"(?: and (?:{_FISCAL} )?(?P<year2>{_YEAR}))?",
    "fiscal year",
)
full_year = _rx(
    rf"{_THE}(?:(?P<year1>{_YEAR})(?:['’]s)? )?(?:full[\s-]+|entire |whole )(?:fiscal )?year"
    rf"(?: (?:of |in |ended )?(?:fiscal )?(?P<year>{_YEAR}))?",
    "full year",
)
prior_year = _rx(
    r"(?:(?:from|over|than|with|to|versus|vs\.?) )?(?:"
    rf"{_THE}(?:same|comparable|corresponding|similar|equivalent|like|year[\s-]+ago|prior[\s-]+years?"
    rf"(?:['’]s)?|previous[\s-]years?(?:['’]s)?|last[\s-]years?(?:['’]s)?|year[\s-]+earlier|prior|previous|"
    rf"earlier) "
    rf"(?:(?:comparable|corresponding|same|reporting|fiscal|prior|year) )*(?P<span>{_NTH_SPAN})"
    rf"(?:,? (?:of|in|from|for|a|one|the) ?(?:the |a |one )?(?:same period )?"
    rf"(?P<ago>(?:prior|previous|last|preceding|earlier)(?: fiscal)?[\s-]years?|year "
    rf"(?:ago|earlier|before|prior)|last year|year-ago)(?: quarter)?)"
    rf"|(?:the )?(?:comparable(?! full\b)|corresponding|same|year[\s-]+ago|prior[\s-]+year(?:['’]s)?|"
    rf"previous[\s-]year(?:['’]s)|last[\s-]year(?:['’]s)|year[\s-]+earlier) "
    rf"(?:(?:comparable|corresponding|prior|year[\s-]+ago|same|prior[\s-]+year|fiscal|reporting) )*"
    rf"(?P<span2>{_NTH_SPAN})(?: (?:last year|a year (?:ago|earlier)|one year (?:ago|earlier)|(?:of|in) "
    rf"(?:{_FISCAL} )?(?P<year>{_YEAR})))?"
    rf"|{_THE}(?P<span3>(?:fiscal )?{_ORD} {_SPAN}|Q[1-4]|[1-4]Q)(?: (?:of|in))? (?:the )?"
    rf"(?:prior|previous|last|preceding)(?: fiscal)?[\s-]years?"
    rf"|{_THE}(?:(?:same|comparable|corresponding|equivalent|similar|like|earlier) )?(?P<year1>{_YEAR})"
    rf"(?:['’]s)? (?:(?:comparable|corresponding|same|fiscal|reporting|calendar) )*(?P<span5>{_LENGTH})"
    rf"|{_THE}(?P<span4>{_NTH_SPAN}) (?:a|one) year (?:ago|earlier|before)"
    r"|(?:a|one) year (?:ago|earlier|before|prior)|(?:12|twelve) months (?:ago|earlier|before)|"
    r"(?:a )?year[\s-]+ago(?: (?:quarter|period|level)s?)?|year[\s-]+earlier(?: (?:quarter|period))?"
    r"|year[\s–-]*(?:over|on)[\s–-]*year|YoY|y/y|y-o-y|yr/yr|(?:the )?(?:prior|previous|last|preceding)"
    r"(?: fiscal| calendar)?[\s-]+years?(?:['’]s)?(?: (?:level|result|total|amount|figure)s?)?"
    r"|in the year[\s-]+ago (?:quarter|period))(?!-)"
    rf"(?:,? (?:which )?ended (?:on )?{_DATE_TAIL.replace('year>', 'yearb>')})?",
    "prior year",
)
prior = _rx(
    rf"{_THE}(?:immediate(?:ly)? )?(?:prior|previous|preceding|sequential|linked|last|trailing)[\s-]+"
    rf"(?P<span>(?:fiscal )?(?:quarter|month|period|(?:{_ORD} )quarter))(?:['’]s)?|"
    r"(?:the )?(?:previous|preceding|prior|last) (?P<span2>three[\s-]+months)(?: period)?|(?:(?:a|one) |the )?"
    r"(?P<span3>quarter)[\s-](?:ago|earlier)\b(?: (?:period|quarter|level)s?)?|"
    r"sequentially|(?:a |on a )?sequential(?: quarter)?(?: basis)?|quarter[\s-]*(?:over|on)[\s-]*quarter|QoQ|"
    r"q/q|linked[\s-]quarter",
    "prior",
)
ytd = _rx(
    rf"(?:the )?(?:fiscal )?year[\s-]*to[\s-]*date(?: period)?(?: (?P<year>{_YEAR}))?|(?:so far )this year|YTD"
    rf"(?: (?P<yeara>{_YEAR}))?|(?:(?:the )?first|this year['’]s)(?P<months> (?:six|nine|three)[\s-]months?)"
    rf"(?:[\s-]period)?",
    "year to date",
)
current = _rx(
    r"(?:the|this|current|the current|the most recent|our|the latest|the full|the entire|the reported|"
    r"reported)[\s-]+(?:(?P<adj>quarterly|three[\s-]months?|six[\s-]months?|nine[\s-]months?|"
    r"twelve[\s-]months?) )?"
    r"(?P<span>(?:fiscal )?(?:quarter|year|half|period|month)|(?:three|six|nine|twelve)[\s-]months?)\b"
    r"(?![\s-]+(?:ago|earlier|over|end\b|to))",
    "current",
)
at_end = _rx(r"(?:as of |at |by )?(?:the )?(?:end|close|conclusion|start|beginning) of ", "at the end of")
span_end = _rx(
    r"(?:as of |at |from |since )?(?:the )?(?P<span>(?:fiscal |calendar )?(?:quarter|year|period))"
    r"(?:[\s-]+end\b|['’]s end)(?: (?P<year>" + _YEAR + "))?",
    "span end",
)
date = _rx(
    rf"(?P<month>{_MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? ?(?P<year>{_YEAR})"
    rf"(?: and (?P<year2>{_YEAR})(?![,.]\d))?)?",
    "date",
)
day_first = _rx(rf"{_DAY}(?P<month>{_MONTH})(?:,? ?(?P<year>{_YEAR}))?", "date that begins with its day")
month_year = _rx(rf"(?P<month>{_MONTH}),? (?:of )?(?P<year>{_YEAR})", "month and year")
bare_month = _rx(
    r"(?P<month>January|February|March|April|June|July|August|September|October|November|December)\b", "month"
)
year = _rx(r"(?P<year>(?:19|20)\d\d)\b(?![,.]\d|%)", "year")


_BLANKS = re.compile(r"[\s-]+")


def ending_year(printed: str) -> int:
    """The year that four digits name; of "2022/23" the one in which it ends."""
    first, two, second = int(printed[:4]), printed[4:5], printed[5:]
    return first + 1 if two and int(second) == (first + 1) % 100 else first


def _year(text: str | None) -> int | None:
    if not text:
        return None
    digits = text.strip("'’")
    return ending_year(digits) if len(digits) >= _FOUR else 2000 + int(digits)


@lru_cache(maxsize=512)
def _unit(span: str | None) -> str | None:
    if not span:
        return None
    low = _BLANKS.sub(" ", span.lower())
    for word, unit in (("q", "quarter"), ("three", "quarter"), ("thirteen", "quarter"), ("13 w", "quarter"), ("six", "six"), ("26", "six"), ("nine", "nine"), ("39", "nine"), ("twelve", "year"),
                       ("half", "six"), ("year", "year"), ("month", "month"), ("period", "period")):  # fmt: skip
        if word in low:
            return unit
    return None


_FORMS: tuple[tuple[pp.Regex, PeriodKind], ...] = (
    (dated_months, "months"), (ended, "months"), (prior_year, "prior-year"), (quarter, "quarter"), (short_quarter, "quarter"), (half, "half"), (short_half, "half"), (short_months, "months"),
    (month_quarter, "month"), (fiscal_year, "year"), (full_year, "year"), (prior, "prior"), (ytd, "ytd"), (span_end, "current"),
    (current, "current"), (date, "date"), (day_first, "date"), (month_year, "date"), (bare_month, "month"), (year, "year"),
)  # fmt: skip

_MATCHES = tuple((form.re.match, kind) for form, kind in _FORMS)
_NOW = re.compile(r"(?:the )?(?:most recent|latest|current|reported)\b")
_SAME = re.compile(r"(?:the )?same (?:\S+ )?(?:period|quarter)")
_LOOK = 110  # characters that a phrase may take
_TRIGGERS = tuple(alternatives(for_folded(
    rf"{_MONTH}|(?<![\d.,$])\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}|{_FISCAL}|{_ORD}\b|"
    rf"(?:Q[1-4]|[1-4]Q|H[12]|[12]H|FY|[369]M|12M)(?:FY)?(?:\d\d|\d{{4}})?|quarters?|year|years?[\s-]"
    rf"(?:ago|earlier|over|to|end)|year-|YoY|y/y|y-o-y|yr/yr|QoQ|q/q|YTD|prior|previous|preceding|last|same|"
    rf"comparable|corresponding|similar|equivalent|"
    rf"year-ago|sequential(?:ly)?|linked|trailing|current|this|full|entire|immediate(?:ly)?|most|period|half|"
    rf"three|(?:a|one)\s+quarter|quarter-|(?:{_COUNT})[\s-]+(?:months?|weeks?|quarters?)|end|close|beginning|"
    rf"(?:19|20)\d\d|a\s+year|one\s+year|the\s+(?:three|six|nine|twelve)"
)))  # fmt: skip
_BEFORE = re.compile(r"(?:\b(?:the|a|an|our|its|one|as of|at|by)\s+)+$")


@lru_cache(maxsize=1)
def _begun() -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """The triggers and the forms by their beginnings."""
    return by_beginning(_TRIGGERS), by_beginning(str(form.pattern) for form, _ in _FORMS)


@lru_cache(maxsize=1)
def _places() -> re.Pattern[str]:
    """Where a period may begin."""
    return places(_begun()[0])


@lru_cache(maxsize=4096)
def _trigger(letters: str) -> re.Pattern[str] | None:
    """What shows that a period begins with a word of these letters."""
    return _any_of(tuple(fitting(_begun()[0], letters)))


@lru_cache(maxsize=256)
def _any_of(chosen: tuple[int, ...]) -> re.Pattern[str] | None:
    return re.compile(rf"(?:{'|'.join(_TRIGGERS[number] for number in chosen)})\b") if chosen else None


@lru_cache(maxsize=1024)
def _forms(letters: str) -> tuple[tuple[Callable[..., re.Match[str] | None], PeriodKind], ...]:
    """The forms that may fit where a word of these letters stands."""
    return tuple(_MATCHES[number] for number in fitting(_begun()[1], letters))


def _parse(text: str, at: int) -> PeriodPhrase | None:
    """The longest period phrase that begins at a place of a folded `text`; the earlier form wins among equals."""
    until = at + _LOOK
    found = at_end.re.match(text, at, until)
    lead = found.end() if found else at
    forms = _forms(text[lead : lead + SIZE])
    found_forms = [(m, kind) for match, kind in forms if (m := match(text, lead, until)) and m.end() > lead]
    for m, kind in sorted(found_forms, key=_backwards):
        phrase = _phrase(m, kind, bool(found))
        if phrase is not None:
            opening = found is not None and re.search("start|beginning", found.group(0)) is not None
            return replace(phrase, start=at, at_start=opening) if found else phrase
    return None


def _backwards(fitting: tuple[re.Match[str], PeriodKind]) -> int:
    return -fitting[0].end()


def _phrase(m: re.Match[str], kind: PeriodKind, ending: bool) -> PeriodPhrase | None:
    g = {k: v for k, v in m.groupdict().items() if v}
    low = _BLANKS.sub(" ", m.group(0).lower())
    years = [y for k in ("year", "year1", "yearb", "yeara") if (y := _year(g.get(k)))]
    more = tuple(y for k in ("year2", "year3") if (y := _year(g.get(k))))
    ordinal = ORDINALS.get(g.get("ordinal", "").lower()) or (
        int(d) if (d := g.get("ordinal", g.get("ordinal2", ""))).isdigit() else None
    )
    count = COUNTS.get(_BLANKS.sub("-", g.get("count", "").lower())) or (
        int(g["count"]) if g.get("count", "").isdigit() else None
    )
    month = MONTHS.get(g.get("month", "").lower().rstrip("."))
    fiscal = any(k.startswith("fiscal") for k in g) or "fiscal" in low
    unit = _unit(g.get("span") or g.get("span2") or g.get("span3") or g.get("span4") or g.get("what") or g.get("adj"))
    if kind == "months":
        length = _length(g, count, unit)
        if length is None or _only_a_length(g, length[1], low, bool(month or years)) and not _of_flow(length[1], m):
            return None
        kind, count = length
    if kind == "prior-year" and month and (dated := _dated_span(unit)):
        kind, count, ordinal = "months", dated, None  # "the prior year quarter ended July 28, 2012"
    if kind == "prior-year" and years and not g.get("ago"):
        ordinal, unit = _nth(g.get("span2", "")), unit or _unit(g.get("span5"))
        kind = "quarter" if ordinal and unit == "quarter" else "same"
        return PeriodPhrase(m.start(), m.end(), kind, ordinal, year=years[0], unit=unit, fiscal=fiscal)
    if kind == "prior-year" and g.get("span") and not g.get("ago") and not re.search(r"year", low):
        return None
    if kind == "current" and "end" in low.split():
        ending = True
        if "year" in low:
            kind = "year"
    if kind == "prior-year" and ordinal is None:
        ordinal = _nth(g.get("span") or g.get("span2") or g.get("span3") or g.get("span4") or "")
    return PeriodPhrase(
        m.start(), m.end(), kind, ordinal, count, years[0] if years else None, month,
        int(day) if (day := g.get("day") or g.get("dayf")) else None, fiscal, unit, ending, more_years=more,
        now=kind == "current" and unit == "quarter" and _NOW.match(low) is not None,
        bare=kind == "prior-year" and _SAME.fullmatch(low) is not None,
    )  # fmt: skip


def _dated_span(unit: str | None) -> int | None:
    """The months of a span whose last day is named."""
    return {"quarter": 3, "six": 6, "nine": 9, "year": 12}.get(unit or "")


def _nth(span: str) -> int | None:
    """Which quarter or half of a year a span is: "third quarter", "Q3"."""
    told = re.search(rf"(?P<word>{_ORD})|Q(?P<digit>[1-4])|(?P<first>[1-4])Q", span, re.I)
    if told is None:
        return None
    return ORDINALS[told["word"].lower()] if told["word"] else int(told["digit"] or told["first"])


def _length(g: dict[str, str], count: int | None, unit: str | None) -> tuple[PeriodKind, int | None] | None:
    """(months or weeks, how many) of a length of time; None where its count is not known."""
    named = g.get("unit", "").lower()
    if named.startswith("week"):
        return ("weeks", count) if count is not None else None
    if named.startswith("quarter"):
        return "months", (count or 1) * 3
    if g.get("what"):
        return "months", {"quarter": 3, "year": 12, "six": 6, "month": 1}.get(unit or "")
    return ("months", count) if count is not None else None


def _only_a_length(g: dict[str, str], count: int | None, low: str, dated: bool) -> bool:
    """Whether "six months" is a length of time only, and no period of the release."""
    if not g.get("count") or dated or (g.get("trailing") and count in (12, 52)):
        return False
    return not re.match(r"\d+m$|(?:the|our|its|first) (?!past|last|previous|prior|next)", low)


def _of_flow(count: int | None, m: re.Match[str]) -> bool:
    """Whether a length stands right before what is measured over it ("six-month sales were up 9 percent"), or behind it ("to
    $36 million for nine months, compared with")."""
    behind = count in (6, 9) and m.string.endswith("for ", 0, m.start()) and _PAUSE.match(m.string, m.end())
    return count in (3, 6, 9) and (_FLOW.match(m.string, m.end()) is not None or bool(behind))


@lru_cache(maxsize=256)  # headings and first lines are asked for again and again
def periods_in(text: str) -> tuple[PeriodPhrase, ...]:
    """Every period phrase of a text, in order, not overlapping. White space in `text` may be of any kind."""
    out: list[PeriodPhrase] = []
    at, text = 0, folded(text)
    for place in _places().finditer(text):
        start = place.start()
        trigger = _trigger(text[start : start + SIZE]) if start >= at else None
        m = trigger.match(text, start) if trigger is not None else None
        if m is None:
            continue
        before = _BEFORE.search(text, max(at, start - 14), start)
        tries = [before.start(), start] if before and before.start() < start else [start]
        for begin in tries:
            found = _parse(text, begin)
            if found is not None:
                found = _as_long(text, out, found)
                out[-1:] = _with_its_day(text, _with_its_quarter(text, out[-1:], found), found)
                out += (*_shorter(text, begin, found), *_listed(text, begin, found), found)
                at = found.end
                break
        else:
            at = max(start + 1, start + len(m.group(0).split()[0]))
    told = any(p.bare for p in out) and any(p.kind == "prior-year" and not p.bare for p in out)
    return tuple(replace(p, bare=False) if told else p for p in out)  # "a year ago, sales for the same quarter were"


_AND_ON = re.compile(r",?\s+and\s+")
_JOINED = re.compile(r"\s+and\s+(?:for\s+)?(?:the\s+)?")


def _as_long(text: str, before: list[PeriodPhrase], found: PeriodPhrase) -> PeriodPhrase:
    """The second of "the three months ended July 1, 2023 and June 25, 2022", which is as long as the first."""
    if found.kind != "date" or found.day is None or found.year is None or not before:
        return found
    first = before[-1]
    dated = first.kind in ("months", "weeks") and first.day is not None and first.year is not None
    joined = dated and _AND_ON.fullmatch(text, first.end, found.start) is not None
    return replace(found, kind=first.kind, count=first.count, unit=first.unit) if joined else found


def _with_its_day(text: str, before: list[PeriodPhrase], found: PeriodPhrase) -> list[PeriodPhrase]:
    """The quarter that "the quarter and year ended June 30, 2025" names first; it ends with the other."""
    if not before or found.kind not in ("months", "weeks") or found.month is None or found.day is None:
        return before
    (quarter,) = before
    bare = quarter.kind == "current" and quarter.unit == "quarter" or quarter.kind == "quarter"
    if not bare or quarter.year or quarter.month or not _JOINED.fullmatch(text, quarter.end, found.start):
        return before
    own = replace(found, kind="months", count=3, ordinal=None, start=quarter.start, end=quarter.end)
    return [replace(own, at_end=quarter.at_end, at_start=quarter.at_start)]


def _with_its_quarter(text: str, before: list[PeriodPhrase], found: PeriodPhrase) -> list[PeriodPhrase]:
    """The first of "the December 2024 and March 2024 quarters", which is no month."""
    if not before or found.kind != "month" or not text.startswith("quarters", found.end - len("quarters")):
        return before
    (month,) = before
    bare = month.kind == "date" and month.day is None and _JOINED.fullmatch(text, month.end, found.start)
    return [replace(month, kind="month", unit="quarter")] if bare else before


_FLOW = re.compile(
    r"(?<=month) (?:(?:net|operating|diluted|consolidated|total|record) )*"
    r"(?:sales|revenues?|earnings|income|loss|profits?|results|EPS)\b",
    re.I,
)
_PAUSE = re.compile(r"[,.;]|\s+(?:compared|versus|and)\b")
_AND = re.compile(rf"\b(?P<count>{_COUNT})[\s-]+and\s+(?:the\s+)?$", re.I)


_NTHS = re.compile(rf"\b{_ORD}(?:(?:,\s+|\s+and\s+){_ORD})*,?\s+and\s+(?:the\s+)?$", re.I)
_LIST = 40  # characters of a list of ordinals


def _listed(text: str, at: int, found: PeriodPhrase) -> list[PeriodPhrase]:
    """The quarters that "the first, second and third quarters of 2023" names before the last; they are of its year."""
    if found.kind not in ("quarter", "prior-year") or found.ordinal is None:
        return []
    before = _NTHS.search(text, max(0, at - _LIST), at)
    if before is None:
        return []
    named = re.finditer(_ORD, text[before.start() : before.end()], re.I)
    places = ((before.start() + m.start(), before.start() + m.end(), m.group(0).lower()) for m in named)
    return [replace(found, start=a, end=b, ordinal=ORDINALS[word]) for a, b, word in places]


def _shorter(text: str, at: int, found: PeriodPhrase) -> list[PeriodPhrase]:
    """The length that "three and six months ended July 1, 2023" names first; it ends with the other."""
    before = _AND.search(text, max(0, at - 24), at)
    if before is None or found.kind not in ("months", "weeks") or found.month is None:
        return []
    told = before["count"].lower()
    count = int(told) if told.isdigit() else COUNTS.get(_BLANKS.sub("-", told))
    return [replace(found, start=before.start(), end=before.end("count"), count=count)] if count else []
