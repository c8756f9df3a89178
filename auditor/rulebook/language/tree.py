"""The tree of an expression. `at` is the offset of a part in the expression's text, for faults."""

from __future__ import annotations

from decimal import Decimal

from auditor.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Number:
    value: Decimal
    at: int


@dataclass(frozen=True, slots=True)
class Text:
    value: str
    at: int


@dataclass(frozen=True, slots=True)
class Name:
    name: str
    at: int


@dataclass(frozen=True, slots=True)
class Attribute:
    owner: Node
    name: str
    at: int


@dataclass(frozen=True, slots=True)
class Call:
    name: str
    arguments: tuple[Node, ...]
    at: int


@dataclass(frozen=True, slots=True)
class Unary:
    """`operator` is `-` or `not`."""

    operator: str
    operand: Node
    at: int


@dataclass(frozen=True, slots=True)
class Binary:
    """`operator` is one of those in `grammar.PRECEDENCE`."""

    operator: str
    left: Node
    right: Node
    at: int


Node = Number | Text | Name | Attribute | Call | Unary | Binary


def names_in(node: Node) -> frozenset[str]:
    """The names (not of functions) that an expression uses."""
    match node:
        case Name(name):
            return frozenset({name})
        case Attribute(owner):
            return names_in(owner)
        case Call(_, arguments):
            return frozenset().union(*map(names_in, arguments))
        case Unary(_, operand):
            return names_in(operand)
        case Binary(_, left, right):
            return names_in(left) | names_in(right)
        case _:
            return frozenset()


REPORTED_BEFORE = "as previously reported"
"""Demanded where a condition asks for figures that were restated; no measure has such a key."""


def demanded(condition: Node) -> frozenset[str]:
    """The measures of which there must be a figure for a condition to hold: `given(fact("net-income")) and …`."""
    match condition:
        case Binary("and", left, right):
            return demanded(left) | demanded(right)
        case Binary("or", left, right):
            return demanded(left) & demanded(right)
        case Call("given", (Call("fact", (Text(measure), *_)),)):
            return frozenset(measure.split()[-1:])
        case Call("given", (Call("restated" | "as_reported"),)):
            return frozenset({REPORTED_BEFORE})
        case _:
            return frozenset()
