"""HTML prose: paragraphs, their kinds, and text that stays as it is printed."""

import pytest

from auditor.model.source import MARK
from auditor.reading.html import read_html
from tests.reading.text_shown import outline


def read(body: str):
    return read_html(f"<html><head><title>Brook</title></head><body>{body}</body></html>", "brook.htm")


def test_paragraphs_are_parted_by_an_empty_line():
    document = read("<p>Sales rose.</p><div>Costs\n   fell.</div>")
    assert document.text == "Sales rose.\n\nCosts fell."
    assert document.format == "html"


@pytest.mark.parametrize(
    "markup, printed",
    [
        ("10.<b>5</b>%", "10.5%"),
        ("<span>Net</span><span> sales</span>", "Net sales"),
        ("up<br>12%", "up\n12%"),
        ("1&#160;234&nbsp;&amp;&lt;5", "1 234 &<5"),
        ("rev\u00adenue\u200b was", "revenue was"),
        ("<ix:nonFraction name='x'>4.2</ix:nonFraction> million", "4.2 million"),
        ("a<!-- <p>not this</p> --> b", "a b"),
        ("a<script>if (1 < 2) { '<p>' }</script><style>p {}</style>b", "ab"),
        ("a<span style='display:none'>hid<b>den</b></span>b", "ab"),
        ("a<ix:header><ix:hidden>meta</ix:hidden></ix:header>b", "ab"),
        ('a<span title="x > y">b</span>', "ab"),
        ("the 10<sup>th</sup> and CO<sub>2</sub>", "the 10th and CO2"),
    ],
)
def test_inline_markup_adds_nothing(markup, printed):
    assert read(f"<p>{markup}</p>").text == printed


def test_footnote_marks_stand_between_marks():
    assert read("<p>up 4%<sup>(1)</sup> and 5<sup>a</sup></p>").text == f"up 4%{MARK}(1){MARK} and 5{MARK}a{MARK}"
    assert read("<p>up 4%<span style='vertical-align:super'>(<a>2</a>)</span></p>").text == f"up 4%{MARK}(2){MARK}"


def test_two_line_breaks_part_paragraphs():
    assert outline(read("<div>One.<br><br>Two,<br>still two.</div>")) == ["prose: One.", "prose: Two, still two."]


@pytest.mark.parametrize(
    "markup, kind",
    [
        ("<h2>Brook reports results</h2>", "heading"),
        ("<p><b>Brook reports </b><b>results</b></p>", "heading"),
        ("<p style='font-weight:700'>Brook reports results</p>", "heading"),
        ("<p align=center>Brook reports results</p>", "heading"),
        ("<p><u>Liquidity</u></p>", "heading"),
        ("<p><b>Sales</b> rose by 4% in the quarter to $12 million.</p>", "prose"),
        ("<p><i>The board met in May.</i></p>", "prose"),
        ("<p>Year-to-Date 2025 Highlights</p>", "heading"),
        ("<p>Highlights for the Year Ended December 31, 2025</p>", "heading"),
        ("<p>OUTLOOK</p>", "heading"),
        ("<p>Sales of the mills</p>", "prose"),
        ("<ul><li>Sales rose</li></ul>", "bullet"),
        ("<p>• Sales rose</p>", "bullet"),
        ("<p>* * *</p>", "furniture"),
        ("<p align=center>- 4 -</p>", "furniture"),
        ("<p>Page 3 of 10</p>", "furniture"),
        ("<p><a href='#x'>Table of Contents</a></p>", "furniture"),
        ("<p>(more)</p>", "furniture"),
        ("<p><sup>(1)</sup> Restated.</p>", "footnote"),
    ],
)
def test_kinds(markup, kind):
    assert [paragraph.kind for paragraph in read(markup).paragraphs] == [kind]


BULLETS = """<table>
<tr><td style="width:18pt"></td><td>{mark}</td><td>Sales rose 4% to $12 million in the quarter</td></tr>
<tr><td></td><td>{mark}</td><td>Costs fell</td></tr></table>"""


@pytest.mark.parametrize("mark", ["•", "&#183;", "-", "&bull;&nbsp;", "1."])
def test_bullets_laid_out_as_tables(mark):
    found = outline(read(BULLETS.format(mark=mark)))
    assert [line.split(":")[0] for line in found] == ["bullet", "bullet"]
    assert found[0].endswith("Sales rose 4% to $12 million in the quarter")


def test_a_layout_table_becomes_paragraphs():
    prose = "The company sold more of everything that it makes, and paid less for all that it buys." * 2
    figures = "<table><tr><td>Sales</td><td>12</td></tr><tr><td>Costs</td><td>9</td></tr></table>"
    body = f"<table><tr><td><p>{prose}</p>{figures}</td></tr></table>"
    assert outline(read(body)) == [f"prose: {prose}", "[t1]"]


def test_running_heads_are_furniture_and_units_are_not():
    head = "<p>Brook Mills</p><p>(in thousands)</p>"
    pages = [f"{head}<p>Sentence {k} stands on this page.</p><hr style='page-break-after:always'>" for k in "abcd"]
    found = outline(read("".join(pages)))
    assert found.count("furniture: Brook Mills") == 4
    assert "furniture: (in thousands)" not in found


def test_prose_that_a_page_break_cut_is_joined():
    body = (
        "<p>Sales of the mills rose by four percent in the quarter and reached a total of</p>"
        "<p align=center>2</p><div style='page-break-before:always'></div><p>$12 million, a record.</p>"
    )
    assert outline(read(body)) == [
        "prose: Sales of the mills rose by four percent in the quarter and reached a total of $12 million, a record.",
        "furniture: 2",
    ]


def test_the_title_is_the_headline():
    assert read("<p>Exhibit 99.1</p><p><b>Brook Reports Second Quarter Results</b></p>").title == (
        "Brook Reports Second Quarter Results"
    )
    assert read("<p>Something else.</p>").title == "Brook"


def test_fixed_width_text_inside_html_is_read_as_text():
    body = """<p>Sales rose.</p><pre>
                          2024      2023
   Sales                 1,200     1,100
   Costs                   900       850
                        ------    ------
   Profit                  300       250
</pre>"""
    document = read(body)
    assert [cell.text for cell in next(document.grids).by_row[-1]] == ["Profit", "300", "250"]
    assert document.text.startswith("Sales rose.\n\n")


def test_prose_that_a_line_break_cut_is_joined():
    body = "<p>Net income of the mills was $3.2 million last spring, compared with</p><p>$5.4 million a year ago.</p>"
    assert outline(read(body)) == [
        "prose: Net income of the mills was $3.2 million last spring, compared with $5.4 million a year ago."
    ]
    body = "<p>The mills are among the oldest makers of paper in all of the country</p><p>(unaudited)</p>"
    assert len(outline(read(body))) == 2


def test_a_table_of_labels_and_of_what_is_told_of_each_is_a_list() -> None:
    rows = (
        "<table><tr><td>Revenue</td><td>$320.1 million compared to $386.1 million</td></tr>"
        "<tr><td>Gross margin</td><td>68.2% compared to 68.8%</td></tr>"
        "<tr><td>Customers</td><td>660,037; (14)%</td></tr></table>"
    )
    document = read(rows)
    assert not list(document.grids)
    assert [document.slice(p.span) for p in document.paragraphs] == [
        "Revenue $320.1 million compared to $386.1 million", "Gross margin 68.2% compared to 68.8%",
        "Customers 660,037; (14)%",
    ]  # fmt: skip
    assert list(read(rows.replace(" compared to ", " to ").replace("660,037; ", "")).grids)


def test_an_empty_preformatted_block_is_passed_over() -> None:
    document = read_html("<html><body><pre></pre><p>Revenue was $5 million in the quarter.</p></body></html>", "a.htm")
    assert "Revenue was $5 million" in document.text
