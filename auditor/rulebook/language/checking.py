"""Checks an expression before it is ever run: unknown names, attributes and functions, and types that do not fit."""

from __future__ import annotations

from collections.abc import Mapping

from auditor.errors import suggestion
from auditor.rulebook.language.functions import FUNCTIONS, LAZY
from auditor.rulebook.language.grammar import COMPARISONS, ExpressionError
from auditor.rulebook.language.measures import meant
from auditor.rulebook.language.tree import Attribute, Binary, Call, Name, Node, Number, Text, Unary
from auditor.rulebook.language.types import ARTICLES, ATTRIBUTES, Type

_ACCEPTS: Mapping[Type, frozenset[str]] = {
    "measure": frozenset({"measure", "text", "any"}),
    "figures": frozenset({"figures", "figure", "any"}),
}
_COMPARED = frozenset({"text", "measure", "period", "any"})


def type_of(node: Node, names: Mapping[str, Type]) -> Type:
    """The type of an expression, `any` where it shows only when run. Raises ExpressionError."""
    match node:
        case Number():
            return "figure"
        case Text():
            return "text"
        case Name(name, at):
            if name not in names:
                raise ExpressionError(f"unknown name “{name}”{suggestion(name, [*names, *FUNCTIONS])}", at)
            return names[name]
        case Attribute():
            return _attribute(node, names)
        case Call():
            return _call(node, names)
        case Unary(operator, operand):
            return _expect(operand, names, "truth" if operator == "not" else "figure")
        case Binary():
            return _binary(node, names)


def _attribute(node: Attribute, names: Mapping[str, Type]) -> Type:
    owner = type_of(node.owner, names)
    if owner == "any":
        return "any"
    attributes = ATTRIBUTES.get(owner, {})
    if node.name not in attributes:
        hint = suggestion(node.name, attributes)
        raise ExpressionError(f"{ARTICLES[owner]} has no “{node.name}”{hint}", node.at)
    return attributes[node.name].type


def _call(node: Call, names: Mapping[str, Type]) -> Type:
    if node.name in LAZY:
        types = [type_of(argument, names) for argument in node.arguments]
        if not types:
            raise ExpressionError(f"{node.name}() needs an argument", node.at)
        return types[0] if node.name == "first" else LAZY[node.name][0]
    function = FUNCTIONS.get(node.name)
    if function is None:
        raise ExpressionError(f"unknown function “{node.name}”{suggestion(node.name, [*FUNCTIONS, *LAZY])}", node.at)
    least, most = len(function.takes) - function.optional, len(function.takes)
    given = len(node.arguments)
    if given < least or (given > most and not function.repeats):
        wanted = f"{least}" if least == most else f"{least} or {most}"
        raise ExpressionError(f"{node.name}() takes {wanted} argument(s), not {given}", node.at)
    for k, argument in enumerate(node.arguments):
        _expect(argument, names, function.takes[min(k, most - 1)])
    return function.gives


def _expect(node: Node, names: Mapping[str, Type], wanted: Type) -> Type:
    found = type_of(node, names)
    if found not in _ACCEPTS.get(wanted, frozenset({wanted, "any"})):
        raise ExpressionError(f"{ARTICLES[wanted]} is needed here, not {ARTICLES[found]}", node.at)
    if wanted == "measure":
        _spelled(node)
    return wanted


def _spelled(node: Node) -> None:
    """Raises ExpressionError for a text that names a measure with a slip."""
    if isinstance(node, Text) and (right := meant(node.value)):
        raise ExpressionError(f"there is no measure “{node.value}”, did you mean “{right}”?", node.at)


def _binary(node: Binary, names: Mapping[str, Type]) -> Type:
    if node.operator in ("and", "or"):
        _expect(node.left, names, "truth")
        return _expect(node.right, names, "truth")
    if node.operator == "is":
        sides = {side: type_of(side, names) for side in (node.left, node.right)}
        for side, found in sides.items():
            if found not in _COMPARED:
                message = f"“is” compares texts, measures and periods, not {ARTICLES[found]}; use “~” or “=”"
                raise ExpressionError(message, side.at)
            if "measure" in sides.values():
                _spelled(side)
        return "truth"
    _expect(node.left, names, "figure")
    _expect(node.right, names, "figure")
    return "truth" if node.operator in COMPARISONS else "figure"
