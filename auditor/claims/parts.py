"""Parts that a sentence names by the label of their row alone: "Industrial was down 5%", where a table breaks revenue down.

part   ::= opening label (verb | "at" number) | turn ["of" number] "in" label | ("and" | ",") percentage "in" label | "In" label ","
opening ::= the beginning of a sentence, clause or quotation
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from auditor.claims.mention import Mention
from auditor.frozen import dataclass
from auditor.model.fact import Fact, Measure
from auditor.vocabulary import Vocabulary
from auditor.vocabulary.words import CLASSES, content_words

_SHORTEST = 4  # letters of a label that can be told from other words
_SAYS_LITTLE = frozenset(
    "other adjusted diluted basic continuing discontinued average organic segment unallocated corporate "
    "elimination total "
    "international domestic product service".split()
)
_OPENING = (
    r"(?:^|(?<=[,;:(\"“] )|(?<=[\"“(])|(?<= and )|(?<= while )|(?<= but )|(?<=\b[BA][un][td] )|(?<= as )|(?<= whereas ))(?:[Tt]he )?"
    r"(?P<{name}>{labels})"
)
_VERB = (
    r"(?:was|were|is|are|had|has|set|delivered|posted|saw|generated|contributed|grew|rose|fell|declined|"
    r"decreased|increased|"
    r"climbed|dropped|advanced|gained|jumped|surged|slipped|dipped|softened|improved|remained|continued|"
    r"accounted|represented|"
    r"totaled|reported|recorded|achieved|came|led|expanded|contracted|up|down)"
)
_FORMS = (
    rf"{_OPENING.replace('{name}', 'acts')}(?= (?:(?:business|segment|division|unit) )?"
    rf"(?:also|again|once|{_VERB})\b|, which\b)",
    r"\b(?:growth|increases?|declines?|decreases?|gains?|reductions?)"
    r"(?: of [$\d][\w.,%]*(?: [mb]illion)?(?: year over year| sequentially)?)? in (?:the )?"
    r"(?P<turned>{labels})(?=[,.;]|$| (?:and|of|was|were)\b)",
    r"(?:and|,) \d[\d.]*% in (?:the )?(?P<listed>{labels})(?=[,.;]|$| (?:and|segment|business)\b)",
    r"^(?:In|At|For|Within|Across) (?:the |our )?(?P<within>{labels})(?= segment,| business,|,)",
)


@dataclass(frozen=True, slots=True)
class Bare:
    """The labels that name a part, each with its measure, and the pattern of the places where they do."""

    measures: Mapping[str, Measure]
    pattern: re.Pattern[str]


def bare_parts(facts: Sequence[Fact], vocabulary: Vocabulary) -> Bare | None:
    """The labels of rows that are nothing but the name of a part of one measure; None where there are none."""
    found: dict[str, Measure | None] = {}
    for f in facts:
        if f.measure is not None and f.origin == "cell" and f.label[:1].isupper():
            found[f.label] = f.measure if found.get(f.label, f.measure) == f.measure else None
    parts = {label: m for label, m in found.items() if m is not None and _is_part(label, m, vocabulary)}
    if not parts:
        return None
    parts |= {label[0].lower() + label[1:]: m for label, m in parts.items() if " " in label and label[1].islower()}
    labels = "|".join(re.escape(label) for label in sorted(parts, key=len, reverse=True))
    return Bare(parts, re.compile("|".join(form.replace("{labels}", labels) for form in _FORMS)))


def _is_part(label: str, measure: Measure, vocabulary: Vocabulary) -> bool:
    entry = vocabulary.entry(measure.key)
    words = content_words(label)
    own = vocabulary.qualify(words)
    named = own <= measure.qualifiers <= own | CLASSES and not _SAYS_LITTLE.issuperset(words)
    return measure.known and entry is not None and entry.breakdown and named and len(label) >= _SHORTEST


def with_parts(text: str, mentions: list[Mention], blocked: Iterable[tuple[int, int]], bare: Bare) -> list[Mention]:
    """The mentions of a text with the parts that are named by their labels alone, in order."""
    if not any(label in text for label in bare.measures):
        return mentions
    found = [(m.span(m.lastgroup), m[m.lastgroup]) for m in bare.pattern.finditer(text) if m.lastgroup is not None]
    if not found:
        return mentions
    taken = [(m.start, m.end) for m in mentions] + list(blocked)
    free = [
        Mention(start, end, bare.measures[label], text=label, core=start, bare=True)
        for (start, end), label in found
        if not any(a < end and start < b for a, b in taken)
    ]
    return sorted([*mentions, *free], key=lambda m: m.start) if free else mentions
