"""The HTML report: one file, no network, everything escaped, every link with its end."""

import base64
import hashlib
import re
from dataclasses import replace

from hand_made import AUDIT, BROKEN, EMPTY, REPORT, TEXT, WAIVED, at
from selectolax.lexbor import LexborHTMLParser

from auditor import engine, load_rules, load_vocabulary, read_document
from auditor.model.finding import Evidence
from auditor.model.source import Paragraph, Span
from auditor.reporting import reporter
from auditor.reporting.page.marks import LEGEND
from auditor.reporting.report import Release
from auditor.resources import folder

render = reporter("html")
PAGE = render(REPORT)
SCRIPT = re.sub(
    r"[^\x00-\x7f]",
    lambda found: f"\\u{ord(found[0]):04x}",
    (folder("reports") / "templates" / "report.js").read_text("utf-8"),
)


def digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def text_of(page: str, selector: str) -> list[str]:
    return [" ".join(node.text().split()) for node in LexborHTMLParser(page).css(selector)]


def links(page: str) -> tuple[set[str], list[str]]:
    """Ends and starts of the links within a page."""
    tree = LexborHTMLParser(page)
    ends = [node.attributes["id"] for node in tree.css("[id]")]
    assert len(ends) == len(set(ends)), "an id is given twice"
    return set(ends), [node.attributes["href"] for node in tree.css("[href]")]


def test_verdict_stands_in_one_line():
    assert text_of(PAGE, ".verdict") == ["✗ 1 error and 1 warning: 3 of 5 claims of the prose could be checked."]


def test_every_link_leads_somewhere_on_the_page():
    ends, starts = links(PAGE)
    assert starts
    assert {start.removeprefix("#") for start in starts} <= ends


def test_links_of_several_releases_stay_apart():
    page = render(replace(REPORT, releases=(Release("a.txt", AUDIT), Release("b.txt", AUDIT))))
    ends, starts = links(page)
    assert {start.removeprefix("#") for start in starts} <= ends


def test_finding_shows_sentence_rows_and_arithmetic():
    card = LexborHTMLParser(PAGE).css_first("#f1")
    assert card.css_first("blockquote .number.exception").text() == "12%"
    assert [cell.text() for cell in card.css("td.hit")] == ["112.0", "103.0"]
    assert "112.0 / 103.0 - 1 = 8.7%8.7% is not 12%" in card.css_first(".working dd").text()
    assert "the percentage of another line" in card.text()
    assert "Readers quote it." in card.text()


def test_numbers_link_both_ways():
    tree = LexborHTMLParser(PAGE)
    number = tree.css_first("#c2")
    assert (number.text(), number.attributes["href"]) == ("$112.0 million", "#w-c2")
    entry = tree.css_first("#w-c2")
    assert entry.css_first(".support a").attributes["href"] == "#t1-1-1"
    cell = tree.css_first("#t1-1-1")
    assert {link.attributes["href"] for link in cell.css("a")} == {"#f1", "#c1", "#c2"}


def test_marks_are_words_and_symbols_beside_colours():
    assert marks_of("#c4") == marks_of("#w-c4") == ["unsupported"]
    assert marks_of("#t1-1-1") == ["disputed", "agreed", "footed"]
    assert marks_of("#t1-3-1") == ["footed"]
    assert marks_of("#t1-2-2") == ["attention"]
    style = (folder("reports") / "templates" / "style.css").read_text("utf-8")
    for mark in LEGEND:
        alone = rf'\.(?:number\.|printed \.){mark.kind}::after.* {{ content: "(.*)"; content: "(.*)" / " (.*?)"'
        among = rf'\.several\.{mark.kind} {{ --[a-z]+: "(.*)"; --[a-z]+-word: " (.*)"; }}'
        set_by = re.findall(alone, style) + [(symbol, symbol, word) for symbol, word in re.findall(among, style)]
        assert set_by
        assert set(set_by) == {(mark.symbol, mark.symbol, mark.word)}


def marks_of(selector: str) -> list[str]:
    kinds = LexborHTMLParser(PAGE).css_first(selector).attributes["class"].split()
    return [kind for kind in kinds if kind in {mark.kind for mark in LEGEND}]


def test_legend_names_the_marks_that_are_used():
    assert text_of(PAGE, ".legend b") == [
        "exception", "disputed", "warning", "agreed", "footed", "not checked", "unread",
    ]  # fmt: skip


def test_sums_of_a_table_are_written_out():
    assert text_of(PAGE, ".proofs summary") == ["1 check of this table holds"]
    line = LexborHTMLParser(PAGE).css_first(".proofs dd")
    assert line.text().endswith(" 112.0 − 80.0 = 32.0")
    assert (line.css_first("a").attributes["href"], line.attributes["data-by"]) == ("#t1-3-1", "t1-1-1 t1-2-1")


def test_filters_count_what_they_leave():
    assert text_of(PAGE, "select option") == ["Any verdict", "Any level", "Any rule", "Any section"]
    assert choices("v") == [
        "✗ exception (2)", "! warning (1)", "✓ agreed (2)", "? not checked (2)",
    ]  # fmt: skip
    assert choices("l") == ["error (2)", "warning (1)"]
    assert choices("r") == ["C003 growth rate disagrees with table (2)", "T001 (1)"]
    assert choices("s") == ["Brook Mills Reports Its Third Quarter (7)"]


def choices(key: str) -> list[str]:
    """What stands behind a filter, for the script to put into it."""
    return text_of(PAGE, f"select[data-key={key}] + noscript option")


def test_finding_can_be_accepted_by_a_command():
    finding = "brook.txt:5d41402abc4b-2a76b971"
    command = f'auditor waive {finding} --reason "why it is right" --owner "your name"'
    assert text_of(PAGE, "#f1 .accept code") == [command]


def test_acceptance_names_who_and_until_when():
    page = render(WAIVED)
    assert text_of(page, "#f1 .waiver") == [
        "Accepted by M. Brook, 2025-11-03, until 2026-02-01: agreed with counsel"
    ]  # fmt: skip
    assert [line.split(" covers ")[0] for line in text_of(page, ".leftover li")] == [
        "waivers.toml:9: the waiver 000000000000-00000000 of M. Brook"
    ]


def test_void_acceptance_is_said_at_its_finding():
    void = replace(WAIVED.acceptances[0], state="void")
    page = render(replace(REPORT, acceptances=(void,)))
    assert "is void: the figures that it covered have changed" in text_of(page, "#f1 .waiver")[0]
    assert text_of(page, "#f1 .accept code")


def test_file_that_could_not_be_audited_is_named():
    assert text_of(render(BROKEN), ".leftover li") == ["scan.pdf: holds pictures of pages, no text"]


def test_accepted_finding_stays_visible_and_is_counted_apart():
    waived = replace(AUDIT.findings[0], waived="unrounded figures give 12%")
    page = render(replace(REPORT, releases=(Release("a.txt", replace(AUDIT, findings=(waived,))),)))
    tree = LexborHTMLParser(page)
    assert tree.css_first("#f1.waived .waiver").text() == "Accepted: unrounded figures give 12%"
    assert tree.css_first("#c1").attributes["class"] == "number accepted"
    assert text_of(page, ".counts .accepted") == ["accepted1"]
    assert not tree.css("#f1 .accept")


def test_what_was_not_checked_stands_under_its_reason():
    assert text_of(PAGE, ".reasons p:first-child") == [
        "no table has a figure for orders",
        "said about the future; nothing printed today can confirm it",
        "check of the tables: S007",
    ]
    assert text_of(PAGE, ".reasons li:last-child .quotes") == ["no balance of the year before is given"]


def test_the_release_is_shown_whole():
    sheet = re.sub(r"\s", "", LexborHTMLParser(PAGE).css_first(".sheet").text())
    for paragraph in AUDIT.document.paragraphs:
        assert re.sub(r"\s", "", AUDIT.document.slice(paragraph.span)) in sheet


def test_markup_of_a_document_is_text():
    assert "&lt;b&gt;Lane&lt;/b&gt;" in PAGE
    assert "<b>Lane" not in PAGE
    assert "&lt;b&gt;by accident" in PAGE


def test_hostile_text_runs_nothing_and_is_shown():
    hostile = "\"><script>alert(1)</script><img src=x onerror='x()'> &amp; \u202egnp.exe\x00"
    document = replace(
        AUDIT.document,
        text=hostile + TEXT[len(hostile) :],
        title=hostile,
        blocks=(Paragraph(Span(0, len(hostile)), "prose"),),
    )
    audit = replace(EMPTY, document=document, notes=(hostile,))
    page = render(replace(REPORT, releases=(Release(hostile, audit),)))
    tree = LexborHTMLParser(page)
    assert [node.text() for node in tree.css("script")] == [SCRIPT]
    assert not tree.css("img, [onerror]")
    assert "<script>alert(1)</script>" in tree.css_first(".sheet").text()
    assert "\u202e" not in page
    assert "\x00" not in page


def test_policy_allows_the_page_its_own_style_and_script_alone():
    tree = LexborHTMLParser(PAGE)
    style = re.search("<style>(.*?)</style>", PAGE, re.DOTALL).group(1)
    own, ours = digest(style), digest(SCRIPT)
    policy = tree.css_first("meta[http-equiv=Content-Security-Policy]").attributes["content"]
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{own}'; script-src 'sha256-{ours}'; base-uri 'none'; form-action 'none'"
    )
    assert len(tree.css("script")) == 1
    assert not tree.css("[style], img, iframe")
    assert [link.attributes for link in tree.css("link")] == [
        {"rel": "expect", "href": "#keys", "blocking": "render"}  # waits for a part of the page itself
    ]
    assert not [key for node in tree.css("*") for key in node.attributes if key.startswith("on")]
    assert "</script" not in SCRIPT
    assert "http://" not in PAGE
    assert "https://" not in PAGE


def test_page_is_ascii_and_shows_every_character():
    document = replace(AUDIT.document, title="Zürich “Øre” 日本 ✓")
    page = render(replace(REPORT, releases=(Release("a.txt", replace(AUDIT, document=document)),)))
    assert page.isascii()
    assert text_of(page, "h1") == ["Zürich “Øre” 日本 ✓"]


def test_page_of_another_script_is_written_in_it():
    said = "Выручка составила столько, сколько ожидалось, и прибыль выросла.\n\n" * 900
    audit = engine.audit(read_document(said.encode(), "a.txt"), load_rules(), load_vocabulary())
    assert "Выручка" in render(replace(REPORT, releases=(Release("a.txt", audit),)))


def test_headings_step_down_one_at_a_time():
    levels = [int(node.tag[1]) for node in LexborHTMLParser(PAGE).css("h1, h2, h3, h4")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))


def test_empty_release_has_a_page():
    page = render(replace(REPORT, releases=(Release("a.txt", EMPTY),)))
    assert text_of(page, ".verdict") == ["! Nothing could be checked: no claim and no table total was found."]


def test_figure_within_a_label_is_quoted():
    """Its row may hold no other figure that the finding rests on."""
    label = AUDIT.tables[0].grid.cells[3]
    inside = replace(AUDIT.findings[1].evidence[0], text="Rev", span=Span(label.span.start, label.span.start + 3))
    finding = replace(AUDIT.findings[1], evidence=(inside, *AUDIT.findings[1].evidence[1:]))
    page = render(replace(REPORT, releases=(Release("a.txt", replace(AUDIT, findings=(finding,))),)))
    assert text_of(page, ".quoted") == ["“Rev” Q3 2024, within the label, line 8"]
    assert LexborHTMLParser(page).css_first(".quoted a").attributes["href"] == "#t1-1-0"


def shown(**changes):
    finding = replace(AUDIT.findings[0], claim=None, **changes)
    audit = replace(AUDIT, findings=(finding,))
    page = render(replace(REPORT, releases=(Release("a.txt", audit),)))
    ends, starts = links(page)
    assert {start.removeprefix("#") for start in starts} <= ends
    return LexborHTMLParser(page).css_first("#f1")


def place(quote: str, **changes) -> Evidence:
    return Evidence("", "", "", quote, None, 4, at(quote), **changes)


def test_finding_about_a_place_of_the_prose_shows_its_sentence():
    card = shown(span=at("plant"), evidence=(place("In 2026 we expect"), place("$41 million")))
    assert card.css_first("blockquote").text().startswith("The plant at Tor")
    assert [link.attributes["href"] for link in card.css(".quoted a")] == ["#p1", "#c4"]
    assert card.css_first("a.open").attributes["href"] == "#q-f1"


def test_evidence_of_another_document_is_named_and_not_linked():
    card = shown(span=at("2026"), evidence=(place("$41 million", document="10-Q.htm"),))
    assert card.css_first(".quoted").text() == "“$41 million” 10-Q.htm, line 4"
    assert not card.css(".quoted a")


def test_long_excerpts_keep_their_total():
    cells = AUDIT.findings[1].evidence
    card = shown(span=at("2026"), evidence=cells)
    assert [row.text() for row in card.css("tbody th")] == ["Revenue", "Costs", "Profit"]


def test_ranges_and_nested_numbers_keep_every_character_once():
    both = replace(AUDIT.claims[1], id="c9", span=at("$112.0 million from $103.0 million"), quote="x")
    audit = replace(AUDIT, claims=(*AUDIT.claims, both))
    page = render(replace(REPORT, releases=(Release("a.txt", audit),)))
    sheet = LexborHTMLParser(page).css_first(".sheet").text()
    assert sheet.count("103.0 million") == 1


LONG = (
    "<p>Many Mills Reports Results</p><p>REDFORD -- January 20, 2026 -- Results of the year to December 31, 2025.</p>"
    + "".join(f"<p>Revenue of mill {n} was ${n}.5 million. {'It rained. ' * 40}</p>" for n in range(40))
    + "<table><tr><td></td><td>2025</td><td>2024</td></tr>"
    + "".join(f"<tr><td>Revenue {n}</td><td>{n}.5</td><td>{n}.1</td></tr>" for n in range(40))
    + "</table>"
)


def test_what_lies_beyond_the_first_screen_waits_and_can_be_read_without_scripts():
    audit = engine.audit(read_document(LONG.encode(), "long.htm"), load_rules(), load_vocabulary())
    page = render(replace(REPORT, releases=(Release("long.htm", audit),)))
    tree = LexborHTMLParser(page)
    waiting = tree.css(".leaf.later > noscript")
    assert len(waiting) > 5
    assert len(tree.css(".leaf.first")) < len(waiting)
    assert not tree.css("noscript noscript")
    assert "Revenue of mill 39 was" in tree.css(".sheet .later")[-2].text()
    ends, starts = links(page)
    assert {start.removeprefix("#") for start in starts} <= ends


def test_only_the_first_of_several_releases_stands_on_the_first_screen():
    page = render(replace(REPORT, releases=(Release("a.txt", AUDIT), Release("b.txt", AUDIT))))
    tree = LexborHTMLParser(page)
    assert not tree.css("#r1-top .later")
    assert tree.css("#r2-top .later")
    assert not tree.css("#r2-top .first")
