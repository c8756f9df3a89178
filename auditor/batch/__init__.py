"""Archives of releases: sources are cut into shards, an engine has them audited, a folder holds the tables.

`audit_arrow` is the door for other engines (Spark's `mapInArrow`, DuckDB, Polars): a table in, a table out.
What is heavy is imported when it is called; `pyarrow` and `fsspec` come with the extra `auditor[batch]`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow

    from auditor.batch.item import Settings

__all__ = ["arrow_schema", "audit_arrow", "tables"]


def audit_arrow(table: pyarrow.Table, settings: Settings | None = None) -> pyarrow.Table:
    """Audits the documents of a table with the columns `source` (a name) and `content` (bytes, or text).

    The result has one row for each of them, in the same order: the columns of `documents`, and the lists
    `claim_rows`, `fact_rows` and `finding_rows` (see `arrow_schema`). A document that cannot be audited is a row with
    its reason; nothing is raised for what a document holds. Rules and vocabulary are loaded once a process. Raises
    SettingsError where a column is missing, RuleError for a faulty rule pack.
    """
    from auditor.batch.arrow import audit_arrow as run

    return run(table, settings)


def arrow_schema() -> pyarrow.Schema:
    """The schema of what `audit_arrow` gives."""
    from auditor.batch.arrow import nested_schema

    return nested_schema()


def tables(audited: pyarrow.Table) -> dict[str, pyarrow.Table]:
    """What `audit_arrow` gave as the dataset's four flat tables: documents, claims, facts, findings."""
    from auditor.batch.arrow import tables as split

    return split(audited)
