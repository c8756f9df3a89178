"""Numbers that no sure reading contradicts, and that a slip parts from what they likely mean.

A name that the tables do not have is no ground to contradict a number, and a figure that is only likely meant is none.
Where another number of the same name agrees with a row, though, that row is what the name stands for; and a number that
stands in no table, and which a slip of its first digit makes the figure that it likely means, means that. Two numbers
of a sentence of which each is what the other should be were exchanged.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from auditor.binding.ambiguity import ONE_OF
from auditor.binding.restated import BEFORE
from auditor.claims.place import EFFECT, PART
from auditor.model.binding import Candidate, Operand
from auditor.model.claim import Claim
from auditor.model.digits import printed_in, slipped_from, telling
from auditor.model.fact import Fact, Measure
from auditor.rulebook.causes import mistyped, mistyped_first, prints
from auditor.rulebook.context import Context
from auditor.rulebook.judging import Weighed
from auditor.rulebook.language.figures import Figure

_NAMED_SO = "the row that other numbers of this name agree with"
_NEAR = Decimal("0.8")  # of the greatest of several figures is the least that is of its size
_SEVERAL = 2  # numbers of a name that agree with one row
_KINDS = ("level", "per-share", "count")
_Name = tuple[Measure, str]
_Row = tuple[str, int, frozenset[str]]


def mistypes(context: Context, weighed: Mapping[str, Weighed]) -> Iterator[tuple[Claim, Candidate]]:
    """The claims that agree with nothing and that a slip parts from what they mean, each with that reading."""
    rows = _rows(context, weighed)
    for claim in context.claims:
        found = weighed.get(claim.id)
        if found is None or found.judgement.verdict != "unsupported" or claim.outlook:
            continue
        reading = _exchanged(claim, weighed, context)
        if reading is None and not _printed(claim, context):
            reading = _of_row(claim, rows, context) or _likely(claim, found)
        if reading is not None and reading.note == BEFORE and _of_its_share(claim, weighed, context):
            continue
        if reading is not None:
            yield claim, reading


def _of_row(claim: Claim, rows: Mapping[_Name, Mapping[_Row, set[str]]], context: Context) -> Candidate | None:
    """The figure, a slip away, of the row which the name of a claim stands for: of any digit, where several other
    numbers of the name agree with it."""
    name = _name(claim)
    if name is None or name not in rows:
        return None
    told = {row: others - {claim.id} for row, others in rows[name].items()}
    first = max(map(len, told.values())) < _SEVERAL or claim.doubt in (EFFECT, PART)
    meant = [f for row, others in told.items() if others for f in _of_its_period(claim, row, context)]
    near = [f for f in meant if slipped_from(claim.quote, claim.quantity, f.quantity, first=first)]
    if not near or not all(f.quantity.meets(near[0].quantity) for f in near):
        return None
    return Candidate({"now": Operand(near[0].quantity, (near[0],))}, "sure", _NAMED_SO)


def _exchanged(claim: Claim, weighed: Mapping[str, Weighed], context: Context) -> Candidate | None:
    """The reading of a claim whose number is what the one beside it should be, and the other way round: two periods
    whose figures were exchanged."""
    own = _meant(weighed[claim.id])
    if own is None or prints(claim, own[1]):
        return None
    for other in context.by_sentence[claim.sentence.start]:
        alike = other.measure == claim.measure is not None and other.kind == claim.kind and other.role != claim.role
        meant = _meant(weighed[other.id]) if alike and other.id in weighed else None
        if meant is not None and prints(claim, meant[1]) and prints(other, own[1]) and not prints(other, meant[1]):
            return own[0]
    return None


def _meant(found: Weighed) -> tuple[Candidate, Figure] | None:
    """The reading that a claim contradicts, or likely does, and what it gives."""
    if found.judgement.verdict == "disagrees" and found.candidate is not None and found.evaluation is not None:
        readings = [(found.candidate, found.evaluation)]
    else:
        readings = [(c, e) for c, e in found.failed if c.strength != "weak"]
    return next(((c, e.expected) for c, e in readings if e.expected is not None), None)


def _likely(claim: Claim, found: Weighed) -> Candidate | None:
    """The likely reading that a slip of the first digit parts a claim from, where all such give one figure."""
    alike = _of_one_size([c for c, _ in found.failed if c.note == ONE_OF])
    near = [
        (c, e.expected)
        for c, e in found.failed
        if c.strength == "likely" and e.expected is not None and _slipped(claim, c, e.expected, alike)
    ]
    if not near or not all(e.quantity.meets(near[0][1].quantity) for _, e in near):
        return None
    return near[0][0]


def _of_its_share(claim: Claim, weighed: Mapping[str, Weighed], context: Context) -> bool:
    """Whether rather the share that is told of an amount is wrong than the amount."""
    told = context.by_sentence[claim.sentence.start] if claim.kind != "share-of" else ()
    shares = [(c, weighed[c.id]) for c in told if c.kind == "share-of" and c.id in weighed]
    return any(found.judgement.verdict == "disagrees" or _likely(c, found) is not None for c, found in shares)


def _of_one_size(readings: Sequence[Candidate]) -> bool:
    """Whether the figures of one name are so near each other that a number is of either: equity with and without what
    others own of it. Parts of one thing are not."""
    values = sorted(abs(c.operands["now"].quantity.value) for c in readings)
    return bool(values) and values[-1] * _NEAR <= values[0]


def _slipped(claim: Claim, candidate: Candidate, expected: Figure, alike: bool) -> bool:
    """Whether a slip, of the first digit where another measure may be meant, makes the number of what is expected.
    `alike`: the several figures that a table gives for it are of one size."""
    if candidate.note == BEFORE or candidate.note == ONE_OF and alike:
        return telling(printed_in(claim.quote)) and mistyped(claim, expected)
    return mistyped_first(claim, expected)


def _rows(context: Context, weighed: Mapping[str, Weighed]) -> Mapping[_Name, Mapping[_Row, set[str]]]:
    """The rows with whose figures the numbers of a name agree, each with the claims that do; numbers of two digits
    would agree with many."""
    out: dict[_Name, dict[_Row, set[str]]] = defaultdict(lambda: defaultdict(set))
    for claim in context.claims:
        found, name = weighed.get(claim.id), _name(claim)
        reading = found.agreed if found is not None else None
        if reading is None or name is None or set(reading.operands) != {"now"}:
            continue
        facts: Sequence[Fact] = reading.operands["now"].facts
        if len(facts) == 1 and facts[0].origin == "cell" and telling(printed_in(claim.quote)):
            out[name][facts[0].table, facts[0].row, facts[0].qualifiers].add(claim.id)
    return out


def _name(claim: Claim) -> _Name | None:
    return (claim.measure, claim.kind) if claim.measure is not None and claim.kind in _KINDS else None


def _of_its_period(claim: Claim, row: _Row, context: Context) -> Iterator[Fact]:
    table, index, qualifiers = row
    for fact in context.known.at.get((table, index), ()):
        alike = fact.kind == "amount" and fact.qualifiers == qualifiers and fact.quantity.unit == claim.quantity.unit
        if alike and fact.period is not None and claim.period is not None and fact.period.same(claim.period):
            yield fact


def _printed(claim: Claim, context: Context) -> bool:
    """Whether some table prints the very number: it is then rather of that."""
    return any(True for _ in context.printed.of(claim.quantity))
