"""From a draft to a table with its facts, under the calendar of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from auditor.grammar.dates import SILENT, Stated, rest_of
from auditor.grammar.folding import Hinted
from auditor.model.calendar import FiscalCalendar
from auditor.model.fact import ColumnKind, Fact, Measure, Range, Row, Table
from auditor.model.period import Period
from auditor.model.quantity import Quantity
from auditor.model.source import Cell, Document, Span
from auditor.tables.drafts import Draft
from auditor.tables.heads import Columns, columns_under
from auditor.tables.labels import LabelFigure, figures_in
from auditor.tables.periods import at_moment, between, is_stock, resolve
from auditor.tables.pieces import PRICE, counts_pieces, price_of
from auditor.tables.prepared import BALANCE, NO_AMOUNTS, Prepared, measure, prepare
from auditor.tables.quantities import kind_of, label_quantity, quantity
from auditor.tables.settle import counts_by_note, settle, shares_by_result
from auditor.tables.units import Money
from auditor.vocabulary import Vocabulary
from auditor.vocabulary.words import GAAP, content_words

# Balances, whatever heads their columns.
_BOOK_VALUES = ("book-value", "book-value-per-share", "tangible-book-value", "tangible-book-value-per-share")
# Headings in a table of quarters under which its balances stand.
_POSITION = Hinted(
    r"^(?!.*\baverage\b).*\b(?:balance\s+sheets?|financial\s+(?:condition|position)|(?:period|quarter|year)[\s-]end)\b",
    "sheet|condition|position|end"
)  # fmt: skip
_TOTAL = re.compile(r"total\b", re.I)
_GAAP = re.compile(GAAP, re.I)
_EQUITY = Measure("stockholders-equity", frozenset(), True)


@dataclass(slots=True)
class Builder:
    """Builds the tables of one document; facts are numbered through it."""

    document: Document
    vocabulary: Vocabulary
    calendar: FiscalCalendar
    count: int = 0

    def table(self, draft: Draft, money: Money) -> Table:
        rows = prepare(draft)
        valued = sorted({c for p in rows for c in p.figures})
        places = range(len(draft.sketch.heads))
        under = [columns_under(draft, k, rows, valued, self.vocabulary, self.calendar) for k in places]
        for p in rows:
            if not p.line.heading:
                columns = under[draft.sketch.head_of[p.line.index]]
                measure(p, draft, self.vocabulary, [s.kind for s in columns.spoken])
                p.summed = [c for c, f in p.figures.items() if columns.spoken[c].kind not in NO_AMOUNTS and not f.nil]
        settle(rows, draft, self.vocabulary)
        table = _Facts(self, draft, counts_by_note(rows, shares_by_result(rows, money), draft), rows, under)
        facts = tuple(table.facts())
        first = next((p for p in rows if p.figures), None)
        main = under[draft.sketch.head_of[first.line.index]] if first else under[0]
        columns_ = tuple(main.column(c, first.line.section if first else SILENT) for c in valued)
        return Table(
            draft.grid.id,
            draft.title,
            draft.kind,
            draft.grid,
            columns_,
            tuple(_row(p) for p in rows),
            facts,
            money.power,
            money.currency,
            tuple(table.ranges()),
        )

    def next_id(self) -> str:
        self.count += 1
        return f"f{self.count}"


def _row(p: Prepared) -> Row:
    line = p.line
    return Row(line.index, p.label, line.path, line.level, p.measure, line.span, line.heading, line.total)


@dataclass(slots=True)
class _Facts:
    """The facts of one table, in reading order. `rolled` are the durations between dated balances, by row; `forward`
    says that the rows run from an opening to a closing balance."""

    builder: Builder
    draft: Draft
    money: Money
    rows: Sequence[Prepared]
    under: Sequence[Columns]
    rolled: list[Period | None] = field(init=False)
    forward: bool = field(init=False)

    def __post_init__(self) -> None:
        self.rolled = _rolled([p.dated.on() for p in self.rows])
        moments = {p.moment for p in self.rows}
        self.forward = {"begin", "end"} <= moments and self.draft.kind != "balance-sheet"

    def facts(self) -> Iterator[Fact]:
        head_of = self.draft.sketch.head_of
        for k, p in enumerate(self.rows):
            columns = self.under[head_of[p.line.index]]
            if p.label:
                yield from self._of_label(k, p, columns)
            for cell in p.line.cells:
                if cell.column in p.figures:
                    yield self._of_cell(k, p, columns, cell)

    def ranges(self) -> Iterator[Range]:
        """What the rows expect."""
        for p in self.rows:
            columns = self.under[self.draft.sketch.head_of[p.line.index]]
            for cell in p.line.cells:
                if cell.column in p.ranges:
                    c, ends = cell.column, p.ranges[cell.column]
                    low, high = (quantity(end, p.unit, columns.spoken[c], self.money) for end in ends)
                    period, _ = columns.dates(c, p.line.section)
                    header = columns.text(c)
                    yield Range(p.line.index, c, p.label, header, cell.text, low, high, p.measure, period, cell.span)

    # -------------------------------------------------------------------------------------------- cells

    def _of_cell(self, k: int, p: Prepared, columns: Columns, cell: Cell) -> Fact:
        c = cell.column
        said = columns.spoken[c]
        period, base = columns.dates(c, p.line.section)
        named, qualifiers = self._named(k, p, columns, c)
        vocabulary = self.builder.vocabulary
        amount = quantity(p.figures[c], p.unit, said, self.money)
        if named is not None and named.known:
            named = vocabulary.per_share(named) if amount.unit.endswith("/share") else named
            if qualifiers:
                qualifiers = frozenset(w for w in qualifiers if not _names(vocabulary, w, named))
        return Fact(
            self.builder.next_id(),
            self.draft.grid.id,
            p.line.index,
            c,
            p.label,
            columns.text(c),
            cell.text,
            amount,
            named,
            self._at_row(k, p, columns, c, period),
            kind_of(amount, p.unit, said),
            cell.span,
            self.builder.document.line(cell.span.start),
            base,
            qualifiers,
        )

    def _named(self, k: int, p: Prepared, columns: Columns, c: int) -> tuple[Measure | None, frozenset[str]]:
        """The measure of a row's figure, from the row or from its column, and what else the column says of it."""
        named, qualifiers = p.measure, columns.qualifiers[c]
        above = columns.measures[c]
        vocabulary = self.builder.vocabulary
        if self.draft.kind == "equity" and named is not None and named.key == BALANCE:
            named = above or (None if qualifiers else _EQUITY)
            qualifiers = above.qualifiers if above else qualifiers
        elif p.line.dating and (above is not None or named is None or not named.known or _GAAP.search(columns.text(c))):
            named, qualifiers = above or vocabulary.measure(columns.text(c)) or named, frozenset[str]()
        elif above is not None and _names_own(columns.spoken[c].kind, p) and (named is None or not named.known):
            own = (
                rest_of(p.label)
                if p.dated is not SILENT
                else ""
                if self._of_all(k, p, columns.spoken[c].kind)
                else p.label
            )
            named = Measure(above.key, above.qualifiers | vocabulary.qualify(content_words(own)), True)
            qualifiers = above.qualifiers
        elif above is not None and above.key == PRICE and named is not None and counts_pieces(named, p.unit.unit):
            named, qualifiers = price_of(named), frozenset[str]()
        if p.line.extra:
            qualifiers |= vocabulary.qualify(content_words(p.line.extra))
        return named, qualifiers

    def _of_all(self, k: int, p: Prepared, kind: str) -> bool:
        """Whether a row of growth rates is that of the whole company: the last total of the table."""
        last = not any(q.figures for q in self.rows[k + 1 :])
        return kind != "amount" and last and k > 1 and _TOTAL.match(p.label) is not None

    def _at_row(self, k: int, p: Prepared, columns: Columns, c: int, period: Period | None) -> Period | None:
        """The period of a row's figure, from that of its column: a balance is an instant of its duration, a row
        between two dated balances runs from one to the other."""
        calendar = self.builder.calendar
        if self.forward and period is not None and period.instant:
            period = calendar.year_to(period.end)
        if self.rolled[k] is not None and columns.silent(c, p.line.section):
            period = self.rolled[k]
        if p.dated is not SILENT:
            said = p.dated.within(replace(columns.stated(c), months=None, weeks=None, quarter=None))
            found = resolve(said, calendar)
            return found.at_end() if found is not None else period
        if period is None or period.instant:
            return period
        if p.moment:
            return at_moment(period, p.moment, calendar)
        return period.at_end() if self._balance(p, columns, c) else period

    def _balance(self, p: Prepared, columns: Columns, c: int) -> bool:
        """Whether a row is a balance although its column is a duration."""
        kind = self.draft.kind
        if kind == "equity" and p.line.total and p.measure is not None and p.measure.key == "stockholders-equity":
            return True
        if is_stock(p.label) and columns.said(c, p.line.section).instant:
            return True
        if p.measure is not None and p.measure.key in _BOOK_VALUES:
            return True
        if p.measure is None or not p.measure.known or len(p.measure.qualifiers) > 2:
            return False
        if "average" in p.measure.qualifiers or p.unit.unit not in ("", "money"):
            return False
        entry = self.builder.vocabulary.entry(p.measure.key)
        if entry is None or not entry.stands:
            return False
        return kind == "key-figures" or any(map(_POSITION.search, p.line.path))

    # -------------------------------------------------------------------------------------------- labels

    def _of_label(self, k: int, p: Prepared, columns: Columns) -> Iterator[Fact]:
        """The figures that a row's label states, as facts of the row."""
        found = figures_in(p.line.label)
        if not found or p.line.cells[0].text != p.line.label:
            return  # none, or those of a label that stands on the line above
        kinds = columns.spoken
        valued = [c for c in sorted(p.figures) if kinds[c].kind == "amount"]
        if not valued:
            heads = range(1, len(columns.head.stated))
            valued = [c for c in heads if columns.stated(c) != SILENT and kinds[c].kind == "amount"]
        spans = _spans(p, found, self.builder.document)
        for number, (printed, span) in zip(found, spans, strict=True):
            amount = label_quantity(number, found, self.money)
            yield self._stated(k, p, columns, number, amount, printed, span, valued)

    def _stated(
        self,
        k: int,
        p: Prepared,
        columns: Columns,
        number: LabelFigure,
        amount: Quantity,
        printed: str,
        span: Span,
        valued: list[int],
    ) -> Fact:
        column = valued[number.place] if 0 < number.listed == len(valued) else (valued[0] if valued else 0)
        named = self.builder.vocabulary.measure(number.phrase, (), amount.unit) if number.phrase else None
        return Fact(
            self.builder.next_id(),
            self.draft.grid.id,
            p.line.index,
            column,
            p.label,
            columns.text(column),
            printed,
            amount,
            named,
            self._label_period(k, p, columns, number, column),
            "amount",
            span,
            self.builder.document.line(span.start),
            None,
            frozenset({p.measure.key}) if p.measure is not None else frozenset(),
            "label",
        )

    def _label_period(self, k: int, p: Prepared, columns: Columns, number: LabelFigure, column: int) -> Period | None:
        period = (columns.period(column, p.line.section) if column else None) or self.rolled[k]
        if number.date is None:
            return period
        day = Stated(month=number.date.month, day=number.date.day, year=number.date.year)
        found = resolve(day.within(Stated(year=period.end.year)) if period else day, self.builder.calendar)
        return found.at_end() if found is not None else period


def _names_own(kind: ColumnKind, p: Prepared) -> bool:
    """Whether the header of a column may name the measure of a row that is a part: over amounts, and over growth where
    the row has nothing but rates."""
    rates = all(figure.mark == "percent" or figure.nil for figure in p.figures.values())
    return kind == "amount" or kind == "percent-change" and rates


def _names(vocabulary: Vocabulary, word: str, measure: Measure) -> bool:
    """Whether a word of a column's header only says again what its rows are: "Earnings" beside "Per share"."""
    name = vocabulary.names.get((word,))
    return name is not None and name.key == measure.key


def _spans(p: Prepared, found: Sequence[LabelFigure], document: Document) -> list[tuple[str, Span]]:
    """Where the figures of a label stand in the document, as (printed, place)."""
    cell = p.line.cells[0]
    whole = document.slice(cell.span)
    out: list[tuple[str, Span]] = []
    at = 0
    for number in found:
        printed = p.line.label[number.start : number.end].strip()
        place = whole.find(printed, at)
        if place < 0:
            out.append((printed, cell.span))
            continue
        at = place + len(printed)
        out.append((printed, Span(cell.span.start + place, cell.span.start + at)))
    return out


def _rolled(days: Sequence[date | None]) -> list[Period | None]:
    """For rows between two dated balances the duration from one to the other."""
    out: list[Period | None] = [None] * len(days)
    dated = [(k, day) for k, day in enumerate(days) if day is not None]
    for (k, first), (j, last) in zip(dated, dated[1:], strict=False):
        if first < last:
            out[k + 1 : j] = [between(first, last)] * (j - k - 1)
    return out
