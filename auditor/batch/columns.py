"""Documents in a column of a Parquet file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from auditor.errors import ReadingError

CONTENTS = ("content", "text", "html", "body", "document", "data", "bytes")
NAMES = ("source", "path", "name", "filename", "file", "url", "accession", "id")
AT_ONCE = 16  # rows


def documents(stream: BinaryIO, name: str, column: str | None, names: str | None) -> Iterator[tuple[str, bytes]]:
    """(name, bytes) of each row; a row without a name is called by its number, from 1. Raises ReadingError."""
    try:
        file = pq.ParquetFile(stream)
        content = _content(file.schema_arrow, name, column)
        called = _called(file.schema_arrow, name, names, content)
        at = 0
        for batch in file.iter_batches(AT_ONCE, columns=[content, *([called] if called else [])]):
            labels = batch[called].to_pylist() if called else [None] * batch.num_rows
            for label, value in zip(labels, batch[content].to_pylist(), strict=True):
                at += 1
                data = value.encode("utf-8", "surrogateescape") if isinstance(value, str) else value or b""
                yield str(label) if label else str(at), data
    except (pa.ArrowException, OSError) as error:
        raise ReadingError(f"{name}: damaged ({' '.join(str(error).split())})") from None


def _content(schema: pa.Schema, name: str, wanted: str | None) -> str:
    fitting = [field.name for field in schema if _holds_documents(field.type)]
    shown = ", ".join(f"“{known}”" for known in schema.names)
    if wanted is not None:
        if wanted in fitting:
            return wanted
        what = "holds neither bytes nor text" if wanted in schema.names else f"does not exist; there are {shown}"
        raise ReadingError(f"{name}: the column “{wanted}” {what}")
    usual = [known for known in CONTENTS if known in fitting]
    if usual or len(fitting) == 1:
        return (usual or fitting)[0]
    raise ReadingError(f"{name}: which column holds the documents? say it with --column; there are {shown}")


def _called(schema: pa.Schema, name: str, wanted: str | None, content: str) -> str | None:
    if wanted is not None and wanted not in schema.names:
        shown = ", ".join(f"“{known}”" for known in schema.names)
        raise ReadingError(f"{name}: the column “{wanted}” does not exist; there are {shown}")
    usual = (known for known in NAMES if known in schema.names and known != content)
    return wanted or next(usual, None)


def _holds_documents(kind: pa.DataType) -> bool:
    is_bytes = pa.types.is_binary(kind) or pa.types.is_large_binary(kind) or pa.types.is_binary_view(kind)
    is_text = pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind)
    return bool(is_bytes or is_text)
