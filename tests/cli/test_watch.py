"""`auditor check --watch`: an audit for each save, whatever happens to the file in between."""

import os
import queue
import signal
import subprocess
import sys
import threading

import pytest

from auditor.cli.watch import EMPTY_FOR, LOOK_EVERY, saves

PATIENCE = 60  # seconds; a test of speed belongs to the benchmark


class Looks:
    """What is seen of one file, look after look; the last for good."""

    def __init__(self, *stamps):
        self.stamps = list(stamps)

    def __call__(self, files):
        stamp = self.stamps.pop(0) if len(self.stamps) > 1 else self.stamps[0]
        return dict.fromkeys(files, stamp)


def audits(*stamps):
    """How many audits there were by the time that all was seen."""
    looks = Looks(*stamps)
    count = 0

    class Over(Exception):
        pass

    slept = 0.0

    def sleep(seconds):
        nonlocal slept
        slept += seconds
        if slept > LOOK_EVERY * (len(stamps) + 1) + 2 * EMPTY_FOR:
            raise Over

    with pytest.raises(Over):
        for _ in saves(["draft.txt"], looks, sleep):
            count += 1
    return count


A, B, EMPTY, OTHER = (1, 10, 500), (1, 20, 510), (1, 15, 0), (2, 30, 500)


def test_first_audit_is_at_once():
    assert audits(A) == 1


def test_save_is_audited_once():
    assert audits(A, A, B, B, B) == 2


def test_file_put_in_the_place_of_the_old_one():
    assert audits(A, OTHER) == 2


def test_file_that_is_gone_is_waited_for(capsys):
    assert audits(A, *[None] * 20, B) == 2
    assert capsys.readouterr().err == "draft.txt: the file is gone; waiting for it\n"


def test_file_that_is_empty_is_waited_for(capsys):
    assert audits(A, *[EMPTY] * 20, B) == 2
    assert capsys.readouterr().err == "draft.txt: the file is empty; waiting for it\n"


def test_save_that_empties_the_file_first_is_one_save(capsys):
    assert audits(A, EMPTY, None, B) == 2
    assert capsys.readouterr().err == ""


@pytest.fixture
def watching(tmp_path, wrong):
    """The command as a process, and a function that waits for a line of its output."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(
        [sys.executable, "-m", "auditor", "check", "--watch", wrong],
        cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8",
    )  # fmt: skip
    lines: queue.Queue[str] = queue.Queue()
    threading.Thread(target=lambda: [lines.put(line) for line in process.stdout], daemon=True).start()

    def until(words):
        seen = []
        while not seen or words not in seen[-1]:
            seen.append(lines.get(timeout=PATIENCE))
        return "".join(seen)

    yield process, until
    process.kill()
    process.wait(timeout=PATIENCE)


@pytest.mark.skipif(os.name == "nt", reason="interrupts a process as a terminal does")
def test_command_lives_through_all_that_happens_to_a_file(watching, tmp_path, wrong):
    process, until = watching
    draft = tmp_path / wrong
    text = draft.read_text("utf-8")
    assert "1 error" in until("Watching wrong.txt")
    draft.write_text(text.replace("12%", "9%"), "utf-8")
    assert "No contradiction found" in until("Watching wrong.txt")
    draft.write_text("", "utf-8")
    until("wrong.txt: the file is empty; waiting for it")
    draft.unlink()
    until("wrong.txt: the file is gone; waiting for it")
    (tmp_path / "new.txt").write_text(text, "utf-8")
    (tmp_path / "new.txt").replace(draft)
    assert "1 error" in until("Watching wrong.txt")
    draft.write_bytes(b"PK\x03\x04 half of a file")
    assert "wrong.txt: " in until("Watching wrong.txt")
    draft.write_text(text.replace("12%", "9%"), "utf-8")
    assert "No contradiction found" in until("Watching wrong.txt")
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=PATIENCE) == 0


def test_standard_input_cannot_be_watched(run):
    ran = run("check", "--watch", "-")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "auditor check: standard input (“-”) cannot be watched; name a file\n"
