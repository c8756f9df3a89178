"""Full submissions: which document of one is the release, and that the rest is passed over."""

from textwrap import dedent

import pytest

from auditor.errors import ReadingError
from auditor.model.source import Grid
from auditor.reading.sgml import read_submission
from tests.reading.text_shown import outline, table

COVER = """
                    FORM 8-K
             CURRENT REPORT
   Pursuant to Section 13 or 15(d) of the Act

                ACME PUMPS, INC.
   (Exact name of registrant as specified in its charter)

Item 2.02  Results of Operations. A press release is attached.
"""
RELEASE = """
          Acme Pumps Reports Third Quarter Results

Acme Pumps today reported net income of $5 million for the third quarter,
compared to $4 million a year ago. Revenue increased 8% to $50 million,
and earnings per diluted share grew to $0.10 from $0.08.

                      Quarter Ended June 30,
                        2006       2005
Revenue               $50,000    $46,300
Net income              5,000      4,000
"""
TABLES = """
           Acme Pumps - Supplemental Financial Schedules

CONSOLIDATED BALANCE SHEETS
                       June 30,  June 30,
                         2006      2005
Cash                   $10,000    $9,000
Stock                    2,000     1,900
Total assets            12,000    10,900
Debt                     4,000     4,000
Equity                   8,000     6,900
"""
CALL = """
Acme Pumps conference call transcript

Operator: Welcome to the call on the results of the quarter. Revenue increased
to $50 million. Our first question comes from a friend of the company.
"""
PICTURE = "begin 644 logo.jpg\n" + "M_]C_X``02D9)1@`!`0$`2`!(``#_VP!#``@&!@<&!0@'!P<)\"0@*\n" * 50 + "end\n"


def submission(*parts):
    head = "<SEC-DOCUMENT>0000000000-06-000001.txt : 20060701\n<SEC-HEADER>x\n</SEC-HEADER>\n"
    shown = "".join(
        f"<DOCUMENT>\n<TYPE>{kind}\n<SEQUENCE>{k}\n<FILENAME>{name}\n<DESCRIPTION>{what}\n<TEXT>\n{dedent(text)}\n"
        "</TEXT>\n</DOCUMENT>\n"
        for k, (kind, name, what, text) in enumerate(parts, 1)
    )
    return head + shown + "</SEC-DOCUMENT>\n"


def heads(document):
    return [line for line in outline(document) if line.startswith(("heading", "["))]


def test_the_release_is_chosen_and_pictures_are_passed_over():
    document = read_submission(
        submission(
            ("8-K", "a.txt", "CURRENT REPORT", COVER),
            ("EX-99.1", "b.txt", "PRESS RELEASE", RELEASE),
            ("GRAPHIC", "logo.jpg", "LOGO", PICTURE),
            ("ZIP", "x.zip", "XBRL", PICTURE),
            ("EX-101.INS", "x.xml", "XBRL", "<xbrl></xbrl>"),
            ("XML", "R1.htm", "DATA", "<html><p>Net income 5</p></html>"),
        ),
        "s.txt",
    )
    assert heads(document) == ["heading: Acme Pumps Reports Third Quarter Results", "[t1]"]
    assert document.title == "Acme Pumps Reports Third Quarter Results"
    assert document.notes == ("of the submission, EX-99.1 was read",)


@pytest.mark.parametrize("kind", ["EX-99.2", "EX-99", "EX-99.01"])
def test_the_release_is_known_by_what_it_says(kind):
    source = submission(
        ("8-K", "a.txt", "CURRENT REPORT", COVER),
        ("EX-99.1", "b.txt", "TRANSCRIPT", CALL),
        (kind, "c.txt", "PRESS RELEASE", RELEASE),
    )
    assert heads(read_submission(source, "s.txt"))[0] == "heading: Acme Pumps Reports Third Quarter Results"


def test_the_release_may_stand_in_the_report_itself():
    source = submission(("8-K", "a.txt", "CURRENT REPORT", COVER + RELEASE))
    assert "[t1]" in outline(read_submission(source, "s.txt"))


def test_tables_in_an_exhibit_beside_it_are_read_with_the_release():
    source = submission(
        ("8-K", "a.txt", "CURRENT REPORT", COVER),
        ("EX-99.1", "b.txt", "PRESS RELEASE", RELEASE),
        ("EX-99.2", "c.txt", "FINANCIAL SCHEDULES", TABLES),
    )
    document = read_submission(source, "s.txt")
    assert [grid.id for grid in document.grids] == ["t1", "t2"]
    second = [block for block in document.blocks if isinstance(block, Grid)][1]
    assert table(second)[2] == "Cash | $10,000 | $9,000"
    for cell in second.cells:
        assert "".join(document.slice(cell.span).split()) == cell.text.replace(" ", "")


def test_places_are_lines_of_the_submission():
    source = submission(
        ("8-K", "a.txt", "CURRENT REPORT", COVER),
        ("EX-99.1", "b.txt", "PRESS RELEASE", RELEASE),
        ("EX-99.2", "c.txt", "FINANCIAL SCHEDULES", TABLES),
    )
    document = read_submission(source, "s.txt")
    for words in ("net income of", "Revenue   ", "Equity"):
        line, column = document.position(document.text.index(words))
        assert source.split("\n")[line - 1][column - 1 :].startswith(words)


def test_markup_and_text_are_told_apart():
    page = "<html><body><p>Acme Pumps reports results: net income rose to $5 million in the quarter.</p></body></html>"
    document = read_submission(submission(("EX-99.1", "b.htm", "PRESS RELEASE", page)), "s.txt")
    assert "net income rose to $5 million" in document.text
    assert "<p>" not in document.text


def test_a_submission_without_a_release_is_refused():
    with pytest.raises(ReadingError, match="s.txt: the submission holds only pictures"):
        read_submission(submission(("GRAPHIC", "logo.jpg", "LOGO", PICTURE)), "s.txt")
    with pytest.raises(ReadingError, match="s.txt: no earnings release among"):
        read_submission(
            submission(("8-K", "a.txt", "REPORT", COVER), ("EX-99.1", "b.txt", "TRANSCRIPT", CALL)), "s.txt"
        )


def test_a_cut_off_submission_is_read_as_far_as_it_goes():
    source = submission(("8-K", "a.txt", "REPORT", COVER), ("EX-99.1", "b.txt", "PRESS RELEASE", RELEASE))
    assert "[t1]" in outline(read_submission(source[: source.rindex("</TEXT>")], "s.txt"))
