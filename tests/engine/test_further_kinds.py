"""Ways of saying and of printing met on releases of kinds that were written for the purpose: what is right agrees, one
wrong figure is found."""

import pytest

from tests.engine.releases import LAST_THREE, audited, loud, verdicts

TABLE = f"""
(in millions, except per share data) | {LAST_THREE}
Net sales                  | 820.0  | 760.0 | 801.0
Cost of sales              | 492.0  | 471.0 | 482.0
Gross profit               | 328.0  | 289.0 | 319.0
Capital expenditures       | (49.8) | (61.1) | (54.0)
Interest expense           | 22.0   | 24.8  | 23.1
Net income                 | 64.9   | 60.1  | 64.0
Diluted earnings per share | $0.66  | $0.58 | $0.65
Adjusted net income        | 70.0   | 63.0  | 69.0
Adjusted diluted earnings per share | $0.71 | $0.61 | $0.70
Units shipped              | 612,400 | 588,100 | 601,000
"""


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        (
            "Capital expenditures were $49.8 million in the third quarter, $11.3 million less than in the "
            "third quarter of 2024.",
            ("$11.3", "$17.3"),
        ),
        (
            "Interest expense was $22.0 million, 11% less than in the third quarter of 2024.",
            ("11%", "17%"),
        ),
        (
            "Net sales were $820.0 million, an increase of 7.9% compared to the prior-year quarter and of 2.4% from "
            "the quarter ended June 30, 2025.",
            ("2.4%", "4.2%"),
        ),
        (
            "Net sales were $820.0 million on 612,400 units shipped, increases of 7.9% and 4.1%, respectively.",
            ("4.1%", "1.4%"),
        ),
        (
            "Net income was $64.9 million, compared with $60.1 million in the third quarter of 2024 and $64.0 million "
            "in the second quarter of 2025, or $0.66, $0.58 and $0.65 per diluted share, respectively.",
            ("$0.58", "$0.85"),
        ),
        (
            "Net income of $64.9 million, or $0.66 diluted EPS, versus $60.1 million, or $0.58.",
            ("$60.1", "$61.0"),
        ),
        ("Diluted earnings per share were $0.66 ($0.58).", ("($0.58", "($0.68")),
        ("Net income was $64.9 million ($60.1 million in the third quarter of 2024).", ("($60.1", "($61.0")),
        (
            "Diluted earnings per share were $0.66, compared with $0.58; on an adjusted basis they were $0.71, "
            "versus $0.61.",
            ("$0.71", "$0.75"),
        ),
        (
            "In the quarter, which ended September 30, 2025, net sales were $820.0 million.",
            ("$820.0", "$802.0"),
        ),
    ],
)
def test_a_way_of_saying(sentence: str, wrong: tuple[str, str]) -> None:
    assert set(verdicts(TABLE, sentence)) == {"agrees"}
    assert loud(TABLE, sentence) == []
    assert loud(TABLE, sentence.replace(*wrong)) != []


@pytest.mark.parametrize(
    "sentence",
    [
        "Interest expense fell $2.8 million, or 11%, on a 14% lower average price ($2.41, compared with $2.81).",
        "On October 9, 2025, the company completed the sale of $150 million of 8-3/4% senior notes due 2033.",
        "“Excluding coal, net sales fell 2%.”",
        "Net sales increased $60.0 million, or approximately $6,000 a unit.",
    ],
)
def test_what_is_of_another_thing_is_no_contradiction(sentence: str) -> None:
    assert loud(TABLE, sentence) == []


def test_a_second_share_of_revenue_is_of_its_own_measure() -> None:
    table = TABLE + "Operating income | 123.0 | 106.4 | 120.2\nNon-GAAP operating income | 139.4 | 121.6 | 136.2\n"
    said = (
        "Operating income as a percentage of net sales of 15.0%, and diluted EPS of $0.66; non-GAAP operating income "
        "as a percentage of net sales of 17.0%."
    )
    assert verdicts(table, said) == ["agrees"] * 3
    assert "C005" in loud(table, said.replace("17.0%", "19.0%"))


def test_what_approximately_rounds_that_is_printed_in_full() -> None:
    table = """
In dollars                 | Three Months Ended September 30, 2025 | Three Months Ended September 30, 2024
General and administrative | 641,200                               | 702,118
"""
    said = "General and administrative expenses decreased by approximately $61,000 in the third quarter of 2025."
    assert verdicts(table, said) == ["agrees"]
    assert loud(table, said.replace("61,000", "71,000")) == ["C002"]


def test_the_comparable_period_is_as_long_as_the_one_before_it() -> None:
    table = """
In dollars | Q3 2025 | Q3 2024 | First nine months 2025 | First nine months 2024
Net sales  | 412,338 | 501,204 | 1,188,402              | 1,390,117
"""
    said = (
        "For the nine months, net sales were $1,188,402; net sales in the comparable 2024 period were $1,390,117. "
        "Net sales of the quarter were $412,338."
    )
    assert verdicts(table, said) == ["agrees"] * 3


def test_the_first_of_two_quarters_called_by_their_months() -> None:
    said = "Gross margin was 40.0%, against 39.8% and 38.0% in the June 2025 and September 2024 quarters, respectively."
    assert verdicts(TABLE, said) == ["agrees"] * 3


def test_a_quarter_in_a_header_is_not_that_of_the_title() -> None:
    table = """
Results for the three months ended June 30, 2025

(in millions) | 2Q25  | 2Q24  | 1Q25
Net sales     | 402.0 | 288.0 | 371.0
"""
    said = "Net sales were $402.0 million, an increase of 8.4% sequentially."
    assert verdicts(table, said) == ["agrees", "agrees"]
    assert loud(table, said.replace("8.4%", "9.4%")) == ["C003"]


YUAN = """
(in millions)            | Q3 2024 RMB | Q3 2025 RMB | Q3 2025 US$
Total net revenues       | 6,029.4     | 6,947.5     | 975.9
Net income               | 1,064.1     | 1,464.5     | 205.7
"""


@pytest.mark.parametrize(
    "wrong", [("RMB6,947.5", "RMB6,974.5"), ("US$975.9", "US$957.9"), ("RMB6,029.4", "RMB6,092.4"), ("15.2%", "12.5%")]
)
def test_columns_of_two_currencies(wrong: tuple[str, str]) -> None:
    said = (
        "Total net revenues were RMB6,947.5 million (US$975.9 million) in the third quarter of 2025, an increase of "
        "15.2% from RMB6,029.4 million in the third quarter of 2024."
    )
    assert verdicts(YUAN, said) == ["agrees"] * 4
    assert loud(YUAN, said) == []
    assert loud(YUAN, said.replace(*wrong)) != []


def test_thousands_parted_by_blanks() -> None:
    table = """
| (in millions of euros) | H1 2025 | H1 2024 |
|---|---:|---:|
| Revenue | 7 512 | 7 477 |
| Cost of sales | (4 402) | (4 411) |
| Gross profit | 3 110 | 3 066 |
"""
    said = "Revenue was €7,512 million in the first half of 2025, against €7,477 million in the first half of 2024."
    assert verdicts(table, said, name="draft.md") == ["agrees", "agrees"]
    assert loud(table, said.replace("7,477", "7,447"), name="draft.md") == ["C001"]


def test_a_segment_in_bold_before_its_paragraph() -> None:
    table = """
| ($ in millions) | Q1 2026 | Q1 2025 |
|---|---:|---:|
| **Net sales** | | |
| Coatings | 821.4 | 802.9 |
| Fluids | 301.7 | 276.1 |
| Total net sales | 1,123.1 | 1,079.0 |
| **Segment EBITDA** | | |
| Coatings | 158.2 | 149.0 |
| Fluids | 96.3 | 80.2 |
"""
    said = "**Coatings.** Net sales rose 2% to $821.4 million. Segment EBITDA of $158.2 million was 6.2% higher."
    assert verdicts(table, said, name="draft.md") == ["agrees"] * 4
    assert loud(table, said.replace("821.4", "812.4"), name="draft.md") == ["C001"]


def test_a_share_of_the_total() -> None:
    table = """
(in millions)    | Three Months Ended September 30, 2025 | Three Months Ended September 30, 2024
Revenue:
Systems          | 1,622.4                               | 1,311.9
Support          | 541.0                                 | 488.2
Total revenue    | 2,163.4                               | 1,800.1
"""
    said = "Support revenue was $541.0 million, or 25% of the total, compared with 27% a year ago."
    assert verdicts(table, said) == ["agrees"] * 3
    assert loud(table, said.replace("25%", "35%")) == ["C005"]


def test_no_per_share_figure_before_an_extraordinary_item_is_that_of_the_net_result() -> None:
    table = """
(in thousands, except per share) | Three Months Ended March 31, 1998 | Three Months Ended March 31, 1997
Income before extraordinary item | 12,432 | 6,962
Extraordinary loss on retirement of debt | (2,100) | --
Net income                       | 10,332 | 6,962
Preferred dividends              | 1,688  | 1,688
Net income available to common shareholders | 8,644 | 5,274
Per common share:
Income before extraordinary item | $ 0.44 | $ 0.22
Extraordinary loss               | $ (0.09) | --
Net income                       | $ 0.36 | $ 0.22
Average shares outstanding       | 24,310 | 24,122
"""
    assert loud(table, "Net income was $10.3 million.") == []


def test_no_tax_is_of_a_segment() -> None:
    table = """
(in millions)        | Three Months Ended September 30, 2025 | Three Months Ended September 30, 2024
Medical costs        | 186.0 | 161.0
Income before taxes  | 185.0 | 196.0
Income tax expense   | 45.2  | 48.8
Net income           | 139.8 | 147.2
"""
    said = "The effective tax rate was 24.4% and 24.9% for the third quarters of 2025 and 2024, respectively."
    assert verdicts(table, "Revenues and Medical Costs", said) == ["agrees", "agrees"]


MINE = f"""
(in millions, except per share and per ounce) | {LAST_THREE}
Revenue                                       | 346.3  | 260.7  | 320.1
Net income                                    | 64.0   | 60.0   | 61.0
Diluted earnings per share                    | $0.16  | $0.15  | $0.14
All-in sustaining costs ($ per ounce)         | 1,388  | 1,341  | 1,402
Recovery rate                                 | 93.42% | 93.61% | 93.50%
"""


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("All-in sustaining costs rose 3.5% to $1,388 per ounce as royalties went up.", ("3.5%", "5.3%")),
        ("We delivered $0.16 in earnings per share in the third quarter.", ("$0.16", "$0.19")),
        (
            "Revenue was $346.3 million and net income was $64.0 million. This compared to $260.7 million and $60.0 "
            "million, respectively, in the third quarter of 2024.",
            ("$260.7", "$270.6"),
        ),
        ("The recovery rate was 93.42%, down 19 basis points from 93.61% a year ago.", ("19 basis", "17 basis")),
    ],
)
def test_what_a_mine_says(said: str, wrong: tuple[str, str]) -> None:
    assert set(verdicts(MINE, said)) == {"agrees"}
    assert loud(MINE, said) == []
    assert loud(MINE, said.replace(*wrong)) != []


AIRLINE = f"""
(in millions, except unit data) | {LAST_THREE}
Operating revenue               | 346.3 | 260.7 | 320.1
TRASM (cents)                   | 14.31 | 14.02 | 14.20
CASM-ex                         | 9.10  | 8.81  | 8.92
"""


def test_revenue_and_cost_of_a_seat_mile_are_in_cents() -> None:
    said = "TRASM rose 2.1% to 14.31 cents, and CASM-ex was 9.10 cents, compared with 8.81 cents a year ago."
    assert set(verdicts(AIRLINE, said)) == {"agrees"}
    assert loud(AIRLINE, said.replace("14.31", "13.41")) == ["C001"]


@pytest.mark.parametrize(
    ("said", "ahead"),
    [
        ("In November 2025, the company repaid $50 million of its term loan.", False),
        ("On October 15, 2025, the company sold its pharmacy for $91.5 million in cash.", False),
        ("In November 2025, the company expects to repay $50 million of its term loan.", True),
        ("In November 2025, revenue will be about $100 million.", True),
    ],
)
def test_what_was_done_after_the_quarter_is_no_outlook(said: str, ahead: bool) -> None:
    assert [c.outlook for c in audited(TABLE, said).claims] == [ahead]


CUSTOMERS = """
Customers
(in thousands) | June 30, 2025 | June 30, 2024 | March 31, 2025
Internet       | 9,812         | 9,904         | 9,838
Mobile         | 2,744         | 2,011         | 2,560
"""


def test_a_table_called_customers_counts_them() -> None:
    said = "Internet customers decreased by 26,000 in the quarter to 9.8 million."
    assert loud(CUSTOMERS, said) == []
    assert verdicts(CUSTOMERS, said)[1] == "agrees"


UNHEADED = f"""
(in millions)   | {LAST_THREE}
Internet        | 184.3 | 182.1 | 183.6
Video           | 98.8  | 110.4 | 101.5
Mobile service  | 40.2  | 28.8  | 37.1
Total revenue   | 323.3 | 321.3 | 322.2
Operating costs | 220.0 | 230.0 | 221.0
Net income      | 20.3  | 19.1  | 20.0
"""


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("Internet revenue grew 1.2% to $184.3 million.", ("184.3", "184.9")),
        ("Mobile service was up 39.6%.", ("39.6", "36.9")),
        ("The Video business recorded revenue of $98.8 million.", ("98.8", "89.8")),
        (
            "Net income was $20.3 million. This compares to $19.1 million in the third quarter of 2024.",
            ("19.1", "19.7"),
        ),
    ],
)
def test_rows_over_the_total_that_they_add_up_to_are_its_parts(said: str, wrong: tuple[str, str]) -> None:
    assert set(verdicts(UNHEADED, said)) == {"agrees"}
    assert loud(UNHEADED, said.replace(*wrong)) != []


def test_rows_that_do_not_add_up_to_it_are_no_parts_of_a_total() -> None:
    table = UNHEADED.replace("323.3 | 321.3 | 322.2", "423.3 | 421.3 | 422.2")
    assert loud(table, "Internet revenue grew 1.2% to $184.3 million.") == []


FARMS = """
(In millions, except per share) | Q3 2025 | Q3 2024 | YTD 2025 | YTD 2024
Net sales and revenues
Sowing                          | 5,122   | 6,288   | 14,011   | 17,802
Mowing                          | 2,612   | 3,203   | 7,011    | 8,450
Financing                       | 1,490   | 1,402   | 4,380    | 4,011
Total net sales and revenues    | 9,224   | 10,893  | 25,402   | 30,263
Research expenses               | 548     | 560     | 1,640    | 1,622
Net income                      | 1,747   | 2,384   | 4,276    | 6,546
Operating profit
Sowing                          | 1,021   | 1,610   | 3,100    | 4,500
Mowing                          | 402     | 688     | 1,200    | 1,900
Total operating profit          | 1,423   | 2,298   | 4,300    | 6,400
"""


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        (
            "For the first nine months of the year, net income was $4.276 billion, compared with $6.546 billion for "
            "the same period last year.",
            ("4.276", "4.267"),
        ),
        (
            "Net sales and revenues decreased 15%, to $9.224 billion, for the third quarter of 2025 and fell 16%, to "
            "$25.402 billion, for nine months.",
            ("25.402", "25.240"),
        ),
        (
            "Net income in the first nine months of 2025 amounted to $4,276 million ($6,546 million).",
            ("6,546", "6,564"),
        ),
    ],
)
def test_what_a_maker_of_tractors_says(said: str, wrong: tuple[str, str]) -> None:
    assert set(verdicts(FARMS, said)) == {"agrees"}
    assert loud(FARMS, said) == []
    assert loud(FARMS, said.replace(*wrong)) != []


def test_a_change_of_two_measures_together() -> None:
    table = TABLE + "Direct premiums | 612.4 | 548.0 | 600.0\nEscrow fees | 241.0 | 222.8 | 239.9\n"
    assert verdicts(table, "Direct premiums and escrow fees of $853.4 million, up 11%.") == ["agrees", "agrees"]


@pytest.mark.parametrize(
    "said",
    [
        "Sowing sales fell 19% for the quarter. Operating profit declined to $1.021 billion from $1.610 billion.",
        "Sowing sales fell 19% for the quarter. The operating margin was 19.9%, down from 25.6%.",
        "Research expenses were 7.1% of net sales for the quarter.",
        "Net sales were $7.734 billion for the quarter.",
    ],
)
def test_what_the_tables_give_of_more_is_no_contradiction(said: str) -> None:
    assert loud(FARMS, said) == []


def test_a_year_to_date_is_not_dated_by_what_happened_before_the_table() -> None:
    said = "Net income was $4,276 million for the nine months."
    after = "In October, the company raised its dividend by 2%."
    assert verdicts(FARMS, said, after)[0] == "agrees"


def test_a_loss_net_of_tax_is_not_the_loss_before_it() -> None:
    table = TABLE + "Net investment losses, net of tax | 9.5 | (24.8) | 1.0\n"
    assert loud(table, "The quarter included net investment losses of $12.0 million.") == []
