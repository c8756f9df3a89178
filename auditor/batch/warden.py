"""One worker process and what may happen to it. A document that ends its worker takes no other with it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from typing import IO, BinaryIO, cast

from auditor.batch.frames import receive, send
from auditor.batch.item import Item, Result, Settings
from auditor.errors import AuditorError

DEATHS = 3  # of workers at the same document, until it is the document that is blamed
PATIENCE = 1.0  # seconds for a worker that has closed its pipes to end by itself
STARTS = 3  # of a worker that ends before it has done anything, until the batch gives up


class Stopped(Exception):
    """The warden was told to stop while it waited for its worker."""


class Died(Exception):
    """The worker ended; `done` documents of the shard were finished."""

    def __init__(self, done: int, status: int) -> None:
        super().__init__(done, status)
        self.done, self.status = done, status


class Warden:
    """Keeps one worker, which is started when it is first needed and again whenever it dies."""

    def __init__(self, settings: Settings, process: subprocess.Popen[bytes] | None = None) -> None:
        """`process`: a worker that was started before its settings were known."""
        self._settings = settings
        self._process = process
        self._lock = threading.Lock()
        self._stopped = self._greeted = False
        self._failed = 0  # starts in a row

    def run(self, items: Sequence[Item], done: Callable[[int], None] = lambda findings: None) -> Result:
        """The tables of a shard; `done` hears of each finished document and its number of findings. Raises Stopped."""
        blamed: dict[int, str] = {}
        deaths: Counter[int] = Counter()
        heard = 0
        while True:
            try:
                return self._attempt(items, blamed, done, heard)
            except Died as death:
                heard = max(heard, death.done)
                deaths[death.done] += 1
                reason = self._blame(death, deaths[death.done])
                if reason and death.done < len(items):
                    blamed[death.done] = reason
                elif deaths[death.done] > 2 * DEATHS:
                    raise _hopeless(death.status) from None

    def page(self, item: Item) -> str | None:
        """The HTML report of a document; None where its worker ended over it. Raises Stopped."""
        try:
            process = self._ready()
            send(_pipe(process.stdin), ("page", [item], {}))
            found: str | None = receive(_pipe(process.stdout))[1]
            return found
        except (EOFError, OSError):
            self._gone()
            return None

    def stop(self) -> None:
        """Ends the worker at once; may be called from another thread."""
        with self._lock:
            self._stopped = True
            if self._process is not None:
                self._process.kill()
                self._process.wait()

    def _attempt(
        self, items: Sequence[Item], blamed: dict[int, str], done: Callable[[int], None], heard: int
    ) -> Result:
        at = 0
        try:
            process = self._ready()
            send(_pipe(process.stdin), ("tables", items, blamed))
            while True:
                kind, answer = receive(_pipe(process.stdout))
                if kind == "tables":
                    found: Result = answer
                    return found
                at += 1
                if at > heard:
                    done(answer)
        except (EOFError, OSError):
            raise Died(at, self._gone()) from None

    def _blame(self, death: Died, times: int) -> str:
        """Why the document at hand is given up; empty where its shard is to be tried again."""
        if death.status == -signal.SIGALRM and self._settings.seconds:
            return f"it took longer than {self._settings.seconds:g} seconds"
        return f"its audit ended the worker process {DEATHS} times ({_how(death.status)})" if times >= DEATHS else ""

    def _ready(self) -> subprocess.Popen[bytes]:
        """The worker, with its rules loaded. Raises Stopped, and AuditorError where it cannot be started."""
        while True:
            with self._lock:
                if self._stopped:
                    raise Stopped
                if self._process is None:
                    self._process, self._greeted = start(), False
                process = self._process
            if self._greeted:
                return process
            try:
                send(_pipe(process.stdin), self._settings)
                receive(_pipe(process.stdout))
                self._greeted, self._failed = True, 0
            except (EOFError, OSError):
                status = self._gone()
                self._failed += 1
                if self._failed >= STARTS:
                    raise _hopeless(status) from None

    def _gone(self) -> int:
        """The exit status of the worker, which is forgotten. Raises Stopped."""
        with self._lock:
            process, self._process = self._process, None
            if process is not None:
                status = _status(process, 0.0 if self._stopped else PATIENCE)
                for stream in (process.stdin, process.stdout):
                    _close(stream)
            if self._stopped or process is None:
                raise Stopped
            return status


def _pipe(stream: IO[bytes] | None) -> BinaryIO:
    return cast(BinaryIO, stream)


def _hopeless(status: int) -> AuditorError:
    return AuditorError(
        f"auditor batch: worker processes end again and again ({_how(status)}); is there memory for them? "
        f"try fewer with --workers; AUDITOR_TRACEBACK=1 shows what they print"
    )


def _status(process: subprocess.Popen[bytes], patience: float) -> int:
    """The exit status of a worker that has closed its pipes; it is killed where it does not end by itself."""
    try:
        return process.wait(patience)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()


def _close(stream: IO[bytes] | None) -> None:
    try:
        _pipe(stream).close()
    except OSError:
        return  # what was still buffered for a worker that is gone


def start() -> subprocess.Popen[bytes]:
    """A worker in a session of its own, so that Ctrl-C at the terminal reaches us alone. It ends when its pipe does."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    return subprocess.Popen(
        [sys.executable, "-m", "auditor.batch.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=None if os.environ.get("AUDITOR_TRACEBACK") else subprocess.DEVNULL,
        start_new_session=True,
        env=environment,
    )


def _how(status: int) -> str:
    if status >= 0:
        return f"exit status {status}"
    try:
        return signal.Signals(-status).name
    except ValueError:
        return f"signal {-status}"
