"""The company's own words and calendar reach the audit."""

from pathlib import Path

import pytest

from auditor import load_vocabulary, read_document
from auditor.engine import examine
from auditor.errors import SettingsError
from auditor.settings import read_settings
from auditor.settings.vocabulary import with_company_words

RELEASE = """\
Brook Mills Reports Its Third Quarter

PORT ALDEN, Maine -- October 28, 2025

Group takings for the third quarter were $112.0 million. Aqua takings were $70.0 million. Core gains were $31.0 million.
Net new homes were 1,204.

$ millions             | Q3 2025 | Q3 2024
Group takings:         |         |
  Water Systems        |    70.0 |    60.0
  Other                |    42.0 |    43.0
Total group takings    |   112.0 |   103.0
Adjusted net income    |    31.0 |    25.0
"""
WORDS = """\
[vocabulary.measures]
revenue = ["group takings", "takings"]
[vocabulary.segments]
water-systems = ["Aqua", "Water Systems"]
[vocabulary.adjusted]
"core gains" = "net-income"
[vocabulary.own-measures]
net-new-homes = ["net new homes"]
"""


def claims(text):
    settings = read_settings(text, "auditor.toml", Path())
    context, _ = examine(
        read_document(RELEASE.encode(), "r"),
        with_company_words(load_vocabulary(), settings),
        calendar=settings.calendar,
    )
    return {claim.quote: str(claim.measure) for claim in context.claims}, context


def test_names_of_measures_segments_and_adjusted_figures():
    found, context = claims(WORDS)
    assert found["$112.0 million"] == "revenue"
    assert found["$70.0 million"] == "water-system revenue"
    assert found["$31.0 million"] == "adjusted net-income"
    assert "net-new-homes" in found["1,204"]
    assert {"water-system revenue", "adjusted net-income"} <= {str(fact.measure) for fact in context.facts}


def test_without_them_the_names_mean_nothing():
    found, _ = claims("")
    assert found["$112.0 million"] != "revenue"


def test_vocabulary_is_another_one_only_where_it_is_changed():
    base = load_vocabulary()
    assert with_company_words(base, read_settings("", "a", Path())) is base
    assert with_company_words(base, read_settings(WORDS, "a", Path())).digest != base.digest


def test_unknown_measure():
    settings = read_settings('[vocabulary.measures]\nrevenu = ["takings"]\n', "auditor.toml", Path())
    with pytest.raises(
        SettingsError, match=r"^auditor.toml:2:1: there is no measure “revenu”, did you mean “revenue”\?"
    ):
        with_company_words(load_vocabulary(), settings)


def test_stated_calendar_is_not_inferred():
    assert claims("")[1].calendar.year_end == 12
    stated = claims('[calendar]\nyear-ends-in = "June"\nyear-named-for = "end"\n')[1].calendar
    assert (stated.year_end, stated.named_for_end) == (6, True)
