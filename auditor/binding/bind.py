"""A claim finds the figures that it may rest on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import product

from auditor.binding.ambiguity import changes_together, settled, together
from auditor.binding.earlier import Earlier
from auditor.binding.elsewhere import Elsewhere
from auditor.binding.index import FactIndex, same_label, unit_class
from auditor.binding.rows import Rows
from auditor.model.binding import Binding, Candidate, Operand, Strength
from auditor.model.calendar import FiscalCalendar
from auditor.model.claim import Claim
from auditor.model.fact import Fact, Measure
from auditor.model.movement import Movement
from auditor.model.period import Period, months_ended
from auditor.model.quantity import Quantity
from auditor.model.source import Document
from auditor.vocabulary import PER_SHARE_KEYS, Vocabulary
from auditor.vocabulary.words import content_words

_WEAKNESS = {"sure": 0, "likely": 1, "weak": 2}
_LIMIT = 40
_QUARTER, _YEAR = 3, 12  # months
_ONE_CHANGE = 3  # claims of a sentence that says nothing but what a figure was, is, and by how much it changed
_SIDES_AND_BASES = frozenset(("diluted", "basic", "adjusted", "continuing", "discontinued", "average"))
_TOTAL = re.compile(r"\btotal\b", re.I)
_BALANCES = ("asset", "liability", "equity")
_FLOWING = ("income", "expense", "result", "flow")
Found = list[tuple[Operand, Strength]]


def bind(
    document: Document,
    claims: Sequence[Claim],
    facts: Iterable[Fact],
    vocabulary: Vocabulary,
    calendar: FiscalCalendar,
    movements: Sequence[Movement] = (),
    published: Sequence[Fact] = (),
) -> Mapping[str, Binding]:
    """The binding of each claim, by its id. `published` are figures of other documents: they may support what the
    document's own figures do not surely speak of, and never contradict it."""
    facts = tuple(facts)
    rows = Rows(document, claims, facts, vocabulary)
    binder = _Binder(document, claims, FactIndex(facts, vocabulary, calendar), rows, vocabulary, calendar)
    found = {c.id: binder.binding(c) for c in claims} | {m.id: binder.movement(m) for m in movements}
    if published:
        index = FactIndex([*facts, *published], vocabulary, calendar)
        sure = _Binder(document, claims, index, rows, vocabulary, calendar, guessing=False)
        guess = _Binder(document, claims, index, rows, vocabulary, calendar)
        earlier = Earlier(published, guess.elsewhere, calendar.reported)
        for c in claims:
            found[c.id] = _widened(found[c.id], sure.binding(c), guess.binding(c), () if c.outlook else earlier.of(c))
    return found


def _widened(own: Binding, wider: Binding, guessed: Binding, stated: Sequence[Candidate]) -> Binding:
    """A binding with what the figures of other documents add to it: those of the claim's own periods, and where the
    document itself has the later figure, an earlier one that it may be compared with. What their prose says is the last
    of it."""
    if any(c.strength == "sure" for c in own.candidates):
        return own
    more = [c for c in wider.candidates if _foreign(c.operands.values())]
    for c in guessed.candidates:
        if "before" in c.operands and _foreign([c.operands["before"]]) and not _foreign([c.operands["now"]]):
            more.append(c)
    capped = [replace(c, strength="likely" if c.strength == "sure" else c.strength) for c in more]
    return replace(own, candidates=(*own.candidates, *capped, *stated)[:_LIMIT])


def _foreign(operands: Iterable[Operand]) -> bool:
    return any(fact.document for operand in operands for fact in operand.facts)


class _Binder:
    def __init__(
        self,
        document: Document,
        claims: Sequence[Claim],
        index: FactIndex,
        rows: Rows,
        vocabulary: Vocabulary,
        calendar: FiscalCalendar,
        guessing: bool = True,
    ) -> None:
        self.claims, self.index, self.vocabulary, self.calendar = claims, index, vocabulary, calendar
        self.guessing = guessing  # a sentence that names no period may mean another than the usual one
        self.elsewhere, self.rows = Elsewhere(document, claims), rows
        self.by_sentence: dict[int, list[Claim]] = {}
        self._known: dict[tuple[object, ...], Found] = {}
        self._meant: dict[tuple[object, ...], list[Period]] = {}
        for c in claims:
            self.by_sentence.setdefault(c.sentence.start, []).append(c)

    def binding(self, claim: Claim) -> Binding:
        if claim.outlook:
            return Binding(claim.id, (), "it speaks of the future")
        if claim.measure is None:
            beside = (
                self._from_sentence(claim, ()) + self.elsewhere.of(claim) + self.rows.of(claim, self._periods(claim))
            )
            return Binding(claim.id, beside, "no measure of the tables is named")
        if claim.kind in ("change", "change-percent", "change-points"):
            found = self._changes(claim)
        elif claim.kind == "share-of":
            found = self._shares(claim)
        else:
            found = self._levels(claim)
        if not any(c.strength == "sure" for c in found):
            found += (
                self._from_sentence(claim, found) + self.elsewhere.of(claim) + self.rows.of(claim, self._periods(claim))
            )
        reason = "" if any(c.strength == "sure" for c in found) else self._reason(claim)
        return Binding(claim.id, tuple(found[:_LIMIT]), reason)

    def movement(self, moved: Movement) -> Binding:
        """The figures before and after: sure where the paragraph names the base, or the year-ago and the preceding
        period both stand in the tables; and where all the bases there are tell the same."""
        if moved.measure is None or moved.period is None:
            return Binding(moved.id, (), "no measure of the tables is named")
        period = moved.period
        bases = [moved.base] if moved.base else []
        bases += [self.calendar.year_before(period), self.calendar.before(period)]
        now = self._surely(moved, period)
        before = [self._surely(moved, base) for base in bases]
        if now is None or before[0] is None:
            return Binding(moved.id, (), f"no table gives {moved.subject} of both periods")
        turns = {abs(now.quantity.value) > abs(b.quantity.value) for b in before if b is not None}
        known = moved.base is not None or None not in before
        strength: Strength = "sure" if len(turns) == 1 and known else "likely"
        return Binding(moved.id, (Candidate({"now": now, "before": before[0]}, strength),))

    def _surely(self, moved: Movement, period: Period) -> Operand | None:
        """The one sure figure of a movement's measure in a period."""
        assert moved.measure is not None
        entry = self.vocabulary.entry(moved.measure.key)
        unit = "percent" if entry is not None and entry.unit == "percent" else "USD"
        nothing = Quantity.exact(Decimal(0), unit)
        said = Claim(moved.id, moved.span, moved.sentence, moved.quote, nothing, "level", moved.measure)
        sure = [o for o, s in self._values(said, period) if s == "sure"]
        alike = all(o.quantity.magnitude().meets(sure[0].quantity.magnitude()) for o in sure)
        return sure[0] if sure and alike else None

    # ------------------------------------------------------------------ kinds of claim
    def _levels(self, claim: Claim) -> list[Candidate]:
        out: list[Candidate] = []
        rank = 0
        for k, period in enumerate(self._periods(claim)):
            values = _literally(claim, self._values(claim, period))
            for operand, strength in values:
                before = self._before(claim, period, operand) if k == 0 else {}
                strength = self._of_whole(claim, operand, strength)
                out.append(Candidate({"now": operand} | before, _weaker(strength, claim, rank)))
            # what is compared with has the first period of which there is a sure figure; other numbers the first of all
            rank += any(s == "sure" for _, s in values) or not _undated(claim)
        out = settled(out) + together(out)
        if claim.also:
            out += [Candidate({"now": o}, "likely", "the sum of the measures named") for o in self._sums(claim)]
        return out

    def _of_whole(self, claim: Claim, operand: Operand, strength: Strength) -> Strength:
        """A total of a balance may be more than the row of its name: current deferred revenue is a part of all of it."""
        plain = len(operand.facts) == 1 and self._stands(claim)
        if strength == "sure" and plain and _TOTAL.match(claim.subject) and not _TOTAL.search(operand.facts[0].label):
            return "likely"
        return strength

    def _before(self, claim: Claim, period: Period, now: Operand) -> dict[str, Operand]:
        """The figure that a level is said to have risen or fallen from, where the sentence names its period."""
        beside = (
            c for c in self.by_sentence[claim.sentence.start] if c.role == "change" and c.measure == claim.measure
        )
        if claim.direction not in ("up", "down") or any(beside):
            return {}
        if claim.base is None:
            return self._said_before(claim)
        same = [
            o
            for o, _ in self._values(claim, self._bases(claim, period)[0])
            if _row(o) == _row(now) or _two_documents(o, now)
        ]
        return {"before": same[0]} if same else {}

    def _said_before(self, claim: Claim) -> dict[str, Operand]:
        """The figure from which the sentence itself says that a level has moved: "rose to $62.8 million from $58.4 million"."""
        told = self.by_sentence[claim.sentence.start]
        mine = [c for c in told if c.group == claim.group]
        theirs = [c for c in told if c.group == claim.group + 1]
        after = next((b for a, b in zip(mine, theirs, strict=False) if a.id == claim.id), None)
        if after is None or after.role != "base" or after.measure != claim.measure or after.negative != claim.negative:
            return {}
        if after.quantity.unit != claim.quantity.unit or after.kind != claim.kind:
            return {}
        return {"before": Operand(after.quantity, (), f"{_squeezed(after.quote)} in the sentence")}

    def _changes(self, claim: Claim) -> list[Candidate]:
        out: list[Candidate] = []
        later: list[Candidate] = []  # of another period or base than the first
        for k, now in enumerate(self._periods(claim)):
            compared = False
            for base in self._bases(claim, now):
                rank = k + (compared and claim.base is None)
                before = _by_row(self._values(claim, base, changed=True))
                compared = compared or bool(before) or claim.dated
                for a, s in self._values(claim, now, changed=True):
                    across = _across_documents(a, before) if self.index.several else []
                    for b, t in _same_row_first(a, before.get(_row(a), [])) + across:
                        row = max(s, t, key=_WEAKNESS.__getitem__)
                        found = Candidate({"now": a, "before": b}, _weaker(row, claim, rank))
                        (later if rank else out).append(found)
        # where a row is surely meant, no other row of another period is
        sure = {_row(c.operands["now"]) for c in settled(out) if c.strength == "sure"}
        out += [c for c in later if not sure or _row(c.operands["now"]) in sure]
        return settled(out) + changes_together(out) + self._stated(claim)

    def _stated(self, claim: Claim) -> list[Candidate]:
        """Changes that a column of the tables states itself, and percentages that are a measure's own figure."""
        assert claim.measure is not None
        wanted = {
            "change": ("change",),
            "change-percent": ("percent-change",),
            "change-points": ("points-change", "change"),
        }[claim.kind]
        unit = unit_class(claim.quantity.unit)
        periods = self._periods(claim)
        out = []
        for m in self.index.matches(claim.measure, claim.foreign, unit):
            level = claim.kind == "change-percent" and m.fact.kind in ("amount", "rate")
            rank = next((k for k, p in enumerate(periods) if m.fact.period is not None and m.fact.period.same(p)), None)
            if (m.fact.kind in wanted or level) and rank is not None:
                if claim.base is None or m.fact.base is None or m.fact.base.same(claim.base):
                    sure = (
                        m.strength == "sure"
                        and not level
                        and not (claim.carried or claim.doubt)
                        and claim.kind == "change-percent"
                        and not rank
                    )
                    out.append(Candidate({"stated": Operand(m.fact.quantity, (m.fact,))}, "sure" if sure else "likely"))
        return out

    def _shares(self, claim: Claim) -> list[Candidate]:
        out: list[Candidate] = []
        assert claim.measure is not None and claim.whole is not None
        for k, period in enumerate(self._periods(claim)):
            wholes = self._wholes(claim, period)
            parts = self.index.figures(claim.measure, claim.foreign, "money", period)
            for part, strength in parts or self._difference(claim, period):
                out += [
                    Candidate(
                        {"part": part, "whole": w}, _weaker(max(strength, t, key=_WEAKNESS.__getitem__), claim, k)
                    )
                    for w, t in wholes
                ]
        for k, period in enumerate(self._periods(claim)):
            printed = self.index.printed_share(claim.measure, claim.whole, period)
            out += [Candidate({"stated": o}, _weaker("sure", claim, k)) for o in printed]
            out += [Candidate({"stated": o}, "likely") for o, _ in self._values(claim, period)]
        return out

    def _wholes(self, claim: Claim, period: Period) -> Found:
        """What a share is of: of a segment's own revenue first where the claim speaks of a segment."""
        assert claim.measure is not None and claim.whole is not None
        plain = self.index.figures(claim.whole, frozenset(), "money", period)
        narrowed = claim.measure.qualifiers - claim.whole.qualifiers - {"adjusted"}
        if not narrowed:
            return plain
        own = Measure(claim.whole.key, claim.whole.qualifiers | narrowed, claim.whole.known)
        found = self.index.figures(own, frozenset(), "money", period)
        return found + [(o, "likely" if found else s) for o, s in plain]

    # ------------------------------------------------------------------ values
    def _values(self, claim: Claim, period: Period, changed: bool = False) -> Found:
        """The figures of the claim's measure in a period; for a change, in the unit that changes."""
        key = (claim.measure, claim.foreign, claim.quantity.unit, claim.kind, period, changed)
        if key not in self._known:
            self._known[key] = self._found(claim, period, changed)
        return self._known[key]

    def _found(self, claim: Claim, period: Period, changed: bool) -> Found:
        assert claim.measure is not None
        for unit in self._units(claim, changed):
            found = self.index.figures(claim.measure, claim.foreign, unit, period)
            if unit == "percent":
                found += self._ratio(claim, period) or ([] if found else self._rate(claim, period))
            if not found and unit == "per-share":
                found = self._ratio(claim, period)
            if not found and unit == "money":
                found = self._difference(claim, period) or self._total(claim, period) or self._instead(claim, period)
            if found:
                return found
        return []

    def _units(self, claim: Claim, changed: bool) -> tuple[str, ...]:
        own = unit_class(claim.quantity.unit)
        if not changed or claim.kind == "change":
            return (own,)
        if claim.kind == "change-points":
            return ("percent",)
        assert claim.measure is not None
        entry = self.vocabulary.entry(claim.measure.key)
        preferred = {"per-share": "per-share", "shares": "shares"}.get(entry.unit if entry else "", "money")
        return (preferred, "count") if preferred == "money" else (preferred, "money")

    def _ratio(self, claim: Claim, period: Period) -> Found:
        """A margin or rate from its two measures, in per cent."""
        assert claim.measure is not None
        entry = self.vocabulary.entry(claim.measure.key)
        if entry is None or entry.ratio is None:
            return []
        narrowed = claim.measure.qualifiers
        part, whole = Measure(entry.ratio[0], narrowed, True), Measure(entry.ratio[1], narrowed - {"adjusted"}, True)
        divisor = "shares" if entry.unit == "per-share" else "money"
        parts = self.index.figures(part, claim.foreign, "money", period) or self._less(part, claim, period)
        parts = parts or self._named_otherwise(part, claim.foreign, period)
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
        elif "adjusted" not in narrowed and self.index.has_adjusted(part.key):
            # "margin" may mean the adjusted one where both are printed: only what neither gives is contradicted
            other = Measure(part.key, narrowed | {"adjusted"}, True)
            adjusted_parts = self.index.figures(other, claim.foreign, "money", period)
            parts = (parts if adjusted_parts else [(o, "likely") for o, _ in parts]) + adjusted_parts
        factor = 100 if entry.unit == "percent" else 1
        unit = "percent" if entry.unit == "percent" else claim.quantity.unit
        return [
            (o, max(s, t, key=_WEAKNESS.__getitem__))
            for (a, s), (b, t) in _paired(parts, wholes)
            if (o := _divided(a, b, factor, unit)) is not None
        ]

    def _total(self, claim: Claim, period: Period) -> Found:
        """A measure that no row states but that others add up to."""
        assert claim.measure is not None
        return [] if claim.foreign else self._added(claim.measure, period)

    def _added(self, measure: Measure, period: Period) -> Found:
        entry = self.vocabulary.entry(measure.key)
        if entry is None or not entry.sum or measure.qualifiers:
            return []
        columns = [
            self.index.figures(Measure(k, frozenset(), True), frozenset(), "money", period)[:2] for k in entry.sum
        ]
        groups = list(product(*columns)) if all(columns) else []
        beside = [g for g in groups if len({_column(o) for o, _ in g}) == 1]
        return [(_combined([o for o, _ in group], (1,) * len(group)), "likely") for group in beside or groups]

    def _rate(self, claim: Claim, period: Period) -> Found:
        """A yield or cost as the rate that is printed beside the balance that earns or bears it."""
        assert claim.measure is not None
        entry = self.vocabulary.entry(claim.measure.key)
        if entry is None or not entry.rate_of:
            return []
        balance = Measure(entry.rate_of, claim.measure.qualifiers - {"average"}, True)
        return self.index.figures(balance, claim.foreign - {"average"}, "percent", period)

    def _instead(self, claim: Claim, period: Period) -> Found:
        """A measure that no row states, under the name that other kinds of company give it."""
        assert claim.measure is not None
        return self._named_otherwise(claim.measure, claim.foreign, period)

    def _named_otherwise(self, measure: Measure, foreign: frozenset[str], period: Period) -> Found:
        entry = self.vocabulary.entry(measure.key)
        for key in entry.instead if entry is not None else ():
            other = Measure(key, measure.qualifiers, True)
            found = self.index.figures(other, foreign, "money", period)
            if found:
                return [(o, "likely") for o, _ in found]
        return []

    def _difference(self, claim: Claim, period: Period) -> Found:
        assert claim.measure is not None
        return self._less(claim.measure, claim, period)

    def _less(self, measure: Measure, claim: Claim, period: Period) -> Found:
        """A measure as the difference of two others: free cash flow, gross profit where no row states it."""
        entry = self.vocabulary.entry(measure.key)
        if entry is None or entry.difference is None:
            return []
        left, right = (
            self.index.figures(Measure(k, measure.qualifiers, True), claim.foreign, "money", period)
            for k in entry.difference
        )
        return [
            (_combined((a, b), (1, 1 if b.quantity.value < 0 else -1)), "likely")
            for (a, _), (b, _) in _paired(left, right)
        ]

    def _sums(self, claim: Claim) -> list[Operand]:
        """One number for several measures named together."""
        assert claim.measure is not None
        out: list[Operand] = []
        unit = unit_class(claim.quantity.unit)
        for period in self._periods(claim):
            columns = [
                [o for o, s in self.index.figures(m, claim.foreign, unit, period) if s == "sure"]
                for m in (*claim.also, claim.measure)
            ]
            if all(columns) and len(columns) < 6:
                out += [_combined(group, (1,) * len(group)) for group in product(*(c[:3] for c in columns))]
        return out

    # ------------------------------------------------------------------ periods
    def _periods(self, claim: Claim) -> list[Period]:
        """The claim's period first; where the sentence names none, the other periods that it may mean."""
        key = (claim.period, claim.dated, claim.role == "base", claim.measure, claim.foreign, claim.quantity.unit)
        if key not in self._meant:
            self._meant[key] = self._periods_meant(claim)
        return self._meant[key]

    def _periods_meant(self, claim: Claim) -> list[Period]:
        calendar, reported = self.calendar, self.calendar.reported
        first = [claim.period] if claim.period else []
        if not self.guessing:
            return first
        if claim.dated and claim.period is not None:
            if claim.period.instant:
                return [*first, months_ended(claim.period.end, 3), months_ended(claim.period.end, 12)]
            if self._quarter_of(claim):
                return [*first, months_ended(claim.period.end, 3)]
            return first if self._flows(claim) else [*first, claim.period.at_end()]
        name, q = calendar.fiscal_year_of(reported.end), calendar.quarter_of(reported.end)
        if _undated(claim):
            now = [reported, calendar.to_date(name, q)]
            extra = [calendar.year_before(p) for p in now] + [calendar.before(reported), calendar.year(name - 1)]
        else:
            extra = [reported, calendar.to_date(name, q), calendar.year(name)]
        if first and self._within_reported(claim, first[0]):
            first = [reported, *first]
        every = first + extra
        if self._flows(claim):
            return _unique(every)
        ends = [p.at_end() for p in every]
        return _unique(ends + every if _undated(claim) and self._stands(claim) else every + ends)

    def _quarter_of(self, claim: Claim) -> bool:
        """Whether the year with which a fourth quarter is compared may mean its own: "$264 million, compared with $259 million
        in 2015"."""
        compared = claim.role == "base" and claim.period is not None and claim.period.months == _YEAR
        return compared and self.calendar.reported.months == _QUARTER

    def _within_reported(self, claim: Claim, period: Period) -> bool:
        """Whether a date that the text spoke of before stands for the period that ends on it: no table gives the measure
        at the date itself."""
        if claim.measure is None or not period.instant or self._stands(claim):
            return False
        if not self.calendar.reported.ends_with(period):
            return False
        at_date = self.index.figures(claim.measure, claim.foreign, unit_class(claim.quantity.unit), period)
        return not any(s == "sure" for _, s in at_date)

    def _stands(self, claim: Claim) -> bool:
        """Whether a measure is a balance."""
        entry = self.vocabulary.entry(claim.measure.key) if claim.measure else None
        return entry is not None and entry.nature in _BALANCES

    def _flows(self, claim: Claim) -> bool:
        """Whether a measure belongs to a length of time, and no balance at its end can be meant."""
        entry = self.vocabulary.entry(claim.measure.key) if claim.measure else None
        return entry is not None and (entry.nature in _FLOWING or entry.key == "eps")

    def _bases(self, claim: Claim, now: Period) -> list[Period]:
        if claim.base is not None and unit_class(claim.quantity.unit) == "count":
            base = claim.base.at_end() if now.instant else claim.base
            return _unique([base, self.calendar.before(now), self.calendar.year_before(now)])
        if claim.base is not None:
            if now.instant:
                return [claim.base.at_end()]
            return [claim.base if claim.base.months == now.months else self.calendar.year_before(now)]
        calendar = self.calendar
        found = [calendar.year_before(now), calendar.before(now)]
        if now.instant:
            name = calendar.fiscal_year_of(now.end)
            found += [calendar.year(name - 1).at_end()]
        return _unique(found)

    # ------------------------------------------------------------------ the sentence as evidence
    def _from_sentence(self, claim: Claim, found: Iterable[Candidate]) -> tuple[Candidate, ...]:
        """A change beside the two figures it lies between, all stated by the sentence itself."""
        if claim.kind not in ("change", "change-percent"):
            return ()
        levels = [c for c in self._comparable(claim) if c.role == "current" and _narrowing(c) == _narrowing(claim)]
        bases = [c for c in self._comparable(claim) if c.role == "base"]
        known = any(c.strength != "weak" for c in found)
        alone = len(levels) == 1 and len(bases) == 1 and not known
        alone = alone and (claim.measure is not None or len(self.by_sentence[claim.sentence.start]) == _ONE_CHANGE)
        out = []
        for a in levels:
            for b in bases:
                if claim.base and b.period and not b.period.same(claim.base):
                    continue
                if a.quantity.unit == b.quantity.unit and (
                    claim.kind == "change-percent" or a.quantity.unit == claim.quantity.unit
                ):
                    operands = {
                        "now": Operand(a.quantity, (), f"{_squeezed(a.quote)} in the sentence"),
                        "before": Operand(b.quantity, (), f"{_squeezed(b.quote)} in the sentence"),
                    }
                    out.append(Candidate(operands, "sure" if alone else "likely", "the sentence's own figures"))
        return tuple(out)

    def _comparable(self, claim: Claim) -> list[Claim]:
        """The levels of the claim's own measure in its sentence; a base may name the measure more shortly."""
        key = _spoken_key(claim)
        return [
            c for c in self.by_sentence[claim.sentence.start]
            if c.id != claim.id and c.kind in ("level", "per-share", "count") and _spoken_key(c) == key
        ]  # fmt: skip

    def _reason(self, claim: Claim) -> str:
        assert claim.measure is not None
        if claim.foreign:
            return f"no table gives {_spoken(claim)}"
        matches = self.index.matches(claim.measure, claim.foreign, unit_class(claim.quantity.unit))
        if not matches:
            return f"no table gives {_spoken(claim)}"
        if claim.doubt:
            return f"not surely {_spoken(claim)}: {claim.doubt}"
        return f"no figure of {_spoken(claim)} for {claim.period}" if claim.period else "the period is not named"


def _literally(claim: Claim, found: Found) -> Found:
    """The figures with those unsure beside which the same table has a row of just the name that the sentence says: "total
    loans" are no "Net loans"."""
    said = content_words(claim.subject)
    rows = [o.facts[0] for o, _ in found if len(o.facts) == 1]
    literal = {f.id for f in rows if len(said) > 1 and content_words(f.label) == said}
    tables = {f.table for f in rows if f.id in literal}
    return [
        (
            o,
            "likely"
            if s == "sure" and len(o.facts) == 1 and o.facts[0].table in tables and o.facts[0].id not in literal
            else s,
        )
        for o, s in found
    ]


def _spoken(claim: Claim) -> str:
    """The measure in the sentence's words; in its own where the text around it gives it to a segment."""
    if not claim.subject or claim.measure is None:
        return str(claim.measure)
    plain = claim.measure.qualifiers <= _SIDES_AND_BASES
    said = plain or claim.measure.qualifiers & frozenset(content_words(claim.subject)) or not claim.measure.known
    return claim.subject if said else str(claim.measure)


def _undated(claim: Claim) -> bool:
    """Whether a number is compared with, and the sentence does not say of when it is."""
    return claim.role == "base" and claim.period is None


def _narrowing(claim: Claim) -> frozenset[str]:
    return claim.measure.qualifiers - {"diluted", "basic"} if claim.measure else frozenset()


def _spoken_key(claim: Claim) -> str | None:
    """The measure as a sentence speaks of it: a result and the result by the share are one ("book value")."""
    if claim.measure is None:
        return None
    return PER_SHARE_KEYS.get(claim.measure.key, (claim.measure.key, ()))[0]


def _weaker(strength: Strength, claim: Claim, rank: int) -> Strength:
    added = claim.kind == "change" and unit_class(claim.quantity.unit) == "count"  # in the quarter, or in the year
    if strength == "sure" and (rank > 0 or claim.carried or claim.doubt or added):
        return "likely"
    return strength


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def _row(operand: Operand) -> tuple[str, str, frozenset[str]]:
    """The row that a figure stands in, and what its column says of it beside the period (adjusted, a segment)."""
    first = operand.facts[0] if operand.facts else None
    return (first.table, first.label, first.qualifiers) if first else ("", "", frozenset())


def _by_row(found: Found) -> dict[tuple[str, str, frozenset[str]], Found]:
    rows: dict[tuple[str, str, frozenset[str]], Found] = {}
    for operand, strength in found:
        rows.setdefault(_row(operand), []).append((operand, strength))
    return rows


def _same_row_first(left: Operand, found: Found) -> Found:
    """The figures of the very row of another, where there are any; else those of the rows of its name in its table, as
    where a table prints one period below the other."""
    row = left.facts[0].row if left.facts else 0
    return [(o, s) for o, s in found if o.facts and o.facts[0].row == row] or found


def _beside(left: Operand, rights: Found) -> Found:
    """What a figure may be computed with: the figures of its own column where there are such, of its own table, or else
    one of each value: that a document prints a figure in several tables makes no new results."""
    column = [(o, s) for o, s in rights if _column(o) == _column(left)]
    table = [(o, s) for o, s in rights if _column(o)[0] == _column(left)[0]]
    return column or table or list({o.quantity.value: (o, s) for o, s in reversed(rights)}.values())[::-1]


def _across_documents(a: Operand, before: Mapping[tuple[str, str, frozenset[str]], Found]) -> Found:
    """The figures that stand in a row of the same label in another document."""
    return [(b, s) for found in before.values() for b, s in found if _two_documents(a, b)]


def _two_documents(a: Operand, b: Operand) -> bool:
    if not a.facts or not b.facts or a.facts[0].document == b.facts[0].document:
        return False
    return same_label(a.facts[0], b.facts[0])


def _unique(periods: Iterable[Period]) -> list[Period]:
    out: list[Period] = []
    for p in periods:
        if not any(p.same(o) and p.instant == o.instant for o in out):
            out.append(p)
    return out


def _paired(lefts: Found, rights: Found) -> list[tuple[tuple[Operand, Strength], tuple[Operand, Strength]]]:
    return [(left, right) for left in lefts for right in _beside(left[0], rights)]


def _column(operand: Operand) -> tuple[str, int]:
    return (operand.facts[0].table, operand.facts[0].column) if operand.facts else ("", 0)


def _divided(a: Operand, b: Operand, factor: int, unit: str) -> Operand | None:
    p, w = a.quantity.magnitude(), b.quantity.magnitude()
    if not w.value or p.low is None or p.high is None or w.low is None or w.high is None or w.low <= 0:
        return None
    text = f"{_grouped(a)} / {_grouped(b)}"
    quotient = Quantity(p.value / w.value * factor, p.low / w.high * factor, p.high / w.low * factor, unit)
    turned = (a.quantity.value < 0) != (b.quantity.value < 0)
    return Operand(quotient.negated() if turned else quotient, a.facts + b.facts, text)


def _combined(operands: Sequence[Operand], signs: Sequence[int]) -> Operand:
    value = sum(
        (o.quantity.value * s for o, s in zip(operands, signs, strict=True)), start=operands[0].quantity.value * 0
    )
    half = sum(((o.quantity.step / 2) for o in operands), start=operands[0].quantity.value * 0)
    text = _text(operands[0]) + "".join(
        f" {'+' if sign > 0 else '−'} {_text(o)}" for o, sign in zip(operands[1:], signs[1:], strict=True)
    )
    return Operand(
        Quantity(value, value - half, value + half, operands[0].quantity.unit),
        tuple(f for o in operands for f in o.facts),
        text,
    )


def _grouped(operand: Operand) -> str:
    text = _text(operand)
    return f"({text})" if " + " in text or " − " in text else text


def _text(operand: Operand) -> str:
    return operand.derivation or (operand.facts[0].text if operand.facts else str(operand.quantity.value))
