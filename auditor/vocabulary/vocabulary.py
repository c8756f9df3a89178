"""The vocabulary: from the words of a label or a sentence to a measure and the words that narrow it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import cached_property
from typing import Literal

from auditor.frozen import dataclass
from auditor.grammar.folding import Hinted
from auditor.model.fact import SIDES, Measure
from auditor.model.quantity import is_money
from auditor.vocabulary.interest import lines_above
from auditor.vocabulary.quantities import PRICE, named_above, names_both
from auditor.vocabulary.words import ATTRIBUTABLE, content_words, without_asides, without_owner

Nature = Literal["income", "expense", "result", "asset", "liability", "equity", "flow", "shares", "other"]
Words = tuple[str, ...]

_PER_SHARE = Hinted(
    r"\b(?:per|an?|each)\s+(?:[\w-]+\s+){0,4}?(?:shares?|ads|adr|unit|stock)\b"
    r"(?:\s+and\s+(?:\w+\s+){0,2}unit\b)?(?:\s+of\s+(?:class\s+\w\s+)?(?:common|capital)\s+stock)?|/\s*share\b",
    "share|ads|adr|unit|stock"
)  # fmt: skip
_CONTINUING = "income-from-continuing-operations"
PER_SHARE_KEYS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "net-income": ("eps", ()),
    "eps": ("eps", ()),
    _CONTINUING: ("eps", ("continuing",)),
    "income-from-discontinued-operations": ("eps", ("discontinued",)),
    "net-increase-in-net-assets": ("eps", ()),
    "dividends-paid": ("dividends-per-share", ()),
    "dividends-per-share": ("dividends-per-share", ()),
    "stockholders-equity": ("book-value-per-share", ()),
    "net-assets": ("net-asset-value-per-share", ()),
    "net-asset-value-per-share": ("net-asset-value-per-share", ()),
    "book-value-per-share": ("book-value-per-share", ()),
    "book-value": ("book-value-per-share", ()),
    "tangible-book-value": ("tangible-book-value-per-share", ()),
    "tangible-book-value-per-share": ("tangible-book-value-per-share", ()),
}  # fmt: skip


# What follows a label's name without narrowing it: details, notes on computation, the owners of a result.
_TAIL = Hinted(
    r"(?s)\s*(?:\((?!loss|non|pre|income|in\b|other\s+than\s+(?:on\s+)?income)[^()]{12,}\)|,?\s+(?:net|less)\s+of\s+"
    r"(?:(?:sales\s+)?returns?|discounts?|allowances?|accumulated|tax|related|reserve|unamortized|current|deferred\s+financ|"
    r"(?:debt\s+|deferred\s+)?issuance|"
    r"discount).*|,\s+less\s+unamortized\b.*"
    r"|(?<!\()\bused\s+(?:in|to|for)\b(?!\s+(?:\w+\s+)?(?:operat|invest|financ)).*|;.*|,\s*(?:no\s+)?"
    r"(?:\$|par\b|at\s+cost).*"
    rf"|{ATTRIBUTABLE}"
    r"|\b(?:available|applicable|allocable)\s+to\b"
    r"(?=.*\b(?:(?:share|stock|unit)holders?|common|owners|members|partners)\b)"
    r"(?!.*(?:non-?controlling|minority|preferred)).*)",
    "(|of|used|;|,|attributable|available|applicable|allocable"
)  # fmt: skip


# "Total Halden Holdings, Inc. stockholders' equity": whose the equity is, where its name is that of a company.
_HELD = re.compile(r"holder|owner|HOLDER|OWNER")
_OWNER = re.compile(
    r"(?<=[Tt]otal |TOTAL )(?:[A-Z][\w&.-]*,? ){1,5}(?i:Inc|Corp(?:oration)?|Company|Co|Ltd|Limited|plc|PLC|LLC|L\.P|N\.V|Holdings?|Group|"
    r"Bancorp|Bancshares)\.?(?:,? (?i:Inc|Ltd|LLC)\.?)?(?:['’][sS]?)? (?=(?i:(?:common )?(?:stock|share)(?:holder|owner)s?\b))"
)


# "Net income (excl. non recurring items)" is an adjusted one: the label says so behind its name.
_WITHOUT = Hinted(
    r"[\s,–—-]*\(?\bexcl(?:uding|usive\s+of|\.)?\s+(?:(?:the|effects?|impacts?|of|certain|all|net)\s+)*"
    r"(?:(?:non-?\s?recurring|special|one-?\s?time|unusual|significant|exceptional|identified)\b|"
    r"(?:restructuring|impairment|merger)\b)"
    r"[^()]*\)?",
    "excl",
)
_NOTED = re.compile(
    r"\s*\(\s*(?:(?:in\s+)?(?:US|C|A)?[$€£]\s?(?:mm?|bn?|k|mn|mil\.?)|(?:US|C|A)?[$€£]\s?(?:/|per)\s?(?:oz|ounce)\b[a-z\s-]{0,20}|['’]?000(?:,000)?['’]?s?)\s*\)",
    re.I,
)  # "Net income ($MM)": the note narrows nothing
_NET = Hinted(
    r"\b(income)\s*(?:\(expenses?\)\s*)?[,–—(-]+\s*net\b", "income"
)  # "Interest income, net" is no net income
_NEVER_GAAP = re.compile(
    r"^(?!.*adjusted)(.*\b(?:ebitdax?|ebitdar|free\s+cash\s+flow|distributable\s+cash\s+flow|net\s+debt|ffo|funds\s+from\s+operations))\s*\(non-?\s?gaap\)",
    re.I,
)  # "EBITDA (non-GAAP)": there is no other, and no adjusted one is meant
_GP = Hinted(r"\bGP\s?%", "gp")
_INCLUDING = Hinted(r",\s+(?:including|inclusive\s+of)\s", "includ", "inclusive")
_BEFORE = frozenset(("before", "excluding"))
_BEARING = (("interest", "bearing"), ("interest", "earning"))
_LESS = Hinted(
    r"^\s*(?:(?:less|add|plus|deduct)\s*:|less\s+(?=(?:the\s+)?(?:allowance|accumulated|provision)))\s*", ":", "less"
)
_RELATED = Hinted(r"[a-z]-related$", "-related")  # "Marketing-related" assets are no marketing expense
_RESULT = Hinted(r"\b(?:loss|income|earnings|profit|eps)\b", "loss|income|earnings|profit|eps")
_OF_RESULT = Hinted(
    r"\b(?:loss|income|earnings|profit|eps|ebit\w*|margin)\b", "loss|income|earnings|profit|eps|ebit|margin"
)
_RESULT_WORDS = frozenset(("loss", "income", "earnings", "profit", "net", "eps"))
_ATTRIBUTED = Hinted(
    r"^\W*attributable\s+to\b(?!.*(?:non-?controlling|minority)).*\b"
    r"(?:(?:share|stock|equity\s+)holders|owners|parent)\b",
    "attributable",
)  # fmt: skip
_OF_FUNDS = Hinted(r"\b(?:FFO|funds\s+from\s+operations)\b", "ffo|funds")
_ITEMS = frozenset((
    "income-before-extraordinary-item", "income-before-accounting-change", "extraordinary-item",
    "cumulative-effect-of-accounting-change",
))  # fmt: skip
_OPERATIONS = frozenset(("continuing", "discontinued", "operation"))
_MOVES = frozenset("increase decrease decline growth change".split())
_SPENT = frozenset("expense cost charge depreciation amortization tax compensation provision".split())
_DAYS_OF = Hinted(r"^(?:[\w-]+\s+)?(?:revenue|sales|earnings)\s+days\b(?!\s+sales)", "days")
_OF_VOLUME = Hinted(
    r"\bsales\s+(?:volumes?|tonnage)\b|^(?:[\w-]+\s+)?(?:revenue|sales|earnings)\s+days\b(?!\s+sales)",
    "volume",
    "tonnage",
    "days",
)
_COUNTED = re.compile(
    r"\s*\((?:count|number|#|in\s+units|(?:in\s+)?(?:percentage\s+)?(?:points|pts))\)$", re.I
)  # "Loans in default (count)"
_OF_ALL_KINDS = re.compile(r"\s*(?:(?:selected|summary|consolidated|key)\s+)?operating\s+results\W*$", re.I)
# above ounces, costs and prices; it names no operating income
_MONEY = ("money", "price")
_AVERAGE_PRICE = "average-selling-price"
_EACH = Hinted(
    r"\bper\b|\brates?\b|\bprices?\b|\bcosts?\b|\brevenues?\b|\bsales\b|%", "per|rate|price|cost|revenue|sales|%"
)
_SHORT = re.compile(r"\s*\((?P<quoted>[\"“'‘]?)(?P<name>[A-Z][A-Z&-]{1,9})s?[\"”'’]?\)$")
_INITIALS = re.compile(r"\s*\([\"“]?(?P<name>[A-Z]{2,6})s?[\"”]?\)(?=\s+[a-z])")
_AVERAGE = Hinted(
    r"\baverage\b|\bused\s+(?:in|to|for)\b|\b(?:basic|diluted|dilution|dilutive)\b",
    "average|used|basic|dilut"
)  # fmt: skip
_EFFECT = Hinted(
    r"\beffects?\s+of\b|\bassumed\b|\bincremental\b|\bdilutive\s+(?:securities|effect|potential|shares)",
    "effect|assumed|incremental|dilutive"
)  # fmt: skip
_OF = re.compile(r"(?P<head>[^,;()]*?)\s+(?:of|on)\s", re.I)
_OUTSTANDING = Hinted(r"\boutstanding\b", "outstanding")


def _says(side: str, text: str) -> bool:
    stem = "dilut" if side == "diluted" else "basic"
    return stem in text.lower()


@dataclass(frozen=True, slots=True)
class Entry:
    """A measure of the vocabulary. `ratio` and `difference` name two measures; `sum` several, to which one of `perhaps`
    may add; `in_percent` what it is where it is stated in per cent; `instead` those that may be meant where the tables do not give it; `rate_of` the balance whose
    printed rate it is; `net_of` what a name with "net" takes off; `growth` whether
    it is the growth of something itself, which "rose 5%" states; `defined` the pattern of words with which a release
    says that it is just its difference."""

    key: str
    nature: Nature = "other"
    unit: str = "money"
    breakdown: bool = False
    ratio: tuple[str, str] | None = None
    difference: tuple[str, str] | None = None
    sum: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()
    rate_of: str = ""
    perhaps: tuple[str, ...] = ()
    net_of: str = ""
    defined: str = ""
    in_percent: str = ""
    growth: bool = False
    where_given: tuple[Words, ...] = ()
    """Names that mean it only where the tables give it: the "capacity" of an airline."""

    @property
    def stands(self) -> bool:
        """Whether it is a balance, which a date has and no length of time."""
        return self.nature in ("asset", "liability", "equity")

    @property
    def flows(self) -> bool:
        """Whether it belongs to a length of time, and no balance at its end can be meant."""
        return self.nature in ("income", "expense", "result", "flow") or self.key == "eps"


@dataclass(frozen=True, slots=True)
class Name:
    """One name: the measure, whether it speaks of a loss as a positive amount, and the qualifiers it implies."""

    key: str
    negative: bool = False
    qualifiers: tuple[str, ...] = ()


_REVENUES = {"revenue": frozenset[str](), "rental-income": frozenset(("rental",))}  # with what each is a part of all by


@dataclass(frozen=True)
class Vocabulary:
    """`names` by normal words; `qualifiers` by normal words to the qualifier's own name; `neutral` single words."""

    entries: Mapping[str, Entry]
    names: Mapping[Words, Name]
    qualifiers: Mapping[Words, str]
    neutral: frozenset[str]
    digest: str = ""
    _memo: dict[tuple[str, tuple[str, ...], str | None], Measure | None] = field(
        default_factory=dict, compare=False, repr=False
    )

    @cached_property
    def longest(self) -> int:
        return max((len(n) for n in self.names), default=0)

    @cached_property
    def _first(self) -> frozenset[str]:
        return frozenset(n[0] for n in self.names)

    def find(self, words: Words) -> tuple[int, int, Name] | None:
        """The longest name that stands in `words`, as (start, end, name); the last of equally long ones."""
        best: tuple[int, int, Name] | None = None
        for start, word in enumerate(words):
            if word not in self._first:
                continue
            for end in range(min(len(words), start + self.longest), start, -1):
                if best and end - start < best[1] - best[0]:
                    break
                name = self.names.get(words[start:end])
                if name and not (end - start == 1 and (self._modifies(words, start, end) or self._bears(words, end))):
                    best = (start, end, name)
                    break
        return best

    def _bears(self, words: Words, end: int) -> bool:
        """Whether the "interest" before word `end` is only what a balance bears: "Interest-bearing balances with banks"."""
        return words[end - 1 : end + 1] in _BEARING

    def _modifies(self, words: Words, start: int, end: int) -> bool:
        """Whether a participle before word `end` only modifies the noun behind it: "Active selling communities"."""
        return (
            words[start].endswith("ing")
            and end < len(words)
            and words[end] not in self.neutral
            and (words[end],) not in self.qualifiers
        )

    def qualify(self, words: Iterable[str]) -> frozenset[str]:
        """The qualifiers among `words`, known ones by their own name, neutral ones left out."""
        rest = _without_pretax(list(words))
        out: set[str] = set()
        for size in (4, 3, 2, 1):
            k = 0
            while k + size <= len(rest):
                name = self.qualifiers.get(tuple(rest[k : k + size]))
                if name:
                    out.add(name)
                    del rest[k : k + size]
                else:
                    k += 1
        out.update(w for w in rest if w not in self.neutral)
        out.discard("gaap")
        return frozenset(out)

    def entry(self, key: str) -> Entry | None:
        return self.entries.get(key)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of which the names of measures consist."""
        return frozenset(word for name in self.names for word in name)

    @cached_property
    def _growths(self) -> frozenset[str]:
        """The measures that are a growth themselves, whether or not a label says so: "Same-store sales change"."""
        return frozenset(e.key for e in self.entries.values() if e.growth)

    @cached_property
    def margins(self) -> Mapping[str, str]:
        """The measure that states another as a percentage of revenue, by that other."""
        return {
            e.ratio[0]: e.key
            for e in self.entries.values()
            if e.ratio and e.ratio[1] == "revenue" and e.unit == "percent"
        }

    def measure(self, label: str, path: Sequence[str] = (), unit: str | None = None) -> Measure | None:
        """The measure of a row from its label, the headings above it (outermost first) and its unit.

        `Services` under `Net sales` is revenue narrowed by `service`; a label without an entry becomes its own key.
        """
        key = (label, tuple(path), unit)
        if key not in self._memo:
            found = self._in_unit(self._measure(label, tuple(path), unit), label, unit)
            if (
                found is not None and unit == "percent" and ("(%)" in label or label.endswith("%"))
            ):  # "Gross profit (%)" beside "Gross profit ($)"
                found = Measure(self.margins.get(found.key, found.key), found.qualifiers, found.known)
            self._memo[key] = found
        return self._memo[key]

    def _in_unit(self, measure: Measure | None, label: str, unit: str | None) -> Measure | None:
        """A margin printed as an amount is its numerator: "Gross margin" of 559 million is gross profit; "Cash dividends" of
        42 million are no amount a share."""
        if measure is not None and unit == "money" and not _PER_SHARE.search(label):
            measure = self.in_all(measure) or measure
        entry = self.entries.get(measure.key) if measure else None
        if measure is not None and entry is not None and entry.in_percent and unit == "percent":
            return Measure(entry.in_percent, measure.qualifiers, True)
        if measure is None or entry is None or entry.unit != "percent" or entry.ratio is None or unit is None:
            return measure
        return Measure(entry.ratio[0], measure.qualifiers, True) if unit in _MONEY or is_money(unit) else measure

    def _measure(self, label: str, path: tuple[str, ...], unit: str | None) -> Measure | None:
        per_share = unit is not None and unit.endswith("/share")
        if unit == "shares":
            return self._shares(label, path)
        label = self._bare(label)
        found = None if _RELATED.search(label) else self._named(label, per_share)
        words = content_words(_PER_SHARE.sub(" ", label) if per_share else label)
        of_volume = found is not None and found.key == "revenue" and _OF_VOLUME.search(label)  # "Sales volume (tons)"
        path = () if found is not None and _DAYS_OF.search(label) else path  # "Revenue days" are no part of any revenue
        found = None if of_volume or self._yields(found, words, path) else found
        if found is not None and path and not per_share and (cost := self._cost_of(found, path)) is not None:
            return cost
        if found is not None and path and not per_share and self._stands(found.key):
            rate = self._rate_of(words, path) if unit == "percent" else None
            return rate or self._interest(found, words, path) or found
        if per_share and (apart := self._apart_from_items(found, label)) is not None:
            return Measure(apart.key, apart.qualifiers | self._side_above(label, path), True)
        if per_share and words and _OPERATIONS.issuperset(words):
            return Measure("eps", self._per_share_parts(words) | self._side_above(label, path), True)
        if found is not None and (found.key != "eps" or per_share or unit is None):
            if per_share and found.key == "eps" and SIDES.isdisjoint(found.qualifiers):
                return Measure(found.key, found.qualifiers | self._side_above(label, path), True)
            if not per_share or found.key.endswith(("eps", "-per-share")):
                return found
        if per_share and _RESULT.search(label):
            return self._result_by_share(found, label, words, path)
        spent = None if found is not None or per_share else self._completed(words, path) or self._spent(words, path)
        spent = spent or (None if per_share else self._interest(found, words, path))
        if spent is not None:
            return spent
        below = self._below(found, label, words, path, per_share)
        if below is not None or found is not None:
            return below or found
        if per_share:
            sides = all((w,) in self.qualifiers or w in self.neutral for w in words)
            return (
                Measure("eps", self.qualify(words), True)
                if sides
                else Measure("-".join(w for w in words if w not in SIDES) + "-per-share", SIDES & set(words), False)
            )
        return Measure("-".join(words), frozenset(), False) if words else None

    def _cost_of(self, found: Measure, path: tuple[str, ...]) -> Measure | None:
        """What a kind of revenue costs, below a heading that says so: "Service revenues" below "Cost of revenues:"."""
        parts = _REVENUES.get(found.key, frozenset[str]()) | found.qualifiers
        above = self._named(path[-1], False) if found.key in _REVENUES and parts else None
        if above is None or above.key != "cost-of-revenue" or above.qualifiers:
            return None
        return Measure(above.key, parts, True)

    def _completed(self, words: Words, path: tuple[str, ...]) -> Measure | None:
        """What a heading begins to name and a row ends: "Operating activities" under "Net cash provided by (used in)"."""
        name = self.names.get((*content_words(path[-1]), *words)) if words and path else None
        return Measure(name.key, frozenset(name.qualifiers), True) if name is not None else None

    def _spent(self, words: Words, path: tuple[str, ...]) -> Measure | None:
        """What a row under a heading of expenses leaves out of its name: "Fuel" under "Operating expenses"."""
        name = self.names.get((*words, "expense")) if words and path else None
        above = self._named(path[-1], False) if name is not None else None
        if words == ("total",) and above is not None and not self._stands(above.key):
            return above  # of what the heading names, and not of all expenses
        entry = self.entries.get(above.key) if above is not None else None
        if name is None or entry is None or entry.nature != "expense":
            return None
        return Measure(name.key, frozenset(name.qualifiers), True)

    def _stands(self, key: str) -> bool:
        entry = self.entries.get(key)
        return entry is not None and entry.stands

    def _rate_of(self, words: Words, path: tuple[str, ...]) -> Measure | None:
        """The rate of a balance, in rows under the name of a rate: "Personal loans" under "Delinquency rate"."""
        above = self._named(path[-1], False)
        entry = self.entries.get(above.key) if above is not None else None
        if above is None or entry is None or entry.unit != "percent" or not entry.breakdown:
            return None
        return Measure(above.key, above.qualifiers | self.qualify(words), True)

    def _interest(self, found: Measure | None, words: Words, path: tuple[str, ...]) -> Measure | None:
        """What a row is under a heading of interest: "Deposits" under "Interest expense" is the interest on them."""
        headings = (self._named(heading, False) for heading in reversed(path))
        above = lines_above((m.key, self._stands(m.key)) for m in headings if m is not None)
        if not above or not words:
            return None
        at = self.find(words) if found is not None else None
        balance = words[at[0] : at[1]] if at is not None else ()
        for name in filter(None, (words, balance)):
            known = self.names.get(("interest", *name))
            if known is not None:
                own = found.qualifiers if found is not None and name != words else frozenset()
                return Measure(known.key, own | frozenset(known.qualifiers), True)
        return Measure(above, self.qualify(words), True)

    def _below(
        self, found: Measure | None, label: str, words: Words, path: tuple[str, ...], per_share: bool
    ) -> Measure | None:
        """What the headings above make of a row, the nearest first: a part of revenue, a result by the share, a volume."""
        bare = without_asides(label)
        amount = found is None and not per_share and not _EACH.search(bare)
        for heading in (_NOTED.sub("", h) for h in reversed(path)):
            if amount and (key := named_above(heading)):
                each = self._named(heading, False) if key == PRICE else None
                if each is not None and each.key == _AVERAGE_PRICE:
                    return Measure(each.key, each.qualifiers | self.qualify(content_words(bare)), True)
                return Measure(key, self.qualify(content_words(bare)), False)
            told = None if names_both(heading) or _OF_ALL_KINDS.match(heading) else without_owner(heading)
            above = self._named(told, per_share) if told is not None else None
            if above is None or (per_share and not above.key.endswith(("eps", "-per-share"))):
                continue
            entry = self.entries.get(above.key)
            if entry is None or not (entry.breakdown or per_share) or not (found is None or per_share):
                continue
            own = self.qualify(words)
            if _WITHOUT.match(label):  # "Excluding one-time items" under the heading of a result
                own = frozenset(("adjusted",))
            elif per_share:
                own = frozenset(w for w in own if w not in ("continuing", "operation")) | self._per_share_parts(words)
                own |= self._side_above(label, path) if above.key == "eps" else frozenset()
            if above.key == "net-income" and "continuing" in own:
                return Measure(_CONTINUING, above.qualifiers | own - {"continuing"}, True)
            return Measure(above.key, above.qualifiers | own, True)
        return None

    def _bare(self, label: str) -> str:
        """A label without what follows its name; what a result is stated without stays, as the sign of an adjusted one."""
        label = _NEVER_GAAP.sub(r"\1", _COUNTED.sub("", _NOTED.sub("", _GP.sub("Gross profit %", label))))
        label = self._without_initials(label) if "(" in label else label
        if _OF_RESULT.search(label):
            label = _WITHOUT.sub(" excluding items", label)
        label = _OWNER.sub("", label) if _HELD.search(label) else label
        label = self._unabbreviated(_TAIL.sub("", _NET.sub(r"\1", _LESS.sub("", label))) or label)
        label = self._without_included(label)
        # where a label only says whose a result is, the line below it says whose a part of it is
        return "Net income" if _ATTRIBUTED.search(label) else label

    def _result_by_share(self, found: Measure | None, label: str, words: Words, path: Sequence[str]) -> Measure:
        """A result by the share: EPS, or an insurer's operating income."""
        own = self.qualify(w for w in words if w not in _RESULT_WORDS) | self._per_share_parts(words)
        each = Measure("eps", own, True)
        if found is not None and found.key == "operating-income":
            each = self.per_share(found)
        return Measure(each.key, each.qualifiers | self._side_above(label, path), True)

    def _apart_from_items(self, found: Measure | None, label: str) -> Measure | None:
        """What rows under a heading of earnings per share are that tell an extraordinary item, the effect of a change in
        accounting, or the result before them: "Before cumulative effect of accounting change"."""
        if label.lstrip().lower().startswith("before "):
            found = self._named(f"Income {label}", False)
        return self.per_share(found) if found is not None and found.key in _ITEMS else None

    def _yields(self, found: Measure | None, words: Words, path: Sequence[str]) -> bool:
        """Whether a label that could name an expense stands under revenue, as its part: "Advertising" under "Revenue"; or
        one that could name revenue under its cost: "Sales" beside "Services"."""
        entry = self.entries.get(found.key) if found is not None else None
        if found is not None and found.key == "revenue" and words == ("sale",) and path:
            cost = self._named(path[-1], False)
            return cost is not None and cost.key == "cost-of-revenue"
        if entry is None or entry.nature != "expense" or not _SPENT.isdisjoint(words):
            return False
        above = (self._named(heading, False) for heading in reversed(path))
        return next((m.key for m in above if m is not None), "") == "revenue"

    def _without_included(self, label: str) -> str:
        """A label without what its row is said to include besides: "Aircraft fuel, including taxes"."""
        clause = _INCLUDING.search(label)
        if (
            clause is None
            or content_words(label) in self.names
            or not self.find(content_words(label[: clause.start()]))
        ):
            return label
        return label[: clause.start()]

    @staticmethod
    def _without_initials(label: str) -> str:
        """A label without the initials of the words before them: "Time charter equivalent (TCE) revenue"."""
        found = _INITIALS.search(label)
        if found is None:
            return label
        words = content_words(label[: found.start()])[-len(found["name"]) :]
        own = "".join(word[0] for word in words) == found["name"].lower()
        return label[: found.start()] + label[found.end() :] if own else label

    def _unabbreviated(self, label: str) -> str:
        """A label without the short name of its measure behind it: "Operating profit (EBIT)"; any name is one that stands in
        quotation marks or has the initials of the words before it: "Available seat miles (ASMs)"."""
        short = _SHORT.search(label) if label.endswith(")") else None
        if short is None:
            return label
        initials = "".join(word[0] for word in content_words(label[: short.start()]))
        own = bool(short["quoted"]) or short["name"].lower() == initials
        if not own and content_words(short["name"]) not in self.names:
            return label
        return label[: short.start()] if own or self.find(content_words(label[: short.start()])) else label

    def _shares(self, label: str, path: tuple[str, ...]) -> Measure:
        """Share counts: weighted averages by what they are used for, others by their own words."""
        text = " ".join((*path[-1:], label))
        words = content_words(text)
        if _AVERAGE.search(text) and not _EFFECT.search(label):
            of_funds = frozenset(("funds",) if _OF_FUNDS.search(label) else ())  # with the units of a partnership
            return Measure("weighted-average-shares", (self._sides(label) or self._sides(text)) | of_funds, True)
        found = self._named(label, False)
        entry = self.entries.get(found.key) if found is not None else None  # none has what is only by the share
        if found is not None and entry is not None and entry.unit == "shares":
            return found
        if _OUTSTANDING.search(label):
            return Measure("shares-outstanding", frozenset(), True)
        return Measure("-".join(words) or "share", frozenset(), False)

    def _sides(self, text: str) -> frozenset[str]:
        return frozenset(q for q in ("basic", "diluted") if (q,) in self.qualifiers and _says(q, text))

    def _side_above(self, label: str, path: Sequence[str]) -> frozenset[str]:
        """Basic or diluted, where only the heading says it: "Net income" under "Basic earnings per share"."""
        said = [q for q in ("basic", "diluted") if (q,) in self.qualifiers and _says(q, " ".join((*path[-1:], label)))]
        return frozenset(said if len(said) == 1 else ())

    def _per_share_parts(self, words: Words) -> frozenset[str]:
        return frozenset(w for w in ("continuing", "discontinued") if w in words)

    def _named(self, text: str, per_share: bool) -> Measure | None:
        """The measure that a text names by the vocabulary, or None."""
        spoken = _PER_SHARE.search(text)
        words = content_words(_PER_SHARE.sub(" ", text) if spoken else text)
        found = self.find(words)
        bare = tuple(w for w in words if w != "total")
        if (
            bare != words
            and (other := self.find(bare))
            and (found is None or other[1] - other[0] > found[1] - found[0])
        ):
            words, found = bare, other
        if found is None:
            bare_result = spoken and per_share and _RESULT_WORDS.issuperset(words)  # "Income (loss) per share"
            return Measure("eps", frozenset(), True) if bare_result else None
        if left_out := next((k for k, w in enumerate(words[: found[0]]) if w in _BEFORE), 0):
            found = self.find(words[:left_out])  # "EBITA before restructuring charges"; what it is before, it is not
            if found is None:
                return None
        words, found = self._spent_of(text, words, found)
        start, end, name = found
        rest = words[:start] + words[end:]
        key, implied = name.key, name.qualifiers
        if key in self._growths:
            rest = tuple(w for w in rest if w not in _MOVES)
        if key == "revenue" and words[0] == "cost":
            key = "cost-of-revenue"  # "Cost of home sales"
        found_measure = Measure(key, self.qualify(rest) | frozenset(implied), True)
        return self.per_share(found_measure) if spoken else found_measure

    def _spent_of(self, text: str, words: Words, found: tuple[int, int, Name]) -> tuple[Words, tuple[int, int, Name]]:
        """The words of a name and where it stands: an expense that is "of" a balance is no balance ("Amortization of operating
        lease right-of-use assets")."""
        entry, of = self.entries.get(found[2].key), _OF.match(text)
        if entry is None or of is None or not entry.stands:
            return words, found
        head = content_words(of["head"])
        spent = self.find(head)
        entry = self.entries.get(spent[2].key) if spent is not None else None
        if spent is None or entry is None or entry.nature != "expense" or spent[1] != len(head):
            return words, found
        return (*head, *content_words(text[of.end() :])), spent

    def per_share(self, measure: Measure) -> Measure:
        """The amount by the share of a measure: EPS of net income; of what has no name by the share, one of its own."""
        entry = self.entries.get(measure.key)
        each = entry is not None and entry.unit in ("shares", "per-share") or measure.key.endswith("-per-share")
        key, implied = PER_SHARE_KEYS.get(measure.key, (measure.key if each else f"{measure.key}-per-share", ()))
        return Measure(key, measure.qualifiers | frozenset(implied), measure.known)

    def in_all(self, measure: Measure) -> Measure | None:
        """The whole amount of what is mostly spoken of by the share: "cash dividends of $175 million"."""
        if not measure.key.endswith("-per-share"):
            return None
        whole = next((key for key, (each, _) in PER_SHARE_KEYS.items() if each == measure.key and key != each), None)
        return Measure(whole, measure.qualifiers, True) if whole else None


def _without_pretax(words: list[str]) -> list[str]:
    """Words without those that only say that an amount is before tax: "a pre-tax impairment charge"."""
    at = next((k for k in range(len(words) - 1) if words[k] == "pre" and words[k + 1] == "tax"), None)
    return words if at is None else words[:at] + words[at + 2 :]


def names_in(vocabulary: Vocabulary, words: Words) -> Iterator[tuple[int, int, Name]]:
    """Every non-overlapping name in `words`, leftmost and longest first."""
    k = 0
    while k < len(words):
        for end in range(min(len(words), k + vocabulary.longest), k, -1):
            name = vocabulary.names.get(words[k:end])
            if name:
                yield k, end, name
                k = end - 1
                break
        k += 1
