"""The same rows, whatever engine: Ray on this machine, and Spark as the page about it shows."""

import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.batch.conftest import MANY, complaints, dataset
from tests.batch.made import archive

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "archive.md").read_text("utf-8")


@pytest.mark.skipif(find_spec("ray") is None, reason="Ray is not installed: pip install 'auditor[ray]'")
def test_ray_gives_what_the_pool_gives(batch, start, tmp_path, many):
    batch(many, "--to", "calm")
    process = start(many, "--to", "out", "--engine", "ray", "--workers", "2")
    out, err = process.communicate(timeout=300)
    assert process.returncode == 0, err
    assert complaints(err) == ""
    assert out.startswith(f"out: {MANY} documents done\n")
    assert dataset(tmp_path / "out") == dataset(tmp_path / "calm")


def test_without_ray(batch, few, monkeypatch):
    monkeypatch.setitem(sys.modules, "ray", None)
    ran = batch(few, "--to", "out", "--engine", "ray", "--workers", "1")
    assert ran.status == 2
    assert ran.err == "auditor batch: --engine ray needs Ray: pip install 'auditor[ray]'\n"


def test_without_the_packages_of_the_batch(batch, few, monkeypatch):
    monkeypatch.setattr("auditor.cli.batch.find_spec", lambda name: None)
    ran = batch(few, "--to", "out")
    assert ran.status == 2
    assert ran.err == "auditor batch: pyarrow and fsspec not installed: pip install 'auditor[batch]'\n"


@pytest.mark.skipif(find_spec("ray") is None, reason="Ray is not installed: pip install 'auditor[ray]'")
def test_no_cluster_at_the_address(batch, few, monkeypatch):
    import ray

    def refuse(**_):
        raise ConnectionError("Failed to connect\nmore")

    monkeypatch.setattr(ray, "init", refuse)
    ran = batch(few, "--to", "out", "--engine", "ray", "--address", "127.0.0.1:1", "--workers", "1")
    assert ran.status == 2
    assert ran.err == "auditor batch: no Ray cluster answers at 127.0.0.1:1 (Failed to connect)\n"


@pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs a Java runtime, and there is none")
@pytest.mark.skipif(find_spec("pyspark") is None, reason="PySpark is not installed")
def test_spark_page(tmp_path):
    import pyarrow.parquet as pq

    from auditor.batch import tables

    (program,) = re.findall(r"^```python\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
    archive(tmp_path / "archive", 12)
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, timeout=300,
        env={**os.environ, "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    found = tables(pq.read_table(tmp_path / "results"))
    assert found["documents"]["status"].to_pylist() == ["audited"] * 12
    assert found["findings"].num_rows == 2


def test_links_of_the_page_lead_to_files():
    for link in re.findall(r"\]\(([^)#]+)[^)]*\)", PAGE):
        assert link.startswith("https://") or (ROOT / "docs" / link).exists(), link
