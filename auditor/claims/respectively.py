"""Lists of numbers that the word *respectively* shares out among measures or periods."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from auditor.claims.draft import Draft
from auditor.claims.parsed import NUMBER_TAGS, Sentence
from auditor.grammar.numbers import Number
from auditor.grammar.periods import PeriodPhrase
from auditor.grammar.shapes import Role
from auditor.model.fact import SIDES, Measure

_EACH_CHANGED = re.compile(
    r"\b(?:increases|decreases|declines|gains|reductions|improvements|growth)\s+of\s+(?:(?:about|approximately)\s+)?$"
    r"|,\s+an?\s+(?:increase|decrease|decline|gain|reduction|improvement|expansion|contraction)\s+of\s+"
    r"(?:(?:about|approximately)\s+)?$"
    r"|,\s+(?:which\s+(?:is|are|was|were)\s+)?(?:up|down)\s+(?:by\s+)?(?:(?:about|approximately)\s+)?$",
    re.I,
)
_BOTH_MOVED = re.compile(
    r"(?:Mo[$n],?a?)+(?:w?v)?(?:wi?)?T?(?:[UD]T?b?|w?[+-]o|v[UD])$"
)  # "sales of $5 million and earnings of $2 million rose"
_BOTH = 2
_LAST_OF_TWO = re.compile(r"w?(?:[,i]{0,2}T)?[,;)]?(?:$|[^M$%npsx])")
_OR = re.compile(r"(?:[io]?T)?,?r")
_TOLD_OVER = ("quarter", "months", "weeks")
_LIKE = re.compile(rf"([{NUMBER_TAGS}])(?:(?:,|,?a)\1)+")
_LISTED = re.compile(rf"(?P<numbers>([{NUMBER_TAGS}])(?:(?:,|,?a)\2)+)(?:oM)?,?i(?P<periods>T(?:(?:,|,?a)T)+)")
_TOLD_OF = re.compile(
    rf"(?P<periods>T(?:(?:,|,?a)T)*)(?:,?w?M)?w?v(?P<numbers>([{NUMBER_TAGS}])(?:(?:,|,?a)\3)+)(?![,;]?a[{NUMBER_TAGS}])"
)

_SIDES = re.compile(
    r"\b(?P<first>basic|diluted|(?:non-)?GAAP|adjusted|reported)\s+and\s+(?P<second>basic|diluted|(?:non-)?GAAP|adjusted|reported)\b",
    re.I,
)
_SIDE = {
    "basic": "basic",
    "diluted": "diluted",
    "gaap": "",
    "reported": "",
    "non-gaap": "adjusted",
    "adjusted": "adjusted",
}
"""What each of two sides, of which a sentence tells both, adds to the name of a measure."""
_BOTH_SIDES = re.compile(r"\b(?:basic\s+and\s+diluted|diluted\s+and\s+basic)\s", re.I)


def respectively(s: Sentence, drafts: list[Draft]) -> list[Draft]:
    """Numbers listed and resolved with *respectively*: the last list of numbers against a list of as many measures or periods."""
    start = 0
    for m in re.finditer("R", s.tags):
        drafts = _resolved_list(s, drafts, start, m.start())
        start = m.start() + 1
    return _sided(s, drafts, start) if start else _answered_each(s, _one_each(s, drafts))


def _sided(s: Sentence, drafts: list[Draft], start: int) -> list[Draft]:
    """What such a list is compared with, where the word is not said again: "of $0.08 and $0.07 a year ago"."""
    chosen = {d.token: d for d in drafts}
    for first, second in pairwise(d for d in drafts if d.token >= start):
        if s.between(first.token, second.token) == "a":
            chosen.update(_of_sides(s, drafts, [first, second], start, second.token + 1))
    return [chosen[d.token] for d in drafts]


def _answered_each(s: Sentence, drafts: list[Draft]) -> list[Draft]:
    """Two numbers that the figures of two measures right before are compared with, without the word: "costs of $950 and
    capital of $1,345 an ounce, compared to $944 and $1,324"."""
    out = list(drafts)
    heads = [i for i, d in enumerate(drafts) if d.token == d.head]
    for x, y, a, b in zip(heads, heads[1:], heads[2:], heads[3:], strict=False):
        first, second, then, last = drafts[x], drafts[y], drafts[a], drafts[b]
        compared = then.role == "base" and s.between(then.token, last.token) == "a" and last.role in ("base", "level")
        alike = len({s.tags[d.token] for d in (first, second, then, last)}) == 1
        ends = _LAST_OF_TWO.match(s.tags, last.token + 1) is not None
        if compared and alike and ends and second.role == "level" and _levels_before([first, second], [then, last], 0):
            out[a] = _answer(then, first, then.period or last.period)
            out[b] = _answer(last, second, last.period or then.period)
    return out


def of_each_part(s: Sentence, drafts: list[Draft]) -> list[Draft]:
    """Numbers listed for as many segments of one measure: "net sales in our Nordic and Baltic segments rose 6% and 5%"."""
    for listed in _LIKE.finditer(s.tags):
        tokens = [k for k in range(*listed.span()) if s.tags[k] in NUMBER_TAGS]
        first = next((d for d in drafts if d.token == tokens[0]), None)
        if first is None or first.mention is None or len(first.mention.parts) != len(tokens):
            continue
        own = dict(zip(tokens, first.mention.parts, strict=True))
        drafts = [_of_part(first, d, own[d.token]) if d.token in own else d for d in drafts]
    return drafts


def _of_part(first: Draft, d: Draft, part: Measure) -> Draft:
    assert first.mention is not None
    return replace(_like(first, d), mention=replace(first.mention, measure=part, parts=()))


def _like(first: Draft, d: Draft) -> Draft:
    """A number of a list, which is what another one of it is."""
    return replace(first, token=d.token, number=d.number, head=d.head, hedge=d.hedge, group=d.group)


def _one_each(s: Sentence, drafts: list[Draft]) -> list[Draft]:
    """Numbers listed before as many periods, or behind them, without the word: "rose 5%, 7% and 9% in the first, second and
    third quarters", "the loss for the quarters ended June 30, 2025 and 2024 was $7 million and $2 million"."""
    listed = _LISTED.search(s.tags) or _TOLD_OF.search(s.tags)
    if listed is None:
        return drafts
    numbers = [k for k in range(*listed.span("numbers")) if s.tags[k] in NUMBER_TAGS]
    periods = _periods(s, range(*listed.span("periods")))
    told = [d for d in drafts if d.token in numbers]
    if len(told) != len(periods) or periods[0][0].kind not in _TOLD_OVER:
        return drafts
    first = _named_with(told)
    return _dated(drafts, first, dict(zip(numbers, periods, strict=True)))


def _named_with(run: Sequence[Draft]) -> Draft:
    """The number of a list with which the measure of all is named: the first, or the last of "$3 and $5 million of sales"."""
    last = run[-1]
    behind = last.mention is not None and last.mention.start > last.number.start
    return last if run[0].mention is None and behind else run[0]


def _dated(drafts: list[Draft], first: Draft, of: Mapping[int, tuple[PeriodPhrase, int | None]]) -> list[Draft]:
    """The numbers at some tokens as what the first of them is, each of its own period."""
    alike = replace(first, base=None)
    return [
        replace(_like(alike, d), period=of[d.token][0], year=of[d.token][1]) if d.token in of else d for d in drafts
    ]


def _in_them(s: Sentence, told: Sequence[tuple[PeriodPhrase, int | None]]) -> bool:
    """Whether something happened in periods, and was not compared with them: "rose 5% and 7% in the first and second quarters"."""
    first = next((k for k, token in enumerate(s.tokens) if token.value is told[0][0]), 0)
    return s.tags[first - 1 : first] == "i" and told[0][0].kind == "quarter"


def _resolved_list(s: Sentence, drafts: list[Draft], start: int, at: int) -> list[Draft]:
    """The numbers between `start` and the *respectively* at `at`, matched in order."""
    run = _run(s, drafts, start, at)
    if len(run) < 2:
        return drafts
    first = run[0].token
    measures = [k for k in range(start, first) if s.tags[k] == "M"]
    periods = _of_years(s, drafts, run, _told_with(s, run, start, at), start)
    chosen = {d.token: d for d in drafts}
    levels = _levels_before(drafts, run, len(_periods(s, range(run[-1].token, at))))
    if (
        answers := _of_sides(s, drafts, run, start, at)
        or _changes_of_each(s, drafts, run)
        or _restated_each(s, drafts, run)
        or _reached_each(s, drafts, run)
    ):
        chosen.update(answers)
    elif levels:
        of_levels = [level.period for level in levels]
        own = next((d.period for d in (run[-1], *run) if d.period not in (None, *of_levels)), run[-1].period)
        for d, level in zip(run, levels, strict=True):
            chosen[d.token] = _answer(d, level, own or d.period)
    elif (
        len(measures) >= len(run)
        and len(periods) != len(run)
        and re.fullmatch(r"(?:M[,ao]*)+", s.tags[measures[-len(run)] : measures[-1] + 1])
    ):
        for d, k in zip(run, measures[-len(run) :], strict=True):
            role: Role = "level" if d.role in ("base", "to") else d.role
            chosen[d.token] = replace(d, mention=s.mention(k), also=(), role=role)
    elif len(periods) >= len(run):
        chosen.update(_over_periods(s, drafts, run, periods[-len(run) :], start, at))
    return sorted(chosen.values(), key=lambda d: d.token)


def _of_sides(s: Sentence, drafts: list[Draft], run: list[Draft], start: int, at: int) -> dict[int, Draft]:
    """Two numbers of the two sides of one measure, by the share or by the rules of accounting: "earnings per share, basic and
    diluted, amounted to $0.10 and $0.09, respectively, in the quarter", "GAAP and non-GAAP gross margins were 74.9% and
    75.0%, respectively"."""
    first = run[0]
    text = s.tagged.text[s.tokens[start].start : s.tokens[first.token].start]
    named = _SIDES.search(text)
    if named is None or len(run) != _BOTH or first.mention is None:
        return {}
    sides = tuple(_SIDE[named[word].lower()] for word in ("first", "second"))
    shares = SIDES.issuperset(sides)
    if len(set(sides)) != _BOTH or shares != bool(SIDES & set(sides)):
        return {}
    if shares and first.mention.measure.key != "eps":
        return {}
    behind = re.match(r"R?,?i?T", s.tags[at:])
    told = _periods(s, [at + behind.end() - 1])[:1] if behind and first.role != "change" else []
    phrase, year = told[0] if told else (first.period, first.year)
    own = first.mention.measure.qualifiers - {*sides}
    measures = [replace(first.mention.measure, qualifiers=own | ({side} - {""})) for side in sides]
    chosen = {
        d.token: replace(
            d, number=_of_a_share(d, shares), mention=replace(first.mention, measure=own), period=phrase, year=year
        )
        for d, own in zip(run, measures, strict=True)
    }
    levels = [d for d in drafts if start <= d.token < first.token and d.role == "level"][-_BOTH:]
    if first.role == "change" and len(levels) == _BOTH and s.between(levels[0].token, levels[1].token) == "a":
        chosen |= {d.token: replace(d, mention=chosen[c.token].mention) for d, c in zip(levels, run, strict=True)}
    return chosen


def _of_a_share(d: Draft, shares: bool) -> Number:
    """The number of a result by the share, which need not say so itself."""
    if not shares or d.number.kind == "percent":
        return d.number
    return replace(d.number, kind="per-share", unit=f"{d.number.unit.split('/')[0]}/share")


def _told_with(s: Sentence, run: list[Draft], start: int, at: int) -> list[tuple[PeriodPhrase, int | None]]:
    """The periods that a list may be shared out among: those before it and between it and the *respectively*, else
    those behind that."""
    periods = _periods(s, (*range(start, run[0].token), *range(run[-1].token, at)))
    if len(periods) < len(run) and not start and s.tags.find("R", at + 1) < 0:
        behind = _periods(s, range(at, len(s.tags)))
        if len(behind) < len(run) and _set_against(s, behind):
            return periods  # "rose in the quarter by $5 million and $3 million, respectively, compared to a year ago"
        compared = run[0].role in ("base", "from")  # periods on both sides of it are those of both sides
        return periods + behind if not compared or len(behind) >= len(run) else []
    return periods


def _of_years(
    s: Sentence, drafts: list[Draft], run: list[Draft], told: list[tuple[PeriodPhrase, int | None]], start: int
) -> list[tuple[PeriodPhrase, int | None]]:
    """The length of time named before a list as that of each year that it is told of: "for the third quarter, $12 million and $10
    million in 2024 and 2023"; without years of its own those of the list before: "; for the nine months they were $35 million
    and $31 million"."""
    before = [p for p, year in _periods(s, range(start, run[0].token)) if p.kind in _TOLD_OVER and not (p.year or year)]
    if len(before) != 1:
        return told
    if len(told) >= len(run) and all(p.kind == "year" for p, _ in told[-len(run) :]):
        return [(before[0], year or p.year) for p, year in told[-len(run) :]]
    earlier = [d.year for d in drafts if d.token < start and d.year is not None][-len(run) :]
    alone = start and len(told) == 1 and len(earlier) == len(run) and not s.tags.startswith("R", start)
    return [(before[0], year) for year in earlier] if alone else told


def _set_against(s: Sentence, told: list[tuple[PeriodPhrase, int | None]]) -> bool:
    """Whether something is compared with the first of some periods."""
    at = next((k for k, token in enumerate(s.tokens) if told and token.value is told[0][0]), 0)
    return s.tags[at - 1 : at] == "c"


def _over_periods(
    s: Sentence, drafts: list[Draft], run: list[Draft], told: list[tuple[PeriodPhrase, int | None]], start: int, at: int
) -> dict[int, Draft]:
    """A list of numbers, each of its own period."""
    first = run[0].token
    before = {p for p, _ in _periods(s, range(start, first))}
    if run[0].role in ("base", "from") and all(p in before for p, _ in told):
        return {}  # those are of the figures that they are compared with
    if run[0].role == "change" and all(s.tags[d.token] == s.tags[first] for d in run) and _in_them(s, told):
        dated = {d.token: of for d, of in zip(run, told, strict=True)}
        return {d.token: d for d in _dated(drafts, run[0], dated)}
    chosen: dict[int, Draft] = {}
    mention = _named_with(run).mention
    for d, (phrase, year) in zip(run, told, strict=True):
        if d.role == "change":
            chosen[d.token] = replace(d, base=phrase, year=year)
        else:
            chosen[d.token] = replace(d, period=phrase, year=year, mention=mention)
            chosen.update({x.token: replace(x, period=phrase, year=year) for x in drafts if _beside(s, x, d)})
    chosen.update(_moved_between(s, drafts, told, at))
    chosen.update(_lists_under(s, [d for d in drafts if start <= d.token < first], told))
    return chosen | _list_before(s, [d for d in drafts if d.token >= start], run, told, at)


def _lists_under(s: Sentence, drafts: list[Draft], told: list[tuple[PeriodPhrase, int | None]]) -> dict[int, Draft]:
    """The lists of other measures before the last one, where the periods of all are told before them: "For 2025 and 2024,
    fees were $5 and $4 million, and rents were $3 and $2 million, respectively"."""
    if not drafts or told[-1][0].end > s.tokens[drafts[0].token].start:
        return {}
    lists: list[list[Draft]] = [drafts[:1]]
    for before, d in pairwise(drafts):
        if s.between(before.token, d.token) in ("a", ",", ",a"):
            lists[-1].append(d)
        else:
            lists.append([d])
    if any(len(run) != len(told) or any(d.role == "change" for d in run) for run in lists):
        return {}
    return {d.token: of for run in lists for d, of in zip(run, _each_dated(run, told), strict=True)}


def _each_dated(run: list[Draft], told: list[tuple[PeriodPhrase, int | None]]) -> list[Draft]:
    """The numbers of a list, each of its own period."""
    mention = _named_with(run).mention
    return [replace(d, period=phrase, year=year, mention=mention) for d, (phrase, year) in zip(run, told, strict=True)]


def _moved_between(
    s: Sentence, drafts: list[Draft], told: list[tuple[PeriodPhrase, int | None]], at: int
) -> dict[int, Draft]:
    """A change told right behind the figures of two periods, from the second to the first: "was $46 million and $45 million,
    respectively, an increase of $1 million, or 2%"."""
    if len(told) != _BOTH or "R" in s.tags[at + 1 :]:
        return {}
    (now, _), (before, year) = told
    if (now.kind, now.count, now.ordinal, now.unit) != (before.kind, before.count, before.ordinal, before.unit):
        return {}  # a quarter is not compared with nine months
    changes = (d for d in drafts if d.role == "change" and d.token > at and d.base is None)
    return {
        d.token: replace(d, period=now, base=before, year=year)
        for d in changes
        if not re.search(r"[MT;]", s.tags[at : d.token])
    }


def _changes_of_each(s: Sentence, drafts: list[Draft], run: list[Draft]) -> dict[int, Draft]:
    """Changes listed behind as many figures of different measures: "sales were $49 million on shipments of 612 tons,
    increases of 2.8% and 4.1%, respectively", "sales of $5 million and earnings of $2 million rose 6% and 9%,
    respectively"."""
    told = _EACH_CHANGED.search(s.tagged.text, 0, s.tokens[run[0].token].start) is not None
    if not told and _BOTH_MOVED.search(s.tags, 0, run[0].token) is None:
        return {}
    before = [d for d in drafts if d.token < run[0].token and d.role == "level" and d.mention is not None]
    levels = before[-len(run) :]
    if len(levels) != len(run) or len({id(d.mention) for d in levels}) != len(run):
        return {}
    base = next((d.base for d in run if d.base is not None), None)
    first = replace(run[0], base=base)
    return {
        d.token: replace(_like(first, d), also=(), mention=level.mention, period=level.period, year=level.year,
                         role="change", apart=False)
        for d, level in zip(run, levels, strict=True)
    }  # fmt: skip


def _reached_each(s: Sentence, drafts: list[Draft], run: list[Draft]) -> dict[int, Draft]:
    """The figures that as many measures have reached whose changes stand before: "sales rose 3% and fees rose 4%, to $148 million
    and $47 million, respectively"."""
    if run[0].role != "to" or any(d.role not in ("to", "level") for d in run):
        return {}
    changes = [d for d in drafts if d.token < run[0].token and d.role == "change" and d.mention is not None][
        -len(run) :
    ]
    distinct = len(changes) == len(run) == len({id(d.mention) for d in changes})
    if not distinct or any(d.token != d.head for d in changes):
        return {}
    return {
        d.token: replace(
            d, role="to", mention=of.mention, also=(), period=of.period, year=of.year, direction=of.direction
        )
        for d, of in zip(run, changes, strict=True)
    }


def _restated_each(s: Sentence, drafts: list[Draft], run: list[Draft]) -> dict[int, Draft]:
    """Figures by the share that restate as many amounts before them: "net income was $9 million, compared with $8 million
    in 2022 and $7 million in 2021, or $0.90, $0.80 and $0.70 per share, respectively"."""
    whole = [d for d in drafts if d.token < run[0].token and d.number.kind == "money" and d.number.scaled][-len(run) :]
    each = run[-1].number
    if len(whole) != len(run) or each.kind != "per-share" or any(d.number.scaled for d in run):
        return {}
    last = s.tokens[run[-1].token]
    if _BOTH_SIDES.search(s.tagged.text, last.start, last.end):
        return {}  # "$14.4 million, or $0.80 and $0.78 per basic and diluted share": both of the last
    joined = _OR.fullmatch(s.between(whole[-1].token, run[0].token)) is not None
    if not joined or len({id(d.mention) for d in whole}) != 1 or len({d.period for d in whole}) != len(run):
        return {}
    return {
        d.token: replace(_like(of, d), number=replace(d.number, kind=each.kind, unit=each.unit))
        for d, of in zip(run, whole, strict=True)
    }


def _answer(d: Draft, level: Draft, period: PeriodPhrase | None) -> Draft:
    """A number as what a level is compared with, which may be by the share although it does not say so again."""
    number = replace(d.number, kind=level.number.kind, unit=level.number.unit)
    return replace(d, number=number, mention=level.mention, also=(), role="base", period=period, against=level.period)


def _periods(s: Sentence, tokens: Iterable[int]) -> list[tuple[PeriodPhrase, int | None]]:
    """The periods named at `tokens`; the second of "2026 and 2025" as its phrase and year."""
    phrases = [phrase for k in tokens if s.tags[k] == "T" and (phrase := s.phrase(k)) is not None]
    return [(phrase, year) for phrase in phrases for year in (None, *phrase.more_years)]


def _beside(s: Sentence, other: Draft, d: Draft) -> bool:
    return other.token != d.token and other.head == d.token and _aside(s, other)


def _list_before(
    s: Sentence, drafts: list[Draft], run: list[Draft], told: list[tuple[PeriodPhrase, int | None]], at: int
) -> dict[int, Draft]:
    """An earlier list of as many numbers before the same periods: "$54 million and $167 million for the three and six
    months ended June 25, 2022, representing rates of 10.8% and 11.9%, respectively"."""
    first = told[0][0].start
    earlier = [d for d in drafts if d.token < run[0].token and s.tokens[d.token].end <= first and d.role == "level"]
    last = earlier[-len(run) :]
    if len(last) != len(run) or run[0].token < at and s.tokens[run[0].token].start < first:
        return {}
    if any(s.between(a.token, b.token) not in ("a", ",", ",a") for a, b in zip(last, last[1:], strict=False)):
        return {}
    pairs = zip(last, told, strict=True)
    return {d.token: replace(d, period=phrase, year=year) for d, (phrase, year) in pairs}


def _run(s: Sentence, drafts: list[Draft], start: int, at: int) -> list[Draft]:
    """The list of numbers that ends before a *respectively*."""
    listed = [d for d in drafts if start <= d.token < at and not (d.token != d.head and _aside(s, d))]
    run: list[Draft] = []
    for d in reversed(listed):
        gap = s.between(d.token, run[0].token) if run else ""
        if not re.fullmatch(r"(?:\([^()]*\)|%M\)|[sw%]|\(|\))*,?[a]?,?[iovcf]?", gap):
            break
        if run and run[0].role == "base" and gap.endswith("c") and d.role == "level" and len(run) > 1:
            break
        run.insert(0, d)
    return run


def _aside(s: Sentence, d: Draft) -> bool:
    """Whether a number restates another in parentheses: "$359 million (12.5 percent effective tax rate)"."""
    return "(" in s.between(d.head, d.token) or s.tagged.text[s.tokens[d.token].start] == "("


def _levels_before(drafts: list[Draft], run: list[Draft], dated: int) -> list[Draft]:
    """The levels of as many measures, or periods, that a list of bases answers in order: "A was 5% and B was 3%, compared
    to 4% and 2%, respectively". Periods that the list has of its own, as many as `dated`, go before those of the levels."""
    if run[0].role not in ("base", "from"):
        return []
    levels = [d for d in drafts if d.token < run[0].token and d.role in ("level", "to") and d.mention is not None]
    last = levels[-len(run) :]
    distinct = len(last) == len(run) and len({(id(d.mention), d.period) for d in last}) == len(run)
    same = all(_alike(a, b) for a, b in zip(last, run, strict=False))
    one = len({id(d.mention) for d in last}) == 1 and dated >= len(run)
    answered = any(d.role == "base" and last[0].token < d.token < run[0].token for d in drafts) if last else False
    return last if distinct and same and not (one or answered) else []


def _alike(level: Draft, base: Draft) -> bool:
    """Whether two numbers are of one kind; amounts by the share are often answered without saying so again."""
    kinds = level.number.kind, base.number.kind
    return kinds[0] == kinds[1] or kinds == ("per-share", "money") and not base.number.scaled
