"""What may be given as a source, and every kind of bad one: said in one line, or a row with its reason."""

import gzip
import io
import os
import tarfile
import zipfile

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.batch.conftest import rows
from tests.batch.made import PICTURE, release

TEXT = release(1).encode()


def reasons(folder):
    return {row["source"]: row["reason"] or row["status"] for row in rows(folder)}


def tar(path, members, mode="w"):
    with tarfile.open(path, mode) as archive:
        for name, data in members:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))


def zipped(path, members):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)


# ------------------------------------------------------------------------------------------------ kinds of sources


def test_folder_with_folders(batch, tmp_path):
    (tmp_path / "in" / "deep" / "er").mkdir(parents=True)
    (tmp_path / "in" / "deep" / "er" / "a.txt").write_bytes(TEXT)
    (tmp_path / "in" / ".hidden").write_bytes(TEXT)
    batch("in", "--to", "out")
    assert reasons(tmp_path / "out") == {"in/deep/er/a.txt": "audited"}


def test_pattern(batch, tmp_path):
    for name in ("a.txt", "b.txt", "c.htm"):
        (tmp_path / name).write_bytes(TEXT)
    batch("*.txt", "--to", "out")
    assert list(reasons(tmp_path / "out")) == ["a.txt", "b.txt"]


@pytest.mark.parametrize("list_name", ["list", "@list"])
def test_list_of_paths(batch, tmp_path, list_name):
    (tmp_path / "a.txt").write_bytes(TEXT)
    (tmp_path / "b.txt").write_bytes(TEXT)
    (tmp_path / "list").write_text("b.txt\n\na.txt\nb.txt\n")
    assert batch(list_name, "--to", "out").status == 0
    assert list(reasons(tmp_path / "out")) == ["a.txt", "b.txt"]


@pytest.mark.parametrize("packed", ["", "gz", "bz2", "xz"])
def test_tar(batch, tmp_path, packed):
    tar(tmp_path / "day", [("x/a.txt", TEXT), ("picture.png", PICTURE)], f"w:{packed}")
    batch("day", "--to", "out")
    a, picture = sorted(rows(tmp_path / "out"), key=lambda row: row["member"], reverse=True)
    assert (a["source"], a["container"], a["member"], a["status"]) == ("day/x/a.txt", "day", "x/a.txt", "audited")
    assert (picture["member"], picture["status"]) == ("picture.png", "passed over")


def test_zip(batch, tmp_path):
    zipped(tmp_path / "a.zip", [("one.txt", TEXT), ("two.txt", release(7).encode())])
    batch("a.zip", "--to", "out")
    assert reasons(tmp_path / "out") == {"a.zip/one.txt": "audited", "a.zip/two.txt": "audited"}


def test_packed_document(batch, tmp_path):
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(TEXT))
    batch("a.txt.gz", "--to", "out")
    assert reasons(tmp_path / "out") == {"a.txt.gz": "audited"}


def test_word_file_is_a_document_though_it_is_a_zip(batch, tmp_path):
    zipped(tmp_path / "a.docx", [("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<x/>")])
    zipped(tmp_path / "b.zip", [("a.docx", (tmp_path / "a.docx").read_bytes())])
    batch("a.docx", "b.zip", "--to", "out")
    assert list(reasons(tmp_path / "out")) == ["a.docx", "b.zip/a.docx"]


@pytest.mark.parametrize("kind", [pa.binary(), pa.string(), pa.large_binary()])
def test_parquet_column(batch, tmp_path, kind):
    content = pa.array([TEXT, None]) if "binary" in str(kind) else pa.array([TEXT.decode(), None])
    pq.write_table(pa.table({"number": [1, 2], "body": content.cast(kind)}), tmp_path / "a.parquet")
    batch("a.parquet", "--to", "out")
    assert reasons(tmp_path / "out") == {"a.parquet/1": "audited", "a.parquet/2": "the file is empty"}


def test_parquet_columns_by_name(batch, tmp_path):
    table = pa.table({"what": ["x"], "raw": [TEXT], "html": [b"y"], "no": ["n1"]})
    pq.write_table(table, tmp_path / "a.parquet")
    batch("a.parquet", "--to", "out", "--column", "raw", "--name-column", "no")
    assert reasons(tmp_path / "out") == {"a.parquet/n1": "audited"}


def test_url_of_an_object_store(batch, tmp_path):
    import fsspec

    store = fsspec.filesystem("memory")
    store.pipe({"/bucket/a.txt": TEXT, "/bucket/deep/b.txt": TEXT, "/bucket/c.png": PICTURE})
    try:
        batch("memory://bucket", "--to", "out")
        batch("memory://bucket/*.txt", "--to", "some")
    finally:
        store.rm("/bucket", recursive=True)
    assert list(reasons(tmp_path / "out")) == [
        "memory:///bucket/a.txt",
        "memory:///bucket/c.png",
        "memory:///bucket/deep/b.txt",
    ]
    assert reasons(tmp_path / "some") == {"memory:///bucket/a.txt": "audited"}


def test_no_document_twice(batch, tmp_path, few):
    batch(few, "in/right.txt", "in/*.txt", str(tmp_path / "in"), "--to", "out")
    assert len(rows(tmp_path / "out")) == 3


def test_results_are_no_source(batch, tmp_path, few):
    assert batch(".", "--to", "in/out").status == 0
    assert batch(".", "--to", "in/out").out.startswith("in/out: 0 documents done, 3 were there\n")


# ------------------------------------------------------------------------------------------------ bad input


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("missing", "missing: no such file or folder\n"),
        ("empty", "empty: the folder holds no file\n"),
        ("*.nothing", "*.nothing: no file has such a name\n"),
        ("@missing", "missing: the list cannot be read (No such file or directory)\n"),
        ("@blank", "blank: the list names no file\n"),
        ("@list", "list: gone.txt: no such file or folder\n"),
        ("memory://nowhere", "memory://nowhere: cannot be reached (FileNotFoundError: /nowhere)\n"),
        ("nowhere://x", "nowhere://x: cannot be reached (ValueError: Protocol not known: nowhere)\n"),
        ("http://127.0.0.1:9/a", "http://127.0.0.1:9/a: "),
    ],
)
def test_sources_that_cannot_be_read_are_one_line(batch, tmp_path, few, source, said):
    (tmp_path / "empty").mkdir()
    (tmp_path / "blank").write_text("\n\n")
    (tmp_path / "list").write_text("gone.txt\n")
    ran = batch(source, few, "--to", "out")
    assert ran.status == 2
    assert ran.err.count("\n") == 1
    assert ran.err.startswith(said)
    assert len(rows(tmp_path / "out")) == 3


def test_nothing_to_read(batch, tmp_path):
    (tmp_path / "empty").mkdir()
    ran = batch("empty", "--to", "out")
    assert ran.status == 2
    assert ran.err == "empty: the folder holds no file\nauditor batch: no source can be read; nothing was done\n"
    assert not (tmp_path / "out").exists()


def test_parquet_without_the_column(batch, tmp_path, few):
    pq.write_table(pa.table({"number": [1]}), tmp_path / "a.parquet")
    pq.write_table(pa.table({"b": ["x"], "c": ["y"]}), tmp_path / "b.parquet")
    ran = batch("a.parquet", "b.parquet", few, "--to", "out")
    assert ran.status == 2
    assert ran.err == (
        "a.parquet: which column holds the documents? say it with --column; there are “number”\n"
        "b.parquet: which column holds the documents? say it with --column; there are “b”, “c”\n"
    )
    ran = batch("b.parquet", "--to", "named", "--column", "text")
    assert ran.err == "b.parquet: the column “text” does not exist; there are “b”, “c”\n"
    ran = batch("a.parquet", "--to", "number", "--column", "number")
    assert ran.err == "a.parquet: the column “number” holds neither bytes nor text\n"


def test_damaged_parquet(batch, tmp_path):
    (tmp_path / "a.parquet").write_bytes(b"PAR1" + b"x" * 100)
    ran = batch("a.parquet", "--to", "out")
    assert ran.status == 2
    assert ran.err.startswith("a.parquet: damaged (")


def test_archives_inside_archives(batch, tmp_path):
    zipped(tmp_path / "1", [("a.txt", TEXT)])
    for depth in (2, 3, 4):
        zipped(tmp_path / str(depth), [("in", (tmp_path / str(depth - 1)).read_bytes())])
    tar(tmp_path / "t", [("in.zip", (tmp_path / "1").read_bytes())])
    batch("3", "4", "t", "--to", "out")
    assert reasons(tmp_path / "out") == {
        "3/in/in/a.txt": "audited",
        "4/in/in/in": "an archive inside archives, more than 3 deep; it was not opened",
        "t/in.zip/a.txt": "audited",
    }


def test_names_that_climb_out(batch, tmp_path):
    (tmp_path / "work").mkdir()
    outside = "its name leads out of the archive; it was not read"
    tar(
        tmp_path / "work" / "a.tar",
        [("../up.txt", TEXT), ("/absolute.txt", TEXT), ("x/../../y.txt", TEXT), ("ok", TEXT)],
    )
    zipped(tmp_path / "work" / "a.zip", [("../up.txt", TEXT), ("C:\\windows.txt", TEXT)])
    before = sorted(tmp_path.iterdir())
    batch("work", "--to", "work/out")
    assert reasons(tmp_path / "work" / "out") == {
        "work/a.tar/../up.txt": outside,
        "work/a.tar//absolute.txt": outside,
        "work/a.tar/x/../../y.txt": outside,
        "work/a.tar/ok": "audited",
        "work/a.zip/../up.txt": outside,
        "work/a.zip/C:\\windows.txt": outside,
    }
    assert sorted(tmp_path.iterdir()) == before
    assert sorted(path.name for path in (tmp_path / "work").iterdir()) == ["a.tar", "a.zip", "out"]


def test_links_and_devices(batch, tmp_path):
    with tarfile.open(tmp_path / "a.tar", "w") as archive:
        for name, kind, target in (
            ("soft", tarfile.SYMTYPE, "/etc/passwd"),
            ("hard", tarfile.LNKTYPE, "../secret"),
            ("null", tarfile.CHRTYPE, ""),
        ):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, target
            archive.addfile(info)
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        link = zipfile.ZipInfo("soft")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    batch("a.tar", "a.zip", "--to", "out")
    assert reasons(tmp_path / "out") == {
        "a.tar/soft": "a link, not a file",
        "a.tar/hard": "a link, not a file",
        "a.tar/null": "neither a file nor a folder",
        "a.zip/soft": "a link, not a file",
    }


def test_zip_of_zeros(batch, tmp_path):
    zipped(tmp_path / "a.zip", [("zeros", bytes(20 << 20)), ("more", bytes(80 << 20)), ("ok.txt", TEXT)])
    batch("a.zip", "--to", "out")
    assert reasons(tmp_path / "out") == {
        "a.zip/zeros": "it unpacks to more than 200 times its size: this is no archive of releases",
        "a.zip/more": "larger than 64 MB: this is no release",
        "a.zip/ok.txt": "audited",
    }


def test_packed_tar_of_zeros(batch, tmp_path):
    tar(tmp_path / "a.tgz", [("ok.txt", TEXT), ("zeros", bytes(100 << 20)), ("after.txt", TEXT)], "w:gz")
    batch("a.tgz", "--to", "out")
    assert reasons(tmp_path / "out") == {
        "a.tgz/ok.txt": "audited",
        "a.tgz/zeros": "larger than 64 MB: this is no release",
        "a.tgz": "it unpacks to more than 200 times its size: this is no archive of releases; 2 of its files were read",
    }


def test_truncated_tar(batch, tmp_path):
    tar(tmp_path / "whole", [("a.txt", TEXT), ("b.txt", TEXT * 20)])
    data = (tmp_path / "whole").read_bytes()
    (tmp_path / "cut").write_bytes(data[: 512 + 1024 + 512 + 700])
    batch("cut", "--to", "out")
    assert reasons(tmp_path / "out") == {
        "cut/a.txt": "audited",
        "cut": "damaged (unexpected end of data); 2 of its files were read",
    }


def test_truncated_packed_tar(batch, tmp_path):
    tar(tmp_path / "whole", [(f"{k}.txt", release(k).encode()) for k in range(40)], "w:gz")
    (tmp_path / "cut").write_bytes((tmp_path / "whole").read_bytes()[:-2000])
    batch("cut", "--to", "out")
    found = reasons(tmp_path / "out")
    assert found.pop("cut").startswith("damaged (Compressed file ended before the end-of-stream marker was reached)")
    assert set(found.values()) == {"audited"}
    assert len(found) > 3


def test_damaged_zip(batch, tmp_path):
    zipped(tmp_path / "whole", [("a.txt", TEXT)])
    data = bytearray((tmp_path / "whole").read_bytes())
    (tmp_path / "cut").write_bytes(data[:-40])
    data[60] ^= 255
    (tmp_path / "bad").write_bytes(data)
    batch("bad", "cut", "--to", "out")
    found = reasons(tmp_path / "out")
    assert found["cut"] == "damaged (File is not a zip file); 0 of its files were read"
    assert found["bad/a.txt"].startswith("damaged (")


def test_two_files_of_one_name(batch, tmp_path):
    tar(tmp_path / "a.tar", [("a.txt", TEXT), ("a.txt", release(7).encode())])
    batch("a.tar", "--to", "out")
    assert [(row["source"], row["errors"]) for row in rows(tmp_path / "out")] == [
        ("a.tar/a.txt", 0),
        ("a.tar/a.txt#2", 1),
    ]


def test_name_that_is_no_unicode(batch, tmp_path):
    with open(os.fsencode(tmp_path) + b"/caf\xe9.txt", "wb") as file:
        file.write(TEXT)
    assert batch("*.txt", "--to", "out").status == 0
    assert reasons(tmp_path / "out") == {"caf\\udce9.txt": "audited"}


def test_file_that_is_too_large(batch, tmp_path):
    with open(tmp_path / "a.txt", "wb") as file:
        file.truncate((64 << 20) + 1)
    batch("a.txt", "--to", "out")
    assert reasons(tmp_path / "out") == {"a.txt": "larger than 64 MB: this is no release"}


def test_password(batch, tmp_path):
    zipped(tmp_path / "a.zip", [("a.txt", TEXT)])
    data = bytearray((tmp_path / "a.zip").read_bytes())
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "a.zip").write_bytes(data)
    batch("a.zip", "--to", "out")
    assert reasons(tmp_path / "out") == {"a.zip/a.txt": "protected by a password"}
