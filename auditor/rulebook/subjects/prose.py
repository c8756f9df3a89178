"""Subjects in the prose: claims, words of direction, and the bases that measures are compared with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from auditor.model.binding import Operand
from auditor.model.claim import Claim
from auditor.model.source import Span
from auditor.rulebook.context import Context, Subject
from auditor.rulebook.language.figures import Figure, figure
from auditor.rulebook.language.types import Value

CHANGES = ("change", "change-percent", "change-points")


def operand(value: Operand) -> Figure:
    """An operand as expressions take it; only a plain cell is printed as it is."""
    plain = len(value.facts) == 1 and not value.derivation
    return figure(value.quantity, value.facts, value.facts[0].text if plain else "")


def named(operands: Mapping[str, Operand]) -> dict[str, Value]:
    return {name: operand(value) for name, value in operands.items()}


def title(context: Context, span: Span, quote: str) -> str:
    return f"“{quote}” (line {context.document.line(span.start)})"


def claims(context: Context, of: tuple[str, ...], rest: frozenset[str]) -> Iterator[Subject]:
    """The claims of some kinds, without their operands: which candidate counts is the verdict's business."""
    for claim in context.claims:
        if not of or claim.kind in of:
            names: dict[str, Value] = {"claim": claim}
            yield Subject(title(context, claim.span, claim.quote), claim.span, names, context.lookup, claim=claim)


def movements(context: Context, of: tuple[str, ...], rest: frozenset[str]) -> Iterator[Subject]:
    for movement in context.movements:
        binding = context.bindings.get(movement.id)
        if binding is None:
            continue
        for candidate in binding.candidates:
            if candidate.strength != "sure":
                continue
            names: dict[str, Value] = {"direction": movement.direction, "subject": movement.subject}
            names.update(named(candidate.operands))
            facts = tuple(f for o in candidate.operands.values() for f in o.facts)
            where = title(context, movement.span, movement.quote)
            yield Subject(where, movement.span, names, context.lookup, facts)
            break


def comparisons(context: Context, of: tuple[str, ...], rest: frozenset[str]) -> Iterator[Subject]:
    """Each level of the reported period whose measure the prose compares with another period, against the custom of
    the release."""
    yield from ()


def bases(context: Context, claim: Claim) -> tuple[str, ...]:
    return ()
