"""The figures of a claim's measure in a period: those that the tables print, else those that follow from them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import product

from auditor.binding.index import FactIndex, unit_class
from auditor.binding.operands import WEAKNESS, Found, column_of, combined, divided, paired
from auditor.binding.related import RELATED, Related
from auditor.model.binding import Operand, Strength
from auditor.model.claim import Claim
from auditor.model.fact import Fact, Measure
from auditor.model.period import Period, months_ended
from auditor.vocabulary import Vocabulary
from auditor.vocabulary.words import GAAP

_NET = re.compile(r"\bnet\b", re.I)
_GAAP = re.compile(rf"{GAAP}|\b(?:as\s+)?reported\b", re.I)
_REVENUE = Measure("revenue", frozenset(), True)
_CASH = Measure("cash-and-equivalents", frozenset(), True)
_SHARES = Measure("shares-outstanding", frozenset(), True)
_AVERAGE_SHARES = Measure("weighted-average-shares", frozenset(), True)  # those of a result by the share
_RESTRICTED = "restricted"
_YEAR = 12  # months
_FEW = range(2, 5)  # rows of the kinds of one measure


class Values:
    """The figures of a claim's measure in each period, printed or computed; what is found is kept."""

    def __init__(self, index: FactIndex, vocabulary: Vocabulary, facts: Iterable[Fact], text: str = "") -> None:
        self.index, self.vocabulary = index, vocabulary
        self._related = Related(facts, vocabulary)
        entries = vocabulary.entries.values()
        said = text.lower()
        self._defined = frozenset(
            e.key for e in entries if e.defined and e.key.replace("-", " ") in said and re.search(e.defined, said)
        )
        self._known: dict[tuple[object, ...], Found] = {}

    def of(self, claim: Claim, period: Period, changed: bool = False) -> Found:
        """The figures of the claim's measure in a period; for a change, in the unit that changes."""
        restricted = _RESTRICTED in claim.subject.lower() and claim.measure == _CASH
        by_rule = _GAAP.search(claim.subject) is not None
        how = claim.quantity.unit, claim.kind, changed, restricted, by_rule
        key = (claim.measure, claim.foreign, claim.whole, period, *how)
        known = self._known.get(key)
        if known is None:
            found = self._found(claim, period, changed)
            found = found if RELATED.search(claim.subject) else self._related.together(found)
            known = self._known[key] = self._with_restricted(found, period) if restricted else found
        net_of = self._net_of(claim)
        return self._netted(known, net_of, period) if net_of else known

    def _net_of(self, claim: Claim) -> str:
        """The measure that a name with "net" takes off: the income of "net interest expense"."""
        entry = self.vocabulary.entry(claim.measure.key) if claim.measure else None
        return entry.net_of if entry is not None and entry.net_of and _NET.match(claim.subject) else ""

    def _netted(self, found: Found, net_of: str, period: Period) -> Found:
        """Figures less those of another measure of their own column; a row that is net itself stays as it is."""
        taken = self.index.figures(Measure(net_of, frozenset(), True), frozenset(), "money", period)
        out: Found = []
        for o, strength in found:
            own = [t for t, _ in taken if column_of(t) == column_of(o)]
            gross = len(o.facts) == 1 and not _NET.search(o.facts[0].label)
            if own and gross and o.quantity.unit == own[0].quantity.unit:
                same = (o.quantity.value < 0) == (own[0].quantity.value < 0)
                out.append((combined((o, own[0]), (1, -1 if same else 1)), "likely"))
            else:
                out.append((o, strength))
        return out

    def _with_restricted(self, found: Found, period: Period) -> Found:
        """Cash that is spoken of together with restricted cash: one row of both, else the sum of the two."""
        both = [(o, s) for o, s in found if any(_RESTRICTED in f.label.lower() for f in o.facts)]
        apart = [(o, s) for o, s in found if (o, s) not in both]
        rows = self.index.figures(Measure(_CASH.key, frozenset((_RESTRICTED,)), True), frozenset(), "money", period)
        sums: Found = [
            (combined((a, b), (1, 1)), "likely")
            for (a, _), (b, _) in product(apart, rows)
            if column_of(a) == column_of(b)
        ]
        return both + sums + [(o, "likely") for o, _ in apart]

    def _found(self, claim: Claim, period: Period, changed: bool) -> Found:
        assert claim.measure is not None
        if claim.kind == "change-points" and claim.whole is not None and not self._is_ratio_to(claim):
            return self._share(claim, period)
        if claim.kind == "ratio" and claim.whole is not None:
            return self._multiple(claim, period)
        first: Found = []
        for unit in self._units(claim, changed):
            found = self.index.figures(claim.measure, claim.foreign, unit, period)
            if unit == "percent":
                found += self._ratio(claim, period) or ([] if found else self._rate(claim, period))
                found = found or self._of_revenue(claim, period)
            if not found and unit in ("per-share", "ratio"):
                found = self._ratio(claim, period)
            if not found and unit == "money":
                found = self.difference(claim, period) or self.total(claim, period)
                found = (
                    found or self._named_otherwise(claim.measure, claim.foreign, period) or self._kinds(claim, period)
                )
            if unit == "shares" and claim.measure == _SHARES and not period.instant:
                found += [(o, "likely") for o, _ in self.index.figures(_AVERAGE_SHARES, claim.foreign, unit, period)]
            if any(s == "sure" for _, s in found):
                return found  # of "orders" by number, before those by "value"
            first = first or found
        return first

    def _is_ratio_to(self, claim: Claim) -> bool:
        """Whether a claim's measure is itself a ratio to the whole that is named: "gross margin rose to 39% of sales"."""
        entry = self.vocabulary.entry(claim.measure.key) if claim.measure else None
        whole = claim.whole
        return entry is not None and entry.ratio is not None and whole is not None and entry.ratio[1] == whole.key

    def _of_revenue(self, claim: Claim, period: Period) -> Found:
        """An amount that is told in per cent alone, as its share of the revenue: "Selling expenses 33.7%"."""
        assert claim.measure is not None
        entry = self.vocabulary.entry(claim.measure.key)
        if claim.kind != "level" or entry is not None and entry.unit not in ("", "money"):
            return []
        parts = self.index.figures(claim.measure, claim.foreign, "money", period)
        wholes = self.index.figures(_REVENUE, frozenset(), "money", period) if parts else []
        shares = (divided(a, b, 100, "percent") for (a, _), (b, _) in paired(parts, wholes))
        return [(o, "likely") for o in shares if o is not None]

    def _multiple(self, claim: Claim, period: Period) -> Found:
        """How many times a measure is as large as another, a balance as the result of the year that ends with it. Agreements
        define both in their own ways, so that no other quotient contradicts one."""
        assert claim.measure is not None and claim.whole is not None
        year = period if period.months >= _YEAR and not period.instant else months_ended(period.end, _YEAR)
        return [
            (o, "likely")
            for (a, _), (b, _) in paired(
                self.index.figures(claim.measure, claim.foreign, "money", period),
                self.index.figures(claim.whole, frozenset(), "money", year),
            )
            if (o := divided(a, b, 1, claim.quantity.unit)) is not None
        ]

    def _share(self, claim: Claim, period: Period) -> Found:
        """The share of the claim's measure in another, in per cent."""
        assert claim.measure is not None
        parts = self.index.figures(claim.measure, claim.foreign, "money", period) or self.difference(claim, period)
        return [
            (o, max(s, t, key=WEAKNESS.__getitem__))
            for (a, s), (b, t) in paired(parts, self.wholes(claim, period))
            if (o := divided(a, b, 100, "percent")) is not None
        ]

    def wholes(self, claim: Claim, period: Period) -> Found:
        """What a share is of: of a segment's own revenue first where the claim speaks of a segment."""
        assert claim.measure is not None and claim.whole is not None
        plain = self.index.figures(claim.whole, frozenset(), "money", period)
        narrowed = claim.measure.qualifiers - claim.whole.qualifiers - {"adjusted"}
        if not narrowed:
            return plain
        own = Measure(claim.whole.key, claim.whole.qualifiers | narrowed, claim.whole.known)
        if own == claim.measure:
            return plain  # "Nordic revenue was 55% of revenue": of all of it, and not of itself
        found = self.index.figures(own, frozenset(), "money", period)
        return found + [(o, "likely" if found else s) for o, s in plain]

    def _units(self, claim: Claim, changed: bool) -> tuple[str, ...]:
        own = unit_class(claim.quantity.unit)
        if not changed or claim.kind == "change":
            return (own,)
        if claim.kind == "change-points":
            return ("percent",)
        assert claim.measure is not None
        entry = self.vocabulary.entry(claim.measure.key)
        by_share = "per-share" if claim.measure.key.endswith("-per-share") else ""
        preferred = {"per-share": "per-share", "shares": "shares"}.get(entry.unit if entry else by_share, "money")
        return (preferred, "count") if preferred == "money" else (preferred, "money")

    def _ratio(self, claim: Claim, period: Period) -> Found:
        """A margin or rate from its two measures, in per cent."""
        assert claim.measure is not None
        entry = self.vocabulary.entry(claim.measure.key)
        if entry is None or entry.ratio is None:
            return []
        narrowed = claim.measure.qualifiers
        part, whole = Measure(entry.ratio[0], narrowed, True), Measure(entry.ratio[1], narrowed - {"adjusted"}, True)
        if claim.whole is not None and claim.whole.key == whole.key and claim.whole.qualifiers:
            whole = claim.whole  # "a margin of 34% of service revenues"
        divisor = "shares" if entry.unit == "per-share" else "money"
        parts = self.index.figures(part, claim.foreign, "money", period) or self._less(part, claim, period)
        parts = parts or self._added(part, period) or self._named_otherwise(part, claim.foreign, period)
        wholes = self.index.figures(whole, frozenset(), divisor, period) or self.index.figures(
            Measure(whole.key, narrowed, True), frozenset(), divisor, period
        )
        if not wholes and "segment" in narrowed:  # all segments together, whose revenue is the company's
            wholes = self.index.figures(
                Measure(whole.key, whole.qualifiers - {"segment"}, True), frozenset(), divisor, period
            )
        wholes = wholes or self._added(whole, period)
        both = "adjusted" in narrowed and whole.key != "revenue"
        if both:
            adjusted = Measure(whole.key, narrowed, True)
            wholes = self.index.figures(adjusted, frozenset(), divisor, period) or [(o, "likely") for o, _ in wholes]
        elif "adjusted" not in narrowed and self.index.has_adjusted(part.key) and not _GAAP.search(claim.subject):
            # "margin" may mean the adjusted one where both are printed: only what neither gives is contradicted
            other = Measure(part.key, narrowed | {"adjusted"}, True)
            adjusted_parts = self.index.figures(other, claim.foreign, "money", period)
            parts = (parts if adjusted_parts else [(o, "likely") for o, _ in parts]) + adjusted_parts
        factor = 100 if entry.unit == "percent" else 1
        unit = "percent" if entry.unit == "percent" else claim.quantity.unit
        return self._of_sales(part, whole, claim, period) + [
            (o, max(s, t, key=WEAKNESS.__getitem__))
            for (a, s), (b, t) in paired(parts, wholes)
            if (o := divided(a, b, factor, unit)) is not None
        ]

    def _of_sales(self, part: Measure, whole: Measure, claim: Claim, period: Period) -> Found:
        """The margin that a column "% of sales" prints beside the result itself."""
        if whole.key != _REVENUE.key:
            return []
        found = self.index.figures(part, claim.foreign, "percent", period)
        return [(o, s) for o, s in found if o.facts[0].kind == "percent-of"]

    def total(self, claim: Claim, period: Period) -> Found:
        """A measure that no row states but that others add up to."""
        assert claim.measure is not None
        return [] if claim.foreign else self._added(claim.measure, period)

    def _added(self, measure: Measure, period: Period) -> Found:
        entry = self.vocabulary.entry(measure.key)
        if entry is None or not entry.sum or measure.qualifiers:
            return []
        parts = (Measure(key, frozenset(), True) for key in entry.sum)
        columns = [self._alone(part, period)[:2] for part in parts]
        groups: list[tuple[tuple[Operand, Strength], ...]] = list(product(*columns)) if all(columns) else []
        for key in entry.perhaps if groups else ():
            further = self.index.figures(Measure(key, frozenset(), True), frozenset(), "money", period)[:2]
            groups += [(*group, other) for group, other in product(groups, further)]
        beside = [g for g in groups if len({column_of(o) for o, _ in g}) == 1]
        return [(combined([o for o, _ in group], (1,) * len(group)), "likely") for group in beside or groups]

    def _alone(self, measure: Measure, period: Period) -> Found:
        """The figures of a measure by itself, or under the name that some give it."""
        found = self.index.figures(measure, frozenset(), "money", period)
        return found or self._added(measure, period) or self._named_otherwise(measure, frozenset(), period)

    def _rate(self, claim: Claim, period: Period) -> Found:
        """A yield or cost as the rate that is printed beside the balance that earns or bears it."""
        assert claim.measure is not None
        entry = self.vocabulary.entry(claim.measure.key)
        if entry is None or not entry.rate_of:
            return []
        balance = Measure(entry.rate_of, claim.measure.qualifiers - {"average"}, True)
        return self.index.figures(balance, claim.foreign - {"average"}, "percent", period)

    def _named_otherwise(self, measure: Measure, foreign: frozenset[str], period: Period) -> Found:
        """A measure that no row states, under the name that other kinds of company give it."""
        entry = self.vocabulary.entry(measure.key)
        for key in entry.instead if entry is not None else ():
            other = Measure(key, measure.qualifiers, True)
            found = self.index.figures(other, foreign, "money", period)
            if found:
                return [(o, "likely") for o, _ in found]
        return []

    def _kinds(self, claim: Claim, period: Period) -> Found:
        """What the few rows of a column add up to that begin with the name of a measure and say which kinds of it they are:
        "Interest expense, floor plan" and "Interest expense – other"."""
        assert claim.measure is not None
        if claim.measure.qualifiers or not claim.measure.known:
            return []
        kind = re.compile(rf"\W*{re.escape(claim.subject)}\s*(?:[,:–—-]|\bon\b)", re.I)
        columns: dict[tuple[str, int], list[Operand]] = defaultdict(list)
        for m in self.index.matches_of_key(claim.measure.key, period):
            if kind.match(m.label) and m.quantity.unit == claim.quantity.unit:
                columns[m.table, m.column].append(Operand(m.quantity, (m,)))
        groups = [rows for rows in columns.values() if len(rows) in _FEW]
        return [(combined(rows, (1,) * len(rows)), "likely") for rows in groups]

    def difference(self, claim: Claim, period: Period) -> Found:
        """The claim's measure as the difference of two others."""
        assert claim.measure is not None
        return self._less(claim.measure, claim, period)

    def _less(self, measure: Measure, claim: Claim, period: Period) -> Found:
        """A measure as the difference of two others: free cash flow, gross profit where no row states it."""
        entry = self.vocabulary.entry(measure.key)
        if entry is None or entry.difference is None:
            return []
        terms = (Measure(k, measure.qualifiers, True) for k in entry.difference)
        left, right = (self.index.figures(t, claim.foreign, "money", period) or self._added(t, period) for t in terms)
        found = paired(left, right)
        alone = len({b.quantity.magnitude() for _, (b, _) in found}) == 1
        told = measure.key in self._defined and alone  # the release says what it takes off
        return [
            (
                combined((a, b), (1, 1 if b.quantity.value < 0 else -1)),
                "sure" if told and s == t == "sure" else "likely",
            )
            for (a, s), (b, t) in found
        ]
