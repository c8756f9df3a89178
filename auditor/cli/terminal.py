"""Standard output and standard error."""

from __future__ import annotations

import io
import os
import shutil
import sys
import traceback
from collections.abc import Iterable, Sequence
from typing import TextIO

from auditor.reporting.style import Style, safe

TRACEBACK = "AUDITOR_TRACEBACK"  # an environment variable for whoever repairs the program
MOST_COLUMNS = 120  # longer lines of running text are hard to read


def prepare() -> None:
    """Both streams write UTF-8 with bare newlines whatever the locale: JSON must be the same bytes everywhere."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def put(text: str) -> None:
    """`text`, which ends in a newline, to standard output."""
    sys.stdout.write(text)


def flush() -> None:
    """What was put is shown now, also where the output is no terminal."""
    sys.stdout.flush()


def complain(line: str) -> None:
    """One line to standard error; on a terminal it takes the place of a progress bar."""
    sys.stdout.flush()
    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K")
    sys.stderr.write(" ".join(safe(line).split("\n")) + "\n")


def report_fault(where: str, fault: Exception) -> None:
    """The line about a fault of the program itself; its traceback where AUDITOR_TRACEBACK is set."""
    if os.environ.get(TRACEBACK):
        traceback.print_exception(fault)
    complain(f"{where}: the program failed ({type(fault).__name__}: {fault}); please report it")


def draws(stream: TextIO) -> bool:
    """Whether it is a terminal on which a line can be drawn again."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def watched(names: Sequence[str]) -> Iterable[str]:
    """`names` one by one; on a terminal, where there are several, with a progress bar that leaves nothing behind."""
    if len(names) < 2 or not draws(sys.stderr):
        return names
    from tqdm import tqdm  # needed by few runs

    return tqdm(names, unit="release", leave=False, file=sys.stderr)


def style_of(stream: TextIO) -> Style:
    """Colours on a terminal only, and never where NO_COLOR is set (https://no-color.org)."""
    terminal = stream.isatty()
    colour = draws(stream) and not os.environ.get("NO_COLOR")
    width = shutil.get_terminal_size((100, 24)).columns if terminal else 100
    return Style(colour, max(50, min(width, MOST_COLUMNS)))
