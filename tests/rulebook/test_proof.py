"""The proof of every rule: what `python3 dev.py rules-report` counts, with one generated release."""

import pytest

from auditor.rulebook import load
from tools.rules_report import Proof, proofs


@pytest.fixture(scope="module")
def found() -> list[Proof]:
    return proofs(load(), (1,))


def test_every_rule_finds_every_error_of_its_kind(found: list[Proof]) -> None:
    assert [(p.rule.id, p.missed) for p in found if p.missed or not p.planted] == []


def test_no_rule_speaks_on_a_clean_release(found: list[Proof]) -> None:
    assert [(p.rule.id, p.alarms) for p in found if p.alarms] == []


def test_there_are_seventy_rules_each_with_a_reference(found: list[Proof]) -> None:
    assert len(found) >= 70
    assert [p.rule.id for p in found if not p.rule.references] == []
