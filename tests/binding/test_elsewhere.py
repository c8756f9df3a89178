"""The same fact in another sentence."""

from tests.binding.tiny import audited, verdicts

TABLE = """
In thousands | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Revenue      | 26,718                           | 21,774
"""


def test_a_number_that_is_told_twice_of_one_measure_supports_itself() -> None:
    once = "The board spent $4.8 million under the existing share repurchase program in the second quarter of 2025.\n"
    again = "\nCash fell by what was due: taxes, rents, share repurchases of $4.8 million and pensions.\n"
    assert verdicts(once + TABLE)["$4.8 million"] == "unsupported"
    assert verdicts(once + again + TABLE)["$4.8 million"] == "agrees"


def test_of_two_quarters_it_is_not_the_same() -> None:
    said = (
        "Capital expenditures were $11.3 million in the second quarter of 2025.\n\n"
        "Builders got $11.3 million in the first quarter of 2025, all of it for capital expenditures of ours.\n"
    )
    assert "agrees" not in verdicts(said + TABLE).values()


def test_growth_and_decline_by_one_percentage_are_two_facts() -> None:
    said = "Inventories are up 5.4% at June 30, 2025.\n\nAt June 30, 2025, our stocks, as inventories go, fell 5.4%.\n"
    assert "agrees" not in verdicts(said + TABLE).values()


def test_a_leverage_that_is_told_twice() -> None:
    once = "With net leverage down to 2.8 times the company is on firmer ground.\n"
    again = "\nThe net leverage ratio for the quarter ended June 30, 2025 was 2.8 times.\n"
    assert verdicts(once + TABLE)["2.8 times"] == "unsupported"
    assert verdicts(once + again + TABLE)["2.8 times"] == "agrees"


def test_one_word_is_enough_beside_a_number_that_is_not_round() -> None:
    said = (
        "Cordell ended the quarter with {0} of total liquidity, above the range that it had given in spring.\n\n"
        "Liquidity on June 30, 2025 was {0}: unrestricted cash, and what is left of the revolving credit.\n"
    )
    assert verdicts(said.format("$1.16 billion") + TABLE)["$1.16 billion"] == "agrees"
    assert verdicts(said.format("$1.10 billion") + TABLE)["$1.10 billion"] == "unsupported"


RESULTS = """
In thousands | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Net sales    | 341,900                          | 346,600
"""
TWICE = (
    "Our building products grew 12.7% organically, and with the mill we bought the combined business grew 15.5%.\n\n"
    "Net sales were $341.9 million.\n\n"
    "Building products organic growth was {}, and the combined business grew 15.5%.\n"
)


def test_two_numbers_that_two_sentences_share() -> None:
    found = audited(TWICE.format("12.7%") + RESULTS)
    told = [(c.quote, found.judgements[c.id].verdict) for c in found.claims]
    assert [v for q, v in told if q in ("12.7%", "15.5%")] == ["agrees"] * 4
    found = audited(TWICE.format("17.2%") + RESULTS)
    told = [(c.quote, found.judgements[c.id].verdict) for c in found.claims]
    assert [v for q, v in told if q in ("12.7%", "17.2%")] == ["unsupported"] * 2
