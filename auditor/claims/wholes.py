"""Shares: what a percentage, or the points by which it moved, is a part of."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from auditor.claims.mention import Mention
from auditor.claims.parsed import NUMBER_TAGS, Sentence
from auditor.model.fact import Measure

_AS_A_SHARE = re.compile(
    r"\s*,?\s*(?:expressed\s+)?as\s+an?\s+(?:percentage|percent|%|share|proportion)\s+of\s+(?:\w+\s+){0,2}", re.I
)
_SHARE_FIRST = re.compile(r"\bas\s+an?\s+(?:percentage|percent|%|share|proportion)\s+of\s+(?:\w+\s+){0,2}$", re.I)
_OF_TOTAL = re.compile(
    r"\s*of\s+(?:the|our|its)\s+(?:(?:group|company|consolidated|overall)(?:'s)?\s+)?total\b(?!\s+[a-z]{3})", re.I
)
_OF_ITS_OWN = re.compile(r"w?o(?!w?T)")
_TIMES = re.compile(r"w?T?w?M")
_ONE_TO_OTHER = re.compile(r"Mt[wT]{0,2}(?P<other>M)[^M;]*$")
_BY_POINTS = re.compile(r"p[^M;]?[^M;]?[fc]")  # "44.7% of revenue, an improvement of 90 basis points from 45.6%"
_SHARE_MOVED = re.compile(rf"(?:w?oT?w?M)?[^M;{NUMBER_TAGS}]*")
_MOVED_TO = re.compile(rf"(?:[^M;{NUMBER_TAGS}]*%)?[^M;{NUMBER_TAGS}]*")


def wholes_of(s: Sentence) -> dict[int, Mention]:
    """The measure that each share is of: "79% of revenue", "as a percentage of sales was 12%"."""
    out: dict[int, Mention] = {}
    for k, part in s.parts.items():
        if part.role == "share" or part.role == "base" and s.tags[k] == "%":
            m = re.match(r"w?oT?w?M", s.tags[k + 1 :])
            if m and (whole := s.mention(k + m.end())):
                out[k] = whole
            continue
        if part.role == "level" and s.tags[k] == "%" and (whole := _total_of(s, k)) is not None:
            out[k] = whole
            s.parts[k] = replace(part, role="share")
    _multiples(s, out)
    percentages = [k for k in sorted(s.parts) if s.tags[k] == "%"]
    for before, k in pairwise(percentages):
        own = _OF_ITS_OWN.match(s.tags, k + 1)  # "30% of revenues, and the provision was 6% of title premiums"
        told = k in out or own is not None or ";" in s.between(before, k)
        if not told and before in out and s.parts[k].role in ("level", "base"):
            between = s.between(before, k)
            if re.search(r"[,acf]", between) and (not re.search(r"[UD+-]", between) or _BY_POINTS.search(between)):
                out[k] = out[before]
                s.parts[k] = replace(s.parts[k], role="share" if s.parts[k].role == "level" else "base")
    return out


def _multiples(s: Sentence, out: dict[int, Mention]) -> None:
    """What the multiples are of: "net debt was 2.2 times adjusted EBITDA, compared with 2.6 times", "debt to EBITDA was 3.0x"."""
    before = past = 0
    for k in (k for k in sorted(s.parts) if s.tags[k] == "x"):
        behind, named = _TIMES.match(s.tags, k + 1), _ONE_TO_OTHER.search(s.tags, before, k)
        at = behind.end() - 1 if behind else named.start("other") if named else -1
        whole = s.mention(at) if at >= 0 else out.get(before) if "M" not in s.tags[past:k] else None
        if whole is not None:
            out[k] = whole
        before, past = k, max(k, at) + 1


def _total_of(s: Sentence, k: int) -> Mention | None:
    """What a part is a share of that the words only call the total: "support revenue was $54 million, or 25% of the total"."""
    number = s.tokens[k]
    if _OF_TOTAL.match(s.tagged.text, number.end) is None:
        return None
    part = next((m for j in range(k - 1, -1, -1) if (m := s.mention(j)) is not None), None)
    if part is None or not part.measure.known or not part.measure.qualifiers:
        return None
    return replace(part, measure=Measure(part.measure.key, frozenset(), True))


def share_points(s: Sentence, wholes: dict[int, Mention]) -> None:
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


def ratios_of(s: Sentence, wholes: dict[int, Mention]) -> None:
    """ "The ratio of A to B was 0.8%": the percentages are shares of B."""
    named = [(k, mention) for k in range(len(s.tags)) if (mention := s.mention(k)) is not None]
    said = [
        (j, second)
        for (_, first), (j, second) in pairwise(named)
        if _AS_A_SHARE.fullmatch(s.tagged.text, first.end, second.start)
    ]
    for j, second in reversed(said):  # each goes on up to the next
        _make_shares(s, wholes, j, second)
    if said:
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
        if k <= after or k in wholes:
            continue
        if s.tags[k] == "p":
            wholes[k] = whole
        elif s.tags[k] == "%" and part.role != "change":
            wholes[k] = whole
            s.parts[k] = replace(part, role="base" if part.role in ("base", "from") else "share")
