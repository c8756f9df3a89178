"""Patterns without case, matched on text in lower case.

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


def for_folded(pattern: str) -> str:
    """A pattern as it is matched on folded text: its letters in lower case, its escapes and group names kept."""
    return _KEPT_OR_LETTER.sub(lambda m: m[0].lower() if len(m[0]) == 1 else m[0], pattern)
