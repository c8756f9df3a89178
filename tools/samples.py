"""Writes the sample reports and the catalogue of the rules anew: `python3 dev.py samples`.

The samples are the golden files of the reports: each is what a user gets from `auditor demo --format FORMAT`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from auditor.batch.schema import page as dataset_page
from auditor.cli.demo import demo_report
from auditor.reporting import reporter
from auditor.rulebook import catalogue_page, load

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "reports" / "samples"
SAMPLES = {"text": "demo.txt", "json": "demo.json", "html": "demo.html"}


def samples() -> dict[Path, str]:
    """Each generated file's path and what it is to hold."""
    report = demo_report()
    found = {FOLDER / name: reporter(form)(report) for form, name in SAMPLES.items()}
    found[ROOT / "docs" / "dataset.md"] = dataset_page()
    return {**found, ROOT / "rules" / "catalogue.md": catalogue_page(load())}


def main() -> int:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for path, text in samples().items():
        path.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
