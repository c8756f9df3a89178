"""Patterns without case: lower case on both sides finds what a pattern that ignores case finds."""

import gc
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import auditor.engine
from auditor.grammar.folding import Hinted, folded, for_folded

HINTED = [found for found in gc.get_objects() if isinstance(found, Hinted)] if auditor.engine else []


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


@pytest.mark.parametrize("hinted", HINTED, ids=lambda hinted: hinted.pattern[:40])
@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.data())
def test_a_pattern_fits_nothing_without_one_of_its_hints(hinted: Hinted, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(re.compile(hinted.pattern, re.I | re.A), fullmatch=True))
    assert hinted.may_fit(text)


def test_a_pattern_that_no_text_needs_is_not_compiled() -> None:
    total = Hinted(r"\btotals?\b", "total")
    assert total.search("Revenue") is None
    assert total._compiled is None
    assert total.search("Sub-Total") is not None
    assert total.sub("sum", "Total assets") == "sum assets"
