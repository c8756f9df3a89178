"""The settings in force: `auditor init`, `auditor config`, and what a settings file changes of a run."""

import json

import pytest


@pytest.fixture
def settings(tmp_path):
    def write(text, name="auditor.toml"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    return write


def test_init_writes_a_file_that_changes_nothing(run, wrong, tmp_path):
    before = run("check", wrong, "--format", "json").out
    ran = run("init")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == "auditor.toml: written; nothing is set in it yet, every setting is explained\n"
    assert run("check", wrong, "--format", "json").out == before
    again = run("init")
    assert (again.status, again.out) == (2, "")
    assert again.err == "auditor.toml: stands there already; “auditor config” shows what it sets\n"


def test_every_setting_that_init_explains_may_be_set(run, wrong, tmp_path):
    run("init")
    path = tmp_path / "auditor.toml"
    lines = path.read_text("utf-8").splitlines()
    files = ("# packs", "# waivers", "# baseline")
    set_all = [
        line[2:] if line.startswith("# ") and " = " in line and not line.startswith(files) else line for line in lines
    ]
    assert len([line for line, was in zip(set_all, lines, strict=True) if line != was]) > 12
    path.write_text("\n".join(set_all), "utf-8")
    ran = run("config")
    assert (ran.status, ran.err) == (0, "")
    assert run("check", wrong).status == 3  # two rules alone are selected, and half of the prose is to be covered


def test_config_says_what_is_in_force_and_from_where(run, settings):
    settings('fail-on = "warning"\n\n[levels]\ntotal-does-not-foot = "note"\n')
    ran = run("config")
    assert (ran.status, ran.err) == (0, "")
    lines = [" ".join(line.split()) for line in ran.out.splitlines()]
    assert 'fail-on = "warning" # auditor.toml:1' in lines
    assert 'profile = "standard" # default' in lines
    assert 'levels.total-does-not-foot = "note" # auditor.toml:4' in lines
    found = json.loads(run("config", "--format", "json", "--profile", "strict").out)["settings"]
    assert {"key": "profile", "value": "strict", "from": "--profile"} in found


def test_config_without_a_file(run):
    ran = run("config")
    assert ran.status == 0
    assert ran.out.startswith("# No settings file was found; “auditor init” writes auditor.toml.\n")


def test_settings_decide_the_exit_status_and_options_decide_over_them(run, wrong, settings):
    settings('fail-on = "never"')
    assert run("check", wrong).status == 0
    assert run("check", wrong, "--fail-on", "error").status == 1


def test_level_of_a_rule(run, wrong, settings):
    settings('[levels]\ngrowth-rate-disagrees-with-table = "warning"')
    ran = run("check", wrong)
    assert ran.status == 0
    assert "warning: C003" in ran.out
    settings('[levels]\nC003 = "off"')
    assert "C003" not in run("check", wrong).out


def test_pack_stands_beside_the_settings(run, wrong, settings, tmp_path):
    settings('packs = ["none"]', "sub/auditor.toml")
    (tmp_path / "sub" / wrong).write_text((tmp_path / wrong).read_text("utf-8"), "utf-8")
    assert run("check", wrong).status == 1
    assert run("check", f"sub/{wrong}").err == "sub/none: there is no such rule file or folder\n"


def test_nearest_settings_of_a_release(run, wrong, settings, tmp_path):
    settings('fail-on = "never"', "q3/pyproject.toml")
    settings('[tool.auditor]\nfail-on = "never"', "q4/pyproject.toml")
    settings('fail-on = "error"')
    for folder in ("q3", "q4"):
        (tmp_path / folder / wrong).write_text((tmp_path / wrong).read_text("utf-8"), "utf-8")
    assert run("check", f"q3/{wrong}").status == 1  # its pyproject.toml has no section of ours
    assert run("check", f"q4/{wrong}").status == 0
    assert run("check", f"q3/{wrong}", f"q4/{wrong}").status == 1
    assert run("check", f"q3/{wrong}", "--settings", "q4/pyproject.toml").status == 0


def test_waivers_of_the_settings(run, wrong, settings, tmp_path):
    settings('waivers = "accepted/w.toml"\nstrict-waivers = true')
    (tmp_path / "accepted").mkdir()
    ran = run("waive", f"{wrong}:f1", "--reason", "r", "--owner", "o")
    assert ran.out.startswith("accepted/w.toml: waived ")
    assert run("check", wrong).status == 0


def test_words_of_the_company_reach_every_command(run, wrong, settings, tmp_path):
    text = (tmp_path / wrong).read_text("utf-8").replace("Revenue ", "Takings ")
    (tmp_path / "own.txt").write_text(text, "utf-8")
    settings('[vocabulary.measures]\nrevenue = ["takings"]')
    assert "[revenue]" in run("tables", "own.txt").out
    assert {fact["measure"] for fact in json.loads(run("facts", "own.txt", "--format", "json").out)["facts"]} > {
        "revenue"
    }
    assert run("check", "own.txt").status == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('fail-in = "error"', "auditor.toml:1:1: there is no “fail-in” in the settings, did you mean “fail-on”?\n"),
        ('[levels]\nC099 = "note"', "auditor.toml:2:1: there is no rule “C099”"),
        (
            '[parameters]\nC003.flt = "2%"',
            "auditor.toml:2:6: C003 growth-rate-disagrees-with-table has no parameter “flt”",
        ),
        ('ignore = ["C099"]', "auditor.toml:1:1: there is no rule “C099”"),
        ('[vocabulary.adjusted]\ncore = "earning"', "auditor.toml:2:1: there is no measure “earning”"),
        ("fail-on = error", "auditor.toml:1:11: not TOML: invalid value; a text stands in quotes\n"),
    ],
)
@pytest.mark.parametrize("command", [("check", "wrong.txt"), ("config",)])
def test_fault_of_the_file(run, wrong, settings, command, text, said):
    settings(text)
    ran = run(*command)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(said)
    assert ran.err.count("\n") == 1


def test_settings_that_are_missing(run, wrong):
    ran = run("check", wrong, "--settings", "none.toml")
    assert (ran.status, ran.err) == (2, "none.toml: no such file\n")


def test_config_of_a_release_that_is_missing(run, wrong):
    assert run("config", wrong).status == 0
    ran = run("config", wrong, "none.txt")
    assert (ran.status, ran.out, ran.err) == (2, "", "none.txt: no such file\n")


def test_demo_is_the_same_under_any_settings(run, settings):
    settings('[levels]\nC003 = "off"')
    assert "C003" in run("demo").out
