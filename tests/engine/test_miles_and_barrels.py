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


STEEL = """
(In thousands)                    | Quarter Ended Sept. 30, 2009 | Quarter Ended June 30, 2009 | Quarter Ended Sept. 30, 2008 | Nine Months Ended Sept. 30, 2009 | Nine Months Ended Sept. 30, 2008
Net sales                         | 612,400  | 498,700  | 1,284,600 | 1,648,200 | 3,602,100
Operating income (loss)           | (36,800) | (92,400) | 168,200   | (228,400) | 371,200
Net income (loss)                 | (41,800) | (85,500) | 135,900   | (238,300) | 296,800
Shipments (thousands of net tons)
  Total shipments                 | 612      | 478      | 902       | 1,610     | 2,784
"""  # noqa: E501


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        (
            "We reported third quarter 2009 net sales of $612.4 million, compared to second quarter 2009 net sales of "
            "$498.7 million and third quarter 2008 net sales of $1,284.6 million.",
            ("1,284.6", "1,248.6"),
        ),
        (
            "For the first nine months of 2009, the net loss was $238.3 million. Net sales fell 54 percent to $1,648.2 "
            "million.",
            ("54", "45"),
        ),
    ],
)
def test_further_quarters_are_compared_with(said: str, wrong: tuple[str, str]) -> None:
    assert set(verdicts(STEEL, said)) == {"agrees"}
    assert loud(STEEL, said.replace(*wrong)) != []


def test_what_comes_behind_as_has_a_subject_of_its_own() -> None:
    said = (
        "Results improved to an operating loss of $36.8 million in the third quarter from an operating loss of $92.4 "
        "million in the second quarter as volumes rose 28 percent."
    )
    assert loud(STEEL, said) == []


def test_when_a_charge_was_recorded_dates_nothing_behind_it() -> None:
    said = (
        "For the first nine months of 2009, the net loss was $238.3 million, and includes a charge of $18.5 million "
        "recorded in the first quarter. Net sales were $1,648.2 million."
    )
    assert [str(c.period) for c in audited(STEEL, said).claims][-1] == "2009-01-01/2009-09-30"


SHIPS = f"""
(In thousands of U.S. dollars)              | {_QUARTERS}
Vessel operating expenses                   | (16,902) | (15,410) | (33,218) | (30,118)
Total revenue                               | 70,964   | 90,236   | 149,522  | 168,598
Time charter equivalent (TCE) revenue       | $55,848  | $72,734  | $119,080 | $133,936
TCE rate per revenue day                    | $23,387  | $33,924  | $25,112  | $31,799
Vessel operating expenses per day           | $6,879   | $7,056   | $6,760   | $6,962
Revenue days                                | 2,388    | 2,144    | 4,742    | 4,212
Vessels owned at end of period              | 27       | 24       | 27       | 24
"""


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("TCE revenue was $55.8 million for the second quarter.", ("55.8", "58.5")),
        ("Average TCE was $23,387 per day for the second quarter of 2025.", ("23,387", "25,112")),
        ("Revenue days rose to 2,388 from 2,144.", ("2,388", "2,838")),
        (
            "Vessel operating expenses were $16.9 million, or $6,879 per ownership day, compared with $15.4 million, "
            "or $7,056 per ownership day.",
            ("6,879", "6,789"),
        ),
    ],
)
def test_a_shipowner_is_read(said: str, wrong: tuple[str, str]) -> None:
    assert set(verdicts(SHIPS, said)) == {"agrees"}
    assert loud(SHIPS, said.replace(*wrong)) != []


def test_days_and_ships_are_counted_and_are_no_money() -> None:
    found = {f.label: f.quantity.unit for f in audited(SHIPS, "Revenue days rose.").facts if f.origin == "cell"}
    assert (found["Revenue days"], found["Vessels owned at end of period"]) == ("count:days", "count:items")


GOLD = f"""
                                                 | {_QUARTERS}
Financial highlights (in millions, except per share)
  Revenue                                        | $253.8  | $181.9 | $657.9 | $489.3
  Net earnings                                   | 55.2    | 13.8   | 103.9  | 11.8
  Earnings per share                             | $0.22   | $0.06  | $0.42  | $0.05
Operating results
  Gold sold (ounces)                             | 127,804 | 118,902 | 364,118 | 346,204
  Average realized gold price ($/oz)             | $1,908  | $1,474 | $1,742 | $1,362
Gold production (ounces)
  Kettle Ridge                                   | 88,412  | 81,204 | 251,204 | 240,118
  Pampa Verde                                    | 41,206  | 38,118 | 118,402 | 110,204
AISC ($/oz sold)
  Kettle Ridge                                   | $946    | $981   | $988   | $994
  Pampa Verde                                    | 1,188   | 1,204  | 1,246  | 1,213
"""


def test_headings_of_highlights_name_no_unit_and_no_result() -> None:
    found = {f.label: (str(f.measure), f.quantity.unit) for f in audited(GOLD, "Gold was sold.").facts if f.row < 8}
    assert found["Revenue"] == ("revenue", "USD")
    assert found["Net earnings"] == ("net-income", "USD")
    assert found["Gold sold (ounces)"] == ("gold-sold-ounce", "count:items")
    assert found["Average realized gold price ($/oz)"] == ("average-realized-gold-price", "USD")


def test_a_mine_has_its_ounces_and_its_costs() -> None:
    said = "Kettle Ridge produced 88,412 ounces in the quarter, up 9% from 81,204 ounces in the same period of 2024."
    assert set(verdicts(GOLD, said)) == {"agrees"}
    costs = {
        f.quantity.value for f in audited(GOLD, said).facts if str(f.measure) == "kettle ridge all-in-sustaining-costs"
    }
    assert costs == {946, 981, 988, 994}


PARTNERS = f"""
(In thousands, except ratios) | {_QUARTERS}
Distributable cash flow       | 49,851 | 46,127 | 98,104 | 90,118
Distribution coverage ratio   | 1.35x  | 1.46x  | 1.41x  | 1.49x
"""


def test_what_a_number_with_another_is_of_names_no_row_for_it() -> None:
    assert loud(PARTNERS, "Our distribution has grown 9% year over year with coverage of 1.35 times.") == []


SWAPS = f"""
(In thousands)                                | {_QUARTERS}
Unrealized (loss) gain on interest rate swaps | (1,206) | 842 | (3,402) | 204
"""


@pytest.mark.parametrize(
    "said",
    [
        "The result excludes a $1.2 million unrealized {} on interest rate swaps.",
        "The unrealized {} on interest rate swaps was $1.2 million.",
    ],
)
def test_the_loss_of_a_row_of_gains_and_losses_is_one(said: str) -> None:
    assert loud(SWAPS, said.format("loss")) == []
    assert loud(SWAPS, said.format("gain")) == ["D012"]


REFINER = f"""
(In thousands)                                  | {_QUARTERS}
Gross margin                                    | $430,200 | $201,400 | $1,071,500 | $418,600
Refinery throughput (thousand bpd)              | 214.6    | 206.1    | 209.8      | 198.4
Per barrel of throughput:
  Refining gross margin                         | $19.96   | $8.94    | $16.99     | $6.04
"""


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("Refinery throughput averaged 214.6 thousand barrels per day in the second quarter.", ("214.6", "241.6")),
        ("Refining gross margin was $19.96 per barrel in the second quarter.", ("19.96", "16.99")),
    ],
)
def test_a_refiner_is_read(said: str, wrong: tuple[str, str]) -> None:
    assert set(verdicts(REFINER, said)) == {"agrees"}
    assert loud(REFINER, said.replace(*wrong)) != []
