"""What the numbers of one sentence give for each other."""

from tests.binding.tiny import verdicts

TABLE = """
In thousands | June 30, 2025 | June 30, 2024
Inventories  | 4,318         | 4,211
"""


def test_a_whole_is_the_sum_of_the_parts_that_it_includes() -> None:
    assert verdicts(
        "Liquidity at quarter end was $468.0 million, including deposits of $61.1 million and $406.9 million "
        "of undrawn lines.\n" + TABLE
    ) == {"$468.0 million": "agrees", "$61.1 million": "agrees", "$406.9 million": "agrees"}


def test_parts_that_do_not_add_up_support_nothing() -> None:
    assert verdicts(
        "Liquidity at quarter end was $468.0 million, including deposits of $61.1 million and $306.9 million "
        "of undrawn lines.\n" + TABLE
    ) == {"$468.0 million": "unsupported", "$61.1 million": "unsupported", "$306.9 million": "unsupported"}


def test_of_so_many_some_are_one_thing_and_the_others_another() -> None:
    assert verdicts("Of the 50,522 owned plots, 33,775 were raw and 16,747 were finished.\n" + TABLE) == {
        "50,522": "agrees",
        "33,775": "agrees",
        "16,747": "agrees",
    }


def test_growth_is_that_by_the_amount_to_the_level_beside_it() -> None:
    assert verdicts("Total assets increased $35.5 million, or 5.9%, to $636.5 million.\n" + TABLE)["5.9%"] == "agrees"
    assert verdicts("Total assets increased $35.5 million, or 9.5%, to $636.5 million.\n" + TABLE)["9.5%"] != "agrees"


def test_what_is_left_of_one_amount_without_another() -> None:
    said = "Net bank loans came to $99.7 million, reflecting a drawing of $118.8 million less cash of {} million.\n"
    assert set(verdicts(said.format("$19.1") + TABLE).values()) == {"agrees"}
    assert "agrees" not in verdicts(said.format("$91.1") + TABLE).values()


def test_shares_at_an_average_share_price() -> None:
    said = "The company bought 129,523 shares for {} million at an average share price of $14.98.\n"
    assert set(verdicts(said.format("$1.9") + TABLE).values()) == {"agrees"}
    assert verdicts(said.format("$9.1") + TABLE)["$9.1 million"] == "disagrees"


def test_a_move_told_with_its_beginning_its_end_and_its_size_closes() -> None:
    said = "Sales of coats rose $30.2 million, or 5.2%, to $615.5 million, compared to {} million a year ago.\n"
    assert set(verdicts(said.format("$585.3") + TABLE).values()) == {"agrees"}
    assert verdicts(said.format("$558.3") + TABLE)["$558.3 million"] != "agrees"


def test_a_move_in_per_cent_closes_as_well() -> None:
    said = "Parcels held fell {} to 24,489, compared to 27,794 a year ago.\n"
    assert set(verdicts(said.format("11.9%") + TABLE).values()) == {"agrees"}
    assert verdicts(said.format("19.1%") + TABLE)["24,489"] != "agrees"


def test_of_several_purchases_each_has_its_own_price() -> None:
    said = (
        "The company bought 1,000,000 shares for $21.0 million at an average price of $21.01 per share, which brings "
        "the year to 2,900,000 shares for {} million at an average price of $23.04 per share.\n"
    )
    assert set(verdicts(said.format("$66.8") + TABLE).values()) == {"agrees"}
    assert verdicts(said.format("$86.6") + TABLE)["$86.6 million"] == "disagrees"


def test_of_several_amounts_that_nearest_to_the_shares_was_paid_for_them() -> None:
    said = (
        "The company returned $31.4 million to its owners, $3.6 million of it in dividends and $27.8 million for {} "
        "shares at an average price of $144 per share.\n"
    )
    assert verdicts(said.format("193,000") + TABLE)["193,000"] == "agrees"
    assert verdicts(said.format("139,000") + TABLE)["139,000"] == "unsupported"


def test_what_is_left_after_fees_is_not_quite_the_product() -> None:
    said = "The company sold 671,732 shares at an average price of $41.05 for $27.3 million in net proceeds.\n"
    assert "disagrees" not in verdicts(said + TABLE).values()


def test_parts_that_are_told_by_who_owns_them() -> None:
    said = "At year end we had 171 stores, including {} company-owned and 30 independently operated.\n"
    assert set(verdicts(said.format(141) + TABLE).values()) == {"agrees"}
    assert "agrees" not in verdicts(said.format(142) + TABLE).values()
