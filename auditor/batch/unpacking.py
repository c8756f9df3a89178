"""A file's bytes become documents: archives are opened, to a depth, and guarded against what hostile ones do.

Nothing is ever written: a member's name is only shown. What cannot be a document (a link, a device, a name that leads
out) is an item with its reason. Documents are told by content, as everywhere in this program.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath, PureWindowsPath
from typing import BinaryIO, cast

from auditor.batch.item import Item
from auditor.batch.sources import File, open_error
from auditor.errors import ReadingError
from auditor.reading.door import LARGEST

DEEPEST = 3  # archives inside archives
RATIO = 200  # of unpacked to packed: text packs to a tenth, tables of blanks to a fiftieth
SMALL = 8 << 20  # bytes below which the ratio does not matter

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_PACKED: dict[bytes, Callable[[BinaryIO], io.BufferedIOBase]] = {
    b"\x1f\x8b": lambda stream: gzip.GzipFile(fileobj=stream),
    b"BZh": lambda stream: bz2.BZ2File(stream),
    b"\xfd7zXZ\x00": lambda stream: lzma.LZMAFile(stream),
}
_DAMAGED = (
    tarfile.TarError,
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,
    RuntimeError,
)
_PARQUET = b"PAR1"

TOO_LARGE = f"larger than {LARGEST >> 20} MB: this is no release"
TOO_DEEP = f"an archive inside archives, more than {DEEPEST} deep; it was not opened"
BOMB = f"it unpacks to more than {RATIO} times its size: this is no archive of releases"
LINK = "a link, not a file"
DEVICE = "neither a file nor a folder"
OUTSIDE = "its name leads out of the archive; it was not read"


class Bomb(Exception):
    """An archive unpacks to far more than it holds."""


@dataclass(slots=True)
class Unpacker:
    """Opens the files of a batch. `column` and `names` are the columns of Parquet files that hold the documents and
    their names, where the user said so. `read` counts the bytes of the sources so far, `unreadable` the files that
    could not be read."""

    column: str | None = None
    names: str | None = None
    read: int = 0
    unreadable: int = 0

    def items(self, file: File) -> Iterator[tuple[Item, int]]:
        """The documents of a file, with the bytes of the sources read up to each. Raises ReadingError for a Parquet
        file without documents."""
        before, place = self.read, _Place(file.name)
        try:
            with file.open() as stream:
                counted = _Counting(stream)
                for item in self._documents(cast(BinaryIO, io.BufferedReader(counted, 1 << 16)), place):
                    yield item, before + min(counted.position, file.size)
        except ReadingError:
            raise
        except Exception as error:  # a store raises what its own library raises
            self.unreadable += 1
            yield place.failed(f"cannot be read ({open_error(error)})"), before
        self.read = before + file.size

    def _documents(self, stream: BinaryIO, place: _Place) -> Iterator[Item]:
        try:
            yield from self._opened(stream, place)
        except ReadingError as error:
            if place.within is None:
                raise
            yield place.failed(str(error).removeprefix(f"{place.name}: "))

    def _opened(self, stream: BinaryIO, place: _Place) -> Iterator[Item]:
        head = cast(io.BufferedReader, stream).peek(512)[:512]
        if head.startswith(_ZIP):
            yield from self._zip(stream, place)
        elif head.startswith(_PARQUET):
            yield from self._parquet(stream, place)
        elif is_tar(head):
            yield from self._tar(stream, place)
        else:
            unpack = next((unpack for mark, unpack in _PACKED.items() if head.startswith(mark)), None)
            if unpack is not None:
                yield from self._packed(_Guarded(stream, unpack), place)
            else:
                yield place.item(stream)

    def _packed(self, stream: _Guarded, place: _Place) -> Iterator[Item]:
        """A packed file: a tar, or one document."""
        try:
            whole = io.BufferedReader(cast(io.RawIOBase, stream), 1 << 16)
            if is_tar(whole.peek(512)[:512]):
                yield from self._tar(cast(BinaryIO, whole), place)
            else:
                yield place.item(cast(BinaryIO, whole))
        except Bomb:
            yield place.failed(BOMB)
        except (*_DAMAGED, OSError) as error:
            yield place.failed(f"damaged ({open_error(error)})")

    def _tar(self, stream: BinaryIO, place: _Place) -> Iterator[Item]:
        inside = place.inside()
        try:
            with tarfile.open(fileobj=stream, mode="r|", errorlevel=2) as archive:
                for info in archive:
                    if info.isdir():
                        continue
                    member = inside.member(info.name)
                    if member.outside or not info.isreg():
                        link = info.issym() or info.islnk()
                        yield member.passed(OUTSIDE if member.outside else LINK if link else DEVICE)
                    elif info.size > LARGEST:
                        yield member.failed(TOO_LARGE)
                    else:
                        content = archive.extractfile(info)
                        data = content.read() if content is not None else b""
                        if len(data) < info.size:
                            raise tarfile.ReadError("unexpected end of data")
                        yield from self._member(data, member)
                    archive.members = []  # type: ignore[attr-defined]  # tarfile remembers every member of a stream
        except Bomb:
            yield place.failed(f"{BOMB}; {inside.count} of its files were read")
        except (*_DAMAGED, OSError) as error:
            yield place.failed(f"damaged ({open_error(error)}); {inside.count} of its files were read")

    def _zip(self, stream: BinaryIO, place: _Place) -> Iterator[Item]:
        inside = place.inside()
        try:
            with zipfile.ZipFile(stream) as archive:
                names = archive.namelist()
                if "[Content_Types].xml" in names:  # Word and its kin are documents
                    yield place.whole(stream)
                    return
                for info in archive.infolist():
                    if not info.is_dir():
                        yield from self._zipped(archive, info, inside.member(info.filename))
        except (*_DAMAGED, OSError, ValueError) as error:
            yield place.failed(f"damaged ({open_error(error)}); {inside.count} of its files were read")

    def _zipped(self, archive: zipfile.ZipFile, info: zipfile.ZipInfo, member: _Place) -> Iterator[Item]:
        if member.outside or (info.external_attr >> 16) & 0o170000 == 0o120000:
            yield member.passed(OUTSIDE if member.outside else LINK)
        elif info.file_size > LARGEST:
            yield member.failed(TOO_LARGE)
        elif info.file_size > max(SMALL, RATIO * info.compress_size):
            yield member.failed(BOMB)
        elif info.flag_bits & 1:
            yield member.failed("protected by a password")
        else:
            try:
                with archive.open(info) as content:
                    data = content.read(LARGEST + 1)
            except (*_DAMAGED, OSError) as error:
                yield member.failed(f"damaged ({open_error(error)})")
                return
            yield from self._member(data, member)

    def _member(self, data: bytes, member: _Place) -> Iterator[Item]:
        """A member of an archive, which may be one itself."""
        if _is_archive(data) and member.depth > DEEPEST:
            yield member.failed(TOO_DEEP)
        else:
            yield from self._documents(cast(BinaryIO, io.BufferedReader(cast(io.RawIOBase, io.BytesIO(data)))), member)

    def _parquet(self, stream: BinaryIO, place: _Place) -> Iterator[Item]:
        from auditor.batch.columns import documents

        inside = place.inside()
        for name, data in documents(stream, place.name, self.column, self.names):
            member = inside.member(name)
            yield member.of(data) if len(data) <= LARGEST else member.failed(TOO_LARGE)


@dataclass(slots=True)
class _Place:
    """Where a document stands. Two members of one name are told apart by a number behind the second's."""

    name: str
    container: str = ""
    within: str | None = None
    depth: int = 1
    outside: bool = False
    count: int = 0
    _seen: Counter[str] = field(default_factory=Counter)

    def inside(self) -> _Place:
        """The archive that stands here, for its members."""
        return _Place(self.name, self.container or self.name, self.within, self.depth)

    def member(self, name: str) -> _Place:
        self.count += 1
        self._seen[name] += 1
        shown = name if self._seen[name] == 1 else f"{name}#{self._seen[name]}"
        within = shown if self.within is None else f"{self.within}/{shown}"
        return _Place(f"{self.name}/{shown}", self.container, within, self.depth + 1, _leads_out(name))

    def of(self, data: bytes) -> Item:
        return Item.of(self.name, self.container or self.name, self.within, data)

    def item(self, stream: BinaryIO) -> Item:
        data = stream.read(LARGEST + 1)
        return self.of(data) if len(data) <= LARGEST else self.failed(TOO_LARGE)

    def whole(self, stream: BinaryIO) -> Item:
        stream.seek(0)
        return self.item(stream)

    def failed(self, reason: str) -> Item:
        return _failed(self.name, self.container or self.name, self.within, reason)

    def passed(self, reason: str) -> Item:
        return Item(self.name, self.container or self.name, self.within, b"", "passed over", reason)


def _failed(name: str, container: str, member: str | None, reason: str) -> Item:
    return Item(name, container, member, b"", "failed", reason)


def _leads_out(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or bool(PureWindowsPath(name).drive)


def is_tar(head: bytes) -> bool:
    """Whether a file begins with the header of a tar's first member, by its checksum."""
    if len(head) < 512 or not head[148:156].strip(b" \0").isdigit():  # its checksum is a number, in text
        return False
    try:
        tarfile.TarInfo.frombuf(head, "utf-8", "surrogateescape")
    except tarfile.HeaderError:
        return False
    return True


def _is_archive(data: bytes) -> bool:
    packed = data.startswith((*_ZIP, *_PACKED)) and b"[Content_Types].xml" not in data[:4096]
    return packed or is_tar(data[:512])


class _Counting(io.RawIOBase):
    """A stream that knows how far it was read."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream, self.position = stream, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._stream.seekable()

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        self.position += len(data)
        return len(data)

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell()


class _Guarded(io.RawIOBase):
    """An unpacked stream that raises Bomb where it grows out of proportion."""

    def __init__(self, packed: BinaryIO, unpack: Callable[[BinaryIO], io.BufferedIOBase]) -> None:
        super().__init__()
        self._packed, self._stream, self._given = packed, unpack(packed), 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data = self._stream.read1(len(buffer))  # what there is, so that a cut file gives all that it holds
        self._given += len(data)
        if self._given > max(SMALL, RATIO * self._packed.tell()):
            raise Bomb
        buffer[: len(data)] = data
        return len(data)
