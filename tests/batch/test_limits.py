"""A document that takes too long, too much memory, or its worker with it is a row with its error; the others are done.

The worker is the real one, but for documents that say in one word what they do to it.
"""

import os
import signal
import sys

import pytest

from auditor.batch import warden as wardens
from auditor.batch.item import Item, Settings
from auditor.batch.warden import Warden
from auditor.errors import AuditorError
from tests.batch.made import release

WORKER = """
import os, signal, sys, time
from auditor.batch import auditing, worker
plain = auditing.read_document
def read(data, name):
    what, _, flag = data.decode().partition(" ")
    if what == "hang":
        time.sleep(1000)
    if what == "grow":
        grown = bytearray(300 << 20)
    if what == "die" or (what == "once" and not os.path.exists(flag)):
        if flag:
            open(flag, "w").close()
        os.kill(os.getpid(), signal.SIGKILL)
    return plain(data, name)
auditing.read_document = read
sys.exit(worker.main())
"""


@pytest.fixture
def audit(monkeypatch):
    """(status, reason) of each of some documents, as a warden gives them."""
    started = wardens.subprocess.Popen

    def start(command, **more):
        return started([sys.executable, "-c", WORKER], **more)

    monkeypatch.setattr(wardens.subprocess, "Popen", start)

    def run(*contents: str, **limits):
        import io

        import pyarrow.parquet as pq

        warden = Warden(Settings(**limits))
        heard = []
        try:
            items = [Item.of(f"d{k}", f"d{k}", None, content.encode()) for k, content in enumerate(contents)]
            table = pq.read_table(io.BytesIO(warden.run(items, heard.append).tables["documents"]))
        finally:
            warden.stop()
        assert len(heard) == len(contents)
        return list(zip(table["status"].to_pylist(), table["reason"].to_pylist(), strict=True))

    return run


GOOD = ("audited", None)


def test_too_long(audit):
    found = audit(release(1), "hang", release(2), "hang", release(3), seconds=3)
    slow = ("failed", "it took longer than 3 seconds")
    assert found == [GOOD, slow, GOOD, slow, GOOD]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux bounds the memory of a process so")
def test_too_much_memory(audit):
    found = audit(release(1), "grow", release(2), megabytes=200)
    assert found == [GOOD, ("failed", "it needs more memory than a document may have"), GOOD]


def test_a_document_that_ends_its_worker(audit):
    found = audit(release(1), "die", release(2))
    assert found == [GOOD, ("failed", "its audit ended the worker process 3 times (SIGKILL)"), GOOD]


def test_a_worker_that_dies_has_its_shard_done_again(audit, tmp_path):
    (status, reason), *rest = audit(f"once {tmp_path / 'flag'}", release(1))
    assert (status, "worker" in reason) == ("passed over", False)
    assert rest == [GOOD]


def test_workers_that_cannot_be_started(monkeypatch):
    started = wardens.subprocess.Popen
    monkeypatch.setattr(
        wardens.subprocess,
        "Popen",
        lambda command, **more: started([sys.executable, "-c", "import sys; sys.exit(7)"], **more),
    )
    with pytest.raises(AuditorError, match="worker processes end again and again \\(exit status 7\\)"):
        Warden(Settings()).run([Item.of("a", "a", None, b"")])


def test_a_worker_ends_with_its_parent(tmp_path):
    """Also in the middle of a document."""
    from auditor.batch.frames import receive, send

    process = wardens.subprocess.Popen(
        [sys.executable, "-c", WORKER], stdin=wardens.subprocess.PIPE, stdout=wardens.subprocess.PIPE
    )
    send(process.stdin, Settings())
    assert receive(process.stdout) == ("ready", None)
    send(process.stdin, ("tables", [Item.of("a", "a", None, b"hang")], {}))
    process.stdin.close()
    assert process.wait(timeout=30) == 0
    process.stdout.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process.pid, signal.SIGKILL)


@pytest.mark.parametrize(
    ("option", "value"), [("--document-timeout", "x"), ("--document-memory", "-1"), ("--workers", "0")]
)
def test_limits_are_whole_numbers(batch, option, value):
    ran = batch("in", "--to", "out", option, value)
    assert ran.status == 2
    assert f"“{value}” is not a whole number of at least" in ran.err


def test_real_documents_beyond_the_limits(batch, tmp_path, few):
    """A text of 30 MB needs more than 64; the others need not."""
    from tests.batch.conftest import rows

    (tmp_path / "in" / "large.txt").write_bytes(b"Revenue increased in the quarter.\n\n" * 900_000)
    assert batch(few, "--to", "out", "--workers", "1", "--document-memory", "64").status == 0
    assert {row["source"]: row["reason"] or row["status"] for row in rows(tmp_path / "out")} == {
        "in/large.txt": "it needs more memory than a document may have",
        "in/picture.png": "a binary file; give the release as text, HTML, Word or PDF",
        "in/right.txt": "audited",
        "in/wrong.txt": "audited",
    }
