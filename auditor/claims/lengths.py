"""Pairs of numbers that a sentence shares out between two lengths of time: "for the three and six months ended June 30, 2025 was
$28 million and $53 million, respectively, compared to $25 million and $38 million in the prior year periods".

    lengths ::= period "and" period          (of two lengths)
    pair    ::= number "and" number | restated "and" [turn] restated

What the first pair is compared with is of the same two lengths, a year before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from auditor.claims.draft import Draft
from auditor.claims.parsed import NUMBER_TAGS, Sentence
from auditor.grammar.periods import PeriodPhrase

_SPANS = frozenset(("months", "weeks", "quarter", "half", "year", "ytd"))
_RELATIVE = frozenset(("prior-year", "prior", "same"))
_JOINED = re.compile(r"\)?,?a[iov]?")
_RESTATED = re.compile(r",?r|\((?:r|i)?")
_AGAIN = re.compile(r"\)?,?a[UD+=-]?b?")
_OF_PAIR = re.compile(r",?r")
_TWO_TIMES = re.compile(r"(?=T,?aT)")
_TWO, _FOUR = 2, 4
_STATED = ("level", "to")
Pair = tuple[PeriodPhrase, PeriodPhrase]
"""Two lengths of time."""


def shared_out(s: Sentence, drafts: list[Draft], spoken: Pair | None = None) -> list[Draft]:
    """The drafts of a sentence with the periods of its pairs; as they were where neither it nor the sentence before, which
    spoke of two lengths last, names two."""
    lengths = lengths_in(s) or (None if any(_own_length(s, k) for k in range(len(s.tags))) else spoken)
    if lengths is None or "R" not in s.tags:
        return drafts
    chosen = {d.token: d for d in drafts}
    before: Draft | None = None
    for first, second in _pairs(s):
        a, b = chosen.get(first), chosen.get(second)
        if a is None or b is None:
            continue
        if before is not None and _OF_PAIR.fullmatch(s.between(before.token, first)):
            a = replace(a, role=before.role, mention=before.mention, direction=before.direction, base=before.base)
        chosen[first], chosen[second] = _placed(s, a, lengths[0], second), _placed(s, _like(a, b), lengths[1], second)
        before = chosen[second]
    return sorted(chosen.values(), key=lambda d: d.token)


def answered(s: Sentence, drafts: list[Draft]) -> list[Draft]:
    """Two figures that answer two of different lengths are of the same lengths, a year before: "$26 million for the quarter
    and $77 million year to date, compared to $24 million and $70 million in the prior year"."""
    if len(drafts) < _FOUR or s.tags.count("T") < _TWO:
        return drafts
    chosen = list(drafts)
    for i in range(len(drafts) - 3):
        x, y, a, b = drafts[i : i + 4]
        if _of_two_lengths(x, y) and a.against is None and _answers(s, (x, y), (a, b)):
            chosen[i + 2] = _a_year_before(s, a, x, b.token)
            chosen[i + 3] = _a_year_before(s, b, y, b.token)
    return chosen


def _a_year_before(s: Sentence, then: Draft, now: Draft, last: int) -> Draft:
    assert now.period is not None
    return _placed(s, replace(then, role="base", mention=now.mention), now.period, last)


def _of_two_lengths(x: Draft, y: Draft) -> bool:
    p, q = x.period, y.period
    if p is None or q is None or x.role not in _STATED or y.role not in _STATED:
        return False
    return _spans(p) and _spans(q) and _length(p) != _length(q)


def _spans(p: PeriodPhrase) -> bool:
    return p.kind in _SPANS or p.kind == "current" and p.unit in ("quarter", "year")


def _answers(s: Sentence, now: tuple[Draft, Draft], then: tuple[Draft, Draft]) -> bool:
    """Whether two numbers are joined, and what the two before them are compared with."""
    (x, y), (a, b) = now, then
    alike = len({s.tags[d.token] for d in (x, y, a, b)}) == 1 and (x.mention is None or x.mention == y.mention)
    joined = _JOINED.fullmatch(s.between(a.token, b.token)) is not None and "M" not in s.between(y.token, a.token)
    return alike and joined and a.role in ("base", "from")


def _own_length(s: Sentence, k: int) -> bool:
    phrase = s.phrase(k)
    return phrase is not None and phrase.kind in _SPANS


def lengths_in(s: Sentence) -> Pair | None:
    """The two periods of a sentence that differ in their length, named beside each other; None where there are more."""
    found: list[Pair] = []
    for m in _TWO_TIMES.finditer(s.tags):
        a, b = s.phrase(m.start()), s.phrase(s.tags.index("T", m.start() + 1))
        if a is not None and b is not None and a.kind in _SPANS and b.kind in _SPANS and _length(a) != _length(b):
            found.append((a, b))
    return found[0] if len(found) == 1 else None


def _length(p: PeriodPhrase) -> tuple[str, int | None]:
    return ("quarter", 3) if "quarter" in (p.kind, p.unit) else (p.kind, p.count)


def _pairs(s: Sentence) -> Iterator[tuple[int, int]]:
    """The pairs of like numbers of a sentence, from left to right."""
    numbers = [k for k, tag in enumerate(s.tags) if tag in NUMBER_TAGS]
    i = 0
    while i + 1 < len(numbers):
        a, b = numbers[i], numbers[i + 1]
        if s.tags[a] == s.tags[b] and _JOINED.fullmatch(s.between(a, b)):
            yield a, b
            i += 2
        elif i + 3 < len(numbers) and _restated_twice(s, numbers[i : i + 4]):
            yield a, numbers[i + 2]
            yield b, numbers[i + 3]
            i += 4
        else:
            i += 1


def _restated_twice(s: Sentence, four: list[int]) -> bool:
    """ "$118 million, or 4 percent, and increased $336 million, or 5 percent"."""
    a, b, c, d = four
    alike = s.tags[a] == s.tags[c] and s.tags[b] == s.tags[d] and s.tags[a] != s.tags[b]
    return bool(
        alike
        and _RESTATED.fullmatch(s.between(a, b))
        and _RESTATED.fullmatch(s.between(c, d))
        and _AGAIN.fullmatch(s.between(b, c))
    )


def _like(a: Draft, b: Draft) -> Draft:
    """The second number of a pair, which plays the part of the first."""
    return replace(b, role=a.role, mention=a.mention, whole=a.whole, also=a.also, direction=a.direction, base=a.base)


def _placed(s: Sentence, d: Draft, length: PeriodPhrase, last: int) -> Draft:
    """A number with the period of its length; one that others are compared with, or that is told "for the prior year period",
    a year before that."""
    if d.role not in ("base", "from"):
        ago = d.period if d.period is not None and d.period.kind == "prior-year" and d.period.ordinal is None else None
        return replace(d, period=ago or length, against=length if ago else d.against, year=None)
    earlier = next((p for k in range(last + 1, len(s.tags)) if (p := s.phrase(k)) and p.kind in _RELATIVE), None)
    if earlier is None or earlier.kind == "prior":
        earlier = PeriodPhrase(0, 0, "prior-year")
    return replace(d, period=earlier, against=length, year=None)
