"""The periods that prose names, as phrases: absolute ("the second quarter of fiscal 2007", "three months ended June 30,
2006"), and relative to the one reported ("the prior year comparable quarter", "sequentially", "year to date").

Tried only where a word stands that can begin one. Results are `PeriodPhrase`s; resolving them against the
release's calendar is the claims room's work.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from auditor.frozen import dataclass
from auditor.grammar.beginnings import SIZE, by_beginning, fitting, places
from auditor.grammar.folding import folded
from auditor.grammar.period_forms import (
    COUNT,
    COUNTS,
    FORMS,
    MONTHS,
    ORD,
    ORDINALS,
    TRIGGERS,
    PeriodKind,
    at_end,
    ending_year,
)


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

    @property
    def of_a_length(self) -> bool:
        """Whether the words say how long it is: "last year's third quarter", and not "a year ago"."""
        return self.kind in ("quarter", "months", "weeks", "half") or self.unit in ("quarter", "six", "nine")


_FOUR = 4  # digits of a year in full
_BLANKS = re.compile(r"[\s-]+")


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


_NOW = re.compile(r"(?:the )?(?:most recent|latest|current|reported)\b")
_SAME = re.compile(r"(?:the )?same (?:\S+ )?(?:period|quarter)")
_LOOK = 110  # characters that a phrase may take
_BEFORE = re.compile(r"(?:\b(?:the|a|an|our|its|one|as of|at|by)\s+)+$")


@lru_cache(maxsize=1)
def _begun() -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """The triggers and the forms by their beginnings."""
    return by_beginning(TRIGGERS), by_beginning(str(form.pattern) for form, _ in FORMS)


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
    return re.compile(rf"(?:{'|'.join(TRIGGERS[number] for number in chosen)})\b") if chosen else None


@lru_cache(maxsize=1024)
def _forms(letters: str) -> tuple[tuple[Callable[..., re.Match[str] | None], PeriodKind], ...]:
    """The forms that may fit where a word of these letters stands."""
    found = (FORMS[number] for number in fitting(_begun()[1], letters))
    return tuple((form.re.match, kind) for form, kind in found)


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
    ordinal = ORDINALS.get(g.get("ordinal", "").lower()) or (
        int(d) if (d := g.get("ordinal", g.get("ordinal2", ""))).isdigit() else None
    )
    month = MONTHS.get(g.get("month", "").lower().rstrip("."))
    named = COUNTS.get(_BLANKS.sub("-", g.get("count", "").lower()))
    count = _from_to(g, month) or named or (int(g["count"]) if g.get("count", "").isdigit() else None)
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
        ordinal = _nth(g.get("span") or g.get("span2") or g.get("span3") or g.get("span4") or "", unit)
    half_ago = kind == "prior-year" and ordinal is not None and unit == "six"  # "the second half of last year"
    return PeriodPhrase(
        m.start(), m.end(), "half" if half_ago else kind, ordinal, count, years[0] if years else None, month,
        int(day) if (day := g.get("day") or g.get("dayf")) else None, fiscal, unit, ending,
        more_years=tuple(y for k in ("year2", "year3") if (y := _year(g.get(k)))),
        years_ago=int(half_ago or kind == "ytd" and not {"before", "after"}.isdisjoint(g)),
        now=kind == "current" and unit == "quarter" and _NOW.match(low) is not None,
        bare=kind == "prior-year" and _SAME.fullmatch(low) is not None,
    )  # fmt: skip


def _from_to(g: dict[str, str], last: int | None) -> int | None:
    """The months of "October–December 2024"."""
    first = MONTHS.get(g.get("first", "").lower().rstrip("."))
    return (last - first) % 12 + 1 if first and last else None


def _dated_span(unit: str | None) -> int | None:
    """The months of a span whose last day is named."""
    return {"quarter": 3, "six": 6, "nine": 9, "year": 12}.get(unit or "")


def _nth(span: str, unit: str | None = None) -> int | None:
    """Which quarter or half of a year a span is: "third quarter", "Q3"; "the first six months last year" are none but
    what they are."""
    told = re.search(rf"(?P<word>{ORD})|Q(?P<digit>[1-4])|(?P<first>[1-4])Q", span, re.I)
    if told is None:
        return None
    nth = ORDINALS[told["word"].lower()] if told["word"] else int(told["digit"] or told["first"])
    return None if nth == 1 and unit in ("six", "nine") else nth


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
    $36 million for nine months, compared with", "up 4% through six months")."""
    behind = count in (6, 9) and m.string.endswith(_SPANNING, 0, m.start()) and _PAUSE.match(m.string, m.end())
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
                at = found.end
                if out and found.kind == "date" and _ITS_END.fullmatch(text, out[-1].end, found.start):
                    closed = at + text.startswith(")", at)
                    out[-1] = replace(out[-1], end=closed)  # "Q4 2024 (ended December 31, 2024)": one and the same
                    break
                out[-1:] = _with_its_day(text, _with_its_quarter(text, out[-1:], found), found)
                out += (
                    *_shorter(text, begin, found),
                    *_listed(text, begin, found),
                    *_linked(text, begin, found),
                    found,
                )
                break
        else:
            at = max(start + 1, start + len(m.group(0).split()[0]))
    told = any(p.bare for p in out) and any(p.kind == "prior-year" and not p.bare for p in out)
    return tuple(replace(p, bare=False) if told else p for p in out)  # "a year ago, sales for the same quarter were"


_ITS_END = re.compile(r"\s*\(\s*(?:which\s+)?(?:ended|ending)\s+(?:on\s+)?", re.I)
_AND_ON, _COMMA = re.compile(r",?\s+and\s+"), re.compile(r",\s+")
_FURTHER_DAY = re.compile(r",?\s+(?:and\s+)?[a-z]{3,9}\.?\s+\d{1,2},?\s+(?:19|20)\d\d\b", re.I)
_JOINED = re.compile(r"\s+and\s+(?:for\s+)?(?:the\s+)?")


def _as_long(text: str, before: list[PeriodPhrase], found: PeriodPhrase) -> PeriodPhrase:
    """The second of "the three months ended July 1, 2023 and June 25, 2022", which is as long as the first; of a list of
    days each is."""
    if found.kind != "date" or found.day is None or found.year is None or not before:
        return found
    first = before[-1]
    dated = first.kind in ("months", "weeks") and first.day is not None and first.year is not None
    listed = _COMMA.fullmatch(text, first.end, found.start) and _FURTHER_DAY.match(text, found.end)
    joined = dated and (listed or _AND_ON.fullmatch(text, first.end, found.start)) is not None
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
_SPANNING = ("for ", "through ")
_AND = re.compile(rf"\b(?P<count>{COUNT})[\s-]+and\s+(?:the\s+)?$", re.I)


_NTHS = re.compile(rf"\b{ORD}(?:(?:,\s+|\s+and\s+){ORD})*,?\s+and\s+(?:the\s+)?$", re.I)
_QUARTER = 3  # months
_LIST = 40  # characters of a list of ordinals


def _listed(text: str, at: int, found: PeriodPhrase) -> list[PeriodPhrase]:
    """The quarters that "the first, second and third quarters of 2023" names before the last; they are of its year."""
    if found.kind not in ("quarter", "prior-year") or found.ordinal is None:
        return []
    before = _NTHS.search(text, max(0, at - _LIST), at)
    if before is None:
        return []
    named = re.finditer(ORD, text[before.start() : before.end()], re.I)
    places = ((before.start() + m.start(), before.start() + m.end(), m.group(0).lower()) for m in named)
    return [replace(found, start=a, end=b, ordinal=ORDINALS[word]) for a, b, word in places]


_LINKED = re.compile(r"\b(?:linked|sequential|preceding|previous|prior) and (?:the )?$", re.I)


def _linked(text: str, at: int, found: PeriodPhrase) -> list[PeriodPhrase]:
    """The quarter before that "the linked and year-ago quarters" names first."""
    before = _LINKED.search(text, max(0, at - _LIST), at) if found.kind == "prior-year" else None
    named = before is not None and text.startswith("quarters", found.end - len("quarters"))
    return [PeriodPhrase(before.start(), before.end(), "prior", unit="quarter")] if before is not None and named else []


def _shorter(text: str, at: int, found: PeriodPhrase) -> list[PeriodPhrase]:
    """The length that "three and six months ended July 1, 2023" names first; it ends with the other. That of "three and nine
    months of 2024" is the third quarter."""
    before = _AND.search(text, max(0, at - 24), at)
    if before is None or found.kind not in ("months", "weeks") or found.month is None and found.year is None:
        return []
    told = before["count"].lower()
    count = int(told) if told.isdigit() else COUNTS.get(_BLANKS.sub("-", told))
    if found.month is None:
        quarter = found.count // _QUARTER if count == _QUARTER and found.kind == "months" and found.count else 0
        if not quarter:
            return []
        own = replace(found, kind="quarter", ordinal=quarter, count=None)
        return [replace(own, start=before.start(), end=before.end("count"))]
    return [replace(found, start=before.start(), end=before.end("count"), count=count)] if count else []
