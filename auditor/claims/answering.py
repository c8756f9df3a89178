"""Numbers that *respectively* shares out among the periods of the sentence before: "…, compared with $37 million in the
linked quarter and $36 million a year ago. The margin was 57%, compared with 56% and 53%, respectively"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

from auditor.claims.place import YEAR
from auditor.claims.tokens import Tagged
from auditor.model.calendar import FiscalCalendar
from auditor.model.claim import Claim
from auditor.model.period import Period

_SEVERAL = 2
_COMPARES = re.compile(
    r"(?:this|these|that|both)\s+(?:\w+\s+)?(?:is\s+|was\s+|were\s+|are\s+)?compar(?:es?|ed)\b", re.I
)


_THE_CHANGE = re.compile(
    r"(?:The|This)\s+(?:\w+\s+)?(?:increase|decrease|decline|reduction|growth|rise|improvement)\s+of\s+(?:approximately\s+)?[$€£]\s?\d",
    re.I,
)


def periods_told(claims: Iterable[Claim]) -> tuple[Period, ...]:
    """The periods of claims, each once, in the order in which they are named."""
    out: list[Period] = []
    for claim in claims:
        if claim.period is not None and not any(claim.period.same(p) for p in out):
            out.append(claim.period)
    return tuple(out)


def as_before(found: Sequence[Claim], tagged: Tagged, before: Sequence[Claim]) -> list[Claim]:
    """The claims of a sentence that names no period, those of its list with the periods of the sentence `before`: what is
    compared with has those of what was compared with there, a list without a comparison those of all."""
    if not before:
        return list(found)
    if _THE_CHANGE.match(tagged.text):
        return _of_the_change(found, before)
    if "R" not in tagged.tags:
        return _of_the_one(found, before) if _COMPARES.match(tagged.text) else list(found)
    if _COMPARES.match(tagged.text):
        return _in_order(found, before)
    if "T" in tagged.tags:
        return list(found)
    listed = [c for c in found if c.role == "base"]
    told = periods_told(c for c in before if c.role == "base")
    if not listed:
        listed, told = [c for c in found if c.role == "current" and c.kind != "change"], periods_told(before)
    if not _SEVERAL <= len(listed) == len(told) or len({c.measure for c in listed}) > 1:
        return list(found)
    of = {c.id: period for c, period in zip(listed, told, strict=True)}
    return [replace(c, period=_like(of[c.id], c.period), dated=True) if c.id in of else c for c in found]


def _in_order(found: Sequence[Claim], before: Sequence[Claim]) -> list[Claim]:
    """The figures with which those of the sentence `before` are compared in their order: "Sales were $9 million and net
    income was $2 million. This compares to $8 million and $1 million, respectively, a year ago"."""
    listed = [c for c in found if c.role == "base" and c.carried]
    answered = [c for c in before if c.role == "current" and c.kind == "level" and c.measure is not None]
    last = answered[-len(listed) :]
    alike = len(listed) == len(last) and all(c.kind == a.kind for c, a in zip(listed, last, strict=True))
    if len(listed) < _SEVERAL or not alike or len({c.measure for c in last}) != len(last):
        return list(found)
    of = {c.id: a for c, a in zip(listed, last, strict=True)}
    return [
        replace(
            c,
            measure=a.measure,
            subject=a.subject,
            negative=a.negative,
            foreign=a.foreign,
            doubt=a.doubt,
            carried=a.carried,
            group=c.group + k,
        )
        if (a := of.get(c.id)) is not None
        else c
        for k, c in enumerate(found)
    ]


def _of_the_one(found: Sequence[Claim], before: Sequence[Claim]) -> list[Claim]:
    """What is compared with the one figure of the sentence before is surely of its measure: "This compares to $8 million, or
    $0.80 per share, a year ago"."""
    levels = [c for c in before if c.role == "current" and c.kind == "level"]
    if len({c.measure for c in levels}) != 1 or levels[0].doubt:
        return list(found)
    measure = levels[0].measure
    told = [c for c in found if c.carried and c.role == "base" and (c.kind == "per-share" or c.measure == measure)]
    return [replace(c, carried=False) if c in told and c.dated else c for c in found]


def _of_the_change(found: Sequence[Claim], before: Sequence[Claim]) -> list[Claim]:
    """The change of what the sentence before told of one measure alone, with what it is compared with, is surely of that: "The
    increase of $4.7 million was due to"."""
    told = [c for c in before if c.kind == "level" and c.measure is not None]
    roles = {c.role for c in told}
    first = found[0] if found else None
    if first is None or not first.carried or first.role != "change" or not {"current", "base"} <= roles:
        return list(found)
    if {c.measure for c in told} != {first.measure} or any(c.doubt or c.outlook or c.carried for c in told):
        return list(found)
    return [replace(first, carried=False), *found[1:]]


def _like(period: Period, own: Period | None) -> Period:
    """A period, or its end where a claim is about an instant."""
    return period.at_end() if own is not None and own.instant else period


def as_long_as_compared(found: list[Claim], calendar: FiscalCalendar) -> list[Claim]:
    """The levels of a sentence that name no time being of the length of the one that they are compared with: "net income was $242
    million, compared to $219 million for the first six months of 2024"."""
    out = list(found)
    for base in found:
        then = base.period
        if base.role != "base" or not base.dated or then is None or then.instant or base.doubt == YEAR:
            continue
        for k, level in enumerate(found):
            now = level.period
            alike = level.measure == base.measure is not None and level.kind == base.kind and level.group < base.group
            if level.role != "current" or level.dated or now is None or now.instant or not alike:
                continue
            if then.months in (0, now.months) or now.years_before().end != then.end:
                continue
            out[k] = replace(level, period=calendar.ended(now.end, then.months))
    return out


def as_changed(found: list[Claim], calendar: FiscalCalendar) -> list[Claim]:
    """The claims of a sentence that name no time being of the length that their change is counted from: "net income was $17
    million, a 9% decrease from the prior year-to-date period"."""
    out = list(found)
    for k, change in enumerate(found):
        now, base = change.period, change.base
        if change.role != "change" or now is None or base is None or now.instant or base.instant:
            continue
        if not base.months or base.months == now.months or now.years_before().end != base.end:
            continue
        if any(c.doubt == YEAR and c.period == base and c.measure == change.measure for c in found[:k]):
            out[k] = replace(change, base=now.years_before())  # the year named stands for the quarter of it
            continue
        length = calendar.ended(now.end, base.months)
        out[k] = replace(change, period=length)
        level = found[k - 1] if k else change
        if level.role == "current" and not level.dated and level.measure == change.measure and level.period == now:
            out[k - 1] = replace(level, period=length)
    return out


def as_compared(found: Sequence[Claim], lengths: Set[str]) -> list[Claim]:
    """The claims of a sentence, those dated that are compared with a figure of just as long a time: "net income was $17 million,
    compared with $16 million in last year's third quarter" is of the quarter. `lengths` are the claims whose period the
    sentence names by its length."""
    told = [c for c in found if c.id in lengths and c.role == "base" and c.dated]
    return [replace(c, dated=True) if _answered_in_time(c, told) else c for c in found]


def _answered_in_time(level: Claim, told: Sequence[Claim]) -> bool:
    """Whether a level is compared with one that is `told` of the year before, of a time as long as its own."""
    now = level.period
    if level.dated or level.role != "current" or level.outlook or now is None or now.instant:
        return False
    return any(
        c.group == level.group + 1 and c.measure == level.measure and c.kind == level.kind
        and c.period is not None and c.period.same(now.years_before())
        for c in told
    )  # fmt: skip
