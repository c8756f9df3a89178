"""Which of the figures of a measure stand in the row that a claim's words name."""

from __future__ import annotations

import re

from auditor.binding.operands import Found
from auditor.binding.search import Search
from auditor.model.binding import Operand, Strength
from auditor.model.claim import Claim
from auditor.vocabulary.words import content_words

_WORDS_OF_TWO = 2
_TOTAL = re.compile(r"\b(?:total|consolidated)\b", re.I)
_ATTRIBUTABLE = "attributable"
_NET = frozenset(("net", "gross"))  # words that tell one row of a measure from another


def literally(claim: Claim, found: Found) -> Found:
    """The figures with those unsure beside which the same table has a row of just the name that the sentence says: "total
    loans" are no "Net loans"; and of "net revenue" those of "Revenue" in other tables."""
    said = content_words(claim.subject)
    rows = [o.facts[0] for o, _ in found if len(o.facts) == 1]
    literal = {f.id for f in rows if len(said) > 1 and content_words(f.label) == said}
    if _ATTRIBUTABLE in said:  # whosever it is called in a table without just that name, the row that says so is meant
        exact = {f.table for f in rows if f.id in literal}
        literal |= {f.id for f in rows if f.table not in exact and _ATTRIBUTABLE in content_words(f.label)}
    tables = {f.table for f in rows if f.id in literal}
    told = [f.quantity.magnitude() for f in rows if f.id in literal]
    out: Found = []
    for o, strength in found:
        fact = o.facts[0] if len(o.facts) == 1 else None
        if fact is None or not literal or fact.id in literal:
            out.append((o, strength))
        else:  # a table without that row may give the very figure, under whatever name
            same = any(q.unit == fact.quantity.unit and q.meets(fact.quantity.magnitude()) for q in told)
            sure = fact.table not in tables and (same or _NET.isdisjoint(said))
            out.append((o, strength if sure else _likely(strength)))
    return out


def _likely(strength: Strength) -> Strength:
    return "likely" if strength == "sure" else strength


def of_own_row(claim: Claim, found: Found, search: Search) -> Found:
    """The figures of a claim with those unsure beside which a row is called by the very words that their own lacks: "operating
    expenses" may be the row "Operating" under "Expenses", and no "Total expenses"."""
    said = content_words(claim.subject)
    if len(said) < _WORDS_OF_TWO or not found:
        return found
    out: list[tuple[Operand, Strength]] = []
    for o, strength in found:
        label = content_words(o.facts[0].label) if len(o.facts) == 1 else said
        rest = "-".join(w for w in said if w not in label)
        own = search.index.labelled(rest, o) if strength == "sure" and rest else []
        out += [(o, "likely" if own else strength), *((x, "likely") for x in own)]
    return out


def of_all_owners(claim: Claim, found: Found, search: Search) -> Found:
    """The figures of a result, none of them sure that are of its owners' part where the sentence tells the two apart: "net
    income was $16 million; net income attributable to Halden was $13 million"."""
    told = search.said.claims_of(claim)
    apart = any(c.measure == claim.measure and _ATTRIBUTABLE in c.subject for c in told)
    if not apart or _ATTRIBUTABLE in claim.subject:
        return found
    return [(o, "likely" if s == "sure" and any(_ATTRIBUTABLE in f.label for f in o.facts) else s) for o, s in found]


def of_whole(claim: Claim, operand: Operand, strength: Strength, search: Search) -> Strength:
    """A total of a balance may be more than the row of its name: current deferred revenue is a part of all of it."""
    plain = len(operand.facts) == 1 and search.periods.stands(claim)
    if strength == "sure" and plain and _TOTAL.match(claim.subject) and not _TOTAL.search(operand.facts[0].label):
        return "likely"
    return strength
