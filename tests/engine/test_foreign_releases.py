"""Releases in other currencies, of shops with quarters of twelve weeks, and sentences whose periods and subjects were
mistaken: what is right agrees, one wrong figure is found."""

import re

import pytest

from tests.engine.releases import LAST_THREE, audited, loud, verdicts

REAIS = """
(R$ million) | 3Q24 | 2Q24 | 3Q23
Net revenue | 5,220 | 5,023 | 4,587
EBITDA | 2,066 | 1,935 | 1,659
EBITDA margin | 39.6% | 38.5% | 36.2%
Operating cash flow | 1,204 | 1,110 | 988
Capital expenditures | 702 | 811 | 990
"""
_WEEKS = " | ".join(f"{n} Weeks Ended December {day}" for n in (12, 40) for day in ("2, 2006", "3, 2005"))
WEEKS = f"""
(in millions, except per share) | {_WEEKS}
Sales | 1,044.8 | 1,002.1 | 3,421.6 | 3,288.0
LIFO charge | 0.9 | 1.4 | 3.0 | 4.2
Interest expense | 7.4 | 8.1 | 25.3 | 27.2
EBITDA | 61.6 | 50.2 | 190.0 | 171.0
Net income | 19.6 | 12.7 | 50.4 | 37.1
Diluted earnings per share | $0.47 | $0.31 | $1.21 | $0.90
"""
QUARTERS = f"""
(in millions) | {LAST_THREE}
Revenue | 148.9 | 135.4 | 140.2
Operating expenses | 107.1 | 99.3 | 104.0
Acres sold | 41,822 | 30,110 | 21,045
Average price per acre | $1,910 | $2,010 | $2,044
Water sold (billion gallons) | 18.42 | 17.88 | 17.10
Annualized return on equity | 14.2% | 14.1% | 15.9%
"""
GOODS = f"""
(in thousands) | {LAST_THREE}
Nitrogen products | 212,044 | 241,870 | 230,110
Phosphate and potash products | 98,120 | 91,044 | 90,002
Net sales | 310,164 | 332,914 | 320,112
Interest expense | 25,300 | 27,200 | 26,110
Stock-based compensation | 3,302 | 2,811 | 3,014

Sales Volumes and Average Prices
(Volumes in thousands of short tons; prices in dollars per short ton) | {LAST_THREE}
Volumes:
Ammonia | 402 | 388 | 391
UAN solutions | 690 | 640 | 655
Average prices:
Ammonia | $128 | $171 | $140
UAN solutions | 72 | 98 | 80
"""
SEGMENTS = f"""
Segment data (in millions) | {LAST_THREE}
Revenues:
Casino | 181 | 220 | 199
Rooms | 40 | 58 | 44
Total revenues | 221 | 278 | 243
Operating income:
Casino | 22 | 31 | 27
Rooms | 4 | 3 | 5
Total operating income | 26 | 34 | 32
"""
BROKER = f"""
(in thousands, except per share) | {LAST_THREE}
Commissions | 61,044 | 38,110 | 44,022
Total revenues | 90,181 | 57,367 | 68,922
Interest expense | 11,022 | 7,022 | 9,410
Net revenues | 79,159 | 50,345 | 59,512
Income before income taxes | 15,863 | 11,778 | 13,511
Net income | 13,500 | 14,400 | 13,900
Basic earnings per share | $0.75 | $0.80 | $0.77
Diluted earnings per share | $0.74 | $0.78 | $0.76
"""
DEALER = f"""
(in thousands) | {LAST_THREE}
Gross profit:
Used vehicle gross profit | 88,104 | 91,022 | 90,000
Wholesale vehicle gross profit | 24,022 | 30,110 | 29,100
Total gross profit | 112,126 | 121,132 | 119,100
"""
REGIONS = f"""
Net sales by region (in millions) | {LAST_THREE}
Japan | 402.1 | 388.0 | 400.0
Americas | 331.4 | 298.2 | 320.0
Total net sales | 733.5 | 686.2 | 720.0
"""
_NINE = " | ".join(f"{n} Months Ended September 30, {y}" for n in ("Three", "Nine") for y in (2025, 2024))
NINE = f"""
(in millions) | {_NINE}
Operating revenues | 176 | 174 | 531 | 494
"""


@pytest.mark.parametrize(
    ("table", "sentence", "wrong"),
    [
        (REAIS, "Net revenue was R$ 5.2 billion in 3Q24, compared to R$ 4.6 billion in 3Q23.", ("R$ 4.6", "R$ 4.9")),
        (REAIS, "EBITDA margin was 39.6% in 3Q24, an expansion of 3.4 p.p. vs. 3Q23.", ("3.4 p.p.", "4.3 p.p.")),
        (REAIS, "Net revenue was R$ 5,220 million, 14% above 3Q23.", ("14%", "41%")),
        (WEEKS, "The LIFO charge was $0.9 million this year and $1.4 million last year.", ("$1.4", "$1.9")),
        (
            WEEKS,
            "EBITDA was $61.6 million, 5.9% of sales, compared with $50.2 million, 5.0% of sales.",
            ("5.0%", "5.6%"),
        ),
        (
            WEEKS,
            "In the third fiscal quarter sales were $1,044.8 million. For the first 40 weeks of the fiscal year, sales "
            "increased 4.1% to $3.42 billion and net income was $50.4 million, or $1.21 per diluted share.",
            ("4.1%", "1.4%"),
        ),
        (
            QUARTERS,
            "Operating expenses grew less quickly than revenue: 7.9% to $107.1 million.",
            ("7.9%", "9.7%"),
        ),
        (GOODS, "Nitrogen sales fell by $29.8 million, or 12 percent.", ("12 percent", "21 percent")),
        (
            GOODS,
            "Ammonia volume totaled 402,000 tons, compared with 388,000 tons a year ago; UAN shipments were "
            "690,000 tons.",
            ("690,000", "960,000"),
        ),
        (
            GOODS,
            "Average ammonia prices declined 25 percent to $128 per short ton from $171.",
            ("25 percent", "52 percent"),
        ),
        (GOODS, "UAN prices dropped $26 per ton from a year ago.", ("$26", "$62")),
        (GOODS, "Interest expense was reduced by $1.9 million to $25.3 million.", ("$25.3", "$23.5")),
        (
            GOODS,
            "Expenses included $3.3 million of stock-based compensation ($2.8 million in 2024).",
            ("$2.8", "$8.2"),
        ),
        (
            SEGMENTS,
            "Casino revenues, which account for the bulk of the company's revenues, dropped 17.7%.",
            ("17.7%", "11.7%"),
        ),
        (SEGMENTS, "The Casino segment earned $22 million, down $9 million from a year ago.", ("$22", "$25")),
        (
            BROKER,
            "The pretax margin was 20.0 percent, versus 23.4 percent a year ago.",
            ("20.0 percent", "27.0 percent"),
        ),
        (
            BROKER,
            "Net income was $13.5 million, or $0.75 and $0.74 per basic and diluted share, respectively, compared to "
            "$14.4 million, or $0.80 and $0.78 per basic and diluted share, respectively, a year ago.",
            ("$0.80", "$0.86"),
        ),
        (DEALER, "Total gross profit fell 7.4%. Wholesale gross profit fell 20.2% to $24.0 million.", ("7.4%", "4.7%")),
        (QUARTERS, "Annualized return on equity was 14.2%, against 14.1% a year ago.", ("14.2%", "12.4%")),
        (QUARTERS, "Revenue grew 9% to 10%.", ("9% to 10%", "7% to 8%")),
        (NINE, "Operating revenues increased by $2 million.", ("$2 million", "$4 million")),
        (QUARTERS, "Water sold rose to 18.42 billion gallons from 17.88 billion gallons.", ("18.42", "14.82")),
    ],
)
def test_agrees_and_one_wrong_figure_is_found(table: str, sentence: str, wrong: tuple[str, str]) -> None:
    assert set(verdicts(table, sentence)) == {"agrees"}
    assert loud(table, sentence) == []
    assert loud(table, sentence.replace(*wrong))


@pytest.mark.parametrize(
    ("table", "text"),
    [
        (REAIS, "Free cash flow resulted from operating cash flow of R$ 1,204 million less capital expenditures."),
        (
            WEEKS,
            "For the first 40 weeks of the fiscal year net income was $50.4 million, compared to $37.1 million a year "
            "ago. Interest expense for the same period was $25.3 million.",
        ),
        (
            QUARTERS,
            "The company sold 41,822 acres during the quarter at an average price of $1,910 per acre, double the "
            "acreage of the second quarter.",
        ),
        (DEALER, "Retail used gross profit was $88.1 million."),
        (REGIONS, "By region, sales grew in Japan (+3.6%) and the Americas (+11.1%)."),
        (
            NINE,
            "Revenues totaled $176 million, against $174 million; for the nine months they were $531 million.",
        ),
        (QUARTERS, "A rate case requesting $21.4 million of annual revenue is pending."),
        (
            QUARTERS,
            "Pipe volume totaled 402,000 tons, compared with 388,000 tons a year ago; valve volume was up 8 percent.",
        ),
    ],
)
def test_what_speaks_of_something_else_is_no_contradiction(table: str, text: str) -> None:
    assert loud(table, text) == []


def test_exhibit_numbers_and_paragraphs_of_rules_are_no_claims() -> None:
    assert audited(QUARTERS, "10.2*", "See 17 CFR § 240.14 and § 229.601(b)(10).").claims == ()


@pytest.mark.parametrize(
    "sentence",
    ["Revenue is to increase by 1-2%.", "Fourth quarter outlook. Revenue to increase by 1% to 2%."],
)
def test_what_is_to_come_is_outlook(sentence: str) -> None:
    assert all(c.outlook for c in audited(QUARTERS, sentence).claims)


def test_a_volume_is_not_supported_by_a_change_of_revenue() -> None:
    table = """
(in thousands) | Three Months Ended March 31, 2016 | Three Months Ended March 31, 2015 | % Change
Truckload | 301,044 | 322,110 | (6.5)%
Intermodal | 88,402 | 84,110 | 5.1%
Total revenues | 389,446 | 406,220 | (4.1)%
"""
    assert verdicts(table, "Truckload volumes grew approximately 7%.") == ["unsupported"]


MONTHS = """
EUR million     | Oct–Dec 2024 | Oct–Dec 2023 | Jan–Dec 2024 | Jan–Dec 2023
Net sales       | 56.8         | 59.7         | 217.9        | 219.7
Orders received | 53.1         | 57.6         | 202.7        | 220.3
EBIT            | 5.68         | 4.2          | 15.3         | 13,2
EPS, EUR        | 0.25         | 0.39         | 0.92         | 1.04
"""


def test_figures_of_the_year_before_stand_in_brackets() -> None:
    title = "Halden Oyj: January–December 2024 results"
    said = (
        "October–December 2024 performance",
        "• Net sales were EUR 56.8 (59.7) million\n• EBIT was EUR 5.68 million, i.e. 10.0 (7.0)% of net sales\n"
        "• EPS was EUR 0.25 (0.39)\n• Order intake was EUR 53.1 million (57.6)",
        "January–December 2024 performance, all businesses",
        "• Net sales decreased by 1% to EUR 217.9 million (219.7)",
    )
    assert set(verdicts(MONTHS, *said, title=title)) == {"agrees"}
    assert loud(MONTHS, *said, title=title) == []
    wrong = (said[0], said[1].replace("(59.7)", "(57.9)"), *said[2:])
    assert "C001" in loud(MONTHS, *wrong, title=title)


def test_what_was_stands_in_an_outlook_too() -> None:
    said = (
        "Outlook for 2025",
        "Net sales are expected to be between EUR 200 and EUR 240 million in 2025 (reported 2024 net sales: EUR 217.9 "
        "million). In 2024, orders received totaled EUR 202.7 million.",
        "CEO Jane Roe:",
        "Orders received in the fourth quarter were EUR 53.1 million.",
    )
    told = audited(MONTHS, *said, title="Halden Oyj: January–December 2024 results").claims
    assert [c.outlook for c in told] == [True, True, False, False, False]


def test_the_segments_own_figures_are_not_those_of_all() -> None:
    table = MONTHS + "EBIT margin, %  | 10.0 | 7.0 | 7.0 | 6.0\n"
    said = "The segment's EBIT margin was 18.4% in 2024."
    assert loud(table, said, title="Halden Oyj: January–December 2024 results") == []


def test_rows_called_per_share_are_of_the_row_above() -> None:
    table = """
(In thousands, except per share data) | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Revenue                               | 9,410 | 8,730
Net earnings                          | 1,240 | 1,050
Per share basic and diluted           | 0.12  | 0.10
EBITDA                                | 3,110 | 2,870
Per share basic and diluted           | 0.30  | 0.28
"""
    said = (
        "EBITDA was $3.1 million ($0.30 per share basic and diluted) compared to $2.9 million ($0.28 per share basic "
        "and diluted) in the prior year quarter. Net earnings were $1.2 million ($0.12 per share basic and diluted)."
    )
    assert set(verdicts(table, said)) == {"agrees"}
    assert loud(table, said) == []


BY_SHARE = """
£m               | Six months ended 30 June 2025 | Six months ended 30 June 2024
Revenue          | 43.5                          | 41.0
Basic EPS        | 12.3p                         | 11.8p
Interim dividend | 3.2p                          | 3.0p
"""


@pytest.mark.parametrize(("currency", "hundredth"), [("£", "p"), ("A$", "c"), ("€", " cents")])
def test_cells_in_hundredths_are_amounts_for_a_share(currency: str, hundredth: str) -> None:
    def put(text: str) -> str:
        return re.sub(r"(?<=\d)p\b", hundredth, text.replace("£", currency))

    eps = put("Basic EPS of 12.3p (H1 2024: 11.8p).")
    dividend = put("The interim dividend is 3.2p per share (H1 2024: 3.0p).")
    assert verdicts(put(BY_SHARE), eps, dividend) == ["agrees"] * 4
    assert "disagrees" in verdicts(put(BY_SHARE), eps.replace("12.3", "13.2"))


RUPEES = """
(₹ crore)     | Quarter ended June 30, 2025 | Quarter ended June 30, 2024
Revenue       | 1,234.5                     | 1,142.0
EBITDA        | 210.4                       | 190.3
"""
EUROS = """
Million €      | Q2 2025 | Q2 2024
Sales          | 435     | 410
EBIT           | 65      | 59
Free cash flow | (12)    | (8)
"""


@pytest.mark.parametrize(
    ("table", "right", "wrong"),
    [
        (RUPEES, "Revenue was ₹1,234.5 crore, up 8.1% from ₹1,142.0 crore.", ("1,234.5", "1,243.5")),
        (EUROS, "EBIT was €65 million, previous year €59 million.", ("59", "69")),
        (EUROS, "EBIT was €65 million (PY: €59 million).", ("59", "69")),
        (EUROS.replace("Million €", "In millions"), "Sales were €435 million (Q2 2024: €410 million).", ("410", "401")),
        (EUROS, "Free cash flow was minus €12 million (Q2 2024: minus €8 million).", ("12", "21")),
    ],
)
def test_units_and_signs_of_other_countries(table: str, right: str, wrong: tuple[str, str]) -> None:
    assert set(verdicts(table, right)) == {"agrees"}
    assert "disagrees" in verdicts(table, right.replace(*wrong))
