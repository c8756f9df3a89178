"""Words that rank a figure among those of other periods.

    streak      ::= ordinal in-a-row (period | turn) | count in-a-row periods
    in-a-row    ::= "consecutive" | "straight" | "successive"
    superlative ::= ("highest" | "lowest" | "largest" | "smallest") ["ever"] [length | ordinal "quarter"]
    reach       ::= "of the" [count] periods "shown" | ("in" | "for" | "over") [about] count periods | "since" period
                  | "in our history"

Not a superlative: "second-highest", "one of the highest", "at the highest end".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

import pyparsing as pp

from auditor.frozen import dataclass
from auditor.grammar.folding import folded

ORDINALS = {
    word: k for k, word in enumerate(
        "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
        "sixteenth seventeenth eighteenth nineteenth twentieth".split(), 2)
}  # fmt: skip
COUNTS = {
    word: k for k, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split(), 1)
}  # fmt: skip
UP = r"(?:growth|increases?|gains?|improvements?|expansions?|rises?|advances?)"
PROFIT = r"(?:profitability|profits?|positive(?=\s+(?:[\w-]+\s+){0,3}(?:income|earnings|results?|eps|ebitda|cash|profits?)\b))"
DOWN = r"(?:declines?|decreases?|drops?|reductions?|contractions?|falls?)"
_COUNT = rf"(?:{'|'.join(COUNTS)}|\d{{1,2}})"
_PERIOD = r"(?:fiscal\s+|full\s+)?(?:quarter|year)s?"
_RANKED = "consecutive", "straight", "successive", "highest", "lowest", "largest", "smallest"
_NO_RANK = re.compile(
    r"(?:\b(?:second|third|2nd|3rd|next|one\s+of\s+(?:the|our|its)|among\s+(?:the|our|its)|at\s+the)[\s-]+)$"
)


@dataclass(frozen=True, slots=True)
class StreakPhrase:
    """`unit` is empty where the words name no length ("third straight increase"); `direction` where they name no turn."""

    start: int
    end: int
    count: int
    unit: Literal["quarter", "year", ""]
    direction: Literal["up", "down", ""] = ""


@dataclass(frozen=True, slots=True)
class SuperlativePhrase:
    """`unit` is the length that the words name ("quarterly"), empty where they name none; `yearly`: they name one quarter of
    the year ("our highest third quarter revenue")."""

    start: int
    end: int
    highest: bool
    unit: Literal["quarter", "year", ""]
    yearly: bool = False


@dataclass(frozen=True, slots=True)
class Reach:
    """How far back a superlative looks: so many months, or to the phrase that begins at `since`; `shown`: what the tables
    show. Places are offsets in the text that was given."""

    months: int | None = None
    since: int | None = None
    shown: bool = False
    span: tuple[int, int] = (0, 0)


_in_a_row = r"(?:consecutive|straight|successive)"
_length = rf"(?:(?P<length>quarterly|annual|yearly|{_PERIOD})\b)"
_turn = rf"(?:(?:(?P<adjective>quarterly|annual|yearly)[\s-]+)?(?:(?P<up>{UP})|(?P<down>{DOWN}))\b)"
streak = (
    pp.Regex(
        rf"\b(?P<ordinal>{'|'.join(ORDINALS)}|\d{{1,2}}(?:nd|rd|th|st))[\s-]+{_in_a_row}[\s-]+(?:{_turn}|{_length})"
    )
    | pp.Regex(rf"\b(?P<count>{_COUNT})[\s-]+{_in_a_row}[\s-]+(?P<length>{_PERIOD})\b")
).set_name("streak")
superlative = pp.Regex(
    r"\b(?P<word>highest|lowest|largest|smallest)(?:[\s-]+ever)?"
    r"(?:[\s-]+(?P<length>quarterly|annual|yearly|full[\s-]+year|"
    r"(?P<season>first|second|third|fourth)[\s-]+(?:fiscal[\s-]+)?quarter))?\b"
    r"(?![\s-]+(?:quality|end\b))"
).set_name("superlative")
shown = pp.Regex(
    rf"\bof\s+(?:the|all|these)\s+(?:{_COUNT}\s+)?(?:\w+\s+)?(?:quarters|years|periods)\s+"
    rf"(?:shown|presented|reported|listed)"
).set_name("reach")
lately = pp.Regex(
    rf"\b(?:in|for|over)\s+(?:the\s+(?:last|past)\s+|more\s+than\s+|over\s+|nearly\s+|almost\s+|about\s+|"
    rf"at\s+least\s+)?"
    rf"(?P<count>{_COUNT})\s+(?P<length>quarters|years)\b"
).set_name("reach")
always = pp.Regex(
    r"\b(?:in|of)\s+(?:(?:our|the|its|company|company's|corporate)\s+)*history\b|\bon\s+record\b"
).set_name("reach")
since = pp.Regex(r"\bsince\s+(?:the\s+)?").set_name("reach")


def ranks(text: str) -> bool:
    """Whether a text may hold any of these phrases: asked of every sentence, so that most are not read further."""
    low = text.lower()
    return any(word in low for word in _RANKED)


def streaks_in(text: str) -> Iterator[StreakPhrase]:
    for m in _found(streak, text):
        told = m.groupdict()
        ordinal, count = told.get("ordinal"), told.get("count")
        number = (
            ORDINALS.get(ordinal or "") or COUNTS.get(count or "") or int(re.sub(r"\D", "", ordinal or count or "0"))
        )
        turned: Literal["up", "down", ""] = "up" if told.get("up") else "down" if told.get("down") else ""
        if number > 1:
            yield StreakPhrase(m.start(), m.end(), number, _unit(told.get("length") or told.get("adjective")), turned)


def superlatives_in(text: str) -> Iterator[SuperlativePhrase]:
    for m in _found(superlative, text):
        if not _NO_RANK.search(folded(text), 0, m.start()):
            yield SuperlativePhrase(
                m.start(), m.end(), m["word"] in ("highest", "largest"), _unit(m["length"]), bool(m["season"])
            )


def reach_of(text: str) -> Reach:
    """What a superlative is held against, by the words behind it."""
    for m in _found(shown, text):
        return Reach(shown=True, span=m.span())
    for m in _found(lately, text):
        number = COUNTS.get(m["count"]) or int(m["count"])
        return Reach(months=number * (3 if m["length"] == "quarters" else 12), span=m.span())
    for m in _found(always, text):
        return Reach(span=m.span())
    for m in _found(since, text):
        return Reach(since=m.end(), span=m.span())
    return Reach()


def _found(element: pp.ParserElement, text: str) -> Iterator[re.Match[str]]:
    """The matches of an element's patterns, left to right."""
    low = folded(text)
    patterns = element.exprs if isinstance(element, pp.MatchFirst) else [element]
    found = [m for p in patterns if isinstance(p, pp.Regex) for m in p.re.finditer(low)]
    yield from sorted(found, key=lambda m: m.start())


def _unit(word: str | None) -> Literal["quarter", "year", ""]:
    if not word:
        return ""
    return "quarter" if "quarter" in word else "year"
