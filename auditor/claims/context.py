"""What the sentences before, and the headings above, leave to be understood in a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from auditor.claims.footnotes import Powers
from auditor.claims.lengths import Pair
from auditor.claims.lexicon import Lexicon
from auditor.claims.mention import Mention
from auditor.claims.tokens import Tagged
from auditor.model.claim import Claim
from auditor.model.period import Period

_NAME_FIRST = re.compile(r"([A-Z][\w-]+)\s+\(")
_DIGIT = re.compile(r"\d")
_PREFIX = re.compile(r"([A-Z][^.:;,()]{2,59}?)\s*(?::\s|\s[-–—]\s)")
_COLON = re.compile(r"\s*:\s")
LONGEST_RUN_IN = 60
_IN_PART = re.compile(r"iM,T?M")


@dataclass
class Context:
    """What the sentences before have left to be understood."""

    period: Period
    against: Period | None = None
    """What the line before the list says that its figures are compared with."""
    lasting: Period | None = None
    """The last of these periods that was no instant."""
    dated: bool = False
    subject: Mention | None = None
    outlook: bool = False
    section: frozenset[str] = frozenset()
    here: bool = False
    """Whether the sentence itself or the heading above it names the section's segment."""
    maybe: frozenset[str] = frozenset()
    """The segment that the text may be about, where a heading leaves that open."""
    powers: Powers = field(default_factory=dict)
    """How the table counts that the paragraph is a note of."""
    row: bool = False
    """Whether the heading above is the own label of a row, of which the text may be."""
    named: bool = False
    """Whether the paragraph begins with the name of its segment: "Nordic. Sales were …"."""
    leader: Mention | None = None
    """What the sentence begins with, where it is a row's own label: "Nordic contributed $3 million of net income"."""
    part: frozenset[str] = frozenset()
    """The segment whose measure the sentence names first."""
    opened: Mention | None = None
    """The first measure that the paragraph names."""
    adjusted: Mention | None = None
    basis: bool = False
    """Whether the line above says that the results below it are adjusted."""
    owned: tuple[Mention, frozenset[str]] | None = None
    """A measure that "its" gives to the part spoken of before, with that part."""
    before: Mention | None = None
    base: Period | None = None
    lengths: Pair | None = None
    """The two lengths of time that a sentence shared its numbers out between last."""
    claims: Sequence[Claim] = ()
    """The claims of the sentence before."""
    told: Period | None = None
    """The period when the sentence began: "a year ago" counts from it, however often the sentence says so."""


def enter(context: Context, tagged: Tagged, lexicon: Lexicon, heading: frozenset[str]) -> None:
    """Sets what a sentence is about: the segment that it begins with, else the one spoken of before or in the heading."""
    leading = lexicon.leading_segment(_opening(tagged))
    context.part, context.leader = _leading_part(tagged, lexicon), _leader(tagged)
    moved_on = context.section and context.part and not context.section & context.part
    other = _other_part(tagged.text, lexicon) if context.section and not leading else frozenset[str]()
    context.section = leading or other or (context.part if moved_on else context.section)
    context.here = bool(leading) or context.named or context.section == heading


def _other_part(text: str, lexicon: Lexicon) -> frozenset[str]:
    """The part by whose name, explained in brackets, a sentence begins, below the heading of another: "Lorvax (tablets) generated $17 million"."""
    first = _NAME_FIRST.match(text)
    return lexicon.section(first[1]) if first is not None else frozenset()


def go_on(context: Context) -> None:
    """A period goes on behind a sentence that spoke of its end: "sales rose; inventories were $5 million at quarter-end"."""
    if not context.period.instant:
        context.lasting = context.period
    elif context.lasting is not None and context.lasting.end == context.period.end:
        context.period = context.lasting


def run_in(text: str, lexicon: Lexicon, alone: bool, above: frozenset[str]) -> frozenset[str]:
    """The segment, or the part of the one `above`, that stands as a heading of its own before the first sentence of a
    paragraph, unless that sentence is `alone`, or within it before a colon: "Nordic: sales were $5 million"."""
    named = _PREFIX.match(text)
    if named is None and alone:
        return frozenset()
    heading = named.group(1) if named else text.rstrip(". *_")
    if len(heading) > LONGEST_RUN_IN or _DIGIT.search(heading):
        return frozenset()
    return lexicon.section(heading) or lexicon.part_within(above, heading)


def _opening(tagged: Tagged) -> str:
    """A sentence up to the first measure or number that it names: who does or has something."""
    first = next((t.start for t in tagged.tokens if t.tag in "M$%psnx"), 0)
    return tagged.text[:first]


def _leading_part(tagged: Tagged, lexicon: Lexicon) -> frozenset[str]:
    """The segment of the first measure of a sentence that begins with it."""
    first = next((t for t in tagged.tokens if t.tag != "i"), None)
    return (
        lexicon.segments_in(first.value.measure.qualifiers)
        if first and isinstance(first.value, Mention)
        else frozenset()
    )


def _leader(tagged: Tagged) -> Mention | None:
    """The row's own label that a sentence has for its subject."""
    k = 1 if _IN_PART.match(tagged.tags) else 0  # "In Nordic, sales were", "In Nordic, the second quarter margin was"
    first = tagged.tokens[k].value if tagged.tokens else None
    if not isinstance(first, Mention):
        return None
    acts = tagged.tags[1:2] in ("v", "w", "U", "D") and (not first.measure.known or first.bare)
    return first if acts or k or before_colon(first, tagged.text) else None


def before_colon(name: Mention, text: str) -> bool:
    """Whether a row's own label stands before a colon as what the sentence is about: "Lorvax: net product sales grew 25%"."""
    return not name.measure.known and _COLON.match(text, name.end) is not None
