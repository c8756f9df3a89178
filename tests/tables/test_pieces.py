"""Columns and rows of pieces, amounts and prices: "Homes | Dollars | Average Price", "Cash costs per ton"."""

import pytest

from tests.engine.releases import loud, verdicts
from tests.tables.drawn import facts

TITLE = "Halden Homes Reports Second Quarter 2025 Results"
HOMES = """
Supplemental Data (Dollars in thousands)

                  | Three Months Ended June 30, | < | < | < | < | <
                  | 2025 | < | < | 2024 | < | <
                  | Homes | Dollars | Average Price | Homes | Dollars | Average Price
Net new orders:   |       |         |               |       |         |
North             | 301   | 165,148 | 549           | 278   | 150,676 | 542
South             | 467   | 211,551 | 453           | 402   | 177,282 | 441
Coast             | 231   | 90,321  | 391           | 259   | 104,895 | 405
Total             | 999   | 467,020 | 467           | 939   | 432,853 | 461
"""


def test_columns_beside_one_of_pieces_give_money() -> None:
    found = [f for f in facts(HOMES) if f.label == "North"][:3]
    assert [(f.quantity.value, f.quantity.unit[:5]) for f in found] == [
        (301, "count"), (165_148_000, "USD"), (549_000, "USD"),
    ]  # fmt: skip
    assert found[2].measure is not None
    assert found[2].measure.key == "average-selling-price"


def test_the_prose_tells_pieces_and_their_value_apart() -> None:
    sentence = "Net new orders rose 6% to 999 homes with a value of $467.0 million."
    assert "disagrees" not in verdicts(HOMES, sentence, title=TITLE)
    assert "disagrees" in verdicts(HOMES, sentence.replace("999", "996"), title=TITLE)


@pytest.mark.parametrize(("right", "wrong"), [("453  ", "435  "), ("| 90,321 ", "| 96,321 ")])
def test_a_price_is_what_the_pieces_are_worth(right: str, wrong: str) -> None:
    assert loud(HOMES, title=TITLE) == []
    assert "T016" in loud(HOMES.replace(right, wrong), title=TITLE)


MINE = """
In millions, except ounces and per ounce | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Cash costs                               | $146.0                           | $132.2
Gold sold (ounces)                       | 179,620                          | 171,051
Cash costs per ounce sold                | $813                             | $773
"""


def test_prices_beside_amounts_take_no_part_in_their_total() -> None:
    wrong = HOMES.replace("211,551 | 453", "217,551 | 466")  # whose price was worked out from it
    assert loud(wrong, title=TITLE) == ["T001"]


def test_a_cost_by_the_ounce_in_two_columns() -> None:
    assert loud(MINE) == []
    assert "T016" in loud(MINE.replace("$813", "$831"))


RESTATED = """
In thousands               | Year Ended May 31, 2025 | <         | <
                           | As previously reported  | Adjustment | As restated
Revenue                    | 504,860                 | (2,216)    | 502,644
Operating income           | 76,213                  | (2,216)    | 73,997
Provision for income taxes | 30,152                  | (842)      | 29,310
Net income                 | 47,438                  | (1,374)    | 46,064
"""


def test_a_restatement_of_few_lines_is_footed_as_its_headers_say() -> None:
    assert loud(RESTATED) == []
    assert "T013" in loud(RESTATED.replace("47,438", "47,348"))
