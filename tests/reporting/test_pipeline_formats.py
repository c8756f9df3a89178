"""GitHub annotations, the Markdown of a comment, and JSON Lines, compared exactly."""

from dataclasses import replace

import pytest
from hand_made import AUDIT, BROKEN, REPORT, WAIVED
from markdown_it import MarkdownIt
from schemas import check_jsonl

from auditor.reporting import reporter
from auditor.reporting.as_github import command
from auditor.reporting.as_markdown import MOST_CHARACTERS, escaped
from auditor.reporting.report import Release

github, markdown, jsonl = (reporter(name) for name in ("github", "markdown", "jsonl"))


def test_annotations():
    first, second, last = github(REPORT).splitlines()
    assert first == (
        "::error file=brook.txt,line=3,endLine=3,col=14,endColumn=17,title=C003 growth-rate-disagrees-with-table::"
        "“12%25”, but the table gives 8.7%25: 103.0 to 112.0%0A112.0 / 103.0 - 1 = 8.7%25%0A8.7%25 is not 12%25%0A"
        "line 8 of table t1: Revenue | Q3 2025 | 112.0%0Aline 8 of table t1: Revenue | Q3 2024 | 103.0%0A"
        "cause: the percentage of another line"
    )
    assert second.startswith("::warning file=brook.txt,line=10,")
    assert last == (
        "::notice file=brook.txt,title=audited::1 error and 1 warning: 3 of 5 claims of the prose could be checked."
    )


def test_waived_annotation_is_a_notice_and_a_stale_waiver_a_warning():
    lines = github(WAIVED).splitlines()
    assert lines[1].startswith("::notice file=brook.txt,line=3,")
    assert "title=waived%3A C003" in lines[1]
    assert lines[2] == (
        "::warning title=waiver unused::waivers.toml:9: the waiver 000000000000-00000000 of M. Brook covers no finding "
        "of brook.txt; remove it"
    )


def test_unread_file_is_an_annotation():
    assert github(BROKEN).startswith("::error file=scan.pdf,title=not audited::scan.pdf: holds pictures")


def test_a_document_ends_no_command():
    assert command("error", "a\n::set-env name=X::y\r%", file="a,b:c.txt") == (
        "::error file=a%2Cb%3Ac.txt::a%0A::set-env name=X::y %25"
    )


EXPECTED = """\
### ❌ brook.txt

1 error and 1 warning: 3 of 5 claims of the prose could be checked. 2 checks of rules, 1 failed. \
Coverage: 75.0% of what is said about the past.

#### error, line 3: growth-rate-disagrees-with-table (C003)

“12%”, but the table gives 8.7%: 103.0 to 112.0

> Revenue grew **12%** to $112.0 million from $103.0 million.

- working: 112.0 / 103.0 - 1 = 8.7%
- working: 8.7% is not 12%
- evidence: line 8 of table t1: Revenue \\| Q3 2025 \\| 112.0
- evidence: line 8 of table t1: Revenue \\| Q3 2024 \\| 103.0
- probable cause: the percentage of another line
- finding: f1 `5d41402abc4b-2a76b971`

#### warning, line 10: total-does-not-foot (T001)

Profit is 28.0 in Q3 2024, its rows give 28.0 &lt;b&gt;by accident&lt;/b&gt;

> Profit \\| 32.0 \\| **28.0**

- working: 103.0 - 75.0 = 28.0
- evidence: line 8 of table t1: Revenue \\| Q3 2024 \\| 103.0
- evidence: line 9 of table t1: Costs \\| Q3 2024 \\| 75.0
- evidence: line 10 of table t1: Profit \\| Q3 2024 \\| 28.0
- finding: f2 `7d793037a076-cfcd2084`

<details><summary>Not checked: 2 claims</summary>

- 1 × no table has a figure for orders: line 4 “$41 million”
- 1 × said about the future; nothing printed today can confirm it: line 5 “$480 million”

</details>
"""


def test_comment():
    assert markdown(REPORT) == EXPECTED


def test_comment_shows_waived_findings_apart():
    text = markdown(WAIVED)
    assert "<summary>Waived: 1 finding</summary>" in text
    assert "— agreed with counsel (M. Brook, 2025-11-03, until 2026-02-01)" in text
    assert "### Waivers to look at" in text


def test_comment_is_cut_where_a_host_would_refuse_it():
    text = markdown(replace(REPORT, releases=REPORT.releases * 200))
    assert len(text) < MOST_CHARACTERS + 200
    assert text.rstrip().endswith("parts are left out: see the full report.")


HOSTILE = [
    "<script>x</script>",
    "*a* _b_ `c` ~~d~~",
    "[a](http://b)",
    "# a",
    "1. a",
    "- a",
    "+ a",
    "a | b",
    "&lt;",
    "\\*",
]


@pytest.mark.parametrize("text", [*HOSTILE, "@all #1", "&lt;", "\\*", "7) a", "[^1]"])
def test_text_of_a_document_is_no_markup(text):
    shown = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(escaped(text))
    assert shown == f"<p>{_html(text)}</p>\n"


def _html(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def test_lines():
    lines = check_jsonl(jsonl(REPORT))
    assert [line["type"] for line in lines] == ["run", "document", *["claim"] * 5, *["finding"] * 2]
    assert {line["document"] for line in lines[2:]} == {"brook.txt"}


def test_lines_about_waivers_and_unread_files():
    assert [line["type"] for line in check_jsonl(jsonl(WAIVED))][-2:] == ["waiver", "waiver"]
    assert [line["type"] for line in check_jsonl(jsonl(BROKEN))][-1] == "failure"


@pytest.mark.parametrize("name", ["sarif", "junit", "github", "markdown", "jsonl"])
def test_same_audit_gives_the_same_bytes(name):
    assert reporter(name)(REPORT) == reporter(name)(replace(REPORT, releases=(Release("brook.txt", AUDIT),)))
