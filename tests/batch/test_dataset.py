"""What a batch writes: four tables that agree with a plain audit, a manifest, and a summary of it."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pyarrow.dataset as ds
import pyarrow.types as types

import auditor
from auditor.batch import schema as columns
from auditor.batch.schema import TABLES, arrow, page
from auditor.reporting.summary import summarise
from tests.batch.conftest import dataset, rows
from tests.batch.made import release

ROOT = Path(__file__).resolve().parents[2]


def test_documents(batch, tmp_path, few):
    batch(few, "--to", "out")
    picture, right, wrong = rows(tmp_path / "out")
    assert picture["source"] == "in/picture.png"
    assert picture["status"] == "passed over"
    assert picture["reason"] == "a binary file; give the release as text, HTML, Word or PDF"
    assert picture["claims"] is None
    assert (wrong["source"], wrong["status"], wrong["errors"], wrong["disagrees"]) == ("in/wrong.txt", "audited", 1, 1)
    assert right == {
        "source": "in/right.txt", "container": "in/right.txt", "member": None, "sha256": right["sha256"],
        "bytes": len(release(1).encode()), "status": "audited", "reason": None, "format": "text",
        "title": "Lo Mills Reports Third Quarter Results", "company": "Lo Mills",
        "period_start": date(2025, 7, 1), "period_end": date(2025, 9, 30),
        "claims": 3, "agrees": 3, "disagrees": 0, "unsupported": 0, "outlook": 0, "coverage": Decimal("100.0"),
        "checks": right["checks"], "checks_failed": 0, "checks_skipped": right["checks_skipped"],
        "errors": 0, "warnings": 0, "notes": 0, "waived": 0, "tables": 1, "facts": 14,
        "numerals": right["numerals"], "unread": 0,
    }  # fmt: skip


def test_tables_hold_what_a_plain_audit_finds(batch, tmp_path, few):
    batch(few, "--to", "out")
    found = dataset(tmp_path / "out")
    audit = auditor.audit(auditor.read_document(release(7).encode(), "in/wrong.txt"))
    of = {name: [row for row in found[name] if row["source"] == "in/wrong.txt"] for name in found}
    assert [(row["claim"], row["quote"], row["value"], row["unit"]) for row in of["claims"]] == [
        (c.id, c.quote, c.quantity.value, c.quantity.unit) for c in audit.claims
    ]
    assert {(row["text"], row["value"], row["period_end"]) for row in of["facts"]} == {
        (f.text, f.quantity.value, f.period.end) for f in audit.facts
    }
    assert [(row["rule"], row["level"], row["message"], len(row["evidence"])) for row in of["findings"]] == [
        (f.rule, f.level, f.message, len(f.evidence)) for f in audit.findings
    ]
    assert of["documents"][0]["checks"] == summarise(audit).checks


def test_amounts_are_decimals_and_nothing_is_a_float():
    for name in TABLES:
        assert not any(types.is_floating(field.type) for field in arrow(name))
    assert str(arrow("facts").field("value").type) == "decimal128(38, 10)"


def test_amounts_that_do_not_fit_are_left_out(batch, tmp_path):
    huge = release(1).replace("$", "$1" + "0" * 40, 1)
    (tmp_path / "huge.txt").write_text(huge, "utf-8")
    assert batch("huge.txt", "--to", "out").status == 0
    assert [row["status"] for row in rows(tmp_path / "out")] == ["audited"]
    assert None in [row["value"] for row in rows(tmp_path / "out", "claims")]


def test_schemas_say_their_version_and_meanings(batch, tmp_path, few):
    batch(few, "--to", "out")
    for name in TABLES:
        schema = ds.dataset(tmp_path / "out" / name, format="parquet").schema
        assert schema.metadata[b"auditor.schema"] == str(columns.VERSION).encode()
        assert all(field.metadata[b"meaning"] for field in schema)


def test_page_about_the_schema_is_not_stale():
    assert (ROOT / "docs" / "dataset.md").read_text("utf-8") == page()


def test_manifest(batch, tmp_path, few):
    batch(few, "--to", "out", "--ignore", "C003")
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))
    assert manifest["kind"] == "auditor dataset"
    assert manifest["schema"] == 1
    assert manifest["tool"] == {"name": "auditor", "version": auditor.__version__, "rules": auditor.load_rules().digest}
    assert manifest["settings"]["ignore"] == ["C003"]
    assert manifest["sources"] == ["in"]
    assert manifest["complete"] is True
    assert manifest["totals"]["documents"] == 3
    assert sum(shard["documents"] for shard in manifest["shards"]) == 3
    assert sorted(shard["key"] for shard in manifest["shards"]) == sorted(
        path.stem for path in (tmp_path / "out" / "facts").iterdir()
    )


def test_summary(batch, few):
    ran = batch(few, "--to", "out")
    assert ran.err == ""
    assert ran.out == (
        "out: 3 documents done\n"
        "audited             2\n"
        "passed over         1\n"
        "            1  a binary file; give the release as text, HTML, Word or PDF\n"
        "failed              0\n"
        "findings            1\n"
        "            1  C001 value-disagrees-with-table (error)\n"
    )


def test_rules_of_ones_own_reach_the_workers(batch, tmp_path, few):
    from tests.cli.test_readme import blocks

    (rule,) = [block for block in blocks("yaml") if block.startswith("id: H001")]
    (tmp_path / "my-rules").mkdir()
    (tmp_path / "my-rules" / "current-ratio-below-covenant.yaml").write_text(rule, "utf-8")
    (tmp_path / "in" / "low.txt").write_text(
        release(1) + "\nIn thousands              | September 30, 2025\nTotal current assets      | 14,200\n"
        "Total assets              | 31,700\nTotal current liabilities | 10,900\n",
        "utf-8",
    )
    ran = batch(few, "--to", "out", "--rules", "my-rules", "--select", "H001", "--workers", "1")
    assert ran.status == 0, ran.err
    assert [row["rule"] for row in rows(tmp_path / "out", "findings")] == ["H001"]


def test_other_documents_are_passed_over(batch, tmp_path):
    from tests.batch.made import TRANSCRIPT

    (tmp_path / "call.txt").write_text(TRANSCRIPT, "utf-8")
    (tmp_path / "agreement.txt").write_text(
        "Item 1.01 Entry into a Material Definitive Agreement\n\nOn May 5, 2025 the company entered into a lease of "
        "40,000 square feet.\n",
        "utf-8",
    )
    (tmp_path / "quarterly.txt").write_text(
        "FORM 10-Q\n\nQUARTERLY REPORT PURSUANT TO SECTION 13 OR 15(d) OF THE SECURITIES EXCHANGE ACT OF 1934\n\n"
        "(Exact name of registrant as specified in its charter)\n\n" + release(2),
        "utf-8",
    )
    batch("*.txt", "--to", "out")
    assert {row["source"]: row["reason"] for row in rows(tmp_path / "out")} == {
        "agreement.txt": "not an earnings release: it does not announce results",
        "call.txt": "the transcript of a call, not a release",
        "quarterly.txt": "a quarterly or annual report, as its cover page says, not a release",
    }
    batch("*.txt", "--to", "all", "--all-documents")
    assert {row["status"] for row in rows(tmp_path / "all")} == {"audited"}


def test_one_fault_of_the_program_costs_one_document(monkeypatch):
    from auditor.batch import auditing
    from auditor.batch.item import Item, Settings

    def fault(*_, **__):
        raise ZeroDivisionError("a fault")

    clerk = auditing.Clerk(Settings())
    monkeypatch.setattr(auditing, "audit", fault)
    (row,) = clerk.rows(Item.of("a.txt", "a.txt", None, release(1).encode())).documents
    assert row[5:7] == ("failed", "the program failed (ZeroDivisionError: a fault); please report it")


def test_settings_and_waivers_of_the_user(batch, tmp_path, few):
    (finding,) = auditor.audit(auditor.read_document(release(7).encode(), "x")).findings
    (tmp_path / "auditor.toml").write_text('[levels]\nC001 = "warning"\n', "utf-8")
    (tmp_path / "auditor-waivers.toml").write_text(
        f'[[waiver]]\nfingerprint = "{finding.fingerprint}"\nreason = "seen"\nowner = "A. B."\ndate = 2025-11-03\n',
        "utf-8",
    )
    batch(few, "--to", "out")
    assert [(row["level"], row["waived"]) for row in rows(tmp_path / "out", "findings")] == [("warning", "seen")]
    assert [row["waived"] for row in rows(tmp_path / "out")] == [None, 0, 1]
    (tmp_path / "auditor-waivers.toml").unlink()
    ran = batch(few, "--to", "out")
    assert ran.status == 2
    assert "setting accepted findings" in ran.err
