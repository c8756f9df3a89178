"""What patterns begin with: so that of a long list only those are tried that may fit where a word stands.

pattern ::= sequence { "|" sequence }
sequence ::= { part [quantifier] }
part ::= letter | "\\" sign | "[…]" | "(" ["?:" | "?P<name>" | "?=" | …] pattern ")"
quantifier ::= ("?" | "*" | "+" | "{" … "}") ["?" | "+"]
"""

from __future__ import annotations

import re
import string
from collections import defaultdict
from collections.abc import Iterable, Iterator

SIZE = 3  # letters of a beginning; with them most words begin nothing
_ANY = "…"  # after it, or in its place, may stand what likes
_ABOUT = ("(?=", "(?!", "(?<=", "(?<!")  # groups that take no character
_NOTHING, _OPEN = frozenset([""]), frozenset([_ANY])
_BLANK = frozenset(sign for sign in map(chr, range(0x3001)) if sign.isspace())  # what `\s` fits
_MANY = 256  # beginnings of one pattern; of more only shorter ones are told
_SET = re.compile(r"\[\^?(?:\\.|[^\\])(?:\\.|[^\]\\])*\]", re.S)
_MARK = re.compile(rf"\\.|{_SET.pattern}|[()|]", re.S)  # what bounds the parts of a pattern
_GROUP = re.compile(r"\((?:\?(?:[:>]|P<\w+>|<?[=!]))?")
_RANGE = re.compile(r"\\?(.)(?:-(.))?", re.S)  # of a set
_PLAIN = re.compile(rf"[A-Za-z]{{{SIZE}}}(?![?*+{{])")  # how most sequences begin
_QUANTIFIER = re.compile(r"(?:[?*+]|\{[\d,]+\})[?+]?")


def alternatives(pattern: str) -> Iterator[str]:
    """What stands between the bars of a pattern that are in no group."""
    begun = 0
    while (end := _end(pattern, begun)) < len(pattern):
        yield pattern[begun:end]
        begun = end + 1
    yield pattern[begun:]


def beginnings(pattern: str) -> frozenset[str]:
    """The first letters of the texts that a pattern fits; fewer where it tells no more: what follows them may be
    anything. Digits are those from 0 to 9. A pattern that may begin with whatever likes has the empty beginning."""
    return frozenset(begun.removesuffix(_ANY) for begun in _of_pattern(pattern, 0)[0])


def by_beginning(patterns: Iterable[str]) -> dict[str, list[int]]:
    """The numbers of the patterns of a list by each of their beginnings."""
    out: dict[str, list[int]] = defaultdict(list)
    for number, pattern in enumerate(patterns):
        for begun in beginnings(pattern):
            out[begun].append(number)
    return dict(out)


def fitting(begun: dict[str, list[int]], key: str) -> list[int]:
    """The numbers of the patterns that may fit where a text goes on with the letters of `key`, in their order."""
    return sorted({n for size in range(len(key) + 1) for n in begun.get(key[:size], ())})


def places(begun: Iterable[str]) -> re.Pattern[str]:
    """Finds where a text may go on with one of some beginnings, none of them empty: a sign anywhere, a letter or digit where
    a word begins. It takes the first character alone, as another place may follow at once."""
    by_first: dict[str, set[str]] = defaultdict(set)
    for key in begun:
        by_first[key[0]].add(re.escape(key[1:]))
    ways = "|".join(rf"{re.escape(first)}(?:{'|'.join(sorted(rest))})" for first, rest in sorted(by_first.items()))
    return re.compile(rf"[{re.escape(''.join(by_first))}](?:(?<=\W)|(?<!\w.))(?<=(?={ways}).)", re.S)


def _of_pattern(pattern: str, at: int) -> tuple[frozenset[str], int]:
    """The beginnings of what stands from a place on to the end of its group, and that end."""
    found, at = _of_sequence(pattern, at)
    while pattern[at : at + 1] == "|":
        more, at = _of_sequence(pattern, at + 1)
        found |= more
    return found, at


def _of_sequence(pattern: str, at: int) -> tuple[frozenset[str], int]:
    if plain := _PLAIN.match(pattern, at):
        return frozenset([plain.group()]), _end(pattern, at)
    found = _NOTHING
    while at < len(pattern) and pattern[at] not in "|)":
        if all(_is_full(begun) for begun in found):
            return found, _end(pattern, at)
        part, at = _of_part(pattern, at)
        quantifier = _QUANTIFIER.match(pattern, at)
        if quantifier is not None:
            part, at = _repeated(part, quantifier.group()), quantifier.end()
        found = _joined(found, part)
    return found, at


def _end(pattern: str, at: int) -> int:
    """The bar or bracket that ends the sequence of parts at a place, or the end of the pattern."""
    depth = 0
    for mark in _MARK.finditer(pattern, at):
        sign = mark.group()
        if depth == 0 and sign in ("|", ")"):
            return mark.start()
        depth += {"(": 1, ")": -1}.get(sign, 0)
    return len(pattern)


def _is_full(begun: str) -> bool:
    return len(begun) >= SIZE or begun.endswith(_ANY)


def _joined(first: frozenset[str], then: frozenset[str]) -> frozenset[str]:
    """Beginnings with what follows them."""
    full = {begun for begun in first if _is_full(begun)}
    short = first - full
    following = then if len(short) * len(then) <= _MANY else _OPEN
    return frozenset(full.union((begun + more)[:SIZE] for begun in short for more in following))


def _repeated(part: frozenset[str], quantifier: str) -> frozenset[str]:
    """What a part begins with that may be missing or come again."""
    once = part if quantifier[0] == "?" else frozenset(begun.removesuffix(_ANY) + _ANY for begun in part)
    return once | _NOTHING if quantifier.startswith(("?", "*", "{0")) else once


def _of_part(pattern: str, at: int) -> tuple[frozenset[str], int]:
    """The beginnings of one part of a pattern, and where it ends."""
    sign = pattern[at]
    if sign == "(":
        group = _GROUP.match(pattern, at)
        inside = group.end() if group else at + 1
        found, end = _of_pattern(pattern, inside)
        return (_NOTHING if pattern.startswith(_ABOUT, at) else found), end + 1
    if sign == "[" and (signs := _SET.match(pattern, at)):
        return _of_set(signs.group()[1:-1]), signs.end()
    if sign == "\\":
        return _of_escape(pattern[at + 1]), at + 2
    return (_OPEN if sign == "." else frozenset(sign)), at + 1


def _of_escape(sign: str) -> frozenset[str]:
    if sign == "b":
        return _NOTHING
    if sign == "d":
        return frozenset(string.digits)
    if sign == "s":
        return _BLANK
    return _OPEN if sign.isalnum() else frozenset(sign)


def _of_set(signs: str) -> frozenset[str]:
    """The signs of a set in brackets, with ranges of letters and digits."""
    plain = signs.replace(r"\d", "0-9").replace(r"\s", "".join(_BLANK))
    if plain.startswith("^") or re.search(r"\\\w", plain):
        return _OPEN
    found: set[str] = set()
    for first, last in _RANGE.findall(plain):
        found.update(map(chr, range(ord(first), ord(last or first) + 1)))
    return frozenset(found)
