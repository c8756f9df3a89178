"""The wheel, built and installed into an empty environment, works from any folder."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Built in this environment: hatchling is one of the development packages, so no network is needed."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=120)
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """The `auditor` command of an environment that holds the wheel alone. Its dependencies are those of this one,
    lent by a path file, so that the test takes seconds; none of them is this project."""
    home = tmp_path_factory.mktemp("home")
    venv.create(home, with_pip=False, symlinks=os.name != "nt")
    scripts = home / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / ("python.exe" if os.name == "nt" else "python")
    where = [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    site = Path(subprocess.run(where, check=True, capture_output=True, text=True).stdout.strip())
    target = ["--target", str(site), "--no-deps", "--no-index", "--quiet", str(wheel)]
    subprocess.run([sys.executable, "-m", "pip", "--disable-pip-version-check", "install", *target], check=True)
    (site / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    return [str(python), "-m", "auditor"]


def run(command, folder, *arguments):
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(
        [*command, *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
    )


def test_wheel_holds_what_the_program_needs_and_nothing_else(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert "auditor/_data/rules/vocabulary.yaml" in names
    assert "auditor/_data/reports/templates/report.html.j2" in names
    assert "auditor/reporting/audit.schema.json" in names
    assert "auditor/demo/halden-ridge-2025q3.txt" in names
    assert "auditor/py.typed" in names
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == {"auditor"}


def test_it_is_the_wheel_that_runs(installed, tmp_path):
    where = run([installed[0]], tmp_path, "-c", "import auditor; print(auditor.__file__)")
    assert str(ROOT / "auditor") not in where.stdout
    assert where.returncode == 0, where.stderr


def test_demo_from_another_folder(installed, tmp_path):
    done = run(installed, tmp_path, "demo", "--html", "r.html")
    assert done.returncode == 0, done.stderr
    assert "halden-ridge-2025q3.txt: 5 errors and 1 warning" in done.stdout
    assert (tmp_path / "r.html").read_text("utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize("arguments", [("rules",), ("test",)])
def test_rules_are_found(installed, tmp_path, arguments):
    done = run(installed, tmp_path, *arguments)
    assert done.returncode == 0, done.stderr
    assert done.stdout
