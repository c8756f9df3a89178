"""Measures that a sentence mentions: names of the vocabulary, row labels of the document's own tables, and the words
around them that narrow them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from auditor.claims.mention import Mention
from auditor.claims.parts import bare_parts, with_parts
from auditor.model.fact import Fact, Measure
from auditor.vocabulary import Vocabulary
from auditor.vocabulary.words import CLASSES, SMALL, content_words, normal

_WORD = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:['.&][A-Za-z0-9]+)*")
_EMPTY = frozenset(
    "other basic diluted adjustment item add deduct less plus subtotal balance note see table change reconciliation growth".split()
)
# Words that end the noun phrase around a measure.
_STOP = frozenset(
    "account was were is are be been has have had will would may might should can could did does do which that who when while where as than if because since although however "
    "compared versus vs from up down increase increased decrease decreased expansion contraction compression grew rose fell declined declines decline improved improvement reached totaled amounted represented represents "
    "reported report reports posted announced recorded generated delivered achieved earned approximately nearly around roughly over about or but not no primarily due driven reflecting including excluding "
    "respectively higher lower compares resulted resulting continue continued growth grow growing increasing decreasing we it they he she said says also both per during through until "
    "reflects reflect relates relate benefits continues indicates indicate demonstrates provides provide drives drove consists comprises stands averages became becomes gave gives got led leads left lost makes marks means met needs offset offsets plus rested rests saw shows stems stayed took takes tends turned went yields came stood hit beat met saw ran set held made remain remains totals amount amounts exceed exceeds equals equal approximates improves returned swung again once now then thus here there only just each under above below between among like such so today were's results result rises falls grows reaches shows show showed following up down first last next per percent year-over-year basis versus increases decreases growth gain gains drop reduction better worse strong record by offset benefit used therefore thus hence accordingly climbed dropped jumped surged advanced slipped eased expanded contracted widened narrowed holding keeping bringing driving expected expects expect includes include excludes exclude ended ending against on at before after paid declared nil zero none".split()
)  # fmt: skip
_IN_PARTS = re.compile(
    r"\s+(?:in|of|for|from|at)\s+(?:our|the|its)?\s*(?P<names>[A-Z][\w&'’-]*(?:[ ,]+(?:and\s+|&\s+)?[A-Z][\w&'’-]*){1,9}?)"
    r"\s+(?:operating\s+|reportable\s+)?(?:segments|divisions|businesses|units|regions|channels|markets)\b"
)
_PARTED = re.compile(r"\s*,\s*and\s+|\s*,\s*|\s+and\s+")
_VERBS = frozenset("is are was were be been which who that than".split())
_CLOSED, _OPENED = re.compile(r"\"?\)\"?\s*"), re.compile(r"\s*\"?\(\"?")
_MARKED = re.compile(r"\s*(?:\(\w+\)|\d+)\s*")
_ENDS_PHRASE = re.compile(r"[.,;:()\"%$\d]")
_LETTER = re.compile(r"[A-Za-z]")
_NUMBERED = re.compile(r"\s+\d+\s+")
_SPOKEN = 4  # words of a label of a known measure that a sentence repeats only when it means that row
_THINGS = frozenset("fee premium royalty commission charge".split())  # "Performance fees": a name by itself
_FRONT = frozenset(("net", "total"))
_SIDES = frozenset(("diluted", "basic", "fully", "undiluted", "dilutive"))
_PRODUCT = re.compile(r"\b([A-Z][A-Za-z]+)\s+(\d{2,4})\b(?![,.]?\d|\s?%)")
_BY_SHARE = re.compile(r"\s+per\s+(?:(?:fully|diluted|basic|common|ordinary)[\s-]+)*share\b", re.I)
_SIDE = re.compile(r"\b(?:diluted|basic)\b", re.I)
_PER_LAST = re.compile(r"\bper\s+[a-z]+\W*$", re.I)
_NO_SECTION = frozenset("adjusted diluted basic average organic constant-currency continuing same-store".split())
_HEADED = frozenset("segment segments business unit performance highlight discussion review summary".split())
_JOIN = frozenset("of from in for to at within across".split())


_SALES = re.compile(r"(?:total |worldwide |equipment )?(?:net )?sales", re.I)
_SALES_AND_REVENUE = re.compile(r"\bsales\s+and\s+(?:other\s+)?(?:operating\s+)?revenues?\b", re.I)


class _Word(NamedTuple):
    start: int
    end: int
    low: str
    norm: str
    capital: bool
    stops: bool = False


@lru_cache(maxsize=20000)
def _read(raw: str) -> tuple[str, str, bool, bool]:
    """A printed word in small letters and in the form compared, whether it has a capital, whether no name goes on over it."""
    low = raw.lower()
    return low, normal(raw), raw != low and raw[0].isupper(), low in _STOP or raw == "more"


_ON_A, _ON_A_BASIS = re.compile(r"\bon\s+an?\s+$", re.I), re.compile(r"\s+basis\b", re.I)
_INITIALS = range(3, 6)  # letters
_NO_INITIALS = frozenset("ceo cfo coo cto sec ipo usa fda llc inc nyse gaap".split())
_DOLLARS = frozenset("CAD AUD NZD HKD SGD TWD".split())
_KINDS = frozenset("segment business division unit".split())  # what a segment is called beside its name
_OWNERS = frozenset("shareholder stockholder shareowner unitholder owner parent".split())
_OF_OWNERS = ("net-income", "eps", "comprehensive-income", "income-from-continuing-operations")
_OWNERS_MOST = 7  # words up to them: "attributable to the common shareholders"
_MARGIN = frozenset(("margin",))
_TOGETHER = frozenset(("together",))
_RESULTS = ("operating-income", "ebit", "ebitda")  # what segments are measured by
_OF_RESULTS = frozenset(("adjusted", "segment", "property", "unit"))
_LONGEST = 4  # words of the name of a segment: "Europe, Middle East and Africa"
_SEVERAL = 3  # measures that the words of a segment narrow


class Lexicon:
    """The vocabulary joined with the labels of one document's tables."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        facts: Sequence[Fact],
        abbreviations: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
        names: frozenset[str] = frozenset(),
    ) -> None:
        self.vocabulary = vocabulary
        self.names = names  # words of the names by which the release calls the company, and others of its first lines
        self._abbreviations = {
            a: w for a, w in abbreviations.items() if not ((a,) in vocabulary.names or (a,) in vocabulary.qualifiers)
        }
        self.labels: dict[tuple[str, ...], Measure] = {}
        self._prices: set[Measure] = set()
        self._parts: dict[str, set[frozenset[str]]] = defaultdict(set)
        self._included: set[tuple[str, frozenset[str]]] = set()
        self.qualifiers: set[str] = set(vocabulary.qualifiers.values())
        self._dollar = _dollar_of(facts)
        self._sales_and_revenue, self._translated = _sales_and_revenue(facts), _translated(facts)
        shared = _in_several_rows(facts)
        self._products = frozenset(m.groups() for label in {f.label for f in facts} for m in _PRODUCT.finditer(label))
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
        self._sections = {q for parts in self._parts.values() for p in parts for q in (p, p - _NO_SECTION, p - _KINDS)}
        self._narrowed = Counter(narrowing for parts in self._parts.values() for narrowing in parts)
        self._measured = frozenset(w for name in vocabulary.names if len(name) == 1 for w in name)
        self._segments = self._segments_of(facts)
        self._bare = bare_parts(facts, vocabulary)
        self._tables = _tables_of(facts)
        self._longest = max([vocabulary.longest, *(len(w) for w in self.labels)])
        self._first = {n[0] for n in vocabulary.names} | {w[0] for w in self.labels}

    def _segments_of(self, facts: Sequence[Fact]) -> set[frozenset[str]]:
        """The words of the segments: those over columns of results, and those of rows under revenue and results both."""
        columns = {
            f.qualifiers
            for f in facts
            if f.qualifiers and f.measure and f.measure.key in ("revenue", *_RESULTS) and f.quantity.unit != "percent"
        }
        plain = set(self.vocabulary.qualifiers.values())
        results = {q - _OF_RESULTS for key in _RESULTS for q in self._parts[key]}
        rows = self._parts["revenue"] & results  # under "Net sales" and "Operating profit" both
        return {q for q in columns | rows if q - CLASSES and not q & (plain | self._measured) and len(q) <= _LONGEST}

    def _learn(self, fact: Fact, measure: Measure) -> None:
        """A row's label as a name of its measure: one that the vocabulary does not know, or a long one, said in full."""
        words = content_words(fact.label) if measure.known else tuple(measure.key.split("-"))
        words = tuple(long for word in words for long in self._abbreviations.get(word, (word,)))
        least = 1 if not measure.known else 2 if words and words[-1] in _THINGS else _SPOKEN
        if not least <= len(words) <= 10 or _says_nothing(words, self.vocabulary):
            return
        if measure.known and words in self.vocabulary.names:
            return
        self.labels.setdefault(words, measure)
        if "gain" in words and "loss" in fact.label.lower():
            self.labels.setdefault(tuple("loss" if w == "gain" else w for w in words), measure)  # "(Loss) gain on …"
        if len(words) > 2 and _PER_LAST.search(fact.label):
            self._prices.add(measure)
            self.labels.setdefault(words[:-1], measure)  # "the average realized price was $2,472 per ounce"
        letters = "".join(word[0] for word in words)
        if not measure.known and len(words) in _INITIALS and letters not in _NO_INITIALS:
            if not ((letters,) in self.vocabulary.names or (letters,) in self.vocabulary.qualifiers):
                self._abbreviations.setdefault(letters, words)  # "ADR" of a row "Average daily rate"
        if len(words) > 2 and words[0] in _FRONT:
            self.labels.setdefault(words[1:], measure)

    def mentions(
        self, text: str, blocked: list[tuple[int, int]], ending: frozenset[int] = frozenset()
    ) -> list[Mention]:
        """The measures in `text`, left to right, leaving out the `blocked` ranges (numbers, periods). `ending` are the
        places of words over which no name goes on."""
        words = self._words(text, blocked, ending)
        out: list[Mention] = []
        spans = self._merged(text, words, self._names(text, words))
        for k, (i, j, measure, negative) in enumerate(spans):
            left = spans[k - 1][1] if k else 0
            right = spans[k + 1][0] if k + 1 < len(spans) else len(words)
            core = words[j - 1].start
            before, i = self._before(text, words, i, left)
            if measure.key == "revenue" and [w.norm for w in words[max(left, i - 2) : i]] == ["cost", "of"]:
                measure, i = Measure("cost-of-revenue", measure.qualifiers, True), i - 2  # "cost of home sales"
            parts, until = self._parts_named(text, measure, words[j - 1].end)
            after, j = ([], _past(words, j, until)) if parts else self._after(text, words, j, right, measure.key)
            sides = [w for w in words[i:j] if w.norm in _SIDES]
            narrowing = self.vocabulary.qualify([w.norm for w in before + sides + after])
            if k and i == left and not text[words[i - 1].end : words[i].start].strip():
                narrowing |= self._compound(spans[k - 1], measure, words)
            narrowing |= self._joined(measure.key, words, i, core) | (_TOGETHER if parts else frozenset())
            narrowing -= self._kinds(narrowing, measure)
            foreign = frozenset(w for w in narrowing if w not in self.qualifiers)
            if (margin := self._margin(measure, words, j, right)) is not None:
                measure, j = margin, j + (margin.key != measure.key)
                narrowing, foreign = narrowing - _MARGIN, foreign - _MARGIN
            if by_share := _BY_SHARE.match(text, words[j - 1].end):
                measure = self.vocabulary.per_share(measure)
                narrowing |= frozenset(w.lower() for w in _SIDE.findall(by_share.group(0)))
                j = _past(words, j, by_share.end())
            unit, start, end = self._unit(measure), words[i].start, words[j - 1].end
            measure = Measure(measure.key, measure.qualifiers | narrowing, measure.known)
            each = tuple(replace(measure, qualifiers=measure.qualifiers - _TOGETHER | part) for part in parts)
            out.append(Mention(start, end, measure, negative, foreign, text[start:end], core, unit, parts=each))
        return with_parts(text, out, blocked, self._bare) if self._bare else out

    def _parts_named(self, text: str, measure: Measure, at: int) -> tuple[list[frozenset[str]], int]:
        """The segments, two or more, that a measure is named for behind it, and where their names end: "net sales in our
        Nordic, Baltic, and Alpine segments"."""
        listed = _IN_PARTS.match(text, at)
        if listed is None:
            return [], at
        named = [
            self.vocabulary.qualify(content_words(name)) for name in _PARTED.split(listed["names"]) if name.strip()
        ]
        given = all(part and self.has_part(measure.key, part) for part in named)
        return (named, listed.end()) if given and len(named) > 1 else ([], at)

    def _unit(self, measure: Measure) -> str:
        """What a measure is stated in; empty where it may be money, pieces or anything."""
        entry = self.vocabulary.entry(measure.key)
        if entry is None or entry.nature == "other" and entry.unit == "money":
            return "price" if measure in self._prices else ""
        return entry.unit

    def totals(self, part: Measure, whole: Measure) -> bool:
        """Whether two rows of the tables' own names are a part and its total, which stand in one table."""
        key = whole.key if whole.key.startswith("total-") else f"total-{whole.key}"
        beside = self._tables.get(Measure(key, whole.qualifiers, False), set[str]())
        return not beside.isdisjoint(self._tables.get(part, ()))

    def has_part(self, key: str, qualifiers: frozenset[str]) -> bool:
        """Whether some table gives the measure narrowed by these words."""
        return any(qualifiers <= q for q in self._parts.get(key, ()))

    def currency(self, unit: str, quote: str) -> str:
        """The unit of an amount as it is printed: a bare "$" is the dollar that the tables count in."""
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

    def products(self, text: str) -> list[tuple[int, int]]:
        """The places of numbers that belong to a name which a row bears too: "Series 365"."""
        return [m.span(2) for m in _PRODUCT.finditer(text) if m.groups() in self._products] if self._products else []

    def included(self, key: str, host: str) -> bool:
        """Whether the label of a row of `host` states the measure as an amount of its own: "net of allowance of $805"."""
        return (key, frozenset((host,))) in self._included

    def section(self, heading: str) -> frozenset[str]:
        """The segment that a heading names, or nothing."""
        if len(heading) >= 80:
            return frozenset()
        said = content_words(heading)
        named = self.vocabulary.find(said)  # "Domestic Revenue" is about a segment's figures, not all of them revenue
        rest = said[: named[0]] + said[named[1] :] if named else said
        for words in (rest, [w for w in rest if w not in _HEADED]):
            segment = self.vocabulary.qualify(words) - self._measured
            if segment and not segment <= _NO_SECTION and segment in self._sections:
                return segment
        return frozenset()

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
        if not self._segments:
            return frozenset()
        first = frozenset(content_words(text[:90])[:7])
        fitting = [q for q in self._segments if q <= first]
        return max(fitting, key=lambda q: (len(q), sorted(q)), default=frozenset())

    def _merged(
        self, text: str, words: list[_Word], spans: list[tuple[int, int, Measure, bool]]
    ) -> list[tuple[int, int, Measure, bool]]:
        """A row label directly before a measure that has parts narrows it: "New software licenses revenues"."""
        out: list[tuple[int, int, Measure, bool]] = []
        for span in spans:
            i, j, measure, negative = span
            entry = self.vocabulary.entry(measure.key)
            last = out[-1] if out else None
            between = text[words[last[1] - 1].end : words[i].start] if last else ""
            beside = bool(last) and (not between.strip() or _MARKED.fullmatch(between) is not None)
            narrows = last is not None and (not last[2].known or last[2].key == measure.key)
            if last and beside and narrows and entry is not None and entry.breakdown:
                narrowing = self.vocabulary.qualify([] if last[2].known else last[2].key.split("-"))
                out[-1] = (
                    last[0],
                    j,
                    Measure(measure.key, measure.qualifiers | last[2].qualifiers | narrowing, True),
                    negative,
                )
            else:
                out.append(span)
        return out

    def _words(self, text: str, blocked: list[tuple[int, int]], ending: frozenset[int]) -> list[_Word]:
        out: list[_Word] = []
        k = 0
        for m in _WORD.finditer(text):
            start, end = m.span()
            while k < len(blocked) and blocked[k][1] <= start:
                k += 1
            if k < len(blocked) and blocked[k][0] < end:
                continue
            raw = m.group()
            low, norm, capital, stops = _read(raw)
            long = self._long_form(low) if raw != low else None
            if long and not text[max(0, start - 2) : start].endswith(("(", '("')):
                out += [_Word(start, end, word, word, True) for word in long]
            else:
                out.append(_Word(start, end, low, norm, capital, stops or start in ending))
        return out

    def _long_form(self, low: str) -> tuple[str, ...] | None:
        """What an abbreviation that the document explains stands for, also in the plural."""
        return self._abbreviations.get(low) or self._abbreviations.get(low.removesuffix("s"))

    def _names(self, text: str, words: list[_Word]) -> list[tuple[int, int, Measure, bool]]:
        """(first word, past the last word, measure, negative) of each name; small words inside are skipped."""
        content = [
            i for i, w in enumerate(words)
            if w.norm not in SMALL and not _of_each_share(words, i) and not (w.capital and _abbreviates(text, w))
        ]  # fmt: skip
        norms = tuple(words[i].norm for i in content)
        out: list[tuple[int, int, Measure, bool]] = []
        k = 0
        while k < len(content):
            found = self._longest_at(norms, k, self._reach(words, content, k)) if norms[k] in self._first else None
            later = (
                self._longest_at(norms, k + 1, self._reach(words, content, k + 1))
                if found and k + 1 < len(norms)
                else None
            )
            end = words[content[k + found[0] - 1]].end if found else 0
            start = words[content[k]].start
            inside = text[start - 1 : start] == "-" and text[start - 2 : start - 1].isalpha()
            joined = text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha()
            apart = norms[k] in _KINDS and text[words[content[k]].end : words[content[k]].end + 1] == ","
            if found and (
                inside
                or joined
                or apart
                or self._modifies(words, content, k, found[0])
                or _another_verb(words, content, k, found)
                or found[0] == 1
                and words[content[k]].low == "sale"
            ):
                found = None  # "the sale of notes", "profit-sharing", "software-as-a-service", "the Nordic segment, operating income"
            if found and _ON_A_BASIS.match(text, end) and _ON_A.search(text, max(0, start - 8), start):
                found = None  # "4.1% on a billing day basis" says how it was reckoned
            if found and self._fronts_another(words, norms, content, k, found[0]):
                found = self._longest_at(norms, k, found[0] - 1)  # "revenue and net income" is no "revenue, net"
            if found and not (later and found[0] > 1 and self._goes_further(norms[k], found, later)):
                size, measure, negative = found
                out.append((content[k], content[k + size - 1] + 1, measure, negative))
                k += size
            else:
                k += 1
        return out

    def _goes_further(self, first: str, found: tuple[int, Measure, bool], later: tuple[int, Measure, bool]) -> bool:
        """Whether the name that begins within another is longer, or is the vocabulary's for what a row calls more shortly:
        "vessel operating expenses" beside rows *Vessel operating expenses* and, by the day, *Vessel operating*."""
        if later[0] != found[0] or found[1].known or not later[1].known:
            return later[0] > found[0]
        return self.has_just(later[1].key, later[1].qualifiers | {first})

    def _fronts_another(
        self, words: list[_Word], norms: tuple[str, ...], content: list[int], k: int, size: int
    ) -> bool:
        """Whether the last word of a name is the first of the next one, with an "and" between."""
        last = k + size - 1
        if size < 2 or content[last] - content[last - 1] < 2:
            return False
        joined = words[content[last] - 1].low in (
            "and",
            "&",
        )  # "dividends and share repurchases" are no dividends a share
        if norms[last] not in _FRONT and not joined:
            return False
        following = self._longest_at(norms, last, self._reach(words, content, last))
        return following is not None and following[0] > 1

    def _modifies(self, words: list[_Word], content: list[int], k: int, size: int) -> bool:
        """Whether a name that is a participle only modifies the noun behind it: "active selling communities"."""
        following = content[k] + 1
        if size > 1 or not words[content[k]].norm.endswith("ing") or following >= len(words):
            return False
        return words[following].start - words[content[k]].end == 1 and self._heads(words[following])

    def _longest_at(self, norms: tuple[str, ...], k: int, reach: int) -> tuple[int, Measure, bool] | None:
        for size in range(min(self._longest, reach), 0, -1):
            part = norms[k : k + size]
            name = self.vocabulary.names.get(part)
            if name:
                return size, Measure(name.key, frozenset(name.qualifiers), True), name.negative
            label = self.labels.get(part)
            if label:
                return size, label, False
        return None

    @staticmethod
    def _reach(words: list[_Word], content: list[int], k: int) -> int:
        """How many words from `k` on stand together, with at most two small words between neighbours."""
        size = 1
        while k + size < len(content):
            a, b = content[k + size - 1], content[k + size]
            if b - a > 3 or words[b].start - words[a].end >= 14 or any(w.low in _VERBS for w in words[a + 1 : b]):
                break
            size += 1
        return size

    def _before(self, text: str, words: list[_Word], i: int, left: int) -> tuple[list[_Word], int]:
        """The modifiers directly before word `i`: back to a verb, a mark, or the end of the phrase."""
        out: list[_Word] = []
        k = i - 1
        reach = 6
        while k >= left and i - k <= reach:
            gap = text[words[k].end : words[k + 1].start]
            if _CLOSED.fullmatch(gap):
                opened = self._opened(text, words, k, left)
                if opened is None:
                    out.insert(0, words[k])
                    break
                k = opened  # an abbreviation in parentheses: "software as a service (SaaS) revenues"
                reach = 14
                gap = " "
            if words[k].capital and _NUMBERED.fullmatch(gap):
                gap = " "  # a product's number: "Series 365 revenue"
            if gap == ". " and words[k].low in ("u.s", "u.k", "e.u"):
                gap = " "
            if any(c in '.,;:()"%$' or c.isdigit() for c in gap) or (words[k].stops and gap != "-"):
                break
            if words[k].norm in SMALL and words[k].low not in ("and", "&") and gap != "-":
                break
            if words[k].low.endswith("'s") or gap.strip() == "'":
                if words[k].norm in self.qualifiers:
                    out[:0] = self._owner(text, words, k, left)
                break
            if words[k].norm not in SMALL:
                out.insert(0, words[k])
            k -= 1
        if k >= left and words[k].low == "per":  # "$968 per ounce and all-in sustaining costs"
            joint = max((w.start for w in words[k:i] if w.low in ("and", "&")), default=0)
            out = [w for w in out if w.start > joint]
        while out and out[0].norm in ("and",):
            out.pop(0)
        return out, (words.index(out[0]) if out else i)

    @staticmethod
    def _owner(text: str, words: list[_Word], k: int, left: int) -> list[_Word]:
        """The whole name that ends with word `k`, which owns what follows: "Garden Care's net earnings"."""
        first = k
        while first > left and words[first - 1].capital and text[words[first - 1].end : words[first].start] == " ":
            first -= 1
        return words[first : k + 1]

    def _owned(self, text: str, words: list[_Word], j: int, right: int, key: str) -> int:
        """Past the words that say whose a result is: "net income attributable to common shareholders", "to Halden Ridge"
        where the release is of that company."""
        if (
            j + 2 >= right
            or words[j].low not in ("attributable", "available", "applicable")
            or words[j + 1].low != "to"
        ):
            return j
        own, k = j, j + 2
        while k < right and k - j < _OWNERS_MOST and not _ENDS_PHRASE.search(text, words[k - 1].end, words[k].start):
            if words[k].norm in _OWNERS:
                return k + 1
            if words[k].stops:
                break
            own = k + 1 if key in _OF_OWNERS and words[k].capital and words[k].low in self.names else own
            k += 1
        return own

    def _kinds(self, narrowing: frozenset[str], measure: Measure) -> frozenset[str]:
        """The words that only say what a segment is called: "the Nordic segment"."""
        named = narrowing - _KINDS or not measure.known
        return frozenset(w for w in narrowing & _KINDS if w not in self.qualifiers) if named else frozenset()

    def _margin(self, measure: Measure, words: list[_Word], j: int, right: int) -> Measure | None:
        """The margin that the word behind a row's own label makes of it: "Adjusted property EBITDA margin"."""
        if j >= right or words[j].norm != "margin" or words[j].start - words[j - 1].end != 1:
            return None
        return Measure(self.vocabulary.margins.get(measure.key, measure.key), measure.qualifiers, measure.known)

    def _joined(self, key: str, words: list[_Word], i: int, core: int) -> frozenset[str]:
        """A word that narrows a measure to what no row is, where two parts are named for it: "Nordic and Baltic sales"."""
        before = [w for w in words[i:] if w.start < core]
        joint = next((k for k, w in enumerate(before) if w.low in ("and", "&")), 0)
        if not joint:
            return frozenset()
        sides = (before[:joint], before[joint + 1 :])
        parts = [self.vocabulary.qualify(w.norm for w in side if w.norm not in SMALL) for side in sides]
        return _TOGETHER if all(p and self.has_just(key, p) for p in parts) else frozenset()

    def has_just(self, key: str, qualifiers: frozenset[str]) -> bool:
        """Whether some table gives the measure narrowed by these words and no others."""
        return qualifiers in self._parts.get(key, ())

    def _compound(self, before: tuple[int, int, Measure, bool], measure: Measure, words: list[_Word]) -> frozenset[str]:
        """What a name right before another one narrows it to: "advertising revenue"."""
        if not before[2].known:
            return self.vocabulary.qualify(before[2].key.split("-"))
        entry = self.vocabulary.entry(measure.key)
        if entry is None or not entry.breakdown:
            return frozenset()
        return self.vocabulary.qualify(w.norm for w in words[before[0] : before[1]] if w.norm not in SMALL)

    @staticmethod
    def _opened(text: str, words: list[_Word], k: int, left: int) -> int | None:
        """The word before the parenthesis of a few words that ends with word `k`."""
        for j in range(k, max(left, k - 3), -1):
            gap = text[words[j - 1].end : words[j].start]
            if _OPENED.fullmatch(gap):
                return j - 1
            if gap.strip():
                return None
        return None

    def _heads(self, word: _Word) -> bool:
        """Whether a word directly behind a name is a noun that the name only narrows."""
        if word.norm in self.qualifiers:
            return not word.capital
        stops = word.stops or word.low in _JOIN or word.norm in SMALL or word.norm in self.vocabulary.neutral
        return not (stops or word.capital or word.low.endswith(("ed", "ing", "ly")))

    @staticmethod
    def _parted(text: str, words: list[_Word], k: int) -> bool:
        """Whether a mark, or a period behind which no narrowing goes on, stands before a word."""
        between = text[words[k - 1].end : words[k].start]
        goes_on = words[k].low in _JOIN or _LETTER.search(between) is None
        return _ENDS_PHRASE.search(between) is not None or not goes_on

    def _from_part(self, words: list[_Word], k: int, right: int, key: str) -> bool:
        """Whether a measure is said to come from a part that the tables give it of: "revenue from services"."""
        if words[k].low != "from":
            return False
        behind = [w.norm for w in words[k + 1 : min(right, k + 4)] if w.norm not in SMALL]
        return any(self.has_part(key, self.vocabulary.qualify(behind[:n])) for n in range(1, len(behind) + 1))

    def _after(self, text: str, words: list[_Word], j: int, right: int, key: str) -> tuple[list[_Word], int]:
        """A narrowing phrase directly after the measure: "sales in Europe", "revenue from services"."""
        out: list[_Word] = []
        k = j = self._owned(text, words, j, right, key)
        if (
            k < right
            and words[k].low in _JOIN
            and (not words[k].stops or self._from_part(words, k, right, key))
            and not text[words[k - 1].end : words[k].start].strip()
        ):
            k += 1
            if words[k - 1].low == "at" and k < right and words[k].low in ("a", "an"):
                return [], j  # "debt at an average rate of 4%"
            while k < right and len(out) < 6 and not words[k].stops and not self._parted(text, words, k):
                if words[k].norm not in SMALL:
                    out.append(words[k])
                k += 1
        elif k < right and self._heads(words[k]) and not text[words[k - 1].end : words[k].start].strip():
            out.append(words[k])  # "cash collections": the noun that follows is what is counted
            k += 1
        return out, (k if out else j)


def _past(words: list[_Word], at: int, place: int) -> int:
    """The first word from one on that stands behind a place of the text."""
    return next((k for k in range(at, len(words)) if words[k].start >= place), len(words))


def _another_verb(words: list[_Word], content: list[int], k: int, found: tuple[int, Measure, bool]) -> bool:
    """Whether the last word of a row's own label is the verb of what follows: "built 90 cars and delivered 80"."""
    size, measure, _ = found
    last = content[k + size - 1]
    return size > 1 and not measure.known and words[last].low.endswith("ed") and words[last - 1].low == "and"


def _abbreviates(text: str, word: _Word) -> bool:
    """Whether a word stands in brackets of its own as a short form: "Selling and administrative ("S&A") expenses"."""
    opened = text[max(0, word.start - 2) : word.start].endswith(("(", '("'))
    return opened and text.startswith((")", '")'), word.end) and text[word.start : word.end].isupper()


def _of_each_share(words: Sequence[_Word], i: int) -> bool:
    """Whether a word only says of which shares a result is: the "diluted" of "net income per diluted share"."""
    while words[i].norm in _SIDES and i:
        i -= 1
        if words[i].low == "per":
            return True
    return False


def _tables_of(facts: Sequence[Fact]) -> Mapping[Measure, set[str]]:
    """The tables in which the measures that the vocabulary does not know stand."""
    out: dict[Measure, set[str]] = defaultdict(set)
    for f in facts:
        if f.measure is not None and not f.measure.known:
            out[f.measure].add(f.table)
    return out


def _sales_and_revenue(facts: Sequence[Fact]) -> bool:
    return any(_SALES_AND_REVENUE.search(f.label) for f in facts)


def _translated(facts: Sequence[Fact]) -> frozenset[str]:
    """The codes of the currencies into which columns translate others for convenience."""
    codes = ((f.quantity.unit[:3], f.qualifiers) for f in facts)
    return frozenset(code.lower() for code, words in codes if code.isupper() and code.lower() in words)


def _dollar_of(facts: Sequence[Fact]) -> str:
    """The other dollar that all tables of the document count in, empty where some count in that of the United States."""
    codes = {f.quantity.unit.removesuffix("/share") for f in facts}
    return next(iter(codes & _DOLLARS)) if "USD" not in codes and len(codes & _DOLLARS) == 1 else ""


def _in_several_rows(facts: Sequence[Fact]) -> frozenset[str]:
    """The labels that stand for several measures, as a product's revenue and its cost."""
    first: dict[str, str] = {}
    return frozenset(
        f.label for f in facts if f.measure is not None and first.setdefault(f.label, f.measure.key) != f.measure.key
    )


def _says_nothing(words: tuple[str, ...], vocabulary: Vocabulary) -> bool:
    """Whether a label is no name: neutral or narrowing words alone ("Diluted", "Other"), or a single short word."""
    if len(words) == 1 and len(words[0]) < 4:
        return True
    return all(w in vocabulary.neutral or w in _EMPTY or (w,) in vocabulary.qualifiers for w in words)


def phrase_words(text: str) -> tuple[str, ...]:
    return content_words(text)
