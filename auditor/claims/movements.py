"""Words of direction without a number: "the decline in the gross loss percentage"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.claims.mention import Mention
from auditor.claims.tokens import Tagged
from auditor.grammar.shapes import Cue
from auditor.model.claim import Direction
from auditor.model.fact import Measure
from auditor.model.movement import Movement
from auditor.model.period import Period
from auditor.model.source import Span

_MOVED = re.compile(r"(?P<turn>[+-])iw?(?P<measure>M)(?!w?[$%psnx])")
# What a sentence goes on with that tells of something that has happened.
_TOLD = re.compile(
    r"[\s,]*(?:\w+ly\s+)?(?:\(|was|were|reflect|result|due\b|came|in\b|for\b|from\b|during|compared|and\b|"
    r"driven|over\b|is\s+(?:\w+ly\s+)?(?:due|attributable|the\s+result)|$|\.)",
    re.I,
)
_SEGMENT = re.compile(r"\bsegment\b", re.I)
_NUMBERS = re.compile(r"[$%psnx]")


def movements(
    tagged: Tagged,
    sentence: Span,
    period: Period,
    base: Period | None,
    subject: Mention | None = None,
    section: frozenset[str] = frozenset(),
    maybe: frozenset[str] = frozenset(),
) -> Iterator[Movement]:
    """The movements of a sentence that states no number, of `period` against `base`, where the paragraph names one.
    `subject` is what the sentence before speaks of: where that is a part ("Nordic revenue"), so is what moved; so it is
    under the heading of a segment (`section`). Where it is not known whether a heading is one (`maybe`), or the words name
    some segment, nothing is told."""
    if _NUMBERS.search(tagged.tags) or base is not None and base.months != period.months:
        return  # what was compared before was of another length than what is spoken of now
    for m in _MOVED.finditer(tagged.tags):
        cue, mention = tagged.tokens[m.start("turn")], tagged.tokens[m.start("measure")]
        if not isinstance(cue.value, Cue) or not isinstance(mention.value, Mention) or mention.value.foreign:
            continue
        measure = mention.value.measure
        if subject is not None and subject.measure != measure and subject.measure.key == measure.key:
            continue
        if not _TOLD.match(tagged.text, mention.end):
            continue
        if _SEGMENT.search(mention.value.text) or (maybe and not measure.qualifiers):
            continue
        if section and not measure.qualifiers:
            measure = Measure(measure.key, section, measure.known)
        direction: Direction | None = {"up": "up", "down": "down"}.get(cue.value.direction)  # type: ignore[assignment]
        if direction is None:
            continue
        span = Span(sentence.start + cue.start, sentence.start + mention.end)
        yield Movement(
            "",
            span,
            sentence,
            tagged.text[cue.start : mention.end],
            mention.value.text,
            measure,
            direction,
            period,
            base,
            mention.value.negative,
        )
