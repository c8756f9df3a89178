"""The measures that rules name. A rule may also ask for rows that the vocabulary does not know, by the words of their
labels; a name that is one slip away from a known one is held to be a slip."""

from __future__ import annotations

import re
from functools import lru_cache
from os.path import commonprefix

from auditor.resources import folder

_KEY = re.compile(r"^  ([a-z][a-z-]*):$", re.M)
_LEAST = 6  # letters of a name in which one slip can be told from another name: "ebita" is no slip of "ebitda"


@lru_cache(maxsize=1)
def measures() -> frozenset[str]:
    """The keys of the vocabulary, read without the names that stand under them."""
    text = (folder("rules") / "vocabulary.yaml").read_text(encoding="utf-8")
    start, end = text.index("\nmeasures:"), text.index("\nneutral:")
    return frozenset(_KEY.findall(text, start, end))


def meant(measure: str) -> str | None:
    """The measure that was meant by a mistyped one, with its qualifiers; None where nothing is mistyped."""
    *qualifiers, key = measure.split() or [""]
    if key in measures() or len(key) < _LEAST:
        return None
    near = next((known for known in sorted(measures()) if _one_slip(_letters(key), _letters(known))), None)
    return " ".join([*qualifiers, near]) if near else None


def _letters(key: str) -> str:
    return "".join(word.removesuffix("s") for word in key.lower().split("-"))


def _one_slip(a: str, b: str) -> bool:
    """Whether two names differ by at most one letter left out, put in or changed, or by two transposed."""
    head = len(commonprefix((a, b)))
    a, b = a[head:], b[head:]
    tail = len(commonprefix((a[::-1], b[::-1])))
    a, b = a[: len(a) - tail], b[: len(b) - tail]
    return len(a) < 2 and len(b) < 2 or len(a) == 2 and a == b[::-1]
