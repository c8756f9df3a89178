"""`auditor waive`, and runs with waivers and a baseline: what stays accepted, what is void, what fails."""

import json

import pytest

DAY = "1762128000"  # 2025-11-03


@pytest.fixture(autouse=True)
def day(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)


def waive(run, name, *more):
    return run("waive", f"{name}:f1", "--reason", "agreed with the auditors", "--owner", "M. Brook", *more)


def edit(tmp_path, name, old, new):
    path = tmp_path / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_finding_is_accepted_and_stays_visible(run, wrong, tmp_path):
    assert run("check", wrong).status == 1
    ran = waive(run, wrong, "--expires", "2026-02-01")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("auditor-waivers.toml: waived ")
    ran = run("check", wrong)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("wrong.txt: No contradiction found")
    assert "wrong.txt:6:66: waived error: C003 growth-rate-disagrees-with-table" in ran.out
    assert "  waived    agreed with the auditors (M. Brook, 2025-11-03, until 2026-02-01)" in ran.out
    document = json.loads(run("check", wrong, "--format", "json").out)
    assert document["documents"][0]["summary"]["waived"] == 1
    assert document["documents"][0]["findings"][0]["waived"] == "agreed with the auditors"
    assert document["waivers"][0]["state"] == "used"
    assert "agreed with the auditors" in run("check", wrong, "--format", "html").out


def test_it_stays_accepted_after_an_edit_elsewhere(run, wrong, tmp_path):
    waive(run, wrong)
    edit(tmp_path, wrong, "Revenue for the third", "The mill was painted.\n\nRevenue for the third")
    assert run("check", wrong, "--strict-waivers").status == 0


def test_it_is_void_after_the_number_changes(run, wrong, tmp_path):
    waive(run, wrong)
    edit(tmp_path, wrong, "increase of 12%", "increase of 13%")
    ran = run("check", wrong)
    assert ran.status == 1
    assert ran.err == (
        f"auditor-waivers.toml:6: the waiver {print_of(tmp_path)} of M. Brook is void: the figures that it covered "
        "have changed (wrong.txt f1); look again, and waive anew or remove it\n"
    )


def test_it_is_void_after_a_figure_of_the_table_changes(run, wrong, tmp_path):
    waive(run, wrong)
    edit(
        tmp_path,
        wrong,
        "$112.0     $103.0\nCosts                                80.0       75.0",
        "$113.0     $103.0\nCosts                                81.0       75.0",
    )
    edit(tmp_path, wrong, "was $112.0 million", "was $113.0 million")
    assert "is void" in run("check", wrong).err


def print_of(tmp_path):
    text = (tmp_path / "auditor-waivers.toml").read_text("utf-8")
    return text.split('fingerprint = "')[1].split('"')[0]


def test_unused_waiver_is_told_and_fails_a_strict_run(run, wrong, tmp_path):
    waive(run, wrong)
    edit(tmp_path, wrong, "increase of 12%", "increase of 9%")
    ran = run("check", wrong)
    assert ran.status == 0
    assert ran.err.endswith(" of M. Brook covers no finding of wrong.txt; remove it\n")
    assert run("check", wrong, "--strict-waivers").status == 1
    assert run("check", wrong, "--strict-waivers", "--exit-zero").status == 0


@pytest.mark.parametrize("options", [("--ignore", "C003"), ("--select", "total-does-not-foot")])
def test_waiver_of_a_rule_that_is_left_out_is_not_stale(run, wrong, options):
    waive(run, wrong)
    ran = run("check", wrong, "--strict-waivers", *options)
    assert (ran.status, ran.err) == (0, "")


def test_expired_waiver_covers_nothing(run, wrong, monkeypatch):
    waive(run, wrong, "--expires", "2026-02-01")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1770076800")  # 2026-02-03
    ran = run("check", wrong)
    assert ran.status == 1
    assert "expired on 2026-02-01; look at the finding again, or remove it" in ran.err


def test_waiver_file_may_be_named(run, wrong, tmp_path):
    waive(run, wrong, "--waivers", "accepted.toml")
    assert (tmp_path / "accepted.toml").exists()
    assert run("check", wrong).status == 1
    assert run("check", wrong, "--waivers", "accepted.toml").status == 0


def test_fingerprint_is_a_name_too(run, wrong):
    (finding,) = json.loads(run("check", wrong, "--format", "json").out)["documents"][0]["findings"]
    ran = run("waive", finding["fingerprint"], "--reason", "r", "--owner", "o")
    assert ran.out == f"auditor-waivers.toml: waived {finding['fingerprint']}\n"
    assert run("check", wrong).status == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("wrong.txt:f9",), "wrong.txt: there is no finding “f9”; there is only f1"),
        (("f1",), "auditor waive: “f1” is no finding; name it as release.txt:f3, the release and the number of the"),
        (("wrong.txt:f1", "--reason", " "), "auditor waive: --reason is empty; who reads the file later must know"),
        (("wrong.txt:f1", "--expires", "2025-11-02"), "auditor waive: --expires 2025-11-02 has passed already"),
        (("wrong.txt:f1", "--expires", "soon"), "auditor waive: argument --expires: “soon” is not a day such as"),
        (("none.txt:f1",), "none.txt: "),
    ],
)
def test_waiving_what_cannot_be_waived(run, wrong, tmp_path, arguments, said):
    ran = run("waive", "--reason", "r", "--owner", "o", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(said)
    assert ran.err.count("\n") == 1
    assert not (tmp_path / "auditor-waivers.toml").exists()


def test_accepted_finding_fails_no_comparison_of_drafts(run, right, wrong, tmp_path):
    assert run("diff", right, wrong, "--fail-on", "error").status == 1
    waive(run, wrong)
    (tmp_path / "auditor.toml").touch()
    assert json.loads(run("diff", right, wrong, "--format", "json").out)["findings"]["new"][0]["waived"]


def test_twice(run, wrong):
    waive(run, wrong)
    ran = waive(run, wrong)
    assert ran.status == 2
    assert ran.err.startswith("auditor-waivers.toml:6: ")
    assert ran.err.endswith(" is waived already, by M. Brook\n")


def test_baseline(run, wrong, tmp_path):
    run("check", wrong, "--output", "json=before.json")
    ran = run("check", wrong, "--baseline", "before.json")
    assert ran.status == 0
    assert "  waived    known from the baseline\n" in ran.out
    edit(tmp_path, wrong, "increase of 12%", "increase of 13%")
    assert run("check", wrong, "--baseline", "before.json").status == 1


@pytest.mark.parametrize("option", ["--waivers", "--baseline"])
def test_file_that_is_missing(run, wrong, option):
    ran = run("check", wrong, option, "none.toml")
    assert (ran.status, ran.out, ran.err) == (2, "", "none.toml: no such file\n")
