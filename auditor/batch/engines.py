"""What an engine is: it has shards audited, somewhere, and gives their tables in whatever order they are ready."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

from auditor.batch.item import Result, Settings, Shard

Done = Callable[[int, int], None]
"""Hears of documents that are done, and of their findings."""


class Engine(Protocol):
    """Takes shards one by one, never more than its workers can do soon, so that memory stays bounded. Closing what it
    returned ends its workers."""

    def results(self, shards: Iterator[Shard], settings: Settings, done: Done) -> Iterator[tuple[Shard, Result] | None]:
        """The tables of each shard; None from time to time while there is nothing new, so that its caller can tell
        how far it is."""
        ...


def engine(name: str, workers: int, address: str | None) -> Engine:
    """The engine of a name, “pool” or “ray”. Raises SettingsError."""
    if name == "ray":
        from auditor.batch.on_ray import RayEngine

        return RayEngine(workers, address)
    from auditor.batch.pool import Pool

    return Pool(workers)
