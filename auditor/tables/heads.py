"""The columns that stand under one head: kinds, qualifiers, units, and the periods that header, section, corner and
caption give them together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from auditor.grammar.dates import SILENT, Stated
from auditor.grammar.folding import Hinted
from auditor.model.calendar import UNKNOWN, FiscalCalendar
from auditor.model.fact import Column, Measure
from auditor.model.period import Period
from auditor.tables.captions import in_year
from auditor.tables.columns import Spoken, column_figures, in_amounts, names_percent, pair_changes, spoken
from auditor.tables.drafts import Draft
from auditor.tables.periods import between, resolve
from auditor.tables.pieces import by_the_piece
from auditor.tables.prepared import Prepared
from auditor.tables.sketch import Head
from auditor.tables.values import Figure
from auditor.vocabulary import Vocabulary
from auditor.vocabulary.words import content_words

_ENDED = re.compile(r"\b(?:months|weeks|quarters?|years?)\s+ended\s*(?:$|[-–—(:])", re.I)  # the columns say when
_FLOWS = ("income-statement", "cash-flow")
_CHANGES = ("change", "percent-change", "points-change")
_TRAILING = Hinted(
    r"\b(?:trailing|last|rolling)\s+(?:four|4|twelve|12)[\s-]+(?:quarters?|months?)\b|\b[LT]TM\b",
    "trailing|last|rolling|tm"
)  # fmt: skip
_TO_COME = re.compile(r"(?:fiscal\s+(?:year\s+)?|FY\s?)?20\d\d\b(?:\s*\(.*\))?$|thereafter|remainder|remaining", re.I)
_SEQUENTIAL = Hinted(
    r"\bsequential(?:ly)?\b|\bq[\s/-]?o?[\s/-]?q\b|\bquarter[\s-]+(?:over|on)[\s-]+quarter\b",
    "sequential",
    "q",
    "quarter",
)
_OVER_YEAR = Hinted(
    r"\by[\s/-]?o?[\s/-]?y\b|\byear[\s-]+(?:over|on)[\s-]+year\b", "y"
)  # fmt: skip
_GRANTED = Hinted(r"\bgrant|\bexercise\s+price", "grant", "exercise")
Dates = tuple[Period | None, Period | None]


@dataclass(slots=True)
class _Under:
    """What is known of columns, by their index, in rows of one section."""

    dates: dict[int, Dates] = field(default_factory=dict)
    said: dict[int, Stated] = field(default_factory=dict)


@dataclass(slots=True)
class Columns:
    """The columns under one head, by their index in the grid (index 0 is the column of labels). `pairs` are the two
    columns that a column of changes compares; `measures` those that headers name themselves ("Net sales")."""

    draft: Draft
    head: Head
    calendar: FiscalCalendar
    spoken: list[Spoken]
    qualifiers: list[frozenset[str]]
    measures: list[Measure | None]
    pairs: dict[int, tuple[int, int]] = field(default_factory=dict)
    _sections: dict[Stated, _Under] = field(default_factory=dict)
    _section: Stated | None = None  # the last one asked for: most rows are of that of the row above
    _under: _Under = field(default_factory=_Under)

    def text(self, c: int) -> str:
        """The header over a column, as printed."""
        return self.head.texts[c] if c < len(self.head.texts) else ""

    def stated(self, c: int) -> Stated:
        return self.head.stated[c] if c < len(self.head.stated) else SILENT

    def silent(self, c: int, section: Stated) -> bool:
        """Whether neither header nor section nor corner says a period, so that only the caption does."""
        return section == SILENT and self.stated(c) == SILENT and self.stated(0) == SILENT

    def dates(self, c: int, section: Stated) -> Dates:
        """The period of a column's figures, and the base of a column of changes."""
        known = self._known(section).dates
        found = known.get(c)
        if found is None:
            found = known[c] = self._dates(c, section)
        return found

    def _known(self, section: Stated) -> _Under:
        if section is not self._section:
            self._section, self._under = section, self._sections.setdefault(section, _Under())
        return self._under

    def said(self, c: int, section: Stated) -> Stated:
        """What header, section, corner and caption say of a column together, the nearest first."""
        known = self._known(section).said
        found = known.get(c)
        if found is None:
            found = known[c] = self._together(c, section)
        return found

    def _together(self, c: int, section: Stated) -> Stated:
        own = _over(_over(self.stated(c), section, True), self.stated(0) if c else SILENT, True)
        caption = self.draft.caption
        if own.year is not None and own.month is None:
            dated = in_year(caption.dating, own.year)
            if dated != SILENT:
                return _over(own, dated, self.draft.kind in _FLOWS)
        bare = caption.stated.month is None and _ENDED.search(caption.dating) is not None
        return _over(own, caption.stated, self.draft.kind in _FLOWS or bare)

    def column(self, c: int, section: Stated) -> Column:
        period, base = self.dates(c, section)
        return Column(c, self.text(c), self.spoken[c].kind, period, base, self.qualifiers[c])

    def _dates(self, c: int, section: Stated) -> Dates:
        rolled = self._rolled(c) if self.spoken[c].kind == "amount" and self.stated(c) == SILENT else None
        if rolled is not None:
            return rolled, None
        pair = self.pairs.get(c)
        if pair is not None:
            return self.period(pair[0], section), self.period(pair[1], section)
        if self.spoken[c].kind != "amount" and self.stated(c).year is None:
            dated = (k for k in range(c - 1, -1, -1) if self.stated(k).year is not None)
            left = next((k for k in dated if self.spoken[k].kind in ("amount", "average")), c)
            return self._compared(c, self.period(left, section))
        return self._compared(c, self.period(c, section))

    def _compared(self, c: int, period: Period | None) -> Dates:
        """The period of a column, and what its header says that it is compared with: "Year-over-year growth"."""
        if period is None or not period.months:
            return period, None
        header = self.text(c)
        if _SEQUENTIAL.search(header):
            return period, self.calendar.before(period)
        return period, self.calendar.year_before(period) if _OVER_YEAR.search(header) else None

    def _rolled(self, c: int) -> Period | None:
        """For a column between two balance dates ("June 30, 2024 | Additions | June 30, 2025") the time between."""
        days = [None if s.spans else s.on() for s in self.head.stated]
        first = next((d for d in reversed(days[1:c]) if d), None)
        last = next((d for d in days[c + 1 :] if d), None)
        return between(first, last) if first and last and first < last else None

    @property
    def _of_years(self) -> bool:
        """Whether so many columns are headed by years alone that none is of a quarter: a five-year summary."""
        return len({s for s in self.head.stated if s.year is not None and s == Stated(year=s.year)}) >= _YEARS

    def period(self, c: int, section: Stated) -> Period | None:
        kind = self.draft.kind
        said = self.said(c, section)
        if self._of_years and said == Stated(year=said.year):
            said = replace(said, months=12)
        period = resolve(said, self.calendar, kind != "balance-sheet" and not said.instant)
        if period is None:
            scheduled = said == SILENT and self.calendar.reported != UNKNOWN and _schedule(self.draft)
            return self.calendar.reported.at_end() if scheduled else None
        if period.months == 3 and _TRAILING.search(f"{self.draft.title} {self.text(c)}"):
            return self.calendar.ended(period.end, 12)
        if kind == "balance-sheet":
            return period if said.months or said.weeks else period.at_end()
        if period.instant and kind in _FLOWS and not said.instant:
            months = self.calendar.reported.months if kind == "income-statement" else 0
            return self.calendar.ended(period.end, months) if months else self.calendar.year_to(period.end)
        return period


_YEARS = 4  # that head columns
_AS_ADJUSTED, _ADJUSTED = re.compile(r"\(as\s+adjusted\)$", re.I), frozenset(("adjusted",))
_OF_SALES = re.compile(r"(?:^|\s)%\s*(?:of\s+)?(?:total\s+)?(?:net\s+)?(?:sales|revenues?)$", re.I)
_COMPARES = re.compile(r"\b(?:vs\.?|versus|change|variance)\b|\bB\s*/?\s*\(?W\b", re.I)  # in the corner above a block


def _schedule(draft: Draft) -> bool:
    """Whether a table's rows are the years to come: a schedule of maturities, as of the balance sheet's date."""
    return sum(1 for line in draft.lines if not line.heading and _TO_COME.match(line.label)) >= 3


def columns_under(
    draft: Draft,
    k: int,
    prepared: Sequence[Prepared],
    valued: Sequence[int],
    vocabulary: Vocabulary,
    calendar: FiscalCalendar,
) -> Columns:
    """The columns under the `k`-th head of a draft; `valued` are those with figures."""
    head = draft.sketch.heads[k]
    rows = [p for p in prepared if p.figures and draft.sketch.head_of[p.line.index] == k]
    said = _spoken(head, rows, valued, draft.grid.columns)
    if k > 1 and _COMPARES.search(head.texts[0]) and all(head.stated[c] == SILENT for c in valued):
        said = [
            replace(s, kind="change") if s.kind == "amount" else s for s in said
        ]  # a block of changes below two others
    said = _shares_of(_counted(_common_scale(said, valued), valued), valued, head, rows)
    said = by_the_piece(_in_full(said, draft.scale.of, head), valued, head.texts, [p.figures for p in rows])
    qualifiers = [vocabulary.qualify(content_words(s.words)) if s.words else frozenset[str]() for s in said]
    qualifiers = _translated(said, _restated(qualifiers, head, valued), valued)
    measures = _margins_beside([_named(s.words, vocabulary) for s in said], head, valued, vocabulary)
    found = Columns(draft, head, calendar, said, qualifiers, measures)
    if any(said[c].kind in _CHANGES for c in valued):
        columns = [Column(c, "", said[c].kind) for c in valued]
        periods = [found.period(c, SILENT) if c in valued else None for c in range(draft.grid.columns)]
        found.pairs = pair_changes(columns, [p.figures for p in rows], periods)
    return found


def _spoken(head: Head, rows: Sequence[Prepared], valued: Sequence[int], columns: int) -> list[Spoken]:
    """What each header says, by the figures under it and the headers beside it."""
    headers = [head.texts[c] if c in valued and c < len(head.texts) else "" for c in range(columns)]
    cells: dict[int, list[str]] = {c: [] for c in valued}
    for p in rows:
        for cell in p.line.cells:
            if cell.column in cells:
                cells[cell.column].append(cell.text)
    figures = [column_figures(cells[c]) if c in cells else () for c in range(columns)]
    said = [spoken(headers[c], figures[c]) for c in range(columns)]
    said = _percent_beside(said, headers, figures, valued)
    amounts = frozenset(c for c in valued if said[c].kind == "amount")
    beside = any(names_percent(s, h) for s, h in zip(said, headers, strict=True))
    return [
        in_amounts(s, h, f) if beside or s.kind == "percent-change" and _marks_follow_rows(c, amounts, rows) else s
        for c, (s, h, f) in enumerate(zip(said, headers, figures, strict=True))
    ]


def _in_full(said: list[Spoken], of: str, head: Head) -> list[Spoken]:
    """The columns with those printed in full of which the unit note does not speak: the homes sold and their prices
    beside revenues, below "(Revenues in thousands)"."""
    noted = {c for c, text in enumerate(head.texts) if of and of in text.lower()}
    if not noted:
        return said
    return [s if c in noted else replace(s, unit=replace(s.unit, power=0)) for c, s in enumerate(said)]


def _percent_beside(
    said: list[Spoken], headers: Sequence[str], figures: Sequence[tuple[Figure, ...]], valued: Sequence[int]
) -> list[Spoken]:
    """A column headed by nothing but a sign of per cent beside one of changes gives the same changes in per cent."""
    out = list(said)
    for before, c in zip(valued, valued[1:], strict=False):
        percent = any(f.mark == "percent" for f in figures[c]) and headers[c].endswith("%")
        if said[before].kind == "change" and said[c].kind == "amount" and percent:
            out[c] = replace(said[c], kind="percent-change")
    return out


def _translated(
    said: Sequence[Spoken], qualifiers: list[frozenset[str]], valued: Sequence[int]
) -> list[frozenset[str]]:
    """The words of columns that give the same figures again in another currency, for the reader's convenience, are
    narrowed by its code; the currency of most columns is the table's."""
    codes = [said[c].unit.currency for c in valued if said[c].unit.currency]
    main = max(codes, key=codes.count, default="")
    return [
        words | {said[c].unit.currency.lower()} if c in valued and said[c].unit.currency not in ("", main) else words
        for c, words in enumerate(qualifiers)
    ]


def _restated(qualifiers: list[frozenset[str]], head: Head, valued: Sequence[int]) -> list[frozenset[str]]:
    """Figures of an earlier period "as adjusted", beside which no column gives that period as it was reported, are
    restated for a change of accounting, and no other measure than those of the period reported."""
    plain = [head.stated[c] for c in valued if _ADJUSTED.isdisjoint(qualifiers[c])]
    if not plain:
        return qualifiers
    out = list(qualifiers)
    for c in valued:
        if _AS_ADJUSTED.search(head.texts[c]) and head.stated[c] not in (SILENT, *plain):
            out[c] = qualifiers[c] - _ADJUSTED
    return out


def _marks_follow_rows(c: int, amounts: frozenset[int], rows: Sequence[Prepared]) -> bool:
    """Whether a column prints per cent just where the amounts of the row are rates: the changes of these among
    others."""
    marks = {
        (p.figures[c].mark == "percent", any(p.figures[k].mark == "percent" for k in amounts if k in p.figures))
        for p in rows
        if c in p.figures and not p.figures[c].nil
    }
    return marks == {(True, True), (False, False)}


def _named(words: str, vocabulary: Vocabulary) -> Measure | None:
    """The measure that a header names itself."""
    measure = vocabulary.measure(words) if words else None
    return measure if measure is not None and measure.known else None


def _margins_beside(
    measures: list[Measure | None], head: Head, valued: Sequence[int], vocabulary: Vocabulary
) -> list[Measure | None]:
    """A column headed "% Net Sales" beside one of a result gives the margin of that result."""
    out = list(measures)
    for before, c in zip(valued, valued[1:], strict=False):
        result = measures[before]
        if result is not None and result.key in vocabulary.margins and _OF_SALES.search(head.texts[c]):
            out[c] = replace(result, key=vocabulary.margins[result.key])
    return out


def _over(own: Stated, outer: Stated, strong: bool) -> Stated:
    """`own` completed by what stands over it. A full day takes a length only from a strong neighbour for the same
    day: the title's "three months ended June 30" does not make a duration of the column "December 31"."""
    if outer == SILENT or (own.year is not None and own.fiscal and not strong):
        return own
    named = own.whole or own.to_date and own.year is not None
    if named and not own.dated and outer.month is not None:
        return own  # "1Q25", "YTD 2025" under the title of the three months ended June 30
    if own.dated and not own.spans:
        same = outer.month in (None, own.month)
        if not (outer.spans and same and strong):
            return replace(own, instant=True) if outer.instant and same and not own.instant else own
    return own.within(outer)


def _shares_of(said: list[Spoken], valued: Sequence[int], head: Head, rows: Sequence[Prepared]) -> list[Spoken]:
    """A column of nothing but percentages beside amounts under the same date, or headed by nothing but "% Sales", is
    their share of a total."""
    marks = {c: [p.figures[c].mark for p in rows if c in p.figures and not p.figures[c].nil] for c in valued}
    whole = {c: bool(m) and all(x == "percent" for x in m) for c, m in marks.items()}
    out = list(said)
    for before, c in zip(valued, valued[1:], strict=False):
        same = head.stated[c] == head.stated[before] != SILENT and said[c].words == said[before].words
        of_sales = head.stated[c].year is None and not said[before].words and _OF_SALES.search(head.texts[c])
        if whole[c] and not whole[before] and (same or of_sales) and said[c].kind == "amount":
            out[c] = replace(said[c], kind="percent-of")
    return out


def _common_scale(said: list[Spoken], valued: Sequence[int]) -> list[Spoken]:
    """A unit note over all columns is the table's, not the columns'."""
    if len(valued) > 1 and len({said[c].unit.power for c in valued}) == 1:
        return [s if s.unit.power is None else replace(s, unit=replace(s.unit, power=None)) for s in said]
    return said


def _counted(said: list[Spoken], valued: Sequence[int]) -> list[Spoken]:
    """Where one column counts shares ("Shares" beside "Amount"), the others print money unless they say otherwise."""
    if any(_GRANTED.search(said[c].words) for c in valued):
        said = [replace(s, unit=replace(s.unit, unit="shares")) if s.unit.unit == "count" else s for s in said]
    if not any(said[c].unit.unit == "shares" for c in valued):
        return said
    return [
        replace(s, unit=replace(s.unit, unit="money")) if s.kind == "amount" and not s.unit.unit and c in valued else s
        for c, s in enumerate(said)
    ]
