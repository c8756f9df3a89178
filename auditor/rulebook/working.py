"""Arithmetic written out: an expression with the figures in the place of the names, and what it comes to."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from auditor.model.binding import Operand
from auditor.rulebook.language.compiling import Scope, compiled
from auditor.rulebook.language.figures import Figure, Missing, Truth, of_fact
from auditor.rulebook.language.grammar import COMPARISONS, PRECEDENCE
from auditor.rulebook.language.tree import Attribute, Binary, Call, Name, Node, Number, Text, Unary
from auditor.rulebook.language.types import Value
from auditor.rulebook.rule import Expression
from auditor.rulebook.wording import listed, printed, shown

_SIGNS = {
    "*": "×", "-": "−", "~": "agrees with", "=": "equals", "!=": "is not", "<": "is less than", "<=": "is at most",
    ">": "is more than", ">=": "is at least",
}  # fmt: skip
_CONDITIONS = frozenset(("and", "or", *COMPARISONS))


_closure = lru_cache(maxsize=1024)(compiled)  # the parts of a rule's expressions are written out again and again


def derivations(operands: Mapping[str, Operand]) -> list[str]:
    """How the computed operands came about, each once."""
    return list(dict.fromkeys(o.derivation for o in operands.values() if o.derivation))


def arithmetic(node: Node, scope: Scope, lets: Mapping[str, Expression]) -> tuple[str, bool]:
    """`2,946 / 5,705 − 1`, the expression with figures as printed, and whether it computes anything. Functions that
    only drop a sign are left out."""
    writer = _Writer(scope, lets)
    text = writer.write(node, 0)
    return text, writer.computes


def is_condition(node: Node) -> bool:
    """Whether an expression says that something holds, rather than how much something is."""
    return (
        isinstance(node, Unary) and node.operator == "not" or isinstance(node, Binary) and node.operator in _CONDITIONS
    )


class _Writer:
    def __init__(self, scope: Scope, lets: Mapping[str, Expression]) -> None:
        self.scope, self.lets = scope, lets
        self.computes = False

    def write(self, node: Node, outer: int) -> str:
        match node:
            case Number(value):
                return f"{value.normalize():f}"
            case Text(value):
                return value
            case Name(name):
                return self._name(node, name, outer)
            case Attribute():
                return self._value(node)
            case Call("abs", (inner,)):
                return self.write(inner, outer)
            case Call("first", arguments):
                return self.write(self._chosen(arguments), outer)
            case Call("fact" | "rows" | "sum"):
                return self._call(node, outer)
            case Call(name, arguments):
                return f"{name}({', '.join(self.write(a, 0) for a in arguments)})"
            case Unary(operator, operand):
                return ("−" if operator == "-" else "not ") + self.write(operand, 7)
            case Binary(operator, left, right):
                return self._binary(operator, left, right, outer)

    def _binary(self, operator: str, left: Node, right: Node, outer: int) -> str:
        self.computes = True
        level = PRECEDENCE[operator]
        text = f"{self.write(left, level)} {_SIGNS.get(operator, operator)} {self.write(right, level + 1)}"
        return f"({text})" if level < outer else text

    def _name(self, node: Name, name: str, outer: int) -> str:
        let = self.lets.get(name)
        value = self.scope.names.get(name)
        computed = isinstance(value, Figure) and not value.text
        if let is not None and (computed or isinstance(value, Truth)):
            return self.write(let.node, outer)
        return self._value(node) if value is None else self._shown(node, value)

    def _call(self, node: Call, outer: int) -> str:
        if node.name != "sum":
            return self._value(node)
        self.computes = True
        parts: list[str] = []
        for argument in node.arguments:
            value = _closure(argument)(self.scope)
            if isinstance(value, tuple):
                parts += [self._term(figure, not parts and k == 0) for k, figure in enumerate(value)]
            else:
                parts.append(f"{' + ' if parts else ''}{self.write(argument, 5)}")
        text = "".join(parts)
        return f"({text})" if outer > 5 else text

    def _term(self, figure: Figure, first: bool) -> str:
        """A term of a sum; one that is turned round is shown as printed, taken away."""
        known = self.scope.lookup.document
        fact = figure.facts[0] if len(figure.facts) == 1 else None
        if fact is not None and not figure.text and figure.value == -of_fact(fact).value:
            return f"{'−' if first else ' − '}{printed(of_fact(fact), known, False)}"
        return f"{'' if first else ' + '}{printed(figure, known, False) if figure.text else shown(figure, known)}"

    def _chosen(self, arguments: tuple[Node, ...]) -> Node:
        for argument in arguments:
            if isinstance(_closure(argument)(self.scope), Figure | Truth):
                return argument
        return arguments[-1]

    def _value(self, node: Node) -> str:
        return self._shown(node, _closure(node)(self.scope))

    def _shown(self, node: Node, value: Value) -> str:
        if isinstance(value, Figure):
            known = self.scope.lookup.document
            return printed(value, known) if value.text else shown(value, known)
        if isinstance(value, Truth):
            return _stated(node, value)
        if isinstance(value, tuple):
            return listed([printed(v, self.scope.lookup.document) for v in value])
        return f"({value.reason})" if isinstance(value, Missing) else str(value)


def _stated(node: Node, truth: Truth) -> str:
    """A condition that is given, in words: “down”, “not down”."""
    name = node.name if isinstance(node, Name | Attribute | Call) else "so"
    return f"{'' if truth.holds else 'not '}{name.replace('_', ' ')}"
