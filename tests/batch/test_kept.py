"""Nothing lost, nothing doubled: what is there is kept, what is missing is done, what differs is refused."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from auditor.batch.folder import Folder, identity
from auditor.batch.shards import MOST
from auditor.errors import AuditorError
from tests.batch.conftest import MANY, dataset, rows
from tests.batch.made import release


def test_the_same_command_again_does_nothing(batch, tmp_path, few):
    batch(few, "--to", "out")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*.parquet")}
    ran = batch(few, "--to", "out")
    assert ran.out.startswith("out: 0 documents done, 3 were there\naudited             2\n")
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*.parquet")} == before


def test_only_what_is_missing_is_done(batch, tmp_path, many):
    batch(many, "--to", "out")
    whole = dataset(tmp_path / "out")
    files = sorted((tmp_path / "out" / "documents").iterdir())
    assert len(files) > 3
    files[0].unlink()  # documents are written last, so this shard is not whole
    (tmp_path / "out" / "facts" / files[1].name).unlink()
    ran = batch(many, "--to", "out")
    assert ran.out.startswith("out: ")
    done = int(ran.out.split()[1])
    assert 0 < done < MANY
    assert f"{MANY - done} were there" in ran.out
    assert dataset(tmp_path / "out") == whole


def test_a_new_document_changes_few_shards(batch, tmp_path, many):
    batch(many, "--to", "out")
    (tmp_path / many / "000" / "00050a.txt").write_text(release(1234), "utf-8")
    ran = batch(many, "--to", "out")
    assert int(ran.out.split()[1]) <= 2 * MOST
    assert "shards of documents that changed or are gone were removed" in ran.out
    sources = [row["source"] for row in rows(tmp_path / "out")]
    assert len(sources) == len(set(sources)) == MANY + 1


def test_a_changed_document_is_done_anew(batch, tmp_path, few):
    batch(few, "--to", "out")
    (tmp_path / "in" / "wrong.txt").write_text(release(8), "utf-8")
    batch(few, "--to", "out")
    assert [row["errors"] for row in rows(tmp_path / "out")] == [None, 0, 0]
    assert rows(tmp_path / "out", "findings") == []


def test_a_document_that_is_gone(batch, tmp_path, few):
    batch(few, "--to", "out")
    (tmp_path / "in" / "wrong.txt").unlink()
    batch(few, "--to", "out")
    assert [row["source"] for row in rows(tmp_path / "out")] == ["in/picture.png", "in/right.txt"]


def test_what_cannot_be_read_for_now_is_kept(batch, tmp_path, few):
    """A store that does not answer today must not cost what was audited yesterday."""
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "a.txt").write_text(release(2), "utf-8")
    batch(few, "more", "--to", "out")
    assert len(rows(tmp_path / "out")) == 4
    (tmp_path / "more" / "a.txt").rename(tmp_path / "a.txt")
    (tmp_path / "in" / "new.txt").write_text(release(3), "utf-8")
    ran = batch(few, "more", "--to", "out")
    assert ran.status == 2
    assert ran.err == "more: the folder holds no file\n"
    assert json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))["complete"] is False
    sources = [row["source"] for row in rows(tmp_path / "out")]
    assert len(sources) == len(set(sources))
    (tmp_path / "a.txt").rename(tmp_path / "more" / "a.txt")
    assert batch(few, "more", "--to", "out").status == 0
    assert len(rows(tmp_path / "out")) == 5


def test_refresh_does_all(batch, tmp_path, few):
    batch(few, "--to", "out")
    assert batch(few, "--to", "out", "--refresh").out.startswith("out: 3 documents done\n")
    assert len(rows(tmp_path / "out")) == 3


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("in", "--ignore", "C003"), "setting ignore none there, C003 now"),
        (("in", "--document-timeout", "7"), "setting document-timeout 120 there, 7 now"),
        (("in", "--all-documents"), "setting all-documents False there, True now"),
        (("in/*.txt",), "sources in there, in/*.txt now"),
    ],
)
def test_other_settings_are_refused(batch, few, arguments, said):
    batch(few, "--to", "out")
    ran = batch(*arguments, "--to", "out")
    assert ran.status == 2
    assert ran.err == (
        f"out: was made with other settings: {said}. Give another folder with --to, or --refresh to do all anew\n"
    )
    assert batch(*arguments, "--to", "out", "--refresh").status == 0


def test_other_rules_and_versions_are_refused(batch, tmp_path, few):
    batch(few, "--to", "out")
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))
    digest = manifest["tool"]["rules"]
    manifest["tool"] = {"name": "auditor", "version": "0.0.1", "rules": "0" * 64}
    (tmp_path / "out" / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    ran = batch(few, "--to", "out")
    assert ran.status == 2
    assert (
        f"program version 0.0.1 there, {manifest_version()} now; rules 000000000000 there, {digest[:12]} now" in ran.err
    )


def manifest_version() -> str:
    from auditor import __version__

    return __version__


def test_a_folder_of_other_things_is_left_alone(batch, tmp_path, few):
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "letter.txt").write_text("x")
    ran = batch(few, "--to", "other")
    assert ran.status == 2
    assert ran.err == "other: holds other files and no manifest.json; give --to a folder that is new or empty\n"
    (tmp_path / "file").write_text("x")
    assert batch(few, "--to", "file").status == 2


def test_broken_manifest(batch, tmp_path, few):
    batch(few, "--to", "out")
    (tmp_path / "out" / "manifest.json").write_text("{", "utf-8")
    ran = batch(few, "--to", "out")
    assert ran.status == 2
    assert "out/manifest.json: cannot be read" in ran.err
    assert batch(few, "--to", "out", "--refresh").status == 0


def test_one_batch_at_a_time(batch, tmp_path, few):
    batch(few, "--to", "out")
    folder = Folder(tmp_path / "out", identity("v", "r", {}, []), refresh=True)
    ran = batch(few, "--to", "out")
    folder.close()
    assert ran.err == "out: another batch is writing to it; wait for it, or give another folder\n"


# ------------------------------------------------------------------------------------------------ disks


def small_disk(tmp_path: Path) -> Path:
    place = tmp_path / "disk"
    place.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", place], capture_output=True, text=True)
    if made.returncode:
        pytest.skip(f"no small disk can be mounted here: {made.stderr.strip()}")
    return place


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can mount a small disk")
def test_full_disk(batch, tmp_path, many):
    place = small_disk(tmp_path)
    try:
        ran = batch(many, "--to", "disk/out")
        assert ran.status == 2
        assert ran.err == (
            "disk/out: the disk is full; what was done stays good: make room and give the same command again\n"
        )
        assert len(rows(place / "out")) > 0
        subprocess.run(["mount", "-o", "remount,size=40m", place], check=True)
        again = batch(many, "--to", "disk/out")
        assert again.status == 0
        assert "were there" in again.out
        assert len(rows(place / "out")) == MANY
    finally:
        subprocess.run(["umount", place], check=True)


def test_unwritable_folder(batch, tmp_path, few, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("auditor.batch.folder._write", refuse)
    ran = batch(few, "--to", "out")
    assert ran.status == 2
    assert ran.err == (
        "out: cannot be written (Permission denied); what was done stays good: mend that and give the same command "
        "again\n"
    )


def test_a_shard_is_whole_or_not_there(tmp_path, monkeypatch):
    tables = {name: name.encode() for name in ("documents", "claims", "facts", "findings")}
    folder = Folder(tmp_path / "out", identity("v", "r", {}, []))
    renamed = []
    monkeypatch.setattr("auditor.batch.folder.os.replace", lambda a, b: renamed.append(Path(b).parent.name))
    folder.add("k", tables)
    assert renamed == ["claims", "facts", "findings", "documents"]
    monkeypatch.setattr("auditor.batch.folder._write", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left")))
    with pytest.raises(AuditorError, match="the disk is full"):
        folder.add("l", tables)
    folder.close()
