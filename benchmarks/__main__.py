"""Prints the whole-process time for one release, documents and kilobytes per second, and each room's share.

    python -m benchmarks [FILE OR FOLDER...]

Without them: those that the variable RELEASES names, else the sample release and made-up ones. Seconds are those of
the processor, since other work on the machine must not count; yet machines differ: compare figures of one run.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from auditor.cli.demo import SAMPLE
from auditor.errors import AuditorError
from auditor.garbage import collect_seldom
from benchmarks import lengths
from benchmarks.documents import documents
from benchmarks.stages import Clock

RUNS = 5  # of which the best counts: what disturbs a run only ever makes it longer
LONG_RUNS = 2  # for documents of megabytes, which take a minute
SUBMISSION = b"<SEC-DOCUMENT>"


def main() -> int:
    releases = documents(sys.argv[1:])
    whole_process()
    collect_seldom()  # as the command line has it
    clock = Clock()
    clock.audit(SAMPLE, SAMPLE.read_bytes())  # warm: grammars are built, templates compiled
    clock.seconds.clear()
    each(clock, releases)
    shares(clock.seconds)
    for kind, pieces in lengths.pieces(SAMPLE.read_bytes(), releases).items():
        doubling(clock, kind, pieces)
    return 0


def whole_process() -> None:
    """Start of Python, imports, rules, audit and report: what a user waits for."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        command = [sys.executable, "-m", "auditor", "check", str(SAMPLE), "--exit-zero"]
        subprocess.run(command, check=True, capture_output=True, stdin=subprocess.DEVNULL)
        times.append(time.perf_counter() - start)
    print(f"whole process, {SAMPLE.name}: {statistics.median(times):.2f} s (best {min(times):.2f} s of {RUNS})\n")


def each(clock: Clock, releases: list[tuple[str, bytes]]) -> None:
    """A line for each release, then all of them together."""
    print(f"{'release':<36}{'KB':>8}{'ms':>9}{'KB/s':>9}  HTML: times the bare parse, ms a MB")
    size, seconds, done = 0, 0.0, 0
    plain = [0, 0.0]
    for name, source in releases:
        path = Path(name)
        try:
            took = min(clock.audit(path, source) for _ in range(RUNS))
        except AuditorError as error:
            print(f"{path.name:<36}  {error}")
            continue
        html = path.suffix.lower() in (".htm", ".html")
        times = f"{took / parsing(source):>8.1f}{took / len(source) * 1e9:>8.0f}" if html else ""
        if path.suffix == ".txt" and SUBMISSION not in source[:2000]:
            plain = [plain[0] + len(source), plain[1] + took]
        print(f"{path.name:<36}{len(source) / 1000:>8.0f}{took * 1000:>9.1f}{len(source) / 1000 / took:>9.0f}{times}")
        size, seconds, done = size + len(source), seconds + took, done + 1
    if done:
        print(f"\ntext releases: {plain[0] / 1000 / max(plain[1], 1e-9):.0f} KB a second")
        print(f"{done / seconds:.1f} documents a second, {size / 1000 / seconds:.0f} KB a second, in one process\n")


def doubling(clock: Clock, kind: str, pieces: list[bytes]) -> None:
    """How much longer a document twice as long takes, up to megabytes, and which rooms take it."""
    print(f"\n{kind}: MB, seconds, times those of half of it, times by room")
    before: Counter[str] = Counter()
    for size in lengths.SIZES:
        source = lengths.document(pieces, size)
        now = min((by_room(clock, source) for _ in range(LONG_RUNS)), key=Counter.total)
        took = now.total()
        rooms = [f"{room} {now[room] / seconds:.1f}" for room, seconds in before.items() if seconds > 0.05]
        times = f"{took / before.total():>8.2f}  {', '.join(rooms)}" if before else ""
        print(f"{len(source) / 1e6:>8.2f}{took:>9.2f}{times}", flush=True)
        before = now
        if took > lengths.PATIENCE:
            print("         longer ones are left out: they would take minutes")
            return


def by_room(clock: Clock, source: bytes) -> Counter[str]:
    """The seconds of each room for one document."""
    clock.seconds.clear()
    clock.audit(SAMPLE, source, reports=False)
    return Counter(clock.seconds)


def parsing(source: bytes) -> float:
    """Seconds that the HTML parser alone takes for the same bytes."""
    from selectolax.lexbor import LexborHTMLParser

    times = []
    for _ in range(RUNS):
        start = time.process_time()
        LexborHTMLParser(source)
        times.append(time.process_time() - start)
    return min(times)


def shares(seconds: Counter[str]) -> None:
    spent = sum(seconds.values())
    for room, took in seconds.most_common():
        print(f"{room:<24}{took / spent:>7.1%}")


if __name__ == "__main__":
    sys.exit(main())
