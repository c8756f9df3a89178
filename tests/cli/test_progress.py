"""How far a batch is, on a terminal and elsewhere."""

import io
import re

import pytest

from auditor.batch.run import Progress
from auditor.cli import progress as shown
from auditor.cli.progress import Display, line


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def at(monkeypatch):
    """Sets the clock."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")

    def at(seconds):
        monkeypatch.setattr(shown.time, "monotonic", lambda: 1000.0 + seconds)

    at(0)
    return at


def half_way():
    return Progress(documents=1240, findings=21, share=0.5, started=1000.0)


def test_a_line_says_how_far_it_is():
    assert line(half_way(), 40) == "1,240 documents, 31.0 a second, 21 findings, 50%, 00:40 left"


def test_what_was_there_is_not_counted_into_the_speed():
    progress = Progress(documents=1240, findings=21, kept=300, share=0.5)
    assert line(progress, 40).startswith("1,240 documents (300 more were there), 31.0 a second, ")


def test_the_time_left_is_not_guessed_from_the_first_seconds():
    assert line(half_way(), 4) == "1,240 documents, 310.0 a second, 21 findings, 50%"
    assert line(Progress(), 0) == "0 documents, 0 findings, 0%"


def test_one_line_a_minute_without_a_terminal(at):
    stream = io.StringIO()
    display = Display(stream)
    for seconds in range(0, 130, 10):
        at(seconds)
        display.show(half_way())
    display.end()
    assert stream.getvalue() == (
        "1,240 documents, 20.7 a second, 21 findings, 50%, 01:00 left\n"
        "1,240 documents, 10.3 a second, 21 findings, 50%, 02:00 left\n"
    )


def test_a_bar_on_a_terminal_that_leaves_nothing_behind(at):
    stream = Terminal()
    display = Display(stream)
    at(40)
    display.show(half_way())
    assert re.split(r"[\r\n]", stream.getvalue())[-1].rstrip() == (
        " 50%|############            | 1,240 documents, 31.0 a second, 21 findings, 00:40 left"
    )
    display.say("a.txt: cannot be read")
    display.end()
    assert re.split(r"[\r\n]", stream.getvalue())[-2:] == ["a.txt: cannot be read", ""]
