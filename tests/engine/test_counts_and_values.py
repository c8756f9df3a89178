"""Tables of homes, orders or users: how many, at what value, by region; rows that are called by their initials."""

from functools import partial

import pytest

from tests.engine import releases

TITLE = "Acme Homes Reports Third Quarter 2024 Results"
verdicts, audited = partial(releases.verdicts, title=TITLE), partial(releases.audited, title=TITLE)
loud = partial(releases.loud, title=TITLE)
HOMES = """
                               NET NEW ORDERS
                           (dollars in thousands)

                     Three Months Ended             Three Months Ended
                     September 30, 2024             September 30, 2023
                    ---------------------          ---------------------
                    Homes         Value            Homes         Value
                   -------      ---------         -------      ---------
North                 612        382,860             488        290,360
South               1,034        438,920             955        411,605
                   -------      ---------         -------      ---------
Total               1,646        821,780           1,443        701,965


                                  BACKLOG
                           (dollars in thousands)

                     September 30, 2024             September 30, 2023
                    ---------------------          ---------------------
                    Homes         Value            Homes         Value
                   -------      ---------         -------      ---------
North               1,120        689,120           1,048        618,320
South               1,675        722,455           1,629        716,760
                   -------      ---------         -------      ---------
Total               2,795      1,411,575           2,677      1,335,080


                                HOMES CLOSED
                           (dollars in thousands)

                     Three Months Ended             Three Months Ended
                     September 30, 2024             September 30, 2023
                    ---------------------          ---------------------
                    Homes         Value            Homes         Value
                   -------      ---------         -------      ---------
North                 540        330,696             561        329,924
South                 988        416,442             901        387,610
                   -------      ---------         -------      ---------
Total               1,528        747,138           1,462        717,534
"""
_QUARTERS = " | ".join(f"Three Months Ended September 30, {year}" for year in (2024, 2023))
MARKET = f"""
In millions                  | {_QUARTERS}
Revenue:                     |          |
Marketplace                  | $271.4   | $240.9
Advertising                  | 88.3     | 71.2
Total revenue                | 359.7    | 312.1
TPV                          | $2,418.6 | $2,207.3
Active buyers                | 38.214   | 35.902
"""


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("Net new orders increased {}% to 1,646 homes.", ("14", "41")),
        ("The dollar value of net new orders rose {}% to $821.8 million.", ("17", "71")),
        ("In the North, orders rose {}% to 612 homes.", ("25", "52")),
        ("Homes closed were {}.", ("1,528", "1,582")),
    ],
)
def test_what_the_title_names_is_counted_by_region(said: str, wrong: tuple[str, str]) -> None:
    right, slip = wrong
    assert set(verdicts(HOMES, said.format(right))) == {"agrees"}
    assert "disagrees" in verdicts(HOMES, said.format(slip))


def test_a_heading_that_one_stroke_underlines_stands_over_all_its_columns() -> None:
    facts = [f for f in audited(HOMES, "Orders rose.").facts if f.label == "North"]
    assert {(str(f.period), f.quantity.unit[:5]) for f in facts if f.table == "t1"} == {
        ("2024-07-01/2024-09-30", "count"),
        ("2024-07-01/2024-09-30", "USD"),
        ("2023-07-01/2023-09-30", "count"),
        ("2023-07-01/2023-09-30", "USD"),
    }


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("TPV grew {}%.", ("9.6", "6.9")),
        ("Buyers: we served {} million active buyers.", ("38.2", "38.2")),
        ("Advertising was ${} million.", ("88.3", "83.8")),
    ],
)
def test_rows_are_called_by_initials_and_by_people(said: str, wrong: tuple[str, str]) -> None:
    right, slip = wrong
    assert verdicts(MARKET, said.format(right)) == ["agrees"]
    assert right == slip or verdicts(MARKET, said.format(slip)) == ["disagrees"]


REGIONS = f"""
(in millions) | {_QUARTERS}
Americas      | 224.0 | 200.0
EMEA          | 118.0 | 100.0
Asia Pacific  | 48.0  | 50.0
Total revenue | 390.0 | 350.0
"""


def test_parts_in_a_list_with_signed_percentages() -> None:
    said = "Revenue grew in most regions: Americas (+12%), EMEA (+{}%) and Asia Pacific (-4%)."
    assert verdicts(REGIONS, said.format("18")) == ["agrees", "agrees", "agrees"]
    assert verdicts(REGIONS, said.format("81")) == ["agrees", "disagrees", "agrees"]


PARTS = f"""
(in millions)      | {_QUARTERS}
Revenue:           |       |
Nordic             | 141.9 | 128.3
Baltic             | 97.6  | 104.1
Total revenue      | 239.5 | 232.4
Gross profit:      |       |
Nordic             | 35.7  | 31.2
Baltic             | 23.4  | 24.2
Total gross profit | 59.1  | 55.4
"""


def test_its_measure_is_that_of_the_part_named_before() -> None:
    said = (
        "Nordic revenue increased 10.6% to $141.9 million, and its gross profit rose to ${} million from $31.2 million."
    )
    assert set(verdicts(PARTS, said.format("35.7"))) == {"agrees"}
    assert verdicts(PARTS, said.format("37.5")) == ["agrees", "agrees", "disagrees", "agrees"]


OPENED = f"""
Restaurants | {_QUARTERS}
Openings    | 24 | 19
Closings    | 7  | 9
"""


def test_net_growth_is_no_count_of_what_was_closed() -> None:
    said = "24 openings and 7 closings for net unit growth of 17; 1,642 restaurants at quarter end, up 4.1%."
    assert "disagrees" not in verdicts(OPENED, said)


LEAF = f"""
Sales volume (in millions of kilos)

       | {_QUARTERS}
Burley | 48.1 | 44.7
Other  | 62.4 | 71.8
"""


def test_a_title_of_volumes_counts_its_rows() -> None:
    assert verdicts(LEAF, "Burley volume rose 7.6% to 48.1 million kilos.") == ["agrees", "agrees"]
    assert verdicts(LEAF, "Burley volume rose 7.6% to 41.8 million kilos.")[1] == "disagrees"


FLIGHTS = f"""
Operating statistics           | {_QUARTERS}
Revenue passengers (thousands) | 1,215   | 1,142
Revenue passenger miles (millions) | 1,072.3 | 976.4
Passenger yield (cents)        | 13.82   | 14.28
"""


def test_what_an_airline_counts() -> None:
    said = "Traffic in revenue passenger miles increased {}%, and passenger yield declined 3.2% to 13.82 cents."
    assert set(verdicts(FLIGHTS, said.format("9.8"))) == {"agrees"}
    assert verdicts(FLIGHTS, said.format("8.9"))[0] == "disagrees"


COMMUNITIES = """
ACTIVE COMMUNITIES

      | September 30, 2024 | September 30, 2023
North | 61                 | 58
South | 167                | 163
Total | 228                | 221
"""


def test_a_total_is_of_what_its_title_names() -> None:
    said = "The company ended the quarter with {} active communities, up from 221."
    assert set(verdicts(COMMUNITIES, said.format("228"))) == {"agrees"}
    assert verdicts(COMMUNITIES, said.format("282"))[0] == "disagrees"


CARRIER = f"""
(in millions)              | {_QUARTERS}
Depreciation               | 14.9 | 14.0
Interest and finance costs | 7.2  | 6.8
"""


def test_interest_and_finance_costs_are_one_measure() -> None:
    said = "Depreciation was $14.9 million (2023: $14.0 million), and interest and finance costs were ${} million."
    assert set(verdicts(CARRIER, said.format("7.2"))) == {"agrees"}
    assert verdicts(CARRIER, said.format("2.7"))[-1] == "disagrees"


def test_things_that_a_number_counts_besides_those_of_the_row() -> None:
    table = """
(In thousands) | Three Months Ended September 30, 2024 | Three Months Ended September 30, 2023
Revenue        | 401,210                               | 398,150
Home closings  | 1,210                                 | 1,150
"""
    said = "Total home closings of 1,270, including 60 currently and previously leased homes, were a record."
    assert (verdicts(table, said)[0], loud(table, said)) == ("agrees", [])
    assert "C007" in loud(table, said.replace("1,270", "1,290"))


BALANCE = """
In thousands                  | June 30, 2025 | December 31, 2024
Cash and cash equivalents     | 12,410        | 10,277
Inventories                   | 18,204        | 17,730
Total current assets          | 30,614        | 28,007
Property and equipment, net   | 22,130        | 23,044
Long-term investments         | {}         | 7,019
Goodwill                      | 1,888         | 1,419
Other assets                  | 6,777         | 8,438
Total assets                  | 68,232        | 67,927
Accounts payable              | 18,020        | 17,115
Total current liabilities     | 18,020        | 17,115
Total liabilities             | 18,020        | 17,115
"""


def test_other_assets_that_equal_two_rows_above_them_by_chance_are_no_total() -> None:
    assert releases.loud(BALANCE.format("6,823")) == []
    assert releases.loud(BALANCE.format("8,623")) == ["S031"]


STORES = """
    ($ in millions, except earnings per share)

    Inventories:
                               June 30,  June 30, December 31,
                                2025      2024      2024

                    -LIFO      $4,945   $4,881    $4,728
                    -FIFO      $5,526   $5,507    $5,308


    Domestic Retail Stores:
                               June 30,  June 30, December 31,
                                2025      2024      2024
      Full-line                   871      869       871
      Specialty                 1,109    1,307     {}
      Rented                       16       15        16
        Total Domestic Retail
         Stores                 1,996    2,191     1,992
"""


def test_a_total_says_what_its_rows_count() -> None:
    assert releases.loud(STORES.format("1,105")) == []
    assert releases.loud(STORES.format("1,015")) == ["T011"]
