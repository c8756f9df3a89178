"""`--against`: what was published before supports claims, and differs from comparatives."""

import json

import pytest

RELEASE = """\
Brook Mills Reports Its Second Quarter

PORT ALDEN, Maine -- July 28, 2025 -- Brook Mills today reported results
for its second quarter ended June 30, 2025.

Revenue for the second quarter was $83.5 million, up 3% from the first
quarter. Cash and cash equivalents decreased by $9.4 million during the quarter.

STATEMENTS OF INCOME
In thousands     | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Revenue          | 83,512                           | 78,450
Cost of revenue  | 52,108                           | 49,911
Gross profit     | 31,404                           | 28,539
Operating income | 12,904                           | 10,733

BALANCE SHEETS
In thousands              | June 30, 2025 | December 31, 2024
Cash and cash equivalents | 39,300        | 51,120
Inventories               | 20,210        | 19,844
Goodwill                  | 30,000        | 30,000
Total assets              | 89,510        | 100,964
"""
EARLIER = """\
Brook Mills Reports Its First Quarter

PORT ALDEN, Maine -- April 28, 2025 -- Brook Mills today reported results
for its first quarter ended March 31, 2025.

STATEMENTS OF INCOME
In thousands     | Three Months Ended March 31, 2025 | Three Months Ended March 31, 2024
Revenue          | 81,007                            | 76,302
Gross profit     | 30,591                            | 28,002

BALANCE SHEETS
In thousands              | March 31, 2025 | December 31, 2024
Cash and cash equivalents | 48,700         | 51,120
Inventories               | 20,005         | 19,844
Goodwill                  | 30,000         | 30,000
Total assets              | 98,705         | 100,964
"""
SLIP = EARLIER.replace("| 19,844", "| 19,484")


def company_facts(**values):
    """A company-facts file in which each concept has one figure of December 31, 2024."""
    return json.dumps(
        {
            "cik": 1,
            "entityName": "Brook Mills",
            "facts": {
                "us-gaap": {
                    concept: {
                        "label": concept,
                        "units": {
                            "USD": [
                                {"end": "2024-12-31", "val": 1, "form": "8-K", "filed": "2025-01-31"},
                                {"end": "2024-12-31", "val": value, "form": "10-K", "filed": "2025-02-14"},
                            ]
                        },
                    }
                    for concept, value in values.items()
                }
            },
        }
    )


@pytest.fixture
def check(run, tmp_path):
    def check(against, *more, release=RELEASE, name="earlier.txt"):
        (tmp_path / "release.txt").write_text(release, "utf-8")
        (tmp_path / name).write_text(against, "utf-8")
        return run("check", "release.txt", "--against", name, *more)

    return check


def verdicts(ran):
    (document,) = json.loads(ran.out)["documents"]
    return {claim["quote"]: claim for claim in document["claims"]}


def test_claim_of_another_period_is_supported(run, check):
    supported = verdicts(check(EARLIER, "--format", "json"))
    alone = verdicts(run("check", "release.txt", "--format", "json"))
    for quote in ("$9.4 million", "3%"):
        assert alone[quote]["verdict"] == "unsupported"
        assert supported[quote]["verdict"] == "agrees"
    assert supported["$9.4 million"]["evidence"] == [
        {
            "table": "t2",
            "row": "Cash and cash equivalents",
            "column": "June 30, 2025",
            "text": "39,300",
            "value": "39300000",
            "line": 18,
        },
        {
            "table": "t2",
            "row": "Cash and cash equivalents",
            "column": "March 31, 2025",
            "text": "48,700",
            "value": "48700000",
            "line": 13,
            "document": "earlier.txt",
        },
    ]


def test_what_was_published_never_contradicts_the_prose(check):
    found = verdicts(check(EARLIER.replace("48,700", "47,100"), "--format", "json"))
    assert found["$9.4 million"]["verdict"] == "unsupported"


def test_figure_of_another_period_is_no_support(check):
    found = verdicts(check(EARLIER.replace("March 31, 2025", "September 30, 2024"), "--format", "json"))
    assert found["$9.4 million"]["verdict"] == "unsupported"


SAID = RELEASE.replace(
    "STATEMENTS OF INCOME",
    "In February 2025 the company reduced its workforce by approximately 12%.\n\nSTATEMENTS OF INCOME",
)
SAID_BEFORE = EARLIER.replace(
    "STATEMENTS OF INCOME",
    "In February 2025 we reduced our total workforce by approximately 12%.\n\nSTATEMENTS OF INCOME",
)


def test_fact_that_the_prose_stated_before_is_supported(check):
    found = verdicts(check(SAID_BEFORE, "--format", "json", release=SAID))["12%"]
    assert (found["verdict"], found["working"]) == ("agrees", "12%, stated in line 6 of earlier.txt\n12.0%, as stated")
    assert found["evidence"] == [
        {
            "table": None,
            "row": "In February 2025 we reduced our total workforce by approximately 12%.",
            "column": "in the text",
            "text": "12%",
            "value": "12",
            "line": 6,
            "document": "earlier.txt",
        }
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("12%", "14%"),
        ("February 2025", "February 2024"),
        ("reduced our total workforce", "raised the price of yarn"),
        ("we reduced our", "we expect to reduce our"),
    ],
    ids=["another number", "another time", "another thing", "an outlook"],
)
def test_prose_that_says_something_else_neither_supports_nor_contradicts(check, before, after):
    found = verdicts(check(SAID_BEFORE.replace(before, after), "--format", "json", release=SAID))
    assert found["12%"]["verdict"] == "unsupported"


def test_fact_of_the_reported_quarter_is_not_supported_by_an_earlier_sentence(check):
    now = SAID.replace("In February 2025", "In the second quarter of 2025")
    before = SAID_BEFORE.replace("In February 2025", "In the first quarter of 2025")
    assert verdicts(check(before, "--format", "json", release=now))["12%"]["verdict"] == "unsupported"


def test_equal_comparatives_are_no_finding(check):
    ran = check(EARLIER)
    assert ran.status == 0
    assert ran.out.startswith("release.txt: No contradiction found: 3 of 3 claims")


def test_comparative_that_differs_is_an_error_that_names_the_document(check):
    ran = check(SLIP)
    assert ran.status == 1
    assert "error: P001 comparative-differs-from-published" in ran.out
    assert "line 14 of table t2 of earlier.txt: Inventories | December 31, 2024 | 19,484" in ran.out
    assert "cause     two digits transposed" in ran.out


def test_difference_that_the_release_declares_is_a_note(check):
    declared = RELEASE.replace("during the quarter.", "during the quarter. Certain amounts were reclassified.")
    ran = check(SLIP, release=declared)
    assert ran.status == 0
    assert "note: P001 comparative-differs-from-published" in ran.out


def test_column_that_has_nothing_in_common_is_not_compared(check):
    other = EARLIER.replace("51,120", "71,120").replace("19,844", "29,848").replace("| 30,000\n", "| 10,000\n")
    assert check(other.replace("100,964", "40,964")).status == 0


def test_company_facts(check):
    facts = company_facts(CashAndCashEquivalentsAtCarryingValue=51120000, InventoryNet=19844000, Goodwill=30000000)
    assert check(facts, name="facts.json").status == 0
    slip = company_facts(
        CashAndCashEquivalentsAtCarryingValue=51120000, InventoryNet=19484000, Goodwill=30000000, Assets=100964000
    )
    ran = check(slip, name="facts.json")
    assert ran.status == 1
    assert "facts.json: InventoryNet | 2024-12-31, 10-K filed 2025-02-14 | 19,484,000" in ran.out


def test_html_names_the_document(check, tmp_path):
    check(SLIP, "--output", "html=report.html", "--exit-zero")
    page = (tmp_path / "report.html").read_text("utf-8")
    assert page.count("earlier.txt") >= 2


@pytest.mark.parametrize("text", ['{"facts": 1}', '{"facts": {"us-gaap": {"Assets": {"units": {"USD": [{}]}}}}}'])
def test_json_that_is_something_else(check, text):
    ran = check(text, name="facts.json")
    assert ran.status == 2
    assert ran.err == (
        "facts.json: JSON, but not the company facts of the SEC, whose figures stand under “facts” and there under "
        "“us-gaap”\n"
    )


@pytest.mark.parametrize("text", ["{}", "To our shareholders: thank you."])
def test_a_document_without_a_figure_supports_nothing_and_that_is_told(check, text):
    ran = check(text, name="letter.txt")
    assert ran.status == check(EARLIER).status
    assert ran.err == "letter.txt: no figure was found in it, so it supports no claim\n"


def test_missing_document(run, check):
    check(EARLIER)
    ran = run("check", "release.txt", "--against", "none.txt")
    assert (ran.status, ran.out, ran.err) == (2, "", "none.txt: no such file\n")


TAGGED = """\
<html><body><div style="display:none"><ix:header><ix:resources>
<xbrli:context id="c1"><xbrli:period><xbrli:instant>2024-12-31</xbrli:instant></xbrli:period></xbrli:context>
<xbrli:context id="c2"><xbrli:entity><xbrli:segment><xbrldi:explicitMember>x:Mill</xbrldi:explicitMember>
</xbrli:segment></xbrli:entity><xbrli:period><xbrli:instant>2024-12-31</xbrli:instant></xbrli:period></xbrli:context>
<xbrli:context id="c3"><xbrli:period><xbrli:instant>2025-03-31</xbrli:instant></xbrli:period></xbrli:context>
<xbrli:unit id="usd"><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unit>
</ix:resources></ix:header></div><p>As of the dates shown, cash, stocks, goodwill and all assets were</p>
<p>{figures}</p></body></html>
"""


def tag(concept, text, context="c1", **more):
    given = " ".join(f'{name}="{value}"' for name, value in {"scale": "3", **more}.items())
    return (
        f'<ix:nonFraction name="us-gaap:{concept}" contextRef="{context}" unitRef="usd" {given}>{text}</ix:nonFraction>'
    )


COMMON = (
    tag("CashAndCashEquivalentsAtCarryingValue", "51,120")
    + tag("Goodwill", "30.0", scale="6")
    + tag("Assets", "100,964")
)


def test_tags_of_a_filing_are_its_figures(check):
    inventories = tag("InventoryNet", "19,844") + tag("InventoryNet", "3,000", "c2")
    assert check(TAGGED.format(figures=COMMON + inventories), name="filing.htm").status == 0
    ran = check(TAGGED.format(figures=COMMON + tag("InventoryNet", "19,484")), name="filing.htm")
    assert ran.status == 1
    assert "filing.htm: us-gaap:InventoryNet | 2024-12-31, as tagged | 19,484,000" in ran.out


def test_tag_of_another_quarter_supports_a_claim(check):
    cash = tag("CashAndCashEquivalentsAtCarryingValue", "48,700", "c3")
    found = verdicts(check(TAGGED.format(figures=COMMON + cash), "--format", "json", name="filing.htm"))
    assert found["$9.4 million"]["verdict"] == "agrees"


def test_sign_of_a_tag_counts(check):
    cash = tag("CashAndCashEquivalentsAtCarryingValue", "48,700", "c3", sign="-")
    found = verdicts(check(TAGGED.format(figures=COMMON + cash), "--format", "json", name="filing.htm"))
    assert found["$9.4 million"]["verdict"] == "unsupported"


def test_cell_that_the_tags_contradict_is_left_out(check):
    table = "<table><tr><td>In millions</td><td>March 31, 2025</td></tr><tr><td>{}</td><td>{}</td></tr></table>"
    cash = "<p>" + tag("CashAndCashEquivalentsAtCarryingValue", "47,100", "c3") + "</p>"
    plain = table.format("Cash and cash equivalents", "48.7")
    alone = TAGGED.format(figures=plain)
    both = TAGGED.format(figures=plain + COMMON + cash)
    assert verdicts(check(alone, "--format", "json", name="filing.htm"))["$9.4 million"]["verdict"] == "agrees"
    assert verdicts(check(both, "--format", "json", name="filing.htm"))["$9.4 million"]["verdict"] == "unsupported"
