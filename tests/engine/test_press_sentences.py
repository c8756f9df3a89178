"""Sentences as press departments write them, over three small sets of tables: every number agrees."""

import pytest

from tests.engine.releases import audited, verdicts

TITLE = "Acme Inc. Reports Third Quarter 2018 Results"
NOW, LINKED, AGO = (
    f"Three Months Ended {day}" for day in ("September 30, 2018", "June 30, 2018", "September 30, 2017")
)
NINE, NINE_AGO = (f"Nine Months Ended September 30, {year}" for year in (2018, 2017))
COMPANY = f"""
In thousands, except per share | {NOW}   | {AGO}   | {NINE}  | {NINE_AGO}
Revenue                        | 122,300 | 111,000 | 350,400 | 320,100
Interest expense               | 980     | 1,020   | 3,000   | 3,100
Operating income               | 20,000  | 18,000  | 55,000  | 50,000
Net income                     | 14,200  | 23,800  | 40,000  | 60,000
Diluted earnings per share     | $ 0.61  | $ 1.02  | $ 1.72  | $ 2.58
"""
BANK = f"""
In thousands                 | {NOW}   | {LINKED} | {AGO}
Interest income              | 61,200  | 59,800   | 55,100
Interest expense             | 12,100  | 11,000   | 8,200
Net interest income          | 49,100  | 48,800   | 46,900
Provision for credit losses  | 1,500   | 1,200    | 2,100
Efficiency ratio             | 56.7%   | 56.6%    | 57.5%

In thousands                 | September 30, 2018 | December 31, 2017
Noninterest-bearing deposits | 1,201,300          | 1,150,900
Total deposits               | 4,731,200          | 4,560,800
"""
SEGMENTS = f"""
In millions            | {NOW}  | {AGO}
Net sales              |        |
Industrial             | 412.3  | 380.1
Consumer               | 208.7  | 214.9
Total net sales        | 621.0  | 595.0
Operating income       |        |
Industrial             | 61.8   | 53.2
Consumer               | 18.8   | 22.1
Corporate              | (12.1) | (11.4)
Total operating income | 68.5   | 63.9

In millions                               | {NINE}  | {NINE_AGO}
Net cash provided by operating activities | 152.7   | 140.2
Capital expenditures                      | (48.3)  | (52.1)

In millions               | September 30, 2018 | December 31, 2017
Cash and cash equivalents | 88.4    | 76.2
Total debt                | 512.0   | 540.5
Backlog                   | 1,204.0 | 1,101.3
"""
WELLS = f"""
$ in thousands, except per unit data | {NOW}  | {AGO}
Total revenue                        | 61,004 | 51,755
Well operating expense               | 13,975 | 14,629
Production Data:                     |        |
Combined volumes (MBoe)              | 1,179  | 1,324
Average Costs (per Boe):             |        |
Well operating                       | 11.85  | 11.05
"""
CLINIC = f"""
In thousands                | {NOW}   | {AGO}
Revenue                     | 80,600  | 87,090
Total operating expenses    | 72,020  | 85,800
Operating loss              | (520)   | (3,320)

In thousands                | September 30, 2018 | December 31, 2017
Cash and cash equivalents   | 15,200  | 12,300
Investments, short-term     | 40,000  | 41,300
Investments, long-term      | 20,000  | 14,000
"""
SAID = {
    WELLS: ["Well operating expenses in the third quarter of 2018 were $14.0 million, or $11.85 per Boe."],
    CLINIC: [
        "Operating expenses decreased $13.8 million, or 16.1%, to $72.0 million, primarily driven by lower "
        "compensation costs due to accelerated expenses recognized in the prior year period.",
        "Operating earnings increased $2.8 million to an operating loss of $0.5 million.",
        "As of September 30, 2018, cash, cash equivalents, and investments increased $7.6 million to $75.2 million "
        "as compared to December 31, 2017.",
    ],
    COMPANY: [
        "Quarterly revenue of $122.3 million exceeded the prior-year figure of $111.0 million by 10.2%.",
        "Revenue topped the prior year's $111.0 million by $11.3 million.",
        "Revenue of $122.3 million (+10.2% Y/Y)",
        "Interest expense was $980,000 (-3.9% Y/Y).",
        "Revenue $122.3 million, +10.2%, and net income $14.2 million, -40.3%",
        "Revenue increased from $111.0 million to $122.3 million, or 10.2%.",
        "The increase in revenue for the quarter was $11.3 million.",
        "Revenue growth was 10.2%.",
        "Revenue was $122.3 million, or 10.2% higher than a year ago.",
        "Revenue was $11.3 million, or 10.2%, higher than a year ago.",
        "Revenue saw a 10.2% rise to $122.3 million.",
        "Revenue for the three-month period was $122.3 million, a 10.2% increase over the $111.0 million of 2017.",
        "Operating income was up 11.1% y-o-y and revenue rose 10.2% on last year.",
        "Revenue and net income were $122.3 million and $14.2 million, respectively.",
        "Acme earned 61 cents per share, down from $1.02 per share in the year-ago quarter.",
        "Operating margin expanded 20 basis points to 16.4%.",
        "Revenue was up $11.3 million, or 10.2%, to $122.3 million in the third quarter and up $30.3 million, "
        "or 9.5%, to $350.4 million in the nine-month period.",
    ],
    BANK: [
        "NII was $49.1 million, up from $46.9 million a year ago.",
        "Noninterest-bearing deposits made up 25% of total deposits.",
        "Provision expense was $1.5 million for the quarter, up $300,000 from the linked quarter and down "
        "$600,000 from the same quarter of 2017.",
        "The efficiency ratio was 56.7%, compared to 56.6% and 57.5% for the second quarter of 2018 and third "
        "quarter of 2017, respectively.",
    ],
    SEGMENTS: [
        "In the Consumer segment, operating income fell 14.9% to $18.8 million, and operating margin was 9.0%.",
        "Industrial segment sales rose $32.2 million, or 8.5%; segment operating income was $61.8 million, or "
        "15.0% of sales, compared with $53.2 million, or 14.0% of sales.",
        "The company generated $152.7 million in cash from operations and invested $48.3 million in capital "
        "expenditures during the first nine months of 2018.",
        "Total debt was reduced by $28.5 million to $512.0 million.",
        "Net debt was $423.6 million.",
        "Backlog at September 30, 2018 was $1.2 billion, up 9.3% since the beginning of the year.",
    ],
}


@pytest.mark.parametrize(("tables", "sentence"), [(tables, said) for tables, every in SAID.items() for said in every])
def test_every_number_agrees(tables: str, sentence: str) -> None:
    audit = audited(tables, "Acme Inc. reported its results.", sentence, title=TITLE)
    assert audit.claims and {audit.judgements[claim.id].verdict for claim in audit.claims} == {"agrees"}
    assert [finding.message for finding in audit.findings if finding.level != "note"] == []


def test_months_cut_short_in_capitals_end_no_sentence() -> None:
    table = """
In thousands | Six Months Ended November 30, 2025 | Three Months Ended November 30, 2025
Net sales    | 571,402                            | 295,532
"""
    said = "FOR THE SIX MONTHS ENDED NOV. 30, 2025, NET SALES WERE $571,402,000."
    assert verdicts(table, said) == ["agrees"]
