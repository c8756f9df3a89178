"""Which statement a table is, by its title and by what its rows name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from auditor.model.fact import StatementKind


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.I)


_TITLES: tuple[tuple[StatementKind, re.Pattern[str]], ...] = (
    (
        "reconciliation",
        _pattern(r"reconciliation|reconciling|non-?gaap|as\s+adjusted|adjusted\s+(?:ebitda|earnings|net)"),
    ),
    (
        "equity",
        _pattern(
            r"statements?\s+of\s+(?:changes\s+in\s+)?(?:\w+\s+){0,3}?(?:(?:stock|share)(?:holders?|owners?)\W*\s+)?"
            r"(?:equity|deficit)"
        ),
    ),
    ("other", _pattern(r"statements?\s+of\s+(?:\w+\s+){0,2}?comprehensive|comprehensive\s+(?:income|loss|earnings)")),
    (
        "cash-flow",
        _pattern(r"statements?\s+of\s+(?:\w+\s+){0,2}?cash\s+flows?|cash\s+flows?\s+statements?|^cash\s+flows?$"),
    ),
    (
        "balance-sheet",
        _pattern(
            r"balance\s+sheets?|statements?\s+of\s+(?:\w+\s+){0,2}?(?:financial\s+(?:condition|position)|condition)"
        ),
    ),
    (
        "income-statement",
        _pattern(
            r"statements?\s+of\s+(?:\w+\s+){0,3}?(?:operations|income|earnings|loss|profit)|profit\s+and\s+loss"
            r"|(?:income|earnings|operations)\s+statements?|consolidated\s+(?:income|earnings|operations)"
        ),
    ),
    ("segment", _pattern(r"\bsegments?\b|by\s+(?:region|geograph|product|brand|category|business)")),
    (
        "key-figures",
        _pattern(r"highlights|selected|key\s+\w+|summary|statistic|ratios?|metrics|operating\s+data|at\s+a\s+glance"),
    ),
)
_ROWS: dict[str, re.Pattern[str]] = {
    "assets": _pattern(r"^total\s+assets$"),
    "funding": _pattern(
        r"^total(?:\s+current)?\s+liabilities\b|^total\s+(?:stock|share)\w*\W*s?\W*\s+(?:equity|deficit)|^total\s+equity"
        r"|liabilities\s+and\s+(?:\w+\W+){0,3}equity"
    ),
    "operating": _pattern(r"^(?:total\s+)?(?:net\s+)?(?:cash\s+)?(?:flows?\s+)?.{0,50}operating\s+activities"),
    "investing": _pattern(r"(?:investing|financing)\s+activities"),
    "revenue": _pattern(
        r"^(?:total\s+|net\s+|operating\s+)*(?:revenues?|sales)\b|^(?:total\s+)?interest(?:\s+and\s+dividend)?\s+income"
        r"|^revenues|^premiums"
    ),
    "result": _pattern(
        r"^(?:consolidated\s+)?net\s+(?:income|earnings|loss|\(loss\))|^(?:income|loss|earnings)\s*(?:\(loss\))?\s+before\s"
    ),
    "tax": _pattern(r"income\s+tax|taxes\s+on\s+income|provision\s+for\s+(?:income\s+)?tax"),
}
_MAY_BE_RESULTS = (None, "income-statement", "other", "balance-sheet", "cash-flow")


def kind_of(title: str, labels: Iterable[str]) -> StatementKind:
    """The kind of a table. What the rows name counts before the title, for the three primary statements."""
    seen = {name for label in labels if label for name, pattern in _ROWS.items() if pattern.search(label)}
    titled = next((kind for kind, pattern in _TITLES if pattern.search(title)), None)
    if titled in ("reconciliation", "equity"):
        return titled
    if {"assets", "funding"} <= seen and titled not in ("key-figures", "segment"):
        return "balance-sheet"
    if {"operating", "investing"} <= seen:
        return "cash-flow"
    if {"revenue", "result", "tax"} <= seen and titled in _MAY_BE_RESULTS:
        return "income-statement"
    return titled or "other"
