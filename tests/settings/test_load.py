"""Settings files: what they set, what is found, and every fault at its place."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.errors import SettingsError
from auditor.settings import find, load_settings, read_settings, template
from auditor.settings.places import read

WHOLE = """\
# of Brook Mills
packs = ["my-rules"]
profile = "strict"
fail-on = "warning"
min-coverage = 62.5
strict-waivers = true

[levels]
total-does-not-foot = "warning"

[parameters]
direction-contradicts-table.flat = "2%"

[calendar]
year-ends-in = "June"
year-named-for = "start"
weeks = false

[vocabulary.measures]
revenue = [
  "net turnover",
  "group sales",
]

[vocabulary.adjusted]
"core earnings" = "net-income"
"""


def settings(text, section=()):
    return read_settings(text, "auditor.toml", Path(), section)


def test_every_setting():
    found = settings(WHOLE)
    assert found.packs == (Path("my-rules"),)
    assert (found.profile, found.fail_on, found.strict_waivers) == ("strict", "warning", True)
    assert found.min_coverage == Decimal("62.5")
    assert found.levels == {"total-does-not-foot": "warning"}
    assert found.parameters == {"direction-contradicts-table": {"flat": "2%"}}
    assert (found.calendar.year_end, found.calendar.named_for_end, found.calendar.weeks) == (6, False, False)
    assert found.words.measures == {"revenue": ("net turnover", "group sales")}
    assert found.words.adjusted == {"core earnings": "net-income"}


@pytest.mark.parametrize(
    ("key", "place"),
    [
        (("packs",), "auditor.toml:2"),
        (("min-coverage",), "auditor.toml:5"),
        (("levels", "total-does-not-foot"), "auditor.toml:9"),
        (("parameters", "direction-contradicts-table", "flat"), "auditor.toml:12"),
        (("calendar", "weeks"), "auditor.toml:17"),
        (("vocabulary", "measures", "revenue"), "auditor.toml:20"),
        (("vocabulary", "adjusted", "core earnings"), "auditor.toml:26"),
        (("ignore",), "default"),
    ],
)
def test_where_a_setting_comes_from(key, place):
    assert settings(WHOLE).origin(*key) == place


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('fail_on = "error"', "1:1: there is no “fail_on” in the settings, did you mean “fail-on”?"),
        ('\n[levles]\na = "b"', "2:2: there is no “levles” in the settings, did you mean “levels”?"),
        ('fail-on = "eror"', "1:1: “fail-on” is one of error, warning, note, never, not “eror”, did you mean “error”?"),
        ("min-coverage = 120", "1:1: “min-coverage” is a percentage from 0 to 100, not 120"),
        ("min-coverage = true", "1:1: “min-coverage” is a percentage from 0 to 100, not true"),
        ("strict-waivers = 1", "1:1: “strict-waivers” is true or false, not 1"),
        ('packs = "my-rules"', '1:1: “packs” is a list of texts, as in ["a", "b"], not “my-rules”'),
        ("waivers = 3", "1:1: “waivers” is the path of a file, not 3"),
        ("levels = 3", "1:1: “levels” is a table, not 3"),
        ('[levels]\nC001 = "loud"', "2:1: “C001” is one of error, warning, note, off, not “loud”"),
        ("[parameters]\nC003.flat = true", '2:6: a parameter is a text or a whole number: "0.5", "2%"'),
        ("[parameters]\nC003 = 2", "2:1: “C003” is a table, not 2"),
        ('[calendar]\nyear-ends-in = "Juni"', "2:1: “year-ends-in” is one of January,"),
        ("[calendar]\nyear-end = 6", "2:1: there is no “year-end” in the calendar, did you mean “year-ends-in”?"),
        ("[vocabulary]\nmeasure = 1", "2:1: there is no “measure” in the vocabulary, did you mean “measures”?"),
        ('[vocabulary.measures]\nrevenue = "sales"', "2:1: “revenue” is a list of names"),
        ("[vocabulary.measures]\nrevenue = []", "2:1: “revenue” is a list of names"),
        ("[vocabulary.adjusted]\ncore = 1", "2:1: names the measure that it adjusts, as a text"),
        ("fail-on = ", "1:1: not TOML: invalid value"),
        ('packs = [\n  "a",\n', "2:1: not TOML:"),
    ],
)
def test_fault(text, said):
    with pytest.raises(SettingsError) as fault:
        settings(text)
    assert str(fault.value).startswith(f"auditor.toml:{said}")
    assert "\n" not in str(fault.value)


def test_section_of_pyproject(tmp_path):
    text = '[project]\nname = "drafts"\n\n[tool.auditor]\nfail-on = "note"\n'
    (tmp_path / "pyproject.toml").write_text(text, "utf-8")
    found = load_settings(tmp_path / "pyproject.toml", "pyproject.toml")
    assert found.fail_on == "note"
    assert found.origin("fail-on") == "pyproject.toml:5"
    with pytest.raises(
        SettingsError, match=r"^pyproject.toml:5:1: there is no “fail-in” in the settings, did you mean “fail-on”"
    ):
        settings_of = text.replace("fail-on", "fail-in")
        read_settings(settings_of, "pyproject.toml", tmp_path, ("tool", "auditor"))


def test_nearest_is_found_first(tmp_path):
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    assert find(inner) is None or tmp_path not in find(inner).parents
    (tmp_path / "auditor.toml").touch()
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.other]\n", "utf-8")
    assert find(inner) == tmp_path / "auditor.toml"
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.auditor]\n", "utf-8")
    assert find(inner) == tmp_path / "a" / "pyproject.toml"
    (tmp_path / "a" / "auditor.toml").touch()
    assert find(inner) == tmp_path / "a" / "auditor.toml"


def test_template_sets_nothing_and_every_line_of_it_may_be_set():
    bare = settings(template())
    assert (bare.packs, bare.fail_on, bare.levels, bare.words.measures) == ((), "error", {}, {})
    whole = template([("a-rule", "band", "1.5", "days by which it may differ")])
    lines = [line[2:] if line.startswith("# ") and " = " in line else line for line in whole.splitlines()]
    found = settings("\n".join(lines))
    assert found.parameters == {"a-rule": {"band": "1.5"}}
    assert found.calendar.year_end == 6
    assert found.words.segments == {"water-systems": ("Aqua", "Water Systems division")}


STATEMENTS = ["a = 1", "# a", "b = [\n 1,\n 2\n]", 'c = """\na = 2\n"""', "e.a = 3", "", "f = {a = 1}"]


@given(st.lists(st.sampled_from(STATEMENTS), unique=True))
def test_a_key_is_found_on_its_own_line(statements):
    text = "\n".join(statements)
    toml = read(text, "x.toml")
    for path, start in {("a",): "a =", ("b",): "b =", ("c",): "c =", ("e", "a"): "e.a", ("f", "a"): "f ="}.items():
        if toml.holds(path):
            assert text.splitlines()[toml.line(path) - 1].startswith(start)
