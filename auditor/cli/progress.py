"""How far a batch is: a bar on a terminal, elsewhere one line a minute."""

from __future__ import annotations

import shutil
import time
from typing import TYPE_CHECKING, TextIO

from auditor.reporting.style import safe

if TYPE_CHECKING:
    from auditor.batch.run import Progress

REDRAW, REPEAT = 0.2, 60.0  # seconds between two states of the bar, and between two lines
SETTLED = 5.0  # seconds after which the speed says something about the time left
WIDTH = 24  # of the bar, in columns


class Display:
    def __init__(self, stream: TextIO) -> None:
        self._stream, self._terminal = stream, stream.isatty()
        self._last, self._drawn = time.monotonic(), False

    def show(self, progress: Progress) -> None:
        now = time.monotonic()
        if now - self._last < (REDRAW if self._terminal else REPEAT):
            return
        self._last = now
        text = line(progress, now - progress.started)
        if self._terminal:
            room = shutil.get_terminal_size((100, 24)).columns - 1
            self._stream.write("\r\x1b[K" + f"{bar(progress.share)} {text}"[:room])
            self._drawn = True
        else:
            self._stream.write(text + "\n")
        self._stream.flush()

    def say(self, text: str) -> None:
        """One line of its own, above the bar."""
        self.end()
        self._stream.write(" ".join(safe(text).split("\n")) + "\n")
        self._stream.flush()

    def end(self) -> None:
        """Takes the bar away."""
        if self._drawn:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
            self._drawn = False


def bar(share: float) -> str:
    full = round(share * WIDTH)
    return f"[{'#' * full}{'.' * (WIDTH - full)}]"


def line(progress: Progress, seconds: float) -> str:
    """`12,400 documents, 31.0 a second, 214 findings, 62%, 4 min left`."""
    parts = [f"{progress.documents:,} documents"]
    if progress.kept:
        parts[0] += f" ({progress.kept:,} more were there)"
    if seconds > 0:
        parts.append(f"{progress.documents / seconds:.1f} a second")
    parts += [f"{progress.findings:,} findings", f"{progress.share:.0%}"]
    if progress.share > 0 and seconds >= SETTLED:
        parts.append(f"{duration(seconds * (1 - progress.share) / progress.share)} left")
    return ", ".join(parts)


def duration(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"
