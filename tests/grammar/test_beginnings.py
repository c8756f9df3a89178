"""What patterns begin with."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.grammar import identifiers
from auditor.grammar.beginnings import SIZE, alternatives, beginnings, by_beginning, fitting, places
from auditor.grammar.folding import for_folded
from auditor.grammar.period_forms import FORMS
from auditor.grammar.shapes import CUES

ABOUT = re.compile(r"\(\?<?[=!]")  # what stands around a cue, which no text made from its pattern alone can have
LISTS = (
    [part for _, _, pattern in CUES for part in alternatives(for_folded(pattern))],
    [str(element.pattern) for element in identifiers._LISTED],
    [str(form.pattern) for form, _ in FORMS],
)
PLAIN = [part for listed in LISTS for part in listed if not ABOUT.search(part)]


@pytest.mark.parametrize(
    ("pattern", "first"),
    [
        ("rose|fell|grew", "ros fel gre"),
        ("by|up|compared", "by up com"),
        (r"(?:sharply\s+)?(?:up|down)", "sha up dow"),
        (r"(?<=%\s)rise|(?<=percent\s)climb(?=s)", "ris cli"),
        (r"\bwhile\b|;|--|[({]", "whi ; -- ( {"),
        (r"(a|an)-?increase\[|i\.e\.", "a-i ain an- ani i.e"),
        (r"q[1-4]|h(?:1|2)", "q1 q2 q3 q4 h1 h2"),
        ("ris(?:en|ing)|r?o?se", "ris se rse ose ros"),
        (r"(?P<span>no+)tes", "no"),
        (r"(?:net )*loss", "net los"),
        (r"x\d\w", "x0 x1 x2 x3 x4 x5 x6 x7 x8 x9"),
        (r"[\]a]b{2}", "]b ab"),
    ],
)
def test_a_pattern_begins_with_the_letters_of_its_alternatives(pattern: str, first: str) -> None:
    assert beginnings(pattern) == set(first.split())


def test_the_bars_of_groups_and_sets_part_no_alternatives() -> None:
    assert list(alternatives(r"rose(?:s|n)|[|]|a\|b|")) == ["rose(?:s|n)", "[|]", r"a\|b", ""]


def test_blanks_of_any_kind_part_words() -> None:
    begun = beginnings(r"a\s+year|in[\s-]excess")
    assert {"a ", "a\t", "a\xa0", "in ", "in-", "in\n"} < begun and not {"a", "in"} & begun


@pytest.mark.parametrize("pattern", ["(?:net )?", r"\w+", "[^,]", r"[\w,]", ".", r"\w*loss"])
def test_a_pattern_that_may_begin_with_anything_or_be_empty_has_the_empty_beginning(pattern: str) -> None:
    assert "" in beginnings(pattern)


def test_the_patterns_that_may_fit_at_a_word_are_told_in_their_order() -> None:
    begun = by_beginning(["net loss", "by", r"\w+ly", "net income", "nearly"])
    assert fitting(begun, "net") == [0, 2, 3]
    assert fitting(begun, "by ") == [1, 2]
    assert fitting(begun, "ne") == [2], "the text ends before the others could fit"
    assert fitting(begun, "") == [2]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("up upper group (up) up-up", [0, 3, 15, 16, 18, 20, 22, 23]),
        ("gains,;a dips", [5, 6, 7]),
        ("a b", [0]),
        ("ups x1 fx1", [0, 4]),
    ],
)
def test_the_places_are_those_where_a_sign_stands_or_a_word_begins_with_a_beginning(
    text: str, found: list[int]
) -> None:
    assert [m.start() for m in places({"up", "(", ")", "-", ",", ";", "a", "x1"}).finditer(text)] == found


def _fitting(pattern: str) -> st.SearchStrategy[str]:
    """Texts that a pattern fits; digits are those of releases, 0 to 9."""
    return st.from_regex(re.compile(pattern, re.ASCII), fullmatch=True)


@settings(deadline=None)
@given(st.sampled_from(PLAIN).flatmap(lambda part: st.tuples(st.just(part), _fitting(part))))
def test_what_a_pattern_of_the_grammar_fits_begins_with_one_of_its_beginnings(made: tuple[str, str]) -> None:
    pattern, text = made
    assert fitting(by_beginning([pattern]), text[:SIZE]) == [0]
