"""Bad input: one clear line that names the file, status 2, no traceback; the other files are still audited."""

import os

import pytest


def bad_files(folder):
    (folder / "empty.txt").write_bytes(b"")
    (folder / "blank.txt").write_bytes(b" \n\n\t\n")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00" + bytes(range(256)) * 8)
    (folder / "binary.bin").write_bytes(bytes(range(256)) * 16)
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<")
    (folder / "broken.docx").write_bytes(b"PK\x03\x04" + bytes(64))
    (folder / "folder").mkdir()


BAD = ("missing.txt", "empty.txt", "blank.txt", "picture.png", "binary.bin", "broken.pdf", "broken.docx", "folder")


@pytest.mark.parametrize("name", BAD)
def test_one_line_naming_the_file(run, tmp_path, name):
    bad_files(tmp_path)
    for command in ("check", "claims", "tables", "facts"):
        ran = run(command, name)
        assert ran.status == 2, command
        assert ran.out == "", command
        assert ran.err.count("\n") == 1, ran.err
        assert ran.err.startswith(name), ran.err
        assert "Traceback" not in ran.err


def test_the_other_files_are_still_audited(run, tmp_path, wrong):
    bad_files(tmp_path)
    ran = run("check", *BAD[:4], wrong, *BAD[4:])
    assert ran.status == 2
    assert ran.err.count("\n") == len(BAD)
    assert ran.out.startswith("wrong.txt: 1 error")


def test_exit_zero_does_not_hide_an_unreadable_file(run, right):
    assert run("check", right, "missing.txt", "--exit-zero").status == 2


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root reads every file")
def test_file_without_permission(run, tmp_path, right):
    (tmp_path / right).chmod(0)
    assert run("check", right).status == 2


def test_no_table(run, tmp_path, right):
    prose = (tmp_path / right).read_text("utf-8").split("(In millions)")[0]
    (tmp_path / "prose.txt").write_text(prose, "utf-8")
    ran = run("check", "prose.txt")
    assert ran.status == 2
    assert ran.err == "prose.txt: no table was found, so no figure of its prose can be tied to one\n"
    assert "could be checked" in ran.out
    assert run("check", "prose.txt", "--exit-zero").status == 0


def test_no_prose(run, tmp_path, right):
    table = "(In millions)\n" + (tmp_path / right).read_text("utf-8").split("(In millions)\n")[1]
    (tmp_path / "table.txt").write_text(table, "utf-8")
    ran = run("check", "table.txt")
    assert ran.status == 2
    assert ran.err == "table.txt: no prose was found, so only its tables were audited\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_encodings(run, tmp_path, wrong, encoding):
    text = (tmp_path / wrong).read_text("utf-8").replace("Brook Mills today", "“Brook Mills” – today")
    (tmp_path / "coded.txt").write_bytes(text.encode(encoding))
    ran = run("check", "coded.txt")
    assert ran.status == 1
    assert ran.err == ""
    assert ran.out.startswith("coded.txt: 1 error")


def test_fault_of_the_program_costs_one_file_only(run, monkeypatch, wrong, right):
    from auditor import engine

    sound = engine.understand

    def fault(document, *rest):
        if document.name == right:
            raise ZeroDivisionError("a fault")
        return sound(document, *rest)

    monkeypatch.setattr(engine, "understand", fault)
    ran = run("check", right, wrong)
    assert ran.status == 2
    assert ran.err == "right.txt: the program failed (ZeroDivisionError: a fault); please report it\n"
    assert ran.out.startswith("wrong.txt: 1 error")
