"""SOURCE arguments become files: folders, globs, lists of paths, single files, URLs of object stores.

Names are as the user gave them, so that two machines give the same rows. Files come in a fixed order, one at a time:
an archive of a million files needs no list of them.
"""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from auditor.errors import ReadingError
from auditor.frozen import dataclass

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

_MAGIC = ("*", "?", "[")
_LIST_SAMPLE = 65536  # bytes of a file that are looked at to see whether it lists paths
LIST_MARK = "@"


@dataclass(frozen=True, slots=True)
class File:
    """A file of the sources: its name as reports show it, its size, and how it is opened."""

    name: str
    size: int
    open: Callable[[], BinaryIO]


Complain = Callable[[str], None]


def files(sources: Sequence[str], output: Path, complain: Complain) -> Iterator[File]:
    """The files of all sources, each once, in a fixed order; `complain` is told, in one line, of a source that cannot
    be read. What stands in `output` is left out, and so are hidden files."""
    seen: set[int] = set()
    own = os.path.realpath(output)
    for source in sorted(set(sources)):
        try:
            for file, place in _of(source, complain):
                key = hash(place)
                if key not in seen and not _within(place, own):
                    seen.add(key)
                    yield file
        except ReadingError as error:
            complain(str(error))


def _within(place: str, folder: str) -> bool:
    return place == folder or place.startswith(folder + os.sep)


def _of(source: str, complain: Complain) -> Iterator[tuple[File, str]]:
    """(file, the place that tells it from others) of one source. Raises ReadingError."""
    if source.startswith(LIST_MARK):
        yield from _listed(source[1:], complain)
    elif "://" in source:
        yield from _remote(source)
    elif os.path.isdir(source):
        yield from _some(
            _walk(Path(source).as_posix(), os.path.realpath(source)), f"{source}: the folder holds no file"
        )
    elif os.path.exists(source):
        if _lists_paths(source):
            yield from _listed(source, complain)
        else:
            yield _local(source)
    elif any(mark in source for mark in _MAGIC):
        found = (path for path in sorted(glob.iglob(source, recursive=True)) if os.path.isfile(path))
        yield from _some((_local(path) for path in found), f"{source}: no file has such a name")
    else:
        raise ReadingError(f"{source}: no such file or folder")


def _some(found: Iterator[tuple[File, str]], otherwise: str) -> Iterator[tuple[File, str]]:
    first = next(found, None)
    if first is None:
        raise ReadingError(otherwise)
    yield first
    yield from found


def _local(path: str) -> tuple[File, str]:
    return _file(Path(path).as_posix()), os.path.realpath(path)


def _file(path: str) -> File:
    try:
        size = os.stat(path).st_size
    except OSError:
        size = 0
    return File(path, size, lambda: open(path, "rb"))


def _walk(folder: str, real: str) -> Iterator[tuple[File, str]]:
    """The files below a folder, which really stands at `real`, in order of their names; links to folders are not
    followed. The real place of each is put together from names, since asking the system for it takes longer than
    reading a small file."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        raise ReadingError(f"{folder}: cannot be read ({error.strerror or error})") from None
    for entry in entries:
        if entry.name.startswith("."):
            continue
        path = entry.name if folder == "." else f"{folder.rstrip('/')}/{entry.name}"
        place = os.path.join(real, entry.name)
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(path, place)
        elif entry.is_file():
            yield _file(path), os.path.realpath(path) if entry.is_symlink() else place


# ------------------------------------------------------------------------------------------------------ lists


def _lists_paths(path: str) -> bool:
    """Whether a file lists paths: each line that is looked at names a file or is a URL."""
    try:
        with open(path, "rb") as file:
            sample = file.read(_LIST_SAMPLE)
    except OSError:
        return False
    if b"\0" in sample or sample.startswith((b"PK", b"%PDF", b"\x1f\x8b")):
        return False
    lines = [line for line in sample.decode("utf-8", "surrogateescape").splitlines()[:20] if line.strip()]
    whole = lines[:-1] if len(sample) == _LIST_SAMPLE and len(lines) < 20 else lines
    return bool(whole) and all(len(line) < 4096 and _names_file(line.strip(), path) for line in whole)


def _names_file(line: str, beside: str) -> bool:
    return ("://" in line and " " not in line) or os.path.exists(line) or os.path.exists(_beside(line, beside))


def _beside(line: str, path: str) -> str:
    return os.path.join(os.path.dirname(path), line)


def _listed(path: str, complain: Complain) -> Iterator[tuple[File, str]]:
    """The files that a list names, one a line, from here or from the list's own folder. Raises ReadingError."""
    try:
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            lines = [line.strip() for line in file if line.strip()]
    except OSError as error:
        raise ReadingError(f"{path}: the list cannot be read ({error.strerror or error})") from None
    if not lines:
        raise ReadingError(f"{path}: the list names no file")
    for line in sorted(set(lines)):
        try:
            there = line if "://" in line or os.path.exists(line) else _beside(line, path)
            yield from _of(there if os.path.exists(there) or "://" in line else line, complain)
        except ReadingError as error:
            complain(f"{path}: {error}")


# ------------------------------------------------------------------------------------------------------ object stores


def _remote(url: str) -> Iterator[tuple[File, str]]:
    """The files of a URL: one object, those of a folder, or those of a pattern. Raises ReadingError."""
    try:
        store, paths = _found(url)
    except ImportError as error:
        raise ReadingError(
            f"{url}: {' '.join(str(error).split()) or 'fsspec is missing'}; see auditor[batch]"
        ) from None
    except Exception as error:  # a store raises what its own library raises
        raise ReadingError(
            f"{url}: cannot be reached ({type(error).__name__}: {' '.join(str(error).split())})"
        ) from None
    if not paths:
        raise ReadingError(f"{url}: nothing stands there")
    for path in paths:
        name = str(store.unstrip_protocol(path)) if "://" not in path else path
        yield File(_without_password(name), _size(store, path), _opener(store, path)), name


def _found(url: str) -> tuple[AbstractFileSystem, list[str]]:
    from fsspec.core import url_to_fs

    store, path = url_to_fs(url)
    if any(mark in path for mark in _MAGIC) and not url.startswith("http"):
        return store, sorted(p for p in store.glob(path) if store.isfile(p))
    if not url.startswith("http") and store.isdir(path):
        return store, sorted(store.find(path))
    store.info(path)
    return store, [path]


def _size(store: AbstractFileSystem, path: str) -> int:
    try:
        return int(store.size(path) or 0)
    except Exception:  # the size only serves to tell how far the batch is
        return 0


def _opener(store: AbstractFileSystem, path: str) -> Callable[[], BinaryIO]:
    return lambda: cast(BinaryIO, store.open(path, "rb"))


def _without_password(url: str) -> str:
    scheme, _, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme}://{host.rpartition('@')[2]}{slash}{path}"


def open_error(error: BaseException) -> str:
    """What an error of opening or reading a file says, in one line."""
    said: Any = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return " ".join(str(said).split())
