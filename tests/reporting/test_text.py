"""Text, compared exactly: it is what a reviewer reads."""

import re
from dataclasses import replace

from hand_made import CLEAN, EMPTY, REPORT, WAIVED

from auditor.model.source import Document, Span
from auditor.reporting import reporter
from auditor.reporting.excerpt import excerpt
from auditor.reporting.report import Release
from auditor.reporting.style import PLAIN, Style, columns, safe

render = reporter("text")

EXPECTED = """\
brook.txt: 1 error and 1 warning: 3 of 5 claims of the prose could be checked.

brook.txt:3:14: error: C003 growth-rate-disagrees-with-table
  “12%”, but the table gives 8.7%: 103.0 to 112.0
    3 | Revenue grew 12% to $112.0 million from $103.0 million.
      |              ^^^
  working   112.0 / 103.0 - 1 = 8.7%
            8.7% is not 12%
  evidence  line 8 of table t1: Revenue | Q3 2025 | 112.0
            line 8 of table t1: Revenue | Q3 2024 | 103.0
  cause     the percentage of another line
  finding   f1 5d41402abc4b-2a76b971

brook.txt:10:27: warning: T001 total-does-not-foot
  Profit is 28.0 in Q3 2024, its rows give 28.0 <b>by accident</b>
    10 | Profit     |    32.0 |    28.0
       |                           ^^^^
  working   103.0 - 75.0 = 28.0
  evidence  line 8 of table t1: Revenue | Q3 2024 | 103.0
            line 9 of table t1: Costs | Q3 2024 | 75.0
            line 10 of table t1: Profit | Q3 2024 | 28.0
  finding   f2 7d793037a076-cfcd2084

Not checked: 2 claims
    1  no table has a figure for orders
       line 4 “$41 million”
    1  said about the future; nothing printed today can confirm it
       line 5 “$480 million”

claims    5: 2 agree, 1 disagree, 2 not checked (coverage 75.0%; 1 of the rest about the future)
checks    2: 1 failed; 1 more did not apply
numerals  13: 5 in claims, 6 in tables, 1 in dates and 1 unread
"""


def test_whole_report():
    assert render(REPORT) == EXPECTED


def test_colour_adds_nothing_but_colour():
    painted = reporter("text", Style(colour=True))(REPORT)
    assert painted != EXPECTED
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == EXPECTED


def first_line(audit):
    return render(replace(REPORT, releases=(Release("a.txt", audit),))).splitlines()[0]


def test_clean_release_says_so():
    assert first_line(CLEAN) == "a.txt: No contradiction found: 2 of 2 claims of the prose could be checked."


def test_empty_release_is_not_called_clean():
    assert first_line(EMPTY) == "a.txt: Nothing could be checked: no claim and no table total was found."


def test_waived_finding_stays_visible_and_is_counted_apart():
    text = render(WAIVED)
    assert text.splitlines()[0] == "brook.txt: 1 warning: 3 of 5 claims of the prose could be checked."
    assert "brook.txt:3:14: waived error: C003 growth-rate-disagrees-with-table" in text
    assert "  waived    agreed with counsel (M. Brook, 2025-11-03, until 2026-02-01)" in text
    assert "\nwaived    1 finding, not counted above as an error, warning or note\n" in text


def test_control_characters_of_a_document_do_not_reach_the_terminal():
    assert safe("a\x1b[31mb\u202ec\td\ud800") == "a\ufffd[31mb\ufffdc d\ufffd"


def marked(text: str, quote: str, width: int = 60) -> str:
    start = text.index(quote)
    document = Document("a.txt", text, ())
    return "\n".join(excerpt(document, Span(start, start + len(quote)), replace(PLAIN, width=width), "error"))


def test_mark_over_two_lines():
    assert marked("one two\nthree four", "two\nthree") == (
        "    1 | one two\n      |     ^^^\n    2 | three four\n      | ^^^^^"
    )


def test_wide_characters_keep_the_mark_in_place():
    assert marked("売上 5", "5") == "    1 | 売上 5\n      |      ^"
    assert columns("売上 5") == 6


def test_long_line_is_cut_around_its_mark():
    shown = marked("word " * 60 + "NUMBER" + " word" * 60, "NUMBER").splitlines()
    assert "NUMBER" in shown[0]
    assert shown[0].index("NUMBER") == shown[1].index("^^^^^^")
    assert max(map(len, shown)) <= 62
    assert shown[0].count("…") == 2
