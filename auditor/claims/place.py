"""Where a number stands in its sentence, and why it may not be the measure's own: reasons written for the reader."""

from __future__ import annotations

import re

from auditor.frozen import dataclass
from auditor.grammar.folding import Hinted

PART = "the sentence speaks of a part of it"
OTHER = "the sentence speaks of something that the figure only belongs to"
EFFECT = "the sentence speaks of an effect on it"
LIMIT = "the sentence states a limit"
SECTION = "the text around it speaks of a segment"
EACH = "the sentence speaks of an amount each"
UNDER_HEADING = "the heading above the text may be one of a segment"
YEAR = "the year may stand for the quarter of it"
NARROWED = "words behind the number narrow it"
AVERAGE = "the sentence speaks of a yearly average"
RESTATED = "the sentence speaks of it as it stood before or after a restatement"

REACH = 500  # characters before a number, or a measure, that may tell of it
WHEN = (
    r"(?:(?:the|a|an|one|our|its|that|this)\s+)*(?:prior|previous|preceding|same|comparable|corresponding|similar|like|linked|sequential|"
    r"immediately|last|year|quarter|half|period|month|first|second|third|fourth|fiscal|calendar|three|six|nine|twelve|thirteen|"
    r"q[1-4]|[1-4]q|h[12]|\d|\$|\S*-(?:quarter|month|week)|january|february|march|april|may|june|july|august|september|october|november|december)"
)
WITHOUT = (
    r"(?:(?:Even\s+)?(?:After|When|By)\s+)?(?:Excluding|Without|Adjust(?:ing|ed)\s+for|Exclusive\s+of)\b"
    # how a sentence begins that leaves something out
)
IN_OTHER = re.compile(
    r"^\s+in\s+(?!(?:the|our|its|their|this|that|each|both|all|a|an|fiscal|calendar|first|second|third|fourth|three|six|nine|twelve|total"
    r"|constant|local|part|comparison|connection|response|addition|line|aggregate|cash|value|q\d)\b)[a-z][a-z-]+",
)  # "a decrease of $20 million in labor costs"
OF_DEBT = Hinted(
    r"debt|borrow|credit|loan|notes|revolv|facilit|availab|liquidity|commercial\s+paper",
    "debt|borrow|credit|loan|notes|revolv|facilit|availab|liquidity|commercial",
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where one number stands in its sentence, and the measure that it is taken to be of (`measure` as start and end)."""

    text: str
    start: int
    end: int
    measure: tuple[int, int]
    changed: bool
    """Whether the number is a change."""
    money: bool = False
    """Whether the number is an amount of money."""
    known: bool = True
    """Whether the vocabulary knows the measure; otherwise it is a row's own label."""

    counted: bool = False
    """Whether the number is a count."""

    @property
    def before(self) -> str:
        return self.text[max(0, self.start - REACH) : self.start]

    @property
    def after(self) -> str:
        return self.text[self.end : self.end + 120]

    @property
    def leading(self) -> str:
        return self.text[max(0, self.measure[0] - REACH) : self.measure[0]]

    @property
    def named(self) -> str:
        return self.text[self.measure[0] : self.measure[1]]

    @property
    def between(self) -> str:
        return self.text[max(self.measure[1], self.start - REACH) : self.start]

    @property
    def follows(self) -> bool:
        """Whether the measure is named behind the number."""
        return self.measure[0] >= self.end
