"""Amounts and the shares of others that restate them; comparisons of what no table has."""

from tests.engine.releases import audited, loud, verdicts

TITLE = "Halden Ridge Reports Second Quarter 2025 Results"
RESULTS = """
In thousands | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Net sales    | 341,900                          | 346,600
"""
SEGMENT = (
    "Harbour Works\n\nNet sales declined 4.8% to $122.4 million on lower volume.",
    "Adjusted EBITDA was $13.7 million, or 11.2% of net sales.",
)


def test_an_amount_and_its_share_of_what_was_told_before() -> None:
    assert verdicts(RESULTS, *SEGMENT, title=TITLE)[2:] == ["agrees", "agrees"]
    found = audited(RESULTS, *SEGMENT, title=TITLE)
    (share,) = (c for c in found.claims if c.kind == "share-of")
    assert found.judgements[share.id].working == (
        "$13.7 million in the sentence\n$122.4 million told before\n"
        "$13.7 million / $122.4 million = 11.19%, which rounds to 11.2%"
    )


def test_a_share_that_does_not_follow_supports_no_amount() -> None:
    wrong = SEGMENT[1].replace("11.2%", "12.1%")
    assert verdicts(RESULTS, SEGMENT[0], wrong, title=TITLE)[2:] == ["unsupported", "disagrees"]


def test_an_amount_and_its_share_of_a_row() -> None:
    said = "Adjusted EBITDA was $34.9 million, representing 10.2% of net sales."
    assert verdicts(RESULTS, said, title=TITLE) == ["agrees", "agrees"]


def test_a_change_between_two_amounts_whatever_they_are_called() -> None:
    said = (
        "The mill recognized $12.7 million of accretion costs in connection with its preferred stock in the quarter,"
        " a {} reduction compared to $25.3 million during the same period in 2024."
    )
    assert "agrees" in verdicts(RESULTS, said.format("50%"), title=TITLE)
    assert loud(RESULTS, said.format("30%"), title=TITLE) == ["C017"]


OWN = """
In millions    | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Total revenues | 73.9                             | 71.1
"""
PAIRS = "Operating income was $19.6 million compared to $17.9 million or {} of segment revenues compared to 28.6%."


def test_two_rates_restate_the_two_amounts_before_them_in_turn() -> None:
    said = "Harbour Works\n\nRevenues of $63.0 million increased by 1.0%. Four new yards brought $4.0 million of sales."
    assert verdicts(OWN, said, PAIRS.format("31.2%"), title=TITLE)[-4::2] == ["agrees", "agrees"]
    assert verdicts(OWN, said, PAIRS.format("32.1%"), title=TITLE)[-2] != "agrees"


def test_amounts_that_only_their_shares_of_the_revenue_explain() -> None:
    said = "Corporate expenses totaled $7.3 million compared to $9.1 million or {} of total revenues compared to {}."
    assert verdicts(OWN, said.format("9.9%", "12.9%"), title=TITLE) == ["agrees"] * 4
    assert verdicts(OWN, said.format("9.4%", "12.4%"), title=TITLE) == ["unsupported"] * 4


def test_what_is_compared_with_as_its_share_of_what_the_whole_was_before() -> None:
    said = "Adjusted EBITDA was $13.7 million, or 11.2% of net sales, compared to $9.4 million, or {} of net sales."
    assert verdicts(RESULTS, SEGMENT[0], said.format("7.3%"), title=TITLE)[2:] == ["agrees"] * 4
    assert verdicts(RESULTS, SEGMENT[0], said.format("8.1%"), title=TITLE)[4] == "unsupported"
