"""The laws of fingerprints: edits elsewhere leave them alone, another number or period makes another one."""

from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor import audit, load_rules, load_vocabulary, read_document

PROSE = [
    "Revenue for the third quarter was $112.0 million, an increase of 12% from $103.0 million in the "
    "third quarter of 2024.",
    "Operating income declined to $32.0 million from $28.0 million in the third quarter of 2024.",
]
TABLE = """\
                    (In millions)

                                 Three Months Ended
                                   September 30,
                                --------------------
                                   2025       2024
                                ---------  ---------
Revenue                            $112.0     $103.0
Materials                            50.0       45.0
Wages                                30.0       30.0
                                ---------  ---------
Total costs                          81.0       75.0
                                ---------  ---------
Operating income                    $32.0      $28.0
                                =========  =========
"""
ELSEWHERE = [
    "The plant at Tor Lane was opened to visitors in June.",
    "“We thank all who work for us,” said the chair.",
    "Orders for 2026 were $41 million at the end of the quarter.",
    "The company moved its head office to Bridge Street 12.",
    "Materials were bought from eleven suppliers.",
]


@lru_cache(maxsize=1)
def _rules():
    return load_rules()


def found(prose=PROSE, table=TABLE):
    """The fingerprints of a release, by rule."""
    text = "Brook Mills Reports Its Third Quarter\n\nPORT ALDEN, Maine -- October 28, 2025\n\n" + "\n\n".join(prose)
    done = audit(read_document(f"{text}\n\n{table}".encode(), "r"), _rules(), load_vocabulary())
    return {finding.rule: finding.fingerprint for finding in done.findings}


BEFORE = found()


def place(fingerprint):
    return fingerprint.rsplit("-", 1)[0]


def test_the_release_has_the_findings_that_the_laws_are_about():
    assert sorted(BEFORE) == ["C003", "D001", "S003", "T001"]


@given(st.lists(st.tuples(st.integers(0, 2), st.sampled_from(ELSEWHERE)), max_size=4))
@settings(max_examples=25, deadline=None)
def test_text_put_in_elsewhere_changes_no_fingerprint(edits):
    prose = list(PROSE)
    for at, text in edits:
        prose.insert(at, text)
    assert found(prose) == BEFORE


@given(st.integers(0, 3), st.integers(1, 60))
@settings(max_examples=10, deadline=None)
def test_lines_and_spacing_change_no_fingerprint(blank, width):
    prose = ["\n".join(_wrapped(text, 40 + width)) for text in PROSE]
    assert found(prose, "\n" * blank + TABLE) == BEFORE


def _wrapped(text, width):
    from textwrap import wrap

    return wrap(text, width)


def test_a_line_of_the_table_that_the_sum_does_not_rest_on():
    assert found(table=TABLE + "Backlog                             $61.0      $55.0\n") == BEFORE


@pytest.mark.parametrize("percent", [11, 13, 15, 20, 21])
def test_another_number_in_the_sentence_makes_another_fingerprint_of_the_same_place(percent):
    after = found([PROSE[0].replace("12%", f"{percent}%"), PROSE[1]])
    assert after["C003"] != BEFORE["C003"]
    assert place(after["C003"]) == place(BEFORE["C003"])
    assert {**after, "C003": ""} == {**BEFORE, "C003": ""}


@pytest.mark.parametrize("old, new", [("$103.0\nM", "$102.0\nM"), ("$112.0     $", "$114.0     $")])
def test_another_figure_that_a_sentence_is_held_against_makes_another_fingerprint(old, new):
    after = found(table=TABLE.replace(old, new))
    assert after.get("C003") != BEFORE["C003"]


PARTS_AND_TOTAL = [("50.0 ", "5{}.0 "), ("30.0  ", "3{}.0  "), ("81.0", "8{}.0")]


@given(st.sampled_from(PARTS_AND_TOTAL), st.integers(0, 9))
@settings(max_examples=20, deadline=None)
def test_another_part_or_total_makes_another_fingerprint_of_a_footing(figure, digit):
    printed, other = figure[0], figure[1].format(digit)
    after = found(table=TABLE.replace(printed, other, 1))
    assert (after.get("T001") == BEFORE["T001"]) is (printed == other)
    assert (after["C003"], after["D001"]) == (BEFORE["C003"], BEFORE["D001"])


def test_two_findings_never_share_a_fingerprint():
    twice = audit(
        read_document(("\n\n".join(PROSE + PROSE) + "\n\n" + TABLE).encode(), "r"), _rules(), load_vocabulary()
    )
    prints = [finding.fingerprint for finding in twice.findings]
    assert len(prints) > 3
    assert len(set(prints)) == len(prints)
