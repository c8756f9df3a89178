"""Which statement a table is, by its title and by what its rows name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from auditor.model.fact import StatementKind

_TITLES: tuple[tuple[StatementKind, re.Pattern[str]], ...] = (
    ("reconciliation", re.compile(r"reconciliation|reconciling|non-?gaap|as\s+adjusted|adjusted\s+(?:ebitda|earnings|net)", re.I)),
    ("equity", re.compile(r"statements?\s+of\s+(?:changes\s+in\s+)?(?:\w+\s+){0,3}?(?:(?:stock|share)(?:holders?|owners?)\W*\s+)?(?:equity|deficit)", re.I)),
    ("other", re.compile(r"statements?\s+of\s+(?:\w+\s+){0,2}?comprehensive|comprehensive\s+(?:income|loss|earnings)", re.I)),
    ("cash-flow", re.compile(r"statements?\s+of\s+(?:\w+\s+){0,2}?cash\s+flows?|cash\s+flows?\s+statements?|^cash\s+flows?$", re.I)),
    ("balance-sheet", re.compile(r"balance\s+sheets?|statements?\s+of\s+(?:\w+\s+){0,2}?(?:financial\s+(?:condition|position)|condition)", re.I)),
    (
        "income-statement",
        re.compile(
            r"statements?\s+of\s+(?:\w+\s+){0,3}?(?:operations|income|earnings|loss|profit)|(?:income|earnings|operations)\s+statements?"
            r"|consolidated\s+(?:income|earnings|operations)|profit\s+and\s+loss", re.I
        ),
    ),
    ("segment", re.compile(r"\bsegments?\b|by\s+(?:region|geograph|product|brand|category|business)", re.I)),
    ("key-figures", re.compile(r"highlights|selected|key\s+\w+|summary|statistic|ratios?|metrics|operating\s+data|at\s+a\s+glance", re.I)),
)  # fmt: skip
_ROWS: dict[str, re.Pattern[str]] = {
    "assets": re.compile(r"^total\s+assets$", re.I),
    "funding": re.compile(r"^total(?:\s+current)?\s+liabilities\b|^total\s+(?:stock|share)\w*\W*s?\W*\s+(?:equity|deficit)|^total\s+equity|liabilities\s+and\s+(?:\w+\W+){0,3}equity", re.I),
    "operating": re.compile(r"^(?:total\s+)?(?:net\s+)?(?:cash\s+)?(?:flows?\s+)?.{0,50}operating\s+activities", re.I),
    "investing": re.compile(r"(?:investing|financing)\s+activities", re.I),
    "revenue": re.compile(r"^(?:total\s+|net\s+|operating\s+)*(?:revenues?|sales)\b|^(?:total\s+)?interest(?:\s+and\s+dividend)?\s+income|^revenues|^premiums", re.I),
    "result": re.compile(r"^(?:consolidated\s+)?net\s+(?:income|earnings|loss|\(loss\))|^(?:income|loss|earnings)\s*(?:\(loss\))?\s+before\s+", re.I),
    "tax": re.compile(r"income\s+tax|taxes\s+on\s+income|provision\s+for\s+(?:income\s+)?tax", re.I),
}  # fmt: skip


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
    if {"revenue", "result", "tax"} <= seen and titled in (None, "income-statement", "other", "balance-sheet", "cash-flow"):
        return "income-statement"
    return titled or "other"
