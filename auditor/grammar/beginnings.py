"""The letters that a pattern begins with: so that of a long list only those are tried that may fit where a word stands.

pattern ::= sequence { "|" sequence }
sequence ::= { "(?<=…)" | "(?=…)" | "\\b" } element …
element ::= (letter | "\\" sign | "[…]" | "(" ["?:"] pattern ")") ["?" | "*"]
"""

from __future__ import annotations

from collections.abc import Iterator

_ABOUT = ("(?=", "(?!", "(?<=", "(?<!")  # groups that take no character


def alternatives(pattern: str) -> Iterator[str]:
    """What stands between the bars of a pattern that are in no group."""
    begun = at = 0
    while at < len(pattern):
        if pattern[at] in "[(\\":
            at = _past(pattern, at)
            continue
        if pattern[at] == "|":
            yield pattern[begun:at]
            begun = at + 1
        at += 1
    yield pattern[begun:]


def beginnings(pattern: str) -> frozenset[str]:
    """The first characters of all texts that a pattern fits. Raises ValueError for a pattern that is not of the form above."""
    return frozenset().union(*(_of_sequence(part) for part in alternatives(pattern)))


def _of_sequence(sequence: str) -> frozenset[str]:
    found: set[str] = set()
    at = 0
    while at < len(sequence):
        end = _past(sequence, at)
        element = sequence[at:end]
        optional = sequence[end : end + 1] in ("?", "*")
        at = end + optional
        if element == r"\b" or element.startswith(_ABOUT):
            continue
        first = _of_element(element)
        found |= first - {""}
        if not optional and "" not in first:
            return frozenset(found)
    return frozenset({*found, ""})


def _of_element(element: str) -> frozenset[str]:
    if element.startswith("("):
        return beginnings(element[3:-1] if element.startswith("(?:") else element[1:-1])
    if element.startswith("[") and "-" not in element and element[1] != "^":
        return frozenset(element[1:-1])
    if len(element) == 1:
        return frozenset(element)
    if element.startswith("\\") and not element[1].isalnum():
        return frozenset(element[1])
    raise ValueError(f"no letter begins {element!r}")


def _past(pattern: str, at: int) -> int:
    """Past the escape, the set, the group or the letter at a place."""
    if pattern[at] == "\\":
        return at + 2
    if pattern[at] == "[":
        return pattern.index("]", at + 1) + 1
    if pattern[at] != "(":
        return at + 1
    at += 1
    while pattern[at] != ")":
        at = _past(pattern, at)
    return at + 1
