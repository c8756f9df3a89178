"""The ledger: what becomes of every numeral."""

from auditor import audit, read_document
from auditor.model.finding import NumeralState

LETTERHEAD = """<html><body>
<table><tr><td></td><td>Brook Mills, Inc.</td></tr><tr><td></td><td>2407 W. 24th St. Kearney, NE 68845</td></tr>
<tr><td></td><td>phone: 308-555-0191</td></tr>
<tr><td>For Immediate Release: May 4, 2024</td><td>room 12a</td></tr></table>
<p>Sales of the first quarter were $3 million.</p>
</body></html>"""


def states(source: str) -> dict[str, list[NumeralState]]:
    done = audit(read_document(source.encode(), "brook.htm"))
    found: dict[str, list[NumeralState]] = {}
    for span, state in done.numerals:
        found.setdefault(done.document.slice(span), []).append(state)
    return found


def test_a_letterhead_laid_out_as_a_table_holds_dates_and_identifiers() -> None:
    assert states(LETTERHEAD) == {
        "2407": ["identifier"],
        "24": ["identifier"],
        "68845": ["identifier"],
        "308": ["identifier"],
        "555": ["identifier"],
        "0191": ["identifier"],
        "4,": ["date"],
        "2024": ["date"],
        "12": ["unread"],
        "3": ["claim"],
    }


GUIDANCE = """<html><body><p>Brook Mills reports results of the quarter ended March 31, 2024.</p><p>2024 Guidance</p>
<table><tr><td></td><td>Full Year</td></tr><tr><td>Sales</td><td>$</td><td>410 - $425</td></tr></table></body></html>"""


def test_the_ranges_of_a_table_of_guidance_are_read() -> None:
    found = states(GUIDANCE)
    assert (found["410"], found["425"]) == (["table"], ["table"])
