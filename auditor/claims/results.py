"""The net result of a company that its sentence only says was earned, lost, made or swung to."""

from __future__ import annotations

import re

from auditor.claims.mention import Mention
from auditor.claims.parsed import Sentence
from auditor.model.fact import Measure

_RESULT = Measure("net-income", frozenset(), True)
LOOK = 80  # characters before a number that the words directly before it take at most
_LOSS_MADE = re.compile(r",\s+(?:generating|resulting\s+in|producing|yielding)\s+an?\s+(?P<loss>loss)\s+of\s+$", re.I)
_SWUNG = re.compile(
    r"\b(?:swung|swings?|swinging|turned|slipped|moved|went)\s+(?:in)?to\s+an?\s+(?:[a-z]+\s+)?(?P<loss>loss)\s+of\s+$",
    re.I,
)
_OF_A_PART = re.compile(
    r"\b(?:segments?|divisions?|business(?:es)?|units?|subsidiar(?:y|ies)|ventures?|operations)\b", re.I
)


def words_before(s: Sentence, k: int, words: re.Pattern[str]) -> re.Match[str] | None:
    """The words that stand directly before a token."""
    start = s.tokens[k].start
    return words.search(s.tagged.text, max(0, start - LOOK), start)


def earned(s: Sentence, head: int) -> Mention | None:
    """What a company is said to have earned or lost: its net result. "Fees earned $3 million" are another thing."""
    if s.tags[head] not in "$s" or head < 2 or s.tags[head - 1] != "v" or s.tags[head - 2] in "MT":
        return None
    verb = s.tokens[head - 1]
    said = s.tagged.text[verb.start : verb.end]
    if said.lower() not in ("earned", "earns", "lost", "loses"):
        return None
    return Mention(verb.start, verb.end, _RESULT, said.startswith("lo"), text=said, core=verb.start)


def loss_made(s: Sentence, head: int) -> Mention | None:
    """The net result that a clause ends with, whatever was named before: "…, generating a loss of $4 million"."""
    made = words_before(s, head, _LOSS_MADE) if s.tags[head] in "$s" else None
    return _net_loss(made) if made is not None else None


def swung(s: Sentence, head: int) -> Mention | None:
    """The net result of a company that swung to a loss, where nothing else is named before."""
    turned = words_before(s, head, _SWUNG) if s.tags[head] in "$s" else None
    if turned is not None and _OF_A_PART.search(s.tagged.text, 0, turned.start()):
        return None
    return _net_loss(turned) if turned is not None else None


def _net_loss(said: re.Match[str]) -> Mention:
    start, end = said.span("loss")
    return Mention(start, end, _RESULT, True, text="loss", core=start)


def earned_before(s: Sentence, head: int) -> Mention | None:
    """What was earned, where a figure is what that is compared with: "earned $0.61 per share, down from $1.02"."""
    role = s.parts[head].role
    if role not in ("base", "from", "change"):
        return None
    before = next((k for k in reversed(s.heads) if k < head and s.parts[k].role != "change"), None)
    named = before is None or "M" in s.between(max(s.chain(before)), head)
    alike = before is not None and (s.tags[before] == s.tags[head] or role == "change" and s.tags[head] == "%")
    return None if named or before is None or not alike else earned(s, before)
