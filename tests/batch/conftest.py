"""Batches are run as they are typed, in a folder of their own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.dataset as ds
import pytest

from auditor.batch import engines
from auditor.batch.arrow import result
from auditor.batch.clerks import clerk
from auditor.cli import main
from tests.batch.made import archive, release
from tests.typed import Ran, environment

MANY = 300  # documents


class Inline:
    """An engine without processes, for tests of what stands around it."""

    def results(self, shards, settings, done):
        for shard in shards:
            found = result([clerk(settings).rows(item) for item in shard.items])
            done(found.documents, found.findings)
            yield shard, found


@pytest.fixture
def batch(capsys, monkeypatch, tmp_path):
    """Runs `auditor batch …` within a new folder and within this process: `batch("in", "--to", "out")`. Where
    `--workers` is said, worker processes do it."""
    monkeypatch.chdir(tmp_path)

    def command(*arguments: str) -> Ran:
        with monkeypatch.context() as patch:
            if "--workers" not in arguments:
                patch.setattr(engines, "engine", lambda *_: Inline())
            status = main(["batch", *arguments])
        out, err = capsys.readouterr()
        return Ran(status, out, err)

    return command


@pytest.fixture
def start(tmp_path):
    """Starts `auditor batch …` as a process of its own, for signals and kills."""
    started = []

    def command(*arguments: str, **more) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-m", "auditor", "batch", *arguments],
            cwd=tmp_path, env=environment(more.pop("env", {})), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            text=True, **more,
        )  # fmt: skip
        started.append(process)
        return process

    yield command
    for process in started:
        process.kill()
        process.communicate()


@pytest.fixture
def few(tmp_path) -> str:
    """A folder with a right and a wrong release and a picture."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "right.txt").write_text(release(1), "utf-8")
    (tmp_path / "in" / "wrong.txt").write_text(release(7), "utf-8")
    (tmp_path / "in" / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00" * 20)
    return "in"


@pytest.fixture
def many(tmp_path) -> str:
    """A folder of some hundred documents, several shards of them."""
    archive(tmp_path / "many", MANY)
    return "many"


def complaints(printed: str) -> str:
    """What a process printed to standard error, but for the line a minute that a slow machine sees of it."""
    return "".join(line for line in printed.splitlines(keepends=True) if " documents, " not in line)


def rows(folder: Path, table: str = "documents") -> list[dict]:
    """The rows of a table of the dataset in order of their documents, without the seconds."""
    found: pa.Table = ds.dataset(folder / table, format="parquet").to_table()
    dropped = found.drop_columns([name for name in ("seconds",) if name in found.column_names])
    return sorted(dropped.to_pylist(), key=lambda row: [str(value) for value in row.values()])


def dataset(folder: Path) -> dict[str, list[dict]]:
    return {name: rows(folder, name) for name in ("documents", "claims", "facts", "findings")}
