"""The unit of a number of the prose, and its measure in that unit: net income per share is EPS, gross margin in dollars
gross profit."""

from __future__ import annotations

import re

from auditor.claims.draft import Draft
from auditor.model.fact import Measure
from auditor.vocabulary import PER_SHARE_KEYS, Entry, Vocabulary

_SPEAKS_PER_SHARE = re.compile(r"\bper\s+(?:\w+\s+)?share\b|\bEPS\b", re.I)
_BOTH_SIDES = re.compile(r"\bper\s+(basic|diluted)\s+and\s+(basic|diluted)\s+(?:common\s+)?share", re.I)
_FIRST_OF_TWO = re.compile(r"\d\s+and\s+$")
_WITH_SECOND = re.compile(rf"\s+and\s+\S{{0,4}}[\d.]+\s+{_BOTH_SIDES.pattern}", re.I)
_DILUTED = re.compile(r"\b(diluted|basic)\b", re.I)
_EACH = re.compile(r"\s*(?:(?:per|an?|each)\s|/)", re.I)
_STOCK = re.compile(r"average|weighted|outstanding|dilut|basic|comput|calculat", re.I)
_CENTS_BELOW = 1000  # an unscaled amount with cents below this is a per-share amount where the measure has one


def unit_of(
    d: Draft, measure: Measure | None, quote: str, before: str, side: str, after: str, vocabulary: Vocabulary
) -> tuple[str, Measure | None]:
    """(unit, measure in that unit). `quote` is the number as printed, `before` and `after` what stands around it, `side` the
    words behind it that say of which shares it is."""
    n = d.number
    entry = vocabulary.entry(measure.key) if measure else None
    if n.kind == "count":
        if entry is not None and entry.unit == "ratio" and n.step < 1 and not d.noun:
            return "ratio", measure
        return _counted(d, measure, entry, before + quote + side[:60])
    unit = f"{n.unit}/share" if n.kind == "money" and _by_the_share(d, measure, entry, before, after) else n.unit
    if unit.endswith("/share"):
        return unit, _per_share(measure, quote + side, vocabulary)
    if n.kind == "money" and entry is not None and entry.unit == "per-share":
        return unit, vocabulary.in_all(measure) if measure is not None and n.scaled else None
    if d.by_share and measure is not None:
        return unit, vocabulary.per_share(measure)
    return unit, _in_kind(d, measure, entry, vocabulary)


def sides(quote: str, before: str, after: str) -> tuple[str, str] | None:
    """The words of which shares each of two amounts is that share them: "$0.75 and $0.80 per basic and diluted share". None
    for other numbers, else the words of the number's own side, behind nothing."""
    last = _BOTH_SIDES.search(quote)
    if last is not None and _FIRST_OF_TWO.search(before):
        return "", f" {last.group(2)}"
    first = _WITH_SECOND.match(after)
    return ("", f" {first.group(1)}") if first is not None else None


def _cents(d: Draft) -> bool:
    n = d.number
    return not n.scaled and n.value < _CENTS_BELOW and n.step < 1


def _by_the_share(d: Draft, measure: Measure | None, entry: Entry | None, before: str, after: str) -> bool:
    """Whether an amount that does not say so is by the share."""
    if entry is not None and entry.unit == "per-share":
        return not d.number.scaled
    if d.by_share:
        return True
    if not _cents(d):
        return False
    if measure is None:
        return bool(_SPEAKS_PER_SHARE.search(before))
    if d.restates == "money" and entry is not None and entry.nature == "result" and not _EACH.match(after):
        return d.role != "change"  # "FFO was $61.1 million, or $0.88"
    return measure.key.endswith("-per-share") or measure.key in PER_SHARE_KEYS and d.role != "change"


def _per_share(measure: Measure | None, around: str, vocabulary: Vocabulary) -> Measure | None:
    if measure is None:
        return None
    told = frozenset(w.lower() for w in _DILUTED.findall(around))
    each = vocabulary.per_share(measure)
    return Measure(each.key, each.qualifiers | told, each.known)


def _in_kind(d: Draft, measure: Measure | None, entry: Entry | None, vocabulary: Vocabulary) -> Measure | None:
    """A margin spoken of in money is its numerator, a result spoken of in per cent its margin."""
    n = d.number
    if measure is None or entry is None:
        return measure
    in_money = n.kind == "money" or (d.role == "change" and d.restates == "money")
    if in_money and entry.ratio and d.role != "share":
        return Measure(entry.ratio[0], measure.qualifiers, True)
    if entry.in_percent and d.whole is None and (n.kind == "points" or n.kind == "percent" and d.role != "change"):
        return Measure(entry.in_percent, measure.qualifiers, True)
    of_level = d.role in ("level", "base", "to", "from") or n.kind == "points"
    if n.kind in ("percent", "points") and entry.unit == "money" and of_level and d.whole is None:
        rate = vocabulary.margins.get(measure.key) or (
            _own_rate(measure, vocabulary) if d.restates == "money" else None
        )
        return Measure(rate, measure.qualifiers, True) if rate else measure
    return measure


def _own_rate(measure: Measure, vocabulary: Vocabulary) -> str | None:
    """The rate that the same amount is spoken of by: "an income tax expense of $1.2 million, or 24%"."""
    rates = [
        e.key for e in vocabulary.entries.values() if e.ratio and e.ratio[0] == measure.key and e.unit == "percent"
    ]
    return rates[0] if len(rates) == 1 else None


def _counted(d: Draft, measure: Measure | None, entry: Entry | None, around: str) -> tuple[str, Measure | None]:
    """The unit of a count by its noun; of shares, which ones."""
    if d.noun == "share" or (entry is not None and entry.unit == "shares" and not d.noun):
        if (entry is None or entry.unit != "shares") and not _STOCK.search(around):
            measure = None  # shares that were bought, issued or granted
        elif entry is None or entry.unit != "shares":
            key = "weighted-average-shares" if entry else "shares-outstanding"
            measure = Measure(key, measure.qualifiers if measure else frozenset(), True)
        return "shares", measure
    if entry is not None and entry.unit == "percent" and not d.noun:
        return "percent", measure  # "a combined ratio of 82.9"
    counted = d.mention is not None and entry is not None and entry.unit == "count"
    counted = counted or measure is not None and measure.key.endswith("-day")  # "ownership days rose to 1,840"
    noun = d.noun or (d.mention.text.split()[-1].lower() if d.mention is not None and counted else "")
    return f"count:{noun or 'number'}", measure
