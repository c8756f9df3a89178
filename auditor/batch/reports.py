"""The reports of single releases that the overview links to, made after the batch from the sources."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from auditor.batch.folder import Folder
from auditor.batch.item import Item, Settings
from auditor.batch.sources import File
from auditor.batch.unpacking import Unpacker
from auditor.batch.warden import Warden
from auditor.errors import ReadingError

HOME = "reports"


def write_reports(
    folder: Folder, wanted: Sequence[Mapping[str, Any]], files: Iterator[File], unpacker: Unpacker, settings: Settings
) -> dict[str, str]:
    """Writes the reports of the `wanted` rows of `documents` that are not there yet, removes others, and gives the link
    from a document's name to its report."""
    links = {row["source"]: f"{HOME}/{_name(row['source'], row['sha256'])}" for row in wanted}
    there = {f"{HOME}/{path.name}" for path in (folder.path / HOME).glob("*.html")}
    missing = {row["source"]: row for row in wanted if links[row["source"]] not in there}
    with folder.writing():
        for name in there - set(links.values()):
            (folder.path / name).unlink()
    warden = Warden(settings)
    try:
        for item in _again(missing, files, unpacker):
            page = warden.page(item)
            if page is None:
                del links[item.source]
            else:
                folder.write(links[item.source], page)
            del missing[item.source]
    finally:
        warden.stop()
    return {source: link for source, link in links.items() if source not in missing}


def _again(missing: Mapping[str, Mapping[str, Any]], files: Iterator[File], unpacker: Unpacker) -> Iterator[Item]:
    """The documents once more, read from the files that hold them."""
    containers = {row["container"] for row in missing.values()}
    for file in files:
        if file.name not in containers:
            continue
        try:
            for item, _ in unpacker.items(file):
                if item.source in missing and item.sha256 == missing[item.source]["sha256"]:
                    yield item
                if not any(row["container"] == file.name for row in missing.values()):
                    break
        except ReadingError:
            continue  # it was said when the batch read it
        if not missing:
            return


def _name(source: str, sha256: str) -> str:
    digest = hashlib.sha256(f"{source}\0{sha256}".encode("utf-8", "surrogateescape")).hexdigest()
    return f"{digest[:20]}.html"
