"""Where a number stands in its sentence, and why it may not be the measure's own: reasons written for the reader."""

from __future__ import annotations

import re

from auditor.frozen import dataclass
from auditor.grammar.folding import Hinted, folded
from auditor.grammar.numbers import Number

PART = "the sentence speaks of a part of it"
OTHER = "the sentence speaks of something that the figure only belongs to"
EFFECT = "the sentence speaks of an effect on it"
LIMIT = "the sentence states a limit"
SECTION = "the text around it speaks of a segment"
EACH = "the sentence speaks of an amount each"
UNDER_HEADING = "the heading above the text may be one of a segment"
YEAR = "the year may stand for the quarter of it"
YEARLY = "the sentence speaks of a whole year at this rate"
SPOKEN = "the same period may be the one spoken of or that of the year before"
BEFORE = "the prior period may be the one before or that of the year before"
NARROWED = "words behind the number narrow it"
PLANNED = "the sentence holds it against what was expected"
AVERAGE = "the sentence speaks of a yearly average"
RESTATED = "the sentence speaks of it as it stood before or after a restatement"

REACH = 500  # characters before a number, or a measure, that may tell of it
_NEAR = 120  # characters behind a number
THE = r"(?:(?:the|our|its|their|this|these|all|total|consolidated|company's|such|certain|any)\s+)*"
WHEN = (
    r"(?:(?:the|a|an|one|our|its|that|this)\s+)*(?:prior|previous|preceding|same|comparable|corresponding|"
    r"similar|like|linked|sequential|"
    r"immediately|last|year|quarter|half|period|month|first|second|third|fourth|fiscal|calendar|three|six|nine|"
    r"twelve|thirteen|"
    r"q[1-4]|[1-4]q|h[12]|\d|\$|\S*-(?:quarter|month|week)|january|february|march|april|may|june|july|august|"
    r"september|october|november|december)"
)
WITHOUT = (
    r"(?:(?:Even\s+)?(?:After|When|By)\s+)?(?:Excluding|Without|Adjust(?:ing|ed)\s+(?:[^,;.]{1,80}?\s)?for|Exclusive\s+of)\b"
    # how a sentence begins that leaves something out
)
MONTH = (
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Q\d|Fiscal|FY|First|Second|Third|Fourth|Three|Six|"
    r"Nine|Twelve|Year|Quarter|Period|Half|Month|Week|Full|Prior|Same|The|Our)"
)
IN_OTHER = re.compile(
    r"^\s+in\s+(?!(?:the|our|its|their|this|that|each|both|all|a|an|fiscal|calendar|first|second|third|fourth|"
    r"three|six|nine|twelve|total|last|prior|previous|preceding|year|same|comparable|corresponding"
    r"|constant|local|part|comparison|connection|response|addition|line|aggregate|cash|value|q\d)\b)[a-z][a-z-]+",
)  # "a decrease of $20 million in labor costs"
OF_DEBT = Hinted(
    r"debt|borrow|credit|loan|notes|revolv|facilit|availab|liquidity|commercial\s+paper",
    "debt|borrow|credit|loan|notes|revolv|facilit|availab|liquidity|commercial",
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where one number stands in its sentence, and the measure that it is taken to be of: the words on their sides.

    They are cut once, as some sixty signs are looked for in them.
    """

    text: str
    low: str
    """The sentence in lower case."""
    before: str
    """What stands before the number."""
    after: str
    """The words behind the number."""
    leading: str
    """What stands before the measure."""
    named: str
    """The words that name the measure."""
    behind: str
    """What stands behind the measure."""
    between: str
    """What stands between the measure and the number behind it."""
    follows: bool
    """Whether the measure is named behind the number."""
    measure: tuple[int, int]
    """The start and the end of the measure in the sentence."""
    changed: bool
    """Whether the number is a change."""
    money: bool
    """Whether the number is an amount of money."""
    known: bool
    """Whether the vocabulary knows the measure; otherwise it is a row's own label."""
    counted: bool
    """Whether the number is a count."""

    def search(self, sign: Hinted, part: str) -> re.Match[str] | None:
        """Where a part of the sentence holds a sign; most sentences hold no word of it."""
        return sign.compiled.search(part) if sign.may_fit_low(self.low) else None

    def led_by(self, *signs: Hinted) -> bool:
        """Whether one of some signs stands before the measure."""
        for sign in signs:
            if self.search(sign, self.leading):
                return True
        return False


def place_of(text: str, number: Number, measure: tuple[int, int], *, changed: bool, known: bool) -> Place:
    """The place of a number of a sentence beside the measure that is named from the first to the last of `measure`."""
    start, end = number.start, number.end
    first, last = measure
    return Place(
        text,
        folded(text),
        before=text[max(0, start - REACH) : start],
        after=text[end : end + _NEAR],
        leading=text[max(0, first - REACH) : first],
        named=text[first:last],
        behind=text[last:],
        between=text[max(last, start - REACH) : start],
        follows=first >= end,
        measure=measure,
        changed=changed,
        money=number.kind == "money",
        known=known,
        counted=number.kind == "count",
    )
