"""What is handed from the sources to the workers: items, shards, and how they are to be audited."""

from __future__ import annotations

import hashlib
from dataclasses import field
from typing import Literal

from auditor.frozen import dataclass
from auditor.model.waiver import Waiver
from auditor.settings import Settings as UserSettings

Status = Literal["audited", "passed over", "failed"]


@dataclass(frozen=True, slots=True)
class Item:
    """One document of the sources. Where reading it already settled its fate, `status` and `reason` say so."""

    source: str
    container: str
    member: str | None
    data: bytes
    status: Status | None = None
    reason: str = ""
    sha256: str = ""

    @classmethod
    def of(cls, source: str, container: str, member: str | None, data: bytes) -> Item:
        return cls(source, container, member, data, sha256=hashlib.sha256(data).hexdigest())


@dataclass(frozen=True, slots=True)
class Shard:
    """Documents that are done together. `key` is made of their names and contents. `position` counts the bytes of the
    sources that were read when it was cut."""

    key: str
    items: tuple[Item, ...]
    position: int = 0


@dataclass(frozen=True, slots=True)
class Settings:
    """How documents are audited: what a worker needs to know, wherever it runs.

    `packs` are rule packs beside the built-in one, each as its files (name in the pack, text), since a worker on
    another machine has not got them; `user` are the user's settings but for those packs. `waivers` are those in force
    on the day of the batch. `seconds` and `megabytes` bound one document; None does not.
    """

    packs: tuple[tuple[tuple[str, str], ...], ...] = ()
    user: UserSettings = UserSettings()
    waivers: tuple[Waiver, ...] = ()
    baseline: frozenset[str] | None = None
    everything: bool = False
    seconds: float | None = None
    megabytes: int | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """A shard's tables as Parquet files, and what its progress counts."""

    tables: dict[str, bytes]
    documents: int
    findings: int
    rows: dict[str, int] = field(default_factory=dict)
