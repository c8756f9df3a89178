"""Patterns without case: lower case on both sides finds what a pattern that ignores case finds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.grammar.folding import folded, for_folded


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(folded(text)) == len(text)


def test_a_letter_that_would_grow_stays() -> None:
    assert folded("İstanbul Q2") == "İstanbul q2"


@pytest.mark.parametrize(
    "pattern", [r"\bQ[1-4]\b", r"(?P<Money>US\$)\S+", r"(?<=\d)[KMB]\b", r"\D+MARCH", r"(?P<A>x)(?P=A)Y"]
)
def test_the_folded_pattern_finds_what_one_without_case_finds(pattern: str) -> None:
    text = "In Q2 and q3 (March, march) US$5 to us$7; 5M or 5m; xxY xxy"
    expected = [m.span() for m in re.finditer(pattern, text, re.I)]
    assert [m.span() for m in re.finditer(for_folded(pattern), folded(text))] == expected != []
