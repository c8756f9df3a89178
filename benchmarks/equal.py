"""Whether two datasets hold the same rows, but for the seconds that a document took.

python -m benchmarks.equal FOLDER OTHER
"""

from __future__ import annotations

import sys
from pathlib import Path

import duckdb

TABLES = {"documents": "* exclude (seconds)", "claims": "*", "facts": "*", "findings": "*"}


def differences(one: Path, other: Path) -> dict[str, tuple[int, int, int]]:
    """By table: its rows in `one`, how many of them `other` lacks, and how many it has beside them."""
    found = {}
    for table, columns in TABLES.items():
        a, b = (f"(select {columns} from '{folder / table}/*.parquet')" for folder in (one, other))
        counts = [f"select count(*) from {a}"]
        counts += [f"select count(*) from (from {x} except all from {y})" for x, y in ((a, b), (b, a))]
        rows, lacks, more = (duckdb.sql(count).fetchall()[0][0] for count in counts)
        found[table] = (rows, lacks, more)
    return found


def equal(one: Path, other: Path) -> bool:
    return all(not lacks and not more for _, lacks, more in differences(one, other).values())


def main() -> int:
    found = differences(Path(sys.argv[1]), Path(sys.argv[2]))
    for table, (rows, lacks, more) in found.items():
        print(f"{table:<10}{rows:>10,} rows, {lacks:,} missing from the other, {more:,} only there")
    return int(any(lacks or more for _, lacks, more in found.values()))


if __name__ == "__main__":
    sys.exit(main())
