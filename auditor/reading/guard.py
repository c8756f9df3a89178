"""Documents built to exhaust a parser are refused before it sees them; real releases pass at little cost.

The time that the parser takes grows with the square of the depth of nested blocks, of the number of formatting tags
left open, and of the attributes of one tag. A stretch in which many more tags open than close is therefore looked at
tag by tag.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter

from auditor.errors import ReadingError

DEEPEST = 2000  # nested blocks
OPEN_FORMATS = 400  # differently spelled formatting tags left open
REOPENED = 500_000  # times that a formatting tag left open is opened anew in a further block
ATTRIBUTES = 5000  # of one tag

LARGEST_STREAM = 64 << 20  # bytes of a PDF stream, unpacked
LARGEST_STREAMS = 256 << 20  # of all
MOST_SHOWN = 200_000  # times that a stream prints a piece of text

_SMALL_STREAM = 4_000  # bytes, packed, which cannot unpack to more than four million
_STREAM = re.compile(rb"stream\r?\n")
_TWICE = re.compile(rb"/(?:FlateDecode|Fl|LZWDecode|LZW)\s*/(?:FlateDecode|Fl|LZWDecode|LZW)\b")
_STRETCH = 1 << 16
_SUSPICIOUS = 1000
_FEW_TAGS = 4
_ALIKE = 3
_TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9:]*)([^<>]{0,400})")
_FORMATS = frozenset(b"a b big code em font i nobr s small strike strong tt u".split())
_FLAT = frozenset(
    b"p li td th tr dt dd option br hr img input meta link col area base wbr span tbody thead tfoot".split()
)


def refuse_bombs(data: bytes, name: str) -> None:
    """Raises `ReadingError` for HTML that no filer's tool writes and that would take minutes to parse."""
    balance = 0
    for start in range(0, len(data), _STRETCH):
        stop = start + _STRETCH
        opened = data.count(b"<", start, stop)
        if opened < _FEW_TAGS:
            _refuse_attributes(data, start, stop, name)
        balance = max(balance + opened - 2 * data.count(b"</", start, stop), 0)
        if balance > _SUSPICIOUS:
            _refuse_depth(data, name)
            return


def _refuse_attributes(data: bytes, start: int, stop: int, name: str) -> None:
    """Refuses a tag with thousands of attributes, if the stretch stands inside one."""
    opening = data.rfind(b"<", 0, start + 1)
    closing = data.find(b">", max(opening, 0), start)
    if opening >= 0 and closing < 0:
        bare = re.sub(rb"\"[^\"]*\"|'[^']*'", b"", data[opening:stop])
        if len(bare.split()) > ATTRIBUTES:
            raise ReadingError(f"{name}: a tag has more than {ATTRIBUTES} attributes: this is no release")


def _refuse_depth(data: bytes, name: str) -> None:
    depth = reopened = 0
    formats = _Formats()
    for match in _TAG.finditer(data):
        closing, tag, rest = match.groups()
        tag = tag.lower()
        if tag in _FORMATS:
            formats.take(tag, rest, bool(closing), name)
            continue
        reopened += formats.live
        if reopened > REOPENED:
            raise ReadingError(
                f"{name}: {formats.live} formatting tags are left open through the text: this is no release"
            )
        if tag not in _FLAT:
            depth = max(depth - 1, 0) if closing else depth + 1 - rest.endswith(b"/")
            if depth > DEEPEST:
                raise ReadingError(f"{name}: elements are nested more than {DEEPEST} deep: this is no release")


class _Formats:
    """The formatting tags that stand open. The parser opens each of them anew in every block, of those that are alike
    three: `live` is their number."""

    def __init__(self) -> None:
        self.left: dict[bytes, list[bytes]] = {}
        self.alike: Counter[tuple[bytes, bytes]] = Counter()
        self.live = 0

    def take(self, tag: bytes, rest: bytes, closing: bool, name: str) -> None:
        left = self.left.setdefault(tag, [])
        if not closing:
            left.append(rest)
            self.alike[tag, rest] += 1
            self.live += self.alike[tag, rest] <= _ALIKE
            if len(left) % OPEN_FORMATS == 0 and len(set(left)) >= OPEN_FORMATS:
                raise ReadingError(f"{name}: {len(left)} <{tag.decode()}> tags are left open: this is no release")
        elif left:
            last = left.pop()
            self.live -= self.alike[tag, last] <= _ALIKE
            self.alike[tag, last] -= 1


def refuse_packed_bombs(data: bytes, name: str) -> None:
    """Raises `ReadingError` for a PDF whose streams unpack to what no release needs."""
    total = 0
    for match in _STREAM.finditer(data):
        start = match.end()
        if data[match.start() - 3 : match.start()] == b"end":
            continue
        head = data[max(0, match.start() - 400) : match.start()].rpartition(b"obj")[2]
        if _TWICE.search(head):
            raise ReadingError(f"{name}: a stream of the PDF is packed twice: this is no release")
        if b"Flate" not in head and b"/Fl" not in head:
            continue
        end = data.find(b"endstream", start)
        packed = data[start : end if end >= 0 else len(data)]
        if len(packed) > _SMALL_STREAM:
            total += _unpacked(packed, name)
            if total > LARGEST_STREAMS:
                raise ReadingError(f"{name}: the PDF unpacks to more than {LARGEST_STREAMS >> 20} MB")


def _unpacked(packed: bytes, name: str) -> int:
    """The size of an unpacked stream, without keeping it."""
    unpacker, size, shown = zlib.decompressobj(), 0, 0
    try:
        while packed:
            part = unpacker.decompress(packed, 1 << 20)
            size, shown = size + len(part), shown + part.count(b"Tj") + part.count(b"TJ")
            packed = unpacker.unconsumed_tail
            if shown > MOST_SHOWN:
                raise ReadingError(f"{name}: a page prints more than {MOST_SHOWN} pieces of text: this is no release")
            if size > LARGEST_STREAM:
                raise ReadingError(f"{name}: a stream of the PDF unpacks to more than {LARGEST_STREAM >> 20} MB")
    except zlib.error:
        return size  # damaged, which the reader of PDF will say
    return size
