"""What `for_each` can name: each kind of subject, and the names that its rules may use."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import get_args

from auditor.model.claim import ClaimKind
from auditor.model.fact import StatementKind
from auditor.rulebook.context import Context, Subject
from auditor.rulebook.language.types import Type
from auditor.rulebook.subjects import comparatives, pairs, prose, shares, statements, tables

Each = Callable[[Context, tuple[str, ...], frozenset[str]], Iterator[Subject]]
"""From the words after the kind, and those that more special rules name, to the subjects."""


@dataclass(frozen=True, slots=True)
class Kind:
    """`of`: the words that may follow in `for_each`, with `measures` also any measure of the vocabulary; `names`: what
    expressions may use, by type. `shared`: each subject is for the rule of the most special words alone."""

    summary: str
    names: Mapping[str, Type]
    each: Each
    of: tuple[str, ...] = ()
    shared: bool = False
    measures: bool = False


_OPERANDS: Mapping[str, Type] = {
    "now": "figure", "before": "figure", "part": "figure", "whole": "figure", "stated": "figure",
}  # fmt: skip
_FOOTING: Mapping[str, Type] = {"total": "figure", "parts": "figures", "table": "table"}
_BALANCE: Mapping[str, Type] = {"assets": "figure", "total": "figure", "table": "table"}
_RELATION: Mapping[str, Type] = {"stated": "figure", "first": "figure", "second": "figure", "table": "table"}

KINDS: Mapping[str, Kind] = {
    "claim": Kind(
        "a number of the prose, with the figures that it may rest on",
        {"claim": "claim", "confirmed": "truth", **_OPERANDS},
        prose.claims,
        get_args(ClaimKind),
    ),
    "movement": Kind(
        "words of direction without a number, with the figures before and after",
        {"direction": "text", "subject": "text", "negative": "truth", "now": "figure", "before": "figure"},
        prose.movements,
    ),
    "comparison": Kind(
        "a measure of the prose whose bases differ from those of the other measures",
        {
            "subject": "text", "measure": "measure", "period": "period", "base": "period", "now": "figure",
            "before": "figure", "year_ago": "figure", "others": "figure", "presented": "truth",
            "departs": "truth",
        },
        prose.comparisons,
    ),
    "footing": Kind(
        "a total in a column, with the rows that add up to it", _FOOTING, tables.sums, tables.FOOTED, True, True
    ),
    "balance": Kind("the two grand totals of a balance sheet", _BALANCE, tables.balances),
    "cross-footing": Kind(
        "a figure in a row, with the columns that it follows from", _FOOTING, tables.crossings, tables.CROSSED, True
    ),
    "relation": Kind(
        "a figure in a row or column that follows from two others",
        _RELATION,
        tables.relations,
        ("percent-change", "percent-of", "per-share", "ratio"),
        True,
        True,
    ),
    "column": Kind(
        "a column of a table, in which fact(…) looks",
        {"column": "column", "table": "table"},
        statements.columns,
        get_args(StatementKind),
    ),
    "roll-forward": Kind(
        "two balance sheet columns and the period between them",
        {"opening": "period", "closing": "period", "between": "period"},
        statements.roll_forwards,
    ),
    "share-line": Kind(
        "a balance sheet line whose label counts shares, in one column",
        {
            "value": "figure", "par": "figure", "issued": "figure", "outstanding": "figure", "treasury": "figure",
            "table": "table",
        },
        shares.share_lines,
    ),
    "comparative": Kind(
        "a figure of the tables that a document given with --against prints too",
        {"here": "figure", "published": "figure", "declared": "truth", "document": "text"},
        comparatives.comparatives,
    ),
    "pair": Kind(
        "the same figure printed in two tables", {"here": "figure", "there": "figure"}, pairs.pairs, (), True, True
    ),
}  # fmt: skip
