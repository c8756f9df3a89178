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
from auditor.binding.index import FactIndex, unit_class
from auditor.binding.meant import Periods, undated
from auditor.binding.operands import (
    WEAKNESS,
    Found,
    across_documents,
    by_row,
    combined,
    row_of,
    same_row_first,
    two_documents,
    weaker,
)
from auditor.binding.rows import Rows
from auditor.binding.values import Values
from auditor.model.binding import Binding, Candidate, Operand, Strength
from auditor.model.calendar import FiscalCalendar
from auditor.model.claim import Claim
from auditor.model.fact import Fact
from auditor.model.movement import Movement
from auditor.model.period import Period
from auditor.model.quantity import Quantity
from auditor.model.source import Document
from auditor.vocabulary import PER_SHARE_KEYS, Vocabulary
from auditor.vocabulary.words import content_words

_LIMIT = 40
_ONE_CHANGE = 3  # claims of a sentence that says nothing but what a figure was, is, and by how much it changed
_SIDES_AND_BASES = frozenset(("diluted", "basic", "adjusted", "continuing", "discontinued", "average"))
_WORDS_OF_TWO = 2
_MOST_SUMMED = 5  # measures named together
_STATED_IN = {
    "change": frozenset(("change",)),
    "change-percent": frozenset(("percent-change", "amount", "rate")),
    "change-points": frozenset(("points-change", "change")),
}
_PROFIT = re.compile(r"\b(?:income|earnings|profit)\b", re.I)
_TOTAL = re.compile(r"\btotal\b", re.I)


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
        self.values, self.periods = (
            Values(index, vocabulary, document.text),
            Periods(index, vocabulary, calendar, guessing),
        )
        self.elsewhere, self.rows = Elsewhere(document, claims), rows
        self.by_sentence: dict[int, list[Claim]] = {}
        for c in claims:
            self.by_sentence.setdefault(c.sentence.start, []).append(c)

    def binding(self, claim: Claim) -> Binding:
        if claim.outlook:
            return Binding(claim.id, (), "it speaks of the future")
        found = self._bound(claim)
        said = self._said_before(claim) if claim.direction in ("up", "down") else {}
        return replace(found, moved=Candidate({"now": _in_sentence(claim)} | said)) if said else found

    def _bound(self, claim: Claim) -> Binding:
        if claim.measure is None:
            beside = (
                self._from_sentence(claim, ())
                + self.elsewhere.of(claim)
                + self.rows.of(claim, self.periods.of(claim))
                + self._share_of_row(claim)
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
                self._from_sentence(claim, found)
                + self.elsewhere.of(claim)
                + self.rows.of(claim, self.periods.of(claim))
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
        sure = [o for o, s in self.values.of(said, period) if s == "sure"]
        alike = all(o.quantity.magnitude().meets(sure[0].quantity.magnitude()) for o in sure)
        return sure[0] if sure and alike else None

    # ------------------------------------------------------------------ kinds of claim
    def _levels(self, claim: Claim) -> list[Candidate]:
        out: list[Candidate] = []
        rank, told = 0, self._bases_told(claim)
        periods = self.periods.of(claim)
        if told:  # of these first: "for the nine months, sales were $62.8 million, compared to $58.4 million"
            periods = sorted(periods, key=lambda p: not any(p.same(base) for base in told))
        for k, period in enumerate(periods):
            elsewhen = bool(told) and not any(period.same(base) for base in told)
            values = self._of_own_row(claim, _literally(claim, self.values.of(claim, period)))
            if k and claim.negative:  # a loss is no profit of another period, whatever the digits
                values = [(o, s) for o, s in values if not _profit(o)]
            for operand, strength in values:
                before = self._before(claim, period, operand) if k == 0 else {}
                strength = self._of_whole(claim, operand, strength)
                out.append(Candidate({"now": operand} | before, weaker(strength, claim, rank + elsewhen)))
            # what is compared with has the first period of which there is a sure figure; other numbers the first of all
            rank += any(s == "sure" for _, s in values) or not undated(claim)
        out = settled(out) + together(out)
        if claim.also:
            out += [Candidate({"now": o}, "likely", "the sum of the measures named") for o in self._sums(claim)]
        return out

    def _of_own_row(self, claim: Claim, found: Found) -> Found:
        """The figures of a claim with those unsure beside which a row is called by the very words that their own lacks: "operating
        expenses" may be the row "Operating" under "Expenses", and no "Total expenses"."""
        said = content_words(claim.subject)
        if len(said) < _WORDS_OF_TWO or not found:
            return found
        out: list[tuple[Operand, Strength]] = []
        for o, strength in found:
            label = content_words(o.facts[0].label) if len(o.facts) == 1 else said
            rest = "-".join(w for w in said if w not in label)
            own = self.index.labelled(rest, o) if strength == "sure" and rest else []
            out += [(o, "likely" if own else strength), *((x, "likely") for x in own)]
        return out

    def _of_whole(self, claim: Claim, operand: Operand, strength: Strength) -> Strength:
        """A total of a balance may be more than the row of its name: current deferred revenue is a part of all of it."""
        plain = len(operand.facts) == 1 and self.periods.stands(claim)
        if strength == "sure" and plain and _TOTAL.match(claim.subject) and not _TOTAL.search(operand.facts[0].label):
            return "likely"
        return strength

    def _before(self, claim: Claim, period: Period, now: Operand) -> dict[str, Operand]:
        """The figure that a level is said to have risen or fallen from, where the sentence names its period."""
        if claim.direction not in ("up", "down"):
            return {}
        told = self.by_sentence[claim.sentence.start]
        if any(c.role == "change" and c.measure == claim.measure for c in told):
            return {}
        if claim.base is None:
            said = self._said_before(claim)  # both are spoken of as positive amounts, whatever the table's sign
            return {name: _signed(o, now) for name, o in said.items()}
        same = [
            o
            for o, _ in self.values.of(claim, self.periods.bases(claim, period)[0])
            if row_of(o) == row_of(now) or two_documents(o, now)
        ]
        return {"before": same[0]} if same else {}

    def _bases_told(self, claim: Claim) -> list[Period]:
        """The periods of which a figure is that another one, whose period the sentence names, is compared with: "for the nine
        months, sales rose to $62.8 million from $58.4 million" says nothing of a quarter."""
        if not undated(claim):
            return []
        told = self.by_sentence[claim.sentence.start]
        now = next((c for c in told if c.group == claim.group - 1 and c.role == "current"), None)
        if now is None or not now.dated or now.period is None or now.measure != claim.measure:
            return []
        return self.periods.bases(now, now.period)

    def _said_before(self, claim: Claim) -> dict[str, Operand]:
        """The figure from which the sentence itself says that a level has moved: "rose to $62.8 million from $58.4 million"."""
        told = self.by_sentence[claim.sentence.start]
        alike = [c for c in told if c.kind == claim.kind and c.quantity.unit == claim.quantity.unit]
        mine = [c for c in alike if c.group == claim.group]
        theirs = [c for c in alike if c.group == claim.group + 1]
        after = next((b for a, b in zip(mine, theirs, strict=False) if a.id == claim.id), None)
        if after is None or after.role != "base" or after.measure != claim.measure or after.negative != claim.negative:
            return {}
        return {"before": _in_sentence(after)}

    def _changes(self, claim: Claim) -> list[Candidate]:
        out: list[Candidate] = []
        later: list[Candidate] = []  # of another period or base than the first
        for k, now in enumerate(self.periods.of(claim)):
            compared = False
            for base in self.periods.bases(claim, now):
                rank = k + (compared and claim.base is None)
                before = by_row(self.values.of(claim, base, changed=True))
                compared = compared or bool(before) or claim.dated
                for a, s in self._of_own_row(claim, self.values.of(claim, now, changed=True)):
                    across = across_documents(a, before) if self.index.several else []
                    for b, t in same_row_first(a, before.get(row_of(a), [])) + across:
                        row = max(s, t, key=WEAKNESS.__getitem__)
                        found = Candidate({"now": a, "before": b}, weaker(row, claim, rank))
                        (later if rank else out).append(found)
        # where a row is surely meant, no other row of another period is
        sure = {row_of(c.operands["now"]) for c in settled(out) if c.strength == "sure"}
        later = [c for c in later if not sure or row_of(c.operands["now"]) in sure]
        out += self._of_level_beside(claim, out, later)
        every = settled(out) + changes_together(out) + self._stated(claim)
        summed = self._changes_of_sum(claim) if claim.also else []
        if not summed:
            return every
        return [replace(c, strength="likely") if c.strength == "sure" else c for c in every] + summed

    def _of_level_beside(self, claim: Claim, first: Sequence[Candidate], later: list[Candidate]) -> list[Candidate]:
        """The changes of other periods than the first, where the level that the sentence itself states is no figure of the
        first: "increased 7% to $612 million" is of the quarter whose figure that is, whatever nine months give."""
        told = [c.quantity for c in self._comparable(claim) if c.role == "current"]

        def states(found: Candidate) -> bool:
            now = found.operands["now"].quantity
            return any(q.unit == now.unit and q.magnitude().meets(now.magnitude()) for q in told)

        return [c for c in later if states(c)] if any(states(c) for c in first) else later

    def _stated(self, claim: Claim) -> list[Candidate]:
        """Changes that a column of the tables states itself, and percentages that are a measure's own figure."""
        assert claim.measure is not None
        wanted = _STATED_IN[claim.kind]
        unit = unit_class(claim.quantity.unit)
        periods = self.periods.of(claim)
        out = []
        for m in self.index.stating(claim.measure, claim.foreign, unit, wanted):
            level = m.fact.kind in ("amount", "rate")
            rank = next((k for k, p in enumerate(periods) if m.fact.period is not None and m.fact.period.same(p)), None)
            if rank is not None:
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
        for k, period in enumerate(self.periods.of(claim)):
            wholes = self.values.wholes(claim, period)
            parts = self.index.figures(claim.measure, claim.foreign, "money", period)
            for part, strength in self._of_own_row(claim, parts) or self.values.difference(claim, period):
                out += [
                    Candidate({"part": part, "whole": w}, weaker(max(strength, t, key=WEAKNESS.__getitem__), claim, k))
                    for w, t in wholes
                ]
        for k, period in enumerate(self.periods.of(claim)):
            printed = self.index.printed_share(claim.measure, claim.whole, period)
            out += [Candidate({"stated": o}, weaker("sure", claim, k)) for o in printed]
            out += [Candidate({"stated": o}, "likely") for o, _ in self.values.of(claim, period)]
        return out

    def _share_of_row(self, claim: Claim) -> tuple[Candidate, ...]:
        """The share of a row that only the amount beside the percentage names: "engineering expenses were $17.6 million, or
        12.8% of sales"."""
        if claim.kind != "share-of" or claim.whole is None:
            return ()
        out: list[Candidate] = []
        for other in self.by_sentence[claim.sentence.start]:
            if other.group != claim.group or other is claim:
                continue
            for found in self.rows.of(other, self.periods.of(other)):
                part = found.operands["now"]
                period = part.facts[0].period if part.facts else None
                wholes = self.index.figures(claim.whole, frozenset(), "money", period) if period else []
                out += [Candidate({"part": part, "whole": w}, "likely", found.note) for w, _ in wholes]
        return tuple(out)

    def _sums(self, claim: Claim) -> list[Operand]:
        """One number for several measures named together."""
        unit = unit_class(claim.quantity.unit)
        return [o for period in self.periods.of(claim) for o in self._sum_in(claim, unit, period)]

    def _sum_in(self, claim: Claim, unit: str, period: Period) -> list[Operand]:
        """What the measures that a claim names together add up to in a period."""
        columns = [
            [o for o, s in self.index.figures(m, claim.foreign, unit, period) if s == "sure"]
            for m in (*claim.also, claim.measure)
            if m is not None
        ]
        if not all(columns) or len(columns) > _MOST_SUMMED:
            return []
        return [combined(group, (1,) * len(group)) for group in product(*(c[:3] for c in columns))]

    def _changes_of_sum(self, claim: Claim) -> list[Candidate]:
        """A change of several measures named together: "direct premiums and escrow fees of $853 million, up 11%"."""
        return [
            Candidate({"now": a, "before": b}, "likely", "the sum of the measures named")
            for now in self.periods.of(claim)
            for base in self.periods.bases(claim, now)
            for a, b in product(self._sum_in(claim, "money", now)[:3], self._sum_in(claim, "money", base)[:3])
        ]

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
                        "now": _in_sentence(a),
                        "before": _in_sentence(b),
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
    if "attributable" in said:  # whosever it is called there, the row that says so is meant
        literal |= {f.id for f in rows if "attributable" in content_words(f.label)}
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


def _narrowing(claim: Claim) -> frozenset[str]:
    return claim.measure.qualifiers - {"diluted", "basic"} if claim.measure else frozenset()


def _spoken_key(claim: Claim) -> str | None:
    """The measure as a sentence speaks of it: a result and the result by the share are one ("book value")."""
    if claim.measure is None:
        return None
    return PER_SHARE_KEYS.get(claim.measure.key, (claim.measure.key, ()))[0]


def _profit(operand: Operand) -> bool:
    """Whether a figure is a profit in rows that print losses as such."""
    return operand.quantity.value > 0 and any(_PROFIT.search(f.label) for f in operand.facts)


def _signed(operand: Operand, like: Operand) -> Operand:
    """A figure with the sign of another."""
    return replace(operand, quantity=operand.quantity.negated()) if like.quantity.value < 0 else operand


def _in_sentence(claim: Claim) -> Operand:
    """The figure that a sentence itself states."""
    text = " ".join(claim.quote.split())
    return Operand(claim.quantity, (), f"{text} in the sentence", text)
