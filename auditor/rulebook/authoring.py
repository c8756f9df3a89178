"""What helps to write a rule: a file to start from, the lists of what may stand in it, and a schema for editors."""

from __future__ import annotations

from typing import Any, get_args

from auditor.model.choices import PROFILES
from auditor.model.finding import How, Level
from auditor.rulebook.kinds import KINDS
from auditor.rulebook.language.functions import FUNCTIONS, LAZY
from auditor.rulebook.loading import FIELDS

TEMPLATE = """\
id: {id}
name: {name}
level: warning
summary: What is wrong, in one sentence.
why: >
  Why it matters, and to whom.
references:
  - Where it is written that it must hold
for_each: column
where: given(fact("current-assets"))
let:
  assets: fact("current-assets")
  debts: fact("current-liabilities")
require: assets >= debts
message: "{{assets.label}} {{assets.column}} of {{assets}} are less than {{debts.label}} of {{debts}}"
examples:
  - fails: |
      In thousands              | June 30, 2025
      Total current assets      | 9,200
      Total assets              | 31,700
      Total current liabilities | 10,900
    says: 10,900
  - passes: |
      In thousands              | June 30, 2025
      Total current assets      | 19,200
      Total assets              | 36,700
      Total current liabilities | 10,900
"""
_TEXT = {"type": "string"}
_CASES = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["if", "because"],
        "additionalProperties": False,
        "properties": {"if": _TEXT, "because": _TEXT},
    },
}
_NUMBER_OR_TEXT = {"type": ["string", "number"]}


def template(name: str, number: str) -> str:
    """A rule file of a name that works as it stands."""
    return TEMPLATE.format(id=number, name=name)


def kinds_listed() -> str:
    """What a rule can look at, with the names that it may then use, as plain text."""
    out = []
    for name, kind in KINDS.items():
        words = [*kind.of, *(["any measure"] if kind.measures else [])]
        out.append(f"{name}: {kind.summary}")
        if words:
            out.append(f"    of   {', '.join(words)}")
        out.append(f"    has  {', '.join(f'{n} ({t})' for n, t in kind.names.items())}")
    return "\n".join(out) + "\n"


def functions_listed() -> str:
    """The functions of the language, as plain text."""
    lines = []
    for name, function in FUNCTIONS.items():
        more = ", …" if function.repeats else ""
        lines.append(f"{name}({', '.join(function.takes)}{more}) gives {function.gives}: {function.summary}")
    lines += [f"{name}(…) gives {gives}: {summary}" for name, (gives, summary) in LAZY.items()]
    return "\n".join(lines) + "\n"


def schema() -> dict[str, Any]:
    """The JSON Schema of a rule file, for editors that complete and check YAML. What expressions may say is checked
    when the rule is loaded."""
    properties: dict[str, Any] = {name: dict(_TEXT) for name in FIELDS}
    properties["level"] = {"enum": list(get_args(Level))}
    properties["for_each"] = {"type": "string", "pattern": f"^({'|'.join(KINDS)})( .+)?$"}
    properties["references"] = {"type": "array", "items": _TEXT}
    properties["since"] = _NUMBER_OR_TEXT
    properties["let"] = {"type": "object", "additionalProperties": _TEXT}
    properties["skip_when"] = properties["note_when"] = _CASES
    properties["slack"] = {"enum": ["pass", "note"]}
    for name in ("verdict", "vote"):
        properties[name] = {"enum": ["yes", "no", True, False]}
    properties["parameters"] = {"type": "object", "additionalProperties": _parameter()}
    properties["examples"] = {"type": "array", "minItems": 2, "items": _example()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A rule of the auditor",
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "anyOf": [
            {"required": ["id", "name", "level", "summary", "why", "for_each", "require", "message", "examples"]},
            {"required": ["extends", "id", "name", "examples"]},
            {"required": ["overrides"]},
        ],
    }


def _parameter() -> dict[str, Any]:
    values = dict.fromkeys(("default", *PROFILES[1:]), _NUMBER_OR_TEXT)
    choices = {"type": "array", "items": _TEXT}
    return {
        "type": "object",
        "required": ["default", "meaning"],
        "additionalProperties": False,
        "properties": {**values, "meaning": _TEXT, "choices": choices},
    }


def _example() -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "fails": _TEXT,
            "passes": _TEXT,
            "says": _NUMBER_OR_TEXT,
            "how": {"enum": list(get_args(How))},
            "against": _TEXT,
        },
    }
