"""Words of direction without a number: "the decline in the gross loss percentage"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.claims.mentions import Mention
from auditor.claims.tokens import Tagged
from auditor.grammar.shapes import Cue
from auditor.model.claim import Direction
from auditor.model.movement import Movement
from auditor.model.period import Period
from auditor.model.source import Span

_MOVED = re.compile(r"(?P<turn>[+-])iw?(?P<measure>M)(?!w?[$%psnx])")
_NUMBERS = re.compile(r"[$%psnx]")


def movements(tagged: Tagged, sentence: Span, period: Period, base: Period | None) -> Iterator[Movement]:
    """The movements of a sentence that states no number, of `period` against `base`, where the paragraph names one."""
    if _NUMBERS.search(tagged.tags):
        return
    for m in _MOVED.finditer(tagged.tags):
        cue, mention = tagged.tokens[m.start("turn")], tagged.tokens[m.start("measure")]
        if not isinstance(cue.value, Cue) or not isinstance(mention.value, Mention) or mention.value.foreign:
            continue
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
            mention.value.measure,
            direction,
            period,
            base,
            mention.value.negative,
        )
