"""Rows with their figures, units and measures: what can be said of a row before its columns are dated."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from auditor.grammar.dates import SILENT, Stated, parts_in, rest_of, stated
from auditor.grammar.folding import Hinted
from auditor.model.fact import ColumnKind, Measure
from auditor.tables.drafts import Draft
from auditor.tables.labels import figures_in, label_head
from auditor.tables.periods import moment
from auditor.tables.ranges import range_in
from auditor.tables.rows import Line, clean
from auditor.tables.scales import without_note
from auditor.tables.units import RowUnit, counts_shares, row_unit
from auditor.tables.values import Figure, figure
from auditor.vocabulary import Vocabulary
from auditor.vocabulary.quantities import VOLUME

NO_AMOUNTS: tuple[ColumnKind, ...] = ("percent-change", "percent-of", "rate", "points-change")
_BROKEN_DOWN = ("segment", "key-figures", "other")
_MOMENT = re.compile(
    r",?\s*(?:\bat\s+)?(?:\bthe\s+)?\b(?:beginning|end|start|ending|opening|closing)\b"
    r"(?:\s+of\s+(?:(?:the\s+)?(?:period|quarter|year)(?=\s+[a-z]+\s+[a-z])|"
    r".*?(?=\s*\((?:in\s+)?(?:thousands|millions|billions|000)|$)))?",
    re.I,
)
_OPENS = re.compile(r"^(?:beginning|opening)\b|\bbeginning\s+of\s+(?:the\s+)?(?:period|quarter|year)\b", re.I)
_AVERAGE_PRICE, _TO_THE_DOLLAR = "average-selling-price", 10_000
_PRICE = re.compile(r"\bprices?\b|\bASPs?\b", re.I)
_BY = re.compile(r"\s+by\s+(?:\w+\W+)*\w+\W*$", re.I)  # "Net sales by geography and product"
_BY_PARTS = re.compile(
    r"\s+by\s+(?:(?:business|operating|reportable|product|geographic(?:al)?|service|customer|end)\s+)?"
    r"(?:segments?|geograph(?:y|ies)|(?:region|area|location|product|type|market|channel|group|line|class)e?s?|categor(?:y|ies)|"
    r"countr(?:y|ies)|divisions?|sources?|components?|(?:product\s+)?lines?(?:\s+of\s+business)?)\W*$",
    re.I,
)  # "Ending membership by segment" over its parts
_OF_UNITS = re.compile(r"\s*\((?:in\s+)?units\)$", re.I)  # "Net new orders (units)" over its parts
_ANALYSIS = re.compile(
    r"^(?:components?|analysis|drivers|details?|summary)\s+of\s+(?:the\s+)?(?:(?:change|growth)s?\s+in\s+)?|\s+"
    r"(?:change|growth)s?(?:\s+(?:factors?|drivers?|components?|analysis|bridge|rates?|summary))?$|\s+(?:breakdown|mix|composition|variances?|bridge)(?=\s+by\b|$)",
    re.I,
)  # "Components of Net Sales Change"
_SHOWS = re.compile(
    r"^(?:the\s+)?(?:following|accompanying)\s+(?:tables?|schedules?|charts?)\s+"
    r"(?:shows?|presents?|sets?\s+(?:forth|out)|summari[sz]es?|provides?|details?|reflects?|contains?|breaks?\s+down)\s+"
    r"(?:(?:the|our|its|a\s+(?:summary|breakdown)\s+of)\s+)*(?:company['’]s\s+)?",
    re.I,
)  # "The following table shows Adjusted EBITDA by segment"
_OF_RESULTS = re.compile(
    r"\b(?:summary|statements?|highlights)\s+of\s+(?:consolidated\s+)?(?:earnings|income|operations|results)\b"
    r"(?!\s+by\b)|^(?:(?:summary|selected|consolidated|condensed|unaudited)\s+)*operating\s+results\W*$",
    re.I,
)  # breaks no earnings down
_BARE_TOTAL, _NOUN_TITLE = re.compile(r"(?:grand )?totals?", re.I), re.compile(r"\s*[A-Za-z-]+(?: [A-Za-z-]+){1,2}\s*")
_BALANCE = re.compile(r"\W*(?:balances?)?\W*", re.I)
_STATISTICS = re.compile(
    r"\bstatistics\b|\bstatistical\s+(?:information|data|summary)\b"
    r"|(?<!financial and )\boperat(?:ing|ional)\s+(?:data|metrics)\b|\b(?:key|business)\s+metrics\b",
    re.I,
)
_STATISTICS_HEAD = re.compile(
    r"(?:(?:key|selected|other|company|truck|equipment)\s+)*(?:operating\s+)?(?:statistics|statistical\s+(?:information|data|summary))(?:\s+\(unaudited)?",
    re.I,
)
_DAYS = re.compile(r"\bdays\b(?!\s+[a-z])", re.I)
_BARE_NOTE = re.compile(r"\((?:in\s+)?(?:thousands|millions|billions)\)", re.I)
_OF_COUNTED = re.compile(
    r"\b(?:customers|members|membership|subscribers|subscriptions|users|shipments|deliveries|carloads|"
    r"passengers|enroll?ments?|students"
    r"|employees|headcount|locations|stores|restaurants)(?:\s+(?:data|statistics|summary|counts?))?$",
    re.I,
)
_IN_CENTS = re.compile(r"\s*\((?:in\s+)?(?:cents|¢)\)$", re.I)  # "CASM (cents)"
BALANCE = "balance"
_A_DAY = Hinted(r"^.*\b(?:expenses?|costs?|opex)\b.*(?:\bper\s+(?:[\w-]+\s+)?day\b|/\s?day\b)", "day")
_DAILY = frozenset(("daily",))
TITLE = 80  # a longer title is a sentence, which names no measure


@dataclass(slots=True)
class Prepared:
    """A row with its figures by column. `moment` and `dated` say which instant its label speaks of; `summed` are the
    columns of amounts in which it has one."""

    line: Line
    label: str
    figures: dict[int, Figure]
    ranges: dict[int, tuple[Figure, Figure]] = field(default_factory=dict)
    unit: RowUnit = RowUnit()
    measure: Measure | None = None
    moment: str = ""
    dated: Stated = SILENT
    summed: list[int] = field(default_factory=list)

    @property
    def priced(self) -> bool:
        """Whether a sign of a currency is printed in the row."""
        for f in self.figures.values():  # a loop: asked of every row, again and again
            if f.currency:
                return True
        return bool(self.ranges) and any(low.currency for low, _ in self.ranges.values())


def prepare(draft: Draft) -> list[Prepared]:
    return [Prepared(line, clean(line.label), _figures(line, draft), _ranges(line)) for line in draft.lines]


def _figures(line: Line, draft: Draft) -> dict[int, Figure]:
    """The figures of a row by column, without the years that stand beside its label."""
    if line.heading:
        return {}
    years = draft.sketch.years | draft.sketch.due
    first = line.cells[0].text if line.cells else ""
    amid = first != line.label and any(c.column and c.text == line.label for c in line.cells)  # between the figures
    return {
        c.column: f
        for c in line.cells
        if (c.column or not line.label or amid) and c.column not in years and (f := figure(c.text)) is not None
    }


def _ranges(line: Line) -> dict[int, tuple[Figure, Figure]]:
    if line.heading:
        return {}
    return {c.column: found for c in line.cells if c.column and (found := range_in(c.text)) is not None}


def measure(p: Prepared, draft: Draft, vocabulary: Vocabulary, kinds: Sequence[ColumnKind]) -> None:
    """Gives a row its unit, measure, and the moment or day of its label. `kinds` are those of the columns."""
    broken_down = _broken_down(draft.title) if draft.kind in _BROKEN_DOWN else ""
    if broken_down and any(_OPENS.search(line.label) for line in draft.lines):
        broken_down = ""  # "Cancellations" between "Beginning backlog" and "Ending backlog" are no part of it
    headings = tuple(_BY_PARTS.sub("", _OF_UNITS.sub("", h)) for h in p.line.path)
    path = (broken_down, *headings) if broken_down else headings
    if p.label:
        above = moment(p.line.path[-1]) if p.line.path else ""  # "Total" under "Book value at period-end"
        p.moment, p.dated = moment(p.label) or above, _own_date(p.label)
    named = _name(p, draft)
    bare = _IN_CENTS.sub("", without_note(named).strip() or named) if named.endswith(")") else named
    first = vocabulary.measure(bare, path) if named else None
    if first is not None and not first.known and _titled_total(p, draft):
        bare = named = draft.title.strip()  # "Total" below "Active communities", which the vocabulary does not know
        first, path = vocabulary.measure(bare), ()
    entry = vocabulary.entry(first.key) if first is not None and first.known else None
    printed = p.figures or {c: low for c, (low, _) in p.ranges.items()}
    amounts = tuple(f for c, f in printed.items() if kinds[c] not in NO_AMOUNTS)
    unit = row_unit(named, p.line.path, amounts, entry.unit if entry else "", p.line.scale)
    of_amounts = draft.kind in ("equity", "cash-flow", "balance-sheet")
    if of_amounts and unit.unit == "shares" and not any(map(counts_shares, (named, *p.line.path))):
        unit = replace(unit, unit="")
    if draft.kind == "cash-flow" and unit.unit == "per-share" and "share" not in named.lower():
        unit = replace(unit, unit="")  # "Cash dividends"
    other = entry is None or entry.nature == "other"
    counted = _counts(draft, p.line.path) or first is not None and not first.known and _noted_apart(p, draft)
    if other and not unit.unit and not p.priced and counted:
        unit = replace(unit, unit="count", noun="days" if _DAYS.search(p.label) else "items")
    if not unit.unit and not p.priced and first is not None and first.key == VOLUME and not first.known:
        unit = replace(unit, unit="count", noun="items")  # "Burley" below the title "Sales volume"
    excepted = "price" in draft.scale.exact and _PRICE.search(named)  # "in thousands, except average selling prices"
    if not unit.unit and (excepted or first is not None and first.key == _AVERAGE_PRICE and _in_full(amounts)):
        unit = replace(unit, unit="price")
    p.unit = unit
    spoken_as = f"{draft.scale.currency or 'USD'}/share" if unit.unit == "per-share" else unit.unit or "money"
    within = () if unit.unit == "shares" and moment(p.label) else path  # those at the end are no average above them
    p.measure = vocabulary.measure(bare, within, spoken_as) if named else None
    if p.measure is not None and unit.unit == "price" and p.measure.known and _A_DAY.search(p.label):
        p.measure = replace(p.measure, qualifiers=p.measure.qualifiers | _DAILY)
    if p.measure is not None and unit.unit == "price" and unit.noun:
        p.measure = replace(p.measure, qualifiers=p.measure.qualifiers | vocabulary.qualify((unit.noun,)))


def _in_full(amounts: Sequence[Figure]) -> bool:
    """Whether average prices are printed to the dollar: nothing is sold for "$285,164" thousand."""
    return bool(amounts) and all(f.nil or not f.decimals and abs(f.value) >= _TO_THE_DOLLAR for f in amounts)


@lru_cache(maxsize=1024)  # asked for each row of a table
def _broken_down(title: str) -> str:
    """The measure that a table breaks down, as its title names it; empty where it names none."""
    title = _undated(without_note(title))
    if len(title) >= TITLE or _OF_RESULTS.search(title):
        return ""
    return _BY.sub("", _ANALYSIS.sub("", _SHOWS.sub("", title))).strip()


def _undated(title: str) -> str:
    """A title without the period behind its words: "Net Sales Variance, Three Months Ended June 30, 2024 vs. 2023"."""
    first = next((part.start for part in parts_in(title)), 0)
    return title[:first].rstrip(" ,:–—-") if first and rest_of(title[:first]) else title


def _titled_total(p: Prepared, draft: Draft) -> bool:
    """Whether a row is the total of what the few words of its table's title name."""
    bare = p.line.total and not p.line.path and _BARE_TOTAL.fullmatch(p.label) is not None
    noun = draft.kind == "other" and _NOUN_TITLE.fullmatch(draft.title) is not None
    return bare and noun and not _STATISTICS.search(draft.title)


def _counts(draft: Draft, path: Sequence[str]) -> bool:
    """Whether a row without a sign of money counts things: in statistics of the business whose unit line is silent, or
    speaks of dollars alone, and under a heading "Operating statistics" below a statement."""
    if any(_STATISTICS_HEAD.fullmatch(heading.strip(" :()")) for heading in path):
        return True
    if draft.scale.counts is not None and draft.scale.money is None:
        return True  # "(contracts in millions)"
    if _OF_COUNTED.search(without_note(draft.title).strip(" .:()")):
        return True  # "Customers", "Membership"
    return bool(_STATISTICS.search(draft.title)) and (draft.scale.silent or bool(draft.scale.currency))


def _noted_apart(p: Prepared, draft: Draft) -> bool:
    """Whether a row without a sign of money counts what no vocabulary knows: in millions by its own note, which says no
    more, in a table that counts its dollars so."""
    return _BARE_NOTE.search(p.label) is not None and bool(draft.scale.currency)


def _name(p: Prepared, draft: Draft) -> str:
    """The words that name a row's measure. A row that only says "Balance, June 30" is one of what stands over it."""
    if p.line.dating:
        return _over(p, draft)
    named = label_head(p.label)
    if p.dated != SILENT:
        named = rest_of(named)
    elif p.moment:
        named = _MOMENT.sub(" ", named)
    if named == label_head(p.label) or not _BALANCE.fullmatch(named):
        return named
    return _over(p, draft) or BALANCE


def _over(p: Prepared, draft: Draft) -> str:
    """The heading that stands over a row, else the title; empty where there is neither."""
    if p.line.path:
        return p.line.path[-1]
    titled = draft.kind != "equity" and len(draft.title) < TITLE
    return without_note(draft.title).strip() if titled else ""


def _own_date(label: str) -> Stated:
    """The day that a label gives its row ("Balance, June 30, 2023"); silent where it states figures of several days."""
    said = stated(label)
    if said.month is None or said.day is None or said.spans or figures_in(label):
        return SILENT
    low = label.lower()
    if not (said.instant or said.dated) or "due" in low or "issued on" in low:
        return SILENT
    return said
