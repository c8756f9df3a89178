"""Documents a second of a batch, with one and two workers, on the pool and on Ray, beside `audit()` in a plain loop.

    python -m benchmarks.batch [DOCUMENTS]

Times are of the whole command, its start included. Efficiency is against one worker, and for Ray against the pool with
as many. Core seconds are what all processes used that the command waited for, which says more than the clock where the
machine has other work.
"""

from __future__ import annotations

import importlib.util
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.equal import equal
from tests.batch.made import archive

DOCUMENTS = 1000
LOOP = """
import sys, pathlib, auditor
rules, words = auditor.load_rules(), auditor.load_vocabulary()
for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.*")):
    try:
        auditor.audit(auditor.read_document(path.read_bytes(), path.name), rules, words)
    except auditor.errors.ReadingError:
        continue
"""


@dataclass(frozen=True)
class Took:
    """Seconds of the clock and of all cores; the driver's peak of memory in megabytes."""

    clock: float
    cores: float
    memory: float


def main() -> int:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else DOCUMENTS
    with tempfile.TemporaryDirectory() as home:
        source = archive(Path(home) / "archive", number)
        loop = timed([sys.executable, "-c", LOOP, str(source)])
        print(f"{'':<18}{'documents/s':>12}{'core seconds':>14}{'driver MB':>11}  against")
        show("plain loop", number, loop, "")
        pool = measured(source, Path(home), number, "pool", "plain loop", loop)
        if importlib.util.find_spec("ray"):
            measured(source, Path(home), number, "ray", "pool", None, pool)
            same = equal(Path(home) / "pool2", Path(home) / "ray2")
            print(f"rows of pool and Ray: {'equal' if same else 'DIFFERENT'}")
            return int(not same)
    return 0


def measured(
    source: Path,
    home: Path,
    number: int,
    engine: str,
    other: str,
    loop: Took | None,
    pool: dict[int, Took] | None = None,
) -> dict[int, Took]:
    found: dict[int, Took] = {}
    for workers in (1, 2):
        command = [sys.executable, "-m", "auditor", "batch", str(source), "--to", str(home / f"{engine}{workers}")]
        found[workers] = took = timed([*command, "--engine", engine, "--workers", str(workers)])
        base = pool[workers] if pool else found[1] if workers > 1 else loop
        name = f"{other}, {workers}" if pool else f"{engine}, 1" if workers > 1 else other
        assert base is not None
        show(
            f"{engine}, {workers} worker{'s' if workers > 1 else ''}",
            number,
            took,
            f"{base.clock / took.clock:.2f} × {name}",
        )
    return found


def show(name: str, number: int, took: Took, against: str) -> None:
    print(f"{name:<18}{number / took.clock:>12.1f}{took.cores:>14.1f}{took.memory:>11.0f}  {against}", flush=True)


def timed(command: list[str]) -> Took:
    """Runs a command; the cores' seconds are its own and those of the children that it waited for."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    memory = 0.0
    while process.poll() is None:
        memory = max(memory, peak(process.pid))
        time.sleep(0.05)
    clock = time.monotonic() - start
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}: ended with status {process.returncode}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cores = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Took(clock, cores, memory)


def peak(pid: int) -> float:
    """The most memory, in megabytes, that a process had at a time; 0 where the system does not tell."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


if __name__ == "__main__":
    sys.exit(main())
