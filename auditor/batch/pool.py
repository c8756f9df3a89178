"""The engine of one machine: worker processes, each watched over by a thread."""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Iterator
from typing import TypeVar

from auditor.batch.engines import Done
from auditor.batch.item import Result, Settings, Shard
from auditor.batch.warden import Stopped, Warden, start

Anything = TypeVar("Anything")

WAIT = 0.2  # seconds between looks at the clock


class Pool:
    """`workers` processes; as many as there are cores where it is 0. They start at once and load what they need, while
    their parent still reads its own settings and sources."""

    def __init__(self, workers: int = 0) -> None:
        self._started = [start() for _ in range(workers or cores())]

    def results(self, shards: Iterator[Shard], settings: Settings, done: Done) -> Iterator[tuple[Shard, Result] | None]:
        run = _Run(shards, done, [Warden(settings, process) for process in self._started])
        try:
            yield from run.results()
        finally:
            run.stop()


def cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class _Run:
    """A thread reads shards ahead, so that no worker waits for files; one for each worker has it do them."""

    def __init__(self, shards: Iterator[Shard], done: Done, wardens: list[Warden]) -> None:
        self._shards, self._done = shards, done
        self._telling = threading.Lock()
        self._read: queue.Queue[Shard | None] = queue.Queue(len(wardens))
        self._ready: queue.Queue[tuple[Shard, Result] | BaseException | None] = queue.Queue(2 * len(wardens))
        self._wardens = wardens
        self._stopped = False
        threading.Thread(target=self._fetch, daemon=True).start()
        for warden in self._wardens:
            threading.Thread(target=self._work, args=(warden,), daemon=True).start()

    def results(self) -> Iterator[tuple[Shard, Result] | None]:
        at_work = len(self._wardens)
        while at_work:
            try:
                ready = self._ready.get(timeout=WAIT)
            except queue.Empty:
                yield None
                continue
            if isinstance(ready, BaseException):
                raise ready
            if ready is None:
                at_work -= 1
            else:
                yield ready

    def stop(self) -> None:
        self._stopped = True
        for warden in self._wardens:
            warden.stop()

    def _fetch(self) -> None:
        """Reads shards, and then says to each worker that there are no more. A fault ends the run."""
        try:
            for shard in self._shards:
                self._put(self._read, shard)
                if self._stopped:
                    return
        except Exception as fault:
            self._put(self._ready, fault)
        for _ in self._wardens:
            self._put(self._read, None)

    def _work(self, warden: Warden) -> None:
        """Shard after shard, until there is none left. A fault ends the run, in the thread of its caller."""
        try:
            while shard := self._read.get():
                self._put(self._ready, (shard, warden.run(shard.items, self._one)))
            self._put(self._ready, None)
        except Stopped:
            return
        except Exception as fault:
            self._put(self._ready, fault)

    def _put(self, line: queue.Queue[Anything], what: Anything) -> None:
        """Waits for room, but not for one who has stopped listening."""
        while not self._stopped:
            try:
                return line.put(what, timeout=WAIT)
            except queue.Full:
                continue

    def _one(self, findings: int) -> None:
        with self._telling:
            self._done(1, findings)
