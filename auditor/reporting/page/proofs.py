"""The checks of the tables, one line each: the figure that was checked, and what it was computed from."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from auditor.frozen import dataclass
from auditor.model.finding import Audit, Check, Evidence
from auditor.reporting.page.anchors import Anchors
from auditor.reporting.page.marks import EXCEPTION, Mark, proves, spoken_for
from auditor.reporting.report import RuleCard
from auditor.reporting.style import safe

QUOTIENTS = {"percent-of", "per-share", "ratio"}
SLACK = " (but for one unit of the last digit, as tables adjusted to foot have)"


@dataclass(frozen=True, slots=True)
class Proof:
    """One check. `of` is the id of the figure's cell, `by` those, with blanks between, of what it follows from."""

    of: str
    by: str
    column: str
    working: str
    mark: Mark
    rule: str
    title: str


@dataclass(frozen=True, slots=True)
class RowProofs:
    """The checks of one row."""

    label: str
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class TableProofs:
    rows: tuple[RowProofs, ...]
    held: int
    failed: int


class Proofs:
    """The lines of each table of an audit, in the order of its rows and columns."""

    def __init__(self, audit: Audit, anchors: Anchors, rules: Mapping[str, RuleCard]) -> None:
        self._anchors = anchors
        self._rules = rules
        found: dict[str, list[tuple[int, int, str, Proof]]] = {}
        for check in audit.checks:
            place = anchors.place(check.evidence[0]) if check.evidence and proves(check) else None
            if place and check.outcome != "skipped":
                line = (place[1], place[2], check.evidence[0].row, self._proof(check))
                found.setdefault(place[0], []).append(line)
        self._found = {table: sorted(lines, key=lambda line: line[:2]) for table, lines in found.items()}

    def of(self, table: str) -> TableProofs | None:
        lines = self._found.get(table)
        if not lines:
            return None
        failed = sum(proof.mark is EXCEPTION for *_, proof in lines)
        rows = tuple(
            RowProofs(safe(" ".join(label.split())), tuple(proof for *_, proof in group))
            for (_, label), group in groupby(lines, key=lambda line: (line[0], line[2]))
        )
        return TableProofs(rows, len(lines) - failed, failed)

    def _proof(self, check: Check) -> Proof:
        first, *rest = check.evidence
        rule = self._rules.get(check.rule)
        failed = check.outcome == "failed"
        mark = EXCEPTION if failed else next(mark for _, mark in spoken_for(check))
        return Proof(
            of=self._anchors.evidence(first) or "",
            by=" ".join(at for item in rest if (at := self._anchors.evidence(item))),
            column=safe(" ".join(first.column.split())),
            working=safe(" ".join(((check.why or check.subject) if failed else _working(check, first, rest)).split())),
            mark=mark,
            rule=check.rule,
            title=safe(rule.name.replace("-", " ")) if rule else "",
        )


def _working(check: Check, first: Evidence, rest: list[Evidence]) -> str:
    """The arithmetic of a check that passed, with the figures as printed."""
    texts = [" ".join(item.text.split()) for item in rest]
    slack = SLACK if check.how == "slack" else ""
    if check.kind == "pair":
        return f"{first.text}, as in table {rest[0].table}: {rest[0].row}" if rest else first.text
    if len(check.signs) == len(rest) > 0:
        return f"{signed(check.signs, texts)} = {first.text}{slack}"
    if check.kind == "percent-change" and len(rest) == 2:
        return f"{texts[0]} / {texts[1]} − 1 = {first.text}{slack}"
    if check.kind in QUOTIENTS and len(rest) == 2:
        return f"{texts[0]} / {texts[1]} = {first.text}{slack}"
    return f"{first.text} follows from {', '.join(texts)}{slack}" if rest else first.text


def signed(signs: tuple[int, ...], texts: list[str]) -> str:
    """`100 + 20 − 5`."""
    head, *rest = (f"{'−' if sign < 0 else '+'} {text}" for sign, text in zip(signs, texts, strict=True))
    return " ".join([head.removeprefix("+ ").replace("− ", "−"), *rest])
