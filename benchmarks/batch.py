"""Documents a second of a batch, with one and two workers, on the pool and on Ray, beside `audit()` in a plain loop.

    python -m benchmarks.batch [DOCUMENTS [MANY]]

Times are of the whole command, its start included. Efficiency is against one worker, and for Ray against the pool with
as many. Ray starts for some seconds, however much there is to do: so the two engines are held against each other once
more over many documents, as archives have them. Core seconds are what all processes used that the command waited for,
which says more than the clock where the machine has other work.
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

DEFAULTS = (2000, 10_000)  # documents; many
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
    given = [int(number) for number in sys.argv[1:]]
    few, many = [*given, *DEFAULTS[len(given) :]]
    ray = importlib.util.find_spec("ray") is not None
    with tempfile.TemporaryDirectory() as home:
        print(f"{'':<25}{'documents/s':>12}{'core seconds':>14}{'driver MB':>11}  against")
        small = archive(Path(home) / "few", few)
        loop = timed([sys.executable, "-c", LOOP, str(small)])
        show("plain loop", few, loop)
        one = batch(small, few, "pool", 1, ("plain loop", loop))
        two = batch(small, few, "pool", 2, ("pool of 1", one))
        if not ray:
            return 0
        batch(small, few, "ray", 1, ("pool of 1", one))
        batch(small, few, "ray", 2, ("pool of 2", two))
        large = archive(Path(home) / "many", many)
        batch(large, many, "ray", 2, ("pool of 2", batch(large, many, "pool", 2)))
        same = all(equal(results(source, "pool", 2), results(source, "ray", 2)) for source in (small, large))
        print(f"rows of pool and Ray: {'equal' if same else 'DIFFERENT'}")
        return int(not same)


def batch(source: Path, number: int, engine: str, workers: int, against: tuple[str, Took] | None = None) -> Took:
    command = [sys.executable, "-m", "auditor", "batch", str(source), "--to", str(results(source, engine, workers))]
    took = timed([*command, "--engine", engine, "--workers", str(workers)])
    name = f"{engine} of {workers}, {number:,}"
    show(name, number, took, f"{against[1].clock / took.clock:.2f} × {against[0]}" if against else "")
    return took


def results(source: Path, engine: str, workers: int) -> Path:
    return source.with_name(f"{source.name}-{engine}{workers}")


def show(name: str, number: int, took: Took, against: str = "") -> None:
    print(f"{name:<25}{number / took.clock:>12.1f}{took.cores:>14.1f}{took.memory:>11.0f}  {against}", flush=True)


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
