"""Values are frozen: by the type checker always, in Python's development mode when they run as well."""

import dataclasses
import subprocess
import sys

import pytest

from auditor.cli.demo import SAMPLE
from auditor.frozen import replace
from auditor.model.source import Span

SET_A_FIELD = """
from auditor.model.source import Span
span = Span(1, 2)
assert span == Span(1, 2) and hash(span) == hash(Span(1, 2)) and span != Span(1, 3)
span.end = 3
"""


def run(*options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *options, "-c", SET_A_FIELD], capture_output=True, text=True)


def test_a_field_is_never_set_in_development_mode():
    assert "FrozenInstanceError: cannot assign to field 'end'" in run("-X", "dev").stderr


def test_a_value_is_compared_and_hashed_by_its_fields_all_the_same():
    assert run().returncode == 0


def test_an_audit_sets_no_field_of_a_frozen_value():
    command = ["-m", "auditor", "check", str(SAMPLE), "--exit-zero"]
    audits = [subprocess.run([sys.executable, *mode, *command], capture_output=True) for mode in (["-X", "dev"], [])]
    assert [(audit.stdout, audit.returncode) for audit in audits] == [(audits[0].stdout, 0)] * 2


def test_a_replaced_value_differs_in_what_was_given_alone():
    span = Span(1, 2)
    assert replace(span, end=5) == dataclasses.replace(span, end=5) == Span(1, 5)
    assert replace(span) == span
    with pytest.raises(TypeError, match="middle"):
        replace(span, middle=3)
