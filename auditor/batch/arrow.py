"""Rows as Arrow tables: flat ones for the dataset, or one nested table for engines that map tables to tables."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from auditor.batch.item import Item, Result, Settings
from auditor.batch.rows import Row, Rows
from auditor.batch.schema import NESTED, TABLES, arrow
from auditor.errors import SettingsError

INPUT = ("source", "content")


def prepare() -> None:
    """Has done what is done once a process: the libraries behind the first file, and the schemas."""
    result([])


def nested_schema() -> pa.Schema:
    """The schema of `audit_arrow`'s result: `documents`, and for each of them lists of claims, facts and findings."""
    inner = [pa.field(column, pa.list_(_struct(name))) for name, column in NESTED.items()]
    return pa.schema([*arrow("documents"), *inner], metadata=arrow("documents").metadata)


def _struct(name: str) -> pa.StructType:
    return pa.struct([field for field in arrow(name) if field.name != "source"])


def items_of(table: pa.Table) -> list[Item]:
    """The documents of a table with the columns `source` (text) and `content` (bytes or text)."""
    missing = [name for name in INPUT if name not in table.column_names]
    if missing:
        raise SettingsError(f"the table has no column “{missing[0]}”; it needs “source” and “content”")
    items = []
    for source, content in zip(table["source"].to_pylist(), table["content"].to_pylist(), strict=True):
        data = content.encode() if isinstance(content, str) else bytes(content or b"")
        items.append(Item.of(str(source), str(source), None, data))
    return items


def flat(documents: Sequence[Rows]) -> dict[str, pa.Table]:
    """The four tables of some documents."""
    return {name: _table(name, [row for rows in documents for row in getattr(rows, name)]) for name in TABLES}


def nested(documents: Sequence[Rows]) -> pa.Table:
    """One table, a row for each document, the rows of the others in lists."""
    schema = nested_schema()
    columns = list(_table("documents", [row for rows in documents for row in rows.documents]).itercolumns())
    for name, column in NESTED.items():
        offsets, rows = [0], []
        for document in documents:
            rows += getattr(document, name)
            offsets.append(len(rows))
        inner = _table(name, rows).drop_columns(["source"]).combine_chunks()
        arrays = [_whole(part) for part in inner.itercolumns()]
        struct = pa.StructArray.from_arrays(arrays, fields=list(_struct(name)))
        columns.append(pa.ListArray.from_arrays(pa.array(offsets, pa.int32()), struct, type=schema.field(column).type))
    return pa.Table.from_arrays(columns, schema=schema)


def tables(audited: pa.Table) -> dict[str, pa.Table]:
    """The four tables of the dataset from what `audit_arrow` gave, whole or in part."""
    found = {"documents": audited.select(arrow("documents").names).cast(arrow("documents"))}
    for name, column in NESTED.items():
        lists = _whole(audited[column])
        sources = audited["source"].take(lists.value_parent_indices())
        rows = lists.flatten()
        columns = [sources, *(rows.field(field.name) for field in _struct(name))]
        found[name] = pa.Table.from_arrays(columns, names=arrow(name).names).cast(arrow(name))
    return found


def result(documents: Sequence[Rows]) -> Result:
    """The tables of a shard as Parquet files."""
    found = flat(documents)
    return Result(
        {name: parquet(table) for name, table in found.items()},
        len(documents),
        found["findings"].num_rows,
        {name: table.num_rows for name, table in found.items()},
    )


def parquet(table: pa.Table) -> bytes:
    sink = io.BytesIO()
    pq.write_table(table, sink, compression="zstd")
    return sink.getvalue()


def audit_arrow(table: pa.Table, settings: Settings | None = None) -> pa.Table:
    from auditor.batch.clerks import clerk

    found = clerk(settings or Settings())
    return nested([found.rows(item) for item in items_of(table)])


def _table(name: str, rows: list[Row]) -> pa.Table:
    schema = arrow(name)
    columns: Iterable[Sequence[Any]] = zip(*rows, strict=True) if rows else [()] * len(schema)
    arrays = [_array(values, field.type) for values, field in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)


def _whole(column: pa.ChunkedArray) -> pa.Array:
    return pa.concat_arrays(column.chunks) if column.num_chunks else pa.array([], column.type)


def _array(values: Sequence[Any], kind: pa.DataType) -> pa.Array:
    try:
        return pa.array(values, kind)
    except UnicodeEncodeError:  # half of a surrogate pair, from a file's name or an old encoding
        return pa.array([_encodable(value) for value in values], kind)


def _encodable(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode("utf-8")
    if isinstance(value, list):
        return [{key: _encodable(part) for key, part in place.items()} for place in value]
    return value
