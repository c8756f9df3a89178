"""Releases of airlines and of producers of oil and gas: seat miles, barrels a day, what is told in other units than the
tables print."""

import pytest

from tests.engine.releases import audited, loud, verdicts

_COLUMNS = " | ".join(f"{length} Months Ended June 30, {year}" for length in ("Three", "Six") for year in (2025, 2024))
AIRLINE = f"""
(In thousands)                              | {_COLUMNS}
Aircraft fuel, including taxes and delivery | 181,264 | 139,410 | 338,911 | 272,806
Total operating expenses                    | 607,366 | 542,140 | 1,176,411 | 1,066,384
Load factor                                 | 84.0% | 85.5% | 82.5% | 84.2%
Available seat miles (ASMs) (000,000)       | 4,873 | 4,646 | 9,391 | 8,986
Revenue passenger miles (RPMs) (000,000)    | 4,094 | 3,972 | 7,748 | 7,568
"""


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("We flew 4.87 billion available seat miles in the quarter.", ("4.87", "4.78")),
        ("Capacity grew 4.9% while traffic rose 3.1%.", ("3.1%", "1.3%")),
        ("RPMs increased 3.1% on a 4.9% increase in capacity.", ("4.9%", "9.4%")),
        ("Fuel expense was $181.3 million and represented 29.8% of operating expenses.", ("29.8", "28.9")),
        ("Load factor fell 1.5 points to 84.0%.", ("84.0", "82.5")),
        ("Load factor of 84.0% was down 1.5 points.", ("84.0", "82.5")),
    ],
)
def test_an_airline_is_read(said: str, wrong: tuple[str, str]) -> None:
    assert set(verdicts(AIRLINE, said)) == {"agrees"}
    assert loud(AIRLINE, said.replace(*wrong)) != []


def test_capacity_is_of_seats_only_where_a_table_gives_these() -> None:
    plant = AIRLINE.replace("Available seat miles (ASMs) (000,000)", "Bottles")
    assert verdicts(plant, "Capacity grew 9.4%.") == ["unsupported"]


OIL = f"""
(In thousands)                         | {_COLUMNS}
Oil (MBbls)                            | 1,284  | 902    | 2,540  | 1,802
Natural gas (MMcf)                     | 4,122  | 3,918  | 8,044  | 7,820
Total (MBoe)                           | 2,267  | 1,769  | 4,437  | 3,471
Oil (Bbls/d)                           | 14,110 | 9,912  | 14,033 | 9,901
Natural gas (Mcf/d)                    | 45,297 | 43,055 | 44,442 | 42,967
Adjusted EBITDAX                       | 94,251 | 71,306 | 180,112 | 139,020
Senior notes                           | 500,000 | 350,000 | 500,000 | 350,000
"""


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("Oil production averaged 14,110 barrels per day in the quarter.", ("14,110", "14,033")),
        ("Natural gas volumes were 4.1 Bcf.", ("4.1 Bcf", "4.5 Bcf")),
        ("Natural gas volumes were 45.3 MMcf per day.", ("45.3", "54.3")),
        ("Oil volumes rose to 14.1 MBbls/d.", ("14.1", "41.1")),
        ("Adjusted EBITDAX (non-GAAP) of $94.3 million was up 32%.", ("$94.3", "$93.4")),
    ],
)
def test_a_producer_is_read(said: str, wrong: tuple[str, str]) -> None:
    assert set(verdicts(OIL, said)) == {"agrees"}
    assert set(verdicts(OIL, said.replace(*wrong))) != {"agrees"}


def test_when_notes_fall_due_is_no_time_that_is_spoken_of() -> None:
    found = audited(
        OIL, "In May we issued $150 million of 6.50% senior notes due 2032 and repaid the 2029 Notes of $40 million."
    )
    assert {c.outlook for c in found.claims} == {False}


def test_letters_of_credit_are_not_those_and_other_guarantees() -> None:
    said = (
        "As of June 30, 2025, we had $13.6 million of outstanding letters of credit and other bank guarantees.",
        "As of June 30, 2025, outstanding standby letters of credit were $10.6 million.",
    )
    assert loud(OIL, *said) == []


DEBT = """
(In thousands)                          | June 30, 2025 | December 31, 2024
Cash and cash equivalents               | 214,806 | 191,022
Short-term investments                  | 512,433 | 588,914
Current maturities of long-term debt    | 141,206 | 138,440
Long-term debt, less current maturities | 648,290 | 689,212
"""


@pytest.mark.parametrize(
    "said",
    [
        "Total debt, including current maturities, was $789.5 million at June 30, 2025, down $38.2 million from "
        "year-end.",
        "Unrestricted cash and short-term investments were $727.2 million at June 30, 2025.",
    ],
)
def test_debt_and_cash_are_added_up(said: str) -> None:
    assert set(verdicts(DEBT, said)) == {"agrees"}


_QUARTERS = " | ".join(f"{length} Months Ended June 30, {year}" for length in ("Three", "Six") for year in (2025, 2024))
SUPPLY = f"""
(In thousands)                             | {_QUARTERS}
Net sales                                  | 483,780 | 443,380 | 918,747 | 851,054
Selling, distribution and administrative   | 92,418  | 86,204  | 179,486 | 166,808
Net income                                 | 19,755  | 16,239  | 35,775  | 31,827
Purchases of treasury shares               | (8,204) | (6,118) | (30,118) | (22,044)
"""


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        (
            "Net income was $19.8 million, compared with $16.2 million in last year's second quarter.",
            ("$19.8", "$35.8"),
        ),
        ("Net income was $19.8 million, a gain of 21.7 percent.", ("21.7", "27.1")),
        ("In the first six months, we repurchased 1,204,000 of our shares for $30.1 million.", ("30.1", "31.0")),
        (
            "Selling, distribution and administrative expense (SD&A) rose to $92.4 million. SD&A for the first six "
            "months was 19.5 percent of sales against 19.6 percent.",
            ("19.5", "15.9"),
        ),
    ],
)
def test_a_distributor_is_read(said: str, wrong: tuple[str, str]) -> None:
    assert {"disagrees"}.isdisjoint(verdicts(SUPPLY, said))
    assert loud(SUPPLY, said.replace(*wrong)) != []


def test_long_term_debt_with_its_current_portion_is_all_debt() -> None:
    said = (
        "Long-term debt, including the current portion, stood at $789.5 million, compared with $827.7 million at "
        "December 31, 2024."
    )
    assert verdicts(DEBT, said) == ["agrees", "agrees"]


SEGMENTS = f"""
(In thousands)                 | {_QUARTERS}
Net sales
  Flow Technologies            | 412,600 | 398,100 | 801,200 | 780,900
  Motion Solutions             | 286,400 | 301,800 | 574,000 | 606,300
Total net sales                | 699,000 | 699,900 | 1,375,200 | 1,387,200
Segment operating profit
  Flow Technologies            | 84,200 | 76,900 | 160,700 | 146,000
  Motion Solutions             | 41,000 | 49,200 | 87,100 | 98,800
Total segment operating profit | 125,200 | 126,100 | 247,800 | 244,800
Segment operating margin
  Flow Technologies            | 20.4% | 19.3% | 20.1% | 18.7%
  Motion Solutions             | 14.3% | 16.3% | 15.2% | 16.3%
Total segment operating margin | 17.9% | 18.0% | 18.0% | 17.6%
Book-to-bill
  Flow Technologies            | 1.02  | 0.95  | 1.01  | 0.99
  Motion Solutions             | 0.97  | 0.94  | 0.97  | 0.95
"""


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        (
            "Flow Technologies sales of $412.6 million increased 3.6%. Segment operating profit of $84.2 million was "
            "up 9.5%, and segment operating margin of 20.4% improved 110 basis points.",
            ("110", "11"),
        ),
        (
            "Motion Solutions sales of $286.4 million declined 5.1%. Segment operating profit fell $8.2 million to "
            "$41.0 million, and margin contracted 200 basis points to 14.3%.",
            ("$8.2", "$2.8"),
        ),
    ],
)
def test_a_segments_own_profit_and_margin_are_not_those_of_all_segments(said: str, wrong: tuple[str, str]) -> None:
    assert set(verdicts(SEGMENTS, said)) == {"agrees"}
    assert loud(SEGMENTS, said.replace(*wrong)) != []


TRUCKS = f"""
(In thousands)              | {_QUARTERS}
Freight revenue             | 61,842 | 55,918 | 120,118 | 110,602
Fuel surcharge              | 2,910  | 4,206  | 6,804   | 7,318
Total revenue               | 64,752 | 60,124 | 126,922 | 117,920
Operating expenses:
Fuel                        | 11,206 | 11,840 | 22,902  | 22,810
Insurance and claims        | 2,610  | 1,904  | 4,842   | 3,610
Total operating expenses    | 60,322 | 56,696 | 117,514 | 109,354
"""


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("Revenue before fuel surcharge increased 10.6% to $61.8 million.", ("10.6", "16.0")),
        ("Insurance and claims rose 37.1% to $2.6 million after our July renewal.", ("37.1", "31.7")),
    ],
)
def test_a_trucker_is_read(said: str, wrong: tuple[str, str]) -> None:
    assert set(verdicts(TRUCKS, said)) == {"agrees"}
    assert set(verdicts(TRUCKS, said.replace(*wrong))) != {"agrees"}


def test_an_expense_net_of_something_is_not_its_row() -> None:
    said = "Fuel expense, net of {}, declined to $8.3 million."
    assert verdicts(TRUCKS, said.format("fuel surcharge")) == ["agrees"]
    assert verdicts(TRUCKS, said.format("rebates")) == ["unsupported"]


CAPITAL = DEBT.rstrip() + "\nTotal stockholders' equity              | 715,959 | 750,941\n"


def test_debt_as_a_share_of_capital_and_net_of_cash() -> None:
    said = "Debt to capitalization was 52.4% at June 30, 2025."
    assert verdicts(CAPITAL, said) == ["agrees"]
