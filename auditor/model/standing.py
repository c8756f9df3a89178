"""Where a figure stands among those of other periods, in words: the third rise in a row, the highest in years."""

from __future__ import annotations

from datetime import date
from typing import Literal

from auditor.frozen import dataclass
from auditor.model.fact import Measure
from auditor.model.period import Period
from auditor.model.source import Span

Unit = Literal["quarter", "year"]
Turn = Literal["up", "down", "profit"]
Basis = Literal["year-before", "period-before"]


@dataclass(frozen=True, slots=True)
class Streak:
    """“the fifth consecutive quarter of revenue growth”: `count` periods of one length in a row up to `period`.

    `quote` as printed; `subject` the phrase that names the measure. `turn` is None where the words tell none, `profit`
    where they speak of results above zero; `basis` is None where they do not say what each period is compared with.
    `negative`: a loss is spoken of.
    """

    span: Span
    sentence: Span
    quote: str
    subject: str
    measure: Measure | None
    period: Period | None
    count: int
    unit: Unit
    turn: Turn | None = None
    basis: Basis | None = None
    negative: bool = False


@dataclass(frozen=True, slots=True)
class Superlative:
    """“the highest quarterly revenue in two years”: `period` is of the highest (or lowest) figure.

    It is held against the periods that end after `since` and before it, against all earlier ones where that is None,
    and against every period where the words say that those `shown` are meant; `yearly`: only against the same quarter
    of other years.
    """

    span: Span
    sentence: Span
    quote: str
    subject: str
    measure: Measure | None
    period: Period
    highest: bool
    since: date | None = None
    shown: bool = False
    negative: bool = False
    yearly: bool = False
