"""Where a sentence names measures."""

from __future__ import annotations

import re
from typing import NamedTuple

from auditor.claims.lexicon import FRONT, KINDS, Found, Lexicon
from auditor.claims.modifiers import heads
from auditor.claims.sentence_words import Word, abbreviates, of_each_share
from auditor.model.fact import Measure
from auditor.vocabulary.words import SMALL

_VERBS = frozenset("is are was were be been which who that than".split())
_SHARES_IN = frozenset("controlling working majority ownership royalty membership partnership economic voting".split())
_MARKED = re.compile(r"\s*(?:\(\w+\)|\d+)\s*")
_AMOUNT = re.compile(r"[$€£]\s?\d|\d\s?%")
_INTEREST, _ON = ("interest-expense", "interest-income"), re.compile(r"\s+on\s+(?:(?:the|our|its)\s+)?", re.I)
_ON_A, _ON_A_BASIS = re.compile(r"\bon\s+an?\s+$", re.I), re.compile(r"\s+basis\b", re.I)


class Named(NamedTuple):
    """A name from word `first` to before word `past`, and the measure that it names."""

    first: int
    past: int
    measure: Measure
    negative: bool


def names_in(text: str, words: list[Word], lexicon: Lexicon) -> list[Named]:
    """The names in order, none of which overlaps another; small words inside are skipped."""
    content = [
        i for i, w in enumerate(words)
        if w.norm not in SMALL and not of_each_share(words, i) and not (w.capital and abbreviates(text, w))
    ]  # fmt: skip
    norms = tuple(words[i].norm for i in content)
    out: list[Named] = []
    k = 0
    while k < len(content):
        found = lexicon.longest_at(norms, k, _reach(text, words, content, k)) if norms[k] in lexicon.first else None
        later = (
            lexicon.longest_at(norms, k + 1, _reach(text, words, content, k + 1))
            if found and k + 1 < len(norms)
            else None
        )
        if found and _of_each(words, content[k], found):
            k += found.size
            continue
        if found and _no_name(text, words, content, k, found, lexicon):
            found = None
        if found and _fronts_another(text, words, norms, content, k, found.size, lexicon):
            found = lexicon.longest_at(norms, k, found.size - 1)  # "revenue and net income" is no "revenue, net"
        if found and not (later and found.size > 1 and _goes_further(norms[k], found, later, lexicon)):
            size, measure, negative = found
            out.append(Named(content[k], content[k + size - 1] + 1, measure, negative))
            k += size
        else:
            k += 1
    return _merged(text, words, out, lexicon)


def _no_name(text: str, words: list[Word], content: list[int], k: int, found: Found, lexicon: Lexicon) -> bool:
    """Whether words that could be a name are none: "the sale of notes", "profit-sharing", "software-as-a-service", "the
    Nordic segment, operating income", and "4.1% on a billing day basis", which says how it was reckoned."""
    first, end = words[content[k]], words[content[k + found.size - 1]].end
    start = first.start
    inside = text[start - 1 : start] == "-" and text[start - 2 : start - 1].isalpha()
    joined = text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha()
    apart = first.norm in KINDS and text[first.end : first.end + 1] == ","
    return bool(
        inside
        or joined
        or apart
        or _modifies(words, content, k, found.size, lexicon)
        or _another_verb(words, content, k, found)
        or _of_another_sense(words, content[k])
        or found.size == 1
        and first.low == "sale"
        or _ON_A_BASIS.match(text, end)
        and _ON_A.search(text, max(0, start - 8), start)
    )


def _goes_further(first: str, found: Found, later: Found, lexicon: Lexicon) -> bool:
    """Whether the name that begins within another is longer, or is the vocabulary's for what a row calls more shortly:
    "vessel operating expenses" beside rows *Vessel operating expenses* and, by the day, *Vessel operating*."""
    if later.size != found.size or found.measure.known or not later.measure.known:
        return later.size > found.size
    return lexicon.has_just(later.measure.key, later.measure.qualifiers | {first})


def _fronts_another(
    text: str, words: list[Word], norms: tuple[str, ...], content: list[int], k: int, size: int, lexicon: Lexicon
) -> bool:
    """Whether the last word of a name is the first of the next one, with an "and" between."""
    last = k + size - 1
    if size < 2 or content[last] - content[last - 1] < 2:
        return False
    joined = words[content[last] - 1].low in ("and", "&")  # "dividends and share repurchases" are no dividends a share
    if norms[last] not in FRONT and not joined:
        return False
    following = lexicon.longest_at(norms, last, _reach(text, words, content, last))
    return following is not None and following.size > 1


def _modifies(words: list[Word], content: list[int], k: int, size: int, lexicon: Lexicon) -> bool:
    """Whether a name that is a participle only modifies the noun behind it: "active selling communities"."""
    following = content[k] + 1
    if size > 1 or not words[content[k]].norm.endswith("ing") or following >= len(words):
        return False
    return words[following].start - words[content[k]].end == 1 and heads(words[following], lexicon)


def _another_verb(words: list[Word], content: list[int], k: int, found: Found) -> bool:
    """Whether the last word of a row's own label is the verb of what follows: "built 90 cars and delivered 80"."""
    size, measure, _ = found
    last = content[k + size - 1]
    return size > 1 and not measure.known and words[last].low.endswith("ed") and words[last - 1].low == "and"


def _of_each(words: list[Word], i: int, found: Found) -> bool:
    """Whether a name only says of what each an amount is: "revenue per equivalent admission"."""
    return i > 0 and words[i - 1].low == "per" and not found.measure.key.endswith(("eps", "-per-share"))


def _of_another_sense(words: list[Word], i: int) -> bool:
    """Whether an interest is no cost of debt but a share in something: "a controlling interest", "a 98% working interest"."""
    if not i:
        return False
    office = words[i].norm == "revenue" and words[i - 1].low == "internal"  # the Internal Revenue Service
    return office or words[i].norm == "interest" and words[i - 1].low in _SHARES_IN


def _reach(text: str, words: list[Word], content: list[int], k: int) -> int:
    """How many words from `k` on stand together, with at most two small words between neighbours and no number: "4.0% debt and
    5.1% equity" are not debt and equity."""
    size = 1
    while k + size < len(content):
        a, b = content[k + size - 1], content[k + size]
        if b - a > 3 or words[b].start - words[a].end >= 14 or any(w.low in _VERBS for w in words[a + 1 : b]):
            break
        if _AMOUNT.search(text, words[a].end, words[b].start):
            break
        size += 1
    return size


def _interest_on(interest: Named, words: list[Word], lexicon: Lexicon) -> Measure:
    """The interest on a balance, which is no balance: "interest expense on borrowings"; mere "interest" may be earned."""
    narrowing = lexicon.vocabulary.qualify([w.norm for w in words if w.norm not in SMALL])
    bare = interest.past - interest.first == 1
    earned = bare and lexicon.has_part("interest-income", narrowing)
    key = "interest-income" if earned else interest.measure.key
    return Measure(key, interest.measure.qualifiers | narrowing, True)


def _merged(text: str, words: list[Word], spans: list[Named], lexicon: Lexicon) -> list[Named]:
    """A row label directly before a measure that has parts narrows it: "New software licenses revenues"."""
    out: list[Named] = []
    for span in spans:
        i, j, measure, negative = span
        entry = lexicon.vocabulary.entry(measure.key)
        last = out[-1] if out else None
        between = text[words[last.past - 1].end : words[i].start] if last else ""
        beside = bool(last) and (not between.strip() or _MARKED.fullmatch(between) is not None)
        narrows = last is not None and (not last.measure.known or last.measure.key == measure.key)
        if last and last.measure.key in _INTEREST and _ON.fullmatch(between):
            out[-1] = Named(last.first, j, _interest_on(last, words[i:j], lexicon), last.negative)
        elif last and beside and narrows and entry is not None and entry.breakdown:
            narrowing = lexicon.vocabulary.qualify([] if last.measure.known else last.measure.key.split("-"))
            merged = Measure(measure.key, measure.qualifiers | last.measure.qualifiers | narrowing, True)
            out[-1] = Named(last.first, j, merged, negative)
        else:
            out.append(span)
    return out
