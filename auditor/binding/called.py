"""Rows that a sentence calls by their whole name, whatever measure was made of its words: "lease income of $0.3 million"
beside a row *Operating lease income*, "residential use rose 3.9 percent" beside one *Residential*.

Such a row gives the number, the change of its two figures, or, where the number is one slip away from its figure and
stands in no table, what the number should be.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from auditor.binding.index import unit_class
from auditor.binding.rows import LEVELS, WITH_ANOTHER, Rows, chance_hit, in_percent
from auditor.binding.volumes import counted_alike, fits, in_unit, printed
from auditor.claims.place import LIMIT
from auditor.model.binding import Candidate, Operand, Strength
from auditor.model.claim import CHANGES, Claim
from auditor.model.digits import kept, printed_in
from auditor.model.fact import Fact
from auditor.model.period import Period
from auditor.model.quantity import ZERO
from auditor.vocabulary.words import content_words

_ONE_WORD = 0.02  # chance up to which a number supports a row of one word
_WORDS = 0.2  # and of several
CALLED = "the row that the sentence calls by its whole name"
_SLIP = f"{CALLED}, of whose figure one slip makes the number"
_WITH_ANOTHER = re.compile(WITH_ANOTHER, re.I)  # "grew 9% with coverage of 1.4"
_INCLUDED = re.compile(r"\b(?:includ|consist|compris|contain|reflect|of\s+which)", re.I)


class Called:
    """The figures of rows that are called by all their words."""

    def __init__(self, text: str, rows: Rows) -> None:
        self._text = text
        self._rows = rows
        self._named_in: dict[tuple[str, Period | None], Mapping[frozenset[str], Sequence[Fact]]] = {}

    def of(self, claim: Claim) -> tuple[Candidate, ...]:
        """What the rows that a claim's words call give for it: the figure that it states, or should."""
        if claim.period is None or claim.outlook or claim.doubt == LIMIT or not claim.quantity.value:
            return ()
        if claim.kind in LEVELS:
            named = self._named(claim, unit_class(claim.quantity.unit))
            return tuple(self._levels(claim, named)) or self._slipped(claim, named)
        if claim.kind in CHANGES:
            return tuple(self._changes(claim))
        return ()

    def _levels(self, claim: Claim, named: Sequence[Fact]) -> Iterator[Candidate]:
        stated = in_percent(claim.quantity).magnitude()
        for fact in named:
            now = in_unit(claim, fact, self._text)
            if stated.meets(now.quantity.magnitude()) and self._tells(claim, fact):
                yield Candidate({"now": now}, "likely", CALLED)

    def _changes(self, claim: Claim) -> Iterator[Candidate]:
        """The changes of rows with a figure in the claim's period and in that which it is compared with."""
        assert claim.period is not None
        base = claim.base or claim.period.years_before()
        unit = unit_class(claim.quantity.unit) if claim.kind == "change" else ""
        named = _told_once(self._named(claim, unit))
        if not self._one_name(named):
            return  # one number for several segments is that of none
        for now in named:
            if now.kind != "amount" or claim.kind == "change-points" and now.quantity.unit != "percent":
                continue
            before = self._rows.before(now, base)
            if before is not None and self._tells(claim, now):
                yield _reading(now=now, before=before)

    def _one_name(self, named: Sequence[Fact]) -> bool:
        """Whether all rows have one name, or a part of it: "Sales" beside "Sales of pumps"."""
        names = {self._rows.called(f.label) for f in named}
        longest = max(names, key=len, default=frozenset[str]())
        return all(name <= longest for name in names)

    def _slipped(self, claim: Claim, named: Sequence[Fact]) -> tuple[Candidate, ...]:
        """The one figure that a slip made the number of; the more rows are called, the more digits it must have left. A name
        that says more than the row's is of a part of it."""
        names = len({self._rows.called(f.label) for f in named})
        subject = self._rows.called(claim.subject)
        telling = [f for f in named if subject <= self._rows.called(f.label) and names <= _telling(claim, f)]
        if len({f.label for f in telling}) != 1 or any(True for _ in self._rows.meeting(claim, None)):
            return ()
        return (_reading("sure", _SLIP, now=telling[0]),)

    def _named(self, claim: Claim, unit: str) -> Sequence[Fact]:
        """The figures of the claim's period in rows that its words call; of a part of what stands before it only those
        that stand behind it."""
        around = self._rows.behind(claim) if self._of_a_part(claim) else self._rows.around(claim)
        if claim.kind in CHANGES and (other := _WITH_ANOTHER.search(self._text, claim.span.end, claim.sentence.end)):
            around -= frozenset(content_words(self._text[other.start() : claim.sentence.end])) - self._rows.before_it(
                claim
            )
        rows = (rows for name, rows in self._of_period(unit, claim.period).items() if name <= around)
        called = [f for row in rows for f in row if _may_be(claim, f) and fits(claim, f, self._text)]
        return [f for f in called if self._rows.called(f.label) or counted_alike(claim, f, self._text)]

    def _of_period(self, unit: str, period: Period | None) -> Mapping[frozenset[str], Sequence[Fact]]:
        """The figures of a period by the words that call their rows."""
        if (unit, period) not in self._named_in:
            found: dict[frozenset[str], list[Fact]] = {}
            for fact in self._rows.figures(unit, period):
                if (words := self._rows.called(fact.label)) or printed(fact.label):
                    found.setdefault(words, []).append(fact)  # "Total (Boe/d)" is called by how it counts alone
            self._named_in[unit, period] = found
        return self._named_in[unit, period]

    def _tells(self, claim: Claim, fact: Fact) -> bool:
        several = len(self._rows.called(fact.label)) > 1
        return chance_hit(claim.quantity) <= (_WORDS if several else _ONE_WORD)

    def _of_a_part(self, claim: Claim) -> bool:
        """Whether a number may be of a part of what is named before it: "securities included $14 million"."""
        before = self._text[claim.sentence.start : claim.span.start]
        return bool(claim.doubt) or _INCLUDED.search(before) is not None


def _told_once(named: Sequence[Fact]) -> list[Fact]:
    """The figures of rows whose name stands once in a column: the "Combined ratio" of each segment is that of none."""
    times = Counter((f.table, f.column, f.label) for f in named)
    return [f for f in named if times[f.table, f.column, f.label] == 1]


def _reading(strength: Strength = "likely", note: str = CALLED, **operands: Fact) -> Candidate:
    return Candidate({name: Operand(f.quantity, (f,)) for name, f in operands.items()}, strength, note)


def _telling(claim: Claim, fact: Fact) -> int:
    """Of how many rows a slip tells the one that a number was copied from: two for every hundred that one of them would
    look like by chance; 0 where no slip does."""
    stated = printed_in(claim.quote)
    factor = abs(in_percent(claim.quantity).value) / stated if stated else ZERO
    same = kept(stated, abs(fact.quantity.value) / factor) if factor else 0
    return int(10**same) * 2 // 100


def _may_be(claim: Claim, fact: Fact) -> bool:
    """Whether nothing says that a row is of another measure than the one that a claim names."""
    if claim.measure is None or fact.measure is None or not (claim.measure.known and fact.measure.known):
        return True
    return claim.measure.key == fact.measure.key
