"""Movements: words that say a measure rose, fell or stayed, without a number of their own."""

from __future__ import annotations

from auditor.frozen import dataclass
from auditor.model.claim import Direction
from auditor.model.fact import Measure
from auditor.model.period import Period
from auditor.model.source import Span


@dataclass(frozen=True, slots=True)
class Movement:
    """“the decline in the gross loss percentage”: `quote` as printed, `subject` the phrase that names the measure.

    `negative`: the phrase speaks of the negative of the measure (a loss), and the direction is that of the loss.
    """

    id: str
    span: Span
    sentence: Span
    quote: str
    subject: str
    measure: Measure | None
    direction: Direction
    period: Period | None = None
    base: Period | None = None
    negative: bool = False
