"""Shares that were bought, what they cost and their average price, where one sentence has the number of shares and another one the
price: "we repurchased 2.0 million shares for $50 million", and further on "$50 million of shares at an average price of $24.92"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from auditor.binding.search import Search
from auditor.binding.within import of_product
from auditor.model.binding import Candidate
from auditor.model.claim import Claim

_NOTE = "the shares, the price and the amount of two sentences"
_AVERAGE = re.compile(r"\baverage\s+(?:[\w-]+\s+){0,2}(?:cost|price)\b", re.I)
_BOUGHT = re.compile(r"\b(?:re)?purchas(?:ed?|es|ing)\b|\bbuybacks?\b", re.I)


def bought(claim: Claim, search: Search) -> tuple[Candidate, ...]:
    """The number of shares, or their average price, as the other one and the amount that both sentences state give it."""
    price = claim.quantity.unit.endswith("/share")
    if claim.outlook or not (price or claim.quantity.unit == "shares") or not _speaks(claim, search.text, price):
        return ()
    amounts = search.said.amounts_of(claim)
    if len(amounts) != 1:
        return ()
    amount = amounts[0]
    for same in search.said.claims:
        if same.sentence == claim.sentence or same.outlook or same.quantity != amount.quantity or same.kind != "level":
            continue
        mates = list(_mates(same, search, price))
        if len(mates) == 1 and len(search.said.amounts_of(mates[0])) == 1:
            shares, each = (mates[0], claim) if price else (claim, mates[0])
            return tuple(replace(c, note=_NOTE) for c in of_product(claim, shares, each, amount, "likely"))
    return ()


def _mates(amount: Claim, search: Search, price: bool) -> Iterator[Claim]:
    """The shares, or the price, of the sentence of an amount."""
    for c in search.said.claims_of(amount):
        kind = c.quantity.unit == "shares" if price else c.quantity.unit.endswith("/share")
        if kind and not c.outlook and _speaks(c, search.text, not price):
            yield c


def _speaks(claim: Claim, text: str, price: bool) -> bool:
    """Whether a sentence is of shares bought, and for a price of their average price."""
    said = text[claim.sentence.start : claim.sentence.end]
    return _BOUGHT.search(said) is not None and (not price or _AVERAGE.search(said) is not None)
