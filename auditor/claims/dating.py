"""When: the period of each number of a sentence, and the one that it is compared with."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from auditor.claims.parsed import NUMBER_TAGS, Sentence
from auditor.grammar.folding import Hinted
from auditor.grammar.periods import PeriodPhrase

_RELATIVE = ("prior-year", "prior", "same")
_OF_NOW = ("current", "ytd")
_YEAR_BEHIND = re.compile(r"i?T")
_COMPARED_BEHIND = re.compile(r",?[cf]i?T")
_DATED_SUBJECT = re.compile(r"i(T),Mi(T)v")
_MOVE_ENDS = re.compile(r"i?T")
_COMPARING = re.compile(
    r"(?:from|over|than|with|versus|vs)\b|(?:year|quarter)[\s-]*(?:over|on)[\s-]*(?:year|quarter)|YoY|QoQ|[yq]/[yq]|(?:a\s+|on\s+a\s+)?sequential",
    re.I,
)
_AGAINST_CHANGE = re.compile(r"[cf],?(?P<of>T?)(?:w?[+-]o)?$")  # "compared with a decline of", "versus last year's"
_CHANGED_IN = re.compile(r"[+-]?[io]?T")
_OTHER_STATEMENT = re.compile(r";|,z")  # "an increase of 7%, caused by our first quarter results"
_JOINED_ON, _OWN_SUBJECT = re.compile(r"[,;]a[ic]?$"), re.compile(r",?w?M")
_WE = re.compile(
    r",\s+(?:we|it|they|the\s+company)\s+[a-z]|\band\s+(?:we\s+)?(?:enter|are\s+entering|head\s+into|move\s+into|look\s+(?:to|toward))\b",
    re.I,
)  # "With sales up 9%, we enter the second half with"
_AND_WHEN, _OWN_VERB = re.compile(r"a[ic]?$"), re.compile(r",?w?M[vUD]")  # "up 3% and six-month sales were up 9%"
_THEN_IN, _SO_MUCH_MORE = re.compile(r"a,?i?$"), re.compile(r",?[$%n](?:,?r%)?,?t[$%n]")  # "and, in the year, 5% to $9"
_SO_MUCH = re.compile(r",?[$n]")  # ", up 19%, and for the year $1.42 billion"
_CUE_BEFORE = re.compile(r"(?:[cf](?:w?M)?[iot,w]{0,2}|=t)$")  # of at most five tags
_EVENT = re.compile(
    r"\b(?:completed|announced|acquired|launched|opened|issued|clos(?:ed|es|ing)|entered\s+into|began|begun|commenced|implemented|"
    r"adopted|effective|enacted|approved|introduced|divested|repaid|signed|executed|founded|established|incorporated)\s+(?:\w+ly\s+)?(?:(?:in|on|during)(?:\s+(?:early|mid|late))?)?[\s-]*$"
    r"|\b(?:acquisition|merger|divestiture|spin-?off|offering|bankruptcy|settlement)\s+(?:in|of|on|during)\s+$"
    r"|\b(?:began|begun|commenced|launched|opened)\s+(?:[\w-]+\s+){1,4}(?:in|on)?\s*$",
    re.I,
)
_RECORDED = re.compile(
    r"\b(?:recorded|taken|recogni[sz]ed|incurred|booked|accrued)\s+(?:in|during)\s+(?:(?:the|our|its)\s+)?$", re.I
)
_LEAVING = re.compile(r",\s+(?:leaving|bringing|reducing|resulting\s+in|which\s+(?:left|reduced|brought))\b", re.I)
_FOLLOWED = Hinted(
    r"\b(?:following|subsequent\s+to|in\s+light\s+of)\s+(?:the\s+)?$", "following", "subsequent", "light"
)
_JOINED = re.compile(r"[,aMvowir()$s%]*")
_SAME = re.compile(
    r"(?:the\s+)?same\s+(?:(?:three|six|nine|twelve)[\s-]+month\s+)?(?:period|quarter|year|months)", re.I
)
_CAUSE = re.compile(
    r"(?:primarily\s+|mainly\s+|largely\s+|partially\s+|principally\s+)?"
    r"(?:due|attribut|driven|offset|caused|result|as\s+a\s+result|because|owing|led|supported|aided|stemming)",
    re.I,
)
_PAST_IT = re.compile(
    r"\b(?:above|below|exceed(?:s|ed|ing)?|ahead\s+of)\s+(?:the\s+|our\s+|its\s+)?$", re.I
)  # "$10.12, below first quarter levels"
_TIMES_THAT = re.compile(
    r"\b(?:double|twice|triple|half|times)\s+(?:that|those|the\s+(?:[\w-]+\s+){0,2}?(?:[\w-]+))\s+(?:of|in|for|from)\s+$",
    re.I,
)  # ", double the acreage of the second quarter"
_RANGE_FROM = re.compile(r"\brang(?:e|es|ed|ing)\s+from\s+(?:[a-z]+\s+){0,2}$", re.I)
_NIL_AND = re.compile(r"\b(?:nil|zero|nothing)\s+and\s+$", re.I)  # "in 2025 and 2024 was nil and $9 million"
_REASON = re.compile(r",\s+(?:as|because|since)\s+(?:the\s+)?$", re.I)
_NAMED_SO = re.compile(r"l?M[ol]?")
_MOVE = 2  # numbers that a move is told with before the one that it began at: the change and the end
_FAR = 40  # characters before a date that tell of what it is
_ADVERB = re.compile(
    r"year[\s-]over[\s-]year|yoy|y/y|y-o-y|sequential(?:ly)?|quarter[\s-]over[\s-]quarter|qoq|q/q", re.I
)
_GROWTH_OF = re.compile(r"[+-](?:oM|iM)?i")
_BEST = re.compile(r",.*\b(?:best|highest|strongest|lowest|weakest|worst|largest|record)\b", re.I)
_OWN_NUMBER = re.compile(rf"[;,]?[vo]?[{NUMBER_TAGS}]")  # "(H1 2012: €839 million)"
_NUMBER_BEFORE = re.compile(rf"[{NUMBER_TAGS}U=D+-]\)?[(,]?[oi]?w?$")  # of at most five tags


def periods_of(s: Sentence, head: int) -> tuple[PeriodPhrase | None, PeriodPhrase | None, int | None]:
    """(period, base period, a year that stands for a second period) of a number."""
    chain = s.chain(head)
    heads = s.heads
    at = bisect_left(heads, head)
    previous = max(s.chain(heads[at - 1])) if at else -1
    following = heads[at + 1] if at + 1 < len(heads) else len(s.tags)
    role = s.parts[head].role
    before = [k for k in range(previous + 1, head) if s.tags[k] == "T" and not _of_event(s, k) and not s.apart(k, head)]
    after = [
        k for k in range(chain[-1] + 1, following) if s.tags[k] == "T" and not (_of_event(s, k) or _of_reason(s, k))
    ]
    if role == "base" or role == "from" and not opens_range(s, head):
        return _in_year(s, head, _base_number_period(s, head, before, after)), None, None
    if role == "change":
        return _change_periods(s, head, previous, following, after)
    phrase = _in_year(s, head, _phrase_or_none(s, _level_period(s, head, before, after)))
    second = phrase is not None and phrase.more_years and _led_by(s, head, _NIL_AND)
    return phrase, None, phrase.more_years[0] if phrase is not None and second else None


def opens_range(s: Sentence, head: int) -> bool:
    """Whether a number is the lower end of a range, and not what something grew from: "to range from $5 million"."""
    return _led_by(s, head, _RANGE_FROM)


def _led_by(s: Sentence, k: int, words: re.Pattern[str]) -> bool:
    """Whether some words stand right before a token."""
    start = s.tokens[k].start
    return words.search(s.tagged.text, max(0, start - _FAR), start) is not None


def _in_year(s: Sentence, head: int, phrase: PeriodPhrase | None) -> PeriodPhrase | None:
    """A bare year behind a number is that of the quarter which the sentence spoke of before: "the fourth quarter ratio was
    84% in 2008 and 83% in 2007". Where the figure before it has none, it may be the whole year."""
    if phrase is None or phrase.year is None:
        return phrase
    if (quarter := _quarter_of_year(s, head, phrase)) is not None:
        return quarter
    if phrase is not _bare_year_behind(s, head):
        return phrase
    for k in s.periods_before(head):
        spoken = s.phrase(k)
        if spoken is None or ";" in s.between(k, head):
            return phrase
        if spoken.kind != "year":
            levels = [h for h in s.heads if k < h < head and s.parts[h].role in ("level", "to")]
            told = all(_bare_year_behind(s, h) for h in levels) and (levels or s.parts[head].role in ("level", "to"))
            return replace(spoken, year=phrase.year) if _of_no_year(spoken) and told and not is_base(s, k) else phrase
    return phrase


def _quarter_of_year(s: Sentence, head: int, year: PeriodPhrase) -> PeriodPhrase | None:
    """The quarter with which a sentence begins, of the year that its subject is dated with: "For the fourth quarter, operating
    earnings in 2009 were $50 million"."""
    told = _DATED_SUBJECT.match(s.tags, 0, head)
    first = s.phrase(told.start(1)) if told else None
    if told is None or first is None or s.phrase(told.start(2)) is not year or year.kind != "year" or year.fiscal:
        return None
    return replace(first, year=year.year) if _of_no_year(first) else None


def _of_no_year(phrase: PeriodPhrase) -> bool:
    """Whether a quarter or half is named without its year."""
    return phrase.kind in ("quarter", "half") and bool(phrase.ordinal) and not (phrase.year or phrase.month)


def _bare_year_behind(s: Sentence, head: int) -> PeriodPhrase | None:
    behind = _YEAR_BEHIND.match(s.tags, s.chain(head)[-1] + 1)
    found = s.phrase(behind.end() - 1) if behind else None
    return found if found is not None and found.kind == "year" and not found.fiscal else None


def _change_periods(
    s: Sentence, head: int, previous: int, following: int, after: list[int]
) -> tuple[PeriodPhrase | None, PeriodPhrase | None, int | None]:
    """The period of a change and its base: named behind it, by the figure that it is compared with, or before it."""
    last = s.chain(head)[-1]
    if (then := _change_compared(s, head, last)) is not None:
        return s.phrase(then), None, None
    base = next((k for k in after if is_base(s, k)), None)
    compared = following < len(s.tags) and s.parts[following].role == "base"
    if base is None and compared and len(s.between(last, following)) <= 4:
        return _phrase_or_none(s, _current(s, head)), periods_of(s, following)[0], None
    if base is None:
        named = (k for k in range(head - 1, _clause_before(s, previous, head), -1) if s.tags[k] == "T")
        base = next((k for k in named if is_base(s, k)), None)
    own = (k for k in after if not (_begins_another(s, last, k) or _year_of_cause(s, last, k)))
    current = next((k for k in own if k != base and not is_base(s, k) and not _earlier(s, k)), None)
    onward = following < len(s.tags) and s.parts[following].role == "to" and len(s.between(last, following)) <= 4
    if base is None and onward:  # "rose 18% to $284 million versus the fourth quarter of 2023"
        base = _base_behind(s, following)
    if current is None and onward:  # "up $30.3 million to $350.4 million in the nine-month period"
        current = _behind(s, following, _told_from(s, following))
    if current is None or base is not None and current > base and not _names_a_base(s, base, current):
        current = _current(s, head)  # but "from the June quarter to the September quarter"
    base = _as_long(s, current, base)
    told = _phrase_or_none(s, current)
    return _in_year(s, following, told) if onward else told, _phrase_or_none(s, base), None


def _change_compared(s: Sentence, head: int, last: int) -> int | None:
    """The period of a change with which another is compared, in which it happened: "rose 5%, compared with a decline of 1% in
    the prior year"."""
    against = _AGAINST_CHANGE.search(s.tags, 0, head)
    if against is None:
        return None
    if against["of"]:
        return against.start("of")
    behind = _CHANGED_IN.match(s.tags, last + 1)
    return behind.end() - 1 if behind else None


def _names_a_base(s: Sentence, base: int, current: int) -> bool:
    """Whether a change that is told before both is of the second period: "from the June quarter to the September quarter", "21%
    year-over-year growth of revenue in the fourth quarter"."""
    token = s.tokens[base]
    adverb = _ADVERB.fullmatch(s.tagged.text, token.start, token.end) is not None
    return s.between(base, current) == "t" or adverb and _GROWTH_OF.fullmatch(s.between(base, current)) is not None


def _clause_before(s: Sentence, previous: int, head: int) -> int:
    """The token before the words that lead to a number: the semicolon that parts them from the number before, or that one."""
    parting = (j for j in range(head - 1, previous, -1) if s.tagged.text[s.tokens[j].start] == ";")
    return next(parting, previous)


def _told_from(s: Sentence, k: int) -> list[int]:
    """The periods from `k` on that begin no clause of reasons."""
    return [j for j in range(k, len(s.tags)) if s.tags[j] == "T" and not _of_reason(s, j)]


def _as_long(s: Sentence, current: int | None, base: int | None) -> int | None:
    """Of two lengths of time that changes are compared with, the one as long as a change's own: "up 2% for the nine months, as
    compared to the three and nine months ended June 30, 2024"."""
    own, told = _phrase_or_none(s, current), _phrase_or_none(s, base)
    if base is None or own is None or told is None or not s.tags.startswith("TaT", base):
        return base
    other = s.phrase(base + 2)
    same = other is not None and own.kind == told.kind == other.kind == "months"
    return base + 2 if same and other is not None and own.count == other.count != told.count else base


def _base_behind(s: Sentence, head: int) -> int | None:
    """The period right behind a figure that it alone is compared with."""
    behind = _COMPARED_BEHIND.match(s.tags, s.chain(head)[-1] + 1)
    k = behind.end() - 1 if behind else None
    return k if k is not None and is_base(s, k) else None


def _begins_another(s: Sentence, last: int, k: int) -> bool:
    """Whether the period at token `k` is of a statement that begins behind a number: "margin rose 90 basis points, and
    year-to-date revenue passed $400 million"."""
    between = s.between(last, k)
    if _OTHER_STATEMENT.search(between):
        return True
    if _WE.search(s.tagged.text, s.tokens[last].end, s.tokens[k].start):
        return True
    if _THEN_IN.search(between) and (_SO_MUCH_MORE.match(s.tags, k + 1) or _SO_MUCH.match(s.tags, k + 1)):
        return True
    own = _OWN_SUBJECT if _JOINED_ON.search(between) else _OWN_VERB if _AND_WHEN.search(between) else None
    return own is not None and own.match(s.tags, k + 1) is not None


def _level_period(s: Sentence, head: int, before: list[int], after: list[int]) -> int | None:
    """The period of a level: directly behind it, else the last one before it that nothing is compared with."""
    last = s.chain(head)[-1]
    told = [k for k in s.periods_before(head) if not (is_base(s, k) or _of_event(s, k) or _recorded_before(s, k, head))]
    earlier = [k for k in told if not (_of_the_same(s, head, k) or _told_again(s, k, told))]
    near = _behind(s, head, after)
    if near is None:
        near = _listed_with(s, head, before)
    if near is None:
        near = _behind_base(s, head)
    if near is None:
        near = next((k for k in earlier if k in before), next(iter(earlier), None))
    if near is None:
        own = (k for k in after if not _of_cause(s, last, k) and not _begins_another(s, last, k))
        near = next((k for k in own if not is_base(s, k) and not (_earlier(s, k) and "v" in s.between(last, k))), None)
    return _shared_end(s, last) if near is None else near


def _listed_with(s: Sentence, head: int, before: list[int]) -> int | None:
    """The period that stands right before the name of a further figure which another one is compared with: "compared to second
    quarter net sales of $499 million and third quarter 2008 net sales of $1,285 million"."""
    k = before[-1] if before else 0
    phrase = s.phrase(k) if k and s.tags[k - 1] == "a" and _NAMED_SO.fullmatch(s.tags, k + 1, head) else None
    return k if phrase is not None and phrase.year is not None else None


def _of_the_same(s: Sentence, head: int, k: int) -> bool:
    """Whether a phrase means the period that was spoken of, as another one is compared with: "the margin for the same period was
    16% compared with 18% a year ago"."""
    token = s.tokens[k]
    if _SAME.fullmatch(s.tagged.text, token.start, token.end) is None:
        return False
    return any(j > head and part.role == "base" for j, part in s.parts.items())


def _told_again(s: Sentence, k: int, told: list[int]) -> bool:
    """Whether a phrase repeats a period that the sentence has given a figure of: "net income for the year was $31 million, and
    core net income for the same period was $39 million"."""
    token, phrase = s.tokens[k], s.phrase(k)
    if phrase is None or phrase.year or _SAME.fullmatch(s.tagged.text, token.start, token.end) is None:
        return False
    return any(j < h < k and s.parts[h].role == "level" for j in told for h in s.heads)


def _shared_end(s: Sentence, last: int) -> int | None:
    """The period at the end of a sentence that dates all of its numbers: "net income was $5 million and earnings were $0.44 a
    share for the quarter ended June 30, 2020"."""
    k = s.tags.find("T", last)
    phrase = s.phrase(k) if k >= 0 else None
    if phrase is None or phrase.kind not in ("quarter", "months", "weeks") or "T" in s.tags[:last]:
        return None
    apart = _JOINED.fullmatch(s.between(last, k)) is None or _of_reason(s, k) or _begins_another(s, last, k)
    return None if apart or is_base(s, k) else k


def _of_cause(s: Sentence, last: int, k: int) -> bool:
    """Whether a period stands behind a semicolon, or tells when the cause was: "to $8 million, due to costs of the prior
    year"."""
    between = s.between(last, k)
    return ";" in between or "z" in between and (_earlier(s, k) or _full_year_of(s, k))


def _full_year_of(s: Sentence, k: int) -> bool:
    """Whether "full-year" only says of what kind something is, which is no measure: "full-year growth initiatives"."""
    phrase = s.phrase(k)
    return phrase is not None and phrase.kind == "year" and phrase.year is None and s.tags[k + 1 : k + 2] != "M"


def _year_of_cause(s: Sentence, last: int, k: int) -> bool:
    """Whether a bare year tells when the cause of a change was: "the decrease of $2 million was due to a licence sold in 2025",
    "rose 2 points due to current year achievements"."""
    phrase = s.phrase(k)
    a_year = phrase is not None and (phrase.kind == "year" or phrase.kind == "current" and phrase.unit == "year")
    if phrase is None or phrase.fiscal or not a_year:
        return False
    return _caused(s, last, k)


def _when_caused(s: Sentence, last: int, k: int) -> bool:
    """Whether a period tells of when the cause of a figure was: "compared to $66 million, due to charges in the fourth quarter"."""
    return not _earlier(s, k) and _caused(s, last, k)


def _caused(s: Sentence, last: int, k: int) -> bool:
    """Whether a cause begins between two tokens."""
    asides = (token for token in s.tokens[last + 1 : k] if token.tag == "z")
    return any(_CAUSE.match(s.tagged.text, token.start) for token in asides)


def _behind(s: Sentence, head: int, after: list[int]) -> int | None:
    """The period that stands directly behind a number."""
    last = s.chain(head)[-1]
    return next(
        (
            k
            for k in after
            if re.fullmatch(r"\)?,?(?:l|w|M|oM)?[,iowv]{0,3}", s.between(last, k))
            and (
                not is_base(s, k)
                or re.fullmatch(r"\)?,?iw?" if s.tags[head - 1 : head] == "a" else r"\)?iw?", s.between(last, k))
                or _at_end(s, k)
                or _of_then(s, last, k)
            )
        ),
        None,
    )


def _of_then(s: Sentence, last: int, k: int) -> bool:
    """Whether an earlier period right behind an amount is its own, and no adverb that compares: "and $1.4 million last year"."""
    phrase, token = s.phrase(k), s.tokens[k]
    own = k == last + 1 and s.tags[last] in "$sn" and phrase is not None and phrase.kind == "prior-year"
    return own and _COMPARING.match(s.tagged.text, token.start) is None


def _behind_base(s: Sentence, head: int) -> int | None:
    """The period of a move that is named behind the figure it began at: "rose to 18.5% from 18.4% in the quarter"."""
    heads = s.heads
    at = bisect_left(heads, head) + 1
    if at >= len(heads) or s.parts[heads[at]].role not in ("base", "from"):
        return None
    behind = _MOVE_ENDS.match(s.tags, s.chain(heads[at])[-1] + 1)
    k = behind.end() - 1 if behind else 0
    phrase = s.phrase(k) if k else None
    return k if phrase is not None and _of_now(phrase) else None


def _of_now(phrase: PeriodPhrase) -> bool:
    """Whether a phrase names the period reported: "the quarter", "year to date", but not "YTD 2016"."""
    return phrase.kind in _OF_NOW and phrase.year is None


def _base_number_period(s: Sentence, head: int, before: list[int], after: list[int]) -> PeriodPhrase | None:
    """The period of a figure that another is compared with: named just before it or after."""
    last = s.chain(head)[-1]
    own = (k for k in after if ";" not in s.between(last, k) and not _of_something_else(s, last, k))
    after = [k for k in own if (p := s.phrase(k)) is not None and not _of_now(p)]
    if before and is_base(s, before[-1]) and "a" not in s.between(before[-1], head):
        return s.phrase(before[-1])
    if after:
        return s.phrase(after[0])
    later = re.match(r"[^;]*?", s.tags[head:])
    k = s.tags.find("T", head) if later else -1
    k = -1 if k >= 0 and _of_event(s, k) else k
    if k >= 0 and (p := s.phrase(k)) is not None and _of_now(p):
        return None
    if k >= 0 and not re.search(r"[;vU]", s.tags[head:k]) and not _of_something_else(s, last, k):
        return s.phrase(k)
    if before and is_base(s, before[-1]):
        return s.phrase(before[-1])
    return _adverb_before(s, head)  # "in the third quarter, sales rose from $5 million": of when is not said


def _adverb_before(s: Sentence, head: int) -> PeriodPhrase | None:
    """The adverb that says of a whole move what it is compared with: "rose sequentially to 61% from 58%"."""
    for k in s.periods_before(head):
        between = s.between(k, head)
        if ";" in between or sum(tag in NUMBER_TAGS for tag in between) > _MOVE:
            return None
        if _COMPARING.match(s.tagged.text, s.tokens[k].start):
            return s.phrase(k)
    return None


def _of_something_else(s: Sentence, last: int, k: int) -> bool:
    """Whether a period tells of the cause of a figure, or of when it is the best: "to 91% from 88%, our best first quarter yet"."""
    return _when_caused(s, last, k) or _BEST.match(s.tagged.text, s.tokens[last].end, s.tokens[k].start) is not None


_OWN_CLAUSE = re.compile(r",?[wM]{1,3}[vUD]")  # "up from 88%, and for the year it was 91%"


def is_base(s: Sentence, k: int) -> bool:
    """Whether the period at token `k` is one that something is compared with."""
    if _CUE_BEFORE.search(s.tags, max(0, k - 5), k) or _led_by(s, k, _TIMES_THAT):
        return True
    if s.tags[k - 1 : k] == "(" and _OWN_NUMBER.match(s.tags, k + 1):
        return True
    if k > 1 and s.tags[k - 2 : k + 2] == "T(T)":  # "the quarter ended December 31, 2004 (4Q04)": one and the same
        return is_base(s, k - 2)
    number = next((p for p in range(k - 1, -1, -1) if p in s.parts), None)
    if (
        number is not None
        and s.parts[s.parts[number].head].role in ("base", "from")
        and re.fullmatch(r"\)?,?(?:oM|M|l|w)?,?[iovawR,]{0,4}", s.between(number, k))
        and not ("a" in s.between(number, k) and _OWN_CLAUSE.match(s.tags, k + 1))
    ):
        return True
    phrase = s.phrase(k)
    text = s.tagged.text
    token = s.tokens[k]
    if _PAST_IT.search(text, max(0, token.start - _FAR), token.start):
        return True
    if phrase is not None and _COMPARING.match(text[token.start : token.end]):
        return True
    return phrase is not None and phrase.kind in _RELATIVE and bool(_NUMBER_BEFORE.search(s.tags, max(0, k - 5), k))


def _of_event(s: Sentence, k: int) -> bool:
    """Whether a date tells when something was done, and not of when the figures are: "the refinancing completed in March"."""
    phrase, start = s.phrase(k), s.tokens[k].start
    if _FOLLOWED.search(s.tagged.text[max(0, start - _FAR) : start]):
        return True  # "following Q4 2025 removal of the allowance"
    if phrase is None or phrase.kind not in ("month", "date", "year"):
        return False
    return _led_by(s, k, _EVENT)


def _recorded_before(s: Sentence, k: int, head: int) -> bool:
    """Whether a period is when something was recorded, and a number behind it is of what came of that: "a charge was recorded in the
    first quarter, leaving net income of"."""
    return _led_by(s, k, _RECORDED) and _LEAVING.match(s.tagged.text, s.tokens[k].end, s.tokens[head].start) is not None


def _of_reason(s: Sentence, k: int) -> bool:
    """Whether a period begins the clause that gives the reason for what stands before it: "fell 15% to $24 million, as Q1 2025
    included a renewal"."""
    return _led_by(s, k, _REASON)


def _at_end(s: Sentence, k: int) -> bool:
    phrase = s.phrase(k)
    return phrase is not None and phrase.at_end


def _earlier(s: Sentence, k: int) -> bool:
    """Whether a phrase names an earlier period by its distance: nothing changes *in* "the prior year"."""
    phrase = s.phrase(k)
    return phrase is not None and phrase.kind in ("prior-year", "prior")


def _current(s: Sentence, head: int) -> int | None:
    """The last period before a number that nothing is compared with."""
    return next((k for k in s.periods_before(head) if not is_base(s, k)), None)


def _phrase_or_none(s: Sentence, k: int | None) -> PeriodPhrase | None:
    return None if k is None else s.phrase(k)
