"""Errors that were published and corrected later, rebuilt from their figures alone, and lines that a naive
recomputation would call wrong though they are right."""

import pytest

import auditor
from auditor.model.finding import Audit

RULES = auditor.load_rules()
QUARTERS = "Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024"


def audited(text: str) -> Audit:
    return auditor.audit(auditor.read_document(text.encode(), "release.txt"), RULES)


def found(text: str) -> list[tuple[str, str]]:
    """The rules that find an error or a warning, each with its message."""
    return [(f.name, f.message) for f in audited(text).findings if f.level != "note"]


COST = f"""
In thousands    | {QUARTERS}
Net sales       | 38,671 | 36,204
Cost of sales   | 5,130  | 14,382
Gross profit    | 23,541 | 21,822
"""
EXPENSES = f"""
In thousands                        | {QUARTERS}
Gross profit                        | 61,412 | 58,907
Research and development            | 9,804  | 9,410
Selling, general and administrative | 27,133 | 30,066
Total operating expenses            | 41,133 | 39,476
Operating income                    | 20,279 | 19,431
"""
TRANSPOSED = f"""
In thousands, except per share data             | {QUARTERS}
Loss from continuing operations                 | (4,687)  | (3,902)
Loss from discontinued operations               | (7,105)  | (2,118)
Net loss                                        | (11,792) | (6,020)
Loss per share from continuing operations       | $(0.47)  | $(0.26)
Loss per share from discontinued operations     | $(0.31)  | $(0.14)
Net loss per share                              | $(0.78)  | $(0.40)
Weighted average shares                         | 15,118   | 15,007
"""
BOOK = """
In thousands, except per share data | June 30, 2025 | December 31, 2024 | June 30, 2024
Total stockholders' equity          | 97,214        | 95,880            | 93,102
Common shares outstanding           | 12,167        | 12,140            | 12,098
Book value per share                | $8.04         | $7.90             | $7.70
"""
FOOTS_NOT = f"""
Reconciliation of Net Income to Adjusted Net Income

In thousands             | {QUARTERS}
Net income               | 14,207 | 13,118
Restructuring charges    | 3,306  | 1,204
Acquisition costs        | 1,118  | 2,407
Adjusted net income      | 19,631 | 16,729
"""
SECTIONS = """
In thousands                              | Six Months Ended June 30, 2025 | Six Months Ended June 30, 2024
Net cash provided by operating activities | 31,204  | 28,117
Net cash used in investing activities     | (12,406) | (9,338)
Net cash used in financing activities     | (9,117) | (7,020)
Net increase in cash and cash equivalents | 9,861   | 11,759
"""
CARRIED = f"""
EBITDA for the quarter ended June 30, 2025 was $31.2 million, or 21.8% of revenue.

Reconciliation of Net Income to EBITDA

In thousands                  | {QUARTERS}
Revenue                       | 143,016 | 138,204
Net income                    | 15,204  | 14,118
Interest expense              | 1,906   | 1,877
Provision for income taxes    | 5,061   | 4,702
Depreciation and amortization | 8,047   | 7,815
EBITDA                        | 31,218  | 28,512
"""
ABSENT = f"""
Net sales for the quarter ended June 30, 2025 were $38.7 million. The accompanying balance sheets and statements of cash
flows have not been audited.

In thousands | {QUARTERS}
Net sales    | 38,671 | 36,204
Net income   | 3,114  | 2,907
"""


@pytest.mark.parametrize(
    ("release", "rule", "said"),
    [
        (COST, "gross-result-does-not-follow", "33,541"),
        (EXPENSES, "operating-expenses-do-not-foot", "36,937"),
        (TRANSPOSED, "continuing-and-discontinued-eps-do-not-follow", "0.31"),
        (BOOK, "book-value-per-share-does-not-follow", "7.99"),
        (FOOTS_NOT, "reconciliation-does-not-foot", "18,631"),
        (SECTIONS, "cash-flow-does-not-add-up", "9,681"),
        (CARRIED, "reconciliation-does-not-foot", "30,218"),
        (ABSENT, "statement-is-not-attached", "balance sheets"),
    ],
)
def test_published_corrections_are_found_by_the_rule_that_names_the_cause(release: str, rule: str, said: str) -> None:
    findings = found(release)
    assert [name for name, message in findings if said in message and name == rule] == [rule], findings


def test_dilution_of_two_percent_beside_three_cents_on_three_dollars() -> None:
    """$0.03 of $3.00 is one per cent; a cent is a cent, and leaves no room for two."""
    release = f"""
Diluted earnings per share were $2.97 for the quarter ended June 30, 2025, a decrease of $0.03, or 2%, from the prior
year quarter.

In dollars                 | {QUARTERS}
Diluted earnings per share | $2.97 | $3.00
"""
    assert [name for name, message in found(release) if "2%" in message] == ["growth-rate-disagrees-with-table"]


MILLIONS = "In millions | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024"


@pytest.mark.parametrize(
    ("now", "before", "sentence", "quote", "how"),
    [
        ("22.4", "20.2", "an increase of 11.2% from", "11.2%", "interval"),
        ("286.9", "260.0", "an increase of 10.4% from", "10.4%", "interval"),
        ("81.2", "75.0", "an increase of $6.3 million, or 8.4%, from", "$6.3 million", "interval"),
        ("81.2", "75.0", "an increase of $6.3 million, or 8.4%, from", "8.4%", "interval"),
        ("0.7", "1.1", "a decrease of 40.9% from", "40.9%", "interval"),
        ("34.2", "17.0", "an increase of 99.5% from", "99.5%", "slack"),
    ],
)
def test_lines_that_are_right_though_the_rounded_figures_give_another_number(
    now: str, before: str, sentence: str, quote: str, how: str
) -> None:
    audit = audited(
        f"Revenue for the quarter ended June 30, 2025 was ${now} million, {sentence} the prior year quarter.\n\n"
        f"{MILLIONS}\nRevenue | {now} | {before}\n"
    )
    (claim,) = [claim for claim in audit.claims if claim.quote == quote]
    judgement = audit.judgements[claim.id]
    assert (judgement.verdict, judgement.how) == ("agrees", how)
    assert audit.findings == ()
