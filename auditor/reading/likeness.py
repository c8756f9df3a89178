"""How far a text is like an earnings release: by the words of results, not by its name or form."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import islice

from auditor.frozen import dataclass
from auditor.grammar.folding import Hinted

_ANNOUNCES = re.compile(
    r"\b(?:reports?|reported|announces?|announced|posts?|delivers?|releases?)\b.{0,120}?\b(?:results?|earnings|income|"
    r"revenues?|sales|profits?|loss|quarter|fiscal|year)\b|\b(?:quarter|year|month)\w*\b.{0,60}\b(?:results|"
    r"earnings)\b",
    re.I | re.S,
)
_MEASURES = re.compile(
    r"\bnet (?:income|loss|earnings|sales|revenues?)|\bper (?:diluted )?share|\brevenues?\b|"
    r"\boperating (?:income|loss|margin)|\bEBITDA\b",
    re.I,
)
_COMPARES = re.compile(r"\b(?:compared (?:to|with)|increased?|decreased?|grew|declined|rose|fell|versus)\b", re.I)
_PERIODS = re.compile(
    r"\b(?:three|six|nine|twelve|thirteen|13|26|39|52) (?:months|weeks)|\bquarter\b|\bfiscal (?:year )?\d{4}", re.I
)
_STATEMENTS = re.compile(
    r"balance sheets?|statements? of (?:operations|income|earnings|cash flows?|financial (?:condition|"
    r"position))|data sheet|"
    r"reconciliations?|supplement(?:al|ary)|selected financial|financial (?:statements|highlights|tables|schedules)",
    re.I,
)
_TRANSCRIPT = Hinted(
    r"\bOperator\s*:|\boperator instructions\b|\bquestion[- ]and[- ]answer (?:session|section)\b|"
    r"\bconference call transcript\b|"
    r"\bfirst question (?:comes|is) from\b|\bthomson (?:reuters|streetevents)\b",
    "operator|question|transcript|thomson",
)
_SPOKEN = re.compile(r"transcript|conference call script|prepared remarks", re.I)
_COVER = re.compile(r"pursuant to section 13 or 15\s*\(d\)|exact name of registrant", re.I)
_AMOUNT = re.compile(r"\d[\d,]*\.?\d*")
_WORD = re.compile(r"[A-Za-z]{3,}")
ENOUGH = 5  # the least score of a release


@dataclass(frozen=True)
class Likeness:
    """How a text, `description` being what its filer calls it, looks as a release. Each look is taken when it is first
    asked for, since an archive has many documents of which one look tells enough."""

    text: str
    description: str = ""

    @cached_property
    def score(self) -> int:
        """Counts the marks of results language."""
        text = self.text
        found = _up_to(8, _MEASURES, text) // 2 + _up_to(8, _COMPARES, text) // 2
        found += 3 * (_ANNOUNCES.search(text[:5000]) is not None) + (_PERIODS.search(text) is not None)
        return found + self.statements - 4 * (self.cover and self._words < 1500)

    @cached_property
    def density(self) -> float:
        """Figures a word."""
        return len(_AMOUNT.findall(self.text)) / self._words

    @cached_property
    def statements(self) -> bool:
        """Whether it names financial statements."""
        return _STATEMENTS.search(self.text) is not None

    @cached_property
    def measured(self) -> bool:
        """Whether it names a measure of results."""
        return _MEASURES.search(self.text) is not None

    @cached_property
    def spoken(self) -> bool:
        """Whether it is the text of a call or speech."""
        named = _SPOKEN.search(self.description) or _SPOKEN.search(self.text[:1500])
        return bool(named or _TRANSCRIPT.search(self.text))

    @cached_property
    def cover(self) -> bool:
        """Whether it opens with the cover page of a form."""
        return _COVER.search(self.text[:8000]) is not None

    @cached_property
    def _words(self) -> int:
        return max(len(_WORD.findall(self.text)), 1)


def _up_to(most: int, pattern: re.Pattern[str], text: str) -> int:
    """How often a pattern is found, counted no further than `most`."""
    return sum(1 for _ in islice(pattern.finditer(text), most))
