"""HTML tables as filers' tools write them become grids of labels and values."""

from hypothesis import given
from hypothesis import strategies as st

from auditor.reading.html import read_html
from tests.reading.text_shown import only_table, outline, table


def read(rows: str):
    return read_html(f"<html><body><table>{rows}</table></body></html>", "brook.htm")


SPACED = """
<tr><td></td><td></td><td colspan=7 align=center><b>Year Ended</b></td></tr>
<tr><td></td><td></td><td colspan=3>2024</td><td></td><td colspan=3>2023</td></tr>
<tr><td>Sales</td><td>&#160;</td><td>$</td><td>1,200</td><td></td><td>&nbsp;</td><td>$</td><td>1,100</td><td></td></tr>
<tr><td>Loss</td><td></td><td></td><td>(40</td><td>)</td><td></td><td></td><td>(5</td><td>)</td></tr>
<tr><td>Margin</td><td></td><td></td><td>3.1</td><td>%</td><td></td><td></td><td>—</td><td>%</td></tr>
"""


def test_pieces_join_and_spacers_go():
    document = read(SPACED)
    assert only_table(document) == [
        ". | Year Ended <2> | .",
        ". | 2024 | 2023",
        "Sales | $1,200 | $1,100",
        "Loss | (40) | (5)",
        "Margin | 3.1% | —%",
    ]
    grid = next(document.grids)
    assert (grid.id, grid.columns, grid.rows) == ("t1", 3, 5)
    assert all(document.slice(cell.span) == cell.text for cell in grid.cells)


def test_header_cells_that_are_signs_stay_apart():
    rows = """<tr><td></td><td>2024</td><td>2023</td><td>$</td><td>%</td></tr>
    <tr><td>Sales</td><td>12</td><td>10</td><td>2</td><td>20%</td></tr>"""
    assert only_table(read(rows)) == [". | 2024 | 2023 | $ | %", "Sales | 12 | 10 | 2 | 20%"]


def test_rowspans():
    rows = """<tr><td rowspan=2>Line</td><td colspan=2>Quarter</td></tr><tr><td>2024</td><td>2023</td></tr>
    <tr><td>Sales</td><td>12</td><td>10</td></tr>"""
    assert only_table(read(rows)) == ["Line | Quarter <2> | .", ". | 2024 | 2023", "Sales | 12 | 10"]


def test_footnote_marks_leave_the_cells_but_not_the_text():
    rows = """<tr><td></td><td>2024<sup>(a)</sup></td><td></td><td>2023</td></tr>
    <tr><td>Sales<sup>1</sup></td><td>1,234<sup>(1)</sup></td><td></td><td>1,100(2)</td></tr>
    <tr><td>Other (1)</td><td>5</td><td><sup>2</sup></td><td>7 *</td></tr>
    <tr><td>Rest</td><td>(9</td><td>)(b)</td><td>8</td></tr>"""
    document = read(rows)
    assert only_table(document) == [". | 2024 | 2023", "Sales | 1,234 | 1,100", "Other | 5 | 7", "Rest | (9) | 8"]
    assert "".join(c for c in document.text if c not in "\u200b\t\n") == (
        "2024(a)2023Sales11,234(1)1,100(2)Other (1)527 *Rest(9)(b)8"
    )


def test_indents():
    rows = """<tr><td>Assets</td><td>1</td></tr><tr><td style="padding-left:9pt">Cash</td><td>2</td></tr>
    <tr><td><div style="margin-left:22.5pt;text-indent:-9pt">Other</div></td><td>3</td></tr>
    <tr><td>&nbsp;&nbsp;&nbsp;Total</td><td>4</td></tr>"""
    assert [cell.indent for row in next(read(rows).grids).by_row for cell in row if not cell.column] == [0, 2, 3, 3]


LINES = """<tr><td></td><td style="border-bottom:1px solid black">2024</td></tr>
<tr><td>Sales</td><td>12</td></tr><tr><td>Costs</td><td {costs}>9</td></tr>{between}
<tr><td>Profit</td><td {profit}>3</td></tr><tr><td>Tax</td><td>1</td></tr>"""


def lines(**given: str) -> tuple[list[int], list[int]]:
    grid = next(read(LINES.format(**{"costs": "", "profit": "", "between": ""} | given)).grids)
    return sorted(grid.ruled), sorted(grid.double_ruled)


def test_rule_lines_however_they_are_drawn():
    assert lines() == ([], [])
    assert lines(costs='style="border-bottom:1pt solid #000"') == ([3], [])
    assert lines(profit='style="border-top-style:solid;border-top-width:1px"') == ([3], [])
    assert lines(between="<tr><td></td><td><hr size=1></td></tr>") == ([3], [])
    assert lines(between="<tr><td></td><td>------</td></tr>") == ([3], [])
    assert lines(between='<tr><td></td><td><p style="border-top:1px solid black">&nbsp;</p></td></tr>') == ([3], [])
    assert lines(profit='style="border-bottom:3px double #000000"') == ([4], [3])
    assert lines(costs='style="border-bottom:1pt solid #ffffff"') == ([], [])
    assert lines(costs='style="border-bottom:0px solid #000000"') == ([], [])


def test_prose_before_and_after_the_figures_stands_outside_the_grid():
    note = "Sales are shown net of returns, rebates and all taxes that the mills collect for the state."
    rows = f"<tr><td>Sales</td><td>12</td></tr><tr><td>Costs</td><td>9</td></tr><tr><td colspan=2>(1) {note}</td></tr>"
    assert outline(read(rows)) == ["[t1]", f"footnote: (1) {note}"]


def test_a_table_without_labels_keeps_column_0_free():
    rows = "<tr><td>12</td><td>10</td></tr><tr><td>9</td><td>8</td></tr>"
    assert only_table(read(rows)) == [". | 12 | 10", ". | 9 | 8"]


def test_years_as_labels():
    rows = "<tr><td>2025</td><td>$12</td></tr><tr><td>2026</td><td>9</td></tr><tr><td>Thereafter</td><td>8</td></tr>"
    assert only_table(read(rows)) == ["2025 | $12", "2026 | 9", "Thereafter | 8"]


def test_stepped_labels_are_one_column():
    rows = """<tr><td colspan=3>Assets</td><td>20</td></tr><tr><td></td><td colspan=2>Cash</td><td>12</td></tr>
    <tr><td></td><td></td><td>Petty cash</td><td>1</td></tr>"""
    assert only_table(read(rows)) == ["Assets | 20", "Cash | 12", "Petty cash | 1"]


def test_several_tables_are_numbered_in_order():
    one = "<table><tr><td>Sales</td><td>1</td></tr><tr><td>Costs</td><td>2</td></tr></table>"
    document = read_html(f"<body>{one}<p>And then.</p>{one}</body>", "brook.htm")
    assert outline(document) == ["[t1]", "prose: And then.", "[t2]"]


def test_bold_cells():
    rows = "<tr><td><b>Total</b></td><td style='font-weight:bold'>1</td></tr><tr><td>Rest</td><td>2</td></tr>"
    assert [cell.bold for cell in next(read(rows).grids).cells] == [True, True, False, False]


@given(st.lists(st.lists(st.integers(0, 10**7), min_size=3, max_size=3), min_size=2, max_size=6))
def test_any_layout_of_spacers_gives_the_same_grid(figures):
    """However the tool pads a table with empty cells and signs, the values stay in their columns."""
    plain, padded = "", ""
    for k, row in enumerate(figures):
        plain += f"<tr><td>Line {k}a</td>" + "".join(f"<td>{v:,}</td>" for v in row) + "</tr>"
        cells = "".join(f"<td> </td><td>{'$' if k == 0 else ''}</td><td>{v:,}</td><td></td>" for v in row)
        padded += f"<tr><td>Line {k}a</td>{cells}</tr>"
    bare = [line.replace("$", "") for line in table(next(read(padded).grids))]
    assert bare == table(next(read(plain).grids))


def test_signs_in_cells_of_their_own():
    rows = """<tr><td>Loss</td><td>$</td><td>(</td><td>40</td><td>)</td></tr>
    <tr><td>Tax</td><td></td><td></td><td>-0-</td></tr>"""
    assert only_table(read(rows)) == ["Loss | $(40)", "Tax | -0-"]


def test_leader_dots_are_no_part_of_a_label():
    rows = "<tr><td>Sales . . . . . . .</td><td>12</td></tr><tr><td>Costs, etc.</td><td>9</td></tr>"
    assert only_table(read(rows)) == ["Sales | 12", "Costs, etc. | 9"]


def test_columns_stacked_in_one_row():
    rows = "<tr><td>Sales<br>Costs<br>Profit</td><td>$</td><td>12<br>9<br>3</td></tr>"
    assert only_table(read(rows.replace("<td>$</td>", ""))) == ["Sales | 12", "Costs | 9", "Profit | 3"]


def test_a_value_laid_out_by_a_table_in_its_cell():
    inner = "<table><tr><td>$</td><td>{}</td></tr></table>"
    rows = f"<tr><td>Sales</td><td>{inner.format(12)}</td></tr><tr><td>Costs</td><td>{inner.format(9)}</td></tr>"
    assert only_table(read(rows)) == ["Sales | $ 12", "Costs | $ 9"]


def test_tables_made_by_style():
    cell = "<div style='display:table-cell'>{}</div>"
    row = f"<div style='display:table-row'>{cell}{cell}</div>"
    body = f"<div style='display:table'>{row.format('Sales', '12')}{row.format('Costs', '9')}</div>"
    assert only_table(read_html(f"<body>{body}</body>", "brook.htm")) == ["Sales | 12", "Costs | 9"]


def test_classes_of_a_style_sheet():
    sheet = "<style>.t, td.u { border-top: 1px solid black } .gone { display: none }</style>"
    rows = """<tr><td>Sales</td><td>12</td></tr><tr class=gone><td>Old</td><td>0</td></tr>
    <tr><td>Costs</td><td>9</td></tr><tr><td>Profit</td><td class="x u">3</td></tr>"""
    grid = next(read_html(f"<html><head>{sheet}</head><body><table>{rows}</table></body></html>", "b.htm").grids)
    assert (grid.rows, sorted(grid.ruled)) == (3, [2])


def test_hidden_cells_take_no_place():
    gone = "<td style='display:none'>99</td>"
    rows = f"<tr>{gone}<td>Sales</td>{gone}<td>12</td></tr><tr>{gone}<td>Costs</td>{gone}<td>9</td></tr>"
    assert only_table(read(rows)) == ["Sales | 12", "Costs | 9"]
