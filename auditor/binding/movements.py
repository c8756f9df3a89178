"""The figures before and after that a movement told in words is between: "sales rose"."""

from __future__ import annotations

from decimal import Decimal

from auditor.binding.search import Search
from auditor.model.binding import Binding, Candidate, Operand, Strength
from auditor.model.claim import Claim
from auditor.model.movement import Movement
from auditor.model.period import Period
from auditor.model.quantity import Quantity


def movement(moved: Movement, search: Search) -> Binding:
    """The figures before and after: sure where the paragraph names the base, or the year-ago and the preceding
    period both stand in the tables; and where all the bases there are tell the same."""
    if moved.measure is None or moved.period is None:
        return Binding(moved.id, (), "no measure of the tables is named")
    period = moved.period
    bases = [moved.base] if moved.base else []
    bases += [search.calendar.year_before(period), search.calendar.before(period)]
    now = _surely(moved, period, search)
    before = [_surely(moved, base, search) for base in bases]
    if now is None or before[0] is None:
        return Binding(moved.id, (), f"no table gives {moved.subject} of both periods")
    turns = {abs(now.quantity.value) > abs(b.quantity.value) for b in before if b is not None}
    known = moved.base is not None or None not in before
    strength: Strength = "sure" if len(turns) == 1 and known else "likely"
    return Binding(moved.id, (Candidate({"now": now, "before": before[0]}, strength),))


def _surely(moved: Movement, period: Period, search: Search) -> Operand | None:
    """The one sure figure of a movement's measure in a period."""
    assert moved.measure is not None
    entry = search.vocabulary.entry(moved.measure.key)
    unit = "percent" if entry is not None and entry.unit == "percent" else "USD"
    nothing = Quantity.exact(Decimal(0), unit)
    said = Claim(moved.id, moved.span, moved.sentence, moved.quote, nothing, "level", moved.measure)
    sure = [o for o, s in search.values.of(said, period) if s == "sure"]
    alike = all(o.quantity.magnitude().meets(sure[0].quantity.magnitude()) for o in sure)
    return sure[0] if sure and alike else None
