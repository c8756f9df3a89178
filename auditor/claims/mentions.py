"""Measures that a sentence mentions: the names in it, with the words around them that narrow them."""

from __future__ import annotations

import re
from dataclasses import replace

from auditor.claims.lexicon import Lexicon
from auditor.claims.mention import Mention
from auditor.claims.modifiers import (
    TOGETHER,
    after,
    before,
    each_piece,
    joined,
    kinds,
    margin,
    parts_named,
    segment_named,
)
from auditor.claims.names import Named, names_in
from auditor.claims.parts import with_parts
from auditor.claims.sentence_words import SIDES, Word, past, words_of
from auditor.model.fact import Measure
from auditor.vocabulary.words import SMALL

_BY_SHARE = re.compile(
    r"(?:\s+\([\"“]?[A-Z][\w&\s-]{1,24}[\"”]?\)|[\"”]?\))?"  # the short name between: "Adjusted FFO (“AFFO”) per share"
    r"\s+per\s+(?:(?:fully|diluted|basic|common|ordinary)[\s-]+)*share\b",
    re.I,
)
_SIDE = re.compile(r"\b(?:diluted|basic)\b", re.I)
_MARGIN = frozenset(("margin",))


def mentions_in(
    text: str, blocked: list[tuple[int, int]], lexicon: Lexicon, ending: frozenset[int] = frozenset()
) -> list[Mention]:
    """The measures in `text`, left to right, leaving out the `blocked` ranges (numbers, periods). `ending` are the
    places of words over which no name goes on."""
    words = words_of(text, blocked, ending, lexicon)
    names = names_in(text, words, lexicon)
    out = [_mention(text, words, names, k, lexicon) for k in range(len(names))]
    return with_parts(text, out, blocked, lexicon.bare) if lexicon.bare else out


def _mention(text: str, words: list[Word], names: list[Named], k: int, lexicon: Lexicon) -> Mention:
    """Name `k` with the words up to its neighbours that narrow it."""
    i, j, measure, negative = names[k]
    left = names[k - 1].past if k else 0
    right = names[k + 1].first if k + 1 < len(names) else len(words)
    core = words[j - 1].start
    front, i = before(text, words, i, left, lexicon)
    if measure.key == "revenue" and [w.norm for w in words[max(left, i - 2) : i]] == ["cost", "of"]:
        measure, i = Measure("cost-of-revenue", measure.qualifiers, True), i - 2  # "cost of home sales"
    of_amount, j = _of_margin(text, words, j, right, measure, lexicon)
    measure = of_amount or measure
    parts, until = parts_named(text, measure, words[j - 1].end, lexicon)
    behind, j = ([], past(words, j, until)) if parts else after(text, words, j, right, measure.key, lexicon)
    sides = [w for w in words[i:j] if w.norm in SIDES]
    narrowing = lexicon.vocabulary.qualify([w.norm for w in front + sides + behind])
    if k and i == left and text[words[i - 1].end : words[i].start].strip() in ("", "'"):
        narrowing |= _compound(names[k - 1], measure, words, lexicon)
    narrowing |= joined(measure.key, words, i, core, lexicon) | (TOGETHER if parts else frozenset())
    narrowing = (narrowing | segment_named(front)) - kinds(narrowing, measure, lexicon)
    if not measure.known and "adjusted" in measure.key.split("-"):
        narrowing -= {"adjusted"}  # the row's own name says it already
    foreign = frozenset(w for w in narrowing if w not in lexicon.qualifiers)
    if (of_row := margin(measure, words, j, right, lexicon)) is not None:
        measure, j = of_row, j + (of_row.key != measure.key)
        narrowing, foreign = narrowing - _MARGIN, foreign - _MARGIN
    if by_share := _BY_SHARE.match(text, words[j - 1].end):
        measure = lexicon.vocabulary.per_share(measure)
        narrowing |= frozenset(w.lower() for w in _SIDE.findall(by_share.group(0)))
        j = past(words, j, by_share.end())
    elif measure.known:
        pieces, j = each_piece(text, words, j)
        narrowing |= lexicon.vocabulary.qualify(pieces)
    unit, start, end = lexicon.unit(measure), words[i].start, words[j - 1].end
    measure = Measure(measure.key, measure.qualifiers | narrowing, measure.known)
    each = tuple(replace(measure, qualifiers=measure.qualifiers - TOGETHER | part) for part in parts)
    return Mention(start, end, measure, negative, foreign, text[start:end], core, unit, parts=each)


def _of_margin(
    text: str, words: list[Word], j: int, right: int, measure: Measure, lexicon: Lexicon
) -> tuple[Measure | None, int]:
    """The margin that the word right behind the name of an amount makes of it, and where that ends: "OIBDA margin"."""
    key = lexicon.vocabulary.margins.get(measure.key) if measure.known else None
    if key is None or j >= right or words[j].norm != "margin" or text[words[j - 1].end : words[j].start] != " ":
        return None, j
    return Measure(key, measure.qualifiers, True), j + 1


def _compound(neighbour: Named, measure: Measure, words: list[Word], lexicon: Lexicon) -> frozenset[str]:
    """What a name right before another one narrows it to: "advertising revenue"."""
    if not neighbour.measure.known:
        return lexicon.vocabulary.qualify(neighbour.measure.key.split("-"))
    entry = lexicon.vocabulary.entry(measure.key)
    if entry is None or not entry.breakdown:
        return frozenset()
    return lexicon.vocabulary.qualify(w.norm for w in words[neighbour.first : neighbour.past] if w.norm not in SMALL)
