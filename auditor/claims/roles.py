"""What each number of a sentence is to the others: a level, a change, or what one is compared with; and which way it moved."""

from __future__ import annotations

import re
from dataclasses import replace

from auditor.claims.parsed import Sentence
from auditor.claims.subjects import goes_on
from auditor.claims.tokens import Tagged
from auditor.grammar.numbers import Number
from auditor.grammar.shapes import Cue, Part

# "compared to $10.9 million a year ago, or $0.54 a share", "compared to $172 million at $1,731 per ounce", "compared to a
# net loss of $5.7 million, of $0.03 per share"
_RESTATED_BASE = re.compile(r"(?:i?T)?,?r[wl]?(?:Mo?)?|i(?:Mo)?|,o")
_COMPARED_ITSELF = re.compile(r",?i?T,?c")  # "compared with 87.0%, and 90.0% year to date versus 87.8%"
_PAIRS = re.compile(
    r"(?P<first>[$s])(?:i?T)?,?c[lov]?[$s](?:i?T)?,?r(?P<rate>%)(?P<of>w?oT?w?M)?(?:i?T)?,?c(?P<then>%)"
)
_COMPARED_RATE = re.compile(r"(?:i?T)?,?c%")
_RISEN_FROM = re.compile(r"(?:up\s+|down\s+)?from\b", re.I)
_EARLIER_YEAR = re.compile(r"[,;]T;?$")
_OWN_PERIOD = re.compile(r"\(T[;,]?[vo]?$")
_AND_AGAIN, _FROM_THEN = re.compile(r"(?:[fic]?T)?,?a"), re.compile(r"[fc]?[$%]?i?T")
_MOVES_ITSELF = re.compile(r"[UDv=]")
_AGO_IN_BRACKETS = re.compile(r"(?:iT)?\)")
_OF_NAMED = re.compile(r"[$%sn](?:w?oM|iM)$")
_UPON_THAT, _ON = re.compile(r"(?:,?c[wv]*)?iT(i)Mo"), re.compile(r"on\b", re.I)
_APPOSED, _ARTICLE = re.compile(r"(?:i?T)?,(M)o?"), re.compile(r"\ban?\s+(?:[a-z]+\s+)?$", re.I)
_THEN_AND, _ITS_TIME = re.compile(r",?i?(?P<ago>T),a"), re.compile(r"iT")
_MOVED_TWICE = re.compile(r"(?P<first>[$%n])(?:,?r%)?,?t[$%n],?a,?i?T,?(?P<again>[$%n])(?:,?r%)?,?t[$%n]")
_GROWTH_IS = re.compile(r"M(?P<turn>\+)(?:i?T)?(?:v|[wUD]?t|[UD])w?(?P<rate>%)(?!w?oT?w?M)")
_TOLD_AGAIN = re.compile(r"(?:[cf]?i?T|i?[wv])?,?[ra]")
_OTHER_BASIS = re.compile(
    r"\s*\(?(?:(?:(?:on|in|at)\s+)?(?:an?\s+)?(?:(?:constant|local)[\s-]+(?:currenc|exchange|dollar|rate)|CER\b)|currency[\s-]neutral|"
    r"(?:on\s+an?\s+)?(?:organic|comparable|same-store|like-for-like)(?:ally|\s+basis)\b|organically)",
    re.I,
)
_FROM_RATE = re.compile(r"(?:i?T)?,?[cf]")
_OF_NOW = ("current", "ytd")
_AND_OF, _OF_THEN = re.compile(r"[fic]{0,2}T,?ao"), re.compile(r"[fc]i?T")


def settle(s: Sentence) -> None:
    """Gives the numbers the roles that stand in the words between them."""
    _bracketed(s)
    _signed_rate(s)
    _growth_itself(s)
    _on_other_basis(s)
    _tell_again(s)
    _move_again(s)
    _inherit_roles(s)


def _signed_rate(s: Sentence) -> None:
    """A rate below zero that stands before its own name has not fallen: "(2.0)% economic return on common equity"."""
    for k, part in s.parts.items():
        signed = part.role == "change" and part.turn == k - 1 and s.tokens[k - 1].start == s.tokens[k - 1].end
        own = re.compile(r"w?M").match(s.tags, k + 1) if signed and s.tags[k] == "%" else None
        named = s.mention(own.end() - 1) if own is not None else None
        if named is not None and named.unit == "percent":
            s.parts[k] = replace(part, role="level", turn=-1)


def _growth_itself(s: Sentence) -> None:
    """The rates of a growth that is the subject itself: "sales growth accelerated to 15% from 9% a year ago"."""
    for m in _GROWTH_IS.finditer(s.tags):
        k = m.start("rate")
        if k not in s.parts or s.parts[k].head != k:
            continue
        s.parts[k] = replace(s.parts[k], role="change", turn=m.start("turn"))
        then = next((h for h in s.heads if h > k), None)
        if then is not None and s.tags[then] == "%" and _FROM_RATE.fullmatch(s.between(k, then)):
            s.parts[then] = replace(s.parts[then], role="change", turn=m.start("turn"))


def _on_other_basis(s: Sentence) -> None:
    """A rate of change told again on another basis: "up 8.5% reported and 8.8% constant currency", "an increase of 7.5% over
    2015, or 8.1% on a constant currency basis"."""
    for before, head in zip(s.heads, s.heads[1:], strict=False):
        first, told = s.parts[before], s.parts[head]
        if first.role != "change" or told.role not in ("level", "share") or not s.tags[before] == s.tags[head] == "%":
            continue
        told_again = _TOLD_AGAIN.fullmatch(s.between(max(s.chain(before)), head))
        if told_again and _OTHER_BASIS.match(s.tagged.text, s.tokens[head].end):
            s.parts[head] = replace(told, role="change", turn=first.turn)


def beside_a_year_ago(tagged: Tagged, parts: dict[int, Part]) -> dict[int, Part]:
    """A number in brackets behind another of the same unit does not restate it, but is what it is compared with: "earnings
    of €1.29 (€1.27)", "charges of $5 million ($6 million in Q1 2022)". Of two amounts and two rates that are compared in turn,
    each rate restates its own amount: "$9 million compared to $8 million, or 31% of revenue compared to 29%"."""
    out = dict(parts)
    for k, part in parts.items():
        place = tagged.tokens[k]
        if part.role == "share" and tagged.tags[k - 1 : k] == "%" and k - 1 in parts:  # "7.0 (6.8)% of net sales"
            part = replace(part, role="level", head=k - 1)
        first, number = tagged.tokens[part.head].value, place.value
        signed = tagged.tags[k - 1 : k] == "(" and isinstance(number, Number) and number.negative
        if part.role not in ("level", "to") or not (tagged.text[place.start] == "(" or signed):
            continue
        if k == part.head:  # "$3.3 million of stock-based compensation ($2.8 million in 2022)"
            named = _OF_NAMED.search(tagged.tags, 0, k)
            if named is None or named.start() not in parts or not _AGO_IN_BRACKETS.match(tagged.tags, k + 1):
                continue
            first = tagged.tokens[named.start()].value
        if not (isinstance(first, Number) and isinstance(number, Number)):
            continue
        alike = first.kind == number.kind and first.unit == number.unit
        closed = ")" in tagged.text[place.start : place.end] or _AGO_IN_BRACKETS.match(tagged.tags, k + 1)
        if alike and (signed or tagged.tags[k - 1] != "(") and closed:
            out[k] = Part(k, "base", -1, k)
    for m in _PAIRS.finditer(tagged.tags):
        one, rate = m.start("first"), m.start("rate")
        if one in out and rate in out and m.start("then") in out and tagged.tags[one] == tagged.tags[out[rate].head]:
            out[rate] = replace(out[rate], role="share" if m["of"] else "level", head=out[one].head)
    return out


def _bracketed(s: Sentence) -> None:
    """A number in brackets with a period of its own is what the one before them is compared with: "€871 million (H1 2012:
    €839 million)"; or behind the earlier year and a comma: "€65 million, previous year €59 million"."""
    for i, head in enumerate(s.heads[1:], 1):
        opened = _OWN_PERIOD.search(s.tags, 0, head) or _a_year_ago(s, head)
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


def _a_year_ago(s: Sentence, head: int) -> re.Match[str] | None:
    """The earlier year right before a number and behind a comma, with nothing else there."""
    named = _EARLIER_YEAR.search(s.tags, 0, head)
    phrase = s.phrase(named.start() + 1) if named is not None else None
    return named if phrase is not None and phrase.kind == "prior-year" else None


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
        if "aM" in gap and _of_its_own(s, before, head):
            continue
        if this.role == "level" and "a" in gap and _compared_itself(s, head, first):
            continue
        if this.role == "level" and first.role == "base" and _of_what_is_reported(s, end, head):
            continue
        if this.role == "level" and _told_of_base(s, first, end, head):
            for k in s.chain(head):
                s.parts[k] = replace(s.parts[k], role="base" if s.parts[k].role == "level" else s.parts[k].role)
            continue
        if this.role == "level" and first.role == "change" and _listed_changes(s, end, head):
            for k in s.chain(head):
                s.parts[k] = replace(s.parts[k], role="change", turn=first.turn)
            continue
        if (
            this.role != "level"
            or first.role not in ("change", "base")
            or not re.fullmatch(
                r"(?:iw?,?a)|\)?,?w?iMo|,?wi|(?:iw\))?(?:\(\w\))?,?(?:w?oT?w?)?M?[wl]?(?:,?[fcoi]?T)?"
                r"(?:,?a,?[cf]?(?:Mo?)?|\((?:wi?)?)",
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


def _of_what_is_reported(s: Sentence, end: int, head: int) -> bool:
    """Whether a number behind one of a year before is one of the period reported again: "against $105 million in the prior year,
    and $153 million for the year"."""
    before = _THEN_AND.fullmatch(s.between(end, head))
    behind = _ITS_TIME.match(s.tags, max(s.chain(head)) + 1)
    ago = s.phrase(end + 1 + before.start("ago")) if before else None
    now = s.phrase(behind.end() - 1) if behind else None
    if ago is None or now is None or ago.kind not in ("prior-year", "prior"):
        return False
    return now.kind in _OF_NOW and now.year is None


def _told_of_base(s: Sentence, first: Part, end: int, head: int) -> bool:
    """Whether a further number is of what another is compared with: "versus $4 million on revenue of $50 million", "against
    $3 million in 2008, an effective rate of 14%", "compared to breaking even in 2008 on sales of $6 million"."""
    gap = s.between(end, head)
    upon = _UPON_THAT.fullmatch(gap)
    if upon is not None and _ON.match(s.tagged.text, s.tokens[end + 1 + upon.start(1)].start):
        return first.role == "base" or "c" in gap
    if first.role != "base":
        return False
    if s.tags[head] == "%" and "M" in gap and _COMPARED_RATE.match(s.tags, head + 1):
        return False  # "$9 million compared to $8 million, or a rate of 24% compared to 22%"
    if _RESTATED_BASE.fullmatch(gap) or goes_on(s, head):
        return True
    apposed = _APPOSED.fullmatch(gap)
    if apposed is None or s.tags[head] != "%":
        return False
    named = s.tokens[end + 1 + apposed.start(1)].start
    return _ARTICLE.search(s.tagged.text, 0, named) is not None


def _of_its_own(s: Sentence, before: int, head: int) -> bool:
    """Whether a measure joined to a base begins a statement: "cash was $5 million, up from $4 million, and debt of $9
    million", "revenue was $5 million, compared to $4 million, and churn of 1.4% improved"."""
    risen = _RISEN_FROM.match(s.tagged.text, s.tokens[max(0, before - 1)].start)
    return (
        s.parts[before].role == "base"
        and risen is not None
        or _MOVES_ITSELF.match(s.tags, max(s.chain(head)) + 1) is not None
    )


def _tell_again(s: Sentence) -> None:
    """A change that a number tells again against another base: "down 2 basis points from 3.44% in the prior quarter and 19
    basis points from 3.61% a year ago", "rose $76 million, or 1.5%, to $5 billion, and 9.2% from a year ago"."""
    for before, head in zip(s.heads, s.heads[1:], strict=False):
        if s.parts[head].role == "level" and (change := _changed_again(s, before, head)) is not None:
            s.parts[head] = replace(s.parts[head], role="change", turn=change.turn)


def _move_again(s: Sentence) -> None:
    """A second move told of another period: "rose $2 million to $104 million and, for the full year, $16 million, or 4%, to
    $388 million"."""
    for m in _MOVED_TWICE.finditer(s.tags):
        first, again = m.start("first"), m.start("again")
        if again in s.parts and s.parts[again].role == "level" and s.parts.get(first, s.parts[again]).role == "change":
            turn = s.parts[first].turn
            for k in s.chain(again):
                if s.parts[k].role == "level":
                    s.parts[k] = replace(s.parts[k], role="change", turn=turn)


def _changed_again(s: Sentence, before: int, head: int) -> Part | None:
    if s.parts[before].role == "change" and s.tags[before] == s.tags[head]:
        # "a decrease of 10.5% compared to the prior-year period and of 2.7% from the first quarter"
        joined = _AND_OF.fullmatch(s.between(max(s.chain(before)), head)) and _OF_THEN.match(s.tags, head + 1)
        return s.parts[before] if joined else None
    if s.parts[before].role not in ("base", "to") or s.tags[before] == s.tags[head] or s.tags[head] not in "%p":
        return None
    if (
        _AND_AGAIN.fullmatch(s.between(max(s.chain(before)), head)) is None
        or _FROM_THEN.match(s.tags, head + 1) is None
    ):
        return None
    earlier = (k for k in reversed(s.heads) if k < before and s.parts[k].role == "change")
    change = next(earlier, None)
    told = change is not None and any(s.tags[k] == s.tags[head] for k in s.chain(change))
    return s.parts[change] if told and change is not None and ";" not in s.between(change, head) else None


def _compared_itself(s: Sentence, head: int, first: Part) -> bool:
    """Whether a number joined to another is compared with one of its own; two changes may share the period behind them."""
    compared = _COMPARED_ITSELF.match(s.tags, max(s.chain(head)) + 1)
    if compared is None:
        return False
    return first.role != "change" or s.tags[compared.end() : compared.end() + 1] != "T"


def _listed_changes(s: Sentence, end: int, head: int) -> bool:
    """A further change of a list: "an increase of $3 million, or 2%, in loans, $2 million, or 1%, in deposits, and …"."""
    after = s.tags[max(s.chain(head)) + 1 :]
    return bool(
        re.fullmatch(r",?[io]w?(?:M|w)+,?a?", s.between(end, head))
        and re.match(r",?[io]w?[Mw]", after)
        and s.tags[head] in "$%n"
    )


def noun_change(s: Sentence, part: Part) -> Part:
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


def direction(s: Sentence, part: Part) -> str:
    turn = part.turn
    if _by_the_share(s, part):
        return ""
    if part.role in ("level", "to", "share") and turn < 0 and (moved := _moved_from(s, part)):
        return moved
    if part.role in ("to", "share") and turn < 0 and s.tags[part.head - 1 : part.head] == "t":
        turned = re.search(r"[UD][^UD;]*$", s.tags[: part.head])
        turn = turned.start() if turned else -1
    if part.role not in ("change", "to", "share") or turn < 0:
        return ""
    if part.role == "share" and part.at != part.head:
        return ""  # "EBITDA rose to $18 million, or 18.2% of sales": the amount did, whatever its share
    value = s.tokens[turn].value
    return value.direction if isinstance(value, Cue) else ""


def _by_the_share(s: Sentence, part: Part) -> bool:
    """Whether a number tells an amount again by the share: of "$46 million, or $0.90 a share, up from $44 million, or $0.91" the
    amount is up."""
    one, other = s.tokens[part.at].value, s.tokens[part.head].value
    if part.role == "change" or part.at == part.head or not isinstance(one, Number) or not isinstance(other, Number):
        return False
    return one.kind == "per-share" and other.kind == "money"


def _moved_from(s: Sentence, part: Part) -> str:
    """The direction that the words before the figure behind it give: "$21.4 million, up from $19.8 million". A share that
    stands beside an amount did not move with it: "$5.6 million, or 6.9% of revenue, up from $5.3 million, or 7.0%"."""
    last = max(s.chain(part.head))
    other = next((k for k in sorted(s.parts) if k > last), None)
    if part.role == "share" and part.at != part.head and other is not None and s.tags[other] != s.tags[part.at]:
        return ""
    for token in s.tokens[last + 1 :][:6]:
        if token.tag == "c":
            said = s.tagged.text[token.start : token.end].lower()
            return "up" if said.startswith("up") else "down" if said.startswith("down") else ""
        if token.tag not in ",Tio" and not (part.role == "share" and token.tag == "M"):
            break
    return ""
