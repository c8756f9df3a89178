"""Unit notes: "In thousands, except per share data", "($ in millions; shares in thousands)", "(000's)".

note   ::= ["dollars" | "amounts" | "$" | …] ["in"] scale ["of" currency] [exception] | "$000s" | "(000's)"
scale  ::= "thousands" | "millions" | "billions"
shares ::= "shares" … "in" scale
"""

from __future__ import annotations

import re
from functools import lru_cache

from auditor.frozen import dataclass
from auditor.grammar.folding import Hinted


@dataclass(frozen=True, slots=True)
class Scale:
    """What a unit note says. `money` and `shares` are powers of ten (None: silent; shares follow money then). `exact`
    are the kinds excepted from it: `shares`, `percent`, `ratio`, `per-share`, `price`, `units`, `other`. `currency` is
    a code or ''."""

    money: int | None = None
    shares: int | None = None
    exact: frozenset[str] = frozenset()
    currency: str = ""
    percent: bool = False
    counts: int | None = None
    """The power of ten of what is counted, where a note says so: "subscribers in thousands"."""
    of: str = ""
    """The one measure that the note speaks of: the revenues of "(Revenues in thousands)"."""

    @property
    def silent(self) -> bool:
        return not self.tells and not self.currency and not self.percent

    @property
    def tells(self) -> bool:
        """Whether it says how something is counted."""
        return self.money is not None or self.shares is not None or self.counts is not None


POWERS = {"hundred": 2, "thousand": 3, "lakh": 5, "million": 6, "crore": 7, "billion": 9}
_SCALE = r"(?P<scale>hundred|thousand|lakh|million|crore|billion)s?\b"
_NOUN = (
    r"(?:(?:all\s+)?(?:u\.?s\.?\s+|canadian\s+)?(?:dollars?|dollar\s+amounts?|amounts?|figures|numbers|tables?|"
    r"data|values|"
    r"money|euros?|yen|pounds?|rmb|tabular\s+\w+|\$|us\$|€|£|¥|₹|usd|eur|gbp|inr|rs\.?|in)\s*)"
)
_BARE = _SCALE.replace("?P<scale>", "")
_NOTE = re.compile(
    rf"\bin\s+(?:(?:u\.?s\.?\s+)?(?:dollars?|\$)\s+)?{_BARE}|{_NOUN}\s*(?:\w+\s+){{0,3}}?(?:in\s+)?{_BARE}"
    rf"|^[\s(\[]*{_BARE}(?=\s*(?:$|[,;)\]$€£¥₹]|of\b|except))|\(\s*{_BARE}(?=\s*(?:[,;)]|of\b|except))",
    re.I,
)
_ZEROS = re.compile(
    r"(?:(?<![\d.,])|(?<=\$))[0']?000['’]?\s?s?\b(?!,\d)|\$\s?K\b|\bunits\s+\(?k\b|\$\s?0{3}['’]?s?", re.I
)
_MILLIONS = re.compile(r"(?:^|[\s(])[$'’]?000,000['’]?\s?s?(?=[\s),;]|$)")  # "Seat miles (000,000)"
_OF = re.compile(
    rf"^[\s(\[]*(?:(?:net|home|total)\s+)?(?P<of>revenue|sale|income|balance|value)s?\s+(?:are\s+)?in\s+{_BARE}", re.I
)
_LETTERS = re.compile(r"(?:[$€£]\s?|\bUSD\s|\bin\s)(?:(?P<m>[Mm]{1,2}|mil\.?|mn)|(?P<b>[Bb]|bn)|(?P<k>[Kk]))\b")
_EXCEPT = re.compile(r"\b(?:except(?:ing|\s+for|\s+where)?|other\s+than|excluding|unless|but\s+not)\b", re.I)
_SHARES = Hinted(
    r"\bshares?\b(?:\s+(?:and|data|amounts?|counts?|numbers?|outstanding|information|figures?))*[,\s]*"
    rf"(?:(?:which|that|are|is|were|reflected|presented|stated|shown|expressed)\s+)*in\s+{_SCALE}",
    "share",
)  # fmt: skip
_COUNTS = Hinted(
    r"\b(?:subscribers?|customers?|members?|users?|accounts?|homes|passengers|subscriptions|relationships|"
    r"lines|visitors|guests"
    r"|units|volumes?|contracts|barrels|tons|tonnes|ounces|gallons|cases|trades|transactions|shipments|miles|"
    r"trips|rides|orders|loads|visits)"
    rf"(?:\s+data|\s+counts?)?[,\s]+(?:(?:are|is|presented|stated|shown)\s+)*in\s+{_SCALE}",
    "subscri|customer|member|user|account|homes|passenger|relationship|lines|visitor|guest|unit|volume|"
    "contract|barrel|ton|ounce|gallon|case|trade|transaction|shipment|mile|trip|ride|order|load|visit"
)  # fmt: skip
_SCALED = Hinted(
    rf"\(\s*(?:in\s+)?{_SCALE}\s+(?:of\s+)?(?:[\w-]+\s+){{0,3}}?(?:barrels|tons|tonnes|ounces|gallons|pounds|"
    rf"acres|equivalents|wafers|units|cases"
    r"|contracts|shipments|miles|feet|bushels|boe)\s*\)",
    "barrel|ton|ounce|gallon|pound|acre|equivalent|wafer|unit|case|contract|shipment|mile|feet|bushel|boe"
)  # fmt: skip
_PER_SHARE = Hinted(
    r"\bper[\s-]+(?:\w+[\s-]+){0,4}?(?:shares?|ads|adr|units?|stock)\b|/\s?share",
    "share|ads|adr|unit|stock"
)  # fmt: skip
_SCALE_WORD = re.compile(_SCALE, re.I)
_WHOLE = re.compile(
    r"\bin\s+(?:whole|actual|full|u\.?s\.?)?\s*(?:dollars|euros|pounds)\b(?!\s+(?:and\s+\w+\s+)?in\s)", re.I
)
_BOTH = re.compile(
    r"(?:dollars?|amounts?|figures|[$€£])\s*(?:and|&)\s*shares|shares\s+and\s+(?:dollars?|amounts?)", re.I
)
_OTHERS = re.compile(r"\b(?:number|count|store|employee|headcount|statistic|operating data|otherwise|where)", re.I)
_UNITS = re.compile(r"\bunits\b", re.I)
_PRICES = re.compile(r"\b(?:(?:selling|sales?|unit|average)\s+prices?|pricing|prices|ASPs?)\b", re.I)
_PERCENT = re.compile(r"^\(?\s*(?:in\s+)?(?:percent(?:ages?)?|%)\s*\)?$", re.I)
_CURRENCY_WORDS = (
    ("USD", Hinted(r"\bu\.?s\.?\s+dollars?\b|\busd\b|us\$", "dollar", "usd", "us$")),
    ("CAD", Hinted(r"\bcanadian\s+dollars?\b|\bcad\b|\bc\$|\bcdn", "canadian|cad|c$|cdn")),
    ("AUD", Hinted(r"\baustralian\s+dollars?\b|\baud\b|\ba\$", "australian", "aud", "a$")),
    ("NZD", Hinted(r"\bnew\s+zealand\s+dollars?\b|\bnzd\b|\bnz\$", "zealand", "nzd", "nz$")),
    ("HKD", Hinted(r"\bhong\s+kong\s+dollars?\b|\bhkd\b|\bhk\$", "hong", "hkd", "hk$")),
    ("SGD", Hinted(r"\bsingapore\s+dollars?\b|\bsgd\b|\bs\$", "singapore", "sgd", "s$")),
    ("EUR", Hinted(r"€|\beuros?\b|\beur\b", "€", "eur")),
    ("GBP", Hinted(r"£|\bpounds?\s+sterling\b|\bgbp\b", "£", "sterling", "gbp")),
    ("JPY", Hinted(r"¥|\byen\b|\bjpy\b", "¥", "yen", "jpy")),
    ("CNY", Hinted(r"\brmb\b|\brenminbi\b|\bcny\b", "rmb", "renminbi", "cny")),
    ("CHF", Hinted(r"\bchf\b|\bswiss\s+francs?\b", "chf", "swiss")),
    ("TWD", Hinted(r"\bnt\$|\bntd\b|\bnew\s+taiwan\s+dollars?\b|\btwd\b", "nt$", "ntd", "taiwan", "twd")),
    ("BRL", Hinted(r"\br\$|\b(?:brazilian\s+)?reais\b|\bbrazilian\s+real\b|\bbrl\b", "r$", "brazil", "reais", "brl")),
    ("INR", Hinted(r"₹|\brupees?\b|\binr\b|\brs\.", "₹", "rupee", "inr", "rs.")),
    ("KRW", Hinted(r"₩|\bkorean\s+won\b|\bkrw\b", "₩", "korean", "krw")),
    ("SEK", Hinted(r"\bsek\b|\bswedish\s+kron(?:or|a)\b", "sek", "swedish")),
    ("NOK", Hinted(r"\bnok\b|\bnorwegian\s+kroner?\b", "nok", "norwegian")),
    ("DKK", Hinted(r"\bdkk\b|\bdanish\s+kroner?\b", "dkk", "danish")),
    ("USD", Hinted(r"\$|\bdollars?\b", "$", "dollar")),
)
_HINTS = ("thousand", "million", "billion", "hundred", "lakh", "crore", "000", "percent", "%")
_HINT = re.compile(r"\$\s?[mkb]\b|€\s?[mkb]\b|£\s?[mkb]\b|in\s+\w*\s*dollars|units\s+\(?k\b|in\s+mm?\b")
_PROSE_NOTE = re.compile(
    rf"\([^()]{{0,60}}?\bin\s+{_BARE}[^()]*\)|\bin\s+{_BARE},?\s+except[^.:]*|\(\s*{_BARE}(?:,?\s*except[^()]*)?\)"
    rf"|\b(?:amounts?|dollars?|tables?|tabular\s+\w+|figures|data)\b[^.()]{{0,60}}?\bin\s+{_BARE}[^.()]*"
    rf"|\(?\$\s?in\s+{_BARE}[^()]*\)?",
    re.I,
)
SHORT = 200
_ANY_NOTE = re.compile(
    rf"\([^()]*(?:{_BARE}|\b000['’]?s?\b)[^()]*\)|\(\s*(?:in\s+)?(?:us)?[$€£]\s?(?:mm?|k|b|bn|mn|mil\.?)\s*\)|"
    rf"(?:\b(?:all|dollars?|amounts?|figures|u\.?s\.?|shares)\s+(?:and\s+\w+\s+)?)*"
    rf"\bin\s+{_BARE}(?:,?\s+except[^()]*)?|(?<!\w)(?:us)?[$€£]\s?(?:mm?|k|bn?|mn|mil|['’]?000)\b",
    re.I,
)


@lru_cache(maxsize=4096)
def scale_in(text: str) -> Scale:
    """What a heading, caption, corner cell or header says of units; all fields silent where it says nothing."""
    if not _may_be_noted(text):
        return Scale()
    if len(text) > SHORT:
        notes = [m.group(0) for m in _PROSE_NOTE.finditer(text)]
        return _read(notes[-1]) if notes else Scale()
    return _read(text)


@lru_cache(maxsize=4096)
def without_note(text: str) -> str:
    """A header without its unit note, so that "except per share amounts" is not read as its unit."""
    return _ANY_NOTE.sub(" ", text) if _may_be_noted(text) else text


def _may_be_noted(text: str) -> bool:
    """Whether anything stands in a text that a unit note could consist of."""
    low = text.lower()
    return any(hint in low for hint in _HINTS) or _HINT.search(low) is not None


def _read(text: str) -> Scale:
    said = _SHARES.search(text)
    shares = POWERS[said["scale"].lower()] if said else None
    main, excepted = _split(text)
    counted = _COUNTS.search(main)
    amounts = _COUNTS.sub(" ", main) if counted else main
    money = _money(_SHARES.sub(" ", amounts) if said and not _BOTH.search(text) else amounts)
    if money is None and shares is None and _WHOLE.search(text):
        money = 0
    exact = _exceptions(excepted, shares) if excepted else frozenset[str]()
    currency = _currency(text) if money is not None else ""
    counted = counted or _SCALED.search(text)
    counts = POWERS[counted["scale"].lower()] if counted else None
    of = _OF.match(text)
    return Scale(money, shares, exact, currency, bool(_PERCENT.match(text)), counts, of["of"].lower() if of else "")


def _exceptions(text: str, shares: int | None) -> frozenset[str]:
    exact = set[str]()
    rest = _PER_SHARE.sub(" ", text)
    if rest != text:
        exact.add("per-share")
    if shares is None and re.search(r"\bshares?\b|\bunits?\b|\bADS", rest, re.I):
        exact.add("shares")
    if re.search(r"percent|%|ratio", rest, re.I):
        exact.update(("percent", "ratio"))
    if _UNITS.search(rest):
        exact.add("units")
    if _PRICES.search(rest):
        exact.add("price")
    if _OTHERS.search(rest):
        exact.add("other")
    return frozenset(exact)


def _split(text: str) -> tuple[str, str]:
    """The note and its exception."""
    m = _EXCEPT.search(text)
    return (text[: m.start()], text[m.end() :]) if m else (text, "")


def _money(text: str) -> int | None:
    m = _NOTE.search(text)
    if m:
        word = _SCALE_WORD.search(m.group(0))
        if word and not re.search(r"\d[\s-]*$", text[: m.start() + word.start()]):
            return POWERS[word["scale"].lower()]
    if _MILLIONS.search(text):
        return 6
    if _ZEROS.search(text):
        return 3
    letters = _LETTERS.search(text)
    if letters:
        return 6 if letters["m"] else 9 if letters["b"] else 3
    return None


def _currency(text: str) -> str:
    for code, pattern in _CURRENCY_WORDS:
        if pattern.search(text):
            return code
    return ""
