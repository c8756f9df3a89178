"""What stands around a sentence: headings, lead-ins, abbreviations, the cents that tell a per-share amount."""

from datetime import date

from auditor.claims.abbreviations import abbreviations
from auditor.claims.place import BEFORE, SECTION
from auditor.model.calendar import FiscalCalendar
from auditor.model.claim import Claim
from auditor.model.period import months_ended
from auditor.model.source import ParagraphKind
from tests.claims.tiny import document, extracted

CALENDAR = FiscalCalendar(12, True, False, (), months_ended(date(2025, 12, 31), 3))
QUARTER, YEAR = "2025-10-01/2025-12-31", "2025-01-01/2025-12-31"


def claims(*paragraphs: tuple[ParagraphKind, str]) -> tuple[Claim, ...]:
    return extracted(CALENDAR, *paragraphs).claims


def periods(*paragraphs: tuple[ParagraphKind, str]) -> list[str]:
    return [str(c.period) for c in claims(*paragraphs)]


def test_a_list_is_about_the_period_of_its_lead_in() -> None:
    assert periods(
        ("prose", "The company reported these results for the year ended December 31, 2025:"),
        ("bullet", "Revenue was $40 million"),
        ("prose", "Revenue was $11 million."),
    ) == [YEAR, QUARTER]


def test_a_line_that_is_not_set_as_a_heading_may_head_a_list() -> None:
    assert periods(
        ("heading", "Fourth Quarter 2025 Highlights"),
        ("bullet", "Revenue of $11 million"),
        ("prose", "Twelve Months Ended December 31, 2025 Highlights"),
        ("bullet", "Revenue of $40 million"),
        ("prose", "Revenue was $11 million. Costs were lower than before."),
    ) == [QUARTER, YEAR, QUARTER]


def test_the_prior_period_may_be_the_one_before_or_that_of_the_year_before() -> None:
    told = claims(("prose", "Revenue rose from $9 million in the prior period to $11 million."))
    assert [c.doubt for c in told] == [BEFORE, ""]


def test_paragraphs_are_about_the_period_of_their_heading() -> None:
    assert periods(
        ("heading", "Full Year 2025 Results"),
        ("prose", "Revenue was $40 million."),
        ("heading", "About the Company"),
        ("prose", "Revenue was $11 million."),
    ) == [YEAR, QUARTER]


def test_a_heading_right_below_one_with_a_period_leaves_it_in_force() -> None:
    assert periods(
        ("heading", "Acme reports fourth quarter results"),
        ("prose", "Revenue was $11 million. Costs were lower than before."),
        ("heading", "FULL YEAR 2025 IN FIGURES"),
        ("heading", "Select financial highlights"),
        ("bullet", "Revenue of $40 million"),
        ("heading", "About the Company"),
        ("prose", "Revenue was $11 million."),
    ) == [QUARTER, YEAR, QUARTER]


def test_a_year_ago_counts_from_where_the_sentence_began() -> None:
    assert (
        periods(
            ("prose", "A year ago, revenue was $9 million, operating expenses $3 million and net income $1 million.")
        )
        == ["2024-10-01/2024-12-31"] * 3
    )


def test_cents_below_a_thousand_are_by_the_share() -> None:
    (earned,) = claims(("heading", "Harbor Works Earns $0.39 in Fourth Quarter"))
    assert (earned.quantity.unit, str(earned.measure)) == ("USD/share", "eps")
    (book,) = claims(("prose", "Book value was $10.05."))
    assert (book.quantity.unit, str(book.measure)) == ("USD/share", "book-value-per-share")


def test_a_margin_that_grew_by_an_amount_is_the_profit() -> None:
    amount, percent = claims(("prose", "Gross margin increased $4.0 million or 11%."))
    assert (str(amount.measure), str(percent.measure)) == ("gross-profit", "gross-profit")


def test_two_bases_answer_two_measures_in_order() -> None:
    told = claims(
        (
            "prose",
            "Return on average equity was 15.4% and return on average assets was 1.4%, "
            "compared to 16.1% and 1.5%, respectively, in 2024.",
        )
    )
    assert [str(c.measure) for c in told] == ["return-on-equity", "return-on-assets"] * 2


def test_year_over_year_is_a_base() -> None:
    (claim,) = claims(("heading", "Revenue Increases 30 Percent Year-Over-Year"))
    assert (str(claim.period), str(claim.base)) == (QUARTER, "2024-10-01/2024-12-31")


def test_the_assets_by_which_a_bank_is_called() -> None:
    (claim,) = claims(("prose", "Halden is a $1.4 billion, state-chartered savings bank headquartered in Astor."))
    assert (str(claim.measure), str(claim.period)) == ("total-assets", "2025-12-31")


def test_abbreviations_are_read_where_they_are_explained() -> None:
    told = abbreviations(
        document(
            ("prose", "Revenue from platform-as-a-service (PaaS) and from the Marine Coatings Group (“MCG”) rose."),
            ("prose", "Net interest margin (NIM) fell. This (ABC) explains nothing."),
        )
    )
    assert told == {
        "paas": ("platform", "service"),
        "mcg": ("marine", "coating", "group"),
        "nim": ("net", "interest", "margin"),
    }


def test_a_heading_may_name_a_length_alone() -> None:
    assert periods(("heading", "Nine Month Operating Results"), ("prose", "Revenue was $29 million."))[0].endswith(
        "-09-30"
    )
    assert periods(("heading", "Year-to-Date 2025 Highlights"), ("bullet", "Revenue was $40 million")) == [YEAR]


def test_a_round_letter_is_a_bullet() -> None:
    (claim,) = claims(("bullet", "o Adjusted operating income of $8.2 million"))
    assert str(claim.measure) == "adjusted operating-income"


def test_a_line_before_a_list_may_say_that_it_is_about_the_future() -> None:
    listed = claims(
        ("prose", "Third Quarter Expectations:"),
        ("bullet", "Operating income of $121 million"),
        ("prose", "Revenue was $9 million."),
    )
    assert [c.outlook for c in listed] == [True, False]


def test_a_date_in_figures_is_no_heading_of_its_year() -> None:
    assert periods(("heading", "12/8/2025"), ("prose", "Revenue for the year was $29 million.")) == [YEAR]


def test_a_heading_of_a_period_to_come_stands_over_what_is_expected() -> None:
    found = claims(
        ("prose", "The company reported its results."),
        ("heading", "First Quarter Fiscal Year 2026"),
        ("prose", "Operating margin 6.5% to 7%"),
        ("heading", "Fourth Quarter 2025"),
        ("prose", "Operating margin was 6.5%."),
    )
    assert [c.outlook for c in found] == [True, True, False]


def test_results_are_of_what_was_whatever_year_their_heading_names() -> None:
    (claim,) = claims(
        ("prose", "The company reported its results."),
        ("heading", "Fourth Quarter Fiscal 2026 Highlights"),
        ("prose", "Operating margin was 6.5%."),
    )
    assert not claim.outlook


def test_a_line_of_an_outlook_that_is_set_as_a_heading_is_none() -> None:
    found = claims(
        ("prose", "The company reported its results."),
        ("heading", "Outlook"),
        ("heading", "Revenue growth (vs. prior year) 1% to 4%"),
        ("heading", "Operating margin 6.5% to 7%"),
        ("heading", "Revenue rose 5%"),
        ("prose", "Operating margin was 6.5%."),
    )
    assert [c.outlook for c in found] == [True, True, True, True, False, False]


def test_a_title_that_tells_how_expectations_were_met_is_of_no_outlook() -> None:
    found = claims(
        ("heading", "Northwind Delivers Earnings Consistent With Company Expectations"),
        ("prose", "Revenue was $11 million."),
    )
    assert [c.outlook for c in found] == [False]


def test_what_the_title_expects_ends_where_the_release_begins() -> None:
    found = claims(
        ("heading", "2026 Outlook"),
        ("bullet", "Revenue of $44 million to $46 million"),
        ("prose", "Northwind Corporation today reported net income of $2 million for the quarter."),
        ("prose", "Revenue was $11 million."),
    )
    assert [c.outlook for c in found] == [True, True, False, False]


def test_what_stands_above_the_dateline_reaches_no_further() -> None:
    found = claims(
        ("prose", "Northvale Reports Results"),
        ("heading", "Full Year 2025 Highlights"),
        ("prose", "Revenue up 5 percent"),
        ("prose", "DENVER, February 5, 2026 - Northvale reported revenue of $11 million."),
    )
    assert [str(c.period) for c in found] == [YEAR, QUARTER]


def test_what_is_quoted_below_an_outlook_is_as_it_is_said() -> None:
    found = claims(
        ("prose", "Net sales grew 4%."),
        ("heading", "Outlook for 2026"),
        ("bullet", "Revenue of $45 million"),
        ("prose", "“Our online business grew 23.6%, which helps our prospects,” the chairman said."),
        ("prose", "“We expect revenue of $46 million,” the chairman said."),
        ("prose", "Revenue of $47 million in the year."),
    )
    assert [c.outlook for c in found] == [False, True, False, True, True]


def test_a_heading_of_a_review_and_an_outlook_is_of_both() -> None:
    found = claims(
        ("prose", "Net sales grew 4%."),
        ("heading", "Fourth Quarter Review and 2026 Business Outlook"),
        ("prose", "This led to revenue of $22.0 million."),
        ("prose", "We expect revenue of $23.0 million in 2026."),
    )
    assert [c.outlook for c in found] == [False, False, True]


def test_what_was_generated_in_a_year_that_has_ended_is_no_outlook() -> None:
    found = claims(
        ("prose", "Net sales grew 4%."),
        ("heading", "Outlook"),
        (
            "prose",
            "In 2025, the company generated $373 million of free cash flow. It sees free cash flow of $400 million.",
        ),
    )
    assert [c.outlook for c in found] == [False, False, True]


def test_what_calls_itself_a_segment_is_one_though_no_table_has_it() -> None:
    found = claims(
        ("prose", "Revenue was $40 million."),
        ("prose", "Dry Goods Segment:"),
        ("bullet", "Revenue was $11 million"),
        ("bullet", "Adjusted operating income was $3 million"),
        ("heading", "Balance Sheet"),
        ("prose", "Revenue was $40 million."),
    )
    assert [c.doubt == SECTION for c in found] == [False, True, True, False]
