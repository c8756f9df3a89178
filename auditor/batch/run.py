"""One batch from its sources to its folder."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from auditor.batch.engines import Engine
from auditor.batch.folder import Folder, identity
from auditor.batch.item import Item, Settings, Shard
from auditor.batch.reports import write_reports
from auditor.batch.shards import cut
from auditor.batch.sources import File, files
from auditor.batch.totals import Totals, overview, totals
from auditor.batch.unpacking import Unpacker
from auditor.errors import ReadingError, SettingsError
from auditor.frozen import dataclass
from auditor.reporting.overview import render
from auditor.version import __version__

OVERVIEW = "overview.html"


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asked for. `rules` is the digest of the rule packs, `shown` what the manifest says of
    the settings; `column` and `names` are those
    of Parquet sources."""

    sources: tuple[str, ...]
    folder: Path
    settings: Settings = field(default_factory=Settings)
    rules: str = ""
    shown: Mapping[str, Any] = field(default_factory=dict)
    column: str | None = None
    names: str | None = None
    refresh: bool = False
    report: bool = False


@dataclass(slots=True)
class Progress:
    """How far a batch is. `share` is what is done of the bytes that are to be done, from 0 to 1; `kept` are documents
    that an earlier run had done."""

    documents: int = 0
    findings: int = 0
    kept: int = 0
    share: float = 0.0
    started: float = field(default_factory=time.monotonic)

    def heard(self, documents: int, findings: int) -> None:
        self.documents += documents
        self.findings += findings


@dataclass(frozen=True, slots=True)
class Outcome:
    """A batch at its end. `complaints` are the lines about sources that could not be read."""

    totals: Totals
    progress: Progress
    removed: int
    complaints: int
    overview: Path | None


class Batch:
    """Runs a request on an engine. `complain` is given one line for each source that cannot be read, `show` the
    progress, several times a second. Raises SettingsError, RuleError and AuditorError; whatever ends it, what was
    done stays."""

    def __init__(
        self, request: Request, engine: Engine, complain: Callable[[str], None], show: Callable[[Progress], None]
    ) -> None:
        self._request, self._engine, self._complain, self._show = request, engine, complain, show
        self._progress = Progress()
        self._unpacker = Unpacker(request.column, request.names)
        self._wanted: set[str] = set()
        self._complaints = self._passed = self._total = 0

    def run(self) -> Outcome:
        request = self._request
        self._total = self._measured()
        folder = Folder(
            request.folder, identity(__version__, request.rules, request.shown, request.sources), request.refresh
        )
        try:
            self._audit(folder)
            removed = self._remove_old(folder)
            found = totals(folder)
            folder.write_manifest(found.shards, _counts(found), complete=not self._faults)
            page = self._overview(folder, found) if request.report else None
            return Outcome(found, self._progress, removed, self._complaints, page)
        finally:
            folder.close()

    def _measured(self) -> int:
        """The bytes of all sources. Raises SettingsError where there is nothing to read."""
        sizes = [file.size for file in self._files(lambda line: None)]
        if not sizes:
            for _ in self._files(self._complain):
                pass
            raise SettingsError("auditor batch: no source can be read; nothing was done")
        return sum(sizes)

    def _files(self, complain: Callable[[str], None]) -> Iterator[File]:
        return files(self._request.sources, self._request.folder, complain)

    @property
    def _faults(self) -> int:
        return self._complaints + self._unpacker.unreadable

    def _said(self, line: str) -> None:
        self._complaints += 1
        self._complain(line)

    def _items(self) -> Iterator[tuple[Item, int]]:
        for file in self._files(self._said):
            try:
                yield from self._unpacker.items(file)
            except ReadingError as error:
                self._said(str(error))

    def _todo(self, folder: Folder) -> Iterator[Shard]:
        """The shards that are not there yet. Run by one thread of the engine's."""
        before = 0
        for shard in cut(self._items()):
            self._wanted.add(shard.key)
            if shard.key in folder.done:
                self._progress.kept += len(shard.items)
                self._passed += shard.position - before
            else:
                yield shard
            before = shard.position

    def _audit(self, folder: Folder) -> None:
        results = self._engine.results(self._todo(folder), self._request.settings, self._progress.heard)
        started = False
        try:
            for ready in results:
                if ready is not None:
                    shard, result = ready
                    if not started:
                        folder.write_manifest((), {}, complete=False)
                        started = True
                    folder.add(shard.key, result.tables)
                    self._progress.share = max(self._progress.share, self._share(shard))
                self._show(self._progress)
        finally:
            results.close()  # type: ignore[attr-defined]

    def _share(self, shard: Shard) -> float:
        return min(1.0, max(0, shard.position - self._passed) / max(1, self._total - self._passed))

    def _remove_old(self, folder: Folder) -> int:
        """Removes shards of documents that are no longer as they were. Where a source could not be read now, only those
        of which a document stands in a newer shard too."""
        old = sorted(folder.done - self._wanted)
        if old and self._faults:
            held = {key: set(_sources(folder, key)) for key in old}
            every = set().union(*held.values())
            anew = {source for key in self._wanted & folder.done for source in _sources(folder, key) if source in every}
            old = [key for key in old if held[key] & anew]
        folder.remove(old)
        return len(old)

    def _overview(self, folder: Folder, found: Totals) -> Path:
        again = Unpacker(self._request.column, self._request.names)
        files = self._files(lambda line: None)
        links = write_reports(folder, found.worst, files, again, self._request.settings)
        folder.write(OVERVIEW, render(overview(found, links, __version__, self._request.rules)))
        return folder.path / OVERVIEW


def _sources(folder: Folder, key: str) -> Sequence[str]:
    sources: list[str] = pq.read_table(folder.path / "documents" / f"{key}.parquet", columns=["source"])[
        "source"
    ].to_pylist()
    return sources


def _counts(found: Totals) -> dict[str, Any]:
    return {
        "documents": sum(found.status.values()),
        **{status.replace(" ", "_"): found.status[status] for status in ("audited", "passed over", "failed")},
        "claims": found.sums["claims"],
        "facts": found.sums["facts"],
        "findings": found.findings,
    }
