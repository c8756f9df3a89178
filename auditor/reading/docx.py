"""Word files: the body with tracked changes accepted, then text boxes where they are anchored and the footnotes."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from auditor.errors import ReadingError
from auditor.model.source import Document
from auditor.reading.compose import written
from auditor.reading.docx_walk import BodyWalker, notes_of
from auditor.reading.flatten import Listed, flatten
from auditor.reading.kinds import sort

LARGEST_PART = 48 * 1024 * 1024  # bytes of an unpacked part
MOST_TAGS = 2_000_000

_BODY = re.compile(r"word/document\d*\.xml")
_OTHERS = (
    ("xl/", "a spreadsheet; give the release as text, HTML, Word or PDF"),
    ("ppt/", "a presentation; give the release as text, HTML, Word or PDF"),
    ("content.xml", "an OpenDocument file; save it as .docx"),
)


def read_docx(data: bytes, name: str) -> Document:
    """The release in the Word file `data`. Raises `ReadingError` in one line when it is damaged, protected or another
    kind of archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            body, styles, notes = _parts(archive, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError):
        raise ReadingError(f"{name}: a damaged or protected Word file; save it anew, without a password") from None
    walker = BodyWalker(styles, name)
    parts = flatten(walker.walk(body))
    for root in notes:
        parts += [Listed(text, "footnote") for text in notes_of(root, styles, name)]
    document = written(sort(parts), name, "docx")
    if not document.blocks:
        raise ReadingError(f"{name}: the Word file holds no text; pictures cannot be read")
    return document


def _parts(archive: zipfile.ZipFile, name: str) -> tuple[Element, Element | None, list[Element]]:
    """The roots of the body, of the styles and of the notes."""
    names = archive.namelist()
    main = next((n for n in names if _BODY.fullmatch(n)), None)
    if main is None:
        for start, what in _OTHERS:
            if any(n.startswith(start) for n in names):
                raise ReadingError(f"{name}: {what}")
        raise ReadingError(f"{name}: a zip archive, no Word file; unpack it and give the release in it")
    body = _root(archive, main, name)
    styles = _root(archive, "word/styles.xml", name) if "word/styles.xml" in names else None
    notes = [_root(archive, n, name) for n in ("word/footnotes.xml", "word/endnotes.xml") if n in names]
    return body, styles, notes


def _root(archive: zipfile.ZipFile, part: str, name: str) -> Element:
    """The parsed part; entities are never expanded and sizes are bounded."""
    info = archive.getinfo(part)
    if info.flag_bits & 1:
        raise ReadingError(f"{name}: a protected Word file; save it without a password")
    with archive.open(info) as file:
        data = file.read(LARGEST_PART + 1)
    if len(data) > LARGEST_PART:
        raise ReadingError(f"{name}: unpacks to more than {LARGEST_PART >> 20} MB: this is no release")
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data or data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise ReadingError(f"{name}: {part} declares entities, which Word never writes: this is no release")
    if data.count(b"<") > MOST_TAGS:
        raise ReadingError(f"{name}: {part} has more than {MOST_TAGS:,} tags: this is no release")
    try:
        return ElementTree.fromstring(data)
    except ElementTree.ParseError:
        raise ReadingError(f"{name}: {part} is damaged; save the Word file anew") from None
