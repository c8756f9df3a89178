"""What the README shows is what happens: its commands run, its rule and its program work, its finding is printed so."""

import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from auditor.cli.demo import SAMPLE
from tests.annotating.test_pdf import RELEASE as PDF_RELEASE
from tests.annotating.test_word import RELEASE as WORD_RELEASE
from tests.batch.made import archive

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.DOTALL | re.MULTILINE)


SESSIONS = [[line[2:] for line in block.splitlines() if line.startswith("$ ")] for block in blocks("console")]


ASSETS = {"units": {"USD": [{"end": "2024-12-31", "val": 1, "form": "10-K", "filed": "2025-02-14"}]}}


@pytest.fixture
def place(tmp_path):
    """A folder as the README has it: a release, its drafts, what was published before, an archive, and a rule pack."""
    for name in ("release.txt", "old-draft.txt", "new-draft.txt", "last-quarter.txt"):
        shutil.copy(SAMPLE, tmp_path / name)
    (tmp_path / "draft.docx").write_bytes(WORD_RELEASE)
    (tmp_path / "draft.pdf").write_bytes(PDF_RELEASE)
    (tmp_path / "company-facts.json").write_text(json.dumps({"facts": {"us-gaap": {"Assets": ASSETS}}}), "utf-8")
    archive(tmp_path / "archive", 20)
    (tmp_path / "my-rules").mkdir()
    (rule,) = [block for block in blocks("yaml") if block.startswith("id: ")]
    (tmp_path / "my-rules" / "current-ratio-below-covenant.yaml").write_text(rule, "utf-8")
    return tmp_path


def test_the_readme_has_commands():
    assert sum(map(len, SESSIONS)) > 10
    assert all(command.startswith("auditor ") for session in SESSIONS for command in session)


@pytest.mark.parametrize("session", SESSIONS, ids=lambda session: session[0])
def test_commands_one_after_the_other(run, place, session):
    for command in session:
        ran = run(*shlex.split(command)[1:])
        assert ran.status in (0, 1), ran.err
        assert ran.out
        assert ran.err == ""


def test_waiver_of_the_readme_is_in_force(run, place):
    (session,) = [session for session in SESSIONS if "waive" in session[0]]
    before = run("check", "release.txt").out
    run(*shlex.split(session[0])[1:])
    after = run("check", "release.txt").out
    assert before.startswith("release.txt: 5 errors")
    assert after.startswith("release.txt: 4 errors")
    assert "as agreed with the auditors (M. Brook, " in after


def test_settings_of_the_readme(run, place):
    (settings,) = blocks("toml")
    (place / "auditor.toml").write_text(settings, "utf-8")
    shown = run("config").out
    assert len(re.findall(r"# auditor\.toml:\d+", shown)) == 7
    assert run("check", "release.txt").status == 1


def test_rule_of_ones_own_finds_what_it_is_for(run, place):
    assert run("test", "my-rules").out == "1 rule, 2 examples: 2 passed, 0 failed\n"


def test_program(place):
    (program,) = blocks("python")
    done = subprocess.run([sys.executable, "-c", program], cwd=place, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert "error “16%”" in done.stdout


def test_queries(run, place):
    import duckdb

    run("batch", "archive", "--to", "results")
    rules, years, sentences = (duckdb.sql(query).fetchall() for query in blocks("sql"))
    assert rules == [("C001", "value-disagrees-with-table", 3, 3)]
    assert years == [(2025, 20, 3, 100.0)]
    assert [company for company, *_ in sentences] == ["Ka Mills", "Lope Mills", "Ti Mills"]
    assert "Revenue for the quarter" in sentences[0][1]


def test_schema_is_printed(place):
    (program,) = re.findall(r"`python -c \"(.*?)\"`", README, re.DOTALL)
    done = subprocess.run([sys.executable, "-c", program], cwd=place, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("{")


def test_finding_is_printed_so():
    (finding,) = blocks("text")
    assert finding.strip("\n") in (ROOT / "reports" / "samples" / "demo.txt").read_text("utf-8")


def test_the_two_commands_are_those_of_the_script():
    first, second = [line.split("#")[0].strip() for line in blocks("sh")[0].splitlines()]
    assert (first, second) == ("python3 dev.py demo", "python3 dev.py check")
    script = (ROOT / "dev.py").read_text("utf-8")
    assert '"demo": ' in script
    assert '"check": ' in script
    assert "exec python3 dev.py check" in (ROOT / ".ci" / "run").read_text("utf-8")


def test_links_lead_to_files():
    for link in re.findall(r"\]\(([^)#]+)\)", README):
        assert link.startswith("https://") or (ROOT / link).exists(), link
