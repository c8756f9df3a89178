"""The numbers that prose states: money, per-share amounts, percentages, points, counts, ratios, with scales and signs.

    number    ::= money | percent | points | multiple | plain
    money     ::= [sign] currency amount [scale] | amount [scale] currency-name | amount "cents"
    amount    ::= digits [fraction] | "(" digits [fraction] ")"
    percent   ::= [sign] amount ("%" | "percent" | "per cent" | "percentage")
    points    ::= amount ("percentage points" | "basis points" | "bps" | "points")
    multiple  ::= amount ("x" | "times" | "-fold")
    plain     ::= amount [scale]
    per-share ::= money ("per" | "a" | "/") word* ("share" | "ADS" | "unit") | fraction "per" word* ("share" | "ADS")

The grammar is tried only where a digit stands, on a slice of the folded text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import Literal

import pyparsing as pp

from auditor.frozen import dataclass
from auditor.grammar.folding import folded, for_folded

NumberKind = Literal["money", "per-share", "percent", "points", "ratio", "count"]

SCALES = {
    "hundred": 2, "thousand": 3, "thousands": 3, "k": 3, "million": 6, "millions": 6, "mm": 6, "mn": 6, "m": 6, "mil": 6,
    "billion": 9, "billions": 9, "bn": 9, "b": 9, "trillion": 12, "trillions": 12, "tn": 12,
    "lakh": 5, "lakhs": 5, "crore": 7, "crores": 7,
}  # fmt: skip
CURRENCIES = {
    "$": "USD", "us$": "USD", "u.s.$": "USD", "usd": "USD", "c$": "CAD", "cdn$": "CAD", "ca$": "CAD", "cad": "CAD", "a$": "AUD", "aud": "AUD",
    "hk$": "HKD", "s$": "SGD", "nt$": "TWD", "ntd": "TWD", "twd": "TWD", "€": "EUR", "eur": "EUR", "£": "GBP", "gbp": "GBP", "¥": "JPY", "jpy": "JPY", "rmb": "CNY",
    "cny": "CNY", "chf": "CHF", "₹": "INR", "inr": "INR", "rs.": "INR", "r$": "BRL", "brl": "BRL", "krw": "KRW", "sek": "SEK", "nok": "NOK", "dkk": "DKK", "₩": "KRW",
}  # fmt: skip
CURRENCY_NAMES = {
    "dollar": "USD",
    "dollars": "USD",
    "u.s. dollars": "USD",
    "euro": "EUR",
    "euros": "EUR",
    "pounds": "GBP",
    "yen": "JPY",
}


@dataclass(frozen=True, slots=True)
class Number:
    """A number at `start`:`end` of the text. `value` in base units with its sign, `step` the worth of its last digit.

    `digits` is where its first digit stands; `scaled` whether a scale word was printed; `unit` as in a claim
    (`USD`, `USD/share`, `percent`, `points`, `bps`, `ratio`, or empty for a plain number).
    """

    start: int
    end: int
    digits: int
    kind: NumberKind
    value: Decimal
    step: Decimal
    unit: str
    scaled: bool = False
    negative: bool = False


def _one_of(words: dict[str, object] | dict[str, int] | dict[str, str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))


# One Regex a form: composed elements are ten times slower, and every numeral of a document passes here.
_FIGURES = r"(?:\d{1,3}(?:,\s?\d{3})+|\d+)(?:\.\d+)?|\.\d+"
_AMOUNT = rf"(?P<amount>{_FIGURES})"
_SPACED = r"\d{1,3}(?:\s\d{3})+(?![\d,])"  # "SEK 8 213 million (6 848)"; nobody sets dollars so
_OF_CURRENCY = rf"(?P<amount>(?<!\$)(?<!\$\s){_SPACED}(?:\.\d+)?|{_FIGURES})"
_OR_SPACED = rf"(?P<amount>(?<![a-z\d]){_SPACED}(?=\s(?:million|billion)\b|\))|{_FIGURES})"
_MINUS = r"(?<!\d\s)(?<!illion\s)(?:minus|negative)"  # behind an amount it takes off
_SIGN = rf"(?P<sign>[(]\s*|[-−–]\s?|{_MINUS}\s)?"
_CURRENCY = rf"(?P<currency>{_one_of(CURRENCIES)})"
_CLOSING = r"(?P<closed>\s*\))?"
_SCALE = (
    r"(?P<scale>[\s-]*(?:(?:hundred|thousand|million|billion|trillion|lakh|crore)s?\b)|\s?(?:mm|mn|mil|bn|tn)\b\.?|"
    r"(?<=\d)[KMB]\b|\s[MB](?=[\s,.;)]))?"
)
_PER_SHARE = (
    r"(?P<share>[\s,]*(?:(?:per|an?|each)\s+(?:(?!per\b)[\w-]+\s+){0,4}?(?:shares?|ADS|ADR|unit|stock)\b|/\s*"
    r"(?:diluted\s+)?share\b|"
    r"(?:on\s+an?\s+)?(?:fully[\s-])?(?:diluted|basic)[\s-](?:earnings\s+)?per[\s-]share\b))?"
)
_PERCENT = r"(?P<percent>[\s-]*(?:%|per\s?cent\b|percentage\b(?!\s*[\s-]points?)|pct\b))"
_POINTS = (
    r"(?:(?P<bps>[\s-]*(?:basis[\s-]+points?|bps?)\b)|(?P<points>[\s-]*"
    r"(?:(?:full\s+)?(?:percentage|percent|%)[\s-]*(?:points?|pts?)\b|points\b|"
    r"point\b(?=\s+(?:increase|decrease|improvement|decline|gain|rise|drop|reduction|expansion|contraction|"
    r"(?:\w+\s+)?(?:headwind|tailwind|impact|benefit|drag|effect|hit|lift|boost)))|pts\b|pps?\b|p\.\s?p\."
    r"(?!\w))))"
)
_MULTIPLE = r"(?P<multiple>\s?(?:x\b(?!\s*\d)|[\s-]times\b|[\s-]?fold\b|\s*to\s*(?:1|one)\b(?![.,]?\d)))"
_NAMED = r"(?P<currency_name>\s*(?:U\.?S\.? )?(?:dollars?|euros?|pounds|yen)\b)"
_CENTS = r"(?P<cents>[\s-]*(?:cents?\b|¢)|(?:(?<=\d\.\d)|(?<=\d\.\d\d))c\b)"
_PENCE = r"(?P<pence>\s?pence\b|(?:(?<=\.\d)|(?<=\.\d\d)|(?<!\d\d)(?<=\d\d))p\b)"  # "1P reserves" are none


def _form(pattern: str, name: str) -> pp.Regex:
    element = pp.Regex(for_folded(pattern))
    element.set_name(name)
    return element


money = _form(
    rf"{_SIGN}{_CURRENCY}\s*(?P<inner>[(]\s*|[-−–]\s?)?{_OF_CURRENCY}{_CLOSING}{_SCALE}\)?{_PER_SHARE}", "money"
)
each = _form(
    r"(?P<amount>\d{0,3}\.\d{2,4})(?P<share>\s+per\s+(?:[\w-]+\s+){0,3}?(?:share|ads)\b)", "amount by the share alone"
)
points = _form(rf"{_SIGN}{_AMOUNT}{_CLOSING}{_POINTS}", "points")
percent = _form(rf"{_SIGN}{_AMOUNT}{_CLOSING}{_PERCENT}(?(sign)\)?)", "percent")
cents = _form(rf"{_AMOUNT}(?:{_CENTS}|{_PENCE}){_PER_SHARE}", "cents")
named = _form(rf"{_AMOUNT}{_SCALE}{_NAMED}{_PER_SHARE}", "amount of a named currency")
multiple = _form(rf"{_AMOUNT}{_MULTIPLE}", "multiple")
plain = _form(rf"{_SIGN}{_OR_SPACED}{_CLOSING}{_SCALE}", "plain")
_FORMS = tuple(form.re for form in (money, each, points, percent, cents, named, multiple, plain))

# Where a number may begin to the left of its first digit: currency, sign, parenthesis.
_LEAD = re.compile(
    rf"(?:\(\s*)?(?:[-−–]|(?<![a-z]){_MINUS}(?=\s))?\s?(?:(?<![a-z])(?:{_one_of(CURRENCIES)})\s*(?:\(\s*)?[-−–]?)?\s?\.?$"
)
_RANGE = re.compile(r"[\d%)]\s?$|[a-z]$")
_DIGIT = re.compile(r"\d[\d,]*(?:\.\d+)?")
_PRINTED = re.compile(r"\d{1,3}(?:\s\d{3})+(?!\d)|\d[\d,]*(?:\.\d+)?")
_LOOK = 90
_MIXED = re.compile(  # "9-1/4% bonds", "8 1/2 percent"
    r"(?P<whole>\d{1,2})[- ](?P<part>[1-9]\d?)/(?P<of>2|4|8|16|32)(?!\d)\s?(?:%|percent\b)", re.I
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_TELLING = 3  # digits of a number in brackets that is no note
_DASH = re.compile(r"\s?[-–—]\s?")
_SHARED = re.compile(r"\s*(?:[-–—]|to|and|or)\s*$")


@lru_cache(maxsize=4096)
def _parse(text: str) -> tuple[int, dict[str, str]] | None:
    """(length, the named parts that were printed) of the first form that fits the beginning of a text."""
    for form in _FORMS:
        if m := form.match(text):
            return m.end(), {k: v for k, v in m.groupdict().items() if v is not None}
    return None


def number_at(text: str, digit: int) -> Number | None:
    """The number of a folded text whose first digit is at `digit`, or None where no number form fits."""
    if (mixed := _MIXED.match(text, digit)) is not None:
        value = Decimal(mixed["whole"]) + Decimal(mixed["part"]) / Decimal(mixed["of"])
        return Number(digit, mixed.end(), digit, "percent", value, Decimal("0.01"), "percent")
    lead = _LEAD.search(text[max(0, digit - 10) : digit])
    start = digit - (len(lead.group(0)) if lead else 0)
    while start < digit and (text[start].isspace() or text[start] in "-−–" and _is_dash(text, start)):
        start += 1
    parsed = _parse(text[start : digit + _LOOK])
    while parsed is None and start < digit:
        start += 1
        parsed = _parse(text[start : digit + _LOOK])
    if parsed is None:
        return None
    return _build(text, start, digit, *parsed)


def _is_dash(text: str, at: int) -> bool:
    """Whether what may be a minus is the dash of a range, or stands between blanks: "Results - 50% more orders"."""
    apart = text[at - 1 : at].isspace() and text[at + 1 : at + 2].isspace()
    return apart or _RANGE.search(text, max(0, at - 3), at) is not None


def _build(text: str, start: int, digit: int, length: int, parts: dict[str, str]) -> Number:
    value = Decimal("".join(parts["amount"].replace(",", "").split()))
    exponent = value.as_tuple().exponent
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    word = parts.get("scale", "").strip(" -\n\t.").lower()
    power = SCALES.get(word, 0)
    kind, unit = _kind_and_unit(parts)
    if "cents" in parts or "pence" in parts:
        power = -2
    value, step = value.scaleb(power), step.scaleb(power)
    if unit == "bps" and value and value % 10 == 0:
        step = Decimal(10)  # margins are printed to a tenth of a point, and their differences spoken of as such
    negative = _negative(parts)
    end = start + length
    if "closed" in parts and not negative and text[end - 1] == ")":
        end -= 1  # a parenthesis that was opened before the number
    said = parts.get("sign", "")
    start += len(said) if said.strip().lower() == "negative" else 0  # a word before the number, as "approximately" is
    return Number(start, end, digit, kind, -value if negative else value, step, unit, bool(word), negative)


def _negative(parts: dict[str, str]) -> bool:
    signs = parts.get("sign", ""), parts.get("inner", "")
    if any("(" in s for s in signs):
        return "closed" in parts and ("inner" in parts or "(" not in parts.get("sign", "") or "percent" in parts)
    return any(s.strip().lower() in ("-", "−", "minus", "negative") for s in signs if s)


def _kind_and_unit(parts: dict[str, str]) -> tuple[NumberKind, str]:
    code = "USD"
    if "currency" in parts:
        code = CURRENCIES.get(parts["currency"].lower(), "USD")
    elif "currency_name" in parts:
        code = CURRENCY_NAMES.get(parts["currency_name"].strip().lower(), "USD")
    elif "pence" in parts:
        code = "GBP"
    if not parts.keys().isdisjoint(("currency", "currency_name", "cents", "pence")):
        return ("per-share", f"{code}/share") if "share" in parts else ("money", code)
    if "share" in parts:
        return "per-share", f"{code}/share"  # "1.00 per share"
    if "bps" in parts:
        return "points", "bps"
    if "points" in parts:
        return "points", "points"
    if "percent" in parts:
        return "percent", "percent"
    if "multiple" in parts:
        return "ratio", "ratio"
    return "count", ""


def digits_in(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The places where digits stand: (start, end) of each numeral."""
    for m in _DIGIT.finditer(text, start, len(text) if end is None else end):
        yield m.start(), m.end()


def numbers_in(
    text: str, start: int = 0, end: int | None = None, passed: Callable[[int], bool] = lambda digit: False
) -> list[Number]:
    """All numbers of a text; the first of a range takes currency and scale from the second ("$10 to $12 million").
    `passed` says of the place of a first digit that no number is wanted there."""
    out: list[Number] = []
    at, text = start, folded(text)
    for digit, _ in digits_in(text, start, end):
        if digit < at or passed(digit):
            continue
        found = number_at(text, digit)
        if found is None:
            continue
        at = found.end
        out.append(found)
    for k in range(1, len(out)):
        out[k - 1 : k + 1] = _answered(text, out[k - 1], out[k])
        out[k] = _to_its_end(text, out[k - 1], out[k])
    return [_shared(text, out, k) for k in range(len(out))]


def _answered(text: str, this: Number, that: Number) -> tuple[Number, Number]:
    """A figure, and the one of the year before in brackets behind it, which share the currency and the scale that one of them
    prints: "EUR 58.2 million (59.5)", "EUR 58.2 (59.5) million", "7.5 (7.6)%"."""
    between = text[this.end : that.start].strip()
    opened = between == "(" or not between and text[that.start] == "("
    if not opened or not _closes(text, that) or not _printed_alike(text, this, that):
        return this, that
    if that.kind == "count" and not that.scaled and this.kind in ("money", "per-share", "percent"):
        factor = _factor(text, this)
        value, step = that.value * factor, that.step * factor
        return this, replace(that, kind=this.kind, value=value, step=step, unit=this.unit, scaled=this.scaled)
    if that.kind == "count" and that.scaled and this.kind == "money" and not this.scaled:
        factor = _factor(text, that)
        both = replace(this, value=this.value * factor, step=this.step * factor, scaled=True)
        return both, replace(that, kind="money", unit=this.unit)
    if that.kind == "percent" and this.kind == "count" and not this.scaled:
        return replace(this, kind="percent", unit="percent"), replace(that, value=abs(that.value), negative=False)
    return this, that


def _to_its_end(text: str, this: Number, that: Number) -> Number:
    """The end of a range of amounts whose currency only the first prints: "$1.5-2 million"."""
    ranged = _DASH.fullmatch(text, this.end, that.start) is not None
    if ranged and this.kind == "money" and that.kind == "count" and that.scaled and not this.scaled:
        return replace(that, kind="money", unit=this.unit)
    return that


def _closes(text: str, number_: Number) -> bool:
    """Whether a bracket closes right behind the digits of a number."""
    m = _PRINTED.match(text, number_.digits, number_.end)
    return m is not None and text.startswith(")", m.end())


def _printed_alike(text: str, this: Number, that: Number) -> bool:
    """Whether two numbers have as many decimals, or, where they have none, so many digits that they are no notes."""
    a, b = (m.group(0) if (m := _PRINTED.match(text, n.digits, n.end)) else "" for n in (this, that))
    if _YEAR.fullmatch(b):
        return False
    decimals = {len(printed.rstrip(",").partition(".")[2]) for printed in (a, b)}
    return len(decimals) == 1 and (decimals != {0} or min(len(a), len(b)) >= _TELLING)


def _shared(text: str, numbers: list[Number], k: int) -> Number:
    """A number with the unit and scale that the end of its range or list prints once for both."""
    this = numbers[k]
    if k + 1 >= len(numbers):
        return this
    after = numbers[k + 1]
    between = text[this.end : after.start]
    if not _SHARED.fullmatch(between) or this.scaled:
        return this
    if this.kind == "count" and after.kind in ("percent", "points", "ratio"):
        return Number(
            this.start, this.end, this.digits, after.kind, this.value, this.step, after.unit, negative=this.negative
        )
    if (
        this.kind in ("money", "count")
        and after.scaled
        and (this.kind == after.kind == "money" or "-" in between or "–" in between)
    ):
        factor = _factor(text, after)
        if this.value < 1000:
            return Number(
                this.start,
                this.end,
                this.digits,
                after.kind,
                this.value * factor,
                this.step * factor,
                after.unit,
                True,
                this.negative,
            )
    if (
        after.kind == "per-share"
        and this.kind in ("money", "count")
        and this.value < 1000
        and "." in text[this.start : this.end]
    ):
        return Number(
            this.start, this.end, this.digits, "per-share", this.value, this.step, after.unit, negative=this.negative
        )
    return this


def _factor(text: str, number_: Number) -> Decimal:
    m = _PRINTED.match(text, number_.digits, number_.end)
    printed = Decimal("".join(m.group(0).rstrip(",").replace(",", "").split())) if m else Decimal(1)
    return abs(number_.value) / printed if printed else Decimal(1)
