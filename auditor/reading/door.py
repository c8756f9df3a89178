"""The one door to all readers: a file's content, not its name, decides which reads it."""

from __future__ import annotations

import hashlib
import sys
from dataclasses import replace
from pathlib import Path

from auditor.errors import NoReleaseError, ReadingError, unreadable
from auditor.model.source import Document

LARGEST = 64 * 1024 * 1024  # bytes of a file

_ZIP, _PDF, _OLD_OFFICE, _RTF = b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0", b"{\\rtf"
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CONTROL = bytes(set(range(32)) - {9, 10, 11, 12, 13, 26, 27}) + b"\x7f"


def load_document(path: str | Path) -> Document:
    """The release in the file at `path`; `-` is standard input. Raises `ReadingError` in one line."""
    name = str(path)
    if name == "-":
        return read_document(sys.stdin.buffer.read(LARGEST + 1), "(standard input)")
    return read_document(content(path), name)


def content(path: str | Path) -> bytes:
    """The bytes of the file at `path`. Raises `ReadingError` in one line."""
    name = str(path)
    try:
        with open(path, "rb") as file:
            return file.read(LARGEST + 1)
    except IsADirectoryError:
        raise ReadingError(f"{name}: this is a folder; name the file of a release in it") from None
    except (OSError, ValueError) as fault:
        raise ReadingError(unreadable(name, fault)) from None


def read_document(data: bytes, name: str) -> Document:
    """The release that `data`, the bytes of a file, holds. Raises `ReadingError`, one line that begins with `name`."""
    if len(data) > LARGEST:
        raise ReadingError(f"{name}: larger than {LARGEST >> 20} MB; give the release alone")
    if not data.strip():
        raise NoReleaseError(f"{name}: the file is empty")
    try:
        document = _read(data, name)
    except RecursionError:
        raise ReadingError(f"{name}: nested too deep: this is no release") from None
    except MemoryError:
        raise ReadingError(f"{name}: too large for the memory of this machine") from None
    if not document.blocks:
        raise ReadingError(f"{name}: the file holds no text; give the release itself")
    return replace(document, sha256=hashlib.sha256(data).hexdigest())


def _read(data: bytes, name: str) -> Document:
    """The reader that fits; modules are imported where they are needed, since some are slow to load."""
    if data.startswith(_ZIP):
        from auditor.reading.docx import read_docx

        return read_docx(data, name)
    if _PDF in data[:1024]:
        from auditor.reading.pdf import read_pdf

        return read_pdf(data, name)
    if data.startswith(_OLD_OFFICE):
        raise ReadingError(f"{name}: a file of an old Office program or a protected one; save it unprotected as .docx")
    if data.startswith(_RTF):
        raise ReadingError(f"{name}: Rich Text; save it as .docx or as text")
    return _read_text(decoded(data, name), name)


def _read_text(text: str, name: str) -> Document:
    opening = text[:20000]
    if "<DOCUMENT>" in opening and ("<TYPE>" in opening or "<SEC-" in opening):
        from auditor.reading.sgml import read_submission

        return read_submission(text, name)
    from auditor.reading.markup import is_markup
    from auditor.reading.mixed import is_mixed, read_mixed

    if is_mixed(text):
        return read_mixed(text, name)
    if is_markup(text):
        from auditor.reading.html import read_html

        return read_html(text, name)
    from auditor.reading.text import read_text

    return read_text(text, name)


def decoded(data: bytes, name: str) -> str:
    """The text of `data`: UTF-8 or UTF-16 with a mark, else UTF-8, else Windows-1252. Raises `ReadingError`."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise ReadingError(f"{name}: broken {encoding[:6].upper()} at byte {error.start}") from None
    sample = data[:65536]
    zeros = sample.count(0)
    if zeros:
        if zeros * 3 > len(sample) and sample[::2].count(0) + sample[1::2].count(0) == zeros:
            text = _wide(data, sample)
            if text is not None:
                return text
        raise NoReleaseError(f"{name}: a binary file; give the release as text, HTML, Word or PDF")
    if len(sample.translate(None, _CONTROL)) < 0.98 * len(sample):
        raise NoReleaseError(f"{name}: a binary file; give the release as text, HTML, Word or PDF")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass  # not UTF-8, so what Windows wrote
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _wide(data: bytes, sample: bytes) -> str | None:
    """UTF-16 without a mark, if the zeros stand as in Latin text."""
    low, high = sample[::2].count(0), sample[1::2].count(0)
    encoding = "utf-16-le" if high > 8 * low else "utf-16-be" if low > 8 * high else None
    if encoding is None:
        return None
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None
