"""The releases that are measured: those that are named, or else some that are made up."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from auditor.cli.demo import SAMPLE
from tests.batch.made import as_html, release

VARIABLE = "RELEASES"  # of the environment: files and folders, as in PATH
MADE = 6
FIGURES = 10_000  # of the long release


def documents(names: Sequence[str]) -> list[tuple[str, bytes]]:
    """(name, bytes) of the files and folders that are named, or else of those that the variable RELEASES names; the
    sample release and some that are made up where neither names any."""
    named = names or [name for name in os.environ.get(VARIABLE, "").split(os.pathsep) if name]
    paths = [path for name in named for path in _files(Path(name))]
    if paths:
        return [(path.name, path.read_bytes()) for path in paths]
    print("no releases are named: the sample release and some that are made up are measured")
    texts = [(f"made-{number}.txt", release(number)) for number in range(MADE)]
    pages = [(f"made-{number}.htm", as_html(text)) for number, (_, text) in enumerate(texts)]
    return [(SAMPLE.name, SAMPLE.read_bytes()), *((name, text.encode()) for name, text in texts + pages)]


def _files(path: Path) -> list[Path]:
    return sorted(path.glob("*.*")) if path.is_dir() else [path]


def long() -> bytes:
    """A release of ten thousand figures, in tables of fifty rows and four columns that add up, with sentences."""
    lines = ["Brook Mills Reports Its Third Quarter", ""]
    for table in range(FIGURES // 204 + 1):
        lines += [f"Revenue of region {table} for the quarter ended September 30, 2025 was $1,250 thousand.", ""]
        lines += ["(In thousands)".rjust(60), "", f"{'':<30}{'2025':>12}{'2024':>12}{'2023':>12}{'2022':>12}"]
        rows = [[25 + column for column in range(4)] for _ in range(50)]
        lines += [f"Store {row} of region {table:<10}"[:30].ljust(30) + "".join(f"{n:>12,}" for n in values)
                  for row, values in enumerate(rows)]  # fmt: skip
        lines += [f"{'':<30}" + "  ----------" * 4]
        totals = (sum(values[column] for values in rows) for column in range(4))
        lines += ["Total revenue".ljust(30) + "".join(f"{n:>12,}" for n in totals), ""]
    return "\n".join(lines).encode()
