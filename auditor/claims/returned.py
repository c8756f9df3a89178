"""What an amount that was returned to shareholders was paid for: dividends, own shares."""

from __future__ import annotations

import re

from auditor.claims.mention import Mention
from auditor.claims.parsed import NUMBER_TAGS, Sentence
from auditor.claims.results import LOOK, words_before
from auditor.model.fact import Measure

_RETURNED = re.compile(r"\breturn(?:ed|ing|s)?\b", re.I)
_SUMMED = re.compile(rf"[^M;,a{NUMBER_TAGS}]*(M)[oitw]?,?a[wi]?(M)")
_GIVEN = re.compile(r"tw[iw]{1,2}M")  # "returned $7 million to shareholders through share repurchases"
_BUYS_SHARES = re.compile(
    r"(?<!have )(?<!has )\b(?P<verb>(?:re)?purchased|bought\s+back)\s+(?:\w+\s+){0,2}[\d.,]+\s+(?:(?:million|thousand)\s+)?"
    r"(?:of\s+(?:its|our|the\s+company's)\s+(?:own\s+|outstanding\s+|common\s+)*)?shares"
    r"(?:\s+of\s+(?:its|our|the\s+company's)\s+(?:own\s+|outstanding\s+|common\s+|class\s+\w\s+)*(?:stock|shares))?\s+"
    r"(?:for|at\s+an?\s+(?:\w+\s+)?cost\s+of)\s+(?:(?:approximately|about|an?|the|total|aggregate|cost|amount|of)\s+)*$",
    re.I,
)  # "purchased 8.5 million shares for approximately $87 million"
_BUYS = re.compile(
    r"\b(?P<verb>(?:re)?purchased|bought\s+back)\s+(?:(?:approximately|about|an?\s+additional)\s+)*$", re.I
)
_OWN_STOCK = re.compile(
    r"\s*of\s+(?:its|our|the\s+company's|company)\s+(?:own\s+|outstanding\s+|common\s+|class\s+\w\s+)*(?:stock|shares)\b",
    re.I,
)


def given_back(s: Sentence, head: int) -> tuple[Mention, ...] | None:
    """What an amount that was returned to shareholders is the sum of: "returned $235 million through dividends and share
    repurchases"; or what it was paid for, where that is one thing."""
    if s.tags[head] != "$" or not _RETURNED.search(s.tagged.text):
        return None
    start, last = s.tokens[head].start, s.chain(head)[-1]
    stop = s.tags.find(";", head)
    end = min(start + LOOK, s.tokens[stop].start if stop >= 0 else len(s.tagged.text))
    if not _RETURNED.search(s.tagged.text, max(0, start - LOOK), end):
        return None
    after = _SUMMED.match(s.tags, last + 1)
    if after is None:
        one = _GIVEN.match(s.tags, last + 1)
        mention = s.mention(one.end() - 1) if one else None
        return (mention,) if mention is not None else None
    both = s.mention(after.start(1)), s.mention(after.start(2))
    return (both[0], both[1]) if both[0] is not None and both[1] is not None else None


def bought(s: Sentence, head: int) -> Mention | None:
    """Own shares that were bought for an amount: "repurchased $60 million of its common stock"."""
    if s.tags[head] != "$":
        return None
    verb = words_before(s, head, _BUYS)
    if verb is not None and not _OWN_STOCK.match(s.tagged.text, s.tokens[head].end):
        return None
    verb = verb or words_before(s, head, _BUYS_SHARES)
    if verb is None:
        return None
    start, end = verb.span("verb")
    measure = Measure("share-repurchases", frozenset(), True)
    return Mention(start, end, measure, text=verb["verb"], core=start)
