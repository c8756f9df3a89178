"""The amounts that a sentence gives as the reasons of a change, which add up to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from auditor.binding.operands import combined
from auditor.binding.said import OWN, Said, in_sentence
from auditor.model.binding import Candidate
from auditor.model.claim import Claim
from auditor.model.quantity import is_money
from auditor.model.source import Document

_CHANGE = r"(?:increase|decrease|change|growth|decline|improvement|reduction|rise)"
_CAUSED = r"\b(?:due|driven|attributable|attributed|result(?:ed|ing|s)?|reflect(?:ed|ing|s)?|caused|related|because)\b"
_OF_THAT = re.compile(rf"\s*(?:the|this)\s+(?:[\w-]+\s+){{0,2}}?{_CHANGE}\b[^.;]*?{_CAUSED}", re.I)
_BY_THESE = re.compile(_CAUSED, re.I)
_OFFSET = re.compile(r"\boffset\b", re.I)
_MOST = 6  # reasons of one change
_NEW_PARAGRAPH = re.compile(r"\n\s*\n")
_NEXT = 4  # characters between two sentences of one paragraph


class Causes:
    """What the reasons of a change give for each other: "the increase was driven by rents of $5 million and wages of $3
    million, partially offset by a decrease of $1 million in taxes", behind an increase of $7 million."""

    def __init__(self, document: Document, said: Said) -> None:
        self._document = document
        self._said = said

    def of(self, claim: Claim) -> tuple[Candidate, ...]:
        """A reason as the change less the others, within their roundings."""
        amounts = _amounts(self._said.claims_of(claim))
        if claim.outlook or claim not in amounts:
            return ()
        text, sentence = self._document.text, claim.sentence
        if _OF_THAT.match(text, sentence.start, amounts[0].span.start):
            whole, parts = self._change_before(claim), amounts
        else:
            whole, parts = amounts[0], amounts[1:]
            if not parts or not _BY_THESE.search(text, whole.span.end, parts[0].span.start):
                return ()
        if whole is None or whole.kind != "change" or claim not in parts or not 1 < len(parts) <= _MOST:
            return ()
        offset = _OFFSET.search(text, parts[0].span.end, sentence.end)
        signs = [-1 if offset and c.span.start > offset.start() else 1 for c in parts]
        return self._less_the_others(claim, whole, parts, signs)

    def _less_the_others(
        self, claim: Claim, whole: Claim, parts: Sequence[Claim], signs: Sequence[int]
    ) -> tuple[Candidate, ...]:
        mine = signs[parts.index(claim)]
        terms = [(whole, mine)] + [(c, -s * mine) for c, s in zip(parts, signs, strict=True) if c is not claim]
        terms.sort(key=lambda term: -term[1])  # a sum begins with what is not taken off
        left = combined([in_sentence(c) for c, _ in terms], [s for _, s in terms])
        if not left.quantity.meets(claim.quantity):
            return ()
        return (Candidate({"stated" if claim.kind == "change" else "now": left}, "likely", OWN),)

    def _change_before(self, claim: Claim) -> Claim | None:
        """The change that the sentence right before states in money."""
        told = self._said.claims_before(claim)
        gap = self._document.text[told[-1].sentence.end : claim.sentence.start] if told else ""
        if len(gap) > _NEXT or _NEW_PARAGRAPH.search(gap):
            return None
        return next((c for c in _amounts(told) if c.kind == "change"), None)


def _amounts(told: Sequence[Claim]) -> list[Claim]:
    return [c for c in told if c.kind in ("level", "change") and is_money(c.quantity.unit)]
