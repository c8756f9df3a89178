"""Kills workers and drivers of a batch at random moments, and compares what comes of it with an undisturbed run.

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
        start = time.monotonic()
        if finish(run(options.archive, calm, [*more])):
            return 1
        took = time.monotonic() - start
        print(f"undisturbed: {took:.0f} s", flush=True)
        bad = 0
        for number in range(options.runs):
            folder = Path(home) / f"run{number}"
            what = disturbed(options, folder, more, random.Random(number), took, number)
            same = equal(calm, folder)
            bad += not same
            print(f"run {number + 1}: {what}: {'equal' if same else 'DIFFERENT'}", flush=True)
            shutil.rmtree(folder)
    print(f"{options.runs - bad} of {options.runs} results equal the undisturbed one")
    return int(bad > 0)


def run(archive: Path, folder: Path, more: list[str]) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "auditor", "batch", str(archive), "--to", str(folder), *more]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def finish(process: subprocess.Popen[bytes]) -> int:
    return process.wait()


def disturbed(
    options: argparse.Namespace, folder: Path, more: list[str], chance: random.Random, took: float, number: int
) -> str:
    """One run with a kill in it; says what was killed, and when."""
    process = run(options.archive, folder, more)
    moment = chance.uniform(0.1, 0.9) * took
    time.sleep(moment)
    done = len(list((folder / "documents").glob("*"))) if folder.exists() else 0
    where = f"after {moment:.1f} s, at {done} shards"
    if options.node:
        # the raylet's group holds the node's workers and agents
        for pid in (*below(options.node), options.node):
            kill(pid)
        status = finish(process)
        return f"node killed {where}, the batch ended with status {status}"
    if number % 2:
        workers = below(process.pid)
        if not workers:
            return f"no worker was there {where}, status {finish(process)}"
        kill(chance.choice(workers))
        return f"worker killed {where}, the batch ended with status {finish(process)}"
    process.kill()
    process.wait()
    status = finish(run(options.archive, folder, more))
    return f"driver killed {where}, the command again ended with status {status}"


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
