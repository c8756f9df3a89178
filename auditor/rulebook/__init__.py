"""The rule book: YAML becomes rules, rules are held against a document.

`load` and `load_rules` give a `Rulebook`, `run` holds it against a `Context` and gives an `Outcome`.
"""

from auditor.model.choices import PROFILES
from auditor.rulebook.context import Context, Outcome
from auditor.rulebook.examples import Result, run_examples
from auditor.rulebook.explaining import catalogue, catalogue_page, explain
from auditor.rulebook.loading import load, load_rules
from auditor.rulebook.parameters import Parameter
from auditor.rulebook.rule import Example, Rule, Rulebook
from auditor.rulebook.running import run

__all__ = [
    "PROFILES",
    "Context",
    "Example",
    "Outcome",
    "Parameter",
    "Result",
    "Rule",
    "Rulebook",
    "catalogue",
    "catalogue_page",
    "explain",
    "load",
    "load_rules",
    "run",
    "run_examples",
]
