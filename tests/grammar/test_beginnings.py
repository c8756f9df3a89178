"""The letters that patterns begin with."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.grammar.beginnings import alternatives, beginnings
from auditor.grammar.folding import for_folded
from auditor.grammar.shapes import CUES

ABOUT = re.compile(r"\(\?<?[=!]")  # what stands around a cue, which no text made from its pattern alone can have
PLAIN = [part for _, _, pattern in CUES for part in alternatives(for_folded(pattern)) if not ABOUT.search(part)]


@pytest.mark.parametrize(
    ("pattern", "first"),
    [
        ("rose|fell|grew", "rfg"),
        (r"(?:sharply\s+)?(?:up|down)", "sud"),
        (r"(?<=%\s)rise|(?<=percent\s)climb(?=s)", "rc"),
        (r"\bwhile\b|;|--|[({]", "w;-({"),
        (r"(?:net )*loss", "nl"),
        (r"(a|an)\s+increase\[|i\.e\.", "ai"),
    ],
)
def test_a_pattern_begins_with_the_letters_of_its_alternatives(pattern: str, first: str) -> None:
    assert beginnings(pattern) == set(first)


def test_the_bars_of_groups_and_sets_part_no_alternatives() -> None:
    assert list(alternatives(r"rose(?:s|n)|[|]|a\|b|")) == ["rose(?:s|n)", "[|]", r"a\|b", ""]


def test_what_fits_nothing_at_all_begins_with_nothing() -> None:
    assert beginnings("(?:net )?") == {"n", ""}


@pytest.mark.parametrize("pattern", [r"\d+", r"[a-z]+", r"[^,]", r"\w"])
def test_a_pattern_that_may_begin_with_many_letters_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="no letter begins"):
        beginnings(pattern)


@settings(deadline=None)
@given(st.sampled_from(PLAIN).flatmap(lambda part: st.tuples(st.just(part), st.from_regex(part, fullmatch=True))))
def test_a_cue_begins_with_one_of_its_letters(made: tuple[str, str]) -> None:
    part, text = made
    assert text[0] in beginnings(part)
