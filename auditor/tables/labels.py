"""Figures inside row labels: "net of allowance of $805 at September 30, 2006 and $858 at March 31, 2006".

A figure's period is the date that follows it in its clause, else one before it; figures listed one for each value
column ("of $591, $449, $1,266 and $577") take the columns in order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from auditor.frozen import dataclass
from auditor.grammar.dates import Part, parts_in
from auditor.model.quantity import last_digit

_FIGURE = re.compile(
    r"(?P<currency>(?<![\w.])(?:US|C|A)?\$|€|£|¥)?\s?(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
    r"(?P<percent>\s?%)?(?:\s(?P<scale>thousand|million|billion)\b)?"
)
_DIGIT = re.compile(r"\d")
_HAS = re.compile(
    r"[$€£¥]\s?[.\d]|\d,\d{3}|\d\s*%|\bshares?\b[^\d]*\d|\d[^\d]*\bshares?\b|\b"
    r"(?:issued|outstanding|authorized)\b[^\d]*\d"
)
_NUMBERED = re.compile(
    r"(?:\b(?:notes?|item|section|series|class|level|tier|form|phase|topic|no\.?|FAS|ASU|under|over|above|below|than"
    r"|exceeding|of up to|up to|due(?:\s+in)?)|[A-Za-z]-|\w/)\s*$",
    re.I,
)
_LIMIT = re.compile(
    r"\s*(?:(?:sq\.|square|ft\.|feet|foot|acres?|units?|miles?|beds?|rooms?)\s*){0,2}"
    r"(?:and\s+(?:above|over|more|greater|below|under)|or\s+(?:more|less|greater|larger|smaller))\b",
    re.I,
)  # "anchors (10,000 sq. ft. and over)"
_COUNTED = re.compile(r"\s*(?!(?:and|or|at|as|on|shares?|respectively|in)\b)[A-Za-z]|\s*\(|-\w|/\d|[-–]\s?\d", re.I)
_JOINT = re.compile(r"\s*(?:,\s*)?(?:(?:and|or)\b\s*)?", re.I)
_LEAD = re.compile(
    r"^(?:\W*\b(?:and|or|includes?|including|net of|less|with|excludes?|excluding|of which|plus|respectively|at|the|its"
    r"|an?|as of|stated|totaling)\b)+\W*",
    re.I,
)
_TRAIL = re.compile(
    r"(?:\s*(?:\b(?:of|was|were|is|at|totaling|approximately|about|or|and|none)|[-–—:,(;]+))+\s*$", re.I
)
_SHARES_AFTER = re.compile(r"\s*(?:(?:[\w,.]+\s+){0,6}?shares?\b|(?:issued|outstanding|authorized)\b)", re.I)
_SHARES_BEFORE = re.compile(r"(?:\bshares?\b|\b(?:issued|outstanding|authorized|held)\b)[^.;$%]*$", re.I)
_PAR = re.compile(r"\b(?:par|stated\s+value|no[\s-]par|per\s+share|liquidation\s+(?:value|preference))\b", re.I)
_PAR_VALUE = re.compile(r"\bpar\b|\bstated\s+value\b|\bliquidation\b", re.I)
_ACTS = re.compile(r"\b(authorized|issued|outstanding|held|repurchased|reserved)\b", re.I)
# "authorized 50,000,000 shares", but not what follows "50,000,000 shares authorized, "
_LED = re.compile(r"(?<!shares )(?<!share )(?<!stock )\bauthorized\s*[-:,–—]?\s*$", re.I)
_POWERS = {"thousand": 3, "million": 6, "billion": 9}


@dataclass(frozen=True, slots=True)
class LabelFigure:
    """A figure at `start`:`end` of a label. `unit` is money, per-share, shares or percent; `power` that of a scale word
    (None: printed plain); `phrase` the words that name it; `date` the part of the label that dates it; `place` its
    number in a list of `listed` figures (0 for a figure alone)."""

    start: int
    end: int
    value: Decimal
    step: Decimal
    unit: str
    power: int | None
    phrase: str
    date: Part | None
    place: int = 0
    listed: int = 1


@dataclass(frozen=True, slots=True)
class _Match:
    start: int
    end: int
    digits: str
    currency: bool
    percent: bool
    scale: str


@lru_cache(maxsize=8192)
def figures_in(label: str) -> tuple[LabelFigure, ...]:
    """The figures that a label states, in order; dates, numbers of notes and classes, and limits are none."""
    if not _DIGIT.search(label) or not _HAS.search(label):
        return ()
    dates = [p for p in parts_in(label) if p.kind in ("day", "month", "year") and (p.year or p.kind == "day")]
    bare = label
    for p in dates:
        bare = bare[: p.start] + " " * (p.end - p.start) + bare[p.end :]
    found = [
        _Match(
            m.start("currency" if m["currency"] else "digits"),
            m.end(),
            m["digits"].replace(",", ""),
            bool(m["currency"]),
            bool(m["percent"]),
            m["scale"] or "",
        )
        for m in _FIGURE.finditer(bare)
        if _states(bare, m)
    ]
    out: list[LabelFigure] = []
    for group in _groups(bare, found):
        phrase = _phrase(bare, group, found)
        unit = _unit(bare, group)
        if unit == "shares":
            phrase = _shares_phrase(bare, group, found)
        elif unit == "per-share":
            phrase = "par value" if _PAR_VALUE.search(bare) else f"{phrase} per share"
        for place, m in enumerate(group):
            date = _date(m, dates, found, bare)
            value = Decimal(m.digits)
            step = last_digit(value)
            power = _POWERS.get((m.scale or group[-1].scale).lower())
            named = phrase or (out[-1].phrase if out else "")
            out.append(LabelFigure(m.start, m.end, value, step, unit, power, named, date, place, len(group)))
    return tuple(out)


_CUT = re.compile(r"[,;(]|\s[-–—]+\s")


@lru_cache(maxsize=8192)
def label_head(label: str) -> str:
    """The part of a label that names its row, without the clause that states figures of its own."""
    first = next((f for f in figures_in(label) if f.unit != "percent"), None)
    if first is None:
        return label
    cuts = [m.start() for m in _CUT.finditer(label, 0, first.start)]
    head = label[: cuts[-1]] if cuts else label[: first.start]
    return head.strip() if re.search(r"[A-Za-z]{3}", head) else label


def _states(label: str, m: re.Match[str]) -> bool:
    at = m.start("digits")
    before, after = label[max(0, m.start() - 16) : m.start()], label[m.end() : m.end() + 24]
    if _NUMBERED.search(before) or _LIMIT.match(after):
        return False
    if m["currency"] or m["percent"]:
        return True
    if at and (label[at - 1].isalnum() or label[at - 1] in "-/."):
        return False
    if m["digits"].startswith("000"):
        return False  # "(000,000)" says how the row counts
    if _SHARES_AFTER.match(after) or "," in m["digits"]:
        return True
    return bool(_SHARES_BEFORE.search(label[: m.start()])) and not _COUNTED.match(after)


def _groups(label: str, found: list[_Match]) -> list[list[_Match]]:
    """Figures joined by nothing but commas and "and"."""
    out: list[list[_Match]] = []
    for m in found:
        if out and _JOINT.fullmatch(label[out[-1][-1].end : m.start]):
            out[-1].append(m)
        else:
            out.append([m])
    return out


def _unit(label: str, group: list[_Match]) -> str:
    first, last = group[0], group[-1]
    if last.percent:
        return "percent"
    if first.currency:
        near = label[max(0, first.start - 24) : first.start] + " " + label[last.end : last.end + 24]
        return "per-share" if _PAR.search(near) and Decimal(first.digits) < 1000 else "money"
    return "shares"


def _phrase(label: str, group: list[_Match], found: list[_Match]) -> str:
    """The words right before a list of figures, or before the first of all, right after it."""
    start, end = group[0].start, group[-1].end
    before = max((f.end for f in found if f.end <= start), default=0)
    pieces = re.split(r"[;(]|,\s(?!and\b)", label[before:start])
    words = next((t for t in reversed(pieces) if re.search(r"[A-Za-z]{3}", t)), "")
    words = _TRAIL.sub("", _LEAD.sub("", words.strip())).strip(" ,;:()-")
    if not re.search(r"[A-Za-z]{3}", words):
        words = "" if before else re.split(r"[;,()$\d]", label[end:])[0].strip(" ,;:()-")
    return words


def _shares_phrase(label: str, group: list[_Match], found: list[_Match]) -> str:
    """`shares authorized`, `shares issued and outstanding`, …: the act nearest to the figures."""
    start, end = group[0].start, group[-1].end
    if _LED.search(label[:start]):
        return "shares authorized"
    acts = _ACTS.findall(re.split(r"[;\d]", label[end:])[0])
    if not acts:
        before = max((f.end for f in found if f.end <= start), default=0)
        acts = _ACTS.findall(label[before:start])
    if acts:
        return "shares " + " and ".join(dict.fromkeys(a.lower() for a in acts))
    return "" if any(f.end <= start for f in found) else re.split(r"[,;(]", label)[0].strip() + " shares"


def _date(m: _Match, dates: Sequence[Part], found: list[_Match], label: str) -> Part | None:
    """The date of a figure: the next in its clause, unless dates lead their figures; else the one before it."""
    start = label.rfind(";", 0, m.start) + 1
    stop = label.find(";", m.end)
    stop = stop if stop >= 0 else len(label)
    after = next((p for p in dates if m.end <= p.start < stop), None)
    before = next((p for p in reversed(dates) if start <= p.start < m.start), None)
    if after is None or before is None:
        return after or before
    leads = not any(start <= f.start < before.start for f in found)
    between = any(m.end <= f.start < after.start for f in found)
    return before if leads and between else after
