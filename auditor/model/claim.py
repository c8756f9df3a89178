"""Claims: what each number of the prose says."""

from __future__ import annotations

from typing import Literal

from auditor.frozen import dataclass
from auditor.model.fact import Measure
from auditor.model.period import Period
from auditor.model.quantity import Quantity
from auditor.model.source import Span

ClaimKind = Literal["level", "change", "change-percent", "change-points", "share-of", "per-share", "count", "ratio"]
Direction = Literal["up", "down", "flat"]
Hedge = Literal["about", "over", "under", "at-least", "at-most"]

ClaimRole = Literal["current", "base", "change"]

CHANGES: tuple[ClaimKind, ...] = ("change", "change-percent", "change-points")
"""The kinds of claims that say by how much a figure moved."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One number of the prose. `quantity.value` is what the text says in base units.

    `base` is the period a change or comparison is against. `whole` is the measure that a share is of. `subject`
    is the phrase that names the measure, as printed. `group` ties the claims of one sentence that state one
    comparison (the new level, the change, its percentage, the old level): they share its number. `also` are further
    measures named beside the first (a sum, where one number stands for all); `foreign` words of the subject that
    stand in no table; `carried` says that the subject was taken from the sentence before; `dated` that the sentence
    itself names the period; `doubt` why the sentence may speak of something else than the measure that it names (a
    difference is then no contradiction), empty where nothing speaks against it.
    """

    id: str
    span: Span
    sentence: Span
    quote: str
    quantity: Quantity
    kind: ClaimKind
    measure: Measure | None = None
    subject: str = ""
    period: Period | None = None
    base: Period | None = None
    whole: Measure | None = None
    direction: Direction | None = None
    hedge: Hedge | None = None
    outlook: bool = False
    negative: bool = False
    group: int = 0
    role: ClaimRole = "current"
    also: tuple[Measure, ...] = ()
    foreign: frozenset[str] = frozenset()
    carried: bool = False
    dated: bool = False
    doubt: str = ""
    instead: Measure | None = None
    """The measure of the whole company, where that of a part is meant only most likely."""
    beside: Period | None = None
    """The period of the figure that is compared with this one, where the sentence does not say of when this one is."""
