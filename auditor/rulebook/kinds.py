"""What `for_each` can name: each kind of subject, and the names that its rules may use."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import get_args

from auditor.frozen import dataclass
from auditor.model.claim import ClaimKind
from auditor.model.fact import StatementKind
from auditor.rulebook.context import Context, Subject
from auditor.rulebook.language.types import Type
from auditor.rulebook.subjects import (
    closing,
    comparatives,
    form,
    guidance,
    mentions,
    named_periods,
    outlook,
    pairs,
    prose,
    reconciling,
    shares,
    standings,
    statements,
    tables,
    twice,
    wording,
)

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

_CLOSING: Mapping[str, Type] = {
    "claim": "claim", "given": "figure", "closes": "truth", "how": "text",
}  # fmt: skip

KINDS: Mapping[str, Kind] = {
    "claim": Kind(
        "a number of the prose, with the figures that it may rest on",
        {
            "claim": "claim", "sentence": "text", "leading": "text", "trailing": "text", "confirmed": "truth",
            "source": "text", **_OPERANDS,
        },
        prose.claims,
        get_args(ClaimKind),
    ),
    "movement": Kind(
        "words of direction without a number, with the figures before and after",
        {"direction": "text", "subject": "text", "negative": "truth", "now": "figure", "before": "figure"},
        prose.movements,
    ),
    "streak": Kind(
        "a period of those in which a measure is said to have risen, fallen or been positive in a row",
        {
            "subject": "text", "measure": "measure", "direction": "text", "now": "figure", "year_ago": "figure",
            "before": "figure",
        },
        standings.streaks,
        ("turns", "profits"),
    ),
    "superlative": Kind(
        "a figure that is called the highest or lowest, with the highest or lowest of the other periods that are meant",
        {
            "word": "text", "highest": "truth", "subject": "text", "measure": "measure", "now": "figure",
            "rival": "figure",
        },
        standings.superlatives,
    ),
    "rate-change": Kind(
        "a change stated in percent of a measure that is a rate, with the rates before and after",
        {"claim": "claim", "now": "figure", "before": "figure"},
        prose.rate_changes,
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
        ("percent-change", "points-change", "percent-of", "per-share", "ratio", "price"),
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
        {"opening": "period", "closing": "period", "between": "period", "dividends_told": "truth"},
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
    "tie": Kind(
        "a balance of the cash flow statement, with that of the balance sheet of the same day",
        {"here": "figure", "there": "figure"},
        pairs.ties,
        measures=True,
    ),
    "same-digits": Kind(
        "figures of one measure and period in two tables, printed with the same digits",
        {"here": "figure", "there": "figure"},
        form.same_digits,
    ),
    "column-pair": Kind(
        "two neighbouring columns of amounts of one length",
        {
            "left": "column", "right": "column", "table": "table", "order": "text", "usual": "text",
            "elsewhere": "text", "days_apart": "figure", "weekly": "truth", "repeats": "truth", "again": "truth",
            "newest": "truth",
        },
        form.column_pairs,
        get_args(StatementKind),
    ),
    "row": Kind(
        "a row of amounts: its greatest figure, and the one whose sign is the odd one",
        {"greatest": "figure", "others": "figures", "odd": "figure", "same_sign": "truth", "table": "table"},
        form.row_figures,
        measures=True,
    ),
    "statement": Kind(
        "a table as a whole",
        {
            "table": "table", "currency": "text", "usual_currency": "text", "latest": "period", "elsewhere": "period",
            "reported": "period",
        },
        form.statements,
        get_args(StatementKind),
    ),
    "bracketed": Kind("a figure printed with brackets", {"figure": "figure", "closed": "truth"}, form.brackets),
    "date": Kind(
        "a full date of the prose",
        {"date": "text", "exists": "truth", "weekday": "text", "expected": "text"},
        wording.dates,
    ),
    "announcement": Kind(
        "words that say that a statement is attached or follows",
        {"statement": "text", "present": "truth"},
        wording.announcements,
        get_args(StatementKind),
    ),
    "blank": Kind("a place of the text that is to be filled in", {"blank": "text", "filled": "truth"}, wording.blanks),
    "mention": Kind(
        "a level that the prose states, whatever it rests on",
        {
            "claim": "claim", "place": "text", "reconciled": "truth", "any_reconciliation": "truth",
            "comparable": "text", "comparable_before": "truth", "comparable_in_headline": "truth",
            "comparable_anywhere": "truth", "exception": "truth", "shown": "truth", "shown_otherwise": "truth",
        },
        mentions.mentions,
        ("adjusted", "outlook"),
    ),
    "mention-pair": Kind(
        "a figure that the prose states twice",
        {
            "claim": "claim", "here": "figure", "there": "figure", "here_line": "text", "place": "text",
            "slipped": "truth",
        },
        twice.mention_pairs,
        (mentions.HEADLINE, mentions.QUOTE, mentions.BODY, twice.OUTLOOK, twice.AGAIN, twice.RETOLD),
    ),
    "sentence": Kind(
        "a number that should follow from the others of its sentence",
        _CLOSING,
        closing.closings,
    ),
    "share-pair": Kind(
        "an amount that its sentence restates by the share, with the shares of its period",
        {**_CLOSING, "other": "text"},
        closing.amounts_by_share,
    ),
    "range": Kind(
        "a range that the outlook states",
        {
            "claim": "claim", "low": "figure", "high": "figure", "midpoint": "figure", "growth_low": "figure",
            "growth_high": "figure", "prior": "figure", "up": "truth", "down": "truth", "ended": "truth",
        },
        outlook.ranges,
    ),
    "named-period": Kind(
        "a period that the prose names for a number or reports in its headline",
        {"claim": "claim", "named": "period", "shown": "truth", "reported": "figure"},
        named_periods.named_periods,
        named_periods.KINDS,
    ),
    "outlook-relation": Kind(
        "a figure or range of the outlook that others of the same period give",
        {
            "claim": "claim", "measure": "measure", "stated": "figure", "first": "figure", "second": "figure",
            "parts": "figures",
        },
        guidance.relations,
        guidance.KINDS,
    ),
    "reconciliation": Kind(
        "a sum of a reconciliation, with the figure that it starts from and that of the statements",
        {
            "start": "figure", "total": "figure", "statement": "figure", "opens": "truth", "others": "figure",
            "other": "text", "net_of_tax": "text", "table": "table",
        },
        reconciling.reconciliations,
    ),
}  # fmt: skip
