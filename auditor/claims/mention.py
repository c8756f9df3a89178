"""A measure that a sentence names."""

from __future__ import annotations

from auditor.frozen import dataclass
from auditor.model.fact import Measure


@dataclass(frozen=True, slots=True)
class Mention:
    """A measure named at `start`:`end`. `foreign` are narrowing words that stand in no table of the document."""

    start: int
    end: int
    measure: Measure
    negative: bool = False
    foreign: frozenset[str] = frozenset()
    text: str = ""
    core: int = 0
    """Where the last word of the name starts."""
    unit: str = ""
    """The vocabulary's unit of the measure; empty for a row's own label, and for what is stated in money or in pieces; "price" for a row of amounts each."""
    bare: bool = False
    """Whether the part of a measure is named alone: "Nordic led the way"."""
    parts: tuple[Measure, ...] = ()
    """The measure of each of the segments that it is named for together: "sales in our Nordic and Baltic segments"."""
