"""The sentence shapes in which releases state numbers.

A sentence comes as a string of one-letter tags, a letter a token (see `TAGS`). The grammar finds the shapes and
says for each number what part it plays:

    restated  ::= number { [","] "or" number | "(" ["or"] number ")" }
    change    ::= moved [link] restated | restated turn | restated "of" turn
    moved     ::= up | down | turned up | turned down
    link      ::= "by" | "of" | "in" measure [period] "of" | word
    second    ::= ["," ] "and" restated base-period            (a second base after a change)
    from-to   ::= "from" number [period] "to" number
    base      ::= (compared | "from") [period [","] ["of"]] restated { ("and" | "," ) restated }
    to        ::= "to" restated
    share     ::= percent "of" measure
    level     ::= restated
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Literal

import pyparsing as pp

from auditor.frozen import dataclass
from auditor.grammar.beginnings import SIZE, alternatives, by_beginning, fitting, places
from auditor.grammar.folding import folded, for_folded

TAGS = {
    "$": "an amount of money", "%": "a percentage", "p": "points", "s": "a per-share amount", "n": "a count", "x": "a ratio",
    "M": "a measure", "T": "a period", "U": "a verb of rising", "D": "a verb of falling", "+": "a noun or adjective of rising",
    "-": "a noun or adjective of falling", "=": "no change", "b": "by", "o": "of", "t": "to", "f": "from", "c": "compared with",
    "i": "in, for, at", "v": "was, totaled", "r": "or", "a": "and", ",": "comma", "(": "(", ")": ")", ";": "; or dash",
    "R": "respectively", "z": "due to, including: an aside begins", "g": "expects: the future", "l": "loss, income", "w": "any other word",
}  # fmt: skip

Role = Literal["level", "change", "base", "share", "to", "from"]


@dataclass(frozen=True, slots=True)
class Part:
    """What the number at tag `at` plays. `turn` is the tag of the change word, -1 where there is none; `head` the tag of
    the number that it restates (itself if none)."""

    at: int
    role: Role
    turn: int = -1
    head: int = -1


def _form(pattern: str, name: str) -> pp.Regex:
    element = pp.Regex(pattern)
    element.set_name(name)
    return element


# One Regex a shape, as for numbers: composed elements are ten times slower. A part in (?>…) is never given back.
_NUMBER = "[$%psnx]"
_RESTATED = rf"{_NUMBER}(?>(?:[lMw]?,?r(?:w(?=%))?|\((?:r|i)?(?={_NUMBER})|(?<=[$n]),(?=%oM))?{_NUMBER}\)?)*"
_LINK = (
    rf"w?b|[io]wa?wo|w?o|[io]w?MT?w?o|[io]T?wo|[io]w?MT?w?b|i?MT?,?o|M[ob]|T?M(?=%)|[io]w?M(?:i?T)?w?v|i?T,?b|,?w"
    rf"(?={_NUMBER})"
)
_COMPARED = (
    r"(?:=w?T?|(?:c(?!wv)|f(?!,|[wM]v))(?!\()(?:w?l|M)?(?:\(\w{1,3}\))?"
    r"(?:[,iov]?T(?:,?o|lo|[ovw]|,?cl?o?|M[ov]?)?|[lwM](?:,?o|v)?|[ov])?)"
    rf"(?={_NUMBER})(?![$%p][+-](?!b?{_NUMBER}))"  # "compared to a 3% decline in the year before": a change of its own
)

from_to = _form(rf"f{_NUMBER}(?>(?:w|T|,|i|M){{0,4}}t){_NUMBER}", "from-to")
base = _form(rf"{_COMPARED}(?P<based>{_RESTATED})", "base")
change = _form(rf"(?:[UD+=-](?>{_LINK})?+|[+-](?:[io]?T)?v)(?P<changed>{_RESTATED})", "change")
share = _form(r"%(?=w?oT?w?M)", "share")
change_after = _form(
    rf"(?P<before>(?>{_RESTATED}))(?:(?<=\$,r%),(?=[+-]c)|(?>T{{0,2}}w?M?T?(?=[+-]))?+)[+-](?!b?{_NUMBER})",
    "change behind its number",
)
to = _form(rf"t(?![%p]T?w?M?T?[+-](?!b?{_NUMBER}))(?P<reached>{_RESTATED})", "to")
level = _form(_RESTATED, "level")
shape = (from_to | base | change | share | change_after | to | level).set_name("shape")
# The first shape that fits; whatever begins none is passed over.
_SHAPE = re.compile(
    rf"(?P<from_to>{from_to.pattern})|(?P<base>{base.pattern})|(?P<change>{change.pattern})|(?P<share>{share.pattern})"
    rf"|(?P<change_after>{change_after.pattern})|(?P<to>{to.pattern})|(?P<level>{level.pattern})"
)
_NUMBERS = {"base": "based", "change": "changed", "change_after": "before", "to": "reached", "level": "level"}
_RISES_SO = re.compile(rf"[UD][^;{_NUMBER[1:-1]}]*;$")  # "expenses grew more slowly than revenue: 7% to $209 million"
_MOVED_BY = re.compile(r"[UD][^;,()a$%psnx]*b$")  # "we increased cash flow in the first half of the year by 65%"
_COMPARABLE = re.compile(r"[$%psnxUD+=vM-]")
_SO_MUCH_HIGHER = re.compile(r"\$,r[$%](?!,)")  # "sales were $5 million, or 4% higher"
_HAS_ITS_LEVEL = re.compile(
    r"Mi?w?T?o\$(?:i?T)?v$"
)  # "cash used in the quarter of $9 million was $4 million, or 28% lower"
_TIME_BEHIND, _COMPARED_BEHIND = re.compile(r"i?T"), re.compile(r"[fc]")
_TO_LEVEL = re.compile(r"i?Tt[$n]")
_BASE_BETWEEN = re.compile(r"[fc]?[io]?T,?r")
_OF_MEASURE = re.compile(r"w?oT?w?M")


@lru_cache(maxsize=4096)
def parts_of(tags: str) -> tuple[Part, ...]:
    """The part of each number of a sentence, in the order of the tags."""
    out: list[Part] = []
    for found in _SHAPE.finditer(tags):
        start, end = found.span()
        name = found.lastgroup or ""
        if name == "share":
            out.append(Part(start, "share", head=start))
        elif name == "from_to":
            out += [Part(start + 1, "from", head=start + 1), Part(end - 1, "to", head=end - 1)]
        elif name == "level" and (
            _ends_a_move(tags, start, out) or _exceeded_by(tags, start, out) or _so_much(tags, start)
        ):
            out.append(Part(start, "change", max(tags.rfind("U", 0, start), tags.rfind("D", 0, start)), start))
        elif name == "level" and (_and_in(tags, start, out) or _or_so_much(tags, start, out)):
            out.append(Part(start, "change", out[-1].turn, start))
        elif name == "level" and (again := _moved_again(tags, start, out)) is not None:
            out.append(Part(start, "change", again.turn, start))
        else:
            turn = {"change": start, "change_after": end - 1}.get(name, -1)
            if name == "level" and (moved := _MOVED_BY.search(tags, 0, start)):
                turn = moved.start()
            numbers = [at for at in range(*found.span(_NUMBERS[name])) if tags[at] in "$%psnx"]
            if (
                name == "change_after"
                and _SO_MUCH_HIGHER.match(tags, start)
                and not _HAS_ITS_LEVEL.search(tags, 0, start)
            ):
                out.append(Part(numbers[0], "level", head=numbers[0]))
                numbers = numbers[1:]
            role: Role = "change" if turn >= 0 else "base" if name == "base" else "to" if name == "to" else "level"
            if role == "base" and tags[start] == "f" and not _COMPARABLE.search(tags, 0, start):
                role = "level"  # "operated from 142 clubs"
            out += [Part(at, _restated_role(tags, at, role, numbers[0]), turn, numbers[0]) for at in numbers]
    return tuple(out)


def _ends_a_move(tags: str, at: int, before: list[Part]) -> bool:
    """Whether a percentage sums up a move from one figure to another: "from $111.0 million to $122.3 million, or 10.2%"."""
    if tags[at] != "%" or not before or before[-1].role != "to" or _OF_MEASURE.match(tags, at + 1):
        return False
    joined = tags[before[-1].at + 1 : at] in ("r", ",r")
    return joined and "f" in tags[:at] and re.search("[UD]", tags[:at]) is not None


def _and_in(tags: str, at: int, before: list[Part]) -> bool:
    """Whether a number tells the same change again, for another time or in another unit: "by $59 million and $50 million
    year to date", "up 210 basis points and almost 30% from"."""
    if not before or before[-1].role != "change" or before[-1].at != at - 2 or tags[at - 1] != "a":
        return False
    behind = _TIME_BEHIND if tags[at - 2] == tags[at] else _COMPARED_BEHIND
    return behind.match(tags, at + 1) is not None


def _moved_again(tags: str, at: int, before: list[Part]) -> Part | None:
    """The change that a percentage tells again for another time: "rose 10% to $410 million in the quarter and 13% for the year
    to $1.7 billion"."""
    if len(before) < 2 or before[-1].role != "to" or before[-2].role != "change" or tags[before[-2].at] != tags[at]:
        return None
    joined = tags.rfind("a", before[-1].at, at) == at - 1
    return before[-2] if joined and _TO_LEVEL.match(tags, at + 1) else None


def _or_so_much(tags: str, at: int, before: list[Part]) -> bool:
    """Whether a percentage tells the same change again behind its base or its time: "rose $66 million from June 30, 2025, or
    6.1%", "rose $6 million sequentially, or 16%"."""
    if tags[at] != "%" or not before or before[-1].role != "change" or _OF_MEASURE.match(tags, at + 1):
        return False
    return tags[before[-1].at] in "$n" and _BASE_BETWEEN.fullmatch(tags, before[-1].at + 1, at) is not None


def _so_much(tags: str, at: int) -> bool:
    """Whether a percentage behind a colon tells by how much what moved before it did: "expenses grew again: 7% to $209"."""
    return tags.startswith("%t$", at) and _RISES_SO.search(tags, 0, at) is not None


def _exceeded_by(tags: str, at: int, before: list[Part]) -> bool:
    """Whether a number tells by how much another one was exceeded: "topped the $111.0 million of last year by 10%"."""
    if not before or before[-1].role != "base":
        return False
    return re.fullmatch(r"[io]?T?b", tags[before[-1].at + 1 : at]) is not None


def _restated_role(tags: str, at: int, role: Role, head: int) -> Role:
    """A restatement may change its role: "$2.3 million, or 79% of revenue" is a share; a share that another is compared
    with stays what it is compared with."""
    if tags[at] == "%" and _OF_MEASURE.match(tags, at + 1):
        return "share" if role not in ("change", "base") or at != head else role
    return role


_SO_MUCH = (
    r"\s+(?:(?:to|by|nearly|almost|about|over|more\s+than|another|some|a\s+record)\s+)*[$\d]"  # "sales climb 11%"
)
_THAN_THEN = (
    r"(?:the|our|last|prior|its|a\s+year|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d"
    r"|(?:19|20)\d\d|[1-4]Q\d*|[QH][1-4])"
)  # what something stands above or below

# The cue words by tag. Phrases are matched without case, white space of any kind between their words.
CUES: tuple[tuple[str, str, str], ...] = (
    # tag, direction, alternatives
    ("c", "",
        r"(?:exceed(?:s|ed|ing)|surpass(?:es|ed|ing)|topp?(?:s|ed|ing))(?=\s+(?:the|last|our|its)\s)|"
        r"compared\s+(?:to|with|against)|as\s+(?:against|opposed\s+to)|set\s+against|as\s+compared\s+"
        r"(?:to|with)|in\s+(?:comparison|relation)\s+(?:to|with)|versus|vs\.?|against|relative\s+to|"
        r"compares?\s+(?:to|with|favorably\s+(?:to|with))|comparing\s+(?:to|with)|than|(?<=\s)over"
        r"(?=\s+(?:the|a|last|prior|(?:first|second|third|fourth)[\s-]+quarter|(?:19|20)\d\d\b(?!,\d)|YTD|"
        r"H[12]|[1-4]Q|\$|\d[\d.]*\s?(?:%|percent)|fiscal|Q|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|"
        r"dec)[a-z]*\.?\s+\d|(?:\w+\s+){1,4}(?:of|in)\b))|when\s+compared\s+(?:to|with)|on\s+top\s+of|on"
        r"(?=\s+(?:last\s+year|(?:the\s+)?(?:prior|previous|same|corresponding|comparable)\s+"
        r"(?:year|quarter|period)|a\s+year\s+(?:ago|earlier)))|up\s+from(?=\s+[$\d(])|down\s+from(?=\s+[$\d(])|"
        r"compared"),
    ("z", "",
        r"(?:primarily\s+|mainly\s+|largely\s+|partially\s+|principally\s+)?"
        r"(?:due\s+(?:primarily\s+|mainly\s+|largely\s+)?to|attributable\s+to|driven\s+"
        r"(?:primarily\s+|mainly\s+|largely\s+)?(?:by|from)|offset\s+by|caused\s+"
        r"(?:primarily\s+|mainly\s+|largely\s+)?by|result(?:ing|ed|s)\s+from|as\s+a\s+result\s+of|because\s+of|"
        r"related\s+to|relating\s+to|attributed\s+to|impacted\s+by|benefit(?:t)?ed\s+from|reflect(?:s|ed|ing)?|"
        r"defined\s+as|calculated\s+as|computed\s+as|includ(?:es?|ed|ing)|exclud(?:es?|ed|ing)|ex(?=\.\s)|excl|net\s+of|consist"
        r"(?:s|ed|ing)\s+of|associated\s+with|in\s+connection\s+with|owing\s+to|led\s+by|supported\s+by|"
        r"aided\s+by|stemming\s+from|inclusive\s+of|exclusive\s+of|before|after|plus|less"
        r"(?!\s+(?:than|\w+ly)\b)|other\s+than|except(?:\s+for)?|despite|without)"),
    ("g", "",
        r"expects?|(?<!as\s)(?<!than\s)(?<!reflecting\san\s)(?<!reflects\san\s)(?<!reflected\san\s)(?<!due\sto\san\s)expected(?!\s+(?:annual\s+)?(?:effective\s+)?(?:income\s+)?(?:tax\s+rate|refunds?\b|recover(?:y|ies)\b|receipt\b|closing\b|timing\b))|anticipat(?:es|e|ing)|(?<!as\s)(?<!than\s)anticipated|"
        r"(?<!as\s)forecast(?:s|ed)?|(?<!accounting\s)(?:(?<!and\s)guidance|guidance(?!\s*:))|(?<!and\s)outlook|"
        r"outlook(?!\s*:)|(?<!capital\s)(?<!construction\s)(?<!expansion\s)(?<!development\s)(?<!growth\s)(?<!investment\s)"
        r"(?<!of\s)(?<!our\s)(?<!its\s)(?<!new\s)(?<!the\s)(?<!these\s)(?<!such\s)(?<!other\s)(?<!major\s)projects|projected|"
        r"estimates?\s+that|targets?|targeted(?=\s+(?:at|to|for)\b)|targeting|plans?\s+to|budget(?:s|ed|ing)|"
        r"assum(?:es?|ing|ptions?)(?!\s+(?:(?:the|full|no)\s+)*(?:conversion|exercise|dilution|vesting|issuance)\b)|"
        r"calls?\s+for|consensus|analysts?|(?:will(?:\s+not)?|(?:we|it|they)['’]ll)\s+"
        r"(?:be|have|recognize|incur|record|approach|reach|total|grow|rise|increase|improve|expand|decline|"
        r"decrease|fall|drop|exceed|range|come|amount|average|remain|generate|deliver|report|post|earn|need|"
        r"require|spend|invest|bring|add|contribute|produce|provide|save|cost)|should"
        r"(?!\s+be\s+(?:read|considered|noted|viewed))|(?:is|are)\s+likely\s+to|(?:is|are)\s+to"
        r"(?=\s+(?:be|grow|rise|increase|improve|expand|decline|decrease|fall|drop|reach|total|exceed|remain|"
        r"come|amount|average|stay)\b)|(?:could|might|may)\s+(?:be|reach|rise|fall|grow|drop|decline|increase|"
        r"decrease|exceed|approach|range|total)|(?:is|are)\s+(?:seen|slated|pegged|set)\s+(?:at|to)|"
        r"on\s+track\s+(?:for|to)|well[\s-]positioned\s+to|poised\s+to|aims?\s+(?:for|to)|goal\s+of|objectives?"
        r"(?=\s*(?:of\b|:|for\b))|intends?|believes?\s+that|to\s+be\s+in\s+the\s+range|"
        r"(?:we|company|management)\s+(?:(?:now|currently)\s+)?sees?|look(?:s|ed|ing)?\s+for(?=\s)"),
    ("+", "up", r"(?:(?<=%\s)|(?<=percent\s))(?:rise|climb|jump|surge|advance)"),
    ("-", "down", r"(?:(?<=%\s)|(?<=percent\s))(?:fall|drop|slide|dip|slump)"),
    ("U", "up",
        rf"(?:climb|jump|surge|soar|advance|leap|swell|spike|rebound|rocket|skyrocket)(?={_SO_MUCH})|soars|leaps|leap(?:ed|t)|swells|spikes|"
        r"increas(?:ed|es|ing)|rose|rises?|rising|grew|grows?|growing|climb(?:ed|s|ing)|gained|advanc(?:ed|ing)|jump"
        r"(?:ed|s|ing)|surg(?:ed|es|ing)|soar(?:ed|ing)|expand(?:ed|s|ing)|(?<=\bto\s)(?:expand|boost)|accelerated|strengthened|widen"
        r"(?:ed|s|ing)|rebounded|swelled|spiked|ris(?:en|ing)|grown|up|doubled|tripled|quadrupled"),
    ("D", "down",
        rf"(?:slide|tumble|slip|sink|plunge|dip|slump|shrink|drop|plummet|ease)(?={_SO_MUCH})|off(?=\s+\d[\d.]*\s?(?:%|percent\b))|"
        r"slides|tumbles|slips|sinks|plunges|dips|slumps|shrinks|drops|plummets|"
        r"decreas(?:ed|es|ing)|declin(?:ed|es|ing)|fell|falls?|falling|fallen|dropp(?:ed|ing)|down|reduc"
        r"(?:ed|es|ing)|contracted|slipped|shr(?:ank|unk|inking)|narrow(?:ed|ing)|lowered|softened|dipped|slid|"
        r"slipping|dipping|easing|sliding|cut(?!\s*[,.;-])|cutting|trimmed|pared|"
        r"weakened|tumbled|plunged|plummeted|sank|slumped|eased|compressed"),
    ("U", "better", r"improv(?:ed|es|ing)"),
    ("D", "worse", r"worsen(?:ed|s|ing)|deteriorat(?:ed|es|ing)"),
    ("+", "up",
        r"increases?|growth|gains?(?!\s+(?:on|from|of\s+\$|total|amount|were))|rise|expansion|higher|greater|larger(?=\s+than\b)|"
        rf"above(?=\s+{_THAN_THEN}\b)|ahead\s+of|jump|"
        r"appreciation|more(?!\s+than\s+(?:doubl|tripl|quadrupl|offset|half|twice))"),
    ("+", "better", r"improvements?|better"),
    ("-", "down",
        r"decreases?|declines?|reductions?|drop|lower|smaller(?=\s+than\b)|less|"
        rf"below(?=\s+{_THAN_THEN}\b)|fewer|contraction|fall|compression|"
        r"decelerat(?:ion|ed)"),
    ("-", "worse", r"deterioration|worse"),
    ("=", "flat",
        r"flat|unchanged|essentially\s+even|remained\s+(?:stable|steady|level|constant)|comparable\s+to|"
        r"consistent\s+with|in\s+line\s+with|similar\s+to|equal\s+to(?!\s+(?:(?:about|approximately)\s+)?[$\d])"),
    ("R", "", r"respectively"),
    ("l", "", r"(?:a\s+)?(?:net\s+)?(?:(?:loss|losses|income|profits?)(?=\s+of\b)|gain(?=\s+of\b(?!\s+(?:about\s+|nearly\s+|over\s+)?\d[\d.]*\s?(?:%|per\s?cent|basis|points))))"),
    ("v", "",
        r"ma(?:de|kes?|king)\s+up|saw|sees|experienced|enjoyed|witnessed|suffered|show(?:s|ed)|was|were|is|are|"
        r"totall?ed|totall?ing|tallied|reach(?:ed|es|ing)|amount(?:s|ed|ing)\s+to|c(?:ame|omes|oming)\s+"
        r"(?:in\s+)?(?:at|to)|st(?:oo|an)ds?\s+at|registered(?:\s+at)?|work(?:s|ed)\s+out\s+(?:at|to)|recorded|"
        r"reported|posted|generated|generating|achieved|earned|earns|lost|loses|delivered|equal(?:s|ed|ing)|"
        r"represent(?:s|ed|ing)?|had|has|have|been|finished|ended\s+(?:the\s+\w+\s+)?with|approximated|averaged|"
        r"compris(?:ed|ing)|account(?:s|ed|ing)?\s+for|produced|yielded|incurred|recognized|became|exceed"
        r"(?:s|ed|ing)|surpass(?:ed|ing)|bec(?:a|o)me"),
    ("b", "", r"by"),
    ("o", "", r"of"),
    ("t", "", r"to"),
    ("f", "", r"from|since"),
    ("i", "", r"in|for|at|during|on|within|as\s+of|through|over(?=\s+the\s+(?:last|past|course))"),
    ("r", "", r"or|i\.e\.|that\s+is|(?:which\s+(?:is|was)\s+)?equ(?:al|ivalent)\s+to|or\s+the\s+equivalent\s+of"),
    ("a", "", r"and|plus|as\s+well\s+as|&"),
    (",", "", r","),
    ("(", "", r"\(|\["),
    (")", "", r"\)|\]"),
    (";", "", r";|--|—|–|:|~(?=\s|$)|(?:(?<=[\d%)]\s)|(?<=share\s)|(?<=llion\s))[|¦]|\bwhile\b|\bwhereas\b|\bbut\b"),
)  # fmt: skip

# Words that say nothing about the part a number plays.
DROPPED = frozenset(
    "the a an approximately about nearly over almost roughly around some only just more less than slightly "
    "significantly sharply substantially modestly strongly "
    "overall similar corresponding modest slight significant continued sharp steady solid healthy robust "
    "double-digit single-digit substantial material marked aggregate combined average although though yet "
    "however its our their his this that these also further again overall up-to additional another net total "
    "record strong further very quite well still already now "
    "unaudited audited preliminary approximate estimated same which who both each such any".split()
)
HEDGES: tuple[tuple[str, str], ...] = (
    ("over",
        r"(?:more\s+than|over|above|in\s+excess\s+of|greater\s+than|exceed(?:s|ed|ing)?|upwards?\s+of|surpass"
        r"(?:es|ed|ing)|topp?(?:s|ed|ing)|pass(?:ed|es|ing)|cross(?:ed|es|ing)|well\s+over|better\s+than|north\s+of|exceeded)"),
    ("at-least", r"(?:at\s+least|no\s+less\s+than|not\s+less\s+than|a\s+minimum\s+of)"),
    ("nearly", r"(?:nearly|almost|just\s+under|close\s+to|approaching)"),
    ("under", r"(?:less\s+than|(?<!just )under|below|fewer\s+than)"),
    ("at-most",
        r"(?:at\s+most|up\s+to|no\s+more\s+than|not\s+more\s+than|as\s+much\s+as|a\s+maximum\s+of|"
        r"not\s+to\s+exceed)"),
    ("about", r"(?:approximately|about|roughly|around|some|approx\.|circa|an\s+estimated|approximate|~|essentially)"),
)  # fmt: skip
_SIGNS = frozenset(",();")  # tags of signs, which need no word boundary


_PARTS = tuple(
    (k, part) for k, (_, _, pattern) in enumerate(CUES) for part in alternatives(for_folded(pattern))
)  # each with the number of its cue
_BEGUN = by_beginning(part for _, part in _PARTS)
_PLACES = places(_BEGUN)


@lru_cache(maxsize=4096)
def _beginning(letters: str) -> re.Pattern[str] | None:
    """The cues that begin with the letters of a word, or with a sign, each a group that bears its number: to try all at each
    word would take many times as long."""
    return _any_of(tuple(fitting(_BEGUN, letters)))


@lru_cache(maxsize=1024)
def _any_of(chosen: tuple[int, ...]) -> re.Pattern[str] | None:
    words: list[str] = []
    signs: list[str] = []
    for k, parts in groupby((_PARTS[number] for number in chosen), key=itemgetter(0)):
        (signs if CUES[k][0] in _SIGNS else words).append(f"(?P<c{k}>{'|'.join(part for _, part in parts)})")
    bounded = [rf"(?<![\w-])(?:{'|'.join(words)})(?![\w-])"] if words else []
    return re.compile("|".join(bounded + signs)) if bounded or signs else None


_HEDGE = re.compile(
    for_folded("|".join(rf"(?P<h{k}>(?<![\w-]){p})\s*(?:the\s+|an?\s+)?$" for k, (_, p) in enumerate(HEDGES)))
)
_LOOK_BACK = 24


@dataclass(frozen=True, slots=True)
class Cue:
    start: int
    end: int
    tag: str
    direction: str


def cues_in(text: str) -> list[Cue]:
    """The cue words of a text from left to right; at one place the first of `CUES` that fits."""
    out: list[Cue] = []
    at, low = 0, folded(text)
    for place in _PLACES.finditer(low):
        start = place.start()
        cues = _beginning(low[start : start + SIZE]) if start >= at else None
        m = cues.match(low, start) if cues is not None else None
        if m is not None and m.lastgroup is not None:
            at = m.end()
            tag, direction, _ = CUES[int(m.lastgroup[1:])]
            out.append(Cue(start, at, tag, direction))
    return out


def hedge_before(text: str, at: int) -> tuple[int, str] | None:
    """(start, hedge) of the hedge that ends directly before `at`."""
    first = max(0, at - _LOOK_BACK - 1)  # one more, for the boundary in front of the first word
    found = _hedge(text[first:at], int(at > _LOOK_BACK))
    return (first + found[0], found[1]) if found else None


@lru_cache(maxsize=4096)
def _hedge(text: str, start: int) -> tuple[int, str] | None:
    m = _HEDGE.search(folded(text), start)
    if m is None or m.lastgroup is None:
        return None
    return m.start(), HEDGES[int(m.lastgroup[1:])][0]
