"""Why no figure of the tables is surely what a claim speaks of."""

from __future__ import annotations

from auditor.binding.index import unit_class
from auditor.binding.search import Search
from auditor.model.claim import Claim
from auditor.vocabulary.words import content_words

_SIDES_AND_BASES = frozenset(("diluted", "basic", "adjusted", "continuing", "discontinued", "average"))


def reason(claim: Claim, search: Search) -> str:
    """In words for the reports, of a claim whose measure is known."""
    assert claim.measure is not None
    if claim.foreign:
        return f"no table gives {_spoken(claim)}"
    matches = search.index.matches(claim.measure, claim.foreign, unit_class(claim.quantity.unit))
    if not matches:
        return f"no table gives {_spoken(claim)}"
    if claim.doubt:
        return f"not surely {_spoken(claim)}: {claim.doubt}"
    return f"no figure of {_spoken(claim)} for {claim.period}" if claim.period else "the period is not named"


def _spoken(claim: Claim) -> str:
    """The measure in the sentence's words; in its own where the text around it gives it to a segment."""
    if not claim.subject or claim.measure is None:
        return str(claim.measure)
    plain = claim.measure.qualifiers <= _SIDES_AND_BASES
    said = plain or claim.measure.qualifiers & frozenset(content_words(claim.subject)) or not claim.measure.known
    return claim.subject if said else str(claim.measure)
