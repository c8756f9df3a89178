"""From a draft to a table with its facts, under the calendar of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from auditor.grammar.dates import SILENT, Stated, stated
from auditor.model.calendar import FiscalCalendar
from auditor.model.fact import Column, Fact, Measure, Row, Table
from auditor.model.period import Period
from auditor.model.quantity import Quantity
from auditor.model.source import Cell, Document, Span
from auditor.tables.columns import Spoken, column_figures, pair_changes, spoken
from auditor.tables.drafts import Draft
from auditor.tables.labels import LabelFigure, figures_in, label_head
from auditor.tables.periods import at_moment, between, is_stock, moment, resolve
from auditor.tables.rows import Line, clean
from auditor.tables.sketch import Head
from auditor.tables.units import Money, RowUnit, Unit, counts_shares, row_unit, unit_of
from auditor.tables.values import Figure, figure
from auditor.vocabulary import Vocabulary
from auditor.vocabulary.words import content_words

_SHARES_OF = ("percent-change", "percent-of", "rate", "points-change")
_STOCK = frozenset({"asset", "liability", "equity", "cash"})
_SHARE_POWERS = (0, 3, 6)


@dataclass(slots=True)
class _Prepared:
    """A row with its figures by column, unit, measure and own date."""

    line: Line
    label: str
    figures: dict[int, Figure]
    unit: RowUnit
    measure: Measure | None
    moment: str = ""
    dated: Stated = SILENT

    @property
    def priced(self) -> bool:
        """Whether a sign of a currency is printed in the row."""
        return any(f.currency for f in self.figures.values())


@dataclass(slots=True)
class _Heading:
    """The columns under one head: what their headers say, and the periods by section."""

    head: Head
    spoken: list[Spoken]
    qualifiers: list[frozenset[str]]
    measures: list[Measure | None]
    pairs: dict[int, tuple[int, int]]


@dataclass(slots=True)
class Builder:
    """Builds the tables of one document; facts are numbered through it."""

    document: Document
    vocabulary: Vocabulary
    calendar: FiscalCalendar
    count: int = 0

    def table(self, draft: Draft, money: Money) -> Table:
        prepared = [_Prepared(line, clean(line.label), _figures(line, draft), RowUnit(), None) for line in draft.lines]
        valued = sorted({c for p in prepared for c in p.figures})
        headings = [self._under(draft, k, prepared, valued) for k in range(len(draft.sketch.heads))]
        for p in prepared:
            if not p.line.heading:
                self._measure(p, draft, headings[draft.sketch.head_of[p.line.index]])
        settle(prepared, draft)
        money = _shares_by_result(prepared, money)
        for heading in headings:
            _counted_columns(heading, valued)
        facts = tuple(self._facts(draft, money, prepared, headings))
        used = next((draft.sketch.head_of[p.line.index] for p in prepared if p.figures), 0)
        columns = self._columns(draft, headings[used], valued)
        rows = tuple(_row(p) for p in prepared)
        return Table(
            draft.grid.id, draft.title, draft.kind, draft.grid, columns, rows, facts, money.power, money.currency
        )

    # -------------------------------------------------------------------------------------------- rows

    def _measure(self, p: _Prepared, draft: Draft, heading: _Heading) -> None:
        """Gives a row its unit, measure, and the moment or day that its label speaks of."""
        path = self._path(p.line, draft)
        named = label_head(p.label)
        first = self.vocabulary.measure(named, path) if named else None
        entry = self.vocabulary.entry(first.key) if first is not None and first.known else None
        amounts = tuple(f for c, f in p.figures.items() if heading.spoken[c].kind not in _SHARES_OF)
        unit = row_unit(named, p.line.path, amounts, entry.unit if entry else "", p.line.scale)
        of_amounts = draft.kind in ("equity", "cash-flow", "balance-sheet")
        if of_amounts and unit.unit == "shares" and not any(map(counts_shares, (p.label, *p.line.path))):
            unit = replace(unit, unit="")
        p.unit = unit
        spoken_as = f"{draft.scale.currency or 'USD'}/share" if unit.unit == "per-share" else unit.unit or "money"
        p.measure = self.vocabulary.measure(named, path, spoken_as) if named else None
        if p.label:
            p.moment, p.dated = moment(p.label), _own_date(p.label)

    def _path(self, line: Line, draft: Draft) -> tuple[str, ...]:
        """The headings above a row; the title of a table that breaks one measure down stands over all."""
        if draft.kind in ("segment", "key-figures", "other") and 0 < len(draft.title) < 80:
            return (draft.title, *line.path)
        return line.path

    # -------------------------------------------------------------------------------------------- columns

    def _under(self, draft: Draft, k: int, prepared: Sequence[_Prepared], valued: Sequence[int]) -> _Heading:
        head = draft.sketch.heads[k]
        rows = [p for p in prepared if p.figures and draft.sketch.head_of[p.line.index] == k]
        said: list[Spoken] = []
        for c in range(draft.grid.columns):
            text = head.texts[c] if c < len(head.texts) else ""
            if c not in valued:
                said.append(spoken(""))
                continue
            texts = [cell.text for p in rows for cell in p.line.cells if cell.column == c]
            said.append(spoken(text, column_figures(texts)))
        said = _common_scale(said, valued)
        qualifiers = [self._qualifiers(s.words) for s in said]
        measures = [self._column_measure(s.words) for s in said]
        heading = _Heading(head, said, qualifiers, measures, {})
        if any(said[c].kind in ("change", "percent-change", "points-change") for c in valued):
            columns = [Column(c, "", said[c].kind) for c in valued]
            periods = [
                self._period(draft, heading, c, SILENT) if c in valued else None for c in range(draft.grid.columns)
            ]
            heading.pairs = pair_changes(columns, [p.figures for p in rows], periods)
        return heading

    def _qualifiers(self, words: str) -> frozenset[str]:
        return self.vocabulary.qualify(content_words(words)) if words else frozenset()

    def _column_measure(self, words: str) -> Measure | None:
        """The measure that a header names itself, where its rows are parts of it ("Net sales" over segments)."""
        if not words:
            return None
        measure = self.vocabulary.measure(words)
        return measure if measure is not None and measure.known else None

    def _columns(self, draft: Draft, heading: _Heading, valued: Sequence[int]) -> tuple[Column, ...]:
        out = []
        for c in valued:
            section = next((line.section for line in draft.lines if not line.heading), SILENT)
            period, base = self._periods(draft, heading, c, section)
            text = heading.head.texts[c] if c < len(heading.head.texts) else ""
            out.append(Column(c, text, heading.spoken[c].kind, period, base, heading.qualifiers[c]))
        return tuple(out)

    def _periods(
        self, draft: Draft, heading: _Heading, c: int, section: Stated
    ) -> tuple[Period | None, Period | None]:
        pair = heading.pairs.get(c)
        if pair is None and heading.spoken[c].kind != "amount" and heading.head.stated[c] == SILENT:
            left = [k for k in range(c - 1, -1, -1) if heading.spoken[k].kind in ("amount", "average") and heading.head.stated[k] != SILENT]
            return self._period(draft, heading, left[0] if left else c, section), None
        if pair is not None:
            return self._period(draft, heading, pair[0], section), self._period(draft, heading, pair[1], section)
        return self._period(draft, heading, c, section), None

    def _said(self, draft: Draft, heading: _Heading, c: int, section: Stated) -> Stated:
        """What header, section, corner and caption say of a column together, the nearest first."""
        head = heading.head
        own = head.stated[c] if c < len(head.stated) else SILENT
        corner = head.stated[0] if head.stated else SILENT
        flow = draft.kind in ("income-statement", "cash-flow")
        own = _over(_over(own, section, True), corner, True)
        return _over(own, draft.caption.stated, flow)

    def _period(self, draft: Draft, heading: _Heading, c: int, section: Stated) -> Period | None:
        said = self._said(draft, heading, c, section)
        flow = draft.kind != "balance-sheet" and not said.instant
        period = resolve(said, self.calendar, flow)
        if period is None:
            return None
        if draft.kind == "balance-sheet":
            return period.at_end() if not (said.months or said.weeks) else period
        if period.instant and draft.kind in ("income-statement", "cash-flow") and not said.instant:
            months = self.calendar.reported.months if draft.kind == "income-statement" else 0
            return self.calendar.ended(period.end, months) if months else self.calendar.year_to(period.end)
        return period

    # -------------------------------------------------------------------------------------------- facts

    def _facts(
        self, draft: Draft, money: Money, prepared: Sequence[_Prepared], headings: Sequence[_Heading]
    ) -> Iterator[Fact]:
        rolled = _rolled([p.dated.on() for p in prepared])
        begins = any(p.moment == "begin" for p in prepared) and any(p.moment == "end" for p in prepared)
        memo: dict[tuple[int, int, Stated], tuple[Period | None, Period | None]] = {}
        for k, p in enumerate(prepared):
            place = draft.sketch.head_of[p.line.index]
            heading = headings[place]
            if p.label:
                yield from self._label_facts(draft, money, p, heading, rolled[k])
            for cell in p.line.cells:
                found = p.figures.get(cell.column)
                if found is None:
                    continue
                key = (place, cell.column, p.line.section)
                if key not in memo:
                    memo[key] = self._periods(draft, heading, cell.column, p.line.section)
                period, base = memo[key]
                if begins and period is not None and period.instant and draft.kind != "balance-sheet":
                    period = self.calendar.year_to(period.end)  # a roll-forward to the date over its column
                if rolled[k] is not None and self._silent(heading, cell.column, p.line.section):
                    period = rolled[k]
                period = self._at_row(draft, heading, p, cell.column, period)
                yield self._fact(draft, money, p, heading, cell, found, period, base)

    def _silent(self, heading: _Heading, c: int, section: Stated) -> bool:
        """Whether neither header nor section nor corner says a period, so that only the caption does."""
        head = heading.head
        return section == SILENT and head.stated[c] == SILENT and (not head.stated or head.stated[0] == SILENT)

    def _at_row(
        self, draft: Draft, heading: _Heading, p: _Prepared, c: int, period: Period | None
    ) -> Period | None:
        """The period of a row's figure: a balance is an instant of its column's duration."""
        if p.dated != SILENT:
            said = p.dated.within(replace(heading.head.stated[c], months=None, weeks=None, quarter=None))
            found = resolve(said, self.calendar)
            return found.at_end() if found is not None else period
        if period is None or period.instant:
            return period
        if p.moment:
            return at_moment(period, p.moment, self.calendar)
        if draft.kind == "equity" and p.line.total and p.measure is not None:
            return period.at_end() if p.measure.key == "stockholders-equity" else period
        if self._said(draft, heading, c, p.line.section).instant and is_stock(p.label):
            return period.at_end()
        if draft.kind == "key-figures" and p.measure is not None and p.measure.known:
            entry = self.vocabulary.entry(p.measure.key)
            if entry is not None and entry.nature in _STOCK and "average" not in p.measure.qualifiers:
                return period.at_end()
        return period

    def _fact(
        self,
        draft: Draft,
        money: Money,
        p: _Prepared,
        heading: _Heading,
        cell: Cell,
        found: Figure,
        period: Period | None,
        base: Period | None,
    ) -> Fact:
        c = cell.column
        said = heading.spoken[c]
        unit, power = _unit(found, p.unit, said, money)
        quantity = _quantity(found.value, found.step, power, unit, found.nil)
        measure, qualifiers = p.measure, heading.qualifiers[c]
        above = heading.measures[c]
        if above is not None and said.kind == "amount" and (measure is None or not measure.known):
            measure = Measure(above.key, above.qualifiers | self.vocabulary.qualify(content_words(p.label)), True)
            qualifiers = above.qualifiers
        if p.line.extra:
            qualifiers = qualifiers | self._qualifiers(p.line.extra)
        text = heading.head.texts[c] if c < len(heading.head.texts) else ""
        return self._numbered(
            draft, p, c, text, cell.text, quantity, measure, period, said, cell.span, base, qualifiers
        )

    def _numbered(
        self,
        draft: Draft,
        p: _Prepared,
        column: int,
        header: str,
        text: str,
        quantity: Quantity,
        measure: Measure | None,
        period: Period | None,
        said: Spoken,
        span: Span,
        base: Period | None = None,
        qualifiers: frozenset[str] = frozenset(),
    ) -> Fact:
        self.count += 1
        return Fact(
            f"f{self.count}", draft.grid.id, p.line.index, column, p.label, header, text, quantity, measure, period,
            said.kind, span, self.document.line(span.start), base, qualifiers,
        )  # fmt: skip

    # -------------------------------------------------------------------------------------------- labels

    def _label_facts(
        self, draft: Draft, money: Money, p: _Prepared, heading: _Heading, rolled: Period | None
    ) -> Iterator[Fact]:
        """The figures that a row's label states, as facts of the row."""
        found = figures_in(p.line.label)
        if not found:
            return
        cell = p.line.cells[0]
        valued = [c for c in sorted(p.figures) if heading.spoken[c].kind == "amount"]
        dated = [c for c in range(1, len(heading.head.stated)) if heading.head.stated[c] != SILENT]
        valued = valued or [c for c in dated if heading.spoken[c].kind == "amount"]
        whole = self.document.slice(cell.span)
        at = 0
        for number in found:
            printed = p.line.label[number.start : number.end].strip()
            place = whole.find(printed, at)
            span = Span(cell.span.start + place, cell.span.start + place + len(printed)) if place >= 0 else cell.span
            at = place + len(printed) if place >= 0 else at
            yield self._label_fact(draft, money, p, heading, number, printed, span, valued, rolled)

    def _label_fact(
        self,
        draft: Draft,
        money: Money,
        p: _Prepared,
        heading: _Heading,
        number: LabelFigure,
        printed: str,
        span: Span,
        valued: Sequence[int],
        rolled: Period | None,
    ) -> Fact:
        unit, power = _label_unit(number, money)
        quantity = _quantity(number.value, number.step, power, unit, False)
        column = valued[number.place] if number.listed == len(valued) and valued else (valued[0] if valued else 0)
        period = (self._period(draft, heading, column, p.line.section) if column else None) or rolled
        if number.date is not None:
            day = Stated(month=number.date.month, day=number.date.day, year=number.date.year)
            named = resolve(day.within(Stated(year=period.end.year)) if period else day, self.calendar)
            period = named.at_end() if named is not None else period
        measure = self.vocabulary.measure(number.phrase, (), unit) if number.phrase else None
        qualifiers = frozenset({p.measure.key}) if p.measure is not None else frozenset()
        text = heading.head.texts[column] if column < len(heading.head.texts) else ""
        fact = self._numbered(
            draft, p, column, text, printed, quantity, measure, period, heading.spoken[column], span, None, qualifiers
        )
        return replace(fact, origin="label", kind="amount")


def _figures(line: Line, draft: Draft) -> dict[int, Figure]:
    """The figures of a row by column, without the years that stand beside its label."""
    if line.heading:
        return {}
    return {
        c.column: f
        for c in line.cells
        if (c.column or not line.label) and c.column not in draft.sketch.years and (f := figure(c.text)) is not None
    }


# ------------------------------------------------------------------------------------------------ units of rows

_BARE_TOTAL = re.compile(r"(?:sub)?totals?$", re.I)
_DILUTIVE = re.compile(r"dilut|conver|exercise|options|awards|warrants|equivalents|unvested|restricted", re.I)
_OF_SHARES = re.compile(r"^(?:the\s+)?(?:(?:following|number|reconciliation|changes?|activity)\b.{0,40})?\bshares\s+of\b.*(?:outstanding|stock)", re.I)


def settle(prepared: Sequence[_Prepared], draft: Draft) -> None:
    """Units that only the rows around them, or the table as a whole, give: shares between two rows of shares, the
    total of a block of shares, a table that counts shares throughout."""
    rows = [p for p in prepared if p.figures]
    whole = _whole_unit(draft, rows)
    for k, p in enumerate(rows):
        if p.unit.unit or p.priced or not p.label:
            continue
        before = rows[k - 1] if k else None
        after = _next_unit(rows, k)
        if whole:
            p.unit = replace(p.unit, unit=whole)
        elif before is not None and before.unit.unit == after == "per-share" and all(
            f.nil or (f.decimals >= 2 and abs(f.value) < 100) for f in p.figures.values()
        ):
            p.unit = replace(p.unit, unit="per-share")
        elif before is not None and before.unit.unit == "shares" and (
            _BARE_TOTAL.match(p.label) or after == "shares" or _DILUTIVE.search(p.label)
        ):
            p.unit = replace(p.unit, unit="shares", power=before.unit.power)


def _next_unit(rows: Sequence[_Prepared], k: int) -> Unit:
    """The unit that the next row with a unit of its own has, if only rows without one stand between."""
    for p in rows[k + 1 : k + 16]:
        if p.unit.unit or p.priced:
            return p.unit.unit
    return ""


def _whole_unit(draft: Draft, rows: Sequence[_Prepared]) -> Unit:
    """The unit of all rows of a table that says nothing else: a note of shares alone, a title about shares."""
    if draft.scale.shares is not None and draft.scale.money is None:
        return "shares"
    if draft.scale.percent:
        return "percent"
    if not any(p.priced for p in rows) and _OF_SHARES.search(draft.title):
        return "shares"
    return ""


def _counted_columns(heading: _Heading, valued: Sequence[int]) -> None:
    """Where one column counts shares ("Shares" beside "Amount"), the others print money unless they say otherwise."""
    if not any(heading.spoken[c].unit.unit == "shares" for c in valued):
        return
    for c in valued:
        said = heading.spoken[c]
        if said.kind == "amount" and not said.unit.unit:
            heading.spoken[c] = replace(said, unit=replace(said.unit, unit="money"))


# ------------------------------------------------------------------------------------------------ small parts


def _over(own: Stated, outer: Stated, strong: bool) -> Stated:
    """`own` completed by what stands over it. A full day takes a length only from a strong neighbour or for the same
    day: the title's "three months ended June 30" does not make a duration of the column "December 31"."""
    if outer == SILENT:
        return own
    if own.dated and not own.spans:
        same = outer.month in (None, own.month)
        if not outer.spans or not (same if strong else False):
            return replace(own, instant=own.instant or (outer.instant and same))
    return own.within(outer)


def _own_date(label: str) -> Stated:
    """The day that a label gives its row ("Balance, June 30, 2023"); silent where it states figures of several days."""
    said = stated(label)
    if said.month is None or said.day is None or said.spans or figures_in(label):
        return SILENT
    low = label.lower()
    if not (said.instant or said.dated) or "due" in low or "issued on" in low:
        return SILENT
    return said


def _rolled(days: Sequence[date | None]) -> list[Period | None]:
    """For rows between two dated balances the duration from one to the other."""
    out: list[Period | None] = [None] * len(days)
    dated = [(k, d) for k, d in enumerate(days) if d is not None]
    for (k, first), (j, last) in zip(dated, dated[1:], strict=False):
        if first < last:
            for between_rows in range(k + 1, j):
                out[between_rows] = between(first, last)
    return out


def _common_scale(said: list[Spoken], valued: Sequence[int]) -> list[Spoken]:
    """A unit note over all columns is the table's, not the columns'."""
    powers = {said[c].unit.power for c in valued}
    if len(powers) == 1 and len(valued) > 1:
        return [replace(s, unit=replace(s.unit, power=None)) for s in said]
    return said


def _unit(found: Figure, row: RowUnit, said: Spoken, money: Money) -> tuple[str, int]:
    if said.kind in ("percent-change", "percent-of", "rate") and not found.currency and not found.mark:
        return "percent", 0
    unit, power = unit_of(found, row, said.unit, money)
    if said.kind in ("change", "points-change") and unit == "percent":
        return ("points", 0) if said.kind == "points-change" or row.unit == "percent" else (unit, power)
    if said.kind == "points-change" and not found.currency and not found.mark:
        return ("bps" if "bps" in said.words.lower() or not found.decimals else "points"), 0
    return unit, power


def _label_unit(number: LabelFigure, money: Money) -> tuple[str, int]:
    if number.unit == "percent":
        return "percent", 0
    if number.unit == "per-share":
        return f"{money.currency}/share", 0
    unit = "shares" if number.unit == "shares" else money.currency
    if number.power is not None:
        return unit, number.power
    if unit != "shares":
        return unit, money.power
    return unit, money.shares if money.certain or number.value < 1_000_000 else 0


def _quantity(value: Decimal, step: Decimal, power: int, unit: str, nil: bool) -> Quantity:
    if nil:
        return Quantity.printed(Decimal(0), Decimal(1).scaleb(power), unit)
    if power:
        factor = Decimal(10) ** power
        value, step = value * factor, step * factor
        if step == step.to_integral_value():
            value, step = value.quantize(Decimal(1)), step.quantize(Decimal(1))
    return Quantity.printed(value, step, unit)


def _shares_by_result(prepared: Sequence[_Prepared], money: Money) -> Money:
    """The scale of share counts that net income = earnings per share x shares asks for, where a table prints them."""
    result = next((p for p in prepared if p.measure and p.measure.key == "net-income" and p.figures and p.unit.unit == ""), None)
    eps = next((p for p in prepared if p.unit.unit == "per-share" and p.measure and p.measure.key == "eps" and p.figures), None)
    shares = next((p for p in prepared if p.unit.unit == "shares" and p.figures and p.unit.power is None), None)
    if result is None or eps is None or shares is None:
        return money
    votes = dict.fromkeys(_SHARE_POWERS, 0)
    for c, each in eps.figures.items():
        income, count = result.figures.get(c), shares.figures.get(c)
        if income is None or count is None or not each.value or not income.value or not count.value:
            continue
        if abs(each.value) < 3 * each.step:
            continue
        ratio = income.value.scaleb(money.power) / each.value / count.value
        for power in _SHARE_POWERS:
            if Decimal("0.5") < abs(ratio).scaleb(-power) < Decimal(2):
                votes[power] += 1
    best = max(votes, key=lambda power: (votes[power], -power))
    return replace(money, shares=best, own=True, certain=True) if votes[best] else money


def _row(p: _Prepared) -> Row:
    line = p.line
    return Row(line.index, p.label, line.path, line.level, p.measure, line.span, line.heading, line.total)


