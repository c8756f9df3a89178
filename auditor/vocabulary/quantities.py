"""Headings below which rows give how much was sold, or at what price: "Harvest volume:", "Average prices:"."""

from __future__ import annotations

from functools import lru_cache

from auditor.grammar.folding import Hinted

VOLUME, PRICE = "volume", "price"
SPOKEN = {VOLUME: ("volume", "shipment", "production"), PRICE: ("price", "realization")}
"""The nouns with which a sentence speaks of such rows."""
_VOLUME = Hinted(
    r"\b(?:volumes?|shipments|tonnage|(?:tons|tonnes|units)\s+(?:sold|shipped))\b"
    r"|\bproduc(?:tion|ed)(?:\s+volumes?)?\s*(?:\([^()]*\))?\W*$",
    "volume|shipment|ton|unit|produc",
)
_PRICE = Hinted(r"\b(?:prices?|price\s+realizations?|sales\s+realizations?|realized\s+prices?)\b", "price|realization")
_NEITHER = Hinted(
    r"\b(?:variances?|effects?|impacts?|stock|share|purchase|exercise|option|trading|revenues?|income|costs?|"
    r"expenses?)\b",
    "varianc|effect|impact|stock|share|purchase|exercise|option|trading|revenue|income|cost|expense",
)


@lru_cache(maxsize=4096)
def named_above(heading: str) -> str:
    """`volume` or `price` where a heading names just that; empty for both together, and for what they did to a result."""
    volume, price = _VOLUME.search(heading) is not None, _PRICE.search(heading) is not None
    if volume == price or _NEITHER.search(heading):
        return ""
    return VOLUME if volume else PRICE


@lru_cache(maxsize=4096)
def names_both(heading: str) -> bool:
    """Whether a title names volumes and prices together: "Sales Volumes and Average Prices" is of no revenue."""
    return _VOLUME.search(heading) is not None and _PRICE.search(heading) is not None
