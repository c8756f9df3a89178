"""Quotients that follow from another row than the first that fits: nothing is wrong with them."""

from tests.engine.releases import loud

QUARTERS = "Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024 | Three Months Ended March 31, 2025"
MARGINS = f"""
In thousands    | {QUARTERS}
Revenue         | 83,303 | 93,459 | 90,150
Organic revenue | 80,189 | 75,123 | 80,100
EBITDA          | 7,831  | 7,617  | 7,212
EBITDA margin   | 9.8%   | 8.2%   | 8.0%
"""


def test_a_margin_may_be_of_revenue_as_it_is_adjusted() -> None:
    assert loud(MARGINS) == []
    assert loud(MARGINS.replace("9.8%", "9.1%")) == ["N011"]


SHARES = f"""
In thousands, except per share data             | {QUARTERS}
Net income                                      | 33,700  | 25,000  | 28,400
Numerator used to compute net income per share:
Diluted                                         | 34,400  | 25,000  | 28,400
Net income per share:
Diluted                                         | $0.25   | $0.21   | $0.23
Weighted average shares, diluted                | 138,700 | 121,300 | 122,800
"""


def test_diluted_earnings_may_be_of_the_result_that_diluted_shares_earn() -> None:
    assert loud(SHARES) == []
    assert "S017" in loud(SHARES.replace("$0.25", "$0.52"))


LOSSES = """
In thousands, except share and per share data            | {quarters}
Loss from operations                                     | (59,539)   | (37,314)
Interest income                                          | 329        | (1,657)
Net loss                                                 | (59,210)   | (38,971)
Net loss per share, basic and diluted                    | $(0.96)    | $(0.75)
Weighted-average shares outstanding, basic and diluted   | 61,873,412 | 52,208,915
""".format(quarters="Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024")


def test_a_loss_a_share_of_two_columns_is_held_against_the_shares() -> None:
    assert loud(LOSSES) == []
    assert loud(LOSSES.replace("61,873,412", "68,173,412")) == ["S017"]
