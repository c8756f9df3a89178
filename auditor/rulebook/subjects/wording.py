"""Subjects of the bare text: dates, statements that are announced, places left to be filled in."""

from __future__ import annotations

import re
from bisect import bisect_right
from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date

from auditor.grammar.folding import Hinted, folded, for_folded
from auditor.grammar.period_forms import MONTHS
from auditor.model.fact import StatementKind
from auditor.model.source import Document, Grid, Span
from auditor.rulebook.context import Context, Subject, once
from auditor.rulebook.language.figures import Missing, truth
from auditor.rulebook.language.types import Value
from auditor.rulebook.subjects.naming import quoted

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTH = "|".join(rf"{m[0].upper()}(?<=\b.){m[1:]}" for m in MONTHS)  # begin with a letter: see _BLANK
_DATE = re.compile(rf"(?P<month>{_MONTH})\.?\s+(?P<day>\d{{1,2}}),\s+(?P<year>(?:19|20)\d\d)\b")
_WEEKDAY = Hinted(rf"\b(?P<weekday>(?-i:{'|'.join(DAYS)})),?\s+(?-i:the\s+)?$", "day")
_LEAD = 60  # characters before a date that may name its day of the week
_OF_YEAR = re.compile(r",\s+(?:19|20)\d\d\b")
_ATTACHED = (
    r"(?:attach\w*|accompany\w*|follow\w*|set\s+forth\s+below|(?:is|are)\s+included|included\s+(?:with|in)\s+this)"
)
_STATEMENT = (
    r"(?P<{0}>balance\s+sheets?|statements?\s+of\s+(?:consolidated\s+)?(?:cash\s+flows?|operations|income|earnings)|"
    r"(?:income|cash\s+flow)\s+statements?|reconciliations?)"
)
_ANNOUNCED = re.compile(
    for_folded(
        rf"\b{_ATTACHED}\b[^.;\n]{{0,60}}?\b{_STATEMENT.format('after')}"
        rf"|{_STATEMENT.format('before')}\b[^.;\n]{{0,60}}?\b{_ATTACHED}\b"
    )
)
_PRINTED = ("sheet", "statement", "reconciliation")
_SHOWN = ("attach", "accompany", "follow", "forth", "included")
_BELOW = re.compile(r"\b(?:follow\w*|below)\b", re.I)
_KINDS: tuple[tuple[str, StatementKind], ...] = (
    ("balance", "balance-sheet"), ("cash", "cash-flow"), ("reconcil", "reconciliation"),
    ("operations", "income-statement"), ("income", "income-statement"), ("earnings", "income-statement"),
)  # fmt: skip
_ROWS: Mapping[StatementKind, tuple[str, ...]] = {
    "balance-sheet": ("total-assets", "liabilities-and-equity"),
    "cash-flow": ("operating-cash-flow", "financing-cash-flow"),
    "income-statement": ("revenue", "net-income"),
}
_CROSSES = r"(?<=\b.)(?:[Xx]{0,2}\.[Xx]+\b|[Xx]{1,2}\s?%)"
# Each alternative begins with one letter or sign: the whole document is searched by these.
_BLANK = re.compile(
    r"\[\s*(?:●|•|_+|[xX]{1,4}|\.{2,}|tbd|tbu|to come|insert[^\]\n]{0,40})\s*\]|T(?<=\bT)B[DU]\b"
    rf"|\$\s?_{{2,}}|\$\s?[Xx]{{1,3}}(?:[.,][Xx]+)+|X{_CROSSES}|x{_CROSSES}|\?\?\?+",
)


def dates(context: Context, of: tuple[str, ...], rest: frozenset[str]) -> Iterator[Subject]:
    """The full dates of the prose: whether there is such a day, and which day of the week it is."""
    for found in _dates(context.document):
        month, day, year = MONTHS[found["month"].lower()], int(found["day"]), int(found["year"])
        exists = 1 <= day <= monthrange(year, month)[1]
        lead = context.document.text[max(found.pos, found.start() - _LEAD) : found.start()]
        named = _WEEKDAY.search(lead)
        span = Span(found.start() - (len(lead) - named.start() if named else 0), found.end())
        said = context.document.slice(span)
        names: dict[str, Value] = {
            "date": " ".join(said.split()),
            "exists": truth(exists),
            "weekday": named["weekday"] if named else Missing("no day of the week is named"),
            "expected": DAYS[date(year, month, day).weekday()] if exists else Missing("there is no such day"),
        }
        yield Subject(quoted(context, span, said), span, names, context.lookup)


def announcements(context: Context, of: tuple[str, ...], rest: frozenset[str]) -> Iterator[Subject]:
    """Sentences that say that a statement or reconciliation is attached or follows."""
    if not context.tables:
        return
    for found in _announced(context.document):
        span = Span(*found.span("after" if found["after"] else "before"))
        said = context.document.slice(span)
        kind = next((kind for word, kind in _KINDS if word in said.lower()), None)
        if kind is None or (of and kind not in of):
            continue
        names: dict[str, Value] = {
            "statement": " ".join(said.split()),
            "present": truth(kind in _present(context) or _follows(context, found)),
        }
        yield Subject(quoted(context, span, said), span, names, context.lookup)


def _announced(document: Document) -> Iterator[re.Match[str]]:
    text = folded(document.text)
    for start, end in _prose(document):
        if any(text.find(word, start, end) >= 0 for word in _PRINTED):
            if any(text.find(word, start, end) >= 0 for word in _SHOWN):
                yield from _ANNOUNCED.finditer(text, start, end)


def _follows(context: Context, found: re.Match[str]) -> bool:
    """Whether a table stands right behind the paragraph that says that something follows. A reconciliation may be of
    shares or of balances, too, and then its table is none of a result."""
    if not _BELOW.search(found.group()):
        return False
    blocks, own = context.document.blocks, bisect_right(_ends(context), found.end())
    return any(isinstance(block, Grid) for block in blocks[own + 1 : own + 3])


@once
def _ends(context: Context) -> list[int]:
    return [block.span.end for block in context.document.blocks]


@once
def _present(context: Context) -> frozenset[StatementKind]:
    """The kinds of statements that a table is, or has the rows of."""
    printed = context.known.by_key
    found = {kind for kind, keys in _ROWS.items() if all(key in printed for key in keys)}
    told = (f.qualifiers | (f.measure.qualifiers if f.measure else frozenset()) for f in context.facts)
    if any("adjusted" in qualifiers for qualifiers in told):
        found.add("reconciliation")
    return frozenset(found | {table.kind for table in context.tables})


def blanks(context: Context, of: tuple[str, ...], rest: frozenset[str]) -> Iterator[Subject]:
    """The places of the text that were left to be filled in; the text as a whole where there are none."""
    found = list(_BLANK.finditer(context.document.text))
    for place in found:
        span = Span(*place.span())
        names: dict[str, Value] = {"blank": place.group(), "filled": truth(False)}
        yield Subject(quoted(context, span, place.group()), span, names, context.lookup)
    if not found:
        names = {"blank": "", "filled": truth(True)}
        yield Subject("the text as a whole", Span(0, 0), names, context.lookup)


def _dates(document: Document) -> Iterator[re.Match[str]]:
    """The dates of the prose. Their years are found faster, and most paragraphs have none."""
    for start, end in _prose(document):
        if _OF_YEAR.search(document.text, start, end):
            yield from _DATE.finditer(document.text, start, end)


def _prose(document: Document) -> Iterator[tuple[int, int]]:
    """Where the paragraphs begin and end."""
    return ((p.span.start, p.span.end) for p in document.paragraphs if p.kind != "furniture")
