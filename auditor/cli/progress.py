"""How far a batch is: a bar on a terminal, elsewhere one line a minute."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, TextIO

from auditor.cli.terminal import draws
from auditor.reporting.style import safe

if TYPE_CHECKING:
    from tqdm import tqdm

    from auditor.batch.run import Progress

REDRAW, REPEAT = 0.2, 60.0  # seconds between two states of the bar, and between two lines
SETTLED = 5.0  # seconds after which the speed says something about the time left
BAR = "{percentage:3.0f}%|{bar:24}| {desc}"
LEFT = ", {remaining} left"


class Display:
    def __init__(self, stream: TextIO) -> None:
        self._stream, self._terminal = stream, draws(stream)
        self._last = time.monotonic()
        self._bar: tqdm[Any] | None = None

    def show(self, progress: Progress) -> None:
        now = time.monotonic()
        if now - self._last < (REDRAW if self._terminal else REPEAT):
            return
        self._last = now
        if self._terminal:
            self._draw(progress, now - progress.started)
        else:
            self._stream.write(line(progress, now - progress.started) + "\n")
            self._stream.flush()

    def say(self, text: str) -> None:
        """One line of its own, above the bar."""
        self.end()
        self._stream.write(" ".join(safe(text).split("\n")) + "\n")
        self._stream.flush()

    def end(self) -> None:
        """Takes the bar away."""
        if self._bar is not None:
            self._bar.close()
            self._bar = None

    def _draw(self, progress: Progress, seconds: float) -> None:
        from tqdm import tqdm  # by now the batch is at work, and nobody waits for it

        bar: tqdm[Any] = self._bar or tqdm(total=1.0, leave=False, file=self._stream, dynamic_ncols=True, smoothing=0)
        self._bar = bar
        bar.start_t = time.time() - seconds
        bar.n, bar.bar_format = progress.share, BAR + _left(progress, seconds)
        bar.set_description_str(counts(progress, seconds))


def line(progress: Progress, seconds: float) -> str:
    """`12,400 documents, 31.0 a second, 214 findings, 62%, 04:10 left`."""
    from tqdm import tqdm

    form = "{desc}, {percentage:.0f}%" + _left(progress, seconds)
    return str(tqdm.format_meter(progress.share, 1.0, seconds, prefix=counts(progress, seconds), bar_format=form))


def counts(progress: Progress, seconds: float) -> str:
    parts = [f"{progress.documents:,} documents"]
    if progress.kept:
        parts[0] += f" ({progress.kept:,} more were there)"
    if seconds > 0:
        parts.append(f"{progress.documents / seconds:.1f} a second")
    return ", ".join([*parts, f"{progress.findings:,} findings"])


def _left(progress: Progress, seconds: float) -> str:
    return LEFT if progress.share > 0 and seconds >= SETTLED else ""
