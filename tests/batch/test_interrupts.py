"""Processes that are killed or interrupted: workers, the driver, and what they leave."""

import os
import random
import signal
import sys
import time
from importlib.util import find_spec
from pathlib import Path

import pytest

from benchmarks.kills import below, kill
from tests.batch.conftest import complaints, dataset

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="processes are found in /proc")

RAY = pytest.mark.skipif(find_spec("ray") is None, reason="Ray is not installed: pip install 'auditor[ray]'")


def until(what, seconds=120):
    end = time.monotonic() + seconds
    while not (found := what()):
        assert time.monotonic() < end, "it never came"
        time.sleep(0.02)
    return found


def shards(folder):
    return list((folder / "documents").glob("*.parquet"))


def gone(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return (Path("/proc") / str(pid) / "stat").read_text().rpartition(")")[2].split()[0] == "Z"


@pytest.fixture
def calm(batch, tmp_path, many):
    """What an undisturbed run gives."""
    batch(many, "--to", "calm")
    return dataset(tmp_path / "calm")


def test_killed_workers(start, tmp_path, many, calm):
    process = start(many, "--to", "out", "--workers", "2")
    chance = random.Random(7)
    for count in (0, 1, 3):
        until(lambda count=count: process.poll() is not None or len(shards(tmp_path / "out")) >= count)
        time.sleep(chance.random() / 4)
        if found := below(process.pid):
            kill(chance.choice(found))
    _, err = process.communicate()
    assert process.returncode == 0, err
    assert dataset(tmp_path / "out") == calm


def test_killed_driver(start, tmp_path, many, calm):
    for count in (1, 4):
        process = start(many, "--to", "out", "--workers", "2")
        until(lambda process=process, count=count: process.poll() is not None or len(shards(tmp_path / "out")) >= count)
        left = below(process.pid)
        process.kill()
        process.communicate()
        until(lambda left=left: all(gone(pid) for pid in left), seconds=30)
    process = start(many, "--to", "out", "--workers", "2")
    out, err = process.communicate()
    assert process.returncode == 0, err
    assert "were there" in out
    assert dataset(tmp_path / "out") == calm


@pytest.mark.parametrize("engine", ["pool", pytest.param("ray", marks=RAY)])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_interrupt(start, tmp_path, many, calm, number, engine):
    process = start(many, "--to", "out", "--workers", "2", "--engine", engine)
    until(lambda: len(shards(tmp_path / "out")) >= 1)
    left = below(process.pid)
    process.send_signal(number)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert out == ""
    assert complaints(err) == "auditor batch: interrupted; what was done is kept, the same command goes on from there\n"
    until(lambda: all(gone(pid) for pid in left), seconds=30 if engine == "ray" else 0)
    process = start(many, "--to", "out", "--workers", "2")
    assert complaints(process.communicate()[1]) == ""
    assert dataset(tmp_path / "out") == calm
