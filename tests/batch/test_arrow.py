"""The public function: a table of documents in, a table of audits out."""

import pyarrow as pa
import pytest

from auditor.batch import arrow_schema, audit_arrow, tables
from auditor.batch.schema import NESTED, TABLES, arrow
from auditor.errors import SettingsError
from tests.batch.made import PICTURE, release


def made(*contents, kind=None):
    return pa.table({"source": [f"d{k}" for k in range(len(contents))], "content": pa.array(contents, kind)})


def test_one_row_for_each_document_in_order():
    found = audit_arrow(made(release(1).encode(), PICTURE, release(7).encode()))
    assert found.schema.equals(arrow_schema())
    assert found["source"].to_pylist() == ["d0", "d1", "d2"]
    assert found["status"].to_pylist() == ["audited", "passed over", "audited"]
    assert [len(rows) for rows in found["claim_rows"].to_pylist()] == [3, 0, 3]
    assert [row["rule"] for row in found["finding_rows"].to_pylist()[2]] == ["C001"]


def test_text_is_as_good_as_bytes():
    by_text, by_bytes = audit_arrow(made(release(3))), audit_arrow(made(release(3).encode()))
    assert by_text.drop_columns(["seconds"]).equals(by_bytes.drop_columns(["seconds"]))


def test_no_documents():
    assert audit_arrow(made(kind=pa.binary())).num_rows == 0


def test_flat_tables():
    found = tables(audit_arrow(made(release(1).encode(), PICTURE, release(7).encode())))
    assert list(found) == list(TABLES)
    for name, table in found.items():
        assert table.schema.equals(arrow(name))
    assert found["claims"]["source"].to_pylist() == ["d0"] * 3 + ["d2"] * 3
    assert found["facts"].num_rows == 28


def test_flat_tables_of_a_part():
    whole = audit_arrow(made(release(1).encode(), PICTURE, release(7).encode()))
    assert tables(whole.slice(2))["findings"]["source"].to_pylist() == ["d2"]
    assert tables(pa.concat_tables([whole, whole]))["claims"].num_rows == 12


def test_null_content_is_an_empty_document():
    assert audit_arrow(made(None, kind=pa.binary()))["reason"].to_pylist() == ["the file is empty"]


def test_missing_column():
    with pytest.raises(SettingsError, match="no column “content”; it needs “source” and “content”"):
        audit_arrow(pa.table({"source": ["a"]}))


def test_names_that_are_no_unicode():
    found = audit_arrow(pa.table({"source": ["caf\u00e9"], "content": [b"x"]}))
    assert found["source"].to_pylist() == ["café"]


def test_lists_are_named_apart_from_counts():
    assert set(NESTED.values()).isdisjoint(column.name for column in TABLES["documents"])
