"""Streaks and superlatives of a sentence: of which measure and period they are, and what they are held against."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from auditor.claims.lexicon import Lexicon
from auditor.claims.mention import Mention
from auditor.claims.mentions import mentions_in
from auditor.claims.periods import resolve
from auditor.grammar.periods import periods_in
from auditor.grammar.standings import (
    DOWN,
    PROFIT,
    UP,
    Reach,
    StreakPhrase,
    SuperlativePhrase,
    reach_of,
    streaks_in,
    superlatives_in,
)
from auditor.model.calendar import FiscalCalendar
from auditor.model.fact import Measure
from auditor.model.period import Period, add_months
from auditor.model.source import Span
from auditor.model.standing import Basis, Streak, Superlative, Turn, Unit

_CLAUSE = 90  # characters within which the measure of a phrase is named
_STOP = re.compile(r"[;:]|\.\s|,\s+(?:and|while|but|with)\b")
_YEARLY = re.compile(
    r"\b(?:year[\s-]*(?:over|on)[\s-]*year|(?:over|from|than|to)\s+the\s+(?:prior|previous|same)|yoy)\b", re.I
)
_SEQUENTIAL = re.compile(r"\b(?:sequential(?:ly)?|quarter[\s-]*(?:over|on)[\s-]*quarter|qoq)\b", re.I)
_UP = re.compile(rf"\b{UP}\b", re.I)
_DOWN = re.compile(rf"\b{DOWN}\b", re.I)
_PROFIT = re.compile(rf"\b{PROFIT}\b", re.I)
_PROFITS = re.compile(r"\s+of\s+(?:\w+\s+){0,2}", re.I)
_ADJUSTED = re.compile(r"\b(?:pro[\s-]?forma|non-gaap|adjusted)\b", re.I)
RESULTS = frozenset(
    ("net-income", "operating-income", "pretax-income", "ebitda", "free-cash-flow", "operating-cash-flow")
)
_ROSE = re.compile(r"\b(?:grew|grow|rose|increased|improved|climbed|expanded|gained|up)\b", re.I)
_FELL = re.compile(r"\b(?:fell|declined|decreased|dropped|shrank|contracted|down)\b", re.I)
_IS = re.compile(r"\b(?:was|were|is|are|reached|hit|marks?|marked|represents?|represented|being|making)\b", re.I)
_TWO = re.compile(r"\band\b", re.I)  # of two measures the words say the same, and of neither alone
_LEVEL = re.compile(r"\s*(?:$|[.,]|(?:level|figure|total|result|amount|of|in|since|for|on|quarterly)\b)", re.I)
_BARE = re.compile(
    r"[\s-]*(?:(?:total|overall|level\s+of|quarterly|annual|fiscal|ever|consolidated|reported)[\s-]+)*", re.I
)


def streaks(
    text: str, sentence: Span, lexicon: Lexicon, calendar: FiscalCalendar, context: Period, carried: Mention | None
) -> Iterator[Streak]:
    """The streaks of a sentence; `carried` is what the sentence before speaks of."""
    for phrase in streaks_in(text):
        mentions = _mentions(text, [(phrase.start, phrase.end)], lexicon)
        before, after = _clause(text, phrase.start, phrase.end)
        turn, turned = _turn(text, phrase, before, after)
        mention = _of_streak(mentions, phrase, turned, before, after)
        measure = mention.measure if mention else _profit(text, phrase) if turn == "profit" else None
        if mention is None and measure is None and carried is not None:
            mention, measure = carried, carried.measure
        if turn is None and mention is not None and _PROFITS.match(text, phrase.end) and mention.start >= phrase.end:
            turn = "profit" if mention.measure.key in RESULTS and not mention.negative else None
        unit = phrase.unit or ("year" if context.months == 12 else "quarter")
        yield Streak(
            Span(sentence.start + phrase.start, sentence.start + phrase.end), sentence,
            text[phrase.start : phrase.end], mention.text if mention else "", measure, _latest(unit, calendar, context), phrase.count, unit, turn, _basis(text, unit),
            mention.negative if mention else False,
        )  # fmt: skip


def superlatives(
    text: str, sentence: Span, lexicon: Lexicon, calendar: FiscalCalendar, context: Period
) -> Iterator[Superlative]:
    """The superlatives of a sentence that surely name a measure."""
    for phrase in superlatives_in(text):
        behind = text[phrase.end : _clause(text, phrase.start, phrase.end)[1]]
        reach = reach_of(behind)
        mention = _of_superlative(text, phrase, reach, lexicon)
        period = _period(text, phrase, calendar, context)
        if mention is None or period is None or period.instant:
            continue
        since = None
        if reach.months:
            since = add_months(period.end, -reach.months)
        elif reach.since is not None:
            named = [resolve(p, calendar, context) for p in periods_in(behind[reach.since :])[:1]]
            if not named or named[0] is None:
                continue
            since = named[0].end
        yield Superlative(
            Span(sentence.start + phrase.start, sentence.start + phrase.end), sentence, text[phrase.start : phrase.end],
            mention.text, mention.measure, period, phrase.highest, since, reach.shown, mention.negative,
            phrase.yearly,
        )  # fmt: skip


def _mentions(text: str, phrases: Sequence[tuple[int, int]], lexicon: Lexicon) -> Sequence[Mention]:
    """The measures of a text, none of which reaches into a phrase."""
    periods = [(p.start, p.end) for p in periods_in(text)]
    apart = [p for p in periods if all(p[1] <= start or p[0] >= end for start, end in phrases)]
    return mentions_in(text, sorted([*phrases, *apart]), lexicon)


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause around a phrase, as start and end."""
    first = max((m.end() for m in _STOP.finditer(text, 0, start)), default=0)
    stop = _STOP.search(text, end)
    return max(first, start - _CLAUSE), min(stop.start() if stop else len(text), end + _CLAUSE)


def _turn(text: str, phrase: StreakPhrase, before: int, after: int) -> tuple[Turn | None, tuple[int, int]]:
    """Whether a streak is of rises, of falls or of profits, and where the word stands that says so."""
    if phrase.direction:
        return phrase.direction, (phrase.start, phrase.end)
    for up, down, start, end in ((_UP, _DOWN, phrase.end, after), (_ROSE, _FELL, before, phrase.start)):
        rose, fell = up.search(text, start, end), down.search(text, start, end)
        if rose and not fell:
            return "up", rose.span()
        if fell and not rose:
            return "down", fell.span()
    profit = _PROFIT.search(text, phrase.end, after)
    return ("profit", profit.span()) if profit else (None, (phrase.start, phrase.end))


def _profit(text: str, phrase: StreakPhrase) -> Measure:
    """The result that "profitability" is of."""
    adjusted = _ADJUSTED.search(text, phrase.end, phrase.end + _CLAUSE)
    return Measure("net-income", frozenset(("adjusted",)) if adjusted else frozenset(), True)


def _of_streak(
    mentions: Sequence[Mention], phrase: StreakPhrase, turned: tuple[int, int], before: int, after: int
) -> Mention | None:
    """The measure named around the word of direction, else the subject of the clause."""
    behind = [m for m in mentions if phrase.end <= m.start and m.end <= after]
    if behind:
        return min(behind, key=lambda m: min(abs(m.start - turned[1]), abs(turned[0] - m.end)))
    ahead = [m for m in mentions if before <= m.start and m.end <= phrase.start]
    return ahead[-1] if len({str(m.measure) for m in ahead}) == 1 else None


def _basis(text: str, unit: Unit) -> Basis | None:
    if unit == "year":
        return "year-before"
    if _SEQUENTIAL.search(text):
        return "period-before"
    return "year-before" if _YEARLY.search(text) else None


def _latest(unit: Unit, calendar: FiscalCalendar, context: Period) -> Period | None:
    """The last period of a streak: the one spoken of, else the one that the release reports."""
    wanted = 3 if unit == "quarter" else 12
    for period in (context, calendar.reported):
        if period.months == wanted:
            return period
    if unit == "year" and calendar.quarter_of(calendar.reported.end) == 4:
        return calendar.year(calendar.fiscal_year_of(calendar.reported.end))
    return None


def _of_superlative(text: str, phrase: SuperlativePhrase, reach: Reach, lexicon: Lexicon) -> Mention | None:
    """The measure named right behind the word, or as the subject of which it is said."""
    told = (phrase.end + reach.span[0], phrase.end + reach.span[1])
    mentions = _mentions(text, [(phrase.start, phrase.end), *([told] if told[0] < told[1] else [])], lexicon)
    before, after = _clause(text, phrase.start, phrase.end)
    for m in mentions:
        if phrase.end <= m.start <= after and _BARE.fullmatch(text, phrase.end, m.start):
            return m
    ahead = [m for m in mentions if before <= m.start and m.end <= phrase.start]
    if len({str(m.measure) for m in ahead}) != 1 or not _LEVEL.match(text, phrase.end):
        return None
    named = ahead[-1]
    return named if _IS.search(text, named.end, phrase.start) and not _TWO.search(named.text) else None


def _period(text: str, phrase: SuperlativePhrase, calendar: FiscalCalendar, context: Period) -> Period | None:
    """The period of a superlative's figure: named before it, else the one spoken of; of the length that its words name."""
    before = [p for p in periods_in(text) if p.end <= phrase.start]
    period = resolve(before[-1], calendar, context) if before else context
    wanted = {"quarter": 3, "year": 12, "": period.months if period else 0}[phrase.unit]
    if period is not None and period.months != wanted and calendar.reported.months == wanted and not before:
        period = calendar.reported
    return period if period is not None and period.months == wanted else None
