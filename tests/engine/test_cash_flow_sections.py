"""Sections of cash flow statements: of one line, of many, told in a few words, and the change in cash they make."""

import pytest

from tests.engine.releases import loud

ONE_LINE = """
In thousands                              | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Investing activities                      |                                  |
Purchases of property and equipment       | (5,273)                          | (4,267)
Net cash used in investing activities     | (5,273)                          | (4,267)
"""
ONE_COLUMN = """
In thousands                                               | Six Months Ended June 30, 2025
Net cash provided by operating activities                  | 47,840
Net cash used for investing activities                     | (34,728)
Net cash used for financing activities                     | (20,989)
Effect of exchange rate changes on cash                    | (958)
Net decrease in cash, cash equivalents and restricted cash | (8,835)
"""
IN_A_FEW_WORDS = """
In thousands                           | Six Months Ended June 30, 2025 | Six Months Ended June 30, 2024
Net cash provided by (used in):        |                                |
Operating activities                   | 14,303                         | 51,240
Investing activities                   | (6,012)                        | (1,930)
Financing activities                   | (35,517)                       | (76,345)
Net decrease in cash                   | (27,226)                       | (27,035)
"""
MANY = """
In millions                                | Six Months Ended June 30, 2025 | Six Months Ended June 30, 2024
Operating activities                       |                                |
Net income                                 | 58,321                         | 18,775
Stock-based compensation                   | 1,928                          | 1,474
Deferred income taxes                      | 1,584                          | (2,177)
Depreciation and amortization              | 997                            | 611
Gains on equity securities                 | (15,936)                       | 175
Other                                      | (94)                           | (98)
Accounts receivable                        | (2,243)                        | 933
Inventories                                | (4,420)                        | (1,258)
Prepaid expenses                           | (983)                          | 560
Accounts payable                           | 2,210                          | 941
Accrued liabilities                        | 7,763                          | 7,128
Other long-term liabilities                | 1,217                          | 350
Net cash provided by operating activities  | 50,344                         | 27,414
"""


@pytest.mark.parametrize(
    ("table", "right", "wrong", "rule"),
    [
        (ONE_LINE, "activities     | (5,273)", "activities     | (9,273)", "S041"),
        (ONE_COLUMN, "47,840", "43,840", "S006"),
        (IN_A_FEW_WORDS, "51,240", "59,240", "S006"),
        (MANY, " 997 ", " 967 ", "S040"),
    ],
)
def test_a_wrong_digit_of_a_section_is_found(table: str, right: str, wrong: str, rule: str) -> None:
    assert loud(table) == []
    assert loud(table.replace(right, wrong)) == [rule]


def test_a_difference_that_no_slip_explains_is_not_told_of_one_column() -> None:
    assert loud(ONE_COLUMN.replace("47,840", "13,201")) == []


def test_taxes_are_no_total_of_what_stands_above_them_by_chance() -> None:
    table = """
In millions                 | Year Ended December 31, 2025 | Year Ended December 31, 2024 | Year Ended December 31, 2023
Retail earnings             | 1,494                        | 1,005                        | 904
Leasing earnings            | 949                          | 606                          | 506
Insurance earnings          | 608                          | 422                          | 413
Income taxes                | (66)                         | (23)                         | (15)
"""
    assert loud(table) == []
