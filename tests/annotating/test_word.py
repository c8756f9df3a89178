"""Word copies: the comments at their numbers, and everything else as it was."""

import io
import shutil
import subprocess
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from lxml import etree

import auditor
from auditor.annotating.word import with_comments
from auditor.errors import ReadingError
from auditor.model.finding import Finding
from tests.reading.make_docx import NAMESPACE, paragraph, word

ROWS = (
    ("In millions", "Three Months Ended September 30, 2025", "Three Months Ended September 30, 2024"),
    ("Revenue", "112.0", "103.0"),
    ("Costs", "80.0", "75.0"),
    ("Operating income", "$32.0", "28.0"),
)


def release() -> bytes:
    """A release whose growth rate is wrong; its numbers stand in runs of several formats, the rate in two of them."""
    file = docx.Document()
    file.add_heading("Brook Mills Reports Its Third Quarter", 1)
    file.add_paragraph(
        "PORT ALDEN, Maine -- October 28, 2025 -- Brook Mills today reported results for its third quarter."
    )
    prose = file.add_paragraph("Revenue for the third quarter was ")
    prose.add_run("$112.0").bold = True
    prose.add_run(" million, an increase of 1")
    prose.add_run("2").italic = True
    prose.add_run("% from $103.0 million in the third quarter of 2024.")
    table = file.add_table(len(ROWS), 3)
    for row, texts in zip(table.rows, ROWS, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    file.add_comment(prose.runs[0], text="Is this final?", author="A. Moss", initials="AM")
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


RELEASE = release()
AUDIT = auditor.audit(auditor.read_document(RELEASE, "release.docx"))


def formats(data: bytes) -> list[list[tuple[bytes, str]]]:
    """The text of each paragraph by format: neighbours of one format are one, however runs part them."""
    found = []
    for part in docx.Document(io.BytesIO(data)).element.body.iter(qn("w:p")):
        texts: list[tuple[bytes, str]] = []
        for text in part.iter(qn("w:t")):
            properties = text.getparent().find(qn("w:rPr"))
            look = b"" if properties is None else etree.tostring(properties)
            if texts and texts[-1][0] == look:
                texts[-1] = (look, texts[-1][1] + text.text)
            else:
                texts.append((look, text.text))
        found.append(texts)
    return found


def commented(data: bytes) -> list[tuple[str, str]]:
    """The author of each comment, and the text that it is about."""
    file = docx.Document(io.BytesIO(data))
    about = {comment.comment_id: "" for comment in file.comments}
    open_now: set[int] = set()
    for element in file.element.body.iter():
        if element.tag == qn("w:commentRangeStart"):
            open_now.add(int(element.get(qn("w:id"))))
        elif element.tag == qn("w:commentRangeEnd"):
            open_now.remove(int(element.get(qn("w:id"))))
        elif element.tag == qn("w:t"):
            for number in open_now:
                about[number] += element.text
    return [(comment.author, about[comment.comment_id]) for comment in file.comments]


def test_finding_is_a_comment_at_the_very_number():
    copy, lost = with_comments(RELEASE, AUDIT)
    assert lost == ()
    assert commented(copy) == [("A. Moss", "Revenue for the third quarter was "), ("auditor", "12%")]
    (_, comment) = docx.Document(io.BytesIO(copy)).comments
    assert comment.text.split("\n")[:2] == [
        "error: C003 growth rate disagrees with table",
        "“12%” is stated as the change of Revenue, but the tables give 8.7%: 112.0 million / 103.0 million − 1 = 8.7%",
    ]


def test_text_and_formats_stay():
    copy, _ = with_comments(RELEASE, AUDIT)
    assert formats(copy) == formats(RELEASE)


def test_other_parts_stay_byte_for_byte():
    copy, _ = with_comments(RELEASE, AUDIT)
    with zipfile.ZipFile(io.BytesIO(RELEASE)) as old, zipfile.ZipFile(io.BytesIO(copy)) as new:
        changed = {name for name in old.namelist() if old.read(name) != new.read(name)}
        assert set(old.namelist()) <= set(new.namelist())
    assert changed <= {"word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}


def test_same_audit_gives_the_same_bytes():
    assert with_comments(RELEASE, AUDIT) == with_comments(RELEASE, AUDIT)


def test_every_number_can_be_commented():
    """As if each claim and each cell were wrong."""
    wrong = [Finding(c.id, "X001", "x", "note", c.quote, c.span) for c in AUDIT.claims]
    wrong += [Finding(f.id, "X002", "x", "note", f.text, f.span) for f in AUDIT.facts]
    copy, lost = with_comments(RELEASE, replace(AUDIT, findings=tuple(wrong)))
    assert lost == ()
    assert formats(copy) == formats(RELEASE)
    comments = list(docx.Document(io.BytesIO(copy)).comments)[1:]
    about = commented(copy)[1:]
    assert [comment.text.split("\n")[1] for comment in comments] == [text for _, text in about]


FOOTNOTE = f"""<w:footnotes {NAMESPACE}><w:footnote w:id="2">{paragraph("Costs were 77.0 million.")}</w:footnote>
</w:footnotes>"""


def test_number_of_a_footnote_is_commented_at_its_reference():
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    file = docx.Document(io.BytesIO(RELEASE))
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, FOOTNOTE.encode(), file.part.package)
    file.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    run = file.paragraphs[1].add_run("See the note")
    run._r.append(parse_xml(f'<w:footnoteReference {NAMESPACE} w:id="2"/>'))
    out = io.BytesIO()
    file.save(out)
    audit = auditor.audit(auditor.read_document(out.getvalue(), "release.docx"))
    at = audit.document.text.index("77.0 million")
    span = replace(audit.findings[0].span, start=at, end=at + 12)
    finding = replace(audit.findings[0], span=span)
    copy, lost = with_comments(out.getvalue(), replace(audit, findings=(finding,)))
    assert lost == ()
    assert commented(copy)[-1] == ("auditor", "See the note")


def test_file_that_lacks_a_part_is_refused():
    with pytest.raises(ReadingError, match="save it anew"):
        with_comments(word(paragraph("Revenue was 12")), AUDIT)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_the_copy_and_prints_the_same_pages(tmp_path):
    pypdfium2 = pytest.importorskip("pypdfium2")
    copy, _ = with_comments(RELEASE, AUDIT)
    pages = []
    for name, data in (("release", RELEASE), ("copy", copy)):
        (tmp_path / f"{name}.docx").write_bytes(data)
        command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf"]
        subprocess.run([*command, "--outdir", tmp_path, tmp_path / f"{name}.docx"], check=True, timeout=240)
        printed = pypdfium2.PdfDocument(tmp_path / f"{name}.pdf")
        pages.append([page.get_textpage().get_text_bounded() for page in printed])
    assert pages[0] == pages[1]
    assert "12%" in pages[1][0]
