"""An amount and what it is by the share, told one behind the other: "a gain of $54.0 million, or $10.52 per diluted share".
Over the shares of its period the one gives the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from auditor.binding.operands import divided, text_of
from auditor.binding.said import in_sentence
from auditor.binding.unclosed import Relation
from auditor.binding.within import product_of
from auditor.model.binding import Operand
from auditor.model.claim import Claim
from auditor.model.digits import slipped_from
from auditor.model.fact import Fact
from auditor.model.period import Period
from auditor.model.quantity import is_money
from auditor.model.source import Document

SHARES = "weighted-average-shares"
_OR = re.compile(r"[\s,–—-]*\(?\s*(?:or\s+)?(?:(?:approximately|about|a|basic|diluted)\s+)*[($]*\s*", re.I)
_BEFORE_TAX = re.compile(r"\bpre-?\s?tax\b|\bbefore\s+(?:\w+\s+)?(?:income\s+)?tax", re.I)


def by_the_share(
    told: Sequence[Claim], shares: Mapping[Period, Mapping[Decimal, Fact]], document: Document
) -> Iterator[Relation]:
    """The amounts of a sentence that it restates by the share: those that go together over some shares of their period, and
    those that would but for a slip. What is taxed between the two is not held against each other. `shares`: by period and
    number."""
    if _BEFORE_TAX.search(document.slice(told[0].sentence)):
        return
    for amount, each in pairwise(told):
        link = document.text[amount.span.end : each.span.start]
        if not _restated(amount, each) or not _OR.fullmatch(link):
            continue
        period = each.period
        of_period = [found for p, found in shares.items() if period is not None and p.same(period)]
        yield from _related(amount, each, [Operand(f.quantity, (f,)) for found in of_period for f in found.values()])


def _restated(amount: Claim, each: Claim) -> bool:
    """Whether a number by the share may restate the amount before it."""
    alike = amount.kind == "level" and is_money(amount.quantity.unit) and each.kind == "per-share"
    return alike and not (amount.outlook or each.outlook or amount.hedge or each.hedge)


def _related(amount: Claim, each: Claim, shares: Sequence[Operand]) -> Iterator[Relation]:
    ways = [way for number in shares for way in _ways(amount, each, number)]
    closing = next((way for way in ways if way[1].quantity.meets(way[0].quantity)), None)
    slips = (way for way in ways if slipped_from(way[0].quote, way[0].quantity, way[1].quantity))
    found = closing or next(slips, None)
    if found is not None:
        yield Relation(*found, (amount, each), closing is not None)


def _ways(amount: Claim, each: Claim, shares: Operand) -> Iterator[tuple[Claim, Operand]]:
    """What the amount gives by the share, and what a number by the share gives for the amount."""
    told, by_share = in_sentence(amount), in_sentence(each)
    quotient = divided(told, shares, 1, each.quantity.unit)
    n, p = shares.quantity, each.quantity.magnitude()
    if quotient is None or None in (n.low, n.high, p.low, p.high):
        return
    yield each, quotient
    yield (
        amount,
        Operand(product_of(n, p, amount.quantity), shares.facts, f"{text_of(by_share)} × {text_of(shares)} shares"),
    )
