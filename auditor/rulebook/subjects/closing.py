"""Numbers of one sentence that should follow from each other."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from auditor.binding.each_share import SHARES, by_the_share
from auditor.binding.said import Said
from auditor.binding.unclosed import Relation, relations
from auditor.model.digits import NUMBER, printed_in
from auditor.model.fact import Fact
from auditor.model.period import Period
from auditor.model.quantity import WIDE, last_digit
from auditor.rulebook.context import Context, Subject
from auditor.rulebook.language.figures import figure, truth
from auditor.rulebook.language.types import Value
from auditor.rulebook.subjects.naming import quoted


def closings(context: Context, of: tuple[str, ...], rest: frozenset[str]) -> Iterator[Subject]:
    """A whole and its parts, a level with its change, shares with their price: those that follow from each other, and
    those that would but for a slip in one number, which the tables do not contradict."""
    return (_subject(found, context) for found in relations(context.document, Said(context.claims)))


def amounts_by_share(context: Context, of: tuple[str, ...], rest: frozenset[str]) -> Iterator[Subject]:
    """An amount and what it is by the share, told one behind the other."""
    shares: dict[Period, dict[Decimal, Fact]] = {}
    for f in context.facts:
        if f.kind == "amount" and f.period is not None and f.measure is not None and f.measure.key == SHARES:
            shares.setdefault(f.period, {}).setdefault(f.quantity.value, f)
    for told in context.by_sentence.values():
        yield from (_subject(found, context) for found in by_the_share(told, shares, context.document))


def _subject(found: Relation, context: Context) -> Subject:
    other = next((c for c in found.claims if c.id != found.claim.id), found.claim)
    names: dict[str, Value] = {
        "claim": found.claim,
        "given": figure(found.given.quantity, (), _written(found)),
        "closes": truth(found.closes),
        "how": found.given.derivation,
        "other": " ".join(other.quote.split()),
    }
    title = quoted(context, found.claim.span, found.claim.quote)
    told = () if found.closes else found.claims
    return Subject(title, found.claim.span, names, context.lookup, found.given.facts, told=told)


def _written(found: Relation) -> str:
    """What the other numbers give, in the words of the number: "$328.1 million"."""
    claim, printed = found.claim, printed_in(found.claim.quote)
    if not claim.quantity.value:
        return ""  # nothing says in which scale it is printed
    value = found.given.quantity.magnitude().value * printed / abs(claim.quantity.value)
    rounded = value.quantize(last_digit(printed), ROUND_HALF_UP, WIDE)
    return " ".join(NUMBER.sub(f"{rounded:,}", claim.quote, count=1).split())
