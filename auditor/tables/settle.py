"""Units that a row owes to the rows around it or to its table as a whole, and the scale of share counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from auditor.grammar.folding import Hinted
from auditor.model.fact import SIDES, Measure
from auditor.tables.drafts import Draft
from auditor.tables.prepared import Prepared
from auditor.tables.units import Money, Unit, spoken_unit
from auditor.vocabulary import Vocabulary
from auditor.vocabulary.words import content_words

_BARE_TOTAL = re.compile(r"(?:sub)?totals?$", re.I)
_DILUTIVE = Hinted(
    r"dilut|conver|exercise|options|awards|warrants|equivalents|unvested|restricted",
    "dilut|conver|exercise|options|awards|warrants|equivalents|unvested|restricted"
)  # fmt: skip
_OF_SHARES = re.compile(
    r"^(?:the\s+)?(?:(?:following|number|reconciliation|changes?|activity)\b.{0,40})?\bshares\s+of\b.*"
    r"(?:outstanding|stock)",
    re.I,
)
_EXCLUDED = Hinted(
    r"anti-?dilutive|(?:shares|securities|options|awards|equivalents)\b.{0,80}\bexcluded\b.{0,80}\b(?:dilut|per share)"
    r"|\bexcluded\b.{0,60}\bdiluted\b",
    "dilutive", "excluded",
)  # fmt: skip
_PEOPLE = Hinted(
    r"\b(?:memberships?|members|subscribers?|customers|enroll?ments?|enrollees|policyholders|headcount|employees|users|"
    r"guests|visitors|passengers|patients)\b(?!.*\b(?:revenues?|sales|deposits|receivables?|costs?|expenses?)\b)",
    "member|subscriber|customer|enrol|policyholder|headcount|employee|user|guest|visitor|passenger|patient",
)
_BY_PART = re.compile(
    r"\bby\s+(?:(?:operating|reportable|reporting|business|geographic|product)\s+)?"
    r"(?:segments?|divisions?|business(?:es)?|units?|lines?|regions?|geography|areas?)\b",
    re.I,
)
_EACH = re.compile(r"\W*per\s+[\w\s/-]+\W*", re.I)
_LONGEST = 60  # characters of a corner that names what is counted
_ONLY_BY_SHARE = re.compile(r"per\s+(?:common\s+)?share(?:[\s,:(/&–—-]|and|basic|diluted)*\)?", re.I)
_POWERS = (0, 3, 6)
_BASES = frozenset(("adjusted",))
_OF_ALL = frozenset(("adjusted", "segment"))
FAR = 16  # rows to look ahead for the end of a block


def settle(prepared: Sequence[Prepared], draft: Draft, vocabulary: Vocabulary) -> None:
    """Gives units to rows that say none: in a table that counts shares throughout, between two rows of shares, as the
    total of a block of shares, between two rows per share ("Tax effect" in a reconciliation of earnings per share)."""
    rows = [p for p in prepared if p.figures]
    _unlabelled(rows, vocabulary)
    _unheaded(rows, vocabulary, by_part=_BY_PART.search(draft.title) is not None)
    _by_share(rows, vocabulary)
    whole = _whole(draft, rows)
    for k, p in enumerate(rows):
        if p.unit.unit or p.priced and whole != "per-share" or not p.label:
            continue
        if whole:
            p.unit = replace(p.unit, unit=whole)
            continue
        before = rows[k - 1].unit if k else None
        if before is not None and before.unit == "count" and before.noun and before.noun == _noun_after(rows, k):
            p.unit = replace(p.unit, unit="count", noun=before.noun, power=before.power)  # "Opened" amid stores
        if before is None or before.unit not in ("per-share", "shares"):
            continue
        after = _next(rows, k)
        if before.unit == after == "per-share" and _small(p):
            p.unit = replace(p.unit, unit="per-share")
        elif before.unit == "shares" and (_BARE_TOTAL.match(p.label) or after == "shares" or _DILUTIVE.search(p.label)):
            p.unit = replace(p.unit, unit="shares", power=before.power)


def _unlabelled(rows: Sequence[Prepared], vocabulary: Vocabulary) -> None:
    """A row without a label that sums those between it and the heading above is what the heading says: the expenses in
    all under "Operating expenses"."""
    for k, p in enumerate(rows):
        if p.label or p.measure is not None or not p.line.path:
            continue
        parts = [q for q in rows[max(0, k - FAR) : k] if q.line.path == p.line.path and q.label]
        columns = [c for c, f in p.figures.items() if not f.nil]
        if len(parts) >= 2 and columns and all(_sums(p, parts, c) for c in columns):
            p.measure = vocabulary.measure(p.line.path[-1], p.line.path[:-1])


def _unheaded(rows: Sequence[Prepared], vocabulary: Vocabulary, by_part: bool) -> None:
    """Rows of their own names over a total that they add up to are its parts, as they are under a heading: "Internet",
    "Video" and "Mobile" over "Total revenue" or "Adjusted EBITDA"; `by_part`, where the title says "by segment", also
    those whose names sound like a measure: "Equipment Sales"."""
    for k, p in enumerate(rows):
        whole = p.measure is not None and p.measure.qualifiers <= _OF_ALL
        entry = vocabulary.entry(p.measure.key) if p.measure is not None and whole else None
        if p.measure is None or entry is None or not entry.breakdown or p.unit.unit:
            continue
        columns = p.summed
        summed = (parts for parts in _runs(rows, k, by_part) if columns and all(_sums(p, parts, c) for c in columns))
        for q in next(summed, ()):
            known = q.measure is not None and q.measure.known and q.measure.qualifiers
            own = known or vocabulary.qualify(content_words(q.label))
            q.measure = Measure(p.measure.key, own | (p.measure.qualifiers & _BASES), True) if own else q.measure


def _by_share(rows: Sequence[Prepared], vocabulary: Vocabulary) -> None:
    """Rows that are called nothing but "Per share" below several amounts are each of the one above it."""
    found: list[tuple[Prepared, Measure]] = []
    above: Prepared | None = None
    for p in rows:
        if p.unit.unit != "per-share" or not _ONLY_BY_SHARE.fullmatch(p.label):
            above = p
        elif (
            above is not None and above.measure is not None and above.measure.known and above.unit.unit in ("", "money")
        ):
            found.append((p, above.measure))
    if len({measure.key for _, measure in found}) > 1:
        for p, measure in found:
            own = p.measure.qualifiers & SIDES if p.measure is not None else frozenset[str]()
            each = vocabulary.per_share(measure)
            p.measure = Measure(each.key, each.qualifiers | own, each.known)


def _runs(rows: Sequence[Prepared], k: int, by_part: bool) -> Iterator[list[Prepared]]:
    """The rows of their own names right above row `k`: the last two of them, the last three, …"""
    parts: list[Prepared] = []
    for q in reversed(rows[max(0, k - FAR) : k]):
        if q.line.path != rows[k].line.path or not q.label or q.unit.unit or q.measure is None:
            return
        if q.measure.known and not (by_part and q.measure.qualifiers):
            return
        parts.insert(0, q)
        if len(parts) > 1:
            yield parts


def _sums(total: Prepared, parts: Sequence[Prepared], column: int) -> bool:
    figures = [q.figures[column] for q in parts if column in q.figures]
    slack = sum((f.step for f in figures), total.figures[column].step) / 2
    return len(figures) >= 2 and abs(sum(f.value for f in figures) - total.figures[column].value) <= slack


def _small(p: Prepared) -> bool:
    return all(f.nil or (f.decimals >= 2 and abs(f.value) < 100) for f in p.figures.values())


def _next(rows: Sequence[Prepared], k: int) -> Unit:
    """The unit of the next row that has one, if only rows without stand between."""
    for p in rows[k + 1 : k + FAR]:
        if p.unit.unit or p.priced:
            return p.unit.unit
    return ""


def _noun_after(rows: Sequence[Prepared], k: int) -> str:
    """What the next row with a unit counts, if only rows without a sign of money stand between."""
    after = next((p for p in rows[k + 1 : k + FAR] if p.unit.unit or p.priced), None)
    return after.unit.noun if after is not None and after.unit.unit == "count" else ""


def _whole(draft: Draft, rows: Sequence[Prepared]) -> Unit:
    """The unit of all rows of a table that say nothing else: a note of shares alone, a title about shares."""
    if draft.scale.shares is not None and draft.scale.money is None:
        return "shares"
    if draft.scale.percent:
        return "percent"
    if spoken_unit(draft.title) == "per-share" and all(map(_small, rows)):
        return "per-share"  # "Factors impacting EPS"
    if any(p.priced for p in rows):
        return ""
    if any(_EACH.fullmatch(corner) and spoken_unit(corner) == "price" for corner in _corners(draft)):
        return "price"  # "(per worksite employee per month)" over all rows
    if _counted(draft, rows):
        return "count"
    if _OF_SHARES.search(draft.title) or any(map(_EXCLUDED.search, (draft.title, draft.caption.intro))):
        return "shares"
    return ""


def _corners(draft: Draft) -> list[str]:
    """What stands over the labels of a table, where it is short."""
    found = (head.texts[0] for head in draft.sketch.heads if head.texts)
    return [corner for corner in found if len(corner) <= _LONGEST]


def _counted(draft: Draft, rows: Sequence[Prepared]) -> bool:
    """Whether a table without a sign of money says over its labels what it counts: "Ending membership"."""
    if not any(map(_PEOPLE.search, _corners(draft))):
        return False
    return not any(f.currency for p in rows for f in p.figures.values())


def shares_by_result(prepared: Sequence[Prepared], money: Money) -> Money:
    """The scale of share counts that net income = earnings per share x shares asks for, where a table prints them."""
    result = next((p for p in prepared if _is(p, "net-income", "")), None)
    each = next((p for p in prepared if _is(p, "eps", "per-share")), None)
    shares = next((p for p in prepared if p.unit.unit == "shares" and p.figures and p.unit.power is None), None)
    if result is None or each is None or shares is None:
        return money
    votes = dict.fromkeys(_POWERS, 0)
    for c, per_share in each.figures.items():
        income, count = result.figures.get(c), shares.figures.get(c)
        if income is None or count is None or not income.value or not count.value:
            continue
        if abs(per_share.value) < 3 * per_share.step:
            continue
        ratio = abs(income.value.scaleb(money.power) / per_share.value / count.value)
        for power in _POWERS:
            votes[power] += Decimal("0.5") < ratio.scaleb(-power) < Decimal(2)
    best = max(votes, key=lambda power: (votes[power], -power))
    return replace(money, shares=best, own=True, certain=True) if votes[best] else money


def counts_by_note(prepared: Sequence[Prepared], money: Money, draft: Draft) -> Money:
    """The scale of what is counted: the note's own, or where a table of counts alone says "in thousands" without
    excepting them, that of the table."""
    note = draft.scale
    if note.counts is not None:
        return replace(money, counts=note.counts)
    if note.money is None or not note.money or note.of or not {"other", "units"}.isdisjoint(note.exact):
        return money
    if draft.of_above or note.currency:
        return money  # "Store data" right below a balance sheet in thousands, or "(Dollars in thousands)"
    return money if any(map(_amount, prepared)) else replace(money, counts=note.money)


def _amount(p: Prepared) -> bool:
    """Whether a row is surely of money, and no price."""
    if not p.figures or p.unit.unit not in ("", "money"):
        return False
    return p.priced or p.measure is not None and p.measure.known and not p.measure.qualifiers


def _is(p: Prepared, key: str, unit: Unit) -> bool:
    return bool(p.figures) and p.unit.unit == unit and p.measure is not None and p.measure.key == key
