"""The amounts, or the points of growth, that a sentence gives as the reasons of a change, which add up to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from auditor.binding.operands import SIGNS, combined
from auditor.binding.said import OWN, Said, in_sentence
from auditor.model.binding import Candidate, Operand
from auditor.model.claim import Claim
from auditor.model.digits import slipped_from
from auditor.model.quantity import is_money
from auditor.model.source import Document

_CHANGE = r"(?:increase|decrease|change|growth|decline|improvement|reduction|rise)"
_CAUSED = r"\b(?:due|driven|attributable|attributed|result(?:ed|ing|s)?|reflect(?:ed|ing|s)?|caused|related|because)\b"
_OF_THAT = re.compile(rf"\s*(?:the|this)\s+(?:[\w-]+\s+){{0,2}}?{_CHANGE}\b[^.;]*?{_CAUSED}", re.I)
_BY_THESE = re.compile(_CAUSED, re.I)
_MAINLY = re.compile(r"\b(?:primarily|mainly|mostly|largely|principally|chiefly|in\s+part|partly|among)\b", re.I)
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
        if claim.outlook:
            return ()
        told = self._said.claims_of(claim)
        if claim.quantity.unit == "percent":
            return self._of_rates(claim, [c for c in told if c.kind == "change-percent"])
        return self._of_amounts(claim, told)

    def _of_amounts(self, claim: Claim, told: Sequence[Claim]) -> tuple[Candidate, ...]:
        amounts = _amounts(told)
        if claim not in amounts:
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

    def _of_rates(self, claim: Claim, rates: Sequence[Claim]) -> tuple[Candidate, ...]:
        """Of "sales rose 2%, driven by an 11% increase in volume and a 9% decrease in price" each rate goes its own way."""
        whole, parts = (rates[0], rates[1:]) if rates else (claim, ())
        if claim not in parts and claim is not whole or not 1 < len(parts) <= _MOST:
            return ()
        ways = [SIGNS.get(c.direction or "", 0) for c in rates]
        if not all(ways) or whole.hedge is not None:
            return ()
        if not _BY_THESE.search(self._document.text, whole.span.end, parts[0].span.start):
            return ()
        signs = [way * ways[0] for way in ways[1:]]
        if claim is whole:
            return self._together(claim, parts, signs)
        return self._less_the_others(claim, whole, parts, signs)

    def _together(self, whole: Claim, parts: Sequence[Claim], signs: Sequence[int]) -> tuple[Candidate, ...]:
        """A change as what its reasons add up to."""
        terms = sorted(zip(parts, signs, strict=True), key=lambda term: -term[1])
        added = combined([in_sentence(c) for c, _ in terms], [s for _, s in terms])
        return self._given(whole, "stated", added, [whole, *parts])

    def _less_the_others(
        self, claim: Claim, whole: Claim, parts: Sequence[Claim], signs: Sequence[int]
    ) -> tuple[Candidate, ...]:
        mine = signs[parts.index(claim)]
        terms = [(whole, mine)] + [(c, -s * mine) for c, s in zip(parts, signs, strict=True) if c is not claim]
        terms.sort(key=lambda term: -term[1])  # a sum begins with what is not taken off
        left = combined([in_sentence(c) for c, _ in terms], [s for _, s in terms])
        return self._given(claim, "stated" if claim.kind == "change" else "now", left, [whole, *parts])

    def _given(self, claim: Claim, name: str, given: Operand, told: Sequence[Claim]) -> tuple[Candidate, ...]:
        """What the other numbers give for one; of reasons that are said to be all, also one that a slip parts from it."""
        if given.quantity.meets(claim.quantity):
            return (Candidate({name: given}, "likely", OWN),)
        all_told = not any(c.hedge for c in told) and not _MAINLY.search(self._document.slice(claim.sentence))
        slip = all_told and slipped_from(claim.quote, claim.quantity, given.quantity)
        return (Candidate({name: given}, "sure", OWN),) if slip else ()

    def _change_before(self, claim: Claim) -> Claim | None:
        """The change that the sentence right before states in money."""
        told = self._said.claims_before(claim)
        gap = self._document.text[told[-1].sentence.end : claim.sentence.start] if told else ""
        if len(gap) > _NEXT or _NEW_PARAGRAPH.search(gap):
            return None
        return next((c for c in _amounts(told) if c.kind == "change"), None)


def _amounts(told: Sequence[Claim]) -> list[Claim]:
    return [c for c in told if c.kind in ("level", "change") and is_money(c.quantity.unit)]
