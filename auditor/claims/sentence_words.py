"""The words of a sentence, as names of measures are looked for in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from auditor.claims.lexicon import Lexicon
from auditor.vocabulary.words import CODE, SHORT, normal

_WORD = re.compile(rf"{CODE}|[A-Za-z][A-Za-z0-9]*(?:['.&][A-Za-z0-9]+)*")
# Words that end the noun phrase around a measure.
_STOP = frozenset(
    "account was were is are be been has have had will would may might should can could did does do which that "
    "who when while whereas where as than if because since although however compared versus vs from up down "
    "increase increased decrease decreased expansion contraction compression grew rose fell declined declines "
    "decline improved improvement reached totaled amounted represented represents reported report reports posted "
    "announced recorded generated delivered achieved earned approximately nearly around roughly over about or but "
    "not no primarily due driven reflecting including excluding respectively higher lower compares resulted "
    "resulting continue continued growth grow growing increasing decreasing we it they he she said says also both "
    "per during through until reflects reflect relates relate benefits continues indicates indicate demonstrates "
    "provides provide drives drove consists comprises stands averages became becomes gave gives got led leads "
    "left lost makes marks means met needs offset offsets plus rested rests saw shows stems stayed took takes "
    "tends turned went yields came stood hit beat ran set held made remain remains totals amount amounts exceed "
    "exceeds equals equal approximates improves returned swung again once now then thus here there only just each "
    "under above below between among like such so today were's results result rises falls grows reaches show "
    "showed following first last next percent year-over-year basis increases decreases gain gains drop reduction "
    "better worse strong record by benefit used therefore hence accordingly climbed dropped jumped surged "
    "advanced slipped eased expanded contracted widened narrowed holding keeping bringing driving expected "
    "expects expect includes include excludes exclude ended ending against on at before after paid declared nil "
    "delivering generating producing achieving posting reporting zero none particularly especially notably "
    "raised raising lifted lifting pushed pushing brought bringing impacted impacts impacting affected affects affecting favorably unfavorably negatively positively adversely "
    "boosted boosts lowered lowers leaving additionally announces fueled fuels announce".split()
)  # fmt: skip
_NOTED = re.compile(r"(?P<word>[A-Za-z]{3,})[1-9]")  # "EBITDA1", behind whose name the mark of a footnote stands
_JOINED_ON = frozenset(("down", "up"))  # the second half of a noun: "inventory write-down", "start-up costs"
SIDES = frozenset(("diluted", "basic", "fully", "undiluted", "dilutive"))


class Word(NamedTuple):
    """A word of a text at `start`:`end`, in small letters and in the form compared."""

    start: int
    end: int
    low: str
    norm: str
    capital: bool
    stops: bool = False
    """Whether no name goes on over it."""


@lru_cache(maxsize=20000)
def _read(raw: str) -> tuple[str, str, bool, bool]:
    """A printed word in small letters and in the form compared, whether it has a capital, whether no name goes on over it."""
    low = raw.lower()
    return low, normal(raw), raw != low and raw[0].isupper(), low in _STOP or raw == "more"


def words_of(text: str, blocked: list[tuple[int, int]], ending: frozenset[int], lexicon: Lexicon) -> list[Word]:
    """The words outside of the `blocked` ranges (numbers, periods), short forms in full. `ending` are the places of words
    over which no name goes on."""
    out: list[Word] = []
    k = 0
    for m in _WORD.finditer(text):
        start, end = m.span()
        while k < len(blocked) and blocked[k][1] <= start:
            k += 1
        if k < len(blocked) and blocked[k][0] < end:
            continue
        raw = m.group()
        noted = _NOTED.fullmatch(raw)
        if noted and normal(noted["word"]) in lexicon.named and (normal(raw),) not in lexicon.labels:
            raw = noted["word"]
        short = text.startswith(".", end) and raw.lower() in SHORT
        low, norm, capital, stops = _read(f"{raw}." if short else raw)
        long = lexicon.long_form(low) if raw != low else None
        if long and not text[max(0, start - 2) : start].endswith(("(", '("')):
            out += [Word(start, end, word, word, True) for word in long]
        else:
            stops = stops and not (low in _JOINED_ON and text[start - 1 : start] == "-")
            out.append(Word(start, end, low, norm, capital, stops or start in ending))
    return out


def past(words: list[Word], at: int, place: int) -> int:
    """The first word from one on that stands behind a place of the text."""
    return next((k for k in range(at, len(words)) if words[k].start >= place), len(words))


def of_each_share(words: Sequence[Word], i: int) -> bool:
    """Whether a word only says of which shares a result is: the "diluted" of "net income per diluted share"."""
    while words[i].norm in SIDES and i:
        i -= 1
        if words[i].low == "per":
            return True
    return False


def abbreviates(text: str, word: Word) -> bool:
    """Whether a word stands in brackets of its own as a short form: "Selling and administrative ("S&A") expenses"."""
    opened = text[max(0, word.start - 2) : word.start].endswith(("(", '("'))
    return opened and text.startswith((")", '")'), word.end) and text[word.start : word.end].isupper()
