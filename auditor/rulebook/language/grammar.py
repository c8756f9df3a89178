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
compares texts, measures and periods; comparisons do not chain), `+ -`, `* /`, the sign.

Read by hand, one method a rule of the grammar: every start of the program reads some hundred expressions, for which a
parser made of combinators takes twenty times as long.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NoReturn

from auditor.errors import RuleError
from auditor.rulebook.language.tree import Attribute, Binary, Call, Name, Node, Number, Text, Unary

COMPARISONS = ("~", "=", "!=", "<", "<=", ">", ">=", "is")
PRECEDENCE = {"or": 1, "and": 2, **dict.fromkeys(COMPARISONS, 4), "+": 5, "-": 5, "*": 6, "/": 6}
_NOT = 3
_BLANKS = re.compile(r"\s*")
_NAME = re.compile(r"(?!(?:and|or|not|is)\b)[A-Za-z][A-Za-z0-9_]*")
_NUMBER = re.compile(r"\d+(?:\.\d+)?%?")
_TEXT = re.compile(r"\"[^\"]*\"|'[^']*'")
_ATTRIBUTE = re.compile(r"\.([A-Za-z][A-Za-z0-9_]*)")
_SIGN = re.compile(r"-|not\b")
_OPERATOR = re.compile(r"(?:and|or|is)\b|[<>!]=|[-~=<>+*/]")
_OPEN, _CLOSE, _COMMA = re.compile(r"\("), re.compile(r"\)"), re.compile(",")


class ExpressionError(RuleError):
    """A fault in an expression: `offset` characters from its start."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset


@lru_cache(maxsize=4096)
def parse(text: str) -> Node:
    """The tree of `text`. Raises ExpressionError. Rules have many expressions in common."""
    reader = _Reader(text)
    node = reader.expression()
    if reader.at < len(text):
        reader.fail("an operator or the end")
    return node


class _Reader:
    """Reads `text` from the place `at` on, which is kept after the blanks that follow a token."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self._skip(0)

    def expression(self) -> Node:
        return self._climb(self._operand(), 1)

    def fail(self, expected: str) -> NoReturn:
        rest = self.text[self.at :].split()
        found = f"“{rest[0]}”" if rest else "its end"
        raise ExpressionError(f"the expression cannot be read at {found}: expected {expected}", self.at)

    def _skip(self, end: int) -> None:
        blanks = _BLANKS.match(self.text, end)
        assert blanks is not None
        self.at = blanks.end()

    def _take(self, token: re.Pattern[str]) -> re.Match[str] | None:
        found = token.match(self.text, self.at)
        if found:
            self._skip(found.end())
        return found

    def _climb(self, left: Node, lowest: int) -> Node:
        """`left` with the operators behind it that bind at least as tightly as `lowest`."""
        while (found := _OPERATOR.match(self.text, self.at)) and PRECEDENCE[found[0]] >= lowest:
            self._skip(found.end())
            right = self._climb(self._operand(), PRECEDENCE[found[0]] + 1)
            left = Binary(found[0], left, right, found.start())
        return left

    def _operand(self) -> Node:
        sign = self._take(_SIGN)
        if sign is None:
            return self._attributes(self._atom())
        if sign[0] == "-":
            return Unary("-", self._operand(), sign.start())
        return Unary("not", self._climb(self._operand(), _NOT + 1), sign.start())

    def _attributes(self, node: Node) -> Node:
        while found := self._take(_ATTRIBUTE):
            node = Attribute(node, found[1], node.at)
        return node

    def _atom(self) -> Node:
        if found := self._take(_NUMBER):
            written = found[0]
            value = Decimal(written[:-1]) / 100 if written.endswith("%") else Decimal(written)
            return Number(value, found.start())
        if found := self._take(_TEXT):
            return Text(found[0][1:-1], found.start())
        if found := self._take(_NAME):
            name, at = found[0], found.start()
            return Call(name, self._arguments(), at) if self._take(_OPEN) else Name(name, at)
        if self._take(_OPEN):
            node = self.expression()
            self._close()
            return node
        self.fail("a number, a name or a text")

    def _arguments(self) -> tuple[Node, ...]:
        if self._take(_CLOSE):
            return ()
        arguments = [self.expression()]
        while self._take(_COMMA):
            arguments.append(self.expression())
        self._close()
        return tuple(arguments)

    def _close(self) -> None:
        if not self._take(_CLOSE):
            self.fail("“)”")
