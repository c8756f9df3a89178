"""Word files: text, tables, tracked changes as accepted, footnotes, text boxes."""

import pytest

from auditor.errors import ReadingError
from auditor.model.source import MARK
from auditor.reading.docx import read_docx
from tests.reading.make_docx import package, paragraph, run, table, word
from tests.reading.text_shown import only_table, outline


def read(body: str, **parts: str):
    return read_docx(word(body, **parts), "brook.docx")


def test_paragraphs():
    document = read(paragraph("Sales rose.") + paragraph("Costs fell."))
    assert document.text == "Sales rose.\n\nCosts fell."
    assert document.format == "docx"


@pytest.mark.parametrize(
    "inside, printed",
    [
        (run("10.") + run("5%", "<w:b/>"), "10.5%"),
        (run("up") + "<w:r><w:br/></w:r>" + run("12%"), "up\n12%"),
        (run("up") + "<w:r><w:tab/></w:r>" + run("12%"), "up 12%"),
        (run("non") + "<w:r><w:noBreakHyphen/></w:r>" + run("GAAP"), "non-GAAP"),
        (run("rev") + "<w:r><w:softHyphen/></w:r>" + run("enue"), "revenue"),
        (run("up ") + f'<w:ins w:id="1">{run("12%")}</w:ins>', "up 12%"),
        (run("up ") + '<w:del w:id="1"><w:r><w:delText>11%</w:delText></w:r></w:del>' + run("12%"), "up 12%"),
        (run("up ") + f'<w:moveFrom w:id="1">{run("11%")}</w:moveFrom>' + run("12%"), "up 12%"),
        (run("see ") + f'<w:hyperlink r:id="1" xmlns:r="r">{run("page")}</w:hyperlink>', "see page"),
        (run("a") + run("hidden", "<w:vanish/>") + run("b"), "ab"),
        (run("up 4%") + run("(1)", '<w:vertAlign w:val="superscript"/>'), f"up 4%{MARK}(1){MARK}"),
        (f"<w:sdt><w:sdtContent>{run('inside')}</w:sdtContent></w:sdt>", "inside"),
    ],
)
def test_runs(inside, printed):
    assert read(paragraph(inside)).text == printed


def test_field_codes_are_left_out_and_their_results_kept():
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGEREF x </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("7") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert read(paragraph(run("on page ") + field)).text == "on page 7"


STYLES = """<w:style w:styleId="Base"><w:name w:val="Body"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="Strong1"><w:name w:val="Own"/><w:basedOn w:val="Base"/></w:style>
<w:style w:styleId="LB"><w:name w:val="List Bullet"/></w:style>"""


@pytest.mark.parametrize(
    "properties, kind",
    [
        ("", "prose"),
        ('<w:pStyle w:val="H1"/>', "heading"),
        ('<w:pStyle w:val="Strong1"/>', "heading"),
        ('<w:pStyle w:val="LB"/>', "bullet"),
        ('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>', "bullet"),
        ('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>', "prose"),
    ],
)
def test_kinds_by_style(properties, kind):
    document = read(paragraph("Sales rose by four percent", properties), styles=STYLES)
    assert [found.kind for found in document.paragraphs] == [kind]


def test_a_symbol_at_the_start_is_a_bullet_and_prints_no_letter():
    sign = '<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>'
    assert outline(read(paragraph(sign + run(" Sales rose")) + paragraph("Costs fell."))) == [
        "bullet: Sales rose",
        "prose: Costs fell.",
    ]


def test_a_deleted_paragraph_mark_joins_two_paragraphs():
    first = paragraph("Sales ", '<w:rPr><w:del w:id="4"/></w:rPr>')
    assert read(first + paragraph("rose.")).text == "Sales rose."


def test_tables():
    document = read(table(["", "2024", "2023"], ["Sales", "$", "1"]) + paragraph("After."))
    assert outline(document)[-1] == "prose: After."
    cells = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + paragraph("Year Ended") + "</w:tc>"
    rows = f"<w:tr><w:tc>{paragraph('')}</w:tc>{cells}</w:tr>"
    rest = table(["", "2024", "2023"], ["Sales", "12", "(10"], ["Costs", "9", "8"])
    document = read(rest.replace("<w:tbl>", f"<w:tbl>{rows}"))
    assert only_table(document)[:2] == [". | Year Ended <2> | .", ". | 2024 | 2023"]


def test_merged_cells_and_deleted_rows():
    upper = f'<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{paragraph("Line")}</w:tc>'
    lower = f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{paragraph('')}</w:tc>"
    value = "<w:tc>{}</w:tc>"
    rows = (
        f"<w:tr>{upper}{value.format(paragraph('2024'))}</w:tr><w:tr>{lower}{value.format(paragraph('12'))}</w:tr>"
        f"<w:tr><w:trPr><w:del w:id='1'/></w:trPr>{lower}{value.format(paragraph('99'))}</w:tr>"
        f"<w:tr>{value.format(paragraph('Sales'))}{value.format(paragraph('11'))}</w:tr>"
    )
    assert only_table(read(f"<w:tbl>{rows}</w:tbl>")) == ["Line | 2024", ". | 12", "Sales | 11"]


def test_rule_lines_of_cells():
    lined = '<w:tc><w:tcPr><w:tcBorders><w:top w:val="single"/><w:bottom w:val="double"/></w:tcBorders></w:tcPr>'
    row = f"<w:tr><w:tc>{paragraph('Profit')}</w:tc>{lined}{paragraph('3')}</w:tc></w:tr>"
    body = table(["Sales", "12"], ["Costs", "9"]).replace("</w:tbl>", f"{row}</w:tbl>")
    grid = next(read(body).grids)
    assert (sorted(grid.ruled), sorted(grid.double_ruled)) == ([2], [2])


def test_tabbed_paragraphs_that_print_figures_are_a_table():
    tab = "<w:r><w:tab/></w:r>"
    rows = [["", "2024", "2023"], ["Sales", "12", "10"], ["Costs", "9", "8"]]
    body = "".join(paragraph(tab.join(run(cell) for cell in row)) for row in rows)
    assert only_table(read(body)) == [". | 2024 | 2023", "Sales | 12 | 10", "Costs | 9 | 8"]


TYPED = """\
   Brook Mills sold more cloth in the second quarter
than ever before.

                        Quarter ended
                        2026     2025
Sales                   $120     $110
Costs of wool and
  cotton                  90       85
Profit                  $ 30     $ 25"""


def test_lines_with_columns_set_by_blanks_are_read_as_the_text_that_they_were():
    document = read("".join(paragraph(run(line)) for line in TYPED.split("\n")))
    assert outline(document) == [
        "prose: Brook Mills sold more cloth in the second quarter than ever before.",
        "[t1]",
    ]
    assert only_table(document)[2:] == [
        "Sales | $120 | $110",
        "Costs of wool and cotton | 90 | 85",
        "Profit | $30 | $25",
    ]


def test_typed_columns_between_paragraphs_that_word_sets_leave_these_as_they_are():
    rows = "".join(paragraph(run(line)) for line in TYPED.split("\n")[3:])
    long = "The mills of Brook sold more cloth than ever before, at prices that were higher than a year ago, " * 2
    document = read(paragraph(long) + rows + paragraph("Outlook", '<w:outlineLvl w:val="0"/>') + paragraph(long))
    assert [line[:8] for line in outline(document)] == ["prose: T", "[t1]", "heading:", "prose: T"]


def test_text_boxes_stand_after_their_paragraph_once():
    box = f"<w:txbxContent>{paragraph('In a box.')}</w:txbxContent>"
    both = (
        '<w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice><w:drawing>' + box + "</w:drawing></mc:Choice>"
        "<mc:Fallback><w:pict>" + box + "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    document = read(paragraph(run("Before.") + both) + paragraph("After."))
    assert document.text == "Before.\n\nIn a box.\n\nAfter."


def test_footnotes_come_last():
    notes = (
        '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        f'<w:footnote w:id="2">{paragraph("Net of $3 million of returns.")}</w:footnote>'
    )
    body = paragraph(run("Sales rose.") + '<w:r><w:footnoteReference w:id="2"/></w:r>') + paragraph("Costs fell.")
    assert outline(read(body, footnotes=notes)) == [
        "prose: Sales rose.",
        "prose: Costs fell.",
        "footnote: Net of $3 million of returns.",
    ]


@pytest.mark.parametrize(
    "data, says",
    [
        (word(""), "no text"),
        (word(paragraph("Sales rose."))[:120], "damaged or protected"),
        (package(document="<w:document>"), "damaged"),
        (package(other="<x/>"), "zip archive, no Word file"),
        (package(document='<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'), "entities"),
        (package(document="\0" * 51_000_000), "48 MB"),
    ],
)
def test_bad_files(data, says):
    with pytest.raises(ReadingError) as error:
        read_docx(data, "brook.docx")
    assert str(error.value).startswith("brook.docx: ") and says in str(error.value)
    assert "\n" not in str(error.value)


def test_a_spreadsheet_is_named():
    import io
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/workbook.xml", "<x/>")
    with pytest.raises(ReadingError, match="spreadsheet"):
        read_docx(out.getvalue(), "a.xlsx")


def test_rows_of_tabs_with_headings_over_several_columns_and_between_the_rows():
    tab = "<w:r><w:tab/></w:r>"

    def line(*cells: str) -> str:
        return paragraph(tab.join(run(cell) for cell in cells))

    body = line("", "Three Months Ended", "", "Six Months Ended", "") + line(
        "In thousands", "2007", "2006", "2007", "2006"
    )
    body += paragraph("Revenue:") + line("Pumps", "12", "11", "24", "22") + line("Valves", "9", "8", "18", "16")
    assert only_table(read(body + paragraph("After that, sales rose."))) == [
        ". | Three Months Ended <2> | . | Six Months Ended <2> | .",
        "In thousands | 2007 | 2006 | 2007 | 2006",
        "Revenue:",
        "Pumps | 12 | 11 | 24 | 22",
        "Valves | 9 | 8 | 18 | 16",
    ]
