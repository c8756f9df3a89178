"""Bindings: the figures, or the computations over figures, that a claim may rest on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from auditor.frozen import dataclass
from auditor.model.fact import Fact
from auditor.model.quantity import Quantity

Strength = Literal["sure", "likely", "weak"]
"""sure: measure, period and qualifiers are those of the sentence, so that a difference is a contradiction;
likely: it may support the claim but never contradicts it; weak: it supports only with a further reason."""


@dataclass(frozen=True, slots=True)
class Operand:
    """A figure that a claim is held against: a cell, or a computation over `facts`.

    `derivation` is the computation in words with the figures as printed ("six months 9,512 less second quarter
    2,946 = 6,566"); empty for a plain cell, whose one fact is `facts[0]`. `text` is how the prose prints a figure of
    the sentence itself.
    """

    quantity: Quantity
    facts: tuple[Fact, ...] = ()
    derivation: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading of a claim. The operands are named as rules name them: `now`, `before`, `part`, `whole`."""

    operands: Mapping[str, Operand]
    strength: Strength = "sure"
    note: str = ""

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What it rests on, each once, in the order of the operands."""
        return tuple({fact.id: fact for operand in self.operands.values() for fact in operand.facts}.values())

    @property
    def rows(self) -> frozenset[tuple[str, int]]:
        """The rows that it rests on, by table and number."""
        return frozenset((fact.table, fact.row) for fact in self.facts)


@dataclass(frozen=True, slots=True)
class Binding:
    """The readings of one claim, best first. `reason` says why there is none, or why none is sure. `moved`: what the
    sentence itself says that a level rose or fell from, to hold its word of direction against."""

    claim: str
    candidates: tuple[Candidate, ...] = field(default=())
    reason: str = ""
    moved: Candidate | None = None
