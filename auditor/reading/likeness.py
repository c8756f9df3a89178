"""How far a text is like an earnings release: by the words of results, not by its name or form."""

from __future__ import annotations

import re
from dataclasses import dataclass

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
_TRANSCRIPT = re.compile(
    r"\bOperator\s*:|\boperator instructions\b|\bquestion[- ]and[- ]answer (?:session|section)\b|"
    r"\bconference call transcript\b|"
    r"\bfirst question (?:comes|is) from\b|\bthomson (?:reuters|streetevents)\b",
    re.I,
)
_SPOKEN = re.compile(r"transcript|conference call script|prepared remarks", re.I)
_COVER = re.compile(r"pursuant to section 13 or 15\s*\(d\)|exact name of registrant", re.I)
_AMOUNT = re.compile(r"\d[\d,]*\.?\d*")
_WORD = re.compile(r"[A-Za-z]{3,}")
ENOUGH = 5  # the least score of a release


@dataclass(frozen=True, slots=True)
class Likeness:
    """`score` counts the marks of results language, `density` figures a word. `spoken`: the text of a call or speech;
    `cover`: it opens with the cover page of a form."""

    score: int
    density: float
    statements: bool
    measured: bool
    spoken: bool
    cover: bool


def likeness(text: str, description: str = "") -> Likeness:
    """How a text, `description` being what its filer calls it, looks as a release."""
    words = max(len(_WORD.findall(text)), 1)
    measures = len(_MEASURES.findall(text))
    statements = _STATEMENTS.search(text) is not None
    cover = _COVER.search(text[:8000]) is not None
    score = min(measures, 8) // 2 + min(len(_COMPARES.findall(text)), 8) // 2
    score += 3 * (_ANNOUNCES.search(text[:5000]) is not None) + (_PERIODS.search(text) is not None) + statements
    score -= 4 * (cover and words < 1500)
    spoken = bool(_TRANSCRIPT.search(text) or _SPOKEN.search(description) or _SPOKEN.search(text[:1500]))
    return Likeness(score, len(_AMOUNT.findall(text)) / words, statements, measures > 0, spoken, cover)
