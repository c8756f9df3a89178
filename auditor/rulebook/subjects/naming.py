"""What subjects are called in reports."""

from __future__ import annotations

from auditor.model.fact import Fact
from auditor.model.source import Span
from auditor.rulebook.context import Context


def named(fact: Fact) -> str:
    """`Total assets, September 30, 2006`."""
    label = fact.label or "the total without a label"
    return f"{label}, {fact.header}" if fact.header else label


def quoted(context: Context, span: Span, quote: str) -> str:
    """`“$2.9 million” (line 17)`."""
    return f"“{' '.join(quote.split())}” (line {context.document.line(span.start)})"
