"""`auditor claims --why ID`: the figures weighed for one claim, and what became of each."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from auditor.cli.listings import claim_lines
from auditor.model.binding import Binding, Candidate, Operand
from auditor.model.claim import Claim
from auditor.model.fact import Fact
from auditor.model.finding import Audit
from auditor.model.quantity import WIDE, plain
from auditor.reporting.as_json import claim_object, fact_object
from auditor.reporting.style import safe

_DECIMALS = Decimal("0.0001")
STRENGTHS = {
    "sure": "measure and period are the sentence's own, so a difference is a contradiction",
    "likely": "it may support the claim, but never contradicts it",
    "weak": "it supports the claim only with a further reason",
}


def why_lines(audit: Audit, claim: Claim, binding: Binding) -> Iterator[str]:
    yield from claim_lines(audit, claim)
    yield ""
    yield "weighed:" if binding.candidates else "weighed: no figure"
    for number, candidate in enumerate(binding.candidates, start=1):
        yield f"{number:>3}. {candidate.strength}"
        yield from (f"       {name}: {_words(operand)}" for name, operand in candidate.operands.items())
        said = [part for part in (candidate.note, outcome(claim, candidate)) if part]
        yield from (f"       {safe(part)}" for part in said)
    if binding.reason:
        yield f"why none is sure: {safe(binding.reason)}"
    used = {candidate.strength for candidate in binding.candidates}
    yield from (f"{strength}: {meaning}" for strength, meaning in STRENGTHS.items() if strength in used)


def why_object(audit: Audit, claim: Claim, binding: Binding) -> dict[str, Any]:
    return {
        "claim": claim_object(audit, claim),
        "reason": binding.reason,
        "candidates": [
            {
                "strength": candidate.strength,
                "note": candidate.note,
                "outcome": outcome(claim, candidate),
                "operands": {name: _operand_object(operand) for name, operand in candidate.operands.items()},
            }
            for candidate in binding.candidates
        ],
    }


def outcome(claim: Claim, candidate: Candidate) -> str:
    """Whether a single figure is what the claim says. A change or a share is for the rules to compute."""
    if set(candidate.operands) - {"stated"} != {"now"}:
        return ""
    figure, stated = candidate.operands["now"].quantity, claim.quantity
    if figure.unit != stated.unit:
        return f"ruled out: it is in {figure.unit}, the claim in {stated.unit}"
    if figure.meets(stated):
        return "agrees"
    if figure.magnitude().meets(stated.magnitude()):
        return "agrees but for the sign, as prose speaks of losses"
    return f"ruled out: {_rounded(figure.value)} is not {' '.join(claim.quote.split())}"


def _words(operand: Operand) -> str:
    if operand.derivation:
        return f"{safe(operand.derivation)} ({_rounded(operand.quantity.value)} {operand.quantity.unit})"
    return "; ".join(_place(fact) for fact in operand.facts) or plain(operand.quantity.value)


def _rounded(value: Decimal) -> str:
    """A value with commas and at most four decimals, which is more than any release prints."""
    short = value.quantize(_DECIMALS, context=WIDE)
    return format(value if short == value else short, ",f")


def _place(fact: Fact) -> str:
    return safe(f"{fact.text}, {' '.join(fact.label.split())}, {' '.join(fact.header.split())}, line {fact.line}")


def _operand_object(operand: Operand) -> dict[str, Any]:
    return {
        "value": plain(operand.quantity.value),
        "unit": operand.quantity.unit,
        "derivation": operand.derivation,
        "facts": [fact_object(fact) for fact in operand.facts],
    }
