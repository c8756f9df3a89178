"""Sentences in the voice of the trades: products, regions, fuel, ounces, leases, subscriptions, restaurants."""

import pytest

from auditor.model.finding import Audit
from tests.engine import releases

NOW, AGO = (f"Three Months Ended June 30, {year}" for year in (2024, 2023))
NINE, NINE_AGO = (f"Six Months Ended June 30, {year}" for year in (2024, 2023))
DRUGS = f"""
Net Product Sales (in millions)

In millions             | {NOW} | {AGO} | % Change
Velatrin                | 412.6 | 371.9 | 11%
Oncoria                 | 238.1 | 190.4 | 25%
Total net product sales | 650.7 | 562.3 | 16%
"""
LIFE = f"""
Adjusted Operating Earnings by Segment

In millions                 | {NOW}   | {AGO}
Retirement                  | 61.3    | 52.8
Group Benefits              | 27.2    | 21.9
Corporate and Other         | (11.6)  | (10.2)
Adjusted operating earnings | $ 76.9  | $ 64.5
"""
REGIONS = f"""
Revenues by Region

In millions    | {NOW} | {AGO} | Reported % Change | Constant Currency % Change
United States  | 412.8 | 438.1 | (5.8)%            | (5.8)%
Europe         | 388.3 | 379.0 | 2.5%              | 0.4%
Total revenues | 801.1 | 817.1 | (2.0)%            | (2.9)%
"""
AIRLINE = f"""
In millions                     | {NOW} | {AGO}
Aircraft fuel                   | 612.7 | 701.5
Average fuel price per gallon   | $2.69 | $3.18
"""
MINE = f"""
In millions                           | {NOW}  | {AGO}
Revenue                               | $346.3 | $260.7
Average realized gold price per ounce | $2,472 | $1,928
"""
TRUST = f"""
In thousands                          | {NOW}   | {AGO}   | {NINE}  | {NINE_AGO}
Net income                            | $20,000 | $19,000 | $40,000 | $38,000
Funds from operations                 | 72,560  | 65,943  | 140,100 | 130,200
AFFO                                  | 60,100  | 58,900  | 118,200 | 116,500
Funds from operations per diluted share | $0.57 | $0.53   | $1.10   | $1.05
AFFO per diluted share                | $0.47   | $0.47   | $0.93   | $0.94
"""
CLOUD = f"""
In millions                                  | {NOW} | {AGO}
Total revenue                                | 196.3 | 165.5

In millions                                  | June 30, 2024 | June 30, 2023
Annual recurring revenue                     | $762.4        | $624.9
Remaining performance obligations            | $1,208.1      | $951.3
Current remaining performance obligations    | $688.3        | $555.1
"""
YARD = f"""
In millions                     | {NOW}    | {AGO}
Sales and service revenues      |          |
Surface Ships                   | 621.4    | 570.2
Submarines                      | 810.6    | 742.8
Total sales and service revenues | 1,432.0 | 1,313.0
Segment operating income        |          |
Surface Ships                   | 52.1     | 44.7
Submarines                      | 66.3     | 69.0
"""
KITCHEN = """
                           | June 30, 2024 | June 30, 2023
Company-owned restaurants  | 214           | 190
Franchised restaurants     | 131           | 122
Total restaurants          | 345           | 312
"""
SHOP = f"""
In millions                             | {NOW} | March 31, 2024 | {AGO}
Fee income                              | 88.7  |                | 92.4
Revenue                                 | 318.4 |                | 300.0
"""
LINKED = f"""
In thousands        | {NOW}  | Three Months Ended March 31, 2024 | {AGO}
Noninterest expense | 38,120 | 37,544 | 36,210
Efficiency ratio    | 57.9%  | 57.8%  | 53.0%
"""
STOCK = """
In millions | June 30, 2024 | March 31, 2024
Inventories | 187.3         | 192.6
"""
KITCHEN_WEEKS = """
                  | Thirteen Weeks Ended June 30, 2024 | Thirteen Weeks Ended June 30, 2023
Total restaurants | 345                                | 312
"""
COSTS = f"""
Operating Data

                                          | {NOW}  | {AGO}
Average realized gold price ($ per ounce) | 2,472  | 1,928
Cash costs ($ per ounce)                  | 968    | 942
Costs per Boe:                            |        |
Lease operating expense                   | $ 8.63 | $ 8.85
"""
GRILL = f"""
                                                | {NOW} | {AGO}
Comparable restaurant sales growth, franchised  | 3.6%  | 2.4%
Comparable restaurant sales growth, company-run | 4.3%  | 2.9%
"""
FUND = f"""
In millions                                          | {NOW}  | {AGO}
Net investment income                                | 32.5   | 28.0
Net increase in net assets resulting from operations | $ 25.7 | $ 32.0
Earnings per share                                   | $ 0.36 | $ 0.48
"""
AGREES = [
    (GRILL, "Franchised comparable restaurant sales increased 3.6%."),
    (FUND, "The net increase in net assets resulting from operations was $25.7 million, or $0.36 per share."),
    (COSTS, "Cash costs averaged $968 per ounce, compared to $942 per ounce."),
    (COSTS, "Average realized gold price of $2,472 per ounce, compared with $1,928 per ounce a year ago"),
    (COSTS, "Lease operating expense was $8.63 per Boe, down from $8.85 per Boe."),
    (
        LINKED,
        "Noninterest expense was $38.1 million, compared with $37.5 million in the linked quarter and $36.2 million a "
        "year ago. The efficiency ratio was 57.9%, compared with 57.8% and 53.0%, respectively.",
    ),
    (
        KITCHEN_WEEKS,
        "As of June 30, 2024, the company and its franchisees operated a total of 345 restaurants.",
    ),
    (DRUGS, "Velatrin: net product sales of $412.6 million, up 11%"),
    (DRUGS, "Oncoria: net product sales grew 25% to $238.1 million"),
    (DRUGS, "Oncoria accounted for 37% of net product sales, compared with 34% a year ago."),
    (LIFE, "Retirement: Adjusted operating earnings were $61.3 million, up 16.1% from $52.8 million."),
    (LIFE, "Group Benefits: Adjusted operating earnings of $27.2 million rose 24.2%."),
    (LIFE, "Corporate and Other: The adjusted operating loss was $11.6 million, compared with $10.2 million."),
    (REGIONS, "In the United States, revenues fell 5.8% to $412.8 million."),
    (REGIONS, "European revenues of $388.3 million rose 2.5%, or 0.4% in constant currency."),
    (TRUST, "Funds from operations were $72.6 million, or $0.57 per diluted share, an increase of 7.5% per share."),
    (
        TRUST,
        "FFO was $0.57 per diluted share and AFFO was $0.47 per diluted share, compared with $0.53 and $0.47, "
        "respectively, a year ago.",
    ),
    (CLOUD, "Annual recurring revenue (ARR) was $762.4 million, up 22% year-over-year."),
    (CLOUD, "Remaining performance obligations were $1.21 billion, and current RPO was $688.3 million."),
    (YARD, "Revenues of $1.43 billion rose 9.1%."),
    (YARD, "Submarines: Revenues of $810.6 million rose 9.1%, and segment operating margin was 8.2%."),
]


def audited(tables: str, said: str) -> Audit:
    """The sentence is not the first: right below the title a line that names a part may be a headline."""
    title, first = "Acme Inc. Reports Second Quarter 2024 Results", "Acme Inc. reported its results."
    return releases.audited(tables, first, said, title=title)


@pytest.mark.parametrize(("tables", "said"), AGREES)
def test_every_number_agrees(tables: str, said: str) -> None:
    audit = audited(tables, said)
    assert [(c.quote, audit.judgements[c.id].verdict) for c in audit.claims] == [
        (c.quote, "agrees") for c in audit.claims
    ]


@pytest.mark.parametrize(
    ("tables", "said"),
    [
        (
            AIRLINE,
            "Aircraft fuel expense fell by $88.8 million, or 12.7%, as the average price per gallon dropped to $2.69 "
            "from $3.18, partly offset by a 3.5% increase in gallons consumed.",
        ),
        (MINE, "Revenue of $346.3 million, up 33% from $260.7 million, on 28% higher realized gold prices"),
        (
            MINE,
            "Production averaged 118.2 thousand ounces, 2% lower than a year ago, and the average realized gold price "
            "was $2,472 per ounce versus $1,928 per ounce.",
        ),
        (KITCHEN, "The company operated 214 restaurants, for a total of 345 restaurants in 31 states."),
    ],
)
def test_what_else_a_sentence_tells_is_no_contradiction(tables: str, said: str) -> None:
    assert [f.message for f in audited(tables, said).findings if f.level != "note"] == []


def test_errors_in_a_part_named_before_a_colon_are_found() -> None:
    said = "Oncoria: net product sales grew 29% to $238.1 million"
    assert [f.rule for f in audited(DRUGS, said).findings] == ["C003"]


@pytest.mark.parametrize(
    ("tables", "said"),
    [
        (COSTS, "Cash costs averaged $968 per ounce, compared to $947 per ounce."),
        (
            COSTS,
            "Average realized gold price of $2,742 per ounce, compared with $1,928 per ounce a year ago",
        ),
        (GRILL, "Franchised comparable restaurant sales increased 6.3%."),
        (FUND, "The net increase in net assets resulting from operations was $27.5 million, or $0.36 per share."),
        (COSTS, "Lease operating expense was $8.68 per Boe, down from $8.85 per Boe."),
        (
            LINKED,
            "Noninterest expense was $38.1 million, compared with $37.5 million in the linked quarter and $36.2 "
            "million a year ago. The efficiency ratio was 57.9%, compared with 58.7% and 53.0%, respectively.",
        ),
        (KITCHEN_WEEKS, "As of June 30, 2024, the company and its franchisees operated a total of 354 restaurants."),
        (
            STOCK,
            "Inventory was $187.3 million, or 113 days, compared to $196.2 million, or 121 days, at March 31, 2024.",
        ),
        (SHOP, "Net loss was nil; and fee income decreased 4.0% to $87.8 million."),
        (SHOP, "Acme reported revenue of $381.4 million for its second quarter ended June 30, 2024."),
    ],
)
def test_one_wrong_figure_is_found(tables: str, said: str) -> None:
    assert [f.level for f in audited(tables, said).findings if f.level != "note"] == ["error"]


def test_a_region_of_two_words_is_a_part() -> None:
    assert [f.rule for f in audited(REGIONS, "In the United States, revenues were $421.8 million.").findings] == [
        "C001"
    ]


@pytest.mark.parametrize("tables", [DRUGS, DRUGS.split("\n\n", 1)[1]], ids=["titled", "without a title"])
def test_a_part_before_a_colon_is_not_the_whole_right_below_the_title_either(tables: str) -> None:
    """Its amount names its row; a wrong rate is held against that, and never against the total."""
    said = "Oncoria: net product sales grew {} to $238.1 million"
    for rate, verdict in (("25%", "agrees"), ("29%", "disagrees")):
        audit = releases.audited(tables, said.format(rate), title="Acme Inc. Reports Second Quarter 2024 Results")
        assert [audit.judgements[c.id].verdict for c in audit.claims] == [verdict, "agrees"]
        assert {e.row for f in audit.findings for e in f.evidence} <= {"Oncoria"}


def test_a_line_that_tells_of_figures_is_no_title_of_the_table_below_it() -> None:
    audit = audited(DRUGS.split("\n\n", 1)[1], "Oncoria: net product sales grew 25% to $238.1 million")
    assert [(t.title, str(t.rows[1].measure)) for t in audit.tables] == [("Acme Inc. reported its results.", "oncoria")]
