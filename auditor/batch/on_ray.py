"""The engine of many machines: Ray schedules the shards, a worker process beside each of its workers audits them."""

from __future__ import annotations

import logging
import os
import pickle
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from typing import Any

from auditor.batch.engines import Done
from auditor.batch.item import Result, Settings, Shard
from auditor.batch.warden import Warden
from auditor.errors import SettingsError

WAIT = 0.2  # seconds between looks at the clock
AHEAD = 2  # shards handed over for each core, so that none waits for the next
PATIENCE = 1.0  # seconds for a Ray that is starting when the batch is given up
RETRIES = 20  # of a shard whose node or worker was lost


class RayEngine:
    """Ray on this machine (`workers` cores, all where it is 0), or the cluster at `address`. Raises SettingsError where
    Ray is not installed or cannot be reached."""

    def __init__(self, workers: int = 0, address: str | None = None) -> None:
        os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # the program is silent on the network
        os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")
        try:
            import ray
        except ImportError:
            raise SettingsError("auditor batch: --engine ray needs Ray: pip install 'auditor[ray]'") from None
        self._ray, self._workers, self._address = ray, workers, address
        self._refused: SettingsError | None = None
        self._connected, self._over = threading.Event(), threading.Event()
        threading.Thread(target=self._hold, daemon=True).start()

    def results(self, shards: Iterator[Shard], settings: Settings, done: Done) -> Iterator[tuple[Shard, Result] | None]:
        try:
            while not self._connected.wait(WAIT):
                yield None
            signal.signal(signal.SIGTERM, signal.getsignal(signal.SIGTERM))  # Ray has put its own in the place of ours
            if self._refused is not None:
                raise self._refused
            yield from self._run(shards, settings, done)
        finally:
            self._end()

    def _hold(self) -> None:
        """To start Ray takes seconds, and so it is done beside the reading of settings. The thread stays, because the
        kernel ends Ray's processes with the thread that started them."""
        try:
            self._connect()
        finally:
            self._connected.set()
        self._over.wait()

    def _connect(self) -> None:
        where: dict[str, Any] = {"address": self._address or "local"}
        if not self._address:
            where |= {"num_cpus": self._workers or None, "include_dashboard": False}
        try:
            with _light():
                self._ray.init(**where, log_to_driver=False, logging_level=logging.ERROR)
        except (ConnectionError, RuntimeError, ValueError, TimeoutError) as error:
            first = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
            self._refused = SettingsError(
                f"auditor batch: no Ray cluster answers at {self._address or 'this machine'} ({first})"
            )

    def _end(self) -> None:
        """Ends a Ray of our own, and leaves a cluster. One that is still starting ends with this process."""
        if self._connected.wait(PATIENCE):
            self._ray.shutdown()
        self._over.set()

    def _run(self, shards: Iterator[Shard], settings: Settings, done: Done) -> Iterator[tuple[Shard, Result] | None]:
        ray = self._ray
        given = pickle.dumps(settings)
        work = ray.remote(num_cpus=1, max_retries=RETRIES, retry_exceptions=False)(audit_shard)
        waiting: dict[Any, Shard] = {}
        left = True
        while left or waiting:
            while left and len(waiting) < AHEAD * max(1, int(ray.cluster_resources().get("CPU", 1))):
                shard = next(shards, None)
                if shard is None:
                    left = False
                else:
                    waiting[work.remote(shard, given)] = shard
            if not waiting:
                return
            ready, _ = ray.wait(list(waiting), timeout=WAIT)
            for reference in ready:
                result = ray.get(reference)
                done(result.documents, result.findings)
                yield waiting.pop(reference), result
            if not ready:
                yield None


@contextmanager
def _light() -> Iterator[None]:
    """A Ray of our own starts without its autoscaler, for which it would also wait a second at the end, and without
    what passes on its log: a second's work each. Only the command `ray start` has a public way to say so; a Ray that
    differs here is but slower."""
    try:
        from ray._private import parameter as module

        parameter: Any = module
        plain = parameter.RayParams
    except (ImportError, AttributeError):
        yield
        return
    parameter.RayParams = partial(plain, no_monitor=True, include_log_monitor=False)
    try:
        yield
    finally:
        parameter.RayParams = plain


@lru_cache(maxsize=1)
def _warden(settings: bytes) -> Warden:
    """The warden of this worker of Ray: rules are loaded once, not once a shard."""
    return Warden(pickle.loads(settings))


def audit_shard(shard: Shard, settings: bytes) -> Result:
    """What Ray runs: a shard in, its tables out."""
    return _warden(settings).run(shard.items)
