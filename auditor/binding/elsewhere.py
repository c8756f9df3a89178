"""The same fact in another sentence, which supports a claim that no table does."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from itertools import islice

from auditor.binding.said import Said
from auditor.claims.place import PLANNED
from auditor.model.binding import Candidate, Operand
from auditor.model.claim import Claim
from auditor.model.source import Document
from auditor.vocabulary.words import content_words

_WINDOW = 70  # characters on both sides whose words make two statements the same fact
_WHOLE = Decimal(100)  # per cent, as of many things
_TELLING = 100  # units of its last digit that a number has which two sentences do not share by chance
_ONE_DIGIT = 10
_NAMED = 3  # words that narrow a measure: narrowed by so many it is the same where it is named again
_SHORT = 15  # units of its last digit below which a number says little
_THOUSAND = 1000
_BOTH_TELL = (
    300  # units of their last digits that two numbers have together, which two sentences do not share by chance
)
_BOTH_NAME = 2  # words that both sentences have around the number
_MOST = 40  # statements of one number that are looked at
_BASES = frozenset(("basic", "diluted", "adjusted", "constant-currency", "organic"))
_COMMON = frozenset(
    "million billion thousand percent quarter year compared increase decrease was were approximately total "
    "first second third fourth ended".split()
)


class Elsewhere:
    """What other sentences state again."""

    def __init__(self, document: Document, said: Said) -> None:
        self._document, self._said = document, said
        self._by_value: dict[tuple[Decimal, str, str], list[Claim]] = defaultdict(list)
        for c in said.claims:
            self._by_value[_value(c)].append(c)
        self._around: dict[str, frozenset[str]] = {}

    def of(self, claim: Claim, given: bool = False) -> tuple[Candidate, ...]:
        """The same fact in another sentence, by its words or by a second number that stands beside it there too."""
        found = self._by_words(claim, given)
        beside = self._beside_another(claim) if not found else None
        return found if beside is None else (self._again(claim, beside),)

    def _by_words(self, claim: Claim, given: bool) -> tuple[Candidate, ...]:
        """The same fact in another sentence: the same number, and most of the words around the rarer one; any of them
        beside a number of three digits that is not round. `given`: the tables have figures of its measure and period, so that
        what is told of another length of time is another fact, and no event of both."""
        repeated = claim.kind in ("level", "change", "per-share", "count", "ratio")
        if not (repeated or claim.kind == "change-percent" and claim.measure) or says_little(claim):
            return ()
        if claim.doubt == PLANNED:  # what was expected stands nowhere, however often it is told
            return ()
        mine, needed = self.words(claim), _needed(claim)
        alike = self._by_value[_value(claim)]
        for other in islice(alike, _MOST):
            if other.sentence == claim.sentence or not _same_fact(claim, other):
                continue
            if given and _apart(claim, other) and _of_times(claim, other):
                continue
            theirs = self.words(other)
            shared = len(mine & theirs)
            most = shared * 2 >= min(len(mine), len(theirs)) or needed == 1 and not _apart(claim, other)
            if _named_alike(claim, other) or shared >= needed and most:
                return (self._again(claim, other),)
        return ()

    def _again(self, claim: Claim, other: Claim) -> Candidate:
        quote = " ".join(other.quote.split())
        said = Operand(other.quantity, (), f"{quote}, said again in line {self._document.line(other.span.start)}")
        return Candidate(
            {"now": said} if claim.kind != "change" else {"stated": said}, "likely", "the same fact stated twice"
        )

    def _beside_another(self, claim: Claim) -> Claim | None:
        """The same number in another sentence that has a second one of the claim's sentence too, and words of it: "up 12.7%, or
        15.5% with the mills bought since", told twice."""
        if claim.outlook or claim.doubt == PLANNED or not _told_beside(claim) or _steps(claim) < _ONE_DIGIT:
            return None
        mine, told = self.words(claim), self._said.claims_of(claim)
        for other in islice(self._by_value[_value(claim)], _MOST):
            alike = (other.direction, other.role) == (claim.direction, claim.role)
            if other.sentence == claim.sentence or other.outlook or not alike or _steps(other) < _ONE_DIGIT:
                continue
            words = self.words(other)
            if _apart(claim, other) or len(mine & words) < _BOTH_NAME and not (mine and mine == words):
                continue
            theirs = {_value(c) for c in self._said.claims_of(other) if c is not other}
            beside = (c for c in told if c is not claim and _value(c) in theirs)
            if any(_steps(c) * _steps(claim) >= _BOTH_TELL and _value(c) != _value(claim) for c in beside):
                return other
        return None

    def stated(self, claim: Claim) -> Operand:
        """The figure that a sentence states, with its line."""
        quote = " ".join(claim.quote.split())
        return Operand(claim.quantity, (), f"{quote} (line {self._document.line(claim.span.start)})", quote)

    def words(self, claim: Claim) -> frozenset[str]:
        if claim.id not in self._around:
            self._around[claim.id] = words_around(self._document, claim)
        return self._around[claim.id]


def words_around(document: Document, claim: Claim) -> frozenset[str]:
    """The words of its sentence near a number that tell what it is of."""
    text, span, sentence = document.text, claim.span, claim.sentence
    around = (
        text[max(sentence.start, span.start - _WINDOW) : span.start]
        + " "
        + text[span.end : min(sentence.end, span.end + _WINDOW)]
    )
    return telling(" ".join(around.split()))


def _told_beside(claim: Claim) -> bool:
    """Whether a number may be known by another that stands beside it; of things told one by one much is alike anyway."""
    rounded = claim.kind == "count" and claim.quantity.step >= _THOUSAND
    return rounded or claim.kind in ("level", "change", "change-percent", "share-of", "per-share")


def _value(claim: Claim) -> tuple[Decimal, str, str]:
    """What one fact has alike wherever it is told; what things are called that are counted is not always said."""
    unit = claim.quantity.unit
    return claim.quantity.value, "count" if claim.kind == "count" else unit, claim.kind


def telling(text: str) -> frozenset[str]:
    """The words of a text that tell one fact from another."""
    return frozenset(w for w in content_words(text) if w not in _COMMON and len(w) > 2)


def says_little(claim: Claim) -> bool:
    """Whether a number of nothing known is so short that many facts have it: "an impact of 2%". One of a measure
    that no table has says as little, unless the name is long."""
    steps = _steps(claim)
    if claim.measure is None:
        return steps < _SHORT or claim.quantity.unit == "percent" and claim.quantity.value == _WHOLE
    common = bool(claim.foreign) and len(claim.measure.qualifiers) < _NAMED
    return common and claim.kind == "change-percent" and steps < _ONE_DIGIT


def _same_fact(a: Claim, b: Claim) -> bool:
    """Whether two claims may speak of one fact. Growth of a part is none of the whole, nor that of another period."""
    if a.kind != "change-percent":
        return key_of(a) == key_of(b)
    return key_of(a) == key_of(b) and not _apart(a, b) and bool(_part(a)) == bool(_part(b))


def _apart(a: Claim, b: Claim) -> bool:
    """Whether two sentences say that they speak of two times. What one ended a quarter with stands at its last day."""
    if not (a.dated and b.dated and a.period is not None and b.period is not None):
        return False
    return not a.period.at_one_time(b.period)


def _of_times(a: Claim, b: Claim) -> bool:
    """Whether two claims are each of a length of time, and neither of a day."""
    return all(c.period is not None and not c.period.instant for c in (a, b))


def _named_alike(a: Claim, b: Claim) -> bool:
    """Whether two sentences say of one measure the same number, of enough digits that it is no chance, and neither that
    it is of another time."""
    named = bool(key_of(a)) and _part(a) - a.foreign == _part(b) - b.foreign
    named = named and {a.direction, b.direction} != {"up", "down"}
    return named and not _apart(a, b) and PLANNED not in (a.doubt, b.doubt) and _steps(a) >= _SHORT


def _steps(claim: Claim) -> Decimal:
    """How many units of its last digit a number has."""
    return claim.quantity.units if claim.quantity.step else Decimal(_TELLING)


def _needed(claim: Claim) -> int:
    """How many words of the rarer statement make it the same fact: one is enough beside a number that is not round."""
    steps = _steps(claim)
    if steps >= _TELLING and steps % _ONE_DIGIT:
        return 1
    return 2 if claim.measure else 3


def key_of(claim: Claim) -> str:
    """The key of what a claim measures; empty where nothing is known of it."""
    return claim.measure.key if claim.measure else ""


def _part(claim: Claim) -> frozenset[str]:
    return claim.measure.qualifiers - _BASES if claim.measure else frozenset()
