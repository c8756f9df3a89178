"""What each number of a sentence is of: the measure that is named before it, behind it, or in the sentence before."""

from __future__ import annotations

import re
from dataclasses import replace

from auditor.claims.contributions import contributes, contributor
from auditor.claims.mention import Mention
from auditor.claims.parsed import NUMBER_TAGS, Sentence
from auditor.claims.place import IN_OTHER
from auditor.claims.results import earned, earned_before, loss_made, swung, words_before
from auditor.claims.returned import bought, given_back
from auditor.grammar.numbers import Number
from auditor.grammar.shapes import Part
from auditor.model.fact import Measure

_SUBJECT_CHANGED = re.compile(
    rf"[,;a(]w[^M]{{0,6}}?[vUD]|[,;a][UDv]w[ofit]|[,;]a?w$|[{NUMBER_TAGS}]aw$|;nw|[,;]a?[+-]wv"
)
_ASIDE = re.compile(r"z[^,;vM]*w[^,;vM]*$|z$")
_HAD = re.compile(
    r"\b(?:with|had|has|have|(?:generat|invest|achiev|deliver|report|record|post|reach|exceed|surpass|cross|earn|book|produc)(?:ed|e?s|ing)"
    r"|topp(?:ed|ing)|tops|spent|spends|paid|pays|including|comprising)\s+(?:(?:just|well)\s+)?(?:(?:over|approximately|about|nearly|more\s+than|a\s+record)\s+)?$",
    re.I,
)
# "net income of $5 million on revenue of $60 million, versus $4 million on revenue of $50 million"
_UPON = re.compile(
    r"\bon\s+(?:an?\s+)?(?:(?:record|level|total|about|approximately|nearly|over|more\s+than)\s+){0,3}(?:of\s+)?$", re.I
)
CHARGE_FOR = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}?(?:charges?|provisions?|expenses?)\s+for\s+(?:(?:the|its|our|certain|an?)\s+)?", re.I
)
_CHARGE = 6  # tokens in which the expense is named that a charge is for
_TURNS = re.compile(r"\s*(?:days?|turns?|times)\b", re.I)
_WITHOUT = re.compile(r"excluding|ex|excl|exclusive\s+of|without|other\s+than|net\s+of|less|before", re.I)
_LEFT_OUT = re.compile(
    r"z[^,;M]*"
)  # "Excluding charges of $11 million, the result was": the amount is that of the charges
_ON_AGAIN = re.compile(r"\)?,?(?:iT)?iM(?=o\$)")
_REFLECTED = re.compile(r"z,?[+-]?o?$")
_ARTICLE = re.compile(r"\ban?\s+$", re.I)
_CLOSED = re.compile(
    r"[^()]*\),?[vUD]"
)  # "net income (with a gain from sales) was": a measure in a bracket is no subject
_ITS_VERB = re.compile(r"z[wM]?[UDv]")  # "revenue excluding fuel increased": the measure's own verb ends the aside
_FIGURED_ASIDE = re.compile(
    rf"(?<=[MTw{NUMBER_TAGS}])(,z[^;vU]*?[{NUMBER_TAGS}](?:\(T;|[^;vU])*?,)[vUDc][a-zM]{{0,2}}$"
)
_FIGURED_CLAUSE = re.compile(rf"(?<=M)(,[vz][^;UD]*?[{NUMBER_TAGS}][^;UD]*?,)[UD][a-z]{{0,2}}$")
_SUMMED_UP = re.compile(rf"(?<=[{NUMBER_TAGS}])(,vw{{0,2}}o[{NUMBER_TAGS}],)c[iT]{{0,2}}$")
_NAMED_ANEW = re.compile(r"[zi][^;M]*?,(w)[UD]")
_SPOKEN_OF = re.compile(
    r"(?:(?:the\s+)?company|management|we|it|its|they|this|that|these|those|both|which|\w+ly|results?|growth)\b", re.I
)
_OF_ROW = re.compile(r"\s+(?:for|from)\s+(?:(?:the|our|its)\s+)?", re.I)
_WHICH = re.compile(r",\s+(?:which|that)\s", re.I)
_NEW_SUBJECT = re.compile(r"(?<=;)w[^;M]*[vUD]")
_FIRST_OF_CLAUSE = re.compile(rf"(?:^|(?<![{NUMBER_TAGS})])[,;])$")
_THAT_CHANGE = re.compile(r"(?:,?r%)?[+-](?![ioM])")
_THE = re.compile(r"\b(?:the|this)\s+$", re.I)  # "accounted for most of the $10.9 million increase"
_OF_WHOLE = re.compile(r"oMo")
_TAKEN_ON = re.compile(r"\s*(?:on|to|of)\s+", re.I)
_SECOND_VERB = re.compile(r",?a[vUD=]")
_FIRST_VERB = re.compile(rf"(?:^|[;,])(M)[^M;{NUMBER_TAGS}]*[vUD][^M;{NUMBER_TAGS}]*$")
_COMPARING = frozenset("higher lower more fewer less greater larger smaller".split())
_NOUN = re.compile(
    r"\s+(?!(?:as|because|after|when|while|where|thanks|helped|even|amid|despite|reported|year|both|again|across|compared"
    r"|than|\w+ly)\b)[a-z][a-z-]+",
    re.I,
)
_OTHER_NOUN, _IN_NOUN = re.compile(r"w(?!M)"), re.compile(r"iw(?!M)")
_PLACE_BEFORE = re.compile(r"[UD]iw\([UD]?$")
_OTHER_THING = re.compile(r"[%$i][+-]w$")
_ANOTHER = re.compile(
    r"\s*,?\s*(?:with|while|and|as|when|where|following|after|before|despite|amid|given|upon|since)\b", re.I
)  # a clause of its own begins
_IN_MEASURE, _IN_SOMETHING = re.compile(rf"[{NUMBER_TAGS}][if]M"), re.compile("[if][Mw]")
_EACH_IN = re.compile(rf"{_IN_MEASURE.pattern}[,a]{{1,2}}$")
_ADJUSTED = frozenset(("adjusted",))
_CARRIES = re.compile(
    r"(?:this|that|it|these|those|both|(?:the|an?)\s+(?:\w+\s+){0,2}(?:increase|decrease|decline|improvement|growth|reduction|loss|result)|the\s+[$\d][\w.,-]*%?\s+(?:(?:million|billion|thousand|percent(?:age)?|basis|bps|points?|basis-points?|or\s+[\d.]+%)[\s-]+)*(?:increase|decrease|decline|improvement|growth|reduction)|excluding|on\s+an?|compared|year|for|in|during|up|down|"
    r"(?:of\s+)?which|such|adjusting|as\s+a\s+percentage|as\s+a\s+percent|sequentially|growth)\b", re.I
)  # fmt: skip


def within(s: Sentence, k: int) -> Mention | None:
    """The measure that stands with a number in parentheses of its own: "(12.5 percent effective tax rate)"."""
    m = re.match(r"w?M\)", s.tags[k + 1 :]) if s.tagged.text[s.tokens[k].start] == "(" else None
    if m:
        return s.mention(k + m.end() - 1)
    return _by_the_share(s, k, k + 1) if s.tags[k] in "$s" else None


def of_its_basis(own: Mention | None, head: Mention | None) -> Mention | None:
    """The result by the share that restates another, on the basis of that: "adjusted net income of $16.9 million, or $0.26 net
    income per share"."""
    if own is None or head is None or own.measure.key != "eps" or _ADJUSTED.isdisjoint(head.measure.qualifiers):
        return own
    measure = own.measure
    return replace(own, measure=Measure(measure.key, measure.qualifiers | _ADJUSTED, measure.known))


def _by_the_share(s: Sentence, k: int, at: int) -> Mention | None:
    """The result by the share that is named at a token behind an amount, where that may be one: "net income of $5 million,
    or $0.73 diluted EPS"."""
    each, value = s.mention(at) if at < len(s.tags) else None, s.tokens[k].value
    small = isinstance(value, Number) and not value.scaled
    return each if each is not None and each.measure.key == "eps" and small else None


def subject_of(
    s: Sentence, head: int, wholes: dict[int, Mention], carried: Mention | None
) -> tuple[Mention | None, tuple[Mention, ...], bool]:
    """The measure that a number is about, further ones named beside it, and whether it comes from the sentence before."""
    chain = s.chain(head)
    if (told := _told(s, head, wholes)) is not None:
        return told[-1], told[:-1], False
    again = _ON_AGAIN.match(s.tags, chain[-1] + 1)
    behind = s.mention(again.end() - 1) if again else None
    if _of_no_measure(s, head) or _of_noun_before(s, head):
        return None, (), False
    used = {id(w) for k, w in wholes.items() if not _stated_behind(s, k, head)}
    interrupted = _interrupted(s, head)
    others = _told_in_turn(s, head, chain[-1])
    for k in range(head - 1, -1, -1):
        mention = s.mention(k)
        if (
            mention is None
            or k in others
            or id(mention) in used
            or k in s.aside
            or k in interrupted
            or not _can_be(s, mention, head)
            or _beside(s, k, head, mention)
        ):
            continue
        if behind is not None and mention.measure == behind.measure or _divides(s, k) or _CLOSED.match(s.tags, k + 1):
            continue
        gap = "".join(s.tags[i] for i in range(k + 1, head) if i not in s.aside and i not in interrupted)
        if _leaves_out(s, k):
            return None, (), False
        if (
            _SUBJECT_CHANGED.search(gap)
            or _ASIDE.search(gap)
            and not _ITS_VERB.match(gap)
            and not _reflected(s, head)
            or (s.tags[head] == "p" and re.search(r"[UD]w?M$", s.tags[: k + 1]) and gap == "b")
        ):
            return None, (), False
        acting = _acting(s, k, gap)
        return acting or mention, () if acting else _coordinated(s, k, used), False
    if (turned := swung(s, head)) is not None:
        return turned, (), False
    return _carried(s, head, carried)


def _stated_behind(s: Sentence, share: int, head: int) -> bool:
    """Whether a number is what a share right before it is of: "40% of adjusted net income of $0.52 per share"."""
    return _OF_WHOLE.fullmatch(s.tags, share + 1, head) is not None


def _carried(s: Sentence, head: int, carried: Mention | None) -> tuple[Mention | None, tuple[Mention, ...], bool]:
    """The subject of the sentence before, where this one goes on about it."""
    that = s.parts[head].role == "change" and _THAT_CHANGE.match(s.tags, head + 1) and words_before(s, head, _THE)
    left_out = head in s.left_out or _LEFT_OUT.fullmatch(s.tags, 0, head) is not None
    if (
        carried is None
        or s.tags[head] == "$"
        and carried.unit in ("percent", "days")
        or left_out
        or _of_its_own_subject(s, head)
        or not (that or _CARRIES.match(s.tagged.text))
    ):
        return None, (), False
    return carried, (), True


def _of_its_own_subject(s: Sentence, head: int) -> bool:
    """Whether something that no table names has moved behind the words that a sentence begins with: "Excluding these charges,
    yard costs fell 6%"."""
    m = _NAMED_ANEW.match(s.tags, 0, head)
    return m is not None and _SPOKEN_OF.match(s.tagged.text, s.tokens[m.start(1)].start) is None


def _reflected(s: Sentence, head: int) -> bool:
    """Whether a change is the subject's own, which its figure reflects: "sales were $48 million, reflecting a 59% increase"."""
    if s.parts[head].role != "change" or not (m := _REFLECTED.search(s.tags, 0, head)):
        return False
    return s.tagged.text.startswith("reflecting", s.tokens[m.start()].start)


def _counted_already(s: Sentence, k: int, head: int) -> bool:
    """Whether mention `k` is what the number right before it counts, and a noun of growth begins another count: "7 closings for
    net unit growth of 17"."""
    return s.tags[k - 1 : k] == "n" and k > 0 and s.tags[head] == "n" and s.tags[k + 1 : head] in ("+o", "-o")


def _beside(s: Sentence, k: int, head: int, mention: Mention) -> bool:
    """Whether mention `k` is but what another is compared with, or of what the points before are: "expenses grew less quickly
    than revenue: 7% to $209 million", "4.7 points on the ratio"."""
    points = s.tags[head] == "$" and mention.unit == "percent" and s.tags[k - 2 : k] == "pi"
    return points or s.tags[k - 1 : k + 2] == "cM;" or _counted_already(s, k, head)


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
    if (own := bought(s, head) or contributor(s, chain[-1])) is not None:
        return (own,)
    after = None if len(chain) > 1 and within(s, chain[-1]) else _after(s, chain[-1], s.parts[head])
    if after is not None and not _can_be(s, after, head):
        after = None
    if after is not None and id(after) not in {id(w) for w in wholes.values()}:
        return (after,)
    if (both := given_back(s, head)) is not None:
        return both
    made = earned(s, head) or earned_before(s, head) or loss_made(s, head)
    return (made,) if made is not None else None


def _of_no_measure(s: Sentence, head: int) -> bool:
    """Whether a change is of something that no table names: "seat growth of 11%"."""
    if of_another(s, head) or s.parts[head].role != "change" and contributes(s, head):
        return True
    turn = s.parts[head].turn
    if s.parts[head].role != "change" or not 0 < turn < head or s.tags[turn] not in "+-" or s.tags[turn - 1] != "w":
        return False
    return re.fullmatch(r"[\w\s-]+", s.tagged.text[s.tokens[turn - 1].start : s.tokens[turn].start]) is not None


def _of_noun_before(s: Sentence, head: int) -> bool:
    """Whether a number in a bracket is of the noun that it stands right behind: "on a lower average price ($2.41)"."""
    if _PLACE_BEFORE.search(s.tags, 0, head) is not None:  # "sales grew in Japan (+3.6%)"
        return True
    return s.tagged.text[s.tokens[head].start] == "(" and _OTHER_THING.search(s.tags, 0, head) is not None


def of_another(s: Sentence, head: int) -> bool:
    """Whether the words right behind a change say what else it is of: "on 28% higher realized prices", "a 4% increase in
    gallons"."""
    part = s.parts[head]
    if part.role != "change" or part.turn <= head or s.tags[part.turn] not in "+-":
        return False
    turn = s.tokens[part.turn]
    said, following = s.tagged.text[turn.start : turn.end].lower(), s.tagged.text[turn.end :]
    if said in _COMPARING:
        noun = _NOUN.match(following)
        return noun is not None and _OTHER_NOUN.match(s.tags, part.turn + 1) is not None
    return _IN_NOUN.match(s.tags, part.turn + 1) is not None and IN_OTHER.match(following) is not None


def of_its_own(s: Sentence, head: int) -> bool:
    """Whether a change stands behind a semicolon, after a subject that no table names: "; UAN volume was up 8 percent"."""
    return (
        s.parts[head].role == "change" and _NEW_SUBJECT.match(s.tags, s.tags.rfind(";", 0, head) + 1, head) is not None
    )


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
    including stock compensation of $4 million, were $14 million", "Parts sales, which were 12% of revenue, rose 5%"."""
    m = _FIGURED_ASIDE.search(s.tags, 0, head)
    if m is None and (clause := _FIGURED_CLAUSE.search(s.tags, 0, head)) is not None:
        m = clause if _WHICH.match(s.tagged.text, s.tokens[clause.start(1)].start) else None
    m = m or _SUMMED_UP.search(s.tags, 0, head)  # "…, representing a margin of 8%, compared to"
    if m is None and s.parts[head].role in ("base", "from"):  # it answers the figure before
        before = max((k for k in s.heads if k < head), default=None)
        if before is not None and "M" not in s.between(before, head):
            return _interrupted(s, before)
    return range(m.start(1), m.end(1)) if m else range(0)


def _had(s: Sentence, k: int) -> bool:
    """Whether an amount is said to be had "in" what follows: "ended the quarter with $44.6 million in cash", also where a
    clause begins with it."""
    if _FIRST_OF_CLAUSE.search(s.tags, 0, k):
        return True
    named = "M" in s.tags[max(s.tags.rfind(t, 0, k) for t in ",a;") + 1 : k]
    return not named and words_before(s, k, _HAD) is not None


def _in_earnings(s: Sentence, k: int) -> bool:
    """Whether an amount is said to be so much "in earnings per share"."""
    by_share = _by_the_share(s, k, k + 2) is not None
    return by_share and s.tagged.text[s.tokens[k + 1].start : s.tokens[k + 1].end].lower() == "in"


def goes_on(s: Sentence, k: int) -> bool:
    """Whether an amount is what another was earned on: "earnings of $9 million on a record $54 million in sales"."""
    return words_before(s, k, _UPON) is not None


def _can_be(s: Sentence, mention: Mention, k: int) -> bool:
    """Whether a number may state a measure at all: no money counts shares or heads, no millions are the price of an ounce or
    a result by the share."""
    value = s.tokens[k].value
    if (mention.unit == "price" or mention.measure.key == "eps") and isinstance(value, Number) and value.scaled:
        return False
    return s.tags[k] not in "$s" or mention.unit not in ("shares", "count", "days")


def _of_row(s: Sentence, k: int) -> Mention | None:
    """The measure at `k`, or the row that a table has for what it is said to be of: "a decrease of $5 million in revenue for
    Deep Harbor products" beside a row *Deep Harbor*."""
    row = s.mention(k + 2) if s.tags[k + 1 : k + 3] == "iM" else None
    named = row is not None and not row.measure.known and row.text[:1].isupper()
    return row if named and _OF_ROW.fullmatch(s.tagged.text, s.tokens[k].end, s.tokens[k + 2].start) else s.mention(k)


def _after(s: Sentence, k: int, part: Part) -> Mention | None:
    """The measure named after its number: "$5 million of stock compensation", "a 5% increase in net sales"."""
    tags = s.tags[k + 1 :]
    if part.role == "change" and 0 <= part.turn < part.at and s.tags[part.turn] in "+-":
        m = re.match(
            r"(?:wv?)?(?:[,a]{1,2}%i?w)?,?iw?M", tags
        )  # "growth of 8% as reported, 9% organically, in yard sales"
        if m and s.tags[max(0, part.turn - 1)] != "M":
            return _of_row(s, k + m.end())
    if part.role == "change":
        m = (
            re.match(r"(?:T{0,2}w?M(?=T?[+-])|T?[+-][io]M|[io]M|TiM)", tags)
            if part.turn > k or s.tags[k] in "$%sn"
            else None
        )
        first = _since(s, k) if s.tags[part.turn] in "+-" and re.match("T?i", tags) else 0
        named_before = part.turn < k and "M" in s.tags[first:k]
        apart = m is not None and re.match(
            r"\s*on\b", s.tagged.text[s.tokens[k].end :], re.I
        )  # "EPS up 34% on revenue of"
        if m and not apart and not named_before and (s.tags[k] != "%" or not tags.startswith("o")):
            return _of_row(s, k + m.end())
        return None
    if part.role == "share":
        return None
    if s.tags[k] == "%":
        m = re.match(r"w?M", tags)
    elif s.tags[k] in "$sn" and not _TURNS.match(s.tagged.text, s.tokens[k].end):
        m = re.match(r"(?:o[wUD+-]?T?|w)?M" if not _noun_awaited(s, k, part) else r"\)M", tags) or (
            re.match("iM", tags) if _is_in(s, k, part) else None
        )
    else:
        m = None
    if m is None and s.tags[k] == "$":
        m = re.match(r"w{0,2}[io]w?M", tags) if _charged(s, k) else None
    if m is None or (m.group(0).startswith("o") and re.search(r"M[T,iw]{0,3}[ov]$", s.tags[: part.head])):
        return None
    mention = s.mention(k + m.end())
    if mention is None or mention.start - s.tokens[k].end > 45:
        return None
    return None if _ANOTHER.match(s.tagged.text, s.tokens[k].end) else mention


def _is_in(s: Sentence, k: int, part: Part) -> bool:
    """Whether a number is said to be "in" what stands behind it."""
    told = _had(s, k) or goes_on(s, k) or _in_earnings(s, k)
    return told or _in_known(s, k, part) or _base_in(s, k, part)


def _charged(s: Sentence, k: int) -> bool:
    """Whether an amount is a charge for the expense that is named behind it: "a $2 million pretax charge for restructuring"."""
    at = next((j for j in range(k + 1, min(k + _CHARGE, len(s.tags))) if s.tags[j] == "M"), None)
    return at is not None and CHARGE_FOR.fullmatch(s.tagged.text, s.tokens[k].end, s.tokens[at].start) is not None


def _told_in_turn(s: Sentence, head: int, last: int) -> frozenset[int]:
    """The measures behind the numbers before, where each number of a list is told with what it is in: "$22 million in cash
    and $45 million in debt", "63% in Nordic and 66% in Southern", "$52 million from repayments and $6 million from sales".
    `last` is the last token of the number's chain."""
    if not _EACH_IN.search(s.tags, 0, head) or not _IN_SOMETHING.match(s.tags, last + 1):
        return frozenset()
    return frozenset(m.end() - 1 for m in _IN_MEASURE.finditer(s.tags, 0, head))


def _in_known(s: Sentence, k: int, part: Part) -> bool:
    """Whether a number of such a list is in a measure that the vocabulary knows, and no row's own label, as a place is."""
    behind = s.mention(k + 2) if k + 2 < len(s.tags) else None
    return behind is not None and behind.measure.known and bool(_told_in_turn(s, part.head, k))


def _base_in(s: Sentence, k: int, part: Part) -> bool:
    """Whether an amount that another is compared with is said to be "in" a measure of money that the vocabulary knows: "compared
    to $167 million in cash and investments"."""
    behind = s.mention(k + 2) if part.role == "base" and s.tags[k] == "$" and k + 2 < len(s.tags) else None
    named = behind is not None and behind.measure.known and behind.unit == "money"
    return named and s.tagged.text[s.tokens[k + 1].start : s.tokens[k + 1].end].lower() == "in"


def _noun_awaited(s: Sentence, k: int, part: Part) -> bool:
    """Whether a figure restated in a bracket stands before its noun: "a $302,000 ($.04 per share) provision for taxes"."""
    article = _ARTICLE.search(s.tagged.text, max(0, s.tokens[part.head].start - 5), s.tokens[part.head].start)
    return article is not None and s.tags.startswith(")M", k + 1)


def _since(s: Sentence, k: int) -> int:
    """The first token behind the number before: "sales grew 12%, with growth of 15% in Nordic" speaks of Nordic then."""
    return max((j + 1 for j in s.parts if j < k), default=0)


def _coordinated(s: Sentence, k: int, used: set[int]) -> tuple[Mention, ...]:
    """The measures joined before mention `k`: cash, cash equivalents *and* marketable securities. What a share is of (`used`)
    ends the clause before: "or 59% of total assets, and equity was"."""
    out: list[Mention] = []
    while k > 1:
        m = re.search(r"M[,a]{1,2}$", s.tags[:k])
        if not m or not (mention := s.mention(m.start())) or id(mention) in used:
            break
        out.insert(0, mention)
        k = m.start()
    return tuple(out)
