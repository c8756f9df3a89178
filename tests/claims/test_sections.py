"""Headings of segments and what stands below them: lines of theirs, and headings of which one cannot know."""

from auditor.claims.place import SECTION, UNDER_HEADING
from auditor.cli.catalogue import auditor_of_examples
from auditor.model.claim import Claim
from auditor.rulebook import load

TABLE = """
Three Months Ended June 30, 2025

In thousands     | Nordic | Alpine | Total
Revenue          | 30,212 | 13,300 | 43,512
Cost of sales    | 18,744 | 7,838  | 26,582
Gross profit     | 11,468 | 5,462  | 16,930
Operating income | 4,367  | 2,196  | 6,563
"""


def claims(*paragraphs: str) -> tuple[Claim, ...]:
    return auditor_of_examples()("\n\n".join((*paragraphs, TABLE)), load(), "").claims


def measures(*paragraphs: str) -> list[str]:
    return [str(c.measure) for c in claims(*paragraphs)]


def test_a_heading_that_recurs_stands_within_the_segments() -> None:
    assert measures(
        "Nordic", "Overview", "Operating income for the quarter was $4.4 million.",
        "Alpine", "Overview", "Operating income for the quarter was $2.2 million.",
    ) == ["nordic operating-income", "alpine operating-income"]  # fmt: skip


def test_a_heading_that_cannot_be_placed_leaves_a_doubt() -> None:
    (claim,) = claims("Nordic", "Performance Of The Quarter", "Operating income for the quarter was $6.6 million.")
    assert (str(claim.measure), claim.doubt) == ("operating-income", UNDER_HEADING)


def test_a_heading_of_the_whole_company_ends_the_segment() -> None:
    (claim,) = claims("Nordic", "Liquidity and Capital Resources", "Operating income for the quarter was $6.6 million.")
    assert (str(claim.measure), claim.doubt) == ("operating-income", "")


SEGMENTS = """
Three Months Ended June 30, 2025

In thousands              | 2025
Net sales
Glass tubing, Americas & Asia    | 30,212
Glass tubing, Europe      | 13,300
Total net sales           | 43,512
Earnings before interest and taxes
Glass tubing, Americas & Asia    | 4,367
Glass tubing, Europe      | 2,196
Earnings before interest and taxes | 6,563
"""


def test_segments_of_long_names_head_the_text_below_them() -> None:
    found = auditor_of_examples()(
        "\n\n".join((
            "Glass Tubing, Americas & Asia",
            "Glass tubing, Americas and Asia, segment operating earnings were $4.4 million on sales of $30.2 million.",
            "Glass Tubing, Europe",
            "For the quarter, earnings were $2.2 million on sales of $13.3 million.",
            SEGMENTS,
        )),
        load(), "",
    ).claims  # fmt: skip
    assert [str(c.measure) for c in found] == [
        "americas asia glass tubing ebit", "americas asia glass tubing revenue",
        "europe glass tubing ebit", "europe glass tubing revenue",
    ]  # fmt: skip


def test_a_total_below_the_name_of_a_segment_may_be_its_own() -> None:
    (claim,) = claims("Nordic", "Total revenue for the quarter was $30.2 million.")
    assert claim.doubt == SECTION


def test_a_segment_may_be_called_without_the_name_of_the_company() -> None:
    rows = """
Three Months Ended June 30, 2025

In thousands          | 2025
Net sales
Halden Resins         | 30,212
Halden Coatings       | 13,300
Total net sales       | 43,512
Operating income
Halden Resins         | 4,367
Halden Coatings       | 2,196
Total operating income | 6,563
"""
    found = auditor_of_examples()(
        "\n\n".join(("Halden Inc. today reported results for the quarter.", "Resins segment earnings of $4.4 million", rows)),
        load(), "",
    ).claims  # fmt: skip
    assert [str(c.measure) for c in found] == ["halden resin operating-income"]
