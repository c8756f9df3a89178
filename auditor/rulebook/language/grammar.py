"""From the text of an expression to its tree.

    expression := operand (operator operand)*
    operand    := ("-" | "not")* atom ("." NAME)*
    atom       := NUMBER | PERCENT | TEXT | call | NAME | "(" expression ")"
    call       := NAME "(" [expression ("," expression)*] ")"
    operator   := "or" | "and" | "~" | "=" | "!=" | "<" | "<=" | ">" | ">=" | "is" | "+" | "-" | "*" | "/"
    NUMBER     := digits ["." digits]
    PERCENT    := NUMBER "%"
    TEXT       := '"' any characters but '"' '"'   (or within single quotes)
    NAME       := a letter, then letters, digits, "_"

From loosest to tightest: `or`, `and`, `not`, the comparisons (`~` agrees with, given how both sides are printed; `is`
compares texts, measures and periods; comparisons do not chain), `+ -`, `* /`, the sign. The grammar reads a flat list
of operands and operators and the precedence is applied afterwards, which costs a fraction of nested grammars.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from auditor.errors import RuleError
from auditor.rulebook.language.tree import Attribute, Binary, Call, Name, Node, Number, Text, Unary

COMPARISONS = ("~", "=", "!=", "<", "<=", ">", ">=", "is")
PRECEDENCE = {"or": 1, "and": 2, **dict.fromkeys(COMPARISONS, 4), "+": 5, "-": 5, "*": 6, "/": 6}
_NOT = 3


class ExpressionError(RuleError):
    """A fault in an expression: `offset` characters from its start."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset


@dataclass(frozen=True, slots=True)
class _Operator:
    symbol: str
    at: int


@lru_cache(maxsize=4096)
def parse(text: str) -> Node:
    """The tree of `text`. Raises ExpressionError. Rules have many expressions in common."""
    from pyparsing import ParseBaseException

    try:
        return _grammar()(text)
    except ParseBaseException as fault:
        rest = text[fault.loc :].split()
        found = f"“{rest[0]}”" if rest else "its end"
        message = f"the expression cannot be read at {found}: expected {_expected(fault.msg)}"
        raise ExpressionError(message, fault.loc) from fault


def _expected(message: str) -> str:
    return message.removeprefix("Expected ").replace("end of text", "an operator or the end")


@lru_cache(maxsize=1)
def _grammar() -> Callable[[str], Node]:
    import pyparsing as pp

    expression = pp.Forward().set_name("expression")
    name = pp.Regex(r"(?!(?:and|or|not|is)\b)[A-Za-z][A-Za-z0-9_]*").set_name("a name")
    number = pp.Regex(r"\d+(?:\.\d+)?%?").set_name("a number").set_parse_action(_number)
    text = pp.Regex(r"\"[^\"]*\"|'[^']*'").set_name("a text").set_parse_action(lambda s, at, t: Text(t[0][1:-1], at))
    arguments = pp.Opt(expression + pp.ZeroOrMore(pp.Suppress(",") - expression))
    called = pp.Suppress("(") + pp.Group(arguments, aslist=True) + pp.Suppress(")").set_name("“)”")
    reference = (name + pp.Opt(called)).set_parse_action(_reference)
    nested = pp.Suppress("(") + expression + pp.Suppress(")").set_name("“)”")
    atom = (number | text | reference | nested).set_name("a number, a name or a text")
    trailer = pp.Regex(r"\.(?=[A-Za-z])").suppress() + pp.Regex(r"[A-Za-z][A-Za-z0-9_]*").set_name("a name")
    sign = pp.Regex(r"-|not\b").set_parse_action(lambda s, at, t: _Operator(t[0], at))
    operand = (pp.Group(pp.ZeroOrMore(sign), aslist=True) + atom + pp.ZeroOrMore(trailer)).set_parse_action(_operand)
    operator = pp.Regex(r"(?:and|or|is)\b|[<>!]=|[-~=<>+*/]").set_name("an operator")
    operator = operator.set_parse_action(lambda s, at, t: _Operator(t[0], at))
    expression << (operand + pp.ZeroOrMore(operator - operand)).set_parse_action(lambda s, at, t: _climb(list(t)))  # type: ignore[operator]
    return lambda text: expression.parse_string(text, parse_all=True)[0]


def _number(text: str, at: int, tokens: Any) -> Number:
    written: str = tokens[0]
    return Number(Decimal(written[:-1]) / 100 if written.endswith("%") else Decimal(written), at)


def _reference(text: str, at: int, tokens: Any) -> Node:
    return Call(tokens[0], tuple(tokens[1]), at) if len(tokens) == 2 else Name(tokens[0], at)


@dataclass(frozen=True, slots=True)
class _Operand:
    signs: tuple[_Operator, ...]
    node: Node


def _operand(text: str, at: int, tokens: Any) -> _Operand:
    signs, node, *trailers = tokens
    for trailer in trailers:
        node = Attribute(node, trailer, node.at)
    return _Operand(tuple(signs), node)


def _climb(items: list[Any]) -> Node:
    """Operands and operators in turn become a tree, tightest operators first."""
    position = 0

    def operand(signs: tuple[_Operator, ...], node: Node) -> Node:
        for k, sign in enumerate(signs):
            if sign.symbol == "-":
                return Unary("-", operand(signs[k + 1 :], node), sign.at)
            return Unary("not", climb(_NOT + 1, operand(signs[k + 1 :], node)), sign.at)
        return node

    def climb(lowest: int, left: Node) -> Node:
        nonlocal position
        while position < len(items) and PRECEDENCE[items[position].symbol] >= lowest:
            operator = items[position]
            level = PRECEDENCE[operator.symbol]
            first = items[position + 1]
            position += 2
            right = climb(level + 1, operand(first.signs, first.node))
            left = Binary(operator.symbol, left, right, operator.at)
        return left

    first = items[0]
    position = 1
    return climb(1, operand(first.signs, first.node))
