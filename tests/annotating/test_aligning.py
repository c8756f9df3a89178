"""The text of a document beside its source."""

from hypothesis import given
from hypothesis import strategies as st

from auditor.annotating.aligning import Alignment
from auditor.model.source import MARK, Span


def found(source: str, text: str, quote: str) -> str | None:
    """The part of the source that the first `quote` of the text stands in."""
    at = text.index(quote)
    place = Alignment(source, text).of(Span(at, at + len(quote)))
    return None if place is None else source[place[0] : place[1]]


def test_white_space_may_differ():
    assert found("Revenue  was\n$2.9   million.", "Revenue was $2.9 million.", "$2.9 million") == "$2.9   million"


def test_running_heads_may_be_set_aside():
    source = "Revenue for the year was\nBrook Mills, page 2\n$2.9 million and costs $1.1 million."
    text = "Revenue for the year was $2.9 million and costs $1.1 million.\n\nBrook Mills, page 2"
    assert found(source, text, "$1.1 million") == "$1.1 million"
    assert found(source, text, "page 2") == "page 2"


def test_wrapped_label_stands_around_its_figures():
    source = "Selling and 1,234 1,200 marketing expenses Other 1,234 1,111"
    text = "Selling and marketing expenses\t1,234\t1,200\nOther\t1,234\t1,111"
    alignment = Alignment(source, text)
    second = text.rindex("1,234")
    assert found(source, text, "1,234") == "1,234"
    assert alignment.of(Span(second, second + 5)) == (source.rindex("1,234"), source.rindex("1,234") + 5)


def test_footnote_marks_count_for_nothing():
    assert found("Net income1 was 5,123", f"Net income{MARK}1{MARK} was 5,123", "5,123") == "5,123"


def test_what_the_source_parts_is_found_by_its_figure():
    assert found("$0.12 per diluted HEAD share", "$0.12 per diluted share HEAD", "$0.12 per diluted share") == (
        "$0.12 per diluted"
    )


def test_what_is_not_in_the_source_is_not_found():
    assert found("Revenue was flat.", "Revenue was flat. 512", "512") is None


WORDS = st.lists(st.from_regex(r"[A-Za-z]{1,6}|\$?\d{1,3}(,\d{3})?", fullmatch=True), min_size=1, max_size=30)


@given(WORDS, st.data())
def test_every_word_of_the_same_text_is_found_in_its_place(words, data):
    gaps = data.draw(st.lists(st.sampled_from([" ", "\n", "  "]), min_size=len(words), max_size=len(words)))
    source = "".join(word + gap for word, gap in zip(words, gaps, strict=True))
    text = " ".join(words)
    alignment = Alignment(source, text)
    assert [source[k] for k in alignment.places if k >= 0] == [c for c in text if not c.isspace()]
    assert sorted(k for k in alignment.places if k >= 0) == [k for k in alignment.places if k >= 0]


@given(WORDS, WORDS)
def test_a_place_always_holds_the_same_character(source, text):
    a, b = " ".join(source), " ".join(text)
    places = Alignment(a, b).places
    assert all(a[place] == char for place, char in zip(places, b, strict=True) if place >= 0)
    taken = [place for place in places if place >= 0]
    assert len(taken) == len(set(taken))
