"""Rows that the figures of a sentence name together, where its words do not: "Transaction accounts were $358 million, compared
to $367 million a year ago" beside a row *Demand deposits* with 358,329 and 367,412 in the two columns.

One figure that happens to equal a cell is no support. Several in one row, each in its own period, are; so is one whose row
is called by the words around it. How likely a chance hit is decides: the number of cells that could have been hit times
the width of each printed figure.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from operator import itemgetter

from auditor.binding.index import unit_class
from auditor.binding.said import Said
from auditor.binding.volumes import without_unit
from auditor.frozen import dataclass
from auditor.model.binding import Candidate, Operand, Strength
from auditor.model.claim import CHANGES, Claim
from auditor.model.fact import Fact
from auditor.model.period import Period
from auditor.model.quantity import Quantity
from auditor.model.source import Document
from auditor.vocabulary import Vocabulary
from auditor.vocabulary.words import content_words

LEVELS = ("level", "per-share", "count", "ratio", "share-of")
_DENSITY = 0.4  # of leading digits: a figure within 1 % of another is met by about 0.4 % of all figures
_BY_WORDS = "the row that the sentence's words name"
_BY_FIGURES = "the row that the figures of the sentence name"
_UNIQUE = 0.0003  # chance up to which one figure of many digits tells its cell without any word
_ALONE = 0.08  # chance up to which one figure in a row of its words is support
_TOGETHER = 0.004  # chance up to which several figures name a row without any word
_SURELY = 0.0005  # chance below which a row is known, so that a further figure beside may be contradicted by it
_NEAR = 130  # characters on both sides of a number whose words may name its row
_CHANGED = {"change": "change", "change-percent": "percent-change", "change-points": "points-change"}
_PRINTED = frozenset(("amount", "rate", "average", *_CHANGED.values()))
_RATES = frozenset(("constant-currency", "organic"))  # bases on which a change differs from the reported one
_SAYS_LITTLE = frozenset(
    "total net other income expense change amount million thousand quarter year month period end share per".split()
)
_EMPTY = frozenset("total net amount million thousand quarter year month period end".split())
_WHEN = re.compile(
    r"\b(?:(?:three|six|nine|twelve|thirteen|twenty-six|thirty-nine|fifty-two|\d+)\s+(?:months?|weeks?)|ended|q\d|"
    r"jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*)\b",
    re.I,
)
WITH_ANOTHER = r"\bwith\s+(?:an?\s+|the\s+)?(?:[a-z-]+\s+){1,4}of\s"  # something else that has a number of its own
_NEW_SUBJECT = re.compile(
    r"[,;]\s+(?:and|while|but|as)\s[^,;]*\b(?:was|were|averaged|totall?ed|dropped|fell|rose)\b"
    rf"|{WITH_ANOTHER}\s*(?:approximately\s+|about\s+)?$",
    re.I,
)  # "grew 9% with coverage of 1.4 times"
_NAMELESS = 24  # rows without a name that print one figure alike
RowKey = tuple[str, ...]
"""The words of a label, or where it says nothing, table and row: statements and reconciliations print one line in several
tables."""
_Sized = tuple[Decimal, int, Fact]
"""The size of a figure, its place among all, and the figure."""
_Sorted = tuple[list[Decimal], list[Fact]]
"""The sizes of figures, and the figures."""


@dataclass(frozen=True, slots=True)
class _Hit:
    """A claim that a row's figure explains, with the chance that any one cell would have."""

    claim: Claim
    fact: Fact
    chance: float


class Rows:
    """The rows that several figures of one sentence hit together, or that its words call by their label."""

    def __init__(self, document: Document, said: Said, facts: Iterable[Fact], vocabulary: Vocabulary) -> None:
        self._document = document
        self._vocabulary = vocabulary
        self._said_in = said.by_sentence
        self._comparison = {c.id: k for told in self._said_in.values() for c, k in _comparisons(told, document.text)}
        self._printed: dict[str, dict[Period, list[_Sized]]] = defaultdict(lambda: defaultdict(list))
        self._figures: list[Fact] = []
        self._words: dict[str, frozenset[str]] = {}
        self._heads: dict[str, frozenset[str]] = {}
        self._names: dict[str, RowKey] = {}
        for place, f in enumerate(facts):
            if f.period is not None and f.origin == "cell" and f.kind in _PRINTED:
                sized = abs(f.quantity.value), place, f
                self._printed[_class(f)][f.period].append(sized)
                self._figures.append(f)
        self._known: dict[int, dict[int, dict[RowKey, list[_Hit]]]] = {}
        self._few: dict[tuple[str, Period], list[_Sized]] = {}
        self._meant: dict[tuple[str, Period | None], _Sorted] = {}
        self._fitting: dict[tuple[RowKey, str, Period | None], list[Fact]] = {}
        self._places: dict[tuple[str, Period | None], _Places] = {}

    def of(self, claim: Claim, periods: Sequence[Period]) -> tuple[Candidate, ...]:
        """The figures of rows that the other figures or the words around the claim name."""
        rows = self._rows(claim)
        out = [c for hits in rows.values() for c in self._supported(claim, hits, periods)]
        return tuple(out) or self._told(claim, rows) or tuple(self._elsewhen(claim, periods))

    # ------------------------------------------------------------------ which rows a sentence's figures hit
    def _rows(self, claim: Claim) -> Mapping[RowKey, list[_Hit]]:
        """The rows that the figures of a claim's comparison hit."""
        sentence = claim.sentence.start
        if sentence not in self._known:
            self._known[sentence] = self._hit(sentence)
        return self._known[sentence].get(self._comparison[claim.id], {})

    def _hit(self, sentence: int) -> dict[int, dict[RowKey, list[_Hit]]]:
        """The rows that the figures of a sentence hit, by comparison; rows in the order in which the sentence hits them."""
        found: dict[RowKey, list[_Hit]] = defaultdict(list)
        for claim in self._said_in[sentence]:
            if not claim.outlook and claim.quantity.value:
                for fact in self.meeting(claim, claim.period):
                    found[self._key(fact)].append(_Hit(claim, fact, chance_hit(claim.quantity)))
        apart: dict[int, dict[RowKey, list[_Hit]]] = defaultdict(dict)
        for row, hits in found.items():
            for hit in hits:
                apart[self._comparison[hit.claim.id]].setdefault(row, []).append(hit)
        return apart

    def meeting(self, claim: Claim, period: Period | None) -> Iterator[Fact]:
        """The figures of the claim's unit and of a period, any where there is none, that its number may state."""
        stated = in_percent(claim.quantity).magnitude()
        if stated.low is None or stated.high is None:
            return
        values, found = self.of_period(_class_stated(claim), period)
        slack = (stated.high - stated.low) / 2
        for k in range(bisect_left(values, stated.low - slack), bisect_right(values, stated.high + slack)):
            if stated.meets(found[k].quantity.magnitude()) and not turned(claim, found[k]):
                yield found[k]

    def of_period(self, unit: str, meant: Period | None) -> _Sorted:
        """The figures that may be of a period, by their size."""
        if (unit, meant) not in self._meant:
            self._meant[unit, meant] = self._sorted(unit, meant)
        return self._meant[unit, meant]

    def _sorted(self, unit: str, meant: Period | None) -> _Sorted:
        fitting = [p for p in self._printed[unit] if meant is None or p.at_one_time(meant)]
        found = sorted((f for p in fitting for f in self._unlike(unit, p)), key=itemgetter(0, 1))
        return [size for size, _, _ in found], [f for _, _, f in found]

    def _unlike(self, unit: str, period: Period) -> list[_Sized]:
        """The figures of a period; of one that the document repeats under one name the first, or the first few where
        its row has no name."""
        key = unit, period
        if key not in self._few:
            often: Counter[object] = Counter()
            self._few[key] = few = []
            for sized in self._printed[unit][period]:
                f = sized[2]
                words = self._said(f.label)
                alike = words, f.quantity, f.kind, f.qualifiers, f.header
                often[alike] = times = often[alike] + 1
                if times <= (1 if words else _NAMELESS):
                    few.append(sized)
        return self._few[key]

    def figures(self, unit: str, meant: Period | None) -> Sequence[Fact]:
        """The figures of a class of unit that may be of a period, by their size; of any unit where none is given."""
        units = [unit] if unit else list(self._printed)
        return [f for u in units for f in self.of_period(u, meant)[1]]

    def before(self, now: Fact, base: Period) -> Fact | None:
        """The amount of another period in the row of an amount: rows of one name may be of several parts."""
        alike = (f for f in self._at[now.table, now.row] if f.kind == "amount" and _alike(f, now))
        return next((f for f in alike if f.period is not None and f.period.same(base)), None)

    # ------------------------------------------------------------------ support
    def _supported(self, claim: Claim, hits: Sequence[_Hit], periods: Sequence[Period]) -> Iterator[Candidate]:
        """The figure of a row that the words of the sentence, or the other numbers in it, leave no doubt about."""
        own = [h for h in hits if h.claim.id == claim.id and _fits(h.fact, periods)]
        if not own:
            return
        others = [h for h in self._fellows(claim, hits) if h.claim.quantity.value != claim.quantity.value]
        named = self._named(own[0].fact, claim)
        cells = self._cells(claim, own[0].fact, named)
        chance = cells * math.prod(h.chance for h in [own[0], *others])
        if named and chance <= _ALONE or others and chance <= _TOGETHER or chance <= _UNIQUE:
            note = _BY_WORDS if named and not others else _BY_FIGURES
            name = "stated" if claim.kind in CHANGES else "now"
            yield Candidate({name: Operand(own[0].fact.quantity, (own[0].fact,))}, "likely", note)

    def _elsewhen(self, claim: Claim, periods: Sequence[Period]) -> Iterator[Candidate]:
        """The figure of a row that the words name, of another of the periods that a sentence without one may mean: an item
        of the year told beside the results of its last quarter."""
        if claim.dated or claim.outlook or claim.kind not in LEVELS or not claim.quantity.value:
            return
        for period in periods[1:]:
            for fact in self.meeting(claim, period):
                named = self._named(fact, claim)
                chance = self._cells(claim, fact, named) * chance_hit(claim.quantity) * (len(periods) - 1)
                if named and chance <= _ALONE:
                    yield Candidate({"now": Operand(fact.quantity, (fact,))}, "likely", _BY_WORDS)
                    return

    def _told(self, claim: Claim, rows: Mapping[RowKey, list[_Hit]]) -> tuple[Candidate, ...]:
        """What a row that the claim's fellows name gives for the claim itself: a change of the row's two figures; or,
        where the row is beyond doubt, the figure that the claim should be."""
        out: list[Candidate] = []
        for row, hits in rows.items():
            fellows = self._fellows(claim, hits)
            if not fellows:
                continue
            named = self._named(fellows[0].fact, claim)
            chance = self._cells(fellows[0].claim, fellows[0].fact, named) * math.prod(h.chance for h in fellows)
            if claim.kind in CHANGES and (named and chance <= _ALONE or chance <= _TOGETHER):
                sure = len(fellows) > 1 and chance <= _SURELY and not claim.doubt
                out += self._changes(claim, fellows, "sure" if sure else "likely")
            elif claim.kind in LEVELS and (named and chance <= _ALONE or len(fellows) > 1 and chance <= _TOGETHER):
                stated = {h.fact.id for h in fellows}  # what another number states already is not this one's
                strength: Strength = "sure" if len(fellows) > 1 and chance <= _SURELY else "likely"
                told = self._levels(claim, row, fellows, strength)
                out += [c for c in told if c.operands["now"].facts[0].id not in stated]
        return tuple(out)

    def _fellows(self, claim: Claim, hits: Sequence[_Hit]) -> list[_Hit]:
        """The row's hits by other numbers of the claim's comparison: one for each claim, and one claim for each value."""
        out: dict[Decimal, _Hit] = {}
        for h in hits:
            if h.claim.id != claim.id and self._comparison[h.claim.id] == self._comparison[claim.id]:
                out.setdefault(h.claim.quantity.value, h)
        return list(out.values())

    def _changes(self, claim: Claim, fellows: Sequence[_Hit], strength: Strength) -> Iterator[Candidate]:
        now = next((h.fact for h in fellows if h.claim.role == "current"), None)
        if now is None or now.period is None or _at_other_rates(claim, now):
            return
        before = self.before(now, claim.base or now.period.years_before())
        if before is not None:
            operands = {"now": Operand(now.quantity, (now,)), "before": Operand(before.quantity, (before,))}
            yield Candidate(operands, strength, _BY_FIGURES)

    def _levels(self, claim: Claim, row: RowKey, fellows: Sequence[_Hit], strength: Strength) -> Iterator[Candidate]:
        """The figure of a row for the claim's period; of rows of one name that of the row which the fellows hit."""
        key = row, unit_class(claim.quantity.unit), claim.period
        if key not in self._fitting:
            self._fitting[key] = [
                f for f in self._row[row]
                if f.kind == "amount" and unit_class(f.quantity.unit) == key[1] and _in_period(claim, f)
            ]  # fmt: skip
        fitting = self._fitting[key] if claim.period else []
        if len(fitting) > 1:
            hit = {(h.fact.table, h.fact.row) for h in fellows}
            fitting = [f for f in fitting if (f.table, f.row) in hit]
        if len(fitting) == 1:
            fact = fitting[0]
            yield Candidate({"now": Operand(fact.quantity, (fact,))}, strength, "the row that the other figures name")

    @cached_property
    def _at(self) -> Mapping[tuple[str, int], Sequence[Fact]]:
        """The figures by their place: rows of one name may stand in any number of tables."""
        found: dict[tuple[str, int], list[Fact]] = defaultdict(list)
        for fact in self._figures:
            found[fact.table, fact.row].append(fact)
        return found

    @cached_property
    def _row(self) -> Mapping[RowKey, Sequence[Fact]]:
        """The figures by their row."""
        found: dict[RowKey, list[Fact]] = defaultdict(list)
        for fact in self._figures:
            found[self._key(fact)].append(fact)
        return found

    # ------------------------------------------------------------------ words and cells
    def _key(self, fact: Fact) -> RowKey:
        name = self._names.get(fact.label)
        if name is None:
            name = self._names[fact.label] = tuple(sorted(self._said(fact.label)))
        return name or (fact.table, str(fact.row))

    def _named(self, fact: Fact, claim: Claim) -> frozenset[str]:
        """The words around a claim that name a figure's row, or its column: at least half of those that say anything."""
        around = self.around(claim)
        for words in (self._said(fact.label), self._head(fact.header)):
            shared = words & around
            if shared:
                return shared
        return frozenset()

    def _said(self, text: str) -> frozenset[str]:
        """The words of a label or header that say something."""
        if text not in self._words:
            self._words[text] = frozenset(content_words(text)) - _SAYS_LITTLE - self._vocabulary.neutral
        return self._words[text]

    def called(self, label: str) -> frozenset[str]:
        """The words that call a row, where some of them say something."""
        words = content_words(without_unit(label))
        return frozenset(words) - _EMPTY - self._vocabulary.neutral if self._said(label) else frozenset()

    def _head(self, header: str) -> frozenset[str]:
        """The words of a header that say something other than when."""
        if header not in self._heads:
            self._heads[header] = self._said(_WHEN.sub(" ", header))
        return self._heads[header]

    def around(self, claim: Claim) -> frozenset[str]:
        """The words on both sides of a number."""
        return self.before_it(claim) | self.behind(claim)

    def before_it(self, claim: Claim) -> frozenset[str]:
        text, span, sentence = self._document.text, claim.span, claim.sentence
        return frozenset(content_words(text[max(sentence.start, span.start - _NEAR) : span.start]))

    def behind(self, claim: Claim) -> frozenset[str]:
        end = claim.span.end
        return frozenset(content_words(self._document.text[end : min(claim.sentence.end, end + _NEAR)]))

    def _cells(self, claim: Claim, fact: Fact, named: frozenset[str]) -> int:
        """How many cells could have been hit: those of the unit and period, of rows that the same words name."""
        key = _class_stated(claim), fact.period
        if key not in self._places:
            printed = self._printed[key[0]].items()
            same = [f for p, sized in printed if fact.period and p.same(fact.period) for _, _, f in sized]
            self._places[key] = _Places(((f.table, f.row), self._said(f.label) | self._head(f.header)) for f in same)
        return max(1, self._places[key].count(named))


class _Places:
    """The rows that hold figures, by the words of each and of its columns."""

    def __init__(self, rows: Iterable[tuple[tuple[str, int], frozenset[str]]]) -> None:
        self._all: set[tuple[str, int]] = set()
        self._with: dict[str, set[tuple[str, int]]] = defaultdict(set)
        self._counted: dict[frozenset[str], int] = {}
        for place, words in rows:
            self._all.add(place)
            for word in words:
                self._with[word].add(place)

    def count(self, named: frozenset[str]) -> int:
        """How many rows have one of some words; all where there are none."""
        if named not in self._counted:
            self._counted[named] = len(set().union(*(self._with[w] for w in named)) if named else self._all)
        return self._counted[named]


def _class(fact: Fact) -> str:
    """The class of a figure's unit, that of changes apart: no level is one."""
    unit = unit_class(fact.quantity.unit)
    return f"{fact.kind} {unit}" if fact.kind in _CHANGED.values() else unit


def _class_stated(claim: Claim) -> str:
    """The class of the figures that may state a claim's number."""
    unit = unit_class(claim.quantity.unit)
    return f"{_CHANGED[claim.kind]} {unit}" if claim.kind in _CHANGED else unit


def turned(claim: Claim, stated: Fact) -> bool:
    """Whether a column gives a change the other way than a claim says it went."""
    change = claim.kind in _CHANGED
    return change and {"up": stated.quantity.value < 0, "down": stated.quantity.value > 0}.get(
        claim.direction or "", False
    )


def in_percent(stated: Quantity) -> Quantity:
    """A rate that is stated in basis points as tables print it."""
    return stated.scaled(-2, "percent") if stated.unit == "bps" else stated


def chance_hit(stated: Quantity) -> float:
    """The chance that a cell with another meaning lies within a printed figure's interval."""
    return _DENSITY * min(1.0, float(stated.step / abs(stated.value)))


def _alike(one: Fact, other: Fact) -> bool:
    return one.quantity.unit == other.quantity.unit and one.qualifiers == other.qualifiers


def _at_other_rates(claim: Claim, now: Fact) -> bool:
    """Whether a change is said to leave out what a figure holds: "an increase of 22% (25% in constant currency)"."""
    return claim.measure is not None and bool((claim.measure.qualifiers & _RATES) - now.qualifiers)


def _in_period(claim: Claim, fact: Fact) -> bool:
    if claim.period is None or fact.period is None:
        return claim.period is None
    return fact.period.at_one_time(claim.period)


def _fits(fact: Fact, periods: Sequence[Period]) -> bool:
    return fact.period is not None and any(fact.period.at_one_time(p) for p in periods)


def another_subject(text: str, one: Claim, other: Claim) -> bool:
    """Whether a subject and its verb begin between two numbers: "rose 2%, and the realized price was $1.94"."""
    first, second = sorted((one, other), key=lambda c: c.span.start)
    return _NEW_SUBJECT.search(text, first.span.end, second.span.start) is not None


def _comparisons(told: Sequence[Claim], text: str) -> Iterator[tuple[Claim, int]]:
    """The claims of one sentence, each with a number of its comparison: the level with its restatements, its changes and what
    it is compared with. A further level of the same unit, or another measure, begins the next; where no table names the
    measures, another subject does."""
    number = 0
    units: set[str] = set()
    # the kind of change that stands before the comparison's level: "hips fell 6% to $98 million, knees 5% …"
    changed = ""
    last: Claim | None = None
    for c in told:
        level = c.kind in LEVELS and c.role == "current"
        restated = last is not None and c.group == last.group
        another = last is not None and c.measure != last.measure
        another = another or last is not None and c.measure is None and another_subject(text, last, c)
        repeated = c.role == "change" and c.kind == changed and bool(units)
        if not restated and (another or repeated or level and unit_class(c.quantity.unit) in units):
            number, units, changed = number + 1, set(), ""
        if c.role == "change" and not units:
            changed = c.kind
        if level:
            units.add(unit_class(c.quantity.unit))
        last = c
        yield c, number
