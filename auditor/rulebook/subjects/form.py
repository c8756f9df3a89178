"""Subjects of form: columns beside each other, figures of one row, statements as wholes, brackets."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import combinations, islice, pairwise

from auditor.grammar.period_forms import MONTHS
from auditor.model.calendar import UNKNOWN
from auditor.model.fact import Column, Fact, Table
from auditor.model.period import Period, month_end
from auditor.model.quantity import is_money
from auditor.rulebook.context import Context, Subject, once
from auditor.rulebook.language.figures import Missing, number, truth
from auditor.rulebook.language.types import Value
from auditor.rulebook.subjects.naming import measured, named
from auditor.rulebook.subjects.statements import start_of

MAIN = ("income-statement", "balance-sheet", "cash-flow")
_SIGNED = re.compile("[$€£¥₩₹]")
_SIGN = re.compile(rf"[A-Z]{{0,3}}{_SIGNED.pattern}")
_WORD = re.compile(r"[a-z]+")
MOST = 4  # pairs of one figure
NEWER, OLDER = "from new to old", "from old to new"


def column_pairs(context: Context, of: tuple[str, ...], rest: frozenset[str]) -> Iterator[Subject]:
    """Neighbouring columns of amounts of one length, with the order of their periods and the usual one."""
    neighbours = _neighbours(context)
    orders = {table.id: [_order(*pair) for pair in neighbours[table.id]] for table in context.tables}
    main = [table.id for table in context.tables if table.kind in MAIN]
    everywhere = Counter(order for name in main for order in orders[name] if order)
    for table in context.tables:
        if of and table.kind not in of:
            continue
        here = Counter(order for order in orders[table.id] if order)
        told: set[str] = set()
        last = max((period.end for period in _dated(table)), default=None)
        for left, right in neighbours[table.id]:
            order, newest = _order(left, right), last in _ends(left, right)
            names: dict[str, Value] = {
                "left": left,
                "right": right,
                "table": table,
                "order": order or Missing("the two columns are of one period"),
                "usual": _most(here),
                "elsewhere": _most(everywhere),
                "days_apart": _apart(left, right),
                "weekly": truth(_weekly(context, left, right)),
                "again": truth(order in told),
                "newest": truth(newest),
                "repeats": truth(_repeats(table, left, right)),
            }
            title = f"{table.title or table.kind}, {left.header} and {right.header}"
            facts = _heads(table, left, right)
            told |= {order} if newest else set()
            yield Subject(title, facts[0].span if facts else start_of(table), names, context.lookup, facts, table.id)


def _ends(left: Column, right: Column) -> list[date]:
    return [column.period.end for column in (left, right) if column.period is not None]


def _weekly(context: Context, left: Column, right: Column) -> bool:
    """Whether two columns are of a calendar of weeks: not where a quarter that ends on a Friday stands beside a
    year that ends with its month, nor where both end with their month, on whatever day of the week that is."""
    calendar = context.calendar
    if not calendar.weeks or left.period is None or right.period is None:
        return False
    ends = (left.period.end, right.period.end)
    fixed = [d.month == calendar.year_end and d == month_end(d.year, d.month) for d in ends]
    return fixed[0] == fixed[1] and not all(d == month_end(d.year, d.month) for d in ends)


@once
def _neighbours(context: Context) -> dict[str, list[tuple[Column, Column]]]:
    """The neighbouring columns of each table, by its id."""
    return {table.id: list(_pairs(table)) for table in context.tables}


def _pairs(table: Table) -> Iterator[tuple[Column, Column]]:
    dated = [column for column in table.columns if column.kind == "amount" and column.period is not None]
    for left, right in pairwise(dated):
        if left.period and right.period and left.period.months == right.period.months:
            if _besides(left.header) == _besides(right.header):
                yield left, right


@lru_cache(maxsize=1024)
def _besides(header: str) -> frozenset[str]:
    """The words of a header that are no part of a date: what else its figures are of."""
    return frozenset(w for w in _WORD.findall(header.lower()) if w not in MONTHS and not w.startswith("week"))


def _order(left: Column, right: Column) -> str:
    if left.period is None or right.period is None or left.period.end == right.period.end:
        return ""
    return NEWER if left.period.end > right.period.end else OLDER


def _most(orders: Counter[str]) -> Value:
    """The order of more than half, where there is one."""
    for order, count in orders.items():
        if 2 * count > orders.total():
            return order
    return Missing("the columns have no usual order")


def _apart(left: Column, right: Column) -> Value:
    assert left.period is not None and right.period is not None
    return number(Decimal(abs((left.period.end - right.period.end).days)))


def _repeats(table: Table, left: Column, right: Column) -> bool:
    """Whether two columns bear the same header over different figures of the same units."""
    if left.header.split() != right.header.split() or not any(c.isdigit() for c in left.header):
        return False
    both = [(a, table.at.get((row, right.index))) for (row, column), a in table.at.items() if column == left.index]
    pairs = [(a, b) for a, b in both if b is not None and _digits(a) and _digits(b)]  # "0.62 – 0.68" is a range
    alike = sum(1 for a, b in pairs if a.quantity.unit == b.quantity.unit)
    return len(pairs) >= 2 and alike == len(pairs) and any(a.quantity.value != b.quantity.value for a, b in pairs)


def _digits(fact: Fact) -> bool:
    return any(c.isdigit() for c in fact.text)


def _heads(table: Table, left: Column, right: Column) -> tuple[Fact, ...]:
    """The first figures of two columns."""
    for row in table.rows:
        pair = [table.at.get((row.index, c.index)) for c in (left, right)]
        if all(pair):
            return tuple(fact for fact in pair if fact is not None)
    return ()


def row_figures(context: Context, of: tuple[str, ...], rest: frozenset[str]) -> Iterator[Subject]:
    """Rows of amounts of one unit: the greatest figure and the others, and the figure whose sign is the odd one."""
    return (subject for words, subject in _rows(context) if not of or not words.isdisjoint(of))


@once
def _rows(context: Context) -> list[tuple[frozenset[str], Subject]]:
    """All rows, each with the words of its measure."""
    found: list[tuple[frozenset[str], Subject]] = []
    for table in context.tables:
        rows: dict[int, list[Fact]] = {}
        for fact in table.facts:
            if fact.kind == "amount" and fact.origin == "cell" and fact.quantity.value:
                rows.setdefault(fact.row, []).append(fact)
        for facts in rows.values():
            if len(facts) > 1 and len({fact.quantity.unit for fact in facts}) == 1:
                found.append((frozenset(measured(facts[0].measure)), _row(context, table, facts)))
    return found


def _row(context: Context, table: Table, facts: Sequence[Fact]) -> Subject:
    figures = [context.known.figure(fact) for fact in facts]
    sizes = [abs(fact.quantity.value) for fact in facts]
    greatest = sizes.index(max(sizes))
    negative = [figure for figure in figures if figure.value.is_signed()]  # none is zero
    positive = [figure for figure in figures if not figure.value.is_signed()]
    fewer = min(negative, positive, key=len)
    names: dict[str, Value] = {
        "greatest": figures[greatest],
        "others": tuple(figures[:greatest] + figures[greatest + 1 :]),
        "odd": (fewer or figures)[0],
        "same_sign": truth(not fewer or len(negative) == len(positive)),
        "table": table,
    }
    return Subject(named(facts[0]), facts[0].span, names, context.lookup, (), table.id)


def statements(context: Context, of: tuple[str, ...], rest: frozenset[str]) -> Iterator[Subject]:
    """The tables of some kinds, as wholes."""
    printed = [table for table in context.tables if table.facts]
    currencies = {table.id: _currency(table) for table in printed}
    usual = Counter(sign for sign in currencies.values() if sign).most_common(1)
    newest = {table.id: max(_dated(table), key=lambda p: p.end, default=None) for table in printed}
    newest_of: dict[str, Period] = {}  # by the kind of table
    for table in printed:
        found, known = newest[table.id], newest_of.get(table.kind)
        if found is not None and (known is None or found.end > known.end):
            newest_of[table.kind] = found
    for table in printed:
        if of and table.kind not in of:
            continue
        latest = newest[table.id]
        names: dict[str, Value] = {
            "table": table,
            "currency": currencies[table.id] or Missing("the table bears no currency sign"),
            "usual_currency": usual[0][0] if usual else Missing("the tables bear no currency sign"),
            "latest": latest or Missing("no column has a period"),
            "reported": _known(context.calendar.reported),
            "elsewhere": newest_of.get(table.kind) or Missing("no column has a period"),
        }
        yield Subject(table.title or table.kind, start_of(table), names, context.lookup, (), "")


def _dated(table: Table) -> list[Period]:
    return [c.period for c in table.columns if c.period is not None and c.kind == "amount"]


def _currency(table: Table) -> str:
    """The currency sign that most figures of a table bear; empty where none does."""
    signs = Counter(
        found.group() for f in table.facts if _SIGNED.search(f.text) and (found := _SIGN.search(f.text)) is not None
    )
    return signs.most_common(1)[0][0] if signs else ""


def _known(reported: Period) -> Value:
    return Missing("the release has no reported period") if reported == UNKNOWN else reported


def brackets(context: Context, of: tuple[str, ...], rest: frozenset[str]) -> Iterator[Subject]:
    """The tables that print brackets: each figure of which half a bracket is missing, or else the first figure."""
    for table in context.tables:
        printed = [f for f in table.facts if f.origin == "cell" and ("(" in f.text or ")" in f.text)]
        open_ones = [f for f in printed if f.text.count("(") != f.text.count(")")]
        for fact in open_ones or printed[:1]:
            names: dict[str, Value] = {"figure": context.known.figure(fact), "closed": truth(not open_ones)}
            yield Subject(named(fact), fact.span, names, context.lookup, (fact,))


def same_digits(context: Context, of: tuple[str, ...], rest: frozenset[str]) -> Iterator[Subject]:
    """Figures of one measure and period in two tables, printed with the same digits: of one amount, or of one that a
    unit line makes a thousand times greater in one of them."""
    money = [fact for fact in context.facts if _is_money(fact)]
    tables: dict[str, set[str]] = {}
    for fact in money:
        tables.setdefault(fact.measure.key if fact.measure else "", set()).add(fact.table)
    twice = {key for key, found in tables.items() if len(found) > 1}
    again = [fact for fact in money if fact.measure and fact.measure.key in twice]
    printed = [(fact, "".join(filter(str.isdigit, fact.text))) for fact in again]
    often = Counter(digits for _, digits in printed)
    found: dict[tuple[str, str, str, str], list[Fact]] = {}
    for fact, digits in printed:
        if len(digits) >= 4 and often[digits] > 1:
            qualified = str(fact.measure) + "".join(sorted(fact.qualifiers))
            found.setdefault((qualified, str(fact.period), digits, fact.quantity.unit), []).append(fact)
    for facts in found.values():
        first_of = {fact.table: fact for fact in reversed(facts)}
        for here, there in islice(combinations(sorted(first_of.values(), key=lambda f: f.span.start), 2), MOST):
            names: dict[str, Value] = {"here": context.known.figure(here), "there": context.known.figure(there)}
            yield Subject(named(there), there.span, names, context.lookup, (there, here))


def _is_money(fact: Fact) -> bool:
    """Whether a figure is an amount of money of a known measure and period."""
    if fact.measure is None or not fact.measure.known or fact.period is None:
        return False
    return fact.kind == "amount" and fact.origin == "cell" and is_money(fact.quantity.unit)
