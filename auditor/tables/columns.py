"""What each column says: its kind, period, qualifiers and unit, from its header; changes find the columns they compare.

A column of changes is matched with the two amount columns whose difference (or growth) it shows in most rows, so that
"Change", "Three Month Change" and "% Chg" need no fixed place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from auditor.frozen import dataclass
from auditor.grammar.dates import rest_of
from auditor.grammar.folding import Hinted
from auditor.grammar.numbers import CURRENCIES
from auditor.model.fact import Column, ColumnKind
from auditor.model.period import Period
from auditor.tables.scales import scale_in, without_note
from auditor.tables.units import RowUnit, Unit, is_volume, spoken_unit
from auditor.tables.values import Figure, figure
from auditor.vocabulary.words import without_marks, without_signs

_CHANGE = Hinted(
    r"\b(?:changes?|variance|increase|decrease|growth|better|worse|fav(?:orable|ourable)?|(?<!,\s)incr?|decr(?!\w)"
    r"|dec(?!\.?\s*\d)|chg|vs|versus)\b|\bB/\(?W"
    r"|\b(?:Y/Y|YoY|Q/Q|QoQ)\b|Δ|\bover\s*[/(]+\s*under\b",
    "change|variance|increase|decrease|growth|better|worse|fav|inc|dec|chg|vs|versus|b/|y/y|yoy|q/q|qoq|δ|over"
)  # fmt: skip
# "vs. Q3 2025" over amounts: the other period itself.
_BESIDE = re.compile(
    r"\s*(?:vs\.?|versus|compared\s+(?:to|with))\s+(?!.*\b(?:change|variance|increase|decrease)\b)"
    r"[\w,. ]*(?:19|20)\d\d\b",
    re.I,
)
_NO_CHANGE = Hinted(r"\bnet\s+(?:increase|change)|fair\s+value\s+changes?|changes?\s+in\s+\w+", "net", "change")
_PERCENT = Hinted(r"%|\bper\s?cent(?:age)?\b|\bpct\b", "%", "per", "pct")
_PERCENT_OF = Hinted(
    r"(?:%|per\s?cent(?:age)?|pct)\s*(?:of|to)\s+(?:\w+\s+){0,3}?(?:revenues?|sales|totals?|net|gross|loans|deposits"
    r"|portfolio|assets)|(?:as\s+a\s+)?percentage\s+of|\bmix\b|%\s*of\b",
    "%|per|pct|mix"
)  # fmt: skip
_POINTS = Hinted(r"\b(?:basis\s+points?|bps?|pts|points?)\b", "point", "bp", "pts")
_BASIS_POINTS = Hinted(r"\b(?:basis|bps?)\b", "basis", "bp")
_RATE = Hinted(r"\b(?:yields?|rates?)\b(?!.*\bchanges?\b)", "yield", "rate")
_RATED = Hinted(r"\b(?:average|avg|yields?|rates?|balances?)\b|/", "average|avg|yield|rate|balance|/")
_AVERAGE = Hinted(r"\b(?:average|avg\.?)\s+(?:outstanding\s+)?(?:balances?|volume|amount)|\baverage$", "average", "avg")
_UNIT_WORDS = Hinted(
    r"\((?:unaudited|audited|000s?|\$|%|[^()]*(?:thousands|millions|billions)[^()]*)\)|\b(?:un)?audited\b|"
    r"\bU\.?S\.?\s*\$|[$%]"
    r"|\b(?:amounts?|dollars?)\b"
    r"|\b(?:y[\s-]?o[\s-]?y|q[\s-]?o[\s-]?q|year[\s-]+over[\s-]+year|quarter[\s-]+over[\s-]+quarter|"
    r"sequential)\s+comparisons?\b",
    "(|audited|$|%|amount|dollar|comparison"
)  # fmt: skip
_DIGITS = re.compile(r"\d+(?:\.\d+)?\s?%")
_CURRENCY = re.compile(
    r"(?<![\w$.])(?:US\$|C\$|A\$|HK\$|NT\$|R\$|[€£¥]|RMB|USD|EUR|GBP|JPY|CNY|CAD|AUD|CHF|INR)(?!\w)", re.I
)
_AWARDS = Hinted(
    r"restricted|stock|share|performance|unvested|award|grant|option",
    "restricted|stock|share|performance|unvested|award|grant|option"
)  # fmt: skip
_NUMBERED = re.compile(
    r"(?:total\s+)?number|number\s+of\s+(?:shares|rsus|options|awards|units|stock\s+\w+)(?:\s.*)?", re.I
)
_NUMBER_OF = re.compile(r"\s*(?:total\s+)?number\s+of\s", re.I)
_PIECES = frozenset(("homes", "units"))
_LENGTH = re.compile(r"\b(?:one|two|three|six|nine|twelve|\d+)\b(?:[\s-]+(?:month|year|quarter)s?\b)?|[()/]", re.I)


@dataclass(frozen=True, slots=True)
class Spoken:
    """What the words of a header say beside its period."""

    kind: ColumnKind
    words: str
    unit: RowUnit


@lru_cache(maxsize=8192)
def spoken(header: str, figures: tuple[Figure, ...] = ()) -> Spoken:
    """The kind, remaining words and unit of a header. `figures` are the marks that its column prints."""
    rest = rest_of(without_signs(without_marks(without_note(header))))
    percent = any(f.mark == "percent" for f in figures)
    money = any(f.currency for f in figures)
    points = any(f.mark in ("points", "bps") for f in figures) and not (percent and figures[0].mark == "percent")
    kind = _kind(_DIGITS.sub(" ", without_note(header)), percent, money, points)
    if kind == "amount" and percent and not money and not rest and all(f.mark == "percent" or f.nil for f in figures):
        kind = "percent-of" if not header else "amount"
    named = _CURRENCY.search(rest)
    words = _UNIT_WORDS.sub(" ", _CURRENCY.sub(" ", rest))
    if kind == "rate":
        words = _RATED.sub(" ", words)
    if kind not in ("amount", "average", "rate"):
        words = _CHANGE.sub(" ", _LENGTH.sub(" ", words))
    note = scale_in(header)
    power = note.money if note.money is not None else note.shares
    counted = is_volume(header) or _NUMBER_OF.match(header)  # of "Number of Leases" the rest has no "of"
    unit = (header_unit(rest) or ("count" if counted else "")) if kind == "amount" else ""
    noun = "items" if unit == "count" else ""
    if unit == "count" and words.strip(" .:").lower() in _PIECES:
        words = ""  # says what is counted, and narrows nothing
    code = CURRENCIES[named.group(0).lower()] if named else ""
    if kind == "points-change":
        unit, words = "bps" if _BASIS_POINTS.search(header) else "", _POINTS.sub(" ", words)
    return Spoken(kind, " ".join(words.split()), RowUnit(unit if unit != "ratio" else "", power, noun, code))


def header_unit(words: str) -> Unit:
    """The unit that a header gives its column: "Shares" and "Amount" under "Common Stock"."""
    spoken = words.rstrip(" .#)").lower().split()
    if not spoken:
        return ""
    last = spoken[-1]
    if last in ("shares", "options", "awards", "rsus", "psus") or _NUMBERED.fullmatch(words.strip(" .#")):
        return "shares"
    if "units" in words.lower().split():
        return "shares" if _AWARDS.search(words) else "count"
    unit = spoken_unit(words)
    if last in ("amount", "amounts", "value", "$") and unit in ("", "shares", "count"):
        return "money"
    return unit


def _kind(header: str, percent: bool, money: bool, points: bool) -> ColumnKind:
    if _PERCENT_OF.search(header) and not _CHANGE.search(header):
        return "percent-of"
    if _CHANGE.search(header) and not _NO_CHANGE.search(header):
        if points or _POINTS.search(header):
            return "points-change"
        return "percent-change" if (_PERCENT.search(header) or percent) and not ("$" in header and money) else "change"
    if _AVERAGE.search(header):
        return "average"
    if _RATE.search(header) and percent:
        return "rate"
    return "amount"


def in_amounts(said: Spoken, header: str, figures: Sequence[Figure]) -> Spoken:
    """A column that stands beside one of "% change", where its own header says no per cent and its figures mostly are
    none: the change in amounts, or the other period ("vs. Q3 2025")."""
    mostly = bool(figures) and figures[0].mark != "percent"
    if said.kind != "percent-change" or not mostly or _PERCENT.search(header):
        return said
    return replace(said, kind="amount" if _BESIDE.match(header) else "change")


def names_percent(said: Spoken, header: str) -> bool:
    return said.kind == "percent-change" and _PERCENT.search(header) is not None


def pair_changes(
    columns: Sequence[Column], rows: Sequence[dict[int, Figure]], period_of: Sequence[Period | None]
) -> dict[int, tuple[int, int]]:
    """For each column of changes the two columns that it compares, (current, base), by the figures of the rows."""
    amounts = [c.index for c in columns if c.kind in ("amount", "average")]
    out: dict[int, tuple[int, int]] = {}
    for column in columns:
        if column.kind not in ("change", "percent-change", "points-change"):
            continue
        best = _best_pair(column, amounts, rows, period_of)
        if best is not None:
            out[column.index] = best
    return out


def _best_pair(
    column: Column, amounts: list[int], rows: Sequence[dict[int, Figure]], period_of: Sequence[Period | None]
) -> tuple[int, int] | None:
    sample = [row for row in rows if column.index in row and not row[column.index].nil][:16]
    best: tuple[float, int, int, int] | None = None
    for current in amounts:
        for base in amounts:
            if current == base or not _comparable(period_of[current], period_of[base]):
                continue
            hits = sum(_shows(row, column, current, base) for row in sample)
            far = abs(column.index - current) + abs(column.index - base)
            score = (-hits / len(sample) if sample else 0.0, far, current, base)
            if best is None or score < best:
                best = score
    return (best[2], best[3]) if best else None


def _comparable(current: Period | None, base: Period | None) -> bool:
    if current is None or base is None:
        return current is base
    return current.months == base.months and current.end >= base.end


def _shows(row: dict[int, Figure], column: Column, current: int, base: int) -> bool:
    """Whether a row's change is the difference, or growth, between two of its amounts."""
    now, before, printed = row.get(current), row.get(base), row[column.index]
    if now is None or before is None:
        return False
    difference = now.value - before.value
    if column.kind == "percent-change":
        if before.value == 0:
            return False
        return abs(abs(difference / before.value * 100) - abs(printed.value)) <= printed.step
    return abs(abs(difference) - abs(printed.value)) <= max(printed.step, now.step) or (
        printed.mark == "bps" and abs(abs(difference) * 100 - abs(printed.value)) <= printed.step
    )


def column_figures(cells: Sequence[str]) -> tuple[Figure, ...]:
    """A sample of the marks of a column, for `spoken`: each kind of figure once, the commonest first."""
    seen: dict[tuple[str, bool], Figure] = {}
    counted: Counter[tuple[str, bool]] = Counter()
    for text in cells:
        found = figure(text)
        if found is not None and not found.nil:
            kind = (found.mark, bool(found.currency))
            seen.setdefault(kind, found)
            counted[kind] += 1
    return tuple(seen[k] for k in sorted(seen, key=lambda k: (-counted[k], k)))
