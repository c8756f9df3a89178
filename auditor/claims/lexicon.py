"""The names of measures that a release uses: those of the vocabulary and the row labels of its own tables."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from auditor.claims.mention import Mention
from auditor.claims.parts import bare_parts
from auditor.model.fact import Fact, Measure
from auditor.model.quantity import is_money
from auditor.vocabulary import Vocabulary
from auditor.vocabulary.quantities import PRICE, SPOKEN, VOLUME
from auditor.vocabulary.words import CLASSES, CODE, PART_NAME, content_words, without_asides

_EMPTY = frozenset(
    "other basic diluted adjustment item add deduct less plus subtotal balance note see table change "
    "reconciliation growth".split()
)
_SPOKEN = 4  # words of a label of a known measure that a sentence repeats only when it means that row
_WARES = frozenset(("product", "solution"))
_THINGS = frozenset("fee premium royalty commission charge".split())  # "Performance fees": a name by itself
FRONT = frozenset(("net", "total"))
_PRODUCT = re.compile(r"\b([A-Z][A-Za-z]+)\s+(\d{2,4})\b(?![,.]?\d|\s?%)")
_DIVISION = re.compile(
    r"(?:(?:In\s+)?(?:[Tt]he|[Oo]ur|[Ii]ts)\s+)?(?P<name>(?:[A-Z][\w&.'-]*\s+(?:and\s+|&\s+)?){1,4})(?:[Dd]ivision|[Ss]egment|business\s+unit)\b"
)
_SO_CALLED = re.compile(
    r"(?!(?:The|Our|By|Each|Other|All|Business|Operating|Reportable|Reporting|Geographic|Primary|Financial)\b)"
    rf"(?P<name>{PART_NAME}?)\s+(?:Segment|Division)"
    r"(?:\s+(?:Results?|Highlights|Review|Performance|Summary))?:?"
)
_LONGEST_HEADING = 80
_OF_DOLLARS = re.compile(r"\$|\bdollars?\b|\bu\.?s\b", re.I)
_CODED = re.compile(CODE)
_LETTERS = re.compile(r"\s*\((?:the\s+)?[\"“]?[A-Z][A-Z&]{1,7}[\"”]?\)$")  # "Ground Equipment (“GE”)"
_AHEAD = frozenset("low high outlook guidance forecast".split())  # over columns of what is expected
_PER_LAST = re.compile(r"\bper\s+[a-z]+\W*$", re.I)
_MEASURED_IN = re.compile(
    r"\s*\(\s*(?:in\s+)?(?:(?:M{0,2}|[BTkKGt])(?:bbls?|boe|bo|cfe?|btu|b|w|wh|w-?hours?|t|oz|gal)"
    r"(?:\s*(?:/|per\s+)\s*d(?:ay)?|pd)?|quarter|end\s+of\s+(?:period|quarter|year)|(?:period|quarter|year)[\s-]end)\s*\)$",
    re.I,
)  # barrels, cubic feet, watt-hours, tonnes, ounces
_NO_SECTION = frozenset(
    "adjusted diluted basic average organic constant-currency continuing same-store underwriting investment".split()
)  # of all of an insurer, under "Underwriting results" and "Investment results"
_WITHOUT = frozenset(("before", "excluding"))
_OTHER, _VALUE = frozenset(("other",)), frozenset(("value",))
_HEADED = frozenset(
    "product products segment segments business unit performance highlight discussion review summary".split()
)
_SALES = re.compile(r"(?:total |worldwide |equipment )?(?:net )?sales", re.I)
_ALL_SALES = re.compile(r"(?:net\s+)?(?:retail|store|merchandise)\s+sales", re.I)
_ALL_REVENUES = re.compile(r"total\s+(?:net\s+)?revenues?\b", re.I)
_REVENUE = Measure("revenue", frozenset(), True)
_SALES_AND_REVENUE = re.compile(r"\bsales\s+and\s+(?:other\s+)?(?:operating\s+)?revenues?\b", re.I)
_INITIALS = range(3, 6)  # letters
_NO_INITIALS = frozenset("ceo cfo coo cto sec ipo usa fda llc inc nyse gaap".split())
_DOLLARS = frozenset("CAD AUD NZD HKD SGD TWD".split())
KINDS = frozenset("segment business division unit".split())  # what a segment is called beside its name
_RESULTS = ("operating-income", "ebit", "ebitda", "gross-profit")  # what segments are measured by
_OF_SEGMENT = ("revenue", *_RESULTS, "pretax-income", "net-income", "net-interest-income")
_OF_RESULTS = frozenset(("adjusted", "segment", "property", "unit"))
_FEW_WORDS = 4  # of a sentence, among which the name of a measure stands
_LONGEST = 4  # words of the name of a segment: "Europe, Middle East and Africa"
_NOTED = frozenset(("note",))
_BUSINESSES = frozenset(("underwriting", "investment"))  # words that the names of segments have as well
_NO_PLACE = _NO_SECTION | frozenset("gaap discontinued non-core".split())
_SEVERAL = 3  # measures that the words of a segment narrow


class Found(NamedTuple):
    """A name of `size` words that small words may part, the measure that it names, and whether it says a negative one."""

    size: int
    measure: Measure
    negative: bool


def _says_more(short: str, words: tuple[str, ...], vocabulary: Vocabulary) -> bool:
    """Whether what a document calls an abbreviation is not what the vocabulary takes it for anyway: a fund's “NII” is its net
    investment income, a bank's its net interest income."""
    known, named = vocabulary.names.get((short,)), vocabulary.names.get(words)
    if known is not None:
        return named is not None and named.key != known.key
    return (short,) not in vocabulary.qualifiers


class Lexicon:
    """The vocabulary joined with the labels of one document's tables."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        facts: Sequence[Fact],
        abbreviations: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
        names: frozenset[str] = frozenset(),
        company: frozenset[tuple[str, ...]] = frozenset(),
    ) -> None:
        self.vocabulary, self._facts = vocabulary, facts
        self.company = company  # its whole names, in normal words
        self.names = names  # words of the names by which the release calls the company, and others of its first lines
        self._abbreviations = {a: w for a, w in abbreviations.items() if _says_more(a, w, vocabulary)}
        self.labels: dict[tuple[str, ...], Measure] = {}
        self._prices: set[Measure] = set()
        self._lost: set[tuple[str, ...]] = set()  # names that speak of the losses of a known measure
        self._keys = {f.measure.key for f in facts if f.measure is not None}
        self._as_parts: set[tuple[str, ...]] = set()
        self._parts: dict[str, set[frozenset[str]]] = defaultdict(set)
        self._included: set[tuple[str, frozenset[str]]] = set()
        self.qualifiers: set[str] = set(vocabulary.qualifiers.values())
        (self._only, self._dollar), self._sales = _currency_of(facts), _row_of_sales(facts)
        self._sales_and_revenue, self._translated = _sales_and_revenue(facts), _translated(facts)
        shared = self._shared = _in_several_rows(facts)
        self._several = {content_words(label) for label in shared}
        self._rows = {content_words(label) for label in {f.label for f in facts}}
        self._products = frozenset(m.groups() for label in {f.label for f in facts} for m in _PRODUCT.finditer(label))
        self._learn_all(facts, shared)
        self.labels |= {name: measure for name, measure in self._given() if name not in self.labels}
        self._sections = self._sections_of(facts)
        self._narrowed = Counter(narrowing for parts in self._parts.values() for narrowing in parts)
        self._measured = frozenset(w for name in vocabulary.names if len(name) == 1 for w in name)
        self._segments = self._segments_of(facts)
        self.bare = bare_parts(facts, vocabulary)
        self._tables = _tables_of(facts)
        self._longest = max([vocabulary.longest, *(len(w) for w in self.labels)])
        self.first = {n[0] for n in vocabulary.names} | {w[0] for w in self.labels}
        self.named = vocabulary.words

    def _learn_all(self, facts: Sequence[Fact], shared: frozenset[str]) -> None:
        """What the rows are called, and the words that narrow their measures; labels `shared` by several measures name none."""
        learnt: set[tuple[str, Measure]] = set()
        for fact in facts:
            if fact.measure is None:
                continue
            self.qualifiers.update(fact.measure.qualifiers)
            if fact.origin == "label":
                self._included.add((fact.measure.key, fact.measure.qualifiers | fact.qualifiers))
            if fact.measure.qualifiers or fact.qualifiers:
                narrowing = fact.measure.qualifiers | fact.qualifiers
                self._parts[fact.measure.key] |= {narrowing, narrowing - CLASSES or narrowing}
            self.qualifiers.update(fact.qualifiers)
            if (fact.label, fact.measure) not in learnt and (not fact.measure.known or fact.label not in shared):
                learnt.add((fact.label, fact.measure))
                self._learn(fact, fact.measure)

    def _given(self) -> Iterator[tuple[tuple[str, ...], Measure]]:
        """What the names of measures mean only where the tables give these: "capacity" the seat miles of an airline."""
        for key in self._keys:
            entry = self.vocabulary.entry(key)
            for name in entry.where_given if entry is not None else ():
                yield name, Measure(key, frozenset(), True)

    def _sections_of(self, facts: Sequence[Fact]) -> set[frozenset[str]]:
        """The words that a heading may name: those that narrow a measure, also where only the outlook has it so."""
        ahead = {f.measure.qualifiers for f in facts if f.measure is not None and not _AHEAD.isdisjoint(f.qualifiers)}
        parts = ahead.union(*self._parts.values())
        return {q for p in parts for q in (p, p - _NO_SECTION, p - KINDS)}

    def _segments_of(self, facts: Sequence[Fact]) -> set[frozenset[str]]:
        """The words of the segments: those over columns of results, and those of rows under revenue and results both."""
        columns: dict[frozenset[str], set[str]] = defaultdict(set)
        for f in facts:
            if f.qualifiers and f.measure and f.measure.key in _OF_SEGMENT and f.quantity.unit != "percent":
                columns[f.qualifiers].add(f.measure.key)
        earning = {q for q, keys in columns.items() if not keys.isdisjoint(("revenue", *_RESULTS))}
        in_full = {q for q in earning if len(columns[q]) > 1 and q - self._measured - _NO_PLACE}
        in_full = {q for q in in_full if q & _NO_PLACE <= _BUSINESSES}  # "Asset Management", "Investment Advisory"
        plain = set(self.vocabulary.qualifiers.values()) | _NOTED
        results = {q - _OF_RESULTS for key in _RESULTS for q in self._parts[key]}
        rows = self._parts["revenue"] & results  # under "Net sales" and "Operating profit" both
        rows |= self._named_alone(facts)
        named = {q for q in earning if len(q) <= _LONGEST} | rows
        named = {q for q in named if q - CLASSES - plain}
        return {q for q in named if not q & (_NO_PLACE | self._measured) or q in in_full}

    def _named_alone(self, facts: Sequence[Fact]) -> set[frozenset[str]]:
        """The words of rows that are called by them alone below the names of several measures: "West" under "Orders", under
        "Deliveries" and under "Backlog"."""
        measured: dict[frozenset[str], set[str]] = defaultdict(set)
        for label, measure in {(f.label, f.measure) for f in facts if f.measure is not None and f.measure.known}:
            if measure.qualifiers and measure.qualifiers == self.vocabulary.qualify(content_words(label)):
                measured[measure.qualifiers].add(measure.key)
        return {part for part, keys in measured.items() if len(keys) >= _SEVERAL}

    def _learn(self, fact: Fact, measure: Measure) -> None:
        """A row's label as a name of its measure: one that the vocabulary does not know, or a long one, said in full."""
        if measure.key in SPOKEN and not measure.known:
            self._learn_amount(fact, measure)
            return
        words = content_words(fact.label) if measure.known else tuple(measure.key.split("-"))
        words = tuple(long for word in words for long in self._abbreviations.get(word, (word,)))
        coded = (
            _CODED.fullmatch(fact.label.strip()) is not None
        )  # "VLR-204": of such a product all kinds of things are told
        least = 1 + coded if not measure.known else 2 if words and words[-1] in _THINGS else _SPOKEN
        if measure.known and not _WITHOUT.isdisjoint(words[1:]):
            least = 3  # "Revenue before reimbursements" is said in full
        name = self.vocabulary.names.get(words) if measure.known and measure.qualifiers else None
        if name is not None and name.key != measure.key and name.key not in self._keys:
            self._as_parts.add(words)  # "Advertising" under "Revenue", where no table gives what it costs
            self.labels.setdefault(words, measure)
        if not least <= len(words) <= 10 or _says_nothing(words, self.vocabulary) and not _initials(fact.label):
            return
        if measure.known and words in self.vocabulary.names:
            return
        self.labels.setdefault(words, measure)
        if "gain" in words and "loss" in fact.label.lower():
            lost = tuple("loss" if w == "gain" else w for w in words)  # "(Loss) gain on …"
            self.labels.setdefault(lost, measure)
            self._lost |= {lost} if measure.known else set()
        if len(words) > 2 and _PER_LAST.search(fact.label) and words[:-1] not in self._rows:
            self._prices.add(measure)
            self.labels.setdefault(words[:-1], measure)  # "the average realized price was $2,472 per ounce"
        letters = "".join(word[0] for word in words)
        if not measure.known and len(words) in _INITIALS and letters not in _NO_INITIALS:
            if not ((letters,) in self.vocabulary.names or (letters,) in self.vocabulary.qualifiers):
                self._abbreviations.setdefault(letters, words)  # "ADR" of a row "Average daily rate"
        if len(words) > 2 and words[0] in FRONT and words[1:] not in self._several:
            self.labels.setdefault(words[1:], measure)
        bare = content_words(_MEASURED_IN.sub("", fact.label))
        if not measure.known and words != bare and len(bare) > 1 and bare not in self._rows:
            self.labels.setdefault(bare, measure)  # "gathered volumes" of a row "Gathered volumes (MMcf/d)"

    def _learn_amount(self, fact: Fact, measure: Measure) -> None:
        """What a row below "Volumes" or "Average prices" is called in a sentence: "ammonia volume", "UAN shipments"."""
        words = content_words(without_asides(fact.label))
        if measure.key == VOLUME and len(words) > 1 and fact.label not in self._shared:
            self.labels.setdefault(words, measure)  # "Energy contracts"
        for called in {words, words[:-1] if len(words) > 1 and words[-1] in _WARES else words}:
            for noun in SPOKEN[measure.key] if called else ():
                self.labels.setdefault((*called, noun), measure)
                if measure.key == PRICE:
                    self.labels.setdefault(("average", *called, noun), measure)
                    self._prices.add(measure)

    def long_form(self, low: str) -> tuple[str, ...] | None:
        """What an abbreviation that the document explains stands for, also in the plural."""
        return self._abbreviations.get(low) or self._abbreviations.get(low.removesuffix("s"))

    def longest_at(self, norms: tuple[str, ...], k: int, reach: int) -> Found | None:
        """The longest name of at most `reach` words that begins with word `k`."""
        for size in range(min(self._longest, reach), 0, -1):
            part = norms[k : k + size]
            name = self.vocabulary.names.get(part)
            if name and part not in self._as_parts:
                narrowing = frozenset(name.qualifiers)
                if narrowing == _VALUE and not self.has_part(name.key, narrowing):
                    narrowing = frozenset()  # a backlog that the tables give in money alone
                return Found(size, Measure(name.key, narrowing, True), name.negative)
            label = self.labels.get(part)
            if label:
                return Found(size, label, part in self._lost)
        return None

    def unit(self, measure: Measure) -> str:
        """What a measure is stated in; empty where it may be money, pieces or anything."""
        entry = self.vocabulary.entry(measure.key)
        if entry is None or entry.nature == "other" and entry.unit == "money":
            return "price" if measure in self._prices else ""
        return entry.unit

    def is_priced(self, measure: Measure) -> bool:
        """Whether the tables give a measure for each piece alone: "Lease operating expense per BOE"."""
        return measure in self._prices

    def totals(self, part: Measure, whole: Measure) -> bool:
        """Whether two rows of the tables' own names are a part and its total, which stand in one table."""
        key = whole.key if whole.key.startswith("total-") else f"total-{whole.key}"
        beside = self._tables.get(Measure(key, whole.qualifiers, False), set[str]())
        return not beside.isdisjoint(self._tables.get(part, ()))

    def has_part(self, key: str, qualifiers: frozenset[str]) -> bool:
        """Whether some table gives the measure narrowed by these words, under its own name or another that it may have."""
        entry = self.vocabulary.entry(key)
        keys = (key, *entry.instead) if entry is not None else (key,)
        return any(qualifiers <= q for k in keys for q in self._parts.get(k, ()))

    def is_parted(self, key: str) -> bool:
        """Whether some table gives the measure of a part."""
        return any(self._parts.get(key, ()))

    def has_just(self, key: str, qualifiers: frozenset[str]) -> bool:
        """Whether some table gives the measure narrowed by these words and no others."""
        return qualifiers in self._parts.get(key, ())

    @cached_property
    def to_the_unit(self) -> bool:
        """Whether the tables print amounts of money in full, and not in thousands."""
        return any(
            f.kind == "amount" and f.origin == "cell" and is_money(f.quantity.unit) and f.quantity.step == 1
            for f in self._facts
        )

    @cached_property
    def _full(self) -> dict[frozenset[str], frozenset[str]]:
        """What `in_full` has found already."""
        return {}

    def in_full(self, part: frozenset[str]) -> frozenset[str]:
        """The words of a row that a name leaves out only the company's own of: "Minerals" of a row "Halden Minerals"."""
        if part not in self._full:
            given = {q for parts in self._parts.values() for q in parts if part and part <= q}
            own = next(iter(given)) if len(given) == 1 else part
            self._full[part] = own if all(self._owns(word) for word in own - part) else part
        return self._full[part]

    def _owns(self, word: str) -> bool:
        """Whether a word is of the company's own name, before the names of several of its parts."""
        if word not in self.names or any(word in name for name in self.vocabulary.names):
            return False
        return sum(word in q for q in set[frozenset[str]]().union(*self._parts.values())) > 1

    def currency(self, unit: str, quote: str) -> str:
        """The unit of an amount as it is printed: a bare "$" is the dollar that the tables count in, cents without any sign are
        those of their only currency."""
        if self._only and unit.startswith("USD") and not _OF_DOLLARS.search(quote):
            return unit.replace("USD", self._only, 1)
        if self._dollar and unit.startswith("USD") and not quote.lower().startswith(("us", "u.s")):
            return unit.replace("USD", self._dollar, 1)
        return unit

    def translated(self, measure: Measure | None, unit: str) -> Measure | None:
        """The measure in the currency of the columns that translate the others for convenience."""
        code = unit[:3].lower()
        if measure is None or code not in self._translated or not unit[:3].isupper():
            return measure
        return Measure(measure.key, measure.qualifiers | {code}, measure.known)

    def sales_beside_revenue(self, mention: Mention) -> bool:
        """Whether a name speaks of sales alone where the tables' total is of "net sales and revenues"."""
        return self._sales_and_revenue and _SALES.fullmatch(mention.text) is not None

    def of_sales(self, mention: Mention) -> Measure:
        """The measure of a name; "sales" alone are the row of sales above "Total revenues", where one bears that word."""
        if self._sales is not None and mention.measure == _REVENUE and _SALES.fullmatch(mention.text):
            return self._sales
        return mention.measure

    def products(self, text: str) -> list[tuple[int, int]]:
        """The places of numbers that belong to a name which a row bears too: "Series 365"."""
        return [m.span(2) for m in _PRODUCT.finditer(text) if m.groups() in self._products] if self._products else []

    def included(self, key: str, host: str) -> bool:
        """Whether the label of a row of `host` states the measure as an amount of its own: "net of allowance of $805"."""
        return (key, frozenset((host,))) in self._included

    def section(self, heading: str) -> frozenset[str]:
        """The segment that a heading names, or nothing."""
        if len(heading) >= _LONGEST_HEADING:
            return frozenset()
        heading = without_letters(heading)
        said = content_words(heading)
        named = self.vocabulary.find(said)  # "Domestic Revenue" is about a segment's figures, not all of them revenue
        rest = said[: named[0]] + said[named[1] :] if named else said
        for words in (rest, [w for w in rest if w not in _HEADED]):
            segment = self.vocabulary.qualify(words) - self._measured
            bare = named is not None and segment == _OTHER  # "Other revenues" below the name of a segment are its own
            if segment and not segment <= _NO_SECTION and segment in self._sections and not bare:
                return segment
        called = self.called_segment(heading)
        return self.vocabulary.qualify(content_words(called["name"])) - self._measured if called else frozenset()

    def part_within(self, segment: frozenset[str], heading: str) -> frozenset[str]:
        """The part of a segment that a heading names below it, where the tables have it: "International" of "Insurance"."""
        words = content_words(without_letters(heading))
        if not segment or len(heading) >= _LONGEST_HEADING or self.vocabulary.find(words):
            return frozenset()
        part = self.vocabulary.qualify(words) - self._measured
        return segment | part if part and any(segment | part <= known for known in self._sections) else frozenset()

    def speak_of(self, parts: Iterable[frozenset[str]]) -> None:
        """Takes parts of which only the prose speaks for segments."""
        self._segments.update(parts)

    def part_named(self, words: tuple[str, ...]) -> frozenset[str]:
        """The words of a part in its name; nothing where they name a measure, or how one is stated."""
        if self.vocabulary.find(words):
            return frozenset()
        return self.vocabulary.qualify(words) - self._measured - _NO_SECTION - set(self.vocabulary.qualifiers.values())

    def begins_with_measure(self, text: str) -> bool:
        """Whether a text begins with the name of a measure that the vocabulary knows."""
        named = self.vocabulary.find(content_words(text)[:_FEW_WORDS])
        return named is not None and not named[0]

    @staticmethod
    def called_segment(heading: str) -> re.Match[str] | None:
        """The name of what a heading calls a segment itself, whether or not a table has it: "Wholesale Segment:"."""
        return _SO_CALLED.fullmatch(heading.strip())

    @property
    def segmented(self) -> bool:
        """Whether columns of the tables are of segments."""
        return bool(self._segments)

    def is_segment(self, qualifiers: frozenset[str]) -> bool:
        """Whether words narrow several measures, as those of a segment do and those of a product or a line do not."""
        return qualifiers in self._segments or self._narrowed[qualifiers] >= _SEVERAL

    def segments_in(self, qualifiers: frozenset[str]) -> frozenset[str]:
        """The words of a measure that name a segment of the tables' columns."""
        return frozenset().union(*(q for q in self._segments if q <= qualifiers))

    def leading_segment(self, text: str) -> frozenset[str]:
        """The segment that a sentence begins with ("The Nordic segment reported …"), the longest one."""
        divided = _DIVISION.match(text)
        own = self.vocabulary.qualify(content_words(divided["name"])) if divided else frozenset()
        if own and own in self._sections:
            return own
        if not self._segments:
            return frozenset()
        said = content_words(text[:90])[:7]
        first = frozenset(said) | self.vocabulary.qualify(said)
        fitting = [q for q in self._segments if q <= first]
        return max(fitting, key=lambda q: (len(q), sorted(q)), default=frozenset())


def without_letters(heading: str) -> str:
    """The name of a part without the letters that stand for it behind it."""
    return _LETTERS.sub("", heading.strip())


def _tables_of(facts: Sequence[Fact]) -> Mapping[Measure, set[str]]:
    """The tables in which the measures that the vocabulary does not know stand."""
    out: dict[Measure, set[str]] = defaultdict(set)
    for f in facts:
        if f.measure is not None and not f.measure.known:
            out[f.measure].add(f.table)
    return out


def _sales_and_revenue(facts: Sequence[Fact]) -> bool:
    return any(_SALES_AND_REVENUE.search(f.label) for f in facts)


def _row_of_sales(facts: Sequence[Fact]) -> Measure | None:
    """The measure of the only row of sales of all kinds that stands beside the total of all revenues."""
    totals = {f.table for f in facts if f.measure == _REVENUE and _ALL_REVENUES.match(f.label)}
    rows = {f.measure for f in facts if f.table in totals and f.measure and _ALL_SALES.fullmatch(f.label.strip())}
    found = next(iter(rows)) if len(rows) == 1 else None
    return found if found is not None and found.key == "revenue" else None


def _translated(facts: Sequence[Fact]) -> frozenset[str]:
    """The codes of the currencies into which columns translate others for convenience."""
    codes = ((f.quantity.unit[:3], f.qualifiers) for f in facts)
    return frozenset(code.lower() for code, words in codes if code.isupper() and code.lower() in words)


def _currency_of(facts: Sequence[Fact]) -> tuple[str, str]:
    """The currency that all tables of the document count in, empty where there are several; and the other dollar that they
    count in, empty where some count in that of the United States."""
    codes = {code for f in facts if is_money(code := f.quantity.unit.removesuffix("/share"))}
    dollars = codes & _DOLLARS
    only = next(iter(codes)) if len(codes) == 1 else ""
    return only, next(iter(dollars)) if "USD" not in codes and len(dollars) == 1 else ""


def _in_several_rows(facts: Sequence[Fact]) -> frozenset[str]:
    """The labels that stand for several measures, as a product's revenue and its cost."""
    first: dict[str, str] = {}
    return frozenset(
        f.label for f in facts if f.measure is not None and first.setdefault(f.label, f.measure.key) != f.measure.key
    )


def _initials(label: str) -> bool:
    """Whether a label is a short name by its initials: "GMS"."""
    printed = label.isalpha() and label.isupper() and len(label) in _INITIALS
    return printed and label.lower() not in _NO_INITIALS


def _says_nothing(words: tuple[str, ...], vocabulary: Vocabulary) -> bool:
    """Whether a label is no name: neutral or narrowing words alone ("Diluted", "Other"), or a single short word."""
    if len(words) == 1 and len(words[0]) < 4:
        return True
    return all(w in vocabulary.neutral or w in _EMPTY or (w,) in vocabulary.qualifiers for w in words)
