"""The engine of one machine: worker processes, each watched over by a thread."""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Iterator

from auditor.batch.engines import Done
from auditor.batch.item import Result, Settings, Shard
from auditor.batch.warden import Stopped, Warden, start

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
    def __init__(self, shards: Iterator[Shard], done: Done, wardens: list[Warden]) -> None:
        self._shards, self._done = shards, done
        self._taking, self._telling = threading.Lock(), threading.Lock()
        self._ready: queue.Queue[tuple[Shard, Result] | BaseException | None] = queue.Queue(2 * len(wardens))
        self._wardens = wardens
        self._stopped = False
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

    def _work(self, warden: Warden) -> None:
        """Shard after shard, until there is none left. A fault ends the run, in the thread of its caller."""
        try:
            while shard := self._next():
                self._put((shard, warden.run(shard.items, self._one)))
            self._put(None)
        except Stopped:
            return
        except Exception as fault:
            self._put(fault)

    def _put(self, ready: tuple[Shard, Result] | BaseException | None) -> None:
        """Waits for room, but not for one who has stopped listening."""
        while not self._stopped:
            try:
                return self._ready.put(ready, timeout=WAIT)
            except queue.Full:
                continue

    def _next(self) -> Shard | None:
        with self._taking:
            return None if self._stopped else next(self._shards, None)

    def _one(self, findings: int) -> None:
        with self._telling:
            self._done(1, findings)
