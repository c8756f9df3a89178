"""`auditor check --watch`: audits again on each save.

The files are looked at many times a second instead of asking the system to tell: that works on every disk, and for
programs that save by putting another file in the place of the old one.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence

from auditor.cli.paths import STANDARD_INPUT, shown
from auditor.cli.status import FINE
from auditor.cli.terminal import complain, flush
from auditor.errors import AuditorError, SettingsError

LOOK_EVERY = 0.05  # seconds
EMPTY_FOR = 0.5  # seconds after which an empty file is one that was emptied, not one that is being saved

Stamp = tuple[int, int, int]
"""Which file it is, when it was last written (in nanoseconds), and its size."""


def watch(files: Sequence[str], audit: Callable[[], int]) -> int:
    """Audits at once and after each save, until the user interrupts; the status of the last audit. Raises
    SettingsError for files that cannot be watched."""
    if STANDARD_INPUT in files:
        raise SettingsError("auditor check: standard input (“-”) cannot be watched; name a file")
    status = FINE
    try:
        for _ in saves(files):
            try:
                status = audit()
            except AuditorError as fault:  # as a waivers file with a fault; the next save may mend it
                complain(str(fault))
            complain(f"Watching {', '.join(map(shown, files))}; Ctrl-C ends.")
            flush()
    except KeyboardInterrupt:
        return status
    return status


def saves(
    files: Sequence[str],
    stamps: Callable[[Sequence[str]], Mapping[str, Stamp | None]] | None = None,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[None]:
    """Once for the files as they are, then once for each save of one of them. A file that is gone or empty is waited
    for, and said to be so."""
    look = stamps or stamps_of
    known = look(files)
    told: dict[str, str] = {}
    empty: dict[str, float] = {}
    yield
    while True:
        sleep(LOOK_EVERY)
        now = look(files)
        ready = {name for name in files if now[name] != known[name]}
        for name in files:
            lack = _lack(now[name])
            if not lack:
                told.pop(name, None)
                empty.pop(name, None)
                continue
            ready.discard(name)
            empty[name] = empty.get(name, 0.0) + LOOK_EVERY
            if told.get(name) != lack and empty[name] >= EMPTY_FOR:
                told[name] = lack
                complain(f"{shown(name)}: {lack}; waiting for it")
        if ready:
            known = {name: now[name] if name in ready else known[name] for name in files}
            yield


def _lack(stamp: Stamp | None) -> str:
    """What keeps a file from being audited."""
    if stamp is None:
        return "the file is gone"
    return "" if stamp[2] else "the file is empty"


def stamps_of(files: Sequence[str]) -> dict[str, Stamp | None]:
    """The stamp of each file, None for one that is not there."""
    return {name: _stamp(name) for name in files}


def _stamp(name: str) -> Stamp | None:
    try:
        found = os.stat(name)
    except OSError:  # gone, or not to be seen for a moment while it is replaced
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size
