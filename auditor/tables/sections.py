"""Tables under the headings of segments: "Financial results" below "Retail banking" and again below "Leasing" is of the
one and of the other, as is every table that stands between these headings."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from auditor.frozen import dataclass
from auditor.grammar.dates import is_period
from auditor.model.fact import Table
from auditor.model.source import Document, Paragraph
from auditor.vocabulary import Vocabulary
from auditor.vocabulary.words import PART_NAME, content_words, without_marks

NAME = re.compile(rf"({PART_NAME})(?:\s*\([A-Z]{{2,6}}\))?")  # with its letters: "Coastal Ferries (CF)"
_SHARED, _FEWEST = 2, 2  # measures that the tables of all sections give, and sections
_KINDS = ("other", "segment", "key-figures", "income-statement")
_LONGEST = 60  # characters of a heading that is no more than a name
_HIGHER = 40  # paragraphs above a table among which the heading of its section stands
_GENERAL = frozenset(
    "highlight result summary overview review outlook guidance company financial consolidated gaap note endnote table "
    "unaudited continued supplemental additional information reconciliation".split()
)  # words of headings that are no names of parts


@dataclass(frozen=True, slots=True)
class Section:
    """The heading of a part at `start`, and where the section that it begins ends."""

    name: str
    start: int
    end: int


def sections(document: Document, tables: Sequence[Table], vocabulary: Vocabulary) -> Mapping[str, str]:
    """The heading under which each table of a section stands, by the identifier of the table."""
    found: dict[str, str] = {}
    for same in _alike(tables):
        heads = _heads(document, same, vocabulary)
        if len({head.name for head in heads}) < _FEWEST:
            continue
        titles = {t.title for head in heads[:-1] for t in tables if _within(t, head)} - {""}
        for head in heads:
            for table in (t for t in tables if _within(t, head)):
                # where the last section ends no heading says: what stands in it is called as in the others
                if head is not heads[-1] or table in same or table.title in titles:
                    found.setdefault(table.id, head.name)
    return found


def _within(table: Table, section: Section) -> bool:
    return section.start < table.grid.span.start < section.end


def _alike(tables: Sequence[Table]) -> Iterator[list[Table]]:
    """Tables of one title, or that begin with the same measures, and that have figures of their own for all that they
    share."""
    groups: dict[object, list[Table]] = {}
    often = Counter(t.title for t in tables)
    for table in (t for t in tables if t.kind in _KINDS):
        titled = table.title and often[table.title] >= _FEWEST
        groups.setdefault(table.title if titled else measures_of(table)[:_SHARED], []).append(table)
    for same in (same for same in groups.values() if len(same) >= _FEWEST):
        shared = frozenset.intersection(*(frozenset(measures_of(t)) for t in same))
        if len(shared) >= _SHARED and all(_differ(a, b, shared) for a, b in pairwise(same)):
            yield same


def measures_of(table: Table) -> tuple[str, ...]:
    """The known measures of a table's rows, in their order."""
    return tuple(r.measure.key for r in table.rows if r.measure is not None and r.measure.known and not r.heading)


def _differ(one: Table, other: Table, shared: frozenset[str]) -> bool:
    """Whether two tables give other figures for each measure that they share."""
    told, compared = _first(one), _first(other)
    return all(told.get(key) != compared.get(key) for key in shared)


def _first(table: Table) -> Mapping[str, Decimal]:
    """The first figure of each measure, which is of the period reported."""
    return {f.measure.key: f.quantity.value for f in reversed(table.facts) if f.measure is not None}


def _heads(document: Document, same: Sequence[Table], vocabulary: Vocabulary) -> list[Section]:
    """The headings above tables of one title, the nearest that stands above no other of them: nothing where one has
    none."""
    paragraphs = tuple(document.paragraphs)
    starts = [paragraph.span.start for paragraph in paragraphs]
    above: list[list[tuple[str, int]]] = []
    ends = [0, *(grid.span.end for grid in document.grids)]
    for table in same:
        last = bisect_left(starts, table.grid.span.start)
        before = ends[bisect_right(ends, table.grid.span.start) - 1]
        first = max(bisect_left(starts, before), last - _HIGHER)
        above.append(list(_names(document, paragraphs[first:last], table.title, vocabulary)))
    often = Counter(name for names in above for name in {name for name, _ in names})
    chosen = [next(((n, at) for n, at in names if often[n] == 1), None) for names in above]
    heads = [head for head in chosen if head is not None]
    if len(heads) < len(same):
        return []
    following = [*(at for _, at in heads[1:]), len(document.text)]
    return [Section(n, at, end) for (n, at), end in zip(heads, following, strict=True)]


def _names(
    document: Document, paragraphs: Sequence[Paragraph], title: str, vocabulary: Vocabulary
) -> Iterator[tuple[str, int]]:
    """What may be the names of parts among some paragraphs, with their places, the last one first."""
    for paragraph in reversed(paragraphs):
        if paragraph.kind not in ("heading", "prose") or paragraph.span.end - paragraph.span.start > _LONGEST:
            continue
        text = without_marks(document.slice(paragraph.span)).strip(" :")
        words = content_words(text)
        if not NAME.fullmatch(text) or text == title or not _GENERAL.isdisjoint(words) or is_period(text):
            continue
        if vocabulary.find(words) is None:
            yield text, paragraph.span.start
