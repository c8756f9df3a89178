"""The forms that a phrase naming a period may take, the words they are made of, and what a phrase may begin with.

period     ::= dated | quarter | months | fiscal-year | month-quarter | prior-year | prior | current | instant
quarter    ::= ["the"] [fiscal [year]] ordinal "quarter" [["of" | "in"] [fiscal [year]] year] | "Q" digit [year]
months     ::= ["the"] ["first"] count ("months" | "weeks") ["ended" | "of"] [date | year] | month "–" month year
prior-year ::= "a year ago" | "last year" | ("prior" | "same" | "comparable" …)+ [span] ["of" | "in"] ["the"] "prior year" | "year over year" …
prior      ::= ("prior" | "previous" | "preceding" | "immediately preceding") span | "sequentially" | "quarter over quarter"
current    ::= ("the" | "this" | "current") span | "year to date"
instant    ::= ("as of" | "at") [date | "the end of" period | span "end" | "year-end"]
"""

from __future__ import annotations

import re
from typing import Literal

import pyparsing as pp

from auditor.grammar.beginnings import alternatives
from auditor.grammar.folding import for_folded

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


TWO_YEARS = r"(?:/\d\d(?![\d/]))?"  # "2022/23": a year that begins in one and ends in the other
_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_YEAR = rf"(?:(?:19|20)\d\d{TWO_YEARS}\b|'\d\d\b|’\d\d\b)"
ORD = "(?:" + "|".join(ORDINALS) + ")"
COUNT = r"(?:" + "|".join(sorted(COUNTS, key=len, reverse=True)).replace("-", r"-\s*") + r"|\d{1,2})"
_FISCAL = r"(?:fiscal(?:[\s-]+year)?|FY|calendar(?:\s+year)?)"
_SPAN = (
    r"(?:fiscal\s+)?(?:quarter(?:ly)?|three[\s-]+months?|six[\s-]+months?|nine[\s-]+months?|"
    r"twelve[\s-]+months?|full[\s-]+year|year|half|period|month|"
    r"(?:thirteen|13|26|39|twenty-six|thirty-nine)[\s-]+weeks?)(?:[\s-]+period)?s?"
)
_NTH_SPAN = rf"(?:(?:(?:fiscal )?{ORD} )?{_SPAN}|Q[1-4]\b|[1-4]Q\b)"
_THE = r"(?:the\s+|our\s+|its\s+)?"
_LONG = r"(?:(?:1[2-7]|2[4-8]|39|40|5[23]|twelve|thirteen|fourteen|sixteen|fifty-two|fifty-three)[\s-]weeks? )?"  # "the 14-week fourth quarter"


def _rx(pattern: str, name: str) -> pp.Regex:
    element = pp.Regex(for_folded(pattern.replace(" ?", r"\s*").replace(" ", r"\s+")))
    element.set_name(name)
    return element


_DAY = rf"(?P<dayf>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?!may\b(?!,? {_YEAR}))"
_DAY_FIRST = rf"(?:{_DAY})?"
_DATE_TAIL = rf"{_DAY_FIRST}(?P<month>{_MONTH})(?: (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b)?(?:,? ?(?P<year>{_YEAR}))?"
_UNNAMED_DATE = re.sub(r"\?P<\w+>", "?:", _DATE_TAIL)  # of what is named already: "of fiscal 2006, ended June 30"
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
    rf"(?P<count>{COUNT})[\s-]+(?P<unit>months?|weeks?|quarters?)(?:[\s-]+(?:fiscal[\s-]+)?periods?)?"
    rf"(?:,? {_ENDED} {_DATE_TAIL}(?:,? and (?P<year2>{_YEAR}))?|(?: (?:of|in))? (?:{_FISCAL} )?"
    rf"(?P<yeara>{_YEAR})(?: and (?P<year3>{_YEAR}))?|{_OF_THE_YEAR})?",
    "months",
)
quarter = _rx(
    rf"{_THE}(?:same |comparable )?{_LONG}(?:(?P<fiscal1>{_FISCAL}) )?(?:(?P<year1>{_YEAR})(?:['’]s)? )?"
    rf"(?:(?P<fiscal3>fiscal) )?(?P<ordinal>{ORD})[\s-]+(?:fiscal |calendar )?quarters?"
    rf"(?:(?: results)?(?:,? (?:of|in|for) (?:the )?)?,? ?(?:(?P<fiscal2>{_FISCAL}) )?(?:ended |ending )?"
    rf"(?:{_DATE_TAIL.replace('year>', 'yearb>')}|(?P<year>{_YEAR}))"
    rf"(?: and (?:{_FISCAL} )?(?P<year2>{_YEAR})|, (?:which )?(?:ended|ending)(?: on)? {_UNNAMED_DATE})?|{_OF_THE_YEAR})?",
    "quarter",
)
short_quarter = _rx(
    rf"{_THE}(?:(?P<fiscal1>{_FISCAL})?[\s-]*(?P<year1>{_YEAR}|(?<=FY)\d\d) )?"
    rf"(?:F?Q(?P<ordinal>[1-4])|F?(?P<ordinal2>[1-4])Q)(?:(?:[\s/'’-]*|,? (?:of|in) (?:the )?(?=\D|\d{{4}}))"
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
    rf"(?:H(?P<ordinal>[12])|(?P<ordinal2>[12])H)(?:[\s/'’-]*(?P<fiscal>FY|fiscal)?[\s-]*(?P<year>{_YEAR}|\d\d\b))?\b",
    "short half",
)
ended = _rx(
    rf"{_THE}{_LONG}(?:full[\s-]+|entire )?(?P<what>(?:fiscal )?(?:quarter|half[\s-]year|year|period|half|month)s?)"
    rf"(?:,? {_ENDED}) {_DATE_TAIL}(?:,? and (?:(?P=month) \d\d?, )?(?P<year2>{_YEAR}))?",
    "ended",
)
months_of_year = _rx(
    rf"{_THE}(?P<first>{_MONTH})\s?[-–—]\s?(?P<month>{_MONTH})(?:,? (?P<year>{_YEAR}))?",
    "first and last month of a year",
)
month_quarter = _rx(
    rf"{_THE}(?P<month>{_MONTH})(?: (?P<year>{_YEAR}))? quarters?(?: (?:of |in )?(?P<yearb>{_YEAR}))?", "month quarter"
)
fiscal_year = _rx(
    rf"{_THE}{_LONG}(?:full[\s-]+|entire )?(?P<fiscal>{_FISCAL})[\s-]*(?:ended |of |in )?(?P<year>{_YEAR}|\d\d\b)"
    rf"(?: and (?:{_FISCAL} )?(?P<year2>{_YEAR}))?",
    "fiscal year",
)
full_year = _rx(
    rf"{_THE}(?:(?P<year1>{_YEAR})(?:['’]s)? )?(?:full[\s-]+|entire |whole )(?:fiscal )?year"
    rf"(?: (?:of |in |ended )?(?:fiscal )?(?P<year>{_YEAR}))?"
    r"|fiscal[\s-]year(?= (?:net|sales|revenues?|earnings|income|results|profits?|eps|loss)\b)",
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
    rf"|{_THE}(?P<span3>(?:fiscal )?{ORD} {_SPAN}|Q[1-4]|[1-4]Q)(?: (?:of|in))? (?:the )?"
    rf"(?:prior|previous|last|preceding)(?: fiscal)?[\s-]years?"
    rf"|{_THE}(?:(?:same|comparable|corresponding|equivalent|similar|like|earlier) )?(?P<year1>{_YEAR})"
    rf"(?:['’]s)? (?:(?:comparable|corresponding|same|fiscal|reporting|calendar) )*(?P<span5>{_LENGTH})"
    rf"|{_THE}(?P<span4>{_NTH_SPAN}) (?:a|one) year (?:ago|earlier|before)"
    r"|(?:a|one) year (?:ago|earlier|before|prior)|the year (?:earlier|before|prior)(?=\s*(?:[,.;)]|$))|(?:12|twelve) months (?:ago|earlier|before)|"
    r"(?:a )?year[\s-]+ago(?: (?:quarter|period|level)s?)?|year[\s-]+earlier(?: (?:quarter|period))?"
    r"|PY[QH]?(?=:| [$€£¥])|year[\s–-]*(?:over|on)[\s–-]*year|YoY|y/y|y-o-y|yr/yr|(?:the )?(?:prior|previous|last|preceding)"
    r"(?: fiscal| calendar)?[\s-]+years?(?:['’]s)?(?: (?:level|result|total|amount|figure)s?)?"
    r"|in the year[\s-]+ago (?:quarter|period))(?!-)"
    rf"(?:,? (?:which )?ended (?:on )?{_DATE_TAIL.replace('year>', 'yearb>')})?",
    "prior year",
)
prior = _rx(
    rf"{_THE}(?:immediate(?:ly)? )?(?:prior|previous|preceding|sequential|linked|last|trailing)[\s-]+"
    rf"(?P<span>(?:fiscal )?(?:quarter|month|period|(?:{ORD} )quarter))(?:['’]s)?|"
    r"(?:the )?(?:previous|preceding|prior|last) (?P<span2>three[\s-]+months)(?: period)?|(?:(?:a|one) |the )?"
    r"(?P<span3>quarter)[\s-](?:ago|earlier)\b(?: (?:period|quarter|level)s?)?|"
    r"sequentially|(?:a |on a )?sequential(?: quarter)?(?: basis)?|quarter[\s-]*(?:over|on)[\s-]*quarter|QoQ|"
    r"q/q|linked[\s-]quarter",
    "prior",
)
_AGO = r"(?:same |comparable |corresponding )?(?:prior|previous|preceding|last)(?:[\s-]+(?:fiscal[\s-]+)?year)?(?:['’]s)?[\s-]+"
_OF_AGO = (
    r"(?: (?:of|in|from) (?:the )?(?:prior|previous|preceding)(?: fiscal)? year| last year| a year (?:ago|earlier))"
)
ytd = _rx(
    rf"(?:the )?(?P<before>{_AGO})?(?:(?P<ordinal>{ORD})[\s-]quarter (?:(?:of )?fiscal )?(?:(?P<yearb>{_YEAR}) )?)?"
    rf"(?:same |fiscal )?year[\s-]*to[\s-]*date(?: period)?(?:(?P<after>{_OF_AGO})| (?P<year>{_YEAR}))?|(?:so far )this year|YTD"
    rf"(?: (?P<yeara>{_YEAR}))?|(?:(?:the )?first|this year['’]s)(?P<months> (?:six|nine|three)[\s-]months?)"
    rf"(?:[\s-]period)?",
    "year to date",
)
current = _rx(
    r"(?:the|this|current|the current|the most recent|our|the latest|the full|the entire|the reported|"
    r"reported)[\s-]+(?:(?P<adj>quarterly|three[\s-]months?|six[\s-]months?|nine[\s-]months?|"
    r"twelve[\s-]months?) )?"
    r"(?P<span>(?:fiscal )?(?:quarter|year|half|period|month)|(?:three|six|nine|twelve)[\s-]months?)\b"
    r"(?![\s-]+(?:(?:ago|earlier|over|end)\b|to\b(?! (?:(?:approximately|about|nearly|a|over|record) )*(?:[$€£]|\d[\d.,]* ?(?:%|percent|million|billion)))))",
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


def ending_year(printed: str) -> int:
    """The year that four digits name; of "2022/23" the one in which it ends."""
    first, two, second = int(printed[:4]), printed[4:5], printed[5:]
    return first + 1 if two and int(second) == (first + 1) % 100 else first


FORMS: tuple[tuple[pp.Regex, PeriodKind], ...] = (
    (months_of_year, "months"), (dated_months, "months"), (ended, "months"), (prior_year, "prior-year"), (quarter, "quarter"), (short_quarter, "quarter"), (half, "half"), (short_half, "half"), (short_months, "months"),
    (month_quarter, "month"), (fiscal_year, "year"), (full_year, "year"), (prior, "prior"), (ytd, "ytd"), (span_end, "current"),
    (current, "current"), (date, "date"), (day_first, "date"), (month_year, "date"), (bare_month, "month"), (year, "year"),
)  # fmt: skip

TRIGGERS = tuple(alternatives(for_folded(
    rf"{_MONTH}|(?<![\d.,$])\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}|{_FISCAL}|{ORD}\b|"
    rf"(?:F?Q[1-4]|F?[1-4]Q|H[12]|[12]H|FY|[369]M|12M)(?:FY)?(?:\d\d|\d{{4}})?|quarters?|year|years?[\s-]"
    rf"(?:ago|earlier|over|to|end)|(?:years|periods|half-years)\s+end(?:ed|ing)|year-|PY[QH]?|YoY|y/y|y-o-y|yr/yr|QoQ|q/q|YTD|prior|previous|preceding|last|same|"
    rf"comparable|corresponding|similar|equivalent|"
    rf"year-ago|sequential(?:ly)?|linked|trailing|current|this|full|entire|immediate(?:ly)?|most|period|half|"
    rf"three|(?:a|one)\s+quarter|quarter-|(?:{COUNT})[\s-]+(?:months?|weeks?|quarters?)|end|close|beginning|"
    rf"(?:19|20)\d\d|a\s+year|one\s+year|the\s+(?:three|six|nine|twelve)"
)))  # fmt: skip
