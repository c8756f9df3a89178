"""How alike two measures are by the words that narrow them, and by what the labels of their rows leave out."""

from __future__ import annotations

import re
from functools import lru_cache

from auditor.vocabulary.words import CLASSES, EXCLUDING, content_words

_LESS = re.compile(rf"\b(?:net\s+of|before|{EXCLUDING})\s+(.*)$", re.I)
_MOSTLY = 0.6  # share of the words of two names


def narrower(own: frozenset[str], key: str, words: frozenset[str]) -> bool:
    """Whether a name says one or two words more than others, some of which its label has."""
    return len(words) >= 2 and words < own and len(own - words) <= 2 and not words.isdisjoint(key.split("-"))


def alike(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether most of the words that narrow two measures are the same."""
    shared = len(mine & theirs)
    return shared > 0 and shared / len(mine | theirs) >= _MOSTLY


@lru_cache(maxsize=4096)
def own_words(label: str) -> frozenset[str]:
    """The words of a row's own label, which a sentence may say alone: "License" under "Software revenue"."""
    return frozenset(content_words(label))


@lru_cache(maxsize=4096)
def of_title(label: str) -> frozenset[str]:
    """The words that only the title of a table calls its rows by: "product" of "Velorin" under "Product Sales"."""
    return CLASSES - frozenset(content_words(label))


@lru_cache(maxsize=4096)
def left_out(label: str) -> frozenset[str]:
    """The words for what a row leaves out, which a sentence seldom repeats: "Truckload revenue, net of fuel surcharge"."""
    left = _LESS.search(label)
    return frozenset(content_words(left.group(1))) if left else frozenset()


def adjusted_so(label: str, words: frozenset[str]) -> frozenset[str]:
    """The words of a row whose label says what its figure leaves out, as those of an adjusted one: "Gross profit, excluding
    LIFO"."""
    left = left_out(label) if "excluding" in words else frozenset[str]()
    return words - left - {"excluding"} | {"adjusted"} if left else words
