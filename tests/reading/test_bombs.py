"""Documents built to harm end within seconds and a few hundred megabytes, in one line.

Each is read in a process of its own, whose memory is limited.
"""

import io
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import pytest

from auditor.errors import ReadingError
from auditor.reading.guard import refuse_bombs
from auditor.reading.html import read_html
from tests.reading.make_docx import NAMESPACE, package
from tests.reading.make_pdf import pdf

SECONDS = 20
MEGABYTES = 500
READ = """
import sys
from auditor.errors import ReadingError
from auditor.reading.door import load_document
try:
    load_document(sys.argv[1])
    print("read")
except ReadingError as error:
    print(error)
with open("/proc/self/status") as status:
    print(*[int(line.split()[1]) // 1024 for line in status if line.startswith("VmHWM")], file=sys.stderr)
"""


def laughs(levels: int = 10) -> str:
    entities = "".join(f'<!ENTITY e{k} "{"".join([f"&e{k - 1};"] * 10) if k else "ha"}">' for k in range(levels))
    return f"<!DOCTYPE x [{entities}]><w:document {NAMESPACE}><w:body>&e{levels - 1};</w:body></w:document>"


def nested_word(tag: str, depth: int) -> bytes:
    return package(document=f"<w:document {NAMESPACE}>" + f"<{tag}>" * depth + f"</{tag}>" * depth + "</w:document>")


def filled(start: str, filling: bytes) -> bytes:
    """A Word file whose body goes on with 120 megabytes of `filling`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as part:
        part.write(start.encode())
        for _ in range(120):
            part.write(filling * (1_000_000 // len(filling)))
    return out.getvalue()


def flate_pdf() -> bytes:
    """A page whose content unpacks to 160 megabytes of spaces."""
    packer = zlib.compressobj(9)
    stream = b"".join(packer.compress(b" " * (1 << 20)) for _ in range(160)) + packer.flush()
    plain = pdf([b"MARK"])
    return plain.replace(
        b"<< /Length 4 >>\nstream\nMARK", b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s" % (len(stream), stream)
    )


def crowded_pdf() -> bytes:
    """A page that prints a million pieces of text."""
    stream = zlib.compress(b"BT /F1 9 Tf " + b"1 0 0 1 72 72 Tm (1) Tj " * 1_000_000 + b"ET", 9)
    plain = pdf([b"MARK"])
    return plain.replace(
        b"<< /Length 4 >>\nstream\nMARK", b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s" % (len(stream), stream)
    )


BOMBS = {
    "crowded page": crowded_pdf,
    "divs": lambda: b"<html><body>" + b"<div>" * 200_000 + b"x",
    "closed divs": lambda: b"<html><body>" + b"<div>" * 200_000 + b"x" + b"</div>" * 200_000,
    "lists": lambda: b"<html><body>" + b"<ul><li>" * 100_000 + b"x",
    "tables": lambda: b"<html><body>" + b"<table><tr><td>" * 100_000 + b"x",
    "fonts": lambda: b"<html><body>" + b"".join(b"<font color=%d><p>" % k for k in range(5000)) + b"x",
    "fonts in paragraphs": lambda: b"<html><body>" + b"".join(b"<font size=%d>x<p>" % (k % 7) for k in range(50_000)),
    "attributes": lambda: b"<html><body><div " + b" ".join(b"a%d=1" % k for k in range(200_000)) + b">x</div>",
    "spans": lambda: b"<html><body>" + b"<span>" * 300_000 + b"x",
    "wide cells": lambda: b"<html><table>" + b"<tr><td colspan=999999999 rowspan=999999999>12</td></tr>" * 2000,
    "comments": lambda: b"<html><body>" + b"<!--" * 500_000 + b"x",
    "entities": lambda: package(document=laughs()),
    "zeros": lambda: filled("", b"\0"),
    "blanks": lambda: filled(f"<w:document {NAMESPACE}>", b" "),
    "paragraphs": lambda: filled(f"<w:document {NAMESPACE}>", b"<w:p/>"),
    "many paragraphs": lambda: package(
        document=f"<w:document {NAMESPACE}><w:body>" + "<w:p><w:r/></w:p>" * 250_000 + "</w:body></w:document>"
    ),
    "nested paragraphs": lambda: nested_word("w:sdt", 500_000),
    "nested tables": lambda: package(
        document=f"<w:document {NAMESPACE}>"
        + "<w:tbl><w:tr><w:tc>" * 100_000
        + "</w:tc></w:tr></w:tbl>" * 100_000
        + "</w:document>"
    ),
    "packed page": flate_pdf,
    "long line": lambda: b"Sales " + b"1,200 " * 1_000_000,
    "many lines": lambda: b"Sales 1,200 1,100\n" * 100_000,
}  # fmt: skip


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the system does not tell the memory of a process")
@pytest.mark.parametrize("name", BOMBS)
def test_bombs_end_soon(name, tmp_path):
    path = tmp_path / "bomb"
    path.write_bytes(BOMBS[name]())
    done = subprocess.run(
        [sys.executable, "-c", READ, str(path)],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-400:]
    assert done.stdout.count("\n") == 1
    assert done.stdout.startswith((str(path), "read"))
    assert int(done.stderr.split()[-1]) < MEGABYTES, done.stdout


@pytest.mark.parametrize(
    "markup, says",
    [
        ("<div>" * 3000, "nested"),
        ("".join(f"<b class='{k}'>" for k in range(3000)), "left open"),
        ("".join(f"<font size={k % 7}>x<p>" for k in range(50_000)), "left open through the text"),
        ("<table><tr><td>" * 60, "tables are nested"),
    ],
)
def test_what_the_guard_says(markup, says):
    with pytest.raises(ReadingError, match=says):
        read_html(f"<body>{markup}x", "brook.htm")


def test_sloppy_pages_of_old_pass_the_guard():
    """Paragraphs, cells and fonts that are never closed, thousands of them."""
    refuse_bombs(b"<p><font size=2>Sales rose.<p>" * 5000, "brook.htm")
    refuse_bombs(b"<tr><td><font size=2>12<td><font size=2>11" * 5000, "brook.htm")
    refuse_bombs(b"<img src='data:image/png;base64," + b"A" * 500_000 + b"'>", "brook.htm")
