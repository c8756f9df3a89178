"""Claims as mentions, whatever they rest on: where they stand, what stands beside them, and pairs of one figure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from auditor.model.claim import Claim
from auditor.model.fact import Measure
from auditor.model.period import Period
from auditor.model.source import Document, Paragraph, Span
from auditor.rulebook.context import Context, Subject, once
from auditor.rulebook.language.figures import Figure, figure, truth
from auditor.rulebook.language.types import Value
from auditor.rulebook.subjects.naming import quoted

QUARTER = 3  # months
HEADLINE, QUOTE, BODY = "headline", "quote", "body"
_OF_A_PART = re.compile(r"\b(?:segment|division|subsidiary|business\s+unit)\b", re.I)
_OWNED_BY = re.compile(r"\battributable\s+to\s+(?:the\s+)?[A-Z]")
FIRST = 4  # paragraphs of a release among which its headline stands
_Figure = tuple[Measure, Period, str, str, str, bool, bool]
"""What is stated: measure, period, unit, kind, role, whether it is outlook, whether of what is attributable to some."""
_QUOTED = re.compile(r"""(?:“|(?<![\w.,;:!?)])"(?=\S))[^”"]{20,}[”"]?""")  # a straight mark behind a word ends one
# In lower case, and beginning with a letter: whole documents are searched for it.
_EXCEPTION = re.compile(
    r"unreasonable(?<!\wunreasonable)\s+efforts?|not\s+(?:able|practicable|possible)\s+to\s+reconcile"
)
_LEVELS = ("level", "per-share", "count")
COMPARABLE = {
    "ebitda": "net-income", "ebit": "net-income", "ebitda-margin": "net-margin",
    "free-cash-flow": "operating-cash-flow",
}  # fmt: skip
"""Measures that are adjusted by what they are, and the measure of the statements that each is compared with."""


def mentions(context: Context, of: tuple[str, ...], rest: frozenset[str]) -> Iterator[Subject]:
    """Levels of the prose whose measure is known; `adjusted` ones, or those of the `outlook`, where these are named."""
    for claim, subject in _mentions(context):
        if ("adjusted" not in of or _adjusted(claim)) and ("outlook" in of) == claim.outlook:
            yield subject


@once
def _mentions(context: Context) -> list[tuple[Claim, Subject]]:
    found: list[tuple[Claim, Subject]] = []
    exception = _excepted(context)
    places = _places(context)
    plain = _plain_mentions(context)
    reconciled = _in_tables(context)
    headline = {c.measure.key for c in context.claims if c.measure and places[c.id] == HEADLINE and not _adjusted(c)}
    for claim in context.claims:
        measure = claim.measure
        if measure is None or claim.kind not in _LEVELS or claim.role != "current" or claim.carried:
            continue
        gaap = COMPARABLE.get(measure.key, measure.key)
        first = plain.get(gaap)
        names: dict[str, Value] = {
            "claim": claim,
            "place": places[claim.id],
            "reconciled": truth(measure.key in reconciled or _follows(context, claim)),
            "any_reconciliation": truth(bool(reconciled)),
            "comparable": gaap.replace("-", " "),
            "comparable_before": truth(first is not None and first <= claim.span.start),
            "comparable_in_headline": truth(gaap in headline),
            "comparable_anywhere": truth(first is not None or gaap in context.known.by_key or _rate(gaap, context)),
            "exception": truth(exception),
            "shown": truth(_shown_period(context, claim, longer=False)),
            "shown_otherwise": truth(_shown_period(context, claim, longer=True)),
        }
        title = quoted(context, claim.span, claim.quote)
        found.append((claim, Subject(title, claim.span, names, context.lookup)))
    return found


def _follows(context: Context, claim: Claim) -> bool:
    """Whether figures of the tables give the claim's own: operating cash flow less capital expenditures."""
    found = (c.operands.get("now") for c in context.bindings[claim.id].candidates)
    return any(o is not None and len(o.facts) > 1 and o.quantity.meets(claim.quantity) for o in found)


@once
def _excepted(context: Context) -> bool:
    """Whether the release says that a reconciliation cannot be given."""
    said = context.document.text.lower()
    return ("unreasonable" in said or "reconcile" in said) and _EXCEPTION.search(said) is not None


def _shown_period(context: Context, claim: Claim, longer: bool) -> bool:
    """Whether a column has the claim's period; or (`longer`) one of more than a quarter that ends on the same day and
    is of another length."""
    if claim.period is None or claim.period.instant:
        return False
    shown = _shown_periods(context)
    key = (claim.period, longer)
    if key not in shown:
        shown[key] = _in_columns(context, *key)
    return shown[key]


@once
def _shown_periods(context: Context) -> dict[tuple[Period, bool], bool]:
    return {}


def _in_columns(context: Context, wanted: Period, longer: bool) -> bool:
    for period in context.periods:
        if not longer and period.same(wanted):
            return True
        if longer and period.end == wanted.end and period.months != wanted.months and period.months > QUARTER:
            return True
    return False


def _adjusted(claim: Claim) -> bool:
    """Whether a claim states a measure that no statement has."""
    measure = claim.measure
    return measure is not None and ("adjusted" in measure.qualifiers or measure.key in COMPARABLE)


def _rate(key: str, context: Context) -> bool:
    """Whether the two lines are printed that a margin follows from."""
    parts = {"gross-margin": "gross-profit", "operating-margin": "operating-income", "net-margin": "net-income"}
    return key in parts and parts[key] in context.known.by_key and "revenue" in context.known.by_key


@once
def _plain_mentions(context: Context) -> Mapping[str, int]:
    """Where each measure is first stated as the statements have it."""
    found: dict[str, int] = {}
    for claim in context.claims:
        if claim.measure is not None and not _adjusted(claim):
            found.setdefault(claim.measure.key, claim.span.start)
    return found


@once
def _in_tables(context: Context) -> frozenset[str]:
    """The measures of which a table gives the adjusted figure beside others that lead to it."""
    led = {table.id for table in context.tables if table.kind == "reconciliation"}
    out: set[str] = set()
    for fact in context.facts:
        if fact.measure is None:
            continue
        told = fact.measure.qualifiers | fact.qualifiers
        if "adjusted" in told or fact.measure.key in COMPARABLE or fact.table in led:
            out.add(fact.measure.key)
    return frozenset(out)


@once
def _places(context: Context) -> Mapping[str, str]:
    """Where each claim stands: in the headline, in a quotation, or in the body."""
    document = context.document
    paragraphs = [p for p in document.paragraphs if p.kind != "furniture"]
    headline = _headline(paragraphs)
    quotes = [Span(*m.span()) for p in paragraphs if p.kind == "prose" for m in _quotes(document, p)]
    out: dict[str, str] = {}
    k = 0
    for claim in sorted(context.claims, key=lambda c: c.span.start):
        while k < len(quotes) and quotes[k].end <= claim.span.start:
            k += 1
        inside = k < len(quotes) and quotes[k].holds(claim.span)
        top = any(span.holds(claim.span) for span in headline)
        out[claim.id] = HEADLINE if top else QUOTE if inside else BODY
    return out


def _headline(paragraphs: Sequence[Paragraph]) -> list[Span]:
    """The headings and list items before the first paragraph of prose, near the top."""
    out: list[Span] = []
    for paragraph in paragraphs[: 3 * FIRST]:
        if paragraph.kind == "prose" and out:
            break
        if paragraph.kind in ("heading", "bullet"):
            out.append(paragraph.span)
    return out


def _quotes(document: Document, paragraph: Paragraph) -> Iterator[re.Match[str]]:
    text, start, end = document.text, paragraph.span.start, paragraph.span.end
    if text.find("“", start, end) < 0 and text.find('"', start, end) < 0:
        return iter(())
    return _QUOTED.finditer(text, start, end)


def mention_pairs(context: Context, of: tuple[str, ...], rest: frozenset[str]) -> Iterator[Subject]:
    """Two statements of one figure: the same measure, period, unit and kind, neither of them hedged or carried over
    from the sentence before. Each is held against the first of its figure; `headline`, `quote`, `outlook` choose."""
    return (subject for word, subject in _mention_pairs(context) if word in of)


@once
def _mention_pairs(context: Context) -> list[tuple[str, Subject]]:
    found: list[tuple[str, Subject]] = []
    places = _places(context)
    first: dict[_Figure, Claim] = {}
    keys = {claim.id: _figure_of(claim, context.document) for claim in context.claims}
    often = Counter((claim.sentence.start, keys[claim.id]) for claim in context.claims)
    for claim in context.claims:
        key = keys[claim.id]
        if key is None or often[claim.sentence.start, key] > 1:
            continue  # the ends of a range, or figures that something else than their measure tells apart
        earlier = first.setdefault(key, claim)
        if earlier is claim or earlier.sentence == claim.sentence:
            continue
        word = "outlook" if claim.outlook else _pair_word(places[earlier.id], places[claim.id])
        names: dict[str, Value] = {
            "claim": claim,
            "here": _shown(earlier),
            "there": _shown(claim),
            "here_line": str(context.document.line(earlier.span.start)),
            "place": places[claim.id],
        }
        found.append((word, Subject(quoted(context, claim.span, claim.quote), claim.span, names, context.lookup)))
    return found


def _pair_word(one: str, other: str) -> str:
    for word in (HEADLINE, QUOTE):
        if word in (one, other):
            return word
    return BODY


def _figure_of(claim: Claim, document: Document) -> _Figure | None:
    """What makes two claims state one figure; None for a claim that is not understood well enough."""
    if claim.measure is None or claim.period is None or not claim.measure.known or claim.carried:
        return None
    if claim.kind not in ("level", "per-share") or claim.hedge or claim.also or claim.doubt or claim.role == "change":
        return None
    if not claim.dated and not claim.outlook and claim.role == "base":
        return None
    words = document.text[claim.sentence.start : claim.span.start]
    if _OF_A_PART.search(words):
        return None  # which one it is, its measure may not tell: no table may name it
    owned = "attributable" in words and _OWNED_BY.search(words) is not None  # before and after what others own of it
    return claim.measure, claim.period, claim.quantity.unit, claim.kind, claim.role, claim.outlook, owned


def _shown(claim: Claim) -> Figure:
    return figure(claim.quantity.magnitude(), (), " ".join(claim.quote.split()))
