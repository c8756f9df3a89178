"""Lists of periods, changes told twice, changes with a cause of their own, currency in points, broken words."""

from functools import partial

import pytest

from tests.engine import releases

TITLE = "Acme Inc. Reports Third Quarter 2018 Results"
audited, verdicts = partial(releases.audited, title=TITLE), partial(releases.verdicts, title=TITLE)
QUARTERS = [f"Three Months Ended {day}" for day in ("March 31", "June 30", "September 30")]
NOW, AGO = (f"{QUARTERS[2]}, {year}" for year in (2018, 2017))
NINE, NINE_AGO = (f"Nine Months Ended September 30, {year}" for year in (2018, 2017))
COMPANY = f"""
In millions                | {NOW}   | {AGO}   | {NINE}  | {NINE_AGO}
Revenue                    | 122.3   | 111.0   | 350.4   | 320.1
Operating income           | 20.0    | 18.0    | 55.0    | 50.0
Net income                 | 14.2    | 23.8    | 40.0    | 60.0
"""
BY_QUARTER = f"""
In millions | {QUARTERS[0]}, 2018 | {QUARTERS[1]}, 2018 | {NOW} | {QUARTERS[0]}, 2017 | {QUARTERS[1]}, 2017 | {AGO}
Revenue     | 105.0               | 107.0               | 109.0 | 100.0               | 100.0               | 100.0
"""
BANK = f"""
In millions         | {NOW} | {QUARTERS[1]}, 2018 | {AGO}
Net interest margin | 3.42% | 3.44%               | 3.61%

In millions         | September 30, 2018 | June 30, 2018 | September 30, 2017
Loans               | 5,120.4            | 5,044.1       | 4,688.8
"""


@pytest.mark.parametrize(
    ("tables", "said"),
    [
        (BY_QUARTER, "Revenue rose 5%, 7% and 9% in the first, second and third quarters."),
        (BY_QUARTER, "Revenue rose 5%, 7% and 9% in the first, second and third quarters, respectively."),
        (
            BY_QUARTER,
            "Revenue was $105 million, $107 million and $109 million in the first, second and third quarters.",
        ),
        (
            BANK,
            "Net interest margin was 3.42%, down 2 basis points from 3.44% in the prior quarter and 19 basis points "
            "from 3.61% in the third quarter of 2017.",
        ),
        (
            BANK,
            "Loans grew $76.3 million, or 1.5%, during the quarter to $5.12 billion, and 9.2% from September 30, 2017.",
        ),
        (
            COMPANY,
            "Revenue for the three and nine months ended September 30, 2018 was $122.3 million and $350.4 million, "
            "respectively. Net income was $14.2 million and $40.0 million, respectively, compared with $23.8 million "
            "and $60.0 million in the prior year periods.",
        ),
        (COMPANY, "Revenue was $122.3 million, an increase o f $11.3 millio n from th e prior year."),
    ],
)
def test_every_number_agrees(tables: str, said: str) -> None:
    assert set(verdicts(tables, said)) == {"agrees"}


def test_each_number_of_a_list_is_of_its_own_period() -> None:
    assert verdicts(BY_QUARTER, "Revenue rose 5%, 8% and 9% in the first, second and third quarters.") == [
        "agrees",
        "disagrees",
        "agrees",
    ]
    audit = audited(COMPANY, "For the three and nine months ended September 30, 2018, revenue was as planned.")
    assert audit.claims == ()


@pytest.mark.parametrize(
    "said",
    [
        "Revenue rose by $12 million because of currency.",
        "Operating income fell by $1 million due to unfavorable exchange rates.",
        "Revenue increased $9 million due to the acquisition of Beta.",
        "Revenue increased $4 million due to price and $7.3 million due to volume.",
        "Fourth quarter revenue last year was $130.0 million.",
        "Revenue growth included a 3-point headwind from currency.",
    ],
)
def test_a_part_of_a_change_is_no_contradiction(said: str) -> None:
    assert "disagrees" not in verdicts(COMPANY, said)
    assert verdicts(COMPANY, said)


def test_the_quarter_that_a_change_is_compared_with_is_none_of_nine_months() -> None:
    assert verdicts(COMPANY, "Operating income rose $5.0 million from the prior year quarter.") == ["disagrees"]
    assert verdicts(COMPANY, "Operating income rose $2.0 million from the prior year quarter.") == ["agrees"]
    nine = "For the nine months, operating income rose $5.0 million from the same period of 2017."
    assert verdicts(COMPANY, nine) == ["agrees"]


def test_a_change_is_of_the_period_whose_figure_stands_beside_it() -> None:
    assert verdicts(COMPANY, "Revenue increased 10.2% to $122.3 million.") == ["agrees", "agrees"]
    assert verdicts(COMPANY, "Revenue increased 9.5% to $122.3 million.") == ["disagrees", "agrees"]
    assert verdicts(COMPANY, "Revenue increased 9.5% to $350.4 million.") == ["agrees", "agrees"]


def test_a_quarter_named_around_its_measure_is_the_one_of_last_year() -> None:
    (claim,) = audited(COMPANY, "Fourth quarter revenue last year was $130.0 million.").claims
    assert str(claim.period) == "2017-10-01/2017-12-31"


SHARES = """
Shares in thousands                 | September 30, 2018 | December 31, 2017
Cash                                | $ 800              | $ 700
Total assets                        | 800                | 700
Common stock, $0.01 par value, 12,345,678 and 12,300,000 shares issued | 12,346 | 12,300
Additional paid-in capital          | 300                | 200
Total liabilities and equity        | 800                | 700
"""


def test_a_line_that_counts_the_shares_is_not_what_they_are_carried_at() -> None:
    assert [f.rule for f in audited(SHARES, "Acme has shares.").findings if f.rule == "S008"] == []


def test_months_that_end_on_a_weekend_are_no_weeks() -> None:
    table = """
In thousands | Thirteen Weeks Ended June 30, 2019 | Thirteen Weeks Ended June 30, 2018
Revenue      | 43,512                             | 41,007
Net income   | 6,104                              | 5,318
"""
    assert [f.rule for f in audited(table, "Revenue was $43.5 million.").findings if f.rule == "W007"] == []


RESEARCH = f"""
In millions              | {NOW} | {AGO} | {NINE} | {NINE_AGO}
Revenue                  | 122.3 | 111.0 | 350.4  | 320.1
Research and development | 12.4  | 10.1  | 35.2   | 31.0
"""


@pytest.mark.parametrize(
    ("said", "slip"),
    [
        ("Research and development for the third quarter was $12.4 million and ${} million in 2018 and 2017, "
         "respectively; for the nine months it was $35.2 million and $31.0 million, respectively.", ("10.1", "11.0")),
        ("Research and development for the third quarter was $12.4 million and $10.1 million in 2018 and 2017, "
         "respectively; for the nine months it was $35.2 million and ${} million, respectively.", ("31.0", "30.1")),
        ("Research and development for the three and nine months of 2018 was $12.4 million and ${} million, "
         "respectively, versus $10.1 million and $31.0 million.", ("35.2", "32.5")),
    ],
)  # fmt: skip
def test_a_length_of_time_is_that_of_each_year(said: str, slip: tuple[str, str]) -> None:
    right, wrong = slip
    assert set(verdicts(RESEARCH, said.format(right))) == {"agrees"}
    assert verdicts(RESEARCH, said.format(wrong)).count("disagrees") == 1


FIELD = f"""
                     | {NOW}  | {AGO}
Production           |        |
Oil (Bo/d)           | 12,450 | 11,420
Natural gas (MMcf/d) | 85.2   | 80.1
Total (Boe/d)        | 26,650 | 24,770
"""


@pytest.mark.parametrize(
    ("said", "slip"),
    [
        ("Oil production averaged {} barrels of oil per day.", ("12,450", "14,250")),
        ("Natural gas production was {} million cubic feet per day.", ("85.2", "82.5")),
        ("Total production averaged {} barrels of oil equivalent per day.", ("26,650", "26,560")),
    ],
)
def test_what_a_field_produces(said: str, slip: tuple[str, str]) -> None:
    right, wrong = slip
    assert verdicts(FIELD, said.format(right)) == ["agrees"]
    assert verdicts(FIELD, said.format(wrong)) == ["disagrees"]
