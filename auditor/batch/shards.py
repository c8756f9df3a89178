"""Documents are cut into shards by their content, so that the same sources give the same shards, however many workers
there are; and so that a document more or less changes the shard that it is in and leaves the others as they were.

A shard ends behind a document whose hash says so, one in MEAN, or where it is full (content-defined chunking, as
backup programs cut files).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence

from auditor.batch.item import Item, Shard

MEAN = 32  # documents until a hash says cut, on average
MOST = 64  # documents
LARGEST = 4 << 20  # bytes of all documents together


def cut(items: Iterable[tuple[Item, int]]) -> Iterator[Shard]:
    """Shards of the documents, each of which comes with the number of bytes that were read up to it."""
    waiting: list[Item] = []
    size = position = 0
    for item, position in items:
        waiting.append(item)
        size += len(item.data)
        if len(waiting) == MOST or size >= LARGEST or _ends(item):
            yield _shard(waiting, position)
            waiting, size = [], 0
    if waiting:
        yield _shard(waiting, position)


def _ends(item: Item) -> bool:
    return _digest([item])[0] % MEAN == 0


def _shard(items: Sequence[Item], position: int) -> Shard:
    return Shard(_digest(items).hex()[:32], tuple(items), position)


def _digest(items: Sequence[Item]) -> bytes:
    digest = hashlib.sha256()
    for item in items:
        parts = (item.source, item.container, item.member or "", item.sha256, item.status or "", item.reason)
        digest.update("\0".join(parts).encode("utf-8", "surrogateescape") + b"\n")
    return digest.digest()
