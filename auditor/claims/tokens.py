"""A sentence as tokens: its numbers, periods, measures and cue words, each with the tag that the shapes are written in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from auditor.claims.lexicon import Lexicon
from auditor.claims.mention import Mention
from auditor.claims.mentions import mentions_in
from auditor.frozen import dataclass
from auditor.grammar.identifiers import identifiers_in
from auditor.grammar.numbers import Number, digits_in, numbers_in
from auditor.grammar.periods import PeriodPhrase, periods_in
from auditor.grammar.shapes import CUES, DROPPED, Cue, cues_in, hedge_before

_EARNED = re.compile(r"\b(?:revenues?|sales|income)\s+$", re.I)
_FROM_WHAT = re.compile(
    r"\s+(?:our\s+|its\s+|the\s+)?(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Q\d|First|Second|Third|Fourth|"
    r"Fiscal|FY)[a-z]*\b)[A-Z][a-z]+\s"
)  # "revenue from Wound Care products of $36 million"
ENDING = "czgUDvR="  # cues that no name of a measure goes on over
TAG_OF = {"money": "$", "per-share": "s", "percent": "%", "points": "p", "ratio": "x", "count": "n"}
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[A-Za-z][\w'-]*")
_DATELINE_END = re.compile(r"--|\s[–—-]\s|/\s?PR\s?Newswire|\((?:BUSINESS WIRE|GLOBE NEWSWIRE|Marketwire)\)|/", re.I)
_DATELINE_MOST = 150  # characters of one
_ARTICLE = re.compile(r"\b(?:an?|the)\s+(?:\w+\s+)?$", re.I)
_NOUN = re.compile(r"\s*(?:[A-Za-z][\w'/&-]*\s+){0,4}?([A-Za-z][\w'-]*)")
_TIME_UNIT = re.compile(
    r"[\s-]*(?:consecutive\s+|business\s+|calendar\s+|trading\s+|straight\s+|additional\s+)?"
    r"(?:days?|weeks?|months?|years?|hours?|minutes?|quarters?|decades?)\b"
    r"(?!\s+(?:sales?|sales\s+outstanding|of\s+(?:sales|inventory)))",
    re.I,
)
_AMOUNT_ENDS = re.compile(
    r"(?:\d\s*%|\bper\s?cent|\bpct|\bpoints|\bbps?|\b[mb]illion|\bshare)\s+$",
    re.I,
)
_AGO = re.compile(r"(?:the\s+)?(?:last|prior|previous|preceding)\s+(?:fiscal\s+)?year|a\s+year\s+(?:ago|earlier)", re.I)
_TURNED = re.compile(r"\b(?:increase|decrease|decline|growth|improvement|gain|rise|reduction)\s+$", re.I)
# "a 19% increase over the $132 million of last year" is no hedge, nor "a 19% increase over $132 million"
_OVER_IT = re.compile(r"over\s+(?:the\b|(?=[$£€]))", re.I)
_TURNED_BY = re.compile(r"(?:%|\bpercent)\s+(?:\w+\s+)?\w+\s+$", re.I)
_MOVED = re.compile(
    rf"\b(?:{'|'.join(words for tag, _, words in CUES if tag in 'UD+-')})\s+(?:\w+ly\s+)?(?:(?:by|of)\s+)?"
    rf"(?:(?:about|approximately|nearly|over)\s+)?$",
    re.I,
)
_STATED = re.compile(
    r"(?:\b(?:was|were|to|than|from|with|versus|reached|totaled|numbered|averaged)|\bvs\.?|\d\s+and)\s+"
    r"(?:(?:about|approximately|nearly|over)\s+)?$",
    re.I,
)  # "orders were 928, compared to 940": nothing is said behind a number of what it counts
SIDE = re.compile(
    r"\s+on\s+an?\s+(?:fully[\s-]+)?(?:diluted|basic)\s+basis\b|\s*\((?:fully[\s-]+)?(?:diluted|basic)\)|"
    r",?\s+(?:fully[\s-]+)?(?:diluted|basic)(?=\s*(?:[,.;:)]|$|(?:compared|versus|vs|for|in|on|from|up|down)\b))",
    re.I,
)
_TAXED = re.compile(r"\s+(?:after[\s-]+tax(?:es)?|net\s+of\s+(?:income\s+)?tax(?:es)?)(?=\s*[,.;:]|\s+or\b|\s*$)", re.I)
_OF_RESERVES = re.compile(
    r"\s+(?:(?:loss|claims?|casualty|property|net|adverse|(?:un)?favorable|reserve)\s+){0,3}"
    r"(?:reserves?|development|accident)\b",
    re.I,
)
_END_OF_RANGE = re.compile(r"\b(?:high|low|upper|lower|top|bottom)(?:er)?[\s-]+$", re.I)
_MATURES = re.compile(r"\b(?:due|maturing|matur(?:es?|ity)|expir(?:es?|ing|y))\s+(?:in\s+|on\s+)?$", re.I)
_THROUGH, _NEAR = re.compile(r"\b(?:through|ended|ending|to)\s+$", re.I), 12
_SIGNED = re.compile(r"[(,;\[]\s?[+\-−–]\s?$|;\s\(\s?$|[A-Za-z]\s\+$")  # "up (+4%)", "$320 million; (4)%"
_OF_KIND = re.compile(  # "141 company-operated and 30 independently owned"
    r"\s*(?:(?:are|were)\s+)?(?:\w+ly\s+)?(?:\w+-)?(?:owned|operated|franchised|licensed|leased)\b", re.I
)
_MARK = re.compile(r"\s*(?:\d{1,2}|[a-z]|[*†‡]+)\s*")
_AS_IT = re.compile(
    r"\bas\b(?=\s+(?!(?:well|compared|expected|reported|previously|announced|follows|noted|discussed|a|an|of|the)\b)(?:[a-z][a-z-]*\s+){1,3}?"
    r"(?:rose|fell|grew|dropped|climbed|declined|increased|decreased|improved|recovered|softened|slowed|weakened)\b)"
)  # "fell to $5 million as shipments rose 28%": a clause with a subject of its own begins
_EVENT = re.compile(
    r"\s+(?:[\w&.'-]+\s+){0,2}?(?:acquisitions?|divestitures?|mergers?|spin-?offs?|offerings?|refinancings?|recapitali[sz]ations?|"
    r"bankruptcy|settlements?|restructurings?|closures?|renewals?|turnarounds?|outages?|strikes?|shutdowns?|launch(?:es)?|amendments?)\b",
    re.I,
)
_CALLED_BY_YEAR = re.compile(
    r"\s+(?!(?:net|total|adjusted|operating)\b)(?:[A-Za-z][\w&.'-]*\s+){0,3}?(?:agreements?|authorizations?|indenture|notes|"
    r"debentures|bonds|revolver|credit\s+facility|term\s+loans?|equity\s+(?:incentive\s+)?plan|incentive\s+plan)\b",
    re.I,
)
_DAYS_OK = re.compile(r"(?:\bDSO|days|inventory|receivable|turn)", re.I)
_DAYS_WERE = re.compile(
    r"\b(?:DSOs?|DIO|DPO|days?\s+(?:of\s+)?(?:sales|inventory|in\s+(?:inventory|(?:accounts\s+)?receivables?)|payables?)"
    r"(?:\s+outstanding|\s+on\s+hand)?)\s+(?:[\w-]+\s+)?(?:was|were|of|to|at)\s+(?:(?:about|approximately)\s+)?"
    r"(?:\d+(?:\s+days)?(?:\s+(?:at|as\s+of|on)\s+[A-Z]\w+\s+\d+,\s+\d{4})?,?\s+(?:as\s+)?"
    r"(?:compared\s+(?:to|with)|versus|vs\.|(?:up|down)\s+from|from)\s+)?$",
    re.I,
)  # "days sales outstanding were 43", "…, compared with 45 a year ago"
_DAYS = 2
_COUNTED = frozenset(
    "shares share stores store restaurants restaurant employees customers units locations systems subscribers "
    "members clients branches offices clubs warehouses rooms homes vehicles "
    "aircraft properties patients sites countries states loans accounts products associates people acres tons "
    "barrels ounces megawatts patents contracts transactions "
    "users centers hospitals facilities warrants options orders wafers devices points basis players drivers "
    "installations licenses".split()
)  # fmt: skip
_ENDS = frozenset(
    "and or of to in the for from with at by as is was a an on that which during through over than were are "
    "this last compared versus including while".split()
)


class Token(NamedTuple):
    tag: str
    start: int
    end: int
    value: Number | PeriodPhrase | Mention | Cue | None = None
    hedge: str | None = None
    noun: str = ""


@dataclass(frozen=True)
class Tagged:
    """`tags` is the tokens' tags in one string; `dates` and `identifiers` are ranges that hold numerals of no claim."""

    text: str
    tokens: tuple[Token, ...]
    tags: str
    dates: tuple[tuple[int, int], ...]
    identifiers: tuple[tuple[int, int], ...]
    others: tuple[tuple[int, int], ...]


def tag(text: str, lexicon: Lexicon, stating: bool = False) -> Tagged:
    """The tokens of one sentence. `text` has plain blanks and quotes (see `sentences.even`). `stating`: the words are
    wanted only where the sentence states a number; most numerals are of dates and names."""
    named = periods_in(text)
    identifiers = sorted(identifiers_in(text) + lexicon.products(text))
    busy = [(p.start, p.end) for p in named if _DIGIT.search(text, p.start, p.end)]
    periods = [p for p in named if not _inside(identifiers, p.start) or p.kind == "date"]
    if any(p.kind == "date" for p in periods) and (dateline := _dateline(text)):
        periods = [p for p in periods if p.end > dateline or p.kind != "date"]
    numbers, others = _numbers(text, busy, identifiers)
    if stating and not numbers and not lexicon.segmented:
        return Tagged(text, (), "", tuple(busy), tuple(identifiers), tuple(others))
    found = cues_in(text)
    verbs = [(c.start, c.end) for c in found if c.tag == "g" and " " in text[c.start : c.end]]  # "we see revenue"
    blocked = sorted([(n.start, n.end) for n, _ in numbers] + [(p.start, p.end) for p in periods] + verbs)
    mentions = mentions_in(text, blocked, lexicon, frozenset(c.start for c in found if c.tag in ENDING))
    periods = _around_names(text, periods, mentions)
    hedges = {n.start: h for n, _ in numbers if (h := _hedge_of(text, n))}
    tokens = [Token(TAG_OF[n.kind], n.start, _past_side(text, n), n, _hedge(hedges, n), noun) for n, noun in numbers]
    tokens += [Token("T", p.start, p.end, p) for p in periods if not _no_period(text, p, periods)]
    taken = _Taken(text, ((t.start, t.end) for t in tokens))
    tokens += [
        Token("M", m.start if taken.free(m.start, m.end) else m.core, m.end, m)
        for m in mentions
        if taken.free(m.core, m.end)
    ]  # "Total Q4 revenue": the name stands around a period
    taken.take((m.start, m.end) for m in tokens)
    hedged = _Taken(text, ((h[0], at) for at, h in hedges.items()))
    cues = _cues(text, [c for c in found if _counts(c, taken, hedged)])
    cues += [Token("D" if n.negative else "U", n.start, n.start, _move(n)) for n, _ in numbers if _signed(text, n)]
    cues += [Token(",", m.start(), m.start() + 1) for m in _AS_IT.finditer(text) if taken.free(m.start(), m.end())]
    taken.take((c.start, c.end) for c in cues)
    taken.take((h[0], at) for at, h in hedges.items())
    tokens += [*cues, *_other_words(text, taken)]
    tokens = _without_marks(text, sorted(tokens, key=lambda t: (t.start, t.end)))
    return Tagged(text, tuple(tokens), "".join(t.tag for t in tokens), tuple(busy), tuple(identifiers), tuple(others))


def _without_marks(text: str, tokens: list[Token]) -> list[Token]:
    """The tokens without the brackets of footnote marks: "net income(1) of $5 million"."""
    marks = {
        at
        for at, (a, b) in enumerate(pairwise(tokens))
        if a.tag == "(" and b.tag == ")" and _MARK.fullmatch(text, a.end, b.start)
    }
    return [t for at, t in enumerate(tokens) if at not in marks and at - 1 not in marks]


def _dateline(text: str) -> int:
    """The end of the place and date that a release begins with, 0 where there is none: "CHICAGO, May 4, 2023 /PRNewswire/"."""
    mark = _DATELINE_END.search(text, 1, _DATELINE_MOST)
    begins = text[0].isalpha() or text[0] in "–—-"  # behind the short name of a state, which ends like a sentence
    return mark.end() if mark and begins and ";" not in text[: mark.start()] else 0


def _around_names(text: str, periods: list[PeriodPhrase], mentions: list[Mention]) -> list[PeriodPhrase]:
    """Periods of which the quarter stands before a measure and the year behind it put together: "Fourth quarter revenue
    last year was"."""
    out = list(periods)
    for k, (p, q) in enumerate(zip(periods, periods[1:], strict=False)):
        ago = q.kind == "prior-year" and q.ordinal is None and q.unit in (None, "year") and q.years_ago == 0
        if ago and p.kind == "quarter" and p.ordinal and p.year is None and _AGO.fullmatch(text, q.start, q.end):
            if any(not text[p.end : m.start].strip() and not text[m.end : q.start].strip() for m in mentions):
                out[k] = replace(q, start=p.start, end=p.end, ordinal=p.ordinal)
                out[k + 1] = replace(out[k], start=q.start, end=q.end)
    return out


def _no_period(text: str, p: PeriodPhrase, periods: list[PeriodPhrase]) -> bool:
    """Whether a phrase is no period of its own: a date that only says where a year to date ends ("year-to-date revenue through
    September 30, 2023"), the years of the losses that an insurer reserves for ("prior year development"), the end of a
    range ("the high end of our third quarter guidance"), the month of an event ("the February 2024 divestiture"), what a debt
    runs to ("senior notes due 2032"), the year in the name of an agreement ("under the 2020 license agreement")."""
    if p.kind == "prior-year":
        return _OF_RESERVES.match(text, p.end) is not None
    if p.at_end and _END_OF_RANGE.search(text, max(0, p.start - _NEAR), p.start):
        return True
    if p.kind in ("date", "month") and p.day is None and _EVENT.match(text, p.end):
        return True
    if p.kind in ("date", "year", "month") and _MATURES.search(text, max(0, p.start - _NEAR), p.start):
        return True
    if p.kind == "year" and not p.more_years and _CALLED_BY_YEAR.match(text, p.end):
        return True
    if p.kind != "date" or not _THROUGH.search(text, max(0, p.start - _NEAR), p.start):
        return False
    return any(q.kind == "ytd" and q.end < p.start and not _DIGIT.search(text, q.end, p.start) for q in periods)


def _counts(cue: Cue, taken: _Taken, hedged: _Taken) -> bool:
    """Whether a cue is none of the words of another token, nor a direction or comparison that a hedge consists of."""
    return taken.free(cue.start, cue.end) and not (cue.tag in "+-UDcz" and not hedged.free(cue.start, cue.end))


def _cues(text: str, found: Iterable[Cue]) -> list[Token]:
    """The tokens of cues: nouns of change may compare besides, or begin a phrase of their own."""
    out: list[Token] = []
    for c in found:
        source = c.tag == "f" and _FROM_WHAT.match(text, c.end) and _EARNED.search(text, max(0, c.start - 12), c.start)
        out.append(Token("i" if source else c.tag, c.start, c.end, c))
        if c.tag in "+-" and text[c.start : c.end].lower().startswith(("above", "below", "ahead")):
            out.append(Token("c", c.end, c.end))  # "8% above the $0.96 of last year": and compared with it
        if c.tag in "+-" and (article := _ARTICLE.search(text, max(0, c.start - 12), c.start)):
            out.append(Token(",", article.start(), article.start() + 1))  # "$5 million, a decrease"
    return out


class _Taken:
    """The characters of a text that belong to tokens."""

    def __init__(self, text: str, ranges: Iterable[tuple[int, int]]) -> None:
        self._marks = bytearray(len(text))
        self.take(ranges)

    def take(self, ranges: Iterable[tuple[int, int]]) -> None:
        for start, end in ranges:
            self._marks[start:end] = b"\1" * (end - start)

    def free(self, start: int, end: int) -> bool:
        return self._marks.find(1, start, end) < 0

    def next(self, at: int) -> int:
        """The first character from a place on that is taken; the length of the text where none is."""
        found = self._marks.find(1, at)
        return found if found >= 0 else len(self._marks)


def _other_words(text: str, taken: _Taken) -> Iterator[Token]:
    """The words that say nothing of the part a number plays; a run of them is one token, at its first word."""
    run = 0  # where the run ends that the last token stands for
    for w in _WORD.finditer(text):
        start = w.start()
        if start < run or w.group().lower() in DROPPED or not taken.free(start, w.end()):
            continue
        yield Token("w", start, w.end())
        run = taken.next(w.end())


def _signed(text: str, n: Number) -> bool:
    """Whether the sign of a percentage says that something moved: "$122.3 million (+10.2%)", "Net sales +65%"."""
    return n.kind == "percent" and _SIGNED.search(text, max(0, n.digits - 4), n.digits) is not None


def _move(n: Number) -> Cue:
    return Cue(n.start, n.start, "D" if n.negative else "U", "down" if n.negative else "up")


def _past_side(text: str, n: Number) -> int:
    """The end of a number with the words behind it that say of which shares it is ("$0.61 per share on a diluted basis"), or
    what of it taxes have left ("$4.4 million after tax")."""
    behind = {"per-share": SIDE, "money": _TAXED}.get(n.kind)
    side = behind.match(text, n.end) if behind else None
    return side.end() if side else n.end


def _hedge_of(text: str, n: Number) -> tuple[int, str] | None:
    """(start, hedge) of the hedge before a number; behind another number it compares the two: "8% above the $0.96"."""
    found = hedge_before(text, n.start)
    if found is None or _AMOUNT_ENDS.search(text, max(0, found[0] - 12), found[0]):
        return None
    over = _OVER_IT.match(text, found[0]) if _TURNED.search(text, max(0, found[0] - 16), found[0]) else None
    by_so_much = over and ("the" in over.group(0).lower() or _TURNED_BY.search(text, 0, found[0]))
    return None if by_so_much else found


def _hedge(hedges: Mapping[int, tuple[int, str]], n: Number) -> str | None:
    return hedges[n.start][1] if n.start in hedges else None


def _inside(ranges: list[tuple[int, int]], at: int) -> bool:
    return any(s <= at < e for s, e in ranges)


def _numbers(
    text: str, dates: list[tuple[int, int]], identifiers: list[tuple[int, int]]
) -> tuple[list[tuple[Number, str]], list[tuple[int, int]]]:
    """The numbers that state something, each with the noun it counts; and the places of those that do not."""
    out: list[tuple[Number, str]] = []
    others: list[tuple[int, int]] = []
    for n in numbers_in(text, passed=lambda digit: _inside(dates, digit) or _inside(identifiers, digit)):
        noun = _counted(text, n) if n.kind == "count" else ""
        if noun is None:
            others.append((n.start, n.end))
        else:
            out.append((n, noun))
    return out, others


def _counted(text: str, n: Number) -> str | None:
    """The noun that a plain number counts, or None where it states nothing."""
    if _TIME_UNIT.match(text, n.end) and not _DAYS_OK.search(text, max(0, n.start - 40), n.start):
        return None
    if text[n.end : n.end + 1].isalpha() and not n.scaled:
        return None
    if n.start and (text[n.start - 1].isalnum() or text[n.start - 1] in "#/&_-"):
        return None
    if text[n.end : n.end + 1] in "-/" and text[n.end + 1 : n.end + 2].isalpha():
        return None
    words = re.match(r"\s*((?:[A-Za-z][\w'&/-]*\s*){1,5})", text[n.end : n.end + 70])
    listed: list[str] = words.group(1).lower().split() if words else []
    for k, word in enumerate(listed):
        if word in _COUNTED:
            return "share" if word == "shares" else word
        if word in _ENDS:
            if k and listed[k - 1].endswith("ly") and word in ("and", "or"):
                continue  # "75 currently or previously leased homes"
            if k and (listed[k - 1].endswith("s") or n.scaled):
                return listed[k - 1]
            break
        if k and word.endswith("s") and not word.endswith("ss"):
            return word if n.value >= 10 or n.scaled else None
    if listed and listed[0].endswith("s") and not listed[0].endswith("ss") and len(listed[0]) > 3:
        return listed[0] if n.value >= 10 or n.scaled else None
    printed = text[n.start : n.end]
    if printed.endswith("k"):
        return None
    if (
        n.value >= 100
        and not 1900 <= n.value < 2100
        and (listed or _STATED.search(text, max(0, n.start - 40), n.start))
    ):
        return ""
    if n.value >= _DAYS and _DAYS_WERE.search(text, max(0, n.start - 120), n.start):
        return "days"
    moved = _MOVED.search(text, max(0, n.start - 40), n.start) or _OF_KIND.match(text, n.end)
    return "" if n.value >= 10 and moved or n.scaled or "," in printed or "." in printed.rstrip(".") else None


def numerals(text: str) -> list[tuple[int, int]]:
    return list(digits_in(text))
