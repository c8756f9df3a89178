"""The prose of two drafts side by side: which number became which."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from auditor.frozen import dataclass
from auditor.model.claim import Claim
from auditor.model.finding import Audit
from auditor.model.source import Span

REWRITTEN = 0.5  # likeness of two paragraphs, from which on one is the other rewritten
_NUMBER = re.compile(r"\d[\d,.]*")
_TOKEN = re.compile(r"\d[\d,.]*\d|\d|\w+|[^\w\s]")


@dataclass(frozen=True)
class PairedClaims:
    both: tuple[tuple[Claim, Claim], ...]
    removed: tuple[Claim, ...]
    added: tuple[Claim, ...]


def paired_claims(old: Audit, new: Audit) -> PairedClaims:
    at = {claim.span.start: claim for claim in new.claims}
    moved = _places(old, new)
    both = tuple(
        (claim, at[there]) for claim in old.claims if (there := moved.get(claim.span.start)) is not None and there in at
    )
    known_old, known_new = {a.id for a, _ in both}, {b.id for _, b in both}
    return PairedClaims(
        both,
        tuple(claim for claim in old.claims if claim.id not in known_old),
        tuple(claim for claim in new.claims if claim.id not in known_new),
    )


def _places(old: Audit, new: Audit) -> dict[int, int]:
    """Where each number of the old draft that a claim begins with went."""
    olds, news = _paragraphs(old), _paragraphs(new)
    found: dict[int, int] = {}
    for i, j in _pairs([_text(old, s) for s in olds], [_text(new, s) for s in news]):
        found |= _moved(old, olds[i], new, news[j])
    return found


def _paragraphs(audit: Audit) -> list[Span]:
    return [paragraph.span for paragraph in audit.document.paragraphs if paragraph.kind != "furniture"]


def _text(audit: Audit, span: Span) -> str:
    """A paragraph with its numbers made alike."""
    return _NUMBER.sub("0", " ".join(audit.document.slice(span).lower().split()))


def _pairs(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Paragraphs that stayed, then those that moved, then those that were rewritten."""
    taken: set[int] = set()
    loose: list[tuple[int, range]] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            taken.update(range(c, d))
            yield from zip(range(a, b), range(c, d), strict=True)
        else:
            loose += [(i, range(c, d)) for i in range(a, b)]
    for i, near in loose:
        everywhere = [j for j in range(len(new)) if j not in taken]
        same = [j for j in everywhere if new[j] == old[i]]
        ranked = [(_likeness(old[i], new[j]), -j) for j in near if j in everywhere]
        if same:
            taken.add(same[0])
            yield i, same[0]
        elif ranked and max(ranked)[0] >= REWRITTEN:
            taken.add(-max(ranked)[1])
            yield i, -max(ranked)[1]


def _likeness(a: str, b: str) -> float:
    return SequenceMatcher(None, a.split(), b.split(), autojunk=False).ratio()


def _moved(old: Audit, there: Span, new: Audit, here: Span) -> dict[int, int]:
    """The places of the tokens of a paragraph in what it became; a replaced number is the number in its place."""
    olds = list(_TOKEN.finditer(old.document.text, there.start, there.end))
    news = list(_TOKEN.finditer(new.document.text, here.start, here.end))
    a, b = [_NUMBER.sub("0", m.group()) for m in olds], [_NUMBER.sub("0", m.group()) for m in news]
    found: dict[int, int] = {}
    for tag, i, k, j, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal" or k - i == m - j:
            found |= {x.start(): y.start() for x, y in zip(olds[i:k], news[j:m], strict=True)}
    return found
