"""Which statement a table is, by its title and by what its rows name."""

from __future__ import annotations

from collections.abc import Iterable

from auditor.grammar.folding import Hinted
from auditor.model.fact import StatementKind
from auditor.vocabulary.words import without_marks

_TITLES: tuple[tuple[StatementKind, Hinted], ...] = (
    (
        "reconciliation",
        Hinted(
            r"reconciliation|reconciling|non-?gaap|as\s+adjusted|adjusted\s+(?:ebitda|earnings|net)",
            "reconcil", "gaap", "adjusted",
        ),
    ),
    (
        "equity",
        Hinted(
            r"statements?\s+of\s+(?:changes\s+in\s+)?(?:\w+\s+){0,3}?(?:(?:stock|share)(?:holders?|owners?)\W*\s+)?"
            r"(?:equity|deficit)",
            "equity", "deficit",
        ),
    ),
    (
        "other",
        Hinted(
            r"statements?\s+of\s+(?:\w+\s+){0,2}?comprehensive|comprehensive\s+(?:income|loss|earnings)",
            "comprehensive",
        ),
    ),
    (
        "cash-flow",
        Hinted(
            r"statements?\s+of\s+(?:\w+\s+){0,2}?cash\s+flows?|cash\s+flows?\s+statements?|^cash\s+flows?$", "cash"
        ),
    ),
    (
        "balance-sheet",
        Hinted(
            r"balance\s+sheets?|statements?\s+of\s+(?:\w+\s+){0,2}?(?:financial\s+(?:condition|position)|condition)",
            "balance", "condition", "position",
        ),
    ),
    (
        "income-statement",
        Hinted(
            r"statements?\s+of\s+(?:\w+\s+){0,3}?(?:operations|income|earnings|loss|profit)|profit\s+and\s+loss"
            r"|(?:income|earnings|operations)\s+statements?|consolidated\s+(?:income|earnings|operations)",
            "operations|income|earnings|loss|profit"
        ),
    ),
    (
        "segment",
        Hinted(r"\bsegments?\b|by\s+(?:region|geograph|product|brand|category|business)", "segment", "by"),
    ),
    (
        "key-figures",
        Hinted(
            r"highlights|selected|key\s+\w+|summary|statistic|ratios?|metrics|operating\s+data|at\s+a\s+glance",
            "highlights|selected|key|summary|statistic|ratio|metrics|data|glance"
        ),
    ),
)  # fmt: skip
_ROWS: dict[str, Hinted] = {
    "assets": Hinted(r"^total\s+assets$", "assets"),
    "funding": Hinted(
        r"^total(?:\s+current)?\s+liabilities\b|^total\s+(?:stock|share)\w*\W*s?\W*\s+(?:equity|deficit)|"
        r"^total\s+equity"
        r"|liabilities\s+and\s+(?:\w+\W+){0,3}equity",
        "liabilities", "equity", "deficit",
    ),
    "operating": Hinted(
        r"^(?:total\s+)?(?:net\s+)?(?:cash\s+)?(?:flows?\s+)?.{0,50}operating\s+activities", "activities"
    ),
    "investing": Hinted(r"(?:investing|financing)\s+activities", "activities"),
    "revenue": Hinted(
        r"^(?:total\s+|net\s+|operating\s+)*(?:revenues?|sales)\b|^(?:total\s+)?interest(?:\s+and\s+dividend)?\s+income"
        r"|^revenues|^premiums",
        "revenue|sales|interest|premiums"
    ),
    "result": Hinted(
        r"^(?:consolidated\s+)?net\s+(?:income|earnings|loss|\(loss\))|^(?:income|loss|earnings)\s*"
        r"(?:\(loss\))?\s+before\s",
        "net", "before",
    ),
    "tax": Hinted(r"income\s+tax|taxes\s+on\s+income|provision\s+for\s+(?:income\s+)?tax", "tax"),
}  # fmt: skip
_MAY_BE_RESULTS = (None, "income-statement", "other", "balance-sheet", "cash-flow")


def kind_of(title: str, labels: Iterable[str]) -> StatementKind:
    """The kind of a table. What the rows name counts before the title, for the three primary statements."""
    said = [without_marks(label).strip() for label in labels if label]
    every = "\n".join(said)
    seen = {name for name, row in _ROWS.items() if row.may_fit(every) and any(map(row.search, said))}
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
