"""The folder that holds a dataset: a Parquet file a shard in each table's folder, and manifest.json.

    FOLDER/documents/KEY.parquet  claims/…  facts/…  findings/…   manifest.json   reports/…   overview.html

A shard's files are written beside their places, flushed to the disk, and renamed, `documents` last: a shard whose
documents are there is whole, whatever happened. What is not whole is removed when the folder is opened again.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from auditor.batch.schema import TABLES, VERSION
from auditor.errors import AuditorError, SettingsError

MANIFEST = "manifest.json"
PARTIAL = ".partial"
LOCK = ".lock"
ORDER = (*(name for name in TABLES if name != "documents"), "documents")
KIND = "auditor dataset"
SUFFIX = ".parquet"

Identity = Mapping[str, Any]
"""What must be equal for two runs to share a folder: `tool`, `schema`, `settings`, `sources`."""


class Folder:
    """An opened folder, locked against a second batch until `close`. Raises SettingsError and AuditorError."""

    def __init__(self, path: Path, identity: Identity, refresh: bool = False) -> None:
        self.path, self.identity = path, identity
        with self.writing():
            self._prepare()
            self._lock = _locked(path)
        with ExitStack() as undo:
            undo.callback(self.close)
            if not refresh and self._whole():
                self._refuse_differences()
            with self.writing():
                self._tidy(refresh)
                self.done = self._whole()
            undo.pop_all()

    def close(self) -> None:
        os.close(self._lock)

    def add(self, key: str, tables: Mapping[str, bytes]) -> None:
        """A shard's tables, whole or not at all."""
        with self.writing():
            for name in ORDER:
                _write(self.path / PARTIAL / f"{key}.{name}", tables[name])
            for name in ORDER:
                os.replace(self.path / PARTIAL / f"{key}.{name}", self.path / name / (key + SUFFIX))
        self.done.add(key)

    def remove(self, keys: Sequence[str]) -> None:
        with self.writing():
            for key in keys:
                for name in reversed(ORDER):
                    (self.path / name / (key + SUFFIX)).unlink(missing_ok=True)
        self.done -= set(keys)

    def write(self, name: str, text: str) -> None:
        """A file of the folder beside the tables, such as the overview."""
        with self.writing():
            place = self.path / name
            place.parent.mkdir(exist_ok=True)
            _write(self.path / PARTIAL / place.name, text.encode("utf-8", "backslashreplace"))
            os.replace(self.path / PARTIAL / place.name, place)

    def write_manifest(self, shards: Sequence[Mapping[str, Any]], totals: Mapping[str, Any], complete: bool) -> None:
        content = {"kind": KIND, **self.identity, "complete": complete, "totals": dict(totals), "shards": list(shards)}
        self.write(MANIFEST, json.dumps(content, indent=1, ensure_ascii=False) + "\n")

    def files(self, table: str) -> Iterator[Path]:
        """The files of a table, in order of their keys."""
        return (self.path / table / (key + SUFFIX) for key in sorted(self.done))

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Turns the errors of a full disk or an unwritable folder into one line."""
        try:
            yield
        except OSError as error:
            full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
            what = "the disk is full" if full else f"cannot be written ({error.strerror or error})"
            raise AuditorError(
                f"{self.path}: {what}; what was done stays good: "
                f"{'make room' if full else 'mend that'} and give the same command again"
            ) from None

    def _prepare(self) -> None:
        if self.path.exists() and not (self.path / MANIFEST).exists() and self._foreign():
            raise SettingsError(
                f"{self.path}: holds other files and no {MANIFEST}; give --to a folder that is new or empty"
            )
        for name in (*TABLES, PARTIAL):
            (self.path / name).mkdir(parents=True, exist_ok=True)

    def _foreign(self) -> bool:
        return not self.path.is_dir() or any(e.name not in (*TABLES, PARTIAL, LOCK) for e in os.scandir(self.path))

    def _refuse_differences(self) -> None:
        try:
            there = json.loads((self.path / MANIFEST).read_text(encoding="utf-8"))
        except FileNotFoundError:
            return
        except (OSError, ValueError) as error:
            raise SettingsError(f"{self.path / MANIFEST}: cannot be read ({error}); --refresh does all anew") from None
        differing = list(_differences(there, self.identity))
        if differing:
            raise SettingsError(
                f"{self.path}: was made with other settings: {'; '.join(differing)}. Give another folder with --to, or "
                f"--refresh to do all anew"
            )

    def _tidy(self, refresh: bool) -> None:
        shutil.rmtree(self.path / PARTIAL)
        (self.path / PARTIAL).mkdir()
        whole = set() if refresh else self._whole()
        for name in reversed(ORDER):
            for file in (self.path / name).glob("*" + SUFFIX):
                if file.stem not in whole:
                    file.unlink()

    def _whole(self) -> set[str]:
        """The keys of shards of which every table is there."""
        return set.intersection(*({file.stem for file in (self.path / name).glob("*" + SUFFIX)} for name in TABLES))


def identity(version: str, rules: str, settings: Mapping[str, Any], sources: Sequence[str]) -> Identity:
    return {
        "schema": VERSION,
        "tool": {"name": "auditor", "version": version, "rules": rules},
        "settings": dict(settings),
        "sources": sorted(set(sources)),
    }


def _differences(there: Mapping[str, Any], here: Identity) -> Iterator[str]:
    """What differs, each as “what: there, now here”."""
    if there.get("kind") != KIND:
        yield f"its {MANIFEST} is not of an auditor dataset"
        return
    for name, was, now in (
        ("dataset schema", there.get("schema"), here["schema"]),
        ("program version", there.get("tool", {}).get("version"), here["tool"]["version"]),
        ("rules", _short(there.get("tool", {}).get("rules")), _short(here["tool"]["rules"])),
        *((f"setting {key}", there.get("settings", {}).get(key), value) for key, value in here["settings"].items()),
        ("sources", there.get("sources"), here["sources"]),
    ):
        if was != now:
            yield f"{name} {_shown(was)} there, {_shown(now)} now"


def _short(digest: Any) -> str:
    return str(digest)[:12]


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return " ".join(map(str, value)) or "none"
    return "none" if value is None else str(value)


def _locked(path: Path) -> int:
    """A lock that ends with this process, however it ends. Raises SettingsError where another one has it."""
    handle = os.open(path / LOCK, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except ImportError:
        return handle  # no such locks on this system
    except BlockingIOError:
        os.close(handle)
        raise SettingsError(f"{path}: another batch is writing to it; wait for it, or give another folder") from None
    return handle


def _write(path: Path, data: bytes) -> None:
    with open(path, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
