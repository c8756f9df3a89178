"""Pipes, colours and interrupts."""

import os
import signal
import subprocess
import sys
import time

import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals and pseudo-terminals of Unix")


def command(*arguments):
    return [sys.executable, "-m", "auditor", *arguments]


def test_reader_that_leaves_early(tmp_path, wrong):
    """The other end of the pipe is closed before anything is written, as `head` may do."""
    reading, writing = os.pipe()
    os.close(reading)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with os.fdopen(writing, "wb") as pipe:
        done = subprocess.run(
            command("check", wrong, "--format", "json"),
            stdout=pipe,
            stderr=subprocess.PIPE,
            cwd=tmp_path,
            env=environment,
        )
    assert done.returncode == 141
    assert done.stderr == b""


def test_interrupt(tmp_path):
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    running = subprocess.Popen(
        command("check", "-"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    )
    time.sleep(1.5)  # it waits for standard input by then
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=30)
    assert running.returncode == 130
    assert err == b"auditor: interrupted\n"


def test_no_colour_in_a_pipe(process, wrong):
    assert b"\x1b" not in process("check", wrong).stdout


def on_a_terminal(tmp_path, *names, stream="stderr", **environment):
    """What a run over releases writes to one of its streams, where that is a terminal."""
    import pty
    import termios

    main, other = pty.openpty()
    termios.tcsetwinsize(other, (24, 80))
    variables = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "TERM": "xterm", **environment}
    streams = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, stream: other}
    subprocess.run(
        command("check", *names), **streams, stdin=subprocess.DEVNULL, cwd=tmp_path, env=variables, timeout=60
    )
    os.close(other)
    found = b""
    while True:
        try:
            part = os.read(main, 65536)
        except OSError:  # the terminal is closed and empty
            break
        if not part:
            break
        found += part
    os.close(main)
    return found


def test_progress_on_a_terminal_only(tmp_path, wrong, right, process):
    assert b"/2 [" in on_a_terminal(tmp_path, wrong, right)
    assert process("check", wrong, right).stderr == b""


def test_no_progress_of_one_release_nor_where_a_terminal_cannot_show_it(tmp_path, wrong, right):
    assert on_a_terminal(tmp_path, wrong) == b""
    assert on_a_terminal(tmp_path, wrong, right, TERM="dumb") == b""


def test_colour_on_a_terminal(tmp_path, wrong, monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert b"\x1b[1;31m" in on_a_terminal(tmp_path, wrong, stream="stdout")


def test_no_colour_where_it_is_refused(tmp_path, wrong):
    assert b"\x1b" not in on_a_terminal(tmp_path, wrong, stream="stdout", NO_COLOR="1")


def test_output_is_utf_8_whatever_the_locale(process, wrong):
    done = process("check", wrong, env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"})
    assert "“12%”".encode() in done.stdout or b"12%" in done.stdout
    assert done.stderr == b""
