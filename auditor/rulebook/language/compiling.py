"""From the tree of an expression to a closure. Evaluation never raises: what cannot be had is `Missing`."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, TypeVar

from auditor.frozen import dataclass
from auditor.model.fact import Measure
from auditor.model.period import Period
from auditor.rulebook.language import figures as f
from auditor.rulebook.language.figures import Figure, Missing, Truth, truth
from auditor.rulebook.language.functions import FUNCTIONS, padded
from auditor.rulebook.language.lookup import Lookup
from auditor.rulebook.language.tree import Attribute, Binary, Call, Name, Node, Number, Text, Unary
from auditor.rulebook.language.types import ATTRIBUTES, Getter, Type, Value


class Scope(Protocol):
    """What an expression is evaluated in: the named values, and where `fact(…)` looks."""

    @property
    def names(self) -> Mapping[str, Value]: ...

    @property
    def lookup(self) -> Lookup: ...


@dataclass(frozen=True, slots=True)
class Names:
    """A scope by itself."""

    names: Mapping[str, Value]
    lookup: Lookup


Closure = Callable[[Scope], Value]
T = TypeVar("T", Figure, Truth)

ARITHMETIC: Mapping[str, Callable[[Figure, Figure], Figure | Missing]] = {
    "+": f.add, "-": f.subtract, "*": f.multiply, "/": f.divide,
}  # fmt: skip
COMPARISON: Mapping[str, Callable[[Figure, Figure], Truth | Missing]] = {
    "~": f.agree,
    "=": f.compare(operator.eq), "!=": f.compare(operator.ne), "<": f.compare(operator.lt),
    "<=": f.compare(operator.le), ">": f.compare(operator.gt), ">=": f.compare(operator.ge),
}  # fmt: skip


def compiled(node: Node) -> Closure:
    match node:
        case Number(value):
            constant = f.number(value)
            return lambda scope: constant
        case Text(value):
            return lambda scope: value
        case Name(name):
            absent = Missing(f"no {name.replace('_', ' ')} is given")
            return lambda scope: scope.names.get(name, absent)
        case Attribute(owner, name):
            return _attribute(compiled(owner), name)
        case Call():
            return _call(node)
        case Unary("-", operand):
            return _unary(compiled(operand), Figure, f.negate)
        case Unary(_, operand):
            return _unary(compiled(operand), Truth, _denied)
        case Binary("is", left, Text(wanted)):
            return _is_called(compiled(left), wanted)
        case Binary(symbol, left, right):
            return _binary(symbol, compiled(left), compiled(right))
    raise AssertionError(node)


_CLASSES: Mapping[type, Type] = {Figure: "figure", Period: "period", Measure: "measure"}


def _getters() -> Mapping[type, Mapping[str, Getter]]:
    from auditor.model.claim import Claim
    from auditor.model.fact import Column, Row, Table

    classes: dict[type, Type] = {**_CLASSES, Claim: "claim", Column: "column", Row: "row", Table: "table"}
    return {cls: ATTRIBUTES[name] for cls, name in classes.items()}


_GETTERS = _getters()


def _attribute(owner: Closure, name: str) -> Closure:
    reading = {cls: getters[name].read for cls, getters in _GETTERS.items() if name in getters}
    absent = Missing(f"there is no “{name}” here")

    def attribute(scope: Scope) -> Value:
        value = owner(scope)
        read = reading.get(type(value))
        if read is not None:
            return read(value)
        return value if isinstance(value, Missing) else absent

    return attribute


def _denied(value: Truth) -> Truth:
    return truth(not value.holds) if value.left is None else Truth(not value.holds, None, value.left, value.right)


def _unary(operand: Closure, wanted: type[T], apply: Callable[[T], Value]) -> Closure:
    def unary(scope: Scope) -> Value:
        value = operand(scope)
        if isinstance(value, Missing):
            return value
        return apply(value) if isinstance(value, wanted) else _misfit(value)

    return unary


def _misfit(value: Value) -> Missing:
    return Missing(f"a {type(value).__name__.lower()} stands where something else is needed")


def _call(node: Call) -> Closure:
    arguments = [compiled(argument) for argument in node.arguments]
    if node.name == "first":
        return lambda scope: _first(arguments, scope)
    if node.name == "given":
        (asked,) = arguments
        return lambda scope: truth(not isinstance(asked(scope), Missing))
    if node.name == "says" and all(isinstance(argument, Text) for argument in node.arguments[1:]):
        return _says(arguments[0], [argument.value for argument in node.arguments[1:] if isinstance(argument, Text)])
    return _applied(FUNCTIONS[node.name].call, arguments)


def _applied(function: Callable[..., Value], arguments: Sequence[Closure]) -> Closure:
    if len(arguments) == 1:
        (only,) = arguments

        def of_one(scope: Scope) -> Value:
            value = only(scope)
            return value if isinstance(value, Missing) else function(scope.lookup, value)

        return of_one

    def call(scope: Scope) -> Value:
        values = []
        for argument in arguments:
            value = argument(scope)
            if isinstance(value, Missing):
                return value
            values.append(value)
        return function(scope.lookup, *values)

    return call


def _says(text: Closure, phrases: Sequence[str]) -> Closure:
    """`says` of phrases that the rule itself gives, which are made ready once."""
    wanted = [padded(phrase) for phrase in phrases]

    def says(scope: Scope) -> Value:
        value = text(scope)
        if not isinstance(value, str):
            return value if isinstance(value, Missing) else _misfit(value)
        held = padded(value)
        return truth(any(phrase in held for phrase in wanted))

    return says


_NOTHING = Missing("nothing is given")


def _first(arguments: list[Closure], scope: Scope) -> Value:
    value: Value = _NOTHING
    for argument in arguments:
        value = argument(scope)
        if not isinstance(value, Missing):
            return value
    return value


def _binary(symbol: str, left: Closure, right: Closure) -> Closure:
    if symbol in ("and", "or"):
        return _logical(left, right, decisive=symbol == "or")
    if symbol == "is":
        return lambda scope: _same(left(scope), right(scope))
    apply: Callable[[Figure, Figure], Value] = ARITHMETIC.get(symbol) or COMPARISON[symbol]

    def binary(scope: Scope) -> Value:
        a, b = left(scope), right(scope)
        if isinstance(a, Figure) and isinstance(b, Figure):
            return apply(a, b)
        for value in (a, b):
            if isinstance(value, Missing):
                return value
        return _misfit(b if isinstance(a, Figure) else a)

    return binary


def _logical(left: Closure, right: Closure, decisive: bool) -> Closure:
    """`or` is decided by one true side, `and` by one false side, also when the other side is missing. The agreement
    that is kept is that of the deciding side; of two agreeing sides, that of the left."""

    def logical(scope: Scope) -> Value:
        a = left(scope)
        if isinstance(a, Truth) and a.holds is decisive:
            return a
        b = right(scope)
        if isinstance(b, Truth) and b.holds is decisive:
            return b
        for value in (a, b):
            if isinstance(value, Missing):
                return value
        return a if isinstance(a, Truth) and a.left is not None else b

    return logical


def _is_called(left: Closure, wanted: str) -> Closure:
    """`is` with a text that the rule itself gives, as nearly all are."""

    def called(scope: Scope) -> Value:
        value = left(scope)
        return value if isinstance(value, Missing) else truth(_measure_text(value) == wanted)

    return called


def _same(a: Value, b: Value) -> Value:
    for value in (a, b):
        if isinstance(value, Missing):
            return value
    if isinstance(a, Measure) or isinstance(b, Measure):
        return truth(_measure_text(a) == _measure_text(b))
    if isinstance(a, Period) and isinstance(b, Period):
        return truth(a.same(b))
    return truth(a == b)


def _measure_text(value: Value) -> object:
    return str(value) if isinstance(value, Measure) else value
