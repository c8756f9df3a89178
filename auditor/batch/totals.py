"""What a dataset holds, counted from its files one after the other, so that its size does not matter."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from auditor.batch.folder import Folder
from auditor.reporting.overview import BINS, MOST_LISTED, Overview, Release, RuleCount

COLUMNS = (
    "source", "container", "sha256", "status", "reason", "title", "company", "period_end", "claims", "agrees",
    "disagrees", "unsupported", "outlook", "coverage", "errors", "warnings", "notes", "waived", "facts", "unread",
)  # fmt: skip
MOST_REASONS = 1000  # kept apart while counting; a damaged archive could have one for each of its files
OTHER = "other reasons"

Row = Mapping[str, Any]


@dataclass(slots=True)
class Totals:
    """Counts over all documents. `rules` counts findings by rule, `releases` the documents in which a rule
    found something at a level; `worst` are the documents with most to look at, first things first."""

    shards: list[dict[str, Any]] = field(default_factory=list)
    status: Counter[str] = field(default_factory=Counter)
    reasons: dict[str, Counter[str]] = field(default_factory=lambda: {"passed over": Counter(), "failed": Counter()})
    sums: Counter[str] = field(default_factory=Counter)
    coverage: Counter[int] = field(default_factory=Counter)
    rules: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    releases: Counter[tuple[str, str]] = field(default_factory=Counter)
    worst: list[Row] = field(default_factory=list)

    @property
    def findings(self) -> int:
        return sum(self.rules.values())


def totals(folder: Folder) -> Totals:
    found = Totals()
    worst: list[tuple[tuple[int, int, int, str], Row]] = []
    for documents, findings in zip(folder.files("documents"), folder.files("findings"), strict=True):
        shard = Counter[str]()
        for row in _rows(documents, COLUMNS):
            _count(found, shard, row)
            if row["errors"] or row["warnings"] or row["notes"]:
                worst.append((_rank(row), row))
        if len(worst) > 2 * MOST_LISTED:
            worst = heapq.nsmallest(MOST_LISTED, worst, key=lambda entry: entry[0])
        _count_findings(found, findings)
        found.shards.append({"key": documents.stem, **shard})
    found.worst = [row for _, row in heapq.nsmallest(MOST_LISTED, worst, key=lambda entry: entry[0])]
    return found


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[Row]:
    yield from pq.ParquetFile(path).read(columns=list(columns), use_threads=False).to_pylist()


def _rank(row: Row) -> tuple[int, int, int, str]:
    return -row["errors"], -row["warnings"], -row["notes"], row["source"]


def _count(found: Totals, shard: Counter[str], row: Row) -> None:
    shard["documents"] += 1
    found.status[row["status"]] += 1
    if row["status"] != "audited":
        reasons = found.reasons[row["status"]]
        known = row["reason"] in reasons or len(reasons) < MOST_REASONS
        reasons[row["reason"] if known else OTHER] += 1
        return
    for name in ("claims", "agrees", "disagrees", "unsupported", "outlook", "errors", "warnings", "notes", "waived",
                 "facts", "unread"):  # fmt: skip
        found.sums[name] += row[name]
    shard["claims"] += row["claims"]
    shard["facts"] += row["facts"]
    shard["findings"] += row["errors"] + row["warnings"] + row["notes"] + row["waived"]
    if row["coverage"] is not None:
        found.coverage[min(int(row["coverage"]) * BINS // 100, BINS - 1)] += 1


def _count_findings(found: Totals, path: Path) -> None:
    seen = set()
    for row in _rows(path, ("source", "rule", "name", "level")):
        found.rules[row["rule"], row["name"], row["level"]] += 1
        seen.add((row["source"], row["rule"], row["level"]))
    found.releases.update((rule, level) for _, rule, level in seen)


def overview(found: Totals, links: Mapping[str, str], version: str, rules: str) -> Overview:
    """The counts as the overview shows them; `links` lead from a document's name to its own report."""
    return Overview(
        documents=dict(found.status),
        reasons={status: counter.most_common() for status, counter in found.reasons.items()},
        sums=dict(found.sums),
        coverage=tuple(found.coverage[at] for at in range(BINS)),
        rules=tuple(
            RuleCount(rule, name, level, number, found.releases[rule, level])
            for (rule, name, level), number in sorted(found.rules.items(), key=lambda entry: (-entry[1], entry[0]))
        ),
        worst=tuple(_release(row, links.get(row["source"])) for row in found.worst),
        version=version,
        digest=rules,
    )


def _release(row: Row, link: str | None) -> Release:
    period = row["period_end"].isoformat() if row["period_end"] else ""
    return Release(
        row["source"], row["company"] or row["title"] or "", period, row["errors"], row["warnings"], row["notes"],
        row["coverage"], link,
    )  # fmt: skip
