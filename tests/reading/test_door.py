"""The door: content decides the reader, encodings, and what cannot be read is refused in one line."""

import gzip
import hashlib
import io
import os
import zipfile

import pytest

from auditor.errors import ReadingError
from auditor.reading.door import LARGEST, load_document, read_document
from tests.reading.make_docx import paragraph, word
from tests.reading.make_pdf import pdf, text

TEXT = "Brook Mills reports “record” sales – up 4%.\n\nSales rose to $12 million.\n"
HTML = "<html><body><p>Sales rose to $12 million.</p></body></html>"
SUBMISSION = f"""<SEC-DOCUMENT>0000000000-24-000001.txt
<DOCUMENT>
<TYPE>EX-99.1
<TEXT>
{HTML}
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
"""


@pytest.mark.parametrize(
    "data, form",
    [
        (TEXT.encode(), "text"),
        (HTML.encode(), "html"),
        (b"<?xml version='1.0'?>\n<!-- made -->" + HTML.encode(), "html"),
        (b"<DIV><P>Sales rose to $12 million.</P></DIV>", "html"),
        (word(paragraph("Sales rose to $12 million.")), "docx"),
        (pdf([text(72, 100, "Sales rose to $12 million in the second quarter.")]), "pdf"),
        (SUBMISSION.encode(), "html"),
    ],
)
def test_content_decides(data, form):
    for name in ("release", "release.pdf", "release.txt"):
        document = read_document(data, name)
        assert document.format == form
        assert "Sales rose to $12 million" in document.text.replace("\n", " ")
        assert document.name == name
        assert document.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings(encoding):
    assert "“record” sales – up 4%" in read_document(TEXT.encode(encoding), "a.txt").text


def test_windows_1252_inside_html():
    assert "“record”" in read_document("<p>“record” sales</p><p></p>".encode("cp1252"), "a.htm").text
    assert "“record”" in read_document(b"<p>&#147;record&#148; sales</p>", "a.htm").text


def archive(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members.items():
            packed.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    "data, says",
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)), "binary"),
        (bytes(range(256)) * 20, "binary"),
        (gzip.compress(TEXT.encode() * 50), "binary"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "docx"),
        (b"{\\rtf1\\ansi Sales rose.}", "Rich Text"),
        (archive(readme=b"x"), "zip archive"),
        (b"PK\x03\x04" + bytes(64), "damaged"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<", "damaged"),
        (b"\xff\xfe\x00", "UTF-16"),
        (b"<html><body><!-- nothing --></body></html>", "no text"),
        (b"<html><body><p style='display:none'>Sales</p></body></html>", "no text"),
        (b"x" * (LARGEST + 1), "larger"),
    ],
)
def test_what_cannot_be_read(data, says):
    with pytest.raises(ReadingError) as error:
        read_document(data, "brook.txt")
    assert str(error.value).startswith("brook.txt: ")
    assert says in str(error.value)
    assert "\n" not in str(error.value)


def test_files(tmp_path):
    path = tmp_path / "brook.txt"
    path.write_text(TEXT, "utf-8")
    assert load_document(path).name == str(path)
    for name, says in ((tmp_path / "none.txt", "no such file"), (tmp_path, "folder"), ("a\0b", "cannot be read")):
        with pytest.raises(ReadingError, match=says):
            load_document(name)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root reads every file")
def test_a_file_without_permission(tmp_path):
    path = tmp_path / "brook.txt"
    path.write_text(TEXT, "utf-8")
    path.chmod(0)
    with pytest.raises(ReadingError, match="permission"):
        load_document(path)


def test_standard_input(monkeypatch):
    class Stream:
        buffer = io.BytesIO(TEXT.encode())

    monkeypatch.setattr("sys.stdin", Stream)
    assert load_document("-").name == "(standard input)"
