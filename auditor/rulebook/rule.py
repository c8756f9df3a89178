"""A rule as data: what it looks at, what it requires, and what it says when that does not hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field, replace
from datetime import date
from functools import cached_property
from hashlib import sha256
from types import MappingProxyType
from typing import Literal, cast, get_args

from auditor.errors import SettingsError, suggestion
from auditor.frozen import dataclass
from auditor.model.choices import STANDARD
from auditor.model.finding import How, Level
from auditor.rulebook.kinds import KINDS
from auditor.rulebook.language.compiling import Closure
from auditor.rulebook.language.tree import Node, demanded
from auditor.rulebook.language.types import Value
from auditor.rulebook.parameters import Parameter, set_values

OFF = "off"
_DIGITS = 3  # of a rule's number


@dataclass(frozen=True, slots=True)
class Expression:
    text: str
    node: Node
    run: Closure


@dataclass(frozen=True, slots=True)
class Skip:
    """A case in which the rule says nothing (or notes only), and why."""

    condition: Expression
    because: str


@dataclass(frozen=True, slots=True)
class Example:
    """A miniature release. `says` stands in the finding's message or working; `how` is how its claims agree;
    `against` is a release published before."""

    fails: bool
    text: str
    line: int
    says: str = ""
    how: How | None = None
    against: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """A text with expressions in braces: texts and expressions in turn."""

    parts: tuple[str | Expression, ...]


@dataclass(frozen=True)
class Rule:
    """One rule. `kind` and `of` are its `for_each`: `claim` of (`level`,), `column` of (`income-statement`,).

    `verdict`: it decides the verdict of its claims. `vote`: a failure is reported at the rule's level only where the
    condition holds for others of the same table, and is a note where it holds nowhere, for then the table was
    probably misread. `slack`: what becomes of a failure that one unit of the last digits would heal. `note_when`: cases
    in which a failure is noted only. `explains`: rules whose contradictions it
    names the cause of. `since`: the version that brought the rule; `effective`: it holds for releases
    whose reported period ends on that day or later.
    """

    id: str
    name: str
    level: Level
    summary: str
    why: str
    kind: str
    of: tuple[str, ...]
    require: Expression
    message: Message
    where: Expression | None = None
    let: tuple[tuple[str, Expression], ...] = ()
    skip_when: tuple[Skip, ...] = ()
    verdict: bool = False
    vote: bool = False
    slack: Literal["pass", "note"] = "pass"
    parameters: tuple[Parameter, ...] = ()
    note_when: tuple[Skip, ...] = ()
    explains: tuple[str, ...] = ()
    since: str = ""
    effective: date | None = None
    references: tuple[str, ...] = ()
    path: str = ""
    _examples: Callable[[], tuple[Example, ...]] = field(default=lambda: (), compare=False, repr=False)

    @cached_property
    def settings(self) -> Mapping[str, Value]:
        """The parameters by name, with the values in force."""
        return {parameter.name: parameter.typed for parameter in self.parameters}

    @cached_property
    def needs(self) -> frozenset[str]:
        """What the tables must hold for its `where` to hold for anything: measures, figures as previously reported."""
        return demanded(self.where.node) if self.where is not None else frozenset()

    @property
    def examples(self) -> tuple[Example, ...]:
        """Read from the rule's file when asked for. Raises RuleError."""
        return self._examples()


@dataclass(frozen=True)
class Rulebook:
    """Rules in order of their ids; `digest` is the SHA-256 of their files."""

    rules: tuple[Rule, ...]
    digest: str = ""

    @cached_property
    def _special(self) -> Mapping[str, frozenset[str]]:
        """What rules of one kind look at by name, which a rule that is less special leaves to them."""
        found: dict[str, set[str]] = {}
        for rule in self.rules:
            if KINDS[rule.kind].shared and rule.where is None:
                found.setdefault(rule.kind, set()).update(rule.of)
        return {kind: frozenset(words) for kind, words in found.items()}

    @cached_property
    def _rest(self) -> Mapping[str, frozenset[str]]:
        return {rule.id: self._special.get(rule.kind, frozenset()) - frozenset(rule.of) for rule in self.rules}

    def rest(self, rule: Rule) -> frozenset[str]:
        """The words that other rules of a rule's kind name, for which it is not."""
        return self._rest[rule.id]

    @cached_property
    def _explaining(self) -> Mapping[str, tuple[Rule, ...]]:
        return {r.id: tuple(o for o in self.rules if {r.id, r.name} & set(o.explains)) for r in self.rules}

    def explaining(self, rule: Rule) -> tuple[Rule, ...]:
        """The rules that name the cause of a rule's contradictions."""
        return self._explaining[rule.id]

    def rule(self, wanted: str) -> Rule:
        """The rule of an id or a name. Raises SettingsError."""
        for rule in self.rules:
            if wanted in (rule.id, rule.name):
                return rule
        raise SettingsError(f"there is no rule “{wanted}”{self._meant(wanted) or '; “auditor rules” lists them'}")

    def _meant(self, wanted: str) -> str:
        """The rule that was probably meant: "c9" is C009. A number that is near another is not taken for it."""
        number = wanted[:1].upper() + wanted[1:].zfill(_DIGITS)
        known = [number] if any(rule.id == number for rule in self.rules) else [rule.name for rule in self.rules]
        return suggestion(number if number in known else wanted, known)

    def chosen(self, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> Rulebook:
        """The rules that `select` names (all, where it names none) without those that `ignore` names. Raises
        SettingsError for an unknown id or name."""
        wanted = {self.rule(name).id for name in select} or {rule.id for rule in self.rules}
        unwanted = {self.rule(name).id for name in ignore}
        return Rulebook(tuple(r for r in self.rules if r.id in wanted - unwanted), self.digest)

    def tuned(
        self,
        parameters: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
        levels: Mapping[str, str] = MappingProxyType({}),
        profile: str = STANDARD,
    ) -> Rulebook:
        """The rules with other values of their parameters, as text by rule (id or name) and parameter, and with other
        levels by rule (`off`: not at all). `profile` is the set of values from which the others start. Raises
        SettingsError for what no rule has, and for values that cannot be read."""
        if not parameters and not levels and profile == STANDARD:
            return self
        given = {self.rule(name).id: values for name, values in parameters.items()}
        wanted = {self.rule(name).id: level for name, level in levels.items()}
        tuned = [_tuned(rule, given.get(rule.id, {}), wanted.get(rule.id, rule.level), profile) for rule in self.rules]
        said = sorted((i, n, v) for i, values in given.items() for n, v in values.items())
        digest = sha256(repr((self.digest, said, sorted(wanted.items()), profile)).encode()).hexdigest()
        return Rulebook(tuple(rule for rule in tuned if rule is not None), digest)


def _tuned(rule: Rule, values: Mapping[str, str], level: str, profile: str) -> Rule | None:
    if level == OFF:
        return None
    if level not in get_args(Level):
        known = (*get_args(Level), OFF)
        hint = f"{suggestion(level, known)} ({', '.join(known)})"
        raise SettingsError(f"{rule.id} {rule.name}: “{level}” is no level{hint}")
    parameters = set_values(f"{rule.id} {rule.name}", rule.parameters, values, profile)
    return replace(rule, level=cast(Level, level), parameters=parameters)
