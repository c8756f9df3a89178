"""`--output docx=COPY` and `pdf=COPY` as they are typed."""

import docx
import pdfplumber
import pytest

from tests.annotating.test_pdf import RELEASE as PDF
from tests.annotating.test_word import RELEASE as WORD


@pytest.fixture(autouse=True)
def drafts(tmp_path):
    (tmp_path / "draft.docx").write_bytes(WORD)
    (tmp_path / "draft.pdf").write_bytes(PDF)


def test_word(run, tmp_path):
    ran = run("check", "draft.docx", "--output", "docx=copy.docx")
    assert (ran.status, ran.err) == (1, "")
    said = [comment.text.split("\n")[0] for comment in docx.Document(tmp_path / "copy.docx").comments]
    assert said == ["Is this final?", "error: C003 growth rate disagrees with table"]
    assert (tmp_path / "draft.docx").read_bytes() == WORD


def test_pdf(run, tmp_path):
    ran = run("check", "draft.pdf", "--output", "pdf=copy.pdf")
    assert (ran.status, ran.err) == (1, "")
    with pdfplumber.open(tmp_path / "copy.pdf") as file:
        said = [note["contents"].split("\n")[0] for page in file.pages for note in page.annots]
    assert said == ["error: C003 growth rate disagrees with table"]


def test_copy_of_another_kind(run, right):
    ran = run("check", right, "--output", "docx=copy.docx")
    assert ran.status == 2
    assert ran.err == "copy.docx: right.txt is not a Word file, so no copy of it can be annotated\n"


def test_copy_of_several_releases(run):
    ran = run("check", "draft.docx", "draft.pdf", "--output", "docx=copy.docx")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "copy.docx: a copy is made of one release, a Word file named on the command line\n"


def test_copy_over_the_draft_itself(run, tmp_path):
    ran = run("check", "draft.docx", "--output", "docx=draft.docx")
    assert ran.status == 2
    assert "is the release itself" in ran.err
    assert (tmp_path / "draft.docx").read_bytes() == WORD
