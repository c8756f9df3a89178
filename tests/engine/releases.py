"""Audits of tiny releases: a title, paragraphs, tables."""

import auditor
from auditor.model.finding import Audit

RULES, WORDS = auditor.load_rules(), auditor.load_vocabulary()
LAST_THREE = (
    "Three Months Ended September 30, 2025 | Three Months Ended September 30, 2024 | Three Months Ended June 30, 2025"
)
"""The columns of a quarter, of that of the year before, and of the one before it."""
TITLE = "Halden Ridge Reports Results"


def audited(table: str, *paragraphs: str, title: str = TITLE, name: str = "draft.txt") -> Audit:
    text = "\n\n".join((title, *paragraphs)) + "\n\n" + table
    return auditor.audit(auditor.read_document(text.encode(), name), RULES, WORDS)


def verdicts(table: str, *paragraphs: str, title: str = TITLE, name: str = "draft.txt") -> list[str]:
    """The verdict on each number of the prose."""
    found = audited(table, *paragraphs, title=title, name=name)
    return [found.judgements[c.id].verdict for c in found.claims]


def loud(table: str, *paragraphs: str, title: str = TITLE, name: str = "draft.txt") -> list[str]:
    """The rules of the errors and warnings."""
    return [f.rule for f in audited(table, *paragraphs, title=title, name=name).findings if f.level != "note"]
