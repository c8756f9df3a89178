"""The engine of many machines: Ray schedules the shards, a worker process beside each of its workers audits them."""

from __future__ import annotations

import logging
import os
import pickle
import signal
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from typing import Any

from auditor.batch.engines import Done
from auditor.batch.item import Result, Settings, Shard
from auditor.batch.warden import Warden
from auditor.errors import SettingsError

WAIT = 0.2  # seconds between looks at the clock
AHEAD = 2  # shards handed over for each core, so that none waits for the next
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

    def results(self, shards: Iterator[Shard], settings: Settings, done: Done) -> Iterator[tuple[Shard, Result] | None]:
        self._connect()
        try:
            yield from self._run(shards, settings, done)
        finally:
            self._end()

    def _connect(self) -> None:
        where: dict[str, Any] = {"address": self._address or "local"}
        if not self._address:
            where |= {"num_cpus": self._workers or None, "include_dashboard": False}
        on_termination = signal.getsignal(signal.SIGTERM)
        try:
            self._ray.init(**where, log_to_driver=False, logging_level=logging.ERROR)
        except (ConnectionError, RuntimeError, ValueError, TimeoutError) as error:
            first = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
            raise SettingsError(
                f"auditor batch: no Ray cluster answers at {self._address or 'this machine'} ({first})"
            ) from None
        signal.signal(signal.SIGTERM, on_termination)  # Ray puts its own in its place, which ends us with a trace

    def _end(self) -> None:
        """Ends a Ray of our own, and leaves a cluster. Ray would wait a second for its autoscaler, which has lost those
        that it talks to by then; there is no public way to end it first, so a Ray that differs here only ends later."""
        with suppress(AttributeError):
            node: Any = self._ray._private.worker._global_node
            node.kill_monitor(check_alive=False)
        self._ray.shutdown()

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


@lru_cache(maxsize=1)
def _warden(settings: bytes) -> Warden:
    """The warden of this worker of Ray: rules are loaded once, not once a shard."""
    return Warden(pickle.loads(settings))


def audit_shard(shard: Shard, settings: bytes) -> Result:
    """What Ray runs: a shard in, its tables out."""
    return _warden(settings).run(shard.items)
