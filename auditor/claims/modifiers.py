"""The words around the name of a measure that narrow it: "European software revenue", "sales in Europe"."""

from __future__ import annotations

import re
from itertools import pairwise

from auditor.claims.lexicon import KINDS, Lexicon
from auditor.claims.sentence_words import Word
from auditor.model.fact import Measure
from auditor.vocabulary.words import SHORT, SMALL, content_words

_CLOSED, _OPENED = re.compile(r"\"?\)\"?\s*"), re.compile(r"\s*\"?\(\"?")
_NUMBERED = re.compile(r"\s+\d+\s+")
_ENDS_PHRASE = re.compile(r"[.,;:()\"%$\d]")
_LETTER = re.compile(r"[A-Za-z]")
_JOIN = frozenset("of from in for to at within across".split())
_OWNERS = frozenset("shareholder stockholder shareowner unitholder owner parent".split())
_OF_OWNERS = ("net-income", "eps", "comprehensive-income", "income-from-continuing-operations")
_OWNERS_MOST = 7  # words up to them: "attributable to the common shareholders"
_IN_PARTS = re.compile(
    r"\s+(?:in|of|for|from|at)\s+(?:our|the|its)?\s*(?P<names>[A-Z][\w&'’-]*(?:[ ,]+(?:and\s+|&\s+)?[A-Z][\w&'’-]*){1,9}?)"
    r"\s+(?:operating\s+|reportable\s+)?(?:segments|divisions|businesses|units|regions|channels|markets)\b"
)
_PARTED = re.compile(r"\s*,\s*and\s+|\s*,\s*|\s+and\s+")
_BROAD = frozenset("enterprise global worldwide performance portfolio".split())
_NO_PIECES = frozenset("share diluted basic common ordinary fully ads adr annum year quarter month cent unit".split())
_PIECE_MOST, _APART = 3, re.compile(r"[\s-]")
TOGETHER = frozenset(("together",))
_NEVER_GAAP = frozenset(
    "ebitda ebita ebitdax ebitdar free-cash-flow net-debt funds-from-operations cash-available-for-distribution".split()
)


def before(text: str, words: list[Word], i: int, left: int, lexicon: Lexicon) -> tuple[list[Word], int]:
    """The modifiers directly before word `i`: back to a verb, a mark, or the end of the phrase."""
    out: list[Word] = []
    k = i - 1
    reach = 6
    while k >= left and i - k <= reach:
        gap = text[words[k].end : words[k + 1].start]
        if _CLOSED.fullmatch(gap):
            opened = _opened(text, words, k, left)
            if opened is None:
                out.insert(0, words[k])
                break
            k = opened  # an abbreviation in parentheses: "software as a service (SaaS) revenues"
            reach = 14
            gap = " "
        if words[k].capital and _NUMBERED.fullmatch(gap):
            gap = " "  # a product's number: "Series 365 revenue"
        if gap == ". " and (words[k].low in ("u.s", "u.k", "e.u") or words[k].low.rstrip(".") in SHORT):
            gap = " "
        stops = words[k].stops and gap != "-" and not (words[k].low == "used" and "used" in lexicon.qualifiers)
        if stops or any(c in '.,;:()"%$' or c.isdigit() for c in gap):  # but "used vehicle gross profit" is a row's
            break
        if words[k].norm in SMALL and words[k].low not in ("and", "&") and gap != "-":
            break
        if words[k].low.endswith("'s") or gap.strip() == "'":
            if words[k].norm in lexicon.qualifiers:
                out[:0] = _owner(text, words, k, left)
            break
        if words[k].norm not in SMALL:
            out.insert(0, words[k])
        k -= 1
    if k >= left and words[k].low == "per":  # "$968 per ounce and all-in sustaining costs"
        joint = max((w.start for w in words[k:i] if w.low in ("and", "&")), default=0)
        out = [w for w in out if w.start > joint]
    while out and out[0].norm == "and":
        out.pop(0)
    out = out[_own_name(out, words, lexicon) :]
    return out, (words.index(out[0]) if out else i)


def _own_name(out: list[Word], words: list[Word], lexicon: Lexicon) -> int:
    """How many words are the company's own name, with which a headline begins: "HALDEN RIDGE FOURTH QUARTER NET INCOME"; none
    where the tables have its first word for a part."""
    if not out or out[0] is not words[0] or not out[0].capital or out[0].norm in lexicon.qualifiers:
        return 0
    norms = tuple(w.norm for w in out)
    for name in lexicon.company:
        size = next(
            (k for k, (a, b) in enumerate(zip(norms, name, strict=False)) if a != b), min(len(norms), len(name))
        )
        if size:
            return size
    return 0


def _owner(text: str, words: list[Word], k: int, left: int) -> list[Word]:
    """The whole name that ends with word `k`, which owns what follows: "Garden Care's net earnings"."""
    first = k
    while first > left and words[first - 1].capital and text[words[first - 1].end : words[first].start] == " ":
        first -= 1
    return words[first : k + 1]


def _opened(text: str, words: list[Word], k: int, left: int) -> int | None:
    """The word before the parenthesis of a few words that ends with word `k`."""
    for j in range(k, max(left, k - 3), -1):
        gap = text[words[j - 1].end : words[j].start]
        if _OPENED.fullmatch(gap):
            return j - 1
        if gap.strip():
            return None
    return None


_DO = frozenset(
    "support drive fund grow build meet expand promote attract accommodate finance enhance improve increase reduce launch "
    "strengthen serve fuel capture reflect".split()
)


def after(text: str, words: list[Word], j: int, right: int, key: str, lexicon: Lexicon) -> tuple[list[Word], int]:
    """A narrowing phrase directly after the measure: "sales in Europe", "revenue from services"."""
    out: list[Word] = []
    k = j = _owned(text, words, j, right, key, lexicon)
    if out := _of_another_owner(text, words, j, right, key, lexicon):
        return out, words.index(out[-1]) + 1
    if (
        k < right
        and words[k].low in _JOIN
        and (not words[k].stops or _from_part(words, k, right, key, lexicon))
        and not text[words[k - 1].end : words[k].start].strip()
    ):
        k += 1
        if words[k - 1].low == "at" and k < right and words[k].low in ("a", "an"):
            return [], j  # "debt at an average rate of 4%"
        if words[k - 1].low == "to" and k < right and words[k].low in _DO:
            return [], j  # "marketing to support new accounts"
        while k < right and len(out) < 6 and not words[k].stops and not _parted(text, words, k):
            if words[k].norm not in SMALL:
                out.append(words[k])
            k += 1
    elif k < right and heads(words[k], lexicon) and not text[words[k - 1].end : words[k].start].strip():
        out.append(words[k])  # "cash collections": the noun that follows is what is counted
        k += 1
        if out[0].norm == "non" and k < right and words[k].norm == "gaap":  # "EBITDA (non-GAAP)": there is no other
            out, k = ([] if key in _NEVER_GAAP else [*out, words[k]]), k + 1
            return out, k
    return out, (k if out else j)


def _owned(text: str, words: list[Word], j: int, right: int, key: str, lexicon: Lexicon) -> int:
    """Past the words that say whose a result is: "net income attributable to common shareholders", "to Halden Ridge"
    where the release is of that company."""
    if not _attributed(words, j, right):
        return j
    own, k = j, j + 2
    while k < right and k - j < _OWNERS_MOST and not _ENDS_PHRASE.search(text, words[k - 1].end, words[k].start):
        if words[k].norm in _OWNERS:
            return k + 1
        if words[k].low == "controlling" and k + 1 < right and words[k + 1].norm == "interest":
            return k + 2
        if words[k].stops:
            break
        named = key in _OF_OWNERS and words[k].capital and words[k].low in lexicon.names
        own = k + 1 if named else own
        k += 1
    return own


def _of_another_owner(text: str, words: list[Word], j: int, right: int, key: str, lexicon: Lexicon) -> list[Word]:
    """The name of whose a result is, where that is not the company: "net income attributable to Halden China"."""
    k = j + 2 if _attributed(words, j, right) else j
    if key not in _OF_OWNERS or k >= right or not words[k].capital or words[k].stops or words[k].norm in SMALL:
        return []  # "NET INCOME ATTRIBUTABLE TO STOCKHOLDERS OF" names nobody
    if k == j and not (words[k - 1].low in lexicon.names and text[words[k - 1].end : words[k].start] == " "):
        return []
    first = k
    while k < right and words[k].capital and (k == first or text[words[k - 1].end : words[k].start] == " "):
        k += 1
    return words[first:k]


def _attributed(words: list[Word], j: int, right: int) -> bool:
    return j + 2 < right and words[j].low in ("attributable", "available", "applicable") and words[j + 1].low == "to"


def heads(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word directly behind a name is a noun that the name only narrows."""
    if word.norm in lexicon.qualifiers:
        return not (word.capital or word.stops)
    stops = word.stops or word.low in _JOIN or word.norm in SMALL or word.norm in lexicon.vocabulary.neutral
    return not (stops or word.capital or word.low.endswith(("ed", "ing", "ly")))


def _parted(text: str, words: list[Word], k: int) -> bool:
    """Whether a mark, or a period behind which no narrowing goes on, stands before a word."""
    between = text[words[k - 1].end : words[k].start]
    goes_on = words[k].low in _JOIN or _LETTER.search(between) is None
    return _ENDS_PHRASE.search(between) is not None or not goes_on


def _from_part(words: list[Word], k: int, right: int, key: str, lexicon: Lexicon) -> bool:
    """Whether a measure is said to come from a part that the tables give it of, or to be at one: "revenue from services",
    "comparable sales at Harbor Outlet"."""
    if words[k].low not in ("from", "at"):
        return False
    behind = [w.norm for w in words[k + 1 : min(right, k + 4)] if w.norm not in SMALL]
    return any(lexicon.has_part(key, lexicon.vocabulary.qualify(behind[:n])) for n in range(1, len(behind) + 1))


def joined(key: str, words: list[Word], i: int, core: int, lexicon: Lexicon) -> frozenset[str]:
    """A word that narrows a measure to what no row is, where two parts are named for it: "Nordic and Baltic sales"."""
    front = [w for w in words[i:] if w.start < core]
    joint = next((k for k, w in enumerate(front) if w.low in ("and", "&")), 0)
    if not joint:
        return frozenset()
    sides = (front[:joint], front[joint + 1 :])
    parts = [lexicon.vocabulary.qualify(w.norm for w in side if w.norm not in SMALL) for side in sides]
    return TOGETHER if all(p and lexicon.has_just(key, p) for p in parts) else frozenset()


def segment_named(front: list[Word]) -> frozenset[str]:
    """The words that elsewhere say nothing and name a segment where they are called one: "Enterprise Division revenue"."""
    return frozenset(a.norm for a, b in pairwise(front) if a.capital and a.norm in _BROAD and b.norm in KINDS)


def kinds(narrowing: frozenset[str], measure: Measure, lexicon: Lexicon) -> frozenset[str]:
    """The words that only say what a segment is called: "the Nordic segment"."""
    named = narrowing - KINDS or not measure.known
    return frozenset(w for w in narrowing & KINDS if w not in lexicon.qualifiers) if named else frozenset()


def margin(measure: Measure, words: list[Word], j: int, right: int, lexicon: Lexicon) -> Measure | None:
    """The margin that the word behind a row's own label makes of it: "Adjusted property EBITDA margin"."""
    if j >= right or words[j].norm != "margin" or words[j].start - words[j - 1].end != 1:
        return None
    return Measure(lexicon.vocabulary.margins.get(measure.key, measure.key), measure.qualifiers, measure.known)


def each_piece(text: str, words: list[Word], j: int) -> tuple[list[str], int]:
    """The words of what each an amount is, directly behind its name, and where they end: "revenue per available room"."""
    if j + 1 >= len(words) or words[j].low != "per" or words[j + 1].low in _NO_PIECES:
        return [], j
    k = j + 1
    while (
        k < len(words)
        and k - j <= _PIECE_MOST
        and not words[k].stops
        and _APART.fullmatch(text, words[k - 1].end, words[k].start)
    ):
        k += 1
    return ([w.norm for w in words[j + 1 : k]], k) if k > j + 1 else ([], j)


def parts_named(text: str, measure: Measure, at: int, lexicon: Lexicon) -> tuple[list[frozenset[str]], int]:
    """The segments, two or more, that a measure is named for behind it, and where their names end: "net sales in our
    Nordic, Baltic, and Alpine segments"."""
    listed = _IN_PARTS.match(text, at)
    if listed is None:
        return [], at
    named = [lexicon.vocabulary.qualify(content_words(name)) for name in _PARTED.split(listed["names"]) if name.strip()]
    given = all(part and lexicon.has_part(measure.key, part) for part in named)
    return (named, listed.end()) if given and len(named) > 1 else ([], at)
