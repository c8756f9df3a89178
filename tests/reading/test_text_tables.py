"""Fixed-width tables, each a tiny release of its own words: printed, read, and compared cell for cell."""

from textwrap import dedent

import pytest

from auditor.reading.fixed import grid_of, lines_of, regions
from auditor.reading.text import read_text
from tests.reading.text_shown import only_table, outline, spans_hold, table


def read(text):
    document = read_text(dedent(text).strip("\n") + "\n", "a.txt")
    spans_hold(document)
    return document


def test_headings_span_the_columns_below_them():
    document = read("""
                       ACME PUMPS CORPORATION
                     STATEMENTS OF OPERATIONS
                 (In thousands, except per share data)
                            (Unaudited)

                          Three Months Ended   Six Months Ended
                               June 30,            June 30,
                          ------------------- -------------------
                              2006      2005      2006      2005
                          --------- --------- --------- ---------
    Revenue                 $1,946    $1,705    $3,512    $3,512
    Cost of pumps            1,282     1,168     2,084     2,992
                          --------- --------- --------- ---------
       Gross profit            664       537     1,428       520
                          ========= ========= ========= =========
    """)
    assert outline(document) == [
        "heading: ACME PUMPS CORPORATION",
        "heading: STATEMENTS OF OPERATIONS",
        "heading: (In thousands, except per share data)",
        "heading: (Unaudited)",
        "[t1]",
    ]
    assert only_table(document) == [
        ". | Three Months Ended <2> | . | Six Months Ended <2> | .",
        ". | June 30, <2> | . | June 30, <2> | .",
        ". | 2006 | 2005 | 2006 | 2005",
        "Revenue | $1,946 | $1,705 | $3,512 | $3,512",
        "Cost of pumps | 1,282 | 1,168 | 2,084 | 2,992",
        "Gross profit | 664 | 537 | 1,428 | 520",
    ]
    (grid,) = document.grids
    assert (grid.ruled, grid.double_ruled, grid.columns) == ({5}, {5}, 5)
    assert [cell.indent for cell in grid.cells if cell.text == "Gross profit"] == [3]


def test_a_label_wrapped_over_lines_is_one_cell_on_the_row_of_its_figures():
    document = read("""
                                        March 31,  December 31,
                                          2006         2005
    Trade receivables, net of allowance
     of $805 at March 31, 2006 and $858
     at December 31, 2005                 2,532        5,869
    Prepaid items                         1,695        1,050
    """)
    assert only_table(document)[2:] == [
        "Trade receivables, net of allowance of $805 at March 31, 2006 and $858 at December 31, 2005 | 2,532 | 5,869",
        "Prepaid items | 1,695 | 1,050",
    ]
    (grid,) = document.grids
    label = next(cell for cell in grid.cells if cell.text.startswith("Trade"))
    assert document.line(label.span.start) == 3
    assert document.line(label.span.end - 1) == 5
    assert label.indent == 0


def test_a_label_that_ends_before_whose_a_result_is_goes_on():
    document = read("""
                                      2023     2022
    Net income                       212.3    145.5
    Net income attributable to noncontrolling
      interests                       (3.3)    (2.9)
    Net income available to common
      stockholders                   209.0    142.6
    """)
    assert only_table(document)[2:] == [
        "Net income attributable to noncontrolling interests | (3.3) | (2.9)",
        "Net income available to common stockholders | 209.0 | 142.6",
    ]


def test_figures_inside_labels_stay_there():
    document = read("""
                                           2006       2005
    Common stock, $.01 par value;
      40,000,000 shares authorized; and
      12,765,257 and 12,521,829
      shares issued                         128        125
    Cost of sales (includes stock pay of
     $23, $0, for the periods presented,
     respectively)                        5,282      6,768
    Stock of 900 shares in 2006 and
     875 in 2005                            90         88
    """)
    assert only_table(document) == [
        ". | 2006 | 2005",
        "Common stock, $.01 par value; 40,000,000 shares authorized; and 12,765,257 and 12,521,829 shares issued"
        " | 128 | 125",
        "Cost of sales (includes stock pay of $23, $0, for the periods presented, respectively) | 5,282 | 6,768",
        "Stock of 900 shares in 2006 and 875 in 2005 | 90 | 88",
    ]


def test_figures_may_stand_on_the_first_line_of_their_label_or_below_it():
    assert only_table(
        read("""
                                  2006     2005
    Loss per share               (0.10)   (0.12)
      of common stock and
      equivalents
    Total liabilities and
                                 1,234    1,111
    Cash                            50       40
    """)
    ) == [
        ". | 2006 | 2005",
        "Loss per share of common stock and equivalents | (0.10) | (0.12)",
        "Total liabilities and | 1,234 | 1,111",
        "Cash | 50 | 40",
    ]


def test_headings_inside_a_table_are_rows_with_a_label_alone():
    assert only_table(
        read("""
                                  2006     2005
                 ASSETS
    Current assets:
      Cash                       1,000      900
      Inventories                  300      250
                                 -----    -----
                                 1,300    1,150
                                 -----    -----
    Earnings per share
      Basic                        .10      .12
      Diluted                      .09      .11
    """)
    ) == [
        ". | 2006 | 2005",
        "ASSETS",
        "Current assets:",
        "Cash | 1,000 | 900",
        "Inventories | 300 | 250",
        ". | 1,300 | 1,150",
        "Earnings per share",
        "Basic | .10 | .12",
        "Diluted | .09 | .11",
    ]


@pytest.mark.parametrize(
    ("printed", "read_as"),
    [
        ("$   2,946    $   1,705", ["$2,946", "$1,705"]),
        ("$(10,419)   $ (1,705)", ["$(10,419)", "$(1,705)"]),
        ("   ( 0.38)     ( .12)", ["(0.38)", "(.12)"]),
        ("   49,632)     (1,705)", ["49,632)", "(1,705)"]),
        ("$1, 465,000    877,000", ["$1,465,000", "877,000"]),
        ("     12.5 %      8.0%", ["12.5%", "8.0%"]),
        ("      (4)%      (5%)", ["(4)%", "(5%)"]),
        ("       --         -", ["--", "-"]),
        ("       ---         —", ["---", "—"]),
        ("$      --    $     -", ["$--", "$-"]),
        ("       N/A       NM", ["N/A", "NM"]),
        ("     1,234(1)    567*", ["1,234", "567"]),
        ("   $(16)(a)$     342", ["$(16)", "$342"]),
        ("   ($0.10)     $-0.05", ["($0.10)", "$-0.05"]),
        ("      .10        -3.5", [".10", "-3.5"]),
        ("      2.5x       1.8x", ["2.5x", "1.8x"]),
        ("$1.20 - $1.25  $0.90 to $0.95", ["$1.20 - $1.25", "$0.90 to $0.95"]),
        ("$1.2 billion   $900 million", ["$1.2 billion", "$900 million"]),
    ],
)
def test_figures_as_printers_set_them(printed, read_as):
    rows = only_table(
        read(f"""
    One of the items      {printed}
    Another of them       {printed}
    """)
    )
    assert rows == [" | ".join([label, *read_as]) for label in ("One of the items", "Another of them")]


def test_one_blank_may_part_figures_of_neighbouring_columns():
    assert only_table(
        read("""
                                           Six Months
                    Three Months Ended       Ended
                Jun 30, Mar 31, Jun 30, Jun 30,  Jun 30,
                  2003    2003   2002    2003     2002
    Net loss      $(370)  $(631) $(694) $(4,327) $(5,267)
    Reserves                              1,050
    Legal costs                                      200
    """)
    ) == [
        ". | . | . | . | Six Months <2> | .",
        ". | Three Months Ended <3> | . | . | Ended <2> | .",
        ". | Jun 30, | Mar 31, | Jun 30, | Jun 30, | Jun 30,",
        ". | 2003 | 2003 | 2002 | 2003 | 2002",
        "Net loss | $(370) | $(631) | $(694) | $(4,327) | $(5,267)",
        "Reserves | . | . | . | 1,050",
        "Legal costs | . | . | . | . | 200",
    ]


def test_one_blank_may_part_dates_of_neighbouring_columns():
    document = read("""
                                 3 mos. ended       Years ended
                              10/31/95 10/31/94  10/31/95 10/31/94
    Net sales                  $54,093  $43,084  $175,421 $147,683
    Cost of sales               23,288   18,595    81,618   69,299
    Gross profit                30,805   24,489    93,803   78,384
    """)
    assert only_table(document)[1] == ". | 10/31/95 | 10/31/94 | 10/31/95 | 10/31/94"


def test_tags_of_the_archive_and_leaders_are_not_read():
    document = read("""
                        RIVER MILLS, INC.
    <TABLE>
    <CAPTION>
                                       Year Ended
                                    ----------------
                                     2004      2003
                                    ------    ------
    <S>                             <C>       <C>
    Sales ........................  $4,806    $1,183
    Interest . . . . . . . . . . .     222        --
    </TABLE>
    """)
    assert outline(document) == ["heading: RIVER MILLS, INC.", "[t1]"]
    assert only_table(document) == [
        ". | Year Ended <2> | .",
        ". | 2004 | 2003",
        "Sales | $4,806 | $1,183",
        "Interest | 222 | --",
    ]


def test_a_line_of_dots_is_a_rule():
    document = read("""
                                2004      2003
    Sales                     $4,806    $1,183
    Interest                     222        18
    ..........................................
    Total                     $5,028    $1,201

    . . . . . . . . . . . . . . . . . . . . . .
    """)
    assert [document.blocks[0].ruled, document.blocks[0].rows] == [{3}, 4]
    assert only_table(document)[3] == "Total | $5,028 | $1,201"


def test_a_rule_across_the_page_does_not_hide_the_headings():
    assert only_table(
        read("""
     (unaudited)            Quarter               Quarter
     (in 000s,               Ended     Three       Ended
      except share          Dec 31,    Month     Sept 30,
      data)                   2007     Change       2007
     ---------------------------------------------------
     Interest income:
       Loans              $   24,917     0%    $   24,881
       Securities                992    -2%         1,011
                          ----------           ----------
         Total            $   25,909     0%    $   25,892
    """)
    ) == [
        "(unaudited) | Quarter | . | Quarter",
        "(in 000s, | Ended | Three | Ended",
        "except share | Dec 31, | Month | Sept 30,",
        "data) | 2007 | Change | 2007",
        "Interest income:",
        "Loans | $24,917 | 0% | $24,881",
        "Securities | 992 | -2% | 1,011",
        "Total | $25,909 | 0% | $25,892",
    ]


def test_a_second_set_of_period_headings_begins_a_table():
    document = read("""
                                Quarter Ended March 31,
                                   2006        2005
    Sales                         5,000       4,000
    Net income                      500         400

                                     At March 31,
                                   2006        2005
    Total assets                 10,000       9,000
    Total debt                    2,000       2,500
    """)
    assert [len(table(grid)) for grid in document.grids] == [4, 4]


def test_a_statement_under_another_is_a_table_of_its_own():
    document = read("""
                                   2006        2005
    Sales                         5,000       4,000
    Net income                      500         400

    CONSOLIDATED STATEMENTS OF CASH FLOWS

    Net income                      500         400
    Depreciation                     70          60
    """)
    assert outline(document) == ["[t1]", "heading: CONSOLIDATED STATEMENTS OF CASH FLOWS", "[t2]"]


def test_a_long_heading_inside_a_table_does_not_end_it():
    rows = only_table(
        read("""
                                   2006        2005
    Net cash used                  (500)       (400)
    SUPPLEMENTAL DISCLOSURE OF NON-CASH ACTIVITY AND OTHER ITEMS
    Interest paid                    70          60
    """)
    )
    assert rows[2:] == [
        "SUPPLEMENTAL DISCLOSURE OF NON-CASH ACTIVITY AND OTHER ITEMS",
        "Interest paid | 70 | 60",
    ]


def test_a_table_goes_on_over_the_page_where_no_heading_is_repeated():
    document = read("""
                                   2006        2005
    Sales                         5,000       4,000
    Costs                         3,000       2,500

                            (more)
    <PAGE>

    Interest                        100         120
    Net income                      500         400
    """)
    assert only_table(document)[-1] == "Net income | 500 | 400"


def test_prose_with_numbers_is_no_table():
    document = read("""
    Sales of the quarter were $5,000, up from the $4,000 of last year and  $3,900
    of the year before. In 2006 the company opened  12
    shops; it closed 3.  The tax rate was  31%
    in both years.
    """)
    assert list(document.grids) == []
    assert len(document.blocks) == 1


def test_footnotes_follow_their_table():
    document = read("""
                                   2006        2005
    Sales (1)                     5,000       4,000
    Net income                      500*        400

    (1) Sales are shown net of returns and of allowances that were granted to
        dealers.
    *   As restated.

    The company makes pumps. It was founded long ago and has its seat by a river.
    """)
    assert [line.split(":")[0] for line in outline(document)] == ["[t1]", "footnote", "footnote", "prose"]
    assert only_table(document)[1:] == ["Sales | 5,000 | 4,000", "Net income | 500 | 400"]


def test_columns_may_hold_words():
    assert only_table(
        read("""
    Record Date         Payable Date          Amount
    May 2, 2005         May 16, 2005          twelve cents a share
    August 1, 2005      August 15, 2005       twelve cents a share
    """)
    ) == [
        "Record Date | Payable Date | Amount",
        "May 2, 2005 | May 16, 2005 | twelve cents a share",
        "August 1, 2005 | August 15, 2005 | twelve cents a share",
    ]


def test_years_may_be_row_labels_and_a_single_column_is_enough():
    assert only_table(
        read("""
    Debt falls due as follows:

      2007              $ 1,200
      2008                1,500
      Thereafter          5,300
                        -------
                        $ 8,000
    """)
    ) == ["2007 | $1,200", "2008 | 1,500", "Thereafter | 5,300", ". | $8,000"]


def test_outlook_with_ranges_is_a_table():
    assert only_table(
        read("""
    Outlook for the year:

       Sales growth                 6% to 8%
       Earnings per share           $1.80 - $1.88
       Tax rate                     31%
    """)
    ) == ["Sales growth | 6% to 8%", "Earnings per share | $1.80 - $1.88", "Tax rate | 31%"]


def test_segments_head_columns_and_periods_head_rows():
    assert only_table(
        read("""
                         Industrial   Consumer   Corporate      Total
    Three months ended September 30, 2003
      Net sales           $  28,400   $ 17,900   $      -     $46,300
      Operating income        4,350      1,550       (661)      5,239
    """)
    ) == [
        ". | Industrial | Consumer | Corporate | Total",
        "Three months ended September 30, 2003",
        "Net sales | $28,400 | $17,900 | $- | $46,300",
        "Operating income | 4,350 | 1,550 | (661) | 5,239",
    ]


def test_a_text_with_a_blank_line_between_all_lines_is_closed_up():
    typed = dedent("""
    The company makes pumps for rivers and sells them to towns and to
    farms all over the country, where they are used in dry years and
    in wet ones. It has done so for longer than anyone can tell, and
    its sales rose by 8% to $5,000 in the year, as towns bought more
    pumps than they had in the year before, when rain was plentiful,
    while farms bought fewer, as they had done in each year since it
    first began to sell to them from its yard by the old north bridge
    and the costs of its yard, which were $3,000, were not much more
    than they were in the year before, when fewer men worked there.

    All in all the year was a good one for the company and for all
    of those who work for it, and the next may well be better still,
    provided that rivers rise and fall as they have in the past and
    that towns and farms go on to need the pumps that it makes there.

                            2006      2005
    Sales                  5,000     4,630
    Costs of the
     yard                  3,000     2,900
    Income of the
     company               2,000     1,730
    """).strip()
    document = read_text("\n\n".join(typed.split("\n")).replace("\n\n\n\n", "\n\n\n"), "a.txt")
    assert [line.split(":")[0] for line in outline(document)] == ["prose", "prose", "[t1]"]
    assert only_table(document)[2] == "Costs of the yard | 3,000 | 2,900"


def test_a_block_of_lines_can_be_read_by_itself():
    lines = lines_of("                2006    2005\nSales          5,000   4,000\nCosts          3,000   2,500\n")
    (region,) = regions(lines)
    assert table(grid_of(lines, region, "t9")) == [". | 2006 | 2005", "Sales | 5,000 | 4,000", "Costs | 3,000 | 2,500"]


def test_prose_set_to_both_margins_is_no_table():
    document = read("""
    The  company  reported  net  income  of  $5.2  million for the quarter,
    compared  with  $4.8 million  last  year.  Sales  increased  12%  to  $410
    million  from  $366  million.   Same  store  sales  rose  3.1%  in  the
    quarter  and  2.9%  for  the  half.
    """)
    assert [line.split(":")[0] for line in outline(document)] == ["prose"]


def test_a_period_may_head_the_first_rows_in_the_middle_of_the_page():
    assert only_table(
        read("""
                                Retail   Credit   Total
                    Three months ended June 30, 2004
    Net sales                    1,000      100   1,100
                    Three months ended June 30, 2003
    Net sales                      900       90     990
    """)
    ) == [
        ". | Retail | Credit | Total",
        "Three months ended June 30, 2004",
        "Net sales | 1,000 | 100 | 1,100",
        "Three months ended June 30, 2003",
        "Net sales | 900 | 90 | 990",
    ]


def test_marks_set_apart_from_their_figures_are_left_out():
    assert only_table(
        read("""
                                        2004         2003
    Net income                        $1,234 (a)   $1,111   (b)
    Adjusted                           1,300   (c)  1,200
    """)
    ) == [". | 2004 | 2003", "Net income | $1,234 | $1,111", "Adjusted | 1,300 | 1,200"]


def test_figures_of_one_row_may_stand_on_two_lines():
    assert only_table(
        read("""
                                        2004         2003
    Inventories                        1,234        1,111
    Trade receivables                  1,300
                                                    1,200
    Other assets                          30           20
    """)
    )[2:] == ["Trade receivables | 1,300 | 1,200", "Other assets | 30 | 20"]


def test_tab_separated_values_are_a_table():
    document = read_text(
        "Sales rose.\n\n\t2006\t2005\nSales\t$1,234\t$1,111\nCosts of the yard\t(800)\t(70)\n", "a.txt"
    )
    assert only_table(document) == [". | 2006 | 2005", "Sales | $1,234 | $1,111", "Costs of the yard | (800) | (70)"]


def test_tabs_typed_for_the_eye_are_blanks():
    document = read_text("\t\t\t2006\t2005\nSales\t\t\t1,234\t1,111\nCosts of the yard\t(800)\t(70)\n", "a.txt")
    assert only_table(document) == [". | 2006 | 2005", "Sales | 1,234 | 1,111", "Costs of the yard | (800) | (70)"]


@pytest.mark.parametrize(
    "text", ["1 - " * 50_000 + "x", "label   " + "1 - " * 130 + "x", "(more)\n" * 20_000, "| a | b |\n" * 5_000]
)
def test_hostile_texts_are_read_in_one_pass(text):
    assert read_text(text, "a.txt").blocks


def test_headings_one_blank_apart_are_parted_by_the_strokes_below_them():
    document = read("""
                            Three      Three
                           Months     Months                Constant
                       Ended June Ended June   Reported     Currency
                         30, 2024   30, 2023   % Change     % Change
                       ---------- ---------- ---------- ------------
    North                   412.8      438.1     (5.8)%       (5.8)%
    South                   388.3      379.0       2.5%         0.4%
    """)
    (grid,) = document.grids
    assert table(grid)[2] == ". | Ended June | Ended June | Reported | Currency"


def test_a_heading_over_two_columns_stays_whole_over_their_strokes():
    document = read("""
                          Six Months Ended
                              June 30,
                         2024       2023
                       -------    -------
    North                412.8      438.1
    South                388.3      379.0
    """)
    (grid,) = document.grids
    assert table(grid)[0] == ". | Six Months Ended <2> | ."


def test_bullets_above_a_table_are_no_headings_of_its_columns():
    document = read("""
         --   Net income of $5.8 million, down $1.8 million, or 24.2%, from the first
              nine months of 2005

         --   Diluted earnings per share of $1.43, down $0.46, or 24.3%, from first
              nine months of 2005


     EARNINGS SUMMARY           Three Months Ended     Nine Months Ended
                                   September 30,         September 30,
                               --------------------- ---------------------
                                  2006       2005       2006       2005
                               ---------- ---------- ---------- ----------
     Net income                   $73,512  2,276,401 $5,757,288  7,590,918
     Diluted earnings per share      0.02       0.57       1.43       1.89
    """)
    (grid,) = document.grids
    assert table(grid)[0] == "EARNINGS SUMMARY | Three Months Ended <2> | . | Nine Months Ended <2> | ."


def test_headings_may_be_centred_over_cells_with_their_figures_on_the_right():
    document = read("""
                                         Three Months Ended           Year Ended
                                            December 31,              December 31,
                                             2024          2023          2024          2023
    Revenue                                $1,632        $1,608        $6,536        $6,777
    Cost of pumps                           1,143         1,124         4,658         4,754
    """)
    assert only_table(document)[:2] == [
        ". | Three Months Ended <2> | . | Year Ended <2> | .",
        ". | December 31, <2> | . | December 31, <2> | .",
    ]


def test_one_heading_over_all_columns_is_that_of_each():
    document = read("""
                                                 Quarter Ended
                                    May 3,                      May 4,
                                      2025       % Sales          2024       % Sales
    Sales                         $168,419        100.0%      $175,272        100.0%
    Other income                     1,823          1.1%         1,827          1.0%
    """)
    assert only_table(document)[0] == ". | Quarter Ended <4> | . | . | ."


def test_a_note_of_units_above_the_headings_is_of_all_columns():
    document = read("""
                                   MEMBERS
                                (in thousands)
                                    June 30,      June 30,    December 31,
                                      1999          1998          1998
                                    --------      --------    ------------
    Town members                       512.4         471.8         502.6
    Country members                     74.3          69.9          73.1
                                      ------        ------        ------
        Total members                  586.7         541.7         575.7
    """)
    assert outline(document)[:2] == ["heading: MEMBERS", "heading: (in thousands)"]
    assert only_table(document)[0] == ". | June 30, | June 30, | December 31,"


def test_two_halves_of_a_statement_side_by_side_are_read_one_after_the_other():
    document = read("""
                          June 30,   June 30,                           June 30,   June 30,
                            2000       1999                               2000       1999
                          --------   --------                           --------   --------
    ASSETS                                        LIABILITIES AND EQUITY
    Cash                  $  6,240   $  4,986     Owed to mills         $  8,604   $  7,110
    Owed by towns            1,418      1,277     Owed to banks            4,870      3,206
    Pumps                   14,886     14,140                           --------   --------
    Other                    1,904      1,760     Liabilities             13,474     10,316
                          --------   --------
    Current                 24,448     22,163     Shares                  14,000     14,000
    Yard, net                9,317      7,842     Earnings kept            6,291      5,689
                          --------   --------                           --------   --------
    Total                 $ 33,765   $ 30,005     Total                 $ 33,765   $ 30,005
                          ========   ========                           ========   ========
    """)
    rows = only_table(document)
    assert rows[:3] == [". | June 30, | June 30,", ". | 2000 | 1999", "ASSETS"]
    assert rows[8:13] == [
        "Yard, net | 9,317 | 7,842",
        "Total | $33,765 | $30,005",
        "LIABILITIES AND EQUITY",
        "Owed to mills | $8,604 | $7,110",
        "Owed to banks | 4,870 | 3,206",
    ]
    assert rows[-1] == "Total | $33,765 | $30,005"


def test_labels_in_the_middle_under_other_headings_are_no_second_half():
    document = read("""
                          June 30,   June 30,                            Quarter      Year
                            2000       1999                               2000        2000
    Cash                  $  6,240   $  4,986     Sales                 $  8,604   $ 27,110
    Owed by towns            1,418      1,277     Costs                    4,870     13,206
    Pumps                   14,886     14,140     Taxes                    1,000      2,000
    Other                    1,904      1,760     Income                   2,734     11,904
    """)
    assert len(only_table(document)) == 6
