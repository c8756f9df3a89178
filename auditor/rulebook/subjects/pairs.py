"""The same figure printed in two tables: rows of one measure, and columns of one period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from auditor.model.fact import Fact
from auditor.model.period import Period
from auditor.rulebook.context import Context, Subject, once
from auditor.rulebook.language.types import Value
from auditor.rulebook.subjects.naming import chosen, measured, named
from auditor.tables.footings.slips import decimal_gap
from auditor.vocabulary.words import content_words

PRECISE = 1000  # units of the last digit
NOT_IN_CASH = "the statement of equity counts what was issued for other things than cash, too"
OFTEN = 3  # agreements of two rows of one label after which a figure of few digits counts too
MOST = 8  # figures of one name and period, each of which is held against all before it;
FEW = 2  # the first of them, which all later ones are held against
COMMON = frozenset("total net consolidated end ending period year quarter month beginning amount reported".split())
Row = tuple[str, int]
Instance = tuple[Fact, Fact]


def pairs(context: Context, of: tuple[str, ...], rest: frozenset[str]) -> Iterator[Subject]:
    """Pairs of cells that surely print one figure."""
    return chosen(context, _subjects, of, rest)


@once
def _subjects(context: Context) -> list[tuple[tuple[str, ...], Subject]]:
    """The pairs, each with the measure of its rows."""
    return [(measured(r[0][0].measure), subject) for r in _pairs(context).values() for subject in _pair(context, r)]


def _pair(context: Context, instances: Sequence[Instance]) -> Iterator[Subject]:
    """What can be held against each other of two rows, which agree for most periods. Where they do not agree for one,
    its figures count only if a slip of the hand explains it, for two rows of one name may yet mean two things."""
    agree = [_agree(*pair) for pair in instances]
    equal = sum(agree)
    often = equal >= OFTEN and content_words(instances[0][0].label) == content_words(instances[0][1].label)
    if not equal or len(instances) - equal > max(1, equal // 2):
        return
    for (here, there), same in zip(instances, agree, strict=True):
        if same or (often or _precise(here) and _precise(there)) and decimal_gap(here, there):
            names: dict[str, Value] = {"here": context.known.figure(here), "there": context.known.figure(there)}
            uncertain = NOT_IN_CASH if _in_cash(context, here, there) else ""
            places = (there, here)
            yield Subject(named(there), there.span, names, context.lookup, places, uncertain=uncertain)


def _in_cash(context: Context, here: Fact, there: Fact) -> bool:
    """Whether one is the cash of what the other, in the statement of equity, is the value: stock is issued for other
    things than cash, too."""
    kinds = {context.table[f.table].kind for f in (here, there)}
    key = here.measure.key if here.measure else ""
    return kinds == {"equity", "cash-flow"} and key != "net-income"


def ties(context: Context, of: tuple[str, ...], rest: frozenset[str]) -> Iterator[Subject]:
    """Balances of a measure in the cash flow statement, each with the one of the balance sheet of the same day."""
    held: dict[tuple[str, Period], list[Fact]] = {}
    balances = {table.id for table in context.tables if table.kind == "balance-sheet"}
    flows = {table.id for table in context.tables if table.kind == "cash-flow"}
    for fact in context.facts:
        if fact.table in balances and fact.measure and fact.period and fact.period.instant and fact.origin == "cell":
            held.setdefault((str(fact.measure), fact.period), []).append(fact)
    for fact in context.facts:
        if fact.table not in flows or fact.measure is None or fact.period is None or not fact.period.instant:
            continue
        if fact.measure.key not in of or fact.origin != "cell":
            continue
        found = held.get((str(fact.measure), fact.period), [])
        if len(found) == 1:
            here = found[0]
            names: dict[str, Value] = {"here": context.known.figure(here), "there": context.known.figure(fact)}
            yield Subject(named(fact), fact.span, names, context.lookup, (fact, here), fact.table)


def _precise(fact: Fact) -> bool:
    """Whether a figure has digits enough not to be near another one by chance."""
    step = fact.quantity.step
    return step > 0 and abs(fact.quantity.value) >= PRECISE * step


def _agree(here: Fact, there: Fact) -> bool:
    return here.quantity.magnitude().meets(there.quantity.magnitude())


@lru_cache(maxsize=4096)
def _words(label: str) -> frozenset[str]:
    """The words of a label that tell it from others."""
    return frozenset(content_words(label)) - COMMON


@once
def _pairs(context: Context) -> dict[tuple[Row, Row], list[Instance]]:
    """The pairs by the two rows that they stand in, the row that comes first in the document first."""
    found: dict[tuple[Row, Row], list[Instance]] = {}
    for facts in _alike(context.facts).values():
        for here, there in _of_one_period(facts) if _of_tables(facts) else ():
            if here.table != there.table:
                found.setdefault(((here.table, here.row), (there.table, there.row)), []).append((here, there))
    return found


def _of_tables(facts: Sequence[Fact]) -> bool:
    """Whether facts stand in several tables."""
    first = facts[0].table
    return any(fact.table != first for fact in facts)


def _of_one_period(facts: Sequence[Fact]) -> Iterator[Instance]:
    """Pairs of facts of one period in rows of one name. Where very many tables print the same, most are held against
    the first of them."""
    keyed = [(fact, _group(fact, fact.period)) for fact in facts if fact.period is not None]
    groups: dict[tuple[date, int, frozenset[str]], list[Fact]] = {}
    for fact, key in keyed:
        groups.setdefault(key, []).append(fact)
    behind = {key: iter(range(1, len(group) + 1)) for key, group in groups.items()}
    for here, key in keyed:
        first = next(behind[key])
        last = None if first <= FEW else MOST
        yield from ((here, there) for there in groups[key][first:last])


def _group(fact: Fact, period: Period) -> tuple[date, int, frozenset[str]]:
    return period.end, period.months, _words(fact.label)


def _alike(facts: Sequence[Fact]) -> dict[tuple[str, frozenset[str], str], list[Fact]]:
    """Amounts of known measures by measure, qualifiers and unit."""
    found: dict[tuple[str, frozenset[str], str], list[Fact]] = {}
    usable = [f for f in facts if f.measure and f.measure.known and f.kind == "amount" and f.origin == "cell"]
    balances = {f.measure.key for f in usable if f.measure and f.period and f.period.instant}
    for fact in usable:
        measure = fact.measure
        if measure is None or fact.period is None:
            continue
        if measure.key in balances and not fact.period.instant:
            continue  # a movement of a balance, which may be of cash here and of all kinds there
        key = (measure.key, measure.qualifiers | fact.qualifiers, fact.quantity.unit)
        found.setdefault(key, []).append(fact)
    return found
