"""What subjects are called: in reports, and in the `for_each` of rules."""

from __future__ import annotations

from functools import lru_cache

from auditor.model.fact import Fact, Measure
from auditor.model.source import Span
from auditor.rulebook.context import Context


def chosen(words: tuple[str, ...], of: tuple[str, ...], rest: frozenset[str]) -> bool:
    """Whether a subject that goes by some words, most special first, belongs to a rule of the words `of`, where others
    are of the words `rest`. The first word that any rule names decides; what none names is for the rule of no words."""
    for word in words:
        if word in of:
            return True
        if word in rest:
            return False
    return not of


@lru_cache(maxsize=4096)
def measured(measure: Measure | None) -> tuple[str, ...]:
    """The words of a measure: with each of its qualifiers, then by itself."""
    if measure is None:
        return ()
    return (*(f"{qualifier} {measure.key}" for qualifier in sorted(measure.qualifiers)), measure.key)


def named(fact: Fact) -> str:
    """`Total assets, September 30, 2006`."""
    label = fact.label or "the total without a label"
    return f"{label}, {fact.header}" if fact.header else label


def quoted(context: Context, span: Span, quote: str) -> str:
    """`“$2.9 million” (line 17)`."""
    return f"“{' '.join(quote.split())}” (line {context.document.line(span.start)})"
