"""Writes the sample reports anew: `python3 dev.py samples`. They are the golden files of the reports.

Each is what a user gets from `auditor demo --format FORMAT`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from auditor.cli.demo import demo_report
from auditor.reporting import reporter

FOLDER = Path(__file__).resolve().parents[1] / "reports" / "samples"
SAMPLES = {"text": "demo.txt", "json": "demo.json", "html": "demo.html"}


def samples() -> dict[Path, str]:
    """Each sample report's path and what it is to hold."""
    report = demo_report()
    return {FOLDER / name: reporter(form)(report) for form, name in SAMPLES.items()}


def main() -> int:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for path, text in samples().items():
        path.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
