"""A worker process: takes shards, gives their tables, and tells of each document that is done.

    python -m auditor.batch.worker

It ends when its parent does. A document that overruns its time is ended by the kernel together with the process,
since a parser written in C hears nothing else; the parent knows which one it was. Memory is bounded by the kernel too,
but as an error that the program can catch.
"""

from __future__ import annotations

import gc
import os
import queue
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.abc import MetaPathFinder
from typing import Any, BinaryIO

from auditor.batch.frames import receive, send
from auditor.batch.item import Settings
from auditor.garbage import collect_seldom

MEGABYTE = 1 << 20


def main() -> int:
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not get among the answers
    requests: queue.SimpleQueue[Any] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, requests), daemon=True).start()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends us

    _prepare()
    settings: Settings = requests.get()
    serve(settings, requests, answers)
    return 0


def _prepare() -> None:
    """Loads whatever settings and documents will need, while the parent is still reading its own."""
    sys.meta_path.insert(0, _NoPandas())

    from auditor.batch import arrow, auditing

    arrow.prepare()
    auditing.prepare()
    collect_seldom()
    gc.freeze()


class _NoPandas(MetaPathFinder):
    """Hides pandas: where it is, pyarrow imports it with the first array, which takes half a second for nothing."""

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        if name == "pandas":
            raise ModuleNotFoundError(name)


def _listen(stream: BinaryIO, requests: queue.SimpleQueue[Any]) -> None:
    """Requests as they come; the end of the parent ends this process at once, also within a document."""
    try:
        while True:
            requests.put(receive(stream))
    except (EOFError, OSError):
        os._exit(0)


def serve(settings: Settings, requests: queue.SimpleQueue[Any], answers: BinaryIO) -> None:
    """Answers requests (what is wanted, items, reasons of documents that are not to be tried again) for ever."""
    from auditor.batch.arrow import result
    from auditor.batch.clerks import clerk
    from auditor.batch.rows import Rows, row_without

    found = clerk(settings)
    send(answers, ("ready", None))
    while True:
        wanted, items, blamed = requests.get()
        if wanted == "page":
            with bounded(settings):
                send(answers, ("page", found.page(items[0])))
            continue
        rows: list[Rows] = []
        for at, item in enumerate(items):
            if at in blamed:
                rows.append(row_without(item, "failed", blamed[at]))
            else:
                with bounded(settings):
                    rows.append(found.rows(item))
            send(answers, ("done", len(rows[-1].findings)))
        send(answers, ("tables", result(rows)))


@contextmanager
def bounded(settings: Settings) -> Iterator[None]:
    """The kernel's limits around one document, where this system has them."""
    import resource

    if settings.seconds:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, settings.seconds)
    if settings.megabytes:
        hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
        resource.setrlimit(resource.RLIMIT_DATA, (_data() + settings.megabytes * MEGABYTE, hard))
    try:
        yield
    finally:
        if settings.seconds:
            signal.setitimer(signal.ITIMER_REAL, 0)
        if settings.megabytes:
            resource.setrlimit(resource.RLIMIT_DATA, (hard, hard))


def _data() -> int:
    """Bytes that count towards RLIMIT_DATA now; 0 where the system does not tell."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:
            return int(file.read().split()[5]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


if __name__ == "__main__":
    sys.exit(main())
