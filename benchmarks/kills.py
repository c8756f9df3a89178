"""Kills workers and drivers of a batch at random moments, and compares what comes of it with an undisturbed run.

A moment is drawn as a number of shards that are written, so that each kill strikes while others are open.

    python -m benchmarks.kills ARCHIVE [--runs 20]              worker processes and drivers of the pool, in turn
    python -m benchmarks.kills ARCHIVE --runs 1 --ray ADDRESS --node PID    a whole node of a Ray cluster, by its raylet

`python -m benchmarks.archive ARCHIVE 2084` makes an archive of 2,000 releases.

Each kill is `kill -9`. A killed driver is followed by the same command. Linux only: processes are found in /proc.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.equal import equal

OPEN = 5  # shards, at the least, that are still to be written when a kill strikes
LATER = 0.2  # seconds behind the shard that was waited for, at the most: somewhere within the next


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("archive", type=Path)
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--ray")
    parser.add_argument("--node", type=int)
    options = parser.parse_args()
    more = ["--engine", "ray", "--address", options.ray] if options.ray else ["--workers", "2"]
    with tempfile.TemporaryDirectory() as home:
        calm = Path(home) / "calm"
        if run(options.archive, calm, more).wait():
            return 1
        total = shards(calm)
        print(f"undisturbed: {total} shards", flush=True)
        bad = missed = 0
        for number in range(options.runs):
            folder = Path(home) / f"run{number}"
            at, what = disturbed(options, folder, more, number, total)
            same = equal(calm, folder)
            bad += not same
            missed += at >= total
            print(f"run {number + 1}: {what}: {'equal' if same else 'DIFFERENT'}", flush=True)
            shutil.rmtree(folder)
    print(f"{options.runs - missed} of {options.runs} kills struck while shards were open")
    print(f"{options.runs - bad} of {options.runs} results equal the undisturbed one")
    return int(bad > 0 or missed > 0)


def run(archive: Path, folder: Path, more: list[str]) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "auditor", "batch", str(archive), "--to", str(folder), *more]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def shards(folder: Path) -> int:
    """How many of them are written."""
    return len(list((folder / "documents").glob("*"))) if folder.exists() else 0


def disturbed(options: argparse.Namespace, folder: Path, more: list[str], number: int, total: int) -> tuple[int, str]:
    """One run with a kill in it: how many shards were written by then, and what was killed."""
    chance = random.Random(number)
    process = run(options.archive, folder, more)
    wanted = chance.randrange(1, total - OPEN)
    while process.poll() is None and shards(folder) < wanted:
        time.sleep(0.01)
    time.sleep(chance.random() * LATER)
    if options.node:
        victims = [*below(options.node), options.node]  # the raylet's group holds the node's workers and agents
        what = "node"
    elif number % 2:
        victims, what = [chance.choice(below(process.pid))], "worker"
    else:
        victims, what = [process.pid], "driver"
    for pid in victims:
        kill(pid)
    done = shards(folder)
    status = process.wait()
    if what == "driver":
        status = run(options.archive, folder, more).wait()
    again = "the command again" if what == "driver" else "the batch"
    return done, f"{what} killed at {done} of {total} shards, {again} ended with status {status}"


def kill(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return  # it was done


def below(parent: int) -> list[int]:
    """The processes that a process started, and those that they did."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                stat = (entry / "stat").read_text()
            except OSError:
                continue
            if int(stat.rpartition(")")[2].split()[1]) == parent:
                found += [int(entry.name), *below(int(entry.name))]
    return found


if __name__ == "__main__":
    sys.exit(main())
