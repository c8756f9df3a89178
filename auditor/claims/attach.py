"""Who is "it", which period, compared with what: the numbers of one tagged sentence get their subject and their periods."""

from __future__ import annotations

import re

from auditor.claims.dating import periods_of
from auditor.claims.draft import Draft
from auditor.claims.lengths import Pair, answered, shared_out
from auditor.claims.mention import Mention
from auditor.claims.parsed import NUMBER_TAGS, Sentence
from auditor.claims.respectively import of_each_part, respectively
from auditor.claims.results import LOOK, words_before
from auditor.claims.roles import beside_a_year_ago, direction, noun_change, settle
from auditor.claims.sharing import (
    by_the_share,
    counted,
    of_margins,
    of_named_growth,
    of_pairs,
    on_two_bases,
    ranges,
    same_measures,
    shared_bases,
    turned_into,
)
from auditor.claims.subjects import of_another, of_its_basis, of_its_own, subject_of, within
from auditor.claims.tokens import Tagged
from auditor.claims.wholes import ratios_of, share_points, wholes_of
from auditor.grammar.numbers import Number
from auditor.grammar.shapes import parts_of

_PASSED = re.compile(
    r"\b(?:above|below|exceed\w*|beat|met|better\s+than|ahead\s+of|short\s+of|within|in\s+line\s+with|consistent\s+with|(?:mid-?point|end|top)\s+of)"
    r"\s+(?:the\s+(?:[\w-]+\s+){1,3}of\s+)?(?:(?:our|its|the)\s+(?:(?!of\b)[\w-]+\s+){0,4}|(?:[A-Z][\w-]*\s+){0,2})$",
    re.I,
)
_GOES_ON = re.compile(
    rf"[wT]?(?:(?:\(?[of]?|,v)[{NUMBER_TAGS}](?:[ta]+[{NUMBER_TAGS}])?\)?)?[wiT]{{0,4}}(?P<on>[,a]{{1,2}})(?:v|w?[zUD]|(?P<did>w)).*"
)
_WITH_THAT = re.compile(
    r"\s*(?:range)?,?\s+with\s+(?:(?!or\b|and\b)[\w-]+\s+){1,4}(?:of|increasing|decreasing|rising|growing|improving)\s+"
)  # "our guidance with revenues of"
_AND_DID = re.compile(r"[^;g]*,a?(?P<did>v)")  # "…, and generated $33 million"
_DID = re.compile(
    r"(?!expected\b|anticipated\b|projected\b|estimated\b|increased\s+guidance)[a-z]{3,}ed\s|(?:grew|rose|won|led|sold|paid|built|held)\s"
)
_INTERRUPTING = re.compile(
    rf"(?<=M),r[^,;vUD{NUMBER_TAGS}]*,(?=[vUD])|(?<=[MT]),[zw](?:[^;vU-])*?,(?=[vUD]|i?T|o[$s])|(?<=[MTw])\([^()]*\)|(?<=%)\(o[^()]*M\)|"
    rf"(?<=[{NUMBER_TAGS}]),z[^,;vUD{NUMBER_TAGS}]*,(?=c)|(?<=o[$%n]),z[^;vUD{NUMBER_TAGS}]*?,(?=[UD])"
    rf"|(?<=[{NUMBER_TAGS}][+-]),i[+-]M,(?=[fc])|(?<=[%s])zw?M(?=c[%s])"
)
_DEFINED = re.compile(r"(?<=M),?w?(z)M(?:[za+-]M)+,?(?=(?:i?T,?)?v)")
_DEFINED_AS = re.compile(r"(?:defined|calculated|computed)\s+as\b", re.I)
_PARTICIPLE = re.compile(rf"(?<=[{NUMBER_TAGS}T]),w(?=,[v,zUD+-])")
_RELATIVE = re.compile(rf"(?<=M),v[^;{NUMBER_TAGS}]*?,(?=[UD])")
_NETTED = re.compile(r"M([wo]M,)(?=[vUD])")
_LEFT_OUT = re.compile(
    r"(?:^[\s\"•*-]*|[(;]\s*)(?P<it>(?:excluding|ex\.|excl\.|exclusive\s+of|without|before)\s+[^()$%\d;]{2,60}?,)\s+"
    r"(?=(?:up|down|an?\s+(?:increase|decrease)|grew|rose|fell|increased|decreased|declined)\b)",
    re.I,
)  # "revenue rose 9% (excluding fuel surcharges, up 6%)": the revenue is up
_NET_OF = re.compile(r"\bnet\s+of\s+(?:(?:an?|the|our|its)\s+)?$", re.I)  # "Loans, net of the allowance, grew"
_WHICH = re.compile(
    r",\s+(?:which|that)\s", re.I
)  # "Casino revenues, which account for the bulk of revenues, dropped 9%"
_WHICH_WAS = re.compile(r",\s+which\s+(?:was|were|totaled)\s+(?:\w+\s+)?$", re.I)
_SAID_BESIDE = re.compile(
    r",\s+(?:(?:substantially\s+)?(?:all|most|some|part|much|the\s+(?:majority|balance))\s+of\s+)?"
    r"(?:which|representing|reflecting|comprising|consisting\s+of)\s[^,;$%]*,\s+(?P<did>was|were|totall?ed|amounted|stood|"
    r"increased|decreased|grew|rose|fell|declined|climbed|improved|reached)\b",
    re.I,
)  # "Current RPO, which we expect to recognize over the next 12 months, was"
_RECORD = re.compile(
    r",\s+(?:an?|the)\s+(?:[a-z][\w-]*\s+){0,5}(?:record|high|low|best)(?:\s+(?:for|in|of)\s+(?:[a-z]+\s?){1,4})?,",
    re.I,
)  # "Operating ratio of 74.6%, an all-time first quarter record, improved 1.0 points"
_DOING = re.compile(r"(?:setting|marking|making|hitting|beating|topping|constituting|establishing)\s", re.I)
_SAID_OF_IT = re.compile(r"[TMwi]*vw?g")  # "$25 million is anticipated", "$480 million is our target"


def attach(tagged: Tagged, carried: Mention | None, spoken: Pair | None = None) -> list[Draft]:
    """The drafts of a sentence's numbers, in order. `carried` is the subject of the sentence before, `spoken` the two lengths
    of time that were named together last."""
    parts = {p.at: p for p in parts_of(tagged.tags)}
    if not parts:
        return []
    s = Sentence(tagged, beside_a_year_ago(tagged, parts), _asides(tagged))
    settle(s)
    wholes = wholes_of(s)
    ratios_of(s, wholes)
    share_points(s, wholes)
    drafts: list[Draft] = []
    for group, head in enumerate(s.heads, 1):
        mention, also, from_before = subject_of(s, head, wholes, carried)
        period, base, year = periods_of(s, head)
        for k in s.chain(head):
            part, token = noun_change(s, s.parts[k]), s.tokens[k]
            assert isinstance(token.value, Number)
            own = of_its_basis(within(s, k), mention) if k != head else None
            drafts.append(Draft(
                k, token.value, part.role, head, s.parts[head].role, own or mention, wholes.get(k), also, period, year, base, direction(s, part),
                token.hedge, token.noun, _future(s, k), from_before, group, _kind_of(s, head) if k != head else "",
                own is None and mention is None and (of_another(s, head) or of_its_own(s, head)),
            ))  # fmt: skip
    drafts.sort(key=lambda d: d.token)
    drafts = of_margins(s, of_named_growth(of_pairs(s, counted(s, on_two_bases(s, drafts)))))
    drafts = answered(s, shared_out(s, of_each_part(s, respectively(s, drafts)), spoken))
    return ranges(s, shared_bases(s, by_the_share(same_measures(turned_into(s, drafts)))))


def _future(s: Sentence, k: int) -> bool:
    """Whether a number is expected: not where what was expected is only what the figure before it is held against: "above the
    midpoint of our guidance and up 8%", nor where the sentence says what it was: "…, which was $0.44 in the quarter"."""
    if _SAID_OF_IT.match(s.tags, k + 1):
        return True
    j = s.tags.rfind("g", 0, k)
    if j < 0 or "M" in s.between(j, k) and words_before(s, k, _WHICH_WAS) is not None:
        return False
    start = s.tokens[j].start
    beside = next((m for m in _SAID_BESIDE.finditer(s.tagged.text, 0, s.tokens[k].start) if m.end() > start), None)
    if beside is not None and beside.start() < start < beside.start("did"):
        return False
    passed = _PASSED.search(s.tagged.text, max(0, start - LOOK), start) is not None
    return not (passed and _on_from(s, j, k)) or s.tags.find("g", 0, j) >= 0


def _on_from(s: Sentence, j: int, k: int) -> bool:
    """Whether a sentence goes on behind the guidance named at token `j` with what happened: "above the midpoint of our
    guidance, driven by growth of 6%", but not "…, which was $5 million"."""
    told = _WITH_THAT.match(s.tagged.text, s.tokens[j].end, s.tokens[k].start)
    if told and ";" not in s.tagged.text[told.end() : s.tokens[k].start]:
        return True
    then = _AND_DID.fullmatch(s.tags, j + 1, k)
    if then is not None and _DID.match(s.tagged.text, s.tokens[then.start("did")].start):
        return True
    on = _GOES_ON.fullmatch(s.tags, j + 1, k)
    if on is None or _WHICH.match(s.tagged.text, s.tokens[on.start("on")].start):
        return False
    return on["did"] is None or _DID.match(s.tagged.text, s.tokens[on.start("did")].start) is not None


def _kind_of(s: Sentence, k: int) -> str:
    value = s.tokens[k].value
    return value.kind if isinstance(value, Number) else ""


def _asides(tagged: Tagged) -> frozenset[int]:
    """The tokens of asides that interrupt a subject and its verb, or a figure and its comparison: "Loans, excluding loans held
    for sale, were", "revenue (…) was", "$0.45 a share, which excludes charges, compared to", "$5 million, setting a record, up", "a 5% improvement, on lower sales, from",
    "working capital, defined as current assets less current liabilities, was"."""
    tags, out = tagged.tags, set[int]()
    for m in _PARTICIPLE.finditer(tags):
        if _DOING.match(tagged.text, tagged.tokens[m.start() + 1].start):
            out.update(range(*m.span()))
    for m in _RELATIVE.finditer(tags):
        if _WHICH.match(tagged.text, tagged.tokens[m.start()].start):
            out.update(range(*m.span()))
    for m in re.finditer(_INTERRUPTING, tags):
        told = _WHICH.match(tagged.text, tagged.tokens[m.end() - 1].start)  # "led by fees, which rose 9%": the fees did
        if not told and not re.search(rf"[{NUMBER_TAGS}]", m.group(0)):
            out.update(range(m.start(), m.end()))
    for m in _DEFINED.finditer(tags):
        if _DEFINED_AS.match(tagged.text, tagged.tokens[m.start(1)].start):
            out.update(range(*m.span()))
    for record in _RECORD.finditer(tagged.text):
        out.update(k for k, t in enumerate(tagged.tokens) if record.start() <= t.start < record.end())
    for m in _NETTED.finditer(tags):
        if _NET_OF.search(tagged.text, tagged.tokens[m.start()].start, tagged.tokens[m.start(1) + 1].start):
            out.update(range(*m.span(1)))
    for m in _LEFT_OUT.finditer(tagged.text) if "," in tags else ():
        first, last = m.span("it")
        out.update(k for k, token in enumerate(tagged.tokens) if first <= token.start < last)
    return frozenset(out)
