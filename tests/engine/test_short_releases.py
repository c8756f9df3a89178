"""Ways of saying, and setting tables, of small companies: what is right agrees, one wrong figure is
found."""

import pytest

from tests.engine.releases import audited, loud, verdicts

PER_SHARE = """
                                 Three Months Ended     Nine Months Ended
                                      March 31,              March 31,
                                   1993       1992       1993       1992
                                   (in thousands, except per share data)
Net sales                      $219,496   $198,999   $756,511   $723,466
Net income (loss)              $  8,932   $ (1,081)  $ 38,822   $ 21,220
Net income (loss) per share       $ .41      $(.05)     $1.78      $ .97
"""


def test_what_a_bracket_leaves_out_is_not_in_its_figure() -> None:
    said = (
        "Net income was $.41 per share. Last year's results included a charge (excluding the charge, net income "
        "per share was $.28)."
    )
    assert verdicts(PER_SHARE, said) == ["agrees", "unsupported"]
    assert loud(PER_SHARE, said) == []
    assert loud(PER_SHARE, said.replace(".41", ".43")) != []


def test_a_figure_prior_to_an_adjustment_is_another() -> None:
    said = (
        "Net income per share was $.41 versus a loss of $.05, but was $.47 prior to a one-time income tax adjustment."
    )
    assert verdicts(PER_SHARE, said) == ["agrees", "agrees", "unsupported"]


def test_growth_in_constant_currency_is_not_that_of_the_figures_beside_it() -> None:
    said = (
        "Revenue for the quarter was $219.5 million, compared to $199.0 million a year ago, an increase of 10% (14% in "
        "constant currency)."
    )
    table = PER_SHARE.replace("Net sales    ", "Total revenue")
    assert verdicts(table, said) == ["agrees", "agrees", "agrees", "unsupported"]
    assert loud(table, said.replace("10%", "19%")) == ["C003"]


def test_a_length_before_a_measure_is_its_period() -> None:
    said = "Third quarter sales were up 10 percent and nine-month sales were up 5 percent compared to last year."
    assert verdicts(PER_SHARE, said) == ["agrees", "agrees"]
    assert loud(PER_SHARE, said.replace("5 percent", "8 percent")) == ["C003"]
    said = "Sales were $756,511,000 in this year's nine month period."
    assert verdicts(PER_SHARE, said) == ["agrees"]


def test_growth_over_a_quarter_that_no_article_stands_before() -> None:
    said = "Sales increased by 10 percent over third quarter 1992 results."
    assert verdicts(PER_SHARE, said) == ["agrees"]
    assert loud(PER_SHARE, said.replace("10 percent", "15 percent")) == ["C003"]


def test_a_day_under_a_wider_heading_is_of_all_its_columns() -> None:
    table = """
                          Three Months Ended          Six Months Ended
                               June 30,                   June 30,
                          1993         1992          1993         1992
Net sales          $22,927,000  $22,340,000   $40,701,000  $37,445,000
Net income          $1,976,000   $1,932,000    $3,063,000   $2,843,000
"""
    found = audited(table, "Net income was $1,976,000. Sales for the six months were $40,701,000.")
    assert found.period is not None and found.period.end.year == 1993
    assert [found.judgements[c.id].verdict for c in found.claims] == ["agrees", "agrees"]


def test_units_between_the_years_and_a_heading_of_rows() -> None:
    table = """
                                  Three Months Ended
                                       June 30,
                                   2011       2010
                    (in thousands, except per share amounts)
Net revenues:
Nordic                          $58,410    $63,000
Baltic                           52,090     48,630
Total net revenues              110,500    111,630
"""
    said = "Total net revenues were $110.5 million, a decline of 1% compared to $111.6 million a year ago."
    assert verdicts(table, said) == ["agrees"] * 3
    assert loud(table, said.replace("111.6", "116.6")) == ["C001"]


def test_the_name_of_a_company_over_the_columns_heads_none() -> None:
    table = """
                         HALDEN RIDGE, INC.
                      17 Weeks Ended         53 Weeks Ended
                   July 3,   June 27,     July 3,   June 27,
                     1993      1992         1993      1992
                    (thousands, except per share data)
Sales            $320,159  $279,796     $962,132  $879,193
Net income       $ 17,564  $ 15,695     $ 39,161  $ 31,665
"""
    said = "For the 17-week fourth quarter ended July 3, sales were $320,159,000."
    assert verdicts(table, said) == ["agrees"]
    assert loud(table, said.replace("320,159", "321,059")) == ["C001"]


INTERNET = """
                                             Three months ended
                                                  March 31,
                                              2004         2003
                                          (in thousands)
Revenues                                   $48,112      $30,310
Net income (loss)                          $36,724      $(1,300)
"""


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        (
            "Revenues for the first quarter of 2004 were $48.1 million, reflecting a $17.8 million (or 59%) increase "
            "over the first quarter of 2003.",
            ("17.8", "18.7"),
        ),
        (
            "Net income for the first quarter of 2004 (which was helped by the sale of licences) was $36.7 million.",
            ("36.7", "37.6"),
        ),
    ],
)
def test_a_subject_goes_on_behind_a_bracket_and_a_reflection(sentence: str, wrong: tuple[str, str]) -> None:
    assert set(verdicts(INTERNET, sentence)) == {"agrees"}
    assert loud(INTERNET, sentence.replace(*wrong)) != []


def test_what_a_bracket_includes_is_no_part_of_the_figure_behind_it() -> None:
    said = (
        "Net income for the first quarter of 2004 (which includes a gain of $29.0 million from the sale of a business) "
        "was $36.7 million, versus a net loss of $1.3 million in the first quarter of 2003."
    )
    assert verdicts(INTERNET, said) == ["unsupported", "agrees", "agrees"]
    assert loud(INTERNET, said.replace("36.7", "37.6")) == ["C001"]


TAXED = """
               | Three Months Ended March 31, 1993 | Three Months Ended March 31, 1992
Net sales      | $8,542,000 | $7,079,000
Income taxes   | 302,000    | 69,000
Net loss       | (590,000)  | (916,000)
Loss per common share | $(.08) | $(.12)
"""


def test_a_noun_behind_a_bracket_and_a_year_of_its_own() -> None:
    said = (
        "Net sales for the first quarter of 1992 were $7,079,000. 1993 results included a $302,000 ($.04 per share) "
        "provision for income taxes. The loss per common share was $.08."
    )
    assert verdicts(TAXED, said) == ["agrees", "agrees", "unsupported", "agrees"]
    assert loud(TAXED, said.replace("$.08", "$.06")) == ["C006"]


def test_the_columns_of_one_table_vote_once_for_the_quarter() -> None:
    table = """
(in thousands) | June 30, 2018 | June 30, 2017 | June 30, 2017 Acquired | June 30, 2017 Together
Net revenue    | 117,880       | 99,752        | 11,001                 | 110,753
"""
    lengths = table.replace("June", "Three Months Ended June")
    found = audited(lengths, "Net revenue was $117.9 million.", title="Halden Ridge Reports Second Quarter Net Revenue")
    assert found.period is not None and found.period.end.year == 2018
