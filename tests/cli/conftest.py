"""Commands are run as they are typed, in a folder of their own."""

from __future__ import annotations

import subprocess
import sys

import pytest

from auditor.cli import main
from tests.brook import RELEASE, WRONG
from tests.typed import Ran, environment


@pytest.fixture
def run(capsys, monkeypatch, tmp_path):
    """Runs one command line in this process, within a new folder: `run("check", "a.txt")`."""
    monkeypatch.chdir(tmp_path)

    def command(*arguments: str) -> Ran:
        status = main(list(arguments))
        out, err = capsys.readouterr()
        return Ran(status, out, err)

    return command


@pytest.fixture
def process(tmp_path):
    """Runs one command line as a process of its own: for standard input, pipes, signals and start-up."""

    def command(*arguments: str, **more) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "auditor", *arguments],
            cwd=tmp_path,
            capture_output=True,
            timeout=60,
            env=environment(more.pop("env", {})),
            **more,
        )

    return command


@pytest.fixture
def right(tmp_path):
    (tmp_path / "right.txt").write_text(RELEASE, "utf-8")
    return "right.txt"


@pytest.fixture
def wrong(tmp_path):
    (tmp_path / "wrong.txt").write_text(WRONG, "utf-8")
    return "wrong.txt"
