"""Shares bought, what they cost and their average price, told in two sentences."""

from tests.binding.tiny import verdicts

RESULTS = """
In thousands | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Net sales    | 341,900                          | 346,600
"""
SHARES = "In the second quarter, we repurchased {} shares at an aggregate cost of $50 million.\n\nNet sales fell.\n\n"
PRICE = "We repurchased $50 million worth of shares at an average purchase price of {} per share.\n"


def test_the_price_and_the_number_of_shares_by_the_amount_of_both() -> None:
    found = verdicts(SHARES.format("2.0 million") + PRICE.format("$24.92") + RESULTS)
    assert (found["2.0 million"], found["$24.92 per share"]) == ("agrees", "agrees")
    found = verdicts(SHARES.format("2.0 million") + PRICE.format("$29.42") + RESULTS)
    assert (found["2.0 million"], found["$29.42 per share"]) == ("unsupported", "unsupported")


def test_a_price_that_is_no_average_is_none_of_shares_bought() -> None:
    said = "We repurchased $50 million worth of shares, and our stock closed at $24.92 per share.\n"
    assert verdicts(SHARES.format("2.0 million") + said + RESULTS)["$24.92 per share"] == "unsupported"
