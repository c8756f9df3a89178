#!/usr/bin/env python3
"""What a clone of this repository can do on a machine with Python 3.11 or newer and nothing else.

    python3 dev.py demo      audits the sample release and writes its HTML report to demo.html
    python3 dev.py check     runs every test: style, types, import contracts, tests with branch coverage
    python3 dev.py bench     measures speed, and the size and speed of the HTML reports (of the files and folders
                             that the variable RELEASES names)
    python3 dev.py rules-report   plants errors for each rule, and counts those that it finds
    python3 dev.py samples   writes the committed sample reports and generated pages anew

Each makes the virtual environment `.venv` when it is missing and installs this project into it.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
HOME = ROOT / ".venv"
BIN = HOME / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
FOLDERS = ("auditor", "tests", "benchmarks", "tools")

TASKS: dict[str, tuple[tuple[str, ...], ...]] = {
    "demo": (("-m", "auditor", "demo", "--html", "demo.html"),),
    "check": (
        ("-m", "ruff", "check", *FOLDERS, "dev.py"),
        ("-m", "ruff", "format", "--check", *FOLDERS, "dev.py"),
        ("-m", "mypy"),
        ("-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"),
        ("-m", "pytest", "--cov"),
    ),
    "bench": (("-m", "benchmarks"), ("-m", "benchmarks.pages"), ("-m", "benchmarks.batch")),
    "samples": (("-m", "tools.samples"),),
    "rules-report": (("-m", "tools.rules_report"),),
}


def main() -> int:
    task = sys.argv[1] if len(sys.argv) == 2 else ""
    if task not in TASKS:
        print(__doc__.strip(), file=sys.stderr)
        return 0 if sys.argv[1:] in (["-h"], ["--help"]) else 2
    if sys.version_info < (3, 11):
        print(f"dev.py: Python 3.11 or newer is needed, this is {sys.version.split()[0]}", file=sys.stderr)
        return 2
    install("." if task == "demo" else ".[dev]")
    # An editable install has no byte code where Python is told to write none; every start would compile all modules.
    subprocess.run([PYTHON, "-m", "compileall", "-q", "auditor"], cwd=ROOT, stdin=subprocess.DEVNULL)
    # All steps run whatever the earlier ones found: whoever repairs one thing wants to know of the others.
    done = [subprocess.run([PYTHON, *step], cwd=ROOT, stdin=subprocess.DEVNULL).returncode for step in TASKS[task]]
    return next((status for status in done if status), 0)


def install(what: str) -> None:
    """Makes .venv and installs the project into it, editable; skips what an earlier run did from the same files."""
    wanted = (ROOT / "pyproject.toml").read_bytes() + (ROOT / "constraints.txt").read_bytes()
    stamps = {extra: HOME / f"installed{extra}-{hashlib.sha256(wanted).hexdigest()[:16]}" for extra in ("", "-dev")}
    mine = stamps["-dev" if "dev" in what else ""]
    if mine.exists() or stamps["-dev"].exists():
        return
    if not PYTHON.exists() or subprocess.run([PYTHON, "-m", "pip", "--version"], capture_output=True).returncode:
        make = subprocess.run([sys.executable, "-m", "venv", "--clear", HOME], stdin=subprocess.DEVNULL)
        if make.returncode:
            sys.exit("dev.py: no virtual environment could be made; on Debian: apt-get install python3-venv")
    pip = [PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--constraint", "constraints.txt"]
    done = subprocess.run([*pip, "--editable", what], cwd=ROOT, stdin=subprocess.DEVNULL)
    if done.returncode:
        sys.exit("dev.py: the installation failed, see above; it needs a package index once")
    mine.touch()


if __name__ == "__main__":
    sys.exit(main())
