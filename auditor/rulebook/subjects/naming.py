"""What subjects are called: in reports, and in the `for_each` of rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter

from auditor.model.fact import Fact, Measure
from auditor.model.source import Span
from auditor.rulebook.context import Context, Subject

Worded = Sequence[tuple[tuple[str, ...], Subject]]
"""Subjects, each with the words that it goes by, most special first."""


def chosen(
    context: Context, subjects: Callable[[Context], Worded], of: tuple[str, ...], rest: frozenset[str]
) -> Iterator[Subject]:
    """The subjects that belong to a rule of the words `of`, where others are of the words `rest`. The first word of a
    subject that any rule names decides; what none names is for the rule of no words."""
    named = rest.union(of)
    key = (subjects, named)
    if key not in context.memo:
        context.memo[key] = _dealt(subjects(context), named)
    dealt: Mapping[str, list[tuple[int, Subject]]] = context.memo[key]
    words = set(of) or {""}
    found = [item for word in words for item in dealt.get(word, ())]
    if len(words) > 1:  # each has its subjects in order
        found.sort(key=itemgetter(0))
    return (subject for _, subject in found)


def _dealt(subjects: Worded, named: frozenset[str]) -> Mapping[str, list[tuple[int, Subject]]]:
    """The subjects, each with its place among all, by the word that decides (empty: none)."""
    found: dict[str, list[tuple[int, Subject]]] = {}
    for place, (words, subject) in enumerate(subjects):
        word = next((word for word in words if word in named), "")
        found.setdefault(word, []).append((place, subject))
    return found


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
