"""What the numbers of a sentence take from each other: the measure, the period, the base of a comparison."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from auditor.claims.dating import opens_range
from auditor.claims.draft import Draft
from auditor.claims.mention import Mention
from auditor.claims.parsed import Sentence
from auditor.vocabulary.words import content_words

_OF_MONEY = ("money", "per-share")
_RESULTS = frozenset(
    "operating-income pretax-income ebitda ebit gross-profit income-from-continuing-operations".split()
)
_BARE_RESULT = re.compile(r"(?:an?\s+)?(?:profit|loss|income|earnings)", re.I)  # "operating income, compared to a loss"
_AS_REPORTED = re.compile(
    r"(?:\s+(?:year[\s-]over[\s-]year|year[\s-]on[\s-]year))?\s+(?:as\s+reported|on\s+an?\s+(?:as[\s-]+)?reported\s+basis)\s*,?\s*(?:and|or|but)?\s+",
    re.I,
)
_ON_BASIS = re.compile(
    r"\s*,?\s*(?:(?:in|at|on\s+an?|using)\s+)?(?:currency|fx|constant|cer|local|organic|comparable|like|same)\w*\b",
    re.I,
)
_INTO = re.compile(r"[^$%\d;]{0,60}?\binto\s+(?:an?\s+)?(?:[a-z]+\s+){1,3}of\s+", re.I)
_TURNED = re.compile(r"\b(?:turn|convert|transform|revers)(?:s|ed|ing)?\s+[^$%\d;]{1,40}$", re.I)
_NAMED_GROWTH = re.compile(r"\borganic(?:\s+\w+){0,2}\s+growth$", re.I)
_OR, _PAIR = re.compile(r",?\s+or\s+"), 2
_IS_OF = re.compile(r"\s+(?:of|was)\s+(?:about\s+|approximately\s+|nearly\s+)?\(?")
_LARGE = 1000  # no amount by the share is as large without decimals
_WHOLE = re.compile(r"\b(?:total|consolidated|company|overall)\b", re.I)


def of_pairs(s: Sentence, drafts: list[Draft]) -> list[Draft]:
    """Both numbers of a pair in a list are of what is named behind the second: "$6 million and $15 million of amortization, $3
    million and $7 million of stock-based compensation"."""
    out = list(drafts)
    for i, (d, e) in enumerate(pairwise(drafts)):
        behind = e.mention is not None and e.mention.start >= s.tokens[e.token].end
        joined = (
            s.tags[d.token] == s.tags[e.token] and s.between(d.token, e.token) == "a" and d.role == e.role == "level"
        )
        listed = s.tags[d.token - 1 : d.token] in (",", "a", "z") and (
            d.mention is None or d.mention.end <= s.tokens[d.token].start
        )
        if behind and joined and listed:
            out[i] = replace(d, mention=e.mention, also=())
    return out


def on_two_bases(s: Sentence, drafts: list[Draft]) -> list[Draft]:
    """A change told as reported is told again on another basis: "growth of 8.1% as reported, 8.3% in constant currency"."""
    out = list(drafts)
    for i, (d, e) in enumerate(pairwise(drafts)):
        between = s.tagged.text[s.tokens[d.token].end : s.tokens[e.token].start]
        told = d.role == "change" and e.role == "level" and s.tags[d.token] == s.tags[e.token] == "%"
        if told and _AS_REPORTED.fullmatch(between) and _ON_BASIS.match(s.tagged.text, s.tokens[e.token].end):
            out[i + 1] = replace(
                d, token=e.token, number=e.number, head=e.head, group=e.group, hedge=e.hedge, noun=e.noun
            )
    return out


def counted(s: Sentence, drafts: list[Draft]) -> list[Draft]:
    """What is counted is none of the measures of money named before it, nor is what it rose by or is compared with:
    "customers with revenue above $1 million numbered 210, an increase of 9% from 193"."""
    out: list[Draft] = []
    counted: Draft | None = None
    for d in drafts:
        if counted is not None and (d.mention is not counted.mention or ";" in s.between(counted.token, d.token)):
            counted = None
        d = replace(d, mention=None, also=()) if _of_another_noun(d, out) else d
        if d.number.kind == "count" and d.noun != "share" and d.mention is not None and d.mention.unit in _OF_MONEY:
            counted = counted or d
        # "inventory was $5 million, or 113 days, against $6 million"
        own = d.number.kind in _OF_MONEY and d.role in ("base", "from")
        out.append(replace(d, mention=None, also=()) if counted is not None and not own else d)
    return out


def _of_another_noun(d: Draft, before: list[Draft]) -> bool:
    """Whether a count bears a noun of its own behind one of the measure's: "345 restaurants in 31 states"."""
    if d.number.kind != "count" or not d.noun or d.mention is None or d.role not in ("level", "base"):
        return False
    named = content_words(d.mention.text)
    own = content_words(d.noun)
    counted = any(x.number.kind == "count" and x.mention is d.mention and content_words(x.noun) != own for x in before)
    return counted and not set(own) & set(named)


def same_measures(drafts: list[Draft]) -> list[Draft]:
    """A base that names the measure more shortly is of the figure before it: "online sales fell to $5 million, compared to net
    sales of $6 million"; not where the sentence has given a figure of that very measure."""
    out: list[Draft] = []
    fuller: dict[int, Mention] = {}  # what a shorter name stands for, for the changes that follow it as well
    for d in drafts:
        before = next((x for x in reversed(out) if x.role in ("level", "to") and x.mention is not None), None)
        if d.role == "change" and id(d.mention) in fuller:
            d = replace(d, mention=fuller[id(d.mention)])
        if d.role in ("base", "from") and d.mention is not None and before is not None and before.mention is not None:
            own = d.mention
            full, short = before.mention.measure, own.measure
            narrowed = (
                full.key == short.key
                and full.qualifiers > short.qualifiers
                and not (_WHOLE.search(own.text) or any(x.mention and x.mention.measure == short for x in out))
            )
            narrowed = narrowed or full.key in _RESULTS and _BARE_RESULT.fullmatch(own.text) is not None
            if narrowed or full.key != short.key and _fuller(before.mention, d.mention):
                d = replace(d, mention=replace(before.mention, negative=own.negative))
                fuller[id(own)] = before.mention
            elif full == short and "attributable" in before.mention.text:  # whose it is is said once
                d = replace(d, mention=replace(own, text=before.mention.text))
        out.append(d)
    return out


def by_the_share(drafts: list[Draft]) -> list[Draft]:
    """A change of an amount that is stated by the share alone, and what it is compared with, are by the share too: "FFO of $0.52
    per share, up 4% from $0.50"."""
    out: list[Draft] = []
    told: Draft | None = None  # the amount by the share that the further numbers speak of
    for d in drafts:
        alone = d.number.kind == "per-share" and all(x.number.kind == "per-share" for x in drafts if x.group == d.group)
        if alone and d.mention is not None and d.role in ("level", "to"):
            told = d
        elif told is None or d.mention is not told.mention or _in_all(d) or d.role not in ("change", "base", "from"):
            told = None
        elif d.number.kind in ("percent", "money"):
            d = replace(d, by_share=True)
        out.append(d)
    return out


def _in_all(d: Draft) -> bool:
    """Whether an amount is too large to be one by the share: "$0.46 per share, versus $2,530,000, or $0.49"."""
    return d.number.scaled or d.number.kind == "money" and d.number.value >= _LARGE


def turned_into(s: Sentence, drafts: list[Draft]) -> list[Draft]:
    """A figure that was turned into another is what that is compared with: "turned a loss of $3 million into a profit of $7
    million in the quarter"."""
    out = list(drafts)
    for i, (d, e) in enumerate(pairwise(drafts)):
        between = s.tagged.text[s.tokens[d.token].end : s.tokens[e.token].start]
        alike = d.role == e.role == "level" and s.tags[d.token] == s.tags[e.token] and d.head == d.token
        if alike and _INTO.fullmatch(between) and _TURNED.search(s.tagged.text, 0, s.tokens[d.token].start):
            out[i] = replace(d, role="base", mention=e.mention, period=None, year=None, base=None)
    return out


def _fuller(long: Mention, short: Mention) -> bool:
    """Whether a name is a shorter form of another: "net income" of "net income from continuing operations"."""
    return "adjusted" not in long.measure.qualifiers and frozenset(content_words(short.text)) < frozenset(
        content_words(long.text)
    )


def ranges(s: Sentence, drafts: list[Draft]) -> list[Draft]:
    """The low end of a range has the period that is named behind its high end: "$44 to $46 million in the fourth quarter".
    Both ends of a range of growth are changes, and a figure may lie between them: "sales grew 5% to 6%"."""
    out = list(drafts)
    for i, (d, high) in enumerate(pairwise(drafts)):
        if s.between(d.token, high.token) != "t" or s.tags[d.token] != s.tags[high.token]:
            continue
        if d.period is None and (d.role != "from" or opens_range(s, d.head)):
            out[i] = replace(d, period=high.period, year=high.year)  # not what something rose from
        if _of_growth(s, d, high):
            low = out[i]
            out[i] = replace(low, hedge=low.hedge or "at-least")
            out[i + 1] = replace(
                low, token=high.token, number=high.number, head=high.head, group=high.group, hedge="at-most"
            )
    return out


def of_named_growth(drafts: list[Draft]) -> list[Draft]:
    """A percentage that a measure's own name calls its growth is a change: "with organic growth of 4%"."""
    return [
        replace(d, role="change", direction=d.direction or ("down" if d.number.negative else "up"))
        if d.role == "level" and d.number.kind == "percent" and d.mention and _NAMED_GROWTH.search(d.mention.text)
        else d
        for d in drafts
    ]


def of_margins(s: Sentence, drafts: list[Draft]) -> list[Draft]:
    """A margin that is named right before its figure is told with it, whatever changed before: "earnings of $7 million, down
    3%, and a margin of 40%"."""
    out = list(drafts)
    for i, d in enumerate(drafts):
        if d.role == "change" and d.number.kind == "percent" and _restates_base(s, drafts[:i], d):
            now, then = drafts[i - 2 : i]
            d = replace(d, role="base", direction="", head_role="base", mention=now.mention, whole=now.whole)
            out[i] = replace(d, period=then.period, base=None)
            continue
        rate = d.mention is not None and d.mention.unit == "percent" and d.mention.measure.known
        if d.role != "change" or d.number.kind != "percent" or not rate or d.mention is None:
            continue
        between = s.tagged.text[d.mention.end : s.tokens[d.token].start]
        if d.mention.end <= s.tokens[d.token].start and _IS_OF.fullmatch(between):
            out[i] = replace(d, role="level", direction="", head_role="level")
    return out


def _restates_base(s: Sentence, before: list[Draft], d: Draft) -> bool:
    """Whether a percentage is the margin of the amount that is compared with, as the sentence told that of the amount it
    began with: "rose to $47 million, a margin of 18%, from $42 million, or 16%"."""
    if len(before) < _PAIR or before[-1].role not in ("from", "base") or before[-1].number.kind != "money":
        return False
    link = s.tagged.text[before[-1].number.end : d.number.start]
    now = before[-2]
    rate = now.role == "level" and now.mention is not None and now.mention.unit == "percent"
    told = now.number.kind == "percent" and (rate or now.whole is not None)
    return told and _OR.fullmatch(link) is not None


def _of_growth(s: Sentence, d: Draft, high: Draft) -> bool:
    """Whether two percentages are the ends of a range of growth: a margin rather rises by the first to the second."""
    rate = d.mention is None or d.mention.unit == "percent"
    return s.tags[d.token] == "%" and d.role == "change" and high.role == "to" and not rate


def _compared_before(s: Sentence, before: list[Draft], d: Draft) -> Draft | None:
    """The figure that its measure was compared with before; not across a semicolon, behind which it has a time of its own."""
    told = (x for x in reversed(before) if x.role in ("from", "base") and x.period and x.mention == d.mention)
    found = next(told, None)
    if found is not None and d.period is not None and ";" in s.between(found.token, d.token):
        return None
    return found


def shared_bases(s: Sentence, drafts: list[Draft]) -> list[Draft]:
    """A change without a base of its own takes the period of the figure it is compared with, in the same comparison."""
    out: list[Draft] = []
    for i, d in enumerate(drafts):
        if d.role in ("change", "to", "share") and d.direction and d.base is None:
            later = next(
                (
                    x
                    for x in drafts[i + 1 :]
                    if x.role in ("base", "from") and x.period and not re.search(r"[;]", s.between(d.token, x.token))
                ),
                None,
            )
            earlier = _compared_before(s, drafts[:i], d)
            same = next(
                (
                    x
                    for x in drafts[i + 1 :]
                    if x.role == "change"
                    and x.base
                    and x.group == d.group + 1
                    and re.fullmatch(r"[M]?,?[ra]?", s.between(d.token, x.token))
                ),
                None,
            )
            source = later or earlier
            if same is not None:
                d = replace(d, base=same.base)
            elif source is not None:
                d = replace(d, base=source.period)
        out.append(d)
    return out
