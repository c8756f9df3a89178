"""`auditor claims`, `tables` and `facts` show what was read."""

import json

import pytest


def test_facts_in_the_order_of_the_document(run, right):
    facts = json.loads(run("facts", right, "--format", "json").out)["facts"]
    assert [fact["text"] for fact in facts] == ["$112.0", "$103.0", "80.0", "75.0", "$32.0", "$28.0"]
    first = facts[0]
    line = first.pop("line")
    assert first == {
        "table": "t1",
        "row": "Revenue",
        "column": "Three Months Ended September 30, 2025",
        "text": "$112.0",
        "value": "112000000",
        "unit": "USD",
        "period": "2025-07-01/2025-09-30",
        "measure": "revenue",
    }
    assert line == 16


def test_facts_as_text(run, right):
    lines = run("facts", right).out.splitlines()
    assert len(lines) == 6
    assert lines[0].split() == ["t1:16", "$112.0", "112000000", "USD", "2025-07-01/2025-09-30", "revenue", "Revenue"]


def test_tables(run, right):
    ran = run("tables", right)
    assert "column 1: Three Months Ended September 30, 2025: amount, 2025-07-01/2025-09-30" in ran.out
    (table,) = json.loads(run("tables", right, "--format", "json").out)["tables"]
    assert [row["label"] for row in table["rows"]] == ["Revenue", "Costs", "Operating income"]
    assert table["scale"] == 6


def test_claims_are_those_of_the_report(run, wrong):
    claims = json.loads(run("claims", wrong, "--format", "json").out)["claims"]
    report = json.loads(run("check", wrong, "--format", "json").out)
    assert claims == report["documents"][0]["claims"]
    assert [claim["quote"] for claim in claims] == ["$112.0 million", "12%", "$103.0 million"]


def test_claims_as_text(run, wrong):
    lines = run("claims", wrong).out.splitlines()
    at = next(k for k, line in enumerate(lines) if line.startswith("c2  6:66  12%  disagrees"))
    assert lines[at + 1].split(", ", 3)[-1] == "3 months to September 30, 2025, against 3 months to September 30, 2024"


def test_why_shows_the_figures_weighed(run, wrong):
    ran = run("claims", wrong, "--why", "c2")
    assert ran.out.startswith("c2  6:66  12%  disagrees\n")
    assert "  1. sure\n       now: $112.0, Revenue, Three Months Ended September 30, 2025, line 16\n" in ran.out
    assert "       before: $103.0, Revenue, Three Months Ended September 30, 2024, line 16\n" in ran.out
    assert "sure: measure and period are the sentence's own" in ran.out


def test_why_rules_a_figure_out_in_the_words_of_the_release(run, wrong, tmp_path):
    text = (tmp_path / wrong).read_text("utf-8")
    (tmp_path / wrong).write_text(text.replace("was $112.0", "was $114.0"), "utf-8")
    assert "ruled out: 112,000,000 is not $114.0 million\n" in run("claims", wrong, "--why", "c1").out


def test_why_as_json(run, wrong):
    found = json.loads(run("claims", wrong, "--why", "c1", "--format", "json").out)
    assert found["claim"]["quote"] == "$112.0 million"
    first = found["candidates"][0]
    assert (first["strength"], first["outcome"]) == ("sure", "agrees")
    assert first["operands"]["now"]["facts"][0]["text"] == "$112.0"


def test_why_of_no_claim(run, wrong):
    ran = run("claims", wrong, "--why", "c9")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "wrong.txt: there is no claim “c9”; there are c1 to c3\n"


@pytest.mark.parametrize(
    ("command", "what"), [("claims", "claim"), ("tables", "table"), ("facts", "figure of a table")]
)
def test_nothing_to_list_is_told(run, tmp_path, command, what):
    (tmp_path / "letter.txt").write_text("To our shareholders: thank you.", "utf-8")
    ran = run(command, "letter.txt")
    assert (ran.status, ran.out, ran.err) == (0, "", f"letter.txt: no {what} was found\n")
    assert run(command, "letter.txt", "--format", "json").err == ""


def test_facts_say_what_their_column_narrows_them_to(run, tmp_path):
    draft = tmp_path / "columns.md"
    draft.write_text(
        "# Acme Reports Second Quarter 2025 Results\n\nIn thousands, for the quarter ended June 30, 2025\n\n"
        "| | Pumps | Services | % Change |\n|---|---|---|---|\n| Revenue | 1,204 | 2,310 | 4.2% |\n",
        "utf-8",
    )
    rows = [line.split("2025-06-30  ")[1].split("  ")[0] for line in run("facts", str(draft)).out.splitlines()]
    assert rows == ["pump revenue", "service revenue", "revenue (percent-change)"]
