"""Who is "it", which period, compared with what: the numbers of one tagged sentence get their subject and their periods."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from auditor.claims.dating import periods_of
from auditor.claims.draft import Draft
from auditor.claims.lengths import answered, shared_out
from auditor.claims.mention import Mention
from auditor.claims.parsed import NUMBER_TAGS, Sentence
from auditor.claims.respectively import respectively
from auditor.claims.tokens import Tagged
from auditor.grammar.numbers import Number
from auditor.grammar.shapes import Cue, Part, parts_of
from auditor.model.fact import Measure
from auditor.vocabulary.words import content_words

_OF_MONEY = ("money", "per-share")
_WHOLE = re.compile(r"\b(?:total|consolidated|company|overall)\b", re.I)
_SUBJECT_CHANGED = re.compile(r"[,;a(]w[^M]{0,6}?[vUD]|[,;a][UDv]w[ofit]|[,;]a?w$")
_ASIDE = re.compile(r"z[^,;vM]*w[^,;vM]*$|z$")
_HAD = re.compile(
    r"\b(?:with|had|has|have|generated|invest(?:ed|s)|spent|spends|paid|pays|including|comprising)\s+(?:(?:over|approximately|about|nearly|more\s+than)\s+)?$",
    re.I,
)
_LOOK = 80  # characters before a number that the words directly before it take at most
_LOSS_MADE = re.compile(r",\s+(?:generating|resulting\s+in|producing|yielding)\s+an?\s+(?P<loss>loss)\s+of\s+$", re.I)
_UPON = re.compile(
    r"\bon\s+(?:an?\s+)?(?:(?:record|level|total|about|approximately|nearly|over|more\s+than)\s+){0,3}(?:of\s+)?$", re.I
)
_TURNS = re.compile(r"\s*(?:days?|turns?|times)\b", re.I)
# "net income of $5 million on revenue of $60 million, versus $4 million on revenue of $50 million"
_WITHOUT = re.compile(r"excluding|exclusive\s+of|without|other\s+than|net\s+of|less", re.I)
_LEFT_OUT = re.compile(
    r"z[^,;M]*"
)  # "Excluding charges of $11 million, the result was": the amount is that of the charges
_ON_AGAIN = re.compile(r"\)?,?iM(?=o\$)")
_RESTATED_BASE = re.compile(r"(?:i?T)?,?r[wl]?(?:Mo?)?")  # "compared to $10.9 million a year ago, or $0.54 a share"
_COMPARED_ITSELF = re.compile(r",?i?T,?c")  # "compared with 87.0%, and 90.0% year to date versus 87.8%"
_RISEN_FROM = re.compile(r"(?:up\s+|down\s+)?from\b", re.I)
_ITS_VERB = re.compile(r"z[wM]?[UDv]")  # "revenue excluding fuel increased": the measure's own verb ends the aside
_OWN_PERIOD = re.compile(r"\(T[;,]?[vo]?$")
_FIGURED_ASIDE = re.compile(rf"(?<=[MTw])(,z[^;vU]*?[{NUMBER_TAGS}](?:\(T;|[^;vU])*?,)[vUDc][a-zM]{{0,2}}$")
_AS_A_SHARE = re.compile(r"\s*,?\s*(?:expressed\s+)?as\s+an?\s+(?:percentage|percent|%)\s+of\s+(?:\w+\s+){0,2}", re.I)
_SHARE_FIRST = re.compile(r"\bas\s+an?\s+(?:percentage|percent|%)\s+of\s+(?:\w+\s+){0,2}$", re.I)
_RETURNED = re.compile(r"\breturn(?:ed|ing|s)?\b", re.I)
_SUMMED = re.compile(rf"[^M;,a{NUMBER_TAGS}]*(M)[oitw]?,?a[wi]?(M)")
_BUYS = re.compile(
    r"\b(?P<verb>(?:re)?purchased|bought\s+back)\s+(?:(?:approximately|about|an?\s+additional)\s+)*$", re.I
)
_OWN_STOCK = re.compile(
    r"\s*of\s+(?:its|our|the\s+company's|company)\s+(?:own\s+|outstanding\s+|common\s+|class\s+\w\s+)*(?:stock|shares)\b",
    re.I,
)
_PASSED = re.compile(
    r"\b(?:above|exceed\w*|beat|ahead\s+of|(?:mid-?point|end|top)\s+of)\s+(?:the\s+)?(?:our|its)\s+(?:\w+\s+)?$", re.I
)
_GOES_ON = re.compile(r"w?[,a]{1,2}[UD]b?")
_TAKEN_ON = re.compile(r"\s*(?:on|to|of)\s+", re.I)
_SECOND_VERB = re.compile(r",?a[vUD=]")
_FIRST_VERB = re.compile(rf"(?:^|[;,])(M)[^M;{NUMBER_TAGS}]*[vUD][^M;{NUMBER_TAGS}]*$")
_BY_POINTS = re.compile(r"p[^M;]?[^M;]?[fc]")  # "44.7% of revenue, an improvement of 90 basis points from 45.6%"
_SHARE_MOVED = re.compile(rf"(?:w?oT?w?M)?[^M;{NUMBER_TAGS}]*")
_MOVED_TO = re.compile(rf"(?:[^M;{NUMBER_TAGS}]*%)?[^M;{NUMBER_TAGS}]*")
_ANOTHER = re.compile(r"\s*,?\s*(?:with|while|and|as|when|where)\b", re.I)  # a clause of its own begins
_CARRIES = re.compile(
    r"(?:this|that|it|these|those|both|(?:the|an?)\s+(?:\w+\s+)?(?:increase|decrease|decline|improvement|growth|reduction|loss|result)|the\s+[$\d][\w.,]*%?\s+(?:(?:million|billion|thousand|percent|or\s+[\d.]+%)\s+)*(?:increase|decrease|decline|improvement|growth|reduction)|excluding|on\s+an?|compared|year|for|in|during|up|down|"
    r"(?:of\s+)?which|such|adjusting|as\s+a\s+percentage|as\s+a\s+percent|sequentially|growth)\b", re.I
)  # fmt: skip


_SAID_OF_IT = re.compile(r"[TMwi]*vw?g")  # "$25 million is anticipated", "$480 million is our target"


def attach(tagged: Tagged, carried: Mention | None) -> list[Draft]:
    """The drafts of a sentence's numbers, in order. `carried` is the subject of the sentence before."""
    parts = {p.at: p for p in parts_of(tagged.tags)}
    if not parts:
        return []
    s = Sentence(tagged, parts, _asides(tagged.tags))
    _bracketed(s)
    _inherit_roles(s)
    wholes = _wholes(s)
    _ratios(s, wholes)
    _points(s, wholes)
    drafts: list[Draft] = []
    for group, head in enumerate(s.heads, 1):
        mention, also, from_before = _subject(s, head, wholes, carried)
        period, base, year = periods_of(s, head)
        for k in s.chain(head):
            part, token = _noun_change(s, s.parts[k]), s.tokens[k]
            assert isinstance(token.value, Number)
            own = _within(s, k) if k != head else None
            drafts.append(Draft(
                k, token.value, part.role, head, s.parts[head].role, own or mention, wholes.get(k), also, period, year, base, _direction(s, part),
                token.hedge, token.noun, _future(s, k), from_before, group, _kind_of(s, head) if k != head else "",
            ))  # fmt: skip
    drafts.sort(key=lambda d: d.token)
    drafts = answered(s, shared_out(s, respectively(s, _counted(s, drafts))))
    return _ranges(s, _shared_bases(s, _same_measures(drafts)))


def _future(s: Sentence, k: int) -> bool:
    """Whether a number is expected: not where what was expected is only what the figure before it is held against: "above the
    midpoint of our guidance and up 8%"."""
    if _SAID_OF_IT.match(s.tags, k + 1):
        return True
    j = s.tags.rfind("g", 0, k)
    if j < 0:
        return False
    start = s.tokens[j].start
    passed = _PASSED.search(s.tagged.text, max(0, start - _LOOK), start) is not None
    return not (passed and _GOES_ON.fullmatch(s.tags, j + 1, k)) or s.tags.find("g", 0, j) >= 0


def _ranges(s: Sentence, drafts: list[Draft]) -> list[Draft]:
    """The low end of a range has the period that is named behind its high end: "$44 to $46 million in the fourth quarter"."""
    out: list[Draft] = []
    for d, high in zip(drafts, [*drafts[1:], None], strict=True):
        ends = high is not None and s.between(d.token, high.token) == "t" and s.tags[d.token] == s.tags[high.token]
        out.append(replace(d, period=high.period, year=high.year) if ends and high and d.period is None else d)
    return out


def _counted(s: Sentence, drafts: list[Draft]) -> list[Draft]:
    """What is counted is none of the measures of money named before it, nor is what it rose by or is compared with:
    "customers with revenue above $1 million numbered 210, an increase of 9% from 193"."""
    out: list[Draft] = []
    counted: Draft | None = None
    for d in drafts:
        if counted is not None and (d.mention is not counted.mention or ";" in s.between(counted.token, d.token)):
            counted = None
        if d.number.kind == "count" and d.noun != "share" and d.mention is not None and d.mention.unit in _OF_MONEY:
            counted = counted or d
        out.append(replace(d, mention=None, also=()) if counted is not None else d)
    return out


def _same_measures(drafts: list[Draft]) -> list[Draft]:
    """A base that names the measure more shortly is of the figure before it: "online sales fell to $5 million, compared to net
    sales of $6 million"."""
    out: list[Draft] = []
    for d in drafts:
        before = next((x for x in reversed(out) if x.role in ("level", "to") and x.mention is not None), None)
        if d.role in ("base", "from") and d.mention is not None and before is not None and before.mention is not None:
            full, short = before.mention.measure, d.mention.measure
            narrowed = (
                full.key == short.key and full.qualifiers > short.qualifiers and not _WHOLE.search(d.mention.text)
            )
            if narrowed or full.key != short.key and _fuller(before.mention, d.mention):
                d = replace(d, mention=replace(before.mention, negative=d.mention.negative))
        out.append(d)
    return out


def _fuller(long: Mention, short: Mention) -> bool:
    """Whether a name is a shorter form of another: "net income" of "net income from continuing operations"."""
    return "adjusted" not in long.measure.qualifiers and frozenset(content_words(short.text)) < frozenset(
        content_words(long.text)
    )


def _within(s: Sentence, k: int) -> Mention | None:
    """The measure that stands with a number in parentheses of its own: "(12.5 percent effective tax rate)"."""
    m = re.match(r"w?M\)", s.tags[k + 1 :]) if s.tagged.text[s.tokens[k].start] == "(" else None
    return s.mention(k + m.end() - 1) if m else None


def _kind_of(s: Sentence, k: int) -> str:
    value = s.tokens[k].value
    return value.kind if isinstance(value, Number) else ""


def _asides(tags: str) -> frozenset[int]:
    """The tokens of asides that interrupt a subject and its verb: "Loans, excluding loans held for sale, were", "revenue (…) was"."""
    out: set[int] = set()
    for m in re.finditer(r"(?<=[MT]),[zw](?:[^;vU-])*?,(?=[vUDT])|(?<=[MTw])\([^()]*\)", tags):
        if not re.search(rf"[{NUMBER_TAGS}]", m.group(0)):
            out.update(range(m.start(), m.end()))
    return frozenset(out)


def _bracketed(s: Sentence) -> None:
    """A number in brackets with a period of its own is what the one before them is compared with: "€871 million (H1 2012:
    €839 million)"."""
    for i, head in enumerate(s.heads[1:], 1):
        opened = _OWN_PERIOD.search(s.tags, 0, head)
        if opened is None:
            continue
        before = s.heads[i - 1]
        if s.parts[before].role == "change" and s.tags[before] != s.tags[head] and i > 1:
            told = s.between(s.heads[i - 2], before)  # "profit of £74.2m, up 11% (H1 2022: £66.8m)"
            before = before if "M" in told or ";" in told else s.heads[i - 2]
        chain = s.chain(before)
        behind = opened.start() >= max(chain) and _alike(s.tags[before], s.tags[head])
        if behind or len(chain) > 1 and _alike(s.tags[max(chain)], s.tags[head]):
            for k in s.chain(head):
                if s.parts[k].role == "level":
                    s.parts[k] = replace(s.parts[k], role="base")


def _alike(a: str, b: str) -> bool:
    """Whether two numbers are of one kind; "8.1p per share (2022: 7.4p)" are."""
    return a == b or {a, b} == {"$", "s"}


def _inherit_roles(s: Sentence) -> None:
    """A number joined by "and" to a change or a base, with a period of its own, plays the same part."""
    heads = s.heads
    for before, head in zip(heads, heads[1:], strict=False):
        first, this = s.parts[before], s.parts[head]
        end = max(s.chain(before))
        gap = s.between(end, head)
        if (
            "aM" in gap
            and first.role == "base"
            and _RISEN_FROM.match(s.tagged.text, s.tokens[max(0, before - 1)].start)
        ):
            continue  # "cash was $5 million, up from $4 million, and debt of $9 million"
        if this.role == "level" and "a" in gap and _COMPARED_ITSELF.match(s.tags, max(s.chain(head)) + 1):
            continue
        if this.role == "level" and first.role == "base" and (_RESTATED_BASE.fullmatch(gap) or _on(s, head)):
            for k in s.chain(head):
                s.parts[k] = replace(s.parts[k], role="base" if s.parts[k].role == "level" else s.parts[k].role)
            continue
        if this.role == "level" and first.role == "change" and _listed_changes(s, before, end, head):
            for k in s.chain(head):
                s.parts[k] = replace(s.parts[k], role="change", turn=first.turn)
            continue
        if (
            this.role != "level"
            or first.role not in ("change", "base")
            or not re.fullmatch(
                r"(?:iw?,?a)|\)?,?w?iMo|,?wi|(?:\(\w\))?,?(?:w?oT?w?)?M?[wl]?(?:,?[fcoi]?T)?(?:,?a,?[cf]?(?:Mo?)?|\((?:wi?)?)",
                gap,
            )
        ):
            continue
        after = s.tags[max(s.chain(head)) + 1 :]
        resolved = gap == "a" and s.tags[head] == s.tags[before] and "R" in after
        if resolved or s.tags[head] == s.tags[before] == "%" and first.role == "change":
            s.parts[head] = replace(this, role="base" if first.role == "base" else "change", turn=first.turn)
        elif "T" in gap and re.match(r"[\w,]{0,3}T", after) or first.role == "base" or gap[-1:] in ("c", "f"):
            for k in s.chain(head):
                part = s.parts[k]
                role = first.role if k == head or part.role == "level" else part.role
                s.parts[k] = replace(part, role=role, turn=first.turn)


def _listed_changes(s: Sentence, before: int, end: int, head: int) -> bool:
    """A further change of a list: "an increase of $3 million, or 2%, in loans, $2 million, or 1%, in deposits, and …"."""
    after = s.tags[max(s.chain(head)) + 1 :]
    return bool(
        re.fullmatch(r",?[io]w?(?:M|w)+,?a?", s.between(end, head))
        and re.match(r",?[io]w?[Mw]", after)
        and s.tags[head] in "$%n"
    )


def _wholes(s: Sentence) -> dict[int, Mention]:
    """The measure that each share is of: "79% of revenue", "as a percentage of sales was 12%"."""
    out: dict[int, Mention] = {}
    for k, part in s.parts.items():
        if part.role == "share" or part.role == "base" and s.tags[k] == "%":
            m = re.match(r"w?oT?w?M", s.tags[k + 1 :])
            if m and (whole := s.mention(k + m.end())):
                out[k] = whole
    percentages = [k for k in sorted(s.parts) if s.tags[k] == "%"]
    for before, k in pairwise(percentages):
        if k not in out and before in out and s.parts[k].role in ("level", "base") and ";" not in s.between(before, k):
            between = s.between(before, k)
            if re.search(r"[,acf]", between) and (not re.search(r"[UD+-]", between) or _BY_POINTS.search(between)):
                out[k] = out[before]
                s.parts[k] = replace(s.parts[k], role="share" if s.parts[k].role == "level" else "base")
    return out


def _points(s: Sentence, wholes: dict[int, Mention]) -> None:
    """The points by which a share changed are of that share: "costs fell 90 basis points to 44.7% of revenue"."""
    if "p" not in s.tags or not wholes:
        return
    for k in (k for k, part in s.parts.items() if s.tags[k] == "p" and part.role == "change"):
        before = max((j for j in wholes if j < k), default=None)
        after = min((j for j in wholes if j > k), default=None)
        if before is not None and _SHARE_MOVED.fullmatch(s.between(before, k)):
            wholes[k] = wholes[before]
        elif after is not None and _MOVED_TO.fullmatch(s.between(k, after)):
            wholes[k] = wholes[after]


def _ratios(s: Sentence, wholes: dict[int, Mention]) -> None:
    """ "The ratio of A to B was 0.8%": the percentages are shares of B."""
    named = [(k, mention) for k in range(len(s.tags)) if (mention := s.mention(k)) is not None]
    for (_, first), (j, second) in zip(named, named[1:], strict=False):
        if _AS_A_SHARE.fullmatch(s.tagged.text[first.end : second.start]):
            _make_shares(s, wholes, j, second)
            return
    if len(named) > 1 and _SHARE_FIRST.search(s.tagged.text[: named[0][1].start]):
        if named[0][1].measure != named[1][1].measure:
            _make_shares(s, wholes, named[1][0], named[0][1])
            return
    # "product costs as a percentage of revenue rose to 49%", where no table gives those costs
    for k, of in reversed(named):
        if _SHARE_FIRST.search(s.tagged.text[: of.start]):
            _make_shares(s, wholes, k, of)
    m = re.search(r"w?o(M)t(M)", s.tags)
    if (
        not m
        or "ratio" not in s.tagged.text[max(0, s.tokens[m.start()].start - 12) : s.tokens[m.start(1)].start].lower()
    ):
        return
    whole = s.mention(m.start(2))
    if whole is not None:
        _make_shares(s, wholes, m.end(), whole)


def _make_shares(s: Sentence, wholes: dict[int, Mention], after: int, whole: Mention) -> None:
    for k, part in list(s.parts.items()):
        if s.tags[k] == "%" and k > after and k not in wholes and part.role != "change":
            wholes[k] = whole
            s.parts[k] = replace(part, role="base" if part.role in ("base", "from") else "share")


def _subject(
    s: Sentence, head: int, wholes: dict[int, Mention], carried: Mention | None
) -> tuple[Mention | None, tuple[Mention, ...], bool]:
    """The measure that a number is about, further ones named beside it, and whether it comes from the sentence before."""
    chain = s.chain(head)
    if (told := _told(s, head, wholes)) is not None:
        return told[-1], told[:-1], False
    again = _ON_AGAIN.match(s.tags, chain[-1] + 1)
    behind = s.mention(again.end() - 1) if again else None
    if _of_no_measure(s, head):
        return None, (), False
    used = {id(w) for w in wholes.values()}
    interrupted = _interrupted(s, head)
    for k in range(head - 1, -1, -1):
        mention = s.mention(k)
        if (
            mention is None
            or id(mention) in used
            or k in s.aside
            or k in interrupted
            or not _can_be(mention, s.tags[head])
            or s.tags[head] == "$"
            and mention.unit == "percent"
            and s.tags[k - 2 : k] == "pi"  # "4.7 points on the ratio"
        ):
            continue
        if behind is not None and mention.measure == behind.measure or _divides(s, k):
            continue
        gap = "".join(s.tags[i] for i in range(k + 1, head) if i not in s.aside and i not in interrupted)
        if _leaves_out(s, k):
            return None, (), False
        if (
            _SUBJECT_CHANGED.search(gap)
            or _ASIDE.search(gap)
            and not _ITS_VERB.match(gap)
            or (s.tags[head] == "p" and re.search(r"[UD]w?M$", s.tags[: k + 1]) and gap == "b")
        ):
            return None, (), False
        acting = _acting(s, k, gap)
        return acting or mention, () if acting else _coordinated(s, k), False
    if carried is not None and _CARRIES.match(s.tagged.text) and not _LEFT_OUT.fullmatch(s.tags, 0, head):
        return carried, (), True
    return None, (), False


def _divides(s: Sentence, k: int) -> bool:
    """Whether mention `k` is only what a margin is taken on: "EBITA margin on net revenue was 16%"."""
    before = s.mention(k - 2) if k > 1 else None
    if before is None or before.unit != "percent":
        return False
    return _TAKEN_ON.fullmatch(s.tagged.text, before.end, s.tokens[k].start) is not None


def _acting(s: Sentence, k: int, gap: str) -> Mention | None:
    """The subject of two verbs, where mention `k` is but the object of the first: "Nordic worked through inventory and was
    down 5%"."""
    if not _SECOND_VERB.match(gap):
        return None
    m = _FIRST_VERB.search(s.tags, 0, k)
    return s.mention(m.start(1)) if m else None


def _told(s: Sentence, head: int, wholes: dict[int, Mention]) -> tuple[Mention, ...] | None:
    """What a number is said to be of by the words around it, whatever is named before: the measure last, with those that it
    is summed with."""
    chain = s.chain(head)
    after = None if len(chain) > 1 and _within(s, chain[-1]) else _after(s, chain[-1], s.parts[head])
    if after is not None and not _can_be(after, s.tags[head]):
        after = None
    if after is not None and id(after) not in {id(w) for w in wholes.values()}:
        return (after,)
    if (both := _given_back(s, head)) is not None:
        return both
    earned = _bought(s, head) or _earned(s, head) or _earned_before(s, head) or _loss_made(s, head)
    return (earned,) if earned is not None else None


def _of_no_measure(s: Sentence, head: int) -> bool:
    """Whether a change is of something that no table names: "seat growth of 11%"."""
    turn = s.parts[head].turn
    if s.parts[head].role != "change" or not 0 < turn < head or s.tags[turn] not in "+-" or s.tags[turn - 1] != "w":
        return False
    return re.fullmatch(r"[\w\s-]+", s.tagged.text[s.tokens[turn - 1].start : s.tokens[turn].start]) is not None


def _leaves_out(s: Sentence, k: int) -> bool:
    """Whether mention `k` is what another, before it, is said without: "expenses excluding restructuring fell"."""
    if s.tags[k - 1 : k] == "M" and s.tagged.text[s.tokens[k - 1].start : s.tokens[k - 1].end].endswith(" less"):
        return True
    out = re.search(r"(?:M|(?<!^)w)([z-])w?$", s.tags[:k])
    if out is None:
        return False
    cue = s.tokens[out.start(1)]
    return _WITHOUT.fullmatch(s.tagged.text[cue.start : cue.end]) is not None


def _interrupted(s: Sentence, head: int) -> range:
    """The tokens of an aside with a figure of its own, behind which the verb of the subject before it follows: "Expenses,
    including stock compensation of $4 million, were $14 million"."""
    m = _FIGURED_ASIDE.search(s.tags, 0, head)
    if m is None and s.parts[head].role in ("base", "from"):  # it answers the figure before
        before = max((k for k in s.heads if k < head), default=None)
        if before is not None and "M" not in s.between(before, head):
            return _interrupted(s, before)
    return range(m.start(1), m.end(1)) if m else range(0)


def _had(s: Sentence, k: int) -> bool:
    """Whether an amount is said to be had "in" what follows: "ended the quarter with $44.6 million in cash"."""
    named = "M" in s.tags[max(s.tags.rfind(t, 0, k) for t in ",a;") + 1 : k]
    return not named and _before(s, k, _HAD) is not None


def _before(s: Sentence, k: int, words: re.Pattern[str]) -> re.Match[str] | None:
    """The words that stand directly before a token."""
    start = s.tokens[k].start
    return words.search(s.tagged.text, max(0, start - _LOOK), start)


def _on(s: Sentence, k: int) -> bool:
    """Whether an amount is what another was earned on: "earnings of $9 million on a record $54 million in sales"."""
    return _before(s, k, _UPON) is not None


def _can_be(mention: Mention, tag: str) -> bool:
    """Whether a number may state a measure at all: no money counts shares or heads."""
    return tag not in "$s" or mention.unit not in ("shares", "count", "days")


def _after(s: Sentence, k: int, part: Part) -> Mention | None:
    """The measure named after its number: "$5 million of stock compensation", "a 5% increase in net sales"."""
    tags = s.tags[k + 1 :]
    if part.role == "change" and 0 <= part.turn < part.at and s.tags[part.turn] in "+-":
        m = re.match(r",?iw?M", tags)
        if m and s.tags[max(0, part.turn - 1)] != "M":
            return s.mention(k + m.end())
    if part.role == "change":
        m = (
            re.match(r"(?:T?w?M(?=T?[+-])|T?[+-][io]M|[io]M|TiM)", tags)
            if part.turn > k or s.tags[k] in "$%sn"
            else None
        )
        first = _since(s, k) if s.tags[part.turn] in "+-" and re.match("T?i", tags) else 0
        named_before = part.turn < k and "M" in s.tags[first:k]
        apart = m is not None and re.match(
            r"\s*on\b", s.tagged.text[s.tokens[k].end :], re.I
        )  # "EPS up 34% on revenue of"
        if m and not apart and not named_before and (s.tags[k] != "%" or not tags.startswith("o")):
            return s.mention(k + m.end())
        return None
    if part.role == "share":
        return None
    if s.tags[k] == "%":
        m = re.match(r"w?M", tags)
    elif s.tags[k] in "$sn" and not _TURNS.match(s.tagged.text, s.tokens[k].end):
        m = re.match(r"(?:o[wUD+-]?T?|w)?M", tags) or (re.match("iM", tags) if _had(s, k) or _on(s, k) else None)
    else:
        m = None
    if m is None or (m.group(0).startswith("o") and re.search(r"M[T,iw]{0,3}[ov]$", s.tags[: part.head])):
        return None
    mention = s.mention(k + m.end())
    if mention is None or mention.start - s.tokens[k].end > 45:
        return None
    return None if _ANOTHER.match(s.tagged.text, s.tokens[k].end) else mention


def _since(s: Sentence, k: int) -> int:
    """The first token behind the number before: "sales grew 12%, with growth of 15% in Nordic" speaks of Nordic then."""
    return max((j + 1 for j in s.parts if j < k), default=0)


def _noun_change(s: Sentence, part: Part) -> Part:
    """An amount of a change that its own noun phrase names: "$0.2 million of increased warranty charges"."""
    turned = re.search(r"[UD+-][^UD+;-]*$", s.tags[: part.head])
    if part.role == "to" and part.at != part.head and s.tags[part.at] == "%" and turned:
        return replace(part, role="change", turn=turned.start())  # "increased to $20 million, or 2%"
    named = re.search(r"[+-]iw?oMo$", s.tags[: part.head]) if part.role == "level" and part.at == part.head else None
    if named and s.tags[part.at + 1 : part.at + 3] in (",f", "f$"):
        return replace(
            part, role="change", turn=named.start()
        )  # "an increase in the balance of loans of $9 million, from"
    both = part.role == "base" and re.search(r"[UD][^UD;]*t[$sn][^;]*f[^;]*$", s.tags[: part.head])
    if both and part.at != part.head and s.tags[part.at] == "%":
        return replace(part, role="change", turn=both.start())  # "rose to $12 million from $10 million, or 20%"
    if _compared_level(s, part):
        return replace(part, role="level", turn=-1)
    m = re.match(r"o([UD+-])M", s.tags[part.at + 1 :])
    return (
        replace(part, role="change", turn=part.at + 2)
        if m and part.role in ("level", "to") and s.tags[part.at] in "$sn"
        else part
    )


def _given_back(s: Sentence, head: int) -> tuple[Mention, ...] | None:
    """What an amount that was returned to shareholders is the sum of: "returned $235 million through dividends and share
    repurchases"."""
    if s.tags[head] != "$" or not _RETURNED.search(s.tagged.text):
        return None
    start, after = s.tokens[head].start, _SUMMED.match(s.tags, s.chain(head)[-1] + 1)
    if after is None or not _RETURNED.search(s.tagged.text, max(0, start - _LOOK), start + _LOOK):
        return None
    both = s.mention(after.start(1)), s.mention(after.start(2))
    return (both[0], both[1]) if both[0] is not None and both[1] is not None else None


def _bought(s: Sentence, head: int) -> Mention | None:
    """Own shares that were bought for an amount: "repurchased $60 million of its common stock"."""
    if s.tags[head] != "$":
        return None
    verb = _before(s, head, _BUYS)
    if verb is None or not _OWN_STOCK.match(s.tagged.text, s.tokens[head].end):
        return None
    start, end = verb.span("verb")
    bought = Measure("share-repurchases", frozenset(), True)
    return Mention(start, end, bought, text=verb["verb"], core=start)


def _earned(s: Sentence, head: int) -> Mention | None:
    """What a company is said to have earned or lost: its net result. "Fees earned $3 million" are another thing."""
    if s.tags[head] not in "$s" or head < 2 or s.tags[head - 1] != "v" or s.tags[head - 2] in "MT":
        return None
    verb = s.tokens[head - 1]
    said = s.tagged.text[verb.start : verb.end]
    if said.lower() not in ("earned", "earns", "lost", "loses"):
        return None
    result = Measure("net-income", frozenset(), True)
    return Mention(verb.start, verb.end, result, said.startswith("lo"), text=said, core=verb.start)


def _loss_made(s: Sentence, head: int) -> Mention | None:
    """The net result that a clause ends with, whatever was named before: "…, generating a loss of $4 million"."""
    made = _before(s, head, _LOSS_MADE) if s.tags[head] in "$s" else None
    if made is None:
        return None
    result = Measure("net-income", frozenset(), True)
    return Mention(made.start("loss"), made.end("loss"), result, True, text="loss", core=made.start("loss"))


def _earned_before(s: Sentence, head: int) -> Mention | None:
    """What was earned, where a figure is what that is compared with: "earned $0.61 per share, down from $1.02"."""
    if s.parts[head].role not in ("base", "from"):
        return None
    before = next((k for k in reversed(s.heads) if k < head and s.parts[k].role != "change"), None)
    named = before is None or "M" in s.between(max(s.chain(before)), head)
    return None if named or before is None or s.tags[before] != s.tags[head] else _earned(s, before)


def _compared_level(s: Sentence, part: Part) -> bool:
    """Whether an amount is the level that another is compared with, and not the change that the adjective before its measure
    could mean: "higher share repurchases of $9 million compared to $7 million"."""
    if part.role != "change" or part.turn < 0 or s.tags[part.at] not in "$sn" or part.at != part.head:
        return False
    other = next((k for k in sorted(s.parts) if k > part.at), None)
    if other is None or s.parts[other].role != "base" or s.tags[other] != s.tags[part.at]:
        return False
    adjective = re.fullmatch(r"[+-]w?Mo", s.tags[part.turn : part.at])
    return bool(adjective and re.fullmatch(r"[^;,$%psnx]*,?c[^;$%psnx]*", s.between(part.at, other)))


def _coordinated(s: Sentence, k: int) -> tuple[Mention, ...]:
    """The measures joined before mention `k`: cash, cash equivalents *and* marketable securities."""
    out: list[Mention] = []
    while k > 1:
        m = re.search(r"M[,a]{1,2}$", s.tags[:k])
        if not m or not (mention := s.mention(m.start())):
            break
        out.insert(0, mention)
        k = m.start()
    return tuple(out)


def _direction(s: Sentence, part: Part) -> str:
    turn = part.turn
    if part.role in ("level", "to", "share") and turn < 0 and (moved := _moved_from(s, part)):
        return moved
    if part.role in ("to", "share") and turn < 0 and s.tags[part.head - 1 : part.head] == "t":
        turned = re.search(r"[UD][^UD;]*$", s.tags[: part.head])
        turn = turned.start() if turned else -1
    if part.role not in ("change", "to", "share") or turn < 0:
        return ""
    value = s.tokens[turn].value
    return value.direction if isinstance(value, Cue) else ""


def _moved_from(s: Sentence, part: Part) -> str:
    """The direction that the words before the figure behind it give: "$21.4 million, up from $19.8 million"."""
    for token in s.tokens[max(s.chain(part.head)) + 1 :][:6]:
        if token.tag == "c":
            said = s.tagged.text[token.start : token.end].lower()
            return "up" if said.startswith("up") else "down" if said.startswith("down") else ""
        if token.tag not in ",Tio" and not (part.role == "share" and token.tag == "M"):
            break
    return ""


def _shared_bases(s: Sentence, drafts: list[Draft]) -> list[Draft]:
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
            earlier = next(
                (x for x in reversed(drafts[:i]) if x.role in ("from", "base") and x.period and x.mention == d.mention),
                None,
            )
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
