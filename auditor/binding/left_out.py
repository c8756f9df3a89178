"""What a figure is without an amount that the sentence itself leaves out: "Excluding securities gains of $0.2 million, noninterest
income was $7.7 million"; and with things that it counts besides: "sales of 140 boats, including 7 leased before"."""

from __future__ import annotations

import re
from dataclasses import replace

from auditor.binding.index import unit_class
from auditor.binding.operands import column_of, combined, row_of
from auditor.binding.said import in_sentence
from auditor.binding.search import Search
from auditor.claims.place import WITHOUT
from auditor.model.binding import Candidate, Operand
from auditor.model.claim import Claim
from auditor.model.period import Period
from auditor.vocabulary.words import content_words

_LEAVES_OUT = re.compile(rf"(?:^|[;,(]\s*|\b(?:and|but)\s+){WITHOUT}[^;$%\d]*$", re.I)
_LEFT_OUT_BEHIND = re.compile(rf"[\s,]*{WITHOUT}[^;$%\d]*$", re.I)
_COUNTS_IN = re.compile(
    r"[\s\w]{0,20},?\s+(?:which\s+)?includ(?:es|ing)\s+(?:(?:about|approximately|nearly|over)\s+)?", re.I
)
_WITH_ROW = re.compile(
    r"\b(?:including|together\s+with|combined\s+with|plus)\s+(?P<row>[A-Za-z][\w\s'’-]{3,60}?)\)?,?\s+(?:was|were|of|totall?ed)\s+"
    r"(?:\w+\s+)?$",
    re.I,
)
_NET_OF_ROW = re.compile(r"\bnet\s+of\s+(?P<row>[A-Za-z][\w\s'’-]{3,60}?)\)?,?\s+[a-z]+\s+(?:to\s+|of\s+)?$", re.I)
_ADJUSTED = frozenset(("adjusted",))
_SIGNS = (1, -1), (1, 1)  # a gain is taken off, a charge put back


def without_it(claim: Claim, search: Search) -> list[Candidate]:
    """The figures of a claim's first period with the amount taken off, or put back, that stands before it as left out."""
    period = next(iter(search.periods.of(claim)), None)
    if claim.measure is None or period is None or not _ADJUSTED <= claim.measure.qualifiers:
        return []
    before = [c for c in search.said.claims_of(claim) if c.span.end < claim.span.start]
    amount = next((c for c in reversed(before) if c.quantity.unit == claim.quantity.unit and c.kind == "level"), None)
    if amount is None or _LEAVES_OUT.search(search.text[claim.sentence.start : amount.span.start]) is None:
        return []
    plain = replace(claim.measure, qualifiers=claim.measure.qualifiers - _ADJUSTED)
    figures = search.index.figures(plain, claim.foreign, unit_class(claim.quantity.unit), period)
    return [
        Candidate({"now": combined((o, in_sentence(amount)), signs)}, "likely", "without what the sentence leaves out")
        for o, _ in figures[:2]
        for signs in _SIGNS
    ]


def changed_without_it(claim: Claim, search: Search) -> list[Candidate]:
    """The change of a claim's measure without the amount that its sentence leaves out: of the period that it dates the amount
    with, or else of the period told of, and where the amount stands behind the number, of the one before."""
    amount = _left_out_beside(claim, search) if claim.kind == "change-percent" and claim.measure is not None else None
    now = next(iter(search.periods.of(claim)), None)
    if amount is None or claim.measure is None or now is None:
        return []
    base = search.periods.bases(claim, now)[:1]
    plain = replace(claim.measure, qualifiers=claim.measure.qualifiers - _ADJUSTED)
    nows, befores = (
        [o for o, _ in search.index.figures(plain, claim.foreign, "money", p)[:2]] if p is not None else []
        for p in (now, next(iter(base), None))
    )
    taken, out = in_sentence(amount), []
    for a, b in ((a, b) for a in nows for b in befores if row_of(a) == row_of(b)):
        earlier = amount.dated and amount.period is not None and amount.period.end < now.end
        earlier = earlier or str(base[0].end.year) in search.text[amount.span.end : claim.span.start].split(",")[0]
        if earlier or amount.span.start > claim.span.end:
            out.append({"now": a, "before": combined((b, taken), (1, -1))})
        if not earlier:
            out += [{"now": combined((a, taken), signs), "before": b} for signs in _SIGNS]
    return [Candidate(operands, "likely", "without what the sentence leaves out") for operands in out]


def changed_without_row(claim: Claim, search: Search) -> list[Candidate]:
    """The change of a claim's measure without a row of which the sentence leaves out the amount of the period told of:
    "Excluding fuel surcharges of $4 million, revenue was $96 million, up 3%"."""
    amounts = search.said.amounts_of(claim)[:1] if claim.kind == "change-percent" and claim.measure is not None else []
    now = next(iter(search.periods.of(claim)), None)
    base = next(iter(search.periods.bases(claim, now)), None) if now is not None else None
    if not amounts or base is None or now is None or claim.measure is None:
        return []
    if _LEAVES_OUT.search(search.text[claim.sentence.start : amounts[0].span.start]) is None:
        return []
    plain = replace(claim.measure, qualifiers=claim.measure.qualifiers - _ADJUSTED)
    wholes = [[o for o, _ in search.index.figures(plain, frozenset(), "money", p)[:2]] for p in (now, base)]
    taken = _rows_of(amounts[0], now, base, search)
    return [
        Candidate(
            {"now": combined((a, x), (1, -1)), "before": combined((b, y), (1, -1))},
            "likely",
            "without the row that the sentence leaves out",
        )
        for a, b in ((a, b) for a in wholes[0] for b in wholes[1] if row_of(a) == row_of(b))
        for x, y in taken
        if column_of(a) == column_of(x) and column_of(b) == column_of(y)
    ]


def _rows_of(amount: Claim, now: Period, base: Period, search: Search) -> list[tuple[Operand, Operand]]:
    """The figures of two periods in the rows that print an amount and are called by the words that name it."""
    words = set(content_words(amount.subject))
    rows = [f for f in search.index.called(words, now) if f.quantity.magnitude().meets(amount.quantity)]
    before = {(f.table, f.row): f for f in search.index.called(words, base)}
    return [
        (Operand(f.quantity, (f,)), Operand(before[f.table, f.row].quantity, (before[f.table, f.row],)))
        for f in rows
        if (f.table, f.row) in before
    ]


def _left_out_beside(claim: Claim, search: Search) -> Claim | None:
    """The amount of a claim's sentence that is said to be left out before or behind a number, where there is but one."""
    amounts = search.said.amounts_of(claim)
    if len(amounts) != 1:
        return None
    amount = amounts[0]
    if amount.span.end < claim.span.start:
        left_out = _LEAVES_OUT.search(search.text[claim.sentence.start : amount.span.start])
    else:
        left_out = _LEFT_OUT_BEHIND.match(search.text[claim.span.end : amount.span.start])
    return amount if left_out is not None else None


def with_it(claim: Claim, search: Search) -> list[Candidate]:
    """The figures of a claim's first period with the number of things that the sentence says it includes besides."""
    period = next(iter(search.periods.of(claim)), None)
    after = (c for c in search.said.claims_of(claim) if c.span.start > claim.span.end)
    more = next(after, None)
    if claim.measure is None or period is None or claim.kind != "count" or more is None or more.kind != "count":
        return []
    link = search.text[claim.span.end : more.span.start]
    if not _COUNTS_IN.fullmatch(link) or more.quantity.value >= claim.quantity.value:
        return []
    figures = search.index.figures(claim.measure, claim.foreign, unit_class(claim.quantity.unit), period)
    return [
        Candidate({"now": combined((o, in_sentence(more)), (1, 1))}, "likely", "with what the sentence counts besides")
        for o, _ in figures[:2]
    ]


def net_of_row(claim: Claim, search: Search) -> list[Candidate]:
    """The figures of a claim's first period less the row that the sentence takes off: "fuel expense, net of fuel surcharges,
    declined to $8.3 million"."""
    period = next(iter(search.periods.of(claim)), None)
    told = _NET_OF_ROW.search(search.text, claim.sentence.start, claim.span.start)
    if claim.measure is None or period is None or told is None or claim.kind != "level":
        return []
    figures = search.index.figures(claim.measure, claim.foreign, unit_class(claim.quantity.unit), period)
    row = search.vocabulary.measure(told["row"])
    taken = [t for t, _ in search.index.figures(row, frozenset(), "money", period)] if row is not None else []
    return [
        Candidate({"now": combined((o, t), (1, -1))}, "likely", "less the row that the sentence takes off")
        for o, _ in figures
        for t in taken
        if column_of(o) == column_of(t)
    ]


def with_row(claim: Claim, search: Search) -> list[Candidate]:
    """The figures of a claim's first period with the row that the sentence counts in: "capital expenditures, including
    payments on leases, were $9.5 million"."""
    period = next(iter(search.periods.of(claim)), None)
    told = _WITH_ROW.search(search.text, claim.sentence.start, claim.span.start)
    if claim.measure is None or period is None or told is None or claim.kind != "level":
        return []
    figures = search.index.figures(claim.measure, claim.foreign, unit_class(claim.quantity.unit), period)
    return [
        Candidate({"now": combined((o, more), (1, 1))}, "likely", "with the row that the sentence counts in")
        for o, _ in figures
        for more in search.index.labelled("-".join(content_words(told["row"])), o)
    ]
