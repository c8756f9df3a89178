"""What a table says as a whole of its figures: a pro forma statement's are adjusted, a row "- Diluted" goes on with
the row above, percentages under a header of growth are changes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from auditor.frozen import replace
from auditor.grammar.folding import Hinted
from auditor.model.fact import SIDES, Fact, Measure, Table
from auditor.model.quantity import Quantity, is_money
from auditor.vocabulary import Vocabulary
from auditor.vocabulary.words import EXCLUDING, GAAP, content_words, without_owner

_ADJUSTED = re.compile(r"\b(?:pro[\s-]?forma|non[\s-]?gaap|adjusted)\b", re.I)
_BOTH = re.compile(r"\breconcil|\bGAAP\s+(?:to|and)\b|\bto\s+non[\s-]?GAAP|as\s+reported|\bcomparison\b", re.I)
_SAME = re.compile(r"\bsame[\s-](?:store|property|communit|center|hotel|facilit)", re.I)
_SEGMENT = re.compile(
    r"^(?P<name>[A-Z][\w&/-]*(?:\s+(?:[A-Z&][\w&/-]*|and)){0,4}?)\s+Segment\b"
    r"(?!s|\s+(?:Information|Data|Reporting|Income\s+Statements?))"
)


_WHOLE = frozenset("total firm company group consolidated overall enterprise combined".split())
_NOISE = frozenset(
    "percentage percent change y yoy growth rate increase decrease year over basis "
    "chg variance inc dec incr decr us".split()
)
_MEASURES = frozenset("measure metric financial result data information basis".split())
_COUNTRY = frozenset(("us",))  # in a row's label it is the country, in a header the dollar
_TITLED = _NOISE | frozenset("reported gaap as adjusted impact constant currency non actual prior current".split())
_GROWTH = Hinted(
    r"(?:\bpercent(?:age)?|%)\s*(?:change|growth)|\bchange\s*\(?%|\by/y\b|\byear[\s-]over[\s-]year\b|\bgrowth\s+rate",
    "change|growth|y/y|over"
)  # fmt: skip
_GROWN = Hinted(r"\b(?:sales|revenues?)\s+growth\s*(?:$|[,(–-])", "growth")  # "Comparable sales growth, franchised"
_ORGANIC = re.compile(r"\borganic\b", re.I)
_CONSTANT = re.compile(r"\bconstant\b|\bCER\b|\bexcluding\s+(?:\w+\s+){0,4}?(?:currency|translation|exchange)\b", re.I)
_REPORTED = re.compile(r"\breported\b", re.I)
_AS_REPORTED = re.compile(rf"\bas\s+reported\b|{GAAP}", re.I)
_OF_REVENUE = re.compile(
    r"\(?(?:as\s+an?\s+)?(?:percent(?:age)?|%)\s+of\s+(?:(?:total|net)\s+)*(?:revenues?|sales)\)?", re.I
)
_SHARE_COLUMN = re.compile(r"(?:%|\bpercent(?:age)?)\s+of\b", re.I)
_UNITS_COLUMN = re.compile(r"\bunits\b(?:\s*\(?(?P<k>k|000s?|in\s+thousands)\b)?", re.I)
_PERCENT = Hinted(r"%|percent|pts|points", "%|percent|pts|points")
_RESULTS = frozenset("net-income operating-income pretax-income operating-cash-flow ebitda ebit gross-profit".split())
_FEW = 2  # rows
_SAYS_MORE = re.compile(rf",?\s+\(?(?:{EXCLUDING}|before)\s", re.I)
_YEAR = re.compile(r"^(?:FY\s?|fiscal\s+)?(20\d\d|19\d\d)\s+[A-Za-z]", re.I)


def refined(table: Table, vocabulary: Vocabulary) -> Table:
    """The table with the facts that its title, its row labels and the rows above them complete."""
    above = {r.index: r.path[-1] for r in table.rows if r.path}
    facts = _continued(
        tuple(_in_year(_of_title(_growth(f, above.get(f.row, "")), table, vocabulary)) for f in _amounts(table))
    )
    facts = [_of_row_above(f, table, vocabulary) for f in facts]
    mixed = any("adjusted" in c.qualifiers for c in table.columns)
    if _ADJUSTED.search(table.title) and not _BOTH.search(table.title) and not mixed and not _names_a_row(table):
        facts = [
            f if _AS_REPORTED.search(f.label) else replace(f, qualifiers=f.qualifiers | {"adjusted"}) for f in facts
        ]
    if _SAME.search(table.title) and not any(_SAME.search(r.label) for r in table.rows):
        facts = [replace(f, qualifiers=f.qualifiers | {"same-store"}) for f in facts]
    segment = _segment(table)
    if segment:
        facts = [replace(f, qualifiers=f.qualifiers | segment) for f in facts]
    return replace(table, facts=tuple(_of_blocks(facts, table, vocabulary)))


def _names_a_row(table: Table) -> bool:
    """Whether a title names several rows, one of them as adjusted: "Adjusted EBITDA and free cash flow", also where a
    row says more: "Adjusted EBITDA, before start-up costs"."""
    title = table.title.casefold()
    names = [_SAYS_MORE.split(r.label)[0] for r in table.rows if not r.heading]
    named = [name for name in names if len(name) > 3 and name.casefold() in title]
    if len(names) > _FEW and any(map(_ADJUSTED.search, names)) and _starts_plain(table):
        return True  # "Adjusted EBITDA" over "Net income" and what leads from it to "Adjusted EBITDA"
    return any(map(_ADJUSTED.search, named)) and not all(map(_ADJUSTED.search, named))


def _starts_plain(table: Table) -> bool:
    """Whether a table begins with a result that no word of it calls adjusted, and ends with one that it does."""
    rows = [r for r in table.rows if not r.heading and r.measure is not None]
    first = rows[0] if rows else None
    if first is None or first.measure is None or first.measure.key not in _RESULTS:
        return False
    return _ADJUSTED.search(first.label) is None and any(_ADJUSTED.search(r.label) for r in rows[2:])


def _of_blocks(facts: Sequence[Fact], table: Table, vocabulary: Vocabulary) -> Iterator[Fact]:
    """Rows that repeat under several headings are told apart by them: "Revenue" and "Operating income" under "Nordic"
    and under "Baltic"."""
    rows = {r.index: r for r in table.rows}
    under: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for r in table.rows:
        if r.path and not r.heading and r.measure is not None:
            under[r.path[:-1], r.label, r.measure].add(r.path[-1])
    blocks = {h for headings in under.values() if len(headings) > 1 for h in headings}
    parts = {h: _part(h, vocabulary) - _led_to(h, table) for h in blocks}
    for f in facts:
        path = rows[f.row].path
        part = parts.get(path[-1]) if path else None
        yield replace(f, qualifiers=f.qualifiers | part) if part else f


def _led_to(heading: str, table: Table) -> frozenset[str]:
    """What only the last of the rows below a heading are, where it names what they lead to: "Net income" below
    "Adjusted EBITDA" is no adjusted one."""
    below = [r.label for r in table.rows if not r.heading and r.path and r.path[-1] == heading]
    leads = len(below) > 1 and not _ADJUSTED.search(below[0]) and any(map(_ADJUSTED.search, below[1:]))
    return frozenset(("adjusted",)) if leads else frozenset()


_OF_ALL = re.compile(
    r"(?:selected\s+|consolidated\s+|summary\s+)*"
    r"(?:results?\s+of\s+operations|operating\s+(?:results|data)|statements?\s+of\s+(?:operations|income|earnings)\b)",
    re.I,
)


def _part(heading: str, vocabulary: Vocabulary) -> frozenset[str]:
    """What a heading says beside the measure that it may name: "Domestic Revenue"; nothing where it is the whole."""
    if _OF_ALL.match(heading):
        return frozenset()
    words = content_words(without_owner(heading))
    if "gaap" in words:
        words = tuple(w for w in words if w not in _MEASURES)  # "GAAP Financial Measures" above "Non-GAAP" ones
    if _WHOLE.issuperset(words):
        return frozenset()  # "Total Firm", above the blocks of its divisions
    named = vocabulary.find(words)
    return vocabulary.qualify(words[: named[0]] + words[named[1] :] if named else words) - SIDES - {"segment"}


def _amounts(table: Table) -> list[Fact]:
    """A figure without a percent sign is no percentage where others of its row bear one."""
    signed = {f.row for f in table.facts if f.origin == "cell" and "%" in f.text}
    bare = [f for f in table.facts if f.row in signed and f.quantity.unit == "percent" and _unsigned(f)]
    amounts = {f.row for f in bare if f.quantity.value}  # where all others bear the sign, a dash is no growth at all
    out = []
    for f in table.facts:
        if f.row in amounts and f.quantity.unit == "percent" and _unsigned(f):
            f = _amount(f, table)
        elif f.kind == "amount" and f.quantity.unit == "percent" and _SHARE_COLUMN.search(f.header):
            f = replace(f, kind="percent-of")
        out.append(f)
    return out


def _unsigned(fact: Fact) -> bool:
    return not _PERCENT.search(f"{fact.text} {fact.header}")


def _amount(fact: Fact, table: Table) -> Fact:
    counted = _UNITS_COLUMN.search(fact.header)
    power = (3 if counted["k"] else 0) if counted else table.scale
    factor = Decimal(10) ** power
    q = fact.quantity
    low, high = (None if b is None else b * factor for b in (q.low, q.high))
    return replace(fact, quantity=Quantity(q.value * factor, low, high, "count:units" if counted else table.currency))


def _growth(fact: Fact, heading: str) -> Fact:
    """Percentages under a label, heading or header of growth are changes; the words that say so narrow nothing."""
    if fact.quantity.unit != "percent" and fact.kind != "change":
        return fact
    if fact.kind not in ("percent-change", "change"):
        grown = _GROWN.search(fact.label) or _GROWN.search(heading)
        organic = _ORGANIC.search(fact.label) or _ORGANIC.search(fact.header)  # a percentage of it is always its growth
        if not (grown or organic or _GROWTH.search(fact.label) or _GROWTH.search(fact.header)):
            return fact
    measure = fact.measure
    if measure is not None and measure.qualifiers & _NOISE:
        measure = replace(measure, qualifiers=measure.qualifiers - (_NOISE - _COUNTRY))
    qualifiers = fact.qualifiers - _NOISE
    if measure is not None and _REPORTED.search(fact.header):
        measure = replace(measure, qualifiers=measure.qualifiers - {"constant-currency"})  # of the title
    if _CONSTANT.search(f"{fact.label} {fact.header}"):
        qualifiers |= {"constant-currency"}
    kind = fact.kind if fact.kind == "change" else "percent-change"
    return replace(fact, kind=kind, measure=measure, qualifiers=qualifiers)


def _of_title(fact: Fact, table: Table, vocabulary: Vocabulary) -> Fact:
    """A row that only says how it is reported ("As reported") is of the measure that the title names."""
    if fact.measure is None or fact.measure.known or not _says_how_alone(fact.measure.key):
        return fact
    found = vocabulary.find(content_words(table.title))
    if found is None:
        return fact
    words = set(fact.measure.key.split("-"))
    own = {"constant-currency"} if {"constant", "currency"} <= words else {"adjusted"} if "adjusted" in words else set()
    if "impact" in words:
        own.add("impact")
    return replace(fact, measure=Measure(found[2].key, frozenset(own) | fact.measure.qualifiers, True))


@lru_cache(maxsize=4096)
def _says_how_alone(key: str) -> bool:
    """Whether the words of a measure only say how it is reported."""
    return set(key.split("-")) <= _TITLED


def _in_year(fact: Fact) -> Fact:
    """A row of another year than its column's header: "2022 as reported" under "Twelve months ended June 30, 2023"."""
    year = _year_of(fact.label)
    if year is None or fact.period is None or fact.kind != "amount":
        return fact
    years = fact.period.end.year - year
    return replace(fact, period=fact.period.years_before(years)) if 0 < years < 5 else fact


@lru_cache(maxsize=8192)
def _year_of(label: str) -> int | None:
    """The year that a label begins with."""
    m = _YEAR.match(label)
    return int(m.group(1)) if m else None


def _segment(table: Table) -> frozenset[str]:
    """The segment that a table is about, named above its rows: "Nordic Segment Results"."""
    first = min((f.row for f in table.facts), default=0)
    above = [c.text for c in table.grid.cells if c.column == 0 and c.row < first]
    for text in (*above, table.title):
        m = _SEGMENT.search(text)
        if m:
            return frozenset(
                w for w in content_words(m["name"]) if w not in ("segment", "reportable", "operating", "by")
            )
    return frozenset()


def _of_row_above(fact: Fact, table: Table, vocabulary: Vocabulary) -> Fact:
    """A row that says only of what it is a percentage gives the margin of the row above it: "percent of revenue" below
    "Gross profit"; of what has no margin, its share."""
    if fact.quantity.unit != "percent" or fact.origin != "cell" or not _OF_REVENUE.fullmatch(fact.label.strip()):
        return fact
    above = next((r for r in table.rows if r.index == fact.row - 1), None)
    if above is None or above.measure is None or not above.measure.known or above.heading:
        return fact
    key = vocabulary.margins.get(above.measure.key, "")
    qualifiers = fact.qualifiers - {"percent"}
    if key.endswith("margin"):
        return replace(fact, measure=replace(above.measure, key=key), qualifiers=qualifiers)
    return replace(fact, measure=above.measure, qualifiers=qualifiers, kind="percent-of")


def _continued(facts: tuple[Fact, ...]) -> list[Fact]:
    """A label of sides alone directly below a row of per-share amounts is per share too."""
    out: list[Fact] = []
    above: Fact | None = None
    for fact in facts:
        if above is not None and fact.row == above.row + 1 and _sides_alone(fact):
            assert above.measure is not None and fact.measure is not None
            sides = fact.measure.words
            own = Measure(above.measure.key, (above.measure.qualifiers - SIDES) | (sides & SIDES), True)
            fact = replace(fact, measure=own, quantity=replace(fact.quantity, unit=above.quantity.unit))
        elif fact.origin == "cell" and fact.measure is not None and fact.quantity.unit.endswith("/share"):
            above = fact
        out.append(fact)
    return out


def _sides_alone(fact: Fact) -> bool:
    return (
        fact.measure is not None
        and fact.origin == "cell"
        and is_money(fact.quantity.unit)
        and frozenset(fact.measure.key.split("-")) <= SIDES
        and "." in fact.text
    )
