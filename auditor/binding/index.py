"""The facts of a document by measure and period, with the periods that follow from others."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from datetime import date
from functools import cached_property, lru_cache
from itertools import islice

from auditor.binding.likeness import adjusted_so, alike, left_out, narrower, of_title, own_words
from auditor.frozen import dataclass
from auditor.model.binding import Operand, Strength
from auditor.model.calendar import FiscalCalendar
from auditor.model.fact import SIDES, Fact, Measure
from auditor.model.period import Period
from auditor.model.quantity import Quantity
from auditor.vocabulary import Vocabulary
from auditor.vocabulary.words import CLASSES, content_words

_HOSTS = frozenset(("common-stock",))  # where a label states its shares: they are the company's
_NEXT_DAYS = 10
_TO = re.compile(r"\s+(?:to|as\s+an?\s+(?:percent(?:age)?|%)\s+of|/)\s+(?:the\s+)?|\s*\(annualized\)", re.I)
_NEVER_GAAP = frozenset(("free-cash-flow", "cash-available-for-distribution", "net-debt"))
"""What has no other figure that an adjusted one could be beside."""
_CONTINUING = frozenset(("continuing",))
_OF_SALES = frozenset(("sale", "revenue", "percent", "percentage"))  # over a column of shares: what they are of
_BASES = frozenset(("adjusted", "average", "organic", "constant-currency", "continuing", "discontinued"))
_OF_PARTS = "revenue"  # what rows of parts give where nothing else is said
_MOST = 24  # figures of one measure in one period
_COPIES = 6  # of those that several tables print alike


_Called = tuple[str, frozenset[str]]
"""The key of a measure that the vocabulary does not know, and all the words by which a fact is called."""


@dataclass(frozen=True, slots=True)
class Match:
    """A fact that may be what a claim speaks of, and how surely its measure is the claim's."""

    fact: Fact
    strength: Strength


@lru_cache(maxsize=256)
def unit_class(unit: str) -> str:
    """money, per-share, percent, shares, ratio or count: what may be compared with what."""
    if unit.endswith("/share"):
        return "per-share"
    if unit in ("percent", "shares", "ratio"):
        return unit
    if unit in ("points", "bps"):
        return "percent"
    return "count" if unit.startswith("count") else "money"


class FactIndex:
    """The facts that have a measure and a period, found by both; what is found is kept."""

    def __init__(self, facts: Iterable[Fact], vocabulary: Vocabulary, calendar: FiscalCalendar) -> None:
        self.vocabulary = vocabulary
        self.calendar = calendar
        self._by_key: dict[str, list[Fact]] = defaultdict(list)
        self._called: dict[_Called, list[tuple[int, Fact]]] = defaultdict(list)
        self._labels: dict[str, dict[_Called, None]] = defaultdict(dict)
        self._parts_called: dict[str, list[Fact]] = defaultdict(list)
        """The figures of parts of known measures, by the words of their rows' own labels."""
        self._columns: dict[tuple[str, str, int], list[Fact]] = defaultdict(list)
        self.several = False  # whether figures of other documents are among them
        for place, fact in enumerate(facts):
            if fact.measure is None or fact.period is None:
                continue
            self.several = self.several or fact.document is not None
            self._by_key[fact.measure.key].append(fact)
            if fact.measure.known and fact.measure.qualifiers:
                self._parts_called["-".join(content_words(fact.label))].append(fact)
            if not fact.measure.known:
                if not fact.measure.qualifiers:  # a row "Ammonia" below "Prices" is not called by that word alone
                    self._columns[fact.measure.key, fact.table, fact.column].append(fact)
                called = fact.measure.key, _words_of(fact)
                self._called[called].append((place, fact))
                for word in called[1]:
                    self._labels[word][called] = None
        self._classed: dict[str, dict[frozenset[str], set[frozenset[str]]]] = defaultdict(lambda: defaultdict(set))
        for fact in (f for same in self._by_key.values() for f in same):
            if fact.measure is not None and (said := fact.measure.qualifiers | fact.qualifiers):
                plain = said - SIDES - _HOSTS
                self._classed[fact.measure.key][plain - CLASSES].add(plain)
        self._shares = self._printed_shares()
        self._alone = self._alone_in_tables()
        self._adjusted = {key for key, same in self._by_key.items() if any(_adjusted(f) for f in same)}
        self._memo: dict[tuple[Measure, frozenset[str], str], tuple[Match, ...]] = {}
        self._of_any_unit: dict[tuple[Measure, frozenset[str]], tuple[Match, ...]] = {}
        self._figures: dict[tuple[Measure, frozenset[str], str, Period], list[tuple[Operand, Strength]]] = {}
        self._share_of: dict[tuple[Measure, Measure, Period], list[Operand]] = {}
        self._stating: dict[tuple[Measure, frozenset[str], str, frozenset[str]], list[Match]] = {}

    def _alone_in_tables(self) -> dict[str, set[str]]:
        """By table, the measures of which one row alone speaks, as a part of a heading: it is then the whole."""
        rows: dict[tuple[str, str], set[tuple[int, bool]]] = defaultdict(set)
        for key, facts in self._by_key.items():
            entry = self.vocabulary.entry(key)
            if entry is not None and entry.breakdown:
                for f in facts:
                    if (
                        f.origin != "prose"
                        and f.measure is not None
                        and self.vocabulary.find(content_words(f.label)) is None
                    ):
                        rows[f.table, key].add((f.row, bool(f.measure.qualifiers)))
        out: dict[str, set[str]] = defaultdict(set)
        for (table, key), found in rows.items():
            if len(found) == 1 and next(iter(found))[1] and not self._stands_alone(table, key):
                out[table].add(key)
        results = {f.table for f in self._by_key.get("net-income", ()) if f.origin == "cell"}
        for key in ("revenue", "cost-of-revenue"):
            # in a statement of income the one row of revenue is all of it, whatever it is called: "Home sales revenue"
            named: dict[str, set[int]] = defaultdict(set)
            for f in self._by_key.get(key, ()):
                if f.origin == "cell":
                    named[f.table].add(f.row)
            for table in results:
                if len(named.get(table, ())) == 1:
                    out[table].add(key)
        return out

    def _printed_shares(self) -> dict[tuple[Measure, Measure], list[Fact]]:
        """The percentages of rows that say of what they are a share: "Nonperforming loans to total loans"."""
        out: dict[tuple[Measure, Measure], list[Fact]] = defaultdict(list)
        for fact in (f for facts in self._by_key.values() for f in facts if f.quantity.unit == "percent"):
            pair = [p for p in _TO.split(fact.label) if p]
            both = [self.vocabulary.measure(p) for p in pair] if len(pair) == 2 else []
            if len(both) == 2 and both[0] is not None and both[1] is not None and both[0].known and both[1].known:
                out[both[0], both[1]].append(fact)
        return out

    def printed_share(self, part: Measure, whole: Measure, period: Period) -> list[Operand]:
        """What rows state as the share of one measure in another, at a date or in a period that ends on it. Of very many
        the first."""
        key = (part, whole, period)
        if key not in self._share_of:
            rows = self._shares.get((part, whole), ())
            fitting = (f for f in rows if f.period and (f.period.same(period) or f.period.ends_with(period)))
            self._share_of[key] = [Operand(f.quantity, (f,)) for f in islice(fitting, _MOST)]
        return self._share_of[key]

    def stating(self, measure: Measure, foreign: frozenset[str], unit: str, kinds: Set[str]) -> Sequence[Match]:
        """The facts that fit and whose columns are of some kinds. Of very many that say the same the first."""
        key = (measure, foreign, unit, frozenset(kinds))
        if key not in self._stating:
            often: Counter[object] = Counter()
            self._stating[key] = found = []
            for m in self.matches(measure, foreign, unit):
                said = m.fact.kind, m.fact.period, m.fact.base, m.strength
                often[said] += m.fact.kind in kinds
                if m.fact.kind in kinds and often[said] <= _MOST:
                    found.append(m)
        return self._stating[key]

    def labelled(self, words: str, beside: Operand) -> list[Operand]:
        """The figures of the same column in rows that are called by just these words, which name no measure of the vocabulary."""
        like = beside.facts[0]
        return [Operand(f.quantity, (f,)) for f in self._columns.get((words, like.table, like.column), ())]

    def called(self, words: Set[str], period: Period) -> list[Fact]:
        """The figures of a period in rows whose labels are just these words, whatever measure they are of."""
        called = self._by_label.get(frozenset(words), ())
        return [f for f in called if f.period is not None and f.period.same(period)]

    @cached_property
    def _by_label(self) -> Mapping[frozenset[str], Sequence[Fact]]:
        """The figures by the words of their labels."""
        found: dict[frozenset[str], list[Fact]] = defaultdict(list)
        for facts in self._by_key.values():
            for f in facts:
                found[frozenset(content_words(f.label))].append(f)
        return found

    def has_adjusted(self, key: str) -> bool:
        """Whether some table prints an adjusted figure of the measure."""
        return key in self._adjusted

    def _stands_alone(self, table: str, key: str) -> bool:
        """Whether another row of the table names the measure itself."""
        return any(f.table == table and self.vocabulary.find(content_words(f.label)) for f in self._by_key[key])

    def matches_of_key(self, key: str, period: Period) -> list[Fact]:
        """The amounts of a measure and of all its parts that cells print for a period."""
        return [
            f
            for f in self._by_key.get(key, ())
            if f.kind == "amount" and f.origin == "cell" and _same(f.period, period)
        ]

    def matches(self, measure: Measure, foreign: frozenset[str], unit: str) -> tuple[Match, ...]:
        """The facts whose measure and unit fit, surest first, in the order of the document."""
        key = (measure, foreign, unit)
        found = self._memo.get(key)
        if found is None:
            fitting = [m for m in self._of_units(measure, foreign) if unit_class(m.fact.quantity.unit) == unit]
            found = self._memo[key] = tuple(sorted(fitting, key=lambda m: _weakness(m.strength)))
        return found

    def _of_units(self, measure: Measure, foreign: frozenset[str]) -> tuple[Match, ...]:
        """The facts whose measure fits, in whatever unit."""
        key = (measure, foreign)
        found = self._of_any_unit.get(key)
        if found is None:
            found = self._of_any_unit[key] = tuple(self._candidates(measure, foreign))
        return found

    def _candidates(self, measure: Measure, foreign: frozenset[str]) -> Iterator[Match]:
        for fact in self._by_key.get(measure.key, ()):
            strength = self._strength(measure, foreign, fact)
            if strength is not None:
                yield Match(fact, strength)
        words = measure.words
        part = measure.qualifiers if measure.known and self._has_parts(measure.key) else frozenset()
        grown = part if measure.key == _OF_PARTS else None
        found = [
            (place, Match(fact, "sure" if own == words or own == grown and fact.kind == "percent-change" else "likely"))
            for key, own in {**self._with_word_of(words), **self._with_word_of(part)}
            if key != measure.key and (own in (words, part) or narrower(own, key, words))
            for place, fact in self._called[key, own]
        ]
        yield from (match for _, match in sorted(found, key=lambda item: item[0]))
        if not measure.known:  # "Fee income" below revenue, and below a segment by itself
            called = self._parts_called.get(measure.key, ())
            yield from (Match(f, "sure") for f in called if f.qualifiers == measure.qualifiers)

    def _with_word_of(self, words: frozenset[str]) -> Mapping[_Called, None]:
        """What facts of their own labels are called, for the rarest of some words."""
        same = (self._labels.get(word, {}) for word in words)
        return min(same, key=len, default={})

    def _has_parts(self, key: str) -> bool:
        entry = self.vocabulary.entry(key)
        return entry is not None and entry.breakdown

    def _strength(self, measure: Measure, foreign: frozenset[str], fact: Fact) -> Strength | None:
        assert fact.measure is not None
        beside = fact.qualifiers - {"adjusted"} if measure.key in _NEVER_GAAP else fact.qualifiers
        beside = beside - _OF_SALES if fact.kind == "percent-of" else beside
        mine, theirs = measure.qualifiers, fact.measure.qualifiers | beside
        sides = mine & SIDES
        if sides and theirs & SIDES and not sides & theirs:
            return None
        mine, theirs = mine - SIDES, theirs - SIDES - _HOSTS
        if not mine and theirs and fact.measure.key in self._alone.get(fact.table, ()):
            return "sure" if not fact.qualifiers else None
        if mine == theirs or mine and mine == theirs - of_title(fact.label):
            return "sure"
        if not mine and theirs == _CONTINUING:
            return "likely"  # which a sentence may mean that says no more than "cash flow from operations"
        if mine and mine == theirs - CLASSES:  # "nitrogen sales" of a row "Nitrogen products"
            return "sure" if len(self._classed[fact.measure.key][mine]) == 1 else "likely"
        if not measure.known and mine and mine - CLASSES == theirs:  # "Nitrogen products" of a row "Nitrogen"
            return "likely"
        if mine - foreign == theirs and not any(len(w) < 2 for w in foreign):
            return "weak"
        if mine and mine == theirs - left_out(fact.label):
            return "likely"
        if ("adjusted" in mine) != ("adjusted" in theirs):
            return "likely" if mine and mine == adjusted_so(fact.label, theirs) else None
        if alike(mine, theirs) or alike(mine, theirs & own_words(fact.label)):
            return "likely"
        return "likely" if self._only_row_of(fact.measure.key, mine, theirs) else None

    def _only_row_of(self, key: str, mine: frozenset[str], theirs: frozenset[str]) -> bool:
        """Whether the rows of one name alone have a word, beside one that a sentence leaves out: "wholesale gross profit" of a row
        "Wholesale vehicle gross profit"."""
        if not mine or not mine < theirs or len(theirs - mine) > 1 or mine & _BASES:
            return False
        every = (said for sets in self._classed[key].values() for said in sets)
        return all(said == theirs for said in every if mine <= said)

    def figures(
        self, measure: Measure, foreign: frozenset[str], unit: str, period: Period
    ) -> list[tuple[Operand, Strength]]:
        """The figures of a measure in a period: printed, or following from longer and shorter periods of the same row.
        Of very many, as where a document repeats its tables, the first and surest."""
        key = (measure, foreign, unit, period)
        found = self._figures.get(key)
        if found is None:
            every = self._at(self.matches(measure, foreign, unit), period)
            few = every if len(every) <= _COPIES else _few_alike(every)
            found = self._figures[key] = list(islice(few, _MOST))
        return list(found)

    def _at(self, matches: Sequence[Match], period: Period) -> list[tuple[Operand, Strength]]:
        out = [
            (Operand(m.fact.quantity, (m.fact,)), m.strength)
            for m in matches
            if m.fact.kind in ("amount", "rate", "average", "percent-of") and _same(m.fact.period, period)
        ]
        if not out and not period.instant:
            out = self._derived(matches, period)
        return out or self._across(matches, period)

    def _across(self, matches: Sequence[Match], period: Period) -> list[tuple[Operand, Strength]]:
        """A balance in a column of durations, a flow in a column of dates: key-figure tables print both under one header."""
        out: list[tuple[Operand, Strength]] = []
        for m in matches:
            fact = m.fact
            if (
                fact.kind not in ("amount", "rate")
                or fact.period is None
                or fact.period.instant == period.instant
                or not _near(fact.period.end, period.end)
            ):
                continue
            if period.instant or period.months in (3, 12):
                out.append((Operand(fact.quantity, (fact,)), "likely" if m.strength == "sure" else "weak"))
        return out

    def _derived(self, matches: Sequence[Match], period: Period) -> list[tuple[Operand, Strength]]:
        """Quarter = year to date less the earlier year to date; the year less nine months; sums of adjoining periods."""
        out: list[tuple[Operand, Strength]] = []
        spans = [
            m
            for m in matches
            if m.fact.kind == "amount" and m.fact.period is not None and m.fact.period.start is not None
        ]
        rows: dict[tuple[str, int], list[Match]] = defaultdict(list)
        for m in spans:
            rows[m.fact.table, m.fact.row].append(m)
        for longer in spans:
            elsewhere = [m for m in spans if _two_documents(longer.fact, m.fact)] if self.several else []
            for shorter in (*rows[longer.fact.table, longer.fact.row], *elsewhere):
                if _difference(longer.fact.period, shorter.fact.period, period):
                    out.append(
                        (subtract(longer.fact, shorter.fact), max(longer.strength, shorter.strength, key=_weakness))
                    )
        return out


def _words_of(fact: Fact) -> frozenset[str]:
    """The words by which a fact of its own label is called."""
    measure = fact.measure
    return fact.qualifiers | measure.words if measure else fact.qualifiers


def _adjusted(fact: Fact) -> bool:
    return "adjusted" in fact.qualifiers or fact.measure is not None and "adjusted" in fact.measure.qualifiers


def _two_documents(a: Fact, b: Fact) -> bool:
    """Whether two figures stand in rows of one label in two documents."""
    return a.document != b.document and same_label(a, b)


def same_label(a: Fact, b: Fact) -> bool:
    """Whether the figures of two documents are of one measure under one name."""
    if a.measure != b.measure or a.qualifiers != b.qualifiers or a.measure is None:
        return False
    return a.measure.known or content_words(a.label) == content_words(b.label)


def _few_alike(found: Iterable[tuple[Operand, Strength]]) -> Iterator[tuple[Operand, Strength]]:
    """The first few of the figures that many tables print alike: further ones are no further evidence."""
    often: Counter[object] = Counter()
    for operand, strength in found:
        first = operand.facts[0]
        printed = first.label, first.qualifiers, operand.quantity, strength
        often[printed] = times = often[printed] + 1
        if times <= _COPIES:
            yield operand, strength


def _weakness(strength: Strength) -> int:
    return {"sure": 0, "likely": 1, "weak": 2}[strength]


def _same(a: Period | None, b: Period) -> bool:
    return a is not None and a.same(b)


def _near(a: date, b: date) -> bool:
    return abs((a - b).days) <= _NEXT_DAYS


def _difference(longer: Period | None, shorter: Period | None, wanted: Period) -> bool:
    if (
        longer is None
        or shorter is None
        or longer.start is None
        or shorter.start is None
        or wanted.start is None
        or longer.months != shorter.months + wanted.months
    ):
        return False
    front = _near(longer.start, wanted.start) and _near(longer.end, shorter.end)
    back = _near(longer.end, wanted.end) and _near(longer.start, shorter.start)
    return front or back


def subtract(longer: Fact, shorter: Fact) -> Operand:
    a, b = longer.quantity, shorter.quantity
    low = None if a.low is None or b.high is None else a.low - b.high
    high = None if a.high is None or b.low is None else a.high - b.low
    text = f"{_months(longer)} {longer.text} less {_months(shorter)} {shorter.text}"
    return Operand(Quantity(a.value - b.value, low, high, a.unit), (longer, shorter), text)


def _months(fact: Fact) -> str:
    count = fact.period.months if fact.period else 0
    return {3: "three months", 6: "six months", 9: "nine months", 12: "year"}.get(count, f"{count} months")
