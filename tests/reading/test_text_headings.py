"""Headings over tight columns of fixed-width tables, and ends of labels that stand on lines of their own."""

import auditor
from auditor.engine import audit
from auditor.reading.text import read_text
from tests.reading.test_text_tables import read
from tests.reading.text_shown import only_table, outline


def test_one_blank_parts_headings_that_stand_over_their_columns_alike():
    document = read("""
                            March 31, 2006      March 31, 2005
                          Reported Adjusted   Reported Adjusted
    Revenue                 $1,946   $1,905     $1,512   $1,498
    Cost of pumps            1,282    1,268      1,084    1,075
    """)
    assert only_table(document) == [
        ". | March 31, 2006 <2> | . | March 31, 2005 <2> | .",
        ". | Reported | Adjusted | Reported | Adjusted",
        "Revenue | $1,946 | $1,905 | $1,512 | $1,498",
        "Cost of pumps | 1,282 | 1,268 | 1,084 | 1,075",
    ]


def test_the_words_of_one_period_are_not_parted_between_the_strokes_of_its_columns():
    document = read("""
                             Three months  Twelve Month Periods
                            ended June 30,    Ended June 30,
                             2006    2005     2006      2005
                            ------- ------- --------- ---------
    Revenue                   $946    $705    $3,512    $3,498
    Cost of pumps              282     168     1,084     1,075
    """)
    assert only_table(document)[:2] == [
        ". | Three months <2> | . | Twelve Month Periods <2> | .",
        ". | ended June 30, <2> | . | Ended June 30, <2> | .",
    ]


def test_units_in_the_middle_below_the_headings_are_those_of_all_columns():
    document = read("""
                            Pumps     Valves   Other(1)  Eliminations   Total
                                          (in thousands)
    Revenue                 $1,946    $1,705     $812         $(98)    $4,365
    Cost of sales            1,282     1,168      510          (98)     2,862
    """)
    assert only_table(document)[:2] == [
        ". | Pumps | Valves | Other(1) | Eliminations | Total",
        ". | (in thousands) <5> | . | . | . | .",
    ]


def test_a_mark_a_bracket_or_a_day_that_ends_a_label_below_it_is_no_figure():
    document = read("""
                              2006      2005      2004
    Adjusted margin on all
     contracts
     (1)                      66.1      68.8      65.0
    Gain on disposals (Note
     2)                        4.3       3.1       7.1
    Provision for returns
     *                         1.2       1.4       1.1
    """)
    assert only_table(document)[1:] == [
        "Adjusted margin on all contracts | 66.1 | 68.8 | 65.0",
        "Gain on disposals (Note 2) | 4.3 | 3.1 | 7.1",
        "Provision for returns | 1.2 | 1.4 | 1.1",
    ]
    document = read("""
    Years ended December
     31                       2006      2005      2004
    Revenue                   66.1      68.8      65.0
    Cost of sales              4.3       3.1       7.1
    """)
    assert only_table(document)[0] == "Years ended December 31 | 2006 | 2005 | 2004"


def test_a_heading_with_a_dash_for_its_colon_and_one_below_a_row_are_no_part_of_the_label_beside_them():
    document = read("""
                                        2006        2005
    Sales-
    Pumps in all of Europe and
     Asia                              $66.1       $68.8
    Valves                               4.3         3.1
    Income from operations             $13.8       $16.2
    Per Share Data
    Basic                               $.94       $1.03
    Operating expenses
      - related party                    1.2         1.4
    Other                                0.2         0.4
    """)
    assert [row.split(" | ")[0] for row in only_table(document)] == [
        ".", "Sales-", "Pumps in all of Europe and Asia", "Valves", "Income from operations", "Per Share Data", "Basic",
        "Operating expenses - related party", "Other",
    ]  # fmt: skip


def test_a_line_with_a_bound_among_its_figures_is_a_row():
    document = read("""
    EPS                              FY06E       FY05      Growth
    GAAP results                 At least $2.81  $1.87   At least 50%
    Litigation                            --      0.27
    Non-GAAP results             At least $2.81  $2.14   At least 31%
    """)
    assert only_table(document)[1] == "GAAP results | At least $2.81 | $1.87 | At least 50%"


def test_lines_beside_a_page_break_that_number_their_page_are_furniture():
    document = read_text("Sales rose.\n\n<PAGE>\nACME PUMPS ANNOUNCES\nPage 2\n\nCosts rose as well.\n", "a.txt")
    assert outline(document) == [
        "prose: Sales rose.",
        "furniture: ACME PUMPS ANNOUNCES",
        "furniture: Page 2",
        "prose: Costs rose as well.",
    ]


def test_marks_and_lengths_among_headings_are_no_figures():
    document = read("""
                       Q4      Q4     12M     12M
                      2006    2005   2006    2005
    Ships             9.00   11.00  10.00   10.39
    Days                828   1,012  3,650   3,801
    """)
    found = audit(document, auditor.load_rules(), auditor.load_vocabulary())
    assert sorted({str(fact.period) for fact in found.facts}) == [
        "2005-01-01/2005-12-31", "2005-10-01/2005-12-31", "2006-01-01/2006-12-31", "2006-10-01/2006-12-31",
    ]  # fmt: skip
    document = read("""
                        Six
                       Months     As of June 30, 2006
     Reportable         Home   Owned
      Segment        Closings   (1)   Controlled  Total
    Central               715  18,272        256  18,528
    Southeast             542  12,868      1,212  14,080
    """)
    found = audit(document, auditor.load_rules(), auditor.load_vocabulary())
    assert [fact.text for fact in found.facts][0] == "715"


def test_blanks_behind_a_comma_part_headings_where_wider_ones_stand_in_the_line():
    document = read("""
                         Three Months     %      Six Months      %
    (In thousands)     Ended June 30,  Change  Ended June 30,  Change
                       2006    2005            2006    2005
    Revenue             438     402     8.7%    811     736    10.2%
    Cost of sales       210     198     6.1%    402     377     6.6%
    """)
    assert only_table(document)[1] == (
        "(In thousands) | Ended June 30, <2> | . | Change | Ended June 30, <2> | . | Change"
    )


def test_two_dashes_before_a_figure_are_no_sign_of_it():
    document = read("""
                             2006      2005   Change
    Impairment of assets    191.3        -- 191.3
    Other                     4.3       3.1   1.2
    """)
    assert only_table(document)[1] == "Impairment of assets | 191.3 | -- | 191.3"


def test_marks_behind_the_words_of_headings_make_no_row():
    document = read("""
                                 of      Organic
                       As      Impact   Constant
             2006   Reported     (1)       (1)    Currency
    Surgery   152      8.2%     0.1%      6.8%      6.8%
    General   191     -5.2%     0.0%     -5.6%      5.3%
    """)
    assert [row.split(" | ")[0] for row in only_table(document)][-2:] == ["Surgery", "General"]
    found = audit(document, auditor.load_rules(), auditor.load_vocabulary())
    assert [fact.text for fact in found.facts][0] == "152"


def test_a_page_may_end_between_the_headings_and_the_rows_of_a_tagged_table():
    document = read("""
    <TABLE>
    <CAPTION>
                                 2006      2005
    <S>                       <C>       <C>
    ASSETS

                    2
    <PAGE>
    Cash                          152       140
    Receivables                   191       180
    </TABLE>
    """)
    assert only_table(document)[0] == ". | 2006 | 2005"


def test_brackets_below_a_row_end_its_label_and_basic_begins_a_row():
    document = read("""
                                      2006      2005
    Revenue per available mile       11.52      9.01
      ("RAM") (cents)
    Selling and administrative
    expenses                         1,376     1,004
    (Loss) income per common share
    Basic                            (0.37)    (0.62)
    Diluted                          (0.37)    (0.62)
    """)
    assert [row.split(" | ")[0] for row in only_table(document)][1:] == [
        'Revenue per available mile ("RAM") (cents)', "Selling and administrative expenses",
        "(Loss) income per common share", "Basic", "Diluted",
    ]  # fmt: skip


def test_what_ends_a_label_and_where_a_year_stands_beside_a_day():
    document = read("""
                              December 31,
                                      2024 September 30,
                               (Unaudited)          2024
    SG&A expenses as a percentage of  14.1%        13.2%
       total revenue
    Total Liabilities and Shareholders'  17           18
       Equity
    Other                                 2            3
    """)
    assert only_table(document) == [
        ". | December 31,",
        ". | 2024 | September 30,",
        ". | (Unaudited) | 2024",
        "SG&A expenses as a percentage of total revenue | 14.1% | 13.2%",
        "Total Liabilities and Shareholders' Equity | 17 | 18",
        "Other | 2 | 3",
    ]


def test_the_end_of_the_sentence_that_leads_to_a_table_is_no_title_of_it():
    document = read("""
    The following table reconciles the funds from operations of the company to its
    funds from operations as adjusted
    (non-GAAP):

                              2006      2005
    Funds from operations      152       140
    As adjusted                160       150
    """)
    assert outline(document)[0].endswith("as adjusted (non-GAAP):")


def test_labels_in_capitals_go_on_below_a_full_line_that_is_set_in():
    document = read("""
                                      2006      2005
    INCOME BEFORE TAXES               11.5       9.0
    NET INCOME PER DILUTED
      SHARE                            .43       .53
    CASH FLOWS FROM OPERATING
      NET INCOME                       4.3       3.1
      DEPRECIATION                     1.2       1.1
    """)
    assert [row.split(" | ")[0] for row in only_table(document)][1:] == [
        "INCOME BEFORE TAXES", "NET INCOME PER DILUTED SHARE", "CASH FLOWS FROM OPERATING", "NET INCOME",
        "DEPRECIATION",
    ]  # fmt: skip


def test_ranges_in_capitals_make_a_row():
    document = read("""
                              THIRD QUARTER       FULL YEAR
                                  2007               2007
    REVENUE                     $64 TO $66      $254 TO $258
    EARNINGS PER SHARE      $0.19 TO $0.21    $0.72 TO $0.76
    """)
    assert only_table(document)[2] == "REVENUE | $64 TO $66 | $254 TO $258"


def test_headings_of_several_lines_are_parted_where_each_goes_on_in_words_of_its_own():
    document = read("""
                                2006                         2005
                     Operating % Net  Diluted    Operating % Net  Diluted
    (In millions)      Income  Sales    EPS        Income  Sales    EPS
    As reported         139.8  22.7%    2.87          4.0   0.7%   0.01
    Severance             4.7           0.10          1.1          0.02
    """)
    assert only_table(document)[1] == ". | Operating | % Net | Diluted | Operating | % Net | Diluted"


def test_a_heading_over_the_last_of_two_columns_alone_is_of_that_one():
    document = read("""
                                Aug. 1, 1998      Aug. 2, 1997
                              ----------------  ----------------
                                         % of              % of
                               Amount    Sales   Amount    Sales
                              --------   -----  --------   -----
    Net sales                   $29,870  100.0%   $25,446  100.0%
    Cost of goods sold           19,416   65.0%    16,821   66.1%
    Cumulative effect of a
      change                       (120)  (0.4)%       --     --
    """)
    assert only_table(document)[1] == ". | . | % of | . | % of"


def test_thousands_in_brackets_at_the_end_of_a_label_are_no_figure():
    document = read("""
                                  Sept. 27,   Sept. 28,
                                    1997        1996
    Net income ...............    $  3,609    $  1,229
                                  ========    ========
    Average shares outstanding
      (000) ..................       9,412       9,377
                                  ========    ========
    """)
    assert only_table(document)[-1] == "Average shares outstanding (000) | 9,412 | 9,377"


def test_brackets_set_apart_in_every_column_below_their_label():
    document = read("""
                              Three Months Ended       Nine Months Ended
                                 September 30,           September 30,
                                2002       2001        2002       2001
    Gross premiums
                            $   128.4  $   109.7   $   371.9  $   318.2
    Ceded premiums
                             (   19.6 ) (   15.1 )  (   55.8 ) (   44.9 )
    Net premiums                108.8       94.6       316.1      273.3
    """)
    assert only_table(document)[-2:] == [
        "Ceded premiums | (19.6) | (15.1) | (55.8) | (44.9)",
        "Net premiums | 108.8 | 94.6 | 316.1 | 273.3",
    ]


def test_headings_in_the_middle_of_wide_cells_whose_figures_stand_on_the_right_are_one_each():
    text = """
(In thousands)                     June 30,               March 31,              December 31,
                                     2026                   2026                     2024
Cash                                        12                     10                       9
Wool in stock                               34                     30                      28
"""
    document = read_text(text, "wide.txt")
    assert only_table(document)[:2] == [
        "(In thousands) | June 30, | March 31, | December 31,",
        ". | 2026 | 2026 | 2024",
    ]


def test_what_a_browser_prints_at_the_edges_of_a_page_is_furniture():
    text = """11/28/26, 5:27 AM                                    Brook Mills

Brook Mills sold more cloth in the second quarter.

https://brook.example/news/q2                                      1/2
\f11/28/26, 5:27 AM                                    Brook Mills

It also bought more wool than ever.
"""
    kinds = [line.split(":")[0] for line in outline(read_text(text, "printed.txt"))]
    assert kinds == ["furniture", "prose", "furniture", "furniture", "prose"]
