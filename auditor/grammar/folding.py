"""Patterns without case, made fast: matched on text in lower case, or tried only where a word of theirs stands.

A pattern that ignores case is tried branch by branch; the same pattern in lower case skips a branch by its first letter,
which makes the long alternations of the grammar several times as fast.
"""

from __future__ import annotations

import re
from functools import lru_cache

_KEPT_OR_LETTER = re.compile(r"\\.|\(\?P<\w+>|\(\?P=\w+\)|[A-Z]")


@lru_cache(maxsize=16)  # several rooms ask for the same sentence in turn
def folded(text: str) -> str:
    """The text in lower case and of the same length: a letter whose lower case takes more characters stays as it is."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


class Hinted:
    """A pattern without case that fits no text without one of its `hints`, texts in lower case, several of them with bars
    between.

    Most labels and headers hold none of them. Looking for fixed texts takes a fraction of the time of a search, and a
    pattern that no document needs is never compiled.
    """

    __slots__ = ("pattern", "hints", "_compiled", "_asked")

    def __init__(self, pattern: str, *hints: str) -> None:
        self.pattern = pattern
        self.hints = tuple(hint for listed in hints for hint in listed.split("|"))
        self._compiled: re.Pattern[str] | None = None
        self._asked: tuple[str, bool] = "", False

    @property
    def compiled(self) -> re.Pattern[str]:
        if self._compiled is None:
            self._compiled = re.compile(self.pattern, re.I)
        return self._compiled

    def may_fit(self, text: str) -> bool:
        low = text.lower()
        for hint in self.hints:  # a loop: this runs for every label, and `any` with a generator takes twice as long
            if hint in low:
                return True
        return False

    def may_fit_low(self, low: str) -> bool:
        """`may_fit` for a text in lower case that is asked for several times in turn: a sentence, for each of its numbers."""
        asked = self._asked
        if asked[0] is not low:
            asked = self._asked = low, self.may_fit(low)
        return asked[1]

    def search(self, text: str) -> re.Match[str] | None:
        return self.compiled.search(text) if self.may_fit(text) else None

    def match(self, text: str) -> re.Match[str] | None:
        return self.compiled.match(text) if self.may_fit(text) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        return self.compiled.fullmatch(text) if self.may_fit(text) else None

    def sub(self, instead: str, text: str) -> str:
        return self.compiled.sub(instead, text) if self.may_fit(text) else text


def for_folded(pattern: str) -> str:
    """A pattern as it is matched on folded text: its letters in lower case, its escapes and group names kept."""
    return _KEPT_OR_LETTER.sub(lambda m: m[0].lower() if len(m[0]) == 1 else m[0], pattern)
