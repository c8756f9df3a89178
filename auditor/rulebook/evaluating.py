"""One rule held against one subject: the names of its `let`, its `skip_when`, its `require`."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from auditor.frozen import dataclass
from auditor.model.fact import Fact
from auditor.model.period import Period
from auditor.rulebook.language.compiling import Names, Scope
from auditor.rulebook.language.figures import Figure, Missing, Truth, merged
from auditor.rulebook.language.grammar import COMPARISONS
from auditor.rulebook.language.tree import Binary, Node
from auditor.rulebook.language.types import Value
from auditor.rulebook.rule import Expression, Message, Rule
from auditor.rulebook.wording import shown
from auditor.rulebook.working import arithmetic, is_condition

HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Evaluation:
    """`truth` is the condition's outcome; None where it was not checked, for the reason `skipped`."""

    rule: Rule
    scope: Scope
    truth: Truth | None
    skipped: str = ""

    @property
    def holds(self) -> bool:
        return self.truth is not None and self.truth.holds

    @property
    def fails(self) -> bool:
        return self.truth is not None and not self.truth.holds

    @property
    def expected(self) -> Figure | None:
        """The figure that the rule calls `expected`; else the right side of its condition."""
        value = self.scope.names.get("expected")
        if isinstance(value, Figure):
            return value
        return self.truth.right if self.truth is not None else None

    @property
    def actual(self) -> Figure | None:
        return self.truth.left if self.truth is not None else None

    def facts(self, first: tuple[Fact, ...] = ()) -> tuple[Fact, ...]:
        """The facts that the outcome rests on, each once, behind those that stand `first`."""
        groups = [first]
        left, right = (self.truth.left, self.truth.right) if self.truth is not None else (None, None)
        if left is not None and right is not None:
            groups += left.facts, right.facts
        for value in self.scope.names.values():
            if isinstance(value, Figure) and value is not left and value is not right:
                groups.append(value.facts)
        return merged(*groups)


def evaluate(rule: Rule, scope: Scope) -> Evaluation:
    """Holds a rule against the named values. Never raises."""
    return _evaluated(rule, _set(rule, scope))


def look(rule: Rule, scope: Scope) -> Evaluation | None:
    """Holds a rule against a subject; None where it is none of those that the rule's `where` is about."""
    if rule.parameters:
        scope = _set(rule, scope)
    if rule.where is not None and not _meant(rule, scope):
        return None
    return _evaluated(rule, scope)


def applies(rule: Rule, scope: Scope) -> bool:
    """Whether a subject is one of those that the rule's `where` is about."""
    return _meant(rule, _set(rule, scope))


def _set(rule: Rule, scope: Scope) -> Scope:
    """The named values with the rule's settings."""
    return Names({**rule.settings, **scope.names}, scope.lookup) if rule.parameters else scope


def _meant(rule: Rule, scope: Scope) -> bool:
    if rule.where is None:
        return True
    value = rule.where.run(scope)
    return isinstance(value, Truth) and value.holds


def _evaluated(rule: Rule, scope: Scope) -> Evaluation:
    if rule.let:
        known = dict(scope.names)
        scope = Names(known, scope.lookup)
        for name, expression in rule.let:
            known[name] = expression.run(scope)
    for skip in rule.skip_when:
        condition = skip.condition.run(scope)
        if isinstance(condition, Truth) and condition.holds:
            return Evaluation(rule, scope, None, skip.because)
    value = rule.require.run(scope)
    if isinstance(value, Truth):
        return Evaluation(rule, scope, value)
    return Evaluation(rule, scope, None, value.reason if isinstance(value, Missing) else "its condition has no meaning")


def noted(evaluation: Evaluation) -> str:
    """Why a failure is noted only, empty where it is not."""
    for case in evaluation.rule.note_when:
        condition = case.condition.run(evaluation.scope)
        if isinstance(condition, Truth) and condition.holds:
            return case.because
    return ""


def loosened(names: Mapping[str, Value], units: Decimal = HALF) -> dict[str, Value]:
    """The names with each printed figure open by so many units of its last digit more to both sides."""
    return {name: _loose(v, units) if isinstance(v, Figure) and v.facts else v for name, v in names.items()}


def _loose(value: Figure, units: Decimal) -> Figure:
    if value.unit.endswith("/share"):
        return value  # tables are adjusted to foot in their thousands, not in the cents of a share
    return Figure(value.quantity.widened(value.quantity.step * units), value.facts, value.text)


def written(message: Message, evaluation: Evaluation, working: str) -> str:
    """The message with its expressions filled in."""
    scope = Names({**evaluation.scope.names, "working": working}, evaluation.scope.lookup)
    text = "".join(part if isinstance(part, str) else _filled(part, scope, evaluation) for part in message.parts)
    filled = message.parts and not isinstance(message.parts[0], str)  # what a rule itself writes stays as it is
    return text[:1].upper() + text[1:] if filled and text[:2].islower() else text


def _filled(part: Expression, scope: Scope, evaluation: Evaluation) -> str:
    value = part.run(scope)
    if isinstance(value, Figure):
        like = evaluation.actual if value is not evaluation.actual else None
        return shown(value, scope.lookup.document, like)
    if isinstance(value, Missing):
        return "(not given)"
    return value.words if isinstance(value, Period) else str(value)


def worked(evaluation: Evaluation) -> str:
    """The arithmetic behind `expected`, with its result: `2,946 thousand / 5,705 thousand − 1 = (48.4)%`."""
    rule, expected = evaluation.rule, evaluation.expected
    if expected is None:
        return ""
    lets = dict(rule.let)
    node = lets["expected"].node if "expected" in lets else _right(rule)
    text, computed = arithmetic(node, evaluation.scope, lets)
    if is_condition(node):
        return f"it must hold that {text}"
    if not computed:
        return text
    return f"{text} = {shown(expected, evaluation.scope.lookup.document, evaluation.actual)}"


def _right(rule: Rule) -> Node:
    node = rule.require.node
    return node.right if isinstance(node, Binary) and node.operator in COMPARISONS else node
