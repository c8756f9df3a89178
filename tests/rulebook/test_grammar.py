"""The grammar of expressions: what binds tighter, and what cannot be read."""

import pytest

from auditor.rulebook.language.grammar import ExpressionError, parse
from auditor.rulebook.language.tree import (
    REPORTED_BEFORE,
    Attribute,
    Binary,
    Call,
    Name,
    Node,
    Number,
    Text,
    Unary,
    demanded,
)


def shape(node: Node) -> str:
    """The tree with every operation in parentheses."""
    match node:
        case Number(value):
            return f"{value:f}"
        case Text(value):
            return f'"{value}"'
        case Name(name):
            return name
        case Attribute(owner, name):
            return f"{shape(owner)}.{name}"
        case Call(name, arguments):
            return f"{name}({', '.join(map(shape, arguments))})"
        case Unary(operator, operand):
            return f"({operator} {shape(operand)})"
        case Binary(operator, left, right):
            return f"({shape(left)} {operator} {shape(right)})"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("now / before - 1", "((now / before) - 1)"),
        ("a - b - c", "((a - b) - c)"),
        ("a + b * c", "(a + (b * c))"),
        ("(a + b) * c", "((a + b) * c)"),
        ("-a + b", "((- a) + b)"),
        ("a * -b", "(a * (- b))"),
        ("claim.value ~ now", "(claim.value ~ now)"),
        ("not a > b and c", "((not (a > b)) and c)"),
        ("a or b and c", "(a or (b and c))"),
        ('measure is "net-income"', '(measure is "net-income")'),
        ("x is 'y'", '(x is "y")'),
        ("2.5% + 1", "(0.025 + 1)"),
        ("fact('revenue', claim.period)", 'fact("revenue", claim.period)'),
        ("sum(parts)", "sum(parts)"),
        ("days()", "days()"),
        ("given(a) and not given(b)", "(given(a) and (not given(b)))"),
        ("notable + orders", "(notable + orders)"),
    ],
)
def test_what_binds_tighter(text: str, read: str) -> None:
    assert shape(parse(text)) == read


@pytest.mark.parametrize(
    ("text", "offset", "message"),
    [
        ("now +", 5, "at its end: expected a number, a name or a text"),
        ("(now", 4, "at its end: expected “)”"),
        ("now before", 4, "at “before”: expected an operator or the end"),
        ("sum(a,, b)", 6, "at “,”: expected a number, a name or a text"),
        ("now ~~ before", 5, "at “~”: expected a number, a name or a text"),
        ("", 0, "at its end: expected a number, a name or a text"),
        ("now % 2", 4, "at “%”: expected an operator or the end"),
        ("__import__('os')", 0, "at “__import__('os')”: expected a number, a name or a text"),
        ("a.__class__", 1, "at “.__class__”: expected an operator or the end"),
    ],
)
def test_what_cannot_be_read(text: str, offset: int, message: str) -> None:
    with pytest.raises(ExpressionError) as fault:
        parse(text)
    assert (fault.value.offset, str(fault.value)) == (offset, f"the expression cannot be read {message}")


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ('given(fact("net-income"))', {"net-income"}),
        ('given(fact("adjusted net-income", period)) and direction is "up" and given(fact("revenue"))',
         {"net-income", "revenue"}),
        ('given(fact("net-income")) or given(fact("revenue"))', set()),
        ('given(fact("net-income")) or given(fact("net-income", period)) and up', {"net-income"}),
        ("given(as_reported(now)) or given(restated(now))", {REPORTED_BEFORE}),
        ("as_reported(now) ~ before", set()),
        ('not given(fact("net-income"))', set()),
        ('fact("net-income") > 0', set()),
        ("given(fact(claim.measure))", set()),
    ],
)  # fmt: skip
def test_what_the_tables_must_hold_for_a_condition_to_hold_for_anything(text: str, measures: set[str]) -> None:
    assert demanded(parse(text)) == measures
