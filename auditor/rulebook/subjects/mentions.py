"""Claims as mentions, whatever they rest on: where they stand, and what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from auditor.model.claim import Claim
from auditor.model.period import Period
from auditor.model.source import Document, Paragraph, Span
from auditor.rulebook.context import Context, Subject, once
from auditor.rulebook.language.figures import truth
from auditor.rulebook.language.types import Value
from auditor.rulebook.subjects.naming import quoted

QUARTER = 3  # months
HEADLINE, QUOTE, BODY = "headline", "quote", "body"
FIRST = 4  # paragraphs of a release among which its headline stands
_QUOTED = re.compile(r"""(?:“|(?<![\w.,;:!?)])"(?=\S))[^”"]{20,}[”"]?""")  # a straight mark behind a word ends one
# In lower case, and beginning with a letter: whole documents are searched for it.
_EXCEPTION = re.compile(
    r"unreasonable(?<!\wunreasonable)\s+efforts?|not\s+(?:able|practicable|possible)\s+to\s+reconcile"
)
_LEVELS = ("level", "per-share", "count")
COMPARABLE = {
    "ebitda": "net-income", "ebit": "net-income", "ebitda-margin": "net-margin",
    "ebitdax": "net-income", "ebitdar": "net-income",
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
    places = places_of(context)
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
def places_of(context: Context) -> Mapping[str, str]:
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
