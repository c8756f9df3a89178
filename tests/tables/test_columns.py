"""Kinds of columns: changes find what they compare, percentages and rates are told from amounts."""

from textwrap import dedent

from tests.tables.drawn import facts, read, table

CHANGES = """
# Statements of Income (in thousands)

           | Quarter Ended | Three  | Quarter Ended | One    | Quarter Ended
           | Dec 31,       | Month  | Sept 30,      | Year   | Dec 31,
           | 2025          | Change | 2025          | Change | 2024
Revenue    | 1,100 | 10% | 1,000 | 25% | 880
Costs      | 900   | 0%  | 900   | 50% | 600
Income tax | 60    | 20% | 50    | -40% | 100
Net income | 140   | 180% | 50   | -22% | 180
"""


def test_a_change_finds_its_two_columns_by_its_figures() -> None:
    kinds = [(c.kind, str(c.period), str(c.base)) for c in table(CHANGES).columns]
    assert kinds == [
        ("amount", "2025-10-01/2025-12-31", "None"),
        ("percent-change", "2025-10-01/2025-12-31", "2025-07-01/2025-09-30"),
        ("amount", "2025-07-01/2025-09-30", "None"),
        ("percent-change", "2025-10-01/2025-12-31", "2024-10-01/2024-12-31"),
        ("amount", "2024-10-01/2024-12-31", "None"),
    ]


def test_changes_in_amount_and_per_cent() -> None:
    found = table("""
# Sales (in millions)

      | June 30, 2025 | June 30, 2024 | $ Change | % Change
Stock | $120          | $100          | $20      | 20
Cash  | 45            | 50            | (5)      | (10)
""")
    assert [c.kind for c in found.columns] == ["amount", "amount", "change", "percent-change"]
    assert [str(f.quantity.value) + " " + f.quantity.unit for f in found.facts if f.row == 2] == [
        "45000000 USD", "50000000 USD", "-5000000 USD", "-10 percent",
    ]  # fmt: skip


def test_a_column_of_percentages_beside_amounts_is_their_share() -> None:
    found = table("""
# Deposits (in thousands)

         | Dec 31, 2025 |      | Dec 31, 2024 |
Savings  | $40          | 40%  | $45          | 45%
Checking | 60           | 60%  | 55           | 55%
Total    | $100         | 100% | $100         | 100%
""")
    assert [(c.kind, str(c.period)) for c in found.columns] == [
        ("amount", "2025-12-31"),
        ("percent-of", "2025-12-31"),
        ("amount", "2024-12-31"),
        ("percent-of", "2024-12-31"),
    ]
    assert [f.quantity.unit for f in found.facts if f.row == 2] == ["USD", "percent", "USD", "percent"]


def test_share_of_revenue() -> None:
    found = table("""
# Statements of Operations (in millions)

         | Three Months Ended May 31, | <             | <    | <
         | 2025                       | % of Revenues | 2024 | % of Revenues
Services | $40 | 40% | $36 | 38%
""")
    assert [(c.kind, str(c.period)) for c in found.columns][1] == ("percent-of", "2025-03-01/2025-05-31")
    assert [(c.kind, str(c.period)) for c in found.columns][3] == ("percent-of", "2024-03-01/2024-05-31")


def test_average_balances_and_yields() -> None:
    found = table("""
# Average Balances (in thousands)

      | Three months ended June 30, 2025 | <
      | Average Balance | Average Yield/Rate
Loans | $1,200          | 6.10%
""")
    assert [c.kind for c in found.columns] == ["average", "rate"]
    assert [f.quantity.unit for f in found.facts] == ["USD", "percent"]


def test_adjusted_columns_are_qualified() -> None:
    found = table("""
# Reconciliation (in millions)

                 | Three Months Ended June 30, 2025 | <    | <
                 | As Reported                      | Adj. | Non-GAAP
Operating income | $40                              | $2   | $42
""")
    assert [sorted(c.qualifiers) for c in found.columns] == [[], ["adj"], ["adjusted"]]
    assert {str(c.period) for c in found.columns} == {"2025-04-01/2025-06-30"}


def test_a_header_that_names_the_measure() -> None:
    found = facts("""
# Results by market (in millions)

      | Three Months Ended June 30, 2025 | <
      | Net sales | Operating income
North | $40       | $4
""")
    assert [f.measure.key for f in found if f.measure] == ["revenue", "operating-income"]
    assert all("north" in f.measure.qualifiers for f in found if f.measure)


def test_one_column_of_changes_in_per_cent_and_in_points() -> None:
    found = table("""
# Key figures

                         | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024 | Change
Operating income ($M)    | 95.4 | 148.3 | (35.7)%
Net income ($M)          | 55.3 | 42.1  | 31.4%
Operating margin         | 3.9% | 6.1%  | (220) bps
""")
    changes = [f for f in found.facts if f.column == 3]
    assert [(f.kind, f.quantity.unit, str(f.measure)) for f in changes] == [
        ("percent-change", "percent", "operating-income"),
        ("percent-change", "percent", "net-income"),
        ("points-change", "bps", "operating-margin"),
    ]


def test_a_header_that_compares_two_periods_is_of_the_first() -> None:
    columns = (
        read("""
Results for the third quarter ended September 30, 2025 follow.

                  | Q3'25 vs. Q3'24 change | Q3'25 vs. Q2'25 change
Broadband lines   | 9%  | 2%
Voice lines       | 38% | 7%
""")
        .tables[0]
        .columns
    )
    assert [str(c.period) for c in columns] == ["2025-07-01/2025-09-30"] * 2


def test_a_sign_of_per_cent_beside_changes_heads_the_same_changes() -> None:
    table = read("""
Results for the third quarter ended September 30, 2025 follow.

          | Y-O-Y Comparison | < | < | < | Q-O-Q Comparison | < | <
          | Q3'25  | Q3'24  | Change  | %     | Q2'25  | Change  | %
Revenue   | 59,529 | 60,270 | (741)   | (1)%  | 60,930 | (1,401) | (2)%
Broadband | 40,175 | 36,280 | 3,895   | 11%   | 40,259 | (84)    | 0%
""").tables[0]
    assert [c.kind for c in table.columns] == [
        "amount", "amount", "change", "percent-change", "amount", "change", "percent-change",
    ]  # fmt: skip
    assert {str(f.measure) for f in table.facts if f.label == "Revenue"} == {"revenue"}
    assert not any(f.qualifiers for f in table.facts)


def test_an_earlier_period_as_adjusted_alone_is_restated_and_no_other_measure() -> None:
    drawn = """
    # Statements of Operations (in thousands)

                | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024 (as adjusted){}
    Net revenue | 121,276                          | 128,047{}
    """
    alone = drawn.format("", "")
    beside = drawn.format(" | Three Months Ended June 30, 2024", "                         | 128,900")
    assert [set(f.qualifiers) for f in facts(dedent(alone))] == [set(), set()]
    assert [set(f.qualifiers) for f in facts(dedent(beside))] == [set(), {"adjusted"}, set()]


def test_over_and_under_are_changes() -> None:
    found = table("""
# Sales (in thousands)

        | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024 | % Over (Under)
Bedding | 30,500                           | 27,111                           | 12.5%
Fabrics | 21,124                           | 21,662                           | (2.5)%
Others  | 1,200                            | 1,000                            | 20.0%
""")
    assert [(c.kind, str(c.base)) for c in found.columns][2] == ("percent-change", "2024-04-01/2024-06-30")


def test_growth_columns_that_name_their_measure_are_of_the_parts_in_the_rows() -> None:
    found = facts("""
# Percentage change, three months ended June 30, 2025

               | Volume | Organic sales growth | Net sales growth
Home Care      | (4)%   | 5%                   | 3%
Pet Nutrition  | 5%     | 16%                  | 16%
Total Example  | (2)%   | 7%                   | 6%
""")
    growths = [str(f.measure) for f in found if f.kind == "percent-change"]
    assert growths == [
        "care home organic revenue", "care home revenue", "nutrition organic pet revenue", "nutrition pet revenue",
        "organic revenue", "revenue",
    ]  # fmt: skip
