"""Parameters of rules: numbers and words that a user's settings may replace, and that findings print."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from auditor.errors import SettingsError, suggestion
from auditor.frozen import dataclass
from auditor.model.choices import PROFILES, STANDARD
from auditor.rulebook.language.figures import Figure, number
from auditor.rulebook.language.types import Type

_NUMBER = re.compile(r"-?(?:\d[\d,]*(?:\.\d+)?|\.\d+)%?")


@dataclass(frozen=True, slots=True)
class Parameter:
    """`default` and `value` (the one in force) are written as in the rule file: `2%`, `0.5`, or one of `choices`.

    `others` are the values that the profiles other than the standard one start from.
    """

    name: str
    default: str
    meaning: str
    choices: tuple[str, ...] = ()
    others: tuple[tuple[str, str], ...] = ()
    value: str = ""
    profile: str = STANDARD

    @property
    def in_force(self) -> str:
        return self.value or self.default

    @property
    def type(self) -> Type:
        return "text" if self.choices else "figure"

    @property
    def typed(self) -> Figure | str:
        """The value in force, as expressions take it: percentages as fractions."""
        return self.in_force if self.choices else read_number(self.in_force)

    def fault(self, value: str) -> str:
        """What is wrong with a value; empty when nothing is."""
        if self.choices:
            listed = ", ".join(self.choices)
            known = value in self.choices
            return "" if known else f"“{value}” is none of {listed}{suggestion(value, self.choices)}"
        return "" if _NUMBER.fullmatch(value) else f"“{value}” is no number, such as 0.5 or 2%"

    def shown(self) -> str:
        """`flat = 2% (set)`: the value in force, and where it comes from."""
        origin = "set" if self.value else f"{self.profile} profile"
        return f"{self.name} = {self.in_force} ({origin})"


def in_force(parameters: tuple[Parameter, ...], working: str) -> str:
    """The working of a finding, and a line with the parameters that it depends on."""
    if not parameters:
        return working
    return f"{working}\nwith {', '.join(p.shown() for p in parameters)}".strip()


def read_number(text: str) -> Figure:
    """`2%` is 0.02, `1,000` a thousand."""
    digits = Decimal(text.rstrip("%").replace(",", ""))
    return number(digits / 100 if text.endswith("%") else digits)


def set_values(
    rule: str, parameters: tuple[Parameter, ...], values: Mapping[str, str], profile: str
) -> tuple[Parameter, ...]:
    """The parameters of a rule with the values that a user gives. Raises SettingsError, which names `rule`."""
    if profile not in PROFILES:
        raise SettingsError(f"there is no profile “{profile}”{suggestion(profile, PROFILES)} ({', '.join(PROFILES)})")
    known = {parameter.name: parameter for parameter in parameters}
    for name, value in values.items():
        if name not in known:
            has = f"it has {', '.join(known)}" if known else "it has none"
            raise SettingsError(f"{rule} has no parameter “{name}”{suggestion(name, known)} ({has})")
        if fault := known[name].fault(value.strip()):
            raise SettingsError(f"{rule}: {name}: {fault}")
    return tuple(_in_profile(p, profile, values.get(p.name, "").strip()) for p in parameters)


def _in_profile(parameter: Parameter, profile: str, value: str) -> Parameter:
    start = dict(parameter.others).get(profile)
    if start is None:
        return replace(parameter, value=value)
    return replace(parameter, default=start, profile=profile, value=value)
