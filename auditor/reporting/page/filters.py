"""What findings and claims are filtered by: verdict, level, rule, and section of the release."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping

from auditor.frozen import dataclass
from auditor.model.finding import Level
from auditor.model.source import Document, Paragraph
from auditor.reporting.page.marks import LEGEND
from auditor.reporting.report import RuleCard
from auditor.reporting.style import safe, short
from auditor.reporting.summary import LEVELS

MOST_NAME = 60  # characters of a section's name
OPENING = "Before the first heading"


@dataclass(frozen=True, slots=True)
class Tags:
    """By what one finding or claim is found: the kind of its mark, levels, rules, the number of its section."""

    verdict: str
    levels: tuple[Level, ...]
    rules: tuple[str, ...]
    section: int


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice; `key` names the attribute of an item that holds its value."""

    key: str
    name: str
    any: str
    options: tuple[Option, ...]


class Sections:
    """The headings of a document; of several on end, the first names the section."""

    def __init__(self, document: Document) -> None:
        self._starts: list[int] = []
        self.names: list[str] = []
        after_heading = False
        for block in document.blocks:
            heading = isinstance(block, Paragraph) and block.kind == "heading"
            if heading and not after_heading:
                name = short(safe(document.slice(block.span)), MOST_NAME)
                self._starts.append(block.span.start)
                self.names.append(name or OPENING)
            after_heading = heading

    def of(self, offset: int) -> int:
        """The number of the section that a place of the text stands in; 0 before the first heading."""
        return bisect_right(self._starts, offset)

    def name(self, number: int) -> str:
        return self.names[number - 1] if number else OPENING


def filters(tags: Iterable[Tags], sections: Sections, rules: Mapping[str, RuleCard]) -> tuple[Filter, ...]:
    """The choices that some item answers to, each with the number of items."""
    tags = list(tags)
    verdicts = Counter(tag.verdict for tag in tags)
    levels = Counter(level for tag in tags for level in tag.levels)
    named = Counter(rule for tag in tags for rule in tag.rules)
    places = Counter(tag.section for tag in tags)
    return (
        Filter("v", "Verdict", "Any verdict", tuple(
            Option(mark.kind, f"{mark.symbol} {mark.word}", verdicts[mark.kind])
            for mark in LEGEND if verdicts[mark.kind]
        )),
        Filter("l", "Level", "Any level", tuple(
            Option(level, level, levels[level]) for level in LEVELS if levels[level]
        )),
        Filter("r", "Rule", "Any rule", tuple(
            Option(rule, _rule(rule, rules), count) for rule, count in sorted(named.items())
        )),
        Filter("s", "Section", "Any section", tuple(
            Option(str(number), sections.name(number), count) for number, count in sorted(places.items())
        )),
    )  # fmt: skip


def _rule(rule: str, rules: Mapping[str, RuleCard]) -> str:
    return safe(f"{rule} {rules[rule].name.replace('-', ' ')}" if rule in rules else rule)
