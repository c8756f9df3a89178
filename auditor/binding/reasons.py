"""Why no figure of the tables is surely what a claim speaks of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from auditor.binding.ambiguity import ONE_OF
from auditor.binding.index import unit_class
from auditor.binding.search import Search
from auditor.model.binding import Candidate
from auditor.model.claim import Claim
from auditor.vocabulary.words import content_words

_FEW = 4
_SIDES_AND_BASES = frozenset(("diluted", "basic", "adjusted", "continuing", "discontinued", "average"))


def reason(claim: Claim, search: Search, found: Sequence[Candidate] = ()) -> str:
    """In words for the reports, of a claim whose measure is known, for which some readings were `found`."""
    assert claim.measure is not None
    if claim.foreign:
        return f"no table gives {_spoken(claim, search.text)}"
    matches = search.index.matches(claim.measure, claim.foreign, unit_class(claim.quantity.unit))
    if not matches:
        return f"no table gives {_spoken(claim, search.text)}"
    if claim.doubt:
        return f"not surely {_spoken(claim, search.text)}: {claim.doubt}"
    if claim.period is None:
        return "the period is not named"
    spoken = _spoken(claim, search.text)
    several = list({fact.text: None for c in found if c.note == ONE_OF for fact in c.operands["now"].facts})
    if len(several) > 1:
        return f"several figures are {spoken} {claim.period.when}: {', '.join(several[:_FEW])}"
    return f"no figure of {spoken} {claim.period.when}"


def _spoken(claim: Claim, text: str) -> str:
    """The measure in the sentence's words, with the name of the segment that the text around it gives it to."""
    if not claim.subject or claim.measure is None:
        return str(claim.measure)
    qualifiers = claim.measure.qualifiers
    own = qualifiers - _SIDES_AND_BASES
    if not own or not claim.measure.known or qualifiers & frozenset(content_words(claim.subject)):
        return claim.subject
    name = _called(own, text)
    said = [*sorted(qualifiers - own), claim.subject]
    return " ".join([name, *said] if name.islower() else [*said, "of", name])


@lru_cache(maxsize=64)  # many claims are of one segment
def _called(words: frozenset[str], text: str) -> str:
    """What the text mostly calls a segment by these words of its name; the words where it does not."""
    one = rf"(?:{'|'.join(re.escape(word.removesuffix('y')) for word in sorted(words))})\w*"
    joined = rf"(?:[\s,/&-]+(?:(?:and|of|the)\s+)?{one}){{{len(words) - 1}}}"
    names = (" ".join(found[0].split()) for found in re.finditer(rf"\b{one}{joined}", text, re.I))
    called = Counter(name for name in names if words == frozenset(content_words(name))).most_common(1)
    return called[0][0] if called else " ".join(sorted(words))
